"""Pages as paragraphs and tables: merged cells, tables within tables, what is hidden or advertised, and lines."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.reading import ReadingError
from civicplan.zh.document import Document, Paragraph, TextTable
from civicplan.zh.layout.grid import document_of
from civicplan.zh.layout.html_lines import is_html


def read(text: str) -> Document:
    return document_of(text, "page.html").value


def rows(text: str) -> list[tuple[str, ...]]:
    """The rows of the only table."""
    (table,) = read(text).tables
    return [row.texts for row in table.rows]


def lines(text: str) -> list[tuple[str, int]]:
    return [(line.text, line.line) for line in read(text).paragraphs]


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in document_of(text, "page.html").diagnostics]


PAGE = """<!DOCTYPE html>
<html><head><title>页</title><style>p {}</style></head><body>
<h1>本市规划</h1>
<p>专栏1
主要指标</p>
<table>
<tr><th rowspan="2">序号</th><th rowspan="2" colspan="2">指标</th><th colspan="2">规划目标</th></tr>
<tr><th>2025年</th>
<th>年均增速</th></tr>
<tr><td>1</td><td rowspan="2">绿化</td><td>林地（公顷）</td><td>
  ≥31
</td><td>—</td></tr>
<tr><td></td><td>湿地<br>（公顷）</td><td>7</td><td>1.5%</td></tr>
<tr><td colspan="5"><a href="/">更多规划</a></td></tr>
</table>
<div>注：<b>略</b>&nbsp;。<script>x = 1</script></div>
</body></html>"""


def test_an_end_of_a_paragraph_parts_digits_as_browsers_show_it() -> None:
    (row,) = [row for row in rows("<table><tr><td>指标<td>值<tr><td>水质<td>88</p>5</table>") if row[0] == "水质"]
    assert row[1].split() == ["88", "5"]


def test_lines_that_a_title_without_an_end_swallows_stay_lines() -> None:
    text = "<h1>答复</h1>\n<html><title>答</t>\n<p>专线9条</p>\n<p>补助4人</p>"
    assert [line for _, line in lines(text)] == [1, 2, 3, 4]


def test_merged_cells_stand_in_their_first_place_and_each_text_has_its_line() -> None:
    assert rows(PAGE) == [
        ("序号", "指标", "", "规划目标", ""),
        ("", "", "", "2025年", "年均增速"),
        ("1", "绿化", "林地（公顷）", "≥31", "—"),
        ("", "", "湿地\n（公顷）", "7", "1.5%"),
    ]
    table = next(read(PAGE).tables)
    assert [row.line for row in table.rows] == [7, 8, 10, 13]
    assert table.rows[2].cells[3].line == 11
    assert table.rows[1].cells[4].line == 9
    assert table.rows[3].cells[2].lines == (Paragraph("湿地", 13), Paragraph("（公顷）", 13))
    assert lines(PAGE) == [("本市规划", 3), ("专栏1 主要指标", 4), ("注：略 。", 16)]
    assert codes(PAGE) == ["advertisement"]


def test_html_is_told_from_text_with_tags() -> None:
    for text in (
        "<html>",
        "\n <div>绿化</div>",
        "见下\n<table><tr>",
        "<p>序号</p><p>指标</p>",
        "<?xml version='1.0'?>",
    ):
        assert is_html(text), text
    for text in ("", "<5.5", "<p>一级</p>\t<p>甲</p>", "绿化<br>湿地", "a < b > c"):
        assert not is_html(text), text


def test_a_table_that_lays_out_the_page_is_none() -> None:
    inner = "<table><tr><td>任务</td><td>责任单位</td></tr><tr><td>书展</td><td>甲科</td></tr></table>"
    text = f"<body><table><tr><td>栏目</td><td><p>标题</p>{inner}<p>落款</p></td></tr></table>"
    assert rows(text) == [("任务", "责任单位"), ("书展", "甲科")]
    assert [line for line, _ in lines(text)] == ["栏目", "标题", "落款"]
    # Within a table with headings, another one is part of its cell.
    outer = f"<table><tr><td>任务</td><td>责任单位</td></tr><tr><td>场馆</td><td>乙科{inner}</td></tr></table>"
    assert rows(outer)[1] == ("场馆", "乙科\n任务 责任单位\n书展 甲科")


def test_what_a_page_hides_is_left_out_and_said() -> None:
    text = (
        "<table><tr><td>任务</td><td>责任单位</td></tr><tr><td>书展<font class='jammer'>k;o9x</font></td>"
        "<td>甲科<span style='display: none'>9w</span></td></tr></table>"
    )
    assert rows(text) == [("任务", "责任单位"), ("书展", "甲科")]
    assert codes(text) == ["hidden-text"]
    assert "in 2 places" in document_of(text, "page.html").diagnostics[0].message
    ways = ("hidden", "style='visibility: hidden'", "style='font-size:0px;color:#eef'", "style='font-size: 0'")
    for way in ways:
        text = f"<p>书展<font {way}>1</font>5场<span style='font-size:0.9em'>，乙科</span></p>"
        assert (lines(text), codes(text)) == ([("书展5场，乙科", 1)], ["hidden-text"]), way
    blank = "<table><tr><td>指标<td>2020年<td>2025年<tr><td>林地<td style='visibility:hidden'>1<td>2</table>"
    assert [len(row) for row in rows(blank)] == [3, 3]


def test_headings_repeated_in_a_second_table_are_read_once() -> None:
    head = "<tr><th>序号</th><th>指标</th><th>2025年</th></tr>"
    text = f"<table>{head}<tr><td>1</td><td>林地</td><td>31</td></tr></table>\n<p>— 3 —</p>\n"
    text += f"<table>{head}<tr><td>2</td><td>湿地</td><td>7</td></tr></table>"
    assert rows(text) == [("序号", "指标", "2025年"), ("1", "林地", "31"), ("2", "湿地", "7")]
    assert codes(text) == ["headings-repeated", "page-break"]
    # Tables with as many columns and no headings stay apart on a page.
    apart = "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>"
    assert len(list(read(apart * 2).tables)) == 2


def test_a_table_without_headings_goes_on_with_the_one_before_it() -> None:
    head = "<table><tr><td>指标</td><td>2020年</td><td>2025年</td></tr>"
    first = f"{head}<tr><td>林地</td><td>29</td><td>31</td></tr></table>"
    row = "<tr><td>湿地</td><td>6</td><td>7</td></tr>"
    another = "<tr><td>园地</td><td>2</td><td>3</td></tr>"
    for between in ("", "\n", "<p>续表</p>", "<p>— 3 —</p>"):
        for below in (row, row + another):
            text = f"{first}{between}<table>{below}</table><p>注：略</p>"
            assert rows(text)[1:3] == [("林地", "29", "31"), ("湿地", "6", "7")], text
            assert [line for line, _ in lines(text)] == ["注：略"]
            assert codes(text) == ["table-continued", "page-break"][: 1 + ("<p>" in between)]
    # Each row may be a table of its own; other words between the tables part them, and so does another width.
    assert len(rows("".join(f"{part}</table>" for part in (head, f"<table>{row}", f"<table>{another}")))) == 3
    assert rows(f"{first}<p>土地</p><table>{row}</table>") == rows(f"{first}<p>土地</p>")
    assert len(list(read(f"{first}<table>{row}{another}<tr><td>1<td>2<td>3<td>4</table>").tables)) == 2
    # A row alone that is none of a table is running text, and so are the links of a page.
    assert len(list(read(f"<html><table>{row}</table><p>注").tables)) == 0
    links = "<table><tr><td><a>首页</a></td><td><a>规划</a></td><td><a>数据</a></td></tr></table>"
    assert [line for line, _ in lines(f"{first}{links}")] == ["首页", "规划", "数据"]


def test_tables_that_are_printed_line_by_line_in_a_page() -> None:
    text = "<html>\n<p>任务 | 季度 | 进度</p>\n<p>书屋5个 | 3 | 40%</p>\n<p>完</p>"
    assert rows(text) == [("任务", "季度", "进度"), ("书屋5个", "3", "40%")]
    assert next(read(text).tables).rows[1].line == 3
    cells = ("序号", "任务名称", "责任单位", "1", "书展", "甲科", "2", "场馆", "乙科")
    each = "<html>" + "".join(f"\n<p>{text}</p>" for text in cells)
    assert rows(each)[2] == ("2", "场馆", "乙科")
    assert next(read(each).tables).rows[2].cells[1].line == 9
    kept = "<html>\n<pre>\n序号\t指标\t2025年\n1\t林地\t31\n</pre>"
    assert [(row.line, row.texts) for row in next(read(kept).tables).rows] == [
        (3, ("序号", "指标", "2025年")),
        (4, ("1", "林地", "31")),
    ]


def test_traditional_script_and_padding_are_repaired_cell_by_cell() -> None:
    text = "<table><tr><td>任務</td><td>組　長</td></tr><tr><td>書展</td><td>甲  某</td></tr></table>"
    assert rows(text) == [("任务", "组长"), ("书展", "甲某")]


def test_what_is_nested_too_deeply_is_said() -> None:
    deep = 400
    text = f"<html><p>前</p>{'<div>' * deep}深{'</div>' * deep}<p>后</p>"
    assert [line for line, _ in lines(text)] == ["前", "深", "后"]
    assert codes(text) == []
    deeper = f"<html>\n<p>前</p>\n{'<div>' * 9000}深"
    assert codes(deeper) == ["nested-too-deeply"]
    assert [line for line, _ in lines(deeper)] == ["前"]


def test_powers_keep_apart_and_numbers_in_one_run_stay_one() -> None:
    assert lines("<html><p>共10<sup>4</sup>个，9<b>5</b>%</p>") == [("共10^4个，95%", 1)]
    assert lines("<html><p>共45<sub>1</sub>个，CO<sub>2</sub></p>") == [("共45_1个，CO2", 1)]


def test_a_page_that_is_no_text_is_refused() -> None:
    with pytest.raises(ReadingError, match="no text"):
        read("<html><p>95</p>" + "\0" * 500)


TAGS = [
    *("<table>", "</table>", "<tr>", "<td>", "<td colspan=3 rowspan=2>", "</td>", "<p>", "</p>", "<br>", "\n", "95;"),
    *("序号", "指标", "2025年", "<a>", "</a>", "<!-- x\n -->", "<script>\n", "</script>", "&#13;", "<pre>", "\t", "1;"),
]


@given(st.lists(st.sampled_from(TAGS), max_size=50).map("".join) | st.text(max_size=60))
def test_any_page_gives_a_reading_and_every_figure_stands_in_its_line(text: str) -> None:
    page = f"<html>{text}"
    numbered = page.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        document = read(page)
    except ReadingError:
        return
    is_broken_up = re.search(r"[0-9]<", text) is not None
    for block in document.blocks:
        cells = (cell for row in block.rows for cell in row.cells) if isinstance(block, TextTable) else ()
        for line in (block,) if isinstance(block, Paragraph) else (line for cell in cells for line in cell.lines):
            assert 1 <= line.line <= len(numbered)
            if set(text).isdisjoint("\r\n") and not is_broken_up:
                assert all(figure in numbered[line.line - 1] for figure in re.findall("[0-9]+", line.text))


@pytest.mark.parametrize(
    "piece",
    [
        *("<table>", "<td rowspan=9999 colspan=999>", "<tr><td>x", "<div>", "<p>甲</p>\n", "<a href=", "<sup>1", "&#"),
        "<table><tr><td>序号<td>指标</table>",
        "<table><tr><td rowspan=99>序号<td>指标<tr><td>1</table>",
    ],
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    def seconds(count: int) -> float:
        started = process_time()
        document_of("<html>" + piece * count, "page.html")
        return process_time() - started

    seconds(50)
    assert min(seconds(4000) for _ in range(3)) < 16 * max(seconds(500), 0.02)


def test_what_is_struck_out_is_left_out_and_said_and_its_cell_stays() -> None:
    ways = (
        "<s>{}</s>",
        "<strike>{}</strike>",
        "<del>{}</del>",
        "<span style='color: red; text-decoration: underline line-through'>{}</span>",
        "<b style='TEXT-DECORATION-LINE:line-through'><i>{}</i></b>",
    )
    for way in ways:
        text = (
            "<table><tr><td>指标</td><td>2020年</td><td>2025年目标</td></tr>\n"
            f"<tr><td>林地</td><td>{way.format('9')}</td><td>{way.format('30')}35</td></tr>\n"
            f"<tr><td>{way.format('湿地')}</td><td>{way.format('1')}</td><td>{way.format('2')}</td></tr></table>"
        )
        assert rows(text) == [("指标", "2020年", "2025年目标"), ("林地", "", "35")], way
        (said,) = document_of(text, "page.html").diagnostics
        assert (said.code, said.place, said.text, said.left_out) == ("struck-out-text", "line 2", "9", True)
        assert "in 5 places" in said.message
    # A cell that is struck out as a whole keeps its place, and so do the lines below.
    cell = (
        "<table><tr><td>指标<td>2020年<td>2025年\n<tr><td>林地<td style='text-decoration:line-through'>1\n<td>2</table>"
    )
    assert rows(f"<html>{cell}<p>注：略")[1] == ("林地", "", "2")
    assert lines("<p>建设<del>9\n8</del>个</p>\n<p>共7<s><sup>2</sup></s>个</p>") == [("建设个", 1), ("共7个", 3)]
