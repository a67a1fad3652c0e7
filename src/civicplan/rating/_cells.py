"""Ratings as rows of plain dicts and as cells of tables."""

from __future__ import annotations

from typing import Any

from civicplan.methods import Rating
from civicplan.model import Indicator
from civicplan.rating.groups import Coverage, GroupRating, IndicatorRating
from civicplan.render import phrases
from civicplan.render.cells import Cell, Number
from civicplan.render.template import fill
from civicplan.render.words import full_name, in_words
from civicplan.values._decimals import decimal_text

#: The decimal places shown of the value behind a label.
PLACES = 3


def row_of(rated: IndicatorRating, language: str | None = None) -> dict[str, Any]:
    """Return a rating as a plain dict; what is undefined is None."""
    indicator, rating = rated.indicator, rated.rating
    return {
        "id": indicator.id,
        "number": indicator.number,
        "name": indicator.name.in_language(language),
        "method": rating.method,
        "label": rating.label,
        "value": rating.value,
        "score": rating.score,
        "reason": None if rating.reason is None else str(rating.reason),
        "detail": rating.detail or None,
        "baseline_year": None if rating.baseline is None else rating.baseline.year,
        "current_year": None if rating.current is None else rating.current.year,
    }


def name_of(indicator: Indicator, language: str | None) -> str:
    """Return the name of an indicator with its group."""
    return full_name(indicator.group, indicator.name, language=language)


def cells_of(rated: IndicatorRating, language: str | None) -> tuple[Cell, ...]:
    """Return a rating as the cells of a table."""
    indicator, rating = rated.indicator, rated.rating
    value = phrases.UNDEFINED if rating.value is None else decimal_text(rating.value, PLACES)
    ends = tuple(Number("" if point is None else str(point)) for point in (rating.baseline, rating.current))
    return (indicator.number or "", name_of(indicator, language), label_text(rating), Number(value), *ends)


def label_text(rating: Rating) -> str:
    """Return the label of a rating in words, or why there is none."""
    if rating.is_rated:
        return in_words(rating.label or "")
    return fill(phrases.NO_LABEL, reason=rating.reason.sentence) if rating.reason else phrases.UNDEFINED


def rated_text(coverage: Coverage) -> str:
    """Return how many of how many were rated."""
    return fill(phrases.RATED_OF_TOTAL, rated=coverage.rated, total=coverage.total)


def group_cells_of(group: GroupRating) -> tuple[str, ...]:
    """Return the rating of a group as the cells of a table."""
    labels = ", ".join(fill(phrases.COUNTED, count=count, noun=in_words(label)) for label, count in group.labels)
    name = phrases.NO_GROUP if group.name is None else group.name
    return (name, rated_text(group.coverage), labels or phrases.UNDEFINED, _joint_text(group.rating))


def _joint_text(rating: Rating) -> str:
    label = label_text(rating)
    return label if rating.score is None else f"{label} {decimal_text(rating.score, PLACES)}".strip()
