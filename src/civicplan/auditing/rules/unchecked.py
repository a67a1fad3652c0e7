"""Verdicts and growth that a document states and that can be compared with nothing printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicplan.assessment import IndicatorAssessment, Outcome
from civicplan.auditing._early import is_comparable, is_of_day, to_come
from civicplan.auditing._lookup import place_of
from civicplan.auditing._words import name_of
from civicplan.auditing.case import OPPOSITE, Case, StatedVerdict
from civicplan.auditing.finding import Finding, Severity
from civicplan.auditing.rules.growth import comparable_growth
from civicplan.errors import Reason
from civicplan.evidence import Actual
from civicplan.model import GrowthClaim, Indicator, Measure, Verdict
from civicplan.model.units import is_ratio
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import fill, to_message
from civicplan.render.words import in_measure, in_words
from civicplan.values import NotAssessable


def not_checked(case: Case) -> Iterator[Finding]:
    """Every verdict that names an indicator, and every stated growth, stands beside figures that can confirm it.

    Where there are none, what is printed neither agrees nor disagrees, and without a word that would look like
    agreement. What a list implies of an indicator that it omits is left out, and so are forecasts, and verdicts on one
    indicator that contradict each other.

    Tolerance: none is needed.

    What it does not prove: that the claim is wrong. It is always a note. Of other claims it says nothing.
    """
    for assessed in case.assessment.indicators:
        stated = case.stated_verdicts.get(assessed.indicator.id)
        if stated is not None and stated.is_by_name and stated.verdict in OPPOSITE:
            reason = _why_no_verdict(case, assessed, stated)
            if reason:
                yield _verdict_not_checked(assessed.indicator, stated, reason)
    for claim in case.plan.claims:
        if isinstance(claim, GrowthClaim) and not claim.is_forecast:
            reason = _why_no_growth(case, claim)
            if reason:
                yield _growth_not_checked(case.plan[claim.subject], claim, reason)


def _why_no_verdict(case: Case, assessed: IndicatorAssessment, stated: StatedVerdict) -> str:
    """Why a verdict can be compared with no figure; empty where it can."""
    if assessed.verdict in OPPOSITE:
        return ""
    if assessed.verdict is Verdict.NOT_DUE:
        is_beside_its_level = stated.verdict is Verdict.MET and _has_a_level_of_the_day(case, assessed)
        to_be_due = next(outcome for outcome in assessed.in_force if outcome.verdict is Verdict.NOT_DUE)
        return "" if is_beside_its_level else fill(text.NOT_YET_DUE, due=to_be_due.due)
    without = [outcome for outcome in assessed.in_force if outcome.reason is not None]
    first = min(without, key=lambda outcome: not outcome.is_due_by(case.as_of), default=None)
    return Reason.NO_TARGET.sentence if first is None else _reason_of(first)


def _has_a_level_of_the_day(case: Case, assessed: IndicatorAssessment) -> bool:
    """True where not-achieved-early compares what was reached with the target."""
    coming = to_come(assessed)
    return coming is not None and is_comparable(coming) and is_of_day(coming, case.as_of)


def _reason_of(outcome: Outcome) -> str:
    assert outcome.reason is not None, "what has no verdict has a reason"
    if outcome.reason is Reason.MISSING_OBSERVATION and outcome.due is not None:
        return fill(text.NO_FIGURE_FOR, period=outcome.due)
    return outcome.reason.sentence


def _why_no_growth(case: Case, claim: GrowthClaim) -> str:
    """Why a growth can be compared with no figure; empty where it can."""
    if not case.is_over(claim.period):
        is_of_the_whole = case.plan.period.ends_by(case.as_of)  # an earlier audit leaves out what is of later periods
        return fill(text.AFTER_THE_AUDIT, day=case.as_of) if is_of_the_whole else ""
    indicator, before = case.plan[claim.subject], claim.period.year_before
    evidence = case.evidence(indicator)
    if comparable_growth(evidence, claim.period):
        return ""
    if is_ratio(indicator.unit) and evidence.derived(Measure.GROWTH, claim.period):
        return text.POINTS_OR_PERCENT
    if before is None:
        return fill(text.NO_GROWTH_FOR, period=claim.period)
    levels = [evidence.published(Measure.LEVEL, year) for year in (before, claim.period.last_unit)]
    if any(isinstance(level, NotAssessable) and level.reason is Reason.MISSING_OBSERVATION for level in levels):
        return fill(text.NO_LEVELS_FOR, before=before, last=claim.period.last_unit)
    return _why_not_derived(levels)


def _why_not_derived(levels: Sequence[Actual | NotAssessable]) -> str:
    """Why the two levels that are printed give no growth."""
    unclear = next((level.reason for level in levels if isinstance(level, NotAssessable)), Reason.HEDGED)
    are_numbers = not any(isinstance(level, NotAssessable) or level.is_hedged for level in levels)
    return fill(text.NO_GROWTH_FROM, start=levels[0], end=levels[1]) if are_numbers else unclear.sentence


def _verdict_not_checked(indicator: Indicator, stated: StatedVerdict, reason: str) -> Finding:
    says = text.SAYS_MET if stated.verdict is Verdict.MET else text.SAYS_NOT_MET
    return Finding.about(
        indicator,
        fill(says, name=name_of(indicator)),
        fill(text.NOT_CHECKED, reason=to_message(reason)),
        severity=Severity.NOTE,
        claimed=in_words(stated.verdict),
        computed=phrases.UNDEFINED,
        source=place_of(indicator, stated.claim.source),
        notes=(stated.claim.notes,),
    )


def _growth_not_checked(indicator: Indicator, claim: GrowthClaim, reason: str) -> Finding:
    claimed = in_measure(claim.figure, Measure.GROWTH)
    return Finding.about(
        indicator,
        fill(text.STATES_GROWTH, name=name_of(indicator), period=claim.period, stated=claimed),
        fill(text.NOT_CHECKED, reason=to_message(reason)),
        severity=Severity.NOTE,
        claimed=claimed,
        computed=phrases.UNDEFINED,
        source=place_of(indicator, claim.source),
        notes=(claim.notes,),
    )
