"""Periods over columns: the month at which each starts and the one at which it is over, counted from the year 0."""

from __future__ import annotations

from numbers import Real
from typing import Any

from civicplan.errors import naming_field
from civicplan.panel.columns import Panel
from civicplan.panel.engine import nw
from civicplan.panel.expressions import Expr, Flag, all_of, any_of, first_of, flag, no, no_number, number_of, own
from civicplan.values import Period, PeriodLike, to_period

#: The columns of times.
TIMES = ("period", "due", "plan_period", "baseline_period", "latest_period")
_YEAR, _HALF, _QUARTER = 12, 6, 3
#: A number below is one of two digits or of something else: nobody planned that early.
FIRST_YEAR = 1000
_LAST_YEAR = 9998
_ONE_YEAR = "[0-9]{4}"
_ONE_PART = "[0-9]{4}-(?:0[1-9]|1[0-2]|Q[1-4]|H[12])"
_PERIOD = f"^(?:{_ONE_YEAR}(?:/{_ONE_YEAR})?|{_ONE_PART}(?:/{_ONE_PART})?)$"
#: What stands in for a text that is no period, so that its digits can be read like those of the others.
_ANY_YEAR = "0000"
#: Where the last part of a text begins, by the length of the text: a year, a part of one, and runs of each.
_STARTS = {4: 0, 7: 0, 9: 5, 15: 8}
_LONGEST_PART = 7
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#: A day counts as this part of a month: more of them than a month has, so that none reaches the next.
_OF_A_MONTH = 1 / 32


