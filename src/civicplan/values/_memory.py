"""What texts stand for, made once for each text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_V = TypeVar("_V")
_MOST = 4096


class Memory(dict[str, _V]):
    """Values by their texts: `memory[text]` makes the value once, since plans state the same texts again and again.

    A text that states no value raises what making it raises, every time. When full, it starts anew.
    """

    def __init__(self, make: Callable[[str], _V]) -> None:
        self._make = make

    def __missing__(self, text: str) -> _V:
        value = self._make(text)
        if len(self) >= _MOST:
            self.clear()
        self[text] = value
        return value
