"""By hand in pandas: columns of NumPy, a condition for every comparator."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

_NEVER = ("caveat_tolerance", "caveat_prices", "caveat_ratio", "caveat_parts", "caveat_hedged")


def assessed(given: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """The frame with all answers beside its columns."""
    frame = with_verdicts(given, as_of)
    rising = frame["comparator"].isin(["≥", ">"])
    value, target, baseline, has = frame["value"], frame["target"], frame["baseline"], frame["has_actual"]
    answers = given.copy()
    answers["attainment"] = pd.Series(np.where(rising, value / target, target / value), index=given.index).where(has)
    answers["progress"] = ((value - baseline) / (target - baseline)).where(has & ~frame["starts_met"])
    years, all_years = frame["period"] - frame["baseline_period"], frame["due"] - frame["baseline_period"]
    answers["elapsed"] = (years / all_years).clip(0, 1).where(has)
    answers["pace"] = (answers["progress"] / answers["elapsed"]).where(answers["elapsed"] > 0)
    is_later = frame["is_known"] & (years > 0)
    answers["growth"] = _growth(is_later, baseline, value, years)
    answers["required_growth"] = _growth(~frame["starts_met"], baseline, target, all_years)
    answers["catch_up_growth"] = _growth(is_later & ~frame["is_met"], value, target, frame["due"] - frame["period"])
    answers["gap"] = pd.Series(np.where(rising, target - value, value - target), index=given.index).where(has)
    answers["verdict"] = frame["verdict"]
    is_judged = frame["is_due"] & has
    answers["decisive"], answers["caveat_digits"] = is_judged & frame["is_settled"], is_judged & ~frame["is_settled"]
    answers[list(_NEVER)] = False
    answers["standing"] = _standing(frame, answers["elapsed"])
    answers["reason"] = np.where(frame["verdict"] == "not_assessable", "missing_observation", None)
    return answers


def with_verdicts(given: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """The frame with the verdicts and what the other answers need of them."""
    frame = given.copy()
    frame["is_due"] = frame["due"] <= as_of
    frame["is_known"] = frame["value"].notna() & (frame["period"] <= as_of)
    in_time = (frame["period"] <= frame["due"]) & (frame["period"] > frame["baseline_period"])
    fits = np.where(frame["is_due"], frame["period"] == frame["due"], in_time)
    frame["has_actual"] = frame["is_known"] & fits
    frame["half"] = 0.5 * 10.0 ** -frame["places"]
    frame["is_met"], frame["starts_met"] = _meets(frame, frame["value"]), _meets(frame, frame["baseline"])
    least, most = _meets(frame, frame["value"] - frame["half"]), _meets(frame, frame["value"] + frame["half"])
    frame["is_settled"] = least == most
    cases = [~frame["is_due"], ~frame["has_actual"], frame["is_met"]]
    frame["verdict"] = np.select(cases, ["not_due", "not_assessable", "met"], "not_met")
    return frame


def _meets(frame: pd.DataFrame, value: pd.Series) -> Any:
    target, sign = frame["target"], frame["comparator"]
    cases = [sign == "≥", sign == ">", sign == "≤", sign == "<"]
    return np.select(cases, [value >= target, value > target, value <= target, value < target], False)


def _growth(is_told: pd.Series, start: pd.Series, end: pd.Series, years: pd.Series) -> pd.Series:
    is_defined = is_told & (years > 0) & (start > 0) & (end > 0)
    return 100 * ((end / start).where(is_defined) ** (1 / years.where(is_defined)) - 1)


def _standing(frame: pd.DataFrame, elapsed: pd.Series) -> Any:
    half, baseline_half = frame["half"], 0.5 * 10.0 ** -frame["baseline_places"]
    whole, left = frame["target"] - frame["baseline"], frame["target"] - frame["value"]
    shortest, longest = whole - baseline_half, whole + baseline_half
    is_sure = ~((shortest <= 0) & (longest >= 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        corners = [1 - part / way for part in (left - half, left + half) for way in (shortest, longest)]
    least = pd.Series(np.minimum.reduce(corners), index=frame.index).where(is_sure)
    most = pd.Series(np.maximum.reduce(corners), index=frame.index).where(is_sure)
    cases = [
        frame["is_due"] | ~frame["has_actual"],
        *(frame["starts_met"] & frame["is_met"], frame["starts_met"], frame["is_met"]),
        *(most < -1e-12, least - elapsed > 1e-12, most - elapsed < -1e-12),
    ]
    words = [None, "on_track", "behind", "achieved_early", "reversing", "ahead", "behind"]
    return np.select(cases, words, "on_track")
