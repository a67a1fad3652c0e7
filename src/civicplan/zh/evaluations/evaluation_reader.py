"""Reader: goes down the tables of a self-evaluation, and keeps what the rows stand under."""

from __future__ import annotations

from attrs import define, evolve, field

from civicplan.reading import Diagnostic
from civicplan.render.message import joined
from civicplan.render.phrases import NEXT_ENTRY
from civicplan.tables.uniform import uniform
from civicplan.values import Figure, Text
from civicplan.zh.document import Document, Paragraph, TextCell, TextRow, TextTable
from civicplan.zh.evaluations.evaluation_cells import (
    SHOWN,
    cell_lines,
    cell_of,
    in_chinese,
    in_one_unit,
    merged_name,
    name_of,
    points_of,
    readable,
    shown_in,
    signed,
    text_at,
    text_of,
    unit_in_name,
    with_unit_of_name,
)
from civicplan.zh.evaluations.evaluation_groups import groups_of, totals_of_groups
from civicplan.zh.evaluations.evaluation_header import POINTS, Header, arrangements, ends_table, header_of, heading_word
from civicplan.zh.evaluations.evaluation_row import EvaluationRow, ShownCell, read_shown
from civicplan.zh.evaluations.evaluation_sums import Closing
from civicplan.zh.indicators.cell_text import printable
from civicplan.zh.layout.align import BY_ARITHMETIC, SEVERAL_CLOSE, Basis, note_on
from civicplan.zh.layout.spread import without_spread
from civicplan.zh.notices import Notice
from civicplan.zh.words.evaluation_words import PROJECT, SUBTOTALS, TOTALS, Column

MOVED = Notice(
    "cells-moved",
    "The row is shorter than its header. Its first cells were taken to be the missing ones, as only then words "
    "stand for the name and figures for the points.",
    left_out=False,
)
UNCLEAR = Notice(
    "unclear-row",
    "Its cells fit the columns in {ways}; the row and the sums of its table were left out. Write one cell for "
    "each column.",
)
TOTAL_LEFT_OUT = Notice(
    "total-left-out",
    "The sum was left out, as a row above could not be read; correct that row first.",
)
UNCLEAR_TOTAL = Notice(
    "unclear-total",
    "It is not clear which of its figures are weight and score, so that the sum was left out. Write one cell for "
    "each column.",
)
TWO_UNITS = Notice(
    "two-units",
    "The target is in {target} and the actual in {actual}, which cannot be compared; the actual was kept as words.",
    left_out=False,
)
NO_NAME = Notice(
    "row-without-name",
    "The row has figures and no name; it and the sums of its table were left out. Write its name into its column.",
)
LEFT_ASIDE = Notice("column-left-aside", "The column {heading} was left out; look its figures up in the document.")
NOTHING_SHOWN = Notice(
    "nothing-shown",
    "The row has no target, no actual, no weight and no score; it was left out.",
)
GOALS = Notice(
    "goals-in-words",
    "Figures in the goals in words, and in what came of them, were left out; those of the indicators are read.",
)
NO_HEADINGS = Notice(
    "figures-without-headings",
    "Its figures stand under no headings that are known; they were left out. Write headings such as 全年预算数 and "
    "全年执行数, or 年度指标值 and 实际完成值, above them.",
)
_TITLE = "自评表"
_LONGEST_TITLE, _LONGEST_SHOWN = 60, 80
#: A row with so many figures and no headings tells more than a number of its own, such as that of a telephone.
_FEWEST_FIGURES = 2


