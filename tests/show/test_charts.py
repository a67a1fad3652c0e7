"""Every chart: languages, themes, widths, what is told to those who do not see it, and hostile names."""

from __future__ import annotations

import sys
from html import escape
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


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(PlanFileError, match=r"the folder .*nodir does not exist"):
        show.save(show.attainment(ASSESSED), tmp_path / "nodir" / "x.svg")
