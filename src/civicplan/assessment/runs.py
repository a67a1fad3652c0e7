"""Runs: one indicator assessed without a plan, many plans as of one day, one plan as of several days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, overload

from attrs import frozen

from civicplan.assessment import tables
from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.plan import PlanAssessment, assess
from civicplan.assessment.rows import INDICATOR_COLUMNS
from civicplan.errors import InvalidTypeError, MissingExtraError, describe, naming_field
from civicplan.evidence.revisions import VintageLike
from civicplan.formats.result import Result
from civicplan.measure.schedule import Path
from civicplan.model import Indicator, Plan
from civicplan.model.plan import check_plan
from civicplan.render import phrases
from civicplan.render.frames import frame
from civicplan.render.languages import chosen
from civicplan.render.message import fill, joined
from civicplan.render.tables import Table
from civicplan.values import FigureLike, Period, PeriodLike, to_period


def assess_indicator(
    indicator: Indicator,
    *,
    period: PeriodLike,
    as_of: PeriodLike,
    tolerance: FigureLike = "0",
    vintage: VintageLike = "latest",
    path: Path | None = None,
) -> IndicatorAssessment:
    """Say of one indicator what `assess` says of those of a plan.

    Args:
        indicator: The indicator with what was published of it.
        period: The plan period: a level is due in its last year, the other measures over all of it, where the target
            does not say when.
        as_of: The day, as for `assess`.
        tolerance: How far off the schedule is still on track, as for `assess` [share].
        vintage: Which publications count, as for `assess`.
        path: The path on which levels are to move, as for `assess`.

    Raises:
        InvalidPlanError: A plan of the indicator alone would be refused: a target lies outside the period, is against
            the direction, or is compared with another indicator.

    >>> coverage = Indicator(id="pension", name="pension coverage", targets=("≥95",), observations={"2023": "93.1"})
    >>> str(assess_indicator(coverage, period="2021/2025", as_of=2023).attainment)
    '0.98'
    """
    if not isinstance(indicator, Indicator):
        raise InvalidTypeError("indicator", "an Indicator", describe(indicator))
    with naming_field("period"):
        plan_period = to_period(period)
    plan = Plan(id=indicator.id, title=indicator.name, period=plan_period, indicators=(indicator,))
    return assess(plan, as_of=as_of, tolerance=tolerance, vintage=vintage, path=path).indicators[0]


def assess_many(
    plans: Iterable[Plan],
    *,
    as_of: PeriodLike,
    tolerance: FigureLike = "0",
    vintage: VintageLike = "latest",
    path: Path | None = None,
    progress: bool = False,
) -> tuple[PlanAssessment, ...]:
    """Assess many plans as of one day, in their order.

    Args:
        plans: The plans; they are taken one by one, so that a generator may read each when its turn comes.
        as_of: The day, as for `assess`.
        tolerance: How far off the schedule is still on track, as for `assess` [share].
        vintage: Which publications count, as for `assess`.
        path: The path on which levels are to move, as for `assess`.
        progress: Whether a bar shows how many are done; it needs the extra `progress`.

    Raises:
        InvalidTypeError: A plan itself in place of several, or something else among them.
        MissingExtraError: A bar is asked for and tqdm is not installed.

    >>> from civicplan import datasets
    >>> plans = map(datasets.load, ("zhuzhou-13fyp", "zhuzhou-14fyp"))
    >>> [len(assessed) for assessed in assess_many(plans, as_of="2020")]
    [38, 28]
    """
    _check_several(plans)
    shown = _with_bar(plans) if progress else plans
    return tuple(
        assess(plan, as_of=as_of, tolerance=tolerance, vintage=vintage, path=path) for plan in checked_plans(shown)
    )


def checked_plans(plans: Iterable[Plan]) -> Iterator[Plan]:
    """Yield the plans one by one, and refuse what is none.

    Raises:
        InvalidTypeError: A plan itself in place of several, or something else among them.
    """
    _check_several(plans)
    for place, plan in enumerate(plans):
        check_plan(plan, place=f"plans[{place}]")
        yield plan


def _check_several(plans: object) -> None:
    if isinstance(plans, Plan) or not isinstance(plans, Iterable):
        raise InvalidTypeError("plans", "several plans", describe(plans), "put a single one in brackets: [plan]")


def _with_bar(plans: Iterable[Plan]) -> Iterable[Plan]:
    try:
        from tqdm.auto import tqdm  # imported where it is asked for
    except ModuleNotFoundError as error:
        raise MissingExtraError("assess_many(progress=True)", "civicplan[progress]") from error
    bar: Iterable[Plan] = tqdm(plans, unit="plan")
    return bar


@frozen(kw_only=True, repr=False)
class Timeline(Result):
    """One plan as of several days: what was known of each indicator by each of them.

    Attributes:
        plan: The plan.
        assessments: One assessment of the plan for each day, in the order asked for.
    """

    _left_out: ClassVar = {"assessments": ("plan",)}

    plan: Plan
    assessments: tuple[PlanAssessment, ...]

    @property
    def days(self) -> tuple[Period, ...]:
        """The periods whose last days these are."""
        return tuple(assessment.as_of for assessment in self.assessments)

    @overload
    def __getitem__(self, id: str) -> tuple[IndicatorAssessment, ...]: ...
    @overload
    def __getitem__(self, id: slice) -> tuple[PlanAssessment, ...]: ...
    def __getitem__(self, id: str | slice) -> tuple[IndicatorAssessment, ...] | tuple[PlanAssessment, ...]:
        """Return the assessments of the indicator with this id, one for each day, or those of the days in a slice.

        Raises:
            UnknownIdError: No indicator bears it; the error names the nearest ids.
        """
        if isinstance(id, slice):
            return self.assessments[id]
        return tuple(assessment[id] for assessment in self.assessments)

    def __contains__(self, sought: object) -> bool:
        """True when an indicator of the plan bears this id, or this is the assessment of one day."""
        return sought in self.plan if isinstance(sought, str) else sought in self.assessments

    def __iter__(self) -> Iterator[PlanAssessment]:
        """The assessments of the plan, in the order of the days."""
        return iter(self.assessments)

    def __len__(self) -> int:
        """How many days there are."""
        return len(self.assessments)

    def to_rows(self, *, language: str | None = None) -> list[dict[str, Any]]:
        """Return one plain dict for each day and indicator: the day as `as_of`, then what `to_rows` of that day gives.

        Args:
            language: The language of all words, "en" or "zh"; None leaves codes as codes and takes the first names.
        """
        return [
            {"as_of": str(assessment.as_of), **row}
            for assessment in self.assessments
            for row in assessment.to_rows(language=language)
        ]

    def to_frame(self, backend: str | None = None, *, language: str | None = None) -> Any:
        """Return the rows as a dataframe, numbers as floats.

        Args:
            backend: The library, such as "polars"; None takes the first one installed of pandas, polars and pyarrow.
            language: The language of all words, "en" or "zh"; None leaves codes as codes and takes the first names.

        Raises:
            MissingExtraError: That library, or narwhals, is not installed.
        """
        return frame(self.to_rows(language=language), backend, columns=("as_of", *INDICATOR_COLUMNS))

    def to_text(self, *, language: str | None = None) -> str:
        """Return a table of text with a column for each day, of the verdicts on indicators; one on tasks as well.

        Args:
            language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        """
        own = chosen(language, self.plan.title)
        return "\n\n".join(table.to_text(own) for table in self._tables())

    def to_html(self, *, language: str | None = None) -> str:
        """Return the tables as a block of HTML with its own style; it loads nothing from elsewhere.

        Args:
            language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        """
        return self._html(language, most=None)

    def _html(self, language: str | None, *, most: int | None) -> str:
        from civicplan.render.html import block  # a terminal needs no HTML

        return block(self._tables(), language=chosen(language, self.plan.title), most=most)

    def _tables(self) -> Iterator[Table]:
        return tables.day_tables(
            self.plan,
            [assessment.indicators for assessment in self.assessments],
            [assessment.tasks for assessment in self.assessments],
            self.days,
        )

    def __str__(self) -> str:
        return self.to_text()

    def _repr_html_(self) -> str:
        from civicplan.render.html import MOST_ROWS

        return self._html(None, most=MOST_ROWS)

    def __repr__(self) -> str:
        days = joined(phrases.NEXT_NAME, self.days) or phrases.UNDEFINED
        return fill(phrases.TIMELINE, plan=self.plan.id, days=days)


def over_time(
    plan: Plan,
    dates: Iterable[PeriodLike],
    *,
    tolerance: FigureLike = "0",
    vintage: VintageLike = "latest",
    path: Path | None = None,
) -> Timeline:
    """Assess one plan as of several days.

    Args:
        plan: The plan with what was published of it.
        dates: The days, each as `assess` takes one.
        tolerance: How far off the schedule is still on track, as for `assess` [share].
        vintage: Which publications count, as for `assess`; the same for every day.
        path: The path on which levels are to move, as for `assess`.

    Raises:
        InvalidInputError: One day in place of several, or something that is no day.

    >>> water = Indicator(
    ...     id="water", name="safe water", direction="higher", baseline=("2020", "60"), targets=("≥90",),
    ...     observations={"2021": "66", "2022": "69"})
    >>> plan = Plan(id="p", title="A plan", period="2021/2025", indicators=(water,))
    >>> [(row["as_of"], row["standing"]) for row in over_time(plan, (2021, 2022)).to_rows()]
    [('2021', 'on_track'), ('2022', 'behind')]
    """
    check_plan(plan)
    if isinstance(dates, str) or not isinstance(dates, Iterable):
        raise InvalidTypeError("dates", "several days", describe(dates), "put a single one in brackets: [2021]")
    days = []
    for place, date in enumerate(dates):
        with naming_field(f"dates[{place}]"):
            days.append(to_period(date))
    assessments = (assess(plan, as_of=day, tolerance=tolerance, vintage=vintage, path=path) for day in days)
    return Timeline(plan=plan, assessments=tuple(assessments))
