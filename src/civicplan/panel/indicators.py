"""The rows of one indicator as an Indicator, of which no more is decisive than the rows allow."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from attrs import evolve, frozen

from civicplan.assessment import Outcome, assess_indicator
from civicplan.assessment.caveat import Caveat
from civicplan.errors import InvalidInputError, InvalidPlanError, Reason
from civicplan.evidence import Actual, Evidence
from civicplan.evidence.printed import printed_interval
from civicplan.model import Indicator, Measure, Observation, Plan, Threshold, Verdict
from civicplan.panel.plans import doubts_of
from civicplan.panel.rows import Row, said
from civicplan.values import Bound, Figure, Interval, NotAssessable, Period

#: What all rows of an indicator say alike, and what each that has a target must say, as its verdict may rest on it.
_SHARED = ("name", "unit", "direction", "exact", "stock", "natural_low", "natural_high")
_DECIDING = ("direction", "natural_low", "natural_high")
_BASELINE = ("baseline", "baseline_places", "baseline_low", "baseline_high", "baseline_period")
#: How far apart two numbers may be, for their size, and still be the same.
_CLOSE = 1e-9
_Key = tuple[Measure, Period]


class _Ends(NamedTuple):
    """The least and the most that a figure may stand for; None where the row does not say."""

    low: float | None
    high: float | None

    def lie_in(self, allowed: Interval) -> bool:
        """Return whether an interval allows all that they do."""
        low = -math.inf if allowed.low is None else float(allowed.low)
        high = math.inf if allowed.high is None else float(allowed.high)
        return (self.low is None or self.low >= low or _is_close(self.low, low)) and (
            self.high is None or self.high <= high or _is_close(self.high, high)
        )


@frozen(kw_only=True)
class _Told:
    """What a row says of the actual for its target.

    Attributes:
        row: The row.
        measure: What the actual measures.
        period: What it is about.
        figure: The figure; None where the row says why there is none.
        ends: What the figure may stand for.
        doubts: The caveats that it brings along.
        target: The target; None where the row has none.
    """

    row: Row
    measure: Measure
    period: Period | None
    figure: Figure | None
    ends: _Ends
    doubts: frozenset[str]
    target: Threshold | None

    @property
    def is_plain(self) -> bool:
        """True for a figure that stands as printed, and for one of which nothing else is said."""
        return not self.doubts and (self.row.cells.get("places") is not None or self.ends == (None, None))

    @property
    def needs_proof(self) -> bool:
        """True where an indicator made of the figures might say more than the row.

        An empty cell says nothing of what is known: the latest figure of the others stands for it, as ever in a plan.
        """
        if self.figure is None:
            return self.row.cells.get("no_value") not in (None, str(Reason.MISSING_OBSERVATION))
        return bool(self.doubts) or self.ends != (None, None)

    def gets_no_more_from(self, outcome: Outcome, evidence: Evidence) -> bool:
        """Return whether what an indicator says of the target is what the row says, or more cautious."""
        actual = outcome.actual
        if self.figure is None:
            is_judged = outcome.verdict is not Verdict.NOT_ASSESSABLE
            return isinstance(actual, NotAssessable) or actual.is_hedged or not is_judged
        if isinstance(actual, NotAssessable) or actual.period != self.period:
            return False
        allowed = Interval.hull([actual.interval, *(reading.interval for reading in actual.other_readings)])
        is_same = _is_close(float(actual.value), float(self.figure.value))
        return is_same and self.ends.lie_in(allowed) and self.doubts <= {*doubts_of(actual, evidence)}


def indicator_of(id: str, rows: Sequence[Row], plan_period: Period | None) -> Indicator | None:
    """Return the indicator that some rows are about; None, with what is wrong listed, where there is none.

    Args:
        id: Its id.
        rows: Its rows.
        plan_period: The period of its plan.
    """
    faults = rows[0].faults
    before = len(faults)
    shared = {column: _one_for_all(rows, column) for column in (*_SHARED, *_BASELINE)}
    told = [_told(row) for row in rows]
    plain = _without_evidence(id, rows, shared)
    if len(faults) > before or plain is None or plan_period is None:
        return None
    targets = [(one.target, one.row) for one in told if one.target is not None]
    for target, row in targets:
        _check_target(row, evolve(plain, targets=(target,), baseline=None), plan_period)
    if len(faults) > before:
        return None
    whole = evolve(plain, targets=tuple(dict.fromkeys(target for target, _ in targets)))
    return _with_observations(whole, told, plan_period) if _are_consistent(told) else None


def _one_for_all(rows: Sequence[Row], column: str) -> Any:
    """Return what the rows say alike of their indicator."""
    first = next((row for row in rows if row.cells.get(column) is not None), None)
    if first is None:
        return None
    for row in rows:
        cell = row.cells[column]
        must_say = cell is not None or (column in _DECIDING and row.cells["target"] is not None)
        if must_say and cell != first.cells[column]:
            expected = f"{said(first.cells[column])}, as in row {first.number} of the same indicator"
            row.refuse(column, f"expected {expected}, got {said(cell)}")
    return first.cells[column]


def _told(row: Row) -> _Told:
    figure, period, doubts = row.figure("value", "places"), row.period("period"), row.cells.get("doubts") or ""
    if figure is not None and period is None and row.cells.get("period") is None:
        row.refuse("period", 'expected what the value is about, as in 2024 or "2024-Q2", got none')
    return _Told(
        row=row,
        measure=row.measure,
        period=period,
        figure=figure,
        ends=_Ends(row.cells.get("value_low"), row.cells.get("value_high")),
        doubts=frozenset(map(str, Caveat)) & frozenset(doubts.split("; ")),
        target=row.target(row.direction),
    )


def _without_evidence(id: str, rows: Sequence[Row], shared: dict[str, Any]) -> Indicator | None:
    """Return the indicator with its baseline alone."""
    first = next((row for row in rows if row.cells.get("baseline") is not None), rows[0])
    low, high = (None if end is None else first.figure(name) for name, end in _natural(shared).items())
    try:
        bare = Indicator(
            id=id,
            name=shared["name"] or rows[0].cells["indicator"],
            unit=shared["unit"],
            direction=next((row.direction for row in rows if row.cells.get("direction") is not None), None),
            exact=bool(shared["exact"]),
            stock=bool(shared["stock"]),
            natural_range=None if low is None and high is None else (low, high),
        )
    except InvalidInputError as error:
        column = error.place.partition(".")[2].partition("[")[0]
        first.refuse({"natural_range": "natural_high"}.get(column, column), str(error.in_field("")))
        return None
    return evolve(bare, baseline=_baseline(first, bare))


def _natural(shared: dict[str, Any]) -> dict[str, Any]:
    return {name: shared[name] for name in ("natural_low", "natural_high")}


def _baseline(row: Row, indicator: Indicator) -> Observation | None:
    figure, period = row.figure("baseline", "baseline_places"), row.period("baseline_period")
    if figure is None:
        return None
    if period is None:
        if row.cells.get("baseline_period") is None:
            row.refuse("baseline_period", "expected what the baseline is about, as in 2020, got none")
        return None
    stated = Observation(period=period, figure=figure)
    ends = _Ends(row.cells.get("baseline_low"), row.cells.get("baseline_high"))
    return stated if _may_stand_for(stated, ends, indicator) else _hedged(stated)


def _check_target(row: Row, indicator: Indicator, plan_period: Period) -> None:
    """List what a plan would refuse of a target."""
    try:
        Plan(id="plan", title="plan", period=plan_period, indicators=(indicator,))
    except InvalidPlanError as error:
        for fault in error.faults:
            is_of_time = fault.path.endswith(".period")
            time = "due" if "due" in row.called else "period"
            row.refuse(time if is_of_time else "comparator", fault.message)


def _are_consistent(told: Sequence[_Told]) -> bool:
    """List the rows that give another figure than one before for the same measure and period."""
    first: dict[tuple[Measure, Period | None], _Told] = {}
    is_sound = True
    for one in told:
        known = first.setdefault((one.measure, one.period), one) if one.figure is not None else one
        if known.figure != one.figure:
            message = f"expected {known.figure}, as in row {known.row.number} of the same measure and period"
            one.row.refuse("value", f"{message}, got {one.figure}")
            is_sound = False
    return is_sound


def _with_observations(bare: Indicator, told: Sequence[_Told], plan_period: Period) -> Indicator:
    """Return the indicator with the figures that its rows need, the printed ones first."""
    known = {key: figure for one in told if one.is_plain for key, figure in _published(one, bare)}
    known = {**dict(_latest(told, bare)), **known}
    for is_last in (False, True):
        for one in told:
            key = (one.measure, one.period)
            indicator = evolve(bare, observations=tuple(known.values()))
            if not one.needs_proof or _says_no_more(one, indicator, plan_period):
                continue
            if one.figure is None:
                known |= dict(_uncertain(one, indicator, plan_period))
            elif one.period is not None:
                stated = Observation(period=one.period, figure=one.figure, measure=one.measure)
                may_be_plain = not is_last and key not in known and not one.doubts
                is_sure = may_be_plain and _may_stand_for(stated, one.ends, bare)
                known[one.measure, one.period] = stated if is_sure else _hedged(stated)
    return evolve(bare, observations=tuple(known.values()))


def _published(told: _Told, indicator: Indicator) -> Iterator[tuple[_Key, Observation]]:
    if told.figure is not None and told.period is not None:
        stated = Observation(period=told.period, figure=told.figure, measure=told.measure)
        if _may_stand_for(stated, told.ends, indicator):
            yield (told.measure, told.period), stated


def _latest(told: Sequence[_Told], indicator: Indicator) -> Iterator[tuple[_Key, Observation]]:
    """Yield the latest levels that the rows tell; one that a row says itself is left to that."""
    stated = {one.period for one in told if one.measure is Measure.LEVEL and one.figure is not None}
    if indicator.baseline is not None:
        stated.add(indicator.baseline.period)
    for one in told:
        figure, period = one.row.figure("latest", "latest_places"), one.row.period("latest_period")
        if figure is not None and period is not None and period not in stated:
            yield (Measure.LEVEL, period), Observation(period=period, figure=figure)


def _says_no_more(told: _Told, indicator: Indicator, plan_period: Period) -> bool:
    """Return whether the indicator gives its target no more than the row does."""
    found = list(_outcomes(told, indicator, plan_period))
    return bool(found or told.figure is None) and all(told.gets_no_more_from(*one) for one in found)


def _outcomes(told: _Told, indicator: Indicator, plan_period: Period) -> Iterator[tuple[Outcome, Evidence]]:
    """Yield what the indicator says of the target of a row, as of the period of the row; of one without, of any day."""
    any_day = dict.fromkeys((*(figure.period for figure in indicator.observations), plan_period))
    for day in any_day if told.period is None else (told.period,):
        assessed = assess_indicator(indicator, period=plan_period, as_of=day)
        yield from ((one, assessed.evidence) for one in assessed.outcomes if one.target == told.target)


def _uncertain(told: _Told, indicator: Indicator, plan_period: Period) -> Iterator[tuple[_Key, Observation]]:
    """Yield a hedged figure in place of each that the indicator has where the row has none."""
    for outcome, evidence in _outcomes(told, indicator, plan_period):
        actual = outcome.actual
        if isinstance(actual, Actual) and not told.gets_no_more_from(outcome, evidence):
            stated = Observation(period=actual.period, figure=Figure(actual.value), measure=actual.measure)
            yield (actual.measure, actual.period), _hedged(stated)


def _may_stand_for(stated: Observation, ends: _Ends, indicator: Indicator) -> bool:
    """Return whether a printed figure allows all that a row says it may stand for."""
    return ends.lie_in(printed_interval(stated, indicator, is_exact=bool(indicator.exact)))


def _hedged(stated: Observation) -> Observation:
    return evolve(stated, figure=Bound.about(stated.number))


def _is_close(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=_CLOSE)
