"""Assess a million rows: the indicators of every county, made up, over the columns of a polars frame.

An argument sets the number of rows, such as 10_000. Nobody's figures are in it.
"""

import sys
from time import perf_counter

import numpy as np
import polars as pl

from civicplan import panel

INDICATORS = ("piped water", "clean air", "paved roads", "trained nurses")


def panel_of_counties(rows: int) -> pl.DataFrame:
    """Return made-up rows: a county, an indicator and a year, with its actual, its baseline and its target."""
    chance = np.random.default_rng(2025)
    number = np.arange(rows)
    baseline = chance.uniform(40, 80, rows).round(1)
    target = (baseline + chance.uniform(5, 15, rows)).round(1)
    done = chance.uniform(0, 1.6, rows)
    return pl.DataFrame(
        {
            "entity": number // len(INDICATORS),
            "indicator": np.array(INDICATORS)[number % len(INDICATORS)],
            "period": np.full(rows, 2024),
            "value": np.where(chance.random(rows) < 0.03, np.nan, (baseline + done * (target - baseline)).round(1)),
            "places": np.full(rows, 1),
            "baseline": baseline,
            "baseline_period": np.full(rows, 2020),
            "target": target,
            "direction": np.full(rows, "higher"),
            "due": chance.choice([2024, 2025], rows),
        }
    )


def main(rows: int = 1_000_000) -> None:
    """Assess the rows, count what came of them, and say how long that took."""
    frame = panel_of_counties(rows)
    start = perf_counter()
    assessed = panel.assess(frame.lazy(), as_of=2024)
    summary = panel.summarise(assessed, by="indicator").collect()
    seconds = perf_counter() - start

    for heading in (("met", "not_met", "not_due", "not_assessable"), ("ahead", "on_track", "behind", "decisive")):
        with pl.Config(tbl_hide_column_data_types=True, tbl_hide_dataframe_shape=True, tbl_formatting="MARKDOWN"):
            print(summary.select("indicator", "rows", *heading), end="\n\n")
    print(f"{rows:,} rows in {seconds:.1f} seconds")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
