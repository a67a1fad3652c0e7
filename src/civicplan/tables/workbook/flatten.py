"""From the tree of a plan to the rows of its sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from attrs import frozen

from civicplan.tables.workbook.cells import Pieces, pieces
from civicplan.tables.workbook.columns import Column
from civicplan.tables.workbook.sheets import DEPTH, SHEETS, PlanSheet
from civicplan.values.text import UNDETERMINED

#: Cuts a text into pieces that a cell can hold.
Cut: TypeAlias = Callable[[str], list[str]]


@frozen(kw_only=True)
class FilledSheet:
    """A sheet with its rows.

    Attributes:
        sheet: Which one it is.
        columns: The column that each heading stands for.
        headings: The first row.
        rows: The others; an empty text is a blank cell.
    """

    sheet: PlanSheet
    columns: tuple[Column, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class _Row:
    """What becomes a row: the words that tie it to another, and its part of the tree."""

    owners: tuple[str, ...]
    part: dict[str, Any]


def filled_sheets(tree: dict[str, Any], cut: Cut) -> Iterator[FilledSheet]:
    """Yield every sheet of a plan, those without rows included.

    Args:
        tree: The plan as plain values.
        cut: Cuts a text into pieces that a cell can hold.
    """
    rows: dict[str, list[_Row]] = {sheet.name: [] for sheet in SHEETS}
    for sheet, row in _rows(SHEETS[0], tree, (), {}):
        rows[sheet.name].append(row)
    return (_filled(sheet, rows[sheet.name], cut) for sheet in SHEETS)


def _rows(
    sheet: PlanSheet, part: dict[str, Any], owners: tuple[str, ...], known: dict[str, str]
) -> Iterator[tuple[PlanSheet, _Row]]:
    """Yield the row of a part of the tree, then those of the parts within it."""
    yield sheet, _Row(owners, part)
    for inner in SHEETS:
        if inner.within == sheet.name or (sheet is inner and DEPTH in sheet.owners):
            for number, inner_part in enumerate(part.get(inner.listed_as, ()), 1):
                depth = str(int(known.get(DEPTH, "0")) + 1)
                stated = {
                    **known,
                    sheet.row: part.get("id", known.get(sheet.row, "")),
                    inner.row: str(number),
                    DEPTH: depth,
                }
                yield from _rows(inner, inner_part, tuple(stated[name] for name in inner.owners), stated)


def _filled(sheet: PlanSheet, rows: list[_Row], cut: Cut) -> FilledSheet:
    columns, headings = list(sheet.owner_columns), list(sheet.owners)
    cells = [list(row.owners) for row in rows]
    for column in sheet.columns:
        stated = [_cut(said, cut) if (said := _stated(column, row.part)) else [] for row in rows]
        languages = _in_one_order(tuple(language for language, _ in said) for said in stated) or [UNDETERMINED]
        columns += [column] * len(languages)
        headings += _headings(column, languages)
        for own, said in zip(cells, stated, strict=True):
            own += _placed(said, languages)
    return FilledSheet(sheet=sheet, columns=tuple(columns), headings=tuple(headings), rows=tuple(map(tuple, cells)))


def _stated(column: Column, part: dict[str, Any]) -> Pieces:
    value: Any = part
    for name in column.path:
        if name not in value:
            return []
        value = value[name]
    return pieces(value)


def _cut(said: Pieces, cut: Cut) -> Pieces:
    return [(language, piece) for language, text in said for piece in cut(text)]


def _in_one_order(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return languages in which those of each row come in the row's own order, some of them more than once."""
    ordered: list[str] = []
    for languages in sorted(dict.fromkeys(rows), key=len, reverse=True):
        place = 0
        for language in languages:
            if language not in ordered[place:]:
                ordered.append(language)
            place = ordered.index(language, place) + 1
    return ordered


def _headings(column: Column, languages: list[str]) -> Iterator[str]:
    """Yield the heading of a column for each language; one that comes again carries a number."""
    for place, language in enumerate(languages):
        number = languages[:place].count(language) + 1
        of_language = "" if language == UNDETERMINED else f" [{language}]"
        yield f"{column.heading}{of_language}{f' ({number})' if number > 1 else ''}"


def _placed(said: Pieces, languages: list[str]) -> list[str]:
    """Return the cells of a row, one for each language."""
    cells, place = [""] * len(languages), 0
    for language, piece in said:
        place = languages.index(language, place)
        cells[place] = piece
        place += 1
    return cells
