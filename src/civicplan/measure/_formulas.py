"""Every formula once, with operators only, so that the same source runs on Decimals and on dataframe columns.

Nothing here guards: what is undefined is decided by the callers. Rates and reductions are shares (0.09 is 9 %).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

#: A Decimal, or a column of numbers.
Number: TypeAlias = Any


def annual_growth(start: Number, end: Number, years: Number, root: Callable[[Number, Number], Number]) -> Number:
    """(y/y0)^(1/n) - 1."""
    return root(end / start, years) - 1


def chained(factors: Iterable[Number]) -> Number:
    """The product of the factors; of none, 1."""
    product: Number = 1
    for factor in factors:
        product = product * factor
    return product


def attainment_of_floor(actual: Number, target: Number) -> Number:
    """y/T."""
    return actual / target


def attainment_of_cap(actual: Number, target: Number) -> Number:
    """T/y."""
    return target / actual


def attainment_off_range(actual: Number, nearest: Number, limit: Number) -> Number:
    """1 at the near end of the range, 0 at the admissible limit, a line through both."""
    return (actual - limit) / (nearest - limit)


def progress(baseline: Number, actual: Number, target: Number) -> Number:
    """(y-y0)/(T-y0)."""
    return (actual - baseline) / (target - baseline)


def pace(share_done: Number, elapsed: Number) -> Number:
    """Share done over elapsed share."""
    return share_done / elapsed


def reduction(kept: Number) -> Number:
    """1 - what is kept."""
    return 1 - kept


def log_progress(kept: Number, target: Number, ln: Callable[[Number], Number]) -> Number:
    """Ln(what is kept) over ln(what the target would keep)."""
    return ln(kept) / ln(1 - target)


def remaining(kept: Number, target: Number) -> Number:
    """1 - (1-R)/(what is kept)."""
    return 1 - (1 - target) / kept


def per_year(total_reduction: Number, years: Number, root: Callable[[Number, Number], Number]) -> Number:
    """1 - (1-X)^(1/n)."""
    return 1 - root(1 - total_reduction, years)


def over_fulfilment(actual: Number, target: Number) -> Number:
    """(y-T)/T."""
    return (actual - target) / target


def linear_path(baseline: Number, target: Number, elapsed: Number) -> Number:
    """Y0 + s(T-y0)."""
    return baseline + elapsed * (target - baseline)


def geometric_path(baseline: Number, target: Number, elapsed: Number) -> Number:
    """Y0 (T/y0)^s."""
    return baseline * (target / baseline) ** elapsed
