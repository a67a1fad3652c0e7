"""The real documents that the readers are tried on; they are not part of the project, so a test may skip."""

from __future__ import annotations

from pathlib import Path

import pytest

_SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def seed_text(prefix: str) -> str:
    """Return the text of a real document."""
    found = sorted(_SEEDS.glob(f"{prefix}_*.txt"))
    if not found:
        pytest.skip(f"the document {prefix} is not part of the project, and does not lie beside it")
    return found[0].read_text(encoding="utf-8")
