"""Declared directions open the better side of a range and of an "about"; nothing else does."""

from __future__ import annotations

from decimal import Decimal

import pytest

import civicplan as cp
from civicplan import Bound, Caveat, Direction, Standing, Verdict
from civicplan.model import RelationLike, Target

from ._plans import outcome, plan, row, seen

D = Decimal


def reached(bound: str, figure: str, direction: str | None = None) -> tuple[Verdict, tuple[Caveat, ...]]:
    found = outcome(row(direction=direction, targets=(bound,), observations={"2020": figure}))
    return found.verdict, found.caveats


def test_10_7_meets_10_give_or_take_0_5_where_higher_is_better() -> None:
    assert reached("10±0.5", "10.7", "higher") == (Verdict.MET, ())
    assert reached("10±0.5", "9.3", "higher") == (Verdict.NOT_MET, ())
    assert reached("10±0.5", "10.7") == (Verdict.NOT_MET, ())


def test_2_0_meets_3_give_or_take_0_5_where_lower_is_better() -> None:
    assert reached("3±0.5", "2.0", "lower") == (Verdict.MET, ())
    assert reached("3±0.5", "3.6", "lower") == (Verdict.NOT_MET, ())
    assert reached("3±0.5", "2.0") == (Verdict.NOT_MET, ())


def test_a_declared_direction_opens_the_better_side_of_a_range() -> None:
    assert reached("6.0..6.5", "9.0", "higher") == (Verdict.MET, ())
    assert reached("6.0..6.5", "5.0", "higher") == (Verdict.NOT_MET, ())
    assert reached("6.0..6.5", "5.0", "lower") == (Verdict.MET, ())
    assert reached("6.0..6.5", "9.0", "lower") == (Verdict.NOT_MET, ())


@pytest.mark.parametrize("direction", [None, "range"])
def test_undeclared_and_range_directions_stay_two_sided(direction: str | None) -> None:
    for figure in ("5.0", "9.0"):
        assert reached("6.0..6.5", figure, direction) == (Verdict.NOT_MET, ())
        assert reached("7±1", figure, direction)[0] is Verdict.NOT_MET


def test_an_inferred_direction_opens_nothing() -> None:
    indicator = row(targets=("≥1", "6.0..6.5"), observations={"2020": "9.0"})
    assert cp.assess(plan(indicator), as_of="2020")["a"].outcomes[1].verdict is Verdict.NOT_MET


@pytest.mark.parametrize("direction", ["higher", "lower", "range", None])
def test_exactly_stays_two_sided(direction: str | None) -> None:
    for figure in ("9", "11"):
        assert reached("=10", figure, direction) == (Verdict.NOT_MET, ())


@pytest.mark.parametrize("direction", [None, "higher", "lower"])
def test_reduction_declares_that_more_of_it_is_better_whatever_the_level_s_direction(direction: str | None) -> None:
    for bound, figure, verdict in (
        ("15..17", "20.0", Verdict.MET),
        ("15..17", "10.0", Verdict.NOT_MET),
        ("16±1", "20.0", Verdict.MET),
        ("≈16", "20.0", Verdict.MET),
    ):
        target = cp.Threshold(bound=bound, measure="reduction")
        published = (seen("2016/2020", figure, "reduction"),)
        assert outcome(row(direction=direction, targets=(target,), observations=published)).verdict is verdict, bound


def test_about_20_needs_no_tolerance() -> None:
    assert str(Bound.about("20")) == "≈20"


def test_about_20_in_a_declared_direction_is_met_from_the_figure_on() -> None:
    assert reached("≈20", "21", "higher") == (Verdict.MET, ())
    assert reached("≈20", "19", "lower") == (Verdict.MET, ())


@pytest.mark.parametrize("direction", [None, "range", "higher", "lower"])
def test_equality_meets_about_20(direction: str | None) -> None:
    assert reached("≈20", "20", direction) == (Verdict.MET, (Caveat.DIGITS,))


def test_anything_else_against_about_20_is_not_assessable() -> None:
    for figure, direction in (("19", "higher"), ("21", "lower"), ("19", None), ("21", None), ("21", "range")):
        found = outcome(row(direction=direction, targets=("≈20",), observations={"2020": figure}))
        assert (found.verdict, found.reason) == (Verdict.NOT_ASSESSABLE, cp.Reason.TOLERANCE_UNKNOWN), (
            figure,
            direction,
        )


def beside(own: str, other: str, direction: str | None = None, tolerance: str | None = None) -> cp.assessment.Outcome:
    target = cp.Relative(reference="b", relation="in_step", tolerance=tolerance)
    return outcome(
        row(direction=direction, targets=(target,), observations=(seen("2016/2020", own, "growth"),)),
        "2020",
        row("b", observations=(seen("2016/2020", other, "growth"),)),
    )


