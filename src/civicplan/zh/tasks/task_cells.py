"""What the cells of a table of tasks look like by their headings, so that cells that have moved are noticed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from civicplan.tables.uniform import uniform
from civicplan.zh.layout.placing import Way, without_blanks_at_end
from civicplan.zh.tasks.people import names
from civicplan.zh.words.progress_words import QUARTERS, STATUS_WORDS
from civicplan.zh.words.sentence_signs import SENTENCE_ENDS
from civicplan.zh.words.task_headings import TaskField

_LONGEST_CELL = 2000
_LONGEST_OFFICE = 40
_LONGEST_NAME = 4
_NUMBER = re.compile(r"[(\[]?[0-9一二三四五六七八九十百]{1,6}(?:[-.、,)\]][0-9]{0,3}){0,3}")
_YEAR = re.compile("((?:19|20|21)[0-9]{2})(?:年|年度)?")
_MONTH = re.compile("(1[0-2]|0?[1-9])(?:月|月份)?")
_PERCENT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,4})?%?")
_SENTENCE = re.compile(f"[{SENTENCE_ENDS}：:]")
#: How the names of offices end, and those of persons hardly ever.
_OFFICES = (*"科室局馆委办处院队部站厅署所社", "中心", "公司", "政府", "单位", "集团", "学校", "街道", "支部")
_STATUSES = frozenset(word for words in STATUS_WORDS.values() for word in words)


def year_of(text: str) -> int | None:
    """Return the year in a cell; None where it is none.

    >>> year_of("2024年"), year_of("24")
    (2024, None)
    """
    found = _YEAR.fullmatch(_plain(text))
    return int(found[1]) if found else None


def quarter_of(text: str) -> int | None:
    """Return the quarter in a cell; None where it is none.

    >>> quarter_of("第二季度"), quarter_of("2"), quarter_of("5")
    (2, 2, None)
    """
    return QUARTERS.get(_plain(text))


def month_of(text: str) -> int | None:
    """Return the month in a cell; None where it is none.

    >>> month_of("6月"), month_of("13")
    (6, None)
    """
    found = _MONTH.fullmatch(_plain(text))
    return int(found[1]) if found else None


def is_number(text: str) -> bool:
    """Return whether a cell is the number of a row.

    >>> is_number("（三）"), is_number("12."), is_number("1-2"), is_number("甲科")
    (True, True, True, False)
    """
    return _NUMBER.fullmatch(_plain(text)) is not None


def _is_title(text: str) -> bool:
    return not is_number(text) and _PERCENT.fullmatch(_plain(text)) is None


def _is_status(text: str) -> bool:
    return _plain(text) in _STATUSES


def _are_persons(text: str) -> bool:
    return all(_is_person(name) for name in names(text))


def _is_person(name: str) -> bool:
    return (len(name) <= _LONGEST_NAME and not name.endswith(_OFFICES)) or "·" in name


def _are_offices(text: str) -> bool:
    return all(len(name) <= _LONGEST_OFFICE and not _SENTENCE.search(name) for name in names(text))


def _plain(text: str) -> str:
    return "".join(uniform(text).split()) if len(text) <= _LONGEST_CELL else ""


#: What a cell cannot be without.
_STRICT: dict[TaskField, Callable[[str], bool]] = {
    TaskField.NUMBER: is_number,
    TaskField.YEAR: lambda text: year_of(text) is not None,
    TaskField.QUARTER: lambda text: quarter_of(text) is not None,
    TaskField.MONTH: lambda text: month_of(text) is not None,
    TaskField.PERCENT: lambda text: _PERCENT.fullmatch(_plain(text)) is not None,
    TaskField.STATUS: _is_status,
    TaskField.TITLE: _is_title,
}
#: What a cell mostly looks like.
_USUAL: dict[TaskField, Callable[[str], bool]] = {
    TaskField.LEADS: _are_persons,
    TaskField.DEPUTIES: _are_persons,
    TaskField.LEAD_AGENCIES: _are_offices,
    TaskField.AGENCIES: _are_offices,
}
Fields = Sequence[TaskField | None]


def placements(texts: Sequence[str], fields: Fields, *, has_places: bool = False) -> tuple[Way, ...]:
    """Return how the cells of a row may stand under the headings: one way where that is clear, none where none fits.

    A row with a cell for each heading stays as it is, unless a number, a year or a percentage would be none. Where
    cells are missing, they are taken to be missing at the ends; where nothing then fits, within the row in one place.

    Args:
        texts: The cells.
        fields: What each heading says.
        has_places: Whether a full row stays as it is in any case, as it shows where its cells stand.

    >>> fields = (TaskField.NUMBER, TaskField.TITLE, TaskField.LEADS, TaskField.AGENCIES)
    >>> placements(["建书吧", "甲某", "甲科"], fields), placements(["1", "建书吧", "甲科"], fields)
    (((None, 0, 1, 2),), ((0, 1, None, 2),))
    """
    cells = without_blanks_at_end(texts)
    missing = len(fields) - len(cells)
    if missing < 0:
        return ()
    is_full = len(texts) >= len(fields)
    as_it_is = _with_gap(len(cells), len(cells), missing)
    if is_full and (has_places or _looks_like(as_it_is, cells, fields, _STRICT)):
        return (as_it_is,)
    at_the_ends = [_with_gap(0, len(cells), before) + (None,) * (missing - before) for before in range(missing + 1)]
    within = [_with_gap(place, len(cells), missing) for place in range(1, len(cells))]
    for ways in (at_the_ends, within):
        fitting = tuple(way for way in ways if _looks_like(way, cells, fields, {**_STRICT, **_USUAL}))
        if fitting:
            return fitting
    return (as_it_is,) if is_full else ()


def _with_gap(place: int, count: int, gap: int) -> Way:
    return (*range(place), *(None,) * gap, *range(place, count))


def _looks_like(way: Way, cells: Sequence[str], fields: Fields, tests: dict[TaskField, Callable[[str], bool]]) -> bool:
    """Return whether every cell that stands under a heading may do so, and something says what the task is."""
    under = [(field, cells[place]) for field, place in zip(fields, way, strict=True) if place is not None]
    filled = [(field, text) for field, text in under if field is not None and text.strip()]
    says_what = any(field in (TaskField.TITLE, TaskField.OBJECTIVE) for field, _ in filled)
    return says_what and all(tests[field](text) for field, text in filled if field in tests)
