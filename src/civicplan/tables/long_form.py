"""The indicators of a plan as a long table: a row for each figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from civicplan.errors import InvalidTypeError, describe
from civicplan.model import Delegated, Indicator, Observation, Plan, Qualitative, Relative, Target, Threshold
from civicplan.model._words import target_text
from civicplan.model.target import CUMULATIVE
from civicplan.render.frames import frame
from civicplan.tables.heading_words import Field

#: The columns, which are headings that `from_frame` understands.
_COLUMNS = (
    *(Field.ID, Field.NUMBER, Field.GROUP, Field.NAME, Field.UNIT, Field.CATEGORY, Field.NATURE, Field.DIRECTION),
    *(Field.KIND, Field.MEASURE, Field.PERIOD, Field.VALUE, Field.STATUS, Field.PUBLISHED),
    *(Field.PRICES, Field.WEIGHT, Field.DESCRIPTION, Field.NOTES),
)
_OF_INDICATORS = (
    *(Field.ID, Field.NUMBER, Field.GROUP, Field.NAME, Field.UNIT, Field.CATEGORY, Field.NATURE, Field.DIRECTION),
    *(Field.PRICES, Field.WEIGHT, Field.DESCRIPTION, Field.NOTES),
)


def plan_frame(plan: Plan, backend: str | None = None) -> Any:
    """Return the indicators of a plan as a dataframe with a row for each baseline, target and actual, all of it text.

    `from_frame` reads it back, but for what a table does not hold: targets in words and relations become targets in
    words; stocks, exactness, natural ranges, marks, sources and further languages of names are not in it. `write` keeps
    everything.

    Args:
        plan: The plan.
        backend: The dataframe library ("pandas", "polars", "pyarrow"); by default the first of them that is installed.

    Raises:
        InvalidTypeError: It is no plan.
        InvalidValueError: There is no such library.
        MissingExtraError: The library, or narwhals, is not installed.

    >>> import civicplan as cp
    >>> plan_frame(cp.datasets.load("zhuzhou-13fyp"), "polars")[["id", "kind", "period", "value"]].rows()[:2]
    [('gdp', 'baseline', '2015', '2335.1'), ('gdp', 'target', None, '≥3800')]
    """
    if not isinstance(plan, Plan):
        raise InvalidTypeError("plan", "a Plan", describe(plan))
    rows = [row for indicator in plan.indicators for row in _rows(indicator)]
    return frame(rows, backend, columns=_COLUMNS, numbers=(), flags=())


def _rows(indicator: Indicator) -> Iterator[dict[str, Any]]:
    """Yield a row for each figure, and one without a figure where there is none."""
    shared = {str(field): _text(getattr(indicator, field)) for field in _OF_INDICATORS}
    figures = list(_figures(indicator)) or [{}]
    for figure in figures:
        row = {**shared, **{str(field): _text(value) for field, value in figure.items()}}
        yield {str(field): row.get(field) for field in _COLUMNS}


def _figures(indicator: Indicator) -> Iterator[dict[Field, object]]:
    if indicator.baseline is not None:
        yield _published(Field.BASELINE, indicator.baseline)
    for target in indicator.targets:
        yield {Field.KIND: Field.TARGET, **_promised(target)}
    for observation in indicator.observations:
        yield _published(Field.ACTUAL, observation)


def _published(kind: Field, observation: Observation) -> dict[Field, object]:
    return {
        Field.KIND: kind,
        Field.MEASURE: observation.measure,
        Field.PERIOD: observation.period,
        Field.VALUE: observation.figure,
        Field.STATUS: observation.status,
        Field.PUBLISHED: observation.published,
    }


def _promised(target: Target) -> dict[Field, object]:
    match target:
        case Threshold():
            measured = {Field.MEASURE: target.measure, Field.PUBLISHED: target.published}
            return {**measured, Field.PERIOD: _due(target), Field.VALUE: target.bound}
        case Relative():
            return {Field.MEASURE: target.measure, Field.PERIOD: target.period, Field.VALUE: target_text(target)}
        case Delegated():
            return {Field.VALUE: target.authority}
        case Qualitative():
            return {Field.PERIOD: target.period, Field.VALUE: target.text}


def _due(target: Threshold) -> str | None:
    """Return when a target is due; a total of one year names it as both its first and its last."""
    period = _text(target.period)
    is_whole = period is None or "/" in period or target.measure not in CUMULATIVE
    return period if is_whole else f"{period}/{period}"


def _text(value: object) -> str | None:
    return None if value is None else str(value)
