"""Undefined is an answer with a reason, and it cannot be mistaken for zero or for false."""

from decimal import Decimal

import pytest

from civicplan import NotAssessable, Reason, is_defined, or_none
from civicplan.errors import InvalidTypeError, UndefinedMeasureError
from civicplan.values import defined, value_or_reason

ZERO_BASELINE = NotAssessable(Reason.ZERO_BASELINE)


def test_what_is_undefined_says_why() -> None:
    for reason in Reason:
        assert str(NotAssessable(reason)) == reason.sentence
        assert NotAssessable(reason) == NotAssessable(reason=reason)
        assert {member.value: member for member in Reason}[str(reason)] is reason


def test_in_a_format_of_numbers_it_says_its_reason() -> None:
    assert f"{ZERO_BASELINE:.1%}" == "the baseline is zero"


def test_asking_whether_it_is_true_is_an_error_that_says_what_to_write() -> None:
    with pytest.raises(InvalidTypeError, match=r"the baseline is zero; write is_defined\(x\) .* or_none\(x\)"):
        bool(ZERO_BASELINE)
    with pytest.raises(TypeError):
        _ = ZERO_BASELINE or 0


def test_zero_is_defined_and_a_reason_is_not() -> None:
    assert is_defined(Decimal(0))
    assert not is_defined(ZERO_BASELINE)
    assert or_none(Decimal(0)) == 0
    assert or_none(ZERO_BASELINE) is None


def test_a_field_is_opened_into_its_value_or_raises_its_reason_and_is_filled_the_same_way() -> None:
    assert value_or_reason(defined, Decimal(5)) == 5
    for reason in Reason:
        with pytest.raises(UndefinedMeasureError) as undefined:
            defined(NotAssessable(reason))
        assert undefined.value.reason is reason
        assert value_or_reason(defined, NotAssessable(reason)) == NotAssessable(reason)
