"""What a chart is made of, as its specification has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair as alt

THEMES = ("light", "dark")


def data_of(chart: alt.LayerChart) -> Iterator[dict[str, Any]]:
    """Every row of data in a valid chart; altair validates while it writes."""
    for rows in chart.to_dict()["datasets"].values():
        yield from rows


def rows_with(chart: alt.LayerChart, field: str) -> list[dict[str, Any]]:
    """The rows of data that have a value in a field."""
    return [row for row in data_of(chart) if row.get(field) is not None]
