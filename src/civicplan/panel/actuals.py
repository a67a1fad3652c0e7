"""Actuals over columns: which row has the figure that its target asks for, and what its printed digits allow."""

from __future__ import annotations

from civicplan.assessment.caveat import Caveat
from civicplan.errors import Reason
from civicplan.panel.columns import Panel
from civicplan.panel.engine import nw
from civicplan.panel.expressions import (
    Code,
    Expr,
    Flag,
    all_of,
    any_of,
    code_of,
    first_of,
    flag,
    no,
    no_number,
    number_of,
)
from civicplan.panel.problems import MOST_PLACES, Problem, code
from civicplan.panel.times import is_whole, months_of, unit_of
from civicplan.values import Period

_YEAR = 12


def with_actuals(panel: Panel, as_of: Period | None) -> Panel:
    """Return the panel with the actual of each target, when that is due, and what the printed digits allow.

    Args:
        panel: The panel with its times and bounds.
        as_of: The day is the last one of this period; None assesses each row at the end of its own.
    """
    panel = with_due(_with_places_read(panel), as_of)
    panel = _with_time_allowed(panel)
    panel = panel.also(no_actual=_missing(panel))
    panel = panel.also(
        actual=number_of((panel.col("no_actual") == 0, panel.col("value"))),
        has_actual=all_of(panel.col("no_actual") == 0, no(panel.missing("value")), panel.col("problem") == 0),
        is_hedged=has_doubt(panel, Caveat.HEDGED),
    )
    return _with_intervals(panel)


def _with_places_read(panel: Panel) -> Panel:
    """Return the panel with the problem of rows whose printed decimal places are none."""
    is_unreadable: list[Flag] = []
    for name in ("places", "baseline_places"):
        if name in panel.has:
            places = panel.col(name)
            is_whole = all_of(flag(places.floor() == places), flag(places.abs() <= MOST_PLACES))
            is_unreadable.append(no(any_of(panel.missing(name), is_whole)))
    own = panel.col("problem")
    cases = (own != 0, own), (any_of(*is_unreadable), code(Problem.UNREADABLE_PLACES))
    return panel.also(problem=code_of(*cases, otherwise=0))


def has_doubt(panel: Panel, caveat: Caveat) -> Flag:
    """Return where the figures of a row bring a caveat along."""
    return flag(panel.col("doubts").str.contains(str(caveat), literal=True)) if "doubts" in panel.has else False


def same_length(panel: Panel, one: str, other: str) -> Flag:
    """Return where two periods have as many units of the same kind, or levels need none."""
    start, end = ({name: panel.col(f"{name}_{part}") for name in (one, other)} for part in ("start", "end"))
    is_same = end[one] - start[one] == end[other] - start[other]
    is_same_unit = panel.col(f"{one}_unit") == panel.col(f"{other}_unit")
    return any_of(panel.col("is_stock"), all_of(flag(is_same), flag(is_same_unit)))


def with_due(panel: Panel, as_of: Period | None) -> Panel:
    """Return the panel with when each target is due, and whether it is by the day.

    A level is due in the last year of a plan, what adds up or grows over all of it. Where nothing says when the actual
    was nor which day it is, all targets are due.
    """
    col = panel.col
    start, end = col("plan_period_start"), col("plan_period_end")
    last = first_of((is_whole(end - start, _YEAR), float(_YEAR)), otherwise=col("plan_period_unit"))
    of_plan = first_of((col("is_level"), end - last), otherwise=start)
    own = "due" if panel.has & {"due", "plan_period"} else "period"
    has_own: Flag = no(panel.missing(own)) if "plan_period" in panel.has else True
    panel = panel.also(
        goal_start=number_of((has_own, col(f"{own}_start")), (True, of_plan)),
        goal_end=number_of((has_own, col(f"{own}_end")), (True, end)),
        is_of_plan=no(has_own),
        is_stock=_needs_no_length(panel),
    )
    unit = unit_of(panel.col("goal_start"), panel.col("goal_end"))
    panel = panel.also(
        goal_unit=unit if "plan_period" in panel.has else panel.col(f"{own}_unit"),
        day=_own_day(panel) if as_of is None else nw.lit(months_of(as_of)[1]),
    )
    is_timed = "period" in panel.has or (as_of is not None and own == "due")
    return panel.also(is_due=flag(panel.col("goal_end") <= panel.col("day")) if is_timed else True)


