"""The chart of progress: every point is what the assessment says, and who has no share is named."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import show
from civicplan.assessment import Outcome, PlanAssessment
from civicplan.show.spread import spread
from civicplan.testing import plans

from .pictures import rows_with


def says_what_it_knows(assessment: PlanAssessment) -> None:
    chart = show.progress(assessment, language="en")
    drawn = sorted((row["done"], row["gone"]) for row in rows_with(chart, "stroke") if "said0" in row)
    known = [(own.progress, own.elapsed) for own in assessment if cp.is_defined(own.progress)]
    assert drawn == sorted((float(done), float(gone)) for done, gone in known if cp.is_defined(gone))
    rows = show.chart_data("progress", assessment, language="en")
    for row, own in zip(rows, assessment, strict=True):
        is_limit = isinstance(own.target, Outcome) and own.target.limits_a_total
        if not cp.is_defined(own.progress):
            assert row["remark"] == f"not drawn: {own.progress}"
        elif isinstance(own.target, Outcome) and own.target.is_past_the_range:
            assert row["remark"] == "past the range: more was done than the target allows"
        elif is_limit:
            assert row["remark"] == "a limit: the share done is how much of it is used up"
        else:
            assert (row["remark"] == "") is (row["scheduled by then"] != "—")


def test_a_built_in_plan_is_drawn_as_it_is_assessed() -> None:
    for name in cp.datasets.names():
        plan = cp.datasets.load(name)
        for year in (plan.period.start.year, plan.period.end.year):
            says_what_it_knows(cp.assess(plan, as_of=year))


@given(plans())
def test_so_is_any_plan(plan: cp.Plan) -> None:
    says_what_it_knows(cp.assess(plan, as_of=plan.period))


def test_who_has_no_share_is_named_below_the_title() -> None:
    chart = show.progress(cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of=2020), language="en").to_dict()
    below = " ".join(chart["title"]["subtitle"])
    assert "3 indicators are not drawn, as their shares are undefined: value added of large industry" in below
    assert "1 hollow point is a limit" in below


def below(indicator: cp.Indicator) -> str:
    """What stands below the title of a chart of one indicator."""
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(indicator,))
    return " ".join(show.progress(cp.assess(plan, as_of=2017), language="en").to_dict()["title"]["subtitle"])


def test_no_schedule_is_not_a_schedule_of_equal_rates() -> None:
    rate = cp.Threshold(bound="≥9", measure="growth")
    for baseline, words in (("0", "1 point has no schedule"), ("50", "1 indicator has a schedule of equal rates")):
        said = below(
            cp.Indicator(
                id="x", name="x", baseline=("2015", baseline), targets=("≥200", rate), observations={"2017": "60"}
            )
        )
        assert words in said
        assert ("equal rates" in said) is (baseline != "0")


def test_what_is_past_its_range_is_not_called_ahead() -> None:
    for figure, is_past in (("40", True), ("25", False), ("12", False)):
        said = below(
            cp.Indicator(
                id="x",
                name="x",
                direction="range",
                baseline=("2015", "10"),
                targets=("20..30",),
                observations={"2017": figure},
            )
        )
        assert ("1 point above the diagonal is not ahead" in said) is is_past


def test_a_thousand_points_have_labels_for_those_that_are_furthest_off() -> None:
    rows = tuple(
        cp.Indicator(
            id=f"x{place}",
            name=f"x{place}",
            targets=("≥100",),
            baseline=("2015", "0"),
            observations={"2020": str(place)},
        )
        for place in range(1, 1001)
    )
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=rows)
    chart = show.progress(cp.assess(plan, as_of=2020))
    labels = [row for row in rows_with(chart, "name") if "y" in row]
    assert {row["name"] for row in labels} == {f"x{place}" for place in range(941, 1001)}
    assert "940 indicators near their schedule have no label" in " ".join(chart.to_dict()["title"]["subtitle"])


@given(st.lists(st.floats(0, 100)), st.floats(1, 20))
def test_labels_keep_their_order_and_their_distance(wanted: list[float], gap: float) -> None:
    heights = spread(sorted(wanted), gap, 0, max(100, gap * len(wanted)))
    assert len(heights) == len(wanted)
    assert all(after - before >= gap - 1e-6 for before, after in itertools.pairwise(heights))
