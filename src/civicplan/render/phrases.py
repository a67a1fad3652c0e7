"""The short texts of tables: headings, signs and what they mean, and phrases that stand in cells."""

from __future__ import annotations

INDICATOR_HEADINGS = ("no.", "indicator", "unit", "target", "actual", "verdict", "attainment")
TASK_HEADINGS = ("no.", "task", "verdict", "reported", "time gone by then", "standing", "amounts", "past due")
RATING_HEADINGS = ("no.", "indicator", "rating", "value", "from", "to")
GROUP_HEADINGS = ("group", "rated", "ratings", "together")
COMPARISON_HEADINGS = ("id", "indicator")
FINDING_HEADINGS = ("severity", "code", "subject", "finding", "claimed", "computed", "places", "note")

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
COUNTED = "{count} {noun}"
COUNTS_OF_TASKS = "tasks: {counts}"

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
