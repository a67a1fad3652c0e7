"""Targets that were revised and baselines that were restated, where that decides what came of an indicator."""

from __future__ import annotations

from collections.abc import Iterator

from civicplan.assessment import IndicatorAssessment, Outcome
from civicplan.assessment.outcome import actual_text
from civicplan.auditing._lookup import place_of
from civicplan.auditing._words import name_of
from civicplan.auditing.case import Case, StatedVerdict
from civicplan.auditing.finding import Finding, Severity
from civicplan.auditing.restated import Restatement
from civicplan.evidence import Actual
from civicplan.evidence.in_force import are_alike
from civicplan.model import Threshold, Verdict
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import fill
from civicplan.render.words import in_words, percent_text


def revised_target(case: Case) -> Iterator[Finding]:
    """No target was revised so that what would have been a miss is a success, unless the reader is told.

    Reports a target in force that was published later than another for the same measure and time, where the actual
    meets it and misses the earlier one. It is a note, and a doubt where the report gives the indicator as met. Where
    the report gives it as missed, unsupported-shortfall says all that.

    Tolerance: none is needed. No unprinted digit of the actual could bring it to the earlier target, and nothing else
    that is known could.

    What it does not prove: that the report conceals the revision. It may speak of it elsewhere.

    Innocent readings: The report may go by the target as it was revised.
    """
    for assessed in case.assessment.indicators:
        stated = case.stated_verdicts.get(assessed.indicator.id)
        if stated is not None and stated.verdict is Verdict.NOT_MET:
            continue
        for outcome in assessed.in_force:
            first = _first_missed(outcome, assessed) if outcome.verdict is Verdict.MET else None
            if first is not None:
                yield _turned(first, outcome, stated)


def _first_missed(revised: Outcome, assessed: IndicatorAssessment) -> Outcome | None:
    """What came of the first of the targets that this one took the place of, where it was certainly missed."""
    replaced = [
        outcome
        for outcome in assessed.outcomes
        if not outcome.is_valid
        and outcome.is_published
        and are_alike(outcome.target, revised.target)
        and outcome.due == revised.due
    ]
    first = min(replaced, key=_publication_key, default=None)
    return first if first is not None and first.decisive and first.verdict is Verdict.NOT_MET else None


def _publication_key(outcome: Outcome) -> tuple[int, int]:
    published = outcome.target.published if isinstance(outcome.target, Threshold) else None
    return (0, 0) if published is None else published.end_key


def _turned(first: Outcome, revised: Outcome, stated: StatedVerdict | None) -> Finding:
    assert isinstance(revised.actual, Actual), "a verdict rests on an actual"
    assert isinstance(revised.target, Threshold), "only thresholds are revised"
    indicator, actual = revised.indicator, revised.actual
    value = actual_text(revised.target, actual, revised.bound)
    sentence = fill(
        text.REVISED_TARGET,
        name=name_of(indicator),
        due=revised.due,
        first=first.target_text,
        revised=revised.target_text,
        published=revised.target.published,
        actual=value,
        period=actual.period,
    )
    return Finding.about(
        indicator,
        sentence,
        severity=Severity.DOUBT if stated else Severity.NOTE,
        claimed=text.verdict_against(Verdict.MET, value, revised.target_text),
        computed=text.verdict_against(Verdict.NOT_MET, value, first.target_text),
        source=place_of(indicator, stated.claim.source if stated else None),
        inputs=actual.inputs,
        cautions=(text.GOES_BY_THE_REVISED,) if stated else (),
        notes=(stated.claim.notes,) if stated else (),
    )


def restated_baseline(case: Case) -> Iterator[Finding]:
    """No later figure for the period of the baseline changes a verdict, or how much of a target is done.

    Compares what comes of each target by the baseline of the plan with what comes of it by the figure that contradicts
    it, and reports the first target of which the verdict differs, else the first of which the progress does. It is
    always a note. Where several later figures contradict each other, figure-disagrees reports that alone.

    Tolerance: rounding of the two figures. Progress is compared as it is shown, with one decimal place, and only where
    there is one by both.

    What it does not prove: which of the two counts. The plan set its targets by its own.

    Innocent readings: The series may have been revised since the plan, or its definition changed.
    """
    for restatement in case.restatements.values():
        yield _restated(restatement)


def _restated(restatement: Restatement) -> Finding:
    before, after = restatement.before, restatement.after
    indicator, target = before.indicator, before.target_text
    if before.verdict is after.verdict:
        sentence, shown = text.RESTATED_PROGRESS, [percent_text(one.progress) for one in (before, after)]
    else:
        sentence, shown = text.RESTATED_VERDICT, [in_words(one.verdict) for one in (before, after)]
    return Finding.about(
        indicator,
        fill(
            sentence,
            name=name_of(indicator),
            period=restatement.baseline.period,
            baseline=restatement.baseline.figure,
            restated=restatement.restated.figure,
            target=target,
            before=shown[0],
            after=shown[1],
        ),
        severity=Severity.NOTE,
        claimed=fill(phrases.BY_FIGURE, figure=restatement.baseline.figure, shown=shown[0]),
        computed=fill(phrases.BY_FIGURE, figure=restatement.restated.figure, shown=shown[1]),
        source=place_of(indicator, restatement.baseline.source),
        inputs=(restatement.restated,),
        cautions=(text.SERIES_REVISED,),
    )
