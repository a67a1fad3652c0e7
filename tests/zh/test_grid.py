"""Text as paragraphs and tables, whatever parts the cells: tabs, strokes, Markdown, or a line for each cell."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.reading import ReadingError
from civicplan.zh.document import Document, Paragraph, TextTable
from civicplan.zh.layout.grid import document_of
from civicplan.zh.layout.html_lines import is_html
from civicplan.zh.text.repair import repair

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def read(text: str) -> Document:
    return document_of(text, "sample.txt").value


def rows(text: str) -> list[tuple[str, ...]]:
    """The rows of the only table."""
    (table,) = read(text).tables
    return [row.texts for row in table.rows]


def codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in document_of(text, "sample.txt").diagnostics]


def test_cells_parted_by_tabs_keep_blanks_and_their_line() -> None:
    text = "一、目标\n\n类别\t序号\t指标\t\t2025年\n绿化\t1\t林地（公顷）\t\t≥31\n\t\t湿地\t7\n注：略\n"
    document = read(text)
    table = next(document.tables)
    assert [(row.line, row.texts) for row in table.rows] == [
        (3, ("类别", "序号", "指标", "", "2025年")),
        (4, ("绿化", "1", "林地（公顷）", "", "≥31")),
        (5, ("", "", "湿地", "7")),
    ]
    assert [(line.text, line.line) for line in document.paragraphs] == [("一、目标", 1), ("注：略", 6)]
    assert codes(text) == []


def test_strokes_and_markdown_are_borders_where_most_rows_have_them() -> None:
    trailing = "本区三季度进展 |\n任务 | 季度 | 进度 |\n建书屋5个 | 3 | 40% |\n | 3 | 55% |\n"
    assert rows(trailing) == [("任务", "季度", "进度"), ("建书屋5个", "3", "40%"), ("", "3", "55%")]
    assert [line.text for line in read(trailing).paragraphs] == ["本区三季度进展"]
    markdown = "| 指标 | 2025年 |\n|:---|---:|\n| 路网<br>密度 | 8.2 |\n|  | 9 |\n| a\\|b | 1 |"
    assert rows(markdown) == [("指标", "2025年"), ("路网\n密度", "8.2"), ("", "9"), ("a|b", "1")]
    assert [row.cells[0].lines for row in next(read(markdown).tables).rows][1] == (
        Paragraph("路网", 3),
        Paragraph("密度", 3),
    )


def test_a_line_for_each_cell_behind_a_tab() -> None:
    text = (
        "\t序号\n\t任务名称\n\t任务目标\n\t组  长\n\t副组长\n\t牵头科室\n（局属单位）\n\n"
        "\t1 \n\t办好书展\n\t1.三月开幕。\n2.展出8天。\n\n\t甲某\n\t\n\t阅读科\n推广科\n\n"
        "\t2 \n\t修好场馆\n\t年内完成。\n\t乙某\n\t丙某\n\t场馆科\n\n此件公开。"
    )
    assert rows(text) == [
        ("序号", "任务名称", "任务目标", "组长", "副组长", "牵头科室\n（局属单位）"),
        ("1", "办好书展", "1.三月开幕。\n2.展出8天。", "甲某", "", "阅读科\n推广科"),
        ("2", "修好场馆", "年内完成。", "乙某", "丙某", "场馆科"),
    ]
    (table,) = read(text).tables
    assert [row.line for row in table.rows] == [1, 9, 19]
    assert [line.text for line in read(text).paragraphs] == ["此件公开。"]


def test_a_line_for_each_cell_without_tabs() -> None:
    text = (
        "重点任务清单\n序号\n任务名称\n任务目标\n责任单位\n1\n办好书展\n三月开幕。\n阅读科\n2\n修好场馆\n"
        "1.年内完成。\n2.夏季试开。\n场馆科\n3\n读书会\n\n推广科\n4\n评奖\n秋季。\n文艺科\n附件到此为止。"
    )
    assert rows(text) == [
        ("序号", "任务名称", "任务目标", "责任单位"),
        ("1", "办好书展", "三月开幕。", "阅读科"),
        ("2", "修好场馆", "1.年内完成。\n2.夏季试开。", "场馆科"),
        ("3", "读书会", "", "推广科"),
        ("4", "评奖", "秋季。", "文艺科"),
    ]
    assert [line.text for line in read(text).paragraphs] == ["重点任务清单", "附件到此为止。"]


def test_a_blank_line_is_a_blank_cell_only_where_it_is_one_in_every_row() -> None:
    head = "序号\n任务名称\n任务目标\n副组长\n责任单位\n"
    text = f"{head}1\n书展\n三月开幕。\n\n丙某\n甲科\n2\n场馆\n年内完成。\n\n乙科\n3\n读书会\n秋季。\n\n丁某\n乙科\n"
    (table,) = read(text).tables
    assert [(row.texts, row.has_places) for row in table.rows[2:]] == [
        (("2", "场馆", "年内完成。", "乙科"), False),
        (("3", "读书会", "秋季。", "丁某", "乙科"), True),
    ]
    # The last row ends at a blank line where no other has one.
    short = f"{head}1\n书展\n三月开幕。\n丙某\n甲科\n2\n场馆\n年内完成。\n\n此件公开。\n"
    assert rows(short)[2] == ("2", "场馆", "年内完成。")
    assert [line.text for line in read(short).paragraphs] == ["此件公开。"]


def test_the_places_of_cells_are_not_known_where_blank_ones_show_nothing() -> None:
    text = (
        "类别\n序号\n指标名称\n2020年\n2025年\n属性\n"
        "绿化\n1\n林地（公顷）\n25\n31\n约束性\n2\n湿地（公顷）\n7\n预期性\n"
    )
    (table,) = read(text).tables
    assert [(row.texts, row.has_places) for row in table.rows[1:]] == [
        (("绿化", "1", "林地（公顷）", "25", "31", "约束性"), True),
        (("", "2", "湿地（公顷）", "7", "预期性"), False),
    ]


def test_two_rows_of_headings_with_a_line_for_each_cell() -> None:
    blank = "\t\n"
    text = (
        f"\t序号\n\t指标名称\n\t规划目标\n{blank}\t属性\n\n{blank}{blank}\t2025年\n\t年均增速\n{blank}\n"
        "\t1\n\t产值（亿元）\n\t210\n\t8%\n\t预期性\n"
    )
    assert rows(text) == [
        ("序号", "指标名称", "规划目标", "", "属性"),
        ("", "", "2025年", "年均增速", ""),
        ("1", "产值（亿元）", "210", "8%", "预期性"),
    ]


def test_two_rows_of_headings_without_tabs_where_the_rows_tell() -> None:
    head = "序号\n指标名称\n规划目标\n完成情况\n2020年\n年均增速\n2020年\n年均增速\n"
    text = f"{head}1\n产值（亿元）\n210\n8%\n205\n7.6%\n2\n零售额（亿元）\n90\n9%\n88\n8.5%\n"
    assert rows(text) == [
        ("序号", "指标名称", "规划目标", "", "完成情况", ""),
        ("", "", "2020年", "年均增速", "2020年", "年均增速"),
        ("1", "产值（亿元）", "210", "8%", "205", "7.6%"),
        ("2", "零售额（亿元）", "90", "9%", "88", "8.5%"),
    ]
    unclear = f"{head}1\n产值（亿元）\n210\n2\n零售额（亿元）\n90\n9%\n"
    assert not list(read(unclear).tables)
    assert codes(unclear) == ["headings-unclear"]


def test_rows_of_one_length_need_no_blank_lines_between_them() -> None:
    text = (
        "\t类别\n\t序号\n\t指标名称\n\t2025年\n\t属性\n\t绿化\n\t1\n\t林地\n\t31\n\t\n\t\n\t2\n\t湿地\n\t7\n\t\n"
        "\t水务\n\t3\n\t管网\n\t90\n\t\n"
    )
    assert rows(text) == [
        ("类别", "序号", "指标名称", "2025年", "属性"),
        ("绿化", "1", "林地", "31", ""),
        ("", "2", "湿地", "7", ""),
        ("水务", "3", "管网", "90", ""),
    ]


def test_a_table_with_two_rows_of_headings_goes_on_line_by_line() -> None:
    head = "序号\t指标\t规划目标\t\n\n\t\t2025年\t2030年\n\n"
    text = f"{head}1\t林地\t31\t33\n\n{head}2\t湿地\t7\t8\n"
    assert [row[0] for row in rows(text)] == ["序号", "", "1", "2"]


def test_a_table_goes_on_behind_a_page_break() -> None:
    text = "序号\t指标\t2025年\n1\t林地\t31\n— 12 —\n\n续表\n序号\t指标\t2025 年\n2\t湿地\t7\n\n3\t绿道\t90\n"
    assert rows(text) == [("序号", "指标", "2025年"), ("1", "林地", "31"), ("2", "湿地", "7"), ("3", "绿道", "90")]
    assert codes(text) == ["headings-repeated", "page-break", "page-break", "table-continued"]
    no_headings = "甲\t乙\t丙\n丁\t戊\t己\n— 12 —\n庚\t辛\t壬\n"
    assert "table-continued" not in codes(no_headings)
    both = "序号\t指标\t2025年\n1\t林地\t31\n序号\t指标\t2025年\n2\t湿地\t7\n"
    assert len(rows(both)) == 3
    # Other headings are those of another table, as are others between.
    assert len(list(read("序号\t指标\t2025年\n1\t林\t31\n\n序号\t任务\t单位\n1\t甲\t乙科\n").tables)) == 2
    assert len(list(read("序号\t指标\n1\t林\n\n专栏2 其他\n序号\t指标\n1\t湿\n").tables)) == 2


def test_headings_repeated_with_a_line_for_each_cell() -> None:
    head = "\t序号\n\t任务名称\n\t责任单位\n\n"
    text = f"{head}\t1\n\t书展\n\t甲科\n\n{head}\t2\n\t场馆\n\t乙科\n"
    assert rows(text)[1:] == [("1", "书展", "甲科"), ("2", "场馆", "乙科")]
    assert codes(text) == ["headings-repeated"]


def test_advertisements_in_tables_are_left_out_and_said() -> None:
    text = "序号\t指标\t2025年\n1\t林地\t31\n更多精彩，欢迎关注本号\n2\t湿地\t7\n\t广告招租\t\n3\t绿道\t90\n"
    assert [row[0] for row in rows(text)] == ["序号", "1", "2", "3"]
    assert codes(text) == ["advertisement", "advertisement"]
    bare = "\t序号\n\t任务名称\n\t责任单位\n\n\t1\n\t书展\n点击查看更多\n\t甲科\n"
    assert rows(bare)[1] == ("1", "书展", "甲科")
    assert codes(bare) == ["advertisement"]
    # A line that may be content stays a row of its own.
    assert rows("任务\t单位\n书展\t甲科\n扫码借书\n场馆\t乙科\n")[2] == ("扫码借书",)


def test_tags_and_entities_in_cells_are_cleaned_but_make_no_digits() -> None:
    text = "<p>一级</p>\t<p>5&nbsp;镇</p> <p>&lt;8</p>\n二级\t10<sup>4</sup>&#51;\n<p>落款</p><p>十月</p>"
    assert rows(text) == [("一级", "5 镇\n<8"), ("二级", "10^4&#51;")]
    assert [(line.text, line.line) for line in read(text).paragraphs] == [("落款", 3), ("十月", 3)]


def test_running_text_with_tabs_and_strokes_is_no_table() -> None:
    text = "\t第一段。\n\t第二段。\n来源：本局\t时间：四月\n1.\t加强学习。\n2.\t办好书展。\n首页 | 新闻\n"
    document = read(text)
    assert not list(document.tables)
    assert [line.line for line in document.paragraphs] == [1, 2, 3, 4, 5, 6]
    assert list(document.paragraphs)[3].text == "1.\t加强学习。"


def test_the_title_of_a_box_is_no_row() -> None:
    document = read("专栏7 路网\t\n铁路\t三纵\n公路\t五横\n")
    assert [line.text for line in document.paragraphs] == ["专栏7 路网"]
    assert rows("专栏7 路网\t\n铁路\t三纵\n公路\t五横\n") == [("铁路", "三纵"), ("公路", "五横")]


def test_headings_behind_tabs_without_rows_are_running_text() -> None:
    text = "".join(f"\t{heading}\n" for heading in ("指标名称", "甲", "乙", "丙", "序号"))
    assert [line.text for line in read(text).blocks if isinstance(line, Paragraph)] == text.split()


PIECES = [
    "\t",
    "\n",
    "|",
    "序号",
    "指标",
    "任务名称",
    "2025年",
    "1",
    "2",
    "甲科",
    "—",
    "<p>",
    "95",
    "\n\n",
    "|---|",
    "续表",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80))
def test_any_text_gives_a_reading_and_every_figure_stands_in_its_line(text: str) -> None:
    try:
        lines = repair(text).value.text.split("\n")
    except ReadingError:
        with pytest.raises(ReadingError):
            read(text)
        return
    for block in read(text).blocks:
        cells = (cell for row in block.rows for cell in row.cells) if isinstance(block, TextTable) else ()
        for line in (block,) if isinstance(block, Paragraph) else (line for cell in cells for line in cell.lines):
            # In a page, a line of text that its source wraps names the first of its lines.
            last = len(lines) if is_html(text) else line.line
            named = "\n".join(lines[line.line - 1 : last])
            assert all(figure in named for figure in re.findall("[0-9]+", line.text))


@pytest.mark.parametrize(
    "piece", ["序号\n指标\n目标\n1\n甲\n乙\n", "\t序号\n", "序号\t指标\t目标\n\n", "目标\n", "<p ", "a|"]
)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    def seconds(count: int) -> float:
        started = process_time()
        document_of(piece * count, "sample.txt")
        return process_time() - started

    seconds(50)
    assert min(seconds(4000) for _ in range(3)) < 16 * max(seconds(500), 0.02)


@pytest.mark.skipif(not SEEDS.exists(), reason="the real documents are not beside the project")
def test_real_documents() -> None:
    def of(number: str) -> Document:
        (path,) = SEEDS.glob(f"{number}_*.txt")
        return read(path.read_text(encoding="utf-8"))

    (tasks,) = of("000").tables
    assert len(tasks.rows) == 36
    assert {len(row.cells) for row in tasks.rows} == {6}
    (progress,) = of("002").tables
    assert (len(progress.rows), {len(row.cells) for row in progress.rows}) == (20, {8})
    review, targets = (table for table in of("004").tables if table.rows[0].texts[1:2] == ("序号",))
    assert (len(review.rows), {len(row.cells) for row in review.rows}) == (40, {9})
    assert (len(targets.rows), {len(row.cells) for row in targets.rows}) == (29, {7})
    assert [row.line for row in review.rows if row.texts[0].isdigit()] == [175, 180]


def test_a_heading_word_without_cells_is_a_paragraph() -> None:
    for text in ("注：", "指标\n\n注：\n"):
        assert document_of(text, "the text").value.blocks


def test_a_line_of_markup_alone_is_a_blank_cell() -> None:
    text = "序号\n指标名称\n单位\n2020年\n2025年\n属性\n1\n预期性\n3\n人预期性\n<td>\n3.3\n4.1\n其中：\n预期性"
    assert document_of(text, "the text").value.blocks
