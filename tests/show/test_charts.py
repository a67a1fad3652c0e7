"""Every chart: languages, themes, widths, what is told to those who do not see it, and hostile names."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import Any

import pytest

import civicplan as cp
from civicplan import show
from civicplan.errors import InvalidInputError, InvalidTypeError, MissingExtraError, PlanFileError, UnknownIdError
from civicplan.render.languages import LANGUAGES
from civicplan.render.message import said
from civicplan.show import MissingFontError
from civicplan.show.fonts import check_letters

from .pictures import THEMES

ASSESSED = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of=2020)


def test_a_chart_is_valid_and_described_in_every_language_theme_and_width() -> None:
    told = set()
    for language in LANGUAGES:
        for theme in THEMES:
            for width in (360, 800):
                chart = show.attainment(ASSESSED, language=language, theme=theme, width=width).to_dict()
                assert said(ASSESSED.plan.title, language) in chart["description"]
                told.add(chart["description"])
    assert len(told) == len(LANGUAGES)


def test_the_language_is_that_of_the_plan_where_none_is_asked_for() -> None:
    own, asked = show.attainment(ASSESSED), show.attainment(ASSESSED, language="zh")
    assert own.to_dict() == asked.to_dict()


def test_an_svg_keeps_its_chinese_words_loads_nothing_and_is_always_the_same() -> None:
    chart = show.attainment(ASSESSED)
    svg = show.to_svg(chart)
    assert "全员劳动生产率" in svg
    assert "Noto Sans CJK SC" in svg
    assert svg.startswith(f'<svg role="img" aria-label="{escape(chart.description)}" ')
    for word in ("<script", "href=", " id=", "url("):
        assert word not in svg
    assert svg == show.to_svg(show.attainment(ASSESSED))


def test_pictures_are_written_by_their_suffix(tmp_path: Path) -> None:
    chart = show.attainment(ASSESSED)
    show.save(chart, tmp_path / "a.svg")
    show.save(chart, tmp_path / "a.PNG")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8") == show.to_svg(chart)
    assert (tmp_path / "a.PNG").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(InvalidInputError, match=r"\.svg or \.png"):
        show.save(chart, tmp_path / "a.gif")


def test_a_chart_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    chart = show.attainment(ASSESSED)
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(MissingExtraError, match=r"civicplan\[charts\]"):
        show.to_svg(chart)
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtraError, match=r"civicplan\[charts\]"):
        show.attainment(ASSESSED)


def test_a_picture_of_letters_that_no_font_has_is_refused() -> None:
    # No font has letters at the end of the area for private use: one looks like the other.
    unknown = "\U0010fffa\U0010fffb"
    check_letters("全员劳动生产率", "AB")
    check_letters("labour productivity", unknown)
    with pytest.raises(MissingFontError, match="fonts-noto-cjk"):
        check_letters("全员劳动生产率", unknown)


def test_what_cannot_be_drawn_is_refused_by_name() -> None:
    refused: list[dict[str, Any]] = [
        *({"theme": "blue"}, {"theme": 1}, {"language": "fr"}, {"width": 20}, {"width": 1.5}, {"width": True}),
    ]
    for wrong in refused:
        with pytest.raises(InvalidInputError, match=next(iter(wrong))):
            show.attainment(ASSESSED, **wrong)
    misspelt: Any = "atainment"
    with pytest.raises(UnknownIdError, match="nearest: attainment"):
        show.chart_data(misspelt, ASSESSED)


def test_a_chart_of_something_else_says_what_to_give() -> None:
    plan: Any = ASSESSED.plan
    for draw in (show.attainment, show.progress):
        with pytest.raises(InvalidInputError, match=r"an assessed plan, got.*write assess"):
            draw(plan)
    with pytest.raises(InvalidInputError, match=r"an assessed indicator, got.*write assess"):
        show.trajectory(plan)
    with pytest.raises(InvalidInputError, match=r"an assessed indicator"):
        show.chart_data("trajectory", plan)


def test_a_wrong_object_is_refused_by_the_name_of_its_argument() -> None:
    wrong: Any = "x.png"
    for draw, argument in (
        (show.attainment, "assessment"), (show.progress, "assessment"), (show.trajectory, "assessed"),
        (show.methods, "comparison"), (show.findings, "findings"), (show.timeline, "shown"),
    ):  # fmt: skip
        with pytest.raises(InvalidTypeError, match=f"^{argument}: "):
            draw(wrong)


def test_a_picture_of_what_is_no_chart_is_refused(tmp_path: Path) -> None:
    chart: Any = show.attainment(ASSESSED)
    for wrong in (ASSESSED, None, "x.png"):
        nothing: Any = wrong
        for write in (show.to_svg, show.to_png, lambda given: show.save(given, tmp_path / "x.svg")):
            with pytest.raises(InvalidTypeError, match=r"^chart: expected a chart, got"):
                write(nothing)
    with pytest.raises(InvalidTypeError, match=r"^path: expected the path of a file"):
        show.save(chart, chart)
    swapped: Any = "x.png"
    with pytest.raises(InvalidTypeError, match=r"^chart: "):
        show.save(swapped, chart)


#: What an SVG writes, in the words of the chart.
WRITTEN = re.compile("<text[^<>]*>([^<]*)</text>")
LATIN = re.compile("[A-Za-z]{2,}")


def drawn_in_chinese(plan: cp.Plan) -> Iterator[Any]:
    assessment = cp.assess(plan, as_of=plan.period)
    yield show.attainment(assessment, language="zh")
    yield show.progress(assessment, language="zh")
    yield show.timeline(plan, language="zh")
    yield show.timeline(assessment, language="zh")
    yield show.methods(cp.compare(assessment, ["un-2023", "global-fund"]), language="zh")
    yield show.findings(cp.audit(plan), language="zh")
    yield from (show.trajectory(own, language="zh") for own in assessment.indicators[:4])


def latin_in(plan: cp.Plan) -> str:
    """What stands in Latin letters in every language: names of the plan, ids of rows, codes of rules and methods."""
    found = cp.audit(plan)
    names = [said(name, "zh") for own in plan.indicators for name in (own.group, own.name) if name is not None]
    ids = [own.id for own in plan.indicators]
    codes = [code for finding in found for code in (finding.subject, finding.code)]
    return " ".join((*names, *ids, *codes, "un-2023", "global-fund"))


def test_no_chinese_chart_has_an_english_word_of_ours() -> None:
    for name in cp.datasets.names():
        plan = cp.datasets.load(name)
        own = latin_in(plan)
        for chart in drawn_in_chinese(plan):
            texts = [unescape(text) for text in WRITTEN.findall(show.to_svg(chart))]
            assert texts
            for text in (*texts, chart.description):
                assert all(word in own for word in LATIN.findall(text)), text


def test_a_picture_promises_no_table_as_it_may_stand_alone() -> None:
    for name in cp.datasets.names():
        for chart in drawn_in_chinese(cp.datasets.load(name)):
            assert "数据表" not in show.to_svg(chart)


def test_a_chart_of_an_empty_plan_says_that_it_is_empty() -> None:
    plan = cp.Plan(id="p", title="A plan", period="2016/2020")
    assessment = cp.assess(plan, as_of=2020)
    compared = cp.compare(assessment, ["un-2023"])
    for chart in (show.attainment(assessment), show.progress(assessment), show.methods(compared)):
        assert "The plan has no indicators." in chart.to_dict()["title"]["subtitle"]
    for shown in (plan, assessment):
        assert "The plan has no tasks." in show.timeline(shown).to_dict()["title"]["subtitle"]


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(PlanFileError, match=r"the folder .*nodir does not exist"):
        show.save(show.attainment(ASSESSED), tmp_path / "nodir" / "x.svg")
