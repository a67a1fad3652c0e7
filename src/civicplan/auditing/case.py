"""Case: the plan under audit, and what its own figures come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from attrs import evolve, field, frozen

from civicplan.assessment import IndicatorAssessment, Outcome, PlanAssessment, assess
from civicplan.auditing._lookup import as_promised_before, as_provisional, standing_figures, superseded_figures
from civicplan.auditing.cumulative import CumulativeFigure, cumulative_figures
from civicplan.auditing.restated import Restatement, telling_restatements
from civicplan.errors import InvalidTypeError, describe
from civicplan.evidence import Actual, Evidence
from civicplan.evidence.revisions import VintageLike, to_vintage
from civicplan.measure.schedule import PATHS, Path
from civicplan.model import (
    GrowthClaim,
    Indicator,
    Measure,
    Observation,
    Plan,
    Standing,
    StatusClaim,
    Threshold,
    Verdict,
    VerdictClaim,
)
from civicplan.model.indicator import ObservationStatus
from civicplan.values import BoundKind, NotAssessable, Period, to_period

_T = TypeVar("_T")
_S = TypeVar("_S", GrowthClaim, StatusClaim)
#: Of the two verdicts that the figures can contradict.
OPPOSITE = {Verdict.MET: Verdict.NOT_MET, Verdict.NOT_MET: Verdict.MET}


def to_plan(value: Plan) -> Plan:
    """Return the plan; anything else is refused."""
    if not isinstance(value, Plan):
        advice = "read one from a file, or build one; of a self-evaluation, call auditing.audit_evaluation(rows)"
        raise InvalidTypeError("plan", "a Plan", describe(value), advice)
    return value


@frozen(kw_only=True)
class StatedVerdict:
    """The verdict that the document gives one indicator, by name or by omitting it from a complete list.

    Attributes:
        claim: The claim that gives it.
        verdict: The verdict.
    """

    claim: VerdictClaim
    verdict: Verdict

    @property
    def is_by_name(self) -> bool:
        """False where the verdict follows from omitting the indicator."""
        return self.verdict is self.claim.verdict


@frozen(kw_only=True)
class Case:
    """What a rule may look at: the plan with its claims, and the assessment of its figures.

    Attributes:
        plan: The plan.
        as_of: The day is the last one of this period; claims and figures of later periods are left out.

    >>> case = Case(plan=Plan(id="p", title="A plan", period="2016/2020"), as_of="2020")
    >>> len(case.assessment.indicators)
    0
    """

    plan: Plan = field(converter=to_plan)
    as_of: Period = field(converter=to_period)

    @cached_property
    def assessment(self) -> PlanAssessment:
        """The assessment of the plan's own figures as of the day."""
        return assess(self.plan, as_of=self.as_of)

    @cached_property
    def earlier_editions(self) -> tuple[PlanAssessment, ...]:
        """The assessments by figures and targets as they stood before each revision; an account may rest on any."""
        return tuple(assess(plan, as_of=self.as_of, vintage=vintage) for plan, vintage in _earlier_editions(self.plan))

    def editions_as_of(self, day: Period, path: Path | None = None) -> tuple[PlanAssessment, ...]:
        """Return the assessments as of the end of another period: by all figures, then as before each revision.

        Args:
            day: The period; what is known only of later ones is left out.
            path: The path on which levels are to move; None takes the one that the targets of the plan suggest.
        """
        editions = ((self.plan, to_vintage("latest")), *_earlier_editions(self.plan))
        return tuple(assess(plan, as_of=day, vintage=vintage, path=path) for plan, vintage in editions)

    @cached_property
    def possible_standings(self) -> Mapping[str, frozenset[Standing | NotAssessable]]:
        """What figures may say of the standing of each indicator: on either path, before and after each revision."""
        editions = [edition for path in PATHS for edition in self.editions_as_of(self.as_of, path)]
        ids = [indicator.id for indicator in self.plan.indicators]
        return {id: frozenset(edition[id].standing for edition in editions) for id in ids}

    @cached_property
    def certain_verdicts(self) -> Mapping[str, Verdict | None]:
        """The verdict on each indicator that nothing known could change, no revision either; None without one."""
        editions = (self.assessment, *self.earlier_editions)
        verdicts = {row.id: {_certain_verdict(edition[row.id]) for edition in editions} for row in self.plan.indicators}
        return {id: known.pop() if len(known) == 1 else None for id, known in verdicts.items()}

    def claims(self, kind: type[_T]) -> tuple[_T, ...]:
        """Return the claims of one kind whose period, where they have one, is over; forecasts are left out."""
        claims = (claim for claim in self.plan.claims if isinstance(claim, kind) and not claim.is_forecast)
        return tuple(claim for claim in claims if self.is_over(getattr(claim, "period", None)))

    def claims_by_subject(self, kind: type[_S]) -> Mapping[str, Sequence[_S]]:
        """Return the claims of one kind by the id of the indicator or task that they are about."""
        claims: dict[str, list[_S]] = {}
        for claim in self.claims(kind):
            claims.setdefault(claim.subject, []).append(claim)
        return claims

    def is_over(self, period: Period | None) -> bool:
        """True when the period has ended by the day, or when there is none."""
        return period is None or period.ends_by(self.as_of)

    def stated(self, indicator: Indicator, measure: Measure) -> Sequence[Observation]:
        """Return the figures of one measure that stand and whose periods are over, the baseline left out."""
        return self._stated.get((indicator.id, measure), ())

    @cached_property
    def _stated(self) -> Mapping[tuple[str, Measure], Sequence[Observation]]:
        stated: dict[tuple[str, Measure], list[Observation]] = {}
        for indicator in self.plan.indicators:
            for figure in filter(lambda figure: self.is_over(figure.period), standing_figures(indicator)):
                stated.setdefault((indicator.id, figure.measure), []).append(figure)
        return stated

    def evidence(self, indicator: Indicator) -> Evidence:
        """Return what is known of an indicator of the plan by the day.

        Raises:
            UnknownIdError: The plan has no indicator of that id.
        """
        return self.assessment[indicator.id].evidence

    def earlier_evidence(self, indicator: Indicator) -> list[Evidence]:
        """Return what was known of an indicator before each revision of a figure of the plan."""
        return [edition[indicator.id].evidence for edition in self.earlier_editions]

    @cached_property
    def cumulative_figures(self) -> tuple[CumulativeFigure, ...]:
        """The figures printed as cumulative, each with what other figures come to over its period."""
        return cumulative_figures(self.assessment, self.earlier_editions)

    @cached_property
    def restatements(self) -> Mapping[str, Restatement]:
        """The restated baselines that change a verdict or how much is done, by the ids of their indicators."""
        return telling_restatements(self.assessment)

    @cached_property
    def stated_verdicts(self) -> Mapping[str, StatedVerdict]:
        """The one verdict that the document gives each indicator, by its id; none where its claims disagree."""
        claims = self.claims(VerdictClaim)
        by_name: dict[str, list[StatedVerdict]] = {}
        for claim in claims:
            for id in claim.subjects:
                by_name.setdefault(id, []).append(StatedVerdict(claim=claim, verdict=claim.verdict))
        by_omission = [
            StatedVerdict(claim=claim, verdict=OPPOSITE[claim.verdict])
            for claim in claims
            if claim.exhaustive and claim.verdict in OPPOSITE
        ]
        implied = _unanimous(by_omission)
        stated = {
            indicator.id: _unanimous(by_name[indicator.id]) if indicator.id in by_name else implied
            for indicator in self.plan.indicators
        }
        return {id: verdict for id, verdict in stated.items() if verdict is not None}


