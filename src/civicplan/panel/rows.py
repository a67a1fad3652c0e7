"""A row of a panel as parts of the model: its target, its baseline and its actual, and what is wrong with each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from civicplan.errors import Fault, InvalidInputError, InvalidValueError, describe
from civicplan.model import Measure, Threshold
from civicplan.model.target import to_measure
from civicplan.panel.bounds import SIGNS
from civicplan.panel.problems import MOST_PLACES, Problem
from civicplan.panel.times import FIRST_YEAR
from civicplan.tables.shown import shortest_text
from civicplan.values import Bound, BoundKind, Figure, Period, to_figure
from civicplan.values._decimals import EXACT
from civicplan.values.vocabulary import Direction, direction_or_none

_Part = TypeVar("_Part")

#: What arithmetic in floats leaves behind is no further place.
_LEFT_BY_FLOATS = Decimal("1e-14")
_KINDS = {sign: BoundKind[kind.upper()] for kind, signs in SIGNS.items() for sign in signs}


class Row(NamedTuple):
    """A row of a panel, whose cells are read one by one; what cannot be read is listed, and nothing raised.

    Attributes:
        number: The place of the row in the frame, from 1.
        cells: The cells by our names of the columns; None where there is none.
        called: What each column that the frame has is called there.
        faults: What is wrong with this row and those before it.
    """

    number: int
    cells: Mapping[str, Any]
    called: Mapping[str, str]
    faults: list[Fault]

    def refuse(self, column: str, message: str) -> None:
        """List what is wrong with a cell."""
        place = f"row {self.number}, column {self.called.get(column, column)!r}"
        self.faults.append(Fault(place, message, said(self.cells.get(column))))

    def read(self, column: str, convert: Callable[[Any], _Part]) -> _Part | None:
        """Return what a cell says, or None where it is blank or, after it is listed, cannot be read."""
        cell = self.cells.get(column)
        if cell is None:
            return None
        try:
            return convert(cell)
        except InvalidInputError as error:
            self.refuse(column, str(error.in_field("")))
            return None

    def figure(self, column: str, places: str | None = None) -> Figure | None:
        """Return a number with the digits that another column says, else with the fewest that give it back."""
        printed = None if places is None else self.read(places, _to_places)
        return self.read(column, lambda value: _figure(value, printed))

    def period(self, column: str) -> Period | None:
        """Return the period that a cell states."""
        return self.read(column, _to_period)

    def target(self, direction: Direction | None) -> Threshold | None:
        """Return the target of the row; None where it has none.

        Args:
            direction: Which levels of the indicator are declared to be better.
        """
        figure, measure = self.figure("target"), self.measure
        if figure is None:
            if self.cells.get("target") is None and (self.cells.get("comparator") or self.cells.get("target_high")):
                self.refuse("target", "expected the figure of the target, got none")
            return None
        bound = self._bound(figure, Direction.HIGHER if measure is Measure.REDUCTION else direction)
        is_due_in_own_period = not {"due", "plan_period"} & set(self.called)
        time = "period" if is_due_in_own_period else "due"
        due = self.period(time)
        if is_due_in_own_period and time in self.called and self.cells[time] is None:
            self.refuse(time, 'expected when the target is due, as in 2025 or "2024-Q2", got none')
        published = self.period("published")
        return None if bound is None else Threshold(bound=bound, measure=measure, period=due, published=published)

    @property
    def measure(self) -> Measure:
        """The measure of the target and of the actual."""
        return self.read("measure", to_measure) or Measure.LEVEL

    @property
    def direction(self) -> Direction | None:
        """Which levels are declared to be better."""
        return self.read("direction", direction_or_none)

    def _bound(self, figure: Figure, direction: Direction | None) -> Bound | None:
        sign, second = self.cells.get("comparator"), self.figure("target_high")
        implied = {Direction.HIGHER: BoundKind.AT_LEAST, Direction.LOWER: BoundKind.AT_MOST}
        kind = None if direction is None else implied.get(direction)
        if sign is not None:
            kind = _KINDS.get(sign)
            if kind is None:
                self.refuse("comparator", f"expected one of {' '.join(_KINDS)}, got {describe(sign)}")
                return None
        if kind is None:
            self.refuse("comparator", f"{Problem.NO_COMPARATOR.sentence}; write one of {' '.join(_KINDS)}")
            return None
        has_second = kind in (BoundKind.BETWEEN, BoundKind.ABOUT)
        if kind is BoundKind.BETWEEN and second is None:
            self.refuse("target_high", Problem.NO_SECOND_FIGURE.sentence)
            return None
        return self.read("target", lambda _: Bound(kind, figure, second if has_second else None))


def said(cell: Any) -> str:
    """Return a cell as an error shows it.

    >>> said(2.0), said("higher"), said(None)
    ('2', "'higher'", 'none')
    """
    if cell is None:
        return "none"
    return shortest_text(cell) if isinstance(cell, float) else describe(cell)


def _to_places(number: float) -> int:
    if number != int(number) or abs(number) > MOST_PLACES:
        raise InvalidValueError("", f"a whole number of decimal places up to {MOST_PLACES}", describe(number))
    return int(number)


def _figure(value: float, places: int | None) -> Figure:
    """Return a float as it was printed.

    Raises:
        InvalidValueError: It has more decimal places than that, or more digits than any figure.
    """
    text = shortest_text(value)
    shortest = to_figure(text)
    if places is None:
        return shortest
    exact = shortest.value
    rounded = EXACT.quantize(exact, Decimal(1).scaleb(-places, EXACT))
    if EXACT.subtract(rounded, exact).copy_abs() > EXACT.multiply(exact.copy_abs(), _LEFT_BY_FLOATS):
        raise InvalidValueError("", f"no more decimal places than the {places} that are printed", text)
    return to_figure(rounded)


def _to_period(cell: float | str) -> Period:
    """Return the period of a year in numbers, or of text."""
    if isinstance(cell, str):
        return Period.parse(cell)
    if cell != int(cell) or cell < FIRST_YEAR:
        raise InvalidValueError("", 'a year of four digits, or text such as "2024-Q2"', describe(cell))
    return Period.of(int(cell))
