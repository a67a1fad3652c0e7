"""What charts say: titles, headings, what stands beside them, and what somebody is told who does not see them."""

from __future__ import annotations

#: The headings of the tables behind the charts, and the names of the fields in tooltips.
INDICATOR = "indicator"
TARGET = "target"
ACTUAL = "actual"
ATTAINMENT = "attainment"
VERDICT = "verdict"
CAVEATS = "caveats"
REMARK = "remark"
#: What stands in the column of remarks where a chart cannot draw a value.
NOT_DRAWN = "not drawn: {reason}"
#: The same, where a target of the indicator that is not the one drawn was met or missed.
NOT_DRAWN_JUDGED = "not drawn: {reason}; the verdict is that of another target, {other}"
#: What stands below the title of a chart of nothing.
NO_INDICATORS = "The plan has no indicators."
NO_TASKS = "The plan has no tasks."

#: A verdict with how often it was given, in a legend.
COUNT_OF = "{words} {count}"
CAVEAT_SIGN = "*"
OTHER_SIGN = "†"
OF_ANOTHER = "† The target of this row cannot be assessed; the verdict is that of another target of the indicator."
WITH_CAVEAT = "* Something that is known could overturn this verdict."

ATTAINMENT_SAYS = (
    "Attainment of the target in force as of {day}: actual over target, of a cap target over actual. The upright line "
    "is the target."
)
ATTAINMENT_TOLD = (
    "Bar chart of {title} as of {day}: the attainment of each indicator's target in force, beside the verdict. "
    "{counts}."
)

DONE = "done"
GONE = "time gone"
SCHEDULED = "scheduled by then"
STANDING = "standing"
PROGRESS_SAYS = (
    "Share of the target in force that is done, against the share of its time that is gone, as of {day}. "
    "The diagonal is the schedule."
)
#: What stands in the column of remarks of a cap on a sum.
LIMIT_USED = "a limit: the share done is how much of it is used up"
LIMITS = (
    "{count} hollow point is a limit: it says how much of it is used up, and is better below the diagonal.",
    "{count} hollow points are limits: they say how much of them is used up, and are better below the diagonal.",
)
#: What stands in the column of remarks where the target has no schedule.
NO_SCHEDULE_OF_IT = "no schedule: {reason}"
WITHOUT_SCHEDULE = (
    "{count} point has no schedule, so that the diagonal says nothing of it.",
    "{count} points have no schedule, so that the diagonal says nothing of them.",
)
#: What stands in the column of remarks of what has gone through a range and out of it.
RANGE_LEFT = "past the range: more was done than the target allows"
PAST_THE_RANGE = (
    "{count} point above the diagonal is not ahead: it has gone past the range of its target.",
    "{count} points above the diagonal are not ahead: they have gone past the ranges of their targets.",
)
OFF_THE_DIAGONAL = (
    "{count} indicator has a schedule of equal rates, which lies off the diagonal.",
    "{count} indicators have a schedule of equal rates, which lies off the diagonal.",
)
AT_THE_EDGE = (
    "{count} point at the edge lies beyond it, where its number says.",
    "{count} points at the edge lie beyond it, where their numbers say.",
)
UNLABELLED = (
    "{count} indicator near its schedule has no label.",
    "{count} indicators near their schedule have no label.",
)
NOT_SHOWN = (
    "{count} indicator is not drawn, as its share is undefined: {names}.",
    "{count} indicators are not drawn, as their shares are undefined: {names}.",
)
SHARE_DONE = "share done"
SHARE_GONE = "share of the time gone"
ABOVE = "ahead of the schedule"
BELOW = "behind the schedule"
PROGRESS_TOLD = (
    "Scatter chart of {title} as of {day}: the share of each target that is done against the share of its time that is "
    "gone. {counts}."
)

