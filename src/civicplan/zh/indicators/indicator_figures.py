"""The figures of one row: what each says and of which period it is. Nothing is guessed from the figures themselves."""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

from civicplan.model import Measure
from civicplan.model.target import CUMULATIVE
from civicplan.model.units import is_percent, is_same
from civicplan.tables.cells import Cell
from civicplan.tables.heading_words import Field
from civicplan.tables.headings import spans_years
from civicplan.values import Period
from civicplan.zh.indicators.assumptions import Notes
from civicplan.zh.indicators.column_roles import is_part
from civicplan.zh.indicators.default_unit import may_be_fall_in
from civicplan.zh.indicators.figure_notices import (
    BRACKETS,
    FALL_BEFORE,
    FALL_IN_UNITS,
    FALL_OF_PART,
    GROWTH_BY_NAME,
    GROWTH_OF_YEAR_OR_PLAN,
    GROWTH_OVER_YEARS,
    LEVEL_DUE,
    LEVEL_IN_UNITS,
    NO_MEASURE,
    OF_A_PART,
    OF_ONE_YEAR,
    OF_PART,
    PART_OR_SUM,
    RATE_OF_A_SHARE,
    TWO_MEASURES,
    UNIT_DIFFERS,
    YEAR_OR_PLAN,
)
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

#: The measures of figures over several years.


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

    @property
    def unit_of_fall(self) -> str | None:
        """The unit above the table, in which the fall may be that its name tells of."""
        return may_be_fall_in(self.row.unit_above, self.row.name.name, self.group) if self.unit is None else None


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
    is_over_years = measure in CUMULATIVE or (measure is Measure.GROWTH and _is_average(column, facts))
    if is_over_years and not cell.is_bracketed and column.period is not None and is_part(column.period):
        return Read(cell, measure, column.period, text)
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
    unit = facts.unit or facts.unit_of_fall or "%"
    is_fall_in_units = known.measure is Measure.REDUCTION and not is_percent(unit)
    if is_fall_in_units and column.measure is not Measure.GROWTH:
        notes.say(FALL_IN_UNITS, text, unit=unit)
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
    if fall and facts.unit_of_fall:
        notes.say(FALL_IN_UNITS, text, unit=facts.unit_of_fall)
        return None
    if fall and column.field is Field.BASELINE:
        notes.assume(FALL_BEFORE, text, word=fall)
        return Measure.REDUCTION
    flow = None if is_of_points(facts.unit) else total_word(name.words)
    if column.period is not None and is_part(column.period) and (fall or flow):
        return _of_part(text, column.period, flow, notes)
    if (fall or flow) and facts.plan.years == 1:
        measure = Measure.REDUCTION if fall else Measure.TOTAL
        notes.assume(OF_ONE_YEAR[measure], text, word=fall or flow)
        return measure
    if fall or flow:
        notes.say(YEAR_OR_PLAN, text)
        return None
    return Measure.LEVEL


def _of_part(text: str, period: Period, flow: str | None, notes: Notes) -> Measure | None:
    """Return what a figure of a flow or a fall is for a part of a year; the sum from January on is a total."""
    if flow is None:
        notes.say(FALL_OF_PART, text, period=period)
        return None
    if period.start_key != Period.of(period.start.year).start_key:
        notes.say(PART_OR_SUM, text, period=period)
        return None
    notes.assume(OF_PART, text, word=flow)
    return Measure.TOTAL


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
