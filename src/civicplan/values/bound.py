"""Bound: the set of values that meet a target."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TypeAlias, assert_never

from attrs import field, frozen
from attrs.converters import optional

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UndefinedMeasureError, describe
from civicplan.values._decimals import EXACT, NUMBER, plain_digits
from civicplan.values.figure import Figure, FigureLike, to_figure
from civicplan.values.interval import Interval
from civicplan.values.vocabulary import Direction, DirectionLike, direction_or_none


class BoundKind(Enum):
    """The seven shapes of a target; the value is the sign that `str` writes."""

    AT_LEAST = "≥"
    ABOVE = ">"
    AT_MOST = "≤"
    BELOW = "<"
    EXACTLY = "="
    BETWEEN = ".."
    ABOUT = "±"


#: The kinds that only too little misses.
LOWER_BOUNDS = (BoundKind.AT_LEAST, BoundKind.ABOVE)
#: The kinds that only too much misses.
UPPER_BOUNDS = (BoundKind.AT_MOST, BoundKind.BELOW)
#: Whether there may be a second figure; the kinds that are not listed have none.
_SECOND_FIGURE = {BoundKind.BETWEEN: (True,), BoundKind.ABOUT: (True, False)}
_SIGNS = {
    **dict.fromkeys((">=", "≥", "⩾", "≧"), BoundKind.AT_LEAST),
    **dict.fromkeys(("<=", "≤", "⩽", "≦"), BoundKind.AT_MOST),
    **dict.fromkeys((">", "＞"), BoundKind.ABOVE),
    **dict.fromkeys(("<", "＜"), BoundKind.BELOW),
    **dict.fromkeys(("=", "＝"), BoundKind.EXACTLY),
    **dict.fromkeys(("≈", "~", "≒", "≃", "≅"), BoundKind.ABOUT),
}
#: What `str` writes for an "about" without a tolerance.
_ABOUT = "≈"
_ONE_SIDED = re.compile(rf"({'|'.join(_SIGNS)}) ?({NUMBER})")
_TWO_FIGURES = re.compile(rf"({NUMBER}) ?(\.\.|±|\+/-) ?({NUMBER})")
_LONGEST_BOUND = 200
_EXPECTED = "a bound: ≥75, >75, ≤26, <5.5, =0, 6.0..6.5, 20±1 or ≈20"


@frozen(repr=False)
class Bound:
    """A target is a set of acceptable values; a verdict follows from the printed value, decisiveness from its digits.

    Build one with `at_least`, `above`, `at_most`, `below`, `between`, `about`, `exactly` or `parse`.

    Attributes:
        kind: Which of the seven shapes this is.
        figure: The one figure, the lower of two, or the centre.
        second: The upper of two figures, or the tolerance about the centre; None where there is one figure.

    >>> Bound.parse(">=75").admits("75.0"), Bound.parse(">=75").decides("75.0")
    (True, False)
    """

    kind: BoundKind
    figure: Figure = field(converter=to_figure)
    second: Figure | None = field(default=None, converter=optional(to_figure))

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.kind, BoundKind):
            raise InvalidTypeError("Bound.kind", "a BoundKind", describe(self.kind), "write Bound.at_least(...)")
        if (self.second is not None) not in _SECOND_FIGURE.get(self.kind, (False,)):
            expected = "two figures for a range, one or two for 'about', else one"
            raise InvalidValueError("", expected, describe(str(self)))
        if self.second is not None:
            self._check_second(self.second)

    def _check_second(self, second: Figure) -> None:
        if self.kind is BoundKind.BETWEEN and second < self.figure:
            raise InvalidValueError("", "the lower figure first", f"{self}", f"write {second}..{self.figure}")
        if self.kind is BoundKind.ABOUT and second < 0:
            raise InvalidValueError("", "a tolerance of zero or more", f"{second}")

    @classmethod
    def at_least(cls, figure: FigureLike) -> Bound:
        """Accept the figure or more.

        >>> str(Bound.at_least("75"))
        '≥75'
        """
        return cls(BoundKind.AT_LEAST, to_figure(figure))

    @classmethod
    def above(cls, figure: FigureLike) -> Bound:
        """Accept more than the figure.

        >>> Bound.above("95").admits("95.0")
        False
        """
        return cls(BoundKind.ABOVE, to_figure(figure))

    @classmethod
    def at_most(cls, figure: FigureLike) -> Bound:
        """Accept the figure or less.

        >>> str(Bound.at_most("26"))
        '≤26'
        """
        return cls(BoundKind.AT_MOST, to_figure(figure))

    @classmethod
    def below(cls, figure: FigureLike) -> Bound:
        """Accept less than the figure.

        >>> Bound.below("5.5").admits("5.5")
        False
        """
        return cls(BoundKind.BELOW, to_figure(figure))

    @classmethod
    def exactly(cls, figure: FigureLike) -> Bound:
        """Accept the figure and nothing else.

        >>> Bound.exactly("0").admits("0"), Bound.exactly("0").decides("0")
        (True, False)
        """
        return cls(BoundKind.EXACTLY, to_figure(figure))

    @classmethod
    def between(cls, low: FigureLike, high: FigureLike) -> Bound:
        """Accept from the lower figure to the upper, both included.

        >>> str(Bound.between("6.0", "6.5"))
        '6.0..6.5'
        """
        return cls(BoundKind.BETWEEN, to_figure(low), to_figure(high))

    @classmethod
    def about(cls, figure: FigureLike, *, tolerance: FigureLike | None = None) -> Bound:
        """Accept what lies within the tolerance of the figure, both ends included.

        Nobody guesses a tolerance. Without one the figure itself is accepted, and what is better where the direction
        is declared; of anything else nothing is known.

        >>> str(Bound.about("20", tolerance="1")), str(Bound.about("20"))
        ('20±1', '≈20')
        """
        return cls(BoundKind.ABOUT, to_figure(figure), None if tolerance is None else to_figure(tolerance))

    @classmethod
    def parse(cls, text: str) -> Bound:
        """Return the bound that the text states; ``parse(str(b)) == b`` for every bound.

        Raises:
            InvalidValueError: The text has no sign (``75``: at least, or at most?), or no figure.

        >>> Bound.parse("6.0..6.5") == Bound.between("6.0", "6.5")
        True
        """
        if not isinstance(text, str):
            raise InvalidTypeError("", _EXPECTED, describe(text), 'write text such as "≥75"')
        return _parsed(text)

    @property
    def is_lower_bound(self) -> bool:
        """True when only too little misses the target."""
        return self.kind in LOWER_BOUNDS

    @property
    def is_upper_bound(self) -> bool:
        """True when only too much misses the target."""
        return self.kind in UPPER_BOUNDS

    @property
    def is_one_sided(self) -> bool:
        """True for a floor or a cap."""
        return self.is_lower_bound or self.is_upper_bound

    @property
    def interval(self) -> Interval:
        """The acceptable values, as far as they are known, where no direction is declared.

        >>> Bound.about("20", tolerance="1").interval.high
        Decimal('21')
        """
        value = self.figure.value
        match self.kind:
            case BoundKind.AT_LEAST | BoundKind.ABOVE:
                return Interval(low=value, includes_low=self.kind is BoundKind.AT_LEAST)
            case BoundKind.AT_MOST | BoundKind.BELOW:
                return Interval(high=value, includes_high=self.kind is BoundKind.AT_MOST)
            case BoundKind.EXACTLY:
                return Interval.exactly(value)
            case BoundKind.BETWEEN:
                return Interval(low=value, high=self._second)
            case BoundKind.ABOUT:
                tolerance = Decimal(0) if self.second is None else self.second.value
                return Interval(low=EXACT.subtract(value, tolerance), high=EXACT.add(value, tolerance))
            case _:
                assert_never(self.kind)

    @property
    def is_of_unknown_width(self) -> bool:
        """True for an "about" without a tolerance: nothing says how close is close enough."""
        return self.kind is BoundKind.ABOUT and self.second is None

    def acceptable(self, direction: DirectionLike | None = None) -> Interval:
        """Return the acceptable values, as far as they are known.

        Args:
            direction: The declared direction: it opens the better side of a range and of an "about".

        >>> Bound.between("6.0", "6.5").acceptable("higher").high is None
        True
        """
        if self.kind in (BoundKind.BETWEEN, BoundKind.ABOUT):
            match direction_or_none(direction):
                case Direction.HIGHER:
                    return Interval(low=self.interval.low)
                case Direction.LOWER:
                    return Interval(high=self.interval.high)
        return self.interval

    def target_value(self, start: Decimal) -> Decimal:
        """Return what is worked towards from a value: the near end of a range, else the one figure, or the centre.

        >>> from decimal import Decimal
        >>> Bound.at_least("75").target_value(Decimal("80")), Bound.between("6", "7").target_value(Decimal("5"))
        (Decimal('75'), Decimal('6'))
        """
        if self.kind is not BoundKind.BETWEEN:
            return self.figure.value
        return min(max(start, self.figure.value), self._second)

    def admits(self, figure: FigureLike, direction: DirectionLike | None = None) -> bool:
        """Return True exactly when the printed value is acceptable.

        Args:
            figure: The printed value.
            direction: The declared direction: it opens the better side of a range and of an "about".

        Raises:
            UndefinedMeasureError: An "about" without a tolerance, of which the value is not known to be close enough.

        >>> Bound.above("95").admits("95.0"), Bound.about("10", tolerance="0.5").admits("10.7", "higher")
        (False, True)
        """
        is_acceptable = to_figure(figure).value in self.acceptable(direction)
        if self.is_of_unknown_width and not is_acceptable:
            raise UndefinedMeasureError(Reason.TOLERANCE_UNKNOWN, "the verdict")
        return is_acceptable

    def decides(self, value: FigureLike | Interval, direction: DirectionLike | None = None) -> bool:
        """Return True exactly when every true value behind the figure, or in the interval, gives the same verdict.

        Args:
            value: The printed value, or every value that may be the true one.
            direction: The declared direction: it opens the better side of a range and of an "about".

        >>> Bound.above("95").decides("95.0"), Bound.at_least("13").decides("12.7")
        (False, True)
        """
        interval = value if isinstance(value, Interval) else to_figure(value).interval
        acceptable = self.acceptable(direction)
        return interval.issubset(acceptable) or (not self.is_of_unknown_width and interval.isdisjoint(acceptable))

    @property
    def _second(self) -> Decimal:
        assert self.second is not None, "a range has two figures"
        return self.second.value

    def __str__(self) -> str:
        if self.second is None:
            return f"{_sign_of(self.kind)}{self.figure}"
        return f"{self.figure}{self.kind.value}{self.second}"

    def __repr__(self) -> str:
        return f"Bound.parse({str(self)!r})"


BoundLike: TypeAlias = Bound | str


def to_bound(value: BoundLike) -> Bound:
    """Return a Bound, from itself or from text."""
    return value if isinstance(value, Bound) else Bound.parse(value)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Bound:
    bound = _bound_in(text) if len(text) <= _LONGEST_BOUND else None
    if bound is None:
        raise InvalidValueError("", _EXPECTED, describe(text), _advice(text))
    return bound


def _bound_in(text: str) -> Bound | None:
    if one := _ONE_SIDED.fullmatch(text):
        return Bound(_SIGNS[one[1]], Figure(one[2]))
    if two := _TWO_FIGURES.fullmatch(text):
        kind = BoundKind.BETWEEN if two[2] == ".." else BoundKind.ABOUT
        return Bound(kind, Figure(two[1]), Figure(two[3]))
    return None


#: What people write for the kinds of one figure.
_OTHER_WORDS = {
    **dict.fromkeys(("=>", "at least", "no less than", "not less than"), BoundKind.AT_LEAST),
    **dict.fromkeys(("=<", "at most", "no more than", "not more than", "up to"), BoundKind.AT_MOST),
    **dict.fromkeys(("above", "more than", "over"), BoundKind.ABOVE),
    **dict.fromkeys(("below", "less than", "under"), BoundKind.BELOW),
    **dict.fromkeys(("about", "around", "approximately"), BoundKind.ABOUT),
    **dict.fromkeys(("不低于", "不少于", "不小于", "至少"), BoundKind.AT_LEAST),
    **dict.fromkeys(("不高于", "不超过", "不大于", "至多"), BoundKind.AT_MOST),
    **dict.fromkeys(("超过", "高于", "大于", "多于"), BoundKind.ABOVE),
    **dict.fromkeys(("低于", "小于", "少于"), BoundKind.BELOW),
    **dict.fromkeys(("大约", "约"), BoundKind.ABOUT),
}
#: What they write behind the figure.
_ENDINGS = {
    **dict.fromkeys(("及以上", "以上"), BoundKind.AT_LEAST),
    **dict.fromkeys(("及以下", "以下", "以内"), BoundKind.AT_MOST),
    "左右": BoundKind.ABOUT,
}
_OTHER_RANGE = re.compile(r"(\S+?) ?(?:[-–—~]|to|\.\.) ?(\S+)")


_BEGINNINGS = (*_SIGNS, *_OTHER_WORDS)


def resembles_bound(text: str) -> bool:
    """Return True for text that begins with the sign or the words of a bound, or that has the sign of two figures.

    >>> resembles_bound("at least 85"), resembles_bound("85")
    (True, False)
    """
    beginning = text[:_LONGEST_BOUND].strip().lower()
    has_words = beginning.startswith(_BEGINNINGS) or beginning.endswith(tuple(_ENDINGS))
    return has_words or _TWO_FIGURES.fullmatch(beginning) is not None


def _advice(text: str) -> str:
    """Return what to write instead, where the text shows what it means."""
    if len(text) > _LONGEST_BOUND:
        return ""
    for bound in _meanings(text.strip()):
        if _is_bound(bound):
            return f"write {bound}"
    if digits := plain_digits(text):
        return f"say which way: ≥{digits}, ≤{digits} or ={digits}"
    after_sign = text.lstrip("".join(_SIGNS)).lstrip()
    return "the unit belongs to the indicator" if after_sign != text and after_sign[:1].isdecimal() else ""


def _meanings(text: str) -> Iterator[str]:
    """Yield what the text may mean as a bound, first come most likely; not all of it is one."""
    for words, kind in (_SIGNS | _OTHER_WORDS).items():
        if text.lower().startswith(words):
            rest = text[len(words) :].strip()
            yield f"{_sign_of(kind)}{plain_digits(rest)}"
            if kind is BoundKind.ABOUT:
                yield rest  # of "about 20±1"
    for words, kind in _ENDINGS.items():
        if text.endswith(words):
            yield f"{_sign_of(kind)}{plain_digits(text.removesuffix(words))}"
    if ends := _OTHER_RANGE.fullmatch(text):
        yield f"{plain_digits(ends[1])}..{plain_digits(ends[2])}"


def _sign_of(kind: BoundKind) -> str:
    """Return what stands before the one figure of a bound."""
    return _ABOUT if kind is BoundKind.ABOUT else kind.value


def _is_bound(text: str) -> bool:
    try:
        return _bound_in(text) is not None
    except InvalidValueError:  # of a range with its ends the wrong way round
        return False
