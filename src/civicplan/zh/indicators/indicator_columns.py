"""What the columns of a table of indicators hold, once the years of its plan are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from attrs import frozen

from civicplan.reading import Diagnostic, Reading
from civicplan.tables.heading_words import VALUE_FIELDS, Field
from civicplan.tables.headings import spans_years
from civicplan.values import Period
from civicplan.zh.document import TextRow
from civicplan.zh.indicators.column_roles import Setting, is_part, with_roles
from civicplan.zh.language.column_headings import (
    Column,
    column_of,
    dated,
    is_of_part,
    plans_in,
    single_years_in,
    years_in,
)
from civicplan.zh.layout.adding_up import Check, Growth, Share
from civicplan.zh.layout.declared import declared, is_percent_done
from civicplan.zh.layout.placing import Holds
from civicplan.zh.notices import Notice

NO_PLAN = Notice(
    "no-plan-period",
    "Neither the title nor the headings say which years the plan is for, so that nothing of the table is read; say "
    'period="2021/2025".',
)
PLAN_FROM_YEARS = Notice(
    "period-inferred",
    "The plan is taken to run from {plan}, as the table has baselines of {baseline} and targets for {target}; say "
    'period="2021/2025" if it runs otherwise.',
    left_out=False,
)
PLAN_OF_YEAR = Notice(
    "period-inferred",
    'The plan is taken to be one for {plan} alone, the last year that the table names; say period="2021/2025" if it is '
    "another one.",
    left_out=False,
)
UNKNOWN_HEADING = Notice(
    "unknown-column",
    "The column {heading} is not read, as no word of its heading is known here. Where it holds targets or actuals, "
    "write 规划目标 or 完成情况 with the year, such as 2025年目标.",
)
NO_YEAR = Notice(
    "part-without-year",
    "Nothing says of which year {heading} is; the column is not read. Write the year into its heading or the title.",
)
NO_HEADING = Notice("column-without-heading", "Column {place} has no heading; it is not read. Write one above it.")
TWO_COLUMNS = Notice(
    "two-columns",
    "A column of the same sort stands before {heading}, so that this one is not read. Leave one of them out.",
)
#: What the cells of a column can be, by what its heading says; those of any other column may be anything.
HOLDS = {
    Field.CATEGORY: Holds.CATEGORY,
    Field.NUMBER: Holds.ORDER,
    Field.NAME: Holds.NAME,
    Field.UNIT: Holds.UNIT,
    Field.NATURE: Holds.NATURE,
    Field.BASELINE: Holds.VALUE,
    Field.ACTUAL: Holds.VALUE,
}
#: Headings of self-evaluations, whose targets are those of a project.
_POINTS = ("分值", "得分", "权重", "评分")
_SINGLE = (Field.NUMBER, Field.CATEGORY, Field.UNIT, Field.NATURE)


@frozen(kw_only=True)
class Columns:
    """The columns of a table that are read, and the plan that they are about.

    Attributes:
        plan: The plan period.
        names: The places of the columns of names: of a name, and of the name of a part of it.
        words: The place of each other column of words.
        values: The columns of figures, with their roles.
        headings: The headings of all columns.
    """

    plan: Period
    names: tuple[int, ...]
    words: dict[Field, int]
    values: tuple[Column, ...]
    headings: tuple[str, ...]

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return len(self.headings)

    @property
    def read(self) -> frozenset[int]:
        """The places of the columns that are read."""
        return frozenset((*self.names, *self.words.values(), *(column.position for column in self.values)))

    @property
    def holds(self) -> tuple[Holds, ...]:
        """What the cells of each column can be."""
        known = {place: HOLDS[field] for field, place in self.words.items()}
        known |= dict.fromkeys(self.names, Holds.NAME)
        known |= {column.position: HOLDS.get(column.field, Holds.TARGET) for column in self.values}
        return tuple(known.get(place, Holds.TARGET) for place in range(self.width))

    @property
    def holds_with_words(self) -> tuple[Holds, ...]:
        """What the cells of each column can be where words stand in the place of a figure."""
        return tuple(Holds.TARGET if holds is Holds.VALUE else holds for holds in self.holds)

    @property
    def checks(self) -> tuple[Check, ...]:
        """The arithmetic that rows keep, as the headings declare it: rates of growth, percentages done, and sums."""
        growths = (self._growths(Field.TARGET), self._growths(Field.ACTUAL))
        return (*chain(*growths), *self._percents_done(), *declared(self.headings))

    def unread_figures(self, row: TextRow) -> Iterator[str]:
        """Yield the cells of a row in columns of figures that are not read."""
        for place, (heading, text) in enumerate(zip(self.headings, row.texts, strict=False)):
            column = None if place in self.read else column_of(heading, place)
            if column is not None and column.field in VALUE_FIELDS:
                yield text

    def _levels(self, field: Field) -> list[Column]:
        return [column for column in self.values if column.field is field and not column.measure]

    def _percents_done(self) -> Iterator[Check]:
        """Yield that the actual comes to the printed percentage of the target, where one column is of each."""
        percents = [place for place, heading in enumerate(self.headings) if is_percent_done(heading)]
        targets, actuals = self._levels(Field.TARGET), self._levels(Field.ACTUAL)
        if len(percents) == len(targets) == len(actuals) == 1:
            yield Share(part=actuals[0].position, whole=targets[0].position, percent=percents[0])

    def _growths(self, field: Field) -> Iterator[Check]:
        """Yield that from the baseline the printed rate leads to the level beside it."""
        starts, ends = self._levels(Field.BASELINE), self._levels(field)
        rates = [column for column in self.values if column.field is field and column.measure and column.is_over_years]
        if len(starts) == len(ends) == len(rates) == 1 and self.plan.years:
            places = {"start": starts[0].position, "end": ends[0].position, "rate": rates[0].position}
            yield Growth(**places, years=self.plan.years)


def columns_of(headings: Sequence[str], title: str, line: int, period: Period | None = None) -> Reading[Columns | None]:
    """Return what the columns of a table hold; None, with a diagnostic, where nothing says which plan it is of.

    Args:
        headings: The heading of each column.
        title: The title of the table; its ordinal, such as “十四五”, says which plan it is.
        line: The line of the headings.
        period: The plan period, where it is known.
    """
    year = _year(title, period)
    found = [column for place, text in enumerate(headings) if (column := column_of(text, place, year)) is not None]
    noticed = list(_not_read(headings, found, line))
    plan = _plan(found, title, line) if period is None else Reading(value=period)
    noticed += plan.diagnostics
    if plan.value is None:
        return Reading(value=None, diagnostics=noticed)
    setting = Setting(plan=plan.value, columns=found, title=title, line=line)
    values = [column for column in found if column.field in VALUE_FIELDS]
    columns = Columns(
        plan=plan.value,
        names=tuple(_names(headings, found)),
        words=_words(found, line, noticed),
        values=tuple(with_roles(values, setting, noticed)),
        headings=tuple(headings),
    )
    return Reading(value=columns, diagnostics=noticed)


def has_figures(headings: Sequence[str], title: str = "", *, has_period: bool = False) -> bool:
    """Return whether headings are those of a table of indicators: of names, and of baselines, targets or years.

    Args:
        headings: The headings.
        title: The title of the table.
        has_period: Whether the plan period is known, so that no heading need name a year; points are of no plan.

    >>> has_figures(["指标", "2020年", "2025年"]), has_figures(["指标", "基期值", "目标值"])
    (True, True)
    >>> has_figures(["指标", "目标值"]), has_figures(["指标", "目标值"], "“十四五”指标")
    (False, True)
    >>> has_figures(["指标", "目标值", "实际值", "得分"], has_period=True)
    False
    """
    found = [column for place, text in enumerate(headings) if (column := column_of(text, place)) is not None]
    values = [column for column in found if column.field in (Field.BASELINE, Field.TARGET, Field.ACTUAL)]
    is_told = any(column.period is not None or column.measure is not None for column in values)
    is_planned = has_period or bool(plans_in(title) or years_in(title)) or len({column.field for column in values}) > 1
    is_of_targets = is_planned and any(column.field is Field.TARGET for column in values)
    is_of_parts = any(map(is_of_part, headings))
    is_of_points = any(word in text for text in headings for word in _POINTS)
    is_of_plan = is_told or ((is_of_targets or is_of_parts) and not is_of_points)
    return any(column.field is Field.NAME for column in found) and is_of_plan


def _names(headings: Sequence[str], found: Sequence[Column]) -> Iterator[int]:
    """Yield the place of the column of names, and those of the columns without heading right behind it."""
    first = next((column.position for column in found if column.field is Field.NAME), None)
    if first is None:
        return
    yield first
    for place in range(first + 1, len(headings)):
        if headings[place].strip() and headings[place] != headings[first]:
            return
        yield place


def _not_read(headings: Sequence[str], found: Sequence[Column], line: int) -> Iterator[Diagnostic]:
    """Say which headings are not understood."""
    known = {column.position for column in found} | set(_names(headings, found))
    for place, text in enumerate(headings):
        if place not in known and not text.strip():
            yield NO_HEADING.at(line, place=place + 1)
        elif place not in known:
            yield (NO_YEAR if is_of_part(text) else UNKNOWN_HEADING).at(line, text, heading=text)


def _words(found: Sequence[Column], line: int, noticed: list[Diagnostic]) -> dict[Field, int]:
    words: dict[Field, int] = {}
    for column in found:
        if column.field in _SINGLE and column.field in words:
            noticed.append(TWO_COLUMNS.at(line, column.text, heading=column.text))
        elif column.field in _SINGLE:
            words[column.field] = column.position
    return words


def _year(title: str, period: Period | None) -> int | None:
    """Return the year of headings that leave it out: the only one of the title, or that of a plan of one year."""
    if period is not None and period.is_calendar_year:
        return period.start.year
    years = set(single_years_in(title))
    return years.pop() if len(years) == 1 and years_in(title) is None else None


def _plan(found: Sequence[Column], title: str, line: int) -> Reading[Period | None]:
    """Return the plan that the title names, if the years of the headings fit it, else the one that they make."""
    named = plans_in(title)
    years = [column.period for column in found if column.period is not None and column.period.is_calendar_year]
    fitting = [plan for plan in named if not years or any(_touches(plan, year) for year in years)]
    if len(fitting) == 1:
        return Reading(value=fitting[0])
    spans = {column.period for column in found if column.period is not None and column.field is Field.TARGET}
    spans = {period for period in spans if spans_years(period)}
    if not named and len(spans) == 1:
        return Reading(value=spans.pop())
    return _plan_of_years(found, years, "" if named else title, line)


def _plan_of_years(found: Sequence[Column], years: Sequence[Period], title: str, line: int) -> Reading[Period | None]:
    """Return the plan that the years of the headings, of their parts, or of the title make."""
    first, last = min(years, key=_end, default=None), max(years, key=_end, default=None)
    if first is not None and last is not None and first != last:
        plan = first.until(last)
        said = PLAN_FROM_YEARS.at(line, title, plan=plan, baseline=first, target=last)
        return Reading(value=plan, diagnostics=(said,))
    stated = years_in(title)
    if stated is not None and (first is None or _touches(stated, first)):
        return Reading(value=stated)
    whole = {Period.of(column.period.end.year) for column in found if column.period is not None and _has_part(column)}
    if not whole and not years and (year := _year(title, None)) and all(map(_may_be_of_year, found)):
        whole = {Period.of(year)}
    latest = max(whole, key=_end, default=None)
    if latest is not None and whole <= {latest, latest.year_before} and whole.issuperset(years):
        return Reading(value=latest, diagnostics=(PLAN_OF_YEAR.at(line, title, plan=latest),))
    return Reading(value=None, diagnostics=(NO_PLAN.at(line, title),))


def _has_part(column: Column) -> bool:
    """Return whether a column is of a part of a year, or of 全年, which stands beside such parts."""
    return column.period is not None and (
        is_part(column.period) or dated(column.text, column.period.end.year) != column.text
    )


def _may_be_of_year(column: Column) -> bool:
    """Return whether a column may be one of a table of one year: one of baselines is of a plan of any length."""
    return column.field is not Field.BASELINE and not column.is_over_years


def _end(period: Period) -> tuple[int, int]:
    return period.end_key


def _touches(plan: Period, year: Period) -> bool:
    return year == plan.last_year or (year.lies_in(plan) or year == plan.year_before)
