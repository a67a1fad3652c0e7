"""Fiscal years: labels such as FY2024 and 2023/24, and the months that each names."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.values._calendar import LAST_YEAR, CalendarUnit

#: The year after which a fiscal year is named: the one in which it ends, or the one in which it begins.
FiscalYearNamed: TypeAlias = Literal["end", "start"]

_ONE_YEAR = re.compile(r"FY ?([0-9]{4})", re.IGNORECASE)
_TWO_YEARS = re.compile(r"(FY ?)?([0-9]{4}) ?([-–—~至/]) ?([0-9]{4}|[0-9]{2})", re.IGNORECASE)
_NO_CENTURY = re.compile(r"FY ?['’]?[0-9]{2}", re.IGNORECASE)
_RUN = re.compile(r"/(?=FY)", re.IGNORECASE)
_LONGEST = 40
_JANUARY = 1
_ELEVEN_MONTHS = 11
_A_MONTH = "a month from 1 to 12"


def fiscal_months(text: str, first_month: int, named: FiscalYearNamed) -> tuple[int, int] | None:
    """Return the first and the last month that a label of fiscal years names, counted from year 0; None for no label.

    Args:
        text: A label of one fiscal year, such as FY2024 or 2023/24, or of several, such as FY2021/FY2025.
        first_month: The month in which a fiscal year begins [1 to 12].
        named: Whether FY2024 is the year that ends or the one that begins in 2024.

    Raises:
        InvalidValueError: A label that can be read in two ways, or two years that are no fiscal year.

    >>> fiscal_months("FY2024", 4, "end") == fiscal_months("2023/24", 4, "end") == (2023 * 12 + 3, 2024 * 12 + 2)
    True
    """
    _check_arguments(first_month, named)
    labels = _RUN.split(text, maxsplit=1) if len(text) <= _LONGEST else []
    years = [_first_year(label, text, first_month, named) for label in labels]
    known = [year for year in years if year is not None]
    if not known or len(known) < len(labels):
        return None
    if known[-1] < known[0]:
        raise InvalidValueError("", "the earlier end first", describe(text), f"write {labels[1]}/{labels[0]}")
    first = known[0] * CalendarUnit.YEAR + first_month - 1
    last = known[-1] * CalendarUnit.YEAR + first_month - 1 + _ELEVEN_MONTHS
    if known[0] < 1 or last >= (LAST_YEAR + 1) * CalendarUnit.YEAR:
        raise InvalidValueError("", f"fiscal years within the years 1 to {LAST_YEAR}", describe(text))
    return first, last


def _check_arguments(first_month: int, named: FiscalYearNamed) -> None:
    if not isinstance(first_month, int) or isinstance(first_month, bool):
        raise InvalidTypeError("fiscal_year_start", _A_MONTH, describe(first_month), "write 4 for April")
    if not 1 <= first_month <= 12:
        raise InvalidValueError("fiscal_year_start", _A_MONTH, describe(first_month), "write 4 for April")
    if named not in ("end", "start"):
        advice = 'write "end" where FY2024 ends in 2024, "start" where it begins in 2024'
        raise InvalidValueError("fiscal_year_named", "one of end, start", describe(named), advice)


def _first_year(label: str, text: str, first_month: int, named: FiscalYearNamed) -> int | None:
    """The calendar year in which the fiscal year of a label begins."""
    if name := _ONE_YEAR.fullmatch(label):
        return int(name[1]) - (named == "end" and first_month != _JANUARY)
    years = _TWO_YEARS.fullmatch(label)
    if years is None:
        return None
    prefix, begins, sign, ends = years.groups()
    if not _are_consecutive(begins, ends):
        if prefix:
            raise InvalidValueError("", "two years that follow each other", describe(text), _advice_on_run(years))
        return None
    if first_month == _JANUARY:
        raise InvalidValueError(
            "", "the one year in which the fiscal year lies, as it begins in January", describe(text)
        )
    if not prefix and (len(ends) == 4 or (sign == "-" and "01" <= ends <= "12")):
        other = "two calendar years" if len(ends) == 4 else "a month"
        got = f"{describe(text)}, which may be {other} as well"
        raise InvalidValueError("", "a label of a fiscal year", got, f"write {begins}/{ends[-2:]} for the fiscal year")
    return int(begins)


def _are_consecutive(begins: str, ends: str) -> bool:
    return f"{int(begins) + 1:04}".endswith(ends)


def advice_on_years(text: str) -> str:
    """Return what to write instead of a label of fiscal years, or of a run of years written otherwise; else nothing.

    >>> advice_on_years("2021-25"), advice_on_years("FY24")
    ('write 2021/2025', 'write the year with four digits')
    """
    if _NO_CENTURY.fullmatch(text):
        return "write the year with four digits"
    labels = _RUN.split(text, maxsplit=1)
    if all(map(_is_fiscal, labels)):
        return f'write Period.parse("{text}", fiscal_year_start=4) where a fiscal year begins in April'
    years = _TWO_YEARS.fullmatch(text)
    return _advice_on_run(years) if years else ""


def _is_fiscal(label: str) -> bool:
    if _ONE_YEAR.fullmatch(label):
        return True
    years = _TWO_YEARS.fullmatch(label)
    return bool(years and (years[1] or len(years[4]) == 2) and _are_consecutive(years[2], years[4]))


def _advice_on_run(years: re.Match[str]) -> str:
    """What to write instead of the first and the last of several years."""
    mark, first, last = "FY" if years[1] else "", years[2], years[4]
    last = first[: 4 - len(last)] + last
    return f"write {mark}{first}/{mark}{last}" if "0001" <= first < last <= str(LAST_YEAR) else ""
