"""What texts stand for, made once for each text."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

_V = TypeVar("_V")
_MOST = 4096


class Memory(dict[Hashable, _V]):
    """Values by their texts: `memory[text]` makes the value once, since plans state the same texts again and again.

    A text that states no value raises what making it raises, every time. When full, it starts anew.
    """

    def __init__(self, make: Callable[[Any], _V], is_kept: Callable[[_V], bool] | None = None) -> None:
        self._make, self._is_kept = make, is_kept

    def __missing__(self, text: Hashable) -> _V:
        value = self._make(text)
        if self._is_kept is None or self._is_kept(value):
            if len(self) >= _MOST:
                self.clear()
            self[text] = value
        return value
