"""The words of the report: its headings, its labels, and the sentences that say how it is to be read."""

from __future__ import annotations

#: What a browser calls the page, and what stands below the title of the plan.
TITLE = "{title}: assessment as of {day}"
SUBTITLE = "Assessment as of {day}"
SKIP = "Skip to the report"
CONTENTS = "Contents"

BASIS_HEADING = "What was assessed, and by which rules"
SUMMARY_HEADING = "Summary"
INDICATORS_HEADING = "The indicators one by one"
SHORTFALLS_HEADING = "Missed or behind"
FINDINGS_HEADING = "What the audit found"
METHODS_HEADING = "Published methods side by side"
TASKS_HEADING = "The tasks one by one"
UNASSESSED_HEADING = "What could not be assessed, and why"
SOURCES_HEADING = "Sources"

JURISDICTION = "Place"
PERIOD = "Plan period"
DAY = "As of"
#: The day on which a period ends.
END_OF = "the end of {period}, {day}"
ON_THE_DAY = "{day}"
CONTENT = "Assessed"
TOLERANCE = "Tolerance"
NO_TOLERANCE = "none: what is behind its schedule by more than its printed digits allow counts as behind"
SOME_TOLERANCE = "{share} of the way to the target; it touches standings, never verdicts"
VINTAGE = "Figures that count"
VINTAGES = {
    "latest": "all that was published; where there are several for one period, the latest",
    "first": "where several were published for one period, the first",
}
PUBLISHED_BY = "what was published by the end of {day}"
PATH = "Path to the target"
PATHS = {
    None: "the same step each year; the same rate each year where growth or a reduction is promised beside the level",
    "linear": "the same step each year",
    "geometric": "the same rate each year",
}
LIBRARY = "Computed by"
VERSION = "civicplan {version}"
RULE_OF_VERDICTS = (
    "A verdict compares the actual for the date of a target, published or derived from what was published, with the "
    "target, and with nothing else. "
    "A printed figure stands for every value that rounds to it: where these values would give both verdicts, "
    "the printed one decides, and a footnote says so."
)
RULE_OF_GAPS = (
    "What is undefined is shown as a dash and never counted as zero; why a verdict, a standing, an attainment or a "
    "progress is missing is listed. In any other column a dash means that nothing is stated or known."
)

#: How many were assessed.
ASSESSED = {
    "indicators": ("{count} indicator was assessed.", "{count} indicators were assessed."),
    "tasks": ("{count} task was assessed.", "{count} tasks were assessed."),
}
NOTHING_ASSESSED = "The plan has neither indicators nor tasks."
#: How many of them are in which state: the verdict, and the standing of what is not due.
STATES = {
    "met": ("{count} is met.", "{count} are met."),
    "achieved_early": ("{count} has been achieved early.", "{count} have been achieved early."),
    "ahead": ("{count} is ahead of its schedule.", "{count} are ahead of their schedule."),
    "on_track": ("{count} is on track.", "{count} are on track."),
    "not_due": (
        "{count} is not due yet, and how it stands is not known.",
        "{count} are not due yet, and how they stand is not known.",
    ),
    "not_assessable": ("{count} cannot be assessed.", "{count} cannot be assessed."),
    "behind": ("{count} is behind its schedule.", "{count} are behind their schedule."),
    "reversing": ("{count} is reversing.", "{count} are reversing."),
    "not_met": ("{count} is not met.", "{count} are not met."),
}
WITH_CAVEAT = (
    "{count} verdict could be overturned by what is known; its footnote says by what.",
    "{count} verdicts could be overturned by what is known; their footnotes say by what.",
)
#: What the states of the tasks do not tell.
OVERDUE = (
    "{count} of them is overdue: less was done by its end than was promised, or a milestone is past its date.",
    "{count} of them are overdue: less was done by their end than was promised, or a milestone is past its date.",
)
AMOUNT_BEHIND = (
    "{count} of them has an amount that is behind its schedule.",
    "{count} of them have an amount that is behind its schedule.",
)
NEXT_BEHIND = (
    "{count} of them is behind the target that comes next.",
    "{count} of them are behind the targets that come next.",
)
OVERDUE_CARD = "of them overdue"
BEHIND_CARD = "of them with an amount behind"
BY = {
    "nature": "Indicators by nature",
    "category": "Indicators by category",
}
GROUP_COLUMNS = {
    "nature": "nature",
    "category": "category",
}
PICTURE_COLUMN = "picture"
TOTAL = "in all"
NO_GROUP = "none stated"

