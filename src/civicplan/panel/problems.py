"""Why a cell of a panel has no answer: the reasons of the model, and what only a table can get wrong."""

from __future__ import annotations

from civicplan.describing import SentenceEnum
from civicplan.errors import Reason


class Problem(SentenceEnum):
    """What is wrong with a row of a panel, which the model would have refused before any assessment.

    >>> Problem.NO_COMPARATOR.sentence
    'the target has no sign, and no direction is declared that would give it one'
    """

    NO_FIGURE = "no_figure", "there is no number for the target"
    NO_COMPARATOR = "no_comparator", "the target has no sign, and no direction is declared that would give it one"
    UNKNOWN_COMPARATOR = "unknown_comparator", "the sign of the target is none that is known"
    UNKNOWN_DIRECTION = "unknown_direction", "the direction is none that is known"
    UNKNOWN_MEASURE = "unknown_measure", "the measure is none that is known"
    NO_SECOND_FIGURE = "no_second_figure", "a range needs a second figure, its upper end"
    ENDS_SWAPPED = "ends_swapped", "the upper end of the range lies below the lower"
    NEGATIVE_TOLERANCE = "negative_tolerance", "the tolerance is negative"
    NO_DUE = "no_due", "nothing says when the target is due"
    NO_PERIOD = "no_period", "nothing says which period the figures are about"
    UNREADABLE_PERIOD = "unreadable_period", "a period of the row cannot be read"
    DIRECTION_AGAINST_TARGET = "direction_against_target", "the direction and the target contradict each other"
    BASELINE_NOT_BEFORE_DUE = "baseline_not_before_due", "the baseline is not from before the target is due"
    DUPLICATE_KEY = "duplicate_key", "another row has the same entity, indicator and period"
    NULL_KEY = "null_key", "the entity, the indicator or the period is missing"


#: Every reason by its number in a column; 0 is none.
CODES: tuple[str, ...] = ("", *map(str, Reason), *map(str, Problem))


def code(reason: Reason | Problem) -> int:
    """Return the number of a reason in a column."""
    return CODES.index(str(reason))
