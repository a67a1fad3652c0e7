"""How the objects of a document become parts of a plan: one by one in a loop, or by straight code written for them.

The objects of a document state their fields in few ways, and each way comes again and again. For one that does, code
without loop and lookup is written once. For objects with a period and a figure it is:

    def build(pairs):
        if type(pairs) is not tuple or len(pairs) != 2:
            return None
        (name_0, value_0), (name_1, value_1), = pairs
        if name_0 != 'period' or name_1 != 'figure':
            return None
        part = new(kind)
        put_period(part, text_period(value_0) if type(value_0) is str else any_period(value_0))
        put_figure(part, text_figure(value_1) if type(value_1) is str else any_figure(value_1))
        put_measure(part, default_measure)
        put_source(part, default_source)
        return part

Parts are made without their `__init__`, which would convert every default anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeAlias

import attrs

Convert: TypeAlias = Callable[[Any], Any]

_FACTORY: Any = attrs.Factory
_OTHER_FIELDS = "        return None"


class Conversion(NamedTuple):
    """How the value of a field becomes what the part holds.

    Attributes:
        of_any: Of anything that a document can hold.
        of_text: Of text, where there is a shorter way; it gives the same.
    """

    of_any: Convert
    of_text: Convert | None = None


class _Slot(NamedTuple):
    """A field of a part that is not made by `__init__`."""

    name: str
    put: Callable[[Any, Any], None]
    default: Any


@cache
def _slots(kind: type) -> tuple[_Slot, ...]:
    return tuple(_Slot(field.name, kind.__dict__[field.name].__set__, _default(field)) for field in attrs.fields(kind))


def _default(field: attrs.Attribute[Any]) -> Any:
    # The model is frozen all through, so parts may share what a factory makes.
    return field.default.factory() if isinstance(field.default, _FACTORY) else field.default


def build_in_a_loop(kind: type, stated: Mapping[str, Any], conversions: Mapping[str, Conversion]) -> Any:
    """The part of this kind that states these fields: all that it requires, and none that it lacks."""
    part: Any = object.__new__(kind)
    for slot in _slots(kind):
        known = slot.name in stated
        slot.put(part, conversions[slot.name].of_any(stated[slot.name]) if known else slot.default)
    if (check := getattr(kind, "__attrs_post_init__", None)) is not None:
        check(part)
    return part


def straight_code(
    kind: type, names: tuple[str, ...], conversions: Mapping[str, Conversion], tag: Mapping[str, str]
) -> Convert:
    """A function from the pairs of an object to a part of this kind, or to None where the pairs have other names.

    Args:
        kind: The class of the part.
        names: The names in the pairs, each once: fields of the class, and the tag.
        conversions: How each field of the class is converted.
        tag: The name that tells members of a union apart, with the value that it must have; empty outside of unions.
    """
    check = getattr(kind, "__attrs_post_init__", None)
    space: dict[str, Any] = {"new": object.__new__, "kind": kind, "check": check}
    lines = [*_unpacking(names, tag), "    part = new(kind)"]
    for name, put, default in _slots(kind):
        space[f"put_{name}"], space[f"default_{name}"] = put, default
        space[f"any_{name}"], space[f"text_{name}"] = conversions[name]
        lines.append(f"    put_{name}(part, {_value(name, names, conversions[name])})")
    lines += ["    check(part)"] if check is not None else []
    exec("\n".join(["def build(pairs):", *lines, "    return part"]), space)
    build: Convert = space["build"]
    return build


def _unpacking(names: tuple[str, ...], tag: Mapping[str, str]) -> list[str]:
    """Lines that give the values names of their own, and end where the pairs are not those expected."""
    lines = [f"    if type(pairs) is not tuple or len(pairs) != {len(names)}:", _OTHER_FIELDS]
    if names:
        pairs = ", ".join(f"(name_{place}, value_{place})" for place in range(len(names)))
        others = [f"name_{place} != {name!r}" for place, name in enumerate(names)]
        others += [f"value_{names.index(name)} != {value!r}" for name, value in tag.items()]
        lines += [f"    {pairs}, = pairs", f"    if {' or '.join(others)}:", _OTHER_FIELDS]
    return lines


def _value(name: str, names: tuple[str, ...], conversion: Conversion) -> str:
    if name not in names:
        return f"default_{name}"
    value = f"value_{names.index(name)}"
    of_any = f"any_{name}({value})"
    return f"text_{name}({value}) if type({value}) is str else {of_any}" if conversion.of_text else of_any
