"""PlanAssessment: every indicator and task of a plan as of one day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar, Literal, TypeAlias, get_args, overload

from attrs import frozen

from civicplan.assessment import rows, tables
from civicplan.assessment.assessor import Assessor
from civicplan.assessment.indicator import ASKED, IndicatorAssessment, assessment_of
from civicplan.assessment.task import TaskAssessment, assess_task
from civicplan.errors import InvalidValueError, describe, naming_field
from civicplan.evidence import Evidence
from civicplan.evidence.revisions import Vintage, VintageLike, to_vintage
from civicplan.formats.result import Result
from civicplan.measure.schedule import Path, to_path
from civicplan.model import Plan, Verdict
from civicplan.model._lookup import find_by_id
from civicplan.model.plan import check_plan
from civicplan.render import phrases
from civicplan.render.frames import frame
from civicplan.render.languages import chosen, language_or_none
from civicplan.render.message import Message, fill, joined, one_line
from civicplan.render.words import in_words
from civicplan.values import FigureLike, Period, PeriodLike, to_figure, to_period
from civicplan.values.source import DATAFRAME

#: The fields by which indicators are grouped.
Grouping: TypeAlias = Literal["nature", "category", "group"]
_GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)


@frozen(kw_only=True, repr=False)
class PlanAssessment(Result):
    """What came of a plan as of one day: an assessment for each indicator and each task, found by id.

    Shown on its own it is a text table in a terminal and an HTML table in a notebook.

    Attributes:
        plan: The plan.
        as_of: The day is the last one of this period; nothing published for a later one is looked at.
        indicators: One assessment for each indicator, in the order of the plan.
        tasks: One assessment for each task, in the order of the plan.
        tolerance: How far off the schedule is still on track, as it was asked for [share].
        vintage: Which publications count, as it was asked for.
        path: The path on which levels are to move, as it was asked for.
    """

    _derived: ClassVar = ("counts", "task_counts")
    _left_out: ClassVar = {"indicators": tuple(ASKED), "tasks": ("task", "as_of", "tolerance")}

    plan: Plan
    as_of: Period
    indicators: tuple[IndicatorAssessment, ...]
    tasks: tuple[TaskAssessment, ...]
    tolerance: Decimal = Decimal(0)
    vintage: Vintage = "latest"
    path: Path | None = None

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many indicators got each verdict; every verdict is a key."""
        counts = dict.fromkeys(Verdict, 0)
        for assessment in self.indicators:
            counts[assessment.verdict] += 1
        return counts

    @property
    def task_counts(self) -> dict[Verdict, int]:
        """How many tasks got each verdict; every verdict is a key."""
        counts = dict.fromkeys(Verdict, 0)
        for assessment in self.tasks:
            counts[assessment.verdict] += 1
        return counts

    def counts_by(self, field: Grouping) -> dict[str | None, dict[Verdict, int]]:
        """Return how many indicators got each verdict, for each nature, category or group.

        Args:
            field: The field by which the indicators are grouped; those without a value are under None.

        Raises:
            InvalidValueError: It is another field.

        >>> from civicplan import datasets
        >>> counts = assess(datasets.load("zhuzhou-13fyp"), as_of="2020").counts_by("category")
        >>> {category: verdicts[Verdict.MET] for category, verdicts in counts.items()}
        {'经济发展': 2, '创新驱动': 4, '民生福祉': 4, '生态文明': 15}
        """
        if field not in _GROUPINGS:
            raise InvalidValueError("field", f"one of {', '.join(_GROUPINGS)}", describe(field))
        counts: dict[str | None, dict[Verdict, int]] = {}
        for assessment in self.indicators:
            value = getattr(assessment.indicator, field)
            group = counts.setdefault(None if value is None else str(value), dict.fromkeys(Verdict, 0))
            group[assessment.verdict] += 1
        return counts

    @property
    def overdue_tasks(self) -> tuple[TaskAssessment, ...]:
        """The tasks of which less was done by the end than was promised, or a milestone is past its date."""
        return tuple(assessment for assessment in self.tasks if assessment.is_overdue)

    @property
    def unreported_tasks(self) -> tuple[TaskAssessment, ...]:
        """The tasks whose time is over without a report that tells what came of them."""
        return tuple(assessment for assessment in self.tasks if assessment.is_unreported)

    @cached_property
    def _indicators_by_id(self) -> dict[str, IndicatorAssessment]:
        return {assessment.indicator.id: assessment for assessment in self.indicators}

    @overload
    def __getitem__(self, id: str) -> IndicatorAssessment: ...
    @overload
    def __getitem__(self, id: slice) -> tuple[IndicatorAssessment, ...]: ...
    def __getitem__(self, id: str | slice) -> IndicatorAssessment | tuple[IndicatorAssessment, ...]:
        """Return the assessment of the indicator with this id, or those in a slice of the list.

        Tasks are found by `task`.

        Raises:
            UnknownIdError: No indicator bears it; the error names the nearest ids.
        """
        if isinstance(id, slice):
            return self.indicators[id]
        return find_by_id(self._indicators_by_id, id, "the list of assessed indicators (tasks are found by .task)")

    def __contains__(self, sought: object) -> bool:
        """True when an indicator of the plan bears this id, or this is the assessment of one."""
        return sought in self._indicators_by_id if isinstance(sought, str) else sought in self.indicators

    def task(self, id: str) -> TaskAssessment:
        """Return the assessment of the task with this id.

        Raises:
            UnknownIdError: No task bears it; the error names the nearest ids.
        """
        tasks = {assessment.task.id: assessment for assessment in self.tasks}
        return find_by_id(tasks, id, "the list of assessed tasks")

    def __iter__(self) -> Iterator[IndicatorAssessment]:
        """The assessments of the indicators, in the order of the plan."""
        return iter(self.indicators)

    def __len__(self) -> int:
        """How many indicators were assessed."""
        return len(self.indicators)

    def __bool__(self) -> bool:
        """True: an assessment of tasks alone is one as well."""
        return True

    def to_rows(self, *, language: str | None = None) -> list[dict[str, Any]]:
        """Return one plain dict for each indicator; what is undefined is None, and the column `undefined` says why.

        Args:
            language: The language of all words, "en" or "zh"; None leaves codes as codes and takes the first names.
        """
        spoken = language_or_none(language)
        return [rows.indicator_row(assessment, spoken) for assessment in self.indicators]

    def outcome_rows(self, *, language: str | None = None) -> list[dict[str, Any]]:
        """Return one plain dict for each target; what is undefined is None, and the column `undefined` says why.

        Args:
            language: The language of all words, "en" or "zh"; None leaves codes as codes and takes the first names.
        """
        outcomes = (outcome for assessment in self.indicators for outcome in assessment.outcomes)
        spoken = language_or_none(language)
        return [rows.outcome_row(outcome, spoken) for outcome in outcomes]

    def task_rows(self, *, language: str | None = None) -> list[dict[str, Any]]:
        """Return one plain dict for each task; what is undefined is None, and the column `undefined` says why.

        Args:
            language: The language of all words, "en" or "zh"; None leaves codes as codes and takes the first names.
        """
        spoken = language_or_none(language)
        return [rows.task_row(assessment, spoken) for assessment in self.tasks]

    def to_frame(self, backend: str | None = None, *, language: str | None = None) -> Any:
        """Return the rows as a dataframe, numbers as floats.

        Of a plan that was made of a dataframe each row has the place of its own row there as its label in pandas, so
        that ``table.join(...)`` puts it beside that one, whatever was left out between.

        Args:
            backend: The library, such as "polars"; None takes the first one installed of pandas, polars and pyarrow.
            language: The language of all words, "en" or "zh"; None leaves codes as codes and takes the first names.

        Raises:
            MissingExtraError: That library, or narwhals, is not installed.
        """
        found, index = self.to_rows(language=language), self._rows_of_the_table()
        return frame(found, backend, columns=rows.INDICATOR_COLUMNS, index=index)

    def _rows_of_the_table(self) -> list[int] | None:
        """The places of the indicators in the dataframe that the plan was made of, from 0; None for other plans."""
        sources = [assessment.indicator.source for assessment in self.indicators]
        places = [source.line - 1 for source in sources if source and source.document == DATAFRAME and source.line]
        return places if len(places) == len(sources) and len(set(places)) == len(places) else None

    def outcome_frame(self, backend: str | None = None, *, language: str | None = None) -> Any:
        """Return the rows of the targets as a dataframe, as `to_frame` does those of the indicators."""
        return frame(self.outcome_rows(language=language), backend, columns=rows.OUTCOME_COLUMNS)

    def task_frame(self, backend: str | None = None, *, language: str | None = None) -> Any:
        """Return the rows of the tasks as a dataframe, as `to_frame` does those of the indicators."""
        return frame(self.task_rows(language=language), backend, columns=rows.TASK_COLUMNS)

    def to_text(self, *, language: str | None = None) -> str:
        """Return tables of text for a terminal, one for the indicators and one for the tasks.

        Args:
            language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        """
        own = chosen(language, self.plan.title)
        return "\n\n".join(table.to_text(own) for table in tables.text_tables(self.indicators, self.tasks))

    def to_html(self, *, language: str | None = None) -> str:
        """Return the tables as a block of HTML with its own style; it loads nothing from elsewhere.

        Args:
            language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        """
        return self._html(language, most=None)

    def _html(self, language: str | None, *, most: int | None) -> str:
        from civicplan.render.html import block  # a terminal needs no HTML

        caption = fill(phrases.AS_OF, title=self.plan.title, day=self.as_of.last_unit)
        shown = tables.page_tables(self.indicators, self.tasks, caption=caption)
        return block(shown, language=chosen(language, self.plan.title), most=most)

    @classmethod
    def _kinds(cls) -> dict[str, Any]:
        """What was asked is read; the answer has to follow from it."""
        return {name: kind for name, kind in super()._kinds().items() if name not in cls._left_out}

    @classmethod
    def _made_of(cls, stored: Mapping[str, Any]) -> PlanAssessment:
        return assess(**stored)

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        counts = joined(phrases.NEXT_ENTRY, self._counts_in_words())
        return one_line(f"<assessment of {self.plan.id} as of {self.as_of}: {counts}>")

    def _counts_in_words(self) -> Iterator[Message]:
        if self.indicators or not self.tasks:
            yield _counted(self.counts) or fill(phrases.COUNTED, count=0, noun="indicators")
        if self.tasks:
            counts = _counted(self.task_counts, overdue=len(self.overdue_tasks), unreported=len(self.unreported_tasks))
            yield fill(phrases.COUNTS_OF_TASKS, counts=counts)

    def _repr_html_(self) -> str:
        from civicplan.render.html import MOST_ROWS

        return self._html(None, most=MOST_ROWS)


