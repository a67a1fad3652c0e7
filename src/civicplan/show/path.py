"""What stands on the way of one indicator: actuals, schedule, targets and where the figures so far lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from civicplan.assessment import IndicatorAssessment, Outcome
from civicplan.assessment.aim import Aim
from civicplan.errors import InvalidValueError, Reason, UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.model import Measure, Threshold, Verdict
from civicplan.trajectory import AnnualTarget, Projection, annual_targets, project
from civicplan.values import CalendarUnit, Interval, NotAssessable, Period, value_or_reason
from civicplan.values._decimals import decimal_text

#: What is counted from the start of its time, where it is nothing.
_FROM_NOTHING = (Measure.TOTAL, Measure.REDUCTION, Measure.CHANGE)


class Goal(NamedTuple):
    """A target of the measure that is drawn.

    Attributes:
        outcome: What came of it.
        due: The period at whose end it is due.
        acceptable: The values that meet it.
    """

    outcome: Outcome
    due: Period
    acceptable: Interval


class Step(NamedTuple):
    """Where an indicator should be at the end of a period.

    Attributes:
        period: The period.
        value: The value; counted from the start but for levels and rates.
        words: The same as it is said.
    """

    period: Period
    value: Decimal
    words: str


class Way(NamedTuple):
    """All that a trajectory shows, in one measure.

    Attributes:
        measure: The measure: that of the target in force, else the level.
        actuals: What was published or derived, the earliest first; counted from the start but for levels.
        schedule: Where it should be at the end of each year, from the beginning on, or why that is not known.
        goals: The targets of the measure.
        ahead: Where the levels so far lead, or why that is not known; None where nothing is to come or it is no level.
        ahead_from: The last actual on which that rests; None where nothing is ahead.
        ahead_to: The year to which they lead, calendar or fiscal; None where nothing is ahead.
    """

    measure: Measure
    actuals: tuple[Actual, ...]
    schedule: tuple[Step, ...] | NotAssessable
    goals: tuple[Goal, ...]
    ahead: Projection | NotAssessable | None
    ahead_from: Actual | None
    ahead_to: Period | None


def way_of(assessed: IndicatorAssessment) -> Way:
    """Return what stands on the way of an indicator."""
    target = assessed.target.target if isinstance(assessed.target, Outcome) else None
    measure = target.measure if isinstance(target, Threshold) else Measure.LEVEL
    goals = tuple(_goals(assessed, measure))
    actuals = _levels(assessed) if measure is Measure.LEVEL else _sums(assessed, measure)
    unique = {actual.period.end_key: actual for actual in actuals}
    in_time = tuple(unique[end] for end in sorted(unique))
    ahead = _ahead(assessed, measure, goals)
    return Way(
        measure,
        in_time,
        _schedule(assessed, measure, goals),
        goals,
        ahead,
        _last_used(assessed, in_time) if isinstance(ahead, Projection) else None,
        _year_ending(ahead.year, assessed.evidence.last_month) if isinstance(ahead, Projection) else None,
    )


def place_of(period: Period) -> Decimal:
    """Return where the end of a period lies in time [years]: the end of 2020 at 2020.

    >>> place_of(Period.parse("2020")), place_of(Period.parse("2020-Q2"))
    (Decimal('2020'), Decimal('2019.5'))
    """
    year = period.end.year
    return year - 1 + Period.of(year).elapsed(period)


def _goals(assessed: IndicatorAssessment, measure: Measure) -> Iterator[Goal]:
    for outcome in assessed.outcomes:
        target = outcome.target
        if isinstance(target, Threshold) and target.measure is measure and outcome.is_published:
            aim = Aim(target.bound, assessed.indicator.declared_direction(measure))
            yield Goal(outcome, target.due(assessed.plan_period), aim.acceptable)


def _levels(assessed: IndicatorAssessment) -> Iterator[Actual]:
    """The baseline and the published levels of years; of a stock, those at the end of any period."""
    evidence, indicator = assessed.evidence, assessed.indicator
    if isinstance(evidence.baseline, Actual):
        yield evidence.baseline
    for observation in indicator.observations:
        period = observation.period
        if observation.measure is Measure.LEVEL and (indicator.stock or period.years == 1):
            level = evidence.published(Measure.LEVEL, period)
            if isinstance(level, Actual):
                yield level


def _sums(assessed: IndicatorAssessment, measure: Measure) -> Iterator[Actual]:
    """What there is from the start of the target's time to the end of each period of which something is published."""
    time = _time(assessed, measure)
    for observation in assessed.indicator.observations if time is not None else ():
        end = observation.period
        if time is not None and time.start_key < end.end_key and end.ends_by(time) and end.ends_by(assessed.as_of):
            actual = assessed.evidence.actual(measure, time.through(end))
            if isinstance(actual, Actual):
                yield actual
    known = assessed.target.actual if isinstance(assessed.target, Outcome) else None
    if isinstance(known, Actual) and known.measure is measure:
        yield known


