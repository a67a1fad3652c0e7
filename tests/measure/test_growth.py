"""Growth rates between levels, and where they do not exist."""

from decimal import Decimal
from typing import Any

import pytest

import civicplan as cp
from civicplan import Reason, UndefinedMeasureError
from civicplan.measure import average_growth


@pytest.mark.parametrize(
    ("start", "end", "years", "rate"),
    [
        ("100", "161.051", 5, "10"),
        ("100", "121", 2, "10"),
        ("100", "100", 7, "0"),
        ("100", "0", 3, "-100"),
        ("8", "1", 3, "-50"),
        ("4", "6", "0.5", "125"),
        ("-100", "-121", 2, "-10"),
        ("-100", "-81", 2, "10"),
        ("-5", "0", 1, "100"),
    ],
)
def test_growth_compounds_from_the_start_to_the_end(start: str, end: str, years: Any, rate: str) -> None:
    assert cp.cagr(start, end, years) == Decimal(rate)
    assert cp.required_cagr(start, end, years) == Decimal(rate)


@pytest.mark.parametrize(
    ("start", "end", "years", "reason"),
    [
        ("0", "5", 5, Reason.ZERO_BASELINE),
        ("0", "0", 5, Reason.ZERO_BASELINE),
        ("-1", "5", 5, Reason.SIGN_CHANGE),
        ("5", "-1", 5, Reason.SIGN_CHANGE),
        ("5", "6", 0, Reason.NO_TIME),
        ("5", "6", -1, Reason.NO_TIME),
    ],
)
def test_growth_is_undefined_with_a_reason(start: str, end: str, years: int, reason: Reason) -> None:
    for measure in (cp.cagr, cp.required_cagr):
        with pytest.raises(UndefinedMeasureError) as raised:
            measure(start, end, years)
        assert raised.value.reason is reason
        assert reason.sentence in str(raised.value)


def test_the_two_growth_rates_name_themselves_when_they_are_undefined() -> None:
    with pytest.raises(UndefinedMeasureError, match=r"^the growth rate is undefined"):
        cp.cagr(0, 1, 1)
    with pytest.raises(UndefinedMeasureError, match=r"^the required growth rate is undefined"):
        cp.required_cagr(0, 1, 1)


@pytest.mark.parametrize(
    ("rates", "total"),
    [
        *(([], "0"), (["9"], "9"), (["10", "10"], "21"), (["50", "-50"], "-25")),
        *((["-100", "300"], "-100"), ((5, 5, 5), "15.7625")),
    ],
)
def test_rates_compound_and_are_never_summed(rates: Any, total: str) -> None:
    assert cp.compound(rates) == Decimal(total)
    assert cp.compound(iter(rates)) == Decimal(total)


def test_a_rate_below_minus_100_would_turn_the_sign() -> None:
    with pytest.raises(UndefinedMeasureError) as raised:
        cp.compound(["5", "-100.1"])
    assert raised.value.reason is Reason.SIGN_CHANGE


def test_results_of_one_measure_feed_the_next() -> None:
    growth = cp.cagr("2335.1", "3105.8", 5)
    assert len(growth.as_tuple().digits) > 20
    assert round(cp.compound([growth] * 5), 6) == round(100 * (Decimal("3105.8") / Decimal("2335.1") - 1), 6)


@pytest.mark.parametrize(("rates", "average"), [(["7.2"] * 10, "7.2"), (["0", "21"], "10"), (["-100", "50"], "-100")])
def test_the_average_of_yearly_rates_comes_to_the_same_every_year(rates: list[str], average: str) -> None:
    assert average_growth(rates) == Decimal(average)


@pytest.mark.parametrize(("rates", "reason"), [([], Reason.NO_TIME), (["-101", "5"], Reason.SIGN_CHANGE)])
def test_rates_that_have_no_average_say_why(rates: list[str], reason: Reason) -> None:
    with pytest.raises(UndefinedMeasureError) as undefined:
        average_growth(rates)
    assert undefined.value.reason is reason
