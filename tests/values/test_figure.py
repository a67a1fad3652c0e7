"""Figures: what they take, what they keep, how they compare."""

from decimal import ROUND_CEILING, Context, Decimal, localcontext
from typing import Any

import pytest

from civicplan import Figure
from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.values import Interval, reconcile, to_figure


@pytest.mark.parametrize(
    ("written", "value", "places", "shown"),
    [
        ("95.0", "95.0", 1, "95.0"),
        ("2335.1", "2335.1", 1, "2335.1"),
        ("-2.80", "-2.80", 2, "-2.80"),
        ("0", "0", 0, "0"),
        ("-0", "0", 0, "-0"),
        ("0.00", "0", 2, "0.00"),
        (62, "62", 0, "62"),
        (-7, "-7", 0, "-7"),
        (Decimal("1.50"), "1.50", 2, "1.50"),
        ("6E+4", "60000", -4, "6E+4"),
        ("1.23e+5", "123000", -3, "1.23E+5"),
        ("1e-3", "0.001", 3, "0.001"),
        ("5e0", "5", 0, "5"),
        ("123456789012345678901234567890", "123456789012345678901234567890", 0, "123456789012345678901234567890"),
        ("1e-30", "1e-30", 30, "0.000000000000000000000000000001"),
    ],
)
def test_a_figure_keeps_its_value_and_its_printed_places(written: Any, value: str, places: int, shown: str) -> None:
    figure = Figure(written)
    assert figure == Decimal(value)
    assert figure.places == places
    assert str(figure) == shown
    assert eval(repr(figure)) == figure


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("95.0", "94.95", "95.05"),
        ("95", "94.5", "95.5"),
        ("-2.8", "-2.85", "-2.75"),
        ("0", "-0.5", "0.5"),
        ("0.00", "-0.005", "0.005"),
        ("-0", "-0.5", "0.5"),
        ("6E+4", "55000", "65000"),
        ("1e-30", "5e-31", "1.5e-30"),
    ],
)
def test_a_figure_is_the_interval_of_values_that_round_to_it_with_both_its_ends(
    printed: str, low: str, high: str
) -> None:
    assert Figure(printed).interval == Interval(low=Decimal(low), high=Decimal(high))


def test_figures_compare_and_hash_by_value_whatever_was_printed() -> None:
    assert Figure("95.0") == Figure("95") == 95 == Decimal("95.00")
    assert len({Figure("95.0"), Figure("95"), 95}) == 1
    assert Figure("94.9") < Figure("95.0") <= 95
    assert Figure("95.1") > 95 >= Figure("94.9")
    assert Figure("95.0") >= Decimal(95)
    assert sorted([Figure("2"), Figure("-1"), Figure("0.5")]) == [Figure("-1"), Figure("0.5"), Figure("2")]


@pytest.mark.parametrize("other", ["95", 95.0, None, True, [95]])
def test_a_figure_equals_nothing_that_is_not_a_number(other: Any) -> None:
    assert Figure(95) != other
    assert Figure(1) != other
    for compare in ("__lt__", "__le__", "__gt__", "__ge__"):
        assert getattr(Figure(95), compare)(other) is NotImplemented


@pytest.mark.parametrize(("number", "advice"), [(95.0, '"95.0"'), (0.1, '"0.1"'), (-2.5, '"-2.5"')])
def test_a_float_is_refused_with_what_to_write_instead(number: Any, advice: str) -> None:
    with pytest.raises(InvalidTypeError) as raised:
        Figure(number)
    assert isinstance(raised.value, TypeError)
    assert f"write {advice} or Decimal({advice})" in str(raised.value)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("1,006.20", "write 1006.20"),
        ("95%", "write 95"),
        (" 95 ", "write 95"),
        ("−2.8", "write -2.8"),
        ("12.7 %", "write 12.7"),
        ("95.0\n", "write 95.0"),
    ],
)
def test_separators_and_signs_are_refused_with_the_plain_number(text: str, advice: str) -> None:
    with pytest.raises(InvalidValueError, match=advice):
        Figure(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "x", "NaN", "Infinity", "-inf", "1_000", "+5", ".5", "5.", "05"),
        *("１２", "٣", "1e", "1e1e1", "--1", "1.2.3", "\x00"),
    ],
)
def test_text_that_is_no_plain_number_is_refused_without_a_guess(text: str) -> None:
    with pytest.raises(InvalidValueError, match="a number in plain digits") as raised:
        Figure(text)
    assert raised.value.advice == ""


@pytest.mark.parametrize(
    "value",
    [
        *("1e400", "1e31", "1e-31", "1" * 31, "0." + "0" * 30 + "1", 10**30, 10**40, Decimal("1E+31")),
        pytest.param(-(10**5000), id="an int of 5001 digits"),
        pytest.param(Decimal("1" * 10**6), id="a Decimal of a million digits"),
    ],
)
def test_a_number_beyond_what_plans_print_is_refused(value: Any) -> None:
    with pytest.raises(InvalidValueError, match="at most 30 digits"):
        Figure(value)


