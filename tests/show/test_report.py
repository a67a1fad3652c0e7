"""The report of an assessment: everything is in it, nothing of a plan is markup, and it asks nobody for anything."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan.assessment import PlanAssessment
from civicplan.render.languages import LANGUAGES, Language
from civicplan.render.message import said
from civicplan.render.page import Writer
from civicplan.show.reporting.drawing import drawing
from civicplan.show.reporting.shortfalls import MOST_SHOWN
from civicplan.show.reporting.sources import places_in
from civicplan.show.theme import to_palette
from civicplan.testing import plans
from civicplan.trajectory import project

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
    *("svg", "line", "polyline", "polygon", "rect", "circle", "text"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}


class Page(HTMLParser):
    """The elements of a page with their attributes, and its words, with a common blank before a percent sign."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.styles: list[str] = []
        self.feed(html.replace("\N{NO-BREAK SPACE}%", " %"))

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


def test_a_period_of_several_years_stands_for_its_end() -> None:
    plan = cp.datasets.load("zhuzhou-13fyp")
    assessed = cp.assess(plan, as_of=plan.period)
    for language, words in (("en", "Assessment as of 2020"), ("zh", "评估报告（截至2020年）")):
        text = Page(cp.show.report(assessed, language=language)).text
        assert words in text
        assert not re.search("as of 2016|截至2016|the end of 2016|2016—2020年末", text)
    chart = cp.show.attainment(assessed, language="zh").to_dict()
    assert "截至2020年" in str(chart["title"]) + chart["description"]
    assert "截至2016" not in str(chart["title"]) + chart["description"]


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


def test_every_finding_stands_in_it_with_its_places() -> None:
    assessed = zhuzhou()
    findings = cp.audit(assessed.plan)
    text = Page(cp.show.report(assessed, findings=findings, language="en")).text
    assert cp.show.report(assessed) == cp.show.report(assessed, findings=findings)
    for finding in findings:
        for words in (finding.message, finding.claimed, finding.computed, finding.note, finding.code, *finding.sources):
            assert said(words, "en") in text
        assert finding.code not in Page(cp.show.report(assessed, findings=findings, language="zh")).text
    assert "31 rules compared what the plan says of itself with its own figures: 2 contradictions, 7 doubts." in text


def test_a_source_with_an_address_is_a_link_to_it() -> None:
    source = cp.Source(document="yearbook", line=3, url="https://example.org/?a=1&b='<\">'")
    grain = cp.Indicator(id="grain", name="grain", targets=("≥5",), observations={"2020": "4"}, source=source)
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(grain,))
    page = Page(cp.show.report(cp.assess(plan, as_of="2020")))
    outer = [link for link in page.values("href") if not link.startswith("#")]
    assert outer == [source.url, source.url]
    assert "yearbook, line 3" in page.text


def test_what_was_missed_or_is_behind_is_drawn_with_words_for_those_who_do_not_see_it() -> None:
    assessed = zhuzhou()
    page = Page(cp.show.report(assessed, language="en"))
    told = [attributes["aria-label"] for tag, attributes in page.elements if tag == "svg"]
    missed = [one for one in assessed if one.verdict is cp.Verdict.NOT_MET]
    assert len(told) == len(missed)
    for one, words in zip(missed, told, strict=True):
        assert one.outcomes[0].target_text in words


@settings(deadline=None)
@given(ASSESSED)
def test_drawings_stay_within_their_frames(assessed: PlanAssessment) -> None:
    for tag, attributes in Page(cp.show.report(assessed)).elements:
        for name in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy") if tag in ("line", "rect", "circle", "text") else ():
            if name in attributes:
                assert -1 <= float(attributes[name]) <= 461


