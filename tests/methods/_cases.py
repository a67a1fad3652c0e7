"""Published cases, where this checkout lies beside them; their numbers are read as text, never through a float."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from civicplan.methods import Track

_CASES = Path(__file__).parents[2].parent / "shared" / "cases"


def published(name: str) -> dict[str, Any]:
    """The cases of one institution."""
    file = _CASES / f"{name}.json"
    if not file.exists():
        pytest.skip(f"the published cases {name} do not lie beside this checkout")
    cases: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"), parse_float=str)
    return cases


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