def _own_day(panel: Panel) -> Expr:
    """The day of a row is the end of its period; one that has none is assessed when its target is due."""
    return number_of((no(panel.missing("period")), panel.col("period_end")), (True, panel.col("goal_end")))


def _needs_no_length(panel: Panel) -> Flag:
    """Where nothing is said of time, nothing speaks against comparing two levels."""
    if "period" not in panel.has:
        return True
    return panel.col("stock") if "stock" in panel.has else False


def _with_time_allowed(panel: Panel) -> Panel:
    """The time of a level, and of a change over the whole plan, runs from the baseline, as its progress does."""
    if "baseline" not in panel.has:
        panel = panel.also(baseline=no_number())
    is_dated = no(panel.col("baseline_period_end").is_null()) if "period" in panel.has else True
    is_dated = is_dated if "baseline_period" in panel.has or "period" not in panel.has else False
    is_unreadable = all_of(no(panel.missing("baseline")), panel.col("baseline_period_unreadable"))
    untold = said(panel, "no_baseline", Reason.MISSING_BASELINE)
    panel = panel.also(
        has_baseline=all_of(no(panel.missing("baseline")), is_dated),
        baseline_reason=code_of((is_unreadable, code(Problem.UNREADABLE_PERIOD)), otherwise=untold),
    )
    col = panel.col
    is_hedged = col("baseline_reason") == code(Reason.HEDGED) if "no_baseline" in panel.has else False
    panel = panel.also(
        has_start=any_of(col("has_baseline"), all_of(is_hedged, is_dated)),
        knows_start=any_of(col("has_baseline"), all_of(no(panel.missing("no_baseline")), is_dated)),
    )
    col = panel.col
    panel = panel.also(
        from_baseline=any_of(col("is_level"), all_of(col("is_change"), col("is_of_plan"))),
        baseline_in_time=all_of(col("has_start"), flag(col("baseline_period_end") < col("goal_end"))),
    )
    begins = number_of(
        (no(panel.col("from_baseline")), col("goal_start")),
        (panel.col("baseline_in_time"), col("baseline_period_end")),
        (True, col("plan_period_start")),
    )
    return panel.also(time_start=begins)


def _missing(panel: Panel) -> Code:
    """Return the number of the reason why a row has no actual for its target; 0 where it has one."""
    col, missing = panel.col, code(Reason.MISSING_OBSERVATION)
    explained = said(panel, "no_value")
    is_explained = all_of(panel.missing("value"), no(panel.missing("no_value")))
    unreadable = any_of(*(col(f"{name}_unreadable") for name in ("period", "due", "plan_period")))
    unplaced = (unreadable, code(Problem.UNREADABLE_PERIOD)), (col("goal_end").is_null(), code(Problem.NO_DUE))
    if "period" not in panel.has:
        is_dated = panel.col("is_due") is not True
        return code_of(*(unplaced if is_dated else ()), (panel.missing("value"), explained), otherwise=0)
    is_known = all_of(no(panel.missing("value")), flag(col("period_end") <= col("day")))
    fits, is_of_other_length = _fits(panel)
    of_plan = all_of(col("is_change"), col("is_of_plan"))
    is_late = all_of(col("has_start"), no(col("baseline_in_time")))
    return code_of(
        *unplaced,
        (is_explained, explained),
        (all_of(of_plan, is_late), code(Reason.NO_TIME)),
        (all_of(is_known, fits), 0),
        (all_of(of_plan, no(col("has_start"))), col("baseline_reason")),
        (panel.missing("value"), missing),
        (panel.missing("period"), code(Problem.NO_PERIOD)),
        (all_of(is_known, is_of_other_length), code(Reason.OTHER_LENGTH)),
        otherwise=missing,
    )


