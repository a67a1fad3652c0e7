"""A memory gives for every text what making it gives; a text that states no value is refused every time."""

from __future__ import annotations

from decimal import Decimal

import pytest

import civicplan as cp
from civicplan.values import to_figure
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
    with pytest.raises(cp.InvalidValueError):
        to_figure("about 5")
    assert "about 5" not in FIGURES
