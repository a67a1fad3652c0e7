"""The table of data behind a chart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple, TypeAlias, get_args

from civicplan.assessment import IndicatorAssessment, PlanAssessment
from civicplan.auditing import Findings
from civicplan.errors import UnknownIdError
from civicplan.model import Plan
from civicplan.rating.comparison import Comparison
from civicplan.render.languages import Language, chosen
from civicplan.show.attainment import attainment_rows
from civicplan.show.columns import Row, said_rows
from civicplan.show.findings import findings_rows
from civicplan.show.methods import methods_rows
from civicplan.show.progress import progress_rows
from civicplan.show.shown import check_shown
from civicplan.show.timeline import timeline_rows
from civicplan.show.trajectory import trajectory_rows

ChartName: TypeAlias = Literal["attainment", "progress", "trajectory", "methods", "timeline", "findings"]
_NAMES: tuple[ChartName, ...] = get_args(ChartName)
#: What a chart shows.
Shown: TypeAlias = PlanAssessment | IndicatorAssessment | Comparison | Plan | Findings


class _Table(NamedTuple):
    """How the rows of a chart are made of what it shows."""

    kinds: tuple[type, ...]
    rows: Callable[[Any], list[Row]]
    language: Callable[[Any, str | None], Language]


def _of_plan(assessment: PlanAssessment, asked: str | None) -> Language:
    return chosen(asked, assessment.plan.title)


def _of_indicator(assessed: IndicatorAssessment, asked: str | None) -> Language:
    return chosen(asked, assessed.indicator.name)


def _of_tasks(shown: PlanAssessment | Plan, asked: str | None) -> Language:
    return chosen(asked, shown.title if isinstance(shown, Plan) else shown.plan.title)


_TABLES: dict[ChartName, _Table] = {
    "attainment": _Table((PlanAssessment,), attainment_rows, _of_plan),
    "progress": _Table((PlanAssessment,), progress_rows, _of_plan),
    "trajectory": _Table((IndicatorAssessment,), trajectory_rows, _of_indicator),
    "methods": _Table((Comparison,), methods_rows, Comparison.spoken),
    "timeline": _Table((Plan, PlanAssessment), timeline_rows, _of_tasks),
    "findings": _Table((Findings,), findings_rows, Findings.spoken),
}


def chart_data(chart: ChartName, shown: Shown, *, language: str | None = None) -> list[dict[str, str]]:
    """Return all that a chart shows as rows in words: for those who do not see it, and to check it.

    What the chart does not draw has its row as well, which says why.

    Args:
        chart: The name of the function that draws it, such as "attainment".
        shown: What that function takes.
        language: The language of all words, headings included, "en" or "zh"; None takes the one of the chart.

    Raises:
        UnknownIdError: There is no such chart; the error names the nearest.
        InvalidTypeError: The chart does not show such a thing. It is a TypeError.

    >>> from civicplan import datasets
    >>> from civicplan.assessment import assess
    >>> assessment = assess(datasets.load("zhuzhou-13fyp"), as_of="2020")
    >>> chart_data("attainment", assessment, language="en")[0]["attainment"]
    '81.7 %'
    """
    if chart not in _NAMES:
        raise UnknownIdError(chart, _NAMES, "the list of charts")
    table = _TABLES[chart]
    check_shown(shown, *table.kinds)
    return said_rows(table.rows(shown), table.language(shown, language))
