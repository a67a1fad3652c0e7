"""The columns of a sheet, made from the fields of a class, so that every field of the model has its column."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from enum import Enum, StrEnum
from types import NoneType
from typing import Any, get_args

import attrs
from attrs import evolve, frozen

from civicplan.formats._kinds import UNIONS
from civicplan.formats._values import VALUES
from civicplan.model.indicator import PrintedActual
from civicplan.values import Bound, Figure, Period, Text

_ATTRIBUTES = re.compile(r"^Attributes:\n((?:    .*\n|\n(?=    ))*)", re.MULTILINE)
_ENTRY = re.compile(r"^    (\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)

#: What is needed of every row.
ALWAYS = "always"


class Content(Enum):
    """How a value stands in the cells of a column."""

    WORDS = "one text"
    TEXT = "words, in one language or several"
    LIST = "texts with ; between them"
    TRUTH = "true or false"
    COUNT = "a whole number"


_FIGURE, _HEDGED = "a number as printed, such as 95.0", "≥85 or ≈9"
#: What stands in a cell for a value that has a grammar of its own.
_HOLDS: dict[Any, str] = {
    Figure: _FIGURE,
    PrintedActual: f"{_FIGURE}, or a hedged one such as {_HEDGED}",
    Bound: "≥75, >75, ≤26, <5.5, =0, 6.0..6.5, 20±1 or ≈20",
    Period: "2020, 2016/2020, 2025-H1, 2024-Q2, 2025-10 or 2025-04-21",
}


@frozen(kw_only=True)
class Column:
    """A field of a class, or a field of what one of its fields holds.

    Attributes:
        path: The names of the fields on the way to it.
        content: How a value stands in its cells.
        words: The words of which one must stand in a cell; none where any may.
        holds: What stands in a cell, told to those who fill it in.
        needed: When a row must have it; empty where never.
        meaning: What it says.
    """

    path: tuple[str, ...]
    content: Content = Content.WORDS
    words: tuple[str, ...] = ()
    holds: str = ""
    needed: str = ""
    meaning: str = ""

    @property
    def heading(self) -> str:
        """The heading, without a language.

        >>> Column(path=("source", "line")).heading
        'source.line'
        """
        return ".".join(self.path)


def columns_of(cls: Any) -> Iterator[Column]:
    """Yield a column for each field of a class that is no list of parts; those of a part within it one by one.

    >>> from civicplan.model import Milestone
    >>> [column.heading for column in columns_of(Milestone)][:4]
    ['title', 'due', 'done', 'source.document']
    """
    meanings = meanings_of(cls)
    for field in attrs.fields(attrs.resolve_types(cls)):
        name, kind = field.alias or field.name, _stated(field.type)
        meaning = meanings.get(name, "")
        if _is_part(kind):
            yield from (_within(name, meaning, inner) for inner in columns_of(kind))
        elif not _holds_parts(kind):
            needed = ALWAYS if field.default is attrs.NOTHING else ""
            yield _column(name, kind, needed, meaning)


def _column(name: str, kind: Any, needed: str, meaning: str) -> Column:
    content, words = _content(kind), _words(kind)
    plain = _HOLDS.get(kind, "a text") if content is Content.WORDS else content.value
    holds = f"one of {', '.join(words)}" if words else plain
    return Column(path=(name,), content=content, words=words, holds=holds, needed=needed, meaning=meaning)


def _within(name: str, meaning: str, inner: Column) -> Column:
    """Return the column of a field of what a field holds."""
    needed = f"where there is a {name}" if inner.needed == ALWAYS else inner.needed
    return evolve(inner, path=(name, *inner.path), needed=needed, meaning=f"{meaning} {inner.meaning}")


def meanings_of(cls: type) -> dict[str, str]:
    """Return what the docstring of a class says of its attributes.

    >>> from civicplan.model import Milestone
    >>> meanings_of(Milestone)["due"]
    'The window that it must happen in.'
    """
    section = _ATTRIBUTES.search((inspect.getdoc(cls) or "") + "\n")
    entries = _ENTRY.findall(section[1]) if section else []
    return {name: " ".join(words.split()) for name, words in entries}


def _stated(kind: Any) -> Any:
    """Return what a field holds where it holds anything."""
    members = [member for member in get_args(kind) if member is not NoneType]
    return members[0] if NoneType in get_args(kind) and len(members) == 1 else kind


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and kind not in VALUES


def _holds_parts(kind: Any) -> bool:
    element = next(iter(get_args(kind)), None) if _is_tuple(kind) else None
    return element in UNIONS or _is_part(element)


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _content(kind: Any) -> Content:
    if _is_tuple(kind):
        return Content.LIST
    return {Text: Content.TEXT, bool: Content.TRUTH, int: Content.COUNT}.get(kind, Content.WORDS)


def _words(kind: Any) -> tuple[str, ...]:
    if kind is bool:
        return ("true", "false")
    return tuple(map(str, kind)) if isinstance(kind, type) and issubclass(kind, StrEnum) else ()


def merged_columns(columns: dict[str, list[Column]]) -> list[Column]:
    """Return the columns of a sheet whose rows are of several kinds, each once; those of all kinds come last.

    Args:
        columns: The columns of each kind by its name.
    """
    by_path: dict[tuple[str, ...], dict[str, Column]] = {}
    for kind, own in columns.items():
        for column in own:
            by_path.setdefault(column.path, {})[kind] = column
    ordered = sorted(by_path.values(), key=lambda by_kind: len(by_kind) == len(columns))
    return [_merged(by_kind, len(columns)) for by_kind in ordered]


def _merged(by_kind: dict[str, Column], kinds: int) -> Column:
    """Return one column for several kinds; what is not the same for all of them is told kind by kind."""
    meanings: dict[str, list[str]] = {}
    for kind, column in by_kind.items():
        meanings.setdefault(column.meaning, []).append(kind)
    told = (words if len(whose) == kinds else f"{', '.join(whose)}: {words}" for words, whose in meanings.items())
    needing = [kind for kind, column in by_kind.items() if column.needed == ALWAYS]
    first = next(iter(by_kind.values()))
    needed = (ALWAYS if len(needing) == kinds else f"for {', '.join(needing)}") if needing else first.needed
    return evolve(first, needed=needed, meaning=" ".join(told))
