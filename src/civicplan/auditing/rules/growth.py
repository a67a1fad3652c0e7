"""Stated growth against the levels and rates printed beside it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from civicplan.assessment import Actual
from civicplan.auditing._found import found_of
from civicplan.auditing._intervals import added, divided, meet, printed
from civicplan.auditing._units import UnitKind, price_caution, unit_kind
from civicplan.auditing._wording import inputs_text, measured, number_text, place_of, range_text
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.model import Indicator, Measure, Observation
from civicplan.values import Figure, Period, Source, Text

_PLAIN_MEAN = "it is the plain mean of the yearly rates, which is not what they compound to"


@frozen(kw_only=True)
class _Stated:
    figure: Figure
    period: Period
    source: Source | None
    note: Text | None = None


def growth_disagrees(case: Case) -> Iterator[Finding]:
    """A stated average growth is the compound annual growth of the printed levels, or the average of the yearly rates.

    Looks at growth in the table and at growth claims, and only at levels printed for exactly the year before the
    period and its last year; a growth over other years is not compared. Where no levels are printed the yearly rates
    of the period serve, and for a claim the growth that the table prints.

    Tolerance: rounding alone. Every printed figure stands for all values that round to it; the finding fires only
    when no value of the stated figure is one that the levels allow.

    What it does not prove: that either figure is wrong. Levels in money, or per unit of output, may be in current
    prices and the growth in constant ones; then the severity is doubt and the message says so, as it does where levels
    and yearly rates part and one of them bears the stated growth out. Levels may have been
    revised since, and an average may have been taken in another way than by compounding. Levels in percent are passed
    over: their growth may be meant in percentage points.
    """
    for indicator in case.plan.indicators:
        for stated in _stated(case, indicator):
            yield from _compared(case, indicator, stated)


def _stated(case: Case, indicator: Indicator) -> Iterator[_Stated]:
    for seen in case.stated(indicator, Measure.GROWTH):
        yield _Stated(figure=seen.figure, period=seen.period, source=place_of(indicator, seen.source))
    for claim in case.growth_claims.get(indicator.id, ()):
        place = place_of(indicator, claim.source)
        yield _Stated(figure=claim.figure, period=claim.period, source=place, note=claim.note)


def _compared(case: Case, indicator: Indicator, stated: _Stated) -> Iterator[Finding]:
    actuals = list(_comparable(case, indicator, stated))
    apart = [actual for actual in actuals if printed(stated.figure).isdisjoint(actual.interval)]
    if apart:
        yield _finding(indicator, stated, apart[0], next((each for each in actuals if each not in apart), None))


def _comparable(case: Case, indicator: Indicator, stated: _Stated) -> Iterator[Actual]:
    """What the stated growth can be held against; the growth in the table only where nothing can be derived."""
    derived = [found for found in case.derived(indicator, Measure.GROWTH, stated.period) if _is_sound(indicator, found)]
    yield from sorted(derived, key=_is_of_rates)
    published = case.evidence(indicator).published(Measure.GROWTH, stated.period)
    if not derived and isinstance(published, Observation):
        yield Actual.published(published)


def _is_sound(indicator: Indicator, actual: Actual) -> bool:
    return _is_of_rates(actual) or unit_kind(indicator) is not UnitKind.RATIO


def _is_of_rates(actual: Actual) -> bool:
    return all(seen.measure is Measure.GROWTH for seen in actual.inputs)


def _finding(indicator: Indicator, stated: _Stated, actual: Actual, agreeing: Actual | None) -> Finding:
    claimed = measured(stated.figure, Measure.GROWTH)
    value = str(actual) if not actual.is_derived else number_text(actual.value, stated.figure)
    computed = measured(value, Measure.GROWTH)
    how = f"the {actual.formula}, {inputs_text(actual.inputs)}, is" if actual.is_derived else "the table prints"
    digits = range_text(actual.interval, stated.figure) if actual.is_derived else ""
    return found_of(
        indicator,
        f"the stated average growth for {stated.period} is {claimed}, while {how} {computed}{digits}",
        claimed=claimed,
        computed=computed,
        source=stated.source,
        inputs=actual.inputs,
        cautions=(_caution(indicator, stated, actual), _agreement(stated, agreeing)),
        notes=(stated.note,),
    )


def _agreement(stated: _Stated, agreeing: Actual | None) -> str:
    """That other figures of the same document bear the stated growth out."""
    if agreeing is None:
        return ""
    return f"the {agreeing.formula}, {number_text(agreeing.value, stated.figure)} %/yr, agrees with it"


def _caution(indicator: Indicator, stated: _Stated, actual: Actual) -> str:
    if not _is_of_rates(actual):
        return price_caution(indicator)
    mean = divided(added(printed(seen.figure) for seen in actual.inputs), len(actual.inputs))
    return _PLAIN_MEAN if len(actual.inputs) > 1 and meet(printed(stated.figure), mean) else ""
