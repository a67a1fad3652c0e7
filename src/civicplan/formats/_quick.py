"""The quick way to a plan: objects as pairs, each field through its class's own converter, no detour for faults.

It accepts nothing that the thorough way refuses. Whatever it refuses is read again the thorough way, which says where
and what is wrong.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from enum import EnumType
from functools import cache, lru_cache
from typing import Any, NoReturn, cast, get_args

import attrs

from civicplan.errors import InvalidValueError
from civicplan.formats._kinds import UNIONS
from civicplan.formats._raw import SCHEMA_VERSION, VERSION_KEY, Number
from civicplan.formats._straight import Conversion, Convert, straight
from civicplan.model import Plan
from civicplan.model._fields import period_or_none, text_or_none, to_id
from civicplan.values import Bound, Figure, Period, Text, to_bound, to_figure, to_period, to_text
from civicplan.values._memory import Memory
from civicplan.values.bound import BOUNDS
from civicplan.values.figure import FIGURES
from civicplan.values.period import PERIODS

_TAG = "kind"
#: Code is written for so many ways of stating the fields of a kind; a document with more is read the thorough way.
_MOST_SHAPES = 256
_VALUES = (Bound, Figure, Period, Text)


def plan_of_pairs(pairs: object) -> Plan:
    """The plan that the pairs of a document state."""
    if not isinstance(pairs, tuple):
        _give_up()
    fields = tuple(pair for pair in pairs if pair[0] != VERSION_KEY)
    version = dict(pairs).get(VERSION_KEY)
    if len(fields) != len(pairs) - 1 or type(version) is not int or version != SCHEMA_VERSION:
        _give_up()
    plan: Plan = _builder(Plan).one(fields)
    return plan


@contextmanager
def no_collection() -> Iterator[None]:
    """Let the garbage collector rest: what is made here is kept, and looking through it takes a third of the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _give_up() -> NoReturn:
    raise InvalidValueError("", "what the quick way understands", "something else")


class _Builder:
    """Turns the pairs of an object into a part of a kind; for a union, into the member that the tag names."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._shapes: dict[object, Convert] = {}
        # The objects of an array mostly state the same fields, so what fitted the last one is tried first.
        self._latest: Convert = lambda _: None

    def one(self, pairs: Any) -> Any:
        """The part that the pairs state."""
        return self._latest(pairs) or self._other(pairs)

    def all(self, values: Any) -> tuple[Any, ...]:
        """The parts that an array of objects states."""
        if type(values) is not list:
            _give_up()
        return tuple([self._latest(pairs) or self._other(pairs) for pairs in values])

    def _other(self, pairs: Any) -> Any:
        if type(pairs) is not tuple:
            _give_up()
        shape = tuple([name for name, _ in pairs]), dict(pairs).get(_TAG) if self._kind in UNIONS else None
        build = self._shapes.get(shape) or self._learnt(shape)
        self._latest = build
        return build(pairs)

    def _learnt(self, shape: tuple[tuple[str, ...], Any]) -> Convert:
        if len(self._shapes) >= _MOST_SHAPES:
            self._shapes.clear()
            _give_up()
        build = self._shapes[shape] = _written(self._kind, *shape)
        return build


@cache
def _builder(kind: Any) -> _Builder:
    return _Builder(kind)


def _written(kind: Any, names: tuple[str, ...], tag: Any) -> Convert:
    """The code for objects that state these fields; a tag tells which member of a union they are."""
    members = UNIONS.get(kind, {tag: kind})
    if tag not in members:
        _give_up()
    member, tags = members[tag], {_TAG: tag} if kind in UNIONS else {}
    required = {field.name for field in attrs.fields(member) if field.default is attrs.NOTHING}
    stated = {*names} - tags.keys()
    if len({*names}) != len(names) or not required <= stated <= _conversions(member).keys():
        _give_up()
    return straight(member, names, _conversions(member), tags)


@cache
def _conversions(kind: type) -> dict[str, Conversion]:
    return {field.name: _conversion(field) for field in attrs.fields(attrs.resolve_types(kind))}


def _conversion(field: attrs.Attribute[Any]) -> Conversion:
    """The class's own converter; for objects and arrays of objects, which are right once built, what builds them."""
    own = cast("Convert", field.converter)
    optional = type(None) in get_args(field.type)
    kind: Any = next(inner for inner in get_args(field.type) if inner is not type(None)) if optional else field.type
    if getattr(kind, "__origin__", None) is tuple:
        element = get_args(kind)[0]
        return Conversion(_builder(element).all if _is_part(element) else _of_array(own))
    if _is_part(kind):
        build = _builder(kind).one
        return Conversion(_unless_none(build) if optional else build)
    if own in _OF_VALUES:
        return _OF_VALUES[own]
    if kind is Figure:
        return Conversion(lambda value: own(value.text if type(value) is Number else value))
    is_repeated = isinstance(kind, EnumType) or kind is str
    return Conversion(own, Memory(own).__getitem__ if is_repeated else None)


def _is_part(kind: Any) -> bool:
    return kind in UNIONS or (attrs.has(kind) and kind not in _VALUES)


def _of_array(convert: Convert) -> Convert:
    return lambda values: convert(values) if type(values) is list else _give_up()


def _unless_none(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


@lru_cache(maxsize=512)
def _text_of(pairs: Any) -> Text:
    """A text of one or more languages; headings stand in many rows of a table."""
    return Text(pairs)


def _figure_of(value: Any) -> Figure:
    return to_figure(value.text if type(value) is Number else value)


#: By converters of fields; of text, they do no more than look up what it stands for.
_OF_VALUES: dict[Convert, Conversion] = {
    to_id: Conversion(to_id),
    to_text: Conversion(_text_of, Text),
    text_or_none: Conversion(_unless_none(_text_of), Text),
    to_figure: Conversion(_figure_of, FIGURES.__getitem__),
    to_bound: Conversion(to_bound, BOUNDS.__getitem__),
    to_period: Conversion(to_period, PERIODS.__getitem__),
    period_or_none: Conversion(period_or_none, PERIODS.__getitem__),
}
