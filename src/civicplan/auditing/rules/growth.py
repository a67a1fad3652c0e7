"""Stated growth, compared with the levels and rates printed beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from civicplan.auditing._averages import other_averages
from civicplan.auditing._conflicts import figures_elsewhere
from civicplan.auditing._lookup import place_of, readings_of
from civicplan.auditing._units import price_caution
from civicplan.auditing._words import inputs_text, name_of, range_text
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.evidence import Actual, Evidence
from civicplan.model import GrowthClaim, Indicator, Measure
from civicplan.model.units import is_ratio
from civicplan.render import findings as text
from civicplan.render.message import fill, to_message
from civicplan.render.words import in_measure
from civicplan.values import Figure, Period, Source, Text


@frozen(kw_only=True)
class _Stated:
    """An average growth that the document states, in its table or in a claim."""

    figure: Figure
    period: Period
    source: Source | None
    notes: Text | None = None

    def contradicts(self, actual: Actual) -> bool:
        """True when no unprinted digit and no restated baseline makes the two equal."""
        return all(self.figure.interval.isdisjoint(interval) for interval in readings_of(actual))


def growth_disagrees(case: Case) -> Iterator[Finding]:
    """A stated average growth is the compound annual growth of the printed levels, or the average of the yearly rates.

    Checks growth in the table and growth claims, against levels printed for exactly the year before the period and its
    last year; a growth over other years is not compared. Where no such levels are printed, the yearly rates of the
    period are used, and for a claim the growth that the table prints.

    Tolerance: rounding alone. A printed figure stands for all values that round to it; the finding appears only when
    no such value of the stated growth is one that the levels or rates allow. Nor does it appear where levels and rates
    as they stood before a revision allow the stated growth.

    What it does not prove: that either figure is wrong. Levels may have been revised without a word. Levels in percent
    are left out, since their growth may be meant in percentage points.

    Innocent readings: Levels may be in current prices and the growth in constant ones, unless the plan declares
    constant prices or the unit is on the list of physical units or of counts. Levels and yearly rates may disagree, and
    one of them agree with the stated growth. The average may be a plain mean, of the yearly rates or of the growth of
    the whole period. It may be taken over a year less, or from the first year of the period on. The
    figures may stand in another document, of another day.
    """
    claims = case.claims_by_subject(GrowthClaim)
    for indicator in case.plan.indicators:
        for stated in _stated(case, indicator, claims.get(indicator.id, ())):
            yield from _compared(case, indicator, stated)


def _stated(case: Case, indicator: Indicator, claims: Sequence[GrowthClaim]) -> Iterator[_Stated]:
    for printed in case.stated(indicator, Measure.GROWTH):
        yield _Stated(figure=printed.number, period=printed.period, source=place_of(indicator, printed.source))
    for claim in claims:
        source = place_of(indicator, claim.source)
        yield _Stated(figure=claim.figure, period=claim.period, source=source, notes=claim.notes)


def _compared(case: Case, indicator: Indicator, stated: _Stated) -> Iterator[Finding]:
    actuals = comparable_growth(case.evidence(indicator), stated.period)
    contradicting = [actual for actual in actuals if stated.contradicts(actual)]
    agreeing = [actual for actual in actuals if not stated.contradicts(actual)]
    if contradicting and not _agrees_with_an_earlier_edition(case, indicator, stated):
        cautions = (
            price_caution(indicator) if contradicting[0].is_from_levels else "",
            _agreement(agreeing, stated.figure),
            figures_elsewhere(stated.source, contradicting[0].inputs),
            *_other_averages(case, indicator, stated),
        )
        yield _finding(indicator, stated, contradicting[0], cautions)


def _agrees_with_an_earlier_edition(case: Case, indicator: Indicator, stated: _Stated) -> bool:
    """True where the figures as they stood before a revision all allow the stated growth."""
    comparable = (comparable_growth(evidence, stated.period) for evidence in case.earlier_evidence(indicator))
    return any(actuals and not any(map(stated.contradicts, actuals)) for actuals in comparable)


def comparable_growth(evidence: Evidence, period: Period) -> list[Actual]:
    """Return what a stated growth is compared with, levels first; the growth in the table where nothing is derived."""
    derived = evidence.derived(Measure.GROWTH, period)
    levels_speak = not is_ratio(evidence.indicator.unit)
    comparable = [actual for actual in derived if levels_speak or not actual.is_from_levels]
    if comparable:
        return sorted(comparable, key=lambda actual: not actual.is_from_levels)
    printed = evidence.published(Measure.GROWTH, period)
    return [printed] if isinstance(printed, Actual) and not printed.is_hedged else []


def _finding(indicator: Indicator, stated: _Stated, actual: Actual, cautions: Iterable[str]) -> Finding:
    claimed, computed = in_measure(stated.figure, Measure.GROWTH), _computed(actual, stated.figure)
    sentence = fill(
        text.GROWTH_OF_FIGURES if actual.is_derived else text.GROWTH_IN_TABLE,
        name=name_of(indicator),
        period=stated.period,
        stated=claimed,
        formula=to_message(actual.formula),
        inputs=inputs_text(actual.inputs),
        computed=computed,
    )
    return Finding.about(
        indicator,
        sentence,
        range_text(indicator, actual, stated.figure) if actual.is_derived else "",
        claimed=claimed,
        computed=computed,
        source=stated.source,
        inputs=actual.inputs,
        cautions=cautions,
        notes=(stated.notes,),
    )


def _computed(actual: Actual, like: Figure) -> str:
    number = text.number_text(actual.value, like) if actual.is_derived else str(actual)
    return in_measure(number, Measure.GROWTH)


def _agreement(agreeing: Sequence[Actual], like: Figure) -> str:
    """That other figures of the same document agree with the stated growth; nothing where none do."""
    if not agreeing:
        return ""
    return fill(text.ALSO_AGREES, formula=to_message(agreeing[0].formula), computed=_computed(agreeing[0], like))


def _other_averages(case: Case, indicator: Indicator, stated: _Stated) -> Iterable[str]:
    """In what other ways the same figures come to the stated growth, as they stand or stood before a revision."""
    return dict.fromkeys(
        way
        for edition in (case.evidence(indicator), *case.earlier_evidence(indicator))
        for actual in comparable_growth(edition, stated.period)
        if actual.is_derived
        for way in other_averages(stated.figure.interval, actual, edition)
    )
