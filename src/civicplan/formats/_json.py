"""JSON: numbers never pass through a float, keys stand once, NaN and Infinity are not numbers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from civicplan.errors import Fault, PlanFormatError
from civicplan.formats._raw import LONGEST_RAW, Number, step_text

#: Where in a tree something stands: the path to what holds it, and the key or index there; () is the tree itself.
_Path: TypeAlias = "tuple[()] | tuple[_Path, str | int]"

_LONGEST_INTEGER = 15


class _RepeatingObject(dict[str, Any]):
    """An object in which a key stood more than once."""

    __slots__ = ("repeated",)

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _ in pairs)
        self.repeated = tuple(key for key, count in counts.items() if count > 1)


def decode(text: str, document: str) -> tuple[Any, Iterator[Fault]]:
    """Return the tree that the JSON text states, and a fault for each key that stands twice in an object."""
    repeating: list[_RepeatingObject] = []

    def to_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        decoded = dict(pairs)
        if len(decoded) == len(pairs):
            return decoded
        repeating.append(_RepeatingObject(pairs))
        return repeating[-1]

    # NaN and Infinity are kept as they were written, so that whoever looks for a number can say where they stand.
    decoder = json.JSONDecoder(
        parse_int=_integer, parse_float=Number, parse_constant=Number, object_pairs_hook=to_object
    )
    try:
        tree = decoder.decode(text)
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        problem = "the text ends before it is complete" if is_cut else error.msg
        fault = Fault(f"line {error.lineno}, column {error.colno}", f"not JSON: {problem}")
        raise PlanFormatError(document, (fault,)) from None
    return tree, _repeated_keys(tree) if repeating else iter(())


def _integer(text: str) -> int | Number:
    """Keep a long integer, and minus zero, as they were written."""
    return Number(text) if len(text) > _LONGEST_INTEGER or text == "-0" else int(text)


def _repeated_keys(node: dict[str, Any] | list[Any], path: _Path = ()) -> Iterator[Fault]:
    if isinstance(node, _RepeatingObject):
        for key in node.repeated:
            yield Fault(_path_text((path, key)), "the key stands more than once; keep one", key[:LONGEST_RAW])
    entries: Iterable[tuple[str | int, Any]] = node.items() if isinstance(node, dict) else enumerate(node)
    for step, entry in entries:
        if isinstance(entry, dict | list):
            yield from _repeated_keys(entry, (path, step))


def _path_text(path: _Path) -> str:
    """Return the path as text: ``$.indicators[3].unit``."""
    steps: list[str] = []
    while path:
        path, step = path
        steps.append(step_text(step))
    return "$" + "".join(reversed(steps))


def encode(tree: dict[str, Any]) -> str:
    """Return the tree as JSON text."""
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
