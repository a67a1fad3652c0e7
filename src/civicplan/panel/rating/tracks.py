"""Tracks over columns: the few numbers of each row that a method looks at, and why a row has none."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from civicplan.errors import Reason
from civicplan.panel.bounds import with_bounds
from civicplan.panel.columns import COLUMNS, Column, Panel
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
    own,
)
from civicplan.panel.kinds import Kind
from civicplan.panel.problems import Problem, code
from civicplan.panel.times import is_whole, with_times
from civicplan.values.vocabulary import Direction

#: The columns that a rating reads: those of an assessment, and two that only methods ask for.
TRACK_COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        **COLUMNS,
        "direction": Column(
            Kind.WORD, "higher, lower, or range for what can be missed on both sides", "the comparator says it"
        ),
        "limit": Column(Kind.NUMBER, "the natural limit in the better direction", "no limit"),
        "unit": Column(Kind.WORD, "the unit of the values; some rules are for percentages only", "no percentages"),
    }
)
_YEAR = 12
_NUMBERS = ("target", "baseline", "limit")
#: Problems of a target that are none for methods, which rate without a target, too, and know parity.
_NO_TARGET = (code(Problem.NO_FIGURE), code(Problem.NO_COMPARATOR))


def with_years(panel: Panel) -> Panel:
    """Return the panel with what each row aims at, and the years of its value, its baseline and its target."""
    absent = {name: no_number() for name in _NUMBERS if name not in panel.has}
    panel = with_bounds(with_times(panel.also(**absent)))
    due = panel.col("due_end")
    if "plan_period" in panel.has:
        due = first_of((panel.missing("due"), panel.col("plan_period_end")), otherwise=due)
    panel = panel.also(last_month=due)
    return panel.also(
        year=_year_of_level(panel, "period"),
        base_year=_year_of_level(panel, "baseline_period"),
        due_year=number_of((is_whole(panel.col("last_month"), _YEAR), panel.col("last_month") / _YEAR - 1)),
    )


def with_track(panel: Panel, *, only_levels: bool = True, needs_years: bool = True) -> Panel:
    """Return the panel with the parts of each track, and the number of what a track would refuse.

    Args:
        panel: The panel with its years.
        only_levels: Whether the method is for levels; else it takes a figure in any measure.
        needs_years: Whether the method asks when the value and the baseline were.
    """
    says_range = flag(panel.col("direction") == str(Direction.RANGE)) if "direction" in panel.has else False
    has_target = no(panel.missing("target"))
    panel = panel.also(
        has_target=has_target,
        is_parity=all_of(has_target, says_range, flag(panel.col("problem") == code(Problem.NO_COMPARATOR))),
    )
    without = no(has_target)
    panel = panel.also(
        upward=any_of(panel.col("is_floor"), all_of(without, panel.col("higher"))),
        downward=any_of(panel.col("is_cap"), all_of(without, panel.col("lower"))),
        two_sided=any_of(panel.col("is_two_sided"), panel.col("is_parity"), all_of(without, says_range)),
    )
    panel = panel.also(
        sign=number_of((panel.col("upward"), 1.0), (panel.col("downward"), -1.0)),
        goal=_goal(panel),
        fault=_fault(panel, only_levels=only_levels, needs_years=needs_years),
        has_base=_is_there(panel, "baseline", "base_year"),
    )
    return panel.also(missing=_missing_value(panel, needs_years=needs_years))


def meets(panel: Panel, value: Expr) -> Flag:
    """Return where a value meets a target that can be missed on one side; floats as close as rounding are the same."""
    sign, goal = panel.col("sign"), panel.col("goal")
    gain, slack = sign * (value - goal), goal.abs() * 1e-9
    met: Flag = first_of((panel.col("is_strict"), flag(gain > slack)), otherwise=flag(gain >= 0 - slack))
    return met


def due_or(panel: Panel, year: int) -> Expr:
    """Return the year by which the target is to be reached, and this one where none is stated."""
    due = panel.col("due_year")
    return number_of((flag(due.is_null()), float(year)), (True, due))


def differs(one: Expr, other: Expr) -> Flag:
    """Return where two numbers that are there are not the same; for pandas a missing one is unlike every other."""
    return any_of(flag(one < other), flag(one > other))


def years_between(first: Expr, last: Expr) -> Expr:
    """Return the years from one year to another; null where there are none."""
    return number_of((flag(last > first), last - first))


def _year_of_level(panel: Panel, name: str) -> Expr:
    """Return the year of a level; null where it is not that of one year."""
    start, end = panel.col(f"{name}_start"), panel.col(f"{name}_end")
    is_year = all_of(flag(end - start == _YEAR), is_whole(start, _YEAR))
    return number_of((is_year, start / _YEAR))


def _goal(panel: Panel) -> Expr:
    """Return the value that counts as reaching the target: of a range its weaker end, of an "about" the figure."""
    col = panel.col
    return number_of(
        (all_of(col("between"), col("lower")), col("second")),
        (all_of(col("about"), col("is_two_sided")), col("low")),
        (True, col("target")),
    )


def _fault(panel: Panel, *, only_levels: bool, needs_years: bool) -> Code:
    """Return the number of what is wrong with a row; 0 where nothing is."""
    col, problem = panel.col, panel.col("problem")
    unreadable = [col(f"{name}_unreadable") for name in ("period", "baseline_period", "due", "plan_period")]
    is_problem = all_of(flag(problem != 0), *(flag(problem != one) for one in _NO_TARGET))
    no_width = all_of(col("is_two_sided"), col("no_width"))
    year, base_year = col("year"), col("base_year")
    has_both = all_of(_is_there(panel, "value", "year"), _is_there(panel, "baseline", "base_year"))
    is_within_year = all_of(flag(col("due_year").is_null()), no(flag(col("last_month").is_null())))
    differ = differs(col("value"), col("baseline"))
    key_fault: Code = col("key_fault") if "until_year" in panel.has else 0
    of_years = (
        (_is_odd(panel, "baseline_period", "base_year"), Reason.BASELINE_NOT_A_YEAR),
        (_is_odd(panel, "period", "year"), Reason.OTHER_LENGTH),
        (all_of(col("has_target"), is_within_year), Reason.NOT_COMPARABLE),
        (all_of(has_both, flag(year < base_year)), Problem.VALUE_BEFORE_BASELINE),
        (all_of(has_both, flag(year == base_year), differ), Reason.CONFLICTING_OBSERVATIONS),
    )
    cases = (
        (flag(key_fault != 0), key_fault),
        (any_of(*unreadable) if needs_years else False, code(Problem.UNREADABLE_PERIOD)),
        (is_problem, problem),
        (all_of(only_levels, no(col("is_level"))), code(Reason.NO_LEVEL_TARGET)),
        (no_width, code(Reason.TOLERANCE_UNKNOWN)),
        *((condition, code(reason)) for condition, reason in of_years if needs_years),
    )
    return code_of(*cases, otherwise=0)


def _is_odd(panel: Panel, period: str, year: str) -> Flag:
    """Return where a time is there and not a year; a time in numbers always is one."""
    schema = panel.frame.collect_schema()
    if period not in panel.has or schema[own(period)] != nw.String:
        return False
    return all_of(no(panel.missing(period)), flag(panel.col(year).is_null()))


def _is_there(panel: Panel, value: str, year: str) -> Flag:
    return no(any_of(flag(panel.col(value).is_null()), flag(panel.col(year).is_null())))


def _missing_value(panel: Panel, *, needs_years: bool) -> Flag:
    value, year = panel.col("value"), panel.col("year")
    return any_of(flag(value.is_null()), flag(year.is_null()) if needs_years else False)