def day_of(given: PeriodLike, argument: str) -> Period:
    """Return the period whose last day an argument means; a year may be a number of NumPy, as a column gives it.

    >>> day_of(2024.0, "as_of")
    Period.parse('2024')
    """
    number: Any = given if isinstance(given, Real) and not isinstance(given, bool) else None
    with naming_field(argument):
        return to_period(given if number is None or number != number // 1 else int(number))


def months_of(period: Period) -> tuple[float, float]:
    """Return the months at which a period starts and at which it is over, as they are counted here.

    >>> months_of(Period.parse("2024-Q2"))
    (24291.0, 24294.0)
    """
    return float(period.start_key[0]), float(period.end_key[0])


def position_of(period: Period) -> float:
    """Return the end of a period in months, as dates are counted here: a day is a 32nd of a month.

    >>> position_of(Period.parse("2024-06")), position_of(Period.parse("2024-07-16"))
    (24294.0, 24294.5)
    """
    month, days = period.end_key
    return month + days * _OF_A_MONTH


def with_times(panel: Panel) -> Panel:
    """Return the panel with the start, the end and the unit [months] of each of its times; null where there is none."""
    schema = panel.frame.collect_schema()
    for name in TIMES:
        if name not in panel.has:
            panel = _without(panel, name)
        elif schema[own(name)] == nw.String:
            panel = _of_texts(panel, name)
        else:
            panel = _of_years(panel, name)
    return panel


def _without(panel: Panel, name: str) -> Panel:
    nothing = {f"{name}_{part}": no_number() for part in ("start", "end", "unit")}
    return panel.also(**nothing, **{f"{name}_unreadable": False})


def _of_years(panel: Panel, name: str) -> Panel:
    year = panel.col(name)
    is_year = (year >= FIRST_YEAR) & (year <= _LAST_YEAR) & (year.floor() == year)
    panel = panel.also(**{f"{name}_start": number_of((flag(is_year), year * _YEAR))})
    start = panel.col(f"{name}_start")
    return panel.also(
        **{
            f"{name}_end": start + _YEAR,
            f"{name}_unit": float(_YEAR),
            f"{name}_unreadable": all_of(start.is_null(), no(panel.missing(name))),
        }
    )


def _of_texts(panel: Panel, name: str) -> Panel:
    """Read text as `Period` does, but for days."""
    given = panel.col(name)
    panel = panel.also(text=first_of((flag(given.str.contains(_PERIOD)), given), otherwise=_ANY_YEAR))
    text = panel.col("text")
    length = text.str.len_chars()
    places = ((flag(length == size), text.str.slice(start, _LONGEST_PART)) for size, start in _STARTS.items())
    panel = panel.also(last=first_of(*places, otherwise=_ANY_YEAR), is_of_parts=flag((length == 7) | (length == 15)))
    is_of_parts = panel.col("is_of_parts")
    panel = panel.also(
        first_month=_month(text, is_of_parts),
        last_month=_month(panel.col("last"), is_of_parts) + _length(panel.col("last"), is_of_parts),
    )
    first, after = panel.col("first_month"), panel.col("last_month")
    in_order = (first >= _YEAR) & (after > first) & (after <= (_LAST_YEAR + 1) * _YEAR)
    panel = panel.also(is_readable=flag(in_order))
    is_readable = panel.col("is_readable")
    return panel.also(
        **{
            f"{name}_start": number_of((is_readable, first)),
            f"{name}_end": number_of((is_readable, after)),
            f"{name}_unit": number_of((is_readable, unit_of(first, after))),
            f"{name}_unreadable": all_of(no(is_readable), no(panel.missing(name))),
        }
    )


def with_published(panel: Panel) -> Panel:
    """Return the panel with the end of when each target was published [months], as of days by `position_of`."""
    name = "published"
    if name not in panel.has:
        return _without(panel, name)
    if panel.frame.collect_schema()[own(name)] != nw.String:
        return _of_years(panel, name)
    text = panel.col(name)
    panel = panel.also(is_day=flag(text.str.contains(_DAY)))
    is_day = panel.col("is_day")
    panel = panel.also(
        published=first_of((is_day, text.str.slice(0, _LONGEST_PART)), otherwise=text),
        days=first_of((is_day, text.str.slice(8, 2)), otherwise="0").cast(nw.Float64()),
    )
    panel = _of_texts(panel, name)
    return _with_last_days(panel.also(month_days=_days_of_month(panel.col("published_start"))))


def _with_last_days(panel: Panel) -> Panel:
    """Return the panel with the end of each date: after its last day a month is over."""
    is_day, end, days = panel.col("is_day"), panel.col("published_end"), panel.col("days")
    is_wrong = all_of(is_day, any_of(flag(days < 1), flag(days > panel.col("month_days"))))
    is_within = all_of(is_day, no(is_wrong), flag(days < panel.col("month_days")))
    return panel.also(
        published_end=number_of((is_within, end - 1 + days * _OF_A_MONTH), (no(is_wrong), end)),
        published_unreadable=any_of(panel.col("published_unreadable"), is_wrong),
    )


def _days_of_month(start: Expr) -> Expr:
    """Return how many days the month has that starts so [months]."""
    year = (start / _YEAR).floor()
    month = start - year * _YEAR
    is_leap = all_of(is_whole(year, 4), any_of(no(is_whole(year, 100)), is_whole(year, 400)))
    is_short = flag((month == 3) | (month == 5) | (month == 8) | (month == 10))
    is_february = flag(month == 1)
    return number_of((is_short, 30.0), (all_of(is_february, is_leap), 29.0), (is_february, 28.0), (True, 31.0))


def _length(part: Expr, is_of_parts: Flag) -> Expr:
    """Return how long a part of a text is [months]."""
    letter = part.str.slice(5, 1)
    of_part = number_of((flag(letter == "Q"), float(_QUARTER)), (flag(letter == "H"), float(_HALF)), (True, 1.0))
    return number_of((is_of_parts, of_part), (True, float(_YEAR)))


def _month(part: Expr, is_of_parts: Flag) -> Expr:
    """Return the month at which a part of a text starts."""
    year = part.str.slice(0, 4).cast(nw.Float64())
    digits = part.str.slice(5, 2).str.replace_all("[QH]", "0")
    number: Expr = first_of((is_of_parts, digits), otherwise="01").cast(nw.Float64())
    return year * _YEAR + (number - 1) * _length(part, is_of_parts)


def unit_of(start: Expr, end: Expr) -> Expr:
    """Return the largest unit of the calendar that a period is a whole number of [months]."""
    whole = [(all_of(is_whole(start, unit), is_whole(end, unit)), float(unit)) for unit in (_YEAR, _HALF, _QUARTER)]
    return number_of(*whole, (flag(start >= 0), 1.0))


def is_whole(months: Expr, unit: int) -> Flag:
    """Return where a time is a whole number of units [months]."""
    return flag((months / unit).floor() == months / unit)
