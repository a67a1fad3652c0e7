"""Plans as text and back: the table of text formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from civicplan.errors import (
    CivicPlanError,
    Fault,
    InvalidTypeError,
    PlanFormatError,
    UnknownIdError,
    describe,
)
from civicplan.formats import _json, _toml
from civicplan.formats._raw import SCHEMA_VERSION, VERSION_KEY, Number, repeated_keys
from civicplan.model import Plan

_BYTE_ORDER_MARK = "\ufeff"


@frozen
class Format:
    """A way to write a tree of plain values as text.

    Attributes:
        name: Its name, which is its suffix without the dot.
        decode: Text and the document's name to a tree.
        encode: A tree to text.
        quick: Text to a plan at once, or None for anything that needs the way through a tree to be understood.
    """

    name: str
    decode: Callable[[str, str], Any]
    encode: Callable[[dict[str, Any]], str]
    quick: Callable[[str], Plan | None] | None = None


FORMATS = {
    made.name: made
    for made in (
        Format("json", _json.decode, _json.encode, _json.quick),
        Format("toml", _toml.decode, _toml.encode),
    )
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

    >>> str(loads('{"schema_version": 1, "id": "p", "title": "A plan", "period": "2016/2020"}').period)
    '2016/2020'
    """
    if not isinstance(text, str):
        raise InvalidTypeError("text", "the text of a plan", describe(text), "decode bytes first, or use read(path)")
    text, chosen = text.removeprefix(_BYTE_ORDER_MARK), get_format(format)
    quick = chosen.quick(text) if chosen.quick else None
    if quick is not None:
        return quick
    try:
        return _plan(chosen.decode(text, document), document)
    except RecursionError:
        raise PlanFormatError(document, (Fault("$", "nested too deeply; a plan needs few levels"),)) from None


def dumps(plan: Plan, *, format: str = "json") -> str:
    """The plan as text in a format.

    Args:
        plan: The plan.
        format: "json" or "toml".

    Raises:
        MissingExtraError: The format needs an optional dependency.
        UnknownIdError: There is no such format.
    """
    from civicplan.formats._structure import converter

    if not isinstance(plan, Plan):
        raise InvalidTypeError("plan", "a Plan", describe(plan))
    tree = converter().unstructure(plan, unstructure_as=Plan)
    return get_format(format).encode({VERSION_KEY: SCHEMA_VERSION, **tree})


def _plan(tree: Any, document: str) -> Plan:
    from cattrs.errors import BaseValidationError

    from civicplan.formats._faults import faults_in
    from civicplan.formats._structure import converter

    if not isinstance(tree, dict):
        raise PlanFormatError(document, (Fault("$", "expected an object with the fields of a plan"),))
    faults = [*repeated_keys(tree), *_faults_of_version(tree)]
    try:
        plan = converter().structure({key: tree[key] for key in tree if key != VERSION_KEY}, Plan)
    except (CivicPlanError, BaseValidationError) as error:
        faults += faults_in(error)
    if faults:
        raise PlanFormatError(document, tuple(faults))
    return plan


def _faults_of_version(tree: dict[str, Any]) -> Iterator[Fault]:
    version = tree.get(VERSION_KEY)
    if type(version) is not int or version != SCHEMA_VERSION:
        got = str(version) if isinstance(version, Number) else describe(version)
        said = f"is {got}" if VERSION_KEY in tree else "is missing"
        message = f"the version of the schema {said}; this library reads {SCHEMA_VERSION}"
        yield Fault(f"$.{VERSION_KEY}", message)


def get_format(name: str) -> Format:
    """The format with this name.

    Raises:
        UnknownIdError: There is none; the error names the nearest.
    """
    found = FORMATS.get(name) if isinstance(name, str) else None
    if found is None:
        raise UnknownIdError(name, tuple(FORMATS), "the table of formats")
    return found
