"""Bounds: the seven shapes, their signs, and what they say of a printed figure, with and without a direction."""

from decimal import Decimal
from typing import Any

import pytest

from civicplan import Bound, Direction, Figure
from civicplan.errors import InvalidInputError, InvalidTypeError, InvalidValueError, Reason, UndefinedMeasureError
from civicplan.values import BoundKind, Interval, to_bound


@pytest.mark.parametrize(
    ("texts", "bound", "shown"),
    [
        (">=75|≥75|⩾75|≧75|>= 75|≥ 75", Bound.at_least("75"), "≥75"),
        (">95|＞95|> 95", Bound.above(95), ">95"),
        ("<=26|≤26|⩽26|≦26", Bound.at_most(Decimal(26)), "≤26"),
        ("<5.5|＜5.5", Bound.below("5.5"), "<5.5"),
        ("=0|＝0", Bound.exactly("0"), "=0"),
        ("6.0..6.5|6.0 .. 6.5", Bound.between("6.0", "6.5"), "6.0..6.5"),
        ("-3..-1", Bound.between("-3", "-1"), "-3..-1"),
        ("20±1|20+/-1|20 ± 1|20 +/- 1", Bound.about("20", tolerance="1"), "20±1"),
        ("-20±1", Bound.about("-20", tolerance="1"), "-20±1"),
        ("20±0|20+/-0", Bound.about("20", tolerance="0"), "20±0"),
        ("≈20|~20|≒20|≃20|≅20|≈ 20|~ 20", Bound.about("20"), "≈20"),
        ("≈-20.0", Bound.about("-20.0"), "≈-20.0"),
        ("≥-2.80", Bound.at_least("-2.80"), "≥-2.80"),
        ("6E+4..7E+4", Bound.between("6E+4", "7E+4"), "6E+4..7E+4"),
    ],
)
def test_ascii_and_unicode_signs_are_read_and_one_is_written(texts: str, bound: Bound, shown: str) -> None:
    for text in texts.split("|"):
        assert Bound.parse(text) == bound
        assert str(Bound.parse(text)) == shown
    assert str(bound) == shown
    assert eval(repr(bound)) == bound


def test_an_about_without_a_tolerance_is_not_one_with_a_tolerance_of_zero() -> None:
    assert Bound.about("20") != Bound.about("20", tolerance="0")
    assert Bound.about("20") == Bound.about("20", tolerance=None) == Bound(BoundKind.ABOUT, Figure("20"))
    assert (Bound.about("20").figure, Bound.about("20").second) == (Figure("20"), None)
    assert Bound.about("20").is_of_unknown_width
    assert not any(Bound.parse(text).is_of_unknown_width for text in ("20±0", "20±1", "=20", "19..21", "≥20"))


@pytest.mark.parametrize(
    ("bound", "met", "missed"),
    [
        ("≥75", "75 75.0 80", "74.9 -75"),
        (">95", "95.1", "95 95.0"),
        ("≤26", "26 0 -3", "26.1"),
        ("<5.5", "5.4", "5.5 5.50"),
        ("=0", "0 0.0 -0", "0.1 -0.1"),
        ("6.0..6.5", "6 6.2 6.50", "5.9 6.6"),
        ("20±1", "19 20 21.0", "18.9 21.1"),
        ("20±0", "20", "19.9"),
    ],
)
def test_a_bound_admits_what_its_sign_says(bound: str, met: str, missed: str) -> None:
    assert all(Bound.parse(bound).admits(figure) for figure in met.split())
    assert not any(Bound.parse(bound).admits(figure) for figure in missed.split())


@pytest.mark.parametrize(
    ("bound", "decided", "undecided"),
    [
        (">95", "95.1 94.9", "95.0 95"),
        ("≥95", "95.1 94.9", "95.0"),
        ("≤64", "63 63.9 65", "64 64.0"),
        ("≥12.65", "12.7 12.5", "12.65 12.6"),
        (">12.65", "12.8 12.6", "12.65 12.7"),
        ("<12.75", "12.6 12.8", "12.75 12.7"),
        ("≤12.75", "12.7 12.9", "12.75 12.8"),
        ("=0", "1", "0 0.00"),
        ("12.6..12.8", "12.7 12.9", "12.6 12.8"),
        ("12.7±0.05", "12.7 12.5", "12.65 12.75 12.6 12.8"),
        ("≈12.7", "", "12.7 12.6 12.8 0"),
    ],
)
def test_a_bound_decides_where_no_unprinted_digit_could_flip_it(bound: str, decided: str, undecided: str) -> None:
    assert all(Bound.parse(bound).decides(figure) for figure in decided.split())
    assert not any(Bound.parse(bound).decides(figure) for figure in undecided.split())


def test_a_bound_settles_an_interval_inside_or_outside_it() -> None:
    bound = Bound.at_least("13")
    assert bound.decides(Figure("12.7").interval)
    assert bound.decides(Figure("13.2").interval)
    assert not bound.decides(Figure("13.0").interval)


