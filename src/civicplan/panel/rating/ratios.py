"""The methods that are a ratio of actual and target, over columns: US Commerce, the Global Fund, and NBS of China."""

from __future__ import annotations

from decimal import Decimal

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.methods import global_fund, us_commerce
from civicplan.panel.columns import Panel
from civicplan.panel.engine import nw
from civicplan.panel.expressions import (
    Case,
    Expr,
    all_of,
    any_of,
    code_of,
    first_of,
    flag,
    least_of,
    no,
    number_of,
)
from civicplan.panel.problems import code
from civicplan.panel.rating.parts import banded, first_reasons, label_of, no_side, passes
from civicplan.panel.rating.tracks import meets

_HUNDRED = 100.0


def rate_us_commerce(panel: Panel) -> Panel:
    """Return the panel with the status of US Commerce; see `civicplan.methods.us_commerce.rate` for the rule."""
    panel = _with_percent(panel)
    percent = panel.col("rated")
    is_touched = all_of(no(meets(panel, panel.col("value"))), no(passes(percent, us_commerce.MOST)))
    met, *others = banded(percent, us_commerce.LIMITS)
    cases = (
        (passes(percent, us_commerce.MOST), us_commerce.EXCEEDED),
        (all_of(met[0], is_touched), us_commerce.SLIGHTLY_BELOW),
        met,
        *others,
    )
    return panel.also(label=label_of(us_commerce.LABELS, *cases, otherwise=us_commerce.NOT_MET), score=number_of())


def rate_global_fund(panel: Panel) -> Panel:
    """Return the panel with the grades of the Global Fund; see `civicplan.methods.global_fund.rate` for the rule."""
    panel = _with_percent(panel)
    best, *_, worst = global_fund.LABELS
    percent = panel.col("rated")
    cases = ((passes(percent, Decimal(100)), best), *banded(percent, global_fund.LIMITS))
    return panel.also(label=label_of(global_fund.LABELS, *cases, otherwise=worst), score=number_of())


def rate_nbs(panel: Panel) -> Panel:
    """Return the panel with degrees of realisation; see `civicplan.methods.nbs.rate` for the rule."""
    panel = _as_rises(panel)
    value, limit, two_sided = panel.col("value"), panel.col("limit"), panel.col("two_sided")
    target, is_parity = panel.col("target"), panel.col("is_parity")
    panel = panel.also(
        range_low=first_of((is_parity, target), otherwise=panel.col("low")),
        range_high=first_of((is_parity, target), otherwise=panel.col("high")),
        nothing_left=all_of(panel.col("downward"), meets(panel, value), flag(value <= 0)),
    )
    low, high = panel.col("range_low"), panel.col("range_high")
    panel = panel.also(
        near=first_of((flag(value < low), low), otherwise=high),
        inside=all_of(flag(value >= low), flag(value <= high)),
    )
    near, inside = panel.col("near"), panel.col("inside")
    is_off_limits = no(flag((limit - near) * (value - near) > 0))
    blocked = code_of(
        *first_reasons(panel),
        (no(panel.col("has_target")), code(Reason.NO_TARGET)),
        (panel.col("nothing_left"), 0),
        (all_of(two_sided, no(inside), is_off_limits), code(Reason.LIMITS_UNKNOWN)),
        (two_sided, 0),
        *_no_ratio(panel),
        otherwise=0,
    )
    panel = panel.also(blocked=blocked)
    outside = number_of((all_of(two_sided, no(inside), no(is_off_limits)), near))
    of_range = number_of((inside, 1.0), (True, _formulas.attainment_off_range(value, outside, limit)))
    share = number_of((panel.col("nothing_left"), 1.0), (two_sided, of_range), (True, _ratio(panel)))
    panel = panel.also(rated=_HUNDRED * share)
    return panel.also(label=0, beside=0, score=least_of(panel.col("rated"), nw.lit(_HUNDRED)))


def _with_percent(panel: Panel) -> Panel:
    """The actual in percent of the target."""
    panel = _as_rises(panel)
    sides = no_side(panel)
    blocked = code_of(
        *first_reasons(panel),
        *sides,
        (no(panel.col("has_target")), code(Reason.NO_TARGET)),
        *_no_ratio(panel),
        otherwise=0,
    )
    panel = panel.also(blocked=blocked)
    return panel.also(rated=_HUNDRED * _ratio(panel), beside=0)


def _as_rises(panel: Panel) -> Panel:
    """What is to fall by so much counts by its size: a fall of 4 is four fifths of one of 5."""
    falls = all_of(panel.col("is_change"), panel.col("downward"))
    if falls is False:
        return panel
    value, goal = panel.col("value"), panel.col("goal")
    return panel.also(
        value=first_of((falls, 0 - value), otherwise=value),
        goal=first_of((falls, 0 - goal), otherwise=goal),
        sign=first_of((falls, 1.0), otherwise=panel.col("sign")),
        downward=all_of(panel.col("downward"), no(falls)),
        upward=any_of(panel.col("upward"), falls),
    )


def _no_ratio(panel: Panel) -> tuple[Case, ...]:
    value, goal, downward = panel.col("value"), panel.col("goal"), panel.col("downward")
    return (
        (flag(panel.col("sign").is_null()), code(Reason.NO_DIRECTION)),
        (all_of(downward, flag(value == 0)), code(Reason.ZERO_ACTUAL)),
        (flag(goal == 0), code(Reason.ZERO_TARGET)),
        (any_of(flag(goal < 0), all_of(downward, flag(value < 0))), code(Reason.NEGATIVE_VALUE)),
    )


def _ratio(panel: Panel) -> Expr:
    is_rated, downward = flag(panel.col("blocked") == 0), panel.col("downward")
    value, goal = panel.col("value"), panel.col("goal")
    of_floor = _formulas.attainment_of_floor(value, number_of((all_of(is_rated, no(downward)), goal)))
    of_cap = _formulas.attainment_of_cap(number_of((all_of(is_rated, downward), value)), goal)
    return number_of((downward, of_cap), (True, of_floor))
