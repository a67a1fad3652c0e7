"""Plans as text and back: the table of text formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from civicplan.errors import Fault, InvalidTypeError, PlanFormatError, UnknownIdError, describe
from civicplan.formats import _json, _toml
from civicplan.formats._raw import SCHEMA_VERSION, VERSION_KEY
from civicplan.model import Plan

_BYTE_ORDER_MARK = "\ufeff"


@frozen
class Format:
    """A way to write a tree of plain values as text.

    Attributes:
        name: Its name, which is its suffix without the dot.
        decode: Text and the document's name to a tree, and faults for the keys that stand more than once.
        encode: A tree to text.
    """

    name: str
    decode: Callable[[str, str], tuple[Any, Iterator[Fault]]]
    encode: Callable[[dict[str, Any]], str]


_FORMATS = {
    format.name: format
    for format in (Format("json", _json.decode, _json.encode), Format("toml", _toml.decode, _toml.encode))
}


def loads(text: str, *, format: str = "json", document: str = "the text") -> Plan:
    """Read a plan from text.

    Args:
        text: The text.
        format: "json" or "toml".
        document: What errors call the text.

    Raises:
        PlanFormatError: The text does not hold a plan; all its faults at once, each with its path.
        UnknownIdError: There is no such format.

    >>> str(loads('{"schema_version": 2, "id": "p", "title": "A plan", "period": "2016/2020"}').period)
    '2016/2020'
    """
    if not isinstance(text, str):
        raise InvalidTypeError("text", "the text of a plan", describe(text), "decode bytes first, or use read(path)")
    from civicplan.formats._reading import plan_of

    try:
        tree, repeated_keys = get(format).decode(text.removeprefix(_BYTE_ORDER_MARK), document)
        return plan_of(tree, repeated_keys, document)
    except RecursionError:
        raise PlanFormatError(document, (Fault("$", "nested too deeply; a plan needs few levels"),)) from None


def dumps(plan: Plan, *, format: str = "json") -> str:
    """Return a plan as text in a format.

    Args:
        plan: The plan.
        format: "json" or "toml".

    Raises:
        MissingExtraError: The format needs an optional dependency.
        UnknownIdError: There is no such format.
    """
    if not isinstance(plan, Plan):
        raise InvalidTypeError("plan", "a Plan", describe(plan))
    return get(format).encode(plan_tree(plan))


def plan_tree(plan: Plan) -> dict[str, Any]:
    """Return a plan as the plain values that its file has."""
    from civicplan.formats._structure import converter  # cattrs takes its time to import

    return {VERSION_KEY: SCHEMA_VERSION, **converter().unstructure(plan, unstructure_as=Plan)}


def names() -> tuple[str, ...]:
    """Return the names of the text formats.

    >>> names()
    ('json', 'toml')
    """
    return tuple(_FORMATS)


def get(name: str) -> Format:
    """Return the text format with this name.

    Raises:
        UnknownIdError: There is none; the error names the nearest.

    >>> get("toml").name
    'toml'
    """
    format = _FORMATS.get(name) if isinstance(name, str) else None
    if format is None:
        raise UnknownIdError(name, names(), "the table of formats")
    return format
