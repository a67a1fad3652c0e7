"""The sentences of findings: whole ones with named places, so that each can be translated as it stands."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from civicplan.render import phrases
from civicplan.render.message import Message, fill
from civicplan.render.words import FEWEST_PLACES, in_words
from civicplan.values import Figure, Interval
from civicplan.values._decimals import EXACT, decimal_text

# Verdicts: what the report says, then what its figures say.
SAYS_MET = "{name}: the report says that the target was met."
SAYS_NOT_MET = "{name}: the report says that the target was not met."
IMPLIES_MET = "{name}: the report omits it from its shortfalls, which implies that it was met."
IMPLIES_NOT_MET = "{name}: the report omits it from its targets met, which implies that it was not met."
IS_MET = "The actual of {actual} for {period}, however, meets the target {target}."
IS_NOT_MET = "The actual of {actual} for {period}, however, misses the target {target}."
IS_MET_AS_DERIVED = "The {formula}, {actual} from {inputs}, however, meets the target {target}."
IS_NOT_MET_AS_DERIVED = "The {formula}, {actual} from {inputs}, however, misses the target {target}."
CERTAIN = "No unprinted digit could change that."
DEPENDS_ON_ROUNDING = "This depends on rounding."
#: How a verdict is stated that follows from a list without the indicator.
OMITTED_FROM_SHORTFALLS = "met (omitted from the shortfalls)"
OMITTED_FROM_MET = "not met (omitted from the targets met)"
REVISED = "By the figures and targets as they stood before a revision the report may be right."
OTHER_TARGETS = "The report may speak of another of its targets."
MET_BEYOND_THE_RANGE = "No direction is declared, and a figure outside a range may be called met."

# What can be compared with nothing printed, and why.
NOT_CHECKED = "That could not be checked: {reason}."
NO_FIGURE_FOR = "no figure for {period} is published, nor can one be derived"
NOT_YET_DUE = "the target for {due} is not due yet"
AFTER_THE_AUDIT = "the period ends after the day of the audit, {day}"
NO_LEVELS_FOR = "neither the levels of {before} and {last} nor the rates of the years between are published"
NO_GROWTH_FROM = "from {start} to {end} there is no average growth"
NO_GROWTH_FOR = "no other growth is published for {period}"
POINTS_OR_PERCENT = "the levels are percentages, and their growth may be meant in percentage points"
STATES_GROWTH = "{name}: the average growth for {period} is stated as {stated}."

# Claims against each other.
CALLED_BOTH = "{name}: one claim calls it {first}, another {second}."
STANDS_IN_BOTH = "{name}: for {period} one claim calls it {first}, another {second}."
LEVEL_OF_SCALE = "{level} (level {rank} of {scale})"
IN_NEITHER_LIST = "{name}: the list of targets met and that of shortfalls are offered as complete, and both omit it."
IN_NO_LIST = "{name}: for {period} it is in none of the lists that are offered as complete."
#: What a complete list says by omitting an indicator.
NOT_IN_THE_LIST = "not in the list of what is {words}"
DIFFERENT_TARGETS = "They may speak of different targets."
TWO_DOCUMENTS = "They stand in different documents, which may rest on figures of different days."
PERHAPS_TWO_DOCUMENTS = "It is not recorded where one of them stands; its document may rest on figures of another day."
FIGURES_ELSEWHERE = "The figures stand in another document, and that document may be of another day."
TWO_EDITIONS = "Figures were revised, and each may rest on another edition."
TWO_SCALES = "The words suggest two scales of the same size."
ON_TRACK_OR_BETTER = "On track may include what is further."
LAST_YEAR_ALONE = "Reversing may speak of the last year alone."
NOT_RATED = "It may not have been rated."
VERDICT_OF_ANOTHER_DAY = "Of what day the verdict is, the report does not say."
DONE_LATE = "It may have been completed late."
MAIN_PART_ALONE = "Not started may speak of the main part alone."
NAMED_BY_ANOTHER_ROW = "A list names another row of the same indicator, which may stand for both."
LIST_OF_A_PART = "The list may be complete only of a part of the plan."

# Standings.
STANDING_BY_SHARE = (
    "{name}: for {period} it is called {stated}, while {actual} is {progress} of the way to {target}, and {scheduled} "
    "of it should have been done."
)
STANDING_BY_FIGURE = "{name}: for {period} it is called {stated}, while by {actual} against {target} it is {computed}."
NOT_THERE = "{name}: for {period} it is called {words}, while {actual} does not meet the target {target}."
OTHER_PATH = "With the same rate or the same step every year it may be right."
TOLERANCE_NOT_SAID = "How close to the schedule still is on track, the report does not say."
BEYOND_THE_RANGE = "A figure that has gone through a range and out of it may be called ahead."
OWN_SCHEDULE = "The report may follow a schedule of its own."
NEED_NOT_BE_EVEN = "Within a year progress need not be even."
WAS_THERE = "It may have been there for {period} and have fallen back since."

# Distances.
GAP_TO_TARGET = (
    "{name}: against the target {against}, {actual} for {period} is stated to be {stated}, while it is {computed}."
)
GAP_TO_SCHEDULE = (
    "{name}: against the schedule to the target {against}, {actual} for {period} is stated to be {stated}, while it is "
    "{computed}."
)
GAP_TO_INDICATOR = "{name}: against {against}, {actual} for {period} is stated to be {stated}, while it is {computed}."
TARGET_OF_THAT_TIME = "The target may be one for that period that is not printed."
IN_PERCENT_OF_IT = "The distance may be in percent of the other side, not in points."

# Growth.
GROWTH_OF_FIGURES = (
    "{name}: the average growth for {period} is stated as {stated}, while the {formula}, {inputs}, is {computed}."
)
GROWTH_IN_TABLE = "{name}: the average growth for {period} is stated as {stated}, while the table prints {computed}."
PLAIN_MEAN = "The stated growth is the plain mean of the yearly rates, which is not what they compound to."
ALSO_AGREES = "The {formula}, {computed}, agrees with the stated growth."

# Cumulative figures.
CUMULATIVE_FIGURE = (
    "{name}: the cumulative figure for {period} is printed as {stated}, while the {formula}, {inputs}, is {computed}."
)
CUMULATIVE_TARGET = (
    "{name}: the cumulative target for {period} is printed as {stated}, while the {formula}, {inputs}, is {computed}."
)
COMPOUNDING_AVERAGE = "That is {average} a year on average, compounding."
PLAIN_AVERAGE = "That is {average} a year on average, as a plain mean."
PLAIN_SUM = "{stated} is the plain sum of the rates."
NOT_ITS_PARTS = "The levels need not be parts of it, so the two may coincide by chance."
SUM_OF_POINTS = "The unit does not say whether rates were compounded or percentage points added up."

# Figures printed in two places, levels out of line, and levels that are impossible.
TWO_PLACES = "{name}: {first} is printed for {period} in one place and {second} in another."
ONE_ROUNDS_THE_OTHER = "One is a rounding of the other."
HALFWAY = "Only a number exactly halfway between them could be printed as both."
ONE_IS_DATED = "Only one of them says when it was published, so either may have superseded the other."
BASELINE_RESTATED = "The baseline may have been restated since."
OUTSIDE_RANGE = (
    "{name}: {figure} for {period} lies outside {range}, which the plan declares to be all that is possible."
)
TOO_LARGE = (
    "{name}: {figure} for {period} is out of line with the other levels printed and aimed at, {low} to {high}; "
    "divided by {factor} it would lie among them."
)
TOO_SMALL = (
    "{name}: {figure} for {period} is out of line with the other levels printed and aimed at, {low} to {high}; "
    "multiplied by {factor} it would lie among them."
)

# Targets.
LEVEL_AND_GROWTH = (
    "{name}: the target for the average growth in {period} is {growth}, while the level aimed at, {level} from "
    "{start} in {start_period}, needs {computed}."
)
BOTH_CAN_BE_KEPT = "Both can be kept, but one asks for more than the other."
BELOW_BASELINE = "{name}: the target {target} is below the baseline of {baseline} in {period}, and higher is better."
ABOVE_BASELINE = "{name}: the target {target} is above the baseline of {baseline} in {period}, and lower is better."
BINDING_LIMIT = "A binding limit may allow for that."
INFERRED_DIRECTION = "The direction is not declared; it is inferred from the target."
NOT_ALLOCATED = "{name}: the target is binding and left to {authority}, and no figure is allocated to it."

# Counts, parts and shares.
COUNT = "{name}: the number of {things} is stated as {stated}, while the count is {computed}."
COUNT_OF_MET = "{name}: the number of {things} met is stated as {stated}, while the count is {computed}."
COUNT_OF_NOT_MET = "{name}: the number of {things} not met is stated as {stated}, while the count is {computed}."
COUNTED_UNDER = "Only those under the heading {category} are counted."
COUNTED_AS_CALLED = "Only those called {words} are counted."
OF_ANOTHER_DAY = "The number may be of another day."
COUNT_AND_LIST = "{name}: the number of {things} is stated as {stated}, while the list beside it names {computed}."
COUNT_AND_COMPLETE_LIST = (
    "{name}: the number of {things} {words} is stated as {stated}, while the list offered as complete names {computed}."
)
LIST_SAYS_SO = "The list that goes with it comes to {computed}, too."
LIST_OF_SOME = "The list may name only some of them."
NAMED_TWICE = "A name stands in the list twice, and may have been counted twice."
ONE_NAME_FOR_SEVERAL = "One printed name may stand for several rows, as one with a comma in it does."
COUNTS_ROWS = "The stated number is that of the rows, sub-rows included."
PART_NOT_PRINTED = "A part, such as the others together, may not be printed."
PARTS_AND_WHOLE = "{name}: the whole is stated as {whole}, while its {count} parts, {parts}, add up to {computed}."
SHARE = "{name}: {part} of {whole} is stated as {percent}, while it is {computed}."

# Tasks.
AHEAD = (
    "{name}: for {period} it is called ahead, while the {percent} % reported as done is not more than the {elapsed} % "
    "of its time gone."
)
BEHIND = (
    "{name}: for {period} it is called behind, while the {percent} % reported as done is not less than the "
    "{elapsed} % of its time gone."
)
COMPLETED = (
    "{name}: for {period} it is called completed, while {percent} % is reported as done, with {elapsed} % of its time "
    "gone."
)
NOT_STARTED = (
    "{name}: for {period} it is called not started, while {percent} % is reported as done, with {elapsed} % of its "
    "time gone."
)
TAKES_PLAN_PERIOD = "No period of its own is given, so it is taken to run through {period}."
PERCENT_AND_AMOUNTS = (
    "{name}: {percent} % is reported as done for {period}, while the amounts of the same report are {amounts}."
)
AMOUNT = "{delivered} of {planned} ({share} %)"
WEIGHTS = "Weights that were not printed could give that percent."
TAKEN_AS_COUNTED = "The amounts are taken to be counted, not rounded."
NO_RUNNING_TOTALS = "The plan does not declare the amounts to be running totals, as the percent is one."
MILESTONES = "The task has milestones, which may count as well."

COMPLETED_WITH_LESS = "{name}: for {period} it is called completed, while the amounts reported are {amounts}."
LESS_CAME_OF_IT = "The work may be over although less came of it than was promised."

# What may explain a difference in general.
RANGE = "Unprinted digits allow anything from {low} to {high}."
CURRENT_PRICES = "The levels may be in current prices and the rate in constant ones."
NO_UNIT = "No unit is printed, so the levels may be in current prices, or be percentages."

# What may let both be right, beside what is said above.
LATER_DOCUMENT = "They stand in two documents, the later of which may have the revised figure."
MEANT_AS_A_SUM = "The figure may be meant as the plain sum of the yearly ones."
TRULY_MOVED = "The level may truly have moved that far."
MEANT_TO_FALL_BACK = "The plan may mean to fall back."
WHOLE_DIVIDED = "The growth of the whole period divided by its years, a plain mean, gives the stated growth."
ONE_YEAR_LESS = "Taken over {fewer} instead of {years} years, the same figures give the stated growth."
FROM_FIRST_YEAR = "Taken from the first year of the period on, and not from the year before, the growth is as stated."
FALL_FROM_FIRST_YEAR = (
    "Taken from the first year of the period on, and not from the year before, the fall is as stated."
)
AVERAGED_OTHERWISE = "The average may be taken otherwise, as a plain mean or over other years."
BACK_LOADED = "Most of the work may be planned for later, so that even little of it done is ahead."
FRONT_LOADED = "Most of the work may have been planned for earlier, so that even much of it done is behind."
OTHER_WORK = "The percent may count other work, of which no amount is given."
COUNTS_WHOLE_NUMBERS = (
    "Rows that share a number, such as 3a and 3b, may count as one; so may a row without a number and the one above."
)
ALLOCATED_ELSEWHERE = "Another document may allocate it."

# Changes beside levels.
CHANGE_OF_LEVELS = "{name}: the change in {period} is stated as {stated}, while the {formula}, {inputs}, is {computed}."
LEVEL_AND_CHANGE = (
    "{name}: the target for the change in {period} is {change}, while the level aimed at, {level} from {start} in "
    "{start_period}, needs {computed}."
)
CHANGE_IN_PERCENT = "The change may be meant in percent of the first level."
CHANGE_WITHOUT_SIGN = "A fall may be printed without its sign."
CHANGE_A_YEAR = "The change may be that of one year on average."
CHANGE_SINCE_THE_BASELINE = "The change may be counted from the baseline."
CHANGE_IN_OTHER_PRICES = "The levels may be in current prices and the change in constant ones."

# Targets before the last one, and what was revised.
COUNTS_ALL_AS_MET = "{name}: the report counts all {count} indicators as met."
INTERIM_MISSED = "The actual of {actual} for {period}, however, misses the earlier target {target}."
INTERIM_MISSED_AS_DERIVED = "The {formula}, {actual} from {inputs}, however, misses the earlier target {target}."
LAST_TARGET_ALONE = "The report may speak of the last target alone."
REVISED_TARGET = (
    "{name}: the target for {due} was {first} and became {revised} in {published}; the actual of {actual} for {period} "
    "misses the first and meets the second."
)
GOES_BY_THE_REVISED = "The report gives it as met, and may go by the target as it was revised."
RESTATED_VERDICT = (
    "{name}: the baseline for {period} is {baseline}, and {restated} by a later figure; by the first the target "
    "{target} is {before}, by the second {after}."
)
RESTATED_PROGRESS = (
    "{name}: the baseline for {period} is {baseline}, and {restated} by a later figure; by the first {before} of the "
    "way to the target {target} is done, by the second {after}."
)
SERIES_REVISED = "The series may have been revised since the plan, or its definition changed."

# Tasks past their time.
OVERDUE = (
    "{name}: for {period} it is called {status}, while its time ended with {end} and {percent} % is reported as done."
)
OVERDUE_STEP = (
    "{name}: for {period} it is called {status}, while its step {step}, due in {due}, was done only in {done}."
)
WRITTEN_EARLY = "The report may have been written before its last day."
MORE_TIME = "The task may have been given more time."
AS_A_WHOLE = "As a whole the task may be on schedule all the same."

# Weights.
WEIGHTS_OF_PLAN = "{name}: the {count} printed weights add up to {computed}, not to 100."
WEIGHTS_OF_CATEGORY = "{name}: the {count} weights printed under {category} add up to {computed}, not to 100."
ROWS_LEFT_OUT = "The document may have rows that are left out here."
WEIGHT_PRINTED_TWICE = "A weight may be printed in more than one row."

# The points of a self-evaluation.
WEIGHTS_DO_NOT_ADD = "{name}: the sum of the weights is printed as {total}, while {count} rows add up to {computed}."
SCORES_DO_NOT_ADD = "{name}: the sum of the scores is printed as {total}, while {count} rows add up to {computed}."
POINTS_ELSEWHERE = "Points may be given for something that is printed elsewhere, such as the use of the budget."
POINTS_TAKEN_OFF = "Points may be taken off for something that is printed elsewhere."
WHOLE_POINTS_ROUNDED = "Points that are printed as whole numbers may be rounded."
SCORE_ABOVE_WEIGHT = "{name}: the score is {score}, more than the {weight} points that can be had."
MORE_THAN_FULL_POINTS = "The rules of the evaluation may allow for more than the full points."
SCALE_OF_ITS_OWN = "The score may be on a scale of its own, and count only in proportion to the weight."
SCORE_WITHOUT_ACTUAL = "{name}: a score of {score} is given, while no actual is printed beside the target {target}."
ACTUAL_ELSEWHERE = "The actual may be printed elsewhere."
FULL_SCORE_THOUGH_MISSED = (
    "{name}: the actual of {actual} misses the target {target}, while the full score of {score} is given."
)
FULL_SCORE_THOUGH_BELOW = (
    "{name}: the actual of {actual} is below the target of {target}, which has no sign that makes it a bound, while "
    "the full score of {score} is given."
)
LESS_MAY_BE_BETTER = "Less may be better here."
WITHIN_A_MARGIN = "The rules of the evaluation may give the full points within a margin."
RATE_DISAGREES = (
    "{name}: the rate is printed as {rate} %, while the actual of {actual} is {computed} of the target of {target}."
)
RATE_OF_ANOTHER_AMOUNT = "The rate may be of another amount, such as the budget at the beginning of the year."
WORD_FOR_FIGURE = (
    "{name}: the target is {target} and the actual {actual}; one is a figure and the other is not, so that the score "
    "of {score} cannot be checked."
)

#: The digit before the others, and one that rounding up may add.
_FIRST_AND_CARRY = 2


def verdict_against(word: str, actual: str, target: str) -> Message:
    """Return a verdict or a standing with the two figures on which it rests."""
    return fill(phrases.VERDICT_AGAINST, verdict=in_words(word), actual=actual, target=target)


def number_text(value: Decimal, like: Figure) -> str:
    """Return a computed number with as many decimal places as the stated one, but at least two."""
    return decimal_text(value, _places(like))


def brief(percent: Decimal) -> str:
    """Return a percentage with one decimal place, or none where it is a whole number."""
    return decimal_text(percent, 1).removesuffix(".0")


def range_sentence(interval: Interval, like: Figure) -> str:
    """Return from where to where unprinted digits let a computed number lie; nothing where the ends are not known."""
    width = interval.width
    if interval.low is None or interval.high is None or not width:
        return ""
    # Rounded outwards the range must not look much wider than it is, as far as there are digits to show it.
    largest = max(interval.low.adjusted(), interval.high.adjusted())
    last_place = max(min(-_places(like), width.adjusted()), largest + _FIRST_AND_CARRY - EXACT.prec)
    unit = Decimal(1).scaleb(last_place, EXACT)
    low = interval.low.quantize(unit, rounding=ROUND_FLOOR, context=EXACT)
    high = interval.high.quantize(unit, rounding=ROUND_CEILING, context=EXACT)
    return fill(RANGE, low=format(low, "f"), high=format(high, "f"))


def _places(like: Figure) -> int:
    return max(like.places, FEWEST_PLACES)
