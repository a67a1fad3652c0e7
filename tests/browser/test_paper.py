"""A report on paper says all that it says on the screen, and each of its pages can be read on its own."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import frozen

from civicplan.assessment.tables import actuals_text, targets_text
from civicplan.render import phrases
from civicplan.render.languages import LANGUAGES, Language
from civicplan.render.message import said, to_message
from civicplan.render.words import full_name
from civicplan.show import MissingFontError
from civicplan.show.fonts import check_letters
from tests.browser.looking import PAPER, opened
from tests.browser.reports import assessed, report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAME = "zhuzhou-13fyp"
#: Letters that a font draws alike: a PDF may name either, and Unicode itself makes no other of these out of the first.
_ALIKE = str.maketrans(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰戶", "母民虎西见角贝车长门青页风飞食马鬼鱼鸟麦黄齐齿龙户"
)


def compact(text: str) -> str:
    """The text without what differs between a page and paper: where lines end, and which form a letter has."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_ALIKE).split())


def lines_of(page: Page) -> set[str]:
    """Every line that a reader of the page sees."""
    return set(filter(None, map(compact, page.locator("body").inner_text().splitlines())))


@frozen
class Printed:
    """A report on paper: what the page says in lines, and what each sheet says, both compact."""

    language: Language
    lines: set[str]
    sheets: list[str]


@pytest.fixture(scope="module", params=LANGUAGES)
def printed(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    language: Language = request.param
    path = tmp_path_factory.mktemp("paper") / "report.html"
    path.write_text(report(NAME, language), encoding="utf-8")
    try:
        check_letters(path.read_text(encoding="utf-8"))
    except MissingFontError as error:
        pytest.skip(str(error))
    with opened(browser, path) as shown:
        shown.look(PAPER)
        return Printed(language, lines_of(shown.page), sheets_of(shown.page.pdf(prefer_css_page_size=True)))


def sheets_of(document: bytes, last: int = 0) -> list[str]:
    """What each page of a PDF says, or each of so many at its end, compact."""
    from pypdf import PdfReader

    return [compact(sheet.extract_text()) for sheet in PdfReader(BytesIO(document)).pages[-last:]]


def test_a_hostile_plan_is_printed_to_its_end(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(report("hostile", "en"), encoding="utf-8")
    with opened(browser, path) as shown:
        shown.look(PAPER)
        footer = compact(shown.page.locator("footer").inner_text())
        document = shown.page.pdf(prefer_css_page_size=True)
    assert sheets_of(document, last=1)[0].endswith(footer)


def test_every_target_and_every_actual_is_on_paper(printed: Printed) -> None:
    paper = "".join(printed.sheets)
    for one in assessed(NAME).indicators:
        for text in (targets_text(one), actuals_text(one)):
            assert compact(said(text, printed.language)) in paper


def test_every_line_of_the_page_is_on_paper(printed: Printed) -> None:
    paper = "".join(printed.sheets)
    assert len(printed.lines) > 200
    assert {line for line in printed.lines if line not in paper} == set()


def test_the_headings_of_the_table_stand_on_each_of_its_sheets(printed: Printed) -> None:
    headings = compact("".join(said(to_message(heading), printed.language) for heading in phrases.PAGE_HEADINGS))
    first = sheet = next(place for place, text in enumerate(printed.sheets) if headings in text)
    for one in assessed(NAME).indicators:
        row = one.indicator
        name = compact(said(full_name(row.group, row.name), printed.language))
        sheet = next(place for place in range(sheet, len(printed.sheets)) if name in printed.sheets[place])
    assert sheet > first
    assert all(headings in text for text in printed.sheets[first : sheet + 1])
