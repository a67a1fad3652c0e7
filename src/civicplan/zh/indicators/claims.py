"""What the notes under a table of indicators say: what marks mean, how many indicators there are, how they fared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from civicplan.model import Claim, CountClaim, Indicator, Nature, Verdict, VerdictClaim
from civicplan.reading import Diagnostic
from civicplan.values import Source, Text
from civicplan.zh.document import TextCell
from civicplan.zh.indicators.indicator_rows import NOTE
from civicplan.zh.language.meanings import plain_name
from civicplan.zh.language.numerals import numeral
from civicplan.zh.language.promises import subject_of
from civicplan.zh.said import Notice
from civicplan.zh.words.vocabulary import MARKS

NOT_IN_TABLE = Notice(
    "unknown-subject",
    "The note names {name}, and no row of the table is called so; the claim is read without it, and not as a "
    "complete list.",
)
SEVERAL_ROWS = Notice(
    "unclear-subject",
    "The note names {name}, and {count} rows of the table are called so; the claim is read without it, and not as a "
    "complete list.",
)
OTHER_COUNT = Notice(
    "names-and-count",
    "The note names {named} indicators and counts {count}; it is not read as a complete list.",
    left_out=False,
)

#: No longer note is looked at.
_LONGEST = 5000
_ITEM = re.compile(r"(?<![\d.])\d{1,2}[.．、](?!\d)|[①-⑳]|[(（]\d{1,2}[)）]")
_CLAUSE = re.compile(r"[，,。；;：:]")
_NATURES = {"约束性": Nature.BINDING, "预期性": Nature.EXPECTED}
_SORT = r"(?P<nature>约束性|预期性)?(?:主要|发展|规划)?指标"
_NUMBER = r"(?P<count>(?<![第\d])\d{1,4}|(?<![第一二三四五六七八九十百])[一二两三四五六七八九十百]{1,5})"
_COUNT = re.compile(rf"{_NUMBER}(?:项|个){_SORT}")
_COUNT_BEHIND = re.compile(rf"(?P<nature>约束性|预期性)指标(?:共|有|为)?{_NUMBER}(?:项|个)")
#: What stands before a count of all indicators of a plan: what set them, and the count of their classes.
_OF_ALL = re.compile(r"(?:确定|设置|设定|提出|安排|包括|包含|共有|共)(?:的|了)?(?:\d{1,3}大?类)?(?:共)?$")
_FORECAST = ("预计", "有望", "预期可")
_ADVERBS = re.compile(r"(?:预计|有望|均|都|已|已经|全部|全面|如期|按期|提前|圆满|超额|可|可以|能够|将)*")
_VERDICTS = (
    (
        re.compile(r"(?:没有|没能|未能|未|不能|难以)(?:如期|按期|全部|全面)?(?:完成|达到|实现|达标|达预期)"),
        Verdict.NOT_MET,
    ),
    (re.compile(r"(?:完成|达到|实现|达标)"), Verdict.MET),
)
_MARK = re.compile(
    rf"(?:带|标|注|标注|标有|加)?有?[“\"]?(?P<mark>[{re.escape(MARKS)}]|\[\s*\])[”\"]?(?:号|标记)?(?:的)?"
    r"(?:指标|内)?(?:的)?(?:数据|数字|数值|数)?(?:的)?(?:为|是|指|表示|代表)(?P<meaning>[^。；;]{1,60})"
)
_LAST_JOINER = re.compile("[和及]")


@frozen
class Explained:
    """What a mark of a table means, as the notes under it say.

    Attributes:
        mark: The mark, such as ☆, or [] for square brackets.
        meaning: Its meaning, in the words of the document.
    """

    mark: str
    meaning: str


class _Place(NamedTuple):
    """Where a clause stands."""

    source: Source
    line: int
    text: str


def explained_in(notes: Iterable[TextCell]) -> tuple[Explained, ...]:
    """Return what the notes under a table say of its marks.

    >>> explained_in([TextCell("注：①[ ]内为五年累计数。②带*的为2019年数据。", 7)])
    (Explained(mark='[]', meaning='五年累计数'), Explained(mark='*', meaning='2019年数据'))
    """
    items = ("".join(item.split()) for cell in notes for item in _items(cell.text))
    marks = filter(None, map(_MARK.match, items))
    return tuple(Explained(mark["mark"], mark["meaning"].strip("，, ")) for mark in marks)


def claims_in(
    notes: Iterable[TextCell], indicators: Sequence[Indicator], at: Source, noticed: list[Diagnostic]
) -> tuple[Claim, ...]:
    """Return what the notes under a table claim of its indicators.

    Args:
        notes: The notes.
        indicators: The rows of the table.
        at: Where the table stands.
        noticed: Gets what is to be known of the claims.
    """
    claims, rows = list[Claim](), _Rows.of(indicators)
    for cell in notes:
        source = Source(document=at.document, line=cell.line, box=at.box)
        for clause in (clause.strip() for item in _items(cell.text) for clause in _CLAUSE.split(item)):
            claims += _claims(clause, rows, _Place(source, cell.line, clause), noticed)
    return tuple(claims)


def _items(text: str) -> Iterator[str]:
    """Yield the numbered items of a note, without their numbers."""
    head = NOTE.match(text)
    for item in _ITEM.split(text[head.end() if head else 0 :][:_LONGEST]):
        if item.strip():
            yield item.strip()


class _Rows(NamedTuple):
    """The rows of a table by what they are called, and by what they are parts of."""

    names: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, indicators: Iterable[Indicator]) -> _Rows:
        rows = cls({}, {})
        for indicator in indicators:
            for key in {plain_name(str(indicator.name)), subject_of(str(indicator.name))}:
                rows.names[key] = (*rows.names.get(key, ()), indicator.id)
            if indicator.group is not None:
                key = plain_name(str(indicator.group))
                rows.groups[key] = (*rows.groups.get(key, ()), indicator.id)
        return rows

    def called(self, name: str) -> tuple[str, ...]:
        """Return the row of a name, else all the parts of the indicator of that name; several rows of one name."""
        plain, subject = plain_name(name), subject_of(name)
        return self.names.get(plain) or self.groups.get(plain) or self.names.get(subject, ())

    def is_one(self, name: str, found: Sequence[str]) -> bool:
        """Return whether rows that are found are one indicator: a row, or the parts of one."""
        return len(found) == 1 or self.groups.get(plain_name(name)) == tuple(found)


def _claims(clause: str, rows: _Rows, place: _Place, noticed: list[Diagnostic]) -> Iterator[Claim]:
    for found in _COUNT_BEHIND.finditer(clause):
        if (count := _whole(found["count"])) is not None:
            yield CountClaim(count=count, nature=_NATURES[found["nature"]], source=place.source)
    for found in _COUNT.finditer(clause):
        count, is_forecast = _whole(found["count"]), any(word in clause for word in _FORECAST)
        if count is None:
            continue
        verdict = _verdict(clause[found.end() :])
        nature = _NATURES.get(found["nature"] or "")
        before = clause[: found.start()]
        if verdict is not None or _OF_ALL.search(before[-40:]):
            yield CountClaim(
                count=count,
                nature=nature,
                verdict=verdict,
                is_forecast=is_forecast and verdict is not None,
                source=place.source,
            )
        if verdict is not None and (named := list(_named(before, rows))):
            yield from _of_named(named, count, verdict, is_forecast, rows, place, noticed)


def _whole(text: str) -> int | None:
    number = numeral(text)
    return None if number is None else int(number.value)


def _verdict(after: str) -> Verdict | None:
    adverbs = _ADVERBS.match(after)
    rest = after[adverbs.end() if adverbs else 0 :][:40]
    return next((verdict for pattern, verdict in _VERDICTS if pattern.match(rest)), None)


def _named(before: str, rows: _Rows) -> Iterator[str]:
    """Yield the indicators that a clause lists before it counts them."""
    if not before.endswith("等") and "、" not in before:
        return
    *names, last = before.removesuffix("等").split("、")
    is_joined = names and not rows.called(last)
    yield from (name.strip() for name in (*names, *(_LAST_JOINER.split(last, maxsplit=1) if is_joined else (last,))))


def _of_named(
    named: Sequence[str],
    count: int,
    verdict: Verdict,
    is_forecast: bool,
    rows: _Rows,
    place: _Place,
    noticed: list[Diagnostic],
) -> Iterator[Claim]:
    subjects: list[str] = []
    unknown = []
    for name in named:
        found = rows.called(name)
        if found and rows.is_one(name, found):
            subjects += found
            continue
        unknown.append(name)
        notice = SEVERAL_ROWS if found else NOT_IN_TABLE
        noticed.append(notice.at(place.line, place.text, name=name, count=len(found)))
    if len(named) != count:
        noticed.append(OTHER_COUNT.at(place.line, place.text, named=len(named), count=count))
    if subjects:
        yield VerdictClaim(
            subjects=tuple(dict.fromkeys(subjects)),
            verdict=verdict,
            exhaustive=not unknown and len(named) == count,
            is_forecast=is_forecast,
            source=place.source,
            notes=_without(unknown),
        )


def _without(unknown: Sequence[str]) -> Text | None:
    if not unknown:
        return None
    names = "、".join(unknown)
    return Text(
        {"en": f"The note also names {names}, which is no row of the table.", "zh": f"说明还列有{names}，表中无此行。"}
    )
