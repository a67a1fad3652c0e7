"""The digits that a spreadsheet shows of a number, and the shortest text of a float."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from civicplan.values._decimals import EXACT, decimal_text

#: Excel keeps so many digits of a number.
_DIGITS_OF_A_CELL = 15
#: What a number format consists of: quoted words, an escaped sign, a space as wide as a sign, a sign repeated to fill
#: the cell, something in brackets, a number, and any other sign.
_PIECES = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)]|([0#?,]*(?:[0#?](?:\.[0#?]*)?|\.[0#?]+),*)|(.)', re.DOTALL)
_PLAIN_NAMES = frozenset({"", "general", "@", "standard"})
_MOST_DECIMALS = 30


class _Section(NamedTuple):
    before: str
    least_places: int
    most_places: int
    is_percent: bool
    after: str


def shown_number(value: float | int, number_format: str) -> tuple[str, bool] | None:
    """Return a number as a cell of this number format shows it, and whether it shows all of it.

    None where the format shows a thousandth or a millionth of the number, a fraction, or a power of ten: what the cell
    means is not what it shows.

    >>> shown_number(95, "0.0"), shown_number(0.95, "0%"), shown_number(94.96, "#,##0"), shown_number(95, "General")
    (('95.0', True), ('95%', True), ('95', False), ('95', True))
    """
    exact = Decimal(format(value, f".{_DIGITS_OF_A_CELL}g")) if isinstance(value, float) else Decimal(value)
    if number_format.strip().lower() in _PLAIN_NAMES:
        return plain_text(exact), True
    section = _section(number_format, exact < 0)
    if section is None:
        return None
    scaled = EXACT.scaleb(exact, Decimal(2)) if section.is_percent else exact
    digits = _digits(scaled, section)
    return f"{section.before}{digits}{section.after}", Decimal(digits) == scaled


def _digits(number: Decimal, section: _Section) -> str:
    """The number with the places that the format always shows, and as many more as it may and the number has."""
    text = decimal_text(number, section.most_places)
    if "E" in text:  # of a number beyond all tables
        return text
    whole, point, places = text.partition(".")
    kept = places[: section.least_places] + places[section.least_places :].rstrip("0")
    return f"{whole}{point}{kept}" if kept else whole


@lru_cache(maxsize=256)
def _section(number_format: str, is_negative: bool) -> _Section | None:
    """Return what the part of the format for such numbers shows; a part without digits gives way to the first."""
    parts = _parts(number_format)
    own = _read(parts[1], signed=True) if is_negative and len(parts) > 1 else None
    return own or _read(parts[0], signed=False)


def _parts(number_format: str) -> list[str]:
    parts = [""]
    for piece in _PIECES.finditer(number_format):
        if piece[0] == ";":
            parts.append("")
        else:
            parts[-1] += piece[0]
    return parts


def _read(part: str, *, signed: bool) -> _Section | None:
    """Return what one part shows; a part for negative numbers alone shows their sign by words of its own."""
    words, digits, is_percent = ["", ""], None, False
    for piece in _PIECES.finditer(part):
        quoted, escaped, bracketed, number, sign = piece.groups()
        if number is not None:
            if digits is not None or number.endswith(","):
                return None
            digits = number
        elif (bracketed is not None and re.match("[<>=]", bracketed)) or (sign is not None and sign in "eE/"):
            return None
        else:
            is_percent |= sign == "%"
            words[digits is not None] += _word(quoted, escaped, sign, signed=signed)
    if digits is None:
        return None
    places = digits.partition(".")[2]
    most = min(len(places), _MOST_DECIMALS)
    return _Section(words[0].strip(), min(len(re.sub("#+$", "", places)), most), most, is_percent, words[1].strip())


def _word(quoted: str | None, escaped: str | None, sign: str | None, *, signed: bool) -> str:
    """What is shown beside the digits, but for the signs that tell a negative number, which the digits carry."""
    word = quoted if quoted is not None else escaped if escaped is not None else sign or ""
    return word.replace("(", "").replace(")", "").replace("-", "") if signed else word


def shown_day(value: datetime, number_format: str) -> str:
    """Return a day as a cell of this format shows it, as far as a year, a month or a day.

    >>> new_year = datetime(2021, 1, 1)
    >>> shown_day(new_year, "yyyy"), shown_day(new_year, 'yyyy"年"m"月"'), shown_day(new_year, "d/m/yy")
    ('2021', '2021-01', '2021-01-01')
    """
    day = value.date()
    letters = set(re.sub(r'"[^"]*"|\\.|\[[^\]]*]', "", number_format).lower())
    if "y" in letters and not letters & set("dhs"):
        return day.isoformat()[: 7 if "m" in letters else 4]
    return day.isoformat()


def plain_text(number: Decimal) -> str:
    """Return the number in plain digits, without an exponent.

    >>> plain_text(Decimal("1E+3")), plain_text(Decimal("95.0"))
    ('1000', '95.0')
    """
    is_short = number.is_finite() and abs(number.adjusted()) <= _MOST_DECIMALS
    return format(number, "f") if is_short else str(number)


def shortest_text(value: float) -> str:
    """Return a float by the fewest digits that give it back; a whole number has no decimal place.

    >>> shortest_text(95.0), shortest_text(94.96), shortest_text(1e-7)
    ('95', '94.96', '0.0000001')
    """
    text = repr(float(value))  # of a float of numpy, too
    return plain_text(Decimal(text.removesuffix(".0"))) if value - value == 0 else text


def with_places(value: float, places: int) -> str | None:
    """Return a float with so many decimal places; None where it has more of them.

    What arithmetic in floats leaves behind, such as 0.30000000000000004, is no further place.

    >>> with_places(95.0, 1), with_places(0.1 + 0.2, 1), with_places(94.96, 1)
    ('95.0', '0.3', None)
    """
    if value - value != 0:
        return None
    exact = Decimal(format(value, f".{_DIGITS_OF_A_CELL}g"))
    if abs(exact.adjusted()) > _MOST_DECIMALS:
        return None
    rounded = exact.quantize(Decimal(1).scaleb(-places, EXACT), rounding=ROUND_HALF_UP, context=EXACT)
    return format(rounded, "f") if rounded == exact else None