def test_floors_and_caps_are_one_sided() -> None:
    sides = {
        str(bound): (bound.is_lower_bound, bound.is_upper_bound) for bound in map(Bound.parse, ("≥1", ">1", "≤1", "<1"))
    }
    assert sides == {"≥1": (True, False), ">1": (True, False), "≤1": (False, True), "<1": (False, True)}
    for text in ("=1", "1..2", "1±1", "≈1"):
        bound = Bound.parse(text)
        assert not bound.is_lower_bound
        assert not bound.is_upper_bound


@pytest.mark.parametrize("text", ["75", "6.0", "-3"])
def test_a_number_without_a_sign_is_asked_which_way(text: str) -> None:
    with pytest.raises(InvalidValueError, match=f"say which way: ≥{text}, ≤{text} or ={text}"):
        Bound.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "≥", "≥x", "≥NaN", "≥1e400", "=>75", "≥75%", "≥７５", "≥1,006.20", "≥75\n"),
        *("6.0..", "..6.5", "20±", "±1", "1..2..3", "NaN..NaN", pytest.param("≥" * 300, id="long")),
        pytest.param("≥" + "7" * 10_000_000, id="very long"),
    ],
)
def test_text_that_states_no_bound_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        Bound.parse(text)


@pytest.mark.parametrize("value", [None, 75, 7.5, Decimal(75), b">=75", ["≥75"], Figure("75")])
def test_what_is_not_text_is_no_bound(value: Any) -> None:
    with pytest.raises(InvalidTypeError, match="write text such as"):
        Bound.parse(value)


def test_a_range_wants_its_lower_figure_first() -> None:
    with pytest.raises(InvalidValueError, match=r"write 6\.0\.\.6\.5"):
        Bound.between("6.5", "6.0")
    assert Bound.between("6.0", "6.00").admits("6")


def test_a_tolerance_is_not_negative() -> None:
    with pytest.raises(InvalidValueError, match="a tolerance of zero or more"):
        Bound.about("20", tolerance="-1")


@pytest.mark.parametrize(
    ("kind", "second"),
    [
        *((kind, Figure(2)) for kind in BoundKind if kind not in (BoundKind.BETWEEN, BoundKind.ABOUT)),
        (BoundKind.BETWEEN, None),
    ],
)
def test_a_range_has_two_figures_and_an_about_may_have(kind: BoundKind, second: Figure | None) -> None:
    with pytest.raises(InvalidValueError, match="two figures for a range, one or two for 'about', else one"):
        Bound(kind, Figure(1), second)


@pytest.mark.parametrize("kind", [None, "≥", "AT_LEAST", 1, True, b">="])
def test_a_bound_is_of_one_of_the_seven_shapes(kind: Any) -> None:
    with pytest.raises(InvalidTypeError, match="a BoundKind"):
        Bound(kind, Figure(1))


def test_the_figures_of_a_bound_may_be_given_as_text() -> None:
    assert Bound(BoundKind.BETWEEN, "6.0", "6.5") == Bound.between("6.0", "6.5")


@pytest.mark.parametrize("figure", [None, 7.5, b"75", ["75"]])
def test_the_figures_of_a_bound_are_figures(figure: Any) -> None:
    with pytest.raises(InvalidTypeError):
        Bound(BoundKind.AT_LEAST, figure)


