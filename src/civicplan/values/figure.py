"""Figure: a published number with the decimal places it was printed with."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, localcontext
from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

from attrs import field, frozen

from civicplan.values._decimals import EXACT, to_decimal
from civicplan.values.interval import Interval

_HALF = Decimal("0.5")


@frozen(eq=False, repr=False)
class Figure:
    """A printed figure is an interval of true values: ``95.0`` stands for 94.95 to 95.05, both ends included.

    A half may have been rounded either way, so that both ends count.
    Figures compare and hash by value; `str` gives back what was printed. A float equals no figure and is not ordered
    beside one, since it has forgotten its printed digits; `float` gives the nearest one.

    Attributes:
        value: The number itself.

    Args:
        value: Text in plain digits, an int or a Decimal; never a float, which has forgotten its printed digits.

    Raises:
        InvalidTypeError: A float, or anything else that is not text, int or Decimal. It is a TypeError.
        InvalidValueError: Text that is not a number in plain digits; separators and signs are the readers' work.

    >>> Figure("95.0") == 95, str(Figure("95.0")), Figure("95.0").places
    (True, '95.0', 1)
    """

    value: Decimal = field(converter=to_decimal)

    @property
    def places(self) -> int:
        """The printed decimal places; negative where the number is printed in tens, hundreds ... (``6E+4``: -4).

        >>> Figure("3105.8").places
        1
        """
        exponent = self.value.as_tuple().exponent
        assert isinstance(exponent, int)
        return -exponent

    @property
    def interval(self) -> Interval:
        """Every true value that would have been printed like this.

        >>> Figure("-2.8").interval.low
        Decimal('-2.85')
        """
        half = _HALF.scaleb(-self.places, EXACT)
        return Interval(low=EXACT.subtract(self.value, half), high=EXACT.add(self.value, half))

    def agrees_with(self, other: Figure) -> bool:
        """Return True exactly when the finer of the two figures lies in what the coarser one stands for.

        Two figures of the same decimal places agree only when they are equal.

        >>> Figure("7.4").agrees_with(Figure("7.45")), Figure("7.4").agrees_with(Figure("7.5"))
        (True, False)
        """
        if self.places == other.places:
            return self == other
        coarser, finer = sorted((self, other), key=lambda figure: figure.places)
        return finer.value in coarser.interval

    def __str__(self) -> str:
        return format(self.value, "f") if self.places >= 0 else EXACT.to_sci_string(self.value)

    def __repr__(self) -> str:
        return f"Figure({str(self)!r})"

    def __float__(self) -> float:
        """Return the float nearest to the value.

        >>> float(Figure("95.0"))
        95.0
        """
        return float(self.value)

    def __format__(self, spec: str) -> str:
        """Return the figure as `format` writes a number, a half rounded to the even digit; as printed without a spec.

        A spec without a type, such as one for thousands or a width, leaves the printed places as they are.

        >>> f"{Figure('3105.85'):.1f}", f"{Figure('3105.80'):,}", f"{Figure('95.0')}"
        ('3105.8', '3,105.80', '95.0')
        """
        if not spec:
            return str(self)
        has_type = spec[-1].isalpha() or spec[-1] == "%"
        with localcontext(EXACT):
            return format(self.value, spec if has_type or self.places < 0 else f"{spec}f")

    def __eq__(self, other: object) -> bool:
        number = _number(other)
        return NotImplemented if number is None else self.value == number

    def __hash__(self) -> int:
        return hash(self.value)

    def __lt__(self, other: Figure | Decimal | int) -> bool:
        number = _number(other)
        return NotImplemented if number is None else self.value < number

    def __le__(self, other: Figure | Decimal | int) -> bool:
        number = _number(other)
        return NotImplemented if number is None else self.value <= number

    def __gt__(self, other: Figure | Decimal | int) -> bool:
        number = _number(other)
        return NotImplemented if number is None else self.value > number

    def __ge__(self, other: Figure | Decimal | int) -> bool:
        number = _number(other)
        return NotImplemented if number is None else self.value >= number


def reconcile(figures: Iterable[Figure]) -> Figure | None:
    """Return the finest of the figures, where all of them agree with each other; else None.

    >>> reconcile([Figure("7.4"), Figure("7.45")]), reconcile([Figure("7.4"), Figure("7.5")])
    (Figure('7.45'), None)
    """
    known = list(figures)
    all_agree = all(one.agrees_with(other) for one, other in combinations(known, 2))
    return max(known, key=lambda figure: figure.places) if all_agree else None


FigureLike: TypeAlias = Figure | str | int | Decimal


def _number(value: object) -> Decimal | int | None:
    if isinstance(value, Figure):
        return value.value
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


@lru_cache(maxsize=4096)
def _of_text(text: str) -> Figure:
    return Figure(text)


def to_figure(value: FigureLike) -> Figure:
    """Return a Figure, from anything a Figure can be built from."""
    if isinstance(value, str):
        return _of_text(value)
    return value if isinstance(value, Figure) else Figure(value)
