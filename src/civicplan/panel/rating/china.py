"""China's mid-term words over columns: the standing of each target that is not due yet, and its pace."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.methods import china
from civicplan.panel.actuals import with_actuals
from civicplan.panel.bounds import with_bounds
from civicplan.panel.columns import Panel
from civicplan.panel.engine import nw
from civicplan.panel.expressions import all_of, code_of, first_of, flag, no, number_of
from civicplan.panel.problems import Problem, code
from civicplan.panel.shares import with_shares
from civicplan.panel.standings import STANDINGS, with_standings
from civicplan.panel.times import with_times
from civicplan.panel.verdicts import with_verdicts
from civicplan.values.vocabulary import Direction

#: What an assessment finds wrong with a row, in the words of a method.
_REASONS = {
    Problem.NO_FIGURE: Reason.NO_TARGET,
    Problem.NO_COMPARATOR: Reason.NO_DIRECTION,
    Problem.NO_DUE: Reason.NO_TARGET_YEAR,
}


def rate(panel: Panel, tolerance: float) -> Panel:
    """Return the panel with the words of China's mid-term reviews; see `civicplan.methods.china.rate` for the rule.

    Args:
        panel: The panel as it was read.
        tolerance: How far off the schedule is still on track [share].
    """
    panel = with_actuals(with_bounds(with_times(_with_parity(panel))), None)
    panel = with_standings(with_shares(with_verdicts(panel)), tolerance)
    standing, reason = panel.col("standing"), panel.col("standing_reason")
    no_target_year = not panel.has & {"due", "plan_period"}
    numbered = ((flag(standing == STANDINGS.index(label)), place) for place, label in enumerate(china.LABELS, 1))
    replaced = ((flag(reason == code(problem)), code(told)) for problem, told in _REASONS.items())
    has_value = no(flag(panel.col("value").is_null()))
    is_over = all_of(panel.col("is_due"), has_value, flag(reason == code(Reason.MISSING_OBSERVATION)))
    panel = panel.also(
        label=code_of(*numbered, otherwise=0),
        blocked=code_of(
            *replaced,
            (is_over, code(Reason.ALREADY_DUE)),
            (no_target_year, code(Reason.NO_TARGET_YEAR)),
            otherwise=reason,
        ),
    )
    return panel.also(
        rated=number_of((flag(panel.col("blocked") == 0), panel.col("pace"))), score=number_of(), beside=0
    )


def _with_parity(panel: Panel) -> Panel:
    """What can be missed on both sides and has no sign is to be exactly so much."""
    if "direction" not in panel.has:
        return panel
    says_range = flag(panel.col("direction") == str(Direction.RANGE))
    sign = panel.col("comparator") if "comparator" in panel.has else nw.lit(None, dtype=nw.String())
    unsigned = all_of(says_range, panel.missing("comparator"))
    comparator = first_of((unsigned, "="), otherwise=sign)
    return panel.also(comparator=comparator)._replace(has=panel.has | {"comparator"})