def test_a_projection_is_drawn_from_the_last_figure_that_it_uses_as_far_as_the_edge() -> None:
    figures = {"2016": "14", "2017": "21", "2018": "≈22"}
    row = cp.Indicator(id="a", name="a", baseline=("2015", "1"), targets=("≥30",), observations=figures)
    own = cp.assess_indicator(row, period="2016/2020", as_of="2018")
    page = Page(drawing(own, Writer("en")))
    (wedge, *arrows) = [attributes for tag, attributes in page.elements if tag == "polygon"]
    points = [tuple(map(float, point.split(","))) for point in wedge["points"].split()]
    actuals = [attributes for tag, attributes in page.elements if tag == "circle"]
    assert points[0] == points[-1] == (float(actuals[2]["cx"]), float(actuals[2]["cy"]))
    assert all(0 <= y <= 200 for _, y in points)
    assert arrows
    far = f"{cp.or_none(project(row, to=2020, as_of=2018).by_growth):.2f}"
    assert far in page.words


def luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", get_args(cp.show.Theme))
def test_all_words_stand_out_from_what_they_stand_on(theme: str) -> None:
    palette = to_palette(theme)
    for words in (palette.ink, palette.muted, palette.plan):
        assert contrast(words, palette.paper) >= 4.5
    assert contrast(palette.ink, palette.band) >= 4.5
    for sign in (palette.good, palette.poor, palette.open):
        assert contrast(palette.paper, sign) >= 4.5
        assert f"{sign};" in cp.show.report(shangyu())


def test_methods_stand_side_by_side_where_they_are_asked_for() -> None:
    assessed = zhuzhou()
    comparison = cp.compare(assessed, ["un-2023", "global-fund"])
    text = Page(cp.show.report(assessed, comparison=comparison, language="en")).text
    for rated in comparison.ratings:
        assert rated.method.name in text
        assert said(rated.method.source.rstrip("."), "en") in text
    assert "Published methods" not in Page(cp.show.report(assessed, language="en")).text
    assert not any(f">{one.indicator.id}<" in cp.show.report(assessed, comparison=comparison) for one in assessed)


def test_a_comparison_of_another_day_or_plan_is_refused() -> None:
    assessed = zhuzhou()
    for other in (cp.assess(assessed.plan, as_of="2018"), cp.assess(cp.datasets.load("zhuzhou-14fyp"), as_of="2020")):
        with pytest.raises(cp.InvalidInputError, match="zhuzhou-13fyp as of 2020"):
            cp.show.report(assessed, comparison=cp.compare(other, ["un-2023"]))


def test_what_has_no_verdict_and_no_standing_is_listed_with_the_reason() -> None:
    text = Page(cp.show.report(zhuzhou(), language="en")).text
    gaps = text[text.rindex("What could not be assessed") :]
    assert "value added of large industry" in gaps
    assert "no actual is published for the period, nor can one be derived" in gaps


@settings(deadline=None)
@given(ASSESSED)
def test_every_document_of_a_plan_is_among_the_sources(assessed: PlanAssessment) -> None:
    text = Page(cp.show.report(assessed, language="en")).text
    listed = text[text.rindex("Sources") :]
    for source in places_in(assessed.plan):
        assert str(cp.Source(document=source.document)) in listed


def test_the_language_is_that_of_the_plan_unless_another_is_asked_for() -> None:
    assert Page(cp.show.report(zhuzhou())).values("lang") == ["zh-Hans"]
    assert Page(cp.show.report(zhuzhou(), language="en")).values("lang") == ["en"]


