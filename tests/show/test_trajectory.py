"""The trajectory: every point is what the library says of it, in the measure of the target in force."""

from __future__ import annotations

from hypothesis import given

import civicplan as cp
from civicplan import show
from civicplan.assessment import IndicatorAssessment
from civicplan.show.path import place_of, way_of
from civicplan.testing import plans
from civicplan.trajectory import annual_targets, project

from .pictures import rows_with

GDP = cp.Indicator(
    id="gdp",
    name="GDP",
    unit="bn",
    baseline=("2015", "2335.1"),
    targets=(cp.Threshold(bound="≥3100", period="2018"), "≥3800"),
    observations={"2016": "2512", "2017": "2702", "2018": "2890"},
)
JOBS = cp.Indicator(
    id="jobs",
    name="new jobs",
    targets=(cp.Threshold(bound="≥25", measure="total"),),
    observations=tuple(cp.Observation(period=year, figure="5", measure="total") for year in (2016, 2017)),
)


def assessed(*indicators: cp.Indicator, as_of: int = 2018) -> list[IndicatorAssessment]:
    return list(cp.assess(cp.Plan(id="p", title="A plan", period="2016/2020", indicators=indicators), as_of=as_of))


def values_of(own: IndicatorAssessment, what: str) -> list[str]:
    return [row["value"] for row in show.chart_data("trajectory", own, language="en") if row["what"] == what]


def test_a_level_is_shown_with_its_schedule_its_targets_and_where_it_leads() -> None:
    (own,) = assessed(GDP)
    assert values_of(own, "actual") == ["2335.1", "2512", "2702", "2890"]
    steps = annual_targets(GDP, period="2016/2020", measure="level")
    assert values_of(own, "schedule") == ["2335.1", *(f"{step.value:.2f}" for step in steps)]
    assert values_of(own, "target") == ["≥3100"]
    assert values_of(own, "target not in force") == ["≥3800"]
    ahead = project(GDP, to=2020, as_of=2018)
    assert values_of(own, "projection by average growth") == [f"{cp.or_none(ahead.by_growth):.2f}"]
    drawn = {row["value"] for row in rows_with(show.trajectory(own), "value")}
    assert {2335.1, 2890.0, 3800.0, float(cp.or_none(ahead.theil_sen) or 0)} <= drawn


def test_a_total_is_shown_from_nothing_on() -> None:
    (own,) = assessed(JOBS)
    assert values_of(own, "schedule") == ["0", "5.00", "10.00", "15.00", "20.00", "25.00"]
    assert values_of(own, "actual") == ["[5]"]
    assert values_of(own, "actual, derived") == ["[10]"]
    assert not values_of(own, "projection by average growth")


def test_what_cannot_be_drawn_is_said() -> None:
    words = cp.Indicator(id="x", name="x", targets=(cp.Delegated(authority="the province"),))
    (own,) = assessed(words)
    chart = show.trajectory(own, language="en").to_dict()
    assert any("No schedule is drawn: no such target is set in numbers." in line for line in chart["title"]["subtitle"])
    remarks = {row["remark"] for row in show.chart_data("trajectory", own, language="en")}
    assert remarks == {"not drawn: the series has too few points"}


def test_a_point_stands_at_the_end_of_its_period_with_the_ends_of_its_digits() -> None:
    (own,) = assessed(GDP)
    points = {row["words"]: row for row in rows_with(show.trajectory(own), "words") if "fill" in row}
    assert points["2512"]["place"] == 2016
    assert (points["2512"]["low"], points["2512"]["high"]) == (2511.5, 2512.5)


def every_actual_is_one_of_the_evidence(own: IndicatorAssessment) -> None:
    way = way_of(own)
    ends = [actual.period.end_key for actual in way.actuals]
    assert ends == sorted(set(ends))
    assert all(actual.measure is way.measure for actual in way.actuals)
    assert all(actual.period.ends_by(own.as_of) for actual in way.actuals)
    chart = show.trajectory(own, language="zh")
    drawn = {(row["place"], row["value"]) for row in rows_with(chart, "fill") if "place" in row}
    assert drawn == {(float(place_of(actual.period)), float(actual.value)) for actual in way.actuals}


def test_built_in_indicators_have_trajectories() -> None:
    for name, year in (("zhuzhou-13fyp", 2020), ("zhuzhou-14fyp", 2023)):
        for own in cp.assess(cp.datasets.load(name), as_of=year).indicators[::4]:
            every_actual_is_one_of_the_evidence(own)


@given(plans())
def test_so_has_any_other(plan: cp.Plan) -> None:
    for own in cp.assess(plan, as_of=plan.period).indicators[:2]:
        every_actual_is_one_of_the_evidence(own)
