"""The verdicts that an account gives against the verdicts that its own figures give."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from civicplan.assessment import Actual, IndicatorAssessment, Outcome
from civicplan.assessment.outcome import actual_text, target_text
from civicplan.auditing._units import UnitKind, price_caution, unit_kind
from civicplan.auditing._wording import because, inputs_text, name_of, place_of, places_of, reading
from civicplan.auditing.case import Case, StatedVerdict
from civicplan.auditing.finding import Finding, Severity
from civicplan.model import Measure, Relative, Verdict

_WORDS = {Verdict.MET: "met", Verdict.NOT_MET: "not met"}
_LISTS = {Verdict.MET: "targets met", Verdict.NOT_MET: "shortfalls"}
_CERTAIN = "and no unprinted digit could change that"
_OPEN = "but digits that nobody printed could turn that"
_DERIVED_LEAD = "the growth it is held against is derived from levels"


@frozen(kw_only=True)
class _Held:
    """An account of one indicator, held against the assessment of its figures."""

    account: StatedVerdict
    assessed: IndicatorAssessment


def undisclosed_shortfall(case: Case) -> Iterator[Finding]:
    """No indicator that the account gives as met, or leaves out of a complete list of shortfalls, is decisively missed.

    Looks at the targets that were due last; one due earlier may have been caught up with.

    Tolerance: none is needed. Decisive means that no unprinted digit of the actual could bring it to the target.

    What it does not prove: why the account differs. A miss that rests only on a growth derived from levels whose
    prices are not known is a doubt, and the message says so. Where two claims about one indicator contradict each
    other, neither is used.
    """
    for held in _held(case, Verdict.MET):
        misses = [outcome for outcome in _last(held.assessed) if _is_certain(outcome, Verdict.NOT_MET)]
        if misses:
            outcome = min(misses, key=lambda miss: bool(_caution(miss)))
            yield _finding(held, outcome, _severity(_caution(outcome)), f"{_CERTAIN}{because(_caution(outcome))}")


def undecided_verdict(case: Case) -> Iterator[Finding]:
    """No verdict of the account is the opposite of that of the printed figures, with only unprinted digits to save it.

    Where the printed figures agree with the account there is no finding, even if a digit could turn both.

    Tolerance: the unprinted digits of the actual; it fires exactly when they could decide either way.

    What it does not prove: that the account is wrong. With the digits at hand it may be right.
    """
    for held in _held(case, Verdict.MET):
        sound = [outcome for outcome in _last(held.assessed) if not _is_rate_of_ratio(outcome)]
        missed = [outcome for outcome in sound if outcome.verdict is Verdict.NOT_MET]
        if missed and not any(outcome.decisive for outcome in missed):
            yield _finding(held, missed[0], Severity.DOUBT, f"{_OPEN}{because(_caution(missed[0]))}")
    for held in _held(case, Verdict.NOT_MET):
        outcomes = held.assessed.outcomes
        unsure = [outcome for outcome in outcomes if not outcome.decisive]
        are_met = all(outcome.verdict is Verdict.MET and not _is_rate_of_ratio(outcome) for outcome in outcomes)
        if unsure and are_met:
            yield _finding(held, unsure[0], Severity.DOUBT, f"{_OPEN}{because(_caution(unsure[0]))}")


def unsupported_shortfall(case: Case) -> Iterator[Finding]:
    """No indicator that the account gives as missed is decisively met in every one of its targets.

    Tolerance: none is needed. Every target must be met, with no unprinted digit able to turn one of them; an
    indicator with a target that could not be assessed is passed over.

    What it does not prove: that the account is wrong. It may judge a target that the table does not print.
    """
    for held in _held(case, Verdict.NOT_MET):
        outcomes = held.assessed.outcomes
        if outcomes and all(_is_certain(outcome, Verdict.MET) for outcome in outcomes):
            caution = next(filter(None, map(_caution, outcomes)), "")
            yield _finding(held, outcomes[0], _severity(caution), f"{_CERTAIN}{because(caution)}")


def _severity(caution: str) -> Severity:
    return Severity.DOUBT if caution else Severity.CONTRADICTION


def _held(case: Case, verdict: Verdict) -> Iterator[_Held]:
    """The indicators to which the document gives this verdict."""
    for assessed in case.assessment.indicators:
        account = case.accounts.get(assessed.indicator.id)
        if account is not None and account.verdict is verdict:
            yield _Held(account=account, assessed=assessed)


def certain_verdict(assessed: IndicatorAssessment) -> Verdict | None:
    """The verdict on published figures that no unprinted or missing figure could change; None where there is none."""
    if any(_is_certain(outcome, Verdict.NOT_MET) and _is_published(outcome) for outcome in _last(assessed)):
        return Verdict.NOT_MET
    met = all(_is_certain(outcome, Verdict.MET) and _is_published(outcome) for outcome in assessed.outcomes)
    return Verdict.MET if assessed.outcomes and met else None


def _is_published(outcome: Outcome) -> bool:
    return isinstance(outcome.actual, Actual) and not outcome.actual.is_derived


def _last(assessed: IndicatorAssessment) -> tuple[Outcome, ...]:
    """The outcomes of the targets that were due last."""
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
    return any(seen.measure is Measure.LEVEL for seen in actual.inputs)


def _caution(outcome: Outcome) -> str:
    if not _is_from_levels(outcome):
        return ""
    lead = _DERIVED_LEAD if isinstance(outcome.target, Relative) else ""
    return price_caution(outcome.indicator) or lead


def _finding(held: _Held, outcome: Outcome, severity: Severity, digits: str) -> Finding:
    assert isinstance(outcome.actual, Actual), "a verdict rests on an actual"
    indicator, actual, claim = outcome.indicator, outcome.actual, held.account.claim
    value = actual_text(outcome.target, actual, outcome.bound)
    found = _WORDS[outcome.verdict]
    derived = f" (the {actual.formula}, from {inputs_text(actual.inputs)})" if actual.is_derived else ""
    return Finding(
        severity=severity,
        subject=indicator.id,
        message=(
            f"{name_of(indicator)}: the account says {_said(held.account)}, while {value} for {actual.period}{derived} "
            f"against {target_text(outcome.target)} is {found}, {digits}"
        ),
        claimed=_said(held.account),
        computed=f"{found}: {value} against {target_text(outcome.target)}",
        source=place_of(indicator, claim.source),
        evidence=places_of(indicator, actual.inputs),
        reading=reading(indicator.note, claim.note),
    )


def _said(account: StatedVerdict) -> str:
    left_out = f" by leaving it out of its list of {_LISTS[account.claim.verdict]}"
    return _WORDS[account.verdict] + ("" if account.is_by_name else left_out)