def _earlier_editions(plan: Plan) -> Iterator[tuple[Plan, VintageLike]]:
    """Each earlier state of targets and figures, in the plan or by a vintage; none where nothing was revised."""
    superseded = [figure for indicator in plan.indicators for figure in superseded_figures(indicator)]
    plans = [plan, *(_before(plan, day) for day in _days_of_new_targets(plan))]
    if any(figure.status is ObservationStatus.PROVISIONAL for figure in superseded):
        plans += [evolve(one, indicators=map(as_provisional, one.indicators)) for one in plans]
    days = sorted({figure.published for figure in superseded if figure.published}, key=lambda day: day.end_key)
    vintages: list[VintageLike] = ["latest", *(["first"] if days else []), *days]
    yield from ((one, vintage) for one in plans for vintage in vintages if (one, vintage) != (plan, "latest"))


def _days_of_new_targets(plan: Plan) -> set[Period]:
    targets = (target for indicator in plan.indicators for target in indicator.targets)
    return {target.published for target in targets if isinstance(target, Threshold) and target.published}


def _before(plan: Plan, day: Period) -> Plan:
    """The plan with the targets that stood before some were published on this day."""
    return evolve(plan, indicators=[as_promised_before(indicator, day) for indicator in plan.indicators])


def _certain_verdict(assessed: IndicatorAssessment) -> Verdict | None:
    if any(outcome.verdict is Verdict.NOT_MET and _is_certain(outcome) for outcome in assessed.in_force):
        return Verdict.NOT_MET
    are_met = all(outcome.verdict is Verdict.MET and _is_certain(outcome) for outcome in assessed.outcomes)
    return Verdict.MET if assessed.outcomes and are_met else None


def _is_certain(outcome: Outcome) -> bool:
    """True for a verdict without a caveat on a figure that was published as it stands."""
    is_published = isinstance(outcome.actual, Actual) and not outcome.actual.is_derived
    may_be_read_otherwise = rests_on_one_way_of_averaging(outcome) or is_beyond_an_open_range(outcome)
    return outcome.decisive and is_published and not may_be_read_otherwise


def is_beyond_an_open_range(outcome: Outcome) -> bool:
    """Return whether a range was missed on a side that a report may take for the better one.

    It may not where the plan declares a direction, nor where only a part of the way to the range was made.
    """
    target, progress = outcome.target, outcome.progress
    if outcome.verdict is not Verdict.NOT_MET or not isinstance(target, Threshold):
        return False
    is_range = target.bound.kind in (BoundKind.BETWEEN, BoundKind.ABOUT)
    is_open = is_range and outcome.indicator.declared_direction(target.measure) is None
    return is_open and not (isinstance(progress, Decimal) and progress < 1)


def rests_on_one_way_of_averaging(outcome: Outcome) -> bool:
    """Return whether a printed average growth has its verdict only as what the yearly rates compound to.

    The document may have taken the average in another way, in which the printed figure alone counts.
    """
    actual, bound = outcome.actual, outcome.bound
    if isinstance(actual, NotAssessable) or bound is None or actual.is_derived or actual.measure is not Measure.GROWTH:
        return False
    direction = outcome.indicator.declared_direction(Measure.GROWTH)
    return actual.period.years != 1 and not bound.decides(actual.inputs[0].number.interval, direction)


def _unanimous(verdicts: Sequence[StatedVerdict]) -> StatedVerdict | None:
    """The first of several stated verdicts that all say the same; None where they do not, or there is none."""
    return verdicts[0] if len({stated.verdict for stated in verdicts}) == 1 else None
