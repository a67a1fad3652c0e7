"""IndicatorAssessment: the outcomes of one indicator's targets, their joint verdict, and how fast its level moved."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from attrs import field, frozen

from civicplan.assessment.outcome import Outcome
from civicplan.assessment.standing import Standing
from civicplan.assessment.verdicts import TARGET_PRECEDENCE, joint_verdict
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Evidence
from civicplan.measure import cagr, required_cagr
from civicplan.model import Indicator, Measure, Observation, Target, Threshold, Verdict
from civicplan.render.explanations import NO_TARGET
from civicplan.render.template import fill, one_line
from civicplan.render.words import full_name, in_words
from civicplan.values import NotAssessable, Period, defined, value_or_reason

_GROWTH = "the growth"
_NO_TARGET = NotAssessable(Reason.NO_TARGET)


@frozen(kw_only=True, repr=False)
class IndicatorAssessment:
    """What came of one indicator; attainment, progress, pace and standing are those of its first target.

    Attributes:
        indicator: The indicator.
        outcomes: One outcome for each target, in the order of the plan; those without a verdict stay visible here.
        evidence: The published figures it rests on.
    """

    indicator: Indicator
    outcomes: tuple[Outcome, ...]
    evidence: Evidence = field(eq=False)

    @property
    def verdict(self) -> Verdict:
        """The joint verdict: any miss is a miss, then any target not due, then any met."""
        return self._joint[0]

    @property
    def decisive(self) -> bool:
        """True when no unprinted digit could flip the joint verdict."""
        return self._joint[1]

    @property
    def reason(self) -> Reason | None:
        """Why there is no verdict; None where there is one."""
        if self.verdict is not Verdict.NOT_ASSESSABLE:
            return None
        return self.outcomes[0].reason if self.outcomes else Reason.NO_TARGET

    @property
    def attainment(self) -> Decimal | NotAssessable:
        """Actual against the first target [share]."""
        return self.outcomes[0].attainment if self.outcomes else _NO_TARGET

    @property
    def progress(self) -> Decimal | NotAssessable:
        """Share of the first target done [share]."""
        return self.outcomes[0].progress if self.outcomes else _NO_TARGET

    @property
    def elapsed(self) -> Decimal | NotAssessable:
        """Share of the first target's time gone by the end of its actual's period [share]."""
        return self.outcomes[0].elapsed if self.outcomes else _NO_TARGET

    @property
    def pace(self) -> Decimal | NotAssessable:
        """Progress over elapsed [share]: 1 is on schedule."""
        return self.outcomes[0].pace if self.outcomes else _NO_TARGET

    @property
    def standing(self) -> Standing | NotAssessable:
        """How the first target is doing before it is due."""
        return self.outcomes[0].standing if self.outcomes else _NO_TARGET

    @property
    def growth(self) -> Decimal | NotAssessable:
        """Average growth of the level from the baseline to the latest actual [percent a year]."""
        return value_or_reason(self._growth)

    @property
    def required_growth(self) -> Decimal | NotAssessable:
        """Average growth that leads from the baseline to the level target due last [percent a year]."""
        return value_or_reason(self._growth_to_target, self._baseline)

    @property
    def catch_up_growth(self) -> Decimal | NotAssessable:
        """Average growth that leads from the latest actual to the level target due last [percent a year]."""
        return value_or_reason(self._growth_to_target, self._latest)

    def explain(self) -> str:
        """Return one paragraph for each target."""
        if not self.outcomes:
            return fill(NO_TARGET, row=full_name(self.indicator.group, self.indicator.name, self.indicator.number))
        return "\n".join(outcome.explain() for outcome in self.outcomes)

    def __repr__(self) -> str:
        return one_line(f"<assessment of {self.indicator.id}: {in_words(self.verdict)}>")

    @property
    def _joint(self) -> tuple[Verdict, bool]:
        return joint_verdict(((outcome.verdict, outcome.decisive) for outcome in self.outcomes), TARGET_PRECEDENCE)

    def _baseline(self) -> Observation:
        return defined(self.evidence.baseline)

    def _latest(self) -> Observation:
        """The latest level, which is published: no level is derived."""
        return defined(self.evidence.latest_level(self._baseline().period)).inputs[0]

    def _growth(self) -> Decimal:
        baseline, latest = self._baseline(), self._latest()
        return _annual(cagr, baseline, latest.number.value, latest.period)

    def _growth_to_target(self, start: Callable[[], Observation]) -> Decimal:
        levels = [(outcome.due, outcome.bound) for outcome in self.outcomes if _is_on_level(outcome.target)]
        aims = [(due, bound) for due, bound in levels if due is not None and bound is not None]
        if not aims:
            raise UndefinedMeasureError(Reason.NO_LEVEL_TARGET, _GROWTH)
        level = start()
        due, bound = max(aims, key=lambda aim: aim[0].end_key)
        return _annual(required_cagr, level, bound.target_value(level.number.value), due)


def _is_on_level(target: Target) -> bool:
    return isinstance(target, Threshold) and target.measure is Measure.LEVEL


def _annual(
    formula: Callable[[Decimal, Decimal, Decimal], Decimal], start: Observation, end: Decimal, at: Period
) -> Decimal:
    if not start.period.is_as_long_as(at):
        raise UndefinedMeasureError(Reason.OTHER_LENGTH, _GROWTH)
    years = start.period.years_until(at)
    if years != years.to_integral_value():
        raise UndefinedMeasureError(Reason.NOT_COMPARABLE, _GROWTH)
    return formula(start.number.value, end, years)
