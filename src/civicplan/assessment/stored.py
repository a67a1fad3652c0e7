"""Stored outcomes: what the entries of an outcome have to agree in where it is read alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from civicplan.assessment.relations import bound_on_difference
from civicplan.assessment.verdicts import judge
from civicplan.errors import InvalidValueError
from civicplan.evidence import Actual
from civicplan.model import Delivered, Direction, Measure, Observation, Relative, Target, Threshold, Verdict
from civicplan.values import Bound, Interval, NotAssessable, Period, value_or_reason

_DECIDED = (Verdict.MET, Verdict.NOT_MET)
#: A promised amount is judged alike in every period.
_ANY_PERIOD = Period.of(2000)


def check_outcome(stored: Mapping[str, Any]) -> None:
    """Refuse the entries of an outcome whose verdict does not follow from its target and its actual.

    Raises:
        InvalidValueError: Two of them contradict each other.
    """
    target, actual = stored["target"], stored["actual"]
    bound = _bound_of(target)
    if stored["bound"] != bound:
        raise InvalidValueError("bound", f"that of the target, {bound}", str(stored["bound"]))
    reference = stored["reference"]
    if reference is not None and reference.id != getattr(target, "reference", None):
        raise InvalidValueError("reference", "the indicator that the target names", reference.id)
    if bound is not None and stored["due"] is None:
        raise InvalidValueError("due", "when the target is due", "null")
    if not isinstance(target, Threshold) or isinstance(actual, NotAssessable):
        _check_undefined(stored, ("progress", "progress_interval"))
    _check_verdict(stored, actual, bound, _direction_of(stored))


def _bound_of(target: Target) -> Bound | None:
    if isinstance(target, Relative):
        return bound_on_difference(target)
    return target.bound if isinstance(target, Threshold) else None


def _direction_of(stored: Mapping[str, Any]) -> Direction | None:
    target = stored["target"]
    if not isinstance(target, Threshold | Relative):
        return None
    direction: Direction | None = stored["indicator"].declared_direction(target.measure)
    return direction


def check_amount(stored: Mapping[str, Any]) -> None:
    """Refuse the entries of an outcome whose verdict does not follow from what was promised and delivered.

    Raises:
        InvalidValueError: Two of them contradict each other.
    """
    delivered, interval = stored["delivered"], stored["interval"]
    actual: Actual | NotAssessable
    if isinstance(delivered, Delivered) and isinstance(interval, Interval):
        amount = Observation(period=_ANY_PERIOD, figure=delivered.figure, measure=Measure.TOTAL)
        actual = Actual.published(amount, interval)
    elif isinstance(delivered, NotAssessable):
        _check_undefined(stored, ("interval", "attainment", "attainment_interval", "progress", "progress_interval"))
        actual = delivered
    else:
        raise InvalidValueError("interval", "all that the delivered amount may stand for", str(interval))
    _check_verdict(stored, actual, stored["deliverable"].planned, None)


def _check_undefined(stored: Mapping[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        if not isinstance(stored[name], NotAssessable):
            raise InvalidValueError(name, "no value, as there is nothing to compute it from", "one")


def _check_verdict(
    stored: Mapping[str, Any], actual: Actual | NotAssessable, bound: Bound | None, direction: Direction | None
) -> None:
    verdict, reason, caveats = stored["verdict"], stored["reason"], stored["caveats"]
    if (reason is None) is (verdict is Verdict.NOT_ASSESSABLE):
        raise InvalidValueError("reason", "a reason where there is no verdict, and none beside one", str(reason))
    if verdict not in _DECIDED:
        return
    if isinstance(actual, NotAssessable) or bound is None:
        raise InvalidValueError("verdict", "none without a figure and a target in numbers", str(verdict))
    judgement = value_or_reason(judge, actual, bound, direction)
    if isinstance(judgement, NotAssessable) or judgement.verdict is not verdict:
        given = Verdict.NOT_ASSESSABLE if isinstance(judgement, NotAssessable) else judgement.verdict
        raise InvalidValueError("verdict", f"{given}, which follows from the figure and the target", str(verdict))
    for caveat in judgement.caveats:
        if caveat not in caveats:
            raise InvalidValueError("caveats", f"{caveat} among them", ", ".join(caveats) or "none")
