"""JSON: numbers never pass through a float, keys stand once, NaN and Infinity are not numbers."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from civicplan.errors import CivicPlanError, Fault, PlanFormatError
from civicplan.formats._raw import GaveUpError, Number, RepeatingObject, repeated_keys
from civicplan.model import Plan

_LONGEST_INTEGER = 15


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
        tree = json.loads(text, parse_int=_integer, parse_float=Number, parse_constant=refuse, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        fault = Fault(f"line {error.lineno}, column {error.colno}", f"not JSON: {error.msg}")
        raise PlanFormatError(document, (fault,)) from None
    if repeating:
        raise PlanFormatError(document, tuple(repeated_keys(tree)))
    return tree


def _integer(text: str) -> int | Number:
    """A short integer is one; a long one, and minus zero, stay as they were written."""
    return Number(text) if len(text) > _LONGEST_INTEGER or text == "-0" else int(text)


_PAIRS = json.JSONDecoder(parse_int=_integer, parse_float=Number, parse_constant=Number, object_pairs_hook=tuple)


def quick(text: str) -> Plan | None:
    """The plan that the text states, or None where only the way through a tree can say what is wrong with it.

    Objects come as tuples of pairs, so that repeated keys show without a call for each object.
    """
    from civicplan.formats._quick import plan_of_pairs

    try:
        return plan_of_pairs(_PAIRS.decode(text))
    except (GaveUpError, CivicPlanError, json.JSONDecodeError, RecursionError):
        return None


def encode(tree: dict[str, Any]) -> str:
    """The tree as JSON text."""
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
