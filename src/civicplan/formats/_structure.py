"""Plain values to and from the model, strictly: nothing is coerced, and every value that does not fit is named."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NoReturn, cast, get_args

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError, IterableValidationError, IterableValidationNote

from civicplan.errors import InvalidInputError, InvalidTypeError, InvalidValueError, describe
from civicplan.formats._kinds import UNIONS, kind_of
from civicplan.formats._raw import Number, Written, nearest_advice, step_text
from civicplan.values import Bound, Figure, Period, Text, to_figure

_LONGEST_INTEGER = 10
_NO_NUMBERS = ("nan", "inf", "infinity")


@cache
def converter() -> Converter:
    """The converter of the files: it refuses what does not fit, collects all refusals, and leaves out defaults."""
    made = Converter(detailed_validation=True, forbid_extra_keys=True, omit_if_default=True)
    for kind, structure in _SCALARS.items():
        made.register_structure_hook(kind, structure)
    made.register_structure_hook_factory(_is_optional, lambda kind: _optional(made, kind))
    made.register_structure_hook_factory(_is_tuple, lambda kind: _array(made, kind))
    made.register_structure_hook_factory(_is_part, lambda kind: _object(made, kind))
    for kind in (Figure, Bound, Period):
        made.register_unstructure_hook(kind, str)
    made.register_unstructure_hook(Text, _text_out)
    for union, members in UNIONS.items():
        made.register_structure_hook(union, _tagged(made, members))
        made.register_unstructure_hook(union, _tagging(made))
    return made


def _refuse(expected: str, value: object, advice: str = "") -> NoReturn:
    raise InvalidTypeError("", expected, _as_written(value), advice)


def _as_written(value: object) -> str:
    """The value in the words of files."""
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case Number():
            return str(value)
        case int():
            return describe(value).replace("the int", "the number")
        case dict():
            return "an object"
        case list():
            return "an array"
        case _:
            return describe(value)


def _string(value: object, _: object) -> str:
    return value if isinstance(value, str) else _refuse("text", value)


def _boolean(value: object, _: object) -> bool:
    return value if isinstance(value, bool) else _refuse("true or false", value)


def _integer(value: object, _: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Number) and value.text.removeprefix("-").isdigit() and len(value.text) <= _LONGEST_INTEGER:
        return int(value.text)
    return _refuse("a whole number", value)


def _figure(value: object, _: object) -> Figure:
    if isinstance(value, Number):
        if value.text.strip("+-").lower() in _NO_NUMBERS:
            _refuse("a number", value, "leave the value out where there is none")
        return Figure(value.text)
    if isinstance(value, str | int) and not isinstance(value, bool):
        return to_figure(value)
    return _refuse("a number, or a number as text", value)


def _bound(value: object, _: object) -> Bound:
    return Bound.parse(value) if isinstance(value, str) else _refuse("a bound as text, such as ≥75", value)


def _period(value: object, _: object) -> Period:
    if isinstance(value, Number):
        return Period.parse(value.text)
    if isinstance(value, str | int | datetime.date) and not isinstance(value, bool | datetime.datetime):
        return Period.of(value)
    return _refuse("a period, such as 2016/2020", value)


def _text(value: object, _: object) -> Text:
    if isinstance(value, Mapping):
        _check_languages(value)
    if isinstance(value, str | Mapping):
        return Text(value)
    return _refuse("text, or an object of texts by language", value)


def _check_languages(texts: Mapping[str, Any]) -> None:
    refused: list[Exception] = []
    for language, words in texts.items():
        try:
            _ = Text({language: words}) if isinstance(words, str) else _refuse("text", words)
        except InvalidInputError as error:
            alone = error.in_field(step_text(language))
            alone.add_note(Written.of(words))
            refused.append(alone)
    if refused:
        raise BaseValidationError("texts by language", refused, Text)


def _member(value: object, kind: type[StrEnum]) -> StrEnum:
    found = kind._value2member_map_.get(value) if isinstance(value, str) else None
    if isinstance(found, kind):
        return found
    expected = f"one of {', '.join(kind)}"
    if isinstance(value, str):
        raise InvalidValueError("", expected, describe(value), nearest_advice(value, tuple(kind)))
    return _refuse(expected, value)


_SCALARS: dict[Any, Callable[..., Any]] = {
    str: _string,
    StrEnum: _member,
    bool: _boolean,
    int: _integer,
    Figure: _figure,
    Bound: _bound,
    Period: _period,
    Text: _text,
}


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _array(made: Converter, kind: Any) -> Callable[[object, object], Any]:
    elements = list.__class_getitem__(get_args(kind)[:1])
    structure = made.get_structure_hook(elements)

    def structured(value: object, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            _refuse("an array", value, "put a single value in brackets")
        return tuple(structure(value, elements))

    return structured


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and attrs.has(kind) and kind not in _SCALARS


def _object(made: Converter, kind: type) -> Callable[[object, object], Any]:
    from cattrs.gen import make_dict_structure_fn, override

    fields = attrs.fields(attrs.resolve_types(kind))
    hooks: dict[str, Any] = {field.name: override(struct_hook=_field(made, field)) for field in fields}
    structure: Callable[..., Any] = make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True, **hooks)

    def structured(value: object, _: object) -> Any:
        if not isinstance(value, dict):
            _refuse(f"an object with the fields of {kind.__name__}", value)
        return structure(value, kind)

    return structured


def _field(made: Converter, field: attrs.Attribute[Any]) -> Callable[[object, object], Any]:
    """By the field's type, then by its class's own converter, so that one refusal does not hide the next."""
    own = cast("Callable[[Any], Any] | None", field.converter)
    convert = own if own is not None else lambda value: value
    is_words = field.type == tuple[str, ...]

    @cache
    def by_type() -> Callable[[object, object], Any]:
        return made.get_structure_hook(field.type)

    def structured(value: object, _: object) -> Any:
        try:
            found = by_type()(value, field.type)
            return _each(convert, found) if is_words else convert(found)
        except InvalidInputError as error:
            # The path names the field already.
            alone = error.in_field("") if error.place.endswith(f".{field.name}") else error
            alone.add_note(Written.of(value))
            raise alone from None

    return structured


def _each(convert: Callable[[Any], Any], values: tuple[Any, ...]) -> Any:
    """All values at once; of those that are refused each on its own."""
    refused: list[Exception] = []
    for index, value in enumerate(values):
        try:
            convert((value,))
        except InvalidInputError as error:
            alone = error.in_field("")
            alone.add_note(IterableValidationNote("", index, str))
            alone.add_note(Written.of(value))
            refused.append(alone)
    if refused:
        raise IterableValidationError("words", refused, tuple)
    return convert(values)


def _optional(made: Converter, kind: Any) -> Callable[[object, object], Any]:
    inner = next(argument for argument in get_args(kind) if argument is not type(None))
    hook = made.get_structure_hook(inner)

    def structured(value: object, _: object) -> Any:
        return None if value is None else hook(value, inner)

    return structured


def _is_optional(kind: Any) -> bool:
    return len(get_args(kind)) == 2 and type(None) in get_args(kind)


def _tagged(made: Converter, members: dict[str, type]) -> Callable[[object, object], Any]:
    expected = f"an object with a kind: {', '.join(members)}"

    @cache
    def hooks() -> dict[str, Callable[[object, object], Any]]:
        return {kind: made.get_structure_hook(member) for kind, member in members.items()}

    def structured(value: object, _: object) -> Any:
        if not isinstance(value, dict) or "kind" not in value:
            _refuse(expected, value, 'add "kind"')
        fields = dict(value)
        kind = fields.pop("kind")
        if not isinstance(kind, str) or kind not in members:
            advice = nearest_advice(kind, tuple(members)) if isinstance(kind, str) else ""
            raise InvalidValueError(".kind", f"one of {', '.join(members)}", _as_written(kind), advice)
        return hooks()[kind](fields, members[kind])

    return structured


def _tagging(made: Converter) -> Callable[[Any], dict[str, Any]]:
    def unstructured(value: Any) -> dict[str, Any]:
        return {"kind": kind_of(type(value)), **made.unstructure(value, unstructure_as=type(value))}

    return unstructured


def _text_out(text: Text) -> str | dict[str, str]:
    return str(text) if text.languages == ("und",) else dict(text.entries)
