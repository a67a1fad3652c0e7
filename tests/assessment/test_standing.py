"""Before the due date the verdict is NOT_DUE and the standing speaks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.assessment import IndicatorAssessment, Outcome
from civicplan.assessment.outcome import pace_of
from civicplan.assessment.standing import standing_of_share
from civicplan.errors import InvalidValueError
from civicplan.evidence import Actual
from civicplan.measure.schedule import Path
from civicplan.model import MeasureLike
from civicplan.values import Interval, Period, value_or_reason
from civicplan.values._decimals import EXACT

from ._plans import outcome, plan, row, seen

LEVEL = cp.Threshold(bound="≥200")
HOLD = cp.Threshold(bound="≥100")
TOTAL = cp.Threshold(bound="≥50", measure="total")
CAP = cp.Threshold(bound="≤50", measure="total")
RANGE = cp.Threshold(bound="40..50", measure="total")
STEADY = cp.Threshold(bound="-1..1", measure="growth")
REDUCTION = cp.Threshold(bound="≥17", measure="reduction")
GROWTH = cp.Threshold(bound="≥9", measure="growth")


@pytest.mark.parametrize(
    ("target", "published", "standing"),
    [
        (LEVEL, [("2018", "210", "level")], cp.Standing.ACHIEVED_EARLY),
        (LEVEL, [("2018", "170", "level")], cp.Standing.AHEAD),
        (LEVEL, [("2018", "165", "level")], cp.Standing.AHEAD),
        (LEVEL, [("2018", "160", "level")], cp.Standing.ON_TRACK),
        (LEVEL, [("2018", "155", "level")], cp.Standing.BEHIND),
        (LEVEL, [("2018", "98", "level")], cp.Standing.REVERSING),
        (HOLD, [("2018", "101", "level")], cp.Standing.ON_TRACK),
        (HOLD, [("2018", "99", "level")], cp.Standing.BEHIND),
        (TOTAL, [("2016/2018", "30", "total")], cp.Standing.ON_TRACK),
        (TOTAL, [("2016", "10", "total"), ("2017", "30", "total")], cp.Standing.AHEAD),
        (TOTAL, [("2016/2018", "51", "total")], cp.Standing.ACHIEVED_EARLY),
        (TOTAL, [("2016/2018", "-1", "total")], cp.Standing.REVERSING),
        (CAP, [("2016/2018", "20", "total")], cp.Standing.AHEAD),
        (CAP, [("2016/2018", "30", "total")], cp.Standing.ON_TRACK),
        (CAP, [("2016/2018", "45", "total")], cp.Standing.BEHIND),
        (CAP, [("2016/2018", "60", "total")], cp.Standing.BEHIND),
        (RANGE, [("2016/2018", "24", "total")], cp.Standing.ON_TRACK),
        (RANGE, [("2016/2018", "45", "total")], cp.Standing.ON_TRACK),
        (RANGE, [("2016/2018", "51", "total")], cp.Standing.BEHIND),
        (STEADY, [("2016/2018", "3", "growth")], cp.Standing.BEHIND),
        (STEADY, [("2016/2018", "-3", "growth")], cp.Standing.BEHIND),
        (cp.Threshold(bound="180..200"), [("2018", "260", "level")], cp.Standing.BEHIND),
        (cp.Threshold(bound=">100"), [("2018", "101", "level")], cp.Standing.ACHIEVED_EARLY),
        (cp.Threshold(bound=">100"), [("2018", "100", "level")], cp.Standing.BEHIND),
        (REDUCTION, [("2016/2018", "4.87", "reduction")], cp.Standing.BEHIND),
        (REDUCTION, [("2016/2018", "18", "reduction")], cp.Standing.ACHIEVED_EARLY),
        (REDUCTION, [("2016", "-1.51", "reduction")], cp.Standing.REVERSING),
        (GROWTH, [("2016/2018", "9.5", "growth")], cp.Standing.AHEAD),
        (GROWTH, [("2016/2018", "9.0", "growth")], cp.Standing.ON_TRACK),
        (GROWTH, [("2016/2018", "8.9", "growth")], cp.Standing.BEHIND),
        (GROWTH, [("2016/2018", "-1", "growth")], cp.Standing.BEHIND),
        (GROWTH, [("2018", "150", "level")], cp.Standing.AHEAD),
    ],
)
def test_the_share_done_is_held_against_the_time_gone(
    target: cp.Threshold, published: list[tuple[str, str, MeasureLike]], standing: cp.Standing
) -> None:
    observations = tuple(seen(*figures) for figures in published)
    found = outcome(row(baseline=seen("2015", "100"), targets=(target,), observations=observations), "2018")
    assert found.verdict is cp.Verdict.NOT_DUE
    assert not found.decisive
    assert found.standing is standing


def test_the_time_gone_is_that_of_the_figure_not_of_the_day() -> None:
    found = outcome(row(baseline=seen("2015", "100"), targets=(LEVEL,), observations=(seen("2017", "140"),)), "2019")
    assert str(found.elapsed) == "0.4"
    assert found.standing is cp.Standing.ON_TRACK


def test_the_tolerance_is_an_argument() -> None:
    indicator = row(baseline=seen("2015", "100"), targets=(LEVEL,), observations=(seen("2018", "170"),))
    whole = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(indicator,))
    assert cp.assess(whole, as_of="2018", tolerance="0.1")["a"].standing is cp.Standing.ON_TRACK
    with pytest.raises(InvalidValueError, match="tolerance"):
        cp.assess(whole, as_of="2018", tolerance="-0.1")


def test_the_published_example_of_a_reduction() -> None:
    """+1.51, -2.20, -4.18 percent against a target of 17: 4.87 so far, 26.8 % of the task done."""
    rates = (seen("2016", "-1.51", "reduction"), seen("2017", "2.20", "reduction"), seen("2018", "4.18", "reduction"))
    found = outcome(row(targets=(REDUCTION,), observations=rates), "2018")
    assert isinstance(found.actual, Actual)
    assert f"{found.actual.value:.2f}" == "4.87"
    assert f"{found.progress:.3f}" == "0.268"


def test_without_a_baseline_a_level_has_no_standing_unless_it_is_met() -> None:
    below = outcome(row(targets=(LEVEL,), observations=(seen("2018", "150"),)), "2018")
    assert below.standing == cp.NotAssessable(cp.Reason.MISSING_BASELINE)
    above = outcome(row(targets=(LEVEL,), observations=(seen("2018", "250"),)), "2018")
    assert above.standing is cp.Standing.ON_TRACK


@pytest.mark.parametrize(("own", "standing"), [("7.7", cp.Standing.ON_TRACK), ("5.0", cp.Standing.BEHIND)])
def test_a_relation_is_kept_or_not_and_never_achieved_early(own: str, standing: cp.Standing) -> None:
    target = cp.Relative(reference="b", relation="in_step", tolerance="1")
    found = outcome(
        row(targets=(target,), observations=(seen("2016/2018", own, "growth"),)),
        "2018",
        row("b", observations=(seen("2016/2018", "7.2", "growth"),)),
    )
    assert found.verdict is cp.Verdict.NOT_DUE
    assert found.standing is standing
    assert "points" in found.explain()


@pytest.mark.parametrize("bound", ["≤-20", "≥-20"])
def test_a_sum_below_nothing_has_no_standing(bound: str) -> None:
    target = cp.Threshold(bound=bound, measure="total")
    found = outcome(row(targets=(target,), observations=(seen("2016", "-15", "total"),)), "2016")
    assert found.standing == cp.NotAssessable(cp.Reason.NEGATIVE_VALUE)


def test_a_level_from_before_the_plan_is_not_so_far() -> None:
    found = outcome(row(targets=(cp.Threshold(bound="≥75"),), observations=(seen("2010", "80"),)), "2018")
    assert found.actual == cp.NotAssessable(cp.Reason.MISSING_OBSERVATION)


@given(
    baseline=st.integers(2000, 2019),
    at=st.integers(1, 19),
    left=st.integers(1, 20),
    step=st.integers(-9, 9).filter(bool),
)
def test_a_level_on_the_straight_line_from_its_baseline_is_on_schedule_whatever_the_baselines_year(
    baseline: int, at: int, left: int, step: int
) -> None:
    now, due = baseline + at, baseline + at + left
    end = 100 + step * (at + left)
    target = cp.Threshold(bound=f"≥{end}" if step > 0 else f"≤{end}", period=str(due))
    indicator = row(
        baseline=seen(str(baseline), "100"), targets=(target,), observations=(seen(str(now), str(100 + step * at)),)
    )
    whole = cp.Plan(id="p", title="A plan", period="2001/2060", indicators=(indicator,))
    found = cp.assess(whole, as_of=now, tolerance="0")[indicator.id]
    assert isinstance(found.pace, Decimal)
    assert abs(found.pace - 1) < Decimal("1e-20")
    assert found.elapsed == Period.of(baseline).until(due).elapsed(now)


def test_a_lead_of_exactly_the_tolerance_is_on_track() -> None:
    """7/60 - 1/15 is 0.05."""
    for share, scheduled in ((7, 4), (1, 4), (5, 8), (11, 8)):
        done, elapsed = (EXACT.divide(Decimal(part), Decimal(60)) for part in (share, scheduled))
        exact = Interval.exactly(done)
        assert standing_of_share(exact, elapsed, Decimal("0.05")) is cp.Standing.ON_TRACK, share
        assert standing_of_share(exact, elapsed, Decimal("0.0499")) is not cp.Standing.ON_TRACK, share


def test_a_share_is_off_the_schedule_only_where_all_that_its_digits_allow_is() -> None:
    for share, scheduled, standing in (
        ("0.583", Decimal(7) / 12, cp.Standing.ON_TRACK),
        ("0.366", Decimal("0.4"), cp.Standing.BEHIND),
        ("0.1564", Decimal("0.2"), cp.Standing.BEHIND),
        ("0.378", Decimal(1) / 3, cp.Standing.AHEAD),
        ("0.60", Decimal("0.605"), cp.Standing.ON_TRACK),
        ("0.00", Decimal("0.2"), cp.Standing.BEHIND),
        ("-0.01", Decimal("0.2"), cp.Standing.REVERSING),
    ):
        assert standing_of_share(cp.Figure(share).interval, scheduled, Decimal(0)) is standing, share


def test_a_level_is_on_schedule_where_the_digits_of_it_and_of_its_baseline_allow_that() -> None:
    for baseline, level, standing in (
        ("0", "3", cp.Standing.ON_TRACK),
        ("0.0", "3.0", cp.Standing.ON_TRACK),
        ("0.0", "3.1", cp.Standing.AHEAD),
        ("0.0", "2.9", cp.Standing.BEHIND),
        ("0", "2.9", cp.Standing.ON_TRACK),
    ):
        indicator = row(
            baseline=seen("2015", baseline),
            targets=(cp.Threshold(bound="≥5"),),
            observations=(seen("2018", level),),
        )
        assert outcome(indicator, "2018").standing is standing, (baseline, level)


def test_a_reduction_that_may_be_of_everything_is_ahead() -> None:
    for figure in ("99", "99.8", "98.9"):
        found = outcome(
            row(
                targets=(cp.Threshold(bound="≥99.99", measure="reduction"),),
                observations=(seen("2016", figure, "reduction"),),
            ),
            "2016",
        )
        assert found.standing is cp.Standing.AHEAD, figure


@pytest.mark.parametrize(
    ("bound", "baseline", "level", "standing"),
    [
        (">5", "5", "4", cp.Standing.REVERSING),
        (">5", "5", "-1", cp.Standing.REVERSING),
        (">5", "5", "5", cp.Standing.BEHIND),
        ("<-5", "-5", "-4", cp.Standing.REVERSING),
        ("<-5", "-5", "1", cp.Standing.REVERSING),
    ],
)
def test_a_level_reverses_from_its_baseline_whatever_its_sign(
    bound: str, baseline: str, level: str, standing: cp.Standing
) -> None:
    indicator = row(
        baseline=seen("2015", baseline), targets=(cp.Threshold(bound=bound),), observations=(seen("2018", level),)
    )
    assert outcome(indicator, "2018").standing is standing


def test_the_progress_of_a_reduction_within_a_range_counts_towards_its_nearer_end() -> None:
    target = cp.Threshold(bound="19..21", measure="reduction")
    found = outcome(row(targets=(target,), observations=(seen("2016/2020", "19", "reduction"),)))
    assert found.progress == 1


def test_beyond_a_range_the_explanation_says_so() -> None:
    indicator = row(
        baseline=seen("2015", "5.8"), targets=(cp.Threshold(bound="4.5..5.5"),), observations=(seen("2018", "4.0"),)
    )
    assert "behind, because it has gone past the range" in outcome(indicator, "2018").explain()


@pytest.mark.parametrize(("level", "standing"), [("80", cp.Standing.ON_TRACK), ("70", cp.Standing.BEHIND)])
def test_a_level_to_hold_is_one_whatever_the_length_of_its_baseline(level: str, standing: cp.Standing) -> None:
    target = cp.Threshold(bound="≥75")
    indicator = row(baseline=seen("2015-12", "80"), targets=(target,), observations=(seen("2018", level),))
    assert outcome(indicator, "2018").standing is standing


def test_the_time_of_a_total_is_its_own_period_wherever_the_level_started() -> None:
    target = cp.Threshold(bound="≥30", measure="total", period="2018/2020")
    published = (seen("2018/2019", "20", "total"),)
    found = outcome(row(baseline=seen("2015", "1"), targets=(target,), observations=published), "2019")
    assert round(cp.or_none(found.elapsed) or 0, 4) == Decimal("0.6667")
    assert found.standing is cp.Standing.ON_TRACK


def test_a_bound_that_nothing_done_already_meets_is_held_and_never_achieved_early() -> None:
    for bound, measure, figure, standing in (
        ("≤0", "total", "0", cp.Standing.ON_TRACK),
        ("≤0", "total", "3", cp.Standing.BEHIND),
        ("=0", "total", "0", cp.Standing.ON_TRACK),
        ("=0", "total", "3", cp.Standing.BEHIND),
        ("0±1", "total", "0", cp.Standing.ON_TRACK),
        ("0±1", "total", "3", cp.Standing.BEHIND),
        ("≥0", "total", "3", cp.Standing.ON_TRACK),
        ("≥0", "total", "-3", cp.Standing.BEHIND),
        (">0", "total", "3", cp.Standing.ACHIEVED_EARLY),
        ("≥0", "reduction", "3", cp.Standing.ON_TRACK),
        ("≥-5", "reduction", "-3", cp.Standing.ON_TRACK),
        ("≥-5", "reduction", "-8", cp.Standing.BEHIND),
        ("≥-5", "change", "-3", cp.Standing.ON_TRACK),
        ("≥-5", "change", "-8", cp.Standing.BEHIND),
    ):
        target = cp.Threshold(bound=bound, measure=cp.Measure(measure))
        published = (seen("2016/2018", figure, cp.Measure(measure)),)
        indicator = row(baseline=seen("2015", "40"), targets=(target,), observations=published)
        assert outcome(indicator, "2018").standing is standing, (bound, measure, figure)


def test_past_an_about_without_a_tolerance_nothing_says_whether_it_is_too_far() -> None:
    unknown = cp.NotAssessable(cp.Reason.TOLERANCE_UNKNOWN)
    total = cp.Threshold(bound="≈50", measure="total")
    assert outcome(row(targets=(total,), observations=(seen("2016/2018", "51", "total"),)), "2018").standing == unknown
    level = row(baseline=seen("2015", "40"), targets=("≈50",), observations=(seen("2018", "51"),))
    assert outcome(level, "2018").standing == unknown


def test_the_pace_is_the_share_done_over_the_share_elapsed_where_there_are_both() -> None:
    nothing = cp.NotAssessable(cp.Reason.MISSING_OBSERVATION)
    assert pace_of(Decimal("0.3"), Decimal("0.6")) == Decimal("0.5")
    assert value_or_reason(pace_of, nothing, Decimal("0.6")) == nothing
    assert value_or_reason(pace_of, Decimal("0.3"), nothing) == nothing
    assert value_or_reason(pace_of, Decimal("0.3"), Decimal(0)) == cp.NotAssessable(cp.Reason.NOTHING_ELAPSED)


def test_an_average_is_ahead_on_track_or_behind_and_a_cap_on_it_is_held_or_not() -> None:
    for bound, figure, standing in (
        ("≥9", "9.2", cp.Standing.AHEAD),
        ("≥9", "9.0", cp.Standing.ON_TRACK),
        ("≥9", "8.8", cp.Standing.BEHIND),
        ("≥9", "-0.5", cp.Standing.BEHIND),
        ("≥-0.5", "-1.0", cp.Standing.BEHIND),
        ("≤-9", "-9.5", cp.Standing.ON_TRACK),
        ("≤-9", "0.5", cp.Standing.BEHIND),
        ("≤0.5", "0.3", cp.Standing.ON_TRACK),
        ("≤0.5", "3", cp.Standing.BEHIND),
        ("6.0..6.5", "6.2", cp.Standing.ON_TRACK),
        ("6.0..6.5", "6.7", cp.Standing.BEHIND),
    ):
        target = cp.Threshold(bound=bound, measure="growth")
        found = outcome(row(targets=(target,), observations=(seen("2016/2018", figure, "growth"),)), "2018")
        assert found.standing is standing, (bound, figure)


def test_58_3_percent_at_the_end_of_july_is_on_track() -> None:
    for period, baseline, level, standing in (
        ("2024-07", "0", "58.3", cp.Standing.ON_TRACK),
        ("2024-07", "0", "58.2", cp.Standing.BEHIND),
        ("2024-07", "0", "58.4", cp.Standing.AHEAD),
    ):
        start = cp.Observation(period="2023-12", figure=f"{baseline}.0000")
        target = cp.Threshold(bound="≥100", period="2024-12")
        indicator = row(stock=True, baseline=start, targets=(target,), observations=(seen(period, level),))
        whole = cp.Plan(id="p", title="A plan", period="2024", indicators=(indicator,))
        assert cp.assess(whole, as_of="2024-07")["a"].standing is standing, level


def on_the_way(level: str, *targets: cp.Threshold | str, path: Path | None = None) -> IndicatorAssessment:
    """From 100 in 2015 to 400 in 2019: half of the time is gone at 200 by equal rates, and at 250 by equal steps."""
    indicator = row(baseline=("2015", "100.0"), targets=targets, observations={"2017": level})
    return cp.assess(plan(indicator, period="2016/2019"), as_of="2017", path=path)["a"]


def test_the_path_is_geometric_where_the_plan_promises_growth_or_reduction_beside_the_level() -> None:
    fall = cp.Threshold(bound="≥-300", measure="reduction")
    for targets, standing in (
        (("≥400",), cp.Standing.BEHIND),
        (("≥400", cp.Threshold(bound="≥41", measure="growth")), cp.Standing.ON_TRACK),
        (("≥400", fall), cp.Standing.ON_TRACK),
        (("≥400", cp.Threshold(bound="≥300", measure="change")), cp.Standing.BEHIND),
    ):
        found = on_the_way("200.0", *targets)
        assert found.standing is standing, targets
    geometric = on_the_way("200.0", "≥400", cp.Threshold(bound="≥41", measure="growth")).target
    assert isinstance(geometric, Outcome)
    assert (round(cp.or_none(geometric.scheduled) or 0, 6), geometric.elapsed) == (Decimal("0.333333"), Decimal("0.5"))


def test_the_path_may_be_asked_for() -> None:
    rate = cp.Threshold(bound="≥41", measure="growth")
    assert on_the_way("200.0", "≥400", path="geometric").standing is cp.Standing.ON_TRACK
    assert on_the_way("200.0", "≥400", rate, path="linear").standing is cp.Standing.BEHIND
    assert on_the_way("250.0", "≥400", path="linear").standing is cp.Standing.ON_TRACK
    assert on_the_way("250.0", "≥400", path="geometric").standing is cp.Standing.AHEAD


@pytest.mark.parametrize("path", ["linear", "geometric"])
def test_a_bound_met_already_at_the_baseline_is_held_one_reached_since_is_achieved_early(path: Path) -> None:
    for bound, level, standing in (
        ("≥100", "101.0", cp.Standing.ON_TRACK),
        ("≥100", "99.0", cp.Standing.BEHIND),
        ("≥90", "95.0", cp.Standing.ON_TRACK),
        ("≥400", "401.0", cp.Standing.ACHIEVED_EARLY),
        ("≤0", "0.0", cp.Standing.ACHIEVED_EARLY),
        (">100", "101.0", cp.Standing.ACHIEVED_EARLY),
    ):
        assert on_the_way(level, bound, path=path).standing is standing, bound


def test_an_average_is_never_achieved_early() -> None:
    target = cp.Threshold(bound="≥9", measure="growth")
    for rate in ("9.2", "20.0", "99.0"):
        found = outcome(row(targets=(target,), observations=(seen("2016/2018", rate, "growth"),)), "2018")
        assert found.standing is cp.Standing.AHEAD


def test_a_cap_on_what_accumulates_is_never_early() -> None:
    for measure, bound in ((cp.Measure.TOTAL, "≤50"), (cp.Measure.REDUCTION, "≤20")):
        target = cp.Threshold(bound=bound, measure=measure)
        for figure in ("0", "1", "19"):
            found = outcome(row(targets=(target,), observations=(seen("2016/2018", figure, measure),)), "2018")
            assert found.standing is not cp.Standing.ACHIEVED_EARLY, (measure, figure)


def test_pace_is_progress_over_the_scheduled_share() -> None:
    paces: dict[Path, str] = {"linear": "0.666667", "geometric": "1"}
    for path, pace in paces.items():
        found = on_the_way("200.0", "≥400", path=path)
        assert round(cp.or_none(found.pace) or 0, 6) == Decimal(pace), path


def test_attainment_progress_and_growth_have_their_intervals_beside_them() -> None:
    found = on_the_way("200", "≥400")
    assert found.attainment_interval == Interval(low=Decimal("0.49875"), high=Decimal("0.50125"))
    for value, interval in ((found.progress, found.progress_interval), (found.growth, found.growth_interval)):
        assert isinstance(value, Decimal)
        assert isinstance(interval, Interval)
        assert interval.width
        assert value in interval


def test_nothing_left_to_gain_is_no_negative_catch_up_rate() -> None:
    nothing_left = cp.NotAssessable(cp.Reason.NOTHING_LEFT)
    assert on_the_way("401.0", "≥400").catch_up_growth == nothing_left
    assert on_the_way("99.0", "≥90").catch_up_growth == nothing_left
    assert on_the_way("401.0", "≥400").required_growth == cp.required_cagr(100, 400, 4)
    assert on_the_way("99.0", "≥90").required_growth == nothing_left
