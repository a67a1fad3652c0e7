"""Why a cell of a panel has no answer: the reasons of the model, and what only a table can get wrong."""

from __future__ import annotations

from collections.abc import Mapping

from civicplan.describing import SentenceEnum
from civicplan.errors import Reason

#: No figure is printed with more places, nor in larger units.
MOST_PLACES = 60


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
    UNREADABLE_PLACES = (
        "unreadable_places",
        f"the printed decimal places are no whole number from -{MOST_PLACES} to {MOST_PLACES}",
    )
    DIRECTION_AGAINST_TARGET = "direction_against_target", "the direction and the target contradict each other"
    VALUE_BEFORE_BASELINE = "value_before_baseline", "the actual is from before the baseline"
    DUPLICATE_KEY = (
        "duplicate_key",
        "another row has the same entity, indicator and period; keys= or by= names what else sets rows apart",
    )
    MISSING_NUMBER = "missing_number", "a number that the measure needs is missing"
    NULL_KEY = "null_key", "the entity, the indicator or the period is missing"


_SHARE = (
    *(Reason.NO_SHARE, Reason.MISSING_BASELINE, Reason.TARGET_TO_HOLD, Reason.OTHER_LENGTH, Reason.NO_TIME),
    *(Reason.BASELINE_AT_BOUND, Reason.ZERO_TARGET, Reason.NEGATIVE_VALUE, Reason.TARGET_OUT_OF_RANGE),
    Reason.RATE_TOO_LARGE,
)
_PATH = (Reason.ZERO_BASELINE, Reason.SIGN_CHANGE)
_GROWTH = (
    *(Reason.MISSING_BASELINE, Reason.MISSING_OBSERVATION, Reason.OTHER_LENGTH, Reason.NOT_COMPARABLE, Reason.NO_TIME),
    *(Reason.ZERO_BASELINE, Reason.SIGN_CHANGE, Reason.NO_LEVEL_TARGET, Reason.NOTHING_LEFT, Reason.NEGATIVE_VALUE),
)
#: The reasons that each answer can give, beside those of the actual that all of them need, and the problems of rows.
POSSIBLE: Mapping[str, tuple[Reason, ...]] = {
    "actual": (Reason.MISSING_OBSERVATION, Reason.OTHER_LENGTH, Reason.NO_TIME, Reason.MISSING_BASELINE),
    "verdict": (Reason.TOLERANCE_UNKNOWN,),
    "attainment": (*_SHARE, Reason.ZERO_ACTUAL, Reason.LIMITS_UNKNOWN),
    "progress": _SHARE,
    "pace": (*_SHARE, *_PATH, Reason.NOTHING_ELAPSED),
    "standing": (*_SHARE, *_PATH, Reason.ALREADY_DUE, Reason.TOLERANCE_UNKNOWN),
    **dict.fromkeys(("growth", "required_growth", "catch_up_growth"), _GROWTH),
}
#: The problems that an assessment can find, and the columns without which there is none.
NEEDED: Mapping[Problem, frozenset[str]] = {
    **dict.fromkeys(
        (
            Problem.NO_FIGURE,
            Problem.NO_COMPARATOR,
            Problem.NO_PERIOD,
            Problem.UNREADABLE_PLACES,
            Problem.NO_DUE,
            Problem.UNREADABLE_PERIOD,
        ),
        frozenset(),
    ),
    Problem.UNKNOWN_COMPARATOR: frozenset({"comparator"}),
    Problem.UNKNOWN_DIRECTION: frozenset({"direction"}),
    Problem.UNKNOWN_MEASURE: frozenset({"measure"}),
    Problem.NO_SECOND_FIGURE: frozenset({"comparator"}),
    **dict.fromkeys((Problem.ENDS_SWAPPED, Problem.NEGATIVE_TOLERANCE), frozenset({"comparator", "target_high"})),
    Problem.DIRECTION_AGAINST_TARGET: frozenset({"comparator", "direction"}),
}
#: Every reason by its number in a column; 0 is none.
CODES: tuple[str, ...] = ("", *map(str, Reason), *map(str, Problem))


def code(reason: Reason | Problem) -> int:
    """Return the number of a reason in a column."""
    return CODES.index(str(reason))
