"""JSON: numbers never pass through a float, keys stand once, NaN and Infinity are not numbers."""

from __future__ import annotations

import json
from typing import Any

from civicplan.errors import CivicPlanError, Fault, PlanFormatError
from civicplan.formats._raw import GaveUpError, Number, RepeatingObject
from civicplan.model import Plan

_LONGEST_INTEGER = 15


def decode(text: str, document: str) -> Any:
    """The tree that the JSON text states; objects with repeated keys say so."""
    try:
        return _TREE.decode(text)
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        problem = "the text ends before it is complete" if is_cut else error.msg
        fault = Fault(f"line {error.lineno}, column {error.colno}", f"not JSON: {problem}")
        raise PlanFormatError(document, (fault,)) from None


def _object(found: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(found)
    return made if len(made) == len(found) else RepeatingObject(found)


def _integer(text: str) -> int | Number:
    """A short integer is one; a long one, and minus zero, stay as they were written."""
    return Number(text) if len(text) > _LONGEST_INTEGER or text == "-0" else int(text)


#: NaN and Infinity are kept as they were written, so that whoever looks for a number can say where they stand.
_TREE = json.JSONDecoder(parse_int=_integer, parse_float=Number, parse_constant=Number, object_pairs_hook=_object)
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
