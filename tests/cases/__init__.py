"""Results that institutions published, kept beside the tests; the README of this folder says where each comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def published(name: str) -> dict[str, Any]:
    """Return the cases of one institution, with numbers as text: none goes through a float."""
    text = (_HERE / f"{name}.json").read_text(encoding="utf-8")
    cases: dict[str, Any] = json.loads(text, parse_float=str)
    return cases
