"""A panel that is made up: levels with a one-sided target, printed digits and years, some of them without a value."""

from __future__ import annotations

import numpy as np
import polars as pl

SIGNS = np.array(["≥", ">", "≤", "<"])


def panel_of(rows: int) -> pl.DataFrame:
    """A panel of so many rows in which no cell but that of the value is empty."""
    chance = np.random.default_rng(2030)
    places, baseline_places = chance.integers(0, 3, rows), chance.integers(0, 3, rows)
    target = chance.uniform(10, 100, rows).round(1)
    value = _rounded(target * chance.uniform(0.7, 1.3, rows), places)
    baseline = _rounded(target * chance.uniform(0.5, 1.5, rows), baseline_places)
    sign = SIGNS[chance.choice(4, rows, p=(0.5, 0.1, 0.3, 0.1))]
    frame = pl.DataFrame(
        {
            "entity": chance.integers(0, 3_000, rows),
            "indicator": chance.integers(0, 300, rows),
            "period": chance.integers(2021, 2026, rows),
            "value": np.where(chance.random(rows) < 0.03, np.nan, value),
            "places": places,
            "baseline": np.where(baseline == target, baseline + 1, baseline),
            "baseline_period": np.full(rows, 2020),
            "baseline_places": baseline_places,
            "target": target,
            "comparator": sign,
            "direction": np.where((sign == "≥") | (sign == ">"), "higher", "lower"),
            "due": chance.integers(2024, 2027, rows),
        }
    )
    return frame.with_columns(pl.col("value").fill_nan(None))


def _rounded(numbers: np.ndarray, places: np.ndarray) -> np.ndarray:
    scale = 10.0**places
    return np.round(numbers * scale) / scale
