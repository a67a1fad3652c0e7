"""Open SDG 2.4 over columns."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.methods import open_sdg
from civicplan.panel.columns import Panel
from civicplan.panel.engine import nw
from civicplan.panel.expressions import Code, Expr, all_of, code_of, first_of, flag, least_of, most_of, no, number_of
from civicplan.panel.problems import code
from civicplan.panel.rating.parts import first_reasons, growth, label_of, no_side, no_way, reaches
from civicplan.panel.rating.tracks import due_or, years_between

_STAND_IN = float(open_sdg.STAND_IN)
_BEST, _WORST = float(open_sdg.BEST), float(open_sdg.WORST)
#: A scale of the thresholds below this is none: the baseline is at the limit.
_NO_SCALE = 1e-12


def rate(panel: Panel) -> Panel:
    """Return the panel with ratings by Open SDG; see `civicplan.methods.open_sdg.rate` for the rule."""
    panel = _with_growths(panel)
    panel = panel.also(blocked=_blocked(panel), share=_share(panel), scale=_scale(panel))
    share = panel.col("share")
    with_target, is_rated = panel.col("has_target"), flag(panel.col("blocked") == 0)
    is_past = all_of(is_rated, with_target, no(panel.col("achieved")), flag(panel.col("year") > panel.col("by_year")))
    return panel.also(
        label=_label(panel),
        rated=share,
        score=_score(panel),
        beside=code_of((is_past, code(Reason.ALREADY_DUE)), otherwise=0),
    )


def _with_growths(panel: Panel) -> Panel:
    """Neither a baseline nor a target of 0 has a rate of growth, so the source takes a thousandth for both."""
    base, goal, sign, value = (panel.col(name) for name in ("baseline", "goal", "sign", "value"))
    panel = panel.also(
        base=first_of((flag(base == 0), _STAND_IN), otherwise=base),
        aim=first_of((flag(goal == 0), _STAND_IN), otherwise=goal),
        by_year=due_or(panel, open_sdg.TARGET_YEAR),
    )
    base, aim = panel.col("base"), panel.col("aim")
    slack, gain = aim.abs() * 1e-9, sign * (value - aim)
    reached = first_of((panel.col("is_strict"), flag(gain > slack)), otherwise=flag(gain >= 0 - slack))
    panel = panel.also(
        years=years_between(panel.col("base_year"), panel.col("year")),
        years_to_go=years_between(panel.col("base_year"), panel.col("by_year")),
        achieved=all_of(panel.col("has_target"), reached),
    )
    upward = first_of((flag(base > 0), sign), otherwise=0 - sign)
    return panel.also(
        observed=upward * growth(base, value, panel.col("years")),
        required=growth(base, aim, panel.col("years_to_go")).abs() if "target" in panel.has else number_of(),
    )  # fmt: skip


def _blocked(panel: Panel) -> Code:
    base, has_target = panel.col("base"), panel.col("has_target")
    stands_still = all_of(flag(panel.col("required") == 0), flag(panel.col("observed") == 0))
    return code_of(
        *first_reasons(panel),
        *no_side(panel),
        (panel.col("achieved"), 0),
        (no(panel.col("has_base")), code(Reason.MISSING_BASELINE)),
        (flag(panel.col("years").is_null()), code(Reason.NO_TIME)),
        (flag(base * panel.col("value") < 0), code(Reason.SIGN_CHANGE)),
        (all_of(has_target, flag(panel.col("years_to_go").is_null())), code(Reason.NO_TIME)),
        (all_of(has_target, flag(base * panel.col("aim") < 0)), code(Reason.SIGN_CHANGE)),
        (all_of(has_target, stands_still), no_way(panel)),
        otherwise=0,
    )


def _share(panel: Panel) -> Expr:
    """Return the growth as a share of that required; without a target the growth itself."""
    required, observed = panel.col("required"), panel.col("observed")
    of_required = observed / number_of((flag(required > 0), required))
    return number_of((panel.col("has_target"), of_required), (True, observed))


def _scale(panel: Panel) -> Expr:
    """Return what the nearness of the natural limit leaves of the thresholds [share]."""
    if "limit" not in panel.has:
        return nw.lit(1.0)
    base, limit = panel.col("baseline").abs(), panel.col("limit").abs()
    is_far = no(flag(base < 2 * limit))
    near = first_of((flag(base <= limit), base), otherwise=2 * limit - base) / number_of((no(is_far), limit))
    scale = 1 - near ** (open_sdg.CURVE_POWER / open_sdg.CURVE_DEGREE)
    return number_of((is_far, 1.0), (flag(scale < _NO_SCALE), 0.0), (True, scale))


def _label(panel: Panel) -> Code:
    share, has_target, scale = panel.col("share"), panel.col("has_target"), panel.col("scale")
    classes = open_sdg.LABELS[1:]
    of_target = [
        (all_of(has_target, reaches(share, limit)), label)
        for limit, label in zip(open_sdg.WITH_TARGET, classes, strict=False)
    ]
    of_trend = [
        (all_of(no(has_target), reaches(share, scale * float(limit))), label)
        for limit, label in zip(open_sdg.WITHOUT_TARGET, classes, strict=False)
    ]
    cases = ((panel.col("achieved"), open_sdg.ACHIEVED), *of_target, *of_trend)
    return label_of(open_sdg.LABELS, *cases, otherwise=open_sdg.DETERIORATION)


def _score(panel: Panel) -> Expr:
    has_target, share = panel.col("has_target"), panel.col("share")
    return number_of(
        (panel.col("achieved"), _BEST),
        (all_of(has_target, flag(share.is_null())), _WORST),
        (has_target, _target_score(share)),
        (True, _trend_score(share, panel.col("scale"))),
    )


def _target_score(ratio: Expr) -> Expr:
    above, below = _on(open_sdg.FROM_MODERATE, ratio), _on(open_sdg.BELOW_MODERATE, ratio)
    return number_of((reaches(ratio, open_sdg.WITH_TARGET[1]), _at_most(above)), (True, _at_least(below)))


def _trend_score(value: Expr, scale: Expr) -> Expr:
    scaled = value / number_of((flag(scale > 0), scale))
    fast, fair, _ = open_sdg.WITHOUT_TARGET
    return number_of(
        (flag(value < 0), _at_least(_on(open_sdg.FALLING, value))),
        (flag(scale == 0), _BEST),
        (reaches(scaled, fast), _at_most(_on(open_sdg.RISING_FAST, scaled))),
        (reaches(scaled, fair), _on(open_sdg.RISING, scaled)),
        (True, _on(open_sdg.RISING_SLOWLY, scaled)),
    )


def _on(line: open_sdg.ScoreLine, value: Expr) -> Expr:
    score: Expr = open_sdg.ScoreLine(float(line.slope), float(line.start)).at(value)
    return score


def _at_most(score: Expr) -> Expr:
    return least_of(score, nw.lit(_BEST))


def _at_least(score: Expr) -> Expr:
    return most_of(score, nw.lit(_WORST))
