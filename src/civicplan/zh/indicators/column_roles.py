"""Whether the figures of a column are baselines, targets or actuals: by its heading, its year and the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from civicplan.reading import Diagnostic
from civicplan.render import reading_notes
from civicplan.render.message import fill, in_all_languages
from civicplan.tables.heading_words import Field
from civicplan.tables.headings import spans_years
from civicplan.values import Period
from civicplan.zh.language.column_headings import Column, single_years_in, years_in
from civicplan.zh.notices import Notice
from civicplan.zh.words.indicator_words import FORECASTS, INTERIM, PLANNING, REVIEWING

BEYOND_PLAN = Notice(
    "beyond-plan", "The column {heading} is of {period}, which lies outside the plan for {plan}; it is not read."
)
UNCLEAR_COLUMN = Notice(
    "unclear-column",
    "Nothing says whether the figures under {heading} are targets or actuals; the column is not read. Write "
    "规划目标 or 完成情况 into its heading.",
)
NO_PERIOD = Notice(
    "column-without-year",
    "Nothing says of which year the actuals under {heading} are; the column is not read. Write the year into its "
    "heading, such as 2025年{heading}, or the plan, such as “十四五”{heading}.",
)
FORECAST = Notice(
    "forecast",
    "The figures under {heading} are forecasts, and neither actuals nor targets; the column is not read. Write 实际 or "
    "目标 into its heading if they are what was reached, or what is promised.",
)
UNDER_WAY = Notice(
    "plan-under-way",
    "The actuals under {heading} are over several years, and the title or the other headings speak of a time before "
    "the last year of the plan; the column is not read. Write its years into its heading, such as 2021—2025年.",
)
TARGET_BY_YEAR = Notice(
    "target-by-year",
    "The column is read as one of targets, as {period} is the last year of the plan for {plan}.",
    left_out=False,
)
BASELINE_BY_YEAR = Notice(
    "baseline-by-year",
    "The column is read as one of baselines, as {period} is before the plan for {plan}.",
    left_out=False,
)
TARGET_BY_RATE = Notice(
    "target-by-rate",
    "The column is read as one of targets over the plan for {plan}, as no heading of the table speaks of actuals.",
    left_out=False,
)

TARGET_BY_TITLE = Notice(
    "target-by-title",
    "The column is read as one of targets for {period}, as the title speaks last of what is planned.",
    left_out=False,
)
ACTUAL_BY_TITLE = Notice(
    "actual-by-title",
    "The column is read as one of actuals of {period}, as the title speaks last of what was reached.",
    left_out=False,
)
BASELINE_BY_WORD = Notice(
    "baseline-by-word",
    "The column is read as one of baselines of {period}, the year before the plan for {plan}, as no other column is of "
    "then or of what was reached. Write the year into its heading if it is another one.",
    left_out=False,
)
ACTUAL_OF_YEAR = Notice(
    "actual-of-plan-year",
    "The actuals are taken to be those of {period}, the only year of the plan. Write the time into the heading if they "
    "are of a part of it.",
    left_out=False,
)

#: The word for how things stood when a plan was made, where nothing else in its table says so.
_STANDING = "现状"
#: The word for what was reached, which holds beside a title of forecasts.
_REACHED = "实际"

#: The words of titles that say what figures of parts of a year are; the last of them decides.
_LAST_WORDS = {Field.TARGET: PLANNING, Field.ACTUAL: REVIEWING}


@frozen(kw_only=True)
class Setting:
    """What decides what a column is whose heading does not say it.

    Attributes:
        plan: The plan period.
        columns: All columns whose headings are understood.
        title: The title of the table.
        line: The line of the headings.
    """

    plan: Period
    columns: Sequence[Column]
    title: str
    line: int

    @property
    def role(self) -> Field | None:
        """Whether the title speaks last of targets or of what was reached; None where it speaks of neither."""
        ends = {field: max(map(self.title.rfind, words)) for field, words in _LAST_WORDS.items()}
        last = max(ends, key=lambda field: ends[field])
        return last if ends[last] >= 0 else None

    @property
    def is_review(self) -> bool:
        """Whether the title tells of what was reached."""
        return any(word in self.title for word in REVIEWING)


def with_roles(values: Iterable[Column], setting: Setting, noticed: list[Diagnostic]) -> Iterator[Column]:
    """Yield the columns of figures that can be read, each as one of baselines, targets or actuals.

    Args:
        values: The columns of figures.
        setting: What decides.
        noticed: Gets what is to be known of them.
    """
    for column in values:
        read = _as_reached(column, _with_role(column, setting), setting)
        if isinstance(read, Notice):
            words = {"heading": column.text, "period": column.period, "plan": setting.plan}
            noticed.append(read.at(setting.line, column.text, **words))
            continue
        said = _by_year(read) if column.is_open else _by_word(column, read)
        if said is not None:
            noticed.append(said.at(setting.line, column.text, period=read.period, plan=setting.plan))
        yield evolve(read, is_open=False)


def _as_reached(column: Column, read: Column | Notice, setting: Setting) -> Column | Notice:
    """Return a column, or why its figures are forecasts, or no actuals of all the years that its heading says."""
    if isinstance(read, Notice):
        return FORECAST if read in (NO_PERIOD, UNCLEAR_COLUMN) and _is_forecast(column.text) else read
    if read.field is not Field.ACTUAL and not read.is_open:
        return read
    if read.period is not None and read.period.end_key <= setting.plan.start_key:
        return read
    if _is_forecast(read.text) or (_is_forecast(setting.title) and _REACHED not in read.text):
        return FORECAST
    is_of_plan = (
        read.field is Field.ACTUAL
        and read.is_over_years
        and read.period in (None, setting.plan)
        and years_in(read.text) is None
    )
    return UNDER_WAY if is_of_plan and _is_under_way(setting) else read


def _is_under_way(setting: Setting) -> bool:
    """Return whether the title, or the years of the columns of actuals, say that the plan was not over."""
    plan = setting.plan
    named = [Period.of(year) for year in single_years_in(setting.title)]
    named = [year for year in named if year.lies_in(plan)]
    if any(word in setting.title for word in INTERIM):
        return True
    if named:
        return plan.last_year not in named
    levels = [column for column in setting.columns if column.field is Field.ACTUAL and not column.is_over_years]
    reads = (_with_role(column, setting) for column in levels)
    reached = [read.period for read in reads if isinstance(read, Column) and read.field is Field.ACTUAL]
    within = [column.period for column in levels if column.period is not None and column.period.lies_in(plan)]
    return plan.last_year not in reached and any(period != plan.last_year for period in within)


def _is_forecast(text: str) -> bool:
    return any(word in text for word in FORECASTS)


def is_part(period: Period) -> bool:
    """Return whether a period is shorter than a year.

    >>> is_part(Period.parse("2024-H1")), is_part(Period.parse("2024"))
    (True, False)
    """
    return not period.is_calendar_year and not spans_years(period)


def _by_year(column: Column) -> Notice | None:
    """Return what is said of a column whose role was not in its heading."""
    if column.field is Field.BASELINE:
        return BASELINE_BY_YEAR
    if column.period is not None and is_part(column.period):
        return TARGET_BY_TITLE if column.field is Field.TARGET else ACTUAL_BY_TITLE
    if column.field is Field.TARGET:
        return TARGET_BY_RATE if column.is_over_years else TARGET_BY_YEAR
    return None


def _by_word(column: Column, read: Column) -> Notice | None:
    """Return what is said of a column whose period was not in its heading."""
    if read.note is not None:
        return BASELINE_BY_WORD
    return ACTUAL_OF_YEAR if read.field is Field.ACTUAL and read.period != column.period else None


def _with_role(column: Column, setting: Setting) -> Column | Notice:
    period, plan = column.period, setting.plan
    if period is not None and is_part(period) and period.end_key <= plan.start_key:
        return BEYOND_PLAN
    if period is not None and spans_years(period) and period != plan:
        is_earlier = period.end_key <= plan.start_key and column.measure is not None
        return evolve(column, field=Field.ACTUAL) if is_earlier else BEYOND_PLAN
    if period is not None and period.end_key > plan.end_key:
        return BEYOND_PLAN
    if column.is_open and period is not None and is_part(period):
        return UNCLEAR_COLUMN if setting.role is None else evolve(column, field=setting.role)
    if column.is_open:
        return _opened(column, setting)
    if period is not None and period.end_key <= plan.start_key:
        return _before(column)
    if column.field is Field.ACTUAL and period is None and not column.is_over_years:
        return _standing(column, setting) or _of_year(column, setting) or NO_PERIOD
    if column.field is Field.BASELINE:
        return evolve(column, period=period or plan.year_before)
    return column


def _standing(column: Column, setting: Setting) -> Column | None:
    """Return the column of 现状值 as one of baselines, where no other one is, and none is of what was reached."""
    year = setting.plan.year_before
    others = [other for other in setting.columns if other is not column and other.field is not Field.TARGET]
    is_alone = not any(other.field in (Field.BASELINE, Field.ACTUAL) for other in others)
    if _STANDING not in column.text or column.measure is not None or setting.is_review or year is None or not is_alone:
        return None
    note = in_all_languages(fill(reading_notes.BASELINE, heading=column.text, period=year))
    return evolve(column, field=Field.BASELINE, period=year, note=note)


def _of_year(column: Column, setting: Setting) -> Column | None:
    """Return the column of actuals of a plan of one year as one of that year, unless the title speaks of a part."""
    is_whole = setting.plan.is_calendar_year and not any(word in setting.title for word in INTERIM)
    return evolve(column, period=setting.plan) if is_whole else None


def _before(column: Column) -> Column | Notice:
    """Return a column of a year before the plan: actuals of then are what the plan starts from."""
    return BEYOND_PLAN if column.field is Field.TARGET else evolve(column, field=Field.BASELINE)


def _opened(column: Column, setting: Setting) -> Column | Notice:
    """Return a column whose heading is a year or a rate and nothing else, in the role that the other columns leave."""
    period, plan = column.period, setting.plan
    if period is not None and period.end_key <= plan.start_key:
        return evolve(column, field=Field.BASELINE)
    if not column.is_over_years and period not in (plan, plan.last_year):
        return UNCLEAR_COLUMN
    others = [other for other in setting.columns if other is not column and _is_like(other, column)]
    roles = {other.field for other in others if not other.is_open}
    if roles == {Field.TARGET} and period == plan.last_year and not column.is_over_years:
        return evolve(column, field=Field.ACTUAL)  # a bare year is the heading of actuals
    reached = [other for other in setting.columns if other.field is Field.ACTUAL and not other.is_open]
    if column.is_over_years and any(other.period is None or other.period.lies_in(plan) for other in reached):
        return UNCLEAR_COLUMN
    if any(other.is_open for other in others) or (setting.is_review and Field.ACTUAL not in roles):
        return UNCLEAR_COLUMN
    return UNCLEAR_COLUMN if Field.TARGET in roles else evolve(column, field=Field.TARGET)


def _is_like(one: Column, other: Column) -> bool:
    """Return whether two columns are of the same kind of figures, such as levels or averages, in the plan."""
    kinds = [(column.is_over_years, column.measure) for column in (one, other)]
    if one.field not in (Field.TARGET, Field.ACTUAL) or kinds[0] != kinds[1]:
        return False
    return one.period is None or other.period is None or one.period == other.period