def _time(assessed: IndicatorAssessment, measure: Measure) -> Period | None:
    """The time over which sums and rates are counted: that of the target, for a change from the baseline on."""
    target = assessed.target.target if isinstance(assessed.target, Outcome) else None
    if not isinstance(target, Threshold) or target.measure is not measure:
        return None
    due, baseline = target.due(assessed.plan_period), assessed.evidence.baseline
    is_from_baseline = measure is Measure.CHANGE and target.period is None and isinstance(baseline, Actual)
    if is_from_baseline and isinstance(baseline, Actual) and not due.ends_by(baseline.period):
        return baseline.period.until(due)
    return due


def _schedule(
    assessed: IndicatorAssessment, measure: Measure, goals: Sequence[Goal]
) -> tuple[Step, ...] | NotAssessable:
    try:
        years = annual_targets(assessed.indicator, period=assessed.plan_period, measure=measure, path=assessed.path)
    except UndefinedMeasureError as undefined:
        return NotAssessable(undefined.reason)
    except InvalidValueError:  # a period that is not made of whole years, or a target due before it begins
        return NotAssessable(Reason.NOT_COMPARABLE)
    month = _last_month_of(assessed, measure, goals, years[-1].year)
    return *_beginning(assessed, measure), *(_step(year, month, measure) for year in years)


def _beginning(assessed: IndicatorAssessment, measure: Measure) -> Iterator[Step]:
    """Where the schedule begins: a level at its baseline, what is counted at nothing."""
    time, baseline = _time(assessed, measure), assessed.evidence.baseline
    if time is not None and measure in _FROM_NOTHING:
        yield Step(time.unit_before, Decimal(0), "0")
    elif measure is Measure.LEVEL and isinstance(baseline, Actual):
        yield Step(baseline.period, baseline.value, str(baseline))


def _step(year: AnnualTarget, last_month: int, measure: Measure) -> Step:
    value = year.to_date if measure in _FROM_NOTHING else year.value
    return Step(_year_ending(year.year, last_month), value, decimal_text(value, 2))


def _last_month_of(assessed: IndicatorAssessment, measure: Measure, goals: Sequence[Goal], last: int) -> int:
    """The month with which the years of the schedule end; December is 0.

    A level moves in the years of the plan; whatever else has a period of its own is counted in the years of that.
    """
    due = (goal.due for goal in goals if goal.due.years is not None and goal.due.end.year == last)
    period = assessed.plan_period if measure is Measure.LEVEL else next(due, assessed.plan_period)
    return period.end_key[0] % CalendarUnit.YEAR


def _year_ending(year: int, last_month: int) -> Period:
    """Return the twelve months whose last one, December being 0, is of a year."""
    end = year * CalendarUnit.YEAR + (last_month or CalendarUnit.YEAR)
    return Period(CalendarUnit.MONTH, end - CalendarUnit.YEAR, end - 1)


def _ahead(
    assessed: IndicatorAssessment, measure: Measure, goals: tuple[Goal, ...]
) -> Projection | NotAssessable | None:
    """Where the yearly levels lead in the year in which the last target is due; None where nothing is to come."""
    if measure is not Measure.LEVEL:
        return None
    levels = value_or_reason(assessed.evidence.yearly_levels, since_baseline=True)
    if isinstance(levels, NotAssessable):
        return levels
    last = max((goal.due for goal in goals), key=lambda due: due.end_key, default=assessed.plan_period)
    if levels and levels[-1][0] >= last.end.year:
        return None
    if last.ends_by(assessed.as_of) and assessed.verdict in (Verdict.MET, Verdict.NOT_MET):
        return None  # what is judged is no longer to come
    return value_or_reason(project, assessed.indicator, to=last.end.year, as_of=assessed.as_of)


def _last_used(assessed: IndicatorAssessment, actuals: tuple[Actual, ...]) -> Actual | None:
    """The last actual that a projection uses: of a year, and printed without a hedge."""
    levels = value_or_reason(assessed.evidence.yearly_levels, since_baseline=True)
    if isinstance(levels, NotAssessable) or not levels:
        return None
    year, figure = levels[-1]
    of_year = (actual for actual in reversed(actuals) if actual.period.end.year == year and not actual.is_hedged)
    return next((actual for actual in of_year if actual.value == figure.value), None)
