"""Amounts of a reply in forms that are not read in running text, so that none is lost without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicplan.values import Figure
from civicplan.zh.language.phrases import find
from civicplan.zh.language.sentences import is_within_name
from civicplan.zh.notices import Notice
from civicplan.zh.words.phrase_words import AMOUNT_ONLY_OF, FALLS, FALLS_TO, NO_CHANGE, any_of

NOT_READ = Notice(
    "amount-not-read",
    "{amount} was not read: tenths (九成), spans of time (2天以内) and counts in 期 or 轮 make no fact; it was left in "
    "the text.",
)
#: Tenths, and counts in what is more often a part of a name. A number behind 第 is an ordinal.
_TENTHS = (
    r"[一二两三四五六七八九0-9]成[一二三四五六七八九半多]?(?:以上|以下|以内|左右)?(?![不立为功就员熟果人品长绩效本新])"
)
_COUNTS = r"(?:[0-9]{1,6}|[两三四五六七八九十]{1,3})[期轮](?=$|[，,；;、。）)])"
_UNREAD = re.compile(rf"(?<![第0-9.．百千万]){_TENTHS}|(?<![第0-9.．百千万一二三四五六七八九十]){_COUNTS}")
_LED_TO, _LONGEST_VERB = re.compile(rf"(?:{any_of((*FALLS, *FALLS_TO))})(?:{any_of(NO_CHANGE)})了? ?$"), 8
#: Ages say whom something is for.
_AGES = ("岁", "周岁")


def unread(text: str) -> Iterator[tuple[str, int]]:
    """Yield the amounts of a sentence in such forms, each with its place.

    >>> list(unread("收缴率达到九成以上，办理时间压缩到2天以内，办培训班两期"))
    [('九成以上', 5), ('两期', 26), ('2天以内', 17)]
    """
    for found in _UNREAD.finditer(text):
        if not is_within_name(text, found.start()):
            yield found[0], found.start()
    for phrase in find(text):
        if phrase.unit not in AMOUNT_ONLY_OF or phrase.unit in _AGES or is_within_name(text, phrase.start):
            continue
        before = text[max(phrase.start - _LONGEST_VERB, 0) : phrase.start]
        if not isinstance(phrase.printed, Figure) or _LED_TO.search(before):
            yield phrase.text, phrase.start
