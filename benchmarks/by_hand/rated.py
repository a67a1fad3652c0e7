"""By hand in pandas and NumPy: the rule of Open SDG 2.4 over whole columns."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

_CLASSES = ["substantial_progress", "moderate_progress", "limited_progress"]


def made_up_tracks(rows: int) -> pd.DataFrame:
    """Tracks with one decimal place; a third has no target, a third a natural limit."""
    chance = np.random.default_rng(1)
    figures = {name: chance.uniform(1, most, rows).round(1) for name, most in (("baseline", 100), ("value", 120))}
    target = np.where(chance.random(rows) < 0.3, np.nan, chance.uniform(1, 120, rows).round(1))
    return pd.DataFrame(
        {
            **figures,
            "baseline_period": np.full(rows, 2015),
            "period": chance.integers(2018, 2026, rows),
            "target": target,
            "due": np.full(rows, 2030),
            "direction": np.where(chance.random(rows) < 0.5, "higher", "lower"),
            "limit": np.where(chance.random(rows) < 0.3, 100.0, np.nan),
        }
    )


def rated(frame: pd.DataFrame) -> pd.DataFrame:
    columns = {name: frame[name].to_numpy() for name in frame.columns}
    base, value, target = (columns[name] for name in ("baseline", "value", "target"))
    base, target = np.where(base == 0, 0.001, base), np.where(target == 0, 0.001, target)
    sign, has_target = np.where(columns["direction"] == "higher", 1.0, -1.0), ~np.isnan(target)
    years, all_years = (columns[name] - columns["baseline_period"] for name in ("period", "due"))
    with np.errstate(all="ignore"):
        growth = sign * np.where(base > 0, 1, -1) * ((value / base) ** (1 / years) - 1)
        ratio = growth / np.abs((target / base) ** (1 / all_years) - 1)
        scale = _scale(np.abs(base), columns["limit"])
        achieved = has_target & (sign * value >= sign * target)
        answers = {"rating": _labels(achieved, has_target, ratio, growth, scale)}
        answers["rating_score"] = _scores(achieved, has_target, ratio, growth, scale)
    number = np.where(has_target, ratio, growth)
    no_time = years <= 0
    bad = no_time | (value * base < 0)
    answers["rating"] = pd.Series(answers["rating"], index=frame.index).astype("str").mask(bad, "not_available")
    reason = np.where(bad, np.where(no_time, "no_time", "sign_change"), None)
    return frame.assign(
        rating=answers["rating"],
        rating_value=np.where(bad | ~np.isfinite(number), np.nan, number),
        rating_score=np.where(bad, np.nan, answers["rating_score"]),
        rating_reason=reason,
    )


def _scale(base: Any, limit: Any) -> Any:
    near = np.where(base <= limit, base, 2 * limit - base) / limit
    return np.where(np.isnan(limit) | (base >= 2 * limit), 1.0, 1 - near**4.44)


def _labels(achieved: Any, has_target: Any, ratio: Any, growth: Any, scale: Any) -> Any:
    of_target = [has_target & (ratio >= limit) for limit in (0.95, 0.6, 0)]
    of_trend = [~has_target & (growth >= limit * scale) for limit in (0.015, 0.005, 0)]
    return np.select([achieved, *of_target, *of_trend], ["target_achieved", *_CLASSES, *_CLASSES], "deterioration")


def _scores(achieved: Any, has_target: Any, ratio: Any, growth: Any, scale: Any) -> Any:
    scaled = growth / scale
    cases = [
        (achieved, np.full(len(ratio), 5.0)),
        (has_target & (ratio >= 0.6), np.minimum(7.1429 * ratio - 4.2857, 5)),
        (has_target, np.maximum(4.1667 * ratio - 2.5, -5)),
        (growth < 0, np.maximum(125 * growth - 2.5, -5)),
        (scale == 0, np.full(len(ratio), 5.0)),
        (scaled >= 0.015, np.minimum(500 * scaled - 5, 5)),
        (scaled >= 0.005, 250 * scaled - 1.25),
    ]
    return np.select([case for case, _ in cases], [score for _, score in cases], 500 * scaled - 2.5)
