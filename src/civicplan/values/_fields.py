"""Say which field of a class refused a value."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import attrs

from civicplan.errors import InvalidInputError, is_within_value


def name_fields(cls: type, fields: list[attrs.Attribute[Any]]) -> list[attrs.Attribute[Any]]:
    """Make each converter of a class name its field, as ``Class.field``, where it refuses a value.

    This is a `field_transformer` of attrs, which calls it while it makes the class.
    """
    return [
        field.evolve(converter=_naming_field(f"{cls.__name__}.{field.name.lstrip('_')}", field.converter))
        if field.converter
        else field
        for field in fields
    ]


def _naming_field(place: str, convert: Any) -> Callable[[Any], Any]:
    @wraps(convert)  # attrs reads the types of the arguments of `__init__` off the converters
    def converted(value: Any) -> Any:
        try:  # every value of a plan passes here, and `with naming_field(place)` would take ten times as long
            return convert(value)
        except InvalidInputError as error:
            if not is_within_value(error.place):
                raise
            raise error.in_field(f"{place}{error.place}") from None

    return converted
