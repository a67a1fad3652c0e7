"""Case: what a rule may look at."""

from __future__ import annotations

import civicplan as cp
from civicplan.auditing import Case
from civicplan.model import Measure

from ._plans import plan, row, seen

_DAY = cp.Period.parse("2020")


def test_what_is_computed_once_is_computed_once() -> None:
    case, asked = Case(plan=plan(row()), as_of=_DAY), list[int]()

    def rows(case: Case) -> int:
        asked.append(len(case.plan.indicators))
        return asked[-1]

    assert (case.once(rows), case.once(rows), asked) == (1, 1, [1])


def test_an_indicator_that_is_not_of_the_plan_has_its_own_evidence() -> None:
    case = Case(plan=plan(row()), as_of=_DAY)
    other = row(observations=(seen("2020", "5"),))
    assert isinstance(case.evidence(other).published(Measure.LEVEL, _DAY), cp.Observation)
    assert not isinstance(case.evidence(row()).published(Measure.LEVEL, _DAY), cp.Observation)
