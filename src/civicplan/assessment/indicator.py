"""IndicatorAssessment: the outcomes of one indicator's targets, their joint verdict, and how fast its level moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar

from attrs import evolve, field, frozen

from civicplan.assessment.aim import Aim
from civicplan.assessment.assessor import Assessor, check_tolerance
from civicplan.assessment.caveat import CAVEAT_SENTENCES, Caveat
from civicplan.assessment.choice import choose
from civicplan.assessment.outcome import Outcome
from civicplan.assessment.verdicts import Judgement, joint_judgement
from civicplan.errors import InvalidPlanError, Reason, UndefinedMeasureError
from civicplan.evidence import Actual, Evidence
from civicplan.evidence.revisions import Vintage
from civicplan.formats.result import Result
from civicplan.measure import required_cagr
from civicplan.measure.schedule import Path
from civicplan.model import Indicator, Measure, Plan, Relative, Standing, Threshold, Verdict
from civicplan.render import explanations, phrases
from civicplan.render.cells import Badge, progress_cell
from civicplan.render.languages import chosen, language_of
from civicplan.render.message import Message, fill, joined, one_line, said, sentences
from civicplan.render.words import full_name, in_words, percent_text
from civicplan.values import Interval, NotAssessable, Period, defined, value_or_reason

_GROWTH = "the growth"
#: What an assessment of an indicator follows from, with the types.
ASKED: dict[str, Any] = {
    "indicator": Indicator,
    "references": tuple[Indicator, ...],
    "period": Period,
    "as_of": Period,
    "tolerance": Decimal,
    "vintage": Vintage,
    "path": Path | None,
}
#: The outcomes that are written as their places among all of them.
_CHOSEN = ("target", "next_target")
#: The fields that are not written, as what was asked says the same.
_KEPT_INSIDE = ("evidence", "assessor")
_NO_TARGET = NotAssessable(Reason.NO_TARGET)


@frozen(kw_only=True, repr=False)
class IndicatorAssessment(Result):
    """What came of one indicator; attainment, progress and pace are those of the target in force.

    Attributes:
        indicator: The indicator.
        outcomes: One outcome for each target, in the order of the plan; those without a verdict stay visible here.
        target: The outcome in force on the measure of the first target in numbers.
        next_target: The outcome first due after the day on that measure, of those whose time has begun.
        as_of: The day is the last one of this period.
        evidence: The published figures it rests on.
    """

    _derived: ClassVar = (
        *(f"indicator.{name}" for name in ("id", "number", "group", "name", "unit", "category", "nature")),
        "indicator.effective_direction",
        "verdict",
        "decisive",
        "headline",
        "caveats",
        "reason",
        "attainment",
        "attainment_interval",
        "progress",
        "progress_interval",
        "elapsed",
        "pace",
        "standing",
        "growth",
        "growth_interval",
        "required_growth",
        "catch_up_growth",
    )
    _left_out: ClassVar = {"outcomes": ("indicator",)}

    indicator: Indicator
    outcomes: tuple[Outcome, ...]
    target: Outcome | NotAssessable
    next_target: Outcome | NotAssessable
    as_of: Period
    evidence: Evidence = field(eq=False)
    _assessor: Assessor = field(eq=False, alias="assessor")

    @property
    def in_force(self) -> tuple[Outcome, ...]:
        """The outcomes of the targets in force.

        On each measure these are the ones due last by the day, and before any is due the first to come.
        """
        return tuple(outcome for outcome in self.outcomes if outcome.is_in_force)

    @property
    def verdict(self) -> Verdict:
        """The joint verdict on the targets in force: any miss is a miss, else what is met is met.

        Where none is met or missed, it is not assessable if one is due, else not due.
        """
        return self._judgement.verdict

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """What could overturn the verdict: the caveats of the least doubtful miss, or of all that is met."""
        return self._judgement.caveats

    @property
    def decisive(self) -> bool:
        """True when it is met or not met, and nothing that is known could overturn that."""
        return self._judgement.decisive

    @property
    def reason(self) -> Reason | None:
        """Why there is no verdict; None where there is one."""
        if self.verdict is not Verdict.NOT_ASSESSABLE:
            return None
        due_first = sorted(self.in_force, key=lambda outcome: not outcome.is_due_by(self.as_of))
        return next((outcome.reason for outcome in due_first if outcome.reason is not None), Reason.NO_TARGET)

    @property
    def attainment(self) -> Decimal | NotAssessable:
        """Actual against the target in force [share]."""
        return _NO_TARGET if isinstance(self.target, NotAssessable) else self.target.attainment

    @property
    def attainment_interval(self) -> Interval | NotAssessable:
        """Every attainment that the printed digits allow [share]."""
        return _NO_TARGET if isinstance(self.target, NotAssessable) else self.target.attainment_interval

    @property
    def progress(self) -> Decimal | NotAssessable:
        """Share of the target in force that is done [share]."""
        return _NO_TARGET if isinstance(self.target, NotAssessable) else self.target.progress

    @property
    def progress_interval(self) -> Interval | NotAssessable:
        """Every share done that the printed digits allow [share]."""
        return _NO_TARGET if isinstance(self.target, NotAssessable) else self.target.progress_interval

    @property
    def elapsed(self) -> Decimal | NotAssessable:
        """Share of the time of the target in force gone by the end of its actual's period [share]."""
        return _NO_TARGET if isinstance(self.target, NotAssessable) else self.target.elapsed

    @property
    def pace(self) -> Decimal | NotAssessable:
        """Progress over the share that should be done by now [share]: 1 is on schedule."""
        return _NO_TARGET if isinstance(self.target, NotAssessable) else self.target.pace

    @property
    def standing(self) -> Standing | NotAssessable:
        """How the next target is doing before it is due."""
        return self.next_target if isinstance(self.next_target, NotAssessable) else self.next_target.standing

    @property
    def growth(self) -> Decimal | NotAssessable:
        """Average growth of the level from the baseline to the latest actual [percent a year]."""
        growth = self._growth_so_far
        return growth if isinstance(growth, NotAssessable) else growth.value

    @property
    def growth_interval(self) -> Interval | NotAssessable:
        """Every average growth that the printed digits allow [percent a year]."""
        growth = self._growth_so_far
        return growth if isinstance(growth, NotAssessable) else growth.interval

    @property
    def required_growth(self) -> Decimal | NotAssessable:
        """Average growth that leads from the baseline to the level target in force [percent a year]."""
        return value_or_reason(self._required_growth)

    @property
    def catch_up_growth(self) -> Decimal | NotAssessable:
        """Average growth that leads from the latest actual to the level target first to come [percent a year].

        Where none is to come, it leads to the one in force.
        """
        return value_or_reason(self._catch_up_growth)

    @property
    def plan_period(self) -> Period:
        """The plan period, at whose end a target without a period of its own is due."""
        return self._assessor.plan_period

    @property
    def path(self) -> Path:
        """The path on which its levels are to move."""
        return self._assessor.path_of(self.indicator)

    @property
    def headline(self) -> Message:
        """The verdict in a few words, with the standing of what is still to come: "met 2023; 2024 ahead"."""
        verdict, coming = in_words(self.verdict), self.next_target
        if isinstance(coming, NotAssessable) or not isinstance(coming.standing, Standing):
            return verdict
        standing, target = in_words(coming.standing), self.target
        if self.verdict is Verdict.NOT_DUE:
            return fill(phrases.NOT_DUE, verdict=verdict, standing=standing)
        if isinstance(target, Outcome) and target.verdict is self.verdict:
            return fill(phrases.DUE_AND_TO_COME, verdict=verdict, due=target.due, next=coming.due, standing=standing)
        return fill(phrases.TO_COME, verdict=verdict, next=coming.due, standing=standing)

    def explain(self, *, language: str | None = None) -> str:
        """Return one paragraph for each target, and one more where a target without a verdict could overturn theirs.

        Args:
            language: The language, "en" or "zh"; None takes that of the indicator's name.

        Raises:
            InvalidValueError: The library does not speak that language.
        """
        return said(self.explanation, chosen(language, self.indicator.name))

    @property
    def explanation(self) -> Message:
        """The paragraphs that explain it."""
        return joined("\n", self._paragraphs())

    def _paragraphs(self) -> Iterator[Message]:
        row = full_name(self.indicator.group, self.indicator.name, self.indicator.number)
        if not self.outcomes:
            yield fill(explanations.NO_TARGET, row=row)
        yield from (outcome.explanation for outcome in self.outcomes)
        if Caveat.UNASSESSED in self.caveats:
            yield sentences(fill(explanations.MET_AS_A_WHOLE, row=row), explanations.CAVEATS[Caveat.UNASSESSED])

    @property
    def _asked(self) -> dict[str, object]:
        """What the answer follows from, by name."""
        assessor, own = self._assessor, self.indicator.id
        return {
            "indicator": self.indicator,
            "references": [evidence.indicator for id, evidence in assessor.evidence.items() if id != own],
            "period": assessor.plan_period,
            "as_of": self.as_of,
            "tolerance": assessor.tolerance,
            "vintage": self.evidence.vintage,
            "path": assessor.path,
        }

    def _place_of(self, chosen: Outcome | NotAssessable) -> int | NotAssessable:
        return chosen if isinstance(chosen, NotAssessable) else self.outcomes.index(chosen)

    def _entries(self) -> dict[str, object]:
        chosen = {name: self._place_of(getattr(self, name)) for name in _CHOSEN}
        entries = super()._entries() | self._asked | chosen
        return {name: entry for name, entry in entries.items() if name not in _KEPT_INSIDE}

    @classmethod
    def _shape(cls) -> dict[str, Any]:
        shape = super()._shape() | dict.fromkeys(_CHOSEN, int | NotAssessable)
        return {name: kind for name, kind in shape.items() if name not in _KEPT_INSIDE}

    @classmethod
    def _kinds(cls) -> dict[str, Any]:
        return ASKED

    @classmethod
    def _made_of(cls, stored: Mapping[str, Any]) -> IndicatorAssessment:
        return _answer(**stored)

    def __repr__(self) -> str:
        return one_line(f"<assessment of {self.indicator.id}: {self.headline}>")

    def _repr_html_(self) -> str:
        from civicplan.render.html import facts_html  # a terminal needs no HTML

        indicator = self.indicator
        facts = {
            "verdict": Badge(self.verdict, self.headline, tuple(self.caveats)),
            "attainment": percent_text(self.attainment),
            "progress": progress_cell(self.progress, self.elapsed),
        }
        caption = full_name(indicator.group, indicator.name, indicator.number)
        language = language_of(indicator.name)
        return facts_html(caption, facts, language=language, paragraphs=self._paragraphs(), caveats=CAVEAT_SENTENCES)

    @cached_property
    def _judgement(self) -> Judgement:
        in_force = self.in_force
        unassessed = [outcome for outcome in in_force if outcome.verdict is Verdict.NOT_ASSESSABLE]
        due = [outcome for outcome in unassessed if outcome.is_due_by(self.as_of)]
        joint = joint_judgement(
            [outcome.judgement for outcome in in_force], unassessed=any(outcome.is_numeric for outcome in due)
        )
        if joint is not None:
            return joint
        is_open = not due and any(outcome.verdict is Verdict.NOT_DUE for outcome in in_force)
        return Judgement(Verdict.NOT_DUE if is_open else Verdict.NOT_ASSESSABLE)

    @cached_property
    def _growth_so_far(self) -> Actual | NotAssessable:
        return value_or_reason(self._growth)

    def _growth(self) -> Actual:
        baseline, latest = self._baseline(), self._latest()
        self._years_between(baseline.period, latest.period)
        time = baseline.period.until(latest.period)
        return defined(self.evidence.between_levels(Measure.GROWTH, time, baseline, latest))

    def _baseline(self) -> Actual:
        return defined(self.evidence.baseline)

    def _latest(self) -> Actual:
        return defined(self.evidence.latest_level(self._baseline().period))

    def _required_growth(self) -> Decimal:
        return self._growth_to(self._level_target(self.in_force), self._baseline())

    def _catch_up_growth(self) -> Decimal:
        valid = (outcome for outcome in self.outcomes if outcome.is_valid and not outcome.is_due_by(self.as_of))
        to_come = sorted(valid, key=lambda outcome: outcome.due.end_key if outcome.due else (0, 0))
        return self._growth_to(self._level_target((*to_come, *self.in_force)), self._latest())

    def _level_target(self, outcomes: tuple[Outcome, ...]) -> Outcome:
        for outcome in outcomes:
            if isinstance(outcome.target, Threshold) and outcome.target.measure is Measure.LEVEL:
                return outcome
        raise UndefinedMeasureError(Reason.NO_LEVEL_TARGET, _GROWTH)

    def _growth_to(self, target: Outcome, start: Actual) -> Decimal:
        assert target.bound is not None, "a level target has a bound"
        assert target.due is not None, "a level target has a date"
        value = start.plain_value
        if value in Aim(target.bound, self.indicator.declared_direction(Measure.LEVEL)).acceptable:
            raise UndefinedMeasureError(Reason.NOTHING_LEFT, _GROWTH)
        years = self._years_between(start.period, target.due)
        return required_cagr(value, target.bound.target_value(value), years)

    def _years_between(self, start: Period, end: Period) -> Decimal:
        if not start.is_as_long_as(end) and not self.indicator.stock:
            raise UndefinedMeasureError(Reason.OTHER_LENGTH, _GROWTH)
        years = start.years_until(end)
        if years != years.to_integral_value():
            raise UndefinedMeasureError(Reason.NOT_COMPARABLE, _GROWTH)
        return years


