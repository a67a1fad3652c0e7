"""What charts say: titles, headings, what stands beside them, and what somebody is told who does not see them."""

from __future__ import annotations

#: The headings of the tables behind the charts, and the names of the fields in tooltips.
INDICATOR = "indicator"
TARGET = "target"
ACTUAL = "actual"
ATTAINMENT = "attainment"
VERDICT = "verdict"
CAVEATS = "caveats"
REMARK = "remark"
#: What stands in the column of remarks where a chart cannot draw a value.
NOT_DRAWN = "not drawn: {reason}"

#: A verdict with how often it was given, in a legend.
COUNT_OF = "{words} {count}"
CAVEAT_SIGN = "*"
WITH_CAVEAT = "* Something that is known could overturn this verdict."

ATTAINMENT_SAYS = (
    "Actual as a share of the target in force, as of {day}. The bar meets the line where the target is reached."
)
ATTAINMENT_TOLD = (
    "Bar chart of {title} as of {day}: the actual of each indicator as a share of its target in force, beside the "
    "verdict. {counts}. The table of data has every number."
)
