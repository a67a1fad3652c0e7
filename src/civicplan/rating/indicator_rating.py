"""One indicator through one published method: on its yearly levels, on actual and target alone, or by its standing."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from attrs import evolve

from civicplan.assessment.indicator import IndicatorAssessment
from civicplan.assessment.outcome import Outcome
from civicplan.errors import Reason, UndefinedMeasureError
from civicplan.evidence import Actual
from civicplan.methods import Method, Point, Rating, Track, TrackTarget
from civicplan.methods.china import detail_without_share
from civicplan.model import Direction, Measure, Relative, Threshold
from civicplan.rating.tracks import STRICT, aim_of, as_figure, target_on, track_on
from civicplan.render import details, phrases
from civicplan.render.message import Message, fill
from civicplan.render.words import entries
from civicplan.values import Figure, NotAssessable, Period, defined, or_none, value_or_reason
from civicplan.values._decimals import EXACT

_FINEST = Decimal("1E-30")


def rating_of(
    assessed: IndicatorAssessment, method: Method, plan_period: Period, *, limit: Figure | None, every_year: bool
) -> Rating:
    """Return what the method says of the indicator, or why it says nothing."""
    try:
        if method.gives_standings:
            return _standing(assessed, method)
        if method.takes_any_measure:
            return _on_the_target(assessed, method, limit)
        track = track_on(assessed.evidence, plan_period, limit=limit, every_year=every_year)
        return _telling_what_was_left_out(method.rate(track), assessed.evidence.hedged_year)
    except UndefinedMeasureError as undefined:
        return method.without(undefined.reason)


def _telling_what_was_left_out(rating: Rating, year: int | None) -> Rating:
    if year is None or not rating.is_rated:
        return rating
    return evolve(rating, detail=entries((rating.detail, fill(details.LEFT_OUT, year=year))))


def _standing(assessed: IndicatorAssessment, method: Method) -> Rating:
    """The standing of the next target, with its pace."""
    standing, coming = defined(assessed.standing), defined(assessed.next_target)
    progress = coming.progress
    held = detail_without_share(progress.reason) if isinstance(progress, NotAssessable) else ""
    is_on_level = isinstance(coming.target, Threshold) and coming.target.measure is Measure.LEVEL
    return Rating(
        method=method.name,
        label=standing.value,
        value=or_none(coming.pace),
        detail=entries((_which(coming), held)),
        baseline=_point_or_none(assessed.evidence.baseline) if is_on_level else None,
        current=_point_or_none(coming.actual),
    )


def _on_the_target(assessed: IndicatorAssessment, method: Method, limit: Figure | None) -> Rating:
    """What a method says that looks at the actual and the target in force alone, in whatever measure."""
    outcome = defined(assessed.target)
    target = outcome.target
    if isinstance(target, Relative):
        raise UndefinedMeasureError(Reason.NO_SHARE)
    actual = defined(outcome.actual)
    assert isinstance(target, Threshold), "there is no actual of a target in words"
    if target.measure is Measure.CHANGE:
        defined(outcome.progress)
    aim = aim_of(assessed.indicator, target)
    track = Track(
        current=_point(actual),
        target=target_on(aim, outcome.due),
        direction=aim.side,
        limit=limit,
        strict=aim.bound.kind in STRICT,
    )
    is_fall = target.measure is Measure.CHANGE and aim.side is Direction.LOWER
    rating = method.rate(_as_a_rise(track) if is_fall else track)
    if not rating.is_rated:
        return rating
    detail = entries((_which(outcome), details.BY_ITS_SIZE if is_fall else "", rating.detail))
    return evolve(rating, current=track.current, detail=detail)


def _as_a_rise(track: Track) -> Track:
    """The same where what is to fall rises: a fall of 4 is four fifths of one of 5, as its progress says."""
    current, target = track.current, track.target
    assert current is not None
    assert target is not None
    return evolve(
        track,
        current=Point(current.year, _negated(current.figure)),
        target=TrackTarget(target.year, _negated(target.high), _negated(target.low)),
        direction=Direction.HIGHER,
    )


def _negated(figure: Figure) -> Figure:
    return Figure(figure.value.copy_negate())


def _which(outcome: Outcome) -> Message:
    return fill(phrases.OF_TARGET, target=outcome.target_text, due=outcome.due)


def _point_or_none(actual: Actual | NotAssessable) -> Point | None:
    return None if isinstance(actual, NotAssessable) else or_none(value_or_reason(_point, actual))


def _point(actual: Actual) -> Point:
    """The actual under the year in which its period ends."""
    return Point(actual.period.end.year, as_figure(_as_fine_as_a_figure(actual.plain_value)))


def _as_fine_as_a_figure(value: Decimal) -> Decimal:
    """A derived actual has 28 digits however small it is; a figure has 30 decimal places at most."""
    exponent = value.as_tuple().exponent
    is_finer = isinstance(exponent, int) and exponent < _FINEST.adjusted()
    return value.quantize(_FINEST, ROUND_HALF_EVEN, EXACT) if is_finer else value
