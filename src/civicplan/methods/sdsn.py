"""SDSN arrows: the past linear rate against the linear rate that the target needs."""

from __future__ import annotations

from decimal import Decimal

from civicplan.errors import Reason
from civicplan.methods._arithmetic import (
    base_of,
    given,
    goal_of,
    nothing_to_share_out,
    rounded,
    sign_of,
    undefined,
    years_between,
)
from civicplan.methods.rating import Method, Rating, Requirement
from civicplan.methods.track import Track
from civicplan.render import details

NAME = "sdsn-arrows"
SOURCE = (
    "Sustainable Development Solutions Network, trend arrows: 2018 index methodology, section 1.5.3, and codebook of "
    "the Sustainable Development Report 2020"
)
ON_TRACK, IMPROVING, STAGNATING, DECREASING = "on_track", "moderately_improving", "stagnating", "decreasing"
LABELS = (ON_TRACK, IMPROVING, STAGNATING, DECREASING)

BASE_YEAR = 2015
LIMITS = ((Decimal(1), ON_TRACK), (Decimal("0.5"), IMPROVING), (Decimal(0), STAGNATING))


def rate(track: Track) -> Rating:
    """Rate the average yearly change so far against the yearly change needed from the baseline to the target.

    The ratio is [(y-y0)/(t-t0)] / [(T-y0)/(tT-t0)], `Rating.value` [share].

    Thresholds:
        on_track: 1 or more, or the latest value meets the target.
        moderately_improving: 0.5 or more.
        stagnating: 0 or more.
        decreasing: below 0; also when the baseline met the target, or stood on a value that just misses it, and the
            latest value is worse, where the ratio has no value.

    The source starts from the first year of its edition's window, 2010 in that of 2018, and ends in 2030. State that
    year as the baseline: without one the base year is 2015 or the next later one in the series, which is ours, and the
    detail says so. Its mean over a goal needs a scale that it does not publish, so there is none here. A target year
    that has passed is not rated.

    Version: editions of 2018 and 2020; later ones were not read.

    Source: Sustainable Development Solutions Network, 2018 index methodology, section 1.5.3, and codebook of the
    Sustainable Development Report 2020.

    >>> from civicplan.methods import get
    >>> track = Track(baseline=(2015, "14.5"), current=(2023, "10.4"), target=(2030, "7.25"), direction="lower")
    >>> get("sdsn-arrows").rate(track).label
    'on_track'
    """
    current = given(track.current, Reason.MISSING_OBSERVATION)
    sign = sign_of(track)
    goal, due = goal_of(track)
    if track.is_met:
        return Rating(method=NAME, label=ON_TRACK, current=current, detail=details.LATEST_MEETS)
    year = given(due, Reason.NO_TARGET_YEAR)
    base = base_of(track, BASE_YEAR)
    years = years_between(base, current)
    if year <= base.year:
        undefined(Reason.NO_TIME)
    if current.year > year:
        undefined(Reason.ALREADY_DUE)
    if sign * (goal - base.value) <= 0:
        if sign * (current.value - base.value) >= 0:
            nothing_to_share_out(track, base.value)
        detail = details.SLIPPED if track.meets(base.value) else details.BASELINE_TOUCHES
        return Rating(method=NAME, label=DECREASING, baseline=base, current=current, detail=detail)
    value = rounded((current.value - base.value) * (year - base.year) / ((goal - base.value) * years))
    label = next((label for limit, label in LIMITS if value >= limit), DECREASING)
    detail = details.OWN_BASE_YEAR if track.baseline is None else ""
    return Rating(method=NAME, label=label, value=value, baseline=base, current=current, detail=detail)


METHOD = Method(
    name=NAME,
    version="2018",
    title="SDSN trend arrows",
    source=SOURCE,
    confirmed=True,
    needs=(
        Requirement.BASELINE,
        Requirement.CURRENT,
        Requirement.TARGET,
        Requirement.TARGET_YEAR,
        Requirement.DIRECTION,
    ),
    uses=(Requirement.SERIES,),
    labels=LABELS,
    unit="share of the required yearly change",
    rule=rate,
)
