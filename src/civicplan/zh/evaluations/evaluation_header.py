"""The header of a self-evaluation table, and which cell of a row stands in which of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from civicplan.tables.heading_words import Field
from civicplan.tables.headings import read_heading
from civicplan.tables.uniform import uniform
from civicplan.values import Bound, Figure, Text
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.evaluations.evaluation_row import read_shown
from civicplan.zh.layout.placing import without_blanks_at_end
from civicplan.zh.layout.spread import HeadedColumns
from civicplan.zh.words.evaluation_words import BUDGETS, COLUMN_WORDS, IN_WORDS, LEVELS, OF_GROUPS, OF_WORDS, Column

_COLUMN_OF = {word.replace(" ", ""): column for column, words in COLUMN_WORDS.items() for word in words}
_OF_FIELD = {
    Field.NAME: Column.NAME,
    Field.UNIT: Column.UNIT,
    Field.TARGET: Column.TARGET,
    Field.ACTUAL: Column.ACTUAL,
    Field.WEIGHT: Column.WEIGHT,
}
_YEAR = re.compile(r"^(?:19|20)[0-9]{2}年度?")
_IN_BRACKETS = re.compile(r"\(([^()]{1,10})\)")
#: The columns of points.
POINTS = (Column.WEIGHT, Column.SCORE)
_VALUES = (Column.TARGET, Column.ACTUAL)
_OF_FIGURES = (Column.SIGN, *_VALUES, *POINTS, Column.RATE)
_OF_WORDS = (Column.GROUP, Column.NAME, Column.UNIT)
_LONGEST_HEADING = 40
#: So many columns of a header are known, and so many of them stand on the lists as they are.
_FEWEST_KNOWN, _FEWEST_LISTED = 3, 2
_BLANK = TextCell("", 1)


class Header(NamedTuple):
    """What the columns of a table are.

    Attributes:
        columns: What each column is; None where its heading is not known.
        unit: The unit of all targets and actuals, where the header states one.
        aside: The headings of columns of which nothing is read, and which may have figures, by their places.
        headings: The words of all headings.
    """

    columns: tuple[Column | None, ...]
    unit: str | None = None
    aside: tuple[tuple[int, str], ...] = ()
    headings: tuple[str, ...] = ()

    def has(self, column: Column) -> bool:
        """Return whether there is such a column."""
        return column in self.columns

    @property
    def first_value(self) -> int:
        """The place of the first column that is neither a name nor a group."""
        return next(place for place, column in enumerate(self.columns) if column in (*_VALUES, *POINTS))

    @property
    def headed(self) -> HeadedColumns:
        """Which columns hold figures, none of which is read under two headings."""
        columns = dict(enumerate(self.columns))
        sorts = {place: column for place, column in columns.items() if column in _OF_FIGURES}
        named = {place for place, column in columns.items() if column in _OF_WORDS or place < self.first_value}
        return HeadedColumns(sorts, named - sorts.keys(), self.headings)


def header_of(row: TextRow) -> Header | None:
    """Return what the columns are where the row is a header, known by what its words mean; else None."""
    words = [heading_word(text) for text in row.texts]
    if sum(word in _COLUMN_OF for word in words) < _FEWEST_LISTED:
        return None
    columns = _columns(words)
    known = {column for column in columns if column is not None}
    has_points, has_values = (not known.isdisjoint(some) for some in (POINTS, _VALUES))
    is_header = known.issuperset((Column.NAME, *_VALUES)) or (has_points and has_values)
    if not is_header or len(known) < _FEWEST_KNOWN or any(isinstance(read_shown(t).shown, Figure) for t in row.texts):
        return None
    header = Header(columns, None if Column.NAME in known else _unit_beside(row), headings=row.texts)
    return header._replace(aside=tuple(_aside(header, words)))


def _aside(header: Header, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The headings of columns that are left aside, without those of words; the first ones may be names."""
    for place, (column, word) in enumerate(zip(header.columns, words, strict=True)):
        is_name = column is None and not header.has(Column.NAME) and place < header.first_value
        if column in (None, Column.OTHER) and word and word not in OF_WORDS and not is_name:
            yield place, word


