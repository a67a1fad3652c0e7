"""Shares over columns: how much of each target is done, how much should be, and what the printed digits allow."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.panel.actuals import same_length
from civicplan.panel.bounds import accepts, goal_from
from civicplan.panel.columns import Panel
from civicplan.panel.engine import nw
from civicplan.panel.expressions import (
    Code,
    Expr,
    all_of,
    any_of,
    code_of,
    first_of,
    flag,
    least_of,
    most_of,
    no,
    no_number,
    number_of,
)
from civicplan.panel.problems import Problem, code


def with_shares(panel: Panel) -> Panel:
    """Return the panel with the share of each target that is done, of its time that is gone, and their pace."""
    panel = _with_goals(panel)
    panel = panel.also(share_reason=_share_reason(panel))
    return _with_pace(_with_schedule(_with_elapsed(_with_share(panel))))


def _with_goals(panel: Panel) -> Panel:
    """A level is counted from its baseline, what adds up from nothing."""
    panel = panel.also(start=number_of((panel.col("is_level"), panel.col("baseline")), (True, 0.0)))
    start = panel.col("start")
    return panel.also(goal=goal_from(panel, start), starts_met=accepts(panel, start))


def _share_reason(panel: Panel) -> Code:
    """Return the number of the reason why no share is told; 0 where one is."""
    col = panel.col
    level, total, reduction, goal = col("is_level"), col("is_total"), col("is_reduction"), col("goal")
    is_filled_up = all_of(no(any_of(level, col("is_change"))), col("is_cap"), flag(col("target") > 0))
    too_large = any_of(flag(col("actual_most") >= 100), flag(col("actual") >= 100))
    cases = (
        (col("problem") != 0, col("problem")),
        (col("no_actual") != 0, col("no_actual")),
        (col("is_hedged"), code(Reason.HEDGED)),
        (col("is_growth"), code(Reason.NO_SHARE)),
        (all_of(level, no(col("has_baseline"))), col("baseline_reason")),
        (all_of(col("starts_met"), no(is_filled_up)), code(Reason.TARGET_TO_HOLD)),
        (all_of(level, no(same_length(panel, "baseline_period", "period"))), code(Reason.OTHER_LENGTH)),
        (all_of(level, flag(col("period_end") <= col("baseline_period_end"))), code(Reason.NO_TIME)),
        (all_of(any_of(level, col("is_change")), flag(goal == col("start"))), code(Reason.BASELINE_AT_BOUND)),
        (all_of(total, flag(goal == 0)), code(Reason.ZERO_TARGET)),
        (all_of(total, flag(goal < 0)), code(Reason.NEGATIVE_VALUE)),
        (all_of(reduction, any_of(flag(goal <= 0), flag(goal >= 100))), code(Reason.TARGET_OUT_OF_RANGE)),
        (all_of(reduction, too_large), code(Reason.RATE_TOO_LARGE)),
    )
    return code_of(*cases, otherwise=0)


def _with_share(panel: Panel) -> Panel:
    has_share, is_reduction = panel.col("share_reason") == 0, panel.col("is_reduction")
    linear = all_of(has_share, no(is_reduction))
    panel = panel.also(
        falls=all_of(has_share, is_reduction),
        way_start=number_of((linear, panel.col("start"))),
        way_goal=number_of((linear, panel.col("goal"))),
    )
    panel = _with_ends(panel)
    done = _formulas.progress(panel.col("way_start"), panel.col("actual"), panel.col("way_goal"))
    return panel.also(progress=first_of((panel.col("falls"), _fallen(panel, panel.col("actual"))), otherwise=done))


def _fallen(panel: Panel, value: Expr) -> Expr:
    kept = number_of((panel.col("falls"), 1 - value / 100))
    target = number_of((panel.col("falls"), panel.col("goal") / 100))
    done: Expr = _formulas.log_progress(kept, target, nw.Expr.log)
    return done


def _with_ends(panel: Panel) -> Panel:
    """Add the least and the most that is done, by all that the printed digits allow; null reaches to infinity.

    The least is done where the largest part of the way is left, one of the four corners.
    """
    col, goal = panel.col, panel.col("way_goal")
    least, most = (number_of((col("is_level"), col(f"baseline_{end}")), (True, 0.0)) for end in ("least", "most"))
    is_sure = no(all_of(flag(goal <= most), flag(goal >= least)))
    panel = panel.also(shorter=number_of((is_sure, goal - most)), longer=number_of((is_sure, goal - least)))
    left = {"least": goal - col("actual_most"), "most": goal - col("actual_least")}
    ways = ("shorter", "longer")
    panel = panel.also(**{f"{end}_left_of_{way}": part / col(way) for end, part in left.items() for way in ways})
    pairs = {way: (col(f"least_left_of_{way}"), col(f"most_left_of_{way}")) for way in ways}
    panel = panel.also(
        **{f"least_left_of_{way}": least_of(*pair) for way, pair in pairs.items()},
        **{f"most_left_of_{way}": most_of(*pair) for way, pair in pairs.items()},
    )
    falls, ends = col("falls"), [_fallen(panel, col(f"actual_{end}")) for end in ("least", "most")]
    least_left = least_of(*(col(f"least_left_of_{way}") for way in ways))
    most_left = most_of(*(col(f"most_left_of_{way}") for way in ways))
    return panel.also(
        progress_least=number_of((falls, ends[0]), (True, 1 - most_left)),
        progress_most=number_of((falls, ends[1]), (True, 1 - least_left)),
    )


def _with_elapsed(panel: Panel) -> Panel:
    if "period" not in panel.has:
        return panel.also(elapsed=no_number())
    start, end = panel.col("time_start"), panel.col("goal_end")
    gone = (panel.col("period_end") - start) / number_of((flag(end > start), end - start))
    panel = panel.also(gone=number_of((panel.col("has_actual"), gone)))
    gone = panel.col("gone")
    return panel.also(elapsed=number_of((flag(gone < 0), 0.0), (flag(gone > 1), 1.0), (True, gone)))


def _with_schedule(panel: Panel) -> Panel:
    """What should be done by now is the share of the time gone, or less on a path of equal rates."""
    elapsed = panel.col("elapsed")
    unreadable = code(Problem.UNREADABLE_PERIOD)
    is_unreadable = flag(panel.col("baseline_reason") == unreadable)
    undated = code_of((is_unreadable, unreadable), otherwise=code(Reason.MISSING_BASELINE))
    untimed = undated if "period" in panel.has else code(Problem.NO_PERIOD)
    if "geometric" not in panel.has:
        told = dict.fromkeys(("scheduled", "scheduled_least", "scheduled_most"), elapsed)
        return panel.also(**told, schedule_reason=first_of((elapsed.is_null(), untimed), otherwise=0))
    panel = panel.also(
        is_geometric=all_of(panel.col("geometric"), panel.col("is_level"), panel.col("has_baseline")),
    )
    panel = panel.also(schedule_reason=_schedule_reason(panel, untimed))
    has_schedule = panel.col("schedule_reason") == 0
    panel = panel.also(on_path=all_of(panel.col("is_geometric"), has_schedule))
    value, *ends = (_of_path(panel, panel.col(name)) for name in ("start", "baseline_least", "baseline_most"))
    ends = [number_of((end.is_null(), value), (True, end)) for end in ends]
    on_path, clock = panel.col("on_path"), number_of((has_schedule, elapsed))
    return panel.also(
        scheduled=number_of((on_path, value), (True, clock)),
        scheduled_least=number_of((on_path, least_of(value, *ends)), (True, clock)),
        scheduled_most=number_of((on_path, most_of(value, *ends)), (True, clock)),
    )


def _schedule_reason(panel: Panel, untimed: Code) -> Code:
    start, goal = panel.col("start"), panel.col("goal")
    return code_of(
        (panel.col("elapsed").is_null(), untimed),
        (no(panel.col("is_geometric")), 0),
        (panel.col("starts_met"), code(Reason.TARGET_TO_HOLD)),
        (flag(goal == start), code(Reason.BASELINE_AT_BOUND)),
        (flag(start == 0), code(Reason.ZERO_BASELINE)),
        (flag(goal == 0), code(Reason.ZERO_TARGET)),
        (flag(start * goal < 0), code(Reason.SIGN_CHANGE)),
        otherwise=0,
    )


def _of_path(panel: Panel, start: Expr) -> Expr:
    goal = panel.col("goal")
    begin = number_of((all_of(panel.col("on_path"), flag(start * goal > 0), flag(start != goal)), start))
    level = begin * ((goal / begin).log() * panel.col("elapsed")).exp()
    share: Expr = _formulas.progress(begin, level, goal)
    return share


def _with_pace(panel: Panel) -> Panel:
    col = panel.col
    reason = first_of(
        (col("share_reason") != 0, col("share_reason")),
        (col("schedule_reason") != 0, col("schedule_reason")),
        (flag(col("scheduled") == 0), code(Reason.NOTHING_ELAPSED)),
        otherwise=0,
    )
    panel = panel.also(pace_reason=reason)
    scheduled = number_of((panel.col("pace_reason") == 0, col("scheduled")))
    return panel.also(pace=_formulas.pace(col("progress"), scheduled))
