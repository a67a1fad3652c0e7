"""Locating: for every figure of a plan, where the document that it is said to come from prints it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from civicplan.errors import InvalidTypeError, describe
from civicplan.model import Plan
from civicplan.render.template import fill
from civicplan.values._decimals import EXACT
from civicplan.zh.grid import document_of
from civicplan.zh.heading_lines import skeleton
from civicplan.zh.located import Located, Locations, LocationStatus, Place
from civicplan.zh.matching import ZEROS, InRow, fits, in_row, is_of_unit, own_cells, unit_of, zeros_between
from civicplan.zh.plan_figures import PlanFigure, figures_of
from civicplan.zh.printed import Printed, Spot, printed_in
from civicplan.zh.repair import Repaired, repair
from civicplan.zh.table_columns import name_key

#: Of one figure or one name no more places are looked at; a document that has more of them settles nothing.
_MOST_LOOKED_AT = 200
_MOST_LISTED = 20
_LONGEST_TEXT = 80
#: No indicator has more rows of parts.
_MOST_PARTS = 20
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")

_IN_ROW = "The row “{row}” prints it in line {line}, in the column “{heading}”."
_IN_ROW_ALONE = "The row “{row}” prints it in line {line}."
_IN_TEXT = "Line {line} prints it: “{text}”."
_IN_OTHER_COLUMN = "The row “{row}” prints it in line {line}, but in the column “{heading}”, where other figures stand."
_IN_COLUMNS = "The row “{row}” prints it {count} times, and the headings do not tell which of them is meant."
_IN_OTHER_UNIT = "Line {line} prints {printed} in the unit “{unit}”; the plan has {figure} in the unit “{wanted}”."
_IN_OTHER_DIGITS = "Line {line} prints {printed}; the plan has {figure}, which is the same amount in other digits."
_NOT_IN_ROW = "The row “{row}” does not print it; it stands elsewhere, first in line {line}: “{text}”."
_NOT_BESIDE = "No row and no sentence that names “{subject}” prints it; it stands in line {line}: “{text}”."
_IN_SEVERAL = (
    "It stands in {count} places, none of which names “{subject}”, so that nothing tells which of them is meant; the "
    "first is line {line}: “{text}”."
)
_ROW_PRINTS = "The text prints it nowhere in these digits; the row “{row}” in line {line} prints {printed}."
_NOWHERE = "The text prints it nowhere in these digits."


def locate(plan: Plan, text: str) -> Locations:
    r"""Return for every figure of a plan whether the document prints it, and where.

    The plan may come from anywhere: from a reader, from a person or from a language model. The digits are compared as
    they are printed, so that 95.0 is not 95, and 6E+4 is 6万. The names of indicators are compared in the repaired
    text, without blanks, marks and what stands in brackets. A figure is printed where its row and its column are found,
    or, in running text, beside its subject. Whether a target is a floor or a cap is not compared.

    Args:
        plan: The plan.
        text: The text of the document: lines, or HTML.

    Raises:
        ReadingError: The text is no text.

    >>> from civicplan.model import Indicator
    >>> indicator = Indicator(id="forest", name="森林覆盖率", unit="%", targets=("≥62.0",))
    >>> plan = Plan(id="p", title="A plan", period="2021/2025", indicators=(indicator,))
    >>> found = locate(plan, "指标名称\t2025年\n森林覆盖率(%)\t62")
    >>> print(found[0].message)
    The text prints it nowhere in these digits; the row “森林覆盖率(%)” in line 2 prints 62.
    """
    if not isinstance(plan, Plan):
        raise InvalidTypeError("plan", "a Plan", describe(plan))
    repaired = repair(text).value
    document = document_of(repaired.text, "the text").value
    finder = _Finder(printed_in(document, repaired.text.split("\n")), repaired)
    return Locations(map(finder.located, figures_of(plan)))


class _Found(NamedTuple):
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


class _Finder:
    """Looks figures up in what a document prints."""

    def __init__(self, printed: Printed, repaired: Repaired) -> None:
        self._printed = printed
        self._repaired = repaired

    def located(self, wanted: PlanFigure) -> Located:
        """Return whether the document prints a figure, and where."""
        same = [spot for spot in self._printed.spots.get(wanted.figure.value, ()) if _has_digits(wanted, spot)]
        rows = self._rows_of(wanted)
        own = self._own(wanted, same, rows)
        right = [found for found in own if found.is_of_unit] or [found for found in own if found.is_of_unit is None]
        if right:
            if _is_unclear(wanted, right):
                return self._result(wanted, LocationStatus.AMBIGUOUS, right, _IN_COLUMNS)
            return self._result(wanted, LocationStatus.PRINTED, right, _sentence_of(right[0]))
        if own:
            return self._result(wanted, LocationStatus.OTHER_UNIT, own, _IN_OTHER_UNIT)
        if converted := self._converted(wanted, rows):
            is_in_unit = converted[0].is_of_unit
            sentence = _IN_OTHER_DIGITS if is_in_unit else _IN_OTHER_UNIT
            return self._result(wanted, LocationStatus.OTHER_UNIT, converted, sentence)
        if inside := [_found(wanted, found.spot, found) for found in rows if _has_digits(wanted, found.spot)]:
            return self._result(wanted, LocationStatus.OTHER_PLACE, inside, _IN_OTHER_COLUMN)
        if same:
            return self._elsewhere(wanted, same, rows)
        return self._nowhere(wanted, rows)

    def _rows_of(self, wanted: PlanFigure) -> list[InRow]:
        """Return the numbers in the rows that bear a name of the figure."""
        named = (place for name in wanted.names for place in self._printed.named.get(name_key(name), ()))
        rows = dict(islice(named, _MOST_LOOKED_AT))
        if wanted.group and len(rows) > 1:
            rows = {row: cell for row, cell in rows.items() if self._is_in_group(row, rows, wanted.group)} or rows
        return [found for row, cell in rows.items() for found in in_row(self._printed, row, cell)]

    def _is_in_group(self, row: int, rows: Container[int], group: str) -> bool:
        """Return whether the name of the group stands in the row, or above with no row of the same name between."""
        heads = [head for head, _ in self._printed.named.get(name_key(group), ())]
        place = bisect_right(heads, row)
        head = heads[place - 1] if place else None
        return head is not None and not any(other in rows for other in range(max(head, row - _MOST_PARTS), row))

    def _own(self, wanted: PlanFigure, same: Sequence[Spot], rows: Sequence[InRow]) -> list[_Found]:
        """Return the numbers that stand where the figure belongs, be they in its unit or not."""
        inside = [found for found in rows if _has_digits(wanted, found.spot) and fits(wanted, found)]
        if wanted.measure is not None:
            known = [found for found in inside if _is_known(found)]
            own = [_found(wanted, found.spot, found) for found in known or inside]
            return own if rows else _beside(wanted, same)
        in_unit = [_found(wanted, found.spot, found) for found in inside]
        groups = (
            _beside(wanted, same),
            [found for found in in_unit if found.is_of_unit is not None or wanted.unit is None],
            [_found(wanted, spot) for spot in same if spot.line == wanted.line],
            [_found(wanted, spot) for spot in same] if not wanted.names and len(same) == 1 else [],
        )
        right = (group for group in groups if any(found.is_of_unit is not False for found in group))
        return next(right, next(filter(None, groups), []))

    def _converted(self, wanted: PlanFigure, rows: Sequence[InRow]) -> list[_Found]:
        """Return the numbers that mean the same as the figure in a unit of another size."""
        converted = []
        zeros = ZEROS if wanted.figure.places < 0 else [count for count in ZEROS if count]  # 95 is not 95.0
        for count in zeros:
            value = wanted.figure.value.scaleb(-count, EXACT)
            near = [_found(wanted, found.spot, found) for found in rows if found.spot.figure.value == value]
            if not near and not (wanted.measure and rows):
                near = _beside(wanted, self._printed.spots.get(value, ()))
            converted += [
                found
                for found in near
                if zeros_between(wanted.unit, found.unit) == count and (found.row is None or fits(wanted, found.row))
            ]
        return converted

    def _elsewhere(self, wanted: PlanFigure, same: Sequence[Spot], rows: Sequence[InRow]) -> Located:
        found = [_found(wanted, spot) for spot in same]
        if rows:
            return self._result(wanted, LocationStatus.OTHER_PLACE, found, _NOT_IN_ROW, row=rows[0].name)
        if len(same) == 1:
            return self._result(wanted, LocationStatus.OTHER_PLACE, found, _NOT_BESIDE)
        return self._result(wanted, LocationStatus.AMBIGUOUS, found, _IN_SEVERAL)

    def _nowhere(self, wanted: PlanFigure, rows: Sequence[InRow]) -> Located:
        for found in rows:
            printed = next(own_cells(wanted, found), None) if wanted.measure is not None else None
            if printed is not None:
                line, row = found.spot.line, _cut(found.name)
                return self._result(
                    wanted, LocationStatus.NOT_PRINTED, (), _ROW_PRINTS, row=row, line=line, printed=printed
                )
        return self._result(wanted, LocationStatus.NOT_PRINTED, (), _NOWHERE)

    def _result(
        self, wanted: PlanFigure, status: LocationStatus, found: Sequence[_Found], sentence: str, **words: object
    ) -> Located:
        if found:
            words = {**_words_of(wanted, found), **words}
        return Located(
            path=wanted.path,
            subject=wanted.subject,
            figure=wanted.figure,
            status=status,
            places=tuple(self._place(one) for one in found[:_MOST_LISTED]),
            message=fill(sentence, **words),
        )

    def _place(self, found: _Found) -> Place:
        spot = found.spot
        column = None if spot.column is None else self._repaired.source_column(spot.line, spot.column + 1)
        return Place(line=spot.line, column=column, text=_cut(spot.clause), heading=_heading(found.row))


def _has_digits(wanted: PlanFigure, spot: Spot) -> bool:
    """Return whether a number has the value and the printed digits of the figure."""
    return spot.figure == wanted.figure and spot.figure.places == wanted.figure.places


def _found(wanted: PlanFigure, spot: Spot, row: InRow | None = None) -> _Found:
    unit = unit_of(wanted, spot, row)
    return _Found(spot, row, unit, is_of_unit(wanted, spot, unit))


def _beside(wanted: PlanFigure, spots: Sequence[Spot]) -> list[_Found]:
    """Return the numbers beside what the figure is of: between the same commas, or else in the same sentence."""
    names = tuple(filter(None, map(name_key, wanted.names)))
    near = [spot for spot in spots[:_MOST_LOOKED_AT] if _is_of_year(wanted, spot)]
    for text_of in (attrgetter("phrase"), attrgetter("clause")):
        if found := [spot for spot in near if any(name in skeleton(text_of(spot)) for name in names)]:
            return [_found(wanted, spot) for spot in found]
    return []


def _is_of_year(wanted: PlanFigure, spot: Spot) -> bool:
    """Return whether no other year than that of the figure stands beside a number, or else in its sentence."""
    if wanted.period is None:
        return True
    years = _YEAR.findall(spot.phrase) or _YEAR.findall(spot.clause)
    return not years or any(int(year) == wanted.period.end.year for year in years)


def _is_unclear(wanted: PlanFigure, found: Sequence[_Found]) -> bool:
    """Return whether several columns of one row have the figure, and the headings do not tell them apart."""
    unknown = [one.row for one in found if one.row and not _is_known(one.row)]
    lines = [row.spot.row for row in unknown]
    return wanted.measure is not None and len(set(lines)) < len(lines)


def _is_known(row: InRow) -> bool:
    return row.column is not None and row.column.field is not None


def _sentence_of(found: _Found) -> str:
    if found.row is None:
        return _IN_TEXT
    return _IN_ROW if _heading(found.row) else _IN_ROW_ALONE


def _words_of(wanted: PlanFigure, found: Sequence[_Found]) -> dict[str, object]:
    """Return what sentences say of the first number."""
    first = found[0]
    return {
        "line": first.spot.line,
        "row": _cut(first.row.name) if first.row else "",
        "heading": _heading(first.row),
        "text": _cut(first.spot.clause),
        "printed": first.spot.text,
        "unit": first.unit or "",
        "figure": wanted.figure,
        "wanted": wanted.unit or "",
        "subject": _cut(wanted.subject),
        "count": len(found),
    }


def _heading(row: InRow | None) -> str:
    return row.column.heading if row and row.column else ""


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_TEXT else f"{plain[: _LONGEST_TEXT - 1]}…"
