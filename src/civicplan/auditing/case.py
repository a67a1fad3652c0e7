"""Case: the plan under audit, and what its own figures come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar, cast

from attrs import field, frozen

from civicplan.assessment import Actual, PlanAssessment, assess
from civicplan.errors import InvalidTypeError, describe
from civicplan.evidence.evidence import Evidence
from civicplan.model import GrowthClaim, Indicator, Measure, Observation, Plan, StatusClaim, Verdict, VerdictClaim
from civicplan.values import Period, to_period

_T = TypeVar("_T")
_S = TypeVar("_S", GrowthClaim, StatusClaim)
_OPPOSITE = {Verdict.MET: Verdict.NOT_MET, Verdict.NOT_MET: Verdict.MET}


def to_plan(value: Plan) -> Plan:
    """A Plan and nothing else."""
    if not isinstance(value, Plan):
        raise InvalidTypeError("plan", "a Plan", describe(value), "read one from a file, or build one")
    return value


@frozen(kw_only=True)
class StatedVerdict:
    """The verdict that the document gives one indicator, by name or by leaving it out of a complete list.

    Attributes:
        claim: The claim that gives it.
        verdict: The verdict.
    """

    claim: VerdictClaim
    verdict: Verdict

    @property
    def is_by_name(self) -> bool:
        """False where the verdict follows from leaving the indicator out."""
        return self.verdict is self.claim.verdict


@frozen(kw_only=True)
class Case:
    """What a rule may look at: the plan as its account tells it, and the assessment of its figures.

    Attributes:
        plan: The plan.
        as_of: The day is the last one of this period; claims and figures of later periods are passed over.

    >>> case = Case(plan=Plan(id="p", title="A plan", period="2016/2020"), as_of="2020")
    >>> len(case.assessment.indicators)
    0
    """

    plan: Plan = field(converter=to_plan)
    as_of: Period = field(converter=to_period)

    @cached_property
    def assessment(self) -> PlanAssessment:
        """The verdicts that the plan's own figures give as of the day."""
        return assess(self.plan, as_of=self.as_of)

    def claims(self, kind: type[_T]) -> tuple[_T, ...]:
        """The claims of one kind whose period, where they have one, is over."""
        every = (claim for claim in self.plan.claims if isinstance(claim, kind))
        return tuple(claim for claim in every if self.is_over(getattr(claim, "period", None)))

    @cached_property
    def growth_claims(self) -> Mapping[str, Sequence[GrowthClaim]]:
        """The stated growth of each indicator that has any, by its id."""
        return _by_subject(self.claims(GrowthClaim))

    @cached_property
    def status_claims(self) -> Mapping[str, Sequence[StatusClaim]]:
        """The stated status of each task that has any, by its id."""
        return _by_subject(self.claims(StatusClaim))

    def is_over(self, period: Period | None) -> bool:
        """True when the period has ended by the day, or when there is none."""
        return period is None or period.ends_by(self.as_of)

    def stated(self, indicator: Indicator, measure: Measure) -> tuple[Observation, ...]:
        """The published figures of one measure whose periods are over, the baseline left out."""
        return tuple(
            seen for seen in indicator.observations if seen.measure is measure and seen.period.ends_by(self.as_of)
        )

    @cached_property
    def _computed(self) -> dict[Callable[[Case], Any], Any]:
        return {}

    def once(self, compute: Callable[[Case], _T]) -> _T:
        """What a function makes of this case; it is called when that is first asked for, and not again."""
        if compute not in self._computed:
            self._computed[compute] = compute(self)
        return cast("_T", self._computed[compute])

    def evidence(self, indicator: Indicator) -> Evidence:
        """The published figures of the indicator, by measure and period."""
        if indicator.id in self.assessment and (known := self.assessment[indicator.id]).indicator is indicator:
            return known.evidence
        return Evidence(indicator, self.as_of)

    def evidence_without(self, indicator: Indicator, measure: Measure, period: Period) -> Evidence:
        """The published figures of the indicator, had nobody stated this measure for this period."""
        return self.evidence(indicator).without(measure, period)

    def derived(self, indicator: Indicator, measure: Measure, period: Period) -> tuple[Actual, ...]:
        """All that the other figures of the indicator give for this measure and period, had nobody stated it."""
        return self.evidence(indicator).derived(measure, period)

    def start(self, indicator: Indicator, period: Period) -> Observation | None:
        """The published level of the year before a period of whole years; None where there is none."""
        year = period.year_before
        level = None if year is None else self.evidence(indicator).published(Measure.LEVEL, year)
        return level if isinstance(level, Observation) else None

    @cached_property
    def accounts(self) -> Mapping[str, StatedVerdict]:
        """The one verdict that the document gives each indicator, by its id; none where its claims disagree."""
        claims = self.claims(VerdictClaim)
        told: dict[str, list[StatedVerdict]] = {indicator.id: [] for indicator in self.plan.indicators}
        for claim in claims:
            for id in claim.subjects:
                told[id].append(StatedVerdict(claim=claim, verdict=claim.verdict))
        complete = [claim for claim in claims if claim.exhaustive and claim.verdict in _OPPOSITE]
        left_out = [StatedVerdict(claim=claim, verdict=_OPPOSITE[claim.verdict]) for claim in complete]
        agreed = left_out[:1] if len({account.verdict for account in left_out}) == 1 else []
        accounts = {id: named or agreed for id, named in told.items()}
        return {id: found[0] for id, found in accounts.items() if len({account.verdict for account in found}) == 1}


def _by_subject(claims: Iterable[_S]) -> dict[str, list[_S]]:
    table: dict[str, list[_S]] = {}
    for claim in claims:
        table.setdefault(claim.subject, []).append(claim)
    return table
