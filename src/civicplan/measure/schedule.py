"""Schedule: what should have been reached by now, and at what pace it was."""

from __future__ import annotations

from decimal import Decimal

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, describe
from civicplan.measure import _formulas
from civicplan.measure._numbers import number, undefined
from civicplan.values import FigureLike, PeriodLike, to_period
from civicplan.values._decimals import library_context

_SCHEDULED = "the scheduled value"


@library_context
def pace(*, progress: FigureLike, elapsed: FigureLike) -> Decimal:
    """Share done over elapsed share [share]: 1 is on schedule.

    Args:
        progress: The share done [share].
        elapsed: The share of the period gone [share].

    Raises:
        UndefinedMeasureError: Nothing of the period has elapsed.

    >>> pace(progress="0.55", elapsed="0.5")
    Decimal('1.1')
    """
    gone = number(elapsed)
    if gone < 0:
        raise InvalidValueError("elapsed", "a share of zero or more", describe(gone))
    if gone == 0:
        undefined(Reason.NOTHING_ELAPSED, "the pace")
    rate: Decimal = _formulas.pace(number(progress), gone)
    return rate


@library_context
def scheduled_value(
    *, baseline: FigureLike, target: FigureLike, period: PeriodLike, at: PeriodLike, path: str = "linear"
) -> Decimal:
    """The level on the way from baseline to target by the end of `at` [unit of the indicator].

    Args:
        baseline: The level at the start of the period [unit of the indicator].
        target: The level at its end [unit of the indicator].
        period: The plan period.
        at: When; before the period it is the baseline, after it the target.
        path: "linear" (equal steps) or "geometric" (equal rates).

    Raises:
        UndefinedMeasureError: A geometric path from or to zero, or between opposite signs.

    >>> scheduled_value(baseline="2335.1", target="3800", period="2016/2020", at="2018")
    Decimal('3214.04')
    """
    if not isinstance(path, str) or path not in ("linear", "geometric"):
        refusal = InvalidValueError if isinstance(path, str) else InvalidTypeError
        raise refusal("path", "linear or geometric", describe(path))
    start, goal, gone = number(baseline), number(target), to_period(period).elapsed(at)
    if path == "linear":
        return Decimal(_formulas.linear_path(start, goal, gone))
    if start == 0 or goal == 0:
        undefined(Reason.ZERO_BASELINE if start == 0 else Reason.ZERO_TARGET, _SCHEDULED)
    if start * goal < 0:
        undefined(Reason.SIGN_CHANGE, _SCHEDULED)
    return Decimal(_formulas.geometric_path(start, goal, gone))
