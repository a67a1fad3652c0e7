"""Standings over columns: how each target that is not due yet is doing, given the share of its time that is gone."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.model import Standing
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Code, Expr, Flag, all_of, any_of, beyond, code_of, first_of, flag, no, number_of
from civicplan.panel.problems import Problem, code

#: The numbers of the standings in a column; 0 is none.
STANDINGS: tuple[str, ...] = ("", *map(str, Standing))
_HOLD, _AT_BOUND = code(Reason.TARGET_TO_HOLD), code(Reason.BASELINE_AT_BOUND)
#: Why nothing says whether the plan started from where the target is met.
_NO_BASELINE = code(Reason.MISSING_BASELINE), code(Problem.UNREADABLE_PERIOD)
_AHEAD, _BEHIND, _ON_TRACK, _REVERSING, _EARLY = (
    STANDINGS.index(standing)
    for standing in (
        *(Standing.AHEAD, Standing.BEHIND, Standing.ON_TRACK, Standing.REVERSING),
        Standing.ACHIEVED_EARLY,
    )
)
_UNKNOWN = -1
#: Shares closer than this are the same.
_CLOSE = 1e-12


def with_standings(panel: Panel, tolerance: float) -> Panel:
    """Return the panel with the number of each standing, and of the reason where there is none.

    Args:
        panel: The panel with its verdicts and shares.
        tolerance: How far off the schedule is still on track [share].
    """
    panel = panel.also(held=_held(panel))
    standing = first_of(
        (any_of(panel.col("is_due"), no(panel.col("has_actual")), _is_hedged(panel)), 0),
        (panel.col("is_growth"), _of_average(panel)),
        (any_of(panel.col("is_total"), panel.col("is_reduction")), _of_sum(panel, tolerance)),
        otherwise=_of_level(panel, tolerance),
    )
    panel = panel.also(found=standing)
    found = panel.col("found")
    return panel.also(standing_reason=_reason(panel), standing=first_of((flag(found < 0), 0), otherwise=found))


def _is_hedged(panel: Panel) -> Flag:
    """Return where the actual or the baseline is printed as a bound or as approximate, so that no standing is told."""
    may_be = panel.has & {"doubts", "no_baseline"}
    return panel.col("share_reason") == code(Reason.HEDGED) if may_be else False


def _held(panel: Panel) -> Code:
    """On track while the bound is met, else behind; unknown where nothing says how close is close enough."""
    return code_of((panel.col("is_met"), _ON_TRACK), (panel.col("no_width"), _UNKNOWN), otherwise=_BEHIND)


def _of_lead(least: Expr, most: Expr, tolerance: float) -> Code:
    return code_of(
        (flag(least > tolerance + _CLOSE), _AHEAD),
        (flag(most < -tolerance - _CLOSE), _BEHIND),
        otherwise=_ON_TRACK,
    )


def _of_share(panel: Panel, tolerance: float) -> Code:
    least, most = panel.col("progress_least"), panel.col("progress_most")
    of_lead = _of_lead(least - panel.col("scheduled_most"), most - panel.col("scheduled_least"), tolerance)
    return code_of((flag(most < -_CLOSE), _REVERSING), otherwise=of_lead)


def _of_cap(panel: Panel, tolerance: float) -> Code:
    """A cap is filled up: what is done beyond the schedule is too much."""
    least, most = panel.col("progress_least"), panel.col("progress_most")
    return _of_lead(panel.col("scheduled_least") - most, panel.col("scheduled_most") - least, tolerance)


def _of_average(panel: Panel) -> Code:
    col, target = panel.col, panel.col("target")
    best = number_of((col("between"), col("second")), (True, target))
    is_ahead = all_of(col("is_floor"), beyond(col("actual_least"), best, best))
    may_reach = all_of(col("is_floor"), no(beyond(target, col("actual_most"), target)))
    return code_of((is_ahead, _AHEAD), (may_reach, _ON_TRACK), otherwise=col("held"))


def _of_level(panel: Panel, tolerance: float) -> Code:
    col, reason, target = panel.col, panel.col("share_reason"), panel.col("target")
    is_above, is_below = beyond(col("actual"), target, target), beyond(target, col("actual"), target)
    runs_back = first_of((col("is_floor"), is_below), otherwise=is_above)
    return code_of(
        (flag(reason == _HOLD), col("held")),
        (all_of(col("is_met"), any_of(*(flag(reason == one) for one in _NO_BASELINE))), _ON_TRACK),
        (col("is_met"), _EARLY),
        (all_of(flag(reason == _AT_BOUND), runs_back), _REVERSING),
        (flag(reason == _AT_BOUND), _BEHIND),
        (flag(reason != 0), 0),
        (all_of(flag(col("progress") > 1), col("is_two_sided")), col("held")),
        (col("schedule_reason") != 0, 0),
        otherwise=_of_share(panel, tolerance),
    )


def _of_sum(panel: Panel, tolerance: float) -> Code:
    col, high = panel.col, panel.col("high")
    is_past = all_of(col("has_high"), no(beyond(high, col("actual"), high)), no(col("is_met")))
    return code_of(
        (all_of(col("is_total"), flag(col("target") < 0)), 0),
        (col("share_reason") == _HOLD, col("held")),
        (all_of(col("is_floor"), col("is_met")), _EARLY),
        (is_past, col("held")),
        (any_of(col("share_reason") != 0, col("schedule_reason") != 0), 0),
        (col("is_cap"), _of_cap(panel, tolerance)),
        (col("is_met"), _ON_TRACK),
        otherwise=_of_share(panel, tolerance),
    )


def _reason(panel: Panel) -> Code:
    """Return the number of the reason why a row has no standing; 0 where it has one."""
    col = panel.col
    return code_of(
        (col("found") > 0, 0),
        (col("problem") != 0, col("problem")),
        (col("no_actual") != 0, col("no_actual")),
        (col("is_due"), code(Reason.ALREADY_DUE)),
        (col("found") < 0, code(Reason.TOLERANCE_UNKNOWN)),
        (all_of(col("is_total"), flag(col("target") < 0)), code(Reason.NEGATIVE_VALUE)),
        (col("share_reason") != 0, col("share_reason")),
        otherwise=col("schedule_reason"),
    )
