"""What each measure says of a row of numbers: when it has no value, and the formula for all other rows.

Operators only, so that one rule serves NumPy's arrays and the expressions of every engine. The numbers of a condition
are there in every row: a missing one was seen to before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple, Protocol, TypeAlias

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.measure._numbers import LARGEST_MAGNITUDE
from civicplan.panel.problems import Problem

#: The numbers of a column, or one number.
Numbers: TypeAlias = Any
#: Conditions in order, each with the reason why there is no value where it is the first to hold.
Cases: TypeAlias = "Iterable[tuple[Any, Reason | Problem]]"

HUNDRED = 100.0
#: What no measure takes for a number, as the bare functions do not.
TOO_LARGE = 10.0 ** (LARGEST_MAGNITUDE + 1)
#: What stands for an upper end, or a limit, that is missing in a row: no range reaches from or to there.
NO_HIGH, NO_LOWEST, NO_HIGHEST = float("-inf"), float("inf"), float("-inf")


class Operations(Protocol):
    """What a formula needs beside operators."""

    def where(self, condition: Any, then: Numbers, otherwise: Numbers) -> Numbers:
        """Return one number where the condition holds, else another."""

    def only(self, condition: Any, number: Numbers) -> Numbers:
        """Return a number of which no use is made but where the condition holds."""

    def root(self, value: Numbers, degree: Numbers) -> Numbers:
        """Return the positive root of a number that is not negative."""

    def ln(self, value: Numbers) -> Numbers:
        """Return the natural logarithm of a number above zero."""


class Rule(NamedTuple):
    """A measure of a row.

    Attributes:
        cases: From the numbers of a row, the conditions under which it has no value.
        value: From operations and the numbers of a row, the value under no such condition.
    """

    cases: Callable[..., Cases]
    value: Callable[..., Numbers]


def growth_cases(start: Numbers, end: Numbers, years: Numbers) -> Cases:
    """Return when there is no rate of growth between two levels."""
    return (
        (years <= 0, Reason.NO_TIME),
        (start == 0, Reason.ZERO_BASELINE),
        (((start < 0) & (end > 0)) | ((start > 0) & (end < 0)), Reason.SIGN_CHANGE),
    )


def _growth(use: Operations, start: Numbers, end: Numbers, years: Numbers) -> Numbers:
    """Return a rate of growth [percent a year]; that of a loss has its sign reversed."""
    unit = use.where(start < 0, -HUNDRED, HUNDRED)
    return unit * _formulas.annual_growth(start, end, years, use.root)


def _no_cases(*numbers: Numbers) -> Cases:
    return ()


def _progress_cases(baseline: Numbers, actual: Numbers, target: Numbers) -> Cases:
    return ((baseline == target, Reason.TARGET_TO_HOLD),)


def _pace_cases(progress: Numbers, elapsed: Numbers) -> Cases:
    return ((elapsed <= 0, Reason.NOTHING_ELAPSED),)


def _over_cases(actual: Numbers, target: Numbers) -> Cases:
    return ((target == 0, Reason.ZERO_TARGET), (target < 0, Reason.NEGATIVE_VALUE))


def _fallen_cases(target: Numbers, *rates: Numbers) -> Cases:
    in_range = (target <= 0) | (target >= HUNDRED)
    return ((in_range, Reason.TARGET_OUT_OF_RANGE), *((rate >= HUNDRED, Reason.RATE_TOO_LARGE) for rate in rates))


def _fallen(use: Operations, target: Numbers, *rates: Numbers) -> Numbers:
    kept = _formulas.chained(1 - rate / HUNDRED for rate in rates)
    return _formulas.log_progress(kept, target / HUNDRED, use.ln)


GROWTH = Rule(growth_cases, _growth)
PROGRESS = Rule(_progress_cases, lambda use, *numbers: _formulas.progress(*numbers))
PACE = Rule(_pace_cases, lambda use, *numbers: _formulas.pace(*numbers))
OVER_FULFILMENT = Rule(_over_cases, lambda use, *numbers: HUNDRED * _formulas.over_fulfilment(*numbers))
REDUCTION_PROGRESS = Rule(_fallen_cases, _fallen)


def _one_end(actual: Numbers, low: Numbers, high: Numbers, *limits: Numbers) -> Cases:
    """A row in which only one side is better has one end, which may stand in both columns."""
    return (((high != NO_HIGH) & (high != low), Reason.DIRECTION_CONTRADICTS_TARGET),)


def _two_ends(actual: Numbers, low: Numbers, high: Numbers, *limits: Numbers) -> Cases:
    return ((high == NO_HIGH, Problem.NO_SECOND_FIGURE), (high < low, Problem.ENDS_SWAPPED))


def _floor_cases(actual: Numbers, target: Numbers, *rest: Numbers) -> Cases:
    return ((target == 0, Reason.ZERO_TARGET), (target < 0, Reason.NEGATIVE_VALUE))


def _cap_cases(actual: Numbers, target: Numbers, *rest: Numbers) -> Cases:
    return (
        (actual == 0, Reason.ZERO_ACTUAL),
        (target == 0, Reason.ZERO_TARGET),
        ((actual < 0) | (target < 0), Reason.NEGATIVE_VALUE),
    )


def _range_cases(actual: Numbers, low: Numbers, high: Numbers, *limits: Numbers) -> Cases:
    """Off a range both limits must be sound, but the one on the other side may be missing."""
    below, above = actual < low, actual > high
    if not limits:
        return ((below | above, Reason.LIMITS_UNKNOWN),)
    lowest, highest = limits
    wrong_low, wrong_high = lowest >= low, highest <= high
    is_blocked_below = wrong_low | (wrong_high & (highest > NO_HIGHEST))
    is_blocked_above = wrong_high | (wrong_low & (lowest < NO_LOWEST))
    return (((below & is_blocked_below) | (above & is_blocked_above), Reason.LIMITS_UNKNOWN),)


def _of_range(use: Operations, actual: Numbers, low: Numbers, high: Numbers, *limits: Numbers) -> Numbers:
    if not limits:
        return 1.0
    below, above = actual < low, actual > high
    lowest, highest = limits
    share: Numbers = 1.0
    for outside, nearest, limit in ((below, low, lowest), (above, high, highest)):
        numbers = (use.only(outside, number) for number in (actual, nearest, limit))
        share = use.where(outside, _formulas.attainment_off_range(*numbers), share)
    return share


def _short_of_range(use: Operations, actual: Numbers, low: Numbers, high: Numbers) -> Numbers:
    below, above = low - actual, actual - high
    return use.where(below > above, below, above)


ATTAINMENT: Mapping[str, Rule] = {
    "higher": Rule(_floor_cases, lambda use, y, target, *rest: _formulas.attainment_of_floor(y, target)),
    "lower": Rule(_cap_cases, lambda use, y, target, *rest: _formulas.attainment_of_cap(y, target)),
    "range": Rule(_range_cases, _of_range),
}
GAP: Mapping[str, Rule] = {
    "higher": Rule(_no_cases, lambda use, y, target, *rest: target - y),
    "lower": Rule(_no_cases, lambda use, y, target, *rest: y - target),
    "range": Rule(_no_cases, _short_of_range),
}


def _with_ends(rules: Mapping[str, Rule]) -> Mapping[str, Rule]:
    """Return the rules with what a target of two columns may be wrong in."""
    ends = {"range": _two_ends}

    def both(name: str, rule: Rule) -> Rule:
        first = ends.get(name, _one_end)
        return rule._replace(cases=lambda *numbers: chain(first(*numbers), rule.cases(*numbers)))

    return {name: both(name, rule) for name, rule in rules.items()}


ATTAINMENT_OF_ENDS, GAP_OF_ENDS = _with_ends(ATTAINMENT), _with_ends(GAP)


def by_direction(rules: Mapping[str, Rule], says: Mapping[str, Any], is_silent: Any) -> Rule:
    """Return the rule that each row's own word chooses.

    Args:
        rules: A rule for each direction.
        says: For each direction, where a row's word is its name.
        is_silent: Where a row has no word.
    """

    def cases(*numbers: Numbers) -> Iterator[tuple[Any, Reason | Problem]]:
        yield is_silent, Reason.NO_DIRECTION
        yield ~_any(says.values()), Problem.UNKNOWN_DIRECTION
        for word, rule in rules.items():
            for condition, reason in rule.cases(*numbers):
                yield says[word] & condition, reason

    def value(use: Operations, *numbers: Numbers) -> Numbers:
        chosen: Numbers = None
        for word, rule in rules.items():
            number = rule.value(use, *(use.only(says[word], given) for given in numbers))
            chosen = number if chosen is None else use.where(says[word], number, chosen)
        return chosen

    return Rule(cases, value)


def _any(conditions: Iterable[Any]) -> Any:
    first, *rest = conditions
    for condition in rest:
        first = first | condition
    return first