def test_an_assessment_is_written_as_a_page_and_as_nothing_else(tmp_path: Path) -> None:
    cp.write(zhuzhou(), tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == cp.show.report(zhuzhou())
    with pytest.raises(cp.InvalidInputError, match=r"report\.html"):
        cp.write(zhuzhou(), tmp_path / "report.json")
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_findings_on_another_plan_are_refused() -> None:
    findings = cp.audit(cp.datasets.load("shangyu-2024-q2"))
    assert findings
    with pytest.raises(cp.InvalidInputError, match="findings: expected findings on zhuzhou-13fyp"):
        cp.show.report(zhuzhou(), findings=findings)


def test_of_an_empty_plan_nothing_is_said_that_it_has_not() -> None:
    empty = cp.assess(cp.Plan(id="p", title="A plan", period="2016/2020"), as_of="2020")
    text = Page(cp.show.report(empty, language="en")).text
    assert "The plan has neither indicators nor tasks." in text
    assert not re.search("every verdict|every target|documents named above|dash", text, re.IGNORECASE)


def test_a_total_stands_in_brackets_in_its_drawing() -> None:
    page = cp.show.report(zhuzhou(), language="en")
    assert ">[10876]</text>" in page
    assert ">10876</text>" not in page


def rows_of(*targets: cp.Threshold, **figures: str) -> PlanAssessment:
    """A plan of one indicator without a baseline, as of 2021."""
    published = {year.removeprefix("y"): figure for year, figure in figures.items()}
    row = cp.Indicator(id="x", name="x", targets=targets, observations=published)
    return cp.assess(cp.Plan(id="p", title="A plan", period="2021/2025", indicators=(row,)), as_of="2021")


def test_what_could_not_be_assessed_is_not_said_to_be_neither_missed_nor_behind() -> None:
    due = cp.Threshold(bound="≥5", period="2021")
    for figures, is_known in (({"y2021": "6"}, True), ({}, False)):
        text = Page(cp.show.report(rows_of(due, **figures), language="en")).text
        assert ("Nothing was missed" in text, "Of what could be assessed nothing was missed" in text) == (
            is_known,
            not is_known,
        )


def test_the_target_due_next_is_listed_where_its_standing_is_not_known() -> None:
    targets = [cp.Threshold(bound=bound, period=year) for bound, year in (("≥5", "2021"), ("≥9", "2021/2022"))]
    text = Page(cp.show.report(rows_of(*targets, y2021="6"), language="en")).text
    assert "has a verdict, or a standing where it is not due" not in text
    missing = text[text.rindex("What could not be assessed") :]
    assert "≥9" in missing
    assert "the standing" in missing
    assert "no baseline is given in this measure" in missing


def test_what_met_one_target_and_is_behind_the_next_is_counted() -> None:
    targets = [cp.Threshold(bound=bound, period=year) for bound, year in (("≥110", "2021"), ("≥200", "2022"))]
    row = cp.Indicator(id="x", name="x", baseline=("2020", "100"), targets=targets, observations={"2021": "112"})
    plan = cp.Plan(id="p", title="A plan", period="2021/2022", indicators=(row,))
    for indicators, wanted in (((row,), True), ((evolve(row, targets=targets[:1]),), False)):
        text = Page(cp.show.report(cp.assess(evolve(plan, indicators=indicators), as_of="2021"), language="en")).text
        assert "1 is met." in text
        assert ("1 of them is behind the target that comes next." in text) is wanted


def of_one_task() -> PlanAssessment:
    report = cp.ProgressReport(
        period="2017", percent="60", delivered=(cp.Delivered(subject="roads", unit="km", figure="1"),)
    )
    roads = cp.Deliverable(subject="roads", unit="km", planned="≥10", accumulates=True)
    first = cp.Milestone(title="first stone", due="2016")
    task = cp.Task(id="t", title="Roads", deliverables=(roads,), milestones=(first,), reports=(report,))
    return cp.assess(cp.Plan(id="p", title="A plan", period="2016/2020", tasks=(task,)), as_of="2017")


def test_an_overdue_task_and_an_amount_behind_are_counted_whatever_the_percent_says() -> None:
    page = Page(cp.show.report(of_one_task(), language="en"))
    assert "1 of them is overdue" in page.text
    assert "1 of them has an amount that is behind its schedule." in page.text
    assert "1▼of them overdue" in page.text
    assert "roads 10.0 % (behind)" in page.text
    assert "▼not due, milestone overdue" in page.text


def test_the_share_of_a_cap_is_called_one() -> None:
    page = Page(cp.show.report(zhuzhou(), language="en"))
    assert "50.1 % of the cap" in page.text
    assert "50.1 % of the cap is used up, 100.0 % of the time is gone" in page.values("title")


def test_every_dash_of_a_measure_is_listed_with_its_reason() -> None:
    assessed = zhuzhou()
    comparison = cp.compare(assessed, ["un-2023", "global-fund"])
    text = Page(cp.show.report(assessed, comparison=comparison, language="en")).text
    gaps = text[text.rindex("Why other numbers are shown as a dash") :]
    for one in assessed:
        for value in (one.attainment, one.progress):
            if isinstance(value, cp.NotAssessable):
                assert value.reason.sentence in gaps
                assert said(one.indicator.name, "en") in gaps
    unrated = text[text.index("Why methods say nothing of a row") : text.rindex("What could not be assessed")]
    for rated in comparison.ratings:
        for row in rated:
            if not row.rating.is_rated and row.rating.reason is not None:
                assert row.rating.reason.sentence in unrated
                assert said(row.indicator.name, "en") in unrated


def test_the_dash_of_an_amount_is_listed_with_its_reason() -> None:
    task = cp.Task(id="t", title="Roads", deliverables=(cp.Deliverable(subject="roads", unit="km", planned="≥10"),))
    assessed = cp.assess(cp.Plan(id="p", title="A plan", period="2016/2020", tasks=(task,)), as_of="2017")
    text = Page(cp.show.report(assessed, language="en")).text
    share = assessed.tasks[0].deliverables[0].attainment
    assert isinstance(share, cp.NotAssessable)
    assert f"amounts{share.reason.sentence}Roads" in text


def test_what_is_not_due_bears_the_sign_of_its_standing() -> None:
    rows = [
        cp.Indicator(
            id=f"i{level}",
            name="jobs",
            targets=("≥10",),
            baseline=cp.Observation(period="2015", figure="1.0"),
            observations={"2018": f"{level}.0"},
        )
        for level in (2, 9)
    ]
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=rows)
    text = Page(cp.show.report(cp.assess(plan, as_of="2018"), language="en")).text
    assert "○not due" not in text
    assert "▼not due (behind)" in text
    assert "▲not due (ahead)" in text


