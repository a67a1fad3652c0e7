"""The verdicts that a report gives, compared with the verdicts that its own figures give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from civicplan.assessment import Caveat, IndicatorAssessment, Outcome
from civicplan.assessment.outcome import actual_text
from civicplan.auditing._conflicts import figures_elsewhere
from civicplan.auditing._lookup import place_of
from civicplan.auditing._words import inputs_text, name_of
from civicplan.auditing.case import (
    OPPOSITE,
    Case,
    StatedVerdict,
    is_beyond_an_open_range,
    rests_on_one_way_of_averaging,
)
from civicplan.auditing.finding import Finding
from civicplan.errors import Reason
from civicplan.evidence import Actual
from civicplan.model import Indicator, Verdict, VerdictClaim
from civicplan.render import findings as text
from civicplan.render.explanations import CAVEATS
from civicplan.render.message import Message, fill, to_message

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
#: Why there is no verdict although there are figures and a target.
_MAY_BE_EITHER = (
    Reason.HEDGED,
    Reason.TOLERANCE_UNKNOWN,
    Reason.BASELINE_RESTATED,
    Reason.READINGS_DISAGREE,
    Reason.CONFLICTING_OBSERVATIONS,
)


def undisclosed_shortfall(case: Case) -> Iterator[Finding]:
    """No indicator that the report gives as met, or omits from a complete list of shortfalls, is missed.

    Checks the targets in force; an earlier miss may have been made up for.

    Tolerance: none is needed. No unprinted digit of the actual could bring it to the target.

    What it does not prove: why the report differs. Where two claims about one indicator contradict each other, neither
    is used.

    Innocent readings: The verdict of the figures has a caveat, such as a growth derived from levels that may be in
    current prices. The report may go by figures or targets as they stood before a revision. A printed average that only
    its yearly rates decide may be taken otherwise. A list that names binding indicators alone may be complete of those
    alone, and so for other natures. Where no direction is declared, what lies beyond a range may be called met.
    The figures may stand in another document, of another day.
    """
    for stated, assessed in _contradicted(case, Verdict.MET):
        miss = _surest_miss(assessed)
        if Caveat.DIGITS not in miss.caveats:
            cautions = (
                *_sentences(miss.caveats),
                _before(case, assessed.indicator, stated.verdict),
                _list_of_a_part(case, assessed.indicator, stated),
            )
            yield _finding(stated, miss, cautions)


def undecided_verdict(case: Case) -> Iterator[Finding]:
    """No verdict of the report is the opposite of that of the printed figures, so that only rounding could save it.

    Where the printed figures agree with the report there is no finding, even if unprinted digits could reverse both.

    Tolerance: the unprinted digits of the actual; the finding appears exactly when they could decide either way.

    What it does not prove: that the report is wrong.

    Innocent readings: With the digits that were not printed the report may be right. The verdict of the figures may
    have other caveats beside.
    """
    for stated, assessed in _contradicted(case, Verdict.MET):
        miss = _surest_miss(assessed)
        if Caveat.DIGITS in miss.caveats:
            yield _finding(stated, miss, _sentences(miss.caveats))
    for stated, assessed in _contradicted(case, Verdict.NOT_MET):
        if Caveat.DIGITS in assessed.caveats:
            doubtful = next(outcome for outcome in _met(assessed) if Caveat.DIGITS in outcome.caveats)
            yield _finding(stated, doubtful, _sentences(assessed.caveats))


def unsupported_shortfall(case: Case) -> Iterator[Finding]:
    """No indicator that the report gives as missed is met.

    Checks the targets in force.

    Tolerance: none is needed. No unprinted digit may reverse one of the verdicts.

    What it does not prove: that the report is wrong. It may judge a target that the table does not print.

    Innocent readings: The verdict of the figures has a caveat. The report may go by figures or targets as they stood
    before a revision. It may speak of another target that is not met: a phrase, an earlier one that was missed or a
    later one that is not due. A printed average that only its yearly rates decide may be taken otherwise. A list that
    names indicators of one nature alone may be complete of those alone. The figures may stand in another document, of
    another day.
    """
    for stated, assessed in _contradicted(case, Verdict.NOT_MET):
        if Caveat.DIGITS not in assessed.caveats:
            cautions = (
                *_sentences(assessed.caveats),
                _before(case, assessed.indicator, stated.verdict),
                _others(case, assessed),
                _list_of_a_part(case, assessed.indicator, stated),
            )
            yield _finding(stated, _met(assessed)[0], cautions)


def _contradicted(case: Case, verdict: Verdict) -> Iterator[tuple[StatedVerdict, IndicatorAssessment]]:
    """The indicators to which the document gives this verdict and their figures the opposite one."""
    for assessed in case.assessment.indicators:
        stated = case.stated_verdicts.get(assessed.indicator.id)
        if stated is not None and stated.verdict is verdict and assessed.verdict is OPPOSITE[verdict]:
            yield stated, assessed


def _surest_miss(assessed: IndicatorAssessment) -> Outcome:
    """The miss with the fewest caveats, one that does not depend on digits before one that does."""
    misses = [outcome for outcome in assessed.in_force if outcome.verdict is Verdict.NOT_MET]
    return min(
        misses, key=lambda miss: (Caveat.DIGITS in miss.caveats, is_beyond_an_open_range(miss), len(miss.caveats))
    )


def _met(assessed: IndicatorAssessment) -> list[Outcome]:
    return [outcome for outcome in assessed.in_force if outcome.verdict is Verdict.MET]


def _sentences(caveats: Iterable[Caveat]) -> list[str]:
    """What could overturn a verdict, in sentences."""
    return [text.DEPENDS_ON_ROUNDING if caveat is Caveat.DIGITS else CAVEATS[caveat] for caveat in caveats]


def _before(case: Case, indicator: Indicator, verdict: Verdict) -> str:
    """That the report may be right by what stood before a revision that changed what is known of the indicator."""
    present = case.assessment[indicator.id].outcomes
    editions = [edition[indicator.id] for edition in case.earlier_editions if edition[indicator.id].outcomes != present]
    may_be_right = any(edition.verdict is verdict or bool(edition.caveats) or _is_open(edition) for edition in editions)
    return text.REVISED if may_be_right else ""


def _list_of_a_part(case: Case, indicator: Indicator, stated: StatedVerdict) -> str:
    """That the lists that omit an indicator may be complete of another nature alone."""
    if stated.is_by_name:
        return ""
    same = (claim for claim in case.claims(VerdictClaim) if claim.exhaustive and claim.verdict is stated.claim.verdict)
    natures = {case.plan[id].nature for claim in same for id in claim.subjects}
    is_of_a_part = natures and None not in natures and indicator.nature not in natures
    return text.LIST_OF_A_PART if is_of_a_part else ""


def _is_open(edition: IndicatorAssessment) -> bool:
    """True where there is no verdict since what is printed may be read in two ways, so that a report may say either."""
    reasons = {outcome.reason for outcome in edition.in_force}
    return edition.verdict is Verdict.NOT_ASSESSABLE and not reasons.isdisjoint(_MAY_BE_EITHER)


def _others(case: Case, assessed: IndicatorAssessment) -> str:
    """That a target beside those met may not be met; a caveat says it already of one in force that got no verdict."""
    told = {Verdict.MET} | ({Verdict.NOT_ASSESSABLE} if Caveat.UNASSESSED in assessed.caveats else set())
    editions = assessed, *(edition[assessed.indicator.id] for edition in case.earlier_editions)
    outcomes = [outcome for edition in editions for outcome in edition.outcomes]
    may_be_missed = any(outcome.verdict not in told or Caveat.DIGITS in outcome.caveats for outcome in outcomes)
    return text.OTHER_TARGETS if may_be_missed else ""


def _finding(stated: StatedVerdict, outcome: Outcome, cautions: Iterable[str]) -> Finding:
    assert isinstance(outcome.actual, Actual), "a verdict rests on an actual"
    indicator, actual, claim = outcome.indicator, outcome.actual, stated.claim
    value, target = actual_text(outcome.target, actual, outcome.bound), outcome.target_text
    figures_say = fill(
        _FIGURES_SAY[actual.is_derived, outcome.verdict],
        actual=value,
        period=actual.period,
        target=target,
        formula=to_message(actual.formula),
        inputs=inputs_text(actual.inputs),
    )
    kind = stated.is_by_name, stated.verdict
    return Finding.about(
        indicator,
        fill(_SAYS[kind], name=name_of(indicator)),
        figures_say,
        "" if Caveat.DIGITS in outcome.caveats else text.CERTAIN,
        claimed=Message(_CLAIMED[kind]),
        computed=text.verdict_against(outcome.verdict, value, target),
        source=place_of(indicator, claim.source),
        inputs=actual.inputs,
        cautions=(
            *cautions,
            text.AVERAGED_OTHERWISE if rests_on_one_way_of_averaging(outcome) else "",
            figures_elsewhere(claim.source, actual.inputs),
            text.MET_BEYOND_THE_RANGE if is_beyond_an_open_range(outcome) else "",
        ),
        notes=(claim.notes,),
    )
