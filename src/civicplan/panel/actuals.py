"""Actuals over columns: which row has the figure that its target asks for, and what its printed digits allow."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.panel.columns import Panel
from civicplan.panel.engine import nw
from civicplan.panel.expressions import Expr, col, first_of, flag, no_number, number_of
from civicplan.panel.problems import Problem, code
from civicplan.panel.times import is_whole, months_of, unit_of
from civicplan.values import Period

_YEAR = 12


def with_actuals(panel: Panel, as_of: Period | None) -> Panel:
    """Return the panel with the actual of each target, when that is due, and what the printed digits allow.

    Args:
        panel: The panel with its times and bounds.
        as_of: The day is the last one of this period; None assesses each row at the end of its own.
    """
    panel = _with_due(panel, as_of)
    panel = _with_time_allowed(panel)
    panel = panel.also(no_actual=_missing(panel))
    panel = panel.also(actual=number_of((col("no_actual") == 0, col("value"))))
    return _with_intervals(panel)


def same_length(one: str, other: str) -> Expr:
    """Return where two periods have as many units of the same kind, or levels need none."""
    length = {name: col(f"{name}_end") - col(f"{name}_start") for name in (one, other)}
    is_same = (length[one] == length[other]) & (col(f"{one}_unit") == col(f"{other}_unit"))
    return flag(is_same) | col("is_stock")


def _with_due(panel: Panel, as_of: Period | None) -> Panel:
    """A level is due in the last year of a plan, what adds up or grows over all of it."""
    start, end = col("plan_period_start"), col("plan_period_end")
    last = first_of((is_whole(end - start, _YEAR), float(_YEAR)), otherwise=col("plan_period_unit"))
    own_start, own_end = col("due_start"), col("due_end")
    if not panel.has & {"due", "plan_period"}:
        own_start, own_end = col("period_start"), col("period_end")
    has_own = ~own_end.is_null()
    panel = panel.also(
        goal_start=first_of((has_own, own_start), (col("is_level"), end - last), otherwise=start),
        goal_end=first_of((has_own, own_end), otherwise=end),
        is_of_plan=flag(~has_own & ~end.is_null()),
        day=col("period_end") if as_of is None else nw.lit(months_of(as_of)[1]),
        is_stock=_needs_no_length(panel),
    )
    panel = panel.also(goal_unit=unit_of(col("goal_start"), col("goal_end")))
    return panel.also(is_due=flag(col("goal_end") <= col("day")) if "period" in panel.has else nw.lit(True))


def _needs_no_length(panel: Panel) -> Expr:
    """Where nothing is said of time, nothing speaks against comparing two levels."""
    if "period" not in panel.has:
        return nw.lit(True)
    return col("stock") if "stock" in panel.has else nw.lit(False)


def _with_time_allowed(panel: Panel) -> Panel:
    """The time of a level, and of a change over the whole plan, runs from the baseline, as its progress does."""
    if "baseline" not in panel.has:
        panel = panel.also(baseline=no_number())
    is_dated = ~col("baseline_period_end").is_null() if "period" in panel.has else nw.lit(True)
    panel = panel.also(has_baseline=flag(~col("baseline").is_null() & is_dated))
    panel = panel.also(
        from_baseline=flag(col("is_level") | (col("is_change") & col("is_of_plan"))),
        baseline_in_time=flag(col("has_baseline") & (col("baseline_period_end") < col("goal_end"))),
    )
    begins = first_of(
        (~col("from_baseline"), col("goal_start")),
        (col("baseline_in_time"), col("baseline_period_end")),
        otherwise=col("plan_period_start"),
    )
    return panel.also(time_start=begins)


def _missing(panel: Panel) -> Expr:
    """Return the number of the reason why a row has no actual for its target; 0 where it has one."""
    missing, other_length = code(Reason.MISSING_OBSERVATION), code(Reason.OTHER_LENGTH)
    if "period" not in panel.has:
        return first_of((col("value").is_null(), _said(panel)), otherwise=0)
    start, end, due_end = col("period_start"), col("period_end"), col("goal_end")
    unreadable = col("period_unreadable") | col("due_unreadable") | col("plan_period_unreadable")
    is_known = flag(~col("value").is_null() & (end <= col("day")))
    in_whole = first_of((col("is_change") & col("is_of_plan"), col("time_start")), otherwise=col("goal_start"))
    in_whole = first_of((in_whole.is_null(), col("goal_start")), otherwise=in_whole)
    earliest = first_of((col("has_baseline"), col("baseline_period_end")), otherwise=col("plan_period_start"))
    is_later = flag(earliest.is_null() | (earliest < end)) & flag(end <= due_end)
    fits = first_of(
        (col("is_level") & col("is_due"), flag(end == due_end) & (flag(start == col("goal_start")) | col("is_stock"))),
        (col("is_level"), is_later & same_length("period", "goal")),
        (col("is_due"), flag(end == due_end) & flag(start == in_whole)),
        otherwise=flag(start == in_whole) & flag(end <= due_end),
    )
    is_of_other_length = col("is_level") & first_of((col("is_due"), flag(end == due_end)), otherwise=is_later)
    no_time = col("is_change") & col("is_of_plan") & col("has_baseline") & ~col("baseline_in_time")
    is_late = col("is_level") & col("has_baseline") & ~col("baseline_in_time")
    no_start = col("is_change") & col("is_of_plan") & ~col("has_baseline")
    return first_of(
        (unreadable, code(Problem.UNREADABLE_PERIOD)),
        (due_end.is_null(), code(Problem.NO_DUE)),
        (no_time, code(Reason.NO_TIME)),
        (is_late, code(Problem.BASELINE_NOT_BEFORE_DUE)),
        (is_known & fits, 0),
        (no_start, code(Reason.MISSING_BASELINE)),
        (col("value").is_null(), _said(panel)),
        (is_known & is_of_other_length, other_length),
        otherwise=missing,
    )


def _said(panel: Panel) -> Expr:
    """Return the number of the reason that the row gives for having no value."""
    missing = code(Reason.MISSING_OBSERVATION)
    if "no_value" not in panel.has:
        return nw.lit(missing)
    text = col("no_value")
    return first_of(*((text == str(reason), code(reason)) for reason in Reason), otherwise=missing)


def _with_intervals(panel: Panel) -> Panel:
    """What the printed digits of the actual and of the baseline allow."""
    in_units = ~col("is_growth") & ~col("is_reduction")
    counted = flag(in_units & col("exact")) if "exact" in panel.has else nw.lit(False)
    ends = {
        **_ends(panel, "actual", ("value_low", "value_high", "places"), counted, is_level=col("is_level")),
        **_ends(
            panel, "baseline", ("baseline_low", "baseline_high", "baseline_places"), counted, is_level=nw.lit(True)
        ),
    }
    return panel.also(**ends)


def _ends(panel: Panel, figure: str, names: tuple[str, str, str], counted: Expr, *, is_level: Expr) -> dict[str, Expr]:
    low_name, high_name, places_name = names
    value = col(figure)
    low = high = value
    if places_name in panel.has:
        places = first_of((counted & (col(places_name) >= 0), no_number()), otherwise=col(places_name))
        half = first_of((places.is_null(), 0.0), otherwise=half_unit(places))
        low, high = value - half, value + half
    if panel.has & {"natural_low", "natural_high"}:
        low, high = _cut(low, high, value, is_level, panel)
    if low_name in panel.has:
        low = first_of((col(low_name).is_null(), low), otherwise=col(low_name))
    if high_name in panel.has:
        high = first_of((col(high_name).is_null(), high), otherwise=col(high_name))
    return {f"{figure}_least": low, f"{figure}_most": high}


def _cut(low: Expr, high: Expr, value: Expr, is_level: Expr, panel: Panel) -> tuple[Expr, Expr]:
    """The natural range cuts a level, unless the figure itself lies outside it."""
    least = col("natural_low") if "natural_low" in panel.has else no_number()
    most = col("natural_high") if "natural_high" in panel.has else no_number()
    admits = is_level & first_of((least.is_null(), True), otherwise=flag(value >= least))
    admits = admits & first_of((most.is_null(), True), otherwise=flag(value <= most))
    cut_low, cut_high = flag(admits & flag(low < least)), flag(admits & flag(high > most))
    return first_of((cut_low, least), otherwise=low), first_of((cut_high, most), otherwise=high)


def half_unit(places: Expr) -> Expr:
    """Return half a unit in the last of some printed decimal places."""
    return 0.5 * nw.lit(10.0) ** (0 - places)