PERIOD = "period"
VALUE = "value"
LOWEST = "lowest"
HIGHEST = "highest"
WHAT = "what"
ACTUAL_DERIVED = "actual, derived"
SCHEDULE = "schedule"
GOALS = "values that meet the target"
YEAR_ENDS = "end of the year"
EARLIER_GOAL = "target not in force"
AHEAD = "projection"
WAYS = {
    "by_growth": "projection by average growth",
    "log_linear": "projection by a log-linear line",
    "theil_sen": "projection by the median slope",
}
#: What the heights of a trajectory are, by the measure.
HEIGHTS = {
    "level": "Level",
    "growth": "Average growth since the start of the plan, in percent a year",
    "total": "Total since the start of the plan",
    "reduction": "Reduction since the start of the plan, in percent",
    "change": "Change since the baseline",
}
IN_UNIT = "{heights}, in {unit}."
WITHOUT_UNIT = "{heights}."
TRAJECTORY_SAYS = "As of {day}: {verdict}."
TRAJECTORY_SAYS_OTHER = (
    "As of {day} the target {target} cannot be assessed: {reason}. The verdict, {verdict}, is that of another target, "
    "{other}."
)
NO_SCHEDULE = "No schedule is drawn: {reason}."
NO_PROJECTION = "No projection is drawn: {reason}."
AHEAD_FROM = (
    "The projection starts at the end of {period}, the last figure that it uses; it leaves later ones out, as they are "
    "hedged or of a part of a year."
)
AHEAD_BEYOND = "The projection goes on beyond the edge, as far as its number says."
OPEN_POINTS = (
    "{count} hollow point is printed with a hedge, such as 'at least'.",
    "{count} hollow points are printed with a hedge, such as 'at least'.",
)
TRAJECTORY_TOLD = (
    "Line chart of {name} as of {day}: what was published, the schedule, the targets and where the figures so far "
    "lead. {verdict}."
)

METHODS_SAYS = (
    "What published methods say, each on the scale of its own words, the best at the right. "
    "The scales of two methods are not comparable."
)
METHODS_TOLD = (
    "Dot chart of {title}: what each of these methods says of each indicator, on the scale of its own words: {methods}."
)
NO_METHODS = "No method was asked for."

TASK = "task"
RUNS = "runs"
REPORTED = "reported"
STEPS = "milestones"
REPORTS = "reports"
REPORT = "{percent} ({period})"
STATUS_REPORT = "{status} ({period})"
TIMES = "Each bar is the time of a task."
#: By whether the day lies within the time that is shown.
TIMES_FILLED = {
    True: (
        "Each bar is the time of a task, filled as far as the work is reported as done. The upright line is the end "
        "of {day}."
    ),
    False: (
        "Each bar is the time of a task, filled as far as the work is reported as done by the end of {day}, which lies "
        "outside the time that is shown."
    ),
}
REPORTS_SAY = {
    True: "A tick is a report; a bar that is filled beyond its last one is ahead of its time.",
    False: "A tick is a report.",
}
STEPS_SAY = "Signs on a bar are milestones, where they are due."
TIMELINE_TOLD = {
    True: "Time chart of {title} as of {day}: the tasks with their milestones and reports. {counts}.",
    False: "Time chart of {title}: the tasks with their milestones and reports.",
}
STEP_SIGNS = {
    "met": "milestone done {count}",
    "not_met": "milestone past due {count}",
    "not_due": "milestone to come {count}",
}
#: Of a plan alone nobody asked as of when.
NOT_REPORTED = "milestone not reported as done {count}"

SEVERITY = "severity"
RULE = "rule"
SUBJECT = "subject"
FINDING = "finding"
CLAIMED = "claimed"
COMPUTED = "computed"
DIFFERENCE = "computed against claimed"
#: Both sides of a finding, where there is no space for columns.
CLAIMED_IS = "claimed: {claimed}"
COMPUTED_IS = "computed: {computed}"
FINDINGS_TITLE = "What is claimed, and what the figures come to"
FINDINGS_SAY = (
    "Where both sides are one number of one kind, the dot is what was computed, as a share of what is claimed: on the "
    "line they agree."
)
NOT_NUMBERS = "the two sides are not two numbers of one kind"
FINDINGS_TOLD = "Chart of the findings of an audit: what is claimed beside what the figures come to. {counts}."
NO_FINDINGS = "Nothing was found."
