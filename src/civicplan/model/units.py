"""What a printed unit says about adding amounts up."""

from __future__ import annotations

import re
from unicodedata import normalize

# Compiled when first used, like all patterns that reading and assessing seldom need: importing stays cheap.
_RATIO = r"[%％‰]|百分|千分|(?<![a-z])per ?(?:cent|mille)|percentage|(?<![a-z])pp(?![a-z])"
_PERCENT = r"(?:[%％]|per ?cent|percentage|百分比)(?: of .+)?"
_ONE_PER_OTHER = r"[/／]|每|均|岁|(?<![a-z])per(?![a-z])|(?<![a-z])pp[mb](?![a-z])"


def is_ratio(unit: str | None) -> bool:
    """Return True when the unit is that of a share, so that a change of it may be told in points or in percent.

    >>> is_ratio("％"), is_ratio("percentage points"), is_ratio("册")
    (True, True, False)
    """
    return bool(unit and re.search(_RATIO, unit, re.IGNORECASE))


def is_percent(unit: str | None) -> bool:
    """Return whether a hundred of the unit are the whole; percentage points and ‰ are not.

    >>> is_percent("%"), is_percent("% of households"), is_percent("percentage points"), is_percent(None)
    (True, True, False, False)
    """
    return bool(unit and re.fullmatch(_PERCENT, unit.strip(), re.IGNORECASE))


def adds_up(unit: str | None) -> bool:
    """Return False when amounts in the unit are levels that may turn: shares, or so much of one thing per another.

    >>> adds_up("册"), adds_up("％"), adds_up("张/千人")
    (True, False, False)
    """
    return not is_ratio(unit) and not (unit and re.search(_ONE_PER_OTHER, unit, re.IGNORECASE))


def is_same(one: str, other: str) -> bool:
    """Return True when two printed units differ in the width of their signs, in case or in blanks at most.

    >>> is_same("%", "％"), is_same("亿元", "万元")
    (True, False)
    """
    return _folded(one) == _folded(other)


def _folded(unit: str) -> str:
    return "".join(normalize("NFKC", unit).split()).casefold()
