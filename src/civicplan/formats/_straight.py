"""Straight code for objects that state certain fields in a certain order: no loop, no lookup.

The objects of a document state their fields in few ways, and each way comes again and again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

import attrs

Convert: TypeAlias = Callable[[Any], Any]

_FACTORY: Any = attrs.Factory
_NO_PART = "        return None"


class Conversion(NamedTuple):
    """How the value of a field becomes what the part holds."""

    #: Of anything that a document can hold.
    of_any: Convert
    #: Of text, where there is a shorter way; it gives the same.
    of_text: Convert | None = None


def straight(
    kind: type, names: tuple[str, ...], conversions: Mapping[str, Conversion], tag: Mapping[str, str]
) -> Convert:
    """A function from the pairs of an object to a part of this kind, or to None where the pairs have other names.

    The part is made without its `__init__`, which would convert every default anew.

    Args:
        kind: The class of the part.
        names: The names in the pairs, each once: fields of the class, and the tag.
        conversions: How each field of the class is converted.
        tag: The name that tells members of a union apart, with the value that it must have; empty outside of unions.
    """
    space: dict[str, Any] = {"new": object.__new__, "kind": kind, "check": getattr(kind, "__attrs_post_init__", None)}
    lines = [*_unpacking(names, tag), "    part = new(kind)"]
    for field in attrs.fields(kind):
        space[f"put_{field.name}"] = kind.__dict__[field.name].__set__
        space[f"default_{field.name}"] = _default(field)
        space[f"any_{field.name}"], space[f"text_{field.name}"] = conversions[field.name]
        lines.append(f"    put_{field.name}(part, {_value(field.name, names, conversions[field.name])})")
    lines += ["    check(part)"] * (space["check"] is not None)
    exec("\n".join(["def built(pairs):", *lines, "    return part"]), space)
    built: Convert = space["built"]
    return built


def _unpacking(names: tuple[str, ...], tag: Mapping[str, str]) -> list[str]:
    """Lines that give the values names of their own, and end where the pairs are not those expected."""
    lines = [f"    if type(pairs) is not tuple or len(pairs) != {len(names)}:", _NO_PART]
    if names:
        pairs = ", ".join(f"(name_{place}, value_{place})" for place in range(len(names)))
        others = [f"name_{place} != {name!r}" for place, name in enumerate(names)]
        others += [f"value_{names.index(name)} != {value!r}" for name, value in tag.items()]
        lines += [f"    {pairs}, = pairs", f"    if {' or '.join(others)}:", _NO_PART]
    return lines


def _value(name: str, names: tuple[str, ...], conversion: Conversion) -> str:
    if name not in names:
        return f"default_{name}"
    value = f"value_{names.index(name)}"
    of_any = f"any_{name}({value})"
    return f"text_{name}({value}) if type({value}) is str else {of_any}" if conversion.of_text else of_any


def _default(field: attrs.Attribute[Any]) -> Any:
    # The model is frozen all through, so parts may share what a factory makes.
    return field.default.factory() if isinstance(field.default, _FACTORY) else field.default
