"""Ratios of several numbers: 7.4∶39.6∶53, read from the left with no way back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from civicplan.values import Figure
from civicplan.zh.language.phrase import Phrase, Role
from civicplan.zh.language.phrase_quantities import Scanner
from civicplan.zh.words.phrase_words import COLONS, RATIO_BEFORE, REACHED, any_of

_NUMBER = r"[0-9]{1,12}(?:\.[0-9]{1,12})?"
_RATIO = re.compile(rf"(?:{any_of(REACHED)})?({_NUMBER})((?: ?[{COLONS}] ?{_NUMBER}){{1,8}})(?! ?[{COLONS}0-9.])")
_RATIO_BEFORE = re.compile(f"(?:{any_of(RATIO_BEFORE)})$")
_LONGEST_BEFORE_RATIO = max(map(len, RATIO_BEFORE))
#: No minutes and no seconds are so many.
_MINUTES = 60


def ratio(scan: Scanner) -> Phrase | None:
    """Read a ratio: in a text one that could not be a time of the day."""
    before = scan.position
    told = scan.take(_RATIO)
    if told is None:
        return None
    parts = re.findall(_NUMBER, told[0])
    is_said = _RATIO_BEFORE.search(scan.plain[max(told.start(1) - _LONGEST_BEFORE_RATIO, 0) : told.start(1)])
    is_sound = all(map(_is_plain, parts)) and scan.damaged.isdisjoint(range(before, scan.position))
    if not is_sound or not (scan.is_whole or is_said or _is_no_time(parts)):
        scan.position = before
        return None
    figures = tuple(map(Figure, parts))
    text = scan.text[before : scan.position]
    return Phrase(printed=figures, unit=None, role=Role.RATIO, text=text, start=before, end=scan.position)


def _is_plain(number: str) -> bool:
    return number == "0" or not number.startswith("0") or number.startswith("0.")


def _is_no_time(parts: Sequence[str]) -> bool:
    return len(parts) > len(("hours", "minutes")) and any("." in part or int(part) >= _MINUTES for part in parts)
