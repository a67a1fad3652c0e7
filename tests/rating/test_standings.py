"""The mid-term words are the standings of the assessment, for every measure; on a track they follow the same rule."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from civicplan import methods
from civicplan.assessment import PlanAssessment, assess
from civicplan.methods import Rating, cn_midterm
from civicplan.model import Indicator, Measure, Observation, Plan, Threshold
from civicplan.rating import rate, track_of
from civicplan.testing import plans
from civicplan.values import NotAssessable, or_none

from ._rows import BOUNDS, DIRECTIONS, FIGURES, rated_plans

DAYS = st.sampled_from(["2010", "2016", "2017", "2018", "2018-06", "2019", "2020", "2023"])


def indicators_agree(done: PlanAssessment, ratings: Any) -> None:
    for one in done:
        rating: Rating = ratings[one.indicator.id]
        if isinstance(one.standing, NotAssessable):
            assert (rating.is_rated, rating.reason) == (False, one.standing.reason)
        else:
            assert (rating.label, rating.reason) == (one.standing, None)
            assert not isinstance(one.next_target, NotAssessable)
            assert rating.value == or_none(one.next_target.pace)


@given(plan=plans() | rated_plans(), day=DAYS, path=st.sampled_from((None, "linear", "geometric")))
def test_a_rated_plan_has_the_standings_of_its_assessment(plan: Plan, day: str, path: Any) -> None:
    done = assess(plan, as_of=day, tolerance="0.02", path=path, vintage="first")
    indicators_agree(done, rate(done, "cn-midterm"))


@given(plan=plans() | rated_plans(), day=DAYS, path=st.sampled_from((None, "linear", "geometric")))
def test_a_tolerance_of_the_method_is_that_of_an_assessment_with_it(plan: Plan, day: str, path: Any) -> None:
    done, wide = (assess(plan, as_of=day, tolerance=tolerance, path=path) for tolerance in ("0.3", "0.1"))
    indicators_agree(wide, rate(done, cn_midterm("0.1")))


@st.composite
def levels(draw: st.DrawFn) -> Indicator:
    """An indicator with one level target, a baseline and one level for each year; a plan may promise a rate beside."""
    rate_beside = [Threshold(bound="≥5", measure="growth")] if draw(st.booleans()) else []
    return Indicator(
        id="a",
        name="a",
        direction=draw(DIRECTIONS),
        baseline=Observation(period="2015", figure=draw(FIGURES)),
        targets=(Threshold(bound=draw(BOUNDS)), *rate_beside),
        observations={str(year): draw(FIGURES) for year in draw(st.sets(st.integers(2016, 2018)))},
    )


@given(indicator=levels(), day=st.sampled_from(["2016", "2018"]))
def test_a_track_of_a_level_is_rated_as_the_plan_is(indicator: Indicator, day: str) -> None:
    contrary = {"higher": "≤<", "lower": "≥>"}.get(str(indicator.direction), "")
    target = indicator.targets[0]
    assert isinstance(target, Threshold)
    if str(target.bound)[0] in contrary:
        return
    plan = Plan(id="p", title="A plan", period="2016/2020", indicators=(indicator,))
    done = assess(plan, as_of=day)
    of_plan = rate(done, "cn-midterm")["a"]
    of_track = methods.get("cn-midterm").rate(track_of(indicator, as_of=day, period="2016/2020"))
    assert (of_track.label, of_track.value, of_track.reason) == (of_plan.label, of_plan.value, of_plan.reason)
    assert (of_track.baseline, of_track.current) == (of_plan.baseline, of_plan.current) or not of_plan.is_rated


YEARLY = Indicator(
    id="water",
    name="safe water",
    baseline=("2020", "70"),
    targets=tuple(
        Threshold(bound=f"≥{bound}", period=year)
        for year, bound in zip(range(2021, 2026), (74, 78, 82, 86, 90), strict=True)
    ),
    observations={"2021": "74.5", "2022": "77.0", "2023": "82.4"},
)


def test_of_yearly_targets_it_is_the_next_that_stands() -> None:
    """As of 2023: met 2023; 2024 ahead, 0.775 of the way after three years of four."""
    plan = Plan(id="p", title="A plan", period="2021/2025", indicators=(YEARLY,))
    rating = rate(assess(plan, as_of="2023"), "cn-midterm")["water"]
    assert (rating.label, rating.detail) == ("ahead", "of the target ≥86 for 2024")
    assert rating.value is not None
    assert round(rating.value, 4) == round(Decimal("0.775") / Decimal("0.75"), 4)
    assert (str(rating.baseline), str(rating.current)) == ("70 in 2020", "82.4 in 2023")


def test_other_measures_have_their_standing_too() -> None:
    rows = {
        Measure.TOTAL: ("≥100", "30", "behind"),
        Measure.REDUCTION: ("≥10", "8", "ahead"),
        Measure.GROWTH: ("≥5.0", "5.0", "on_track"),
        Measure.CHANGE: ("≥5", "6", "achieved_early"),
    }
    plan = Plan(
        id="p",
        title="A plan",
        period="2016/2020",
        indicators=tuple(
            Indicator(
                id=measure.value,
                name=measure.value,
                targets=(Threshold(bound=bound, measure=measure),),
                observations=(Observation(period="2016/2018", figure=figure, measure=measure),),
            )
            for measure, (bound, figure, _) in rows.items()
        ),
    )
    rated = rate(assess(plan, as_of="2018"), "cn-midterm")
    assert {one.indicator.id: one.rating.label for one in rated} == {id: row[-1] for id, row in rows.items()}
    assert rated["growth"].value is None
    assert dict(rated.overall.labels)["behind"] == 1
