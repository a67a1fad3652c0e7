"""United Nations 2023 over columns."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.methods import un
from civicplan.model.units import PERCENT
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import (
    Code,
    Expr,
    Flag,
    all_of,
    any_of,
    code_of,
    flag,
    no,
    number_of,
)
from civicplan.panel.problems import code
from civicplan.panel.rating.parts import banded, first_reasons, growth, is_same, label_of, no_growth, no_side, no_way
from civicplan.panel.rating.tracks import due_or, meets, years_between

_PERCENT = rf"(?i)^\s*(?:{PERCENT})\s*$"
_POINT = 1 + 1e-9


def rate(panel: Panel) -> Panel:
    """Return the panel with ratings by the United Nations; see `civicplan.methods.un.rate` for the rule."""
    panel = _with_latest_by_due(panel)
    panel = panel.also(
        at_top=all_of(panel.col("has_target"), any_of(meets(panel, panel.col("value")), _is_close(panel)))
    )
    used, base = panel.col("used"), panel.col("baseline")
    panel = panel.also(
        years=years_between(panel.col("base_year"), panel.col("used_year")),
        years_left=panel.col("by_year") - panel.col("used_year"),
    )
    panel = panel.also(rise=growth(base, used, panel.col("years")))
    panel = panel.also(blocked=_blocked(panel), share=_share(panel))
    share, has_target = panel.col("share"), panel.col("has_target")
    of_target = banded(share, zip(un.WITH_TARGET, un.LABELS, strict=False))
    of_trend = banded(share, zip(un.WITHOUT_TARGET, un.LABELS, strict=False))
    panel = panel.also(
        label=label_of(
            un.LABELS,
            (panel.col("at_top"), un.TOP),
            *((all_of(has_target, reached), label) for reached, label in of_target),
            *((all_of(no(has_target), reached), label) for reached, label in of_trend),
            otherwise=un.STAGNATION,
        )
    )
    scores = [(flag(panel.col("label") == place), float(un.SCORES[label])) for place, label in enumerate(un.LABELS, 1)]
    return panel.also(rated=number_of((no(panel.col("at_top")), share)), score=number_of(*scores), beside=0)


def _with_latest_by_due(panel: Panel) -> Panel:
    """Once the target year has passed, the latest figure up to it is used: of a series its own, else the baseline."""
    value, year, base_year = panel.col("value"), panel.col("year"), panel.col("base_year")
    panel = panel.also(by_year=due_or(panel, un.TARGET_YEAR))
    by_year = panel.col("by_year")
    in_time = any_of(no(panel.col("has_target")), flag(year <= by_year))
    if "until_year" in panel.has:
        earlier, earlier_year = panel.col("until_value"), panel.col("until_year")
    else:
        earlier, earlier_year = panel.col("baseline"), base_year
    is_by_due = all_of(no(flag(earlier.is_null())), flag(earlier_year <= by_year))
    return panel.also(
        used=number_of((in_time, value), (is_by_due, earlier)),
        used_year=number_of((in_time, year), (is_by_due, earlier_year)),
    )


def _is_close(panel: Panel) -> Flag:
    """Return where a percentage is within a point of the end of its scale, which the source counts as met."""
    if "unit" not in panel.has:
        return False
    goal = panel.col("goal")
    is_end = any_of(*(flag(goal == float(end)) for end in un.ENDS))
    is_near = flag((panel.col("value") - goal).abs() <= _POINT)
    return all_of(is_end, is_near, flag(panel.col("unit").str.contains(_PERCENT)))


def _blocked(panel: Panel) -> Code:
    has_target, base, goal = panel.col("has_target"), panel.col("baseline"), panel.col("goal")
    no_gain = any_of(is_same(goal, base), flag(panel.col("sign") * (goal - base) <= 0))
    return code_of(
        *first_reasons(panel),
        *no_side(panel),
        (panel.col("at_top"), 0),
        (flag(panel.col("used").is_null()), code(Reason.ALREADY_DUE)),
        (no(panel.col("has_base")), code(Reason.MISSING_BASELINE)),
        (flag(panel.col("years").is_null()), code(Reason.NO_TIME)),
        (all_of(has_target, no_gain), no_way(panel)),
        *no_growth(base, panel.col("used")),
        (all_of(no(has_target), flag(base < 0)), code(Reason.NOT_POSITIVE)),
        otherwise=0,
    )


def _share(panel: Panel) -> Expr:
    """Return the share of the way that is done by the target year if growth goes on; without a target the growth."""
    base, used, rise = panel.col("baseline"), panel.col("used"), panel.col("rise")
    trend: Expr = panel.col("sign") * rise
    if "target" not in panel.has:
        return trend
    left = panel.col("years_left")
    factor = 1 + rise
    power = (number_of((flag(factor > 0), factor)).log() * left).exp()
    grown = number_of((flag(left == 0), used), (flag(factor > 0), used * power), (flag(factor == 0), 0.0))
    way = panel.col("goal") - base
    reached = (grown - base) / number_of((flag(way != 0), way))
    return number_of((panel.col("has_target"), reached), (True, trend))
