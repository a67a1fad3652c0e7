"""Stated standings, compared with the standings that the figures give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from attrs import frozen

from civicplan.assessment import IndicatorAssessment, Outcome, PlanAssessment
from civicplan.assessment.outcome import actual_text
from civicplan.auditing._conflicts import by_subject, figures_elsewhere
from civicplan.auditing._early import is_of_day, of_the_evidence
from civicplan.auditing._lookup import place_of
from civicplan.auditing._words import name_of
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.evidence import Actual
from civicplan.model import Indicator, Measure, Standing, StandingClaim, Threshold
from civicplan.render import findings as text
from civicplan.render.message import fill
from civicplan.render.words import in_words, percent_text
from civicplan.values import Interval, NotAssessable, Period
from civicplan.values._decimals import EXACT

_BETTER = frozenset({Standing.AHEAD, Standing.ACHIEVED_EARLY})
_WORSE = frozenset({Standing.BEHIND, Standing.REVERSING})
#: The computed standings that a stated one does not allow for. What is on track by the printed digits may be anything.
EXCLUDED = {Standing.AHEAD: _WORSE, Standing.ON_TRACK: _WORSE, Standing.BEHIND: _BETTER, Standing.REVERSING: _BETTER}
#: Why a stated standing may be right all the same.
_ALWAYS_OPEN = {Standing.ON_TRACK: text.TOLERANCE_NOT_SAID, Standing.REVERSING: text.LAST_YEAR_ALONE}


@frozen(kw_only=True)
class Stated:
    """A standing stated of one indicator, with the assessments of it as of that day.

    Attributes:
        claim: The claim.
        standing: What it states.
        assessed: The assessment of all figures.
        earlier: Those of the figures and targets as they stood before each revision.
        on_paths: Those on a linear and on a geometric path.
    """

    claim: StandingClaim
    standing: Standing
    assessed: IndicatorAssessment
    earlier: tuple[IndicatorAssessment, ...]
    on_paths: tuple[IndicatorAssessment, ...]

    @property
    def indicator(self) -> Indicator:
        """The indicator that it is stated of."""
        return self.assessed.indicator

    def excludes(self, outcome: object) -> bool:
        """True where the standing of a target is one that the stated one does not allow for."""
        return isinstance(outcome, Outcome) and outcome.standing in EXCLUDED[self.standing]


def standing_disagrees(case: Case) -> Iterator[Finding]:
    """No indicator that is called ahead or on track is behind by its figures, and none called behind is ahead.

    Compares the stated standing with that of the next target as of the end of the claim's period, where a figure is
    published for exactly that day. What is on track by the printed digits may have been called anything. Levels on a
    scale of the document's own are not compared, nor are forecasts and totals that are to stay below a limit.

    Tolerance: the unprinted digits of the actual and of the baseline. Ahead and behind need no other, since no
    tolerance turns one into the other.

    What it does not prove: how far the indicator should be by then; the report may have targets for the year that are
    not printed. No schedule makes what is at its start, or worse, ahead, nor what is at its target behind: only that is
    a contradiction.

    Innocent readings: The report may follow a schedule of its own. The level may be meant to move by the same rate
    every year, or by the same step. How close to the schedule is still on track, reports do not say. The report may
    speak of another target of the indicator. Figures or targets may have been revised, or the baseline restated. Two of
    these may come together, such as another target and the figures before a revision. Within a year progress need not
    be even. Reversing may speak of the last year alone. A figure that has gone through a range and out
    of it may be called ahead. Levels may be in current prices and the target in constant ones. The figures may stand in
    another document, of another day.
    """
    for stated in stated_standings(case, *EXCLUDED):
        outcome = stated.assessed.next_target
        if isinstance(outcome, Outcome) and stated.excludes(outcome) and is_of_day(outcome, stated.claim.period):
            yield _finding(stated, outcome, _standing_sentence(stated, outcome), _cautions(case, stated, outcome))


def stated_standings(case: Case, *standings: Standing) -> Iterator[Stated]:
    """Yield each of these standings that is stated of an indicator for one day, once."""
    claims = [claim for claim in case.claims(StandingClaim) if claim.standing in standings]
    of_subjects = by_subject(claims)
    days = {claim.period.end_key: claim.period for claim in claims}
    assessments = {key: _assessments(case, day) for key, day in days.items()}
    for indicator in case.plan.indicators:
        naming = reversed(of_subjects.get(indicator.id, ()))
        for claim in {(claim.period.end_key, claim.standing): claim for claim in naming}.values():
            of_the_plan, on_paths = assessments[claim.period.end_key]
            assert claim.standing is not None, "a level is no standing"
            yield Stated(
                claim=claim,
                standing=claim.standing,
                assessed=of_the_plan[0][indicator.id],
                earlier=tuple(edition[indicator.id] for edition in of_the_plan[1:]),
                on_paths=tuple(edition[indicator.id] for edition in on_paths),
            )


def _assessments(case: Case, day: Period) -> tuple[Sequence[PlanAssessment], Sequence[PlanAssessment]]:
    """All editions on the path of the plan, and the present one on either path."""
    on_paths = (case.editions_as_of(day, "linear")[0], case.editions_as_of(day, "geometric")[0])
    return case.editions_as_of(day), on_paths


def _cautions(case: Case, stated: Stated, outcome: Outcome) -> Iterator[str]:
    """Why the report may be right all the same."""
    yield _ALWAYS_OPEN.get(stated.standing, "")
    is_beyond_schedules = _breaks_every_schedule(stated, outcome)
    yield "" if is_beyond_schedules else text.OWN_SCHEDULE
    on_paths = [assessed.next_target for assessed in stated.on_paths]
    is_excluded = all(map(stated.excludes, on_paths)) and not _may_be_right_on_the_other_path(stated, outcome)
    yield "" if is_excluded else text.OTHER_PATH
    may_be_right = partial(_may_be_right, stated, on_its_own_schedule=is_beyond_schedules)
    editions = (stated.assessed, *stated.on_paths, *stated.earlier)
    others = [other for edition in editions for other in edition.outcomes if other.target != outcome.target]
    yield text.OTHER_TARGETS if any(map(may_be_right, others)) else ""
    earlier = [one for edition in stated.earlier for one in (edition.next_target, *edition.outcomes)]
    yield text.REVISED if any(map(may_be_right, earlier)) else ""
    yield text.BEYOND_THE_RANGE if _went_beyond(stated, outcome) else ""
    is_at_the_end_of_a_year = stated.claim.period.end.month == case.plan.period.end.month
    yield "" if is_at_the_end_of_a_year else text.NEED_NOT_BE_EVEN
    yield from of_the_evidence(stated.assessed, outcome)


def _breaks_every_schedule(stated: Stated, outcome: Outcome) -> bool:
    """True for what is called ahead at its start or before it, and for what is called behind at its target."""
    progress = outcome.progress_interval
    if not isinstance(progress, Interval):
        return False
    if EXCLUDED[stated.standing] is _WORSE:
        return progress.high is not None and progress.high <= 0
    return progress.low is not None and progress.low >= 1


def _may_be_right(stated: Stated, outcome: Outcome | NotAssessable, *, on_its_own_schedule: bool) -> bool:
    """True where an outcome allows the stated standing, on a path of the plan or, where asked for, on any schedule."""
    if not isinstance(outcome, Outcome) or not stated.excludes(outcome):
        return True
    is_under_way = isinstance(outcome.progress_interval, Interval) and not _breaks_every_schedule(stated, outcome)
    return _may_be_right_on_the_other_path(stated, outcome) or (on_its_own_schedule and is_under_way)


def _went_beyond(stated: Stated, outcome: Outcome) -> bool:
    """True where a range lies behind what is called ahead or on track, so that it is not held any more."""
    is_range = outcome.bound is not None and not outcome.bound.is_one_sided
    is_further = isinstance(outcome.progress, Decimal) and outcome.progress > 1
    return is_range and is_further and EXCLUDED[stated.standing] is _WORSE


def _may_be_right_on_the_other_path(stated: Stated, outcome: Outcome) -> bool:
    """True where a reduction counted by equal steps, or a change counted by equal rates, allows the stated standing."""
    target, actual, scheduled = outcome.target, outcome.actual, outcome.scheduled
    if not isinstance(target, Threshold) or not isinstance(actual, Actual) or not isinstance(scheduled, Decimal):
        return False
    goal = target.bound.target_value(Decimal(0))
    match target.measure:
        case Measure.REDUCTION:
            lead = actual.interval - Interval.exactly(scheduled) * goal
        case Measure.CHANGE:
            start = stated.assessed.evidence.baseline
            if isinstance(start, NotAssessable):
                return True  # a start that is not printed may let the level move by any rate
            due = _change_by_equal_rates(start, goal, scheduled)
            if due is None:
                return False
            lead = actual.interval - due if goal > 0 else due - actual.interval
        case _:
            return False
    if EXCLUDED[stated.standing] is _WORSE:
        return lead.high is None or lead.high >= 0
    return lead.low is None or lead.low <= 0


def _change_by_equal_rates(start: Actual, goal: Decimal, share: Decimal) -> Interval | None:
    """The change due after a share of the time where the level moves by the same rate; None where it cannot."""
    if start.measure is not Measure.LEVEL or not share:
        return None
    lowest = start.interval.low
    if lowest is None or lowest <= max(Decimal(0), -goal):
        return None
    factor = (1 + Interval.exactly(goal) / start.interval).root(EXACT.divide(Decimal(1), share))
    return start.interval * (factor - 1)


def _standing_sentence(stated: Stated, outcome: Outcome) -> str:
    assert isinstance(outcome.actual, Actual), "a standing rests on an actual"
    assert isinstance(outcome.standing, Standing), "only a standing contradicts another"
    has_shares = isinstance(outcome.progress_interval, Interval)
    return fill(
        text.STANDING_BY_SHARE if has_shares else text.STANDING_BY_FIGURE,
        name=name_of(stated.indicator),
        period=stated.claim.period,
        stated=in_words(stated.standing),
        computed=in_words(outcome.standing),
        actual=actual_text(outcome.target, outcome.actual, outcome.bound),
        target=outcome.target_text,
        progress=percent_text(outcome.progress),
        scheduled=percent_text(outcome.scheduled),
    )


def _finding(stated: Stated, outcome: Outcome, sentence: str, cautions: Iterable[str]) -> Finding:
    assert isinstance(outcome.actual, Actual), "a standing rests on an actual"
    actual, target = actual_text(outcome.target, outcome.actual, outcome.bound), outcome.target_text
    word = outcome.standing if isinstance(outcome.standing, Standing) else outcome.verdict
    return Finding.about(
        stated.indicator,
        sentence,
        claimed=in_words(stated.standing),
        computed=text.verdict_against(word, actual, target),
        source=place_of(stated.indicator, stated.claim.source),
        inputs=outcome.actual.inputs,
        cautions=[*dict.fromkeys(cautions), figures_elsewhere(stated.claim.source, outcome.actual.inputs)],
        notes=(stated.claim.notes,),
    )
