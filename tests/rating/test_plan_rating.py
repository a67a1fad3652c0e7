"""A whole plan through a method: coverage always, aggregates only by the source's own rule."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.assessment import IndicatorAssessment, Outcome, assess
from civicplan.datasets import load
from civicplan.errors import InvalidTypeError, Reason, UnknownIdError
from civicplan.methods import cn_midterm
from civicplan.model import Goal, Indicator, Measure, Observation, Plan, Relative, Threshold
from civicplan.rating import compare, rate
from civicplan.testing import plans

from ._rows import rated_plans


def indicator(id: str, base: str, now: str | None, bound: str = "≥80", **more: Any) -> Indicator:
    return Indicator(
        id=id,
        name=id,
        baseline=Observation(period="2015", figure=base),
        targets=(Threshold(bound=bound),),
        observations=() if now is None else (Observation(period="2018", figure=now),),
        **more,
    )


PLAN = Plan(
    id="p",
    title="A plan",
    period="2016/2020",
    indicators=(
        indicator("met", "60", "82", category="health", nature="binding"),
        indicator("ahead", "60", "79", category="health", nature="expected"),
        indicator("urban", "50", "50", group="water", number="3", category="basics"),
        indicator("rural", "50", "45", group="water", number="3", category="basics"),
        indicator("silent", "50", None, category="basics"),
    ),
    goals=(Goal(id="well", title="well-being", indicators=("met", "ahead", "silent")),),
)
DONE = assess(PLAN, as_of="2018")


class TestRatings:
    def test_every_indicator_has_a_rating_or_a_reason(self) -> None:
        rated = rate(DONE, "open-sdg-2.4")
        assert [(one.indicator.id, one.rating.label) for one in rated] == [
            ("met", "target_achieved"),
            ("ahead", "substantial_progress"),
            ("urban", "limited_progress"),
            ("rural", "deterioration"),
            ("silent", "not_available"),
        ]
        assert rated["silent"].reason is Reason.MISSING_OBSERVATION

    def test_an_unknown_indicator_or_method_is_named_with_the_nearest(self) -> None:
        with pytest.raises(UnknownIdError, match="nearest: rural"):
            rate(DONE, "global-fund")["rurall"]
        with pytest.raises(UnknownIdError, match="nearest: un-2023"):
            rate(DONE, "un2023")
        with pytest.raises(UnknownIdError, match="nearest: urban"):
            rate(DONE, "open-sdg-2.4", limits={"urbane": "100"})

    def test_a_method_of_ones_own_may_stand_for_a_name(self) -> None:
        assert rate(DONE, cn_midterm("0.6"))["ahead"].label == "on_track"
        assert rate(DONE, "cn-midterm")["ahead"].label == "ahead"

    def test_natural_limits_and_values_to_be_kept_are_arguments(self) -> None:
        share = Indicator(
            id="share",
            name="share",
            direction="higher",
            baseline=Observation(period="2015", figure="90"),
            observations=(Observation(period="2018", figure="91.8"),),
        )
        plan = Plan(id="p", title="p", period="2016/2020", indicators=(share,))
        done = assess(plan, as_of="2018")
        assert rate(done, "open-sdg-2.4")["share"].label == "moderate_progress"
        assert rate(done, "open-sdg-2.4", limits={"share": "100"})["share"].label == "substantial_progress"


class TestTargetsInOtherMeasures:
    """Methods that look at nothing but actual and target take them; a trend needs levels."""

    PLAN = Plan(
        id="p",
        title="p",
        period="2016/2018",
        indicators=(
            Indicator(
                id="jobs",
                name="jobs",
                targets=(Threshold(bound="≥100", measure="total"),),
                observations=tuple(
                    Observation(period=year, figure="30", measure="total") for year in ("2016", "2017", "2018")
                ),
            ),
            Indicator(
                id="coal",
                name="coal",
                targets=(Threshold(bound="<10", measure="growth"),),
                observations=(Observation(period="2016/2018", figure="10", measure="growth"),),
            ),
            Indicator(
                id="prices",
                name="prices",
                targets=(Threshold(bound="2..3", measure="growth"),),
                observations=(Observation(period="2016/2018", figure="2.5", measure="growth"),),
            ),
            Indicator(id="silent", name="silent", targets=(Threshold(bound="≥5", measure="reduction"),)),
            Indicator(id="beside", name="beside", targets=(Relative(reference="coal", relation="above"),)),
        ),
    )
    DONE = assess(PLAN, as_of="2018")

    def test_a_total_is_summed_and_held_against_its_target(self) -> None:
        rating = rate(self.DONE, "global-fund")["jobs"]
        assert (rating.label, rating.value) == ("A2", Decimal(90))

    def test_a_bound_that_excludes_its_value_is_not_met_by_it(self) -> None:
        assert rate(self.DONE, "us-commerce-2007")["coal"].label == "slightly_below"

    def test_a_range_is_left_to_methods_that_know_one(self) -> None:
        assert rate(self.DONE, "nbs-2008")["prices"].value == 100
        assert rate(self.DONE, "global-fund")["prices"].reason is Reason.TWO_SIDED_TARGET

    def test_outside_it_the_limit_of_the_indicator_is_in_the_measure_of_its_target(self) -> None:
        prices = Indicator(
            id="prices",
            name="prices",
            targets=(Threshold(bound="2..3", measure="growth"),),
            observations=(Observation(period="2016/2018", figure="3.5", measure="growth"),),
        )
        done = assess(Plan(id="p", title="p", period="2016/2018", indicators=(prices,)), as_of="2018")
        assert rate(done, "nbs-2008", limits={"prices": "5"})["prices"].value == 75
        assert rate(done, "nbs-2008")["prices"].reason is Reason.LIMITS_UNKNOWN

    def test_without_an_actual_there_is_a_reason(self) -> None:
        assert rate(self.DONE, "global-fund")["silent"].reason is Reason.MISSING_OBSERVATION

    def test_a_target_beside_another_indicator_has_no_number_of_its_own(self) -> None:
        assert rate(self.DONE, "global-fund")["beside"].reason is Reason.NO_SHARE

    @pytest.mark.parametrize("name", ["open-sdg-2.4", "un-2023", "escap-csi"])
    def test_methods_that_follow_levels_do_not_rate_them(self, name: str) -> None:
        assert {one.rating.reason for one in rate(self.DONE, name)} == {Reason.NO_LEVEL_TARGET}


class TestAttainment:
    """Methods that look at nothing but actual and target rate the target in force."""

    @given(plan=plans() | rated_plans(), day=st.sampled_from(["2016", "2018", "2020", "2030"]))
    def test_is_what_they_rate(self, plan: Plan, day: str) -> None:
        done = assess(plan, as_of=day)
        for name in ("nbs-2008", "us-commerce-2007", "global-fund"):
            for rated in rate(done, name):
                share, value = done[rated.indicator.id].attainment, rated.rating.value
                if _is_change_within_a_range(done[rated.indicator.id]):
                    continue  # its progress counts to the near end, and inside the range all is realised
                if value is not None and isinstance(share, Decimal):
                    assert abs(value - 100 * share) <= Decimal("1e-24") * max(abs(value), Decimal(1))
                elif value is None and isinstance(share, Decimal):
                    assert rated.rating.reason in _ONLY_OF_A_METHOD

    def test_of_yearly_targets_it_is_the_one_due_last(self) -> None:
        yearly = Indicator(
            id="yearly",
            name="yearly",
            targets=tuple(Threshold(bound=bound, period=year) for bound, year in (("≥50", "2018"), ("≥80", "2020"))),
            observations={"2018": "60"},
        )
        done = assess(Plan(id="p", title="p", period="2016/2020", indicators=(yearly,)), as_of="2019")
        rating = rate(done, "global-fund")["yearly"]
        assert (rating.label, rating.value) == ("A1", Decimal(120))
        assert rating.detail == "of the target ≥50 for 2018"

    def test_a_fall_that_is_promised_counts_by_its_size(self) -> None:
        smoke = Indicator(
            id="smoke",
            name="smoke",
            targets=(Threshold(bound="≤-5", measure="change"),),
            observations=(Observation(period="2016/2020", figure="-4", measure="change"),),
        )
        done = assess(Plan(id="p", title="p", period="2016/2020", indicators=(smoke,)), as_of="2020")
        rating = rate(done, "global-fund")["smoke"]
        assert (rating.label, rating.value, str(rating.current)) == ("B1", Decimal(80), "-4 in 2020")
        assert rating.detail == "of the target [≤-5] for 2016/2020; a fall counts by its size"

    def test_a_hedged_actual_has_none(self) -> None:
        hedged = Indicator(id="hedged", name="hedged", targets=("≥80",), observations={"2020": "≥85"})
        done = assess(Plan(id="p", title="p", period="2016/2020", indicators=(hedged,)), as_of="2020")
        assert {rate(done, name)["hedged"].reason for name in ("nbs-2008", "global-fund")} == {Reason.HEDGED}


def _is_change_within_a_range(assessed: IndicatorAssessment) -> bool:
    target = assessed.target.target if isinstance(assessed.target, Outcome) else None
    return isinstance(target, Threshold) and target.measure is Measure.CHANGE and not target.bound.is_one_sided


#: Ranges that a method has no rule for, caps on a reduction, and figures longer than a rating holds.
_ONLY_OF_A_METHOD = (
    Reason.TWO_SIDED_TARGET,
    Reason.DIRECTION_CONTRADICTS_TARGET,
    Reason.TOO_MANY_DIGITS,
    Reason.TOLERANCE_UNKNOWN,
    Reason.LIMITS_UNKNOWN,
)


class TestCoverage:
    def test_it_says_how_many_of_how_many_and_why_not_the_rest(self) -> None:
        coverage = rate(DONE, "open-sdg-2.4").coverage
        assert (coverage.rated, coverage.total) == (4, 5)
        assert coverage.reasons == ((Reason.MISSING_OBSERVATION, 1),)
        assert str(coverage).startswith("4 of 5 rated; 1 not rated: no actual")

    def test_every_group_carries_its_own(self) -> None:
        rated = rate(DONE, "open-sdg-2.4")
        assert {name: group.coverage.total for name, group in rated.by_category.items()} == {"health": 2, "basics": 3}
        assert {name: group.coverage.rated for name, group in rated.by_goal.items()} == {"well": 2, None: 2}
        assert {name: group.members for name, group in rated.by_nature.items()} == {
            "binding": ("met",),
            "expected": ("ahead",),
            None: ("urban", "rural", "silent"),
        }

    def test_where_every_indicator_has_a_goal_there_is_no_group_without_one(self) -> None:
        plan = Plan(
            id="p",
            title="p",
            period="2016/2020",
            indicators=(indicator("a", "1", "2"),),
            goals=(Goal(id="g", title="g", indicators=("a",)),),
        )
        assert set(rate(assess(plan, as_of="2018"), "sdsn-arrows").by_goal) == {"g"}


class TestAggregates:
    def test_rows_of_one_indicator_count_as_one(self) -> None:
        rated = rate(DONE, "open-sdg-2.4")
        scores = {one.indicator.id: one.rating.score for one in rated}
        assert scores["urban"] is not None
        assert scores["rural"] is not None
        water = (scores["urban"] + scores["rural"]) / 2
        together = rated.overall.rating
        assert together.score is not None
        assert abs(together.score - (10 + water) / 3) < Decimal("1e-20")
        assert rated.by_category["health"].rating.label == "substantial_progress"

    def test_labels_are_counted_best_first(self) -> None:
        overall = rate(DONE, "open-sdg-2.4").overall
        assert overall.labels == (
            ("target_achieved", 1),
            ("substantial_progress", 1),
            ("limited_progress", 1),
            ("deterioration", 1),
        )

    @pytest.mark.parametrize("name", ["un-2023", "de-weather", "global-fund"])
    def test_without_a_rule_of_the_source_there_is_no_average(self, name: str) -> None:
        rating = rate(DONE, name).overall.rating
        assert (rating.is_rated, rating.reason) == (False, Reason.NO_AGGREGATE_RULE)

    def test_weights_of_the_plan_are_used_where_the_source_weighs(self) -> None:
        weighted = Plan(
            id="p",
            title="p",
            period="2016/2020",
            indicators=(indicator("a", "1", "80", weight="3"), indicator("b", "1", "40", weight="1")),
        )
        done = assess(weighted, as_of="2018")
        assert rate(done, "nbs-2008").overall.rating.score == Decimal("87.5")
        assert rate(done, "open-sdg-2.4").overall.rating.is_rated


class TestSequence:
    def test_rated_indicators_are_counted_found_and_sliced(self) -> None:
        rated = rate(DONE, "open-sdg-2.4")
        assert len(rated) == 5
        assert rated[1:3] == rated.ratings[1:3]
        assert "silent" in rated
        assert rated.ratings[0] in rated
        assert "noise" not in rated

    def test_the_rating_of_nothing_is_true(self) -> None:
        empty = rate(assess(Plan(id="p", title="A plan", period="2020"), as_of="2020"), "un-2023")
        assert len(empty) == 0
        assert empty


class TestShowing:
    def test_rows_are_plain_dicts(self) -> None:
        row = rate(DONE, "open-sdg-2.4").to_rows()[-1]
        assert (row["id"], row["label"], row["value"], row["reason"]) == (
            "silent",
            "not_available",
            None,
            "missing_observation",
        )

    def test_a_frame_has_a_row_for_each_indicator(self) -> None:
        frame = rate(DONE, "global-fund").to_frame("pandas")
        assert list(frame["label"])[:2] == ["A1", "A2"]

    def test_text_and_html_carry_the_coverage_and_the_groups(self) -> None:
        rated = rate(DONE, "open-sdg-2.4")
        assert "4 of 5 rated" in str(rated)
        assert "4 of 5 rated" in repr(rated)
        assert "well" in str(rated)
        assert "<table>" in rated._repr_html_()


class TestCompare:
    def test_one_row_for_each_indicator_and_one_column_for_each_method(self) -> None:
        together = compare(DONE, ["global-fund", "sdsn-arrows"])
        assert together.to_rows()[0] == {
            "id": "met",
            "name": "met",
            "global-fund": "A1, 102.500",
            "sdsn-arrows": "on track",
        }
        assert "4 of 5" in str(together)
        assert ">sdsn-arrows</th>" in together._repr_html_()
        assert repr(together) == "<comparison of global-fund, sdsn-arrows>"

    def test_a_single_name_is_refused(self) -> None:
        with pytest.raises(InvalidTypeError, match="put a single one in brackets"):
            compare(DONE, "global-fund")


class TestThe13thPlanOfZhuzhou:
    def test_a_figure_equal_to_a_target_of_more_than_it_does_not_achieve_it(self) -> None:
        """Row 18: 95.0 against >95."""
        rated = rate(assess(load("zhuzhou-13fyp"), as_of="2020"), "open-sdg-2.4")
        assert rated["pension"].label == "substantial_progress"

    def test_no_method_calls_a_missed_level_target_met(self) -> None:
        done = assess(load("zhuzhou-13fyp"), as_of="2020")
        missed = {one.indicator.id for one in done if str(one.verdict) == "not_met"}
        met = {"open-sdg-2.4": {"target_achieved"}, "us-commerce-2007": {"exceeded", "met"}, "global-fund": {"A1"}}
        for name, best in met.items():
            assert {one.indicator.id for one in rate(done, name) if one.rating.label in best} & missed == set()


def test_a_plan_that_was_not_assessed_is_told_to_be() -> None:
    plan: Any = load("zhuzhou-13fyp")
    for ask in (lambda: rate(plan, "un-2023"), lambda: compare(plan, ["un-2023"])):
        with pytest.raises(InvalidTypeError, match=r"assessment: .* write assess\(plan, as_of="):
            ask()


def test_a_rating_says_which_latest_figure_it_left_out() -> None:
    water = cp.Indicator(id="water", name="safe water", baseline=("2020", "60"), targets=("≥80",))
    said = {}
    for figure in ("≥85", "≈9", "85"):
        known = evolve(
            water,
            observations=(cp.Observation(period="2024", figure="70"), cp.Observation(period="2025", figure=figure)),
        )
        plan = cp.Plan(id="p", title="A plan", period="2021/2025", indicators=(known,))
        rating = cp.rate(cp.assess(plan, as_of="2025"), "un-2023")["water"]
        said[figure] = rating.detail, None if rating.current is None else rating.current.year
    assert said == {
        "≥85": ("the figure for 2025 is approximate or a bound, and was left out", 2024),
        "≈9": ("the figure for 2025 is approximate or a bound, and was left out", 2024),
        "85": ("", 2025),
    }
    without = cp.Plan(id="p", title="A plan", period="2021/2025", indicators=(cp.Indicator(id="water", name="water"),))
    assert cp.rate(cp.assess(without, as_of="2025"), "un-2023")["water"].detail == ""


def test_the_groups_of_a_chinese_table_are_named_in_chinese() -> None:
    rated = cp.rate(cp.assess(cp.datasets.load("zhuzhou-14fyp"), as_of="2020"), "un-2023")
    first_cells = [line.split()[0] for line in rated.to_text(language="zh").splitlines() if line]
    assert {"约束性", "预期性", "全部"} <= set(first_cells)
    assert {"binding", "expected", "all"}.isdisjoint(first_cells)
