"""China's mid-term words: the standing of a target that is not due, by the rule that assessments follow."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from civicplan.assessment.aim import Aim
from civicplan.assessment.shares import Share, geometric_share, share_done
from civicplan.assessment.standing import standing_of_target
from civicplan.errors import InvalidValueError, Reason, naming_field
from civicplan.evidence import Actual
from civicplan.measure import pace
from civicplan.methods._arithmetic import given, undefined
from civicplan.methods.rating import Method, Rating, Requirement
from civicplan.methods.track import Point, Track
from civicplan.model import Direction, Observation, Standing
from civicplan.render import details
from civicplan.values import (
    Bound,
    Figure,
    FigureLike,
    NotAssessable,
    Period,
    defined,
    or_none,
    to_figure,
    value_or_reason,
)
from civicplan.values._decimals import EXACT

NAME = "cn-midterm"
SOURCE = "Mid-term reviews of China's five-year plans for the four words; the rule and the fifth word are the library's"
#: The words, best first.
LABELS = tuple(
    standing.value
    for standing in (Standing.ACHIEVED_EARLY, Standing.AHEAD, Standing.ON_TRACK, Standing.BEHIND, Standing.REVERSING)
)

#: What to say of a word that does not follow from a share.
_WITHOUT_SHARE = {Reason.TARGET_TO_HOLD: details.HELD_OR_NOT, Reason.BASELINE_AT_BOUND: details.BASELINE_TOUCHES}


def rate(track: Track, tolerance: Decimal | None = None) -> Rating:
    """Rate the share done, [(y-y0)/(T-y0)], against the share that should be done by now, [(t-t0)/(tT-t0)].

    `Rating.value` is the pace, the one over the other [share, 1 is on schedule]. China publishes four of the words and
    no limits; the rule is given as we understand it, and it is that of the standings of `civicplan.assess`. Of an
    assessed plan `civicplan.rate` returns the standing of each indicator's next target, in any measure.

    Thresholds:
        achieved_early: the target is met before its year, and was not met at the baseline.
        ahead: all shares that the printed digits allow are above the schedule, by more than the tolerance.
        on_track: the printed digits allow the share that the schedule asks for.
        behind: all shares that they allow are below the schedule, by more than the tolerance.
        reversing: they are below zero.

    The tolerance is 0 unless another is given by `cn_midterm`. On a geometric path the share that should be done is
    ((T/y0)^s - 1)/(T/y0 - 1), s being the share of time gone. Where the baseline already meets the target there is no
    share to do: it is on_track while the target is met, else behind. The baseline is the one that the plan states; no
    earlier point of a series stands in for it. In the target year and after it the verdict speaks, not these words.

    Version: wording of the mid-term reviews.

    Source: mid-term reviews of China's five-year plans.

    >>> from civicplan.methods import get
    >>> track = Track(baseline=(2015, "50"), current=(2018, "56"), target=(2020, "60"), direction="higher")
    >>> get("cn-midterm").rate(track).label
    'on_track'
    """
    current = given(track.current, Reason.MISSING_OBSERVATION)
    aim, year = _aim(track), _year(track)
    if current.year >= year:
        undefined(Reason.ALREADY_DUE)
    base, reached = track.baseline, _level(current)
    start = NotAssessable(Reason.MISSING_BASELINE) if base is None else _level(base)
    share = value_or_reason(share_done, reached, aim, start)
    scheduled = value_or_reason(_scheduled, track, aim, start, reached, year)
    standing = standing_of_target(reached, aim, share, scheduled, Decimal(0) if tolerance is None else tolerance)
    return Rating(
        method=_name(tolerance),
        label=standing.value,
        value=or_none(value_or_reason(_pace, share, scheduled)),
        detail=detail_without_share(share.reason) if isinstance(share, NotAssessable) else "",
        baseline=base,
        current=current,
    )


def detail_without_share(reason: Reason) -> str:
    """Return what to say of a standing for which no share counts, for this reason; empty where that is plain."""
    return _WITHOUT_SHARE.get(reason, "")


def _aim(track: Track) -> Aim:
    """What the track aims at, as a plan would state it."""
    target = given(track.target, Reason.NO_TARGET)
    if track.is_two_sided:
        bound = Bound.between(target.low, target.high) if target.is_interval else Bound.exactly(target.low)
        return Aim(bound, Direction.RANGE)
    direction = given(track.direction, Reason.NO_DIRECTION)
    if direction is Direction.HIGHER:
        return Aim((Bound.above if track.strict else Bound.at_least)(target.low), direction)
    return Aim((Bound.below if track.strict else Bound.at_most)(target.high), direction)


def _year(track: Track) -> int:
    year = given(given(track.target, Reason.NO_TARGET).year, Reason.NO_TARGET_YEAR)
    if track.baseline is not None and year <= track.baseline.year:
        undefined(Reason.NO_TIME)
    return year


def _level(point: Point) -> Actual:
    return Actual.published(Observation(period=point.year, figure=point.figure))


def _scheduled(track: Track, aim: Aim, start: Actual | NotAssessable, reached: Actual, year: int) -> Share:
    """The share of the way that should be done by now."""
    baseline = defined(start)
    elapsed = baseline.period.until(Period.of(year)).elapsed(reached.period)
    return geometric_share(aim, baseline, elapsed) if track.path == "geometric" else Share.exactly(elapsed)


def _pace(share: Share | NotAssessable, scheduled: Share | NotAssessable) -> Decimal:
    return pace(progress=defined(share).value, elapsed=defined(scheduled).value)


def cn_midterm(tolerance: FigureLike | None = None) -> Method:
    """Return China's mid-term words with a tolerance of your own, which the name then states.

    Args:
        tolerance: How far off the schedule is still on track [share]; None is 0 on a track, and on an assessed plan the
            tolerance that it was assessed with.

    Raises:
        InvalidValueError: A tolerance that is no share.

    >>> track = Track(baseline=(2015, "50"), current=(2018, "57"), target=(2020, "60"), direction="higher")
    >>> cn_midterm().rate(track).label, cn_midterm("0.2").rate(track).label
    ('ahead', 'on_track')
    >>> cn_midterm("0.2").name
    'cn-midterm (tolerance 0.2)'
    """
    margin = None if tolerance is None else _share("tolerance", tolerance)
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
        uses=(Requirement.PARITY, Requirement.PATH),
        labels=LABELS,
        unit="share: 1 is on schedule",
        gives_standings=True,
        tolerance=None if margin is None else Figure(margin),
        rule=rate if margin is None else _with_tolerance(margin),
    )


def _share(name: str, value: FigureLike) -> Decimal:
    with naming_field(name):
        share = to_figure(value).value
    if not 0 <= share <= 1:
        raise InvalidValueError(name, "a share from 0 to 1", str(share), 'write "0.05" for 5 %')
    return share


def _name(margin: Decimal | None) -> str:
    return NAME if margin is None else f"{NAME} (tolerance {format(margin.normalize(EXACT), 'f')})"


def _with_tolerance(margin: Decimal) -> partial[Rating]:
    rule = partial(rate, tolerance=margin)
    rule.__doc__ = rate.__doc__
    return rule


METHOD = cn_midterm()
