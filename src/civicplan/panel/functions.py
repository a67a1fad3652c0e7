"""The measures of `civicplan.measure` over columns: every row is answered, and none is an error.

A column is a Series of pandas, polars or pyarrow or an array of NumPy, and the answer is of the same kind, null (NaN in
NumPy) where the measure is undefined; `reasons` says why. One number beside columns holds for all rows. A name or an
expression of narwhals gives an expression of narwhals for `narwhals.from_native(frame).with_columns(...)`; an
expression of polars, whether names stand beside it or not, gives one of polars.

These are the bare formulas. `panel.assess` knows the target as well: of one that the baseline already meets it tells no
progress, but `target_to_hold`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import signature
from typing import Any

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UnknownIdError, describe, naming_field
from civicplan.panel import answering, rules
from civicplan.panel.asked import Asked, Input
from civicplan.panel.problems import Problem
from civicplan.panel.rules import Rule
from civicplan.values.synonyms import DIRECTION
from civicplan.values.vocabulary import Direction, to_enum


def cagr(start: Any, end: Any, years: Any) -> Any:
    """Return the compound annual growth rate of each row [percent a year].

    Args:
        start: The first levels [unit of the indicator].
        end: The last levels [unit of the indicator].
        years: The time between them [years].

    Raises:
        InvalidInputError: Columns of different kinds, lengths or indexes, or of anything but numbers.

    >>> import polars as pl
    >>> cagr(pl.Series([100.0, 0.0]), pl.Series([121.0, 5.0]), 2).round(6).to_list()
    [10.0, None]
    """
    return answering.values(_cagr(start, end, years))


def required_cagr(current: Any, target: Any, years: Any) -> Any:
    """Return the growth rate that turns each level into its target in the years that are left [percent a year].

    Args:
        current: The levels reached [unit of the indicator].
        target: The levels to be reached [unit of the indicator].
        years: The time left [years].

    Raises:
        InvalidInputError: Columns of different kinds, lengths or indexes, or of anything but numbers.

    >>> import polars as pl
    >>> required_cagr(pl.Series([0.934, 1.0]), 0.83, pl.Series([3, 0])).round(1).to_list()
    [-3.9, None]
    """
    return answering.values(_required_cagr(current, target, years))


def attainment(actual: Any, target: Any, direction: Any = "higher", *, limits: Any = None) -> Any:
    """Return actual against target [share, 1 is the target]: y/T where higher is better, T/y where lower is.

    For a range it is 1 inside and falls along a line to 0 at the admissible limit on the side of the actual.

    Args:
        actual: The values reached [unit of the indicator].
        target: The values to be reached; for ranges a tuple of their two ends [unit of the indicator]. The upper
            end may be missing where the row's own direction is higher or lower.
        direction: Which way is better: higher, lower or range, for all rows or in a column of words.
        limits: The admissible limits of ranges, a tuple of those below and those above [unit of the indicator].

    Raises:
        InvalidInputError: Columns of different kinds, lengths or indexes, or of anything but numbers; a direction that
            is none; two ends where the direction of all rows has one.

    >>> import polars as pl
    >>> attainment(pl.Series([9.0, 20.0]), 10, pl.Series(["higher", "lower"])).to_list()
    [0.9, 0.5]
    """
    return answering.values(_attainment(actual, target, direction, limits=limits))


def gap(actual: Any, target: Any, direction: Any = "higher") -> Any:
    """Return how much each actual is short of its target [unit of the indicator]; 0 or less once it is met.

    Args:
        actual: The values reached [unit of the indicator].
        target: The values to be reached; for ranges a tuple of their two ends [unit of the indicator].
        direction: Which way is better: higher, lower or range, for all rows or in a column of words.

    Raises:
        InvalidInputError: As of `attainment`.

    >>> import polars as pl
    >>> gap(pl.Series([12.5, 14.0]), 13).to_list()
    [0.5, -1.0]
    """
    return answering.values(_gap(actual, target, direction))


def progress(baseline: Any, actual: Any, target: Any) -> Any:
    """Return the share of each planned change achieved [share]: 0 at the baseline, 1 at the target.

    It knows no side that is better: `panel.assess` tells no progress towards a target that the baseline already meets.

    Args:
        baseline: Where the plan started [unit of the indicator].
        actual: The values reached [unit of the indicator].
        target: The values to be reached [unit of the indicator].

    Raises:
        InvalidInputError: Columns of different kinds, lengths or indexes, or of anything but numbers.

    >>> import polars as pl
    >>> progress(pl.Series([60, 70]), pl.Series([65, 71]), 70).to_list()
    [0.5, None]
    """
    return answering.values(_progress(baseline, actual, target))


def pace(progress: Any, elapsed: Any) -> Any:
    """Return the share done over the elapsed share [share]: 1 is on schedule.

    Args:
        progress: The shares done [share].
        elapsed: The shares of the period gone [share].

    Raises:
        InvalidInputError: Columns of different kinds, lengths or indexes, or of anything but numbers.

    >>> import polars as pl
    >>> pace(pl.Series([0.75, 0.1]), pl.Series([0.5, 0.0])).to_list()
    [1.5, None]
    """
    return answering.values(_pace(progress, elapsed))


def over_fulfilment(actual: Any, target: Any) -> Any:
    """Return how far each finished total or reduction went beyond its target [percent of the target]: (y-T)/T.

    Args:
        actual: What was reached over the whole period [percent or unit of the indicator].
        target: What was to be reached [as the actual].

    Raises:
        InvalidInputError: Columns of different kinds, lengths or indexes, or of anything but numbers.

    >>> import polars as pl
    >>> over_fulfilment(pl.Series([26.59, 3.0]), pl.Series([20, 0])).round(2).to_list()
    [32.95, None]
    """
    return answering.values(_over_fulfilment(actual, target))


def reduction_progress(reductions: Any, target: Any) -> Any:
    """Return the share of each reduction target done [share]: ln Π(1-r) / ln(1-R), so that equal rates are equal parts.

    Args:
        reductions: The reduction so far, or a tuple of yearly ones, a column each [percent], positive when it falls.
        target: The reduction to be reached over the whole period [percent].

    Raises:
        InvalidInputError: Columns of different kinds, lengths or indexes, or of anything but numbers.

    >>> import polars as pl
    >>> reduction_progress((pl.Series([10.0]), pl.Series([10.0])), 19).round(6).to_list()
    [1.0]
    """
    return answering.values(_reduction_progress(reductions, target))


def reasons(measure: str | Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """Return why each row of a measure has no value: the code of a reason, null where the row has a value.

    Args:
        measure: A measure over columns, or its name.
        arguments: What the measure is given.
        named: What it is given by name.

    Raises:
        UnknownIdError: No measure over columns has this name.
        InvalidInputError: As of the measure.

    >>> import polars as pl
    >>> reasons("cagr", pl.Series([100, 0, None]), 121, 2).to_list()
    [None, 'zero_baseline', 'missing_baseline']
    """
    name = str(getattr(measure, "__name__", measure))
    if name not in _MEASURES:
        raise UnknownIdError(name, tuple(_MEASURES), "the list of measures over columns")
    asked = _MEASURES[name]
    try:
        signature(asked).bind(*arguments, **named)
    except TypeError as error:
        expected = f"{name}({', '.join(signature(asked).parameters)})"
        raise InvalidTypeError("panel.reasons", expected, f"a call with {error}") from None
    return answering.reasons(asked(*arguments, **named))


_NO_ACTUAL, _NO_TARGET, _NO_BASELINE = Reason.MISSING_OBSERVATION, Reason.NO_TARGET, Reason.MISSING_BASELINE


def _asked(measure: str, rule: Rule, *inputs: Input) -> Asked:
    return Asked(measure, {"": rule}, inputs)


def _cagr(start: Any, end: Any, years: Any) -> Asked:
    levels = Input("start", start, _NO_BASELINE), Input("end", end, _NO_ACTUAL)
    return _asked("cagr", rules.GROWTH, *levels, Input("years", years, Problem.MISSING_NUMBER))


def _required_cagr(current: Any, target: Any, years: Any) -> Asked:
    levels = Input("current", current, _NO_ACTUAL), Input("target", target, _NO_TARGET)
    return _asked("required_cagr", rules.GROWTH, *levels, Input("years", years, Problem.MISSING_NUMBER))


def _progress(baseline: Any, actual: Any, target: Any) -> Asked:
    start, value = Input("baseline", baseline, _NO_BASELINE), Input("actual", actual, _NO_ACTUAL)
    return _asked("progress", rules.PROGRESS, start, value, Input("target", target, _NO_TARGET))


def _pace(progress: Any, elapsed: Any) -> Asked:
    shares = (("progress", progress), ("elapsed", elapsed))
    return _asked("pace", rules.PACE, *(Input(name, share, Problem.MISSING_NUMBER) for name, share in shares))


def _over_fulfilment(actual: Any, target: Any) -> Asked:
    inputs = Input("actual", actual, _NO_ACTUAL), Input("target", target, _NO_TARGET)
    return _asked("over_fulfilment", rules.OVER_FULFILMENT, *inputs)


def _reduction_progress(reductions: Any, target: Any) -> Asked:
    rates = reductions if isinstance(reductions, tuple | list) else (reductions,)
    inputs = (Input(f"reductions[{place}]", rate, _NO_ACTUAL) for place, rate in enumerate(rates))
    return _asked("reduction_progress", rules.REDUCTION_PROGRESS, Input("target", target, _NO_TARGET), *inputs)


def _attainment(actual: Any, target: Any, direction: Any = "higher", *, limits: Any = None) -> Asked:
    ends, (lowest, highest) = _ends(target), (None, None) if limits is None else _pair("limits", limits)
    beyond = (Input("limits[0]", lowest, rules.NO_LOWEST), Input("limits[1]", highest, rules.NO_HIGHEST))
    own = rules.ATTAINMENT if len(ends) == 1 else rules.ATTAINMENT_OF_ENDS
    return _directed("attainment", own, actual, ends, direction, () if limits is None else beyond)


def _gap(actual: Any, target: Any, direction: Any = "higher") -> Asked:
    ends = _ends(target)
    return _directed("gap", rules.GAP if len(ends) == 1 else rules.GAP_OF_ENDS, actual, ends, direction)


def _directed(
    measure: str,
    own: Mapping[str, Rule],
    actual: Any,
    ends: tuple[Input, ...],
    direction: Any,
    limits: tuple[Input, ...] = (),
) -> Asked:
    """Return a question whose rule depends on the direction."""
    given = (actual, *(end.given for end in (*ends, *limits)))
    if isinstance(direction, str) and (direction in own or not any(map(answering.is_expression, given))):
        with naming_field("direction"):
            direction = str(to_enum(Direction, direction, DIRECTION))
        if direction != "range" and len(ends) == 2:
            advice = 'write direction="range", or give the direction of each row in a column'
            raise InvalidValueError("target", "one column unless the direction is range", "two", advice)
    has_one_end = isinstance(direction, str) and direction in ("higher", "lower")
    numbers = ends if has_one_end else (*(*ends, *ends)[:2], *limits)
    return Asked(measure, own, (Input("actual", actual, _NO_ACTUAL), *numbers), direction)


def _ends(target: Any) -> tuple[Input, ...]:
    if not isinstance(target, tuple):
        return (Input("target", target, _NO_TARGET),)
    low, high = _pair("target", target)
    return Input("target[0]", low, _NO_TARGET), Input("target[1]", high, rules.NO_HIGH)


def _pair(name: str, columns: Any) -> tuple[Any, Any]:
    if not isinstance(columns, tuple) or len(columns) != 2:
        raise InvalidTypeError(name, "a tuple of two columns", describe(columns))
    return columns


_MEASURES: Mapping[str, Callable[..., Asked]] = {
    "attainment": _attainment,
    "cagr": _cagr,
    "gap": _gap,
    "over_fulfilment": _over_fulfilment,
    "pace": _pace,
    "progress": _progress,
    "reduction_progress": _reduction_progress,
    "required_cagr": _required_cagr,
}
