"""The documents that the built-in plans were read from; they are not part of the project, so a test may skip."""

from __future__ import annotations

from pathlib import Path

import pytest

FIVE_YEAR_PLAN = "004"
PROGRESS_TABLE = "002"
_SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


class Document:
    """A document's lines, counted from 1 as sources count them."""

    def __init__(self, prefix: str) -> None:
        found = sorted(_SEEDS.glob(f"{prefix}_*.txt"))
        if not found:
            pytest.skip(f"seed document {prefix} is not part of the project and does not lie beside it")
        # Line ends alone count: splitlines would also break at the form feeds that such texts carry.
        self._lines = found[0].read_text(encoding="utf-8").split("\n")

    def line(self, number: int) -> str:
        return self._lines[number - 1]

    def has(self, number: int) -> bool:
        return number <= len(self._lines) and bool(self._lines[number - 1].strip())

    def lines(self, first: int, last: int) -> list[str]:
        return self._lines[first - 1 : last]
