"""Errors as data: every field that a program needs, and one sentence for the person who reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple, Self

from civicplan.describing import SentenceEnum
from civicplan.describing import describe as describe
from civicplan.describing import nearest_words as nearest_words
from civicplan.describing import visible as visible
from civicplan.describing import with_article as with_article

#: An error lists no more faults than these; what lies beyond is only counted.
MOST_FAULTS = 100


#: So many names are listed where none is near.
_MOST_LISTED = 10


class Reason(SentenceEnum):
    """Why a measure or a verdict has no value; undefined is an answer, and this is its content.

    >>> Reason.ZERO_BASELINE.sentence
    'the baseline is zero'
    """

    NO_TARGET = "no_target", "there is no target"
    NO_NUMERIC_TARGET = "no_numeric_target", "no such target is set in numbers"
    NO_LEVEL_TARGET = "no_level_target", "no target is set for the level"
    QUALITATIVE_TARGET = "qualitative_target", "the target is a phrase without a number"
    DELEGATED_TARGET = "delegated_target", "the target is left to another authority"
    TOLERANCE_UNKNOWN = "tolerance_unknown", "the plan does not say how close is close enough"
    MISSING_BASELINE = "missing_baseline", "no baseline is given in this measure"
    MISSING_OBSERVATION = "missing_observation", "no actual is published for the period, nor can one be derived"
    MISSING_REFERENCE = (
        "missing_reference",
        "the indicator that it is compared with has no such actual for the same period",
    )
    UNIT_DIFFERS = "unit_differs", "the two amounts are in different units"
    NO_PERCENT = "no_percent", "the report gives no percent"
    NO_REPORT = "no_report", "no report on the work has been published"
    NOT_REPORTED = "not_reported", "no report gives this amount"
    NO_FINAL_REPORT = "no_final_report", "the time for the work is over, but no report covers its end"
    NO_RUNNING_TOTAL = (
        "no_running_total",
        "the amount is not declared a running total, and no report is on the whole time of the work",
    )
    COMPLETION_NOT_IN_TIME = "completion_not_in_time", "it is complete, but not shown to be in time"
    CONFLICTING_OBSERVATIONS = (
        "conflicting_observations",
        "two published actuals for the period contradict each other, and nothing says which was published last",
    )
    NOTHING_LEFT = "nothing_left", "nothing is left to gain: the level already meets the target"
    NOT_BEGUN = "not_begun", "the time of the next target has not begun"
    HEDGED = "hedged", "the actual is published as a bound or as an approximate figure"
    READINGS_DISAGREE = (
        "readings_disagree",
        "the level is in percent, and its growth in percent gives another verdict than its change in points",
    )
    BASELINE_RESTATED = (
        "baseline_restated",
        "the baseline was restated, and the restated one gives another verdict",
    )
    FALLING_TOTAL = "falling_total", "a later report gives less than an earlier one of a total that cannot fall"
    OTHER_LENGTH = "other_length", "the levels are for periods of different lengths"
    ZERO_BASELINE = "zero_baseline", "the baseline is zero"
    ZERO_TARGET = "zero_target", "the target is zero"
    ZERO_ACTUAL = "zero_actual", "the actual is zero"
    SIGN_CHANGE = "sign_change", "the values have opposite signs"
    NEGATIVE_VALUE = "negative_value", "the ratio of these values would fall as the actual improves"
    TARGET_TO_HOLD = "target_to_hold", "the target was already met at the start, so there is no progress to measure"
    NOT_COMPARABLE = "not_comparable", "levels for parts of a year can be compared only over whole years"
    TOO_EXTREME = "too_extreme", "the result is too large or too small to be computed"
    NO_TIME = "no_time", "there is no time between the start and the end"
    NOTHING_ELAPSED = "nothing_elapsed", "none of the period has elapsed"
    NO_SHARE = "no_share", "a target of this kind is compared directly, not by a share"
    RATE_TOO_LARGE = "rate_too_large", "a reduction of 100 % or more leaves nothing to compound"
    TARGET_OUT_OF_RANGE = "target_out_of_range", "a reduction target must be above 0 and below 100 %"
    LIMITS_UNKNOWN = (
        "limits_unknown",
        "the value is outside the target range, and no natural limit is given on that side",
    )
    ALREADY_DUE = "already_due", "the target is already due"
    NO_DIRECTION = "no_direction", "nothing says whether higher or lower is better"
    DIRECTION_CONTRADICTS_TARGET = "direction_contradicts_target", "the direction and the target contradict each other"
    TWO_SIDED_TARGET = "two_sided_target", "the method has no rule for a target that can be missed on both sides"
    NO_TARGET_YEAR = "no_target_year", "nothing says when the target is to be reached"
    TOO_FEW_POINTS = "too_few_points", "the series has too few points"
    NOTHING_RATED = "nothing_rated", "nothing in the group could be rated"
    NO_AGGREGATE_RULE = "no_aggregate_rule", "the source gives no rule for a group"
    NO_WEIGHT = "no_weight", "a weight is missing"
    NOT_POSITIVE = "not_positive", "the rule needs values above zero"
    NO_MOVEMENT = "no_movement", "the level is not moving and has not reached its target"
    MOVING_AWAY = "moving_away", "the level is moving away from its target"
    PASSES_BY = "passes_by", "the level jumps over the target range between one year and the next"
    BASELINE_NOT_A_YEAR = "baseline_not_a_year", "the baseline is not the level of one year"
    BASELINE_AT_BOUND = "baseline_at_bound", "the baseline equals the target value, which does not count as reached"
    TOO_MANY_DIGITS = "too_many_digits", "the figures have more digits than a rating can hold"


class CivicPlanError(Exception):
    """Whatever this library raises about its input is one of these."""


class InvalidInputError(CivicPlanError):
    """A value that cannot stand where it was put; raised as `InvalidValueError` or `InvalidTypeError`.

    Attributes:
        place: The field or position at fault, such as ``Observation.figure``; empty where only the value is known.
        expected: What would have been accepted.
        got: What came, as it was written.
        advice: What to write instead.
    """

    def __init__(self, place: str, expected: str, got: str, advice: str = "") -> None:
        super().__init__(place, expected, got, advice)
        self.place = place
        self.expected = expected
        self.got = got
        self.advice = advice

    def in_field(self, place: str) -> Self:
        """Return the same error about a place that its raiser could not know."""
        return type(self)(place, self.expected, self.got, self.advice)

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        advice = f"; {self.advice}" if self.advice else ""
        return visible(f"{place}expected {self.expected}, got {self.got}{advice}")


def naming_field(field: str) -> _FieldNamer:
    """Name the field of a value that is refused in the block, where its raiser could not know the field.

    A place within the value is kept behind the field; an error that names a field of its own stays as it is.

    Args:
        field: The field or argument, such as ``Observation.figure``.

    >>> try:
    ...     with naming_field("Goal.indicators"):
    ...         raise InvalidValueError("[2]", "an id without white space", "'a b'")
    ... except InvalidInputError as error:
    ...     error.place
    'Goal.indicators[2]'
    """
    return _FieldNamer(field)


class _FieldNamer:
    """The block of `naming_field`; every number of every measure enters one, so it is no generator."""

    __slots__ = ("_field",)

    def __init__(self, field: str) -> None:
        self._field = field

    def __enter__(self) -> None:
        """Enter the block."""

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if isinstance(error, InvalidInputError) and is_within_value(error.place):
            raise error.in_field(f"{self._field}{error.place}") from None


def is_within_value(place: str) -> bool:
    """Return whether a place is one within a value whose field is still to be named.

    >>> is_within_value(""), is_within_value("[2]"), is_within_value(".zh"), is_within_value("Goal.tasks")
    (True, True, True, False)
    """
    return not place or place[0] in "[."


class InvalidValueError(InvalidInputError, ValueError):
    """A value of the right type that cannot stand where it was put.

    >>> print(InvalidValueError("Threshold.bound", "a sign and a number", "'75'", "write ≥75"))
    Threshold.bound: expected a sign and a number, got '75'; write ≥75
    """


class InvalidTypeError(InvalidInputError, TypeError):
    """A value of a type that cannot stand where it was put.

    >>> print(InvalidTypeError("Figure", "text, an int or a Decimal", "the float 9.5", 'write "9.5"'))
    Figure: expected text, an int or a Decimal, got the float 9.5; write "9.5"
    """


class ReadOnlyError(CivicPlanError, AttributeError):
    """An assignment to a field of an object that does not change once it is built.

    Attributes:
        kind: The name of the object's class.
        field: The field that was to be changed.

    >>> print(ReadOnlyError("Plan", "title"))
    Plan.title cannot be changed, as a Plan stays as it was built; attrs.evolve(plan, title=...) gives a changed copy
    """

    def __init__(self, kind: str, field: str) -> None:
        super().__init__(kind, field)
        self.kind = kind
        self.field = field

    def __str__(self) -> str:
        variable = re.sub("(?<=[a-z])(?=[A-Z])", "_", self.kind).lower()
        return (
            f"{self.kind}.{self.field} cannot be changed, as {with_article(self.kind)} stays as it was built; "
            f"attrs.evolve({variable}, {self.field}=...) gives a changed copy"
        )


class Fault(NamedTuple):
    """One thing wrong with a plan or a file, and where.

    Attributes:
        path: The place: a path from the root ``$``, or a cell of a workbook such as ``targets!C2``.
        message: What was expected, what came, and what to write instead.
        raw: What stood there, as it was written; empty where nothing did.

    >>> print(Fault("$.indicators[3].unit", "expected text, got the number 5"))
    $.indicators[3].unit: expected text, got the number 5
    """

    path: str
    message: str
    raw: str = ""

    def __str__(self) -> str:
        return visible(f"{self.path}: {self.message}")


def first_faults(faults: Iterator[Fault]) -> tuple[tuple[Fault, ...], int]:
    """Return the faults that an error lists, and how many there are beyond them.

    >>> listed, unlisted = first_faults(iter([Fault("$", "no")] * 120))
    >>> len(listed), unlisted
    (100, 20)
    """
    return tuple(islice(faults, MOST_FAULTS)), sum(1 for _ in faults)


class InvalidPlanError(CivicPlanError, ValueError):
    """A plan that contradicts itself: all faults at once, each with its path.

    Attributes:
        faults: Every fault found, in the order of the plan, up to a hundred.
        unlisted: How many there are beyond those listed.
    """

    def __init__(self, faults: tuple[Fault, ...], unlisted: int = 0) -> None:
        super().__init__(faults, unlisted)
        self.faults = faults
        self.unlisted = unlisted

    def __str__(self) -> str:
        return f"the plan has {_counted(self.faults, self.unlisted)}"


class PlanFormatError(CivicPlanError, ValueError):
    """A file that does not hold a plan, or data without the part or result that was sought: all faults at once.

    Attributes:
        document: The file's name, or what was read instead of a file.
        faults: Every fault found, each with its path, part by part, up to a hundred; those between parts are looked for
            once every part is sound.
        unlisted: How many faults there are beyond those listed, and how many entries were left unchecked after them.
    """

    def __init__(self, document: str, faults: tuple[Fault, ...], unlisted: int = 0) -> None:
        super().__init__(document, faults, unlisted)
        self.document = document
        self.faults = faults
        self.unlisted = unlisted

    def __str__(self) -> str:
        return f"{visible(self.document)} has {_counted(self.faults, self.unlisted)}"


def _counted(faults: tuple[Fault, ...], unlisted: int) -> str:
    if unlisted:
        head = f"at least {len(faults)} faults; {unlisted} further places are not listed:"
    else:
        head = "1 fault:" if len(faults) == 1 else f"{len(faults)} faults:"
    return "\n  ".join((head, *map(str, faults)))


class PlanFileError(CivicPlanError, OSError):
    """A file that could not be read or written.

    Attributes:
        document: The file's name as given.
        problem: What went wrong.
        errno: The number of the operating system's error, where it was one.
    """

    def __init__(self, document: str, problem: str, errno: int | None = None) -> None:
        super().__init__(document, problem)
        self.document = document
        self.problem = problem
        self.errno = errno

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, int | None]]:
        return type(self), (self.document, self.problem, self.errno)

    def __str__(self) -> str:
        return visible(f"{self.document}: {self.problem}")


class MissingExtraError(CivicPlanError, ImportError):
    """An optional dependency that is not installed, or in whose place another package has put its own module.

    Attributes:
        feature: What was asked for.
        requirement: What to install; several requirements are set apart by blanks.
        strangers: The packages that are in its place, set apart by blanks; empty where there is none.

    >>> print(MissingExtraError("writing TOML", "civicplan[toml]"))
    writing TOML needs an optional dependency; run: python -m pip install "civicplan[toml]"
    """

    def __init__(self, feature: str, requirement: str, strangers: str = "") -> None:
        super().__init__(feature, requirement, strangers)
        self.feature = feature
        self.requirement = requirement
        self.strangers = strangers

    def __str__(self) -> str:
        requirements = " ".join(f'"{requirement}"' for requirement in self.requirement.split())
        if not self.strangers:
            return f"{self.feature} needs an optional dependency; run: python -m pip install {requirements}"
        return (
            f"{self.feature} needs an optional dependency in whose place another package has put its own module; "
            f"run: python -m pip uninstall {self.strangers}, then: "
            f"python -m pip install --force-reinstall {requirements}"
        )


class UndefinedMeasureError(CivicPlanError, ValueError):
    """A measure that has no value for these numbers.

    Attributes:
        reason: Why there is no value.
        measure: The measure that was asked for.

    >>> print(UndefinedMeasureError(Reason.ZERO_BASELINE, "growth"))
    growth is undefined: the baseline is zero
    """

    def __init__(self, reason: Reason, measure: str = "the measure") -> None:
        super().__init__(reason, measure)
        self.reason = reason
        self.measure = measure

    def __str__(self) -> str:
        return f"{self.measure} is undefined: {self.reason.sentence}"


class UnknownIdError(CivicPlanError, KeyError):
    """A name that nothing here bears; the sentence gives the nearest ones.

    Attributes:
        id: The name that was asked for.
        known: Every name that would have been found.
        where: Where it was looked for.

    >>> print(UnknownIdError("gpd", ("gdp", "retail"), "the plan"))
    the plan has no 'gpd'; nearest: gdp
    """

    def __init__(self, id: str, known: tuple[str, ...], where: str = "the plan") -> None:
        super().__init__(id, known, where)
        self.id = id
        self.known = known
        self.where = where

    @property
    def nearest(self) -> tuple[str, ...]:
        """The known names closest to the one asked for, best first; those that contain it come before look-alikes."""
        containing = [name for name in self.known if isinstance(self.id, str) and len(self.id) > 1 and self.id in name]
        alike = nearest_words(str(self.id), self.known, most=3)
        return tuple(dict.fromkeys((*containing, *alike)))[:3]

    def __str__(self) -> str:
        if nearest := ", ".join(self.nearest):
            hint = f"nearest: {nearest}"
        elif rest := len(self.known[_MOST_LISTED:]):
            hint = f"it has: {', '.join(self.known[:_MOST_LISTED])}, and {rest} more"
        else:
            hint = f"it has: {', '.join(self.known)}" if self.known else "it is empty"
        return visible(f"{self.where} has no {describe(self.id)}; {hint}")
