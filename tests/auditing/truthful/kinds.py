"""Which kinds of figures and claims a document is a mix of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import civicplan as cp
from civicplan.model import Claim, GapTo, Measure

from .documents import Document
from .truths import MONEY

#: What many documents hold, though none holds all of it.
COMMON = (
    "ROUND_HALF_UP",
    "ROUND_HALF_EVEN",
    "ROUND_HALF_DOWN",
    "fiscal years",
    "extract",
    "prices: current",
    "prices: constant",
    "prices: None",
    "number",
    "rows of one group",
    "rows that add up",
    "weight",
    "stock",
    *(f"published {measure}" for measure in Measure),
    *(f"target on {measure}" for measure in Measure),
    "targets on two measures",
    "target in words",
    "revised target",
    "hedged figure",
    "provisional and final figure",
    "figure published in 2021",
    "figure published in 2022",
    "one figure in two places",
    "average growth: compound",
    "average growth: mean of the rates",
    "average growth: whole by years",
    "average growth: a year less",
    "average growth: from the first year",
    "GrowthClaim",
    "verdict: met",
    "verdict: not_met",
    "complete list of a verdict",
    "standing: behind",
    "standing: on_track",
    "level of its own",
    "gap to the target in level",
    "gap to the indicator",
    "gap to the schedule",
    "count by all",
    "count by verdict",
    "count by standing",
    "count by status",
    "count by nature",
    "count by category",
    "count with a list",
    "count without a list",
    "share with a whole",
    "share without a whole",
    "parts of 100",
    "parts of a whole",
    "forecast",
    "StatusClaim",
    "reported status",
    "percent done",
    "amounts",
    "milestone",
)
#: What is rarer, since the true values seldom allow it or few rows hold it.
RARE = (
    "gap to the target in growth",
    "standing: ahead",
    "standing: achieved_early",
    "standing: reversing",
    "rows such as 3a and 3b",
    "figure published in 2017",
)


def kinds_of(document: Document) -> frozenset[str]:
    """The kinds that occur in a document."""
    plan = document.plan
    return frozenset(
        (
            *_of_manner(document),
            *(kind for row in plan.indicators for kind in (*_of_row(row), *_of_editions(row))),
            *(kind for task in plan.tasks for kind in _of_task(task)),
            *(kind for claim in plan.claims for kind in _of_claim(claim)),
        )
    )


def _of_manner(document: Document) -> Iterator[str]:
    yield document.manner.halves
    if document.manner.is_fiscal:
        yield "fiscal years"
    if not document.plan.complete:
        yield "extract"
    averaged = {claim.subject for claim in document.plan.claims if isinstance(claim, cp.GrowthClaim)}
    averaged |= {row.id for row in document.plan.indicators for one in row.observations if one.measure == "growth"}
    yield from (f"average growth: {truth.average}" for truth in document.truths if truth.id in averaged)


def _of_row(row: cp.Indicator) -> Iterator[str]:
    if row.unit in MONEY:
        yield f"prices: {row.prices}"
    if row.number:
        yield "number"
        if row.number[-1].isalpha():
            yield "rows such as 3a and 3b"
    if row.group:
        yield "rows of one group"
    if row.weight:
        yield "weight"
    if row.stock:
        yield "stock"
    yield from (f"published {one.measure}" for one in row.observations)
    yield from (f"target on {one.measure}" for one in row.targets if isinstance(one, cp.Threshold))
    if {one.measure for one in row.targets if isinstance(one, cp.Threshold)} > {Measure.LEVEL}:
        yield "targets on two measures"
    if any(isinstance(one, cp.Qualitative) for one in row.targets):
        yield "target in words"


def _of_editions(row: cp.Indicator) -> Iterator[str]:
    """What was printed more than once, or with a hedge."""
    if any(one.is_hedged for one in row.observations):
        yield "hedged figure"
    if any(one.status for one in row.observations):
        yield "provisional and final figure"
    published = {str(one.published)[:4] for one in row.observations if one.published}
    yield from (f"figure published in {year}" for year in published)
    if any(isinstance(one, cp.Threshold) and one.published for one in row.targets):
        yield "revised target"
    levels = [one.period for one in row.observations if one.measure == "level" and not one.published and not one.status]
    if any(len(list(same)) > 1 for _, same in groupby(levels)):
        yield "one figure in two places"


def _of_task(task: cp.Task) -> Iterator[str]:
    if task.milestones:
        yield "milestone"
    if any(report.percent for report in task.reports):
        yield "percent done"
    if any(report.status for report in task.reports):
        yield "reported status"
    if task.deliverables and any(report.delivered for report in task.reports):
        yield "amounts"


def _of_claim(claim: Claim) -> Iterator[str]:
    if claim.is_forecast:
        yield "forecast"
        return
    match claim:
        case cp.VerdictClaim():
            yield f"verdict: {claim.verdict}"
            if claim.exhaustive:
                yield "complete list of a verdict"
        case cp.StandingClaim():
            yield "level of its own" if claim.standing is None else f"standing: {claim.standing}"
        case cp.GapClaim():
            yield f"gap to the {claim.to}" + (f" in {claim.measure}" if claim.to is GapTo.TARGET else "")
        case cp.CountClaim():
            marks = ("verdict", "standing", "status", "nature", "category")
            marked = [mark for mark in marks if getattr(claim, mark) is not None] or ["all"]
            yield from (f"count by {mark}" for mark in marked)
            yield "count with a list" if claim.members else "count without a list"
        case cp.ShareClaim():
            yield "share without a whole" if claim.whole is None else "share with a whole"
        case cp.BreakdownClaim():
            yield "rows that add up" if claim.members else "parts of 100" if claim.whole is None else "parts of a whole"
        case cp.GrowthClaim() | cp.StatusClaim():
            yield type(claim).__name__
