"""The numbers that a document prints: each with its line and column, its row and the meaning of its heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, pairwise
from operator import itemgetter
from typing import NamedTuple

from attrs import field, frozen

from civicplan.values import Figure
from civicplan.values._decimals import EXACT
from civicplan.zh.document import Document, Paragraph, TextTable
from civicplan.zh.indicators.default_unit import UnitAbove, is_unit_line, last_unit_above, unit_above
from civicplan.zh.language.numerals import find_numbers, numeral
from civicplan.zh.locating.table_columns import Column, PrintedRow, columns_of_table, name_key, placed
from civicplan.zh.words.phrase_words import MULTIPLES, UNITS, any_of
from civicplan.zh.words.sentence_signs import SENTENCE_ENDS

#: Before a cell, so many tags may have its text for a value.
_MOST_TAGS = 20
#: No unit and no title of a table is longer.
_LONGEST_UNIT, _LONGEST_TITLE = 12, 80
_DIGITS = re.compile(r"[0-9]++(?:[.,][0-9]++)*+")
#: The upper end of a range, behind which the unit of both stands.
_OTHER_END = re.compile(rf" ?[-—–~～至] ?{_DIGITS.pattern}(?:{any_of(MULTIPLES)})?")
#: An amount within the words for what is counted: 选择2—3个代表性企业.
AMOUNT = re.compile(rf"{_DIGITS.pattern}(?:{_OTHER_END.pattern})?(?:{any_of(MULTIPLES)})?(?:{any_of(UNITS)})?")
_CLAUSE_ENDS = re.compile(f"[{SENTENCE_ENDS}\n]")
_PHRASE_ENDS = re.compile(f"[{SENTENCE_ENDS}，,、\n]")
#: Units such as 千瓦 and 百分点 begin with what is also a multiple.
_OF_UNITS = any_of(unit for unit in UNITS if unit.startswith(tuple(MULTIPLES)))
_MULTIPLE = re.compile(rf" {{0,2}}(?!{_OF_UNITS})(?:{any_of(MULTIPLES)})")
_UNIT = re.compile(rf"[ \]〕)）]{{0,2}}(?P<unit>(?:{any_of(MULTIPLES)})?(?:{any_of(UNITS)}))")


class Spot(NamedTuple):
    """One number where it is printed.

    Attributes:
        figure: The number.
        text: The number as it is printed, with 万 or 亿 behind it.
        unit: The unit that stands behind it; None where none of the listed ones does.
        after: What stands behind it, up to the length of a unit.
        clause: The sentence, the half of one, or the cell that it stands in.
        phrase: The part of it between two commas.
        line: The number of its line.
        column: Its place in the line, counted from 0; None where the line cannot be found again.
        row: The number of its row among all rows of tables; None in running text.
        cell: The number of its cell in the row.
        is_bracketed: Whether it stands in square brackets.
    """

    figure: Figure
    text: str
    unit: str | None
    after: str
    clause: str
    phrase: str
    line: int
    column: int | None
    row: int | None = None
    cell: int = 0
    is_bracketed: bool = False


@frozen(kw_only=True)
class Printed:
    """All numbers and all rows of a document.

    Attributes:
        spots: The numbers by their values.
        rows: The rows of all tables.
        in_rows: The numbers of each row.
        in_lines: For each line the texts with a number in it, each with all of its numbers.
        named: The numbers of the rows, each with that of the cell, by the plain names that stand in them.
    """

    spots: Mapping[Decimal, Sequence[Spot]] = field(repr=False)
    rows: Sequence[PrintedRow] = field(repr=False)
    in_rows: Sequence[Sequence[Spot]] = field(repr=False)
    in_lines: Mapping[int, Sequence[Sequence[Spot]]] = field(repr=False)
    named: Mapping[str, Sequence[tuple[int, int]]] = field(repr=False)

    def around(self, line: int | None) -> Iterator[Spot]:
        """Yield the numbers of a line, and those of the texts that go on in other lines."""
        return chain.from_iterable(self.in_lines.get(line or 0, ()))


def printed_in(document: Document, lines: Sequence[str]) -> Printed:
    """Return the numbers and the rows of a document.

    Args:
        document: The document.
        lines: The lines of its repaired text.
    """
    spots: dict[Decimal, list[Spot]] = defaultdict(list)
    rows: list[PrintedRow] = []
    in_rows: list[list[Spot]] = []
    in_lines: dict[int, list[Sequence[Spot]]] = defaultdict(list)
    named: dict[str, list[tuple[int, int]]] = defaultdict(list)
    title, above = "", None
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found = iter((_of_text(block, lines, {}),))
            above = unit_above(block.text, block.line)
            if not is_unit_line(block.text):
                title = block.text if len(block.text) <= _LONGEST_TITLE else ""
        else:
            found = _of_table(block, _Table(columns_of_table(block, title), above), lines, rows, named)
        for text in found:
            for line in {spot.line for spot in text}:
                in_lines[line].append(text)
            for spot in text:
                spots[spot.figure.value].append(spot)
                if spot.row is not None:
                    in_rows += [[] for _ in range(spot.row + 1 - len(in_rows))]
                    in_rows[spot.row].append(spot)
    in_rows += [[] for _ in range(len(rows) - len(in_rows))]
    return Printed(spots=spots, rows=rows, in_rows=in_rows, in_lines=in_lines, named=named)


class _Table(NamedTuple):
    columns: Sequence[Column]
    above: UnitAbove | None


def _of_table(
    table: TextTable,
    known: _Table,
    lines: Sequence[str],
    rows: list[PrintedRow],
    named: dict[str, list[tuple[int, int]]],
) -> Iterator[list[Spot]]:
    above = known.above
    for row in table.rows:
        number = len(rows)
        above = last_unit_above((text, row.line) for text in row.texts) or above
        rows.append(PrintedRow(row.texts, placed(row, known.columns), row.line, above))
        for cell, text in enumerate(row.texts):
            if key := name_key(text):
                named[key].append((number, cell))
        done: dict[int, int] = {}
        for cell, part in enumerate(row.cells):
            for line in part.lines:
                yield [spot._replace(row=number, cell=cell) for spot in _of_text(line, lines, done)]


def _find(text: str, line: str, start: int) -> int:
    """Return where a text stands in a line, but not within a word or as the value of a tag, such as rowspan="2"."""
    place = line.find(text, start)
    for _ in range(_MOST_TAGS):
        if place < 0 or not (_is_within(line[place - 1 : place]) or _is_within(line[place + len(text) :][:1])):
            return place
        place = line.find(text, place + 1)
    return -1


def _is_within(sign: str) -> bool:
    return sign in ('"', "'", "=") or (sign.isascii() and sign.isalnum())


def _of_text(text: Paragraph, lines: Sequence[str], done: dict[int, int]) -> list[Spot]:
    """Return the numbers of a text, which stands in the lines behind what is done of them."""
    clauses, phrases = _Pieces(text.text, _CLAUSE_ENDS), _Pieces(text.text, _PHRASE_ENDS)
    parts = list(_placed(text, lines, done))
    spots = []
    for found in _found(text.text):
        start, line, column = parts[bisect_right(parts, found.start, key=itemgetter(0)) - 1]
        place = None if column is None else column + found.start - start
        where = _Where(line, place, clauses.at(found.start), phrases.at(found.start))
        spots.append(_spot(text.text, found, where))
    return spots


def _placed(text: Paragraph, lines: Sequence[str], done: dict[int, int]) -> Iterator[tuple[int, int, int | None]]:
    """Yield where in a text what stands in one line begins, that line, and the place in it, if it is found there."""
    for (start, line), (end, _) in pairwise(((0, text.line), *text.breaks, (len(text.text), 0))):
        words = text.text[start:end].rstrip()
        place = _find(words, lines[line - 1], done.get(line, 0))
        if place >= 0:
            done[line] = place + len(words)
        yield start, line, place if place >= 0 else None


def _found(text: str) -> Iterator[_Number]:
    """Yield the numbers of a text: all in digits, whatever they count, and all others that count something."""
    starts = set()
    for digits in _DIGITS.finditer(text):
        multiple = _MULTIPLE.match(text, digits.end())
        for end in dict.fromkeys((multiple.end() if multiple else digits.end(), digits.end())):
            figure = numeral(text[digits.start() : end])
            if figure is not None:
                starts.add((digits.start(), end))
                yield _Number(figure, digits.start(), end)
    for found in find_numbers(text):
        if (found.start, found.end) not in starts:
            yield _Number(found.figure, found.start, found.end)


class _Number(NamedTuple):
    figure: Figure
    start: int
    end: int


class _Where(NamedTuple):
    line: int
    column: int | None
    clause: str
    phrase: str


class _Pieces:
    """The pieces of a text between signs, which is cut once."""

    def __init__(self, text: str, ends: re.Pattern[str]) -> None:
        self._text = text
        self._ends = [*(match.end() for match in ends.finditer(text)), len(text)]

    def at(self, place: int) -> str:
        """Return the piece at a place."""
        number = bisect_right(self._ends, place)
        return self._text[self._ends[number - 1] if number else 0 : self._ends[number]]


def _spot(text: str, found: _Number, where: _Where) -> Spot:
    start, end = found.start, found.end
    before = text[max(start - 2, 0) : start]
    is_negative = before[-1:] in ("-", "−", "－") and (len(before) < 2 or not before[0].isalnum())
    other_end = _OTHER_END.match(text, end)
    behind = other_end.end() if other_end else end
    unit = _UNIT.match(text, behind)
    return Spot(
        figure=Figure(EXACT.minus(found.figure.value)) if is_negative else found.figure,
        text=text[start - is_negative : end],
        unit=unit["unit"] if unit else None,
        after="".join(text[behind : behind + _LONGEST_UNIT].split()),
        clause=where.clause,
        phrase=where.phrase,
        line=where.line,
        column=where.column,
        is_bracketed="[" in before or "〔" in before or text[end : end + 1] in ("]", "〕"),
    )
