"""What a decoder hands on: plain values, and numbers as they were written; and how faults call what stands where."""

from __future__ import annotations

import json

from attrs import frozen

from civicplan.errors import describe, nearest_words

_LONGEST_NAME = 80
LONGEST_RAW = 200
SCHEMA_VERSION = 2
VERSION_KEY = "schema_version"
#: Python writes no more bits as decimal digits.
_MOST_BITS = 10_000


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
        """Return the text of a single value, and nothing for an object or an array."""
        return cls(_text_of(value)[:LONGEST_RAW])


def _text_of(value: object) -> str:
    match value:
        case dict() | list():
            return ""
        case str():
            return value
        case Number(text):
            return text
        case int() if value.bit_length() > _MOST_BITS:
            return hex(value)
        case _:
            return json.dumps(value, default=str)


def as_written(value: object) -> str:
    """Return the value in the words of files."""
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case Number():
            return str(value)
        case int():
            return describe(value).replace("the int", "the number").replace("an int", "a number")
        case dict():
            return "an object"
        case list():
            return "an array"
        case _:
            return describe(value)


def nearest_advice(word: str, known: tuple[str, ...]) -> str:
    """Return what to write instead of a word that is none of those known, where one of them is near."""
    return "".join(f"write {near}" for near in nearest_words(word, known, most=1))


def step_text(step: str | int) -> str:
    """Return the step to an index or a key; a key that is no name is quoted and cut short."""
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if len(step) <= _LONGEST_NAME and step.isidentifier() else f"[{describe(step)}]"
