"""The table of data behind a chart."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

from civicplan.assessment import PlanAssessment
from civicplan.errors import InvalidTypeError, UnknownIdError, describe
from civicplan.render.languages import chosen
from civicplan.show.attainment import attainment_rows
from civicplan.show.columns import said_rows

ChartName: TypeAlias = Literal["attainment"]
_NAMES: tuple[ChartName, ...] = get_args(ChartName)


def chart_data(chart: ChartName, shown: PlanAssessment, *, language: str | None = None) -> list[dict[str, str]]:
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
    if not isinstance(shown, PlanAssessment):
        raise InvalidTypeError("shown", "an assessment of a plan", describe(shown))
    return said_rows(attainment_rows(shown), chosen(language, shown.plan.title))
