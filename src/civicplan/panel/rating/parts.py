"""What the rules of several methods are built of: growth, limits of classes, and the reasons that they share."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Case, Code, Expr, Flag, all_of, code_of, flag, number_of
from civicplan.panel.growths import root
from civicplan.panel.problems import code
from civicplan.panel.rating.tracks import meets

#: Two floats this close for their size are one number that was written in two ways.
_SAME = 1e-12
#: From this share of a limit on it counts as reached: what is missing is rounding.
_REACHED = 1 - 1e-9


def growth(first: Expr, last: Expr, years: Expr) -> Expr:
    """Return the compound annual growth [share a year] between two values of one sign; null where there is none."""
    usable = all_of(flag(years > 0), flag(first * last >= 0), flag(first != 0))
    rate = _formulas.annual_growth(number_of((usable, first)), last, number_of((usable, years)), root)
    return number_of((all_of(usable, is_same(first, last)), 0.0), (True, rate))


def is_same(one: Expr, other: Expr) -> Flag:
    """Return where two numbers differ by rounding only."""
    return flag((one - other).abs() <= one.abs() * _SAME)


def no_growth(first: Expr, last: Expr) -> tuple[Case, ...]:
    """Return the cases in which there is no growth between two values."""
    return (
        (flag(first == 0), code(Reason.ZERO_BASELINE)),
        (flag(first * last < 0), code(Reason.SIGN_CHANGE)),
    )


def reaches(value: Expr, limit: Expr | Decimal) -> Flag:
    """Return where a value reaches a limit of zero or more."""
    return flag(value >= (float(limit) if isinstance(limit, Decimal) else limit) * _REACHED)


def passes(value: Expr, limit: Decimal) -> Flag:
    """Return where a value is more than a limit above zero."""
    return flag(value * _REACHED > float(limit))


def label_of(labels: tuple[str, ...], *cases: tuple[Flag, str], otherwise: str) -> Code:
    """Return the number of the word of the first case that holds; they are numbered from 1."""
    numbered = ((condition, labels.index(word) + 1) for condition, word in cases)
    return code_of(*numbered, otherwise=labels.index(otherwise) + 1)


def banded(value: Expr, limits: Iterable[tuple[Decimal, str]]) -> tuple[tuple[Flag, str], ...]:
    """Return the cases of classes with a lower limit each, best first."""
    return tuple((reaches(value, limit), label) for limit, label in limits)


def first_reasons(panel: Panel) -> tuple[Case, ...]:
    """Return the cases in which no method rates a row: something is wrong with it, or there is no value."""
    fault = panel.col("fault")
    return (flag(fault != 0), fault), (panel.col("missing"), code(Reason.MISSING_OBSERVATION))


def no_side(panel: Panel) -> tuple[Case, ...]:
    """Return the cases in which a method for one better side does not rate a row."""
    return (
        (panel.col("two_sided"), code(Reason.TWO_SIDED_TARGET)),
        (flag(panel.col("sign").is_null()), code(Reason.NO_DIRECTION)),
    )


def no_way(panel: Panel) -> Code:
    """Return the number of the reason why no change leads from the baseline to the target."""
    held = meets(panel, panel.col("baseline"))
    return code_of((held, code(Reason.TARGET_TO_HOLD)), otherwise=code(Reason.BASELINE_AT_BOUND))