def test_what_is_no_assessment_has_no_report() -> None:
    plan: Any = cp.datasets.load("zhuzhou-13fyp")
    with pytest.raises(TypeError, match="an assessed plan"):
        cp.show.report(plan)
    wrongs: list[Any] = [[], "none", plan]
    for wrong in wrongs:
        with pytest.raises(TypeError, match="what an audit found"):
            cp.show.report(zhuzhou(), findings=wrong)
        with pytest.raises(TypeError, match="a Comparison"):
            cp.show.report(zhuzhou(), comparison=wrong)


def test_a_hostile_plan_of_a_thousand_indicators_adds_nothing_but_words() -> None:
    hostile = ("<script>alert(1)</script>", "\"'&<b>", "\u202egnp", "x" * 10_000, "无" * 1_000)
    indicators = [
        cp.Indicator(
            id=f"i{number}", name=hostile[number % 4], unit=hostile[1], category=hostile[number // 250],
            targets=("≥5", cp.Qualitative(text=hostile[number % 3], period="2020")), observations={"2020": number % 9},
            notes=hostile[0], source=cp.Source(document=hostile[number % 3])
        )
        for number in range(1_000)
    ]  # fmt: skip
    plan = cp.Plan(id="p", title=hostile[0], period="2016/2020", indicators=indicators)
    page = cp.show.report(cp.assess(plan, as_of="2020"))
    assert {tag for tag, _ in Page(page).elements} <= TAGS
    assert "\u202e" not in page
    missed = sum(number % 9 < 5 for number in range(1_000))
    assert f"{missed - MOST_SHOWN} more were missed or are behind" in page


def test_a_page_of_a_thousand_indicators_is_no_larger_than_a_mail_can_carry() -> None:
    plan = cp.datasets.load("zhuzhou-13fyp")
    many = [evolve(row, id=f"{row.id}-{number}") for number in range(27) for row in plan.indicators][:1_000]
    assert len(cp.show.report(zhuzhou(), language="zh").encode()) < 200_000
    assert (
        len(cp.show.report(cp.assess(evolve(plan, indicators=many, boxes=(), claims=()), as_of="2020")).encode())
        < 1_500_000
    )
