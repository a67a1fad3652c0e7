"""Amounts: the quantified promises and facts of running text, each with what is counted.

An amount is a phrase of `civicplan.zh.language.phrases` with a subject. The subject is made of the words of its clause,
which ends at ，；。：, at a cell and at a line; brackets and quotation marks keep what is in them together:

- what stands before the number, from the last amount of the clause on, without times, 力争 and adverbs: 送书下乡6万册
  is about 送书下乡;
- and, where that is a verb of `civicplan.zh.words.amount_words.VERBS` or nothing, what stands behind it, up to the next
  verb: 建设、改造1万间乡村旅游客房 is about 建设、改造乡村旅游客房;
- of a list that ends in 等, the verb before it and what stands behind the number: 建设甲山、乙山等5条风光带 is about
  建设风光带;
- of as many things as numbers with 分别, each has its own: GDP、收入分别增长7%、8%.

What is no amount: numbers in quotation marks and titles, which are names; numbers in characters, unless they stand
right behind such a verb, at the end of a clause, or in a list that began so; the first of a change from one level to
another (由3家增加到5家); what tells of which size the things are that are counted (5亿元以上项目20个); times (24小时);
ranks (前3名); and what has no words to say what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from civicplan.values import Bound, Figure
from civicplan.zh.language.compared import is_compared
from civicplan.zh.language.phrase import Phrase, Role
from civicplan.zh.language.phrases import find
from civicplan.zh.language.sentences import Clause, Clauses
from civicplan.zh.language.subjects import (
    ends_with_verb,
    needs_object,
    object_behind,
    starts_with_verb,
    subject_from,
    things_of,
    words_before,
)
from civicplan.zh.words.amount_words import ARTICLES, LISTED, MONEY, OF_SIZE, RANKED, RANKS, TELLS_WHICH
from civicplan.zh.words.phrase_words import (
    AMOUNT_ONLY_OF,
    FALLS,
    FALLS_TO,
    FROM,
    HEDGES,
    NO_CHANGE,
    PERCENT,
    RATES_OF_RISE,
    RESPECTIVELY,
    RISES,
    TO,
    any_of,
)


@frozen(kw_only=True)
class Amount:
    """A quantified promise or fact: what is counted, and the phrase that says how much.

    Attributes:
        subject: What is counted, in the words of the text.
        phrase: The number with its bound, its unit and its place.
        aim: The word before it that says how sure it is, such as 力争 or 确保; None where there is none.
        is_fall_to: True for the level that a fall leads to, as in 降至8%: without a word that bounds it, that is a cap.
    """

    subject: str
    phrase: Phrase
    aim: str | None = None
    is_fall_to: bool = False

    @property
    def bound(self) -> Bound:
        """The acceptable values of what is promised; a bare number is a floor, and one that is fallen to is a cap."""
        if self.is_fall_to and isinstance(self.phrase.printed, Figure):
            return Bound.at_most(self.phrase.printed)
        bound = self.phrase.bound
        assert bound is not None, "a ratio is no amount"
        return bound

    @property
    def unit(self) -> str | None:
        """The unit as it is printed."""
        return self.phrase.unit

    @property
    def start(self) -> int:
        """Where the phrase begins in the text, counted from 0."""
        return self.phrase.start

    @property
    def place(self) -> int:
        """Where its number begins in the text."""
        return self.phrase.place

    @property
    def end(self) -> int:
        """The place behind the last character of the phrase."""
        return self.phrase.end

    @property
    def is_hedged(self) -> bool:
        """True where a word such as 力争 or 预计 leaves it open whether it will be kept; it changes no bound."""
        return self.aim in HEDGES


def amounts(text: str, *, year: int | None = None) -> tuple[Amount, ...]:
    """Return the quantified promises and facts of a text, in their order.

    Args:
        text: The text, repaired.
        year: The reference year, for changes against 上年 or the like.

    >>> for amount in amounts("力争全年新建书屋3家、驿站5个以上。送书下乡6万册"):
    ...     print(amount.subject, amount.bound, amount.unit, amount.is_hedged)
    新建书屋 ≥3 家 True
    驿站 ≥5 个 True
    送书下乡 ≥6E+4 册 False
    """
    phrases = [phrase for phrase in find(text, year=year) if _may_be_amount(phrase, text)]
    if not phrases:
        return ()
    clauses = Clauses(text)
    members: dict[Clause, list[Phrase]] = {}
    for phrase in phrases:
        clause = clauses.at(phrase.start)
        if clause is not None:
            members.setdefault(clause, []).append(phrase)
    found = (amount for clause, inside in members.items() for amount in _of_clause(clauses, clause, text, inside))
    return tuple(sorted(found, key=lambda amount: amount.start))


def _may_be_amount(phrase: Phrase, text: str) -> bool:
    before = text[max(phrase.start - _LONGEST_FROM, 0) : phrase.start]
    is_rank = phrase.unit in RANKED and before.endswith(RANKS)
    is_other = is_rank or _FROM_LEVEL.search(before) is not None or is_compared(phrase, text)
    return phrase.bound is not None and not is_other


#: Before the level that a change starts from, and between that and the level that it leads to.
_FROM_LEVEL, _LONGEST_FROM = re.compile(rf"(?<!来)[{FROM}](?: ?[0-9]{{4}} ?年[末底]?的?)? ?$"), 12
_TO_LEVEL = re.compile(rf" ?(?:{any_of((*RISES, *FALLS, *RATES_OF_RISE))})?(?:{any_of(TO)})")
_FALLING = re.compile(rf"(?:{any_of((*FALLS, *FALLS_TO))})$")
_FALL_TO = re.compile(rf"(?:{any_of((*FALLS, *FALLS_TO))})(?:{any_of(NO_CHANGE)}) ?$")


class _Group(NamedTuple):
    """Numbers that follow each other with nothing but commas between: one, or the several of a list."""

    phrases: tuple[Phrase, ...]

    @property
    def start(self) -> int:
        return self.phrases[0].start

    @property
    def end(self) -> int:
        return self.phrases[-1].end

    @property
    def is_in_digits(self) -> bool:
        """True unless the first number is one in characters that counts things."""
        first = self.phrases[0]
        return first.unit == PERCENT or any(sign.isdecimal() for sign in first.text)


_ENDS_LISTED, _LONGEST_LISTED = re.compile(rf"(?:{any_of(LISTED)}) ?$"), 4
_ONLY_LISTED = re.compile(rf" ?(?:{any_of(LISTED)}) ?")


def _groups(text: str, phrases: Sequence[Phrase]) -> Iterator[_Group]:
    """Yield the lists of numbers; one right behind another tells more of the same thing: 2台100万千瓦机组."""
    group: list[Phrase] = []
    last = None
    for phrase in phrases:
        between = None if last is None else text[last.end : phrase.start]
        if between is not None and not between.strip():
            if last is not None and last.text.endswith(TELLS_WHICH) and group == [last]:
                group, last = [phrase], phrase  # 其中10亿元以上2个 are two
            continue
        if group and (between is None or not _ONLY_LISTED.fullmatch(between)):
            yield _Group(tuple(group))
            group = []
        group.append(phrase)
        last = phrase
    if group:
        yield _Group(tuple(group))


def _of_clause(clauses: Clauses, clause: Clause, text: str, phrases: Sequence[Phrase]) -> Iterator[Amount]:
    """Yield the amounts of one clause from the left; each begins where the one before it, with its object, ends."""
    groups = list(_groups(text, phrases))
    begin, is_in_list = clause.start, False
    for place, group in enumerate(groups):
        is_last = place == len(groups) - 1
        until = clause.end if is_last else groups[place + 1].start
        if _tells_which(group, text[begin : group.start], text[group.end : until], groups[place + 1 :]):
            continue
        if not is_last and _TO_LEVEL.match(text, group.end, until):
            continue
        begin_of_words = max(begin, group.start - _LONGEST_FROM)
        before = _words_before(text[begin : group.start])
        if not (group.is_in_digits or _is_spelled_amount(group, before, clause, is_in_list=is_in_list)):
            continue
        thing, length = object_behind(text[group.end : until], is_last=is_last)
        if thing[:1].isdecimal() and [thing] == [phrase.text for phrase in find(thing)]:
            thing = ""  # 5条12.6公里 tells no more of what is counted
        takes_object = needs_object(before) or (is_last and group.phrases[0].role is Role.AMOUNT)
        begin = group.end + (length if takes_object else 0)
        is_in_list = not group.is_in_digits
        for subject, phrase in zip(_subjects(group, before, thing if takes_object else ""), group.phrases, strict=True):
            if subject and _counts(phrase, subject):
                is_fall_to = _FALL_TO.search(text[begin_of_words : phrase.start]) is not None
                yield Amount(
                    subject=_FALLING.sub("", subject) or subject if is_fall_to else subject,
                    phrase=phrase,
                    aim=clauses.aim_at(phrase.start),
                    is_fall_to=is_fall_to,
                )


def _tells_which(group: _Group, before: str, behind: str, others: Sequence[_Group]) -> bool:
    """Return whether a number tells which things are counted, not how many: 5亿元以上项目20个, 总长9公里的绿道2条."""
    last, of_money = group.phrases[-1], group.phrases[-1].unit == MONEY
    is_tied = last.text.endswith(TELLS_WHICH) or behind.startswith("的")
    thing, _ = object_behind(behind, is_last=False)
    if not thing or starts_with_verb(thing):
        return False
    if others and thing == words_before(behind.removeprefix("的")) and not ends_with_verb(thing):
        counted = others[0].phrases[0]
        is_share = counted.role is Role.SHARE and is_tied
        is_count = counted.role is Role.AMOUNT and counted.unit not in (None, MONEY)
        return is_share or (is_count and (is_tied or (of_money and needs_object(words_before(before)))))
    return of_money and is_tied and thing.endswith(OF_SIZE)


def _words_before(text: str) -> str:
    """Return the words before a number; those before a comma of a list speak of another thing."""
    return "" if _ENDS_LISTED.search(text[-_LONGEST_LISTED:]) else words_before(text)


def _is_spelled_amount(group: _Group, before: str, clause: Clause, *, is_in_list: bool) -> bool:
    """Return whether a number in characters is an amount: behind a verb, at the end of a clause, or in such a list."""
    if group.phrases[0].text in ARTICLES:
        return False
    return ends_with_verb(before) or group.end == clause.end or (is_in_list and not before)


def _subjects(group: _Group, before: str, thing: str) -> tuple[str, ...]:
    count = len(group.phrases)
    if RESPECTIVELY in before[-len(RESPECTIVELY) :] or RESPECTIVELY in group.phrases[0].text:
        return things_of(before, count)
    return (subject_from(before, thing),) * count


def _counts(phrase: Phrase, subject: str) -> bool:
    """Return whether a unit of time is one of the few things that are amounts in it."""
    endings = AMOUNT_ONLY_OF.get(phrase.unit or "")
    return endings is None or subject.endswith(tuple(endings))
