"""Ratings as rows of plain dicts and as cells of tables."""

from __future__ import annotations

from typing import Any

from civicplan.methods import Point, Rating
from civicplan.rating.groups import Coverage, GroupRating, IndicatorRating
from civicplan.render import phrases
from civicplan.render.cells import Cell, Number
from civicplan.render.languages import Language
from civicplan.render.message import Message, fill, joined
from civicplan.render.rows import plain_row
from civicplan.render.words import full_name, in_words
from civicplan.values._decimals import decimal_text

#: The decimal places shown of the value behind a label.
PLACES = 3
#: No document prints more decimal places.
_MOST_PRINTED = 6


def row_of(rated: IndicatorRating, language: Language | None = None) -> dict[str, Any]:
    """Return a rating as a plain dict; what is undefined is None.

    Args:
        rated: The rating.
        language: The language of all words; None leaves codes as codes, and takes the first name of each.
    """
    indicator, rating = rated.indicator, rated.rating
    row = {
        "id": indicator.id,
        "number": indicator.number,
        "name": indicator.name,
        "method": rating.method,
        "label": rating.label if rating.label is None or language is None else in_words(rating.label),
        "value": rating.value,
        "score": rating.score,
        "reason": rating.reason,
        "detail": rating.detail or None,
        "baseline_year": None if rating.baseline is None else rating.baseline.year,
        "current_year": None if rating.current is None else rating.current.year,
    }
    return plain_row(row, language)


def cells_of(rated: IndicatorRating) -> tuple[Cell, ...]:
    """Return a rating as the cells of a table."""
    indicator, rating = rated.indicator, rated.rating
    value = phrases.UNDEFINED if rating.value is None else decimal_text(rating.value, PLACES)
    ends = tuple(Number("" if point is None else _point_text(point)) for point in (rating.baseline, rating.current))
    return (
        indicator.number or "",
        full_name(indicator.group, indicator.name),
        label_text(rating),
        Number(value),
        *ends,
    )


def _point_text(point: Point) -> Message:
    """The figure and its year; one that was computed is not shown with all of its digits."""
    figure = point.figure
    text = str(figure) if figure.places <= _MOST_PRINTED else decimal_text(figure.value, PLACES)
    return fill(phrases.IN_YEAR, figure=text, year=point.year)


def label_text(rating: Rating) -> Message:
    """Return the label of a rating in words, or why there is none."""
    if rating.is_rated:
        return in_words(rating.label or "")
    if rating.reason is None:
        return Message(phrases.UNDEFINED)
    return fill(phrases.NO_LABEL, reason=Message(rating.reason.sentence))


def rated_text(coverage: Coverage) -> Message:
    """Return how many of how many were rated."""
    return fill(phrases.RATED_OF_TOTAL, rated=coverage.rated, total=coverage.total)


def group_cells_of(group: GroupRating, name: str) -> tuple[Cell, ...]:
    """Return the rating of a group as the cells of a table, under a name."""
    counts = (fill(phrases.COUNTED, count=count, noun=in_words(label)) for label, count in group.labels)
    labels = joined(phrases.NEXT_NAME, counts)
    return (name, rated_text(group.coverage), labels or phrases.UNDEFINED, _joint_text(group.rating))


def _joint_text(rating: Rating) -> Message:
    label = label_text(rating)
    if rating.score is None:
        return label
    return fill(
        phrases.WITH_SCORE if label else phrases.AS_IT_IS, label=label, words=decimal_text(rating.score, PLACES)
    )
