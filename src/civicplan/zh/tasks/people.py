"""The names of persons and of offices in a cell, one by one, as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from civicplan.model import Responsibility
from civicplan.zh.words.task_headings import TaskField, field_of

#: What parts names on one line.
_BETWEEN = re.compile(r"[、，,；;/／]")
_ENCLOSED_LINE = ("（", "(")
#: A name of two characters is padded to the width of three, a word of two or three to that of a longer one.
_LONGEST_PADDED = 4
#: The roles that may stand within a cell: 牵头单位：甲科；配合单位：乙科.
_ROLES = (TaskField.LEADS, TaskField.DEPUTIES, TaskField.LEAD_AGENCIES, TaskField.AGENCIES)
#: What stands in a cell without a name.
_BLANKS = frozenset(("/", "-", "—", "——", "－", "无", "\\"))


def names(text: str) -> tuple[str, ...]:
    r"""Return the names in a cell in their order: lines, blanks and commas part them, padding within a name does not.

    A line in brackets belongs to the name above it.

    >>> names("甲  某\n乙某某、丙某"), names("办 公 室\n（综合科）"), names("—")
    (('甲某', '乙某某', '丙某'), ('办公室（综合科）',), ())
    """
    found: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if line.startswith(_ENCLOSED_LINE) and found:
            found[-1] += "".join(line.split())
        else:
            found += [name for part in _outside_brackets(line) for name in _unpadded(part.split())]
    return tuple(name for name in found if name not in _BLANKS)


def _outside_brackets(line: str) -> Iterator[str]:
    """Yield the parts of a line; a comma in brackets parts nothing: 各县（市、区）政府."""
    depth, start = 0, 0
    for place, sign in enumerate(line):
        if sign in "（(":
            depth += 1
        elif sign in "）)":
            depth = max(depth - 1, 0)
        elif depth == 0 and _BETWEEN.match(sign):
            yield line[start:place]
            start = place + 1
    yield line[start:]


def _unpadded(words: list[str]) -> Iterator[str]:
    """Yield the words; single characters beside each other are one that was padded."""
    padded = ""
    for word in words:
        if len(word) == 1 and len(padded) < _LONGEST_PADDED:
            padded += word
            continue
        if padded:
            yield padded
        padded = word if len(word) == 1 else ""
        if len(word) > 1:
            yield word
    if padded:
        yield padded


def responsibility(cells: Iterable[tuple[TaskField, str]]) -> Responsibility:
    r"""Return who answers for a task, by what the headings of the cells mean.

    Within a cell, a role before a colon takes the place of that of the heading, up to the next one.

    Args:
        cells: The fields of the columns, each with the text of its cell; others than those of names are left aside.

    >>> responsibility([(TaskField.LEADS, "甲  某"), (TaskField.AGENCIES, "牵头单位：甲科\n配合单位：乙科、丙科")])
    Responsibility(leads=('甲某',), lead_agencies=('甲科',), agencies=('乙科', '丙科'))
    """
    found: dict[TaskField, list[str]] = {role: [] for role in _ROLES}
    for field, text in cells:
        if field in _ROLES:
            for role, names_text in _by_role(field, text):
                found[role] += (name for name in names(names_text) if name not in found[role])
    leads, deputies, lead_agencies, agencies = (tuple(found[role]) for role in _ROLES)
    return Responsibility(leads=leads, deputies=deputies, lead_agencies=lead_agencies, agencies=agencies)


def _by_role(field: TaskField, text: str) -> Iterator[tuple[TaskField, str]]:
    role = field
    for line in re.split("[\n；;]", text):
        before, colon, rest = line.replace(":", "：").partition("：")
        named = field_of(before) if colon else None
        role = named if named in _ROLES else role
        yield role, rest if named in _ROLES else line
