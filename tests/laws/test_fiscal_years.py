"""A plan in fiscal years is judged like the same plan in calendar years."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.assessment import IndicatorAssessment

_YEARS = range(2016, 2021)
_MEASURES = ("level", "growth", "total", "reduction")
#: Which figures are published: each year's, and those of the first years together.
_SPANS = (*((year, year) for year in range(2015, 2021)), (2016, 2018), (2016, 2020))
_NUMBERS = st.integers(1, 40).map(str)


def calendar(first: int, last: int) -> str:
    return f"{first}/{last}"


def fiscal(first: int, last: int) -> str:
    """From April of the first year to March after the last."""
    return f"{first}-04/{last + 1}-03"


@st.composite
def rows(draw: st.DrawFn) -> dict[str, Any]:
    """What an indicator says, its periods as first and last year."""
    figures = draw(st.dictionaries(st.tuples(st.sampled_from(_MEASURES), st.sampled_from(_SPANS)), _NUMBERS))
    targets = draw(st.lists(st.tuples(st.sampled_from(_MEASURES), st.sampled_from(("≥", "≤")), _NUMBERS), max_size=3))
    return {"baseline": draw(st.none() | _NUMBERS), "figures": figures, "targets": targets}


def assessed(row: dict[str, Any], period: Any, last_year: int) -> IndicatorAssessment:
    indicator = cp.Indicator(
        id="a",
        name="a",
        baseline=row["baseline"] and cp.Observation(period=period(2015, 2015), figure=row["baseline"]),
        targets=tuple(cp.Threshold(bound=sign + figure, measure=measure) for measure, sign, figure in row["targets"]),
        observations=tuple(
            cp.Observation(period=period(*span), figure=figure, measure=measure)
            for (measure, span), figure in row["figures"].items()
        ),
    )
    plan = cp.Plan(id="p", title="A plan", period=period(2016, 2020), indicators=(indicator,))
    return cp.assess(plan, as_of=period(last_year, last_year))["a"]


@given(rows(), st.sampled_from(_YEARS))
def test_the_same_figures_give_the_same_answers_in_both(row: dict[str, Any], last_year: int) -> None:
    one, other = assessed(row, calendar, last_year), assessed(row, fiscal, last_year)
    for measure in ("verdict", "decisive", "attainment", "progress", "elapsed", "pace", "standing", "growth"):
        assert getattr(one, measure) == getattr(other, measure), measure
    for outcome, twin in zip(one.outcomes, other.outcomes, strict=True):
        assert (outcome.verdict, outcome.reason, outcome.decisive) == (twin.verdict, twin.reason, twin.decisive)
