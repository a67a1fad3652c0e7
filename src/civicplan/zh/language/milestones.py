"""Milestones of a task: what is to happen, and the window that its date opens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from civicplan.reading import Diagnostic, Diagnostics, Reading
from civicplan.values import Period
from civicplan.zh.language.periods import FoundPeriod, find_periods
from civicplan.zh.language.sentences import Span, clauses, is_within_name
from civicplan.zh.notices import Notice
from civicplan.zh.words.numeral_words import DIGITS
from civicplan.zh.words.period_words import (
    AFTER_YEAR,
    BEFORE_YEAR,
    FROM,
    IS_DONE,
    NO_DEADLINE_AFTER,
    NO_DEADLINE_BEFORE,
    ONLY_WHEN,
    THROUGH,
)

NO_YEAR = Notice(
    "milestone-without-year",
    "Nothing says of which year {time} is, and no milestone was made of it. Say it, as in zh.read(path, year=2025).",
)
NO_PERIOD = Notice(
    "not-in-calendar", "{time} is not in the calendar, and no milestone was made of it. Compare it with the original."
)
PAST = Notice("past-date", "{time} lies before the time of the plan, and no milestone was made of it.")
NO_DEADLINE = Notice(
    "no-deadline", "{time} does not say by when something is to be done, and no milestone was made of it."
)
ASSUMED = Notice(
    "assumed-window",
    "{time} leaves open where it ends; it was read as {period}, the longer time. Set the date by hand where "
    "less is meant.",
    left_out=False,
)

_DIGITS = frozenset(f"0123456789{DIGITS}")


class Step(NamedTuple):
    """A step with a date, in a sentence.

    Attributes:
        title: What is to happen, with its date.
        due: The window.
        place: Where its date stands in the sentence.
        says_only_when: Whether its words say nothing besides the date.
        start: Where the words begin that its date speaks of: its clause, or what stands before it where that says no
            more than that it is to be done by then.
        end: The place behind their last character.
    """

    title: str
    due: Period
    place: int
    says_only_when: bool
    start: int
    end: int


def read_steps(
    sentence: str, *, line: int, year: int | None, plan: Period | None, with_years: bool = False
) -> Reading[tuple[Step, ...]]:
    """Return the steps of a sentence that have a date, each told from behind the one before it.

    A year alone is a date only beside a word that says so; 2025年运动会 is a name. So is whatever stands within quotes.

    Args:
        sentence: The sentence.
        line: Its line, for diagnostics.
        year: The year of months and quarters that state none.
        plan: The time of the plan; what is over before it is no step.
        with_years: Whether a year alone is a date whatever stands beside it, as for the time of an amount.

    >>> reading = read_steps("先建书吧，6月开放，拟于9—10月，举办2025年书展", line=1, year=2025, plan=None)
    >>> [(step.title, str(step.due)) for step in reading.value]
    [('先建书吧，6月开放', '2025-06'), ('拟于9—10月，举办2025年书展', '2025-09/2025-10')]
    """
    said: list[Diagnostic] = []
    dated: list[tuple[FoundPeriod, Period]] = []
    for found in find_periods(sentence, year):
        notice = _why_no_step(found, sentence, plan)
        if notice is not None:
            said.append(notice.at(line, sentence, time=found.text))
        elif found.period is not None and _is_date(found, sentence, with_years=with_years):
            dated.append((found, found.period))
            if found.is_assumed:
                said.append(ASSUMED.at(line, sentence, time=found.text, period=found.period))
    spans = list(clauses(sentence))
    ends = _ends_of_steps(sentence, spans, [found for found, _ in dated])
    steps: list[Step] = []
    start = 0
    for (found, due), end in zip(dated, ends, strict=True):
        title = sentence[start:end].strip("，, 、") or found.text
        clause = spans[bisect_left(spans, found.end, key=_end)]
        begin = start if _says_it_is_done(clause, found) else max(start, min(clause.start, found.start))
        steps.append(Step(title, due, found.start, _is_only_when(title, found), begin, end))
        start = max(start, end)
    return Reading(value=tuple(steps), diagnostics=Diagnostics(said))


def _why_no_step(found: FoundPeriod, sentence: str, plan: Period | None) -> Notice | None:
    """Return what is to be said of a time that is no date of a step; None where nothing is."""
    if is_within_name(sentence, found.start):
        return None
    if _begins_or_compares(found, sentence):
        return NO_DEADLINE
    if found.period is None:
        return NO_YEAR if found.needs_year else NO_PERIOD
    if plan is not None and found.period.end_key <= plan.start_key:
        return PAST if _is_date(found, sentence) else None
    return None


def _begins_or_compares(found: FoundPeriod, sentence: str) -> bool:
    before, after = sentence[: found.start], sentence[found.end :]
    begins = before.endswith(FROM) and not any(sign in found.text[1:] for sign in THROUGH)
    is_so_far = found.text.endswith(NO_DEADLINE_AFTER) or found.text.startswith(NO_DEADLINE_BEFORE)
    return begins or is_so_far or before.endswith(NO_DEADLINE_BEFORE) or after.startswith(NO_DEADLINE_AFTER)


def _is_date(found: FoundPeriod, sentence: str, *, with_years: bool = False) -> bool:
    """Return whether a time is a date, and no part of a name."""
    if is_within_name(sentence, found.start):
        return False
    if with_years or found.is_deadline or not set(found.text.removesuffix("年")) <= _DIGITS:
        return True
    before, after = sentence[: found.start], sentence[found.end :]
    return before.endswith(BEFORE_YEAR) or after.startswith(AFTER_YEAR)


def _end(span: Span) -> int:
    return span.end


def _is_only_when(words: str, date: FoundPeriod) -> bool:
    rest = words.replace(date.text, "", 1).strip("：: ")
    return not rest or rest in ONLY_WHEN


def _says_it_is_done(clause: Span, date: FoundPeriod) -> bool:
    """Return whether a clause says of what stands before it that it is to be done by its date: 2027年底前全部完成."""
    words = clause.text[date.end - clause.start :].strip()
    return clause.text.startswith(date.text, len(clause.text) - len(clause.text.lstrip())) and words in IS_DONE


def _ends_of_steps(sentence: str, spans: Sequence[Span], dates: Sequence[FoundPeriod]) -> Iterator[int]:
    """Yield where the step of each date ends: with its clause, or with the next one where it says no more than when."""
    of_dates = [bisect_left(spans, date.end, key=_end) for date in dates]
    for date, place, following in zip_longest(dates, of_dates, of_dates[1:]):
        if following == place:
            pause = sentence.find("、", date.end, spans[place].end)
            yield pause if pause >= 0 else spans[place].end
        elif following != place + 1 < len(spans) and _says_only_when(spans[place], date):
            yield spans[place + 1].end
        else:
            yield spans[place].end


def _says_only_when(clause: Span, date: FoundPeriod) -> bool:
    """Return whether a clause has nothing behind its date, and nothing before it but words such as 拟于."""
    before = clause.text[: date.start - clause.start].strip()
    while word := next((word for word in ONLY_WHEN if before.endswith(word)), ""):
        before = before.removesuffix(word).strip()
    return not before and not clause.text[date.end - clause.start :].strip("：: ")
