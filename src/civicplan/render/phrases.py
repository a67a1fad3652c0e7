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
STEP_DONE = "{figure} ({period}; done {done})"
REPORT_HEADINGS = ("period", "percent", "status", "amounts", "words")
INFERRED = "{direction} (inferred from the targets)"
TASK_HEADINGS = ("no.", "task", "verdict", "reported", "time gone by then", "standing", "amounts", "past due")
RATING_HEADINGS = ("no.", "indicator", "rating", "value", "from", "to")
GROUP_HEADINGS = ("group", "rated", "ratings", "together")
COMPARISON_HEADINGS = ("id", "indicator")
FINDING_HEADINGS = ("severity", "code", "subject", "finding", "claimed", "computed", "places", "note")

#: What a table of an assessment is about.
AS_OF = "{title}, as of {day}"
#: The rows of a table that a page does not show, by whether it is one.
MORE_ROWS = {True: "1 more row is not shown here.", False: "{count} more rows are not shown here."}
#: What a bar of progress says.
DONE = "{done} done"
DONE_AND_ELAPSED = "{done} done, {elapsed} of the time gone"

#: A value that is undefined.
UNDEFINED = "—"
#: The verdict on a task, by whether it is overdue and whether nothing was reported of its end.
TASK_VERDICTS = {
    (False, False): "{verdict}",
    (True, False): "{verdict}, overdue",
    (False, True): "{verdict}, unreported",
    (True, True): "{verdict}, overdue, unreported",
}
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

NOT_DUE = "{verdict}: {standing}"
TO_COME = "{verdict}; {next} {standing}"
DUE_AND_TO_COME = "{verdict} {due}; {next} {standing}"
AMOUNT = "{subject} {share}"
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
NO_GROUP = "none"
TIMELINE = "<{plan} as of {days}>"
COUNTED = "{count} {noun}"
COUNTS_OF_TASKS = "tasks: {counts}"

#: How many parts of a kind a plan has, by whether it is one.
PARTS = {
    ("indicators", True): "1 indicator",
    ("indicators", False): "{count} indicators",
    ("tasks", True): "1 task",
    ("tasks", False): "{count} tasks",
    ("goals", True): "1 goal",
    ("goals", False): "{count} goals",
    ("claims", True): "1 claim",
    ("claims", False): "{count} claims",
}
NO_PARTS = "nothing in it"

NO_FINDINGS = "no findings"
FINDING = "{severity}  {code}  {subject}"
FOUND_AT = "at {place}"
NOTE = "note: {note}"
#: By severity, and whether there is only one.
SEVERITIES = {
    ("contradiction", True): "1 contradiction",
    ("contradiction", False): "{count} contradictions",
    ("doubt", True): "1 doubt",
    ("doubt", False): "{count} doubts",
    ("note", True): "1 note",
    ("note", False): "{count} notes",
}
