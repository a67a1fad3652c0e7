"""What a printed unit says about adding amounts up."""

from __future__ import annotations

import re

# Compiled when first used, like all patterns that reading and assessing seldom need: importing stays cheap.
_RATIO = r"[%％‰]|百分|千分|(?<![a-z])per ?(?:cent|mille)|percentage|(?<![a-z])pp(?![a-z])"


def is_ratio(unit: str | None) -> bool:
    """True when the unit is that of a ratio, so that amounts in it are levels that may turn and do not add up.

    >>> is_ratio("％"), is_ratio("percentage points"), is_ratio("册")
    (True, True, False)
    """
    return bool(unit and re.search(_RATIO, unit, re.IGNORECASE))
