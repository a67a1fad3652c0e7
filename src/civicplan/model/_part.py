"""What the classes of the model share: no field changes, a refused value names its field, only set fields are shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

import attrs

from civicplan.errors import ReadOnlyError
from civicplan.values._fields import name_fields

__all__ = ["ModelPart", "ReadOnlyProperty", "model_class"]


class ModelPart:
    """A part of a plan stays as it was built; `attrs.evolve` makes a changed copy."""

    __slots__ = ()

    def __delattr__(self, name: str) -> NoReturn:
        raise ReadOnlyError(type(self).__name__, name)

    def __repr__(self) -> str:
        """The constructor's call with the fields that were set, leaving out those that hold their default."""
        kind: Any = type(self)
        values = ((field, getattr(self, field.name)) for field in attrs.fields(kind))
        shown = (f"{field.alias}={value!r}" for field, value in values if value != field.default and value != ())
        return f"{kind.__name__}({', '.join(shown)})"


def _refuse_change(part: ModelPart, field: attrs.Attribute[Any], value: object) -> NoReturn:
    raise ReadOnlyError(type(part).__name__, field.alias or field.name)


if TYPE_CHECKING:
    from attrs import frozen as model_class

    ReadOnlyProperty = property
else:
    #: Frozen as far as type checkers know; attrs' own frozen classes could not say what to write instead.
    model_class = partial(
        attrs.define, repr=False, unsafe_hash=True, on_setattr=_refuse_change, field_transformer=name_fields
    )

    class ReadOnlyProperty(property):
        """What a part gives for a field that was left out; to assign it is refused as for a field."""

        def __set__(self, part: ModelPart, value: object) -> NoReturn:
            raise ReadOnlyError(type(part).__name__, self.fget.__name__)
