"""The words of claims: what a document says of targets, distances and counts."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, TypeAlias

from civicplan.model.task import ReportedStatus, ReportedStatusLike, to_reported_status
from civicplan.values import to_enum


class Verdict(StrEnum):
    """The performance on a target: what a document states and what an assessment finds share these four words."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_DUE = "not_due"
    NOT_ASSESSABLE = "not_assessable"


VerdictLike: TypeAlias = Verdict | Literal["met", "not_met", "not_due", "not_assessable"]


class Standing(StrEnum):
    """How a target that is not due is doing: the four words of Chinese mid-term reviews, and reversal.

    What a document states and what an assessment finds share these words.
    """

    ACHIEVED_EARLY = "achieved_early"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    REVERSING = "reversing"


StandingLike: TypeAlias = Standing | Literal["achieved_early", "ahead", "on_track", "behind", "reversing"]


class Grade(StrEnum):
    """How far a target was met, in the words of documents that grade what they call met.

    Attributes:
        OVERFULFILLED: More than was promised.
        FULFILLED: What was promised, or more.
        LEVEL: Exactly what was promised.
    """

    OVERFULFILLED = "overfulfilled"
    FULFILLED = "fulfilled"
    LEVEL = "level"


GradeLike: TypeAlias = Grade | Literal["overfulfilled", "fulfilled", "level"]


class GapTo(StrEnum):
    """What a stated distance is measured from.

    Attributes:
        TARGET: The target in force.
        SCHEDULE: What should have been reached by then.
        INDICATOR: Another indicator of the plan.
    """

    TARGET = "target"
    SCHEDULE = "schedule"
    INDICATOR = "indicator"


GapToLike: TypeAlias = GapTo | Literal["target", "schedule", "indicator"]


class Side(StrEnum):
    """On which side of what it is measured from an indicator lies: short of it, or beyond it."""

    SHORT = "short"
    BEYOND = "beyond"


SideLike: TypeAlias = Side | Literal["short", "beyond"]


class Counted(StrEnum):
    """What a stated number counts.

    Attributes:
        INDICATORS: Indicators by their printed number: the sub-rows of one indicator count once.
    """

    INDICATORS = "indicators"
    TASKS = "tasks"


CountedLike: TypeAlias = Counted | Literal["indicators", "tasks"]


def to_verdict(value: VerdictLike) -> Verdict:
    """Return a Verdict, from itself or its name."""
    return to_enum(Verdict, value)


def verdict_or_none(value: VerdictLike | None) -> Verdict | None:
    """Return a Verdict from itself or its name, or None where none is stated."""
    return None if value is None else to_verdict(value)


def standing_or_none(value: StandingLike | None) -> Standing | None:
    """Return a Standing from itself or its name, or None where none is stated."""
    return None if value is None else to_enum(Standing, value)


def grade_or_none(value: GradeLike | None) -> Grade | None:
    """Return a Grade from itself or its name, or None where none is stated."""
    return None if value is None else to_enum(Grade, value)


def status_or_none(value: ReportedStatusLike | None) -> ReportedStatus | None:
    """Return a ReportedStatus from itself or its name, or None where none is stated."""
    return None if value is None else to_reported_status(value)


def to_gap(value: GapToLike) -> GapTo:
    """Return a GapTo, from itself or its name."""
    return to_enum(GapTo, value)


def to_side(value: SideLike) -> Side:
    """Return a Side, from itself or its name."""
    return to_enum(Side, value)


def to_counted(value: CountedLike) -> Counted:
    """Return a Counted, from itself or its name."""
    return to_enum(Counted, value)
