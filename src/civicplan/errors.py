"""Errors as data: every field that a program needs, and one sentence for the person who reads it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum

from attrs import frozen

_LONGEST_QUOTE = 80


class Reason(StrEnum):
    """Why a measure or a verdict has no value; undefined is an answer, and this is its content.

    >>> Reason.ZERO_BASELINE.sentence
    'the baseline is zero'
    """

    sentence: str

    def __new__(cls, code: str, sentence: str) -> Reason:  # noqa: D102 - how each member below is made
        member = str.__new__(cls, code)
        member._value_ = code
        member.sentence = sentence
        return member

    NO_TARGET = "no_target", "there is no target"
    NO_LEVEL_TARGET = "no_level_target", "no target is set for the level"
    QUALITATIVE_TARGET = "qualitative_target", "the target is a phrase without a number"
    DELEGATED_TARGET = "delegated_target", "the target is left to another authority"
    TOLERANCE_UNKNOWN = "tolerance_unknown", "the plan does not say how close counts as in step"
    MISSING_BASELINE = "missing_baseline", "no baseline is given in this measure"
    MISSING_OBSERVATION = "missing_observation", "no actual is published for the period, nor can one be derived"
    MISSING_REFERENCE = "missing_reference", "the indicator it is held against has no actual in this measure"
    UNIT_DIFFERS = "unit_differs", "planned and delivered amounts are in different units"
    NO_REPORT = "no_report", "no report has been published"
    CONFLICTING_OBSERVATIONS = "conflicting_observations", "two published actuals for the period contradict each other"
    ZERO_BASELINE = "zero_baseline", "the baseline is zero"
    ZERO_TARGET = "zero_target", "the target is zero"
    ZERO_ACTUAL = "zero_actual", "the actual is zero"
    SIGN_CHANGE = "sign_change", "the two values have opposite signs"
    NEGATIVE_VALUE = "negative_value", "the ratio of these values would fall as the actual improves"
    TARGET_TO_HOLD = "target_to_hold", "the baseline already meets the target, so there is no change to share out"
    NO_TIME = "no_time", "no time lies between the two values"
    NOTHING_ELAPSED = "nothing_elapsed", "nothing of the period has elapsed"
    NO_SHARE = "no_share", "a rate has no share done; it is compared directly"
    RATE_TOO_LARGE = "rate_too_large", "a reduction of 100 % or more leaves nothing to compound"
    TARGET_OUT_OF_RANGE = "target_out_of_range", "a reduction target lies above 0 and below 100 %"
    LIMITS_UNKNOWN = "limits_unknown", "outside a target range the admissible limits must be known"
    NOT_DUE = "not_due", "the target is not due yet"
    ALREADY_DUE = "already_due", "the target is due, so the verdict speaks"


class CivicPlanError(Exception):
    """Whatever this library raises about its input is one of these."""


def quoted(value: object) -> str:
    """The value as a reader would recognise it, cut short where it is long.

    >>> quoted(5.0), quoted("5.0"), quoted([5])
    ('the float 5.0', "'5.0'", 'a list')
    """
    if isinstance(value, str):
        shown = repr(value[:_LONGEST_QUOTE])
        return shown if len(value) <= _LONGEST_QUOTE else f"{shown}… ({len(value)} characters)"
    kind = type(value).__name__
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, int) and value.bit_length() > _LONGEST_QUOTE:
        return f"an int of {value.bit_length()} bits"
    return f"the {kind} {value}" if isinstance(value, int | float | Decimal | date) else f"a {kind}"


@frozen(slots=False)
class InvalidValueError(CivicPlanError, ValueError):
    """A value of the right type that cannot stand where it was put.

    >>> print(InvalidValueError("Threshold.bound", "a sign and a number", "'75'", "write ≥75"))
    Threshold.bound: expected a sign and a number, got '75'; write ≥75
    """

    #: The field or position at fault, such as ``Observation.figure``; empty where only the value is known.
    place: str
    #: What would have been accepted.
    expected: str
    #: What came, as it was written.
    got: str
    #: What to write instead.
    advice: str = ""

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        advice = f"; {self.advice}" if self.advice else ""
        return f"{place}expected {self.expected}, got {self.got}{advice}"


@frozen(slots=False)
class InvalidTypeError(CivicPlanError, TypeError):
    """A value of a type that cannot stand where it was put; the fields are those of `InvalidValueError`."""

    place: str
    expected: str
    got: str
    advice: str = ""

    __str__ = InvalidValueError.__str__


@frozen
class Fault:
    """One thing wrong with a plan or a file, and where.

    >>> print(Fault("$.indicators[3].unit", "expected text, got the number 5"))
    $.indicators[3].unit: expected text, got the number 5
    """

    #: The place, as a path from the root ``$``.
    path: str
    #: What was expected, what came, and what to write instead.
    message: str
    #: What stood there, as it was written; empty where nothing did.
    raw: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


def _listed(faults: tuple[Fault, ...]) -> str:
    return "\n".join(f"  {fault}" for fault in faults)


@frozen(slots=False)
class InvalidPlanError(CivicPlanError, ValueError):
    """A plan that contradicts itself: all faults at once, each with its path."""

    #: Every fault found, in the order of the plan.
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        return f"the plan has {len(self.faults)} fault(s):\n{_listed(self.faults)}"


@frozen(slots=False)
class PlanFormatError(CivicPlanError, ValueError):
    """A file that does not hold a plan: all faults at once, each with its path."""

    #: The file's name, or what was read instead of a file.
    document: str
    #: Every fault found, in the order of the file.
    faults: tuple[Fault, ...]

    def __str__(self) -> str:
        return f"{self.document} has {len(self.faults)} fault(s):\n{_listed(self.faults)}"


@frozen(slots=False)
class PlanFileError(CivicPlanError, OSError):
    """A file that could not be read or written."""

    #: The file's name as given.
    document: str
    #: What went wrong and what to do.
    problem: str

    def __str__(self) -> str:
        return f"{self.document}: {self.problem}"


@frozen(slots=False)
class MissingExtraError(CivicPlanError, ImportError):
    """An optional dependency that is not installed."""

    #: What was asked for.
    feature: str
    #: The extra of this library that brings the dependency.
    extra: str

    def __str__(self) -> str:
        return f'{self.feature} needs an optional dependency; run: python -m pip install "civicplan[{self.extra}]"'


@frozen(slots=False)
class UndefinedMeasureError(CivicPlanError, ValueError):
    """A measure that has no value for these numbers.

    >>> print(UndefinedMeasureError(Reason.ZERO_BASELINE, "growth"))
    growth is undefined: the baseline is zero
    """

    #: Why there is no value.
    reason: Reason
    #: The measure that was asked for.
    measure: str = "the measure"

    def __str__(self) -> str:
        return f"{self.measure} is undefined: {self.reason.sentence}"


@frozen(slots=False)
class UnknownIdError(CivicPlanError, KeyError):
    """A name that nothing here bears; the sentence gives the nearest ones.

    >>> print(UnknownIdError("gpd", ("gdp", "retail"), "the plan"))
    the plan has no 'gpd'; nearest: gdp
    """

    #: The name that was asked for.
    id: str
    #: Every name that would have been found.
    known: tuple[str, ...]
    #: Where it was looked for.
    where: str = "the plan"

    @property
    def nearest(self) -> tuple[str, ...]:
        """The known names closest to the one asked for, best first."""
        return tuple(get_close_matches(self.id, self.known, n=3))

    def __str__(self) -> str:
        near = ", ".join(self.nearest)
        every = ", ".join(self.known[:10])
        hint = f"nearest: {near}" if near else f"it has: {every}" if every else "it is empty"
        return f"{self.where} has no {quoted(self.id)}; {hint}"
