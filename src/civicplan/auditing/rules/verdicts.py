"""The verdicts that a report gives, compared with the verdicts that its own figures give."""

from __future__ import annotations

from collections.abc import Iterator

from civicplan.assessment import IndicatorAssessment, Outcome
from civicplan.assessment.outcome import actual_text, target_text
from civicplan.auditing._lookup import place_of
from civicplan.auditing._units import UnitKind, price_caution, unit_kind
from civicplan.auditing._words import inputs_text, name_of
from civicplan.auditing.case import Case, StatedVerdict
from civicplan.auditing.finding import Finding, Severity
from civicplan.evidence import Actual
from civicplan.model import Measure, Relative, Verdict
from civicplan.render import findings as text
from civicplan.render.template import fill

#: What the report says of an indicator: by name or not, and the verdict.
_SAYS = {
    (True, Verdict.MET): text.SAYS_MET,
    (True, Verdict.NOT_MET): text.SAYS_NOT_MET,
    (False, Verdict.MET): text.IMPLIES_MET,
    (False, Verdict.NOT_MET): text.IMPLIES_NOT_MET,
}
_CLAIMED = {
    (True, Verdict.MET): "met",
    (True, Verdict.NOT_MET): "not met",
    (False, Verdict.MET): text.OMITTED_FROM_SHORTFALLS,
    (False, Verdict.NOT_MET): text.OMITTED_FROM_MET,
}
#: What its figures say: derived or not, and the verdict.
_FIGURES_SAY = {
    (False, Verdict.MET): text.IS_MET,
    (False, Verdict.NOT_MET): text.IS_NOT_MET,
    (True, Verdict.MET): text.IS_MET_AS_DERIVED,
    (True, Verdict.NOT_MET): text.IS_NOT_MET_AS_DERIVED,
}
_COMPUTED = {Verdict.MET: "met", Verdict.NOT_MET: "not met"}


def undisclosed_shortfall(case: Case) -> Iterator[Finding]:
    """No indicator that the report gives as met, or omits from a complete list of shortfalls, is decisively missed.

    Checks the targets that were due last; an earlier miss may have been made up for.

    Tolerance: none is needed. Decisive means that no unprinted digit of the actual could bring it to the target.

    What it does not prove: why the report differs. A miss that rests only on a growth derived from levels whose
    prices are not known is a doubt, and the message says so. Where two claims about one indicator contradict each
    other, neither is used.
    """
    for stated, assessed in _with_stated(case, Verdict.MET):
        misses = [outcome for outcome in _due_last(assessed) if _is_certain(outcome, Verdict.NOT_MET)]
        if misses:
            surest = min(misses, key=lambda miss: bool(_caution(miss)))
            yield _finding(stated, surest, _severity(_caution(surest)), text.CERTAIN, _caution(surest))


def undecided_verdict(case: Case) -> Iterator[Finding]:
    """No verdict of the report is the opposite of that of the printed figures, so that only rounding could save it.

    Where the printed figures agree with the report there is no finding, even if unprinted digits could reverse both.

    Tolerance: the unprinted digits of the actual; the finding appears exactly when they could decide either way.

    What it does not prove: that the report is wrong. With the digits at hand it may be right.
    """
    for stated, assessed in _with_stated(case, Verdict.MET):
        outcomes = [outcome for outcome in _due_last(assessed) if not _is_rate_of_ratio(outcome)]
        misses = [outcome for outcome in outcomes if outcome.verdict is Verdict.NOT_MET]
        if misses and not any(outcome.decisive for outcome in misses):
            yield _finding(stated, misses[0], Severity.DOUBT, text.DEPENDS_ON_ROUNDING, _caution(misses[0]))
    for stated, assessed in _with_stated(case, Verdict.NOT_MET):
        outcomes = list(assessed.outcomes)
        are_met = all(outcome.verdict is Verdict.MET and not _is_rate_of_ratio(outcome) for outcome in outcomes)
        undecided = [outcome for outcome in outcomes if not outcome.decisive]
        if are_met and undecided:
            yield _finding(stated, undecided[0], Severity.DOUBT, text.DEPENDS_ON_ROUNDING, _caution(undecided[0]))


