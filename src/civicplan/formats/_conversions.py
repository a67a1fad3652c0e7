"""What the quick way converts the fields of the model with: each class's own converters, and builders of its parts."""

from __future__ import annotations

from collections.abc import Callable
from enum import EnumType
from typing import Any, Protocol, TypeAlias, cast, get_args

import attrs

from civicplan.formats._kinds import UNIONS
from civicplan.formats._raw import GaveUpError, Number
from civicplan.formats._straight import Conversion, Convert
from civicplan.model._fields import period_or_none, text_or_none, to_id
from civicplan.values import Bound, Figure, Period, Text, to_bound, to_figure, to_period, to_text
from civicplan.values._memory import Memory
from civicplan.values.bound import BOUNDS
from civicplan.values.figure import FIGURES
from civicplan.values.period import PERIODS

_LONG = 200
_VALUES = (Bound, Figure, Period, Text)


class Builder(Protocol):
    """What builds the parts of a kind."""

    def part(self, pairs: Any) -> Any:
        """The part that the pairs state."""

    def parts(self, values: Any) -> tuple[Any, ...]:
        """The parts that an array of objects states."""


Builders: TypeAlias = Callable[[Any], Builder]


def conversion(field: attrs.Attribute[Any], builder: Builders) -> Conversion:
    """The class's own converter; for objects and arrays of objects, which are right once built, what builds them."""
    own = cast("Convert", field.converter)
    optional = type(None) in get_args(field.type)
    kind: Any = next(inner for inner in get_args(field.type) if inner is not type(None)) if optional else field.type
    if getattr(kind, "__origin__", None) is tuple:
        element = get_args(kind)[0]
        return Conversion(builder(element).parts if _is_part(element) else _of_array(own))
    if _is_part(kind):
        build = builder(kind).part
        return Conversion(_unless_none(build) if optional else build)
    if own in _OF_VALUES:
        return _OF_VALUES[own]
    if kind is Figure:
        return Conversion(_of_number(own))
    is_repeated = isinstance(kind, EnumType) or kind is str
    return Conversion(own, Memory(own).__getitem__ if is_repeated else None)


def _is_part(kind: Any) -> bool:
    return kind in UNIONS or (attrs.has(kind) and kind not in _VALUES)


def _of_array(convert: Convert) -> Convert:
    def converted(values: Any) -> Any:
        if type(values) is not list:
            raise GaveUpError
        return convert(values)

    return converted


def _unless_none(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


def _of_number(convert: Convert) -> Convert:
    return lambda value: convert(value.text if type(value) is Number else value)


#: Texts by language; headings stand in many rows of a table, long texts seldom.
_TEXTS: Memory[Text] = Memory(Text, is_kept=lambda text: sum(len(words) for _, words in text.entries) < _LONG)


def _text_of(value: Any) -> Text:
    if type(value) is str:
        return Text(value)
    if type(value) is not tuple:
        raise GaveUpError
    try:
        return _TEXTS[value]
    except TypeError:  # an array where words belong
        raise GaveUpError from None


#: By converters of fields; of text, they do no more than look up what it stands for.
_OF_VALUES: dict[Convert, Conversion] = {
    to_id: Conversion(to_id),
    to_text: Conversion(_text_of, Text),
    text_or_none: Conversion(_unless_none(_text_of), Text),
    to_figure: Conversion(_of_number(to_figure), FIGURES.__getitem__),
    to_bound: Conversion(to_bound, BOUNDS.__getitem__),
    to_period: Conversion(to_period, PERIODS.__getitem__),
    period_or_none: Conversion(period_or_none, PERIODS.__getitem__),
}
