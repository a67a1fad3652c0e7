"""Task: a piece of work with people responsible for it, dates, amounts and reports."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal, TypeAlias

from attrs import field

from civicplan.errors import InvalidTypeError, describe
from civicplan.model._fields import (
    bool_or_none,
    figure_from_zero,
    label_or_none,
    period_or_none,
    source_or_none,
    text_or_none,
    to_bool,
    to_id,
    to_labels,
    tuple_of,
)
from civicplan.model._part import ModelPart, model_class
from civicplan.render import phrases
from civicplan.render.cells import Cell, Number
from civicplan.render.html import facts_html
from civicplan.render.languages import language_of
from civicplan.render.message import Message, fill, joined, said
from civicplan.render.tables import Table
from civicplan.render.words import as_it_is, full_name, in_words, with_unit
from civicplan.values import (
    Bound,
    Figure,
    FigureLike,
    Period,
    PeriodLike,
    Source,
    Text,
    synonyms,
    to_bound,
    to_enum,
    to_figure,
    to_period,
    to_text,
)

_LONGEST_ADVICE = 80


class ReportedStatus(StrEnum):
    """What a report calls its task: `completed` without a percent counts as 100 %, the others carry no number."""

    NOT_STARTED = "not_started"
    BEHIND = "behind"
    ON_TRACK = "on_track"
    AHEAD = "ahead"
    COMPLETED = "completed"


ReportedStatusLike: TypeAlias = ReportedStatus | Literal["not_started", "behind", "on_track", "ahead", "completed"]


def to_reported_status(value: ReportedStatusLike) -> ReportedStatus:
    """Return a ReportedStatus, from itself or its name."""
    return to_enum(ReportedStatus, value, synonyms.REPORTED_STATUS)


def _status_or_none(value: ReportedStatusLike | None) -> ReportedStatus | None:
    return None if value is None else to_reported_status(value)


def _percent_or_none(value: FigureLike | None) -> Figure | None:
    return figure_from_zero(value, "a percentage of zero or more")


@model_class(kw_only=True)
class Responsibility(ModelPart):
    """Who answers for a task: officials by name, agencies by name.

    Attributes:
        leads: Lead officials, or the officials in charge.
        deputies: Deputies of the lead officials.
        lead_agencies: Lead agencies.
        agencies: Responsible or supporting agencies.

    >>> Responsibility(lead_agencies=("文广旅游局",)).lead_agencies
    ('文广旅游局',)
    """

    leads: tuple[str, ...] = field(default=(), converter=to_labels)
    deputies: tuple[str, ...] = field(default=(), converter=to_labels)
    lead_agencies: tuple[str, ...] = field(default=(), converter=to_labels)
    agencies: tuple[str, ...] = field(default=(), converter=to_labels)


def _done_or_none(value: PeriodLike | None) -> Period | None:
    if isinstance(value, bool):
        advice = 'write for example "2025-09", or leave it out where no report says that it happened'
        raise InvalidTypeError("", "when it happened", describe(value), advice)
    return period_or_none(value)


@model_class(kw_only=True)
class Milestone(ModelPart):
    """A step with a date; it is done when `done` says when.

    Attributes:
        title: What is to happen.
        due: The window that it must happen in.
        done: When it happened; None where no report says that it did.
        source: Where it stands.

    >>> str(Milestone(title="opening", due="2025-10").due)
    '2025-10'
    """

    title: Text = field(converter=to_text)
    due: Period = field(converter=to_period)
    done: Period | None = field(default=None, converter=_done_or_none)
    source: Source | None = field(default=None, converter=source_or_none)

    def __str__(self) -> str:
        """The step with its window, and when it was done."""
        return said(self.as_printed, language_of(self.title))

    @property
    def as_printed(self) -> Message:
        """The step with its window, and when it was done."""
        template = phrases.WITH_PERIOD if self.done is None else phrases.STEP_DONE
        return fill(template, figure=self.title, period=self.due, done=self.done)


@model_class(kw_only=True)
class Deliverable(ModelPart):
    """An amount that a task promises.

    Attributes:
        subject: What is counted; a report's amount of the same subject answers it.
        planned: The acceptable amounts.
        unit: The unit of the amount.
        accumulates: Whether reports give a running total, counted from the start of the work, that cannot fall. Where
            that is not declared, only a report on the whole time of the work settles what came of the amount.
        exact: Whether the amounts are counted, not rounded. None leaves it to the unit: whole numbers in a unit that
            counts things are exact where all figures of this amount are whole.
        source: Where it stands.

    >>> str(Deliverable(subject="送书", planned="≥60000", unit="册").planned)
    '≥60000'
    """

    subject: Text = field(converter=to_text)
    planned: Bound = field(converter=to_bound)
    unit: str | None = field(default=None, converter=label_or_none)
    accumulates: bool = field(default=False, converter=to_bool)
    exact: bool | None = field(default=None, converter=bool_or_none)
    source: Source | None = field(default=None, converter=source_or_none)

    def __str__(self) -> str:
        """What is counted, and how much of it is promised."""
        return said(self.as_printed, language_of(self.subject))

    @property
    def as_printed(self) -> Message:
        """What is counted, and how much of it is promised."""
        return fill(phrases.AMOUNT, subject=self.subject, share=with_unit(self.planned, self.unit))


@model_class(kw_only=True)
class Delivered(ModelPart):
    """An amount that a report gives: for its period, or up to the end of it where the promised amount accumulates.

    Attributes:
        subject: What is counted.
        figure: The amount as printed.
        unit: The unit of the amount.
        source: Where it stands.

    >>> str(Delivered(subject="送书", figure="32547", unit="册").figure)
    '32547'
    """

    subject: Text = field(converter=to_text)
    figure: Figure = field(converter=to_figure)
    unit: str | None = field(default=None, converter=label_or_none)
    source: Source | None = field(default=None, converter=source_or_none)

    def __str__(self) -> str:
        """What is counted, and how much of it there is."""
        return said(self.as_printed, language_of(self.subject))

    @property
    def as_printed(self) -> Message:
        """What is counted, and how much of it there is."""
        return fill(phrases.AMOUNT, subject=self.subject, share=with_unit(self.figure, self.unit))


def _delivered(values: Iterable[Delivered]) -> tuple[Delivered, ...]:
    return tuple_of(values, Delivered)


@model_class(kw_only=True)
class ProgressReport(ModelPart):
    """What an agency reports of a task at the end of a period: percent, status, words and amounts.

    Attributes:
        period: The period that the report closes.
        percent: How much of the work is done at the end of the period [percent]; 100 is exact, and all of it.
        status: The reported status.
        text: What it says in words.
        delivered: The amounts it names.
        source: Where it stands.

    >>> ProgressReport(period="2024-Q2", percent="55", status="ahead").status
    <ReportedStatus.AHEAD: 'ahead'>
    """

    period: Period = field(converter=to_period)
    percent: Figure | None = field(default=None, converter=_percent_or_none)
    status: ReportedStatus | None = field(default=None, converter=_status_or_none)
    text: Text | None = field(default=None, converter=text_or_none)
    delivered: tuple[Delivered, ...] = field(default=(), converter=_delivered)
    source: Source | None = field(default=None, converter=source_or_none)

    def _row(self) -> tuple[Cell, ...]:
        percent = "" if self.percent is None else with_unit(self.percent, "%")
        amounts = joined(phrases.NEXT_ENTRY, (amount.as_printed for amount in self.delivered))
        period = as_it_is(self.period)
        return (period, Number(percent), in_words(self.status or ""), amounts, self.text or "")


def _responsibility(value: Responsibility) -> Responsibility:
    if not isinstance(value, Responsibility):
        name = repr(value) if isinstance(value, str) and len(value) <= _LONGEST_ADVICE else '"Public works"'
        advice = f"write Responsibility(lead_agencies=({name},)) for an agency, leads=({name},) for a person"
        raise InvalidTypeError("", "a Responsibility", describe(value), advice)
    return value


def _milestones(values: Iterable[Milestone]) -> tuple[Milestone, ...]:
    return tuple_of(values, Milestone)


def _deliverables(values: Iterable[Deliverable]) -> tuple[Deliverable, ...]:
    return tuple_of(values, Deliverable)


def _reports(values: Iterable[ProgressReport]) -> tuple[ProgressReport, ...]:
    return tuple_of(values, ProgressReport)


@model_class(kw_only=True)
class Task(ModelPart):
    """A piece of work: who answers for it, by when, how much, and what was reported.

    Attributes:
        id: The name by which other parts of the plan refer to it.
        title: What is to be done.
        number: The task's number as printed.
        period: When the work runs; None means the whole plan period.
        responsibility: Who answers for it.
        milestones: Its steps.
        deliverables: Its amounts.
        reports: What was reported of it.
        source: Where it stands.
        description: What the work is, in the plan's own words.
        notes: How the task was read, where that is not plain.

    >>> Task(id="books", title="books to villages").deliverables
    ()
    """

    id: str = field(converter=to_id)
    title: Text = field(converter=to_text)
    number: str | None = field(default=None, converter=label_or_none)
    period: Period | None = field(default=None, converter=period_or_none)
    responsibility: Responsibility = field(default=Responsibility(), converter=_responsibility)
    milestones: tuple[Milestone, ...] = field(default=(), converter=_milestones)
    deliverables: tuple[Deliverable, ...] = field(default=(), converter=_deliverables)
    reports: tuple[ProgressReport, ...] = field(default=(), converter=_reports)
    source: Source | None = field(default=None, converter=source_or_none)
    description: Text | None = field(default=None, converter=text_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)

    def _repr_html_(self) -> str:
        caption = full_name(None, self.title, self.number)
        in_order = sorted(self.reports, key=lambda report: report.period.end_key)
        reports = Table(phrases.REPORT_HEADINGS, [report._row() for report in in_order])
        return facts_html(caption, self._facts(), reports, language=language_of(self.title))

    def _facts(self) -> dict[str, object]:
        charge = self.responsibility
        return {
            "id": self.id,
            "period": self.period,
            "in charge": joined(phrases.NEXT_ENTRY, (*charge.leads, *charge.deputies)),
            "agencies": joined(phrases.NEXT_ENTRY, (*charge.lead_agencies, *charge.agencies)),
            "amounts": joined(phrases.NEXT_ENTRY, (amount.as_printed for amount in self.deliverables)),
            "steps": joined(phrases.NEXT_ENTRY, (step.as_printed for step in self.milestones)),
            "description": self.description,
            "notes": self.notes,
            "source": self.source,
        }
