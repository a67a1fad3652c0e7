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
from civicplan.zh.language.uncounted import CHANGE as CHANGE_IN_TEXT
from civicplan.zh.language.uncounted import uncounted
from civicplan.zh.notices import Notice
from civicplan.zh.replies.undone import PROMISED, got, to_come, undone_in
from civicplan.zh.replies.unread import NOT_READ, unread
from civicplan.zh.words.phrase_words import FALLS, FALLS_TO, FROM, NO_CHANGE, RISES, any_of
from civicplan.zh.words.reply_words import NOW, SINCE, THAN, TO_COME, UP_TO

HEDGED = Notice("hedged-fact", "{amount} is not a plain figure, and a fact holds no other; it was left in the text.")
CHANGE = Notice("change-no-fact", "{amount} is a change, which no fact can hold; it was left in the text.")
NO_YEAR = Notice(
    "fact-without-year",
    "Nothing says of which year {time} is, so that the fact has no period; say it, as in zh.read(path, year=2025).",
    left_out=False,
)

#: So many periods before an amount are looked at, and so many signs before each.
_MOST_PERIODS, _NEAR = 4, 12
#: Before the time of a level that a change starts from, or that is compared with: none of another amount.
_OF_OTHER = re.compile(f"(?:[{FROM}比较与同]|{any_of(THAN)}) ?$")
#: Before a level that a change leads to: an amount between a time and it is of that time.
_LED_TO = re.compile(f"(?:{any_of((*RISES, *FALLS, *FALLS_TO, '增', '升'))})(?:{any_of(NO_CHANGE)})[^0-9]{{0,6}}$")
_NOW = re.compile(any_of(NOW))
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
        to_come: Why what each of them says is not done; None where nothing says so.
        periods: The periods that it states.
    """

    text: str
    start: int
    line: Paragraph
    document: Document
    clauses: tuple[Span, ...]
    to_come: tuple[Notice | None, ...]
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
                said.append((CHANGE if notice is CHANGE_IN_TEXT else notice).at(number, span.text, amount=phrase.text))
            for printed, place in unread(span.text):
                said.append(NOT_READ.at(line.line_at(span.start + place), span.text, amount=printed))
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
    spans = tuple(clause for clause in clauses(text) if clause.text.strip())
    return _Sentence(
        text=text,
        start=span.start,
        line=line,
        document=document,
        clauses=spans,
        to_come=(PROMISED,) * len(spans) if is_to_come else tuple(to_come(spans)),
        periods=tuple(found for found in find_periods(text, year) if not is_within_name(text, found.start)),
    )


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
    place = bisect_left(sentence.clauses, amount.end, key=attrgetter("end"))
    clause, notice = sentence.clauses[place], sentence.to_come[place]
    if notice is not None:
        return notice
    if amount.aim is not None and not got(clause.text):
        return PROMISED
    undone = undone_in(clause.text, sentence.text[clause.start : amount.place], amount.phrase.role)
    if undone is not None:
        return undone
    if is_for_each(sentence.text, clause, amount.start):
        return FOR_EACH
    return None if amount.phrase.role in _FIGURES else CHANGE


def _period(amount: Amount, sentence: _Sentence) -> Reading[Period | None]:
    """Return the last period that the sentence states before an amount; None where it states none, or another's."""
    last = _last_period(amount, sentence)
    if last is None or sentence.text.startswith(SINCE, last.end):
        return Reading(value=None)
    if last.needs_year:
        return Reading(value=None, diagnostics=(sentence.at(NO_YEAR, time=last.text),))
    return Reading(value=last.period)


def _last_period(amount: Amount, sentence: _Sentence) -> FoundPeriod | None:
    text = sentence.text
    place = bisect_right(sentence.periods, amount.end, key=attrgetter("end"))
    until = amount.start
    for found in reversed(sentence.periods[max(place - _MOST_PERIODS, 0) : place]):
        before, between = text[max(found.start - _NEAR, 0) : found.start], text[found.end : until]
        if _OF_OTHER.search(before) and not text.startswith(SINCE, found.end):
            until = found.start
            continue
        is_of_other = (until != amount.start or _LED_TO.search(text[max(until - _NEAR, 0) : until])) and any(
            map(str.isdecimal, between)
        )
        is_past = _NOW.search(between) is not None and not (before.endswith(UP_TO) or found.text.startswith(UP_TO))
        return None if is_of_other or is_past else found
    return None
