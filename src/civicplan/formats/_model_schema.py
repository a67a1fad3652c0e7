"""The JSON Schema of plans and their parts, made from the model so that the two always agree."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from inspect import unwrap
from types import NoneType, UnionType
from typing import Any, cast, get_args

import attrs

from civicplan.formats._kinds import UNIONS
from civicplan.formats._raw import SCHEMA_VERSION, VERSION_KEY
from civicplan.model import Plan
from civicplan.model._fields import to_id, to_ids
from civicplan.values import Bound, Figure, Period, Text
from civicplan.values.source import LONGEST_URL, URL_PATTERN, url_or_none

_NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?"
_NOT_BLANK = r"\S"
_DAY = "[0-9]{4}(-((H[12]|Q[1-4])|(0[1-9]|1[0-2])(-[0-9]{2})?))?"
_WORDS = {"type": "string", "pattern": _NOT_BLANK, "maxLength": 100000}
_ID = {"description": "A name without white space.", "type": "string", "pattern": r"^\S+$", "maxLength": 1000}
_URL = {"description": "A web address.", "type": "string", "pattern": f"^{URL_PATTERN}$", "maxLength": LONGEST_URL}

_VALUES: dict[Any, dict[str, Any]] = {
    str: {"type": "string", "pattern": _NOT_BLANK, "maxLength": 1000},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0, "maximum": 10**9},
    Figure: {
        "description": "A number as printed; as text it keeps its printed zeros in every tool.",
        "anyOf": [{"type": "string", "pattern": f"^{_NUMBER}$"}, {"type": "number"}],
    },
    Bound: {
        "description": "The acceptable values: ≥75, >75, ≤26, <5.5, =0, 6.0..6.5, 20±1 or ≈20.",
        "type": "string",
        "pattern": f"^((>=|<=|[≥⩾≧≤⩽≦>＞<＜=＝≈~≒≃≅]) ?{_NUMBER}|{_NUMBER} ?(\\.\\.|±|\\+/-) ?{_NUMBER})$",
    },
    Period: {
        "description": "2020, 2016/2020, 2025-H1, 2024-Q2, 2025-10, 2025-04-21 or 2025-04-21/2025-04-30.",
        "anyOf": [
            {"type": "string", "pattern": f"^{_DAY}(/{_DAY})?$"},
            {"type": "integer", "minimum": 1, "maximum": 9998},
        ],
    },
    Text: {
        "description": "Words, or the same words by language tag.",
        "anyOf": [
            _WORDS,
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "maxLength": 40},
                "additionalProperties": _WORDS,
            },
        ],
    },
}


def plan_object(definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a plan with the version of the file format; its parts are described in the definitions."""
    plan = _object(Plan, definitions)
    plan["properties"] = {VERSION_KEY: {"const": SCHEMA_VERSION}, **plan["properties"]}
    plan["required"] = [VERSION_KEY, *plan["required"]]
    return plan


def _object(cls: type, definitions: dict[str, Any], kind: str | None = None) -> dict[str, Any]:
    fields = attrs.fields(attrs.resolve_types(cls))
    tag = {} if kind is None else {"kind": {"const": kind}}
    return {
        "description": (cls.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {**tag, **{field.alias or field.name: _field(field, definitions) for field in fields}},
        "required": [*tag, *(field.alias or field.name for field in fields if field.default is attrs.NOTHING)],
        "additionalProperties": False,
    }


def _field(field: attrs.Attribute[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    own = unwrap(cast("Callable[..., Any]", field.converter)) if field.converter else None
    if own is to_id:
        return defined("Id", definitions, lambda: _ID)
    if own is to_ids:
        return {"type": "array", "items": defined("Id", definitions, lambda: _ID)}
    if own is url_or_none:
        return {"anyOf": [defined("Url", definitions, lambda: _URL), {"type": "null"}]}
    return model_schema(field.type, definitions)


def model_schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of the type of a field of a part; classes are described once and referred to."""
    if kind in UNIONS:
        return {"oneOf": [reference(member, definitions, tag) for tag, member in UNIONS[kind].items()]}
    if isinstance(kind, UnionType):
        return {"anyOf": [model_schema(member, definitions) for member in get_args(kind)]}
    if kind is NoneType:
        return {"type": "null"}
    if getattr(kind, "__origin__", None) is tuple:
        return {"type": "array", "items": model_schema(get_args(kind)[0], definitions)}
    if kind in _VALUES:
        return defined(kind.__name__, definitions, lambda: _VALUES[kind])
    if issubclass(kind, StrEnum):
        return {"enum": [str(member) for member in kind]}
    return reference(kind, definitions)


def reference(cls: type, definitions: dict[str, Any], kind: str | None = None) -> dict[str, Any]:
    """Return a reference to the schema of a class; one of several kinds states which one it is."""
    return defined(cls.__name__, definitions, lambda: _object(cls, definitions, kind))


def defined(name: str, definitions: dict[str, Any], describe: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Return a reference to a schema in the definitions, where it is described once."""
    if name not in definitions:
        # The place is taken first: a section holds sections.
        definitions[name] = {}
        definitions[name] = describe()
    return {"$ref": f"#/$defs/{name}"}
