"""Eurostat 2020: growth so far against the growth that the target needs, or against one percent a year."""

from __future__ import annotations

from decimal import Decimal

from civicplan.errors import Reason
from civicplan.methods._arithmetic import (
    base_of,
    given,
    goal_of,
    growth,
    nothing_to_share_out,
    rounded,
    sign_of,
    undefined,
    years_between,
)
from civicplan.methods.rating import Method, Rating, Requirement
from civicplan.methods.track import Point, Track
from civicplan.render import details
from civicplan.render.words import entries

NAME = "eurostat-2020"
SOURCE = "Eurostat, Sustainable development in the European Union, monitoring report, 2020 edition"
SIGNIFICANT, MODERATE, INSUFFICIENT = "significant_progress", "moderate_progress", "insufficient_progress"
AWAY, MODERATELY_AWAY, SIGNIFICANTLY_AWAY = "movement_away", "moderate_movement_away", "significant_movement_away"

SPAN = 5
WITH_TARGET = ((Decimal("0.95"), SIGNIFICANT), (Decimal("0.6"), MODERATE), (Decimal(0), INSUFFICIENT))
ONE_PERCENT = Decimal("0.01")


def rate(track: Track) -> Rating:
    """Rate growth so far against the growth needed from the baseline to the target, or against ±1 % a year.

    This is the rule as we understand it: we read the growth between two years and the names of the classes second-hand,
    in works that quote the editions of 2018 and 2021, and the limits of the classes, the side on which exactly -1 %
    falls among them, nowhere. With s = -1 for negative values and d = -1 where lower is better,
    R = s d CAGR / |required CAGR|. `Rating.value` is R [share], without a target s d CAGR [share a year].

    Thresholds:
        significant_progress: R ≥ 0.95; without a target 1 % a year or more.
        moderate_progress: R ≥ 0.60; without a target 0 or more.
        insufficient_progress: R ≥ 0.
        movement_away: R < 0.
        moderate_movement_away: without a target below 0 and above -1 % a year.
        significant_movement_away: without a target -1 % a year or less.

    The stated baseline counts; else the point of the series five years before the latest, or the next later one. A
    baseline on the target leaves no growth to require. No growth at a steady rate ends at a target of 0. Neither is
    rated. A baseline beyond the target and a target year that has passed change nothing in the formula; the detail
    names them.

    Version: 2020 edition.

    Source: Eurostat, Sustainable development in the European Union, monitoring report.

    >>> from civicplan.methods import get
    >>> track = Track(baseline=(2015, "14.5"), current=(2023, "10.4"), target=(2030, "7.25"), direction="lower")
    >>> get("eurostat-2020").rate(track).label
    'moderate_progress'
    """
    current = given(track.current, Reason.MISSING_OBSERVATION)
    sign = sign_of(track)
    base = base_of(track, current.year - SPAN)
    years = years_between(base, current)
    rise = (sign if base.value > 0 else -sign) * growth(base.value, current.value, years)
    if track.target is None:
        value = rounded(rise)
        return Rating(method=NAME, label=_trend_label(value), value=value, baseline=base, current=current)
    goal, due = goal_of(track)
    year = given(due, Reason.NO_TARGET_YEAR)
    value = rounded(rise / _required(track, base, goal, year))
    is_past = current.year > year
    notes = [details.BASELINE_BEYOND] if sign * (goal - base.value) < 0 else []
    return Rating(
        method=NAME,
        label=next((label for limit, label in WITH_TARGET if value >= limit), AWAY),
        value=value,
        reason=Reason.ALREADY_DUE if is_past else None,
        detail=entries([*notes, details.PAST] if is_past else notes),
        baseline=base,
        current=current,
    )


def _required(track: Track, base: Point, goal: Decimal, year: int) -> Decimal:
    if year <= base.year:
        undefined(Reason.NO_TIME)
    if goal == 0:
        undefined(Reason.ZERO_TARGET)
    required = abs(growth(base.value, goal, year - base.year))
    if required == 0:
        nothing_to_share_out(track, base.value)
    return required


def _trend_label(value: Decimal) -> str:
    if value >= 0:
        return SIGNIFICANT if value >= ONE_PERCENT else MODERATE
    return SIGNIFICANTLY_AWAY if value <= -ONE_PERCENT else MODERATELY_AWAY


METHOD = Method(
    name=NAME,
    version="2020",
    title="Eurostat assessment of indicator trends",
    source=SOURCE,
    confirmed=False,
    needs=(Requirement.BASELINE, Requirement.CURRENT, Requirement.DIRECTION),
    uses=(Requirement.TARGET, Requirement.TARGET_YEAR, Requirement.SERIES),
    labels=(SIGNIFICANT, MODERATE, INSUFFICIENT, MODERATELY_AWAY, AWAY, SIGNIFICANTLY_AWAY),
    unit="share: of the required growth with a target, a year without one",
    rule=rate,
)
