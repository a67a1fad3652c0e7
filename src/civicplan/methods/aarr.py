"""Average annual rate of reduction: three published definitions under one name, none of which equals another."""

from __future__ import annotations

from decimal import Decimal

from civicplan.errors import Reason
from civicplan.measure.fit import least_squares
from civicplan.methods._arithmetic import HUNDRED, given, growth, rounded, undefined, years_between
from civicplan.methods.rating import Method, Rating, Requirement
from civicplan.methods.track import Point, Track
from civicplan.values._decimals import ln

LOG_NAME, ENDS_NAME, COMPOUND_NAME = "aarr-log", "aarr-ends", "aarr-compound"
LOG_SOURCE = "UNICEF, technical note on the average annual rate of reduction (unicef-drp/OSE-DA-NT)"
ENDS_SOURCE = "UN Inter-agency Group for Child Mortality Estimation (UN IGME), unicef-drp/CME.assistant, calculate.arr"
COMPOUND_SOURCE = "UNICEF, unicef-drp/OSE-DA-NT, the rate that a target requires"
_UNIT = "percent a year, positive when it falls"


def rate_log(track: Track) -> Rating:
    """Rate by a log-linear fit through all points: 100 (1 - e^β), β the slope of ln y over the years.

    `Rating.value` is in percent a year, positive when it falls. Where a baseline is stated, the points start with it.

    Thresholds: none; it is a measure, not a label.

    Version: log-linear definition.

    Source: UNICEF, technical note on the average annual rate of reduction, and unicef-drp/OSE-DA-NT.

    >>> from civicplan.methods import get
    >>> series = [(2015, "100"), (2016, "90"), (2017, "81")]
    >>> round(get("aarr-log").rate(Track(series=series)).value, 6)
    Decimal('10.000000')
    """
    points = [point for point in track.points if track.baseline is None or point.year >= track.baseline.year]
    if len(points) < 2:
        undefined(Reason.TOO_FEW_POINTS)
    if any(point.value <= 0 for point in points):
        undefined(Reason.NOT_POSITIVE)
    slope = least_squares([(Decimal(point.year), ln(point.value)) for point in points]).slope
    value = rounded(HUNDRED * (1 - slope.exp()))
    return Rating(method=LOG_NAME, value=value, baseline=points[0], current=points[-1])


def rate_ends(track: Track) -> Rating:
    """Rate by the continuous rate between the end points: -100 ln(y/y0)/(t - t0).

    `Rating.value` is in percent a year, positive when it falls.

    Thresholds: none; it is a measure, not a label.

    Version: continuous definition between the ends.

    Source: UN Inter-agency Group for Child Mortality Estimation (UN IGME), unicef-drp/CME.assistant,
    `calculate.arr`.

    >>> from civicplan.methods import get
    >>> round(get("aarr-ends").rate(Track(baseline=(2015, "100"), current=(2017, "81"))).value, 4)
    Decimal('10.5361')
    """
    first, last = _ends(track)
    if last.value == 0:
        undefined(Reason.ZERO_ACTUAL)
    years = years_between(first, last)
    value = rounded(-HUNDRED * ln(last.value / first.value) / years)
    return Rating(method=ENDS_NAME, value=value, baseline=first, current=last)


def rate_compound(track: Track) -> Rating:
    """Rate by the compound rate between the end points: 100 (1 - (y/y0)^(1/(t - t0))), the CAGR with its sign reversed.

    `Rating.value` is in percent a year, positive when it falls.

    Thresholds: none; it is a measure, not a label.

    Version: compound definition between the ends.

    Source: UNICEF, unicef-drp/OSE-DA-NT, where the rate that a target requires is computed like this.

    >>> from civicplan.methods import get
    >>> round(get("aarr-compound").rate(Track(baseline=(2015, "100"), current=(2017, "81"))).value, 6)
    Decimal('10.000000')
    """
    first, last = _ends(track)
    value = rounded(-HUNDRED * growth(first.value, last.value, years_between(first, last)))
    return Rating(method=COMPOUND_NAME, value=value, baseline=first, current=last)


def _ends(track: Track) -> tuple[Point, Point]:
    points = track.points
    first = given(track.baseline or (points[0] if points else None), Reason.MISSING_BASELINE)
    last = given(track.current, Reason.MISSING_OBSERVATION)
    if first.value == 0:
        undefined(Reason.ZERO_BASELINE)
    if first.value < 0 or last.value < 0:
        undefined(Reason.NOT_POSITIVE)
    return first, last


LOG = Method(
    name=LOG_NAME,
    version="log-linear",
    title="Average annual rate of reduction, log-linear fit",
    source=LOG_SOURCE,
    confirmed=True,
    needs=(Requirement.SERIES,),
    unit=_UNIT,
    rule=rate_log,
)
ENDS = Method(
    name=ENDS_NAME,
    version="ends",
    title="Average annual rate of reduction, continuous between the ends",
    source=ENDS_SOURCE,
    confirmed=True,
    needs=(Requirement.BASELINE, Requirement.CURRENT),
    unit=_UNIT,
    rule=rate_ends,
)
COMPOUND = Method(
    name=COMPOUND_NAME,
    version="compound",
    title="Average annual rate of reduction, compound between the ends",
    source=COMPOUND_SOURCE,
    confirmed=True,
    needs=(Requirement.BASELINE, Requirement.CURRENT),
    unit=_UNIT,
    rule=rate_compound,
)
