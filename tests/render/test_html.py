"""Blocks of HTML touch nothing around them, load nothing, and take no word of a plan for markup."""

from __future__ import annotations

import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.render.cells import Badge, Bar, Number, progress_cell
from civicplan.render.html import MOST_ROWS, block, escaped, facts_html
from civicplan.render.message import Message
from civicplan.render.tables import Heading, Table
from civicplan.values import NotAssessable, Text

STYLE = re.compile(r"<style>(.*)</style>", re.DOTALL)
HEADINGS = ("no.", "name")


class Page(HTMLParser):
    """The elements of a page with their attributes, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(STYLE.sub("", html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_every_rule_of_the_style_is_about_the_block_alone() -> None:
    found = STYLE.search(block([Table(HEADINGS, [("1", "jobs")])]))
    assert found is not None
    rules = re.sub(r"@media [^{]*\{", "", found[1])
    selectors = [selector.strip() for group in re.findall(r"([^{}]+)\{", rules) for selector in group.split(",")]
    assert len(selectors) > 10
    assert [selector for selector in selectors if not selector.startswith(".civicplan")] == []


def test_nothing_is_loaded_and_nothing_runs() -> None:
    html = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020").to_html()
    assert {tag for tag, _ in Page(html).elements}.isdisjoint({"script", "link", "img", "iframe", "a"})
    assert "url(" not in html
    assert "@import" not in html


@given(st.text(min_size=1).filter(lambda words: not words.isspace()))
def test_words_of_a_plan_are_never_markup(words: str) -> None:
    plain = block([Table(HEADINGS, [("1", "jobs"), Heading(Text("jobs"))], ("jobs",), {}, "jobs")])
    hostile = block([Table(HEADINGS, [("1", words), Heading(Text(words))], (words,), {}, words)])
    assert [tag for tag, _ in Page(hostile).elements] == [tag for tag, _ in Page(plain).elements]
    titled = facts_html(words, {"progress": Bar(0.5, None, words, Message(words))})
    assert [tag for tag, _ in Page(titled).elements if tag not in ("p", "caption")] == [
        "div", "table", "tbody", "tr", "td", "td", "span", "i", "span",
    ]  # fmt: skip


def test_a_notebook_shows_sixty_rows_and_says_how_many_more_there_are() -> None:
    def rows(count: int) -> str:
        indicators = tuple(cp.Indicator(id=f"i{number}", name="jobs") for number in range(count))
        return cp.Plan(id="p", title="A plan", period="2020", indicators=indicators)._repr_html_()

    for count, sentence in ((60, ""), (61, "1 more row is not shown here."), (100, "40 more rows are not shown here.")):
        page = Page(rows(count))
        assert page.words.count("jobs") == min(count, MOST_ROWS)
        assert [words for words in page.words if "more row" in words] == ([sentence] if sentence else [])


def test_numbers_stand_right_and_words_left() -> None:
    page = Page(block([Table(("name", "value"), [("jobs", Number("25.3"))])]))
    assert [attributes.get("class") for tag, attributes in page.elements if tag in ("th", "td")] == [
        None, "number", None, "number",
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["met", "not_met", "not_due", "not_assessable", *cp.Standing])
def test_a_badge_says_with_a_sign_and_words_what_its_colour_says(code: str) -> None:
    page = Page(block([Table(("verdict",), [(Badge(code, Message("these words")),)])]))
    assert Badge(code, Message("")).sign in page.words
    assert "these words" in page.words


def test_opposite_verdicts_have_different_signs() -> None:
    assert Badge("met", Message("")).sign != Badge("not_met", Message("")).sign
    assert Badge("ahead", Message("")).sign != Badge("behind", Message("")).sign


def test_a_caveat_is_a_numbered_note_below_the_table() -> None:
    rows = [(Badge("met", Message("met"), ("digits",)),), (Badge("met", Message("met"), ("prices", "digits")),)]
    page = Page(block([Table(("verdict",), rows, (), {"digits": "First.", "prices": "Second.", "parts": "Third."})]))
    assert "".join(page.words).split("met")[-1].split() == [
        "2,",
        "1",
        "1",
        "digits:",
        "First.",
        "2",
        "prices:",
        "Second.",
    ]


@given(st.decimals(-10, 10, places=3), st.decimals(0, 1, places=3))
def test_the_picture_of_a_bar_ends_where_the_bar_ends_and_its_number_does_not(done: Decimal, elapsed: Decimal) -> None:
    bar = progress_cell(done, elapsed)
    page = Page(block([Table(("progress",), [(bar,)])]))
    widths = [style for tag, attributes in page.elements if tag in ("i", "b") and (style := attributes["style"])]
    assert all(0 <= float(style.split(":")[1].rstrip("%")) <= 100 for style in widths)
    assert escaped(bar.text) in page.words


@given(st.text(alphabet="5 %a"))
def test_no_line_begins_with_a_percent_sign(words: str) -> None:
    assert " %" not in escaped(words)
    assert escaped(words).replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_block_has_a_name_and_is_a_stop_of_the_tab_key() -> None:
    for table, name in (
        (Table(HEADINGS, [], caption="jobs & homes"), "jobs & homes"),
        (Table(HEADINGS, []), "no., name"),
    ):
        tag, attributes = Page(block([table])).elements[0]
        assert (tag, attributes["role"], attributes["tabindex"], attributes["aria-label"]) == (
            *("div", "group", "0"), name,
        )  # fmt: skip


def test_what_is_undefined_has_no_bar() -> None:
    nothing = NotAssessable(cp.Reason.NO_TARGET)
    assert progress_cell(nothing, nothing) == Number("—")
    page = Page(block([Table(("progress",), [(progress_cell(cp.Figure("0.5").value, nothing),)])]))
    assert [tag for tag, _ in page.elements if tag in ("i", "b")] == ["i"]
