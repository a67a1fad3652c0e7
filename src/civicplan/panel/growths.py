"""Growth over columns: how fast the level moved, how fast it was to move, and how fast it would have to from now on."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.panel.actuals import said, same_length
from civicplan.panel.bounds import accepts, goal_from
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Case, Code, Expr, Flag, all_of, any_of, code_of, first_of, flag, no, number_of
from civicplan.panel.problems import Problem, code
from civicplan.panel.rules import growth_cases

_YEAR = 12
GROWTHS = ("growth", "required_growth", "catch_up_growth")


def with_growths(panel: Panel) -> Panel:
    """Return the panel with the growth of each level so far, the promised one and the one still needed."""
    panel = _with_latest(panel)
    level = panel.col("latest")
    start, latest, due = (panel.col(f"{time}_end") for time in ("baseline_period", "latest_period", "goal"))
    panel = panel.also(
        latest_reason=_latest_reason(panel),
        level_goal=goal_from(panel, level),
        level_met=accepts(panel, level),
        growth_years=(latest - start) / _YEAR,
        required_growth_years=(due - start) / _YEAR,
        catch_up_growth_years=(due - latest) / _YEAR,
    )
    panel = panel.also(
        growth_reason=_growth_reason(panel),
        required_growth_reason=_required_reason(panel),
        catch_up_growth_reason=_catch_up_reason(panel),
    )
    col = panel.col
    pairs = {
        "growth": (col("baseline"), level),
        "required_growth": (col("baseline"), col("goal")),
        "catch_up_growth": (level, col("level_goal")),
    }
    told = {f"{name}_start": number_of((col(f"{name}_reason") == 0, start)) for name, (start, _) in pairs.items()}
    panel = panel.also(**told)
    return panel.also(**{name: _rate(panel, name, end) for name, (_, end) in pairs.items()})


def _with_latest(panel: Panel) -> Panel:
    """The latest level is the actual of a row, where no other is given; a hedged one is there without a value."""
    if "latest" in panel.has:
        return panel.also(latest_is_hedged=all_of(panel.missing("latest"), _is_hedged(panel, "no_latest")))
    times = {f"latest_period_{part}": panel.col(f"period_{part}") for part in ("start", "end", "unit")}
    has_value = no(panel.missing("value"))
    is_hedged = first_of((has_value, panel.col("is_hedged")), otherwise=_is_hedged(panel, "no_value"))
    panel = panel.also(latest_is_hedged=all_of(panel.col("is_level"), is_hedged), **times)
    is_plain = all_of(panel.col("is_level"), no(panel.col("latest_is_hedged")))
    return panel.also(latest=number_of((is_plain, panel.col("value"))))


def _is_hedged(panel: Panel, column: str) -> Flag:
    """Return where a row says that a figure is missing as it is hedged."""
    return said(panel, column) == code(Reason.HEDGED) if column in panel.has else False


def _latest_reason(panel: Panel) -> Code:
    """Return the number of the reason why a row has no level after its baseline; 0 where it has one."""
    col = panel.col
    is_known = any_of(col("latest_is_hedged"), no(col("latest").is_null()))
    if "period" in panel.has:
        is_later = flag(col("latest_period_end") > col("baseline_period_end"))
        is_known = all_of(is_known, flag(col("latest_period_end") <= col("day")), is_later)
    return code_of(
        (no(col("has_start")), col("baseline_reason")),
        (all_of(no(is_known), col("latest").is_null()), said(panel, "no_latest")),
        (no(is_known), code(Reason.MISSING_OBSERVATION)),
        (no(same_length(panel, "baseline_period", "latest_period")), code(Reason.OTHER_LENGTH)),
        otherwise=0,
    )


def _growth_reason(panel: Panel) -> Code:
    col, years = panel.col, panel.col("growth_years")
    holds_zero = all_of(flag(col("baseline_least") <= 0), flag(col("baseline_most") >= 0))
    return code_of(
        (col("latest_reason") != 0, col("latest_reason")),
        _of_parts(years),
        (no(col("has_baseline")), col("baseline_reason")),
        (col("latest_is_hedged"), code(Reason.HEDGED)),
        *_of_rate(col("baseline"), col("latest"), years),
        (all_of(holds_zero, flag(years != 1)), code(Reason.NEGATIVE_VALUE)),
        otherwise=0,
    )


def _required_reason(panel: Panel) -> Code:
    col = panel.col
    return code_of(
        (col("problem") != 0, col("problem")),
        (no(col("is_level")), code(Reason.NO_LEVEL_TARGET)),
        (no(col("has_baseline")), col("baseline_reason")),
        (col("starts_met"), code(Reason.NOTHING_LEFT)),
        (no(same_length(panel, "baseline_period", "goal")), code(Reason.OTHER_LENGTH)),
        *_of_rate(col("baseline"), col("goal"), col("required_growth_years")),
        otherwise=0,
    )


def _catch_up_reason(panel: Panel) -> Code:
    col = panel.col
    return code_of(
        (col("problem") != 0, col("problem")),
        (no(col("is_level")), code(Reason.NO_LEVEL_TARGET)),
        (col("latest_reason") != 0, col("latest_reason")),
        (col("latest_is_hedged"), code(Reason.HEDGED)),
        (col("level_met"), code(Reason.NOTHING_LEFT)),
        (no(same_length(panel, "latest_period", "goal")), code(Reason.OTHER_LENGTH)),
        *_of_rate(col("latest"), col("level_goal"), col("catch_up_growth_years")),
        otherwise=0,
    )


def _of_rate(start: Expr, end: Expr, years: Expr) -> tuple[Case, ...]:
    return (
        (flag(years.is_null()), code(Problem.NO_PERIOD)),
        _of_parts(years),
        *((flag(condition), code(reason)) for condition, reason in growth_cases(start, end, years)),
    )


def _of_parts(years: Expr) -> Case:
    """Levels of parts of a year are not comparable."""
    return flag(years.floor() != years), code(Reason.NOT_COMPARABLE)


def _rate(panel: Panel, name: str, end: Expr) -> Expr:
    """Return a rate of growth [percent a year]; that of a loss has its sign reversed."""
    start = panel.col(f"{name}_start")
    percent = number_of((flag(start < 0), -100.0), (True, 100.0))
    rate: Expr = percent * _formulas.annual_growth(start, end, panel.col(f"{name}_years"), root)
    return rate


def root(value: Expr, degree: Expr) -> Expr:
    """Return the positive root of a number that is not negative; of zero, zero."""
    positive = number_of((flag(value > 0), value))
    return number_of((flag(value == 0), 0.0), (True, (positive.log() / degree).exp()))
