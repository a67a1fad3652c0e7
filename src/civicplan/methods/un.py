"""United Nations 2023: where the growth so far leads by the target year, as a share of the way from the baseline."""

from __future__ import annotations

from decimal import Decimal

from civicplan.errors import Reason
from civicplan.methods._arithmetic import (
    HUNDRED,
    ONE,
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
from civicplan.model.units import is_percent
from civicplan.render import details
from civicplan.render.words import entries

NAME = "un-2023"
SOURCE = (
    "United Nations Statistics Division, Progress Chart Technical Note 2023, as applied by Eustat, the statistical "
    "office of the Basque Country (methodology page of its SDG site)"
)
TOP, FAIR, STAGNATION = "on_track_or_met", "fair_progress", "stagnation_or_regression"
LABELS = (TOP, FAIR, STAGNATION)

BASE_YEAR = 2015
TARGET_YEAR = 2030
SCORES = {TOP: Decimal(3), FAIR: Decimal(2), STAGNATION: Decimal(1)}
WITH_TARGET = (Decimal("0.95"), Decimal("0.10"))
WITHOUT_TARGET = (Decimal("0.02"), Decimal("0.005"))
ENDS = (Decimal(0), HUNDRED)


def rate(track: Track) -> Rating:
    """Rate how much of the way from the baseline to the target is done by its year, if growth goes on as so far.

    v = y (1 + CAGR)^(tT - t), q = (v - y0)/(T - y0); without a target the CAGR itself counts, mirrored where lower is
    better. `Rating.value` is q [share] or the CAGR in the better direction [share a year]; `Rating.score` is 3, 2 or 1.

    Thresholds:
        on_track_or_met: q ≥ 0.95; without a target a CAGR of 2 % or more; or the latest value meets the target.
        fair_progress: q ≥ 0.10; without a target 0.5 % or more.
        stagnation_or_regression: below.

    The base year is 2015, else the last before it, else the next later one, and always one before the value used; the
    text leaves the order of the two open, and published ratings fit this one. The target year is 2030 unless stated.
    Once the target year has passed, the series up to it is used. In the target year
    itself v is y.

    Peculiarities of the source, named in `Rating.detail`: a latest value within 1 percentage point of a target of 0 %
    or 100 % counts as met. The text says so for percentages only, so the track must name such a unit; published ratings
    in other units point both ways, which the detail says. Where the baseline already meets the target and the latest
    value does not, q would praise the slide; that case is not rated. A negative series without a target is not covered.

    Version: 2023.

    Source: UN Statistics Division, Progress Chart Technical Note 2023, as applied by Eustat.

    >>> from civicplan.methods import get
    >>> track = Track(baseline=(2015, "14.5"), current=(2023, "10.4"), target=(2030, "7.25"), direction="lower")
    >>> get("un-2023").rate(track).label
    'fair_progress'
    """
    current = given(track.current, Reason.MISSING_OBSERVATION)
    sign = sign_of(track)
    if track.target is None:
        return _trend(track, current, sign)
    if track.is_met:
        return _rating(TOP, None, "", None, current)
    is_close = _is_close(track, current)
    if is_close and is_percent(track.unit):
        return _rating(TOP, None, details.CLOSE_TO_THE_END, None, current)
    return _expectation(track, current, sign, [details.OTHER_UNIT] if is_close else [])


def _is_close(track: Track, current: Point) -> bool:
    goal = track.goal
    return goal in ENDS and goal is not None and abs(current.value - goal) <= ONE


def _trend(track: Track, current: Point, sign: int) -> Rating:
    base = _base(track, current)
    years = years_between(base, current)
    rise = growth(base.value, current.value, years)
    if base.value < 0:
        undefined(Reason.NOT_POSITIVE)
    value = rounded(sign * rise)
    return _rating(_banded(value, WITHOUT_TARGET), value, "", base, current)


def _expectation(track: Track, current: Point, sign: int, notes: list[str]) -> Rating:
    goal, due = goal_of(track)
    year = TARGET_YEAR if due is None else due
    if due is None:
        notes.append(details.NO_YEAR)
    if current.year > year:
        current = _latest_by(track, year)
        notes.append(details.UP_TO_THE_TARGET_YEAR)
    base = _base(track, current)
    years = years_between(base, current)
    if sign * (goal - base.value) <= 0:
        nothing_to_share_out(track, base.value)
    factor, years_left = 1 + growth(base.value, current.value, years), year - current.year
    expected = current.value * factor**years_left if years_left else current.value
    value = rounded((expected - base.value) / (goal - base.value))
    return _rating(_banded(value, WITH_TARGET), value, entries(notes), base, current)


def _latest_by(track: Track, year: int) -> Point:
    points = [point for point in track.points if point.year <= year]
    return points[-1] if points else undefined(Reason.ALREADY_DUE)


def _base(track: Track, current: Point) -> Point:
    if track.baseline is not None:
        return track.baseline
    earlier = [point for point in track.series if point.year < current.year]
    until_base_year = [point for point in earlier if point.year <= BASE_YEAR]
    return given(next(iter(until_base_year[-1:] or earlier), None), Reason.MISSING_BASELINE)


def _banded(value: Decimal, limits: tuple[Decimal, ...]) -> str:
    return next((label for limit, label in zip(limits, LABELS, strict=False) if value >= limit), STAGNATION)


def _rating(label: str, value: Decimal | None, detail: str, base: Point | None, current: Point) -> Rating:
    score = SCORES[label]
    return Rating(method=NAME, label=label, value=value, score=score, detail=detail, baseline=base, current=current)


METHOD = Method(
    name=NAME,
    version="2023",
    title="United Nations progress chart",
    source=SOURCE,
    confirmed=True,
    needs=(Requirement.BASELINE, Requirement.CURRENT, Requirement.DIRECTION),
    uses=(Requirement.TARGET, Requirement.TARGET_YEAR, Requirement.SERIES, Requirement.UNIT),
    labels=LABELS,
    unit="share: of the way from the baseline to the target, a year without a target",
    rule=rate,
)
