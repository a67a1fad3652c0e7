"""Each part of a page knows the line of the source that it comes from, however the source is wrapped."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import zh
from civicplan.zh.document import Paragraph, TextCell
from civicplan.zh.layout.grid import document_of
from civicplan.zh.text.repair import repair

_HEAD = "<html>\n<p>对市九届人大二次会议第37号建议的答复</p>\n<p>甲某代表：您提出的《关于书屋的建议》收悉。</p>\n\n"


def paragraphs(text: str) -> list[Paragraph]:
    return list(document_of(text, "page.html").value.paragraphs)


def lines_of_facts(page: str) -> list[tuple[str, int | None]]:
    facts = zh.read_reply(_HEAD + page, year=2025).value.facts
    return [(str(fact.figure), fact.source.line if fact.source else None) for fact in facts]


def test_a_part_of_a_line_knows_its_lines() -> None:
    line = Paragraph("建书吧3家，送书2万册，办展5场", 4, ((6, 5), (12, 9)))
    assert [line.line_at(place) for place in (0, 5, 6, 11, 12)] == [4, 4, 5, 5, 9]
    assert line.part(3, 14) == Paragraph("3家，送书2万册，办展", 4, ((3, 5), (9, 9)))
    assert line.part(6, 11) == Paragraph("送书2万册", 5)
    cell = TextCell.of((line.part(0, 5), line.part(6)))
    assert cell.lines == (line.part(0, 5), line.part(6))
    assert cell.line_of_figure == 4


def test_a_wrapped_paragraph_has_the_line_of_each_part() -> None:
    (line,) = paragraphs("<html><p>\n甲书吧3家，\n 乙书吧\n4 家<b\n>二</b\n>層</p>")
    assert line == Paragraph("甲书吧3家，乙书吧 4 家二层", 2, ((6, 3), (10, 4), (13, 5), (14, 6)))


def test_facts_name_the_line_of_their_figure() -> None:
    page = "<p>去年建成\n书吧\n12家、\n驿站<b>5</b>个。\n今年培訓人員（yuán）\n30人次。</p>"
    assert lines_of_facts(page) == [("12", 7), ("5", 8), ("30", 10)]
    # What ends an element may be wrapped as well, or swallow what stands behind it.
    assert lines_of_facts("<p>去年建成书吧<b>12家</b\n>。</p\n<td>\n建成驿站5个。</p>") == [("12", 5), ("5", 8)]


def test_cells_in_a_wrapped_line_with_strokes_name_their_lines() -> None:
    page = "<html>\n<p>指标 | 2020年 | 2025年</p>\n<p>绿地（公顷）\n| 21 |\n31</p>\n<p>湿地（公顷）|\n5 | 7</p>"
    (table,) = document_of(page, "page.html").value.tables
    assert [[cell.line_of_figure for cell in row.cells] for row in table.rows[1:]] == [[3, 4, 5], [6, 7, 7]]


def test_each_target_names_its_line_where_it_is_another_than_that_of_the_row() -> None:
    cells = ("序号", "指标名称", "2020年", "2025年", "属性", "1", "森林覆盖率（%）", "40.1", "42.5", "约束性")
    other = ("2", "湿地保护率（%）", "50", "完成省下达任务", "约束性")
    text = "表5 “十四五”主要指标\n\n" + "\n".join((*cells, *other))
    (table,) = zh.read_indicator_tables(text).value
    forest, wetland = table.indicators
    for indicator, line in ((forest, 11), (wetland, 16)):
        (target,) = indicator.targets
        assert indicator.source is not None
        assert target.source == evolve(indicator.source, line=line)
        assert indicator.source.line != line
    (in_a_row,) = zh.read_indicator_tables("指标名称\t2020年\t2025年\n森林覆盖率（%）\t40.1\t42.5").value
    assert in_a_row.indicators[0].targets[0].source is None


def test_a_row_that_is_printed_twice_is_the_same_wherever_its_cells_stand() -> None:
    head = ("序号", "指标名称", "2020年", "2025年", "属性")
    row = ("森林覆盖率（%）", "40.1", "42.5", "约束性")
    text = "表5 “十四五”主要指标\n\n" + "\n".join((*head, "1", *row, "2", *row))
    reading = zh.read_indicator_tables(text)
    assert len(reading.value[0].indicators) == 2
    assert "same-name" not in {said.code for said in reading.diagnostics}


def test_a_figure_is_located_in_its_line_of_a_wrapped_paragraph() -> None:
    page = "<html>\n<p>全年建設\n书吧<b>3</b>家，\n送书\n2万册。</p>"
    task = cp.Task(
        id="books",
        title="书吧",
        deliverables=(
            cp.Deliverable(subject="建设书吧", planned="≥3", unit="家"),
            cp.Deliverable(subject="送书", planned="≥2E+4", unit="册"),
        ),
    )
    located = zh.locate(cp.Plan(id="p", title="p", period="2025", tasks=(task,)), page)
    assert [(one.status.value, one.places[0].line) for one in located] == [("printed", 3), ("printed", 5)]
    assert located[1].places[0].column == 1


@given(st.text(alphabet="區(qū)文廣，,－一。３5年 \u3000?", max_size=60))
def test_places_of_a_repaired_line_lead_there_and_back(line: str) -> None:
    repaired = repair(f"设施\n{line}").value
    source, text = (whole.split("\n")[1] for whole in (repaired.source, repaired.text))
    places = list(repaired.places_in(2, range(len(source) + 1)))
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
    for place in range(len(text)):
        assert places[repaired.source_column(2, place + 1) - 1] <= place
    assert repaired.changes or places == list(range(len(source) + 1))
