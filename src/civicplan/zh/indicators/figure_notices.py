"""What is said of a figure of a row: by which word it was read, or why it was left out."""

from __future__ import annotations

from civicplan.model import Measure
from civicplan.render import reading_notes
from civicplan.zh.indicators.assumptions import Assumption
from civicplan.zh.notices import Notice

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
    'The figure may be a fall in {unit} or in percent; it is left out. Add it with measure="change" or "reduction".',
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
PART_OR_SUM = Notice(
    "part-or-sum",
    "The figure may be that of {period} alone, or the sum from January on; it is left out. Head its column with the "
    "months, such as 1—6月, if it is the sum; else add it with its period.",
)
FALL_OF_PART = Notice(
    "fall-of-part",
    "A fall in {period} is mostly one against the same time of the year before, which is no measure here; it is left "
    "out.",
)

BRACKETS = {
    Measure.TOTAL: Assumption(code="read-as-total", sentence=reading_notes.BRACKETS_TOTAL),
    Measure.REDUCTION: Assumption(code="read-as-reduction", sentence=reading_notes.BRACKETS_REDUCTION),
    Measure.CHANGE: Assumption(code="read-as-change", sentence=reading_notes.BRACKETS_CHANGE),
}
FALL_BEFORE = Assumption(code="read-as-reduction", sentence=reading_notes.REDUCTION_BEFORE)
LEVEL_IN_UNITS = Assumption(code="read-as-level", sentence=reading_notes.LEVEL_IN_UNITS)
OF_ONE_YEAR = {
    Measure.TOTAL: Assumption(code="read-as-total", sentence=reading_notes.TOTAL_OF_ONE_YEAR),
    Measure.REDUCTION: Assumption(code="read-as-reduction", sentence=reading_notes.REDUCTION_OF_ONE_YEAR),
}
OF_PART = Assumption(code="read-as-total", sentence=reading_notes.TOTAL_OF_PART)
GROWTH_BY_NAME = Assumption(code="read-as-growth", sentence=reading_notes.GROWTH_BY_NAME)
LEVEL_DUE = Assumption(code="read-as-level", sentence=reading_notes.LEVEL_DUE)
