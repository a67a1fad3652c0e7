"""Growth over columns: how fast the level moved, how fast it was to move, and how fast it would have to from now on."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.panel.actuals import same_length
from civicplan.panel.bounds import accepts, goal_from
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Case, Expr, col, first_of, flag, number_of
from civicplan.panel.problems import Problem, code

_YEAR = 12
GROWTHS = ("growth", "required_growth", "catch_up_growth")


def with_growths(panel: Panel) -> Panel:
    """Return the panel with the growth of each level so far, the promised one and the one still needed."""
    panel = panel.also(
        latest_reason=_latest_reason(panel),
        level_goal=goal_from(col("value")),
        level_met=accepts(col("value")),
    )
    years = {
        "growth": (col("period_end") - col("baseline_period_end")) / _YEAR,
        "required_growth": (col("goal_end") - col("baseline_period_end")) / _YEAR,
        "catch_up_growth": (col("goal_end") - col("period_end")) / _YEAR,
    }
    panel = panel.also(**{f"{name}_years": value for name, value in years.items()})
    panel = panel.also(
        growth_reason=_growth_reason(),
        required_growth_reason=_required_reason(),
        catch_up_growth_reason=_catch_up_reason(),
    )
    pairs = {
        "growth": (col("baseline"), col("value")),
        "required_growth": (col("baseline"), col("goal")),
        "catch_up_growth": (col("value"), col("level_goal")),
    }
    return panel.also(**{name: _rate(name, *pair) for name, pair in pairs.items()})


def _latest_reason(panel: Panel) -> Expr:
    """Return the number of the reason why a row has no level after its baseline; 0 where it has one."""
    is_known = ~col("value").is_null() & col("is_level")
    if "period" in panel.has:
        is_known = flag(is_known & (col("period_end") <= col("day")))
        is_known = is_known & flag(col("period_end") > col("baseline_period_end"))
    return first_of(
        (~col("has_baseline"), code(Reason.MISSING_BASELINE)),
        (~is_known, code(Reason.MISSING_OBSERVATION)),
        (~same_length("baseline_period", "period"), code(Reason.OTHER_LENGTH)),
        otherwise=0,
    )


def _growth_reason() -> Expr:
    start, end, years = col("baseline"), col("value"), col("growth_years")
    holds_zero = flag(col("baseline_least") <= 0) & flag(col("baseline_most") >= 0)
    return first_of(
        (col("latest_reason") != 0, col("latest_reason")),
        *_of_rate(start, end, years),
        (holds_zero & flag(years != 1), code(Reason.NEGATIVE_VALUE)),
        otherwise=0,
    )


def _required_reason() -> Expr:
    return first_of(
        (col("problem") != 0, col("problem")),
        (~col("is_level"), code(Reason.NO_LEVEL_TARGET)),
        (~col("has_baseline"), code(Reason.MISSING_BASELINE)),
        (accepts(col("baseline")), code(Reason.NOTHING_LEFT)),
        (~same_length("baseline_period", "goal"), code(Reason.OTHER_LENGTH)),
        *_of_rate(col("baseline"), col("goal"), col("required_growth_years")),
        otherwise=0,
    )


def _catch_up_reason() -> Expr:
    return first_of(
        (col("problem") != 0, col("problem")),
        (~col("is_level"), code(Reason.NO_LEVEL_TARGET)),
        (col("latest_reason") != 0, col("latest_reason")),
        (col("level_met"), code(Reason.NOTHING_LEFT)),
        (~same_length("period", "goal"), code(Reason.OTHER_LENGTH)),
        *_of_rate(col("value"), col("level_goal"), col("catch_up_growth_years")),
        otherwise=0,
    )


def _of_rate(start: Expr, end: Expr, years: Expr) -> tuple[Case, ...]:
    return (
        (years.is_null(), code(Problem.NO_PERIOD)),
        (~flag(years.floor() == years), code(Reason.NOT_COMPARABLE)),
        (flag(years <= 0), code(Reason.NO_TIME)),
        (flag(start == 0), code(Reason.ZERO_BASELINE)),
        (flag(start * end < 0), code(Reason.SIGN_CHANGE)),
    )


def _rate(name: str, start: Expr, end: Expr) -> Expr:
    """Return a rate of growth [percent a year]; that of a loss has its sign reversed."""
    is_told = col(f"{name}_reason") == 0
    start, years = number_of((is_told, start)), number_of((is_told, col(f"{name}_years")))
    rate = 100 * _formulas.annual_growth(start, end, years, root)
    return first_of((flag(start < 0), 0 - rate), otherwise=rate)


def root(value: Expr, degree: Expr) -> Expr:
    """Return the positive root of a number that is not negative; of zero, zero."""
    positive = number_of((value > 0, value))
    return first_of((flag(value == 0), 0.0), otherwise=(positive.log() / degree).exp())