@pytest.mark.parametrize("length", [81, 10_000_000])
def test_a_very_long_number_is_refused_by_its_length(length: int) -> None:
    for text in ("9" * length, "0." + "1" * length):
        with pytest.raises(InvalidValueError, match=r"… \(\d+ characters\)"):
            Figure(text)


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_a_decimal_that_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(InvalidValueError):
        Figure(Decimal(value))


def test_to_figure_passes_figures_through() -> None:
    figure = Figure("95.0")
    assert to_figure(figure) is figure
    assert to_figure("95.0") == figure


@pytest.mark.parametrize(
    ("printed", "precise"),
    [
        ("12.7", "12.7"),
        ("12.7 12.65", "12.65"),
        ("12.65 12.7", "12.65"),
        ("95 95.0", "95.0"),
        ("95 95.0 95.00", "95.00"),
        ("-12.7 -12.65", "-12.65"),
        ("0 -0.4", "-0.4"),
        ("12.7 12.8", None),
        ("12.7 12.75", "12.75"),
        ("0 0.5", "0.5"),
        ("7.4 7.45", "7.45"),
        ("7.2 7.3", None),
        ("8 7.5 7.45", None),
        ("7.5 7.45 8", None),
        ("0 -0.5", "-0.5"),
        ("8 7.5 7.50", "7.50"),
        ("6E+4 55000 55000.0", "55000.0"),
        ("6E+4 54999", None),
    ],
)
def test_figures_that_agree_in_pairs_give_the_most_precise_of_them(printed: str, precise: str | None) -> None:
    found = reconcile(map(Figure, printed.split()))
    assert (None if found is None else str(found)) == precise


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("7.4", "7.45", True),
        ("7.5", "7.45", True),
        ("7.4", "7.46", False),
        ("7.4", "7.5", False),
        ("7.4", "7.4", True),
        ("95", "95.0", True),
        ("95", "95.5", True),
        ("95", "94.5", True),
        ("95", "95.51", False),
        ("-12.7", "-12.75", True),
        ("0", "-0", True),
        ("6E+4", "65000", True),
        ("6E+4", "65001", False),
    ],
)
def test_figures_agree_where_the_finer_one_lies_in_what_the_coarser_one_stands_for(
    one: str, other: str, agree: bool
) -> None:
    assert Figure(one).agrees_with(Figure(other)) is Figure(other).agrees_with(Figure(one)) is agree


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("1,006.20", "write 1006.20"),
        ("1,234,567", "write 1234567"),
        ("−4.18", "write -4.18"),
        ("95 %", "write 95"),
        ("55,2", "without commas"),
        ("1.234,5", "without commas"),
        ("1,006", "without commas"),
        ("many", ""),
    ],
)
def test_advice_never_guesses_what_a_comma_means(written: str, advice: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        Figure(written)
    assert advice in refused.value.advice
    assert bool(advice) is bool(refused.value.advice)


def test_a_figure_is_the_nearest_float_where_one_is_asked_for() -> None:
    for text in ("95.0", "-2.8", "0", "3105.85", "6E+4"):
        assert float(Figure(text)) == float(text)
        assert type(float(Figure(text))) is float


def test_a_float_equals_no_figure_and_is_not_ordered_beside_one() -> None:
    assert Figure("95.0") != 95.0
    assert Figure("95.0") == 95
    assert Figure("95.0") == Decimal("95")
    number: Any = 95.5
    with pytest.raises(TypeError):
        assert Figure("95.0") < number


@pytest.mark.parametrize(
    ("printed", "spec", "shown"),
    [
        ("95.0", "", "95.0"),
        ("95.0", ".2f", "95.00"),
        ("0.25", ".1f", "0.2"),
        ("0.35", ".1f", "0.4"),
        ("2.5", ".0f", "2"),
        ("-2.85", ".1f", "-2.8"),
        ("3105.80", ",", "3,105.80"),
        ("3105.80", ">9", "  3105.80"),
        ("0.0000001", ">9", "0.0000001"),
        ("0.955", ".1%", "95.5%"),
        ("6E+4", "", "6E+4"),
        ("6E+4", ",.0f", "60,000"),
        ("6E+4", ">6", "  6E+4"),
    ],
)
def test_a_figure_is_formatted_by_its_digits_whatever_the_callers_context(printed: str, spec: str, shown: str) -> None:
    assert format(Figure(printed), spec) == shown
    with localcontext(Context(prec=2, rounding=ROUND_CEILING)):
        assert format(Figure(printed), spec) == shown
