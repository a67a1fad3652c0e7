"""What the other figures of an indicator come to, had nobody stated one of them."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.assessment import Actual
from civicplan.auditing import Case
from civicplan.evidence.derivations import DERIVATIONS
from civicplan.evidence.evidence import Evidence
from civicplan.model import Measure

from ._plans import plan, row, seen

_DAY = cp.Period.parse("2020")
_STARTS = st.sampled_from(("2016", "2016-H2", "2017", "2018"))
_ENDS = st.sampled_from(("2016", "2017", "2018"))
#: One measure mostly, so that there are often parts to add up.
_MEASURES = st.sampled_from((Measure.TOTAL, Measure.TOTAL, Measure.GROWTH, Measure.REDUCTION, Measure.LEVEL))


@st.composite
def periods(draw: st.DrawFn) -> cp.Period:
    start, end = draw(_STARTS), draw(_ENDS)
    first, last = cp.Period.parse(start), cp.Period.parse(end)
    return first.through(last) if first.start_key < last.end_key else first


@st.composite
def observations(draw: st.DrawFn) -> cp.Observation:
    figure = str(draw(st.integers(1, 40)))
    return cp.Observation(period=draw(periods()), figure=figure, measure=draw(_MEASURES))


def derived_from(evidence: Evidence, measure: Measure, period: cp.Period) -> tuple[Actual, ...]:
    found = (derive(evidence, period) for derive in DERIVATIONS[measure])
    return tuple(actual for actual in found if isinstance(actual, Actual))


@given(st.lists(observations(), max_size=16), _MEASURES, periods())
def test_the_others_come_to_what_they_come_to_where_the_figure_was_never_printed(
    figures: list[cp.Observation], measure: Measure, period: cp.Period
) -> None:
    others = tuple(each for each in figures if (each.measure, each.period) != (measure, period))
    printed = row(observations=tuple(figures))
    case = Case(plan=plan(printed), as_of=_DAY)
    rebuilt = Evidence(evolve(printed, observations=others), _DAY)
    assert case.derived(printed, measure, period) == derived_from(rebuilt, measure, period)
    without = case.evidence_without(printed, measure, period)
    for each in Measure:
        assert without.published(each, period) == rebuilt.published(each, period)
        assert without.consecutive_parts(each, period) == rebuilt.consecutive_parts(each, period)


def test_parts_that_begin_later_or_end_later_are_none_of_the_period() -> None:
    periods = "2016", "2017", "2017/2018", "2018", "2016/2017"
    printed = row(observations=tuple(seen(period, "5", "total") for period in periods))
    case = Case(plan=plan(printed), as_of=_DAY)
    (actual,) = case.derived(printed, Measure.TOTAL, cp.Period.parse("2016/2017"))
    assert [str(part.period) for part in actual.inputs] == ["2016", "2017"]


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
