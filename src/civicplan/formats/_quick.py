"""The quick way to a plan: objects as pairs, each field through its class's own converter, no detour for faults.

It accepts nothing that the thorough way refuses. Whatever it refuses is read again the thorough way, which says where
and what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from civicplan.formats._conversions import conversion
from civicplan.formats._kinds import UNIONS
from civicplan.formats._raw import SCHEMA_VERSION, VERSION_KEY, GaveUpError
from civicplan.formats._straight import Conversion, Convert, build_in_a_loop, straight_code
from civicplan.model import Plan

_TAG = "kind"
#: How often objects state the same fields until straight code for them is worth writing.
_OFTEN = 16
#: So many ways of stating the fields of one kind are counted; objects in further ones are built in a loop.
_MOST_SHAPES = 256


def plan_of_pairs(pairs: object) -> Plan:
    """The plan that the pairs of a document state.

    Raises:
        GaveUpError: It is not plain that they state one; the classes of the model raise their own errors.
    """
    if not isinstance(pairs, tuple):
        raise GaveUpError
    fields = tuple(pair for pair in pairs if pair[0] != VERSION_KEY)
    version = dict(pairs).get(VERSION_KEY)
    if len(fields) != len(pairs) - 1 or type(version) is not int or version != SCHEMA_VERSION:
        raise GaveUpError
    plan: Plan = _builder(Plan).part(fields)
    return plan


class _Shape:
    """Objects that state the same fields in the same order."""

    def __init__(self, kind: type, names: tuple[str, ...], tag: Mapping[str, str]) -> None:
        stated = {*names} - tag.keys()
        required = {field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING}
        if len({*names}) != len(names) or not required <= stated <= _conversions(kind).keys():
            raise GaveUpError
        self._kind, self._names, self._tag = kind, names, tag
        self._count = 0

    def build(self, pairs: Any) -> Any:
        """The part that pairs of this shape state."""
        self._count += 1
        return build_in_a_loop(self._kind, dict(pairs), _conversions(self._kind))

    def code(self) -> Convert | None:
        """Code for the shape, where it is met often."""
        if self._count < _OFTEN:
            return None
        return straight_code(self._kind, self._names, _conversions(self._kind), self._tag)


class _Builder:
    """Turns the pairs of an object into a part of a kind; for a union, into the member that the tag names."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._shapes: dict[object, _Shape] = {}
        self._codes: dict[object, Convert] = {}
        # The objects of an array mostly state the same fields, so what fitted the last one is tried first.
        self._last_fit: Convert = lambda _: None

    def part(self, pairs: Any) -> Any:
        """The part that the pairs state."""
        return self._last_fit(pairs) or self._other(pairs)

    def parts(self, values: Any) -> tuple[Any, ...]:
        """The parts that an array of objects states."""
        if type(values) is not list:
            raise GaveUpError
        return tuple([self._last_fit(pairs) or self._other(pairs) for pairs in values])

    def _other(self, pairs: Any) -> Any:
        if type(pairs) is not tuple:
            raise GaveUpError
        names, tag = tuple([name for name, _ in pairs]), dict(pairs).get(_TAG) if self._kind in UNIONS else None
        if not isinstance(tag, str | None):
            raise GaveUpError
        code = self._codes.get((names, tag))
        if code is not None:
            self._last_fit = code
            return code(pairs)
        return self._counted(names, tag).build(pairs)

    def _counted(self, names: tuple[str, ...], tag: str | None) -> _Shape:
        shape = self._shapes.get((names, tag))
        if shape is None:
            members: Mapping[Any, type] = UNIONS.get(self._kind, {tag: self._kind})
            if tag not in members:
                raise GaveUpError
            shape = _Shape(members[tag], names, {} if tag is None else {_TAG: tag})
            if len(self._shapes) < _MOST_SHAPES:
                self._shapes[names, tag] = shape
        if (code := shape.code()) is not None:
            self._codes[names, tag] = code
        return shape


@cache
def _builder(kind: Any) -> _Builder:
    return _Builder(kind)


@cache
def _conversions(kind: type) -> dict[str, Conversion]:
    return {field.name: conversion(field, _builder) for field in attrs.fields(attrs.resolve_types(kind))}
