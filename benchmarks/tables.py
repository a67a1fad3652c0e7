"""What a wide table costs to read, against polars and a loop that builds objects of the same fields without checks.

The table has 10,000 indicators with a unit, a direction, a baseline, a target and five years. Figures differ from cell
to cell, so that none was read before. The objects of the loop are attrs classes with the fields of the model, and
their figures are Decimals; nothing in it looks for a heading, a sign, a blank or a contradiction.
"""

from __future__ import annotations

import random
from decimal import Decimal
from io import StringIO
from typing import Any

import polars as pl
from attrs import define
from timing import seconds, side_by_side

import civicplan as cp

_ROWS, _RUNS = 10_000, 7
_YEARS = ("2021", "2022", "2023", "2024", "2025")


@define
class Figure:
    value: Decimal


@define
class Bound:
    kind: str
    figure: Figure
    second: Figure | None = None


@define
class Text:
    entries: tuple[tuple[str, str], ...]


@define(kw_only=True)
class Observation:
    period: str
    figure: Figure
    measure: str | None = None
    status: str | None = None
    published: str | None = None
    source: Any = None


@define(kw_only=True)
class Threshold:
    bound: Bound
    measure: str | None = None
    period: str | None = None
    published: str | None = None


@define(kw_only=True)
class Indicator:
    id: str
    name: Text
    number: str | None = None
    group: Text | None = None
    unit: str | None = None
    category: Text | None = None
    nature: str | None = None
    direction: str | None = None
    measure: str = "level"
    prices: str | None = None
    stock: bool = False
    exact: bool | None = None
    natural_range: Bound | None = None
    baseline: Observation | None = None
    targets: tuple[Threshold, ...] = ()
    observations: tuple[Observation, ...] = ()
    weight: Figure | None = None
    source: Any = None
    marks: tuple[str, ...] = ()
    description: Text | None = None
    notes: Text | None = None


def wide_table(digits: random.Random) -> str:
    """A CSV of indicators, no figure of which is like another."""
    lines = [",".join(("Indicator", "Unit", "Direction", "Baseline 2020", "Target 2025", *_YEARS))]
    for row in range(_ROWS):
        figures = ",".join(f"{digits.uniform(1, 9999):.2f}" for _ in _YEARS)
        baseline, target = digits.uniform(1, 4999), digits.uniform(5000, 9999)
        lines.append(f"indicator number {row},%,higher,{baseline:.2f},{target:.2f},{figures}")
    return "\n".join(lines)


def with_checks(text: str) -> cp.Plan:
    return cp.from_frame(pl.read_csv(StringIO(text), infer_schema=False), period="2021/2025", strict=True).value


def without_checks(text: str) -> list[Indicator]:
    return [
        Indicator(
            id=row["Indicator"].replace(" ", "-"),
            name=Text((("und", row["Indicator"]),)),
            unit=row["Unit"],
            direction=row["Direction"],
            baseline=Observation(period="2020", figure=Figure(Decimal(row["Baseline 2020"]))),
            targets=(Threshold(bound=Bound("≥", Figure(Decimal(row["Target 2025"]))), period="2025"),),
            observations=tuple(Observation(period=year, figure=Figure(Decimal(row[year]))) for year in _YEARS),
        )
        for row in pl.read_csv(StringIO(text), infer_schema=False).iter_rows(named=True)
    ]


def main() -> None:
    digits = random.Random(2021)
    texts = [wide_table(digits) for _ in range(2 * _RUNS + 3)]
    fresh = iter(texts)
    assert len(with_checks(next(fresh)).indicators) == len(without_checks(texts[0])) == _ROWS
    ratio = side_by_side(lambda: with_checks(next(fresh)), lambda: without_checks(next(fresh)), runs=_RUNS)
    print(f"{_ROWS} indicators from a wide CSV: civicplan / polars and unchecked objects = {ratio:.1f}")
    print(f"one reading takes {seconds(lambda: with_checks(texts[0])):.2f} s")


if __name__ == "__main__":
    main()
