"""Find: the numbers of a document that may be a figure of a plan, and what speaks for and against them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from attrs import frozen

from civicplan.values._decimals import EXACT
from civicplan.zh.layout.heading_lines import skeleton
from civicplan.zh.locating.matching import ZEROS, InRow, fits, in_row, is_of_unit, own_cells, unit_of, zeros_between
from civicplan.zh.locating.plan_figures import PlanFigure
from civicplan.zh.locating.printed import AMOUNT, Printed, Spot
from civicplan.zh.locating.table_columns import name_key
from civicplan.zh.tasks.same_thing import core

#: Of one figure or one name no more places are looked at; a document that has more of them settles nothing.
_MOST_LOOKED_AT = 200
#: So many numbers of the same digits are kept in view.
MOST_OF_ONE = 1000
#: A shorter name is a part of other words.
_SHORTEST_CORE = 2
#: No indicator has more rows of parts.
_MOST_PARTS = 20
#: What follows the numbers of dates and ordinals.
_OF_DATES = ("年", "月", "日", "号", "届", "季")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")


class Found(NamedTuple):
    """A number that may be the figure.

    Attributes:
        spot: The number.
        row: Its row, where that bears a name of the figure.
        unit: The unit that is printed for it.
        is_of_unit: Whether that is the unit of the plan; None where either is not known.
    """

    spot: Spot
    row: InRow | None
    unit: str | None
    is_of_unit: bool | None

    @property
    def heading(self) -> str:
        """The heading above it; blank where there is none."""
        return self.row.column.heading if self.row and self.row.column else ""

    @property
    def is_below_known_heading(self) -> bool:
        """Whether it stands below a heading of a table of indicators that is understood."""
        return self.row is not None and self.row.column is not None and self.row.column.field is not None


@frozen(kw_only=True)
class Wanted:
    """A figure that is looked for, with the numbers in the rows that bear its name.

    Attributes:
        figure: The figure.
        rows: The numbers in these rows.
        titles: The rows, each with the cell of the name.
        printed: All that the document prints.
    """

    figure: PlanFigure
    rows: tuple[InRow, ...]
    titles: Mapping[int, int]
    printed: Printed

    @cached_property
    def same(self) -> list[Spot]:
        """The numbers of the document in the same digits, as far as they are looked at."""
        spots = self.printed.spots.get(self.figure.figure.value, ())
        return list(islice((spot for spot in spots if self._has_digits(spot) and self._may_be(spot)), MOST_OF_ONE))

    @property
    def inside(self) -> list[Found]:
        """The numbers in the same digits in the rows of the figure."""
        return [self._found(found.spot, found) for found in self.rows if self._has_digits(found.spot)]

    def own(self) -> list[Found]:
        """Return the numbers that stand where the figure belongs, be they in its unit or not."""
        inside = [found for found in self.inside if found.row is not None and fits(self.figure, found.row)]
        if self.figure.measure is not None:
            known = [found for found in inside if found.is_below_known_heading]
            return known or inside if self.rows else self._beside(self.same)
        return self._beside(self.same) or self._of_task(inside)

    def converted(self) -> list[Found]:
        """Return the numbers that mean the same as the figure in a unit of another size."""
        figure = self.figure.figure
        zeros = ZEROS if figure.places < 0 else [count for count in ZEROS if count]  # 95 is not 95.0
        return [found for count in zeros for found in self._converted(count)]

    def row_prints(self) -> tuple[InRow, str] | None:
        """Return what stands in the row and the column of the figure, where it is another one."""
        for found in self.rows if self.figure.measure is not None else ():
            printed = next(own_cells(self.figure, found), None)
            if printed is not None:
                return found, printed
        return None

    def elsewhere(self) -> list[Found]:
        """Return the numbers in the same digits, wherever they stand."""
        return [self._found(spot) for spot in self.same]

    def _of_task(self, inside: Sequence[Found]) -> list[Found]:
        """Return the numbers for a figure that no sentence names: in the row of its task, or in its line.

        A number in the line is one of another thing where what the figure is of has a number of its own there.
        """
        figure = self.figure
        on_line = [self._found(spot) for spot in self.same if spot.line == figure.line]
        if not figure.names and not figure.tasks:
            same = self.same
            return on_line or ([self._found(same[0])] if len(same) == 1 else [])
        if any(self._is_other(spot) for spot in self.printed.around(figure.line)):
            return []
        if figure.unit is None:
            return list(inside)
        in_columns = [found for found in inside if found.row and found.row.column and found.row.column.unit]
        if in_columns or any(found.column and found.column.unit == figure.unit for found in self.rows):
            return in_columns
        of_unit = ([found for found in group if found.is_of_unit] for group in (inside, on_line))
        return next(filter(None, of_unit), [found for found in inside if found.is_of_unit is False])

    @property
    def has_others(self) -> bool:
        """Whether the row of the task holds other amounts in the unit of the figure, outside of its title."""
        return any(
            self._may_be(found.spot) and not self._has_digits(found.spot) and self._found(found.spot, found).is_of_unit
            for found in self.rows
        )

    def _converted(self, zeros: int) -> Iterator[Found]:
        value = self.figure.figure.value.scaleb(-zeros, EXACT)
        near = [self._found(found.spot, found) for found in self.rows if found.spot.figure.value == value]
        if not near and not (self.figure.measure and self.rows):
            near = self._beside(self.printed.spots.get(value, ()))
        for found in near:
            is_fitting = found.row is None or fits(self.figure, found.row)
            if is_fitting and zeros_between(self.figure.unit, found.unit) == zeros:
                yield found

    def _beside(self, spots: Sequence[Spot]) -> list[Found]:
        """Return the numbers beside what the figure is of: between the same commas, or else in the same sentence.

        In the same sentence they count only where none stands between the same commas as what the figure is of.
        """
        near = [spot for spot in spots[:_MOST_LOOKED_AT] if _is_of_year(self.figure, spot)] if self._keys else []
        in_phrase = [spot for spot in near if self._names(spot.phrase)]
        chosen = in_phrase or [spot for spot in near if self._names(spot.clause) and not self._is_taken(spot)]
        return [self._found(spot) for spot in chosen]

    def _is_taken(self, spot: Spot) -> bool:
        around = islice(self.printed.around(spot.line), _MOST_LOOKED_AT)
        return any(other.clause == spot.clause and self._is_other(other) for other in around)

    def _is_other(self, spot: Spot) -> bool:
        """Return whether a number is one of the same thing, and no date."""
        is_date = spot.after.startswith(_OF_DATES)
        return not is_date and self._names(spot.phrase) and self._may_be(spot) and _is_of_year(self.figure, spot)

    def _may_be(self, spot: Spot) -> bool:
        """Return whether a number may be the figure: what is reported of a task does not stand in its title."""
        return not self.figure.is_report or self.titles.get(-1 if spot.row is None else spot.row) != spot.cell

    @property
    def _keys(self) -> tuple[str, ...]:
        keys = map(name_key, self.figure.names)
        if not self.figure.is_report:
            return tuple(filter(None, keys))
        # What is reported stands under the words of the promise, and the report may have other words of doing.
        return tuple(key for name in keys for key in (name, core(name)) if len(key) >= _SHORTEST_CORE)

    def _names(self, text: str) -> bool:
        return any(key in words for words in (skeleton(text), skeleton(AMOUNT.sub("", text))) for key in self._keys)

    def _has_digits(self, spot: Spot) -> bool:
        """Return whether a number has the value and the printed digits of the figure."""
        return spot.figure == self.figure.figure and spot.figure.places == self.figure.figure.places

    def _found(self, spot: Spot, row: InRow | None = None) -> Found:
        unit = unit_of(self.figure, spot, row)
        return Found(spot, row, unit, is_of_unit(self.figure, spot, unit))


def wanted_in(printed: Printed, figure: PlanFigure) -> Wanted:
    """Return a figure with the numbers in the rows that bear a name of it, or the title of its task."""
    names = (*figure.names, *figure.tasks)
    rows = dict(islice((place for name in names for place in printed.named.get(name_key(name), ())), _MOST_LOOKED_AT))
    if figure.group and len(rows) > 1:
        heads = [head for head, _ in printed.named.get(name_key(figure.group), ())]
        rows = {row: cell for row, cell in rows.items() if _is_in_group(row, rows, heads)} or rows
    found = tuple(found for row, cell in rows.items() for found in in_row(printed, row, cell))
    return Wanted(figure=figure, rows=found, titles=rows, printed=printed)


def _is_in_group(row: int, rows: Container[int], heads: Sequence[int]) -> bool:
    """Return whether the name of the group stands in the row, or above with no row of the same name between."""
    place = bisect_right(heads, row)
    head = heads[place - 1] if place else None
    return head is not None and not any(other in rows for other in range(max(head, row - _MOST_PARTS), row))


def _is_of_year(wanted: PlanFigure, spot: Spot) -> bool:
    """Return whether no other year than that of the figure stands beside a number, or else in its sentence."""
    if wanted.period is None:
        return True
    years = _YEAR.findall(spot.phrase) or _YEAR.findall(spot.clause)
    return not years or any(int(year) == wanted.period.end.year for year in years)
