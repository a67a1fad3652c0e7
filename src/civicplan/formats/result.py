"""Result: what was computed; and how it, or any part of a plan, becomes plain values that JSON can hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from itertools import repeat
from operator import attrgetter
from typing import Any, ClassVar, get_args, get_type_hints

import attrs

from civicplan.describing import SentenceEnum
from civicplan.errors import InvalidTypeError, describe
from civicplan.formats._kinds import UNION_OF
from civicplan.formats.plans import plan_tree
from civicplan.model import Plan
from civicplan.model._part import ModelPart
from civicplan.render.message import Message
from civicplan.values import Bound, Figure, Interval, NotAssessable, Period, Source, Text
from civicplan.values._decimals import EXACT

#: What is written as in the files of plans: values as text, and of parts only the fields that were set.
AS_IN_FILES = (ModelPart, Source, Figure, Bound, Period, Text)


_WRITTEN = (*AS_IN_FILES, Interval, NotAssessable, StrEnum, Decimal)


class Result:
    """A result is written with all its fields and with what follows from them, so that no reader has to compute.

    What is written are dicts, lists, texts, whole numbers, true, false and null. Decimals are written as text, and what
    is undefined as ``{"undefined": reason, "sentence": ...}``.

    >>> from decimal import Decimal
    >>> from civicplan.methods import Rating
    >>> rating = Rating(method="global-fund", label="A1", value=Decimal("100.5")).to_dict()
    >>> rating["label"], rating["value"], rating["is_rated"]
    ('A1', '100.5', True)
    """

    __slots__ = ()

    #: What is written beside the fields: properties, and those of parts, such as "indicator.name".
    _derived: ClassVar[tuple[str, ...]] = ()
    #: What parts of a result leave out of their entries, by the name of the field in which they are.
    _left_out: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values; `civicplan.from_dict` reads them."""
        return {name: plain(entry) for name, entry in self._entries().items()}

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the same as text of JSON.

        Args:
            indent: How many blanks a level is indented by; None writes one line.
        """
        import json  # seldom needed, and importing the library stays cheap

        return json.dumps(self.to_dict(), ensure_ascii=False, allow_nan=False, indent=indent)

    def _entries(self) -> dict[str, object]:
        """What is written, by name."""
        entries = {**{name_of(path): _derived_entry(self, path) for path in self._derived}, **fields_of(self)}
        entries |= {name: without(names, getattr(self, name)) for name, names in self._left_out.items()}
        explanation = getattr(self, "explanation", None)
        return entries if explanation is None else {**entries, "explanation": str(explanation)}

    @classmethod
    def _kinds(cls) -> dict[str, Any]:
        """The types of the entries that are read, by name; all other entries follow from them."""
        return field_kinds(cls)

    @classmethod
    def _shape(cls) -> dict[str, Any]:
        """The types of all entries, by name; what has entries of its own and no class is a dict of these."""
        shape = {name_of(path): _kind_at(cls, path) for path in cls._derived}
        told = {"explanation": str} if hasattr(cls, "explanation") else {}
        return {**shape, **field_kinds(cls), **cls._kinds(), **told}

    @classmethod
    def _lent(cls, name: str, tree: Any, parts: Mapping[str, Any]) -> Any:
        """Return what is to be read as an entry, with what its parts left out, or what it names.

        Args:
            name: The name of the entry.
            tree: What is written there.
            parts: The parts of plans among the entries, by name.
        """
        if name not in cls._left_out:
            return tree
        return lend(tree, repeat({own: parts[own] for own in cls._left_out[name] if own in parts}))

    @classmethod
    def _made_of(cls, stored: Mapping[str, Any]) -> Result:
        """Return the result that has these entries."""
        return cls(**{field.alias or field.name: stored[name] for name, field in _fields(cls).items()})


def name_of(path: str) -> str:
    """Return under which name is written what stands at a path.

    >>> name_of("indicator.name")
    'name'
    """
    return path.rpartition(".")[2]


def _derived_entry(result: Result, path: str) -> object:
    """Return what stands at a path from a result; of words in several languages those in the first."""
    entry = attrgetter(path)(result)
    return str(entry) if isinstance(entry, Text) else entry


def _kind_at(cls: Any, path: str) -> Any:
    """Return the type of what stands at a path from the results of a class."""
    for name in path.split("."):
        kinds = field_kinds(cls)
        cls = kinds[name] if name in kinds else get_type_hints(getattr(cls, name).fget)["return"]
    if not {Text, Message}.intersection((cls, *get_args(cls))):
        return cls
    return str if cls in (Text, Message) else str | None


def _fields(cls: Any) -> dict[str, attrs.Attribute[Any]]:
    """The fields of a class by the names under which they are written."""
    return {field.name.lstrip("_"): field for field in attrs.fields(cls)}


def fields_of(value: Any) -> dict[str, object]:
    """Return the fields of a value by the names under which they are written."""
    return {name: getattr(value, field.name) for name, field in _fields(type(value)).items()}


def field_kinds(cls: Any) -> dict[str, Any]:
    """Return the types of the fields of a class by the names under which they are written."""
    return {name: field.type for name, field in _fields(attrs.resolve_types(cls)).items()}


def kinds_of(cls: Any) -> dict[str, Any]:
    """Return the types of the entries of a result or an interval that are read, by name."""
    return cls._kinds() if issubclass(cls, Result) else field_kinds(cls)


def without(names: Iterable[str], results: Iterable[Result]) -> list[dict[str, object]]:
    """Return the entries of results that are parts of another, without those that the other has itself."""
    left_out = set(names)
    return [{name: entry for name, entry in result._entries().items() if name not in left_out} for result in results]


def lend(parts: object, lent: Iterable[Mapping[str, object]]) -> object:
    """Return the trees of parts with what each left out; what is no list of trees is left as it is."""
    if not isinstance(parts, list):
        return parts
    return [{**own, **part} if isinstance(part, dict) else part for part, own in zip(parts, lent, strict=False)]


def to_class(cls: type) -> type:
    """Return a class of values that are written as plain ones, and nothing else."""
    if isinstance(cls, type) and issubclass(cls, (Result, *_WRITTEN)):
        return cls
    got = f"the class {cls.__name__}" if isinstance(cls, type) else describe(cls)
    advice = "write the class itself, without quotes" if isinstance(cls, str) else ""
    raise InvalidTypeError("cls", "a class of this library, such as Plan or Indicator", got, advice)


def plain(value: Any) -> Any:
    """Return a part of a plan, a value or a result as what JSON can hold.

    Raises:
        InvalidTypeError: It is none of these. It is a TypeError.
    """
    match value:
        case None | bool() | int():
            return value
        case Result() | StrEnum() | NotAssessable() | Interval() | Decimal():
            return _plain_result(value)
        case str():
            return str(value)  # a message is more than its words
        case Plan():
            return plan_tree(value)
        case tuple() | list():
            return [plain(entry) for entry in value]
        case Mapping():
            return {plain(name): plain(entry) for name, entry in value.items()}
        case _ if isinstance(value, AS_IN_FILES):
            return _plain_part(value)
        case _:
            raise InvalidTypeError("value", "a part of a plan, a value or a result", describe(value))


def _plain_result(value: Result | StrEnum | NotAssessable | Interval | Decimal) -> Any:
    match value:
        case Result():
            return value.to_dict()
        case SentenceEnum():
            return {"code": value.value, "sentence": value.sentence}
        case StrEnum():
            return value.value
        case NotAssessable(reason):
            return {"undefined": reason.value, "sentence": reason.sentence}
        case Interval():
            return {name: plain(end) for name, end in fields_of(value).items()}
        case Decimal():
            return EXACT.to_sci_string(value)


def _plain_part(value: Any) -> Any:
    from civicplan.formats._structure import converter  # cattrs takes its time to import

    return converter().unstructure(value, unstructure_as=UNION_OF.get(type(value), type(value)))
