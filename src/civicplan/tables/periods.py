"""Periods as people write them into headings and cells: 2021年, Q2 2024, FY2021, 2021-2025."""

from __future__ import annotations

import re
from collections.abc import Callable

from civicplan.errors import InvalidValueError
from civicplan.reading import Diagnostic, Reading
from civicplan.render.message import fill
from civicplan.tables.cell_words import BLANKS
from civicplan.tables.uniform import uniform
from civicplan.values import FiscalYearNamed, Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH_NAMES = {name: number for names in (_MONTHS, _LONG_MONTHS) for number, name in enumerate(names, start=1)} | {
    "sept": 9
}
_CHINESE_DIGITS = {"一": "1", "二": "2", "三": "3", "四": "4", "上": "1", "下": "2"}

_MONTH = "|".join(sorted(_MONTH_NAMES, key=len, reverse=True))
_YEAR = "(?:19|20|21)[0-9]{2}"
_ONE = (
    rf"(?:(?:fy ?)?{_YEAR}(?:财年|年度|年(?!均))?"
    r"(?: ?-? ?[qh][1-4]|第?[一二三四1-4]季度|[上下]半年|[0-9]{1,2}(?:-[0-9]{1,2})?月(?:[0-9]{1,2}日)?"
    r"|[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9])|-[0-9]{1,2}(?![0-9])|/[0-9]{2}(?![0-9]))?(?:年?[底末])?"
    rf"|(?:[qh][1-4]|{_MONTH})[ /-]?{_YEAR})"
)
#: A period within a text in uniform signs and small letters.
PERIOD_IN_TEXT = re.compile(
    rf"(?<![0-9.,]){_ONE}(?: ?(?:[-~/]|to|至) ?{_ONE})?(?![0-9])|(?<![a-z])fy ?'?[0-9]{{2}}(?![0-9])"
)


def _digit(sign: str) -> str:
    return _CHINESE_DIGITS.get(sign, sign)


#: Each way to write one unit of the calendar, and how `Period.parse` writes it.
_UNITS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (rf"({_YEAR})(?:年度|年)?(?:年?[底末])?", lambda found: found[1]),
    (rf"({_YEAR})财年", lambda found: f"FY{found[1]}"),
    (rf"({_YEAR})年? ?-? ?([qh])([1-4])", lambda found: f"{found[1]}-{found[2].upper()}{found[3]}"),
    (rf"([qh])([1-4])[ /-]?({_YEAR})", lambda found: f"{found[3]}-{found[1].upper()}{found[2]}"),
    (rf"({_YEAR})年?第?([一二三四1-4])季度", lambda found: f"{found[1]}-Q{_digit(found[2])}"),
    (rf"({_YEAR})年?([上下])半年", lambda found: f"{found[1]}-H{_digit(found[2])}"),
    (rf"({_YEAR})年([0-9]{{1,2}})月[底末]?", lambda found: f"{found[1]}-{found[2]:0>2}"),
    (
        rf"({_YEAR})年([0-9]{{1,2}})-([0-9]{{1,2}})月",
        lambda found: f"{found[1]}-{found[2]:0>2}/{found[1]}-{found[3]:0>2}",
    ),
    (rf"({_MONTH})[ /-]?({_YEAR})", lambda found: f"{found[2]}-{_MONTH_NAMES[found[1]]:02}"),
    (
        rf"({_YEAR})(?:年|[-/.])([0-9]{{1,2}})(?:月|[-/.])([0-9]{{1,2}})日?",
        lambda found: f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}",
    ),
)
_PAIR = re.compile(rf"({_ONE}) ?(?:[-~/]|to|至) ?({_ONE})")
_SHORT_PAIR = re.compile(rf"({_YEAR})[/-]([0-9]{{2}})")
_ARGUMENTS = ("fiscal_year_start", "fiscal_year_named")
_LAST_MONTH = 12


