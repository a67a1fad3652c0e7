"""Numbers as text for people: rounded half away from zero, with an exponent only where they are too long to read."""

from decimal import Decimal

import pytest

from civicplan.values._decimals import decimal_text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("5.87016", 2, "5.87"),
        ("2.345", 2, "2.35"),
        ("-2.345", 2, "-2.35"),
        ("3", 2, "3.00"),
        ("-0.001", 2, "0.00"),
        ("1234567.5", 0, "1234568"),
        ("1E+235", 2, "1E+235"),
        ("-123456789012345678901234", 2, "-1.23457E+23"),
    ],
)
def test_a_number_is_written_as_it_would_be_printed(value: str, places: int, text: str) -> None:
    assert decimal_text(Decimal(value), places) == text
