"""Undefined is an answer with a reason."""

import pytest

from civicplan import NotAssessable, Reason


@pytest.mark.parametrize("reason", Reason)
def test_what_is_undefined_is_falsy_and_says_why(reason: Reason) -> None:
    undefined = NotAssessable(reason)
    assert not undefined
    assert str(undefined) == reason.sentence
    assert undefined == NotAssessable(reason=reason)
    assert {member.value: member for member in Reason}[str(reason)] is reason


def test_in_a_format_of_numbers_it_says_its_reason() -> None:
    assert f"{NotAssessable(Reason.ZERO_BASELINE):.1%}" == "the baseline is zero"
