"""China's 2008 monitoring programme: the degree to which each standard is realised, and their weighted mean."""

from __future__ import annotations

from decimal import Decimal

from civicplan.errors import Reason
from civicplan.measure import attainment
from civicplan.measure._formulas import attainment_off_range
from civicplan.methods._arithmetic import HUNDRED, given, rounded, undefined
from civicplan.methods.rating import Method, Rating, Ratings, Requirement, Weights, flat
from civicplan.methods.track import Point, Track
from civicplan.model import Direction
from civicplan.render import details
from civicplan.values import Figure

NAME = "nbs-2008"
SOURCE = "National Bureau of Statistics of China, statistical monitoring programme of 2008"


def rate(track: Track) -> Rating:
    """Rate the degree of realisation: 100 y/s for a floor, 100 s/y for a cap, 100 in an interval, falling outside it.

    The formulas are as we understand them; the text names the three kinds and the cap, and has been read.
    `Rating.value` [percent] is not capped; `Rating.score` is, at 100, as the source counts it. Outside an interval the
    value falls along a line to 0 at the natural limit on that side. A cap met by an actual of zero or less is fully
    realised, although the ratio has no value; the detail says so.

    Thresholds: none; 100 is full realisation.

    Version: 2008.

    Source: National Bureau of Statistics of China, statistical monitoring programme of 2008.

    >>> from civicplan.methods import get
    >>> rating = get("nbs-2008").rate(Track(current=(2010, "8"), target="7.5", direction="higher"))
    >>> round(rating.value, 2), rating.score
    (Decimal('106.67'), Decimal('100'))
    """
    current = given(track.current, Reason.MISSING_OBSERVATION)
    target = given(track.target, Reason.NO_TARGET)
    if track.direction is Direction.LOWER and track.is_met and current.value <= 0:
        return Rating(method=NAME, value=HUNDRED, score=HUNDRED, current=current, detail=details.NOTHING_LEFT)
    if track.is_two_sided:
        share = _share_of_interval(track, current, target.low.value, target.high.value)
    else:
        direction = given(track.direction, Reason.NO_DIRECTION)
        share = attainment(current.value, given(track.goal, Reason.NO_TARGET), direction)
    value = rounded(HUNDRED * share)
    detail = details.CAPPED if value > HUNDRED else ""
    return Rating(method=NAME, value=value, score=min(value, HUNDRED), current=current, detail=detail)


def _share_of_interval(track: Track, current: Point, low: Decimal, high: Decimal) -> Decimal:
    if low <= current.value <= high:
        return Decimal(1)
    limit = given(track.limit, Reason.LIMITS_UNKNOWN).value
    near = low if current.value < low else high
    if (limit - near) * (current.value - near) <= 0:
        undefined(Reason.LIMITS_UNKNOWN)
    share: Decimal = attainment_off_range(current.value, near, limit)
    return share


def aggregate(ratings: Ratings, weights: Weights | None = None) -> Rating:
    """Return the weighted mean of the capped degrees; without weights all count alike. Groups are flattened.

    What is not rated drops out with its weight.
    """
    scores = [rating.score for rating in flat(ratings)]
    own = [Decimal(1)] * len(scores) if weights is None else [_known(weight) for weight in weights]
    if len(own) != len(scores):
        undefined(Reason.NO_WEIGHT)
    weighted = [(score, weight) for score, weight in zip(scores, own, strict=True) if score is not None]
    total = sum((weight for _, weight in weighted), Decimal(0))
    if not weighted or total == 0:
        undefined(Reason.NO_WEIGHT if weighted else Reason.NOTHING_RATED)
    return Rating(method=NAME, score=rounded(sum((score * weight for score, weight in weighted), Decimal(0)) / total))


def _known(weight: Figure | None) -> Decimal:
    return given(weight, Reason.NO_WEIGHT).value


METHOD = Method(
    name=NAME,
    version="2008",
    title="Degree of realisation, NBS monitoring of 2008",
    source=SOURCE,
    confirmed=False,
    needs=(Requirement.CURRENT, Requirement.TARGET, Requirement.DIRECTION),
    uses=(Requirement.LIMIT,),
    unit="percent realised",
    takes_any_measure=True,
    rule=rate,
    groups_indicators=True,
    group_rule=aggregate,
)
