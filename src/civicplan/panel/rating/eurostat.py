"""Eurostat 2020 over columns."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.methods import eurostat
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Code, all_of, code_of, first_of, flag, no, number_of
from civicplan.panel.problems import code
from civicplan.panel.rating.parts import (
    banded,
    first_reasons,
    growth,
    label_of,
    no_growth,
    no_side,
    no_way,
    reaches,
)
from civicplan.panel.rating.tracks import years_between


def rate(panel: Panel) -> Panel:
    """Return the panel with ratings by Eurostat; see `civicplan.methods.eurostat.rate` for the rule."""
    base, sign, goal = panel.col("baseline"), panel.col("sign"), panel.col("goal")
    panel = panel.also(
        years=years_between(panel.col("base_year"), panel.col("year")),
        years_to_go=years_between(panel.col("base_year"), panel.col("due_year")),
    )
    upward = first_of((flag(base > 0), sign), otherwise=0 - sign)
    panel = panel.also(
        observed=upward * growth(base, panel.col("value"), panel.col("years")),
        required=growth(base, goal, panel.col("years_to_go")).abs(),
    )
    required, observed, has_target = panel.col("required"), panel.col("observed"), panel.col("has_target")
    of_required = observed / number_of((flag(required > 0), required))
    panel = panel.also(
        blocked=_blocked(panel), rated=number_of((has_target, of_required), (True, observed)), score=number_of()
    )
    is_past = all_of(flag(panel.col("blocked") == 0), has_target, flag(panel.col("year") > panel.col("due_year")))
    return panel.also(label=_label(panel), beside=code_of((is_past, code(Reason.ALREADY_DUE)), otherwise=0))


def _blocked(panel: Panel) -> Code:
    has_target, base, goal = panel.col("has_target"), panel.col("baseline"), panel.col("goal")
    return code_of(
        *first_reasons(panel),
        *no_side(panel),
        (no(panel.col("has_base")), code(Reason.MISSING_BASELINE)),
        (flag(panel.col("years").is_null()), code(Reason.NO_TIME)),
        *no_growth(base, panel.col("value")),
        (all_of(has_target, flag(panel.col("due_year").is_null())), code(Reason.NO_TARGET_YEAR)),
        (all_of(has_target, flag(panel.col("years_to_go").is_null())), code(Reason.NO_TIME)),
        (all_of(has_target, flag(goal == 0)), code(Reason.ZERO_TARGET)),
        (all_of(has_target, flag(base * goal < 0)), code(Reason.SIGN_CHANGE)),
        (all_of(has_target, flag(panel.col("required") == 0)), no_way(panel)),
        otherwise=0,
    )


def _label(panel: Panel) -> Code:
    value, has_target = panel.col("rated"), panel.col("has_target")
    of_target = ((all_of(has_target, reached), label) for reached, label in banded(value, eurostat.WITH_TARGET))
    return label_of(
        eurostat.METHOD.labels,
        *of_target,
        (has_target, eurostat.AWAY),
        (reaches(value, eurostat.ONE_PERCENT), eurostat.SIGNIFICANT),
        (flag(value >= 0), eurostat.MODERATE),
        (reaches(0 - value, eurostat.ONE_PERCENT), eurostat.SIGNIFICANTLY_AWAY),
        otherwise=eurostat.MODERATELY_AWAY,
    )
