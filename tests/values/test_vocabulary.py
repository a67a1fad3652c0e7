"""Closed vocabularies: a member or its name, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.model import Verdict
from civicplan.values.vocabulary import to_enum


def test_a_member_or_its_name_is_taken() -> None:
    for verdict in Verdict:
        assert to_enum(Verdict, verdict) is to_enum(Verdict, verdict.value) is verdict


def test_a_misspelt_name_is_answered_with_the_one_that_is_nearest() -> None:
    for written, nearest in (("not_meet", "not_met"), ("metl", "met"), ("not_dues", "not_due")):
        with pytest.raises(InvalidValueError) as caught:
            to_enum(Verdict, written)
        assert caught.value.advice == f"write {nearest}"
    with pytest.raises(InvalidValueError) as caught:
        to_enum(Verdict, "nothing like any of them")
    assert caught.value.advice == ""


@pytest.mark.parametrize("value", [None, 1, b"met", ["met"]])
def test_what_is_no_text_is_no_name(value: Any) -> None:
    with pytest.raises(InvalidTypeError, match="one of met, "):
        to_enum(Verdict, value)
