"""Figures of one indicator, compared with each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from civicplan.auditing._conflicts import different_documents
from civicplan.auditing._lookup import known_targets_on, place_of, standing_figures
from civicplan.auditing._words import name_of
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding, Severity
from civicplan.model import Indicator, Measure, Observation
from civicplan.model.units import is_ratio
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import fill
from civicplan.render.words import in_measure, plain_text, with_unit
from civicplan.values import Bound, Period
from civicplan.values._decimals import EXACT

#: Powers of ten between units in use: thousands, ten thousands, millions, hundred millions.
_POWERS = (3, 4, 6, 8)
#: Between a share and a percentage.
_POWERS_OF_RATIOS = (2, *_POWERS)
#: How many levels it takes to tell that one is out of line.
_FEWEST_LEVELS = 3
#: How far apart levels of one indicator may be and still confirm each other's unit.
_LARGEST_SPREAD = Decimal(3)
#: How far beyond the other levels a level may lie once its unit is changed.
_MARGIN = Decimal("1.5")


def figure_disagrees(case: Case) -> Iterator[Finding]:
    """Two places that print the same indicator, measure and period print the same figure.

    Compares observations, and the baseline, whose places differ. Places without a line are taken to differ. Figures
    that no true value could both be printed as are a contradiction. Where only a value exactly halfway between them
    could, as 0.25 could be printed as 0.2 and 0.3, it is a doubt; where one is a rounding of the other, as 2.5 may be
    printed as 2 or as 3, it is a note. The same value with more zeros is no difference. Hedged figures, such as "≥85"
    or "≈9", are left out, and so are figures that a later one has superseded and provisional ones beside final ones.

    Tolerance: rounding alone, halves either way.

    What it does not prove: which place is right. A restated baseline on which a verdict or the progress depends is
    reported by restated-baseline alone.

    Innocent readings: One figure may be a rounding of the other. Only a number halfway between them could be printed as
    both. Where only one of them says when it was published, that one may have superseded the other. Where they stand in
    two documents, or only one of them says where it stands, the later may have the revised figure. A baseline may have
    been restated since.
    """
    for indicator in case.plan.indicators:
        figures: dict[tuple[Measure, Period], list[Observation]] = {}
        for figure in standing_figures(indicator):
            if case.is_over(figure.period):
                figures.setdefault((figure.measure, figure.period), []).append(figure)
        for same in figures.values():
            pair = _differing_pair(same) or _differing_pair(_with_the_baseline(indicator, same))
            if pair is not None and not _is_told(case, indicator, pair[0]):
                yield _two_places(indicator, *pair)


def _is_told(case: Case, indicator: Indicator, first: Observation) -> bool:
    """True where restated-baseline reports the two figures, and what follows from them."""
    return first is indicator.baseline and indicator.id in case.restatements


def _with_the_baseline(indicator: Indicator, same: Sequence[Observation]) -> list[Observation]:
    """The baseline, where it is one of the same figures, before the others."""
    baseline, other = indicator.baseline, same[0]
    if baseline is None or baseline.is_hedged:
        return []
    is_same = (baseline.measure, baseline.period) == (other.measure, other.period)
    return [baseline, *same] if is_same else []


@frozen
class _Printed:
    """A figure and the place where it is printed."""

    observation: Observation
    place: int
    index: int

    @property
    def value(self) -> Decimal:
        return self.observation.number.value

    @property
    def low(self) -> Decimal:
        low = self.observation.figure.interval.low
        assert low is not None, "a printed figure has two ends"
        return low

    @property
    def high(self) -> Decimal:
        high = self.observation.figure.interval.high
        assert high is not None, "a printed figure has two ends"
        return high


def _differing_pair(observations: Sequence[Observation]) -> tuple[Observation, Observation] | None:
    """Two figures of different places, in their order: two that contradict each other, else two that differ at all."""
    printed = _by_place(observations)
    if len(printed) < 2:
        return None
    pair = _furthest_apart(printed, lambda one: one.high, lambda one: one.low)
    if pair is None:
        return None
    below, above = pair
    if below.high > above.low:
        below, above = _furthest_apart(printed, lambda one: one.value, lambda one: one.value) or pair
    if below.value == above.value:
        return None
    first, second = sorted((below, above), key=lambda one: one.index)
    return first.observation, second.observation


def _by_place(observations: Sequence[Observation]) -> list[_Printed]:
    """The figures with the numbers of their places; only a line tells that two of them stand in one place."""
    numbers: dict[object, int] = {}
    printed = []
    for index, observation in enumerate(observations):
        source = observation.source
        place = source if source is not None and source.line is not None else index
        printed.append(_Printed(observation, numbers.setdefault(place, len(numbers)), index))
    return printed


def _furthest_apart(
    printed: Sequence[_Printed], upper: Callable[[_Printed], Decimal], lower: Callable[[_Printed], Decimal]
) -> tuple[_Printed, _Printed] | None:
    """The two figures of different places between which the gap is widest, the smaller first."""
    lowest, highest = min(printed, key=upper), max(printed, key=lower)
    # One place may print both extremes; then each of the two is compared with the extreme of the other places.
    beside_lowest = [one for one in printed if one.place != lowest.place]
    beside_highest = [one for one in printed if one.place != highest.place]
    if not beside_lowest or not beside_highest:
        return None
    pairs = ((lowest, max(beside_lowest, key=lower)), (min(beside_highest, key=upper), highest))
    return max(pairs, key=lambda pair: EXACT.subtract(lower(pair[1]), upper(pair[0])))


def _two_places(indicator: Indicator, one: Observation, other: Observation) -> Finding:
    first, second = in_measure(one.figure, one.measure), in_measure(other.figure, other.measure)
    sentence = fill(text.TWO_PLACES, name=name_of(indicator), first=first, second=second, period=one.period)
    is_only_a_note, reading = _explained(one, other, is_restated=one is indicator.baseline)
    return Finding.about(
        indicator,
        sentence,
        severity=Severity.NOTE if is_only_a_note else None,
        claimed=second,
        computed=first,
        source=place_of(indicator, other.source),
        inputs=(one,),
        cautions=(reading,),
    )


def _explained(one: Observation, other: Observation, *, is_restated: bool) -> tuple[bool, str]:
    """Whether two different figures for one thing are only worth a note, and how both can have been printed."""
    if one.number.agrees_with(other.number):
        return True, text.ONE_ROUNDS_THE_OTHER
    if is_restated:
        return True, text.BASELINE_RESTATED
    if not one.figure.interval.isdisjoint(other.figure.interval):
        return False, text.HALFWAY
    if (one.published is None) != (other.published is None):
        return False, text.ONE_IS_DATED
    if _is_of_a_known_day(one):
        return False, ""
    return False, different_documents(one.source, other.source, which=text.LATER_DOCUMENT)


def _is_of_a_known_day(figure: Observation) -> bool:
    """True where a figure was published on a day that is known; then so was what stands beside it."""
    published = figure.published
    return published is not None and published.start == published.end


def outside_natural_range(case: Case) -> Iterator[Finding]:
    """Every published level, the baseline too, lies in the natural range that the plan declares.

    Tolerance: rounding of the level. A hedged one, such as "≥85", is left out where it may still lie inside.

    What it does not prove: whether the figure or the range is wrong, nor what the right figure is. Figures that a later
    one has superseded are left out.
    """
    for indicator in case.plan.indicators:
        possible = indicator.natural_range
        for level in _all_levels(case, indicator) if possible else ():
            assert possible is not None
            may_be_anything = isinstance(level.figure, Bound) and level.figure.is_of_unknown_width
            if not may_be_anything and level.figure.interval.isdisjoint(possible.interval):
                yield _outside(indicator, level, possible)


def _all_levels(case: Case, indicator: Indicator) -> Iterator[Observation]:
    """The baseline and the published levels that stand, hedged ones too."""
    baseline = (indicator.baseline,) if indicator.baseline else ()
    standing = (figure for figure in standing_figures(indicator, hedged_too=True) if case.is_over(figure.period))
    return (figure for figure in (*baseline, *standing) if figure.measure is Measure.LEVEL)


def _outside(indicator: Indicator, level: Observation, possible: Bound) -> Finding:
    claimed = with_unit(level.figure, indicator.unit)
    return Finding.about(
        indicator,
        fill(text.OUTSIDE_RANGE, name=name_of(indicator), figure=claimed, period=level.period, range=possible),
        claimed=claimed,
        computed=str(possible),
        source=place_of(indicator, level.source),
        inputs=(level,),
    )


def unit_suspect(case: Case) -> Iterator[Finding]:
    """The levels of one indicator, actual and aimed at, are in one unit.

    Reports a level that is out of line with at least two others, which are within a factor of 3 of each other, and
    would lie among them once divided or multiplied by a thousand, ten thousand, a million or a hundred million; for
    levels in percent also by a hundred.

    Tolerance: a factor of 1.5 beyond the others. Zeros and negative levels are left out.

    What it does not prove: that the unit is wrong. It is always a doubt, and nothing outside the document is taken into
    account.

    Innocent readings: The level may truly have moved that far.
    """
    for indicator in case.plan.indicators:
        levels = list(_levels(case, indicator))
        values = sorted(level.number.value for level in levels)
        powers = _POWERS_OF_RATIOS if is_ratio(indicator.unit) else _POWERS
        for level in levels if len(levels) >= _FEWEST_LEVELS else ():
            value = level.number.value
            least = values[0] if value > values[0] else values[1]
            greatest = values[-1] if value < values[-1] else values[-2]
            power = _power_off(value, least, greatest, powers)
            if power is not None:
                yield _out_of_line(indicator, level, least, greatest, power)


def _levels(case: Case, indicator: Indicator) -> Iterator[Observation]:
    """The levels printed, and those aimed at as of when they are due."""
    baseline = indicator.baseline
    if baseline and baseline.measure is Measure.LEVEL and not baseline.is_hedged:
        yield baseline
    yield from case.stated(indicator, Measure.LEVEL)
    for target in known_targets_on(indicator, Measure.LEVEL):
        due = target.due(case.plan.period)
        yield Observation(period=due, figure=target.bound.figure, source=place_of(indicator, target.source))


def _power_off(value: Decimal, least: Decimal, greatest: Decimal, powers: Sequence[int]) -> int | None:
    """The power of ten by which a level is too large, or too small where it is negative; None where it is neither.

    The others are given by their least and their greatest.
    """
    if value <= 0 or least <= 0 or greatest > EXACT.multiply(least, _LARGEST_SPREAD):
        return None
    lowest, highest = EXACT.divide(least, _MARGIN), EXACT.multiply(greatest, _MARGIN)
    for power in powers:
        for signed in (power, -power):
            if lowest <= value.scaleb(-signed, EXACT) <= highest:
                return signed
    return None


def _out_of_line(indicator: Indicator, level: Observation, least: Decimal, greatest: Decimal, power: int) -> Finding:
    claimed = with_unit(level.figure, indicator.unit)
    low, high = plain_text(least), with_unit(plain_text(greatest), indicator.unit)
    sentence = text.TOO_LARGE if power > 0 else text.TOO_SMALL
    return Finding.about(
        indicator,
        fill(
            sentence,
            name=name_of(indicator),
            figure=claimed,
            period=level.period,
            low=low,
            high=high,
            factor=f"{10 ** abs(power):,}",
        ),
        claimed=claimed,
        computed=fill(phrases.FROM_TO, low=low, high=high),
        source=place_of(indicator, level.source),
        inputs=(level,),
        cautions=(text.TRULY_MOVED,),
    )
