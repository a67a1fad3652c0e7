"""Schedule: what should have been reached by now, and at what pace it was."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, describe, naming_field
from civicplan.measure import _formulas
from civicplan.measure._numbers import NumberLike, number, undefined
from civicplan.values import PeriodLike, to_period
from civicplan.values._decimals import library_context

#: The two shapes of a path between levels: the same step every year, or the same rate every year.
Path: TypeAlias = Literal["linear", "geometric"]
PATHS: tuple[Path, ...] = ("linear", "geometric")
_SCHEDULED = "the scheduled value"


@library_context
def pace(progress: NumberLike, elapsed: NumberLike) -> Decimal:
    """Return the share done over the elapsed share [share]: 1 is on schedule.

    Args:
        progress: The share done [share].
        elapsed: The share of the period gone [share].

    Raises:
        UndefinedMeasureError: Nothing of the period has elapsed.

    >>> pace("0.55", "0.5")
    Decimal('1.1')
    """
    done, gone = number(progress, "progress"), number(elapsed, "elapsed")
    if gone < 0:
        raise InvalidValueError("elapsed", "a share of zero or more", describe(gone))
    if gone == 0:
        undefined(Reason.NOTHING_ELAPSED, "the pace")
    rate: Decimal = _formulas.pace(done, gone)
    return rate


@library_context
def scheduled_value(
    baseline: NumberLike, target: NumberLike, *, period: PeriodLike, at: PeriodLike, path: Path = "linear"
) -> Decimal:
    """Return the level on the way from baseline to target by the end of `at` [unit of the indicator].

    Args:
        baseline: The level at the start of the period [unit of the indicator].
        target: The level at its end [unit of the indicator].
        period: The plan period.
        at: When; before the period it is the baseline, after it the target.
        path: "linear" (the same step every year) or "geometric" (the same rate every year).

    Raises:
        UndefinedMeasureError: A geometric path from or to zero, or between opposite signs.

    >>> scheduled_value("2335.1", "3800", period="2016/2020", at="2018")
    Decimal('3214.04')
    """
    start, goal = number(baseline, "baseline"), number(target, "target")
    with naming_field("period"):
        whole = to_period(period)
    with naming_field("at"):
        gone = whole.elapsed(at)
    if to_path(path) == "linear":
        return Decimal(_formulas.linear_path(start, goal, gone))
    if start == 0 or goal == 0:
        undefined(Reason.ZERO_BASELINE if start == 0 else Reason.ZERO_TARGET, _SCHEDULED)
    if start * goal < 0:
        undefined(Reason.SIGN_CHANGE, _SCHEDULED)
    return Decimal(_formulas.geometric_path(start, goal, gone))


def to_path(path: object) -> Path:
    """Return the name of a path.

    Raises:
        InvalidValueError: Another name than "linear" or "geometric"; the error names the argument `path`.
        InvalidTypeError: No text.

    >>> to_path("geometric")
    'geometric'
    """
    if not isinstance(path, str):
        raise InvalidTypeError("path", "linear or geometric", describe(path))
    for known in PATHS:
        if path == known:
            return known
    raise InvalidValueError("path", "linear or geometric", describe(path))
