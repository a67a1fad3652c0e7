"""Task: a piece of work with people responsible for it, dates, amounts and reports."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen
from attrs.converters import optional

from civicplan.errors import InvalidValueError
from civicplan.model._fields import (
    each,
    member,
    period_or_none,
    plan_part,
    source_or_none,
    text_or_none,
    to_id,
    to_words,
    word_or_none,
)
from civicplan.values import Bound, Figure, FigureLike, Period, Source, Text, to_bound, to_figure, to_period, to_text


class Status(StrEnum):
    """What a report says of its own task; a claim, never a computed standing."""

    NOT_STARTED = "not_started"
    BEHIND = "behind"
    ON_TRACK = "on_track"
    AHEAD = "ahead"
    COMPLETED = "completed"


def to_status(value: Status | str) -> Status:
    """A Status, from itself or its name."""
    return member(Status, value)


def _percent(value: FigureLike) -> Figure:
    figure = to_figure(value)
    if figure < 0:
        raise InvalidValueError("", "a percentage of zero or more", str(figure))
    return figure


@plan_part
@frozen(kw_only=True, repr=False)
class Responsibility:
    """Who answers for a task: officials by name, agencies by name.

    >>> Responsibility(lead_agencies=("文广旅游局",)).lead_agencies
    ('文广旅游局',)
    """

    #: Lead officials, or the officials in charge.
    leads: tuple[str, ...] = field(default=(), converter=to_words)
    #: Deputies of the lead officials.
    deputies: tuple[str, ...] = field(default=(), converter=to_words)
    #: Lead agencies.
    lead_agencies: tuple[str, ...] = field(default=(), converter=to_words)
    #: Responsible or supporting agencies.
    agencies: tuple[str, ...] = field(default=(), converter=to_words)


@plan_part
@frozen(kw_only=True, repr=False)
class Milestone:
    """A step with a date; it is done when `done` says when.

    >>> str(Milestone(title="opening", due="2025-10").due)
    '2025-10'
    """

    #: What is to happen.
    title: Text = field(converter=to_text)
    #: The window that it must happen in.
    due: Period = field(converter=to_period)
    #: When it happened; None where no report says that it did.
    done: Period | None = field(default=None, converter=period_or_none)
    #: Where it stands.
    source: Source | None = field(default=None, converter=source_or_none)


@plan_part
@frozen(kw_only=True, repr=False)
class Deliverable:
    """An amount that a task promises.

    >>> str(Deliverable(subject="送书", planned="≥60000", unit="册").planned)
    '≥60000'
    """

    #: What is counted; a report's amount of the same subject answers it.
    subject: Text = field(converter=to_text)
    #: The acceptable amounts.
    planned: Bound = field(converter=to_bound)
    #: The unit of the amount.
    unit: str | None = field(default=None, converter=word_or_none)
    #: Where it stands.
    source: Source | None = field(default=None, converter=source_or_none)


@plan_part
@frozen(kw_only=True, repr=False)
class Delivered:
    """An amount that a report says was delivered, from the start of the task to the end of the report's period.

    >>> str(Delivered(subject="送书", figure="32547", unit="册").figure)
    '32547'
    """

    #: What is counted.
    subject: Text = field(converter=to_text)
    #: The amount as printed.
    figure: Figure = field(converter=to_figure)
    #: The unit of the amount.
    unit: str | None = field(default=None, converter=word_or_none)
    #: Where it stands.
    source: Source | None = field(default=None, converter=source_or_none)


def _delivered(values: Iterable[Delivered]) -> tuple[Delivered, ...]:
    return each(values, Delivered)


@plan_part
@frozen(kw_only=True, repr=False)
class ProgressReport:
    """What an agency reports of a task at the end of a period: percent, status, words and amounts.

    >>> ProgressReport(period="2024-Q2", percent="55", status="ahead").status
    <Status.AHEAD: 'ahead'>
    """

    #: The period that the report closes.
    period: Period = field(converter=to_period)
    #: The reported percent complete [percent].
    percent: Figure | None = field(default=None, converter=optional(_percent))
    #: The reported status.
    status: Status | None = field(default=None, converter=optional(to_status))
    #: What it says in words.
    text: Text | None = field(default=None, converter=text_or_none)
    #: The amounts it names.
    delivered: tuple[Delivered, ...] = field(default=(), converter=_delivered)
    #: Where it stands.
    source: Source | None = field(default=None, converter=source_or_none)


def _responsibility(value: Responsibility) -> Responsibility:
    return each((value,), Responsibility)[0]


def _milestones(values: Iterable[Milestone]) -> tuple[Milestone, ...]:
    return each(values, Milestone)


def _deliverables(values: Iterable[Deliverable]) -> tuple[Deliverable, ...]:
    return each(values, Deliverable)


def _reports(values: Iterable[ProgressReport]) -> tuple[ProgressReport, ...]:
    return each(values, ProgressReport)


@plan_part
@frozen(kw_only=True, repr=False)
class Task:
    """A piece of work: who answers for it, by when, how much, and what was reported.

    >>> Task(id="books", title="books to villages").deliverables
    ()
    """

    #: The name by which other parts of the plan refer to it.
    id: str = field(converter=to_id)
    #: What is to be done.
    title: Text = field(converter=to_text)
    #: The task's number as printed.
    number: str | None = field(default=None, converter=word_or_none)
    #: When the work runs; None means the whole plan period.
    period: Period | None = field(default=None, converter=period_or_none)
    #: Who answers for it.
    responsibility: Responsibility = field(factory=Responsibility, converter=_responsibility)
    #: Its steps.
    milestones: tuple[Milestone, ...] = field(default=(), converter=_milestones)
    #: Its amounts.
    deliverables: tuple[Deliverable, ...] = field(default=(), converter=_deliverables)
    #: What was reported of it.
    reports: tuple[ProgressReport, ...] = field(default=(), converter=_reports)
    #: Where it stands.
    source: Source | None = field(default=None, converter=source_or_none)
    #: How the task was read, where that is not plain.
    note: Text | None = field(default=None, converter=text_or_none)
