"""JSON Schemas of all that the library writes."""

from __future__ import annotations

from typing import Any

from civicplan.formats._model_schema import plan_object
from civicplan.formats._result_schema import result_schema
from civicplan.formats.result import to_class


def json_schema(*classes: type) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a plan file, or of what `to_dict` gives of objects of these classes.

    Whatever `write` and `to_dict` write is valid under it. What holds between the parts of a plan (ids used once,
    references that resolve), and what follows from the entries of a result, no schema says; `read` and `from_dict`
    check it.

    Args:
        classes: Classes such as `PlanAssessment`; without any, the schema is that of a plan file.

    Raises:
        InvalidTypeError: One of them is no class of the library that is written as a dict. It is a TypeError.

    >>> json_schema()["properties"]["schema_version"]
    {'const': 2}
    """
    definitions: dict[str, Any] = {}
    if not classes:
        root = {"title": "A public plan", **plan_object(definitions)}
    elif len(classes) == 1:
        root = result_schema(to_class(classes[0]), definitions)
    else:
        root = {"anyOf": [result_schema(to_class(cls), definitions) for cls in classes]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }
