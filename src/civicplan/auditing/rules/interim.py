"""Targets due before the last one, compared with an account by which all was met."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from civicplan.assessment import IndicatorAssessment, Outcome
from civicplan.assessment.outcome import actual_text
from civicplan.auditing._lookup import place_of
from civicplan.auditing._words import inputs_text, name_of
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.evidence import Actual
from civicplan.model import CountClaim, Counted, Indicator, Verdict, VerdictClaim
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import Message, fill, to_message
from civicplan.render.words import in_words


def interim_target_missed(case: Case) -> Iterator[Finding]:
    """No indicator that the report gives as met, or counts among all that are met, missed a target due earlier.

    Checks the targets whose time had come by the day and of which a later one on the same measure is in force. Reports
    the last of those that no unprinted digit and nothing else that is known could save. Where the target in force is
    missed, too, undisclosed-shortfall reports the indicator alone.

    Tolerance: none is needed.

    What it does not prove: that the report is wrong. It is always a doubt, since no verdict says of which year it is.

    Innocent readings: The report may speak of the last target alone. It may rest on figures or targets as they stood
    before a revision.
    """
    counted = _counted_as_met(case)
    for assessed in case.assessment.indicators:
        misses = [outcome for outcome in assessed.outcomes if _is_interim_miss(outcome, assessed)]
        if not misses or assessed.verdict is Verdict.NOT_MET:
            continue
        statement = _statement(case, assessed.indicator, counted.get(assessed.indicator.id))
        if statement is not None:
            yield _finding(case, statement, max(misses, key=_due_key))


@frozen(kw_only=True)
class _Statement:
    """That the report gives an indicator as met, in a sentence and in a few words, and the claim that does so."""

    sentence: str
    words: str
    claim: VerdictClaim | CountClaim


def _statement(case: Case, indicator: Indicator, count: CountClaim | None) -> _Statement | None:
    """That the indicator is met, by name, by a complete list or by a count of all; None where nothing says so."""
    name = name_of(indicator)
    stated = case.stated_verdicts.get(indicator.id)
    if stated is not None:
        if stated.verdict is not Verdict.MET:
            return None
        sentence = fill(text.SAYS_MET if stated.is_by_name else text.IMPLIES_MET, name=name)
        words = in_words(Verdict.MET) if stated.is_by_name else Message(text.OMITTED_FROM_SHORTFALLS)
        return _Statement(sentence=sentence, words=words, claim=stated.claim)
    if count is None:
        return None
    sentence = fill(text.COUNTS_ALL_AS_MET, name=name, count=count.count)
    return _Statement(
        sentence=sentence, words=fill(phrases.COUNTED, count=count.count, noun=in_words(Verdict.MET)), claim=count
    )


def _counted_as_met(case: Case) -> dict[str, CountClaim]:
    """The first claim that counts each indicator among all, or all of a nature and category, that are met."""
    alike = {
        (claim.nature, claim.category, claim.count): claim
        for claim in reversed(case.claims(CountClaim) if case.plan.complete else ())
        if claim.verdict is Verdict.MET and claim.counted is Counted.INDICATORS
    }
    return {id: claim for claim in alike.values() for id in _all_that_are_met(case, claim)}


def _all_that_are_met(case: Case, claim: CountClaim) -> list[str]:
    """The indicators that the claim counts, where it counts all of its nature and category; none where it does not.

    Rows of one number may count once. A row without a nature may be of any, so that nobody knows how many all are.
    """
    rows = [row for row in case.plan.indicators if claim.category in (None, row.category)]
    counted = [row for row in rows if claim.nature in (None, row.nature)]
    is_known = claim.nature is None or all(row.nature is not None for row in rows)
    are_all = claim.count in (len(counted), len({row.number or row.id for row in counted}))
    return [row.id for row in counted] if is_known and are_all else []


def _is_interim_miss(outcome: Outcome, assessed: IndicatorAssessment) -> bool:
    is_past = outcome.is_valid and not outcome.is_in_force and outcome.is_due_by(assessed.as_of)
    return is_past and outcome.decisive and outcome.verdict is Verdict.NOT_MET


def _due_key(outcome: Outcome) -> tuple[int, int]:
    assert outcome.due is not None, "an earlier target has a date"
    return outcome.due.end_key


def _finding(case: Case, statement: _Statement, miss: Outcome) -> Finding:
    assert isinstance(miss.actual, Actual), "a verdict rests on an actual"
    actual, indicator = miss.actual, miss.indicator
    value, target = actual_text(miss.target, actual, miss.bound), miss.target_text
    missed = fill(
        text.INTERIM_MISSED_AS_DERIVED if actual.is_derived else text.INTERIM_MISSED,
        actual=value,
        period=actual.period,
        target=target,
        formula=to_message(actual.formula),
        inputs=inputs_text(actual.inputs),
    )
    return Finding.about(
        indicator,
        statement.sentence,
        missed,
        claimed=statement.words,
        computed=text.verdict_against(Verdict.NOT_MET, value, target),
        source=place_of(indicator, statement.claim.source),
        inputs=actual.inputs,
        cautions=(text.LAST_TARGET_ALONE, text.REVISED if _is_saved_by_a_revision(case, miss) else ""),
        notes=(statement.claim.notes,),
    )


def _is_saved_by_a_revision(case: Case, miss: Outcome) -> bool:
    """True where by figures or targets as they stood before a revision nothing was missed for certain."""
    editions = (edition[miss.indicator.id] for edition in case.earlier_editions)
    before = ([outcome for outcome in edition.outcomes if outcome.target == miss.target] for edition in editions)
    return any(not all(outcome.decisive and outcome.verdict is miss.verdict for outcome in same) for same in before)
