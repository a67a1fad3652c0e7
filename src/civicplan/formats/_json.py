"""JSON: numbers never pass through a float, keys stand once, NaN and Infinity are not numbers."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from civicplan.errors import Fault, PlanFormatError
from civicplan.formats._raw import Number, RepeatingObject, repeated_keys


def decode(text: str, document: str) -> Any:
    """The tree that the JSON text states."""
    repeating = False

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeating
        made = dict(found)
        if len(made) == len(found):
            return made
        repeating = True
        return RepeatingObject(found)

    def refuse(constant: str) -> NoReturn:
        fault = Fault("$", f"{constant} is not a number; leave the value out where there is none", constant)
        raise PlanFormatError(document, (fault,))

    try:
        tree = json.loads(text, parse_int=Number, parse_float=Number, parse_constant=refuse, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        fault = Fault(f"line {error.lineno}, column {error.colno}", f"not JSON: {error.msg}")
        raise PlanFormatError(document, (fault,)) from None
    if repeating:
        raise PlanFormatError(document, tuple(repeated_keys(tree)))
    return tree


def encode(tree: dict[str, Any]) -> str:
    """The tree as JSON text."""
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