@define(kw_only=True)
class Reader:
    """Goes through a document from the top, and keeps what the rows stand under."""

    document: Document
    rows: list[EvaluationRow] = field(factory=list)
    noticed: list[Diagnostic] = field(factory=list)
    header: Header | None = None
    has_header: bool = False
    groups: dict[int, Text] = field(factory=dict)
    project: Text | None = None
    table: int = 1
    first: int = 0
    is_broken: bool = False
    is_in_goals: bool = False
    points: TextCell | None = None

    def read_line(self, line: Paragraph) -> None:
        """Note the name of a project, the title of another table, or a sum of which no more is known."""
        text = line.text
        name, _, rest = uniform(text).partition(":")
        if name in PROJECT and rest.strip():
            self._turn_to(in_chinese(rest.strip()))
        elif _TITLE in text and len(text) <= _LONGEST_TITLE:
            self._turn_to(None)
        elif self.header is not None and heading_word(text) in TOTALS:
            self.noticed.append(UNCLEAR_TOTAL.at(line.line, text))

    def begin(self, table: TextTable) -> None:
        """Begin another block: a second table of indicators is a table of its own, as is one behind a sum.

        One without a header that is as wide as the table before goes on with it.
        """
        header, has_header = self.header, any(map(header_of, table.rows))
        if header is not None and not has_header:
            self.header = header if max(len(row.cells) for row in table.rows) == len(header.columns) else None
            return
        if has_header and header is not None and header.has(Column.NAME):
            self._turn_to(self.project)
        self.header, self.is_in_goals = None, False

    def _turn_to(self, project: Text | None) -> None:
        if len(self.rows) > self.first:
            self.table, self.first = self.table + 1, len(self.rows)
        self.project, self.header, self.groups, self.is_broken = project, None, {}, False

    def read_row(self, row: TextRow, closing: Closing | None, points: TextCell | None) -> None:
        """Read a row as the header, the name of a project, a sum, or an indicator.

        Args:
            row: The row.
            closing: How its points add up with others, where that has to decide.
            points: The points that it can have, where the heading of its score gives them.
        """
        self.points = points
        filled = [text for text in row.texts if text.strip()]
        header = header_of(row)
        if header is not None:
            if any(above.is_total and not above.groups for above in self.rows[self.first :]):
                self._turn_to(self.project)
            self.header, self.groups, self.has_header, self.is_in_goals = header, {}, True, False
        elif len(filled) > 1 and heading_word(filled[0]) in PROJECT:
            self._turn_to(in_chinese(filled[1]))
        elif ends_table(row):
            self.header, self.is_in_goals = None, True
        elif self.header is not None and filled:
            self._read_figures(row, self.header, filled, closing)
        else:
            self._pass_by(row)

    def _pass_by(self, row: TextRow) -> None:
        """Say of a row under no headings that it has figures."""
        if self.is_in_goals and any(map(str.isdecimal, "".join(row.texts))):
            self._note(GOALS, row)
        elif sum(isinstance(read_shown(text).shown, Figure) for text in row.texts) >= _FEWEST_FIGURES:
            self._note(NO_HEADINGS, row)

    def _break(self) -> None:
        """Leave the sums of the table out, as a row of it is not read."""
        self.is_broken = True
        self.rows = [row for row in self.rows if not (row.is_total and row.table == self.table)]

    def _read_figures(self, row: TextRow, header: Header, filled: list[str], closing: Closing | None) -> None:
        is_sum = heading_word(filled[0]) in TOTALS or any(heading_word(text) in SUBTOTALS for text in filled)
        merged = None if is_sum else merged_name(row, header)
        if merged is not None:
            self.groups = {place: group for place, group in self.groups.items() if place < merged[0]}
        reading = without_spread(row, header.headed) if is_sum else readable(row, header)
        self.noticed += reading.diagnostics
        row = reading.value
        if is_sum and header.has(Column.NAME):
            self._read_total(row, header)
            return
        if any(header.columns[place] in POINTS for span in row.spans for place in span if place < len(header.columns)):
            self._break()
        ways = list(arrangements(header, row))
        if len(ways) > 1 and closing is not None:
            self._read_closing(closing, row, header)
        elif len(ways) == 1:
            has_moved = len(row.cells) < len(header.columns) or ways[0].get(0) is not row.cells[0]
            if has_moved:
                self._note(MOVED, row)
            self._read_indicator(ways[0], row, header, note_on(Basis.ORDER) if has_moved else None)
        elif any(isinstance(read_shown(text).shown, Figure) for text in filled):
            self._break()
            self._note(UNCLEAR, row, ways=f"{len(ways)} ways" if ways else "no way")
        else:
            self._note(NOTHING_SHOWN, row)

    def _read_closing(self, closing: Closing, row: TextRow, header: Header) -> None:
        """Read a row in the one way in which the points of the table add up; where there are two, say both."""
        shown = [" | ".join(text_at(way, place) for place in range(len(header.columns))) for way in closing.ways]
        if len(closing.ways) == 1:
            self._note(BY_ARITHMETIC, row, what=joined(NEXT_ENTRY, closing.arithmetic), row=shown[0])
            self._read_indicator(closing.ways[0], row, header, note_on(Basis.ARITHMETIC, closing.arithmetic))
        else:
            self._break()
            self._note(SEVERAL_CLOSE, row, count=len(shown), first=shown[0], second=shown[1])

    def _read_indicator(self, cells: dict[int, TextCell], row: TextRow, header: Header, note: Text | None) -> None:
        self.groups = groups_of(cells, header, self.groups)
        if not self.is_broken:
            totals = totals_of_groups(cells, header, self.groups)
            self.rows += [self._in_place(total, line) for total, line in totals]
        name = name_of(cells, header)
        of_columns = {column: cell_of(cells, header, column) for column in Column}
        of_columns[Column.WEIGHT] = self.points or of_columns[Column.WEIGHT]
        shown = {column: shown_in(cell.text if cell else "") for column, cell in of_columns.items()}
        is_blank = all(shown[column].shown is None for column in SHOWN)
        if name is None and any(isinstance(shown[column].shown, Figure) for column in POINTS):
            self._break()
            self._note(NO_NAME, row)
        elif name is not None and is_blank:
            self._note(NOTHING_SHOWN, row)
        if name is None or is_blank:
            return
        self._note_columns(cells, row, header)
        name, unit_of_name = unit_in_name(name)
        target = with_unit_of_name(signed(shown[Column.TARGET], cells, header), unit_of_name)
        actual = with_unit_of_name(shown[Column.ACTUAL], unit_of_name)
        both = in_one_unit(target, actual)
        if both is None:
            self._note(TWO_UNITS, row, target=target.unit, actual=actual.unit)
            actual = ShownCell(in_chinese(text_of(cells, header, Column.ACTUAL).strip()))
        else:
            target, actual = both
        unit = text_of(cells, header, Column.UNIT).strip() or target.unit or actual.unit or header.unit
        read = EvaluationRow(
            name=name,
            unit=unit[:_LONGEST_SHOWN] if unit else None,
            target=target.shown,
            actual=actual.shown,
            weight=shown[Column.WEIGHT].shown,
            score=shown[Column.SCORE].shown,
            rate=shown[Column.RATE].shown,
            groups=tuple(self.groups.values()),
            notes=note,
            cell_lines=cell_lines((of_columns[column] for column in (*SHOWN, Column.RATE)), row),
        )
        self.rows.append(self._in_place(read, row.line))

    def _note_columns(self, cells: dict[int, TextCell], row: TextRow, header: Header) -> None:
        """Say once of a column that it is left aside, at its first cell that is not blank."""
        said = [
            (place, heading)
            for place, heading in header.aside
            if place in cells and read_shown(cells[place].text).shown is not None
        ]
        for _, heading in said:
            self._note(LEFT_ASIDE, row, heading=heading)
        self.header = header._replace(aside=tuple(one for one in header.aside if one not in said))

    def _in_place(self, row: EvaluationRow, line: int) -> EvaluationRow:
        return evolve(row, project=self.project, table=self.table, source=self.document.source(line))

    def _read_total(self, row: TextRow, header: Header) -> None:
        points = points_of(row, header)
        place = next(place for place, text in enumerate(row.texts) if text.strip())
        name = printable(row.texts[place])
        is_of_all = heading_word(name) in TOTALS
        if self.is_broken or (not is_of_all and not self.groups):
            self._note(TOTAL_LEFT_OUT if self.is_broken else UNCLEAR_TOTAL, row)
        elif points is None:
            self._note(UNCLEAR_TOTAL, row)
        else:
            groups = () if is_of_all else tuple(self.groups.values())[:1]
            weight, score = points.figures
            total = EvaluationRow(name=in_chinese(name), weight=weight, score=score, groups=groups, is_total=True)
            lines = cell_lines((None, None, *points, None), row)
            self.rows.append(evolve(self._in_place(total, row.line), cell_lines=lines))

    def _note(self, notice: Notice, row: TextRow, /, **words: object) -> None:
        self.noticed.append(notice.at(row.line, row.shown[:_LONGEST_SHOWN], **words))
