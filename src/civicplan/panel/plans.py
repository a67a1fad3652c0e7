"""From plans to a panel: a row for each target in numbers, with the actual that the evidence gives for it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from civicplan.assessment import IndicatorAssessment, Outcome, PlanAssessment, assess
from civicplan.assessment.caveat import Caveat
from civicplan.assessment.readings import reading_of
from civicplan.assessment.runs import checked_plans
from civicplan.assessment.shares import promises_rate
from civicplan.errors import Reason
from civicplan.evidence import Actual, Evidence
from civicplan.evidence.in_force import due_of
from civicplan.evidence.revisions import VintageLike
from civicplan.measure.schedule import Path
from civicplan.model import Indicator, Measure, Plan, Threshold, Verdict
from civicplan.render.frames import frame
from civicplan.values import Bound, BoundKind, Interval, NotAssessable, Period, PeriodLike

#: The columns, in their order: which row it is, what `assess` reads, and what is told beside it.
_TEXTS = ("plan", "indicator", "name", "unit")
_COLUMNS = (
    *_TEXTS,
    *("value", "places", "value_low", "value_high", "period", "no_value", "doubts"),
    *("measure", "target", "comparator", "target_high", "direction", "due", "plan_period"),
    *("baseline", "baseline_places", "baseline_low", "baseline_high", "baseline_period", "no_baseline"),
    *("latest", "latest_places", "latest_period", "no_latest"),
    *("exact", "stock", "natural_low", "natural_high", "geometric"),
    *("published", "in_force", "targets_left_out"),
)
_NUMBERS = (
    *("value", "places", "value_low", "value_high", "target", "target_high"),
    *("baseline", "baseline_places", "baseline_low", "baseline_high", "latest", "latest_places"),
    *("natural_low", "natural_high", "targets_left_out"),
)
_FLAGS = ("exact", "stock", "geometric", "in_force")


def from_plans(
    plans: Iterable[Plan],
    *,
    as_of: PeriodLike | None = None,
    vintage: VintageLike = "latest",
    path: Path | None = None,
    backend: str | None = None,
) -> Any:
    """Return a frame with a row for each target in numbers of some plans, which `panel.assess` reads as it is.

    Assessed as of the same day, a row gets the answers that `civicplan.assess` gives for its target. The actual is the
    one that the evidence gives, published or derived, with the least and the most that its printed figures allow (an
    infinite end lies nowhere). Where a row cannot hold what is known, it has no value, and `no_value` says why: an
    actual printed as a bound, and figures of which another reading gives another verdict. Periods of days are not read
    by a panel. In these cases it says less than the plan, and nothing else.

    Relations, targets left to another authority and targets in words are no rows. `targets_left_out` says in each row
    how many its plan has of them; `civicplan.assess(plan).outcome_frame()` shows them all.

    Args:
        plans: The plans.
        as_of: The day, as for `civicplan.assess`; None takes for each plan the first by which all of it is over.
        vintage: Which publications count, as for `civicplan.assess`.
        path: The path on which levels are to move, as for `civicplan.assess`.
        backend: The library of the frame, such as "polars"; None takes the first one installed of pandas, polars and
            pyarrow.

    Raises:
        InvalidTypeError: A plan itself in place of several, or something else among them.
        InvalidValueError: What is asked for is no day, no vintage, no path or no library.
        MissingExtraError: The library, or narwhals, is not installed.

    >>> import civicplan as cp
    >>> rows = from_plans([cp.datasets.load("zhuzhou-13fyp")], as_of=2020, backend="polars")
    >>> rows.select("indicator", "value", "period", "target", "targets_left_out").row(0)
    ('gdp', 3105.8, '2020', 3800.0, 0.0)
    """
    rows = [
        row
        for plan in checked_plans(plans)
        for row in _rows(assess(plan, as_of=_last_day(plan) if as_of is None else as_of, vintage=vintage, path=path))
    ]
    return frame(rows, backend, columns=_COLUMNS, numbers=_NUMBERS, flags=_FLAGS)


def _last_day(plan: Plan) -> Period:
    """Return the first period by whose end all that a plan promises and publishes is over."""
    published = [figure.period for indicator in plan.indicators for figure in indicator.observations]
    return max((plan.period, *published), key=lambda period: period.end_key)


def _rows(assessed: PlanAssessment) -> Iterator[dict[str, Any]]:
    outcomes = [outcome for indicator in assessed for outcome in indicator.outcomes]
    in_numbers = [outcome for outcome in outcomes if isinstance(outcome.target, Threshold)]
    of_plan = {
        "plan": assessed.plan.id,
        "plan_period": str(assessed.plan.period),
        "targets_left_out": len(outcomes) - len(in_numbers),
    }
    for indicator in assessed:
        shared = of_plan | _of_indicator(indicator, assessed.path)
        for outcome in indicator.outcomes:
            if isinstance(outcome.target, Threshold):
                row = shared | _of_target(outcome, outcome.target, assessed) | _of_actual(outcome, indicator.evidence)
                yield {name: row[name] for name in _COLUMNS}


def _of_indicator(assessed: IndicatorAssessment, path: Path | None) -> dict[str, Any]:
    indicator, evidence = assessed.indicator, assessed.evidence
    possible = indicator.natural_range
    natural = _ends(None if possible is None else possible.interval)
    return {
        "indicator": indicator.id,
        "name": str(indicator.name),
        "unit": indicator.unit,
        "direction": indicator.direction,
        **_of_baseline(indicator, evidence),
        **_of_latest(evidence),
        "exact": evidence.is_exact,
        "stock": indicator.stock,
        "natural_low": natural[0],
        "natural_high": natural[1],
        "geometric": promises_rate(indicator) if path is None else path == "geometric",
    }


def _of_baseline(indicator: Indicator, evidence: Evidence) -> dict[str, Any]:
    """The baseline with the figures that agree with it; an uncertain one has its period alone."""
    stated, baseline = indicator.baseline, evidence.baseline
    if stated is not None and stated.measure is not Measure.LEVEL:
        stated = None  # nothing but a level is a baseline
    usable = baseline if isinstance(baseline, Actual) and not baseline.is_hedged else None
    why_not = baseline.reason if isinstance(baseline, NotAssessable) else Reason.HEDGED
    low, high = _open_ends(None if usable is None else usable.interval)
    return {
        "baseline": None if usable is None else usable.value,
        "baseline_places": None if usable is None else usable.inputs[0].number.places,
        "baseline_low": low,
        "baseline_high": high,
        "baseline_period": None if stated is None else str(stated.period),
        "no_baseline": str(why_not) if usable is None and stated is not None else None,
    }


def _of_latest(evidence: Evidence) -> dict[str, Any]:
    """The latest level that growth from the baseline is told of."""
    baseline = evidence.baseline
    latest = evidence.latest_level(baseline.period) if isinstance(baseline, Actual) else baseline
    if isinstance(latest, NotAssessable):
        return {"latest": None, "latest_places": None, "latest_period": None, "no_latest": str(latest.reason)}
    is_told = not latest.is_hedged
    return {
        "latest": latest.value if is_told else None,
        "latest_places": latest.inputs[0].number.places if is_told else None,
        "latest_period": str(latest.period),
        "no_latest": None if is_told else str(Reason.HEDGED),
    }


def _of_target(outcome: Outcome, target: Threshold, assessed: PlanAssessment) -> dict[str, Any]:
    bound = target.bound
    # A change over the whole plan counts from the baseline, one with a date of its own from the start of that.
    is_undated = target.period is None and target.measure is Measure.CHANGE
    return {
        "measure": str(target.measure),
        "target": bound.figure.value,
        "comparator": "≈" if bound.is_of_unknown_width else str(bound.kind.value),
        "target_high": None if bound.second is None else bound.second.value,
        "due": None if is_undated else str(due_of(target, assessed.plan.period)),
        "published": None if target.published is None else str(target.published),
        "in_force": outcome.is_in_force,
    }


def _of_actual(outcome: Outcome, evidence: Evidence) -> dict[str, Any]:
    actual = outcome.actual
    if isinstance(actual, NotAssessable):
        return dict.fromkeys(("value", "places", "value_low", "value_high", "period", "doubts")) | {
            "no_value": str(actual.reason)
        }
    why_not = _cannot_be_held(outcome, actual)
    is_told = why_not is None
    low, high = _open_ends(_allowed(outcome, actual)) if is_told else (None, None)
    return {
        "value": actual.value if is_told else None,
        "places": _printed_places(actual) if is_told else None,
        "value_low": low,
        "value_high": high,
        "period": str(actual.period),
        "no_value": None if why_not is None else str(why_not),
        "doubts": "; ".join(doubts_of(actual, evidence)) or None,
    }


def _cannot_be_held(outcome: Outcome, actual: Actual) -> Reason | None:
    """Return why a row cannot hold an actual; None where it can."""
    bounds = [figure.figure for figure in actual.inputs if isinstance(figure.figure, Bound)]
    if any(bound.kind is not BoundKind.ABOUT for bound in bounds):
        return Reason.HEDGED
    return outcome.reason if actual.other_readings else None


def _allowed(outcome: Outcome, actual: Actual) -> Interval:
    """What the printed digits allow; where a verdict rests on it, by every reading of the figures."""
    is_judged = outcome.verdict in (Verdict.MET, Verdict.NOT_MET)
    return Interval.hull([actual.interval, *(reading.interval for reading in actual.other_readings if is_judged)])


def _printed_places(actual: Actual) -> int | None:
    return None if actual.is_derived else actual.inputs[0].number.places


def doubts_of(actual: Actual, evidence: Evidence) -> Iterator[str]:
    """Yield the caveats that the figures behind an actual bring along."""
    yield from map(str, reading_of(actual, evidence).caveats)
    if actual.is_contradicted_by_parts:
        yield str(Caveat.PARTS)
    if actual.is_hedged:
        yield str(Caveat.HEDGED)


def _ends(interval: Interval | None) -> tuple[Decimal | None, Decimal | None]:
    return (None, None) if interval is None else (interval.low, interval.high)


def _open_ends(interval: Interval | None) -> tuple[Decimal | float | None, Decimal | float | None]:
    """Return the ends of an interval, infinite ones where it is open."""
    if interval is None:
        return None, None
    low, high = _ends(interval)
    return -math.inf if low is None else low, math.inf if high is None else high