def test_in_step_without_a_tolerance_is_about_no_difference() -> None:
    assert (beside("7.2", "7.2").verdict, beside("7.2", "7.2").caveats) == (Verdict.MET, (Caveat.DIGITS,))
    assert beside("7.9", "7.2").reason is cp.Reason.TOLERANCE_UNKNOWN
    assert beside("6.9", "7.2").reason is cp.Reason.TOLERANCE_UNKNOWN


def test_in_step_is_one_sided_in_a_declared_direction() -> None:
    assert (beside("7.9", "7.2", "higher").verdict, beside("7.9", "7.2", "higher").caveats) == (Verdict.MET, ())
    assert beside("6.9", "7.2", "higher").reason is cp.Reason.TOLERANCE_UNKNOWN
    assert beside("6.9", "7.2", "lower").verdict is Verdict.MET
    assert beside("9.9", "7.2", "higher", "1").verdict is Verdict.MET
    assert beside("9.9", "7.2", None, "1").verdict is Verdict.NOT_MET


def test_admits_and_decides_take_a_direction() -> None:
    bound = Bound.about("10", tolerance="0.5")
    assert (bound.admits("10.7"), bound.admits("10.7", direction="higher")) == (False, True)
    assert (bound.decides("10.5"), bound.decides("10.5", direction="higher")) == (False, True)


@pytest.mark.parametrize("bound", ["20±5", "20±1", "≈20"])
@pytest.mark.parametrize("direction", ["higher", None])
def test_progress_pace_and_required_growth_count_to_the_centre_of_an_about(bound: str, direction: str | None) -> None:
    indicator = row(
        direction=direction,
        baseline=("2015", "10.0"),
        targets=(bound,),
        observations={"2018": "14.0"},
    )
    found = cp.assess(plan(indicator), as_of="2018")["a"]
    assert found.progress == D("0.4")
    assert isinstance(found.pace, D)
    assert round(found.pace, 6) == D("0.666667")
    assert found.required_growth == cp.required_cagr(10, 20, 5)


def test_progress_pace_and_required_growth_count_to_the_near_end_of_a_range() -> None:
    for start, level, goal in (("10.0", "14.0", 20), ("40.0", "36.0", 30)):
        indicator = row(baseline=("2015", start), targets=("20..30",), observations={"2018": level})
        found = cp.assess(plan(indicator), as_of="2018")["a"]
        assert found.progress == D("0.4"), start
        assert found.required_growth == cp.required_cagr(start, goal, 5), start


@pytest.mark.parametrize("bound", ["6.0..6.5", "6±1", "≈6"])
def test_a_range_on_growth_says_nothing_of_the_level_s_direction(bound: str) -> None:
    assert row(targets=(cp.Threshold(bound=bound, measure="growth"),)).effective_direction is None
    both = row(targets=(cp.Threshold(bound=bound, measure="growth"), "≥100"))
    assert both.effective_direction is Direction.HIGHER


def test_equal_100_implies_no_direction() -> None:
    assert row(targets=("=100",)).effective_direction is None


@pytest.mark.parametrize(("relation", "direction"), [("below", None), ("above", Direction.HIGHER), ("in_step", None)])
def test_below_the_reference_does_not_make_lower_better(relation: RelationLike, direction: Direction | None) -> None:
    target: Target = cp.Relative(reference="b", relation=relation)
    assert row(targets=(target,)).effective_direction is direction


def test_a_range_in_a_declared_direction_is_achieved_early_beyond_its_far_end() -> None:
    for direction, standing in (("higher", Standing.ACHIEVED_EARLY), (None, Standing.BEHIND)):
        indicator = row(
            direction=direction, baseline=("2015", "10.0"), targets=("20..30",), observations={"2018": "36.0"}
        )
        assert outcome(indicator, "2018").standing is standing


@pytest.mark.parametrize("bound", ["20±5", "≈20"])
def test_attainment_of_an_about_in_a_declared_direction_counts_to_its_centre(bound: str) -> None:
    found = outcome(row(direction="higher", targets=(bound,), observations={"2020": "22"}))
    assert found.attainment == D("1.1")


def test_there_is_no_geometric_path_from_below_zero_to_above_it() -> None:
    indicator = row(baseline=("2015", "-5.0"), targets=("≥5",), observations={"2018": "3.0"})
    found = cp.assess(plan(indicator), as_of="2018", path="geometric")["a"]
    assert found.standing == cp.NotAssessable(cp.Reason.SIGN_CHANGE)


def test_there_is_no_geometric_path_from_or_to_zero() -> None:
    for baseline, bound, reason in (
        ("5.0", "≤0", cp.Reason.ZERO_TARGET),
        ("0", "≥5", cp.Reason.ZERO_BASELINE),
    ):
        indicator = row(baseline=("2015", baseline), targets=(bound,), observations={"2018": "3.0"})
        found = cp.assess(plan(indicator), as_of="2018", path="geometric")["a"]
        assert found.standing == cp.NotAssessable(reason), bound
