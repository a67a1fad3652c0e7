"""Facts of a reply: the figures that its sentences state about what was done."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable
from operator import attrgetter
from typing import NamedTuple

from civicplan.model.reply import Fact
from civicplan.reading import Diagnostic, Diagnostics, Reading
from civicplan.values import Figure, Period, Source
from civicplan.zh.document import Document, Paragraph
from civicplan.zh.language.amounts import Amount, amounts
from civicplan.zh.language.for_each import FOR_EACH, is_for_each
from civicplan.zh.language.periods import FoundPeriod, find_periods
from civicplan.zh.language.phrase import Role
from civicplan.zh.language.sentences import Span, clauses, is_within_name, sentences
from civicplan.zh.language.uncounted import UNCOUNTED, uncounted
from civicplan.zh.notices import Notice
from civicplan.zh.words.amount_words import VERBS
from civicplan.zh.words.list_numbers import SPOKEN
from civicplan.zh.words.phrase_words import any_of
from civicplan.zh.words.reply_words import (
    NEEDS,
    NO_NEEDS,
    NO_PROMISES,
    PROMISES_BEGIN,
    PROMISES_WITHIN,
    SINCE,
    TO_COME,
    UNDER_WAY_BEFORE,
)

HEDGED = Notice("hedged-fact", "{amount} is not a plain figure, and a fact holds no other; it was left in the text.")
PROMISED = Notice("no-fact-yet", "{amount} is promised, not done; it was left in the text.")
UNDER_WAY = Notice("no-fact-yet", "{amount} is of work under way, not done; it was left in the text.")
NEEDED = Notice("needed-no-fact", "{amount} is what is needed, not what was done; it was left in the text.")
CHANGE = Notice("change-no-fact", "{amount} is a change, which no fact can hold; it was left in the text.")
NO_YEAR = Notice(
    "fact-without-year",
    "Nothing says of which year {time} is, so that the fact has no period; say it, as in zh.read(path, year=2025).",
    left_out=False,
)

#: 二是 and the like before a clause.
_SPOKEN = re.compile(rf"^(?:{SPOKEN}|另外|此外|同时|其中)[：:，,]?")
#: Words of what is to come before a verb or a time; elsewhere they are parts of other words: 投资计划, 模拟, 将其.
_PLANNED = re.compile(
    rf"(?:(?<![按照资度作设业项原])计划|(?<![模虚])拟|将)(?:再|继续|进一步|陆续|逐步)?(?:{any_of(VERBS)}|[0-9]{{4}}年)"
)
#: Words in which a word for a need is none.
_NO_NEEDS = re.compile(any_of(NO_NEEDS))
#: A change in percent or in points is none of these.
_FIGURES = (Role.AMOUNT, Role.SHARE)


class _Sentence(NamedTuple):
    """A sentence of a document.

    Attributes:
        text: Its words.
        start: Where it begins in the line.
        line: The line.
        document: The document.
        clauses: Its clauses.
        promised_from: Where in it a promise begins; None where none does.
        done: The places of the clauses that say of something that it was got.
        periods: The periods that it states.
    """

    text: str
    start: int
    line: Paragraph
    document: Document
    clauses: tuple[Span, ...]
    promised_from: int | None
    done: tuple[range, ...]
    periods: tuple[FoundPeriod, ...]

    def at(self, notice: Notice, **words: object) -> Diagnostic:
        """Return what a notice says of the sentence."""
        return notice.at(self.line.line_at(self.start), self.text, **words)

    def source(self, amount: Amount) -> Source:
        """Return where the number of an amount stands."""
        return self.document.source(self.line.line_at(self.start + amount.place))


def facts_of(
    lines: Iterable[Paragraph], document: Document, year: int | None, promised: Container[int] = ()
) -> Reading[tuple[Fact, ...]]:
    """Return the figures that the lines state about what was done; what is promised or hedged is none.

    Args:
        lines: The lines.
        document: The document.
        year: The year of words such as 今年, and of months that state none.
        promised: The numbers of the lines that speak of what is to come.
    """
    said: list[Diagnostic] = []
    facts: list[Fact] = []
    for line in lines:
        is_to_come = line.line in promised
        for span in sentences(line.text):
            is_to_come = is_to_come or span.text.startswith(TO_COME)
            found = amounts(span.text, year=year)
            for phrase, notice in uncounted(span.text, found):
                number = line.line_at(span.start + phrase.start)
                said.append((CHANGE if notice is not UNCOUNTED else notice).at(number, span.text, amount=phrase.text))
            if not found:
                continue
            sentence = _sentence(span, line, document, year, is_to_come=is_to_come)
            for amount in found:
                fact = _fact(amount, sentence)
                facts += fact.value
                said += fact.diagnostics
    return Reading(value=tuple(facts), diagnostics=Diagnostics(dict.fromkeys(said)))


def _sentence(span: Span, line: Paragraph, document: Document, year: int | None, *, is_to_come: bool) -> _Sentence:
    text = span.text
    spans = [clause for clause in clauses(text) if clause.text.strip()]
    done = tuple(range(span.start, span.end) for span in spans if any(word in span.text for word in NO_PROMISES))
    promises = [span.start for span in spans if _is_promise(span.text.strip())]
    return _Sentence(
        text=text,
        start=span.start,
        line=line,
        document=document,
        clauses=tuple(spans),
        promised_from=0 if is_to_come else next(iter(promises), None),
        done=done,
        periods=tuple(found for found in find_periods(text, year) if not is_within_name(text, found.start)),
    )


def _is_promise(clause: str) -> bool:
    if any(word in clause for word in NO_PROMISES):
        return False
    begins = _SPOKEN.sub("", clause).startswith(PROMISES_BEGIN)
    return begins or any(word in clause for word in PROMISES_WITHIN) or _PLANNED.search(clause) is not None


def _fact(amount: Amount, sentence: _Sentence) -> Reading[tuple[Fact, ...]]:
    """Return the fact that an amount states, or why it is none."""
    figure, why_not = amount.phrase.printed, _why_no_fact(amount, sentence)
    if why_not is not None or not isinstance(figure, Figure):
        return Reading(value=(), diagnostics=(sentence.at(why_not or HEDGED, amount=amount.phrase.text),))
    period = _period(amount, sentence)
    fact = Fact(
        subject={"zh": amount.subject},
        figure=figure,
        unit=amount.unit,
        period=period.value,
        source=sentence.source(amount),
    )
    return Reading(value=(fact,), diagnostics=period.diagnostics)


def _why_no_fact(amount: Amount, sentence: _Sentence) -> Notice | None:
    place = bisect_right(sentence.done, amount.start, key=attrgetter("start"))
    is_done = place > 0 and amount.start in sentence.done[place - 1]
    is_promised = sentence.promised_from is not None and sentence.promised_from <= amount.start
    if is_promised or (amount.aim is not None and not is_done):
        return PROMISED
    clause = sentence.clauses[bisect_left(sentence.clauses, amount.end, key=attrgetter("end"))]
    before = sentence.text[clause.start : amount.start]
    if any(word in before for word in UNDER_WAY_BEFORE):
        return UNDER_WAY
    if any(word in _NO_NEEDS.sub("", clause.text) for word in NEEDS):
        return NEEDED
    if is_for_each(sentence.text, clause, amount.start):
        return FOR_EACH
    return None if amount.phrase.role in _FIGURES else CHANGE


def _period(amount: Amount, sentence: _Sentence) -> Reading[Period | None]:
    """Return the last period that the sentence states before an amount; None where it states none."""
    place = bisect_right(sentence.periods, amount.end, key=attrgetter("end"))
    last = sentence.periods[place - 1] if place else None
    if last is None or sentence.text.startswith(SINCE, last.end):
        return Reading(value=None)
    if last.needs_year:
        return Reading(value=None, diagnostics=(sentence.at(NO_YEAR, time=last.text),))
    return Reading(value=last.period)