def _fits(panel: Panel) -> tuple[Flag, Flag]:
    """Return where the period of a row is the one that its target asks for, and where only its length is another."""
    col = panel.col
    start, end, due = col("period_start"), col("period_end"), col("goal_end")
    of_plan = all_of(col("is_change"), col("is_of_plan"), col("has_start"))
    whole = number_of((of_plan, col("time_start")), (True, col("goal_start")))
    ends_with_due, starts_with_whole = flag(end == due), flag(start == whole)
    earliest = number_of((col("knows_start"), col("baseline_period_end")), (True, col("plan_period_start")))
    is_later = all_of(any_of(earliest.is_null(), flag(earliest < end)), flag(end <= due))
    fits = first_of(
        (
            all_of(col("is_level"), col("is_due")),
            all_of(ends_with_due, any_of(flag(start == col("goal_start")), col("is_stock"))),
        ),
        (col("is_level"), all_of(is_later, same_length(panel, "period", "goal"))),
        (col("is_due"), all_of(ends_with_due, starts_with_whole)),
        otherwise=all_of(starts_with_whole, flag(end <= due)),
    )
    return fits, all_of(col("is_level"), first_of((col("is_due"), ends_with_due), otherwise=is_later))


def said(panel: Panel, column: str, otherwise: Reason = Reason.MISSING_OBSERVATION) -> Code:
    """Return the number of the reason that the row gives for what is missing."""
    if column not in panel.has:
        return code(otherwise)
    text = panel.col(column)
    return code_of(*((flag(text == str(reason)), code(reason)) for reason in Reason), otherwise=code(otherwise))


def _with_intervals(panel: Panel) -> Panel:
    """What the printed digits of the actual and of the baseline allow."""
    in_units = no(any_of(panel.col("is_growth"), panel.col("is_reduction")))
    counted = all_of(in_units, panel.col("exact")) if "exact" in panel.has else False
    panel = panel.also(is_counted=counted)
    panel = panel.also(**_ends(panel, "baseline", "baseline_", is_level=True))
    panel = panel.also(is_counted=all_of(counted, no(panel.col("is_hedged"))))
    panel = panel.also(**_ends(panel, "actual", "", is_level=panel.col("is_level")))
    has_ends = all_of(*(no(panel.missing(f"value_{end}")) for end in ("low", "high")))
    return panel.also(knows_digits=any_of(no(panel.missing("places")), panel.col("is_counted"), has_ends))


def _ends(panel: Panel, figure: str, given: str, *, is_level: Flag) -> dict[str, Expr]:
    """Return the least and the most that a figure may stand for."""
    places, least, most = f"{given}places", f"{given or 'value_'}low", f"{given or 'value_'}high"
    low = high = panel.col(figure)
    if places in panel.has:
        printed = panel.col(places)
        is_exact = any_of(panel.missing(places), all_of(panel.col("is_counted"), flag(printed >= 0)))
        half = number_of((is_exact, 0.0), (True, half_unit(printed)))
        low, high = low - half, high + half
    if panel.has & {"natural_low", "natural_high"}:
        low, high = _cut(panel, low, high, panel.col(figure), is_level=is_level)
    if least in panel.has:
        low = number_of((panel.missing(least), low), (True, panel.col(least)))
    if most in panel.has:
        high = number_of((panel.missing(most), high), (True, panel.col(most)))
    return {f"{figure}_least": low, f"{figure}_most": high}


def _cut(panel: Panel, low: Expr, high: Expr, value: Expr, *, is_level: Flag) -> tuple[Expr, Expr]:
    """The natural range cuts a level, unless the figure itself lies outside it."""
    least, most = (panel.col(name) if name in panel.has else no_number() for name in ("natural_low", "natural_high"))
    admits = all_of(
        is_level,
        any_of(panel.missing("natural_low"), flag(value >= least)),
        any_of(panel.missing("natural_high"), flag(value <= most)),
    )
    return (
        number_of((all_of(admits, flag(low < least)), least), (True, low)),
        number_of((all_of(admits, flag(high > most)), most), (True, high)),
    )


def half_unit(places: Expr) -> Expr:
    """Return half a unit in the last of some printed decimal places."""
    return 0.5 * nw.lit(10.0) ** (0 - places)
