"""The quick way to a plan: objects as pairs, each field through its class's own converter, no detour for faults.

It accepts exactly what the thorough way accepts. Whatever it refuses is read again the thorough way, which says where
and what is wrong. Parts are made without their `__init__`, which would convert every default anew.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any, NoReturn, TypeAlias, cast, get_args

import attrs

from civicplan.errors import InvalidValueError
from civicplan.formats._kinds import UNIONS
from civicplan.formats._raw import SCHEMA_VERSION, VERSION_KEY, Number
from civicplan.model import Plan
from civicplan.values import Bound, Figure, Period, Text

_Convert: TypeAlias = Callable[[Any], Any]

_FACTORY: Any = attrs.Factory
_CONVERTS_ITSELF = (Bound, Period, Text)


def plan_of_pairs(pairs: object) -> Plan:
    """The plan that the pairs of a document state."""
    if not isinstance(pairs, tuple):
        _give_up()
    fields = tuple(pair for pair in pairs if pair[0] != VERSION_KEY)
    version = dict(pairs).get(VERSION_KEY)
    if len(fields) != len(pairs) - 1 or type(version) is not int or version != SCHEMA_VERSION:
        _give_up()
    with _no_collection():
        plan: Plan = _part(Plan)(fields)
    return plan


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let the garbage collector rest: what is made here is kept, and looking through it takes a third of the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _give_up(*_: object) -> NoReturn:
    raise InvalidValueError("", "what the quick way understands", "something else")


@cache
def _part(kind: type) -> _Convert:
    """What turns the pairs of an object into a part of the plan."""
    create: Callable[..., Any] = object.__new__
    check: Callable[[Any], None] | None = kind.__dict__.get("__attrs_post_init__")
    fields = attrs.fields(attrs.resolve_types(kind))
    setters = {field.name: kind.__dict__[field.name].__set__ for field in fields}
    converters = {field.name: (setters[field.name], _field(field)) for field in fields}
    unknown = (_give_up, _give_up)
    required = {field.name for field in fields if field.default is attrs.NOTHING}
    defaults = [(setters[field.name], _default(field)) for field in fields if field.name not in required]

    def made(pairs: Any) -> Any:
        if type(pairs) is not tuple:
            _give_up()
        part = create(kind)
        for put, default in defaults:
            put(part, default)
        names = set()
        for name, value in pairs:
            put, convert = converters.get(name, unknown)
            put(part, convert(value))
            names.add(name)
        if len(names) != len(pairs) or not required <= names:
            _give_up()
        if check is not None:
            check(part)
        return part

    return made


def _default(field: attrs.Attribute[Any]) -> Any:
    # The model is frozen all through, so parts may share what a factory makes.
    return field.default.factory() if isinstance(field.default, _FACTORY) else field.default


def _field(field: attrs.Attribute[Any]) -> _Convert:
    """The class's own converter; for objects and arrays of objects, which are right once built, what builds them."""
    own = cast("_Convert", field.converter)
    optional = type(None) in get_args(field.type)
    kind = next(inner for inner in get_args(field.type) if inner is not type(None)) if optional else field.type
    if kind is Text:
        return lambda value: own(value if type(value) is str else _text_of(value))
    if kind is Figure:
        return _remembered(lambda value: own(value.text if type(value) is Number else value))
    if kind in (Period, Bound):
        return _remembered(own)
    if getattr(kind, "__origin__", None) is tuple:
        element = _builder(get_args(kind)[0])
        return _array(element) if element else lambda value: own(value if type(value) is list else _give_up())
    build = _builder(kind)
    if build is None:
        return own
    return (lambda value: None if value is None else build(value)) if optional else build


def _remembered(convert: _Convert) -> _Convert:
    """The same value for the same text; True is not taken for 1."""
    return lru_cache(maxsize=4096, typed=True)(convert)


@lru_cache(maxsize=512)
def _text_of(pairs: Any) -> Text | None:
    """A text of one or more languages; headings stand in many rows of a table."""
    return None if pairs is None else Text(pairs)


def _builder(kind: Any) -> _Convert | None:
    """What builds an object; None for what the class's own converter takes as it was written."""
    if kind in UNIONS:
        return _member(UNIONS[kind])
    # A section holds sections, so what builds a class is looked up when it is needed.
    return (lambda pairs: _part(kind)(pairs)) if attrs.has(kind) and kind not in _CONVERTS_ITSELF else None


def _array(element: _Convert) -> _Convert:
    return lambda values: tuple(map(element, values)) if type(values) is list else _give_up()


def _member(members: dict[str, type]) -> _Convert:
    def made(pairs: Any) -> Any:
        kind = dict(pairs).get("kind") if type(pairs) is tuple else None
        if not isinstance(kind, str) or kind not in members:
            _give_up()
        is_first = pairs[0][0] == "kind"
        return _part(members[kind])(pairs[1:] if is_first else tuple(pair for pair in pairs if pair[0] != "kind"))

    return made
