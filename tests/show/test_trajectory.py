"""The trajectory: every point is what the library says of it, in the measure of the target in force."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given

import civicplan as cp
from civicplan import show
from civicplan.assessment import IndicatorAssessment
from civicplan.show.heights import Heights
from civicplan.show.path import place_of, way_of
from civicplan.show.way_marks import marks_of
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


def places_of(own: IndicatorAssessment, kind: str) -> list[float]:
    return [float(mark.place) for mark in marks_of(way_of(own)) if mark.kind == kind]


def test_a_schedule_starts_at_the_baseline_whatever_was_published_before() -> None:
    earlier = cp.Indicator(
        id="x", name="x", baseline=("2015", "100"), targets=("≥200",), observations={"2010": "50", "2016": "120"}
    )
    (own,) = assessed(earlier)
    assert values_of(own, "actual") == ["50", "100", "120"]
    assert values_of(own, "schedule") == ["100", "120.00", "140.00", "160.00", "180.00", "200.00"]
    assert places_of(own, "schedule") == [2015, 2016, 2017, 2018, 2019, 2020]


def test_a_schedule_keeps_its_years_whichever_target_is_printed_last() -> None:
    at_mid_year = cp.Threshold(bound="≥120", period="2016-Q2")
    for targets in (("≥200", at_mid_year), (at_mid_year, "≥200")):
        both = cp.Indicator(
            id="x", name="x", stock=True, baseline=("2015", "100"), targets=targets, observations={"2016": "120"}
        )
        (own,) = assessed(both)
        assert places_of(own, "schedule") == [2015, 2016, 2017, 2018, 2019, 2020]


def test_years_of_a_fiscal_plan_end_where_their_levels_do() -> None:
    years = [cp.Period.parse(f"FY{year}", fiscal_year_start=4) for year in range(2020, 2026)]
    level = cp.Indicator(
        id="x",
        name="x",
        baseline=cp.Observation(period=years[0], figure="100"),
        targets=("≥200",),
        observations=[
            cp.Observation(period=year, figure=figure) for year, figure in zip(years[1:3], ("110", "130"), strict=True)
        ],
    )
    plan = cp.Plan(id="p", title="A plan", period=years[1].through(years[-1]), indicators=(level,))
    own = cp.assess(plan, as_of=years[2])["x"]
    assert places_of(own, "schedule") == [float(place_of(year)) for year in years]
    assert set(places_of(own, "ahead")) == {float(place_of(years[-1]))}
    said = [row["period"] for row in show.chart_data("trajectory", own, language="en") if row["what"] == "schedule"]
    assert said == [str(year) for year in years]


def test_no_end_of_what_was_computed_is_said_with_all_its_digits() -> None:
    rate = cp.Threshold(bound="≥8", measure="growth")
    figures = {"2016": "110.123456", "2018": "130"}
    (own,) = assessed(cp.Indicator(id="x", name="x", baseline=("2015", "100"), targets=(rate,), observations=figures))
    rows = [row for row in show.chart_data("trajectory", own, language="en") if row["what"] == "actual, derived"]
    assert [row["lowest"] for row in rows] == ["9.5756", "8.8181"]


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


def level(*, as_of: int, baseline: str, target: str, **observations: str) -> IndicatorAssessment:
    """A level with a target for 2020 and what was published of each year, such as y2016="74"."""
    published = {year.removeprefix("y"): figure for year, figure in observations.items()}
    own = cp.Indicator(id="x", name="x", baseline=("2015", baseline), targets=(target,), observations=published)
    return assessed(own, as_of=as_of)[0]


def wedge_of(own: IndicatorAssessment) -> list[dict[str, Any]]:
    """The wedge of the projection, the earliest first."""
    rows = [row for row in rows_with(show.trajectory(own), "place") if row.keys() == {"place", "low", "high"}]
    return sorted(rows, key=lambda row: float(row["place"]))


def below(own: IndicatorAssessment) -> str:
    return " ".join(show.trajectory(own, language="en").to_dict()["title"]["subtitle"])


def test_a_projection_starts_at_the_last_point_that_it_uses() -> None:
    for last in ("≥85", "≈85"):
        own = level(as_of=2018, baseline="70", target="≥90", y2016="74", y2017="79", y2018=last)
        assert wedge_of(own)[0] == {"place": 2017.0, "low": 79.0, "high": 79.0}
        assert "The projection starts at the end of 2017, the last figure that it uses" in below(own)
    own = level(as_of=2018, baseline="70", target="≥90", y2016="74", y2017="79", y2018="85")
    assert wedge_of(own)[0] == {"place": 2018.0, "low": 85.0, "high": 85.0}
    assert "projection" not in below(own)


def test_what_is_judged_is_not_projected() -> None:
    figures = {"y2016": "74", "y2017": "79", "y2020": "≥95"}
    judged = level(as_of=2020, baseline="70", target="≥90", **figures)
    assert judged.verdict == "met"
    assert not wedge_of(judged)
    assert not values_of(judged, "projection by average growth")


def test_a_projection_far_beyond_all_else_ends_in_an_arrow_with_its_number() -> None:
    own = level(as_of=2017, baseline="1", target="≥30", y2016="14", y2017="21")
    far = values_of(own, "projection by average growth")
    chart = show.trajectory(own, language="en")
    edges = {row["edge"] for row in rows_with(chart, "edge")}
    assert {row["shape"] for row in rows_with(chart, "edge")} == {"triangle-up"}
    assert max(edges) < 3 * 30 + 60 < float(far[0])
    assert far[0] in {row["words"] for row in rows_with(chart, "words") if "colour" in row}
    assert max(row["high"] for row in wedge_of(own)) == max(edges)
    assert "goes on beyond the edge" in below(own)


def test_a_number_stands_beside_a_bar_that_would_strike_it_through() -> None:
    for figures, aligned in ((("10", "21"), {"left", "right"}), (("10.00", "21.00"), {"center"})):
        own = level(as_of=2020, baseline=figures[0], target="≥12", y2020=figures[1])
        layers = show.trajectory(own).to_dict()["layer"]
        marks = [layer["mark"] for layer in layers if layer["mark"].get("dy") is not None]
        assert {mark["align"] for mark in marks} == aligned


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


FAR = cp.Indicator(
    id="far", name="new jobs", direction="higher", baseline=("2015", "1"), targets=("≥30",),
    observations={"2016": "14", "2017": "21"},
)  # fmt: skip


def test_a_wedge_has_its_corners_where_its_edges_reach_the_end_of_the_axis() -> None:
    (own,) = assessed(FAR, as_of=2017)
    way = way_of(own)
    heights = Heights.of(marks_of(way), 0.1)
    start, corner, end = heights.wedge(marks_of(way), way.ahead_from)
    assert (start.place, start.low, start.high) == (2017, 21, 21)
    assert (corner.high, end.high) == (heights.high, heights.high)
    assert corner.place < 2018
    assert corner.low < end.low < heights.high


def test_the_number_of_a_point_stands_below_where_the_schedule_leads_up_from_it() -> None:
    rising, falling = (
        cp.Indicator(id=name, name=name, baseline=("2015", "10"), targets=(target,), observations={"2016": "10"})
        for name, target in (("rising", "≥20"), ("falling", "≤5"))
    )
    for own, is_below in zip(assessed(rising, falling, as_of=2016), (True, False), strict=True):
        (first, *_) = rows_with(show.trajectory(own), "is_below")
        assert first["is_below"] is is_below


def test_the_legend_of_a_narrow_chart_takes_as_many_lines_as_it_needs() -> None:
    (own,) = assessed(FAR, as_of=2017)
    for width in (280, 360, 640):
        svg = show.to_svg(show.trajectory(own, language="en", width=width))
        assert float(svg.partition(' width="')[2].partition('"')[0]) <= width + 1


def test_a_target_that_was_revised_is_a_line_without_a_band() -> None:
    """A point between the two misses the target that counts, and must not stand among values that meet one."""
    own = cp.assess_indicator(
        cp.Indicator(
            id="a",
            name="PM2.5",
            baseline=("2015", "38"),
            targets=("≤32", cp.Threshold(bound="≤30", published="2018-06")),
            observations={"2020": "31"},
        ),
        period="2016/2020",
        as_of="2020",
    )
    earlier, valid = (mark for mark in marks_of(way_of(own)) if mark.kind == "target")
    assert (earlier.low, earlier.high, earlier.words) == (Decimal(32), Decimal(32), "≤32 (revised)")
    assert (valid.low, valid.high, valid.words) == (None, Decimal(30), "≤30")
