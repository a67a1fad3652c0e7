"""Targets said to be met before they are due, compared with the levels of that day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from civicplan.assessment import IndicatorAssessment, Outcome
from civicplan.assessment.outcome import actual_text
from civicplan.auditing._conflicts import figures_elsewhere
from civicplan.auditing._early import is_not_there, is_of_day, of_the_evidence, periods_there, to_come
from civicplan.auditing._lookup import place_of
from civicplan.auditing._words import name_of
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.auditing.rules.standings import stated_standings
from civicplan.evidence import Actual
from civicplan.model import Standing, StandingClaim, Verdict, VerdictClaim
from civicplan.render import findings as text
from civicplan.render.message import fill
from civicplan.render.words import in_words
from civicplan.values import Period


@frozen(kw_only=True)
class _SaidMet:
    """That an indicator is at its target on a day, as a document says, with the assessments as of that day.

    Attributes:
        claim: The claim.
        words: What it calls the indicator.
        day: The day, or a period whose last day it is.
        assessed: The assessment of all figures.
        earlier: Those of the figures and targets as they stood before each revision.
        caution: What always may let it be right; empty where nothing does.
    """

    claim: StandingClaim | VerdictClaim
    words: str
    day: Period
    assessed: IndicatorAssessment
    earlier: tuple[IndicatorAssessment, ...]
    caution: str = ""


def not_achieved_early(case: Case) -> Iterator[Finding]:
    """What is called achieved early, or met before its target is due, has met its target by the figures of that day.

    Compares levels, changes, totals and reductions, where a figure is published for exactly the end of the claim's
    period; of a verdict, which has none, for the day of the audit. An average may still fall, so that growth is left
    out, and so are totals that are to stay below a limit. A verdict that a later figure in the plan makes right is left
    out as well, and so is one that follows from a list without the indicator.

    Tolerance: the unprinted digits of the actual, halves either way.

    What it does not prove: that the table prints the target that the report speaks of.

    Innocent readings: The report may speak of another target of the indicator. It may have been there before and fallen
    back since. Figures or targets may have been revised. Two of these may come together, such as another target and
    the figures before a revision. Levels may be in current prices and the target in constant ones. The figures may
    stand in another document, of another day. Of what day a verdict is, the report does not say.
    """
    for said in (*_called_achieved_early(case), *_called_met(case)):
        outcome = to_come(said.assessed)
        if outcome is not None and is_not_there(outcome) and is_of_day(outcome, said.day):
            yield _finding(said, outcome)


def _called_achieved_early(case: Case) -> Iterator[_SaidMet]:
    for stated in stated_standings(case, Standing.ACHIEVED_EARLY):
        yield _SaidMet(
            claim=stated.claim,
            words=in_words(stated.standing),
            day=stated.claim.period,
            assessed=stated.assessed,
            earlier=stated.earlier,
        )


def _called_met(case: Case) -> Iterator[_SaidMet]:
    """The indicators of which nothing is due by the day and which the document gives as met, by name."""
    for assessed in case.assessment.indicators:
        stated = case.stated_verdicts.get(assessed.indicator.id)
        is_early = stated is not None and stated.is_by_name and assessed.verdict is Verdict.NOT_DUE
        if stated is not None and is_early and stated.verdict is Verdict.MET and not _is_met_later(case, assessed):
            yield _SaidMet(
                claim=stated.claim,
                words=in_words(stated.verdict),
                day=case.as_of,
                assessed=assessed,
                earlier=tuple(edition[assessed.indicator.id] for edition in case.earlier_editions),
                caution=text.VERDICT_OF_ANOTHER_DAY,
            )


def _is_met_later(case: Case, assessed: IndicatorAssessment) -> bool:
    """True where a figure of a later day may be at the target, so that the verdict may be of that day."""
    outcome = to_come(assessed)
    if outcome is None or not is_not_there(outcome):
        return False
    return any(periods_there(outcome, lambda period: not case.is_over(period)))


def _finding(said: _SaidMet, outcome: Outcome) -> Finding:
    assert isinstance(outcome.actual, Actual), "what is not there is somewhere else"
    indicator, claim = said.assessed.indicator, said.claim
    actual, target = actual_text(outcome.target, outcome.actual, outcome.bound), outcome.target_text
    sentence = fill(
        text.NOT_THERE, name=name_of(indicator), period=said.day, words=said.words, actual=actual, target=target
    )
    word = outcome.standing if isinstance(outcome.standing, Standing) else outcome.verdict
    return Finding.about(
        indicator,
        sentence,
        claimed=said.words,
        computed=text.verdict_against(word, actual, target),
        source=place_of(indicator, claim.source),
        inputs=outcome.actual.inputs,
        cautions=[*dict.fromkeys(_cautions(said, outcome)), figures_elsewhere(claim.source, outcome.actual.inputs)],
        notes=(claim.notes,),
    )


def _cautions(said: _SaidMet, outcome: Outcome) -> Iterator[str]:
    """Why the report may be right all the same."""
    editions = (said.assessed, *said.earlier)
    others = [other for edition in editions for other in edition.outcomes if other.target != outcome.target]
    yield text.OTHER_TARGETS if any(_may_have_been_there(said, other) for other in others) else ""
    yield text.REVISED if _may_be_right_before_a_revision(said, outcome, others) else ""
    there = next(_periods_there_before(said, outcome), None)
    yield "" if there is None else fill(text.WAS_THERE, period=there)
    yield from of_the_evidence(said.assessed, outcome)
    yield said.caution


def _may_be_right_before_a_revision(said: _SaidMet, outcome: Outcome, others: Sequence[Outcome]) -> bool:
    """True where by the figures or targets of an earlier edition one may be there, or may have been before the day."""
    was_set = all(_alike(edition, outcome) is not None for edition in said.earlier)
    earlier = [one for edition in said.earlier for one in edition.outcomes]
    missed = filter(is_not_there, (outcome, *others))
    was_there = any(any(_periods_there_before(said, one, superseded=True)) for one in missed)
    return not was_set or not all(map(is_not_there, earlier)) or was_there


def _may_have_been_there(said: _SaidMet, outcome: Outcome) -> bool:
    return not is_not_there(outcome) or any(_periods_there_before(said, outcome))


def _periods_there_before(said: _SaidMet, outcome: Outcome, *, superseded: bool = False) -> Iterator[Period]:
    """The earlier periods of whose figures, or superseded ones, one may be at the target."""
    return periods_there(outcome, lambda period: period.end_key < said.day.end_key, superseded=superseded)


def _alike(assessed: IndicatorAssessment, outcome: Outcome) -> Outcome | None:
    """The outcome of the same target in another edition; None where it was not yet set."""
    return next((other for other in assessed.outcomes if other.target == outcome.target), None)
