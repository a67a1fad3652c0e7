"""The report of an assessment: everything is in it, nothing of a plan is markup, and it asks nobody for anything."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan.assessment import PlanAssessment
from civicplan.render.languages import LANGUAGES, Language
from civicplan.render.message import said
from civicplan.testing import plans

#: The whole vocabulary of the page; whatever a plan says adds nothing to it.
TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "header",
        "h1",
        "h2",
        "h3",
        "p",
        "nav",
        "ul",
        "li",
        "main",
    ),
    *("section", "footer", "dl", "div", "dt", "dd", "span", "i", "b", "sup"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}


class Page(HTMLParser):
    """The elements of a page with their attributes, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.styles: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        is_style = self.elements and self.elements[-1][0] == "style"
        (self.styles if is_style else self.words).append(data)

    def values(self, name: str) -> list[str]:
        """Every value of an attribute, in the order of the page."""
        return [attributes[name] for _, attributes in self.elements if name in attributes]

    @property
    def text(self) -> str:
        return "".join(self.words)


def zhuzhou() -> PlanAssessment:
    return cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")


def shangyu() -> PlanAssessment:
    return cp.assess(cp.datasets.load("shangyu-2024-q2"), as_of="2024-Q2")


ASSESSED = plans().flatmap(lambda plan: st.just(cp.assess(plan, as_of=plan.period)))


@settings(deadline=None)
@given(ASSESSED, st.sampled_from(LANGUAGES))
def test_every_indicator_and_task_stands_in_it_with_its_verdict(assessed: PlanAssessment, language: Language) -> None:
    text = Page(cp.show.report(assessed, language=language)).text
    shown = [
        *((one.indicator.name, one.headline) for one in assessed.indicators),
        *((one.task.title, one.headline) for one in assessed.tasks),
    ]
    for name, headline in shown:
        assert said(name, language) in text
        assert said(headline, language) in text


@settings(deadline=None)
@given(ASSESSED, st.sampled_from(LANGUAGES))
def test_no_word_of_a_plan_is_markup(assessed: PlanAssessment, language: Language) -> None:
    page = Page(cp.show.report(assessed, language=language))
    assert {tag for tag, _ in page.elements} <= TAGS
    assert not [name for _, attributes in page.elements for name in attributes if name.startswith("on")]


@settings(deadline=None)
@given(ASSESSED)
def test_ids_are_unique_links_lead_somewhere_and_headings_are_in_order(assessed: PlanAssessment) -> None:
    page = Page(cp.show.report(assessed))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    inner = [link.removeprefix("#") for link in page.values("href") if link.startswith("#")]
    assert set(inner) <= set(ids)
    assert set(page.values("aria-labelledby")) <= set(ids)
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_loaded_and_nothing_runs(language: Language) -> None:
    for assessed in (zhuzhou(), shangyu()):
        page = Page(cp.show.report(assessed, language=language))
        assert page.values("src") == []
        assert not re.search(r"url\(|@import|expression", "".join([*page.styles, *page.values("style")]))
        assert all(link.startswith(("#", "https://", "http://")) for link in page.values("href"))
        assert {
            tag for tag, _ in page.elements if tag in ("script", "link", "img", "iframe", "object", "form")
        } == set()


def test_it_says_what_was_assessed_as_of_when_and_by_which_rules() -> None:
    plan = cp.datasets.load("zhuzhou-13fyp")
    assessed = cp.assess(plan, as_of="2018", tolerance="0.05", vintage="2021-03", path="linear")
    text = Page(cp.show.report(assessed, language="en")).text
    for words in (
        plan.title.in_language("en"),
        "2016/2020",
        "the end of 2018, 2018-12-31",
        "5.0 %",
        "2021-03",
        "the same step",
    ):
        assert words in text
    assert f"civicplan {cp.__version__}" in text


def test_every_column_and_every_row_of_a_table_has_its_heading() -> None:
    page = Page(cp.show.report(zhuzhou()))
    headings = [attributes.get("scope") for tag, attributes in page.elements if tag == "th"]
    assert set(headings) == {"col", "row", "rowgroup"}
    tables = [place for place, (tag, _) in enumerate(page.elements) if tag == "table"]
    for place in tables:
        region, after = page.elements[place - 1], page.elements[place + 1]
        assert region[1]["role"] == "region"
        assert region[1]["tabindex"] == "0"
        assert region[1]["aria-label"]
        assert after[0] == "caption"


def test_the_language_is_that_of_the_plan_unless_another_is_asked_for() -> None:
    assert Page(cp.show.report(zhuzhou())).values("lang") == ["zh-Hans"]
    assert Page(cp.show.report(zhuzhou(), language="en")).values("lang") == ["en"]


def test_an_assessment_is_written_as_a_page_and_as_nothing_else(tmp_path: Path) -> None:
    cp.write(zhuzhou(), tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == cp.show.report(zhuzhou())
    with pytest.raises(cp.InvalidInputError, match=r"report\.html"):
        cp.write(zhuzhou(), tmp_path / "report.json")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_what_is_no_assessment_has_no_report() -> None:
    plan: Any = cp.datasets.load("zhuzhou-13fyp")
    with pytest.raises(TypeError, match="an assessed plan"):
        cp.show.report(plan)
