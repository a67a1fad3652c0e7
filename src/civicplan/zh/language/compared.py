"""Numbers that are told against another time, and sizes of what is to be none: no amounts by themselves."""

from __future__ import annotations

import re

from civicplan.values import BoundKind
from civicplan.zh.language.phrase import Phrase, Role
from civicplan.zh.words.amount_words import MONEY
from civicplan.zh.words.period_words import YEARS
from civicplan.zh.words.phrase_words import BASES, BEFORE, FALLS, FROM, RATES_OF_FALL, RATES_OF_RISE, RISES, TO, any_of

#: No farther before a number is looked at.
_FARTHEST = 40
_TIME = rf"(?:(?:19|20)[0-9]{{2}} ?年|{any_of((*YEARS, '前年', '年初'))})(?:同期|水平|末|底|全年)?"
_REACHING = (*TO, "相当于", "达", "为", "是", *BEFORE[BoundKind.AT_LEAST], *BEFORE[BoundKind.ABOVE])
_LEVEL_OF_OTHER = re.compile(rf"(?:{any_of(_REACHING)}) ?{_TIME}(?:水平|同期)?的? ?$")
_FROM_ONE_TO_OTHER = re.compile(rf"[{FROM}] ?{_TIME}的?[^，,。；;]*(?:{any_of((*RISES, *FALLS))})[^，,。；;]*$")
_MORE = rf"[多少高低]出?|(?:新增|{any_of((*RISES, *FALLS))})[^，,。；;、0-9]{{0,12}}"
_MORE_THAN_OTHER = re.compile(rf"(?:[比较] ?{_TIME}(?:相比)?|{any_of(BASES)})(?:{_MORE}) ?$")
_CHANGE = any_of((*RISES, *FALLS, *RATES_OF_RISE, *RATES_OF_FALL))
_BASE, _CHANGED = re.compile(rf"[比较] ?{_TIME}的? ?$"), re.compile(rf" ?(?:翻番|[多少高低]|{_CHANGE})")
_TO_BE_NONE = re.compile("的?[^，,。；;、0-9]{0,12}(?:全部|动态)?(?:清零|归零|为零)")


def is_share_of_other_time(phrase: Phrase, text: str) -> bool:
    """Return whether a number is a share or a multiple of the level of another time: 恢复到2019年的80%.

    由2020年的60%提高到2025年的80% leads from one level to another, and 80% is that of 2025.
    """
    before = _before(phrase, text)
    is_part = phrase.role is Role.SHARE or phrase.unit == "倍"
    return is_part and _LEVEL_OF_OTHER.search(before) is not None and _FROM_ONE_TO_OTHER.search(before) is None


def is_more_than_other_time(phrase: Phrase, text: str) -> bool:
    """Return whether a number is a difference from another time: 较上年多2家."""
    return _MORE_THAN_OTHER.search(_before(phrase, text)) is not None


def is_base(phrase: Phrase, text: str) -> bool:
    """Return whether a number is the level of another time that a change starts from: 较2022年的20万元增长5%."""
    return _BASE.search(_before(phrase, text)) is not None and _CHANGED.match(text, phrase.end) is not None


def is_size_of_none(phrase: Phrase, text: str) -> bool:
    """Return whether money tells the size of what is to be none: 5000万元以下项目清零."""
    return phrase.unit == MONEY and _TO_BE_NONE.match(text, phrase.end) is not None


def is_compared(phrase: Phrase, text: str) -> bool:
    """Return whether a number is no amount for one of these reasons."""
    reasons = (is_share_of_other_time, is_more_than_other_time, is_base, is_size_of_none)
    return any(is_so(phrase, text) for is_so in reasons)


def _before(phrase: Phrase, text: str) -> str:
    return text[max(phrase.start - _FARTHEST, 0) : phrase.start]
