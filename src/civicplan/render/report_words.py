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
TASKS_HEADING = "The tasks one by one"

PLAN = "Plan"
JURISDICTION = "Place"
PERIOD = "Plan period"
DAY = "As of"
#: The day on which a period ends.
END_OF = "the end of {period}, {day}"
ON_THE_DAY = "{day}"
CONTENT = "Assessed"
TOLERANCE = "Tolerance"
NO_TOLERANCE = "none: what is behind by more than its printed digits allow is behind"
SOME_TOLERANCE = "{share} of the way to the target; it touches standings, never verdicts"
VINTAGE = "Figures that count"
VINTAGES = {
    "latest": "all that was published; of several for one period the latest",
    "first": "of several published for one period the first",
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
    "A verdict compares what was published for the date of a target with the target, and with nothing else. "
    "A printed figure stands for every value that rounds to it: where these values would give both verdicts, "
    "the printed one decides, and a footnote says so."
)
RULE_OF_GAPS = "What is undefined is shown as a dash and never counted as zero; the reasons are listed."

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
BY = {
    "nature": "Indicators by nature",
    "category": "Indicators by category",
}
GROUP_COLUMNS = {
    "nature": "nature",
    "category": "category",
}
PICTURE_COLUMN = "picture"
TOTAL_COLUMN = "all"
ALL_GROUPS = "all"
NO_GROUP = "none stated"

INDICATORS_CAPTION = "The indicators as of {day}"
TASKS_CAPTION = "The tasks as of {day}"

FOOTER = (
    "Computed by civicplan {version} from the figures in the documents named above; every verdict can be recomputed."
)
