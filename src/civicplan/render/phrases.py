"""The short texts of tables: headings, signs and what they mean, and phrases that stand in cells."""

from __future__ import annotations

INDICATOR_HEADINGS = ("no.", "indicator", "unit", "target", "actual", "verdict", "attainment")
PAGE_HEADINGS = (
    "no.", "indicator", "unit", "baseline", "target", "actual", "attainment", "progress", "verdict",
)  # fmt: skip
PLAN_HEADINGS = ("no.", "indicator", "unit", "baseline", "targets", "last actual", "nature")
PLAN_TASK_HEADINGS = ("no.", "task", "agencies", "amounts", "steps", "last report")
ACTUAL_HEADINGS = ("period", "actual", "status", "published")
FACT_HEADINGS = ("", "")
#: A figure or a target with its period.
WITH_PERIOD = "{figure} ({period})"
#: A target that was revised by the day, and one that was published only after it.
REVISED = "{target} (revised)"
TO_BE_PUBLISHED = "{target} (not published yet)"
STEP_DONE = "{figure} ({period}; done {done})"
REPORT_HEADINGS = ("period", "percent", "status", "amounts", "words")
INFERRED = "{direction} (inferred from the targets)"
TASK_HEADINGS = ("no.", "task", "verdict", "reported", "time gone by then", "standing", "amounts", "past due")
RATING_HEADINGS = ("no.", "indicator", "rating", "value", "from", "to")
GROUP_HEADINGS = ("group", "rated", "ratings", "together")
COMPARISON_HEADINGS = ("id", "indicator")
FINDING_HEADINGS = ("severity", "code", "subject", "finding", "claimed", "computed", "places", "how it was read")

#: What a table of an assessment is about.
AS_OF = "{title}, as of {day}"
#: The rows of a table that a page does not show.
MORE_ROWS = "{count} more row is not shown here.", "{count} more rows are not shown here."
#: What a bar of progress says.
DONE = "{done} done"
DONE_AND_ELAPSED = "{done} done, {elapsed} of the time gone"

#: A value that is undefined.
UNDEFINED = "—"
UNDEFINED_BECAUSE = "{name}: {reason}"
PERCENT = "{share} %"
#: A figure or a bound as the table of a plan prints it, by its measure.
IN_MEASURE = {
    "level": "{figure}",
    "growth": "{figure} %/yr",
    "total": "[{figure}]",
    "reduction": "[{figure} %]",
    "change": "[{figure}]",
}
WITH_UNIT = "{amount} {unit}"
AS_IT_IS = "{words}"
NUMBERED = "{number} {names}"
#: What parts the members of a list, by what they are.
AFTER_GROUP = ": "
NEXT_TARGET = " · "
NEXT_ENTRY = "; "
NEXT_NAME = ", "
LAST_FIGURE = " and "
TITLE_AND_PERIOD = "{title}, {period}"
LABEL_AND_VALUE = "{label}, {value}"
IN_YEAR = "{figure} in {year}"
#: The grades of claims, where their codes are no words.
GRADES = {"overfulfilled": "overfulfilled", "fulfilled": "fulfilled", "level": "met exactly"}
#: The verdict on a task, by whether it is overdue and whether nothing was reported of its end.
TASK_VERDICTS = {
    (False, False): "{verdict}",
    (True, False): "{verdict}, overdue",
    (False, True): "{verdict}, unreported",
    (True, True): "{verdict}, overdue, unreported",
}
#: A task that still runs is itself not late.
STEP_OVERDUE = "{verdict}, milestone overdue"
WITH_CAVEATS = "{verdict} ({caveats})"
CAVEAT_NOTE = "{caveat}: {sentence}"
CAVEAT_LEGEND = "({caveat}): {sentence}"
DERIVED = "{actual}*"
DERIVED_LEGEND = "* derived from published figures"
PERIOD_LEGEND = "[ ] over the whole period; a percentage in it is a reduction"

