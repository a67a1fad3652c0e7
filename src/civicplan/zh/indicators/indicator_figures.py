"""The figures of one row: what each says and of which period it is. Nothing is guessed from the figures themselves."""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

from civicplan.model import Measure
from civicplan.model.units import is_percent, is_same
from civicplan.tables.cells import Cell
from civicplan.tables.heading_words import Field
from civicplan.tables.headings import spans_years
from civicplan.values import Period
from civicplan.zh.indicators.assumptions import Assumption, Notes
from civicplan.zh.indicators.indicator_rows import Row
from civicplan.zh.language.column_headings import Column
from civicplan.zh.language.indicator_meanings import (
    Conflict,
    is_of_growth,
    is_of_points,
    level_word,
    measure_in_brackets,
    reduction_word,
    total_word,
)
from civicplan.zh.notices import Notice
from civicplan.zh.words.indicator_words import YEARLY

NO_MEASURE = Notice(
    "brackets-without-measure",
    "Square brackets may mean a total, a reduction or a change, and no listed word of the name says which; the figure "
    'is left out. Add it with measure="total", "reduction" or "change".',
)
TWO_MEASURES = Notice(
    "unclear-brackets",
    "In brackets, {first} means one thing and {second} another; the figure is left out. Add it with the measure "
    "that is meant.",
)
GROWTH_OVER_YEARS = Notice(
    "growth-over-years",
    "The figure in brackets may be the growth over the whole plan, which is no measure here; it is left out. Write the "
    "average growth per year.",
)
FALL_IN_UNITS = Notice(
    "unclear-reduction",
    "The figure in brackets may be a fall in {unit} or in percent; it is left out. Add it with "
    'measure="change" or "reduction".',
)
UNIT_DIFFERS = Notice(
    "unit-differs", "The figure is in {stated} where {expected} is expected; it is left out. Write it in {expected}."
)
YEAR_OR_PLAN = Notice(
    "year-or-plan",
    "The figure may be that of one year or of the whole plan; it is left out. Where it is of the whole plan, write it "
    "in square brackets, such as [20]; else add it with its year.",
)
GROWTH_OF_YEAR_OR_PLAN = Notice(
    "year-or-plan",
    "The figure may be the growth of one year, or that of each year of the plan on average; it is left out. Where it "
    "is the average, head its column with the plan, such as “十四五”完成情况; else add it with its year.",
)
RATE_OF_A_SHARE = Notice(
    "rate-of-a-share",
    "The figure stands in a column of growth, and the row is in {unit}, so that it may be a growth, a change in points "
    "or a level; it is left out. Add it with its measure.",
)
OF_A_PART = Notice(
    "figure-over-years",
    "The figure is one over several years, and its column is of {period}; it is left out. Add it with its years.",
)

BRACKETS = {
    Measure.TOTAL: Assumption(
        code="read-as-total",
        en="What stands in brackets is read as the total over the years, by the listed word {word}.",
        zh="方括号内的数按词表“{word}”读作各年累计数。",
    ),
    Measure.REDUCTION: Assumption(
        code="read-as-reduction",
        en="What stands in brackets is read as the reduction over the years in percent, by the listed word {word}.",
        zh="方括号内的数按词表“{word}”读作各年累计降低率（%）。",
    ),
    Measure.CHANGE: Assumption(
        code="read-as-change",
        en="What stands in brackets is read as the change over the years, by the listed word {word}.",
        zh="方括号内的数按词表“{word}”读作各年累计变化数。",
    ),
}
FALL_BEFORE = Assumption(
    code="read-as-reduction",
    en="The baseline is read as the reduction over the years before the plan in percent, by the listed word {word}.",
    zh="基期数按词表“{word}”读作规划期之前各年累计降低率（%）。",
)
LEVEL_IN_UNITS = Assumption(
    code="read-as-level",
    en="Figures without brackets are read as levels in {unit}, though the name speaks of a fall ({word}).",
    zh="名称虽有“{word}”，无方括号的数读作以{unit}计的水平。",
)
OF_ONE_YEAR = {
    measure: Assumption(
        code=f"read-as-{measure}",
        en=f"As the plan is of one year, figures are read as the {measure} over it, by the listed word {{word}}.",
        zh="规划期为一年，各数按词表“{word}”读作全年数。",
    )
    for measure in (Measure.TOTAL, Measure.REDUCTION)
}
GROWTH_BY_NAME = Assumption(
    code="read-as-growth",
    en="The figures are read as growth in percent a year, as the name ends in such a word.",
    zh="名称以增长一类的词结尾，各数读作增速（%）。",
)
LEVEL_DUE = Assumption(
    code="read-as-level",
    en="The figure in the column of growth is read as the level at the end of the plan, by the listed word {word}.",
    zh="增速栏内的数按词表“{word}”读作规划期末的水平。",
)

