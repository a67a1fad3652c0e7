"""Average annual rates of reduction between two ends, over columns."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Case, all_of, any_of, code_of, first_of, flag, no, number_of
from civicplan.panel.problems import code
from civicplan.panel.rating.parts import first_reasons, growth
from civicplan.panel.rating.tracks import years_between

_HUNDRED = 100.0


def rate_compound(panel: Panel) -> Panel:
    """Return the panel with the compound rates; see `civicplan.methods.aarr.rate_compound` for the rule."""
    return _rated(panel, is_compound=True)


def rate_ends(panel: Panel) -> Panel:
    """Return the panel with the continuous rates; see `civicplan.methods.aarr.rate_ends` for the rule."""
    return _rated(panel, is_compound=False)


def _rated(panel: Panel, *, is_compound: bool) -> Panel:
    value, is_stated = panel.col("value"), panel.col("has_base")
    panel = panel.also(
        first=first_of((is_stated, panel.col("baseline")), otherwise=value),
        first_year=first_of((is_stated, panel.col("base_year")), otherwise=panel.col("year")),
    )
    base = panel.col("first")
    panel = panel.also(years=years_between(panel.col("first_year"), panel.col("year")))
    years = panel.col("years")
    at_zero: tuple[Case, ...] = () if is_compound else ((flag(value == 0), code(Reason.ZERO_ACTUAL)),)
    fault, missing = first_reasons(panel)
    blocked = code_of(
        fault,
        (all_of(panel.col("missing"), no(is_stated)), code(Reason.MISSING_BASELINE)),
        missing,
        (flag(base == 0), code(Reason.ZERO_BASELINE)),
        (any_of(flag(base < 0), flag(value < 0)), code(Reason.NOT_POSITIVE)),
        *at_zero,
        (flag(years.is_null()), code(Reason.NO_TIME)),
        otherwise=0,
    )
    panel = panel.also(blocked=blocked)
    if is_compound:
        rate = growth(base, value, years)
    else:
        quotient = value / number_of((flag(base > 0), base))
        rate = number_of((flag(quotient > 0), quotient)).log() / years
    return panel.also(label=0, rated=0 - _HUNDRED * rate, score=number_of(), beside=0)
