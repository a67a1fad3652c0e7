"""The rows of headings in a table of tasks: where they are, and what they say of the columns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from civicplan.reading import Diagnostic
from civicplan.tables.headings import join_headings
from civicplan.zh.document import TextRow
from civicplan.zh.layout.spread import HeadedColumns
from civicplan.zh.notices import Notice
from civicplan.zh.words.task_headings import TaskField, field_of, fields_of, has_percent_sign

#: No table of tasks has more columns, and no heading is longer.
_MOST_COLUMNS, _LONGEST_HEADING = 60, 40
#: How many headings must be known before a row is one of headings.
_LEAST_KNOWN = 2
_SAY_WHAT = (TaskField.TITLE, TaskField.OBJECTIVE)
#: Besides what is to be done, a table of tasks says one of these at least, and a table of progress one of those.
OF_TASKS = (
    *(TaskField.OBJECTIVE, TaskField.DEADLINE, TaskField.LEADS, TaskField.DEPUTIES),
    *(TaskField.LEAD_AGENCIES, TaskField.AGENCIES),
)
OF_PROGRESS = (
    *(TaskField.PROGRESS, TaskField.PART_PROGRESS, TaskField.RUNNING_PROGRESS),
    *(TaskField.PERCENT, TaskField.STATUS),
)
#: In these stands no figure that is read; the number of a row is none.
_OF_WORDS = (TaskField.NUMBER, TaskField.LEADS, TaskField.DEPUTIES, TaskField.LEAD_AGENCIES, TaskField.AGENCIES)

UNKNOWN_COLUMN = Notice(
    "unknown-column",
    "The heading is not one that is known for tables of tasks; the cells below it were left out. Write a known "
    "one, such as 责任单位.",
)


class Columns(NamedTuple):
    """The headings of a table of tasks.

    Attributes:
        fields: What each says of its column; None where it is not known.
        has_percent_sign: Whether that of the percentages bears the percent sign.
        height: In how many rows they stand.
        headings: Their words.
    """

    fields: tuple[TaskField | None, ...]
    has_percent_sign: bool
    height: int
    headings: tuple[str, ...]

    @property
    def headed(self) -> HeadedColumns:
        """Which of them say something of their own, so that no figure is read under two."""
        known = {place: field for place, field in enumerate(self.fields) if field not in (None, TaskField.NOTES)}
        of_words = {place for place, field in known.items() if field in _OF_WORDS}
        sorts = {place: field for place, field in known.items() if place not in of_words}
        sorts |= {place: TaskField.TITLE for place, field in sorts.items() if field in _SAY_WHAT}
        return HeadedColumns(sorts, of_words, self.headings)


def columns_of(rows: Sequence[TextRow], needed: Collection[TaskField]) -> Columns | None:
    """Return what the headings in the first of the rows, or in the first two, say; None where it is no row of headings.

    Args:
        rows: The row, and the one below it where there is one.
        needed: Fields of which one at least has a heading, besides one that says what is to be done.
    """
    upper = rows[0].texts
    if len(upper) < _LEAST_KNOWN or not _may_be_headings(upper):
        return None
    if len(rows) > 1 and _are_finer(upper, rows[1].texts):
        fields = fields_of(upper, rows[1].texts)
        if _suffice(fields, needed):
            has_sign = _has_sign(fields, upper) or _has_sign(fields, rows[1].texts)
            return Columns(_with_title(fields), has_sign, 2, join_headings([row.texts for row in rows]))
    fields = fields_of(upper)
    filled = sum(bool(text.strip()) for text in upper)
    if not _suffice(fields, needed) or sum(map(bool, fields)) * 2 < filled:
        return None
    return Columns(_with_title(fields), _has_sign(fields, upper), 1, upper)


def unknown_columns(rows: Sequence[TextRow], columns: Columns) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each column whose heading is not known."""
    for place, known in enumerate(columns.fields):
        words = [row.cells[place] for row in rows if place < len(row.cells) and row.cells[place].text.strip()]
        if known is None and words:
            yield UNKNOWN_COLUMN.at(words[-1].line, words[-1].text)


def _may_be_headings(texts: Sequence[str]) -> bool:
    return len(texts) <= _MOST_COLUMNS and all(len(text) <= _LONGEST_HEADING for text in texts)


def _are_finer(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Return whether a row is the lower one of two rows of headings: every word in it is known there."""
    if not _may_be_headings(lower):
        return False
    filled = [place for place, text in enumerate(lower) if text.strip()]
    alone = (*fields_of(upper), *(None,) * len(lower))
    both = fields_of(upper, lower)
    return bool(filled) and all(field_of(lower[place]) or both[place] not in (None, alone[place]) for place in filled)


def _has_sign(fields: Sequence[TaskField | None], texts: Sequence[str]) -> bool:
    percents = (text for known, text in zip(fields, texts, strict=False) if known is TaskField.PERCENT)
    return any(map(has_percent_sign, percents))


def _suffice(fields: Sequence[TaskField | None], needed: Collection[TaskField]) -> bool:
    known = set(filter(None, fields))
    return len(known) >= _LEAST_KNOWN and not known.isdisjoint(_SAY_WHAT) and not known.isdisjoint(needed)


def _with_title(fields: Sequence[TaskField | None]) -> tuple[TaskField | None, ...]:
    """Return the fields with one title, the first column that says what is to be done; the others tell more of it."""
    first = fields.index(TaskField.TITLE if TaskField.TITLE in fields else TaskField.OBJECTIVE)
    more = [TaskField.OBJECTIVE if known in _SAY_WHAT else known for known in fields]
    return (*more[:first], TaskField.TITLE, *more[first + 1 :])