def _unit_beside(row: TextRow) -> str | None:
    """Return the unit in brackets in a header without a column of names, as in 项目资金(万元)."""
    units = (_IN_BRACKETS.search(uniform(text)) for text in row.texts[:1])
    return next((unit[1] for unit in units if unit), None)


def ends_table(row: TextRow) -> bool:
    """Return whether the row is the header of something else: of goals in words, beside what came of them."""
    words = [_COLUMN_OF.get(heading_word(text)) for text in row.texts]
    has_digits = any(character.isdigit() for text in row.texts for character in text)
    return not has_digits and all(words.count(column) == 1 for column in _VALUES)


@lru_cache(maxsize=512)
def heading_word(text: str) -> str:
    """Return a heading in uniform signs, without blanks, its year, and what stands in brackets.

    >>> heading_word("2023年度 指标值（A）"), heading_word("分 值")
    ('指标值', '分值')
    """
    if len(text) > _LONGEST_HEADING:
        return ""
    whole = uniform(text).replace(" ", "")
    return _YEAR.sub("", whole).partition("(")[0]


def _columns(words: Sequence[str]) -> tuple[Column | None, ...]:
    """Return what each heading means; of several for one thing, the first is taken; of budgets, that of the list."""
    levels = [place for place, word in enumerate(words) if word in LEVELS]
    names = levels[-1:] or [place for place, word in enumerate(words) if _column_of(word) is Column.NAME][-1:]
    others = [word for word in BUDGETS if word in words][1:]
    columns: list[Column | None] = []
    for place, word in enumerate(words):
        column = Column.OTHER if word in others else _column_of(word)
        if place in names:
            column = Column.NAME
        elif place in levels:
            column = Column.GROUP
        elif column is Column.NAME or (column in columns and column is not Column.OTHER):
            column = Column.OTHER
        columns.append(column)
    return tuple(columns)


def _column_of(word: str) -> Column | None:
    column = _COLUMN_OF.get(word)
    if column is not None or not word:
        return column
    heading = read_heading(word, place="").value
    return None if heading is None else _OF_FIELD.get(heading.field)


def arrangements(header: Header, row: TextRow) -> Iterator[dict[int, TextCell]]:
    """Yield each way in which the cells of a row can stand in the columns; a full row is taken as it stands.

    In a row that is short, leading cells are missing, as those of merged headings. Each way has words for the name,
    figures for the points, and none in the column of remarks behind them. Where merged figures were taken out of a
    full row, its cells have places all the same.
    """
    cells, width = row.cells, len(header.columns)
    as_it_stands = dict(enumerate(cells[:width]))
    if len(cells) >= width and (row.across or _fits(header, as_it_stands)):
        yield as_it_stands
        return
    filled = cells[: len(without_blanks_at_end(row.texts))]
    shifts = range(max(width - len(filled), 0) + 1)
    ways = [dict(enumerate(filled, shift)) for shift in shifts]
    fitting = [way for way in ways if len(filled) <= width and _fits(header, way)]
    yield from fitting or ([as_it_stands] if len(cells) >= width else [])


def _fits(header: Header, cells: dict[int, TextCell]) -> bool:
    return all(_may_be(header, place, cells.get(place, _BLANK).text) for place in range(len(header.columns)))


def _may_be(header: Header, place: int, text: str) -> bool:
    """Return whether such a text may stand in a column."""
    column, shown = header.columns[place], read_shown(text).shown
    match column:
        case Column.GROUP:
            return not isinstance(shown, Figure)
        case Column.NAME:
            return isinstance(shown, Text) and not (header.has(Column.GROUP) and text.strip().endswith(OF_GROUPS))
        case Column.SIGN:
            return uniform(text) in ("", *IN_WORDS) or isinstance(read_shown(f"{text}1").shown, Bound)
        case Column.WEIGHT | Column.SCORE:
            return isinstance(shown, Figure)
        case Column.OTHER | None if place > header.first_value:
            return place + 1 < len(header.columns) or not isinstance(shown, Figure)
        case _:
            return True
