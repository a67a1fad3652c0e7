"""Where the levels lead, and when they get there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UndefinedMeasureError
from civicplan.model import Indicator, Observation, Threshold
from civicplan.trajectory import projection, reached_in
from civicplan.values import FigureLike, NotAssessable

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
            projection(indicator([level * factor for level in levels]), to=2030) for factor in (Decimal(1), scale)
        )
        for name in ("by_growth", "log_linear", "theil_sen"):
            mine, theirs = getattr(one, name), getattr(other, name)
            assert abs(mine * scale - theirs) <= TINY * max(abs(mine), Decimal(1))

    @given(start=values, step=values, count=st.integers(2, 8))
    def test_on_a_line_theil_sen_goes_on_along_it(self, start: Decimal, step: Decimal, count: int) -> None:
        ahead = projection(indicator([start + step * index for index in range(count)]), to=2030)
        assert isinstance(ahead.theil_sen, Decimal)
        assert abs(ahead.theil_sen - (start + step * 15)) <= TINY * (start + step * 15)

    @given(start=values, percent=st.integers(-20, 20), count=st.integers(2, 6))
    def test_on_a_path_of_equal_rates_growth_and_log_linear_fit_agree(
        self, start: Decimal, percent: int, count: int
    ) -> None:
        factor = 1 + Decimal(percent) / 100
        ahead = projection(indicator([start * factor**index for index in range(count)]), to=2030)
        assert isinstance(ahead.by_growth, Decimal)
        assert isinstance(ahead.log_linear, Decimal)
        assert abs(ahead.by_growth - ahead.log_linear) <= Decimal("1e-18") * ahead.by_growth

    @given(levels=series)
    def test_the_range_spans_the_methods(self, levels: list[Decimal]) -> None:
        ahead = projection(indicator(levels), to=2030)
        spanned = [
            value for value in (ahead.by_growth, ahead.log_linear, ahead.theil_sen) if isinstance(value, Decimal)
        ]
        assert (ahead.low, ahead.high) == (min(spanned), max(spanned))

    def test_a_single_outlier_does_not_move_theil_sen(self) -> None:
        ahead = projection(indicator(["10", "11", "120", "13", "14"]), to=2020)
        assert ahead.theil_sen == 15

    def test_zeros_and_signs_leave_out_what_they_make_undefined(self) -> None:
        ahead = projection(indicator(["0", "1", "2"]), to=2018)
        assert (ahead.by_growth, ahead.log_linear) == (
            NotAssessable(Reason.ZERO_BASELINE),
            NotAssessable(Reason.NOT_POSITIVE),
        )
        assert {ahead.theil_sen, ahead.low, ahead.high} == {Decimal(3)}
        crossing = projection(indicator(["-1", "1"]), to=2017)
        assert (crossing.by_growth, crossing.log_linear) == (NotAssessable(Reason.SIGN_CHANGE),) * 2
        assert projection(indicator(["2", "1"]), to=2017).theil_sen == 0
        assert projection(indicator(["2", "1"]), to=2017).low == 0

    def test_a_single_level_leads_nowhere(self) -> None:
        ahead = projection(indicator(["5"]), to=2020)
        assert {ahead.by_growth, ahead.log_linear, ahead.theil_sen, ahead.low, ahead.high} == {
            NotAssessable(Reason.TOO_FEW_POINTS)
        }

    @pytest.mark.parametrize("to", [2016, "2014", "2020-Q1", "2020/2021"])
    def test_to_is_one_later_year(self, to: int | str) -> None:
        with pytest.raises(InvalidValueError, match="to: expected"):
            projection(indicator(["1", "2"]), to=to)

    def test_figures_after_the_day_are_not_looked_at(self) -> None:
        known = indicator(["10", "11", "50"])
        assert projection(known, to=2018, as_of="2016").theil_sen == 13

    def test_contradicting_levels_of_a_year_are_an_error(self) -> None:
        twice = Indicator(
            id="x",
            name="x",
            observations=tuple(Observation(period=year, figure=figure) for year, figure in ((2015, "1"), (2015, "2"))),
        )
        with pytest.raises(UndefinedMeasureError) as caught:
            projection(twice, to=2020)
        assert caught.value.reason is Reason.CONFLICTING_OBSERVATIONS


def test_what_is_no_indicator_is_refused() -> None:
    nothing: Any = {"id": "x"}
    for ask in (lambda: projection(nothing, to=2030), lambda: reached_in(nothing)):
        with pytest.raises(InvalidTypeError, match="an Indicator"):
            ask()


class TestReachedIn:
    @given(first=values, last=values, goal=values)
    def test_the_year_is_the_first_in_which_the_line_meets_the_target(
        self, first: Decimal, last: Decimal, goal: Decimal
    ) -> None:
        assume((goal > last > first) or (goal < last < first))
        bound = f"≥{goal}" if goal > last else f"≤{goal}"
        year = reached_in(indicator([first, last], bound))
        assert isinstance(year, int)
        in_that_year, before = (last + (last - first) * (at - 2016) for at in (year, year - 1))
        assert abs(in_that_year - first) >= abs(goal - first) > abs(before - first)

    @pytest.mark.parametrize(
        ("levels", "bound", "reason"),
        [
            (["5", "5"], "≥6", Reason.NO_MOVEMENT),
            (["5", "4"], "≥6", Reason.MOVING_AWAY),
            (["5", "6"], "≤4", Reason.MOVING_AWAY),
            (["5"], "≥6", Reason.TOO_FEW_POINTS),
            ([], "≥6", Reason.MISSING_OBSERVATION),
            (["5", "6"], None, Reason.NO_TARGET),
        ],
    )
    def test_never_has_its_reason(self, levels: list[str], bound: str | None, reason: Reason) -> None:
        assert reached_in(indicator(levels, bound)) == NotAssessable(reason)

    def test_a_target_only_touched_is_passed_a_year_later(self) -> None:
        assert reached_in(indicator(["1", "2"], "≥4")) == 2018
        assert reached_in(indicator(["1", "2"], ">4")) == 2019
        assert reached_in(indicator(["3", "4"], ">4")) == 2017

    def test_what_is_already_met_gives_the_year_since_which_it_is(self) -> None:
        assert reached_in(indicator(["7", "5", "6", "7"], "≥6")) == 2017
        assert reached_in(indicator(["6", "7"], "≥6")) == 2015

    def test_an_interval_is_reached_at_its_near_end(self) -> None:
        assert reached_in(indicator(["9", "8"], "5..6")) == 2018

    def test_equal_rates_reach_a_fall_later_than_equal_steps(self) -> None:
        falling = indicator(["100", "90"], "≤50")
        assert (reached_in(falling), reached_in(falling, path="geometric")) == (2020, 2022)

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
        assert reached_in(indicator(levels, bound), path="geometric") == NotAssessable(reason)

    def test_a_target_in_another_measure_is_not_on_the_level(self) -> None:
        growing = Indicator(id="x", name="x", targets=(Threshold(bound="≥9", measure="growth"),))
        assert reached_in(growing) == NotAssessable(Reason.NO_LEVEL_TARGET)

    def test_an_unknown_path_is_refused(self) -> None:
        with pytest.raises(InvalidValueError, match="linear or geometric"):
            reached_in(indicator(["1", "2"], "≥3"), path="straight")
