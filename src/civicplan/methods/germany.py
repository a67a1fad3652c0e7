"""Germany's weather symbols: where the average change of the last six points leads, and which way it points."""

from __future__ import annotations

from decimal import Decimal

from civicplan.errors import Reason
from civicplan.methods._arithmetic import given, goal_of, rounded, sign_of, undefined
from civicplan.methods.rating import Method, Rating, Ratings, Requirement, Weights, flat
from civicplan.methods.track import Point, Track
from civicplan.render import details
from civicplan.values._decimals import EXACT

NAME = "de-weather"
SOURCE = (
    "German Sustainable Development Strategy, indicator status, methodology (dns-indikatoren.de/en/status; "
    "Nachhaltige-Entwicklung-Deutschland/open-sdg-site-starter, _pages/en/status.md)"
)
SUN, SLIGHT, CLOUD, STORM = "sun", "slightly_cloudy", "cloud", "thunderstorm"
LABELS = (SUN, SLIGHT, CLOUD, STORM)

_MOST_POINTS, _FEWEST_POINTS = 6, 4
_NEAR, _FAR = Decimal("0.05"), Decimal("0.20")


def rate(track: Track) -> Rating:
    """Rate by one of three rules: for a target year, for a value to be kept every year, for a direction alone.

    The step is the change from the first to the last of the last six points over the years between them; four points
    are the fewest, and gaps are allowed. The track decides which rule applies: no target asks for the direction rule,
    `every_year` for the rule of values to be kept, which also holds once the target is met; anything else is projected
    to its target year. `Rating.value` is the projected shortfall as a share of |T - y| for a target year; otherwise the
    step in the better direction [unit of the indicator a year].

    Thresholds:
        sun: the shortfall is below 5 %; kept: met and the step is no setback; direction: step and last change are
            right.
        slightly_cloudy: 5 % to 20 %, both included; kept: met and a setback; direction: the step is right, the last
            change is not.
        cloud: above 20 %, moving the right way; kept: missed and not moving away; direction: the step is not right, the
            last change is.
        thunderstorm: flat or moving the wrong way; kept: missed and moving away; direction: neither is right.

    Of an interval the weaker end counts. Of several targets at once, rate each and `aggregate`: the worst counts. Of
    several target years the source takes the nearest; `civicplan.rating.track_of` gives the one in force. A missed
    target whose year has passed is not rated.

    Peculiarity of the source, named in `Rating.detail`: a missed value to be kept that stands still fits two of its
    sentences; it is given the cloud.

    Version: status page.

    Source: German Sustainable Development Strategy, indicator status, dns-indikatoren.de/en/status.

    >>> from civicplan.methods import get
    >>> series = [(2018, "10"), (2019, "11"), (2020, "12"), (2021, "13"), (2022, "14"), (2023, "15")]
    >>> get("de-weather").rate(Track(series=series, target=(2030, "22"), direction="higher")).label
    'sun'
    """
    current = given(track.current, Reason.MISSING_OBSERVATION)
    sign = sign_of(track)
    window = track.points[-_MOST_POINTS:]
    if len(window) < _FEWEST_POINTS:
        undefined(Reason.TOO_FEW_POINTS)
    if track.target is None:
        return _by_direction(window, sign)
    if track.every_year or track.is_met:
        return _to_be_kept(track, window, sign)
    goal, due = goal_of(track)
    year = given(due, Reason.NO_TARGET_YEAR)
    if year < current.year:
        undefined(Reason.ALREADY_DUE)
    return _by_year(window, sign, goal, year)


def _by_year(window: tuple[Point, ...], sign: int, goal: Decimal, year: int) -> Rating:
    """Rate without dividing, so that 5 % and 20 % are met exactly."""
    first, last = window[0], window[-1]
    years = last.year - first.year
    change = EXACT.multiply(sign, EXACT.subtract(last.value, first.value))
    way = EXACT.multiply(years, abs(EXACT.subtract(goal, last.value)))
    short = EXACT.subtract(way, EXACT.multiply(change, year - last.year))
    if change <= 0:
        label = STORM
    elif short < EXACT.multiply(_NEAR, way):
        label = SUN
    else:
        label = SLIGHT if short <= EXACT.multiply(_FAR, way) else CLOUD
    # A strict target that the value equals leaves no way to go, and the share no meaning.
    value = rounded(short / way) if way else None
    return Rating(method=NAME, label=label, value=value, baseline=first, current=last)


def _to_be_kept(track: Track, window: tuple[Point, ...], sign: int) -> Rating:
    first, last = window[0], window[-1]
    step = _step(window, sign)
    if track.is_met:
        label = SUN if step >= 0 else SLIGHT
        detail = "" if track.every_year else details.ALREADY
    else:
        label = CLOUD if step >= 0 else STORM
        detail = details.FLAT if step == 0 else ""
    return Rating(method=NAME, label=label, value=step, detail=detail, baseline=first, current=last)


def _by_direction(window: tuple[Point, ...], sign: int) -> Rating:
    step = _step(window, sign)
    latest = sign * (window[-1].value - window[-2].value)
    label = _DIRECTIONS[step > 0, latest > 0]
    return Rating(method=NAME, label=label, value=step, baseline=window[0], current=window[-1])


_DIRECTIONS = {(True, True): SUN, (True, False): SLIGHT, (False, True): CLOUD, (False, False): STORM}


def _step(window: tuple[Point, ...], sign: int) -> Decimal:
    """Return the average change a year, positive in the better direction [unit of the indicator a year]."""
    return rounded(sign * (window[-1].value - window[0].value) / (window[-1].year - window[0].year))


def aggregate(ratings: Ratings, weights: Weights | None = None) -> Rating:
    """Return the worst symbol, for several targets of one indicator that are to be reached at the same time."""
    labels = [rating.label for rating in flat(ratings) if rating.label is not None]
    return Rating(method=NAME, label=given(max(labels, key=LABELS.index, default=None), Reason.NOTHING_RATED))


METHOD = Method(
    name=NAME,
    version="status page",
    title="Weather symbols of the German Sustainable Development Strategy",
    source=SOURCE,
    confirmed=True,
    needs=(Requirement.SERIES, Requirement.DIRECTION),
    uses=(Requirement.TARGET, Requirement.TARGET_YEAR, Requirement.EVERY_YEAR),
    labels=LABELS,
    unit="share of the way left for a target year, else unit of the indicator a year",
    rule=rate,
    group_rule=aggregate,
)
