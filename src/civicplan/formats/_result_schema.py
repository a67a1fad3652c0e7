"""The JSON Schema of results, made from the types of their entries."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from civicplan.describing import SentenceEnum
from civicplan.errors import Reason
from civicplan.formats._kinds import UNION_OF, UNIONS, kind_of
from civicplan.formats._model_schema import defined, model_schema, plan_object, reference
from civicplan.formats.result import AS_IN_FILES, Result, field_kinds
from civicplan.model import Plan
from civicplan.values import NotAssessable

_SENTENCE = {"description": "The same in words, which may change from version to version.", "type": "string"}
_DECIMAL = {
    "description": "A number, as text so that no digit is lost.",
    "type": "string",
    "pattern": r"^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?$",
}
_OF_JSON: dict[Any, dict[str, Any]] = {
    NoneType: {"type": "null"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: {"type": "string"},
}


def result_schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type of entries; classes are described once and referred to."""
    if isinstance(kind, dict):
        return _object("", kind, definitions)
    if kind in _OF_JSON:
        return _OF_JSON[kind]
    if get_origin(kind) is not None and kind not in UNIONS:
        return _composed(kind, definitions)
    return _of_class(kind, definitions)


def _composed(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type that is made of others."""
    members = get_args(kind)
    match get_origin(kind):
        case origin if origin is Literal:
            return {"enum": list(members)}
        case origin if origin in (Union, UnionType):
            return {"anyOf": [result_schema(member, definitions) for member in members]}
        case origin if origin is tuple and Ellipsis in members:
            return {"type": "array", "items": result_schema(members[0], definitions)}
        case origin if origin is tuple:
            places = [result_schema(member, definitions) for member in members]
            return {"type": "array", "prefixItems": places, "items": False, "minItems": len(places)}
        case _:  # a dict with an entry for each word
            words, entry = members
            return _object("", dict.fromkeys(words, entry), definitions)


def _of_class(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind is Plan:
        return defined("Plan", definitions, lambda: plan_object(definitions))
    if kind is Decimal:
        return defined("Decimal", definitions, lambda: _DECIMAL)
    if kind is NotAssessable:
        return defined("Undefined", definitions, lambda: _code(kind, "undefined", Reason))
    if kind in UNION_OF:
        return reference(kind, definitions, kind_of(kind))
    if not isinstance(kind, type) or issubclass(kind, AS_IN_FILES):
        return model_schema(kind, definitions)
    if issubclass(kind, SentenceEnum):
        return defined(kind.__name__, definitions, lambda: _code(kind, "code", kind))
    if issubclass(kind, StrEnum):
        return defined(kind.__name__, definitions, lambda: {"description": _law(kind), "enum": list(map(str, kind))})
    return _result(kind, definitions, (), kind.__name__)


def _law(kind: type) -> str:
    return (kind.__doc__ or "").partition("\n")[0]


def _code(kind: type, name: str, codes: type[SentenceEnum]) -> dict[str, Any]:
    entries = {name: {"enum": [str(code) for code in codes]}, "sentence": _SENTENCE}
    return _closed(_law(kind), entries)


def _closed(description: str, entries: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of an object that has exactly these entries."""
    described = {"description": description} if description else {}
    entries = dict(entries)
    return {
        **described,
        "type": "object",
        "properties": entries,
        "required": list(entries),
        "additionalProperties": False,
    }


def _object(description: str, kinds: Mapping[Any, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    return _closed(description, {str(name): result_schema(kind, definitions) for name, kind in kinds.items()})


def _result(kind: Any, definitions: dict[str, Any], left_out: tuple[str, ...], name: str) -> dict[str, Any]:
    """Return a reference to the schema of a result, or of a part of one that leaves out some of its entries."""
    return defined(name, definitions, lambda: _entries(kind, definitions, left_out))


def _entries(kind: Any, definitions: dict[str, Any], left_out: tuple[str, ...]) -> dict[str, Any]:
    if not issubclass(kind, Result):
        return _object(_law(kind), field_kinds(kind), definitions)
    shape = {name: entry for name, entry in kind._shape().items() if name not in left_out}
    entries = {
        name: _parts(kind, name, get_args(entry)[0], definitions)
        if name in kind._left_out
        else result_schema(entry, definitions)
        for name, entry in shape.items()
    }
    return _closed(_law(kind), entries)


def _parts(whole: Any, name: str, part: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of parts of a result, without the entries that they leave out."""
    items = _result(part, definitions, whole._left_out[name], f"{part.__name__}In{whole.__name__}")
    return {"type": "array", "items": items}
