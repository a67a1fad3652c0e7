"""Subjects: what an amount is about, from the words before its number and behind it."""

from __future__ import annotations

import re

from civicplan.zh.language.periods import find_periods, period_at
from civicplan.zh.language.sentences import hide
from civicplan.zh.words.amount_words import ADVERBS, AND_SO_ON, BEHIND, ENDINGS, LEADING, LISTED, TRAILING, VERBS
from civicplan.zh.words.list_numbers import BRACKETED, NUMBERED, SPOKEN
from civicplan.zh.words.phrase_words import FALLS, OBTAINED, RESPECTIVELY, RISES, TO, any_of

#: Nothing longer is looked at before a number, nor behind it.
_LONGEST_BEFORE, _LONGEST_BEHIND = 200, 40
_VERB = re.compile(any_of(VERBS))
_LEADING = re.compile(
    rf"[ \u3000*#—\-]|(?:{any_of(LISTED)})|(?:{any_of(LEADING)})|争取(?![到了]?(?:{any_of(OBTAINED)}))|"
    rf"{SPOKEN}|(?:{NUMBERED})(?![0-9])|{BRACKETED}"
)
_ADVERB = re.compile(any_of(ADVERBS))
_TRAILING = re.compile(rf"(?:{any_of((*TRAILING, *LISTED))})$")
_ENDING = re.compile(rf"(?:{any_of((*ENDINGS, *LISTED))})$")
#: 及 behind these signs is a part of another word: 惠及, 普及.
_BEHIND, _LISTED = re.compile(any_of(BEHIND)), re.compile(rf"(?<![惠普涉遍触顾])(?:{any_of(LISTED)})")
_COMMA = re.compile("、")
#: A number that is none of its own belongs to another thing of the list.
_AFTER_OTHER_NUMBER = re.compile(r".*[0-9](?![0-9]*[年月日])[^、0-9]*、", re.DOTALL)
#: A change to a level: from another one, and with its verb.
_FROM_LEVEL = re.compile(r"[从由自][^从由自、]{0,60}[0-9][^从由自、]{0,60}$")
_TO_LEVEL = re.compile(rf"(?:{any_of((*RISES, *FALLS))})(?:{any_of(TO)})$")
_END_OF_TIME, _LONGEST_TIME = ("年", "月", "底", "末", "份", "度"), 24
_LONGEST_VERB = max(map(len, VERBS))


def words_before(text: str) -> str:
    """Return what stands before a number without times, adverbs and the verbs that only lead to it.

    >>> words_before("2.力争到2025年加快新建书屋达到"), words_before("围绕2024年建设、改造")
    ('新建书屋', '建设、改造')
    """
    rest = text[-_LONGEST_BEFORE:].strip()
    while rest != (rest := _without_first(rest)):
        pass
    if other := _AFTER_OTHER_NUMBER.match(hide(rest)):
        rest = rest[other.end() :]
    while rest != (rest := _without_last(rest)):
        pass
    return rest


def _without_last(rest: str) -> str:
    for ending in (_FROM_LEVEL, _TO_LEVEL, _TRAILING):
        if found := ending.search(rest):
            return rest[: found.start()]
    times = find_periods(rest[-_LONGEST_TIME:]) if rest.endswith(_END_OF_TIME) else ()
    return rest.removesuffix(times[-1].text) if times else rest


def _without_first(rest: str) -> str:
    if found := _LEADING.match(rest):
        return rest[found.end() :]
    if time := period_at(rest, 0):
        return rest[time.end :]
    adverb = _ADVERB.match(rest)
    if adverb and (not rest[adverb.end() :] or _follows_adverb(rest, adverb.end())):
        return rest[adverb.end() :]
    return rest


def _follows_adverb(rest: str, place: int) -> bool:
    return any(pattern.match(rest, place) for pattern in (_VERB, _ADVERB, _LEADING)) or bool(period_at(rest, place))


def ends_with_verb(before: str) -> bool:
    """Return whether words end with a verb whose object is still to come.

    >>> ends_with_verb("建设、改造"), ends_with_verb("新建书屋")
    (True, False)
    """
    return any(before[-length:] in VERBS for length in range(1, _LONGEST_VERB + 1))


def starts_with_verb(text: str) -> bool:
    """Return whether words start with a verb, so that they say what is done and not what is counted."""
    return _VERB.match(text) is not None


def needs_object(before: str) -> bool:
    """Return whether what is counted stands behind the number: there is nothing before it, or a verb, or 等."""
    return not before or before.endswith(AND_SO_ON) or ends_with_verb(before)


def object_behind(text: str, *, is_last: bool) -> tuple[str, int]:
    """Return what is counted behind a number, and how long its text is; nothing where another thing begins.

    Args:
        text: The text behind the number, to the end of the clause or to the next number.
        is_last: True where no other number of the clause follows.

    >>> object_behind("家书房均已建成", is_last=True), object_behind("本科院校和", is_last=False)
    (('家书房', 3), ('本科院校', 4))
    """
    near = hide(text[:_LONGEST_BEHIND])
    ends = (found.start() for found in (_BEHIND.search(near), None if is_last else _LISTED.search(near)) if found)
    end = min(ends, default=len(near))
    thing = text[:end].strip().removeprefix("的")
    while (shorter := _ENDING.sub("", thing)) != thing:
        thing = shorter
    return thing, end


def subject_from(before: str, thing: str) -> str:
    """Return the subject that words before a number and the thing behind it make together.

    >>> subject_from("建设甲山、乙山等", "风光带"), subject_from("新签约", "项目"), subject_from("送书下乡", "")
    ('建设风光带', '新签约项目', '送书下乡')
    """
    if before.endswith(AND_SO_ON):
        verb = _VERB.match(before)
        before = (verb[0] if verb else "") if thing else before.removesuffix(AND_SO_ON)
    return f"{before}{thing}"


def things_of(before: str, count: int) -> tuple[str, ...]:
    """Return the things before 分别 where they are as many as the numbers behind it; else all of them for each number.

    >>> things_of("GDP、收入分别", 2), things_of("甲、乙、丙分别", 2)
    (('GDP', '收入'), ('甲、乙、丙', '甲、乙、丙'))
    """
    listed = before.removesuffix(RESPECTIVELY)
    for signs in (_LISTED, _COMMA):
        cuts = [found.span() for found in signs.finditer(hide(listed))]
        if len(cuts) == count - 1:
            starts, ends = (0, *(end for _, end in cuts)), (*(start for start, _ in cuts), len(listed))
            return tuple(listed[start:end].strip() for start, end in zip(starts, ends, strict=True))
    return (listed,) * count