#: The measures of figures over several years.
OVER_YEARS = (Measure.TOTAL, Measure.REDUCTION, Measure.CHANGE)


@frozen(kw_only=True)
class Facts:
    """What is known of a row as a whole.

    Attributes:
        row: The row.
        unit: Its unit.
        plan: The plan period.
    """

    row: Row
    unit: str | None
    plan: Period

    @property
    def group(self) -> str | None:
        """The name of the indicator that it is a part of."""
        return self.row.group.words if self.row.group else None


class Read(NamedTuple):
    """A figure that is read.

    Attributes:
        cell: What it says.
        measure: What it is.
        period: What it is about; None for a target at the end of the plan, or over all of it.
        text: The cell as printed.
    """

    cell: Cell
    measure: Measure
    period: Period | None
    text: str


def read_figure(cell: Cell, text: str, column: Column, facts: Facts, notes: Notes) -> Read | None:
    """Return what a figure is; None, with a diagnostic, where neither its column nor a listed word says it.

    Args:
        cell: What the cell says.
        text: The cell.
        column: Its column.
        facts: What is known of its row.
        notes: Get what is to be known of it.
    """
    measure = _measure(cell, text, column, facts, notes)
    if measure is None:
        return None
    is_beside_rates = cell.is_bracketed and column.measure is Measure.GROWTH
    stated = cell.unit or (None if is_beside_rates else column.unit)  # the % of the heading is that of the rates
    expected = "%" if measure in (Measure.GROWTH, Measure.REDUCTION) else facts.unit
    if stated is not None and expected is not None and not _is_one_unit(stated, expected):
        notes.say(UNIT_DIFFERS, text, stated=stated, expected=expected)
        return None
    is_over_years = measure in OVER_YEARS or (measure is Measure.GROWTH and _is_average(column, facts))
    period = _over_years(column, facts) if is_over_years else _of_year(column, measure, facts)
    if isinstance(period, Notice):
        notes.say(period, text, period=column.period)
        return None
    return Read(cell, measure, period, text)


def _measure(cell: Cell, text: str, column: Column, facts: Facts, notes: Notes) -> Measure | None:
    if cell.is_bracketed or column.is_cumulative:
        return _in_brackets(text, column, facts, notes)
    if is_of_growth(facts.row.name.name):
        notes.assume(GROWTH_BY_NAME, text)
        return Measure.GROWTH
    if column.measure is Measure.GROWTH:
        return _in_rates(text, facts, notes)
    return _level(text, column, facts, notes)


def _in_brackets(text: str, column: Column, facts: Facts, notes: Notes) -> Measure | None:
    if is_of_growth(facts.row.name.name):
        notes.say(GROWTH_OVER_YEARS, text)
        return None
    known = measure_in_brackets(facts.row.name.words, facts.group, facts.unit)
    if known is None:
        notes.say(NO_MEASURE, text)
        return None
    if isinstance(known, Conflict):
        notes.say(TWO_MEASURES, text, first=known.first, second=known.second)
        return None
    is_fall_in_units = known.measure is Measure.REDUCTION and not is_percent(facts.unit or "%")
    if is_fall_in_units and column.measure is not Measure.GROWTH:
        notes.say(FALL_IN_UNITS, text, unit=facts.unit)
        return None
    notes.assume(BRACKETS[known.measure], text, word=known.word)
    return known.measure


