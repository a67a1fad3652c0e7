"""From plain values back to results: fields are read strictly, and what else is written has to follow from them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

from cattrs import Converter

from civicplan.describing import SentenceEnum
from civicplan.errors import Fault, InvalidInputError, InvalidValueError, PlanFormatError, Reason, first_faults
from civicplan.formats._faults import structure_each
from civicplan.formats._raw import LONGEST_RAW, Number, Written, as_written, nearest_advice, step_text
from civicplan.formats._reading import plan_of
from civicplan.formats._structure import new_converter
from civicplan.formats._values import refuse
from civicplan.formats.result import Result, kinds_of, plain
from civicplan.model import Plan
from civicplan.model._part import ModelPart
from civicplan.values import Interval, NotAssessable, to_enum

_Structure: TypeAlias = Callable[[Any, Any], Any]

#: Entries in words for people; their wording may be that of another version.
_WORDS = frozenset({"sentence", "explanation", "headline", "target_text", "actual_text", "formula", "detail", "places"})
#: What data consist of; anything else is a part that a whole has lent to this part of it.
_PLAIN = (NoneType, bool, int, float, Decimal, str, list, tuple, dict, Number)
_DECIMAL = re.compile(r"-?[0-9]{1,150}(\.[0-9]{1,150})?(E[+-]?[0-9]{1,6})?")


@cache
def results_converter() -> Converter:
    """Return the converter that reads results, too."""
    made = new_converter()
    made.register_structure_hook(Plan, lambda tree, _: plan_of(tree, iter(()), "the plan"))
    made.register_structure_hook(Decimal, _decimal)
    made.register_structure_hook(NotAssessable, _undefined)
    for kind, words in ((bool, "true or false"), (int, "a whole number"), (str, "text")):
        made.register_structure_hook(kind, _exactly(kind, words))
    made.register_structure_hook(StrEnum, _word)
    made.register_structure_hook_factory(_is_open_union, lambda kind: _one_of(made, kind))
    made.register_structure_hook_factory(_is_tuple, lambda kind: _array(made, get_args(kind)))
    made.register_structure_hook_factory(_is_result, lambda kind: _result(made, kind))
    return made


def _decimal(value: Any, _: object) -> Decimal:
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        refuse('a number as text, such as "0.95"', value)
    return Decimal(value)


def _exactly(kind: type, words: str) -> _Structure:
    return lambda value, _: value if type(value) is kind else refuse(words, value)


def _undefined(value: Any, _: object) -> NotAssessable:
    return NotAssessable(_coded(Reason, value, "undefined"))


def _word(value: Any, kind: type[StrEnum]) -> StrEnum:
    return _coded(kind, value, "code") if issubclass(kind, SentenceEnum) else to_enum(kind, value)


def _coded(kind: type[Any], value: Any, name: str) -> Any:
    """Return the member of a vocabulary whose code stands under a name, beside its sentence."""
    if not isinstance(value, dict) or name not in value:
        refuse(f'an object with "{name}"', value)
    try:
        return to_enum(kind, value[name])
    except InvalidInputError as error:
        raise error.in_field(f".{name}") from None


def _is_open_union(kind: Any) -> bool:
    """Return whether there may be none, no value, or one of a few words in place of what else a union has."""
    is_union = get_origin(kind) in (Union, UnionType)
    openings = (member in (NoneType, NotAssessable) or get_origin(member) is Literal for member in get_args(kind))
    return get_origin(kind) is Literal or (is_union and any(openings))


def _one_of(made: Converter, kind: Any) -> _Structure:
    members = (kind,) if get_origin(kind) is Literal else get_args(kind)
    words = [word for member in members if get_origin(member) is Literal for word in get_args(member)]
    others = [member for member in members if get_origin(member) is not Literal]
    rest = [member for member in others if member not in (NoneType, NotAssessable)]

    def structured(value: Any, _: object) -> Any:
        if value is None and NoneType in others:
            return None
        if NotAssessable in others and isinstance(value, dict) and "undefined" in value:
            return _undefined(value, None)
        if isinstance(value, str) and value in words:
            return value
        return made.structure(value, rest[0]) if rest else refuse(f"one of {', '.join(words)}", value)

    return structured


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _array(made: Converter, kinds: tuple[Any, ...]) -> _Structure:
    """Return what reads an array: of any length where all entries are of one type, else of one entry for each type."""
    length = None if Ellipsis in kinds else len(kinds)

    def structured(value: Any, _: object) -> tuple[Any, ...]:
        if not isinstance(value, list) or length not in (None, len(value)):
            refuse("an array" if length is None else f"an array of {length}", value)
        return tuple(structure_each(enumerate(value), entry))

    def entry(value: Any, place: int) -> Any:
        return made.structure(value, kinds[0 if length is None else place])

    return structured


def _is_result(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Result | Interval)


def _result(made: Converter, kind: type[Any]) -> _Structure:
    kinds = kinds_of(kind)
    parts = [name for name, of in kinds.items() if isinstance(of, type) and issubclass(of, ModelPart)]
    others = [name for name in kinds if name not in parts]

    def structured(tree: Any, _: object) -> Any:
        if not isinstance(tree, dict):
            refuse(f"an object with the entries of {kind.__name__}", tree)
        known = _read(made, kind, tree, parts, {})
        stored = {**known, **_read(made, kind, tree, others, known)}
        result = _made_of(kind, stored)
        faults, unlisted = first_faults(_faults_of_the_rest(tree, result, kinds))
        if faults:
            raise PlanFormatError("", faults, unlisted)
        return result

    return structured


def _read(
    made: Converter, kind: type[Any], tree: dict[str, Any], names: list[str], known: Mapping[str, Any]
) -> dict[str, Any]:
    """Return some entries of a result, each read by its type; what was refused is raised together.

    Args:
        made: The converter.
        kind: The class of the result.
        tree: What is written of it.
        names: The entries to read.
        known: The entries that are known by now.
    """
    kinds = kinds_of(kind)

    def structured(value: Any, name: str) -> Any:
        if name not in tree:
            raise InvalidValueError("", f"an entry that every {kind.__name__} has", "nothing")
        written = kind._lent(name, value, known) if issubclass(kind, Result) else value
        return made.structure(written, kinds[name]) if isinstance(written, _PLAIN) else written

    entries = structure_each([(name, tree.get(name, "")) for name in names], structured)
    return dict(zip(names, entries, strict=True))


def _made_of(kind: type[Any], stored: dict[str, Any]) -> Any:
    try:
        return kind._made_of(stored) if issubclass(kind, Result) else kind(**stored)
    except InvalidInputError as error:
        raise (error.in_field(f".{error.place}") if error.place in stored else error) from None


def _faults_of_the_rest(tree: dict[str, Any], result: Any, kinds: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield a fault for everything beside the entries that were read which does not follow from them."""
    entries = result._entries() if isinstance(result, Result) else {}
    for name in (name for name in tree if name not in kinds):
        if name not in entries:
            yield _unknown(name, (*kinds, *entries))
        elif name not in _WORDS:
            yield from _differences(tree[name], plain(entries[name]), step_text(name))


def _differences(given: Any, written: Any, path: str) -> Iterator[Fault]:
    """Yield a fault for everything given that is not what is written; what is left out says nothing wrong."""
    if isinstance(given, dict) and isinstance(written, dict):
        for name in (name for name in given if name not in _WORDS):
            if name in written:
                yield from _differences(given[name], written[name], path + step_text(name))
            else:
                yield _unknown(name, tuple(written), path)
    elif isinstance(given, list) and isinstance(written, list) and len(given) == len(written):
        for place, (one, other) in enumerate(zip(given, written, strict=True)):
            yield from _differences(one, other, path + step_text(place))
    elif type(given) is not type(written) or given != written:
        message = f"expected {_described(written)}, which follows from the other entries, got {_described(given)}"
        yield Fault(path, message, Written.of(given))


def _described(value: Any) -> str:
    return f"an array of {len(value)}" if isinstance(value, list) else as_written(value)


def _unknown(key: object, known: tuple[str, ...], path: str = "") -> Fault:
    name = str(key)
    advice = nearest_advice(name, known)
    return Fault(path + step_text(name), f"there is no such entry{f'; {advice}' if advice else ''}", name[:LONGEST_RAW])
