"""Open SDG 2.4: growth so far against the growth that the target needs, or against fixed rates where there is none."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.methods._arithmetic import (
    ONE,
    base_of,
    given,
    growth,
    nothing_to_share_out,
    rounded,
    sign_of,
    undefined,
)
from civicplan.methods.rating import Method, Rating, Ratings, Requirement, Weights
from civicplan.methods.track import Point, Track
from civicplan.render import details
from civicplan.render.words import entries
from civicplan.values._decimals import root

NAME = "open-sdg-2.4"
SOURCE = (
    "Open SDG 2.4, open-sdg/open-sdg, docs/progress-methodology.md, and the progress measure of open-sdg/sdg-build; "
    "the method was developed by Statistics Canada"
)
ACHIEVED, SUBSTANTIAL, MODERATE = "target_achieved", "substantial_progress", "moderate_progress"
LIMITED, DETERIORATION, UNRATED = "limited_progress", "deterioration", "not_available"
LABELS = (ACHIEVED, SUBSTANTIAL, MODERATE, LIMITED, DETERIORATION)

BASE_YEAR = 2015
TARGET_YEAR = 2030
STAND_IN = Decimal("0.001")
WITH_TARGET = (Decimal("0.95"), Decimal("0.6"), Decimal(0))
WITHOUT_TARGET = (Decimal("0.015"), Decimal("0.005"), Decimal(0))
_SCORES = (Decimal("2.5"), Decimal(0), Decimal("-2.5"))
BEST, WORST = Decimal(5), Decimal(-5)
CURVE_DEGREE, CURVE_POWER = 25, 111  # the published exponent 4.44 is 111/25


class ScoreLine(NamedTuple):
    """The score along a line, which is its slope times the value and a start; the same on Decimals and on columns."""

    slope: Any
    start: Any

    def at(self, value: Any) -> Any:
        """Return the score of a value."""
        return self.slope * value + self.start


FROM_MODERATE = ScoreLine(Decimal("7.1429"), Decimal("-4.2857"))
BELOW_MODERATE = ScoreLine(Decimal("4.1667"), Decimal("-2.5"))
RISING_FAST, RISING = ScoreLine(Decimal(500), Decimal(-5)), ScoreLine(Decimal(250), Decimal("-1.25"))
RISING_SLOWLY, FALLING = ScoreLine(Decimal(500), Decimal("-2.5")), ScoreLine(Decimal(125), Decimal("-2.5"))


def rate(track: Track) -> Rating:
    """Rate growth so far against the growth needed from the baseline to the target, or against fixed rates.

    With s = -1 for a negative baseline and d = -1 where lower is better, R = s d CAGR / |required CAGR| with a target,
    x = s d CAGR without one. `Rating.value` is R or x [share], `Rating.score` runs from -5 to 5.

    Thresholds:
        target_achieved: the latest value meets the target, whatever the trend; score 5.
        substantial_progress: R ≥ 0.95; without a target x ≥ 0.015 C.
        moderate_progress: R ≥ 0.60; without a target x ≥ 0.005 C.
        limited_progress: R ≥ 0; without a target x ≥ 0.
        deterioration: below.
        not_available: fewer than two years, or values of opposite signs.

    C is 1, and falls towards 0 as the baseline nears a natural limit L: with b = |y0| it is 1 for b ≥ 2L,
    1 - (b/L)^4.44 for b ≤ L, else 1 - ((2L-b)/L)^4.44. The base year is 2015 or the next later one in the series; the
    target year is 2030 unless stated.

    Peculiarities of the source, each named in `Rating.detail` when it comes into play: a baseline or target of 0 is
    replaced by 0.001, so a rating does not survive a change of unit there; a target equal to the baseline is not
    guarded against; a target year that has passed changes nothing. Where baseline and target have opposite signs, the
    text excludes the case and is followed.

    Version: 2.4 (October 2025).

    Source: Open SDG, open-sdg/open-sdg, docs/progress-methodology.md; the method is Statistics Canada's.

    >>> from civicplan.methods import get
    >>> track = Track(baseline=(2015, "14.5"), current=(2023, "10.4"), target=(2030, "7.25"), direction="lower")
    >>> get("open-sdg-2.4").rate(track).label
    'moderate_progress'
    """
    current = given(track.current, Reason.MISSING_OBSERVATION)
    sign = sign_of(track)
    goal = track.goal
    if goal is None:
        return _against_fixed_rates(track, current, sign)
    notes = [] if goal else [details.ZERO_TARGET]
    goal = goal or STAND_IN
    rule = _achieved if _reaches(current.value, goal, sign, track.strict) else _against_target
    return rule(track, current, sign, goal, notes)


def _reaches(value: Decimal, goal: Decimal, sign: int, strict: bool) -> bool:
    return sign * value > sign * goal if strict else sign * value >= sign * goal


def _achieved(track: Track, current: Point, sign: int, goal: Decimal, notes: list[str]) -> Rating:
    """The target counts as achieved even where the ratio behind the other labels has no value."""
    base, ratio = None, None
    try:
        base = _base(track, current, notes)
        ratio = _ratio(track, base, _growth_since(base, current, sign), goal, notes)
    except UndefinedMeasureError:
        pass
    return Rating(
        method=NAME,
        label=ACHIEVED,
        value=ratio,
        score=BEST,
        detail=entries(notes),
        baseline=None if base is None else base.point,
        current=current,
    )


def _against_target(track: Track, current: Point, sign: int, goal: Decimal, notes: list[str]) -> Rating:
    base = _base(track, current, notes)
    ratio = _ratio(track, base, _growth_since(base, current, sign), goal, notes)
    is_past = current.year > _target_year(track)
    if is_past:
        notes.append(details.PAST)
    return Rating(
        method=NAME,
        label=DETERIORATION if ratio is None else _banded(ratio, WITH_TARGET),
        value=ratio,
        score=WORST if ratio is None else rounded(_target_score(ratio)),
        reason=Reason.ALREADY_DUE if is_past else None,
        detail=entries(notes),
        baseline=base.point,
        current=current,
    )


def _against_fixed_rates(track: Track, current: Point, sign: int) -> Rating:
    notes: list[str] = []
    base = _base(track, current, notes)
    scale = _threshold_scale(base.point.value, track)
    value = rounded(_growth_since(base, current, sign))
    return Rating(
        method=NAME,
        label=_banded(value, WITHOUT_TARGET, scale),
        value=value,
        score=rounded(_trend_score(value, scale)),
        detail=entries(notes),
        baseline=base.point,
        current=current,
    )


class _Base(NamedTuple):
    """The base point, and the value that the formula takes for it, which is never zero."""

    point: Point
    value: Decimal


def _base(track: Track, current: Point, notes: list[str]) -> _Base:
    point = base_of(track, BASE_YEAR)
    if point.year >= current.year:
        undefined(Reason.NO_TIME)
    if point.value == 0:
        notes.append(details.ZERO_BASE)
    return _Base(point, point.value or STAND_IN)


def _growth_since(base: _Base, current: Point, sign: int) -> Decimal:
    """Return the growth in the better direction [share a year]."""
    rate = growth(base.value, current.value, current.year - base.point.year)
    return (sign if base.value > 0 else -sign) * rate


def _target_year(track: Track) -> int:
    return TARGET_YEAR if track.target is None or track.target.year is None else track.target.year


def _ratio(track: Track, base: _Base, observed: Decimal, goal: Decimal, notes: list[str]) -> Decimal | None:
    """Return R, or None where the required growth is zero."""
    if track.target is not None and track.target.year is None:
        notes.append(details.NO_YEAR)
    years = _target_year(track) - base.point.year
    if years <= 0:
        undefined(Reason.NO_TIME)
    required = abs(growth(base.value, goal, years))
    if required == 0:
        if observed == 0:
            nothing_to_share_out(track, base.value)
        notes.append(details.NO_GROWTH_NEEDED)
        return None
    return rounded(observed / required)


def _banded(value: Decimal, limits: tuple[Decimal, ...], scale: Decimal = ONE) -> str:
    for limit, label in zip(limits, LABELS[1:], strict=False):
        if value >= limit * scale:
            return label
    return DETERIORATION


def _target_score(ratio: Decimal) -> Decimal:
    """Return the score by the published coefficients, as rounded in the source."""
    if ratio >= WITH_TARGET[1]:
        return min(_on(FROM_MODERATE, ratio), BEST)
    return max(_on(BELOW_MODERATE, ratio), WORST)


def _trend_score(value: Decimal, scale: Decimal) -> Decimal:
    if value < 0:
        return max(_on(FALLING, value), WORST)
    if scale == 0:
        return BEST
    scaled = value / scale
    if scaled >= WITHOUT_TARGET[0]:
        return min(_on(RISING_FAST, scaled), BEST)
    return _on(RISING if scaled >= WITHOUT_TARGET[1] else RISING_SLOWLY, scaled)


def _on(line: ScoreLine, value: Decimal) -> Decimal:
    score: Decimal = line.at(value)
    return score


def _threshold_scale(base_value: Decimal, track: Track) -> Decimal:
    """Return C: what the nearness of the natural limit leaves of the thresholds [share]."""
    if track.limit is None:
        return ONE
    base, limit = abs(base_value), abs(track.limit.value)
    if base >= 2 * limit:
        return ONE
    nearness = (base if base <= limit else 2 * limit - base) / limit
    return 1 - root(nearness, CURVE_DEGREE) ** CURVE_POWER


def aggregate(ratings: Ratings, weights: Weights | None = None) -> Rating:
    """Return the mean of the scores that there are; a group within the group is averaged first and counts as one.

    The label is read off the mean: [2.5, 5] substantial, [0, 2.5) moderate, [-2.5, 0) limited, below deterioration. It
    is target_achieved only if every scored series is. Weights play no part.
    """
    mean, all_achieved = _mean(ratings)
    score = given(mean, Reason.NOTHING_RATED)
    label = ACHIEVED if all_achieved else _banded(score, _SCORES)
    return Rating(method=NAME, label=label, score=rounded(score))


def _mean(ratings: Ratings) -> tuple[Decimal | None, bool]:
    """Return the mean score, and whether every scored series achieved its target."""
    parts = [(part.score, part.label == ACHIEVED) if isinstance(part, Rating) else _mean(part) for part in ratings]
    scores = [score for score, _ in parts if score is not None]
    if not scores:
        return None, False
    return sum(scores, Decimal(0)) / len(scores), all(achieved for score, achieved in parts if score is not None)


METHOD = Method(
    name=NAME,
    version="2.4",
    title="Open SDG progress measure",
    source=SOURCE,
    confirmed=True,
    needs=(Requirement.BASELINE, Requirement.CURRENT, Requirement.DIRECTION),
    uses=(Requirement.TARGET, Requirement.TARGET_YEAR, Requirement.LIMIT, Requirement.SERIES),
    labels=LABELS,
    unrated=UNRATED,
    unit="share: of the required growth with a target, a year without one",
    rule=rate,
    groups_indicators=True,
    group_rule=aggregate,
)