def unsupported_shortfall(case: Case) -> Iterator[Finding]:
    """No indicator that the report gives as missed is decisively met in every one of its targets.

    Tolerance: none is needed. Every target must be met, and no unprinted digit may reverse one of them; an indicator
    with a target that could not be assessed is left out.

    What it does not prove: that the report is wrong. It may judge a target that the table does not print.
    """
    for stated, assessed in _with_stated(case, Verdict.NOT_MET):
        outcomes = assessed.outcomes
        if outcomes and all(_is_certain(outcome, Verdict.MET) for outcome in outcomes):
            caution = next(filter(None, map(_caution, outcomes)), "")
            yield _finding(stated, outcomes[0], _severity(caution), text.CERTAIN, caution)


def _severity(caution: str) -> Severity:
    return Severity.DOUBT if caution else Severity.CONTRADICTION


def _with_stated(case: Case, verdict: Verdict) -> Iterator[tuple[StatedVerdict, IndicatorAssessment]]:
    """The indicators to which the document gives this verdict."""
    for assessed in case.assessment.indicators:
        stated = case.stated_verdicts.get(assessed.indicator.id)
        if stated is not None and stated.verdict is verdict:
            yield stated, assessed


def certain_verdict(assessed: IndicatorAssessment) -> Verdict | None:
    """Return the verdict on published figures that no unprinted or missing one could change; None if there is none."""
    if any(_is_certain(outcome, Verdict.NOT_MET) and _is_published(outcome) for outcome in _due_last(assessed)):
        return Verdict.NOT_MET
    are_met = all(_is_certain(outcome, Verdict.MET) and _is_published(outcome) for outcome in assessed.outcomes)
    return Verdict.MET if assessed.outcomes and are_met else None


def _is_published(outcome: Outcome) -> bool:
    return isinstance(outcome.actual, Actual) and not outcome.actual.is_derived


def _due_last(assessed: IndicatorAssessment) -> tuple[Outcome, ...]:
    """The outcomes of the targets that were due last, and of those without a date."""
    latest = max((outcome.due.end_key for outcome in assessed.outcomes if outcome.due), default=None)
    return tuple(outcome for outcome in assessed.outcomes if not outcome.due or outcome.due.end_key == latest)


def _is_certain(outcome: Outcome, verdict: Verdict) -> bool:
    """True when no unprinted digit could change the verdict."""
    return outcome.verdict is verdict and outcome.decisive and not _is_rate_of_ratio(outcome)


def _is_rate_of_ratio(outcome: Outcome) -> bool:
    """True for a rate derived from levels in percent; whether points were meant nobody can tell."""
    return _is_from_levels(outcome) and unit_kind(outcome.indicator) is UnitKind.RATIO


def _is_from_levels(outcome: Outcome) -> bool:
    actual = outcome.actual
    if not isinstance(actual, Actual) or actual.measure is Measure.LEVEL:
        return False
    return any(figure.measure is Measure.LEVEL for figure in actual.inputs)


def _caution(outcome: Outcome) -> str:
    """What may explain that the report differs, besides digits."""
    if not _is_from_levels(outcome):
        return ""
    derived = text.DERIVED_REFERENCE if isinstance(outcome.target, Relative) else ""
    return price_caution(outcome.indicator) or derived


def _finding(stated: StatedVerdict, outcome: Outcome, severity: Severity, digits: str, caution: str) -> Finding:
    assert isinstance(outcome.actual, Actual), "a verdict rests on an actual"
    indicator, actual, claim = outcome.indicator, outcome.actual, stated.claim
    value, target = actual_text(outcome.target, actual, outcome.bound), target_text(outcome.target)
    figures_say = fill(
        _FIGURES_SAY[actual.is_derived, outcome.verdict],
        actual=value,
        period=actual.period,
        target=target,
        formula=actual.formula,
        inputs=inputs_text(actual.inputs),
    )
    kind = stated.is_by_name, stated.verdict
    return Finding.about(
        indicator,
        fill(_SAYS[kind], name=name_of(indicator)),
        figures_say,
        digits,
        caution,
        severity=severity,
        claimed=_CLAIMED[kind],
        computed=f"{_COMPUTED[outcome.verdict]}: {value} against {target}",
        source=place_of(indicator, claim.source),
        inputs=actual.inputs,
        notes=(claim.notes,),
    )
