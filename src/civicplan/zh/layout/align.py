"""Rows whose cells have moved: put under their headings where what the columns hold, or arithmetic, leaves one way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from attrs import frozen

from civicplan.reading import Diagnostic, Reading
from civicplan.render import reading_notes
from civicplan.render.message import fill, in_all_languages, joined, to_message
from civicplan.render.phrases import NEXT_ENTRY
from civicplan.tables.cells import read_cell
from civicplan.tables.numbers import POINT
from civicplan.values import Text
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.layout.adding_up import Check
from civicplan.zh.layout.cell_advice import advice_on
from civicplan.zh.layout.placing import MOST_WAYS, Holds, Way, can_hold, is_damaged, ways, without_blanks_at_end
from civicplan.zh.notices import Notice

#: Where more cells fit nowhere, the row is not one of the table.
_MOST_STRANGE = 3
#: So much of a row tells which one it is.
_LONGEST_SHOWN = 300

BY_ORDER = Notice(
    "cells-moved",
    "The cells of this row had moved. In their order they fit under the headings in one way only, and were read so: "
    "{row}. Compare the row with the original.",
    left_out=False,
)
BY_ARITHMETIC = Notice(
    "cells-moved",
    "The cells of this row had moved. They were read in the one way in which the arithmetic holds ({what}): {row}. "
    "Compare the row with the original.",
    left_out=False,
)
SEVERAL_WAYS = Notice(
    "cells-unplaced",
    "The cells of this row have moved, and fit under the headings in {count} ways, such as {first} or {second}. No "
    "figure was read; compare the row with the original.",
)
SEVERAL_CLOSE = Notice(
    "cells-unplaced",
    "The cells of this row have moved, and the arithmetic holds in {count} ways: {first} or {second}. No figure was "
    "read; compare the row with the original.",
)
NO_WAY = Notice(
    "cells-unplaced",
    "The cells of this row do not fit under the headings, even where blanks are put between them. No figure was read; "
    "compare the row with the original.",
)
STRANGE_CELL = Notice(
    "cells-unplaced",
    "There is a cell for each heading, but {cell} cannot stand in its column. No figure of the row was read; compare "
    "the row with the original.",
)
NOWHERE = Notice(
    "cells-unplaced",
    "The cell {cell} fits under none of the headings, so that nothing says where the cells beside it stand. No figure "
    "of the row was read. {what}",
)


class Basis(StrEnum):
    """Why the cells of a row stand under their headings.

    Attributes:
        PRINTED: They are printed there.
        ORDER: They had moved, and in their order they fit in one way only.
        ARITHMETIC: They had moved, and in one way only the arithmetic of the row holds.
    """

    PRINTED = "printed"
    ORDER = "order"
    ARITHMETIC = "arithmetic"


@frozen(kw_only=True)
class Aligned:
    """A row with one cell under each heading.

    Attributes:
        row: The row, with as many cells as there are columns.
        basis: Why its cells stand where they do.
        arithmetic: The arithmetic that decided; empty where none had to.
    """

    row: TextRow
    basis: Basis
    arithmetic: tuple[Text, ...] = ()

    @property
    def note(self) -> Text | None:
        """What to note on what is read from the row; None where the row stands as printed."""
        return None if self.basis is Basis.PRINTED else note_on(self.basis, self.arithmetic)


def note_on(basis: Basis, arithmetic: Sequence[Text] = ()) -> Text:
    """Return what to note on what is read from a row whose cells had moved.

    Args:
        basis: Why they stand where they were put.
        arithmetic: The arithmetic that decided.
    """
    if basis is Basis.ORDER:
        return in_all_languages(to_message(reading_notes.MOVED_BY_ORDER))
    return in_all_languages(fill(reading_notes.MOVED_BY_ARITHMETIC, what=joined(NEXT_ENTRY, arithmetic)))


def align_row(row: TextRow, columns: Sequence[Holds], checks: Iterable[Check] = ()) -> Reading[Aligned | None]:
    """Return a row with one cell under each heading; None, and a diagnostic, where its cells cannot be placed.

    A row that fits as printed is left as it is, and so is one that would but for damaged figures in columns of figures.
    Of any other, the cells keep their order and blanks are put between them: where what the columns hold leaves one
    way, that is taken; where it leaves several, the one way in which the arithmetic holds. Nothing else moves a cell.

    Args:
        row: The row as the document shows it, of whatever length.
        columns: What each column holds, from the left.
        checks: The arithmetic that a row keeps, as the headings tell, or as the rows around it do.

    >>> row = TextRow(tuple(TextCell(text, 7) for text in ("10", "出租率(%)", "57", "65", "")), 7)
    >>> columns = [Holds.CATEGORY, Holds.ORDER, Holds.NAME, Holds.VALUE, Holds.VALUE]
    >>> aligned = align_row(row, columns).value
    >>> aligned.row.texts, aligned.basis
    (('', '10', '出租率(%)', '57', '65'), <Basis.ORDER: 'order'>)
    """
    columns, checks = tuple(columns), tuple(checks)
    texts = without_blanks_at_end(row.texts)
    kept = ways(texts, columns, keep_blanks=True) if row.has_places and len(texts) <= len(columns) else ()
    if _stands(row, texts, columns, kept) or _stands_damaged(row, texts, columns):
        return Reading(value=Aligned(row=_placed(row, _as_printed(texts, len(columns))), basis=Basis.PRINTED))
    free = ways(texts, columns, keep_blanks=False)
    candidates = kept or free
    if not candidates:
        return Reading(value=None, diagnostics=(_no_way(row, texts, columns),))
    closing = _closing(row, (*kept, *free), checks) if len(free) <= MOST_WAYS else {}
    if len(candidates) == 1 and closing.keys() <= set(candidates):
        return _moved(row, candidates[0], Basis.ORDER, closing.get(candidates[0], ()))
    if len(closing) == 1 and len(candidates) > 1:
        way, arithmetic = next(iter(closing.items()))
        return _moved(row, way, Basis.ARITHMETIC, arithmetic)
    return _unplaced(row, tuple(dict.fromkeys((*candidates, *closing))), tuple(closing))


def _no_way(row: TextRow, texts: Sequence[str], columns: Sequence[Holds]) -> Diagnostic:
    """Return why a row cannot be placed: for a few cells, where there are as many as headings."""
    strange = [text for column, text in zip(columns, texts, strict=False) if not can_hold(column, text)]
    is_whole = row.has_places and len(row.cells) == len(columns)
    nowhere = next((text for text in texts if not any(can_hold(column, text) for column in set(columns))), None)
    if nowhere is not None and not is_whole:
        return NOWHERE.at(row.line, _shown(texts), cell=nowhere, what=advice_on(nowhere, f"line {row.line}"))
    if len(row.cells) == len(columns) and 1 <= len(strange) <= _MOST_STRANGE:
        return STRANGE_CELL.at(row.line, _shown(texts), cell=_shown(strange))
    return NO_WAY.at(row.line, _shown(texts))


def _as_printed(texts: Sequence[str], width: int) -> Way:
    return tuple(place if place < len(texts) and texts[place].strip() else None for place in range(width))


def _stands(row: TextRow, texts: Sequence[str], columns: Sequence[Holds], kept: Sequence[Way]) -> bool:
    """Return whether the cells stand under their headings: as many as these, or fewer that fit in no other way."""
    if len(texts) > len(columns) or not all(map(can_hold, columns, texts)):
        return False
    printed = _as_printed(texts, len(columns))
    if len(row.cells) >= len(columns):
        return any(column is Holds.NAME and place is not None for column, place in zip(columns, printed, strict=True))
    return kept == (printed,)


def _stands_damaged(row: TextRow, texts: Sequence[str], columns: Sequence[Holds]) -> bool:
    """Return whether all cells stand under their headings but for figures that cannot be read.

    Where the unit is blank, it may be what stands among the figures.
    """
    without_unit = any(holds is Holds.UNIT and not text for holds, text in zip(columns, texts, strict=False))
    if not row.has_places or len(texts) > len(columns) or without_unit:
        return False
    mended = tuple(
        "0" if column in (Holds.VALUE, Holds.TARGET) and is_damaged(text) else text
        for column, text in zip(columns, texts, strict=False)
    )
    kept = ways(mended, columns, keep_blanks=True) if mended != texts else ()
    return mended != texts and _stands(row, mended, columns, kept)


def _placed(row: TextRow, way: Way) -> TextRow:
    blank = TextCell("", row.line)
    return row._replace(cells=tuple(blank if place is None else row.cells[place] for place in way))


def _closing(row: TextRow, found: Sequence[Way], checks: Sequence[Check]) -> dict[Way, tuple[Text, ...]]:
    """Return the ways in which some arithmetic holds and none fails, each with what holds."""
    read = [read_cell(text, place="", decimal=POINT).value for text in row.texts] if checks else []
    closing = {}
    for way in dict.fromkeys(found):
        cells = [None if place is None or not read else read[place] for place in way]
        results = [(check, check.check(cells)) for check in checks]
        if not any(result is False for _, result in results):
            closing[way] = tuple(check.in_words(cells) for check, result in results if result)
    return {way: arithmetic for way, arithmetic in closing.items() if arithmetic}


def _moved(row: TextRow, way: Way, basis: Basis, arithmetic: tuple[Text, ...]) -> Reading[Aligned | None]:
    aligned = Aligned(row=_placed(row, way), basis=basis, arithmetic=arithmetic)
    notice = BY_ORDER if basis is Basis.ORDER else BY_ARITHMETIC
    what = joined(NEXT_ENTRY, arithmetic)
    said = notice.at(row.line, _shown(row.texts), row=_shown(aligned.row.texts), what=what)
    return Reading(value=aligned, diagnostics=(said,))


def _unplaced(row: TextRow, found: Sequence[Way], closing: Sequence[Way]) -> Reading[Aligned | None]:
    chosen, notice = (closing, SEVERAL_CLOSE) if len(closing) > 1 else (found, SEVERAL_WAYS)
    first, second = (_shown(_placed(row, way).texts) for way in chosen[:2])
    count = f"more than {MOST_WAYS}" if len(chosen) > MOST_WAYS else len(chosen)
    said = notice.at(row.line, _shown(row.texts), count=count, first=first, second=second)
    return Reading(value=None, diagnostics=(said,))


def _shown(texts: Sequence[str]) -> str:
    shown = " | ".join(texts)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"
