"""Numbers of a sentence that are no amounts: changes, and what no words tell the subject of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicplan.values import Bound
from civicplan.zh.language.amounts import Amount
from civicplan.zh.language.compared import is_base, is_more_than_other_time, is_share_of_other_time, is_size_of_none
from civicplan.zh.language.phrase import Phrase, Role
from civicplan.zh.language.phrases import find
from civicplan.zh.language.sentences import is_within_name
from civicplan.zh.notices import Notice
from civicplan.zh.words.phrase_words import AMOUNT_ONLY_OF

CHANGE = Notice(
    "change-no-amount", "{amount} is a change or a growth, which an indicator can hold; it was left in the text."
)
UNCOUNTED = Notice(
    "amount-of-nothing",
    "{amount} was not read, as the words beside it do not tell what it counts; it was left in the text.",
)
OF_OTHER_TIME = Notice(
    "share-of-other-time",
    "{amount} is one of the level of another time, and no level by itself; it was left in the text. Add the level if "
    "that of the other time is known.",
)
OF_SIZE = Notice(
    "size-of-none", "{amount} tells of which size the things are that are to be none; it was left in the text."
)
BASE = Notice(
    "base-of-change",
    "{amount} is the level of another time that a change starts from; it was left in the text.",
)
OF_TIME = Notice(
    "length-of-time", "{amount} is a length of time, which is not read as an amount; it was left in the text."
)
#: In these units a bound tells how old persons are, not how long something may take.
_AGES = ("岁", "周岁")
_CHANGES = (Role.CHANGE, Role.POINTS, Role.GROWTH)


def uncounted(text: str, known: Sequence[Amount]) -> Iterator[tuple[Phrase, Notice]]:
    """Yield the numbers in digits that are none of the amounts of a sentence, with what to say of each.

    Times are left aside, except where words bound them: 2个工作日以内.

    Args:
        text: The sentence.
        known: Its amounts.

    >>> [phrase.text for phrase, _ in uncounted("新建书屋3家，力争5家", ())]
    ['3家', '5家']
    """
    starts = {amount.start for amount in known}
    for phrase in find(text):
        is_in_subject = any(phrase.text in amount.subject for amount in known) and not is_base(phrase, text)
        is_told = phrase.start in starts or is_in_subject
        is_time = phrase.unit in AMOUNT_ONLY_OF
        is_limit = isinstance(phrase.printed, Bound) and phrase.unit not in _AGES
        if (
            (is_limit or not is_time)
            and not is_told
            and any(map(str.isdecimal, phrase.text))
            and not is_within_name(text, phrase.start)
        ):
            yield phrase, _notice(phrase, text)


def _notice(phrase: Phrase, text: str) -> Notice:
    if phrase.unit in AMOUNT_ONLY_OF:
        return OF_TIME
    if is_share_of_other_time(phrase, text):
        return OF_OTHER_TIME
    if is_base(phrase, text):
        return BASE
    if is_size_of_none(phrase, text):
        return OF_SIZE
    return CHANGE if phrase.role in _CHANGES or is_more_than_other_time(phrase, text) else UNCOUNTED
