"""Hypothesis strategies for figures, bounds, periods and whole plans, for tests of code that takes them.

Every strategy draws what a plan might hold; the arguments narrow or widen it. Needs the extra ``testing``.

>>> from hypothesis import given
>>> @given(figures(min_value=0, max_value=100))
... def test_that_a_percentage_meets_what_it_equals(figure):
...     assert Bound.exactly(figure).admits(figure)
>>> from civicplan import Bound
>>> test_that_a_percentage_meets_what_it_equals()
"""

from civicplan.testing.claims import claims
from civicplan.testing.indicators import indicators, observations, targets
from civicplan.testing.plans import goals, plans, sections
from civicplan.testing.tasks import tasks
from civicplan.testing.values import bounds, figures, periods, sources, texts

__all__ = [
    "bounds",
    "claims",
    "figures",
    "goals",
    "indicators",
    "observations",
    "periods",
    "plans",
    "sections",
    "sources",
    "targets",
    "tasks",
    "texts",
]
