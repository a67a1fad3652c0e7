"""Figures that the others of their row make doubtful by their sign or their size: they are left out, and said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from civicplan.model import Measure
from civicplan.model.target import IN_UNITS
from civicplan.model.units import is_percent
from civicplan.reading import Diagnostic
from civicplan.tables.figures import ReadFigure, RowFacts, stated_unit
from civicplan.tables.heading_words import Field
from civicplan.tables.said import left_out, quoted
from civicplan.tables.shown import plain_text
from civicplan.values import Bound, BoundKind, Figure
from civicplan.values._decimals import EXACT

#: Beside which figures those of a kind are held: the first of them that the row has, without those left out before.
_BESIDE = {
    Field.ACTUAL: (Field.TARGET, Field.BASELINE),
    Field.TARGET: (Field.ACTUAL, Field.BASELINE),
    Field.BASELINE: (Field.TARGET, Field.ACTUAL),
}


def without_doubtful(
    figures: Sequence[ReadFigure], facts: RowFacts, noticed: list[Diagnostic]
) -> tuple[ReadFigure, ...]:
    """Return the figures without those that may be changes among levels, or shares of one among percentages.

    Args:
        figures: The figures of an indicator.
        facts: What is stated of all of them.
        noticed: Gets a diagnostic for each that is left out.
    """
    doubts = {**dict(_signed(figures, facts)), **dict(_shares(figures, facts))}
    noticed += doubts.values()
    return tuple(figure for figure in figures if figure.raw.place not in doubts)


def _signed(figures: Iterable[ReadFigure], facts: RowFacts) -> Iterator[tuple[str, Diagnostic]]:
    """Yield the figures of no stated measure whose sign those beside them do not have.

    Levels may fall below zero, but one above it is printed with a plus only beside others that have signs.
    """
    levels = [figure for figure in figures if figure.measure is Measure.LEVEL and _numbers(figure)]
    signed = [(figure.raw, _sign(figure)) for figure in levels]
    by_kind = {kind: [sign for raw, sign in signed if raw.kind is kind] for kind in _BESIDE}
    for raw, sign in signed:
        is_stated = (raw.measure or raw.row_measure or facts.measure) is not None
        if sign and not is_stated and _is_unlike(sign, raw.kind, by_kind):
            heading = quoted(raw.column.text if raw.column.field is raw.kind else raw.kind.capitalize())
            yield raw.place, left_out("may-be-a-change", raw.place, raw.text, sign=sign, kind=raw.kind, heading=heading)


def _is_unlike(sign: str, kind: Field, signs: dict[Field, list[str]]) -> bool:
    """Return whether a sign may be that of a change, by the signs of the other figures of the row."""
    if kind is Field.TARGET:
        beside = signs[Field.BASELINE] or signs[Field.ACTUAL]
        return any(other != sign for other in beside) or (sign == "+" and not beside)
    return kind is Field.ACTUAL and sign == "+" and "" in (*signs[Field.BASELINE], *signs[Field.TARGET])


def _sign(figure: ReadFigure) -> str:
    """Return the sign that is printed before a figure; blank where there is none."""
    if any(number < 0 for number in _numbers(figure)):
        return "-"
    return "+" if figure.raw.cell is not None and figure.raw.cell.has_plus else ""


def _shares(figures: Iterable[ReadFigure], facts: RowFacts) -> Iterator[tuple[str, Diagnostic]]:
    """Yield the figures without a percent sign that are all within one, where those beside them are all beyond it."""
    by_measure: dict[Measure, list[ReadFigure]] = {}
    for figure in figures:
        if _numbers(figure):
            by_measure.setdefault(figure.measure, []).append(figure)
    for measure, same in by_measure.items():
        if _are_percentages(measure, same, facts):
            yield from _shares_among(same)


def _are_percentages(measure: Measure, figures: Iterable[ReadFigure], facts: RowFacts) -> bool:
    """Return whether the row states that figures of a measure are in percent, and no unit but that."""
    if facts.unit is not None and measure in IN_UNITS:
        return is_percent(facts.unit)
    return is_percent(facts.unit) or any(is_percent(stated_unit(figure)) for figure in figures)


def _shares_among(percentages: Sequence[ReadFigure]) -> Iterator[tuple[str, Diagnostic]]:
    by_kind = {kind: [figure for figure in percentages if figure.raw.kind is kind] for kind in _BESIDE}
    for kind, others in _BESIDE.items():
        beside = next((by_kind[other] for other in others if by_kind[other]), [])
        if not beside or not all(map(_is_within_one, by_kind[kind])) or any(map(_reaches_into_one, beside)):
            continue
        bare = [figure for figure in by_kind[kind] if figure.raw.cell and figure.raw.cell.unit is None]
        by_kind[kind] = [figure for figure in by_kind[kind] if figure not in bare]
        for figure in bare:
            raw, printed = figure.raw, figure.printed
            assert printed is not None, "it has numbers"
            words = {"other": beside[0].raw.text, "percent": _hundredfold(printed), "printed": printed}
            yield raw.place, left_out("share-or-percentage", raw.place, raw.text, **words)


def _is_within_one(figure: ReadFigure) -> bool:
    return all(-1 <= number <= 1 for number in _numbers(figure))


def _reaches_into_one(figure: ReadFigure) -> bool:
    return any(-1 <= number <= 1 for number in _numbers(figure))


def _numbers(figure: ReadFigure) -> list[Decimal]:
    """Return the numbers of a figure that are not zero; those of a range are two, a tolerance is none."""
    match figure.printed:
        case None:
            known = []
        case Bound(kind=BoundKind.BETWEEN, figure=low, second=Figure() as high):
            known = [low, high]
        case Bound(figure=number) | (Figure() as number):
            known = [number]
    return [number.value for number in known if number.value]


def _hundredfold(printed: Figure | Bound) -> str:
    """Return a share of one in percent, with the digits that it is printed with."""
    if isinstance(printed, Figure):
        return plain_text(EXACT.scaleb(printed.value, 2))
    figure, second = printed.figure, printed.second
    return str(Bound(printed.kind, _hundredfold(figure), None if second is None else _hundredfold(second)))
