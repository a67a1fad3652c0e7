"""Plain values to and from the model by cattrs, strictly: what a class does not take is refused with its place."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from inspect import unwrap
from typing import Any, TypeAlias, cast, get_args

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from civicplan.errors import InvalidInputError, InvalidValueError
from civicplan.formats._faults import as_refused, structure_each
from civicplan.formats._kinds import UNIONS, kind_of
from civicplan.formats._raw import as_written, nearest_advice
from civicplan.formats._values import VALUES, refuse
from civicplan.model._fields import to_id, to_ids, to_labels
from civicplan.model.indicator import PrintedActual
from civicplan.values import Bound, Figure, Period, Text
from civicplan.values.text import to_label

_Structure: TypeAlias = Callable[[Any, Any], Any]

#: Converters of rows of words by the converter of one word, so that each word can be refused on its own.
_OF_ONE_WORD: dict[Any, Callable[[str], str]] = {to_ids: to_id, to_labels: to_label}


@cache
def converter() -> Converter:
    """Return the converter of files: it refuses what does not fit, collects all refusals and leaves out defaults."""
    return new_converter()


def new_converter() -> Converter:
    """Return a converter of files that may learn more."""
    made = Converter(forbid_extra_keys=True, omit_if_default=True, use_alias=True)
    for kind, structure in VALUES.items():
        made.register_structure_hook(kind, structure)
    made.register_structure_hook_factory(_is_optional, lambda kind: _optional(made, kind))
    made.register_structure_hook_factory(_is_tuple, lambda kind: _array(made, get_args(kind)[0]))
    made.register_structure_hook_factory(_is_part, lambda kind: _object(made, kind))
    for kind in (Figure, Bound, Period, PrintedActual):
        made.register_unstructure_hook(kind, str)
    made.register_unstructure_hook(StrEnum, lambda word: word.value)
    made.register_unstructure_hook(Text, _text_out)
    for union, members in UNIONS.items():
        made.register_structure_hook(union, tagged(made, members))
        made.register_unstructure_hook(union, _tagging(made))
    return made


def _is_optional(kind: Any) -> bool:
    return len(get_args(kind)) == 2 and type(None) in get_args(kind)


def _optional(made: Converter, kind: Any) -> _Structure:
    inner = next(argument for argument in get_args(kind) if argument is not type(None))
    structure = made.get_structure_hook(inner)
    return lambda value, _: None if value is None else structure(value, inner)


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _array(made: Converter, element: Any) -> _Structure:
    @cache  # an entry may hold an array of its own kind, as sections do
    def structure() -> _Structure:
        return made.get_structure_hook(element)

    return lambda value, _: tuple(structure_each(_entries(value), structure()))


def _entries(value: object) -> enumerate[Any]:
    return enumerate(value) if isinstance(value, list) else refuse("an array", value, "put a single one in brackets")


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and kind not in VALUES


def _object(made: Converter, kind: type) -> _Structure:
    fields = attrs.fields(attrs.resolve_types(kind))
    hooks: dict[str, Any] = {field.name: override(struct_hook=_field(made, field)) for field in fields}
    structure = cast("_Structure", make_dict_structure_fn(kind, made, **hooks))
    expected = f"an object with the fields of {kind.__name__}"
    return lambda value, _: structure(value, kind) if isinstance(value, dict) else refuse(expected, value)


def _field(made: Converter, field: attrs.Attribute[Any]) -> _Structure:
    """Read by the field's type, then by the class's own converter, so that one refusal does not hide the next."""
    convert: Any = unwrap(cast("Callable[[Any], Any]", field.converter))
    by_type = _by_type(made, field.type, convert)

    def structured(value: object, kind: Any) -> Any:
        try:
            return convert(by_type(value, kind) if by_type else value)
        except InvalidInputError as error:
            raise as_refused(error, value) from None

    return structured


def _by_type(made: Converter, kind: Any, convert: object) -> _Structure | None:
    """Return what makes a value of the type, or None where the class's own converter reads what files state."""
    if convert in _OF_ONE_WORD:
        return _words(_OF_ONE_WORD[convert])
    return made.get_structure_hook(kind) if _has_class(kind) else None


def _words(convert: Callable[[str], str]) -> _Structure:
    return lambda value, _: tuple(structure_each(_entries(value), lambda word, _: convert(word)))


def _has_class(kind: Any) -> bool:
    return attrs.has(kind) or any(map(_has_class, get_args(kind)))


def tagged(made: Converter, members: dict[str, type]) -> _Structure:
    """Return what makes a member of a union of an object whose "kind" says which one it is."""
    expected = f"an object with a kind: {', '.join(members)}"

    def structured(value: object, _: object) -> Any:
        if not isinstance(value, dict) or "kind" not in value:
            refuse(expected, value, 'add "kind"')
        fields = dict(value)
        kind = fields.pop("kind")
        if not isinstance(kind, str) or kind not in members:
            advice = nearest_advice(kind, tuple(members)) if isinstance(kind, str) else ""
            raise InvalidValueError(".kind", f"one of {', '.join(members)}", as_written(kind), advice)
        return made.get_structure_hook(members[kind])(fields, members[kind])

    return structured


def _tagging(made: Converter) -> Callable[[Any], dict[str, Any]]:
    return lambda value: {"kind": kind_of(type(value)), **made.unstructure(value, unstructure_as=type(value))}


def _text_out(text: Text) -> str | dict[str, str]:
    return str(text) if text.languages == ("und",) else dict(text.entries)
