"""Amounts for each of several: 每 and 各 before a number leave open how much it all is."""

from __future__ import annotations

import re

from civicplan.zh.language.sentences import Span
from civicplan.zh.notices import Notice
from civicplan.zh.words.amount_words import EACH, PLACES, TOGETHER
from civicplan.zh.words.phrase_words import any_of

FOR_EACH = Notice(
    "amount-for-each",
    "{amount} is, or may be, for each of several (每, 各) and not for all of them; it was left in the text.",
)

#: No farther before an amount is looked for what makes it one for each.
_FARTHEST = 300
_OF_PLACES = re.compile(f"各(?:{any_of(PLACES)})")


def is_for_each(sentence: str, clause: Span, place: int) -> bool:
    """Return whether an amount may be one for each of several.

    It may where 每 stands in its clause, or where 各 and a word for places or offices stand before it, in the clause or
    at the beginning of the sentence; a word such as 共 between them makes it the sum.

    Args:
        sentence: The sentence.
        clause: The clause that the amount stands in.
        place: Where the amount begins in the sentence.

    >>> words = "各县（市、区）新建书屋3家"
    >>> is_for_each(words, Span(words, 0), 12), is_for_each("各县共建书屋30家", Span("各县共建书屋30家", 0), 6)
    (True, False)
    """
    if EACH in clause.text:
        return True
    found = _OF_PLACES.search(sentence, max(clause.start, place - _FARTHEST), place) or _OF_PLACES.match(sentence)
    if found is None:
        return False
    between = sentence[max(found.end(), place - _FARTHEST) : place]
    return not any(word in between for word in TOGETHER)