def assessment_of(indicator: Indicator, assessor: Assessor) -> IndicatorAssessment:
    """Return what came of one indicator."""
    own = assessor.on(indicator)
    choice = choose(indicator, own)
    return IndicatorAssessment(
        indicator=indicator,
        outcomes=choice.outcomes,
        target=choice.target,
        next_target=choice.next_target,
        as_of=own.as_of,
        evidence=own.evidence[indicator.id],
        assessor=own,
    )


def _answer(
    indicator: Indicator,
    references: tuple[Indicator, ...],
    period: Period,
    as_of: Period,
    tolerance: Decimal,
    vintage: Vintage,
    path: Path | None,
) -> IndicatorAssessment:
    """Return what came of an indicator that is written with all that was asked of it.

    Raises:
        InvalidPlanError: No plan could have this indicator.
        InvalidValueError: The tolerance is no share.
    """
    check_tolerance(tolerance)
    _check_in_plan(indicator, references, period)
    known = (indicator, *references)
    evidence = {each.id: Evidence(each, as_of, vintage=vintage) for each in known}
    return assessment_of(indicator, Assessor(evidence, period, as_of, tolerance, path))


def _check_in_plan(indicator: Indicator, references: tuple[Indicator, ...], period: Period) -> None:
    """Refuse what the plan of the indicator would have refused; of the others only the figures are looked at."""
    others = [evolve(other, targets=[t for t in other.targets if not isinstance(t, Relative)]) for other in references]
    try:
        Plan(id=indicator.id, title=indicator.name, period=period, indicators=(indicator, *others))
    except InvalidPlanError as error:
        faults = tuple(fault._replace(path=_path_in_row(fault.path)) for fault in error.faults)
        raise InvalidPlanError(faults, error.unlisted) from None


def _path_in_row(path: str) -> str:
    """Return where in a written row stands what is at a path in its plan."""
    place, _, rest = path.removeprefix("$.indicators[").partition("]")
    return f"$.indicator{rest}" if place == "0" else f"$.references[{int(place) - 1}]{rest}"