INDICATORS_CAPTION = "The indicators as of {day}"
#: How much of a cap on a total is used up, by whether it is known how much of the time is gone.
CAP_USED = {
    False: "{done} of the cap is used up",
    True: "{done} of the cap is used up, {elapsed} of the time is gone",
}
TASKS_CAPTION = "The tasks as of {day}"

#: What the drawings show, and what somebody is told who does not see them.
DRAWINGS_RULE = (
    "In the drawings a point is what was published, with a bar over all values that its printed digits allow; it is "
    "hollow where it was printed with a hedge. The dashed line is the schedule. The band holds the values that meet "
    "the target. A wedge shows where the figures so far lead, and is no forecast; where it ends in an arrow, it goes "
    "on beyond the edge, as far as its number says."
)
DRAWING_TOLD = "Drawing: {points}."
POINT = "{what} {value} ({period})"
#: By whether it is known when the target is due.
TARGETS = {
    False: "The target is {target}.",
    True: "The target is {target}, due {due}.",
}
#: By whether all could be assessed.
NOTHING_SHORT = {
    True: "Nothing was missed, and nothing is behind its schedule.",
    False: "Of what could be assessed nothing was missed, and nothing is behind its schedule.",
}
#: How many of the missed and the behind are not shown one by one.
MORE_SHORT = (
    "{count} more was missed or is behind; it stands in the table of all indicators.",
    "{count} more were missed or are behind; they stand in the table of all indicators.",
)

#: How many rules an audit applied.
RULES_APPLIED = (
    "{count} rule compared what the plan says of itself with its own figures: {found}.",
    "{count} rules compared what the plan says of itself with its own figures: {found}.",
)
SEVERITY_RULE = (
    "A contradiction leaves no reading by which claim and figures are both right. A doubt names one. A note is worth "
    "knowing and nothing more."
)
CLAIMED = "Claimed"
COMPUTED = "Computed"
PLACES = "Places"
RULE = "Rule"
READING = "Note"
MORE_FINDINGS = "{count} more finding is not shown here.", "{count} more findings are not shown here."

METHODS_CAPTION = "The same figures by {count} published method", "The same figures by {count} published methods"
METHODS_RULE = (
    "The methods ask different questions, so that their words cannot be exchanged for each other, nor for the verdicts "
    "above. A dash means that a method says nothing of a row, for the reason listed below."
)
CONFIRMED = {
    True: "Its rules were confirmed in the source.",
    False: "Its rules are not confirmed in the source.",
}
METHOD = "{title} ({name}). {confirmed} {source}."

UNASSESSED_CAPTION = "Targets and tasks without a verdict or a standing"
UNASSESSED_HEADINGS = ("no.", "indicator or task", "target", "what is missing", "why")
MISSING_VERDICT = "the verdict"
MISSING_STANDING = "the standing"
ALL_ASSESSED = (
    "Every target that is in force or due next, and every task, has a verdict, or a standing where it is not due."
)
#: Why measures are undefined, whether or not there is a verdict, and why methods rate nothing.
DASHES_CAPTION = "Why other numbers are shown as a dash"
DASHES_HEADINGS = ("what is missing", "why", "of")
UNRATED_CAPTION = "Why methods say nothing of a row"
UNRATED_HEADINGS = ("method", "why", "of")
WITH_HINT = "{reason}. {hint}"

DOCUMENT = "{document}: {extent}"
PLACES_IN = ("{count} place", "{count} places")
LINES = {
    False: "{places}, line {first}",
    True: "{places}, lines {first} to {last}",
}
NO_SOURCES = "The plan does not say which documents its figures were taken from."

#: By whether any document is named.
FOOTERS = {
    True: (
        "Computed by civicplan {version} from the figures in the documents named above; "
        "every verdict can be recomputed."
    ),
    False: "Computed by civicplan {version} from what is recorded of the plan; from that it can be computed anew.",
}
