"""What must add up in a row of a table: a rate between two levels, a share of two counts, parts and their total."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache, reduce
from typing import TypeAlias

from attrs import frozen

from civicplan.measure import _formulas
from civicplan.render import reading_notes
from civicplan.render.message import fill, in_all_languages
from civicplan.tables.cells import Cell
from civicplan.values import Figure, Interval, Text

_HUNDRED = Decimal(100)

#: A column by its position from the left, counted from 0, or a figure printed in another row.
Operand: TypeAlias = int | Figure
#: The cells of a row as the grammar of cells reads them; None for blanks and words.
Cells: TypeAlias = Sequence[Cell | None]


@frozen(kw_only=True)
class Growth:
    """The printed rate leads from one printed level to the other, within what the printed digits leave open.

    Attributes:
        start: The column of the first level.
        end: The column of the last level.
        rate: The column of the average growth between them [percent a year].
        years: How many years lie between them.
    """

    start: int
    end: int
    rate: int
    years: int

    def check(self, cells: Cells) -> bool | None:
        """Return whether it holds; None where a figure is missing, bracketed or a bound."""
        start, end, rate = (plain_figure(cells[column]) for column in (self.start, self.end, self.rate))
        if start is None or end is None or rate is None:
            return None
        return _grows(start, end, rate, self.years)

    def in_words(self, cells: Cells) -> Text:
        """Return in words what holds."""
        shown = {name: plain_figure(cells[getattr(self, name)]) for name in ("start", "end", "rate")}
        return _in_words(reading_notes.GROWS, years=self.years, **shown)


@frozen(kw_only=True)
class Share:
    """A printed percentage is that of two printed counts, within what the printed digits leave open.

    Attributes:
        part: The column of the part, or of what is done.
        whole: The column of the whole, or of what is planned.
        percent: The column of the percentage.
    """

    part: int
    whole: int
    percent: int

    def check(self, cells: Cells) -> bool | None:
        """Return whether it holds; None where a figure is missing, bracketed or a bound, or the whole may be 0."""
        part, whole, percent = (plain_figure(cells[column]) for column in (self.part, self.whole, self.percent))
        if part is None or whole is None or percent is None or Decimal(0) in whole.interval:
            return None
        return not (_HUNDRED * (part.interval / whole.interval)).closure.isdisjoint(percent.interval)

    def in_words(self, cells: Cells) -> Text:
        """Return in words what holds."""
        shown = {name: plain_figure(cells[getattr(self, name)]) for name in ("part", "whole", "percent")}
        return _in_words(reading_notes.IS_A_SHARE, **shown)


@frozen(kw_only=True)
class Sum:
    """Parts add up to their total, within what the printed digits leave open.

    Attributes:
        total: The column of the total, or a total printed in another row.
        parts: The columns of all its parts, or parts printed in other rows; at least two.
        are_points: Whether whole numbers are exact, as points that are given, and only others may be rounded.
    """

    total: Operand
    parts: tuple[Operand, ...]
    are_points: bool = False

    def check(self, cells: Cells) -> bool | None:
        """Return whether it holds; None where a figure is missing, bracketed or a bound."""
        total, parts = _operand(self.total, cells), [_operand(part, cells) for part in self.parts]
        known = [part for part in parts if part is not None]
        if total is None or len(known) < len(parts) or len(known) < 2:
            return None
        added = reduce(Interval.__add__, map(self._interval, known))
        return not added.closure.isdisjoint(self._interval(total))

    def _interval(self, figure: Figure) -> Interval:
        is_exact = self.are_points and figure.places <= 0
        return Interval.exactly(figure.value) if is_exact else figure.interval

    def in_words(self, cells: Cells) -> Text:
        """Return in words what holds."""
        parts = " + ".join(str(_operand(part, cells)) for part in self.parts)
        return _in_words(reading_notes.ADD_UP, parts=parts, total=_operand(self.total, cells))


#: Arithmetic that holds in every row of a table whose cells stand where they belong.
Check: TypeAlias = Growth | Share | Sum


def plain_figure(cell: Cell | None) -> Figure | None:
    """Return the figure of a cell; None where it has none, or one that is bracketed or a bound."""
    if cell is None or cell.is_bracketed or not isinstance(cell.printed, Figure):
        return None
    return cell.printed


def _operand(operand: Operand, cells: Cells) -> Figure | None:
    return operand if isinstance(operand, Figure) else plain_figure(cells[operand])


@lru_cache(maxsize=1024)
def _grows(start: Figure, end: Figure, rate: Figure, years: int) -> bool | None:
    first, last = start.interval, end.interval
    if years < 1 or first.low is None or first.low <= 0 or last.low is None or last.low <= 0:
        return None
    growth: Interval = _HUNDRED * _formulas.annual_growth(first, last, years, Interval.root)
    return not growth.closure.isdisjoint(rate.interval)


def _in_words(template: str, **shown: object) -> Text:
    return in_all_languages(fill(template, **shown))
