"""Standings over columns: how each target that is not due yet is doing, given the share of its time that is gone."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.model import Standing
from civicplan.panel.bounds import beyond
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Expr, col, first_of, flag
from civicplan.panel.problems import code

#: The numbers of the standings in a column; 0 is none.
STANDINGS: tuple[str, ...] = ("", *map(str, Standing))
_HOLD, _NO_BASELINE, _AT_BOUND = (
    code(reason) for reason in (Reason.TARGET_TO_HOLD, Reason.MISSING_BASELINE, Reason.BASELINE_AT_BOUND)
)
#: Shares closer than this are the same.
_CLOSE = 1e-12
_UNKNOWN = -1


def _number(standing: Standing) -> int:
    return STANDINGS.index(standing)


def with_standings(panel: Panel, tolerance: float) -> Panel:
    """Return the panel with the number of each standing, and of the reason where there is none.

    Args:
        panel: The panel with its verdicts and shares.
        tolerance: How far off the schedule is still on track [share].
    """
    panel = panel.also(
        share_known=flag(col("share_reason") == 0),
        scheduled_known=flag(col("schedule_reason") == 0),
        held=_held(),
    )
    panel = panel.also(of_share=_of_share(tolerance), of_cap=_of_lead(_lead(is_cap=True), tolerance))
    panel = panel.also(
        standing=first_of(
            (col("is_due") | ~col("has_actual"), 0),
            (col("is_growth"), _of_average()),
            (col("is_total") | col("is_reduction"), _of_sum()),
            otherwise=_of_level(),
        )
    )
    return panel.also(standing_reason=_reason(), standing=first_of((col("standing") < 0, 0), otherwise=col("standing")))


def _held() -> Expr:
    """On track while the bound is met, else behind; unknown where nothing says how close is close enough."""
    return first_of(
        (col("is_met"), _number(Standing.ON_TRACK)),
        (col("no_width"), _UNKNOWN),
        otherwise=_number(Standing.BEHIND),
    )


def _lead(*, is_cap: bool) -> tuple[Expr, Expr]:
    if is_cap:
        return col("scheduled_least") - col("progress_most"), col("scheduled_most") - col("progress_least")
    return col("progress_least") - col("scheduled_most"), col("progress_most") - col("scheduled_least")


def _of_lead(lead: tuple[Expr, Expr], tolerance: float) -> Expr:
    least, most = lead
    return first_of(
        (flag(least > tolerance + _CLOSE), _number(Standing.AHEAD)),
        (flag(most < -tolerance - _CLOSE), _number(Standing.BEHIND)),
        otherwise=_number(Standing.ON_TRACK),
    )


def _of_share(tolerance: float) -> Expr:
    is_reversing = flag(col("progress_most") < -_CLOSE)
    of_lead = _of_lead(_lead(is_cap=False), tolerance)
    return first_of((is_reversing, _number(Standing.REVERSING)), otherwise=of_lead)


def _of_average() -> Expr:
    best = first_of((col("between"), col("second")), otherwise=col("target"))
    target = col("target")
    return first_of(
        (col("is_floor") & beyond(col("actual_least"), best), _number(Standing.AHEAD)),
        (col("is_floor") & ~beyond(target, col("actual_most"), target), _number(Standing.ON_TRACK)),
        otherwise=col("held"),
    )


def _of_level() -> Expr:
    reason, target = col("share_reason"), col("target")
    runs_back = first_of(
        (col("is_floor"), beyond(target, col("actual"), target)), otherwise=beyond(col("actual"), target)
    )
    overshoots = flag(col("progress") > 1) & col("is_two_sided")
    return first_of(
        (reason == _HOLD, col("held")),
        (col("is_met") & (reason == _NO_BASELINE), _number(Standing.ON_TRACK)),
        (col("is_met"), _number(Standing.ACHIEVED_EARLY)),
        ((reason == _AT_BOUND) & runs_back, _number(Standing.REVERSING)),
        (reason == _AT_BOUND, _number(Standing.BEHIND)),
        (reason != 0, 0),
        (overshoots, col("held")),
        (~col("scheduled_known"), 0),
        otherwise=col("of_share"),
    )


def _of_sum() -> Expr:
    high = col("high")
    is_past = first_of((high.is_null(), False), otherwise=~beyond(high, col("actual"), high))
    return first_of(
        (col("is_total") & flag(col("target") < 0), 0),
        (col("share_reason") == _HOLD, col("held")),
        (col("is_floor") & col("is_met"), _number(Standing.ACHIEVED_EARLY)),
        (is_past & ~col("is_met"), col("held")),
        (~col("share_known") | ~col("scheduled_known"), 0),
        (col("is_cap"), col("of_cap")),
        (col("is_met"), _number(Standing.ON_TRACK)),
        otherwise=col("of_share"),
    )


def _reason() -> Expr:
    """Return the number of the reason why a row has no standing; 0 where it has one."""
    return first_of(
        (col("standing") > 0, 0),
        (col("problem") != 0, col("problem")),
        (col("no_actual") != 0, col("no_actual")),
        (col("is_due"), code(Reason.ALREADY_DUE)),
        (col("standing") < 0, code(Reason.TOLERANCE_UNKNOWN)),
        (col("is_total") & flag(col("target") < 0), code(Reason.NEGATIVE_VALUE)),
        (col("share_reason") != 0, col("share_reason")),
        otherwise=col("schedule_reason"),
    )
