"""Shares over columns: how much of each target is done, how much should be, and what the printed digits allow."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.panel.actuals import same_length
from civicplan.panel.bounds import accepts, goal_from
from civicplan.panel.columns import Panel
from civicplan.panel.engine import nw
from civicplan.panel.expressions import Expr, col, first_of, flag, least_of, most_of, no_number, number_of
from civicplan.panel.problems import Problem, code


def with_shares(panel: Panel) -> Panel:
    """Return the panel with the share of each target that is done, of its time that is gone, and their pace."""
    panel = _with_goals(panel)
    panel = panel.also(share_reason=_share_reason())
    panel = _with_share(panel)
    panel = _with_elapsed(panel)
    panel = _with_schedule(panel)
    return _with_pace(panel)


def _with_goals(panel: Panel) -> Panel:
    """A level is counted from its baseline, what adds up from nothing."""
    start = first_of((col("is_level"), col("baseline")), otherwise=0.0)
    panel = panel.also(start=start)
    return panel.also(goal=goal_from(col("start")), starts_met=accepts(col("start")))


def _share_reason() -> Expr:
    """Return the number of the reason why no share is told; 0 where one is."""
    level, total, reduction = col("is_level"), col("is_total"), col("is_reduction")
    goal, target = col("goal"), col("target")
    is_filled_up = ~col("is_change") & col("is_cap") & flag(target > 0)
    at_bound = flag(goal == col("start"))
    too_large = flag(col("actual_most") >= 100) | flag(col("actual") >= 100)
    cases = (
        (col("problem") != 0, col("problem")),
        (col("no_actual") != 0, col("no_actual")),
        (col("is_growth"), code(Reason.NO_SHARE)),
        (level & ~col("has_baseline"), code(Reason.MISSING_BASELINE)),
        (col("starts_met") & (level | ~is_filled_up), code(Reason.TARGET_TO_HOLD)),
        (level & ~same_length("baseline_period", "period"), code(Reason.OTHER_LENGTH)),
        (level & flag(col("period_end") <= col("baseline_period_end")), code(Reason.NO_TIME)),
        ((level | col("is_change")) & at_bound, code(Reason.BASELINE_AT_BOUND)),
        (total & flag(goal == 0), code(Reason.ZERO_TARGET)),
        (total & flag(goal < 0), code(Reason.NEGATIVE_VALUE)),
        (reduction & (flag(goal <= 0) | flag(goal >= 100)), code(Reason.TARGET_OUT_OF_RANGE)),
        (reduction & too_large, code(Reason.RATE_TOO_LARGE)),
    )
    return first_of(*cases, otherwise=0)


def _with_share(panel: Panel) -> Panel:
    has_share = col("share_reason") == 0
    linear, falling = flag(has_share & ~col("is_reduction")), flag(has_share & col("is_reduction"))
    start, goal = number_of((linear, col("start"))), number_of((linear, col("goal")))
    panel = panel.also(way_start=start, way_goal=goal)
    return panel.also(
        progress=_done(falling, col("actual")),
        **dict(zip(("progress_least", "progress_most"), _ends(panel, falling), strict=True)),
    )


def _done(falling: Expr, value: Expr) -> Expr:
    linear = _formulas.progress(col("way_start"), value, col("way_goal"))
    return first_of((falling, _fallen(falling, value)), otherwise=linear)


def _fallen(falling: Expr, value: Expr) -> Expr:
    kept = number_of((falling, 1 - value / 100))
    target = number_of((falling, col("goal") / 100))
    done: Expr = _formulas.log_progress(kept, target, nw.Expr.log)
    return done


def _ends(panel: Panel, falling: Expr) -> tuple[Expr, Expr]:
    """Return the least and the most that is done, by all that the printed digits allow; null reaches to infinity."""
    of_least, of_most = _fallen(falling, col("actual_least")), _fallen(falling, col("actual_most"))
    goal = col("way_goal")
    is_level = col("is_level")
    base_least = first_of((is_level, col("baseline_least")), otherwise=0.0)
    base_most = first_of((is_level, col("baseline_most")), otherwise=0.0)
    whole_least, whole_most = goal - base_most, goal - base_least
    holds_zero = flag(whole_least <= 0) & flag(whole_most >= 0)
    left = [goal - col("actual_most"), goal - col("actual_least")]
    wholes = [number_of((~holds_zero, whole)) for whole in (whole_least, whole_most)]
    corners = [1 - part / whole for part in left for whole in wholes]
    least = first_of((falling, of_least), otherwise=least_of(*corners))
    most = first_of((falling, of_most), otherwise=most_of(*corners))
    return least, most


def _with_elapsed(panel: Panel) -> Panel:
    if "period" not in panel.has:
        return panel.also(elapsed=no_number())
    start, end = col("time_start"), col("goal_end")
    gone = (col("period_end") - start) / number_of((end > start, end - start))
    gone = first_of((gone < 0, 0.0), (gone > 1, 1.0), otherwise=gone)
    return panel.also(elapsed=number_of((col("has_actual"), gone)))


def _with_schedule(panel: Panel) -> Panel:
    """What should be done by now is the share of the time gone, or less on a path of equal rates."""
    elapsed, untimed = col("elapsed"), code(Reason.MISSING_BASELINE if "period" in panel.has else Problem.NO_PERIOD)
    if "geometric" not in panel.has:
        return panel.also(
            scheduled=elapsed,
            scheduled_least=elapsed,
            scheduled_most=elapsed,
            schedule_reason=first_of((elapsed.is_null(), untimed), otherwise=0),
        )
    panel = panel.also(is_geometric=flag(col("geometric") & col("is_level") & col("has_baseline")))
    start, goal = col("start"), col("goal")
    reason = first_of(
        (elapsed.is_null(), untimed),
        (~col("is_geometric"), 0),
        (col("starts_met"), code(Reason.TARGET_TO_HOLD)),
        (flag(goal == start), code(Reason.BASELINE_AT_BOUND)),
        (flag(start == 0), code(Reason.ZERO_BASELINE)),
        (flag(goal == 0), code(Reason.ZERO_TARGET)),
        (flag(start * goal < 0), code(Reason.SIGN_CHANGE)),
        otherwise=0,
    )
    panel = panel.also(schedule_reason=reason)
    on_path = flag(col("is_geometric") & (col("schedule_reason") == 0))
    panel = panel.also(on_path=on_path)
    value, of_least, of_most = (_of_path(col(name)) for name in ("start", "baseline_least", "baseline_most"))
    of_least, of_most = (first_of((end.is_null(), value), otherwise=end) for end in (of_least, of_most))
    has_schedule = col("schedule_reason") == 0
    told = number_of((has_schedule, elapsed))
    return panel.also(
        scheduled=first_of((col("on_path"), value), otherwise=told),
        scheduled_least=first_of((col("on_path"), least_of(value, of_least, of_most)), otherwise=told),
        scheduled_most=first_of((col("on_path"), most_of(value, of_least, of_most)), otherwise=told),
    )


def _of_path(start: Expr) -> Expr:
    goal = col("goal")
    usable = col("on_path") & flag(start * goal > 0) & flag(start != goal)
    begin = number_of((usable, start))
    factor = number_of((usable, goal / begin))
    level = begin * (factor.log() * col("elapsed")).exp()
    share: Expr = _formulas.progress(begin, level, goal)
    return share


def _with_pace(panel: Panel) -> Panel:
    reason = first_of(
        (col("share_reason") != 0, col("share_reason")),
        (col("schedule_reason") != 0, col("schedule_reason")),
        (flag(col("scheduled") == 0), code(Reason.NOTHING_ELAPSED)),
        otherwise=0,
    )
    panel = panel.also(pace_reason=reason)
    scheduled = number_of((col("pace_reason") == 0, col("scheduled")))
    return panel.also(pace=_formulas.pace(col("progress"), scheduled))
