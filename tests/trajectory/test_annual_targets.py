"""Annual targets lead to the target of the period: amounts add up, rates compound, levels interpolate."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate, pairwise
from time import perf_counter
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from civicplan.errors import InvalidInputError, InvalidTypeError, InvalidValueError, Reason, UndefinedMeasureError
from civicplan.measure import compound, cumulative_reduction
from civicplan.model import Direction, Indicator, Measure, MeasureLike, Observation, Qualitative, Threshold
from civicplan.trajectory import AnnualTarget, annual_targets
from civicplan.values import value_or_reason

TINY = Decimal("1e-20")
lengths = st.integers(1, 15)
hundredths = st.integers(1, 10**6).map(lambda number: Decimal(number).scaleb(-2))
below_hundred = st.integers(1, 9_999).map(lambda number: Decimal(number).scaleb(-2))


def indicator(
    bound: str, measure: MeasureLike = "level", baseline: str | None = None, due: str | None = None, since: str = "2015"
) -> Indicator:
    return Indicator(
        id="x",
        name="x",
        targets=(Threshold(bound=bound, measure=measure, period=due),),
        baseline=None if baseline is None else Observation(period=since, figure=baseline),
    )


def period(length: int) -> str:
    return f"2016/{2015 + length}"


def values(targets: tuple[AnnualTarget, ...]) -> list[Decimal]:
    return [target.value for target in targets]


class TestTotals:
    @given(total=hundredths, length=lengths)
    def test_the_amounts_add_up_to_the_total_exactly(self, total: Decimal, length: int) -> None:
        targets = annual_targets(indicator(f"≥{total}", "total"), period=period(length))
        assert sum(values(targets)) == total
        assert targets[-1].to_date == total

    @given(total=hundredths, length=lengths)
    def test_the_amounts_differ_by_no_more_than_one_in_the_last_place(self, total: Decimal, length: int) -> None:
        amounts = values(annual_targets(indicator(f"≥{total}", "total"), period=period(length)))
        assert max(amounts) - min(amounts) <= Decimal("0.0001")

    @given(total=hundredths, length=lengths)
    def test_to_date_is_the_sum_of_the_amounts_so_far(self, total: Decimal, length: int) -> None:
        targets = annual_targets(indicator(f"≥{total}", "total"), period=period(length))
        assert [target.to_date for target in targets] == list(accumulate(values(targets)))


class TestRates:
    @given(rate=below_hundred, length=lengths)
    def test_the_rates_compound_to_the_growth_of_the_period(self, rate: Decimal, length: int) -> None:
        targets = annual_targets(indicator(f"≥{rate}", "growth"), period=period(length))
        assert set(values(targets)) == {rate}
        for count, target in enumerate(targets, start=1):
            assert abs(target.to_date - compound(values(targets[:count]))) <= TINY * (1 + target.to_date)

    def test_a_rate_that_would_turn_the_sign_is_no_target(self) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            annual_targets(indicator("≥-100.1", "growth"), period="2016/2020")
        assert caught.value.reason is Reason.SIGN_CHANGE
        assert annual_targets(indicator("≥-100", "growth"), period="2016/2020")[-1].to_date == -100

    def test_four_thousand_years_take_a_moment(self) -> None:
        """Compounding every year anew took some ten seconds for as many."""
        start = perf_counter()
        annual_targets(indicator("≥0.5", "growth"), period="1000/4999")
        assert perf_counter() - start < 2


class TestReductions:
    @given(total=below_hundred, length=lengths)
    def test_the_yearly_reductions_compound_to_the_target(self, total: Decimal, length: int) -> None:
        targets = annual_targets(indicator(f"≥{total}", "reduction"), period=period(length))
        for count, target in enumerate(targets, start=1):
            assert abs(target.to_date - cumulative_reduction(values(targets[:count]))) < TINY
        assert targets[-1].to_date == total

    def test_seventeen_percent_in_five_years_is_3_66_a_year(self) -> None:
        """Source: published by a provincial statistics bureau as the planned reduction of each year."""
        targets = annual_targets(indicator("≥17", "reduction"), period="2016/2020")
        assert {round(value, 2) for value in values(targets)} == {Decimal("3.66")}

    def test_a_reduction_of_everything_is_no_target(self) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            annual_targets(indicator("≥100", "reduction"), period="2016/2020")
        assert caught.value.reason is Reason.TARGET_OUT_OF_RANGE


class TestLevels:
    @given(start=hundredths, goal=hundredths, length=lengths)
    def test_a_linear_path_takes_equal_steps_and_ends_at_the_target(
        self, start: Decimal, goal: Decimal, length: int
    ) -> None:
        bound = f"≥{goal}" if goal > start else f"≤{goal}"
        levels = [start, *values(annual_targets(indicator(bound, baseline=str(start)), period=period(length)))]
        steps = [after - before for before, after in pairwise(levels)]
        assert levels[-1] == goal
        assert all(abs(step - (goal - start) / length) < TINY * goal for step in steps) or start == goal

    def test_a_geometric_path_takes_equal_rates(self) -> None:
        levels = values(annual_targets(indicator("≥161.051", baseline="100"), period="2016/2020", path="geometric"))
        assert [round(level, 6) for level in levels] == [
            Decimal(n) for n in ("110", "121", "133.1", "146.41", "161.051")
        ]

    def test_a_level_that_its_baseline_already_meets_is_to_be_held_every_year(self) -> None:
        targets = annual_targets(indicator("≥60", baseline="62.1"), period="2016/2020")
        assert set(values(targets)) == {Decimal(60)}

    def test_a_level_due_before_the_plan_ends_is_reached_by_then(self) -> None:
        targets = annual_targets(indicator("≥16", baseline="10", due="2018"), period="2016/2020")
        assert [target.year for target in targets] == [2016, 2017, 2018]
        assert values(targets) == [12, 14, 16]

    def test_an_interval_is_entered_at_its_near_end(self) -> None:
        assert values(annual_targets(indicator("6.0..6.5", baseline="5"), period="2016/2017")) == [Decimal("5.5"), 6]

    @pytest.mark.parametrize("since", ["2016", "2018", "2021"])
    def test_a_baseline_from_within_the_period_or_after_it_leaves_no_time(self, since: str) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            annual_targets(indicator("≥16", baseline="10", since=since), period="2016/2020")
        assert caught.value.reason is Reason.NO_TIME

    def test_nor_is_an_average_of_years_a_level_to_start_from(self) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            annual_targets(indicator("≥16", baseline="10", since="2013/2015"), period="2016/2020")
        assert caught.value.reason is Reason.BASELINE_NOT_A_YEAR

    @pytest.mark.parametrize("due", ["2014", "2015"])
    def test_a_level_due_before_the_period_is_refused(self, due: str) -> None:
        with pytest.raises(InvalidValueError, match=f"period: expected one that begins .* is due in {due}"):
            annual_targets(indicator("≥16", baseline="10", due=due, since="2010"), period="2016/2020")

    @pytest.mark.parametrize("bound", [">60", "<60"])
    def test_a_value_to_be_passed_from_itself_has_no_path(self, bound: str) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            annual_targets(indicator(bound, baseline="60"), period="2016/2020")
        assert caught.value.reason is Reason.BASELINE_AT_BOUND

    def test_the_path_to_a_value_to_be_passed_ends_at_it(self) -> None:
        assert values(annual_targets(indicator(">60", baseline="50"), period="2016/2020"))[-1] == 60

    @pytest.mark.parametrize(
        ("bound", "baseline", "reason"),
        [("6.0..6.5", "6.2", Reason.TARGET_TO_HOLD), ("≥6", None, Reason.MISSING_BASELINE)],
    )
    def test_what_cannot_be_interpolated_has_a_reason(self, bound: str, baseline: str | None, reason: Reason) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            annual_targets(indicator(bound, baseline=baseline), period="2016/2020")
        assert caught.value.reason is reason


class TestChanges:
    @given(
        change=st.integers(-(10**6), 10**6).filter(bool).map(lambda number: Decimal(number).scaleb(-2)),
        length=lengths,
        since=st.sampled_from(["2015", "2010"]),
    )
    def test_equal_steps_from_the_baseline_add_up_to_the_change(self, change: Decimal, length: int, since: str) -> None:
        bound = f"≥{change}" if change > 0 else f"≤{change}"
        targets = annual_targets(indicator(bound, "change", baseline="60", since=since), period=period(length))
        assert targets[0].year == int(since) + 1
        assert [target.to_date for target in targets] == list(accumulate(values(targets)))
        assert targets[-1].to_date == change
        assert max(values(targets)) - min(values(targets)) <= Decimal("0.0001")

    def test_from_60_to_64_is_a_step_of_0_8_a_year(self) -> None:
        targets = annual_targets(indicator("≥4", "change", baseline="60"), period="2016/2020")
        assert [(target.year, str(target.value)) for target in targets][:2] == [(2016, "0.80"), (2017, "0.80")]

    def test_without_a_baseline_it_counts_from_the_start_of_the_plan(self) -> None:
        assert len(annual_targets(indicator("≥4", "change"), period="2016/2020")) == 5

    def test_with_a_period_of_its_own_it_counts_from_the_level_before_it(self) -> None:
        targets = annual_targets(indicator("≥4", "change", baseline="60", due="2018/2019"), period="2016/2020")
        assert {target.year: target.value for target in targets} == {2018: Decimal(2), 2019: Decimal(2)}

    def test_a_baseline_from_after_the_plan_leaves_no_time(self) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            annual_targets(indicator("≥4", "change", baseline="60", since="2020"), period="2016/2020")
        assert caught.value.reason is Reason.NO_TIME


class TestDirections:
    """A declared direction opens the better side of a range and of an "about"."""

    def test_the_worse_end_of_a_range_is_to_be_reached_and_held(self) -> None:
        expected = {
            (Measure.LEVEL, Direction.HIGHER, "5"): ["5.5", "6"],
            (Measure.LEVEL, Direction.HIGHER, "6.2"): ["6", "6"],
            (Measure.LEVEL, Direction.HIGHER, "9"): ["6", "6"],
            (Measure.LEVEL, Direction.LOWER, "9"): ["8", "7"],
            (Measure.LEVEL, Direction.LOWER, "5"): ["7", "7"],
            (Measure.GROWTH, Direction.HIGHER, "5"): ["6", "6"],
            (Measure.GROWTH, Direction.LOWER, "5"): ["7", "7"],
        }
        for (measure, direction, baseline), path in expected.items():
            row = evolve(indicator("6..7", measure, baseline=baseline), direction=direction)
            assert values(annual_targets(row, period="2016/2017")) == [Decimal(value) for value in path]

    def test_an_about_leads_to_its_figure_and_is_held_within_its_tolerance(self) -> None:
        about = evolve(indicator("20±1", baseline="10"), direction="higher")
        assert values(annual_targets(about, period="2016/2017")) == [15, 20]
        assert values(annual_targets(evolve(about, baseline=("2015", "19.5")), period="2016/2017")) == [19, 19]

    def test_more_of_a_reduction_is_better(self) -> None:
        assert annual_targets(indicator("15..20", "reduction"), period="2016/2020")[-1].to_date == 15


class TestFiscalYears:
    """Five years that end in March 2020 are named like those that end in December."""

    @given(
        measure=st.sampled_from(["level", "growth", "total", "reduction", "change"]),
        bound=st.sampled_from(["≥{}", "≤{}", "20±{}"]),
        figure=below_hundred,
        baseline=st.none() | hundredths.map(str),
        path=st.sampled_from(("linear", "geometric")),
    )
    def test_give_what_calendar_years_give(
        self, measure: Any, bound: str, figure: Decimal, baseline: str | None, path: Any
    ) -> None:
        one = indicator(bound.format(figure), measure, baseline=baseline)
        other = indicator(bound.format(figure), measure, baseline=baseline, since="2014-04/2015-03")
        ours = value_or_reason(annual_targets, one, period="2016/2020", path=path)
        assert value_or_reason(annual_targets, other, period="2015-04/2020-03", path=path) == ours

    def test_a_level_due_in_one_is_reached_by_then(self) -> None:
        row = indicator("≥16", baseline="10", since="2014-04/2015-03", due="2017-04/2018-03")
        targets = annual_targets(row, period="2015-04/2020-03")
        assert {target.year: int(target.value) for target in targets} == {2016: 12, 2017: 14, 2018: 16}


def test_a_hedged_baseline_is_no_level_to_start_from() -> None:
    for measure in (Measure.LEVEL, Measure.CHANGE):
        row = evolve(indicator("≥16", measure), baseline=("2015", "≈10"))
        with pytest.raises(UndefinedMeasureError) as caught:
            annual_targets(row, period="2016/2020")
        assert caught.value.reason is Reason.HEDGED


def test_of_several_on_one_measure_the_one_due_last_is_broken_down_as_revised() -> None:
    row = Indicator(
        id="row",
        name="a row",
        baseline=("2015", "10"),
        targets=(
            Threshold(bound="≥12", period="2017"),
            Threshold(bound="≥20"),
            Threshold(bound="≥30", published="2018"),
        ),
    )
    assert [target.value for target in annual_targets(row, period="2016/2020")] == [14, 18, 22, 26, 30]


class TestWhichTarget:
    BOTH = Indicator(
        id="gdp",
        name="GDP",
        baseline=Observation(period="2015", figure="2335.1"),
        targets=(
            Qualitative(text="rise"),
            Threshold(bound="≥3800"),
            Threshold(bound="≥9", measure="growth"),
        ),
    )

    def test_the_first_in_numbers_counts_or_the_first_in_the_measure_asked_for(self) -> None:
        assert annual_targets(self.BOTH, period="2016/2020")[-1].value == 3800
        growth = annual_targets(self.BOTH, period="2016/2020", measure="growth")
        assert {target.measure for target in growth} == {Measure.GROWTH}

    def test_without_one_there_is_a_reason(self) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            annual_targets(self.BOTH, period="2016/2020", measure="total")
        assert caught.value.reason is Reason.NO_NUMERIC_TARGET

    def test_a_total_within_a_range_has_no_single_amount(self) -> None:
        with pytest.raises(UndefinedMeasureError) as caught:
            annual_targets(indicator("6..7", "total"), period="2016/2020")
        assert caught.value.reason is Reason.TWO_SIDED_TARGET

    def test_what_is_no_indicator_is_refused(self) -> None:
        nothing: Any = {"id": "x"}
        with pytest.raises(InvalidTypeError, match="an Indicator"):
            annual_targets(nothing, period="2016/2020")

    @pytest.mark.parametrize("measure", ["level", "total", "growth", "reduction"])
    @pytest.mark.parametrize(("path", "error"), [("straight", InvalidValueError), ([], InvalidTypeError)])
    def test_an_unknown_path_is_refused_for_every_measure(
        self, measure: MeasureLike, path: Any, error: type[InvalidInputError]
    ) -> None:
        with pytest.raises(error, match="path: expected linear or geometric"):
            annual_targets(indicator("≥6", measure, baseline="5"), period="2016/2020", path=path)

    def test_a_period_of_parts_of_years_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="whole years"):
            annual_targets(self.BOTH, period="2016-Q1/2017-Q2")


def test_the_path_leads_from_the_baseline_whatever_its_year() -> None:
    row = Indicator(
        id="row",
        name="a row",
        baseline=Observation(period="2013", figure="100"),
        targets=(Threshold(bound="≥170"),),
    )
    path = annual_targets(row, period="2016/2020")
    assert [target.value for target in path] == [130, 140, 150, 160, 170]
