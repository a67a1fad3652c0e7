"""What a decoder hands on: plain values, numbers as they were written, and objects that remember repeated keys."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeAlias

from attrs import frozen

from civicplan.errors import Fault, describe

#: Where in a tree something stands: the path to what holds it, and the key or index there; () is the tree itself.
Path: TypeAlias = "tuple[()] | tuple[Path, str | int]"

_LONGEST_NAME = 80
LONGEST_RAW = 200
SCHEMA_VERSION = 1
VERSION_KEY = "schema_version"


class GaveUpError(Exception):
    """The quick way does not see at once what a document states; it never leaves this room."""


@frozen
class Number:
    """A number as it was written, so that its digits survive."""

    text: str

    def __str__(self) -> str:
        return f"the number {self.text[:80]}"


class Written(str):
    """A value as it stood in the file, on its way as the note of an error."""

    __slots__ = ()

    @classmethod
    def of(cls, value: object) -> Written:
        """The text of a single value; nothing of an object or an array."""
        if isinstance(value, dict | list):
            return cls()
        text = value if isinstance(value, str) else getattr(value, "text", None) or json.dumps(value, default=str)
        return cls(text[:LONGEST_RAW])


class RepeatingObject(dict[str, Any]):
    """An object in which a key stood more than once.

    Attributes:
        repeated: The keys that stood more than once.
    """

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _ in pairs)
        self.repeated = tuple(key for key, count in counts.items() if count > 1)


def repeated_keys(tree: object) -> Iterator[Fault]:
    """A fault for every key that stands twice in one object."""
    waiting: list[tuple[object, Path]] = [(tree, ())]
    while waiting:
        node, path = waiting.pop()
        if isinstance(node, RepeatingObject):
            for key in node.repeated:
                yield Fault(path_text((path, key)), "the key stands more than once; keep one", key[:LONGEST_RAW])
        if isinstance(node, dict | list):
            children = node.items() if isinstance(node, dict) else enumerate(node)
            waiting += reversed([(child, (path, step)) for step, child in children])


def path_text(path: Path) -> str:
    """The path as text: ``$.indicators[3].unit``."""
    steps: list[str] = []
    while path:
        path, step = path
        steps.append(f"[{step}]" if isinstance(step, int) else step_text(step))
    return "$" + "".join(reversed(steps))


@lru_cache(maxsize=256)
def nearest_advice(word: str, known: tuple[str, ...]) -> str:
    """What to write instead of a word that is none of those known, where one of them is near."""
    from difflib import get_close_matches  # seldom needed, and slow to import

    near = get_close_matches(word[:_LONGEST_NAME], known, n=1)
    return f"write {near[0]}" if near else ""


def step_text(key: str) -> str:
    """The step to a key; one that is no name is quoted and cut short."""
    return f".{key}" if len(key) <= _LONGEST_NAME and key.isidentifier() else f"[{describe(key)}]"
