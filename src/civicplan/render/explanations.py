"""The sentences that explain an outcome, an amount and a task.

Each template is one whole sentence with named places, so that it can be translated as it stands. Where a place is
optional there are two templates, one with it and one without.
"""

from __future__ import annotations

#: By whether it is known when the target is due, and whether it is known where it stands.
TARGETS = {
    (False, False): "{row}: the target is {target}.",
    (True, False): "{row}: the target is {target}, due {due}.",
    (False, True): "{row}: the target is {target} ({source}).",
    (True, True): "{row}: the target is {target}, due {due} ({source}).",
}
NO_TARGET = "{row}: there is no target."

#: By whether it is known where the actual stands; so is a figure that an actual is derived from.
ACTUALS = {
    False: "The actual is {actual} for {period}.",
    True: "The actual is {actual} for {period} ({source}).",
}
PROVISIONAL = "It rests on a provisional figure."
DERIVED_ACTUAL = "The actual is not published; it is derived as the {formula}: {actual} for {period}, from {inputs}."
INPUTS = {False: "{figure} for {period}", True: "{figure} for {period} ({source})"}

#: By the verdict, and whether it is decisive.
VERDICTS = {
    ("met", True): "It is met, and nothing that is known could overturn that.",
    ("met", False): "It is met, but not decisively.",
    ("not_met", True): "It is not met, and nothing that is known could overturn that.",
    ("not_met", False): "It is not met, but not decisively.",
}
#: Where figures for the parts leave only values on the other side of the bound than the printed one.
NOT_AS_PRINTED = "Its own printed value would give the opposite verdict; the published figures of its parts decide."
CAVEATS = {
    "digits": "Digits that were not printed could turn it.",
    "prices": "The rate is derived from levels that may be in current prices, so it may not be real growth.",
    "ratio": "The rate is derived from a level in percent, whose change may be meant in points.",
    "tolerance": "Only the tolerance makes it met, and documents seldom print one.",
    "parts": "The published parts cannot come to this figure.",
    "unassessed": "Another target in numbers that is due got no verdict.",
    "hedged": "The figure is published as an approximate one.",
}
MET_AS_A_WHOLE = "{row}: as a whole it is met, but not decisively."
UNIT_LISTS = {
    "physical": "Its unit, {unit}, is on the list of physical units, so prices do not matter.",
    "counts": (
        "Its unit, {unit}, is on the list of units in which whole things are counted, "
        "so whole numbers are exact and prices do not matter."
    ),
}
#: By whether the actual is a level; the others are added up or chained from the start of the period.
LAST_KNOWN = {
    True: "The last known actual is {actual} for {period}.",
    False: "The last known actual is {actual} for {period}, as far as the figures follow each other without a gap.",
}
#: By how many periods there are beside the first, two for all that are more.
LEVELS_INSTEAD = {
    0: "A level figure exists for {first}; did you mean the measure “{measure}”?",
    1: "Level figures exist for {first} and {last}; did you mean the measure “{measure}”?",
    2: "{count} level figures exist from {first} to {last}; did you mean the measure “{measure}”?",
}
REVISED = "This target was revised: one published later has taken its place."
NOT_YET_PUBLISHED = "This target was published only in {published}, and does not count before."
AMOUNT_VERDICTS = {"met": "It is met.", "not_met": "It is not met."}
NOT_ASSESSABLE = "It cannot be assessed: {reason}."
NOT_DUE = "It is not due yet."
HOW_READ = "How the row was read: {note}."

STANDINGS = {
    "achieved_early": "It has been achieved early.",
    "ahead": "So far it is ahead.",
    "on_track": "So far it is on track.",
    "behind": "So far it is behind.",
    "reversing": "So far it is reversing.",
}
ON_TRACK_BY_DIGITS = (
    "So far it is on track: its printed digits allow from {low} to {high} to be done, and {scheduled} should be."
)
PAST_THE_RANGE = "So far it is behind, because it has gone past the range."
NO_STANDING = "Its standing cannot be assessed: {reason}."

MISSES_BY = "It misses by {distance}."
EQUALS_THE_BOUND = "The actual equals the bound, which does not count as met."
ATTAINMENT = "Attainment is {attainment}."
#: By whether the target limits a total, and whether it is still to come due.
PROGRESS = {
    (False, False): "Progress is {progress} with {elapsed} of the time gone.",
    (False, True): "Progress is {progress} with {elapsed} of the time gone by the end of {last}.",
    (True, False): "The share of the cap used is {progress} with {elapsed} of the time gone.",
    (True, True): "The share of the cap used is {progress} with {elapsed} of the time gone by the end of {last}.",
}
#: Where a level is to move by equal yearly rates, so that the share to be done is not that of the time gone.
PROGRESS_ON_PATH = "Progress is {progress}; at equal yearly rates {scheduled} should be done by the end of {last}."

NOT_REPORTED_AMOUNT = "{subject}: {planned} planned; {reason}."
#: By whether the share that was delivered is defined.
AMOUNTS = {
    False: "{subject}: {planned} planned, {delivered} delivered.",
    True: "{subject}: {planned} planned, {delivered} delivered ({share}).",
}
TAKEN_AS_COUNTED = (
    "The amounts are taken as counted, since '{unit}' is on the list of units in which whole things are counted."
)
UNPLANNED_AMOUNT = "Also reported: {subject} {delivered}."

#: By whether it is known where the task stands.
TASKS_WITHOUT_PERCENT = {False: "{task}: {reason}.", True: "{task} ({source}): {reason}."}
TASKS_WITH_AMOUNTS = {
    False: "{task}: the report for {period} gives amounts.",
    True: "{task} ({source}): the report for {period} gives amounts.",
}
TASKS_REPORTED = {
    False: "{task}: {percent} is reported for {period}, with {elapsed} of the time gone.",
    True: "{task} ({source}): {percent} is reported for {period}, with {elapsed} of the time gone.",
}
TASKS_COMPLETED = {
    False: "{task}: it is reported as completed for {period}, with {elapsed} of the time gone.",
    True: "{task} ({source}): it is reported as completed for {period}, with {elapsed} of the time gone.",
}
REPORTED_STATUS = "The report calls it {status}."
TASK_STANDINGS = {
    "achieved_early": "By its percent it has been achieved early.",
    "ahead": "By its percent it is ahead.",
    "on_track": "By its percent it is on track.",
    "behind": "By its percent it is behind.",
}
#: By what decided it, where that is not an amount, and the verdict.
TASK_VERDICTS = {
    ("percent", "met"): "The task is met: it was reported as complete by its end.",
    ("percent", "not_met"): "The task is not met, and it is overdue: at its end it was not complete.",
    ("milestones", "met"): "The task is met: each of its steps was done in time.",
    ("milestones", "not_met"): "The task is not met: a step was done late.",
}
TASK_IS = "The task as a whole: {headline}."
TASK_NOT_ASSESSABLE = "The task cannot be assessed: {reason}."
STEPS_NOT_REPORTED = "The task cannot be assessed: no report says that each of its steps was done."
OVERDUE = "The milestone '{milestone}' was due {due}, and no report says that it was done."
DONE_LATE = "The milestone '{milestone}' was due {due} and was done {done}."
