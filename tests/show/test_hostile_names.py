"""Names of any kind: nothing of them is markup, none breaks a picture, and the table has each of them whole."""

from __future__ import annotations

import civicplan as cp
from civicplan import show

from .pictures import rows_with

LONG = "长" * 10_000
NAMES = (
    LONG,
    "word" * 2500,
    "</script><script>alert(1)</script>",
    "<!-- <img src=x onerror=alert(1)> & \"quotes\" 'too'",
    "\u202eright to left\u2066\x00\x1b[31m",
    "مؤشر المياه",
    "a\nb\tc",
    "{place} %s ${x}",
)


def plan_of(names: tuple[str, ...]) -> cp.Plan:
    rows = tuple(
        cp.Indicator(
            id=f"x{place}",
            name=name,
            group=name,
            category=name,
            unit=name[:40],
            targets=("≥5",),
            baseline=("2015", "1"),
            observations={"2020": "4"},
        )
        for place, name in enumerate(names)
    )
    tasks = tuple(
        cp.Task(id=f"t{place}", title=name, milestones=(cp.Milestone(title=name, due="2018"),))
        for place, name in enumerate(names)
    )
    return cp.Plan(id="p", title=names[0], period="2016/2020", indicators=rows, tasks=tasks)


def test_no_name_is_markup_and_none_widens_a_picture() -> None:
    assessment = cp.assess(plan_of(NAMES), as_of=2020)
    comparison = cp.compare(assessment, ["un-2023", "global-fund"])
    width = 360
    charts = (
        show.attainment(assessment, width=width),
        show.progress(assessment, width=width),
        show.timeline(assessment, width=width),
        show.methods(comparison, width=width),
        *(show.trajectory(own, width=width) for own in assessment.indicators[:3]),
    )
    for chart in charts:
        svg = show.to_svg(chart)
        start = svg.index(' width="') + len(' width="')
        assert int(svg[start : svg.index('"', start)]) <= width + 8
        assert "<script" not in svg
        assert "<img" not in svg
        assert LONG not in svg.partition(">")[2]


def test_no_name_ends_the_script_into_which_a_notebook_writes_a_chart() -> None:
    assessment = cp.assess(plan_of(NAMES[2:4]), as_of=2020)
    for chart in (show.attainment(assessment), show.progress(assessment), show.timeline(assessment)):
        page = chart.to_html()
        assert "</script><script>alert" not in page
        assert "<img" not in page


def test_the_table_has_every_name_whole() -> None:
    assessment = cp.assess(plan_of(NAMES[:4]), as_of=2020)
    for row, name in zip(show.chart_data("progress", assessment, language="en"), NAMES, strict=False):
        assert row["indicator"].endswith(name)


def test_a_thousand_rows_are_drawn() -> None:
    assessment = cp.assess(plan_of(tuple(f"row {place}" for place in range(1000))), as_of=2020)
    chart = show.attainment(assessment)
    assert len({row["y"] for row in rows_with(chart, "said0")}) == 1000
    assert chart.to_dict()["height"] > 20_000