def assess(
    plan: Plan,
    *,
    as_of: PeriodLike,
    tolerance: FigureLike = "0",
    vintage: VintageLike = "latest",
    path: Path | None = None,
) -> PlanAssessment:
    """Say for every indicator and task what was reached by a day, how far, how fast and why.

    The day is always stated: the same plan assessed as of the same day gives the same answer whenever it is run.

    Args:
        plan: The plan with what was published of it.
        as_of: The day, or a period whose last day it is: a year as int or text, a date, a Period. It limits the periods
            of the figures, not the dates on which they were published.
        tolerance: How far off the schedule the share done may lie beyond its printed digits and still be on track
            [share]; it touches standings, never verdicts.
        vintage: Which publications count: "latest" all, "first" the first of each figure, or those by a day.
        path: The path on which levels are to move, "linear" or "geometric"; None takes the geometric one where the plan
            promises growth or a reduction beside the level.

    Raises:
        InvalidValueError: `as_of` is not a period, the tolerance no share, or vintage or path not one of those.

    >>> from civicplan.model import Indicator
    >>> coverage = Indicator(id="pension", name="pension coverage", targets=(">95",), observations={"2020": "95.0"})
    >>> done = assess(Plan(id="p", title="A plan", period="2016/2020", indicators=(coverage,)), as_of="2020")
    >>> done["pension"].verdict, done["pension"].caveats
    (<Verdict.NOT_MET: 'not_met'>, (<Caveat.DIGITS: 'digits'>,))
    """
    check_plan(plan)
    with naming_field("as_of"):
        day = to_period(as_of)
    margin = _to_share(tolerance, "tolerance")
    with naming_field("vintage"):
        known_by = to_vintage(vintage)
    shape = None if path is None else to_path(path)
    assessor = Assessor(
        evidence={indicator.id: Evidence(indicator, day, vintage=known_by) for indicator in plan.indicators},
        plan_period=plan.period,
        as_of=day,
        tolerance=margin,
        path=shape,
    )
    return PlanAssessment(
        plan=plan,
        as_of=day,
        indicators=tuple(assessment_of(indicator, assessor) for indicator in plan.indicators),
        tasks=tuple(assess_task(task, plan.period, day, margin) for task in plan.tasks),
        tolerance=margin,
        vintage=known_by,
        path=shape,
    )


def _counted(counts: Mapping[Verdict, int], **others: int) -> Message:
    """Return the counts that are not zero, each with what is counted."""
    found = [(count, word) for word, count in (*counts.items(), *others.items()) if count]
    return joined(phrases.NEXT_NAME, (fill(phrases.COUNTED, count=count, noun=in_words(word)) for count, word in found))


def _to_share(value: FigureLike, name: str) -> Decimal:
    """Return a share from 0 to 1."""
    is_percentage = isinstance(value, str) and value.rstrip().endswith(("%", "％"))
    with naming_field(name):
        share = None if is_percentage else to_figure(value).value
    if share is None or not 0 <= share <= 1:
        raise InvalidValueError(name, "a share from 0 to 1", describe(value), 'write "0.05" for 5 %')
    return share
