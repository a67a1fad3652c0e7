"""How long a track takes through open-sdg-2.4, against the way of one small pandas DataFrame for each series.

The opponent works as a platform does that reads its data with pandas: it checks the labels of the years, picks the rows
with values, refuses two values for one year, looks the base year and the latest year up in the frame, and computes in
floats. Both start from the same years and values, check the same things and must agree.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TypeAlias

import pandas as pd
from timing import side_by_side

from civicplan.methods import Track, get

Series: TypeAlias = tuple[list[tuple[int, str]], str | None]

SERIES, BATCH = 10_000, 1_000
YEARS = range(2012, 2024)
METHOD = get("open-sdg-2.4")
LIMITS = {True: (0.95, 0.6), False: (0.015, 0.005)}


def made_up(count: int) -> list[Series]:
    """Series that drift by a few percent a year; half of them have a target."""
    chance = random.Random(2030)
    series: list[Series] = []
    for index in range(count):
        value, drift = chance.uniform(5, 95), chance.uniform(0.96, 1.05)
        points = [(year, f"{value * drift ** (year - 2012) * chance.uniform(0.99, 1.01):.2f}") for year in YEARS]
        series.append((points, f"{value * 1.5:.1f}" if index % 2 else None))
    return series


def ours(points: list[tuple[int, str]], target: str | None) -> str | None:
    aim = None if target is None else (2030, target)
    return METHOD.rate(Track(series=points, target=aim, direction="higher")).label


def theirs(points: list[tuple[int, str]], target: str | None) -> str:
    frame = pd.DataFrame(points, columns=["Year", "Value"])
    if (frame["Year"].astype(str).str.len() > 4).any():
        raise ValueError("a label that is not a year")
    frame = frame[frame["Value"].notna()]
    frame = frame.assign(Value=frame["Value"].astype(float))
    if frame["Year"].duplicated().any():
        raise ValueError("two values for one year")
    years = frame["Year"]
    current_year = years.max()
    base_year = 2015 if 2015 in years.values else years[years > 2015].min()
    current = frame.Value[frame.Year == current_year].item()
    base = frame.Value[frame.Year == base_year].item()
    goal = None if target is None else float(target)
    if goal is not None and current >= goal:
        return "target_achieved"
    value = (current / base) ** (1 / (current_year - base_year)) - 1
    if goal is not None:
        value /= abs((goal / base) ** (1 / (2030 - base_year)) - 1)
    high, medium = LIMITS[goal is not None]
    if value >= high:
        return "substantial_progress"
    if value >= medium:
        return "moderate_progress"
    return "limited_progress" if value >= 0 else "deterioration"


def in_turn(series: list[Series]) -> Iterator[list[Series]]:
    """Batches, over and over."""
    while True:
        for start in range(0, len(series), BATCH):
            yield series[start : start + BATCH]


def main() -> None:
    series = made_up(SERIES)
    differing = sum(ours(*one) != theirs(*one) for one in series[:BATCH])
    our_batches, their_batches = in_turn(series), in_turn(series)
    ratio = side_by_side(
        lambda: [theirs(*one) for one in next(their_batches)],
        lambda: [ours(*one) for one in next(our_batches)],
        runs=SERIES // BATCH,
    )
    tracks = [
        Track(series=points, target=None if target is None else (2030, target), direction="higher")
        for points, target in series
    ]
    turns = in_turn(series)
    built = [tracks[start : start + BATCH] for start in range(0, SERIES, BATCH)]
    state = iter(range(10**9))
    alone = side_by_side(
        lambda: [theirs(*one) for one in next(turns)],
        lambda: [METHOD.rate(track) for track in built[next(state) % len(built)]],
        runs=SERIES // BATCH,
    )
    print(f"{SERIES} series of {len(YEARS)} years through {METHOD.name}; labels that differ: {differing}")
    print(f"one DataFrame for each series takes {ratio:.0f} times as long as building a track and rating it")
    print(f"and {alone:.0f} times as long as rating a track that is there")


if __name__ == "__main__":
    main()
