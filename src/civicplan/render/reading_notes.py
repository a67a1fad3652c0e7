"""The words on how a row or a task of a Chinese document was read, which stand in its notes."""

from __future__ import annotations

#: Which side is better, and which side a target without a sign closes.
HIGHER = "Higher is better, by the listed word {word}."
LOWER = "Lower is better, by the listed word {word}."
FLOORS = "Targets without a sign are floors."
CAPS = "Targets without a sign are caps."
BARE_REDUCTION = "A reduction without a sign is promised as at least so much."

#: What a figure measures, in which unit, and of which year it is.
BRACKETS_TOTAL = "What stands in brackets is read as the total over the years, by the listed word {word}."
BRACKETS_REDUCTION = (
    "What stands in brackets is read as the reduction over the years in percent, by the listed word {word}."
)
BRACKETS_CHANGE = "What stands in brackets is read as the change over the years, by the listed word {word}."
REDUCTION_BEFORE = (
    "The baseline is read as the reduction over the years before the plan in percent, by the listed word {word}."
)
LEVEL_IN_UNITS = "Figures without brackets are read as levels in {unit}, though the name speaks of a fall ({word})."
TOTAL_OF_ONE_YEAR = "As the plan is of one year, figures are read as the total over it, by the listed word {word}."
REDUCTION_OF_ONE_YEAR = (
    "As the plan is of one year, figures are read as the reduction over it, by the listed word {word}."
)
TOTAL_OF_PART = "Figures for a part of a year are read as the total over it, by the listed word {word}."
GROWTH_BY_NAME = "The figures are read as growth in percent a year, as the name ends in such a word."
LEVEL_DUE = "The figure in the column of growth is read as the level at the end of the plan, by the listed word {word}."
UNIT_ABOVE = "The unit is that of line {above}: {printed}."
OF_OTHER_YEAR = "{figure} is of {year}, as the note on its mark says."
BASELINE = "The figure under {heading} is read as the baseline, of {period}, the year before the plan."

#: Cells that had moved, and the arithmetic that may have put them back.
MOVED_BY_ORDER = (
    "The cells of this row had moved in the document; only one way to place them fits what each column holds."
)
MOVED_BY_ARITHMETIC = (
    "The cells of this row had moved in the document; they were placed in the one way in which {what}."
)
GROWS = "{start} grows to {end} in {years} years at the printed {rate}% a year"
IS_A_SHARE = "{part} is the printed {percent}% of {whole}"
ADD_UP = "{parts} add up to {total}"

#: What a statement about rows leaves out.
NO_ROW = "The note also names {names}, which is no row of the table."

#: How a task was read.
TASK_MOVED = "cells of its row are missing or had moved, and were read in the one way in which they fit the headings"
TASK_GOES_ON = "further rows without a title were read as parts of it"
TITLE_BY_BEGINNING = "the title is the beginning of the item, of which no heading is told apart"
UNTIL_DEADLINE = (
    "its time was taken to run from the start of the plan, or of the run of years printed for it, to the deadline "
    "printed for it"
)
UNANSWERED = (
    "growths, limits of time and amounts for each of several that it promises are kept as amounts without a report"
)
FROM_THE_START = (
    "the amounts done are read as counted from the start of the work, since their column is headed as current progress"
)
STEPS_DONE = "its steps are taken as done by the end of the report that all of it is done, at a day that is not told"
SAME_THING = "{done} in the report was read as the same thing as {planned} in the plan"
COUNTED_IN = "{subject} ({unit})"
