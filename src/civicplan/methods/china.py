"""China's mid-term words: progress against the share of time gone."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from civicplan.errors import InvalidValueError, Reason, naming_field
from civicplan.methods._arithmetic import TOUCHED, given, goal_of, rounded, sign_of, undefined
from civicplan.methods.rating import Method, Rating, Requirement
from civicplan.methods.track import Point, Track
from civicplan.values import FigureLike, to_figure
from civicplan.values._decimals import EXACT

NAME = "cn-midterm"
SOURCE = "mid-term reviews of China's five-year plans, for the four words; the rule and its limits are ours"
EARLY, AHEAD, ON_TRACK, BEHIND = "achieved_early", "ahead", "on_track", "behind"
LABELS = (EARLY, AHEAD, ON_TRACK, BEHIND)
TOLERANCE = Decimal("0.05")

_HELD = "the baseline already meets the target, so it is held or not held"


def rate(track: Track, tolerance: Decimal = TOLERANCE) -> Rating:
    """Rate progress over the share of time gone: pace = [(y-y0)/(T-y0)] / [(t-t0)/(tT-t0)].

    `Rating.value` is the pace [share, 1 is on schedule]. China publishes the four words and no limits. The rule is
    given as we understand it and its tolerance is ours, 0.05 unless another is given by `cn_midterm`.

    Thresholds:
        achieved_early: the target is met before its year.
        ahead: a pace above 1 + tolerance.
        on_track: within the tolerance of 1.
        behind: a pace below 1 - tolerance, or below 0 whatever the tolerance.

    Where the baseline already meets the target there is no share to do: it is on_track while the target is met, else
    behind. The baseline is the one that the plan states; no earlier point of a series stands in for it. In the target
    year and after it the verdict speaks, not the mid-term words. `civicplan.assessment` gives these words by the
    distance between the two shares instead of their ratio, and has a fifth for reversals.

    Version: wording of the mid-term reviews.

    Source: mid-term reviews of China's five-year plans.

    >>> from civicplan.methods import get
    >>> track = Track(baseline=(2015, "50"), current=(2018, "56"), target=(2020, "60"), direction="higher")
    >>> get("cn-midterm").rate(track).label
    'on_track'
    """
    current = given(track.current, Reason.MISSING_OBSERVATION)
    sign = sign_of(track)
    goal, due = goal_of(track)
    year = given(due, Reason.NO_TARGET_YEAR)
    base = given(track.baseline, Reason.MISSING_BASELINE)
    if year <= base.year or current.year <= base.year:
        undefined(Reason.NO_TIME)
    if current.year >= year:
        undefined(Reason.ALREADY_DUE)
    if track.meets(base.value):
        label = ON_TRACK if track.is_met else BEHIND
        return Rating(method=_name(tolerance), label=label, baseline=base, current=current, detail=_HELD)
    if sign * (goal - base.value) <= 0:
        return _from_bound(track, base, current, tolerance)
    elapsed = Decimal(current.year - base.year) / (year - base.year)
    pace = rounded((current.value - base.value) / (goal - base.value) / elapsed)
    label = EARLY if track.is_met else _label(pace, tolerance)
    return Rating(method=_name(tolerance), label=label, value=pace, baseline=base, current=current)


def _from_bound(track: Track, base: Point, current: Point, tolerance: Decimal) -> Rating:
    """Rate from a value that just misses the target: any change is a step past it or away, and has no share."""
    if current.value == base.value:
        undefined(Reason.BASELINE_AT_BOUND)
    label = EARLY if track.is_met else BEHIND
    return Rating(method=_name(tolerance), label=label, baseline=base, current=current, detail=TOUCHED)


def _label(pace: Decimal, tolerance: Decimal) -> str:
    if pace > 1 + tolerance:
        return AHEAD
    return BEHIND if pace < 0 or pace < 1 - tolerance else ON_TRACK


def cn_midterm(tolerance: FigureLike = TOLERANCE) -> Method:
    """Return China's mid-term words with a tolerance of your own, which the name states where it is not the default.

    Args:
        tolerance: How far the pace may be off 1 and still be on track [share].

    Raises:
        InvalidValueError: A tolerance below zero.

    >>> track = Track(baseline=(2015, "50"), current=(2018, "57"), target=(2020, "60"), direction="higher")
    >>> cn_midterm().rate(track).label, cn_midterm("0.2").rate(track).label
    ('ahead', 'on_track')
    >>> cn_midterm("0.2").name
    'cn-midterm (tolerance 0.2)'
    """
    with naming_field("tolerance"):
        margin = to_figure(tolerance).value
    if margin < 0:
        raise InvalidValueError("tolerance", "a share of zero or more", str(margin))
    return Method(
        name=_name(margin),
        version="mid-term review",
        title="China's mid-term review words",
        source=SOURCE,
        confirmed=False,
        needs=(
            Requirement.BASELINE,
            Requirement.CURRENT,
            Requirement.TARGET,
            Requirement.TARGET_YEAR,
            Requirement.DIRECTION,
        ),
        labels=LABELS,
        unit="share: 1 is on schedule",
        rule=rate if margin == TOLERANCE else _with_tolerance(margin),
    )


def _name(margin: Decimal) -> str:
    return NAME if margin == TOLERANCE else f"{NAME} (tolerance {format(margin.normalize(EXACT), 'f')})"


def _with_tolerance(margin: Decimal) -> partial[Rating]:
    rule = partial(rate, tolerance=margin)
    rule.__doc__ = rate.__doc__
    return rule


METHOD = cn_midterm()
