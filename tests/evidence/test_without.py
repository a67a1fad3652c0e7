"""What the other figures of an indicator come to, had nobody published one of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.evidence import Actual, Evidence
from civicplan.model import Measure

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


def evidence(*figures: cp.Observation) -> Evidence:
    return Evidence(cp.Indicator(id="a", name="a", observations=figures), _DAY)


@given(st.lists(observations(), max_size=16), _MEASURES, periods(), periods())
def test_leaving_a_figure_out_is_as_if_nobody_had_published_it(
    figures: list[cp.Observation], measure: Measure, period: cp.Period, asked: cp.Period
) -> None:
    others = (figure for figure in figures if (figure.measure, figure.period) != (measure, period))
    rebuilt, without = evidence(*others), evidence(*figures).without(measure, period)
    for kind in Measure:
        for when in (period, asked):
            assert without.published(kind, when) == rebuilt.published(kind, when)
            assert without.consecutive_parts(kind, when) == rebuilt.consecutive_parts(kind, when)
            assert without.actual(kind, when) == rebuilt.actual(kind, when)
            assert without.so_far(kind, when) == rebuilt.so_far(kind, when)
    assert without.latest_level(_DAY) == rebuilt.latest_level(_DAY)


@given(st.lists(observations(), max_size=16), _MEASURES, periods())
def test_what_is_derived_does_not_look_at_the_published_figure(
    figures: list[cp.Observation], measure: Measure, period: cp.Period
) -> None:
    derived = evidence(*figures).derived(measure, period)
    other = cp.Observation(period=period, figure="1234", measure=measure)
    assert derived == evidence(*figures, other).derived(measure, period)
    first = evidence(*figures).without(measure, period).actual(measure, period)
    assert not isinstance(first, Actual) or first in derived


def test_parts_that_begin_earlier_or_end_later_are_none_of_the_period() -> None:
    periods = "2016", "2017", "2017/2018", "2018", "2016/2017"
    known = evidence(*(cp.Observation(period=period, figure="5", measure="total") for period in periods))
    (actual,) = known.derived(Measure.TOTAL, cp.Period.parse("2016/2017"))
    assert [str(part.period) for part in actual.inputs] == ["2016", "2017"]


def test_two_figures_may_be_left_out_one_after_the_other() -> None:
    """The parts of a whole are looked for without the whole itself, and still without what was left out before."""
    shown = [("2016-H2/2017-H2", "1"), ("2016-H2/2018-H2", "1"), ("2018", "1")]
    figures = [cp.Observation(period=period, figure=figure, measure="total") for period, figure in shown]
    omitted, whole = cp.Period.parse("2018"), cp.Period.parse("2016-H2/2018-H2")
    without = Evidence(cp.Indicator(id="a", name="a", observations=figures)).without(Measure.TOTAL, omitted)
    rebuilt = Evidence(cp.Indicator(id="a", name="a", observations=figures[:2]))
    assert without.actual(Measure.TOTAL, whole) == rebuilt.actual(Measure.TOTAL, whole)
