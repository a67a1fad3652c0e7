"""A memory gives for every text what making it gives; a text that states no value is refused every time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from civicplan.errors import InvalidValueError
from civicplan.values import to_figure
from civicplan.values._memory import Memory
from civicplan.values.figure import FIGURES


def test_more_texts_than_it_holds_are_still_made_right() -> None:
    most = 5000
    for number in [*range(most), *range(most)]:
        assert to_figure(f"{number}.0").value == Decimal(number)
    assert len(FIGURES) < most


def test_equal_texts_share_one_value() -> None:
    assert to_figure("71.26") is to_figure("71.26")


@pytest.mark.parametrize("_", range(2))
def test_a_text_that_states_no_value_is_refused_every_time(_: int) -> None:
    with pytest.raises(InvalidValueError):
        to_figure("about 5")
    assert "about 5" not in FIGURES


def test_what_is_not_to_be_kept_is_made_again() -> None:
    made: list[str] = []

    def make(text: str) -> str:
        made.append(text)
        return text.upper()

    memory = Memory(make, is_kept=lambda value: len(value) < 4)
    assert [memory[text] for text in ("ab", "ab", "abcd", "abcd")] == ["AB", "AB", "ABCD", "ABCD"]
    assert made == ["ab", "abcd", "abcd"]
