"""Changes: parts of a plan with one more observation or report, and a list with another part in one place."""

from __future__ import annotations

from typing import TypeVar

from attrs import evolve

from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.model.indicator import Indicator, Observation
from civicplan.model.task import ProgressReport, Task

_T = TypeVar("_T")
_OBSERVATION_ADVICE = 'write Observation(period="2020", figure="3105.8")'
_REPORT_ADVICE = 'write ProgressReport(period="2024-Q2", percent="55")'
_REPLACE_ADVICE = 'write replace=True to put it in the place of that one, or published="..." where it is a revision'


def in_place(parts: tuple[_T, ...], place: int, part: _T) -> tuple[_T, ...]:
    """Return the parts with this one in the place of another.

    >>> in_place(("a", "b", "c"), 1, "x")
    ('a', 'x', 'c')
    """
    return (*parts[:place], part, *parts[place + 1 :])


def with_observation(indicator: Indicator, observation: Observation, *, replace: bool) -> Indicator:
    """Return the indicator with one more observation, or with one in the place of that on the same thing.

    Raises:
        InvalidValueError: There is one on the same measure and period, published at the same time.
    """
    if not isinstance(observation, Observation):
        raise InvalidTypeError("observation", "an Observation", describe(observation), _OBSERVATION_ADVICE)
    changed = evolve(indicator, observations=(*indicator.observations, observation))
    *earlier, added = changed.observations  # in which the measure of the indicator has been filled in
    places = [place for place, other in enumerate(earlier) if _is_on_the_same(other, added)]
    if not places:
        return changed
    if not replace:
        published = "" if added.published is None else f", published {added.published}"
        got = f"its {added.measure} for {added.period}{published}, which stands there as {earlier[places[0]].figure}"
        expected = f"a figure that {describe(indicator.id)} does not have yet"
        raise InvalidValueError("observation", expected, got, _REPLACE_ADVICE)
    kept = [added if place == places[0] else other for place, other in enumerate(earlier) if place not in places[1:]]
    return evolve(indicator, observations=kept)


def _is_on_the_same(one: Observation, other: Observation) -> bool:
    return (one.period, one.measure, one.published) == (other.period, other.measure, other.published)


def with_report(task: Task, report: ProgressReport) -> Task:
    """Return the task with one more report."""
    if not isinstance(report, ProgressReport):
        raise InvalidTypeError("report", "a ProgressReport", describe(report), _REPORT_ADVICE)
    return evolve(task, reports=(*task.reports, report))
