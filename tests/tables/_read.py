"""Small tables for tests, and what a reading says in short."""

from __future__ import annotations

from typing import Any

import polars as pl

import civicplan as cp
from civicplan.reading import Reading


def table(*rows: tuple[object, ...]) -> pl.DataFrame:
    """A dataframe of text; the first row has the headings."""
    headings, *cells = [tuple(str(cell) for cell in row) for row in rows]
    return pl.DataFrame(dict(zip(headings, map(list, zip(*cells, strict=True)), strict=True)))


def read(*rows: tuple[object, ...], period: str | None = "2021/2025", **options: Any) -> Reading[cp.Plan]:
    """The reading of a table of text."""
    return cp.from_frame(table(*rows), period=period, **options)


def codes(reading: Reading[Any]) -> list[str]:
    """The codes of everything that was noticed, in order."""
    return [diagnostic.code for diagnostic in reading.diagnostics]


def one(reading: Reading[cp.Plan]) -> cp.Indicator:
    """The only indicator."""
    [indicator] = reading.value.indicators
    return indicator


def starting_from(indicator: cp.Indicator) -> str:
    """The baseline and its period; blank where there is none."""
    known = indicator.baseline
    return "" if known is None else f"{known.figure} {known.period}"


def bounds(indicator: cp.Indicator) -> list[str]:
    """The targets in numbers, with their measures where they are no levels, and when they are due."""
    return [
        " ".join(
            (
                str(target.bound),
                *([] if target.measure is cp.Measure.LEVEL else [target.measure]),
                *([] if target.period is None else [str(target.period)]),
            )
        )
        for target in indicator.targets
        if isinstance(target, cp.Threshold)
    ]


def actuals(indicator: cp.Indicator) -> list[str]:
    """The actuals, with their measures where they are no levels, and what they are about."""
    return [
        " ".join(
            (
                str(observation.figure),
                *([] if observation.measure is cp.Measure.LEVEL else [observation.measure]),
                str(observation.period),
            )
        )
        for observation in indicator.observations
    ]
