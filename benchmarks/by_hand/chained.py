"""By hand in polars, as it is mostly written: one column after another, and a case for every comparator in each."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

_SAME = 1e-12
_NEVER = ("tolerance", "prices", "ratio", "parts", "hedged")


def chained(frame: pl.LazyFrame, as_of: int) -> pl.LazyFrame:
    c = pl.col
    given = frame.collect_schema().names()
    frame = frame.with_columns(is_due=c("due") <= as_of)
    frame = frame.with_columns(is_known=c("value").is_not_null() & (c("period") <= as_of))
    frame = frame.with_columns(
        has_actual=pl.when(~c("is_known"))
        .then(False)
        .when(c("is_due"))
        .then(c("period") == c("due"))
        .otherwise((c("period") <= c("due")) & (c("period") > c("baseline_period")))
    )
    return _told(_measured(_reached(frame))).select(*given, *_ANSWERS)


_ANSWERS = (
    *("attainment", "progress", "elapsed", "pace", "growth", "required_growth", "catch_up_growth", "gap", "verdict"),
    *("decisive", "caveat_digits", *(f"caveat_{caveat}" for caveat in _NEVER), "standing", "reason"),
)


def _by_comparator(case: Callable[[str], pl.Expr]) -> pl.Expr:
    c = pl.col("comparator")
    return (
        pl.when(c == "≥")
        .then(case("≥"))
        .when(c == ">")
        .then(case(">"))
        .when(c == "≤")
        .then(case("≤"))
        .when(c == "<")
        .then(case("<"))
    )


def _meets(comparator: str, value: pl.Expr) -> pl.Expr:
    target = pl.col("target")
    return {"≥": value >= target, ">": value > target, "≤": value <= target, "<": value < target}[comparator]


def _reached(frame: pl.LazyFrame) -> pl.LazyFrame:
    c = pl.col
    frame = frame.with_columns(is_met=_by_comparator(lambda sign: _meets(sign, c("value"))))
    frame = frame.with_columns(starts_met=_by_comparator(lambda sign: _meets(sign, c("baseline"))))
    frame = frame.with_columns(half=0.5 * pl.lit(10.0) ** -c("places"))
    frame = frame.with_columns(baseline_half=0.5 * pl.lit(10.0) ** -c("baseline_places"))
    frame = frame.with_columns(least_meets=_by_comparator(lambda sign: _meets(sign, c("value") - c("half"))))
    frame = frame.with_columns(most_meets=_by_comparator(lambda sign: _meets(sign, c("value") + c("half"))))
    return frame.with_columns(is_settled=c("least_meets") == c("most_meets"))


def _measured(frame: pl.LazyFrame) -> pl.LazyFrame:
    c, has = pl.col, pl.col("has_actual")
    ratios = {sign: c("value") / c("target") for sign in ("≥", ">")}
    ratios |= {sign: c("target") / c("value") for sign in ("≤", "<")}
    frame = frame.with_columns(attainment=pl.when(has).then(_by_comparator(ratios.__getitem__)))
    done = (c("value") - c("baseline")) / (c("target") - c("baseline"))
    frame = frame.with_columns(progress=pl.when(has & ~c("starts_met")).then(done))
    gone = (c("period") - c("baseline_period")) / (c("due") - c("baseline_period"))
    frame = frame.with_columns(elapsed=pl.when(has).then(gone.clip(0, 1)))
    frame = frame.with_columns(pace=pl.when(c("elapsed") > 0).then(c("progress") / c("elapsed")))
    is_later = c("is_known") & (c("period") > c("baseline_period"))
    frame = frame.with_columns(growth=_growth(is_later, "baseline", "value", "baseline_period", "period"))
    frame = frame.with_columns(
        required_growth=_growth(~c("starts_met"), "baseline", "target", "baseline_period", "due")
    )
    frame = frame.with_columns(catch_up_growth=_growth(is_later & ~c("is_met"), "value", "target", "period", "due"))
    gaps = {sign: c("target") - c("value") for sign in ("≥", ">")}
    gaps |= {sign: c("value") - c("target") for sign in ("≤", "<")}
    return frame.with_columns(gap=pl.when(has).then(_by_comparator(gaps.__getitem__)))


def _growth(is_told: pl.Expr, start: str, end: str, since: str, until: str) -> pl.Expr:
    c = pl.col
    years = c(until) - c(since)
    rate = 100 * ((c(end) / c(start)) ** (1 / years) - 1)
    return pl.when(is_told & (years > 0) & (c(start) > 0) & (c(end) > 0)).then(rate)


def _told(frame: pl.LazyFrame) -> pl.LazyFrame:
    c, lit = pl.col, pl.lit
    frame = frame.with_columns(
        verdict=pl.when(~c("is_due"))
        .then(lit("not_due"))
        .when(~c("has_actual"))
        .then(lit("not_assessable"))
        .when(c("is_met"))
        .then(lit("met"))
        .otherwise(lit("not_met"))
    )
    frame = frame.with_columns(is_judged=c("verdict").is_in(["met", "not_met"]))
    frame = frame.with_columns(decisive=c("is_judged") & c("is_settled"))
    frame = frame.with_columns(caveat_digits=c("is_judged") & ~c("is_settled"))
    for caveat in _NEVER:
        frame = frame.with_columns(lit(False).alias(f"caveat_{caveat}"))
    frame = _with_standing(frame)
    return frame.with_columns(reason=pl.when(c("verdict") == "not_assessable").then(lit("missing_observation")))


def _with_standing(frame: pl.LazyFrame) -> pl.LazyFrame:
    c, lit = pl.col, pl.lit
    least_way = c("target") - c("baseline") - c("baseline_half")
    most_way = c("target") - c("baseline") + c("baseline_half")
    corners = [
        1 - (c("target") - c("value") + half) / way for half in (-c("half"), c("half")) for way in (least_way, most_way)
    ]
    is_sure = ~((least_way <= 0) & (most_way >= 0))
    frame = frame.with_columns(least_done=pl.when(is_sure).then(pl.min_horizontal(corners)))
    frame = frame.with_columns(most_done=pl.when(is_sure).then(pl.max_horizontal(corners)))
    standing = pl.when(c("is_due") | ~c("has_actual")).then(None)
    standing = standing.when(c("starts_met") & c("is_met")).then(lit("on_track"))
    standing = standing.when(c("starts_met")).then(lit("behind")).when(c("is_met")).then(lit("achieved_early"))
    standing = standing.when(c("most_done") < -_SAME).then(lit("reversing"))
    standing = standing.when(c("least_done") - c("elapsed") > _SAME).then(lit("ahead"))
    standing = standing.when(c("most_done") - c("elapsed") < -_SAME).then(lit("behind"))
    return frame.with_columns(standing=standing.otherwise(lit("on_track")))
