"""The arrows of SDSN over columns."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.methods import sdsn
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Code, all_of, any_of, code_of, flag, no, number_of
from civicplan.panel.problems import code
from civicplan.panel.rating.parts import banded, first_reasons, is_same, label_of, no_side, no_way
from civicplan.panel.rating.tracks import meets, years_between


def rate(panel: Panel) -> Panel:
    """Return the panel with the arrows of SDSN; see `civicplan.methods.sdsn.rate` for the rule."""
    base, goal, value, sign = (panel.col(name) for name in ("baseline", "goal", "value", "sign"))
    panel = panel.also(
        met=meets(panel, value),
        leads_back=any_of(is_same(goal, base), flag(sign * (goal - base) <= 0)),
        years=years_between(panel.col("base_year"), panel.col("year")),
        years_to_go=years_between(panel.col("base_year"), panel.col("due_year")),
    )
    panel = panel.also(blocked=_blocked(panel))
    has_ratio = all_of(flag(panel.col("blocked") == 0), no(panel.col("met")), no(panel.col("leads_back")))
    way = number_of((has_ratio, (goal - base) * panel.col("years")))
    panel = panel.also(rated=(value - base) * panel.col("years_to_go") / way, score=number_of(), beside=0)
    cases = banded(panel.col("rated"), sdsn.LIMITS)
    return panel.also(label=label_of(sdsn.LABELS, (panel.col("met"), sdsn.ON_TRACK), *cases, otherwise=sdsn.DECREASING))


def _blocked(panel: Panel) -> Code:
    gain = panel.col("sign") * (panel.col("value") - panel.col("baseline"))
    return code_of(
        *first_reasons(panel),
        *no_side(panel),
        (no(panel.col("has_target")), code(Reason.NO_TARGET)),
        (panel.col("met"), 0),
        (flag(panel.col("due_year").is_null()), code(Reason.NO_TARGET_YEAR)),
        (no(panel.col("has_base")), code(Reason.MISSING_BASELINE)),
        (flag(panel.col("years").is_null()), code(Reason.NO_TIME)),
        (flag(panel.col("years_to_go").is_null()), code(Reason.NO_TIME)),
        (flag(panel.col("year") > panel.col("due_year")), code(Reason.ALREADY_DUE)),
        (all_of(panel.col("leads_back"), flag(gain >= 0)), no_way(panel)),
        otherwise=0,
    )
