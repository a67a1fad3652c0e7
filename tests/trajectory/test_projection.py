"""Where the levels lead, and when they get there."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from civicplan.assessment import assess
from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UndefinedMeasureError
from civicplan.model import Indicator, Measure, Observation, Plan, Threshold
from civicplan.testing import plans
from civicplan.trajectory import project, year_reached
from civicplan.values import FigureLike, NotAssessable, value_or_reason

TINY = Decimal("1e-20")
values = st.integers(1, 10**5).map(lambda number: Decimal(number).scaleb(-2))
series = st.lists(values, min_size=2, max_size=8)


def indicator(levels: Sequence[FigureLike], bound: str | None = None, first: int = 2015) -> Indicator:
    return Indicator(
        id="x",
        name="x",
        targets=() if bound is None else (Threshold(bound=bound),),
        observations=tuple(Observation(period=first + index, figure=level) for index, level in enumerate(levels)),
    )


class TestProjection:
    @given(levels=series, scale=st.sampled_from([Decimal(2), Decimal("0.1"), Decimal(-1)]))
    def test_it_scales_with_the_levels(self, levels: list[Decimal], scale: Decimal) -> None:
        one, other = (
            project(indicator([level * factor for level in levels]), to=2030) for factor in (Decimal(1), scale)
        )
        for name in ("by_growth", "log_linear", "theil_sen"):
            mine, theirs = getattr(one, name), getattr(other, name)
            assert abs(mine * scale - theirs) <= TINY * max(abs(mine), Decimal(1))

    @given(start=values, step=values, count=st.integers(2, 8))
    def test_on_a_line_theil_sen_goes_on_along_it(self, start: Decimal, step: Decimal, count: int) -> None:
        ahead = project(indicator([start + step * index for index in range(count)]), to=2030)
        assert isinstance(ahead.theil_sen, Decimal)
        assert abs(ahead.theil_sen - (start + step * 15)) <= TINY * (start + step * 15)

    @given(start=values, percent=st.integers(-20, 20), count=st.integers(2, 6))
    def test_on_a_path_of_equal_rates_growth_and_log_linear_fit_agree(
        self, start: Decimal, percent: int, count: int
    ) -> None:
        factor = 1 + Decimal(percent) / 100
        ahead = project(indicator([start * factor**index for index in range(count)]), to=2030)
        assert isinstance(ahead.by_growth, Decimal)
        assert isinstance(ahead.log_linear, Decimal)
        assert abs(ahead.by_growth - ahead.log_linear) <= Decimal("1e-18") * ahead.by_growth

    @given(levels=series)
    def test_the_range_spans_the_methods(self, levels: list[Decimal]) -> None:
        ahead = project(indicator(levels), to=2030)
        spanned = [
            value for value in (ahead.by_growth, ahead.log_linear, ahead.theil_sen) if isinstance(value, Decimal)
        ]
        assert (ahead.low, ahead.high) == (min(spanned), max(spanned))

    def test_a_single_outlier_does_not_move_theil_sen(self) -> None:
        ahead = project(indicator(["10", "11", "120", "13", "14"]), to=2020)
        assert ahead.theil_sen == 15

    def test_zeros_and_signs_leave_out_what_they_make_undefined(self) -> None:
        ahead = project(indicator(["0", "1", "2"]), to=2018)
        assert (ahead.by_growth, ahead.log_linear) == (
            NotAssessable(Reason.ZERO_BASELINE),
            NotAssessable(Reason.NOT_POSITIVE),
        )
        assert {ahead.theil_sen, ahead.low, ahead.high} == {Decimal(3)}
        crossing = project(indicator(["-1", "1"]), to=2017)
        assert (crossing.by_growth, crossing.log_linear) == (NotAssessable(Reason.SIGN_CHANGE),) * 2
        assert project(indicator(["2", "1"]), to=2017).theil_sen == 0
        assert project(indicator(["2", "1"]), to=2017).low == 0

    def test_a_single_level_leads_nowhere(self) -> None:
        ahead = project(indicator(["5"]), to=2020)
        assert {ahead.by_growth, ahead.log_linear, ahead.theil_sen, ahead.low, ahead.high} == {
            NotAssessable(Reason.TOO_FEW_POINTS)
        }

    @pytest.mark.parametrize("to", [2016, "2014", "2020-Q1", "2020/2021"])
    def test_to_is_one_later_year(self, to: int | str) -> None:
        with pytest.raises(InvalidValueError, match="to: expected"):
            project(indicator(["1", "2"]), to=to)

    def test_figures_after_the_day_are_not_looked_at(self) -> None:
        known = indicator(["10", "11", "50"])
        assert project(known, to=2018, as_of="2016").theil_sen == 13

    def test_contradicting_levels_of_a_year_are_an_error(self) -> None:
        twice = Indicator(
            id="x",
            name="x",
            observations=tuple(Observation(period=year, figure=figure) for year, figure in ((2015, "1"), (2015, "2"))),
        )
        with pytest.raises(UndefinedMeasureError) as caught:
            project(twice, to=2020)
        assert caught.value.reason is Reason.CONFLICTING_OBSERVATIONS


def test_an_error_names_the_argument_at_fault() -> None:
    known = indicator(["1", "2"])
    asked: dict[str, Callable[[], object]] = {
        "to": lambda: project(known, to="soon"),
        "as_of": lambda: year_reached(known, as_of="soon"),
        "period": lambda: year_reached(known, period="soon"),
    }
    for name, ask in asked.items():
        with pytest.raises(InvalidValueError) as raised:
            ask()
        assert raised.value.place == name


def test_what_is_no_indicator_is_refused() -> None:
    nothing: Any = {"id": "x"}
    for ask in (lambda: project(nothing, to=2030), lambda: year_reached(nothing)):
        with pytest.raises(InvalidTypeError, match="an Indicator"):
            ask()


class TestReachedIn:
    @given(levels=st.lists(values, min_size=3, max_size=3, unique=True), rises=st.booleans())
    def test_the_year_is_the_first_in_which_the_line_meets_the_target(self, levels: list[Decimal], rises: bool) -> None:
        first, last, goal = sorted(levels, reverse=not rises)
        bound = f"≥{goal}" if goal > last else f"≤{goal}"
        year = year_reached(indicator([first, last], bound))
        assert isinstance(year, int)
        in_that_year, before = (last + (last - first) * (at - 2016) for at in (year, year - 1))
        assert abs(in_that_year - first) >= abs(goal - first) > abs(before - first)

    @pytest.mark.parametrize(
        ("levels", "bound", "reason"),
        [
            (["5", "5"], "≥6", Reason.NO_MOVEMENT),
            (["5", "4"], "≥6", Reason.MOVING_AWAY),
            (["5", "6"], "≤4", Reason.MOVING_AWAY),
            (["3", "2"], ">2", Reason.MOVING_AWAY),
            (["1", "2"], "<2", Reason.MOVING_AWAY),
            (["3", "4"], "1..2", Reason.MOVING_AWAY),
            (["2", "1"], "3..4", Reason.MOVING_AWAY),
            (["10", "7"], "5..6", Reason.PASSES_BY),
            (["1", "4"], "5..6", Reason.PASSES_BY),
            (["10", "7"], "=5", Reason.PASSES_BY),
            (["5"], "≥6", Reason.TOO_FEW_POINTS),
            ([], "≥6", Reason.MISSING_OBSERVATION),
            (["5", "6"], None, Reason.NO_TARGET),
        ],
    )
    def test_never_has_its_reason(self, levels: list[str], bound: str | None, reason: Reason) -> None:
        assert year_reached(indicator(levels, bound)) == NotAssessable(reason)

    def test_a_target_only_touched_is_passed_a_year_later(self) -> None:
        assert year_reached(indicator(["1", "2"], "≥4")) == 2018
        assert year_reached(indicator(["1", "2"], ">4")) == 2019
        assert year_reached(indicator(["3", "4"], ">4")) == 2017

    def test_what_is_already_met_gives_the_year_since_which_it_is(self) -> None:
        assert year_reached(indicator(["7", "5", "6", "7"], "≥6")) == 2017
        assert year_reached(indicator(["6", "7"], "≥6")) == 2015

    def test_an_interval_is_reached_at_its_near_end(self) -> None:
        assert year_reached(indicator(["9", "8"], "5..6")) == 2018

    def test_equal_rates_reach_a_fall_later_than_equal_steps(self) -> None:
        falling = indicator(["100", "90"], "≤50")
        assert (year_reached(falling), year_reached(falling, path="geometric")) == (2020, 2022)

    @pytest.mark.parametrize(
        ("levels", "bound", "reason"),
        [
            (["5", "4"], "≤0", Reason.ZERO_TARGET),
            (["0", "4"], "≥5", Reason.ZERO_BASELINE),
            (["-4", "0"], "≥5", Reason.ZERO_ACTUAL),
            (["-4", "4"], "≥5", Reason.SIGN_CHANGE),
        ],
    )
    def test_equal_rates_never_cross_zero(self, levels: list[str], bound: str, reason: Reason) -> None:
        assert year_reached(indicator(levels, bound), path="geometric") == NotAssessable(reason)

    def test_a_target_in_another_measure_is_not_on_the_level(self) -> None:
        growing = Indicator(id="x", name="x", targets=(Threshold(bound="≥9", measure="growth"),))
        assert year_reached(growing) == NotAssessable(Reason.NO_LEVEL_TARGET)

    def test_of_several_targets_the_one_in_force_counts(self) -> None:
        """Due last by the day, and before any is due the first to come."""
        rising = evolve(
            indicator(["1", "2", "3", "4"]),
            targets=(Threshold(bound="≥8", period="2020"), Threshold(bound="≥5", period="2017"), Threshold(bound="≥9")),
        )
        asked = {"2016": 2019, "2017": 2019, "2018": 2019, "2020": 2022, "2022": 2023}
        assert {day: year_reached(rising, as_of=day, period="2015/2022") for day in asked} == asked
        assert year_reached(rising) == 2023

    @given(plan=plans(), day=st.sampled_from(["2015", "2018", "2020", "2025"]))
    def test_it_is_that_of_the_assessment(self, plan: Plan, day: str) -> None:
        for assessed in assess(plan, as_of=day):
            in_force = [outcome.target for outcome in assessed.in_force]
            on_level = [t for t in in_force if isinstance(t, Threshold) and t.measure is Measure.LEVEL]
            for target in on_level[:1]:
                alone = evolve(assessed.indicator, targets=(target,))
                years = [
                    value_or_reason(year_reached, row, as_of=day, period=plan.period)
                    for row in (alone, assessed.indicator)
                ]
                assert years[0] == years[1]

    def test_a_revised_target_counts_from_the_day_of_its_publication(self) -> None:
        revised = evolve(
            indicator(["1", "2", "3"]), targets=(Threshold(bound="≥5"), Threshold(bound="≥9", published="2017-06"))
        )
        assert [year_reached(revised, as_of=day, period="2015/2020") for day in ("2016", "2017")] == [2019, 2023]

    def test_a_declared_direction_opens_the_better_side(self) -> None:
        row = indicator(["10", "12"], "21..21.5")
        assert year_reached(row) == NotAssessable(Reason.PASSES_BY)
        years = {direction: year_reached(evolve(row, direction=direction)) for direction in ("higher", "lower")}
        assert years == {"higher": 2021, "lower": 2015}

    def test_an_about_without_a_tolerance_is_reached_only_where_a_direction_is_declared(self) -> None:
        row = indicator(["10", "12"], "≈20")
        assert year_reached(row) == NotAssessable(Reason.TOLERANCE_UNKNOWN)
        assert year_reached(evolve(row, direction="higher")) == 2020

    def test_fiscal_years_are_named_by_the_year_in_which_they_end(self) -> None:
        one = indicator(["10", "11", "13"], "≥20")
        fiscal = {f"{year - 1}-04/{year}-03": level for year, level in ((2015, "10"), (2016, "11"), (2017, "13"))}
        other = evolve(one, observations=fiscal)
        assert year_reached(one) == year_reached(other) == 2022
        assert project(one, to=2025) == project(other, to=2025)
        assert project(other, to=2025, as_of="2016-03").theil_sen == 20

    def test_hedged_levels_are_left_out(self) -> None:
        known = evolve(indicator(["10", "11"], "≥20"), observations={2015: "10", 2016: "11", 2017: "≥19", 2018: "≈12"})
        assert year_reached(known) == 2025

    def test_an_unknown_path_is_refused(self) -> None:
        straight: Any = "straight"
        with pytest.raises(InvalidValueError, match="linear or geometric"):
            year_reached(indicator(["1", "2"], "≥3"), path=straight)

    @pytest.mark.parametrize("path", [[], None, 5])
    def test_what_is_no_name_of_a_path_is_refused(self, path: Any) -> None:
        with pytest.raises(InvalidTypeError, match="path: expected linear or geometric"):
            year_reached(indicator(["1", "2"], "≥3"), path=path)

    def test_equal_rates_can_jump_over_a_range_too(self) -> None:
        """100, 50, 25."""
        assert year_reached(indicator(["100", "50"], "30..40"), path="geometric") == NotAssessable(Reason.PASSES_BY)
        assert year_reached(indicator(["100", "50"], "20..40"), path="geometric") == 2017

    def test_a_level_that_lands_on_an_end_is_inside(self) -> None:
        assert year_reached(indicator(["10", "8"], "5..6")) == 2017
        assert year_reached(indicator(["11", "8"], "=5")) == 2017
        assert year_reached(indicator(["1", "2"], "4±0.5")) == 2018

    @given(
        levels=st.lists(st.integers(-50, 50), min_size=2, max_size=4),
        low=st.integers(-50, 50),
        width=st.integers(0, 9),
        shape=st.sampled_from(["≥{low}", ">{low}", "≤{low}", "<{low}", "={low}", "{low}..{high}"]),
    )
    def test_in_the_year_named_the_line_is_inside_the_bound_and_before_it_is_not(
        self, levels: list[int], low: int, width: int, shape: str
    ) -> None:
        bound = shape.format(low=low, high=low + width)
        known = indicator(levels, bound)
        year, latest = year_reached(known), 2014 + len(levels)
        if isinstance(year, int) and year > latest:
            step = Fraction(levels[-1] - levels[0], len(levels) - 1)
            inside = [_holds(bound, levels[-1] + step * (at - latest)) for at in (year - 1, year)]
            assert inside == [False, True]

    def test_the_callers_context_changes_nothing(self) -> None:
        for path in ("linear", "geometric"):
            expected = [year_reached(indicator(levels, "≤50"), path=path) for levels in (["100", "90"], ["-1", "3"])]
            with localcontext() as context:
                context.prec, context.Emin, context.Emax = 1, 0, 0
                context.traps = dict.fromkeys(context.traps, True)
                again = [year_reached(indicator(levels, "≤50"), path=path) for levels in (["100", "90"], ["-1", "3"])]
            assert again == expected


def _holds(bound: str, level: Fraction) -> bool:
    """The bound read anew, on exact fractions."""
    if ".." in bound:
        low, high = (Fraction(end) for end in bound.split(".."))
        return low <= level <= high
    compare = {"≥": operator.ge, ">": operator.gt, "≤": operator.le, "<": operator.lt, "=": operator.eq}
    return bool(compare[bound[0]](level, Fraction(bound[1:])))


def test_levels_from_before_the_baseline_are_not_looked_at() -> None:
    known = Indicator(
        id="x",
        name="x",
        targets=(Threshold(bound="≥9"),),
        baseline=Observation(period="2015", figure="5"),
        observations=tuple(Observation(period=year, figure=figure) for year, figure in (("2010", "50"), ("2016", "6"))),
    )
    assert year_reached(known) == 2019
    assert project(known, to=2018).theil_sen == 8


class TestABaselineThatIsNotOneYear:
    KNOWN = Indicator(
        id="x",
        name="x",
        targets=(Threshold(bound="≥9"),),
        baseline=Observation(period="2013/2015", figure="5"),
        observations=tuple(Observation(period=year, figure=figure) for year, figure in (("2012", "4"), ("2016", "6"))),
    )

    def test_no_other_level_stands_in_for_it(self) -> None:
        for ask in (lambda: project(self.KNOWN, to=2030), lambda: year_reached(self.KNOWN)):
            with pytest.raises(UndefinedMeasureError) as caught:
                ask()
            assert caught.value.reason is Reason.BASELINE_NOT_A_YEAR
