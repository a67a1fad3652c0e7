"""The figures of one indicator: their measure, their unit, their period, and the sign of its targets.

What decides a verdict is stated by the table or by the user. Where nothing states it, a figure is left out and said.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from attrs import frozen

from civicplan.model import Measure
from civicplan.model.target import CUMULATIVE, IN_UNITS
from civicplan.model.units import is_percent, is_same
from civicplan.reading import Diagnostic
from civicplan.tables.cells import Cell
from civicplan.tables.drafts import RawFigure
from civicplan.tables.heading_words import Field
from civicplan.tables.said import left_out, quoted
from civicplan.values import Bound, Figure, Period

#: The measures that are printed in square brackets: each is of several years at once.
#: The measures that a level gives together with an earlier one, and beside which levels are printed.
_FROM_LEVELS = frozenset({Measure.GROWTH, Measure.REDUCTION, Measure.CHANGE})
_AVERAGE_WORDS = '"average annual growth"'


class ReadFigure(NamedTuple):
    """A figure whose measure and period are known; a target may lack its sign.

    Attributes:
        raw: The figure as it stands.
        printed: The figure or the bound; None for a target in words.
        measure: What it says.
        period: What it is about; None for a target that is due at the end of the plan.
    """

    raw: RawFigure
    printed: Figure | Bound | None
    measure: Measure
    period: Period | None


@frozen(kw_only=True)
class RowFacts:
    """What is stated of the figures of an indicator as a whole.

    Attributes:
        plan: The plan period.
        measure: The measure that the user states for all rows that state none.
        unit: Its unit; None where no cell or heading of units says one.
    """

    plan: Period
    measure: Measure | None
    unit: str | None


def read_figures(figures: Iterable[RawFigure], facts: RowFacts, noticed: list[Diagnostic]) -> tuple[ReadFigure, ...]:
    """Return the figures with their measures and periods.

    Args:
        figures: The figures as they stand.
        facts: What is stated of all of them.
        noticed: Gets a diagnostic for each that is left out.
    """
    known = [_as_the_row_says(figure) for figure in figures]
    beside = _Beside.of(known)
    measured = [_measured(figure, facts, beside) for figure in known]
    noticed += [read for read in measured if isinstance(read, Diagnostic)]
    return tuple(read for read in measured if isinstance(read, ReadFigure))


class _Beside(NamedTuple):
    """The rows in which a figure may stand beside others that tell what it is.

    Attributes:
        brackets: Those with a figure in brackets.
        levels: Those with a baseline without brackets, which is a level.
    """

    brackets: frozenset[int]
    levels: frozenset[int]

    @classmethod
    def of(cls, figures: Iterable[RawFigure]) -> _Beside:
        """Return the rows of these figures."""
        known = [figure for figure in figures if figure.cell is not None]
        brackets = (figure.row for figure in known if figure.cell and figure.cell.is_bracketed)
        starts = (figure for figure in known if figure.kind is Field.BASELINE and not figure.is_row)
        levels = (figure.row for figure in starts if figure.cell and not figure.cell.is_bracketed)
        return cls(frozenset(brackets), frozenset(levels))


def _measured(figure: RawFigure, facts: RowFacts, beside: _Beside) -> ReadFigure | Diagnostic:
    """Return a figure with its measure and its period.

    Args:
        figure: The figure as it stands.
        facts: What is stated of all figures of the indicator.
        beside: What stands beside it.
    """
    if figure.cell is None:
        return ReadFigure(figure, None, Measure.LEVEL, figure.period)
    if _is_against_the_row(figure):
        return _left(figure, "measure-against-row", stated=figure.measure, measure=figure.row_measure)
    if figure.cell.is_bracketed:
        return _bracketed(figure, figure.cell, facts)
    if _may_be_a_level(figure, facts, beside):
        words = {"kind": figure.kind, "period": figure.period, "heading": quoted(figure.column.text)}
        return _left(figure, "level-or-change", measure=figure.row_measure or facts.measure, **words)
    measure = figure.measure or _measure_of_the_row(figure, facts)
    if _is_cumulative_heading(figure):
        return _over_years(figure, figure.cell, measure, facts)
    if figure.kind is Field.TARGET and measure is not Measure.LEVEL and _is_of_a_part(figure, facts.plan):
        return _target_of_a_part(figure, figure.cell, measure, facts)
    return ReadFigure(figure, figure.cell.printed, measure, figure.period)


def _as_the_row_says(figure: RawFigure) -> RawFigure:
    """Return a figure without the measure that the user states for its column where the row states what it is.

    A level for a whole column answers for the rows of growth, reductions and changes: a yearly figure in a row of
    totals is a part of the total all the same, and one in brackets what the row says.
    """
    is_of_row = figure.row_measure is Measure.TOTAL or (
        figure.row_measure in CUMULATIVE and figure.cell is not None and figure.cell.is_bracketed
    )
    is_for_all = figure.column.is_for_all and figure.measure is Measure.LEVEL
    return figure._replace(measure=None, is_period_given=False) if is_for_all and is_of_row else figure


def _is_against_the_row(figure: RawFigure) -> bool:
    """Return whether the user states another measure for the column than the row does, which no level explains."""
    if not figure.column.is_for_all or figure.row_measure is None or figure.measure in (None, figure.row_measure):
        return False
    return figure.measure is not Measure.LEVEL or figure.row_measure not in _FROM_LEVELS


def _may_be_a_level(figure: RawFigure, facts: RowFacts, beside: _Beside) -> bool:
    """Return whether a figure in a row of growth, reductions or changes may be a level all the same.

    It may where another figure of the row has brackets and this one has none, and an actual may where the baseline is a
    level or the growth an average over years. A yearly figure beside a total is a part of it. What the user states for
    all rows may have been meant for the figures in brackets alone, in whichever row they stand.
    """
    stated = figure.row_measure or facts.measure
    if figure.measure is not None or figure.kind is Field.BASELINE or stated not in _FROM_LEVELS:
        return False
    is_of_all = figure.row_measure is None
    if figure.is_row and not is_of_all:
        return False
    has_brackets = bool(beside.brackets) if is_of_all else figure.row in beside.brackets
    has_level = bool(beside.levels) if is_of_all else figure.row in beside.levels
    return has_brackets or (figure.kind is Field.ACTUAL and (has_level or figure.is_average))


def _measure_of_the_row(figure: RawFigure, facts: RowFacts) -> Measure:
    """Return what the row states; a baseline is the level that the plan starts from, unless it has a row of its own."""
    if figure.kind is Field.BASELINE and not figure.is_row:
        return Measure.LEVEL
    return figure.row_measure or facts.measure or Measure.LEVEL


def _is_cumulative_heading(figure: RawFigure) -> bool:
    """Return whether the words of a heading say that its figures are over several years."""
    column = figure.column
    is_cumulative = column.measure in CUMULATIVE or column.is_average
    is_of_rows = column.is_given and column.period is None and figure.period is not None
    return is_cumulative and not column.is_period_given and not is_of_rows


def _is_of_a_part(figure: RawFigure, plan: Period) -> bool:
    return figure.period is not None and figure.period != plan and not figure.is_period_given


def _target_of_a_part(figure: RawFigure, cell: Cell, measure: Measure, facts: RowFacts) -> ReadFigure | Diagnostic:
    """Return a target under a heading or in a row of one year, where the words say that it is over the whole plan."""
    if measure is Measure.GROWTH and figure.is_average and _is_at_the_end(figure, facts.plan):
        return ReadFigure(figure, cell.printed, measure, None)
    is_of_row = figure.column.period is None
    if measure is Measure.GROWTH and is_of_row:
        return ReadFigure(figure, cell.printed, measure, figure.period)
    words = {"plan": facts.plan, "period": figure.period, "heading": quoted(figure.column.text)}
    if measure is Measure.GROWTH:
        return _left(figure, "growth-of-one-year", average=_AVERAGE_WORDS, **words)
    return _left(figure, "total-of-one-row" if is_of_row else "total-of-one-year", measure=measure, **words)


def _is_at_the_end(figure: RawFigure, plan: Period) -> bool:
    return figure.period == plan.last_year


def _bracketed(figure: RawFigure, cell: Cell, facts: RowFacts) -> ReadFigure | Diagnostic:
    """Return a figure in square brackets, which is over several years, in the measure that is stated for it."""
    measure = figure.measure or figure.row_measure or facts.measure
    if measure is None:
        return _left(figure, "brackets-without-measure")
    if measure not in CUMULATIVE:
        return _left(figure, "brackets-against-measure", measure=measure)
    return _over_years(figure, cell, measure, facts)


def _over_years(figure: RawFigure, cell: Cell, measure: Measure, facts: RowFacts) -> ReadFigure | Diagnostic:
    """Return a cumulative figure: over the years that are named, or over the plan where its last year is."""
    period = figure.period
    is_named_by_row = figure.is_period_given and figure.column.period is None
    if period is None or is_named_by_row or not _is_one_year(period):
        return ReadFigure(figure, cell.printed, measure, period)
    if figure.kind is not Field.BASELINE and (period == facts.plan or _is_at_the_end(figure, facts.plan)):
        return ReadFigure(figure, cell.printed, measure, None if figure.kind is Field.TARGET else facts.plan)
    if figure.kind is Field.BASELINE:
        return _left(figure, "brackets-of-a-baseline")
    where = "its row" if figure.column.period is None else "the heading"
    words = {"where": where, "period": period, "start": facts.plan.start.year, "end": period}
    return _left(figure, "brackets-of-one-year", **words)


def _is_one_year(period: Period) -> bool:
    return period.years == 1 or period == period.last_unit


def in_one_unit(
    figures: Iterable[ReadFigure], facts: RowFacts, noticed: list[Diagnostic]
) -> tuple[tuple[ReadFigure, ...], str | None]:
    """Return the figures that are in the unit of the indicator, and that unit, which the cells themselves may state.

    Args:
        figures: The figures with their measures.
        facts: What is stated of all of them.
        noticed: Gets a diagnostic for each that is left out.
    """
    sound = [figure for figure in figures if _has_sound_unit(figure, noticed)]
    in_units = [figure for figure in sound if figure.measure in IN_UNITS and figure.printed is not None]
    if facts.unit is not None:
        return tuple(figure for figure in sound if _is_in(facts.unit, figure, noticed)), facts.unit
    units = list(dict.fromkeys(unit for figure in in_units if (unit := stated_unit(figure)) is not None))
    if not units:
        return tuple(sound), None
    wrong = in_units if len(units) > 1 else [figure for figure in in_units if stated_unit(figure) is None]
    code = "units-differ" if len(units) > 1 else "unit-missing"
    noticed += [_said(figure, code, units=", ".join(units), unit=units[0], text=figure.raw.text) for figure in wrong]
    left = set(map(id, wrong))
    return tuple(figure for figure in sound if id(figure) not in left), units[0] if len(units) == 1 else None


def stated_unit(figure: ReadFigure) -> str | None:
    """Return the unit that the cell, its heading or its row states; a row of growth may name that of the levels."""
    raw = figure.raw
    own = raw.cell.unit if raw.cell is not None else None
    return own or raw.column.unit or (raw.row_unit if figure.measure in IN_UNITS else None)


def _has_sound_unit(figure: ReadFigure, noticed: list[Diagnostic]) -> bool:
    """Return whether a cell agrees with its heading, and a growth or a reduction is in percent where it has a unit."""
    raw = figure.raw
    if raw.cell is None:
        return True
    if raw.cell.unit and raw.column.unit and not is_same(raw.cell.unit, raw.column.unit):
        noticed.append(_said(figure, "unit-differs", stated=raw.cell.unit, where="the heading", unit=raw.column.unit))
        return False
    stated = stated_unit(figure)
    if figure.measure in IN_UNITS or stated is None or is_percent(stated):
        return True
    noticed.append(_said(figure, "unit-differs", stated=stated, where=f"a {figure.measure}", unit="%"))
    return False


def _is_in(unit: str, figure: ReadFigure, noticed: list[Diagnostic]) -> bool:
    """Return whether a figure is in the unit of its row; a growth or a reduction need not be."""
    if figure.measure not in IN_UNITS or figure.printed is None:
        return True
    stated = stated_unit(figure)
    if stated is None or is_same(stated, unit) or (is_percent(stated) and is_percent(unit)):
        return True
    noticed.append(_said(figure, "unit-differs", stated=stated, where="the row", unit=unit))
    return False


def _said(figure: ReadFigure, code: str, **words: object) -> Diagnostic:
    return left_out(code, figure.raw.place, figure.raw.text, **words)


def _left(figure: RawFigure, code: str, **words: object) -> Diagnostic:
    return left_out(code, figure.place, figure.text, **words)
