"""TOML: read by the standard library, written by tomli-w."""

from __future__ import annotations

import tomllib
from typing import Any

from civicplan.errors import Fault, MissingExtraError, PlanFormatError
from civicplan.formats._raw import Number


def decode(text: str, document: str) -> Any:
    """The tree that the TOML text states."""
    try:
        return tomllib.loads(text, parse_float=Number)
    except tomllib.TOMLDecodeError as error:
        raise PlanFormatError(document, (Fault("$", f"not TOML: {error}"),)) from None


def encode(tree: dict[str, Any]) -> str:
    """The tree as TOML text."""
    try:
        import tomli_w
    except ModuleNotFoundError:
        raise MissingExtraError("writing TOML", "civicplan[toml]") from None
    return tomli_w.dumps(tree)
