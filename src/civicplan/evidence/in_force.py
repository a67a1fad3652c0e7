"""Which of several targets count on a day: one rule for verdicts, measures, tracks and forecasts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeAlias

from civicplan.model import Qualitative, Relative, Target, Threshold
from civicplan.values import Period

_Key: TypeAlias = tuple[int, int]
_NEVER: _Key = (10**6, 0)


def due_of(target: Target, plan_period: Period | None) -> Period | None:
    """Return when a target is due; None where that is not known.

    >>> str(due_of(Threshold(bound="≥3800"), Period.parse("2016/2020")))
    '2020'
    """
    match target:
        case Threshold() | Relative() if plan_period is not None:
            return target.due(plan_period)
        case Threshold() | Relative() | Qualitative():
            return target.period
        case _:
            return None


def in_force(targets: Iterable[Target], plan_period: Period | None, day: Period | None) -> tuple[Target, ...]:
    """Return the targets that count on a day, in the order of the plan.

    On each measure these are the ones due last by the day, and before any is due the first to come. A target that
    was revised counts no longer, and one published later does not count yet. A phrase and a target left to another
    authority always count.

    Args:
        targets: The targets of one indicator.
        plan_period: The plan period.
        day: The day is the last one of this period; None lies after everything.

    >>> yearly = [Threshold(bound="≥74", period="2021"), Threshold(bound="≥78", period="2022")]
    >>> [str(target.bound) for target in in_force(yearly, Period.parse("2021/2025"), Period.parse("2021"))]
    ['≥74']
    """
    return in_force_among(valid_targets(targets, plan_period, day), plan_period, day)


def in_force_among(valid: Sequence[Target], plan_period: Period | None, day: Period | None) -> tuple[Target, ...]:
    """Return those of the `valid_targets` of one indicator that count on a day, as `in_force` does of all targets."""
    groups: dict[Hashable, list[Target]] = {}
    for target in valid:
        groups.setdefault(_group(target), []).append(target)
    chosen = {id(target) for group in groups.values() for target in _in_force_of_one_kind(group, plan_period, day)}
    return tuple(target for target in valid if id(target) in chosen)


def valid_targets(targets: Iterable[Target], plan_period: Period | None, day: Period | None) -> tuple[Target, ...]:
    """Return the targets that were published by the day and not revised by then.

    Of targets on one measure for the same time, those published last stand.
    """
    published = [target for target in targets if is_published_by(target, day)]
    places = [(_group(target), due_of(target, plan_period)) for target in published]
    latest: dict[Hashable, _Key] = {}
    for target, place in zip(published, places, strict=True):
        latest[place] = max(latest.get(place, (0, 0)), _publication(target))
    return tuple(
        target for target, place in zip(published, places, strict=True) if _publication(target) == latest[place]
    )


def are_alike(one: Target, other: Target) -> bool:
    """Return True for two targets in numbers on one measure, against one reference where they are relations.

    >>> are_alike(Threshold(bound="≥74", period="2021"), Threshold(bound="≥78", period="2022"))
    True
    """
    return _group(one) == _group(other)


def _in_force_of_one_kind(group: Sequence[Target], plan_period: Period | None, day: Period | None) -> Sequence[Target]:
    if len(group) == 1 or not isinstance(group[0], Threshold | Relative):
        return group
    keys = [_due_key(target, plan_period) for target in group]
    due = [key for key in keys if day is None or key <= day.end_key]
    chosen = max(due) if due else min(keys)
    return [target for target, key in zip(group, keys, strict=True) if key == chosen]


def _group(target: Target) -> Hashable:
    """What two targets have in common of which only one counts."""
    match target:
        case Threshold(measure=measure):
            return measure
        case Relative(measure=measure, reference=reference):
            return measure, reference
        case _:
            return "words"


def _due_key(target: Target, plan_period: Period | None) -> _Key:
    due = due_of(target, plan_period)
    return _NEVER if due is None else due.end_key


def _publication(target: Target) -> _Key:
    published = _published(target)
    return (0, 0) if published is None else published.end_key


def _published(target: Target) -> Period | None:
    return target.published if isinstance(target, Threshold) else None


def is_published_by(target: Target, day: Period | None) -> bool:
    """Return whether a target was published by the end of the day; without a date it was, with the plan.

    >>> is_published_by(Threshold(bound="≥70", published="2018-05"), Period.parse("2017"))
    False
    """
    published = _published(target)
    return published is None or day is None or published.ends_by(day)