#: A target that is not a bound, as a table of a plan would print it; a relation by whether it has a tolerance.
RELATIONS = {
    ("above", False): "above '{reference}'",
    ("below", False): "below '{reference}'",
    ("in_step", False): "in step with '{reference}'",
    ("in_step", True): "in step with '{reference}' ± {tolerance}",
}
DELEGATED = "as assigned by {authority}"
QUALITATIVE = "“{text}”"
#: The difference of two rates.
POINTS = "{difference} points"
OF_POINTS = "points"

#: How the lead of an actual over that of another indicator is derived, by which of the two is itself derived.
LEADS = {
    (False, False): "lead over '{reference}'",
    (True, False): "lead over '{reference}' (its own is the {own})",
    (False, True): "lead over '{reference}' (the other is the {other})",
    (True, True): "lead over '{reference}' (its own is the {own}, the other is the {other})",
}

NOT_DUE = "{verdict} ({standing})"
TO_COME = "{verdict}; {next} {standing}"
DUE_AND_TO_COME = "{verdict} {due}; {next} {standing}"
AMOUNT = "{subject} {share}"
AMOUNT_WITH_STANDING = "{subject} {share} ({standing})"
SHARE_OF_CAP = "{share} of the cap"

#: By whether the rule of the method was confirmed in its source.
RATINGS_OF = {
    True: "{title} ({name}), as of {day}: {coverage}.",
    False: "{title} ({name}), as of {day}: {coverage}. Its rules are not confirmed in the source.",
}
COVERAGE = "{rated} of {total} rated"
COVERAGE_AND_REASONS = "{rated} of {total} rated; {reasons}"
NOT_RATED = "{count} not rated: {reason}"
NO_LABEL = "— {reason}"
RATED = "rated"
#: Which target a rating is about.
OF_TARGET = "of the target {target} for {due}"
RATED_OF_TOTAL = "{rated} of {total}"
#: What the indicators without a goal, a category or a nature are called together.
NO_GROUPS = {"goal": "no goal", "category": "no category", "nature": "no nature stated"}
ALL_ROWS = "all"
WITH_SCORE = "{label} {words}"
TIMELINE = "<{plan} as of {days}>"
COUNTED = "{count} {noun}"
COUNTS_OF_TASKS = "tasks: {counts}"

#: How many parts of a kind a plan has.
PARTS = {
    "indicators": ("{count} indicator", "{count} indicators"),
    "tasks": ("{count} task", "{count} tasks"),
    "goals": ("{count} goal", "{count} goals"),
    "claims": ("{count} claim", "{count} claims"),
}
NO_PARTS = "nothing in it"

NO_FINDINGS = "no findings"
FINDING = "{severity}  {code}  {subject}"
FOUND_AT = "at {place}"
NOTE = "note: {note}"
SEVERITIES = {
    "contradiction": ("{count} contradiction", "{count} contradictions"),
    "doubt": ("{count} doubt", "{count} doubts"),
    "note": ("{count} note", "{count} notes"),
}

#: A figure that something is computed from.
INPUT = "{figure} for {period}"
#: What is claimed and what is computed, in a few words.
VERDICT_AGAINST = "{verdict}: {actual} against {target}"
BY_FIGURE = "{figure}: {shown}"
FROM_TO = "{low} to {high}"
VALUE_OF = "{value} of {name}"
ON_SIDE = "{distance} {side}"
DONE_AFTER = "{percent} % done after {end}"
DUE_AND_DONE = "due {due}, done {done}"
DONE_AND_GONE = "{percent} % done, {elapsed} % of its time gone"
NO_FIGURE = "no figure"
PLAIN = "{share}"
OF_NATURE = "{nature} {counted}"

#: How an actual is derived.
SUM_OF_PARTS = "sum of the parts"
AVERAGE_OF_RATES = "average of the yearly growth rates, compounding"
COMPOUNDED_REDUCTIONS = "compounding of the reductions"
GROWTH_OF_LEVELS = "compound annual growth of the levels"
FALL_OF_LEVELS = "fall from the first level to the last"
CHANGE_OF_LEVELS = "change from the first level to the last"
POINTS_A_YEAR = "points a year"
POINTS_LOST = "points lost"
FALL_TO_THE_AIM = "fall to the level aimed at"
SUM_OF_LEVELS = "sum of the levels"
COMPOUNDED_RATES = "compounding of the rates"