def read_period(
    text: str, *, place: str, fiscal_year_start: int | None = None, fiscal_year_named: FiscalYearNamed = "end"
) -> Reading[Period | None]:
    """Return the period that a text states; None for a blank, and, with a diagnostic, for what is no period.

    Args:
        text: The text of the cell, or a part of a heading.
        place: Where it stands, for diagnostics.
        fiscal_year_start: The month in which a fiscal year begins [1 to 12]; None leaves out fiscal years.
        fiscal_year_named: Whether FY2024 is the year that ends or the one that starts in 2024.

    Raises:
        InvalidInputError: The month or the name is none; no text raises anything.

    >>> str(read_period("2024年第二季度", place="C4").value), str(read_period("Q2 2024", place="C4").value)
    ('2024-Q2', '2024-Q2')
    """
    plain = uniform(text)
    if plain in BLANKS:
        return Reading(value=None)
    notation = _notation(plain)
    if fiscal_year_start is None and _may_be_month_or_fiscal_year(notation):
        return _left_out("unclear-period", place, text, month=notation, label=notation.replace("-", "/"))
    try:
        period = Period.parse(notation, fiscal_year_start=fiscal_year_start, fiscal_year_named=fiscal_year_named)
    except InvalidValueError as error:
        if error.place in _ARGUMENTS:
            raise
        code = "fiscal-year" if fiscal_year_start is None and _is_fiscal(plain) else "not-a-period"
        return _left_out(code, place, text, advice=error.advice or "write for example 2024, 2024-Q2 or 2021/2025")
    return Reading(value=period)


def is_span(text: str) -> bool:
    """Return whether a text names the first and the last unit of a period, be they the same.

    >>> is_span("2021-2025"), is_span("2025/2025"), is_span("2025"), is_span("2023/24")
    (True, True, False, False)
    """
    return _PAIR.fullmatch(uniform(text)) is not None


#: Each code of a period that was left out, and what to write instead.
LEFT_OUT = {
    "fiscal-year": (
        "It is a fiscal year, and nothing says in which month one begins; say so, "
        "as in fiscal_year_start=4 where it is April."
    ),
    "unclear-period": (
        "It may be a month or a fiscal year; write {month}/{month} for the month, "
        "or {label} and fiscal_year_start= for the fiscal year."
    ),
    "not-a-period": "It is no period; {advice}.",
}


def _left_out(code: str, place: str, text: str, **words: object) -> Reading[Period | None]:
    message = fill(LEFT_OUT[code], **words)
    return Reading(value=None, diagnostics=(Diagnostic(code=code, place=place, text=text, message=message),))


def _notation(plain: str) -> str:
    """Return the period as `Period.parse` writes it; what is written in no known way stays as it is."""
    if unit := _unit(plain):
        return unit
    short = _SHORT_PAIR.fullmatch(plain)
    if short and int(short[2]) > _LAST_MONTH and not _are_consecutive(short):
        return f"{short[1]}/{short[1][:2]}{short[2]}"
    if pair := _PAIR.fullmatch(plain):
        first, last = _unit(pair[1]) or pair[1], _unit(pair[2]) or pair[2]
        if not (first.isdigit() and last.isdigit() and int(last) == int(first) + 1):
            return f"{first}/{last}"
        may_be_fiscal = re.fullmatch(r"[0-9]+ ?[-/] ?[0-9]+", plain)
        return plain if may_be_fiscal else f"{first}-01/{last}-12"
    return plain.upper()


def _unit(plain: str) -> str | None:
    for pattern, write in _UNITS:
        if found := re.fullmatch(pattern, plain):
            return write(found)
    return None


def _may_be_month_or_fiscal_year(notation: str) -> bool:
    years = _SHORT_PAIR.fullmatch(notation)
    return years is not None and "-" in notation and 1 <= int(years[2]) <= _LAST_MONTH and _are_consecutive(years)


def _is_fiscal(plain: str) -> bool:
    years = _SHORT_PAIR.fullmatch(plain)
    return plain.startswith("fy") or plain.endswith("财年") or (years is not None and _are_consecutive(years))


def _are_consecutive(years: re.Match[str]) -> bool:
    return (int(years[1]) + 1) % 100 == int(years[2])
