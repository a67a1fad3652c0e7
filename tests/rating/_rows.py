"""Plans of which most indicators have an actual and a target in the same measure, so that most are rated."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from civicplan.model import Direction, Indicator, Measure, Observation, Plan, Threshold
from civicplan.model._checks import CONTRARY

YEARS = range(2016, 2021)
#: Few digits, so that figures often meet a schedule or a target.
FIGURES = st.integers(1, 40).map(str) | st.integers(-40, 400).map(lambda tenths: str(Decimal(tenths).scaleb(-1)))
_HEDGED = st.tuples(st.sampled_from("≥≤≈"), FIGURES).map("".join)
_SHAPES = st.sampled_from(("≥{}", ">{}", "≤{}", "<{}", "={}"))
#: All shapes but "about", of which a track knows the figure only.
BOUNDS = st.one_of(
    st.builds(str.format, _SHAPES, FIGURES),
    st.tuples(FIGURES, FIGURES).map(lambda ends: "..".join(sorted(ends, key=Decimal))),
)
_ABOUTS = st.builds("{}±{}".format, FIGURES, st.integers(0, 5)) | st.builds("≈{}".format, FIGURES)
DIRECTIONS = st.none() | st.sampled_from(Direction)


@st.composite
def rows(draw: st.DrawFn, id: str = "a") -> Indicator:
    """An indicator with up to three targets and some yearly figures in one measure, with levels now and then."""
    measure, direction = draw(st.sampled_from(Measure)), draw(DIRECTIONS)
    others = [] if measure is Measure.LEVEL else draw(st.lists(_observations(Measure.LEVEL), max_size=2))
    thresholds = [draw(_thresholds(measure)) for _ in range(draw(st.integers(1, 3)))]
    return Indicator(
        id=id,
        name=id,
        direction=direction,
        stock=draw(st.booleans()),
        baseline=draw(st.none() | st.builds(lambda figure: Observation(period="2015", figure=figure), FIGURES)),
        targets=tuple(target for target in thresholds if target.bound.kind not in CONTRARY.get(direction, ())),
        observations=(*draw(st.lists(_observations(measure), min_size=1, max_size=4)), *others),
    )


def _thresholds(measure: Measure) -> st.SearchStrategy[Threshold]:
    due = st.none() | st.sampled_from(YEARS)
    return st.builds(Threshold, bound=BOUNDS | _ABOUTS, measure=st.just(measure), period=due)


def _observations(measure: Measure) -> st.SearchStrategy[Observation]:
    spans = st.sampled_from([str(year) for year in YEARS] + [f"2016/{year}" for year in YEARS[1:]])
    return st.builds(Observation, period=spans, figure=FIGURES | _HEDGED, measure=st.just(measure))


@st.composite
def rated_plans(draw: st.DrawFn) -> Plan:
    """A plan of three such indicators."""
    indicators = tuple(draw(rows(id)) for id in "abc")
    return Plan(id="p", title="A plan", period="2016/2020", indicators=indicators)
