"""What the notes under a table of indicators say: what marks mean, how many indicators there are, how they fared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from civicplan.model import Claim, CountClaim, Indicator, Verdict, VerdictClaim
from civicplan.reading import Diagnostic
from civicplan.values import Period, Source
from civicplan.zh.document import Paragraph, TextCell
from civicplan.zh.indicators.claim_words import (
    NATURES,
    NUMBER,
    SORT,
    is_beyond,
    is_forecast,
    is_of_all,
    speaks_of_verdict,
    verdict_in,
)
from civicplan.zh.indicators.claimed_rows import Named, Place, Rows, claim_of
from civicplan.zh.indicators.indicator_rows import NOTE
from civicplan.zh.language.numerals import numeral
from civicplan.zh.notices import Notice
from civicplan.zh.words.indicator_words import MARKS
from civicplan.zh.words.sentence_signs import SENTENCE_ENDS

NOT_READ = Notice(
    "note-not-read",
    "The note says that something was met, not met or exceeded, in words that are not read here. The audit does not "
    'check it: compare it by hand, or add a claim, such as VerdictClaim(subjects=("id",), verdict="met").',
)

#: No longer note is looked at, and no longer list of names.
_LONGEST, _LONGEST_NAMES = 5000, 230
_ITEM = re.compile(r"(?<![\d.])\d{1,2}[.．、](?!\d)|[①-⑳]|[(（]\d{1,2}[)）]")
_SENTENCE = re.compile(f"[{SENTENCE_ENDS}]")
#: What parts clauses, outside brackets.
_CLAUSE = re.compile(r"[，,：:](?![^()（）]{0,200}[)）])")
_NAMED = r"(?:[(（](?P<named>[^()（）]{1,200})[)）])?"
_COUNT = re.compile(rf"{NUMBER}(?:项|个){SORT}{_NAMED}")
_COUNT_BEHIND = re.compile(rf"(?P<nature>约束性|预期性)指标(?:共|有|为)?{NUMBER}(?:项|个){_NAMED}")
#: A count of some of the indicators that were counted before: 16项指标中12项完成.
_COUNT_OF_SOME = re.compile(rf"{NUMBER}(?:项|个){_NAMED}")
_AMONG = re.compile(rf"{NUMBER}(?:项|个){SORT}(?:当中|之中|中|里)")
#: What may stand before a count of all indicators of a plan: whose they are, what set them, and how they are parted.
_OF_THE_PLAN = re.compile(
    r"(?:经评估|评估|[全本我][省市区县州]|规划|计划|《[^《》]{1,40}》|纲要|“[^“”]{1,6}”|确定|设置|设定|提出|列出|的|共有|共|在"
    r"|上述|以上|表中|\d{1,3}大?类)*"
)
_OF_ALL = re.compile(r"(?:确定|设置|设定|提出|安排|包括|包含|共有|共)(?:的|了)?(?:\d{1,3}大?类)?(?:共)?$")
#: What is said behind such words is of a part of the indicators.
_OF_A_PART = re.compile(r"(?:中|里|(?<!大)(?<!\d)类|方面|领域|部分)(?:的|有|共有|共)?$")
#: What is said behind such words is not of the plan as it is printed, or of another time.
_IF = re.compile("如果|假如|若|不计|不含|不包括|扣除|剔除|上年|去年|中期")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_OF_A_NATURE = re.compile(r"(?P<all>全部|所有|各项)?(?P<nature>约束性|预期性)指标(?P<rest>.{2,30})")
_BUT = re.compile(
    r"除了?(?P<names>[^，,。；;]{1,200}?)(?:之外|以外|外)[，,]?(?:其余|其他|其它)的?(?:各项|各)?(?:(?P<count>\d{1,3})(?:项|个))?"
    r"(?:主要|规划)?(?:指标)?(?P<rest>.{2,30})"
)
_COUNTED_NAMES = re.compile(rf"(?P<names>.+?)(?P<others>等)?(?:{NUMBER}(?:项|个)(?:{SORT})?)?")
_VERDICT_BEGINS = re.compile("均|都|已|未|没|不能|难以|如期|按期|提前|圆满|顺利|超额|超过|全部|完成|达|实现|预计|有望")
#: Of a name alone, such words may go on with a figure: 投资完成：30亿元.
_BARE = ("完成", "达到", "实现", "达成", "已完成", "已达到", "已实现", "已经完成")
_MARK = re.compile(
    rf"(?:带|标|注|标注|标有|加)?有?[“\"]?(?P<mark>[{re.escape(MARKS)}]|\[\s*\])[”\"]?(?:号|标记)?(?:的)?"
    r"(?:指标|内)?(?:的)?(?:数据|数字|数值|数)?(?:的)?(?:为|是|指|表示|代表)(?P<meaning>[^。；;]{1,60})"
)


@frozen
class Explained:
    """What a mark of a table means, as the notes under it say.

    Attributes:
        mark: The mark, such as ☆, or [] for square brackets.
        meaning: Its meaning, in the words of the document.
    """

    mark: str
    meaning: str


def explained_in(notes: Iterable[TextCell]) -> tuple[Explained, ...]:
    """Return what the notes under a table say of its marks.

    >>> explained_in([TextCell("注：①[ ]内为五年累计数。②带*的为2019年数据。", 7)])
    (Explained(mark='[]', meaning='五年累计数'), Explained(mark='*', meaning='2019年数据'))
    """
    items = ("".join(item.text.split()) for cell in notes for item in _items(cell))
    marks = filter(None, map(_MARK.match, items))
    return tuple(Explained(mark["mark"], mark["meaning"].strip("，, ")) for mark in marks)


def claims_in(
    notes: Iterable[TextCell],
    indicators: Sequence[Indicator],
    at: Source,
    noticed: list[Diagnostic],
    plan: Period | None = None,
) -> tuple[Claim, ...]:
    """Return what the notes under a table claim of its indicators.

    Args:
        notes: The notes.
        indicators: The rows of the table.
        at: Where the table stands.
        noticed: Gets what is to be known of the claims.
        plan: The plan period; None where no note speaks of another year.
    """
    claims, rows = list[Claim](), Rows.of(indicators)
    for cell in notes:
        for item in _items(cell):
            for sentence in _parts(item, _SENTENCE):
                source = Source(document=at.document, line=sentence.line, box=at.box)
                place = Place(source, sentence.line, "".join(sentence.text.split()))
                claims += _SentenceReader(rows, place, noticed, plan).claims()
    return tuple(claims)


def _items(note: TextCell) -> Iterator[Paragraph]:
    """Yield the numbered items of a note, without their numbers."""
    head = NOTE.match(note.text)
    start = head.end() if head else 0
    return _parts(note.part(start, start + _LONGEST), _ITEM)


def _parts(text: Paragraph, between: re.Pattern[str]) -> Iterator[Paragraph]:
    """Yield the parts of a text that are not blank."""
    spans = ((0, 0), *(match.span() for match in between.finditer(text.text)), (len(text.text), 0))
    for (_, start), (end, _) in pairwise(spans):
        if (part := text.part(start, end)).text:
            yield part


class _SentenceReader:
    """Reads one sentence of a note, and keeps what is to be known of it."""

    def __init__(self, rows: Rows, place: Place, noticed: list[Diagnostic], plan: Period | None) -> None:
        self.rows, self.place, self.noticed, self.plan = rows, place, noticed, plan
        #: The count of all, of which others are said to be some; and whether the sentence is of a part of the plan.
        self.among: re.Match[str] | None = None
        self.is_of_a_part = False

    def claims(self) -> Iterator[Claim]:
        """Yield what the sentence claims."""
        sentence = self.place.text
        if but := _BUT.fullmatch(sentence):
            yield from self._read(sentence, self._but(but))
            return
        for clause in filter(None, _CLAUSE.split(sentence)):
            self.place = self.place._replace(text=clause)
            self._note_whole(clause)
            yield from self._read(clause, () if self.is_of_a_part else self._of_clause(clause))

    def _read(self, text: str, found: Iterable[CountClaim | VerdictClaim]) -> Iterator[Claim]:
        """Yield claims; where none has a verdict and the text speaks of one, say that it is not read."""
        claims = list(found)
        yield from claims
        if speaks_of_verdict(text) and not any(claim.verdict for claim in claims):
            self.noticed.append(NOT_READ.at(self.place.line, text))

    def _note_whole(self, clause: str) -> None:
        """Note what the counts of a clause, and of those behind it, are counts of."""
        among = _AMONG.search(clause)
        years = (Period.parse(year) for year in _YEAR.findall(clause))
        if _IF.search(clause) or any(self.plan is not None and year != self.plan.last_year for year in years):
            self.is_of_a_part = True
        elif among and _OF_THE_PLAN.fullmatch(clause[: among.start()]):
            self.among = among
        elif among or (_OF_A_PART.search(clause) and "指标" in clause):
            self.is_of_a_part = True

    def _of_clause(self, clause: str) -> Sequence[CountClaim | VerdictClaim]:
        counted = list(self._counted(clause))
        return counted or list(self._of_a_nature(clause)) or list(self._of_names(clause))

    def _but(self, but: re.Match[str]) -> Iterator[CountClaim | VerdictClaim]:
        """Yield the claim that all rows but those named were met, which says that those were not."""
        counted = _COUNTED_NAMES.fullmatch(but["names"])
        if counted is None or verdict_in(but["rest"]) is not Verdict.MET:
            return
        names, count, foretold = self.rows.listed(counted["names"]), _whole(counted["count"]), is_forecast(but["rest"])
        if not any(map(self.rows.called, names)):
            return
        is_complete = counted["others"] is None or count is not None
        verdict = Verdict.NOT_MET
        named = Named(names=names, verdict=verdict, is_complete=is_complete, count=count, is_forecast=foretold)
        yield from claim_of(named, self.rows, self.place, self.noticed)
        if rest := _whole(but["count"]):
            yield CountClaim(count=rest, verdict=Verdict.MET, is_forecast=foretold, source=self.place.source)

    def _counted(self, clause: str) -> Iterator[CountClaim | VerdictClaim]:
        for found in self._counts(clause):
            before, count = clause[: found.start()], _whole(found["count"])
            if count is None or _OF_A_PART.search(before[-10:].removesuffix("指标中")):
                continue
            rest = clause[found.end() :]
            verdict = None if is_beyond(rest) else verdict_in(rest)
            nature = found.groupdict().get("nature") or (self.among["nature"] if self.among else None)
            foretold = verdict is not None and is_forecast(clause)
            if verdict is not None or found.re is _COUNT_BEHIND or _OF_ALL.search(before[-40:]):
                yield CountClaim(
                    count=count,
                    nature=NATURES.get(nature or ""),
                    verdict=verdict,
                    is_forecast=foretold,
                    source=self.place.source,
                )
            names = self._named(found, before)
            if verdict is not None and names:
                named = Named(names=names, verdict=verdict, is_complete=True, count=count, is_forecast=foretold)
                yield from claim_of(named, self.rows, self.place, self.noticed)

    def _counts(self, clause: str) -> Iterator[re.Match[str]]:
        """Yield the counts of indicators in a clause, in their order."""
        found = list(_COUNT.finditer(clause))
        taken = [match.span() for match in found]
        among = _AMONG.search(clause)
        others = list(_COUNT_BEHIND.finditer(clause))
        if self.among:
            others += _COUNT_OF_SOME.finditer(clause, among.end() if among else 0)
        for match in others:
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found.append(match)
                taken.append(match.span())
        yield from sorted(found, key=re.Match.start)

    def _named(self, found: re.Match[str], before: str) -> list[str]:
        """Return the indicators that a clause lists before it counts them, or in brackets behind."""
        if found["named"]:
            return self.rows.listed(found["named"].removesuffix("等"))
        if before.endswith("等") or "、" in before:
            return self.rows.listed(before.removesuffix("等"))
        return [before] if self.rows.called(before) else []

    def _of_a_nature(self, clause: str) -> Iterator[VerdictClaim]:
        """Yield what is said of all binding indicators, where the table says which they are."""
        found = _OF_A_NATURE.fullmatch(clause)
        rows = self.rows.natures.get(NATURES[found["nature"]], ()) if found else ()
        if found is None or not rows or not (found["all"] or is_of_all(found["rest"])):
            return
        verdict = verdict_in(found["rest"])
        if verdict is not None:
            foretold = is_forecast(clause)
            yield VerdictClaim(subjects=rows, verdict=verdict, is_forecast=foretold, source=self.place.source)

    def _of_names(self, clause: str) -> Iterator[VerdictClaim]:
        """Yield what is said of indicators that are named and not counted."""
        for found in _VERDICT_BEGINS.finditer(clause[:_LONGEST_NAMES]):
            before, rest = clause[: found.start()], clause[found.start() :]
            counted = _COUNTED_NAMES.fullmatch(before.removeprefix("其中").removesuffix("指标"))
            names = self.rows.listed(counted["names"]) if counted else []
            verdict = None if rest in _BARE else verdict_in(rest)
            if verdict is not None and any(map(self.rows.called, names)):
                foretold = is_forecast(clause)
                named = Named(names=names, verdict=verdict, is_complete=False, is_forecast=foretold)
                yield from claim_of(named, self.rows, self.place, self.noticed)
                return


def _whole(text: str | None) -> int | None:
    number = numeral(text) if text else None
    return None if number is None else int(number.value)