def test_to_bound_passes_bounds_through() -> None:
    bound = Bound.at_least("75")
    assert to_bound(bound) is bound
    assert to_bound(">=75") == bound


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("≥9%", "write ≥9"),
        ("≥ 9 %", "write ≥9"),
        ("95%以上", "write ≥95"),
        ("80-100", "write 80..100"),
        ("=>75", "write ≥75"),
        ("at least 75", "write ≥75"),
        ("Less than 5.5", "write <5.5"),
        ("4.5-5.5", "write 4.5..5.5"),
        ("4.5 to 5.5", "write 4.5..5.5"),
        ("5.5-4.5", ""),
        ("about 20", "write ≈20"),
        ("Approximately 20%", "write ≈20"),
        ("≈20±1", "write 20±1"),
        ("about 20 +/- 1", "write 20 +/- 1"),
        ("about 20 or so", ""),
        ("≈ 20 thousand", "the unit belongs to the indicator"),
        ("≥60 thousand", "the unit belongs to the indicator"),
        ("75", "say which way: ≥75, ≤75 or =75"),
        ("as much as possible", ""),
    ],
)
def test_a_bound_written_in_another_way_is_told_how(written: str, advice: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        Bound.parse(written)
    assert refused.value.advice == advice


@pytest.mark.parametrize(
    ("bound", "start", "aim"),
    [
        ("≥75", "60", "75"),
        ("≥75", "80", "75"),
        ("<26", "20", "26"),
        ("6..7", "5", "6"),
        ("6..7", "9", "7"),
        ("6..7", "6.4", "6.4"),
        ("=20", "10", "20"),
        ("20±1", "10", "20"),
        ("20±1", "20.5", "20"),
        ("20±1", "30", "20"),
        ("≈20", "10", "20"),
        ("≈20", "30", "20"),
    ],
)
def test_progress_counts_to_the_figure_to_the_centre_of_an_about_and_to_the_near_end_of_a_range(
    bound: str, start: str, aim: str
) -> None:
    assert Bound.parse(bound).target_value(Decimal(start)) == Decimal(aim)
    assert Bound.parse(bound).is_one_sided is (bound[0] in "≥<")


@pytest.mark.parametrize(
    ("bound", "direction", "met", "missed"),
    [
        ("10±0.5", None, "9.5 10 10.5", "9.4 10.6 10.7"),
        ("10±0.5", "range", "9.5 10 10.5", "9.4 10.6 10.7"),
        ("10±0.5", "higher", "9.5 10 10.5 10.7 99", "9.4 -99"),
        ("3±0.5", "lower", "3.5 3 2.5 2.0 -99", "3.6 99"),
        ("6.0..6.5", None, "6.0 6.5", "5.9 6.6"),
        ("6.0..6.5", "range", "6.0 6.5", "5.9 6.6"),
        ("6.0..6.5", "higher", "6.0 6.5 6.6 99", "5.9 -99"),
        ("6.0..6.5", "lower", "6.5 6.0 5.9 -99", "6.6 99"),
        ("≈20", "higher", "20 20.0 20.1 99", ""),
        ("≈20", "lower", "20 20.0 19.9 -99", ""),
        ("≈20", "range", "20 20.0", ""),
        ("≈20", None, "20 20.0", ""),
        ("=20", "higher", "20", "19.9 20.1 99"),
        ("=20", "lower", "20", "19.9 20.1 -99"),
        ("≥20", "lower", "20 20.1", "19.9"),
        ("<20", "higher", "19.9", "20 20.1"),
    ],
)
def test_a_declared_direction_opens_the_better_side_of_a_range_and_of_an_about_alone(
    bound: str, direction: Any, met: str, missed: str
) -> None:
    assert [figure for figure in met.split() if not Bound.parse(bound).admits(figure, direction)] == []
    assert [figure for figure in missed.split() if Bound.parse(bound).admits(figure, direction)] == []
    assert all(Bound.parse(bound).admits(figure, direction=direction) for figure in met.split())


@pytest.mark.parametrize(
    ("direction", "unknown"), [("higher", "19.9 -99"), ("lower", "20.1 99"), ("range", "19 21"), (None, "19 21")]
)
def test_of_an_about_without_a_tolerance_nothing_is_known_short_of_its_figure(direction: Any, unknown: str) -> None:
    for figure in unknown.split():
        with pytest.raises(UndefinedMeasureError) as undefined:
            Bound.about("20").admits(figure, direction)
        assert undefined.value.reason is Reason.TOLERANCE_UNKNOWN
        assert "how close is close enough" in str(undefined.value)
        assert not Bound.about("20").decides(figure, direction)


@pytest.mark.parametrize(
    ("bound", "direction", "decided", "undecided"),
    [
        ("10±0.5", "higher", "10.7 10.0 9.6 9.4", "9.5 9"),
        ("10±0.5", None, "10 10.0 10.6 9.4", "10.5 9.5 11 9"),
        ("3±0.5", "lower", "2.0 3.4 3.6 3", "3.5 4"),
        ("6.0..6.5", "higher", "6.1 6.5 6.6 99 5.9", "6.0 6"),
        ("6.0..6.5", "lower", "6.4 6.0 5.9 -99 6.6 6", "6.5 7"),
        ("≈20", "higher", "20.1 21", "20.0 19.9 19 0"),
        ("≈20", "lower", "19.9 19", "20.0 20.1 21 99"),
        ("≈20", "range", "", "20.0 20.1 19.9"),
        ("=20", "higher", "19 21", "20 20.0"),
    ],
)
def test_a_bound_decides_in_a_declared_direction(bound: str, direction: Any, decided: str, undecided: str) -> None:
    assert [figure for figure in decided.split() if not Bound.parse(bound).decides(figure, direction)] == []
    assert [figure for figure in undecided.split() if Bound.parse(bound).decides(figure, direction)] == []


def test_an_exact_value_is_decided_by_an_about_that_it_equals() -> None:
    for direction in (None, *Direction):
        assert Bound.about("20").decides(Interval.exactly(Decimal(20)), direction)
        assert not Bound.about("20").decides(Interval.exactly(Decimal(5)), "higher")


@pytest.mark.parametrize("direction", ["up", "", "HIGHER", 1, True, b"higher"])
def test_a_direction_is_one_of_the_three(direction: Any) -> None:
    for bound in (Bound.about("20"), Bound.between(1, 2)):
        for ask in (bound.admits, bound.decides):
            with pytest.raises(InvalidInputError, match="one of higher, lower, range"):
                ask("20", direction)
