"""ESCAP: the current status index looks back to the baseline, the anticipated progress index ahead to the target."""

from __future__ import annotations

from decimal import Decimal

from civicplan.errors import Reason
from civicplan.measure.fit import Line, least_squares
from civicplan.methods._arithmetic import (
    HUNDRED,
    given,
    goal_of,
    nothing_to_share_out,
    rounded,
    sign_of,
    undefined,
)
from civicplan.methods.rating import Method, Rating, Requirement
from civicplan.methods.track import Point, Track
from civicplan.render import details
from civicplan.render.message import fill
from civicplan.render.words import entries

STATUS_NAME = "escap-csi"
ANTICIPATED_NAME = "escap-anticipated"
SOURCE = "United Nations ESCAP, SDG progress assessment methodology, technical notes (data.unescap.org)"
MAINTAIN, ACCELERATE, REVERSE = "maintain", "accelerate", "reverse"
LABELS = (MAINTAIN, ACCELERATE, REVERSE)

BASE_YEAR = 2015
FULL = Decimal(10)
_LIMITS = ((Decimal(10), MAINTAIN), (HUNDRED, ACCELERATE))

#: Values that agree to as many digits as a result carries are equal: a trend is not known any closer.
_ROUNDING = Decimal("1E-28")
_MODELLED = fill(details.MODELLED, year=BASE_YEAR)


def rate_status(track: Track) -> Rating:
    """Rate the change since the baseline in tenths of the change needed: 10 d (y-y0)/|T-y0|, or 10 - 10 |T-y|/|T-y0|.

    The second form is for parity, where the target can be missed on both sides.
    `Rating.value` is the index [tenths], 0 at the baseline and 10 at the target; it is not capped. It has no words.

    Thresholds: none.

    The base year is 2015; without a value for it the baseline is read off the weighted trend of the anticipated
    progress index, which `Rating.detail` says. A baseline that equals the target, if only up to the rounding of the
    trend, leaves no change to measure. One beyond it is measured by the formula as it stands, below 0 for a loss,
    although the target may still be met; the detail says so.

    Version: technical notes.

    Source: UN ESCAP, SDG progress assessment methodology.

    >>> from civicplan.methods import get
    >>> track = Track(baseline=(2015, "14.5"), current=(2023, "10.4"), target=(2030, "7.25"), direction="lower")
    >>> round(get("escap-csi").rate(track).value, 3)
    Decimal('5.655')
    """
    current = given(track.current, Reason.MISSING_OBSERVATION)
    base, base_value, notes = _base(track, current)
    goal, _ = _goal(track)
    way = _way(track, base_value, goal)
    if track.is_two_sided:
        index = FULL - FULL * abs(goal - current.value) / way
    else:
        sign = sign_of(track)
        index = FULL * sign * (current.value - base_value) / way
        if sign * (goal - base_value) < 0:
            notes.append(details.BASELINE_BEYOND)
    return Rating(
        method=STATUS_NAME,
        value=rounded(index),
        baseline=base,
        current=current,
        detail=entries(notes),
    )


def rate_anticipated(track: Track) -> Rating:
    """Rate the gap that the weighted trend leaves in the target year, in percent of the change needed.

    A line is fitted to the series with weights w = (tT - t_min)/(tT - t), so that recent points count more.
    `Rating.value` is 100 d (T - trend)/|T - y0| [percent], for parity 100 |T - trend|/|T - y0|; 0 or less when the
    trend reaches the target.

    The class limits are as we understand them; only the gap and the weights have been confirmed in the source.

    Thresholds:
        maintain: a gap of at most 10 %.
        accelerate: at most 100 %.
        reverse: more.

    The base year is 2015; without a value for it the baseline is read off the same trend, which `Rating.detail` says.

    Version: technical notes.

    Source: UN ESCAP, SDG progress assessment methodology, and working paper SD/WP/04/2017 on the weights.

    >>> from civicplan.methods import get
    >>> series = [(2015, "10"), (2017, "12"), (2019, "14"), (2021, "16")]
    >>> rating = get("escap-anticipated").rate(Track(series=series, target=(2030, "30"), direction="higher"))
    >>> rating.label, round(rating.value, 6)
    ('accelerate', Decimal('25.000000'))
    """
    current = given(track.current, Reason.MISSING_OBSERVATION)
    goal, due = _goal(track)
    year = given(due, Reason.NO_TARGET_YEAR)
    trend = _trend(track, year)
    base, base_value, notes = _base(track, current)
    way = _way(track, base_value, goal)
    if not track.is_two_sided and sign_of(track) * (goal - base_value) < 0:
        nothing_to_share_out(track, base_value)
    shortfall = goal - trend.at(Decimal(year))
    gap = abs(shortfall) if track.is_two_sided else sign_of(track) * shortfall
    value = rounded(HUNDRED * gap / way)
    label = next((label for limit, label in _LIMITS if value <= limit), REVERSE)
    detail = entries(notes)
    return Rating(method=ANTICIPATED_NAME, label=label, value=value, baseline=base, current=current, detail=detail)


def _goal(track: Track) -> tuple[Decimal, int | None]:
    target = given(track.target, Reason.NO_TARGET)
    if track.is_two_sided and target.is_interval:
        undefined(Reason.TWO_SIDED_TARGET)
    if not track.is_two_sided:
        sign_of(track)
    return goal_of(track)


def _way(track: Track, base_value: Decimal, goal: Decimal) -> Decimal:
    """Return how far the base value is from the target; equal up to rounding is equal, and leaves no way."""
    way = abs(goal - base_value)
    if way <= _ROUNDING * max(abs(goal), *(abs(point.value) for point in track.points)):
        nothing_to_share_out(track, goal)
    return way


def _trend(track: Track, year: int) -> Line:
    points = track.points
    if len(points) < 2:
        undefined(Reason.TOO_FEW_POINTS)
    if points[-1].year >= year:
        undefined(Reason.ALREADY_DUE)
    weights = [Decimal(year - points[0].year) / (year - point.year) for point in points]
    return least_squares([(Decimal(point.year), point.value) for point in points], weights)


def _base(track: Track, current: Point) -> tuple[Point | None, Decimal, list[str]]:
    """Return the baseline with its value; without one for the base year, the trend stands in and no point is named."""
    stated = track.baseline or next((point for point in track.series if point.year == BASE_YEAR), None)
    if current.year <= (BASE_YEAR if stated is None else stated.year):
        undefined(Reason.NO_TIME)
    if stated is not None:
        return stated, stated.value, []
    if track.target is None or track.target.year is None or len(track.series) < 2:
        undefined(Reason.MISSING_BASELINE)
    return None, _trend(track, track.target.year).at(Decimal(BASE_YEAR)), [_MODELLED]


STATUS = Method(
    name=STATUS_NAME,
    version="technical notes",
    title="ESCAP current status index",
    source=SOURCE,
    confirmed=True,
    needs=(Requirement.BASELINE, Requirement.CURRENT, Requirement.TARGET, Requirement.DIRECTION),
    uses=(Requirement.PARITY, Requirement.SERIES),
    unit="tenths of the change needed",
    rule=rate_status,
)
ANTICIPATED = Method(
    name=ANTICIPATED_NAME,
    version="technical notes",
    title="ESCAP anticipated progress index",
    source=SOURCE,
    confirmed=False,
    needs=(Requirement.SERIES, Requirement.TARGET, Requirement.TARGET_YEAR, Requirement.DIRECTION),
    uses=(Requirement.BASELINE, Requirement.PARITY),
    labels=LABELS,
    unit="percent of the change needed",
    rule=rate_anticipated,
)
