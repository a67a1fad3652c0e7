"""The current status index of ESCAP over columns."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.methods import escap
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Code, all_of, code_of, flag, no, number_of
from civicplan.panel.problems import code
from civicplan.panel.rating.parts import first_reasons, is_same

_FULL = float(escap.FULL)


def rate(panel: Panel) -> Panel:
    """Return the panel with the index of ESCAP; see `civicplan.methods.escap.rate_status` for the rule."""
    panel = panel.also(blocked=_blocked(panel))
    base, goal, value = panel.col("baseline"), panel.col("goal"), panel.col("value")
    way = number_of((flag(panel.col("blocked") == 0), (goal - base).abs()))
    of_parity = _FULL - _FULL * (goal - value).abs() / way
    one_sided = _FULL * panel.col("sign") * (value - base) / way
    index = number_of((panel.col("two_sided"), of_parity), (True, one_sided))
    return panel.also(label=0, rated=index, score=number_of(), beside=0)


def _blocked(panel: Panel) -> Code:
    col, base, goal = panel.col, panel.col("baseline"), panel.col("goal")
    base_year = number_of((col("has_base"), col("base_year")), (True, float(escap.BASE_YEAR)))
    is_range = all_of(col("two_sided"), flag(col("low") < col("high")))
    held = code_of((col("is_strict"), code(Reason.BASELINE_AT_BOUND)), otherwise=code(Reason.TARGET_TO_HOLD))
    return code_of(
        *first_reasons(panel),
        (flag(col("year") <= base_year), code(Reason.NO_TIME)),
        (no(col("has_base")), code(Reason.MISSING_BASELINE)),
        (no(col("has_target")), code(Reason.NO_TARGET)),
        (is_range, code(Reason.TWO_SIDED_TARGET)),
        (all_of(no(col("two_sided")), flag(col("sign").is_null())), code(Reason.NO_DIRECTION)),
        (is_same(goal, base), held),
        otherwise=0,
    )
