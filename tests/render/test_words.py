"""Numbers as text never look like a number that they are not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from civicplan.errors import Reason
from civicplan.render.words import distance_text, full_name, percent_text, with_unit
from civicplan.values import NotAssessable, Text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("1", "100.0 %"),
        ("0.9999", "99.99 %"),
        ("1.000001", "100.0001 %"),
        ("0.5424", "54.2 %"),
        ("0.99999999999999999999", "100.0 %"),
    ],
)
def test_a_share_is_shown_as_a_whole_only_where_it_is_one_or_no_reader_could_tell(share: str, text: str) -> None:
    assert percent_text(Decimal(share)) == text


def test_an_undefined_share_is_a_dash() -> None:
    assert percent_text(NotAssessable(Reason.ZERO_TARGET)) == "—"


@pytest.mark.parametrize(("distance", "text"), [("0.6", "0.6"), ("7.5666666", "7.57"), ("0.0004999", "0.0005")])
def test_a_distance_is_never_shown_as_none(distance: str, text: str) -> None:
    assert distance_text(Decimal(distance)) == text


def test_a_row_is_named_by_number_group_and_name() -> None:
    name, group = Text({"zh": "城镇居民", "en": "urban residents"}), Text("income")
    assert full_name(group, name, "15") == "15 income: urban residents"
    assert full_name(None, name) == "urban residents"


def test_an_amount_without_a_unit_is_a_bare_number() -> None:
    assert (with_unit("4", "boxes"), with_unit("4", None)) == ("4 boxes", "4")
