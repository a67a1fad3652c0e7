"""Tracks of the cases that institutions published."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from civicplan.methods import Track


def open_sdg_track(inputs: dict[str, Any]) -> Track:
    """The track that one published series states."""
    target = inputs["target"]
    return Track(
        baseline=_point(inputs["base_year"], inputs["base_value"]),
        current=_point(inputs["current_year"], inputs["current_value"]),
        target=None if target is None else (_year(inputs["target_year"]), target),
        direction="higher" if inputs["direction"] == 1 else "lower",
        limit=inputs["limit"],
    )


def weather_track(case: dict[str, Any]) -> Track:
    """The track that one symbol was given for."""
    return Track(
        series=[(year, value) for year, value in case["series"]],
        target=None if case["target_value"] is None else (case["target_year"], case["target_value"]),
        direction=case["direction"],
        every_year=case["target_type"] == "every_year",
    )


def _point(year: str | None, value: str | None) -> tuple[int, str] | None:
    return None if year is None or value is None else (_year(year), value)


def _year(text: str) -> int:
    return int(Decimal(text))