def _in_rates(text: str, facts: Facts, notes: Notes) -> Measure | None:
    """Return what a figure without brackets in a column of growth is."""
    if word := level_word(facts.row.name.name):
        notes.assume(LEVEL_DUE, text, word=word)
        return Measure.LEVEL
    if reduction_word(facts.row.name.name, facts.group):
        notes.say(YEAR_OR_PLAN, text)
        return None
    if is_of_points(facts.unit):
        notes.say(RATE_OF_A_SHARE, text, unit=facts.unit)
        return None
    return Measure.GROWTH


def _level(text: str, column: Column, facts: Facts, notes: Notes) -> Measure | None:
    """Return what a figure without brackets in a column of levels is."""
    name, fall = facts.row.name, reduction_word(facts.row.name.name, facts.group)
    if fall and not is_percent(facts.unit or "%"):
        notes.assume(LEVEL_IN_UNITS, text, unit=facts.unit, word=fall)
        return Measure.LEVEL
    if fall and column.field is Field.BASELINE:
        notes.assume(FALL_BEFORE, text, word=fall)
        return Measure.REDUCTION
    flow = None if is_of_points(facts.unit) else total_word(name.words)
    if (fall or flow) and facts.plan.years == 1:
        measure = Measure.REDUCTION if fall else Measure.TOTAL
        notes.assume(OF_ONE_YEAR[measure], text, word=fall or flow)
        return measure
    if fall or flow:
        notes.say(YEAR_OR_PLAN, text)
        return None
    return Measure.LEVEL


def _is_one_unit(stated: str, expected: str) -> bool:
    return is_same(stated, expected) or (is_percent(stated) and is_percent(expected))


def _over_years(column: Column, facts: Facts) -> Period | Notice | None:
    """Return the years of a figure over several years: those of the plan, of the plan before, or up to a year of it."""
    period, plan = column.period, facts.plan
    if column.field is Field.BASELINE:
        years = plan.years
        if years is None or (period is not None and period != plan.year_before):
            return OF_A_PART
        return Period.parse(f"{plan.start.year - years}/{plan.start.year - 1}")
    if period is None or period in (plan, plan.last_year):
        return None if column.field is Field.TARGET else plan
    if spans_years(period):
        return period
    is_of_the_plan = column.field is Field.ACTUAL and period.is_calendar_year
    return Period.parse(f"{plan.start.year}/{period.start.year}") if is_of_the_plan else OF_A_PART


def _is_average(column: Column, facts: Facts) -> bool:
    """Return whether a growth is that of each year of the plan on average, as its heading says."""
    is_of_plan = column.period is None or column.period == facts.plan
    return column.is_over_years or (column.measure is None and column.field is not Field.BASELINE and is_of_plan)


def _may_be_average(column: Column, facts: Facts) -> bool:
    """Return whether a growth in a column of one year may be that of each year of the plan on average."""
    if facts.plan.years == 1:
        return False
    is_at_end = column.period in (None, facts.plan, facts.plan.last_year) or column.field is Field.TARGET
    return is_at_end or any(word in facts.row.name.words for word in YEARLY)


def _of_year(column: Column, measure: Measure, facts: Facts) -> Period | Notice | None:
    """Return the year of a level, or of a growth of one year."""
    period, plan = column.period, facts.plan
    if measure is Measure.GROWTH and column.measure is None:
        return GROWTH_OF_YEAR_OR_PLAN if _may_be_average(column, facts) else period
    if measure is Measure.GROWTH and column.field is Field.TARGET:
        return period
    if column.field is not Field.TARGET:
        return plan.last_year if period is None or period == plan else period
    return None if period in (None, plan, plan.last_year) else period
