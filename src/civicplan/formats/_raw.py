"""What a decoder hands on: plain values, numbers as they were written, and objects that remember repeated keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from civicplan.errors import Fault

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


class RepeatingObject(dict[str, Any]):
    """An object in which a key stood more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _ in pairs)
        #: The keys that stood more than once.
        self.repeated = tuple(key for key, count in counts.items() if count > 1)


def repeated_keys(tree: object, path: str = "$") -> Iterator[Fault]:
    """A fault for every key that stands twice in one object."""
    if isinstance(tree, RepeatingObject):
        for key in tree.repeated:
            yield Fault(f"{path}.{key}", "the key stands more than once; keep one", key)
    if isinstance(tree, dict):
        for key, child in tree.items():
            yield from repeated_keys(child, f"{path}.{key}")
    if isinstance(tree, list):
        for index, child in enumerate(tree):
            yield from repeated_keys(child, f"{path}[{index}]")
