"""Targets in words: the task of another authority, a relation to another indicator, or a phrase without number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from attrs import frozen

from civicplan.model import Delegated, Qualitative, Relation, Relative
from civicplan.reading import Diagnostic
from civicplan.values import Text
from civicplan.zh.language.indicator_meanings import ending, is_of_growth, plain_name
from civicplan.zh.language.numerals import find_numbers
from civicplan.zh.notices import Notice
from civicplan.zh.words.indicator_words import GROWTHS, SAME_NAMES

IN_WORDS = Notice(
    "target-in-words",
    "The target is in words, so that no figure can meet or miss it; it was kept as it stands.",
    left_out=False,
)
FIGURE_IN_WORDS = Notice(
    "figure-in-words",
    "The figure was not read, as words beside it change what it says: a factor, a base, a period or another measure. "
    "The target was kept in words, so that no figure can meet or miss it. Add it with its bound and its "
    'measure, such as Threshold(bound="≥6", measure="growth").',
)
NOT_ONE_ROW = Notice(
    "unclear-reference",
    "The target compares the row with {name}, and the table has {count} other rows of that name. The target was kept "
    "in words.",
    left_out=False,
)
UNNAMED_AUTHORITY = Notice(
    "unnamed-authority",
    "The target is set by {authority}, and the table does not say which authority that is. It was kept as printed.",
    left_out=False,
)

#: No longer phrase is looked at.
_LONGEST = 60
#: Tasks that another authority assigns, and authorities that are not named.
_DELEGATED = re.compile(
    r"(?:完成|达到|按照|按|以|执行|控制在)?(?!完成|达到|按|以|执行|控制)(?P<authority>[^\d，,。；;]{1,15}?)(?:下达|分解|核定)的?"
    r"(?:目标)?(?:任务|指标|目标|计划|数)?(?:值|数)?(?:执行|为准|完成|以内|之内|范围内)?"
)
_ASSIGNED = re.compile(
    r"(?:完成|达到)(?P<authority>国家|省|市|上级|[^\d，,。；;]{1,10}?[省市])定的?(?:目标)?(?:任务|指标|目标|要求)"
)
_UNNAMED = ("上级", "上级部门")
#: Relations to the growth of another row, by what stands around its name. 不低于 is none: the model has no such one.
_RELATIONS = (
    (re.compile(r"(?:略?高于|略?快于)(.{1,30})"), Relation.ABOVE),
    (re.compile(r"(?:略?低于|略?慢于)(.{1,30})"), Relation.BELOW),
    (re.compile(r"(?:保持)?(?:与|和|同)(.{1,30}?)(?:基本|大体|保持)*同步(?:增长|提高)?"), Relation.IN_STEP),
)
#: These words speak of growth themselves.
_OF_GROWTH = ("快", "慢", "同步")

#: What begins a promise in words.
_BEGINNINGS = (
    *("保持", "完成", "达到", "高于", "低于", "快于", "慢于", "略", "与", "和", "同", "按", "以", "执行", "控制", "不"),
    *("持续", "明显", "显著", "大幅", "稳步", "逐步", "进一步", "基本", "全面", "力争", "持平", "稳定", "稳中", "总体"),
    *("年均", "累计", "比", "较", "翻", "提高", "提升", "增加", "下降", "降低", "减少", "实现", "位居", "国家", "省"),
)

Promise: TypeAlias = Delegated | Relative | Qualitative


@frozen(kw_only=True)
class Compared:
    """A row whose target is in words.

    Attributes:
        id: Its id.
        name: Its name.
        line: Its line.
        is_rate: True where the target stands in a column of growth.
    """

    id: str
    name: str
    line: int
    is_rate: bool


class Names(NamedTuple):
    """The rows of a table by what they are about, and which of them are compared with which.

    Attributes:
        ids: The ids of the rows that are about the same, those named by their growth apart.
        references: For each row with a relative target, the row that it is compared with.
    """

    ids: Mapping[tuple[str, bool], Sequence[str]]
    references: dict[str, str]


def names_of(rows: Iterable[tuple[str, str]]) -> Names:
    """Return the rows of a table by what they are about.

    Args:
        rows: The id and the name of each.
    """
    ids: dict[tuple[str, bool], list[str]] = {}
    for id, name in rows:
        ids.setdefault((subject_of(name), is_of_growth(name)), []).append(id)
    return Names(ids, {})


def subject_of(name: str) -> str:
    """Return what a name is about, without its growth, in the first of several words for the same indicator.

    >>> subject_of("地区生产总值 GDP 增长"), subject_of("GDP增速"), subject_of("居民收入增长")
    ('GDP', 'GDP', '居民收入')
    """
    plain = plain_name(name)
    while (word := ending(plain, GROWTHS)) and word != plain:
        plain = plain.removesuffix(word)
    return next((same[0] for same in SAME_NAMES if plain in same), plain)


def is_in_words(text: str) -> bool:
    """Return whether a cell speaks, so that it is no figure whose signs are unclear.

    >>> is_in_words("保持适度增长"), is_in_words("1,0O6")
    (True, False)
    """
    return sum("\u4e00" <= sign <= "\u9fff" for sign in text[:_LONGEST]) > 1


def is_promise(text: str) -> bool:
    """Return whether words begin as a promise does, and not as a name.

    >>> is_promise("保持适度增长"), is_promise("完成省下达任务"), is_promise("化学需氧量")
    (True, True, False)
    """
    return text.strip().startswith(_BEGINNINGS)


def promise_of(text: str, row: Compared, names: Names, noticed: list[Diagnostic]) -> Promise:
    """Return what a target in words is.

    Args:
        text: The words.
        row: The row that it is a target of.
        names: The rows of the table.
        noticed: Gets what is to be known of it.
    """
    words = "".join(text.split())
    if len(words) <= _LONGEST:
        if delegated := _DELEGATED.fullmatch(words) or _ASSIGNED.fullmatch(words):
            return _delegated(delegated["authority"], text, row, noticed)
        for pattern, relation in _RELATIONS:
            found = pattern.fullmatch(words)
            if found and (row.is_rate or _speaks_of_growth(found, row)):
                return _relative(found[1], relation, text, row, names, noticed)
    noticed.append((FIGURE_IN_WORDS if find_numbers(text[:_LONGEST]) else IN_WORDS).at(row.line, text))
    return _as_words(text)


def _speaks_of_growth(found: re.Match[str], row: Compared) -> bool:
    is_told = any(word in found[0] for word in _OF_GROWTH)
    return is_told or is_of_growth(found[1]) or is_of_growth(row.name)


def _as_words(text: str) -> Qualitative:
    return Qualitative(text=Text({"zh": " ".join(text.split())}))


def _delegated(authority: str, text: str, row: Compared, noticed: list[Diagnostic]) -> Delegated:
    if authority in _UNNAMED:
        noticed.append(UNNAMED_AUTHORITY.at(row.line, text, authority=authority))
    return Delegated(authority=Text({"zh": authority}))


def _relative(
    name: str, relation: Relation, text: str, row: Compared, names: Names, noticed: list[Diagnostic]
) -> Promise:
    subject = subject_of(name)
    found = names.ids.get((subject, True)) or names.ids.get((subject, False), ())
    others = [id for id in found if not _leads_back(id, row.id, names)]
    if len(others) != 1:
        noticed.append(NOT_ONE_ROW.at(row.line, text, name=name, count=len(others) or "no"))
        return _as_words(text)
    names.references[row.id] = others[0]
    return Relative(reference=others[0], relation=relation)


def _leads_back(id: str | None, to: str, names: Names) -> bool:
    """Return whether a row is another one, or is compared with it by way of others."""
    while id is not None and id != to:
        id = names.references.get(id)
    return id == to
