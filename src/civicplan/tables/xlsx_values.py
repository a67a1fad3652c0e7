"""What the XML of a cell of a workbook says: text with its escapes, numbers, days and errors."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TypeAlias

CellValue: TypeAlias = "str | int | float | bool | datetime | None"

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
#: What must be written as an escape: signs that XML cannot hold, a carriage return, which XML turns into a line feed,
#: and the first sign of what would be taken for an escape.
_TO_ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_NUMBER = re.compile(r"[+-]?[0-9]{1,400}(?:\.[0-9]{0,400})?(?:[eE][+-]?[0-9]{1,4})?")
_LONGEST_WHOLE_NUMBER = 15
#: Words, signs and colours in a number format, which mean no part of a day.
_WORDS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_FIRST_DAYS = {True: datetime(1904, 1, 1), False: datetime(1899, 12, 30)}
#: Excel takes 1900 for a leap year, so that the days before this one are called by a number too small.
_AFTER_FALSE_LEAP_DAY = 60
_NOT_COMPUTED = "the cell holds a formula and no value of it; open and save the file in a spreadsheet program"
_FAILED = "the cell holds the error {}; correct its formula, or write the value"
_NO_NUMBER = "the cell says that it holds a number, and holds {}"

#: The number formats that files refer to by number only, as far as they show numbers and days.
BUILT_IN_FORMATS = {
    "0": "General",
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "11": "0.00E+00",
    "12": "# ?/?",
    "13": "# ??/??",
    "14": "yyyy-mm-dd",
    "15": "d-mmm-yy",
    "16": "d-mmm",
    "17": "mmm-yy",
    "18": "h:mm AM/PM",
    "19": "h:mm:ss AM/PM",
    "20": "h:mm",
    "21": "h:mm:ss",
    "22": "yyyy-mm-dd h:mm",
    "27": 'yyyy"年"m"月"',
    "31": 'yyyy"年"m"月"d"日"',
    "37": "#,##0;(#,##0)",
    "38": "#,##0;(#,##0)",
    "39": "#,##0.00;(#,##0.00)",
    "40": "#,##0.00;(#,##0.00)",
    "45": "mm:ss",
    "46": "[h]:mm:ss",
    "47": "mm:ss.0",
    "48": "##0.0E+0",
    "49": "@",
    "57": 'yyyy"年"m"月"',
}


def escaped(text: str) -> str:
    r"""Return the text as a workbook holds it, in which no sign is lost.

    >>> escaped("a\x0bb"), escaped("_x000B_")
    ('a_x000B_b', '_x005F_x000B_')
    """
    return _TO_ESCAPE.sub(lambda sign: f"_x{ord(sign[0]):04X}_", text)


def decoded(text: str) -> str:
    r"""Return what a text of a workbook stands for.

    >>> decoded("a_x000B_b"), decoded("_x005F_x000B_")
    ('a\x0bb', '_x000B_')
    """
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text) if "_x" in text else text


def is_day(number_format: str) -> bool:
    """Return whether a number of this format is shown as a day or a time.

    >>> is_day("yyyy-mm-dd"), is_day('0.0" days"'), is_day("General")
    (True, False, False)
    """
    return bool(_letters(number_format) & set("ymdhs"))


def shows_year(number_format: str) -> bool:
    """Return whether a day of this format is shown with its year, without which it may be no day at all.

    >>> shows_year("mmm-yy"), shows_year("d-mmm"), shows_year("h:mm")
    (True, False, False)
    """
    return "y" in _letters(number_format)


def _letters(number_format: str) -> set[str]:
    bare = _WORDS.sub("", number_format).lower()
    return set() if "general" in bare else set(bare)


def cell_value(kind: str, text: str, number_format: str, *, from_1904: bool) -> tuple[CellValue, str]:
    """Return what a cell holds, or None and the problem with it.

    Args:
        kind: What the file says of it: "str", "inlineStr", "n", "b", "d" or "e".
        text: The text of its value.
        number_format: How it shows a number.
        from_1904: Whether the workbook counts days from 1904 instead of 1900.

    >>> cell_value("n", "95", "0.0", from_1904=False), cell_value("e", "#REF!", "0.0", from_1904=False)
    ((95, ''), (None, 'the cell holds the error #REF!; correct its formula, or write the value'))
    """
    if kind == "e":
        return None, _FAILED.format(text)
    if kind in ("str", "inlineStr"):
        return text, ""
    if not text:
        return None, _NOT_COMPUTED
    if kind == "b":
        return text.strip() in ("1", "true"), ""
    if kind == "d":
        return _iso(text)
    if not _NUMBER.fullmatch(text.strip()):
        return None, _NO_NUMBER.format(repr(text[:40]))
    number = _number(text.strip())
    return _day(number, from_1904=from_1904) if is_day(number_format) else (number, "")


def _number(text: str) -> int | float:
    return int(text) if text.lstrip("+-").isdecimal() and len(text) <= _LONGEST_WHOLE_NUMBER else float(text)


def _iso(text: str) -> tuple[CellValue, str]:
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=None), ""
    except ValueError:
        return None, _NO_NUMBER.format(repr(text[:40]))


def _day(number: int | float, *, from_1904: bool) -> tuple[CellValue, str]:
    days = number + 1 if not from_1904 and 1 <= number < _AFTER_FALSE_LEAP_DAY else number
    try:
        moment = _FIRST_DAYS[from_1904] + timedelta(days=days)
    except OverflowError:
        return None, f"the number {number} is shown as a day, and there is no such day"
    return moment.replace(microsecond=0), ""
