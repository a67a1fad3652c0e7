"""Self-evaluation tables: rows with their figures, bounds and words, their groups and their sums."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicplan.auditing import audit_evaluation
from civicplan.reading import Reading, ReadingError
from civicplan.values import Bound, Text
from civicplan.zh.document import Block, Document, Paragraph, TextCell, TextRow, TextTable
from civicplan.zh.evaluations.evaluation import evaluation_of, read_evaluation
from civicplan.zh.evaluations.evaluation_row import EvaluationRow, read_shown

HEADER = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施"


def row(cells: str, line: int) -> TextRow:
    return TextRow(tuple(TextCell(cell, line) for cell in cells.split("|")), line)


def document(*blocks: str) -> Document:
    """Blocks by their text: rows of a table are parted by line breaks, and cells by |."""
    line = 1
    made: list[Block] = []
    for block in blocks:
        lines = block.splitlines()
        if "|" in block:
            rows = [
                TextRow(tuple(TextCell(c, line + n) for c in row.split("|")), line + n) for n, row in enumerate(lines)
            ]
            made.append(TextTable(tuple(rows)))
        else:
            made.append(Paragraph(block, line))
        line += len(lines)
    return Document(name="table.txt", blocks=tuple(made))


def read(*blocks: str) -> Reading[tuple[EvaluationRow, ...]]:
    return evaluation_of(document(*blocks))


def shown(row: EvaluationRow) -> list[str]:
    return [str(part) for part in (row.name, row.unit, row.target, row.actual, row.weight, row.score)]


def codes(reading: Reading[tuple[EvaluationRow, ...]]) -> list[str]:
    return [diagnostic.code for diagnostic in reading.diagnostics]


def test_a_row_keeps_figures_bounds_and_words_as_they_are_printed() -> None:
    reading = read(f"{HEADER}\n产出指标|数量指标|开放书屋|≥12家|14家|10|9.50|\n||读者评价|明显提升|明显提升|15|15|")
    first, second = reading.value
    assert shown(first) == ["开放书屋", "家", "≥12", "14", "10", "9.50"]
    assert shown(second) == ["读者评价", "None", "明显提升", "明显提升", "15", "15"]
    assert isinstance(second.target, Text)
    assert [str(group) for group in second.groups] == ["产出指标", "数量指标"]
    assert str(second.source) == "table.txt, line 3"
    assert codes(reading) == []


def test_columns_are_known_by_what_their_headings_mean_and_not_by_their_place() -> None:
    reading = read("得 分|指标名称|2023年目标值|完成值（B）|权重|计量单位|指标性质\n8|修缮校舍|30|27|8|间|≥")
    assert [shown(row) for row in reading.value] == [["修缮校舍", "间", "≥30", "27", "8", "8"]]


def test_the_use_of_the_budget_is_a_row_and_goals_in_words_are_none() -> None:
    reading = read(
        "项目名称|山村书屋|||||\n"
        "项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"
        "|年度资金总额|300|280.00|266.00|10|95.0%|9.5\n"
        "|其中：当年财政拨款|300|280.00|266.00|-||-\n"
        "年度总体目标|预期目标||||实际完成情况||\n"
        "|建成一批书屋||||全部建成||\n"
        f"{HEADER}\n"
        "产出指标(50分)|数量指标|开放书屋|≥12家|14家|50|50|\n"
        "总分|||||60|59.5|"
    )
    budget, part, group, indicator, total = reading.value
    assert shown(budget) == ["年度资金总额", "万元", "280.00", "266.00", "10", "9.5"]
    assert shown(part)[4:] == ["None", "None"]
    assert (group.is_total, str(group.weight), [str(name) for name in group.groups]) == (True, "50", ["产出指标"])
    assert [str(name) for name in indicator.groups] == ["产出指标", "数量指标"]
    assert (total.is_total, str(total.weight), str(total.score), total.groups) == (True, "60", "59.5", ())
    assert {(str(row.project), row.table) for row in reading.value} == {("山村书屋", 1)}
    assert str(budget.rate) == "95.0"
    (aside,) = reading.diagnostics
    assert (aside.code, aside.left_out, "年初预算数" in aside.message) == ("column-left-aside", True, True)


def test_a_row_that_lost_its_first_cells_is_read_in_the_one_way_that_fits() -> None:
    reading = read(
        f"{HEADER}\n产出指标|数量指标|开放书屋|12|14|10|9|\n质量指标|验收合格率|≥95%|96%|10|10\n总分|60|59.5"
    )
    assert [shown(row) for row in reading.value] == [
        ["开放书屋", "None", "12", "14", "10", "9"],
        ["验收合格率", "%", "≥95", "96", "10", "10"],
        ["总分", "None", "None", "None", "60", "59.5"],
    ]
    assert [str(group) for group in reading.value[1].groups] == ["产出指标", "质量指标"]
    assert codes(reading) == ["cells-moved"]


def test_a_row_that_fits_in_no_way_is_left_out_with_the_sum() -> None:
    reading = read(f"{HEADER}\n产出指标|数量指标|开放书屋|12|14|10|9|\n借阅|14|10\n合计|||||20|19|")
    assert [str(row.name) for row in reading.value] == ["开放书屋"]
    assert codes(reading) == ["unclear-row", "total-left-out"]


def test_where_a_row_is_left_out_the_points_beside_the_headings_of_groups_are_no_sums() -> None:
    rows = "产出指标(50分)|数量指标|书屋|12|14|20|20|\n|借阅|2\n||书箱|5|5|20|20|\n效益指标(50分)||读者|5|5|50|50|"
    reading = read(f"{HEADER}\n{rows}")
    assert [str(row.name) for row in reading.value] == ["书屋", "书箱", "读者"]
    assert codes(reading) == ["unclear-row"]
    assert not audit_evaluation(reading.value)


def test_a_figure_merged_over_columns_is_read_under_none_of_them() -> None:
    heads = "<tr><td>一级指标<td>三级指标<td>年度指标值<td>实际完成值<td>分值<td>得分</tr>"
    rows = (
        "<tr><td>产出指标<td>书屋<td colspan=2>12家<td>50<td>48</tr>",
        "<tr><td colspan=2>书车<td>4<td>4<td>25<td>20</tr>",
        "<tr><td>效益指标<td>读者<td>9<td>9<td colspan=2>25</tr>",
        "<tr><td colspan=4>总分<td>100<td>93</tr>",
    )
    page = "<table>\n" + "\n".join((heads, *rows)) + "</table>"
    reading = read_evaluation(page)
    assert [shown(row) for row in reading.value] == [
        ["书屋", "None", "None", "None", "50", "48"],
        ["书车", "None", "4", "4", "25", "20"],
        ["读者", "None", "9", "9", "None", "None"],
    ]
    said = [(one.code, one.place) for one in reading.diagnostics]
    assert said == [
        ("merged-figure", "line 3"),
        ("merged-figure", "line 5"),
        ("total-left-out", "line 6"),
    ]
    assert "under 年度指标值 and 实际完成值" in reading.diagnostics[0].message
    assert [[str(group) for group in row.groups] for row in reading.value] == [["产出指标"], [], ["效益指标"]]
    whole = read_evaluation(page.replace("<td colspan=2>25", "<td>25<td>25"))
    assert [str(row.weight) for row in whole.value] == ["50", "25", "25", "100"]
    total = read_evaluation(page.replace("<td>100<td>93", "<td colspan=2>100"))
    assert codes(total)[-1] == "total-left-out"


def test_a_row_with_points_and_no_name_is_left_out_with_the_sum() -> None:
    reading = read(f"{HEADER}\n产出指标|数量指标|书屋|12|14|40|40|\n效益指标||||9|60|50|\n总分|||||100|90|")
    assert [str(row.name) for row in reading.value] == ["书屋"]
    assert codes(reading) == ["row-without-name", "total-left-out"]


def test_a_row_that_fits_in_two_ways_is_left_out() -> None:
    header = "一级指标|二级指标|三级指标|年度指标值|分值|执行率|备注"
    reading = read(f"{header}\n产出指标|数量指标|开放书屋|12|10|90%|\n图书|书车|借阅|12|10")
    assert [str(row.name) for row in reading.value] == ["开放书屋"]
    (noticed,) = reading.diagnostics
    assert (noticed.code, noticed.left_out, "in 2 ways" in noticed.message) == ("unclear-row", True, True)


POINTS_AND_RATE = "一级指标|二级指标|三级指标|年度指标值|分值|执行率|备注\n产出指标|数量指标|开放书屋|12|90|90%|"


def test_the_sum_of_the_points_decides_where_the_cells_of_a_row_belong() -> None:
    reading = read(f"{POINTS_AND_RATE}\n图书|书车|借阅|12|10\n效益指标||读者|7|20|80%|\n合计||||120||")
    moved = reading.value[1]
    assert shown(moved)[:1] + shown(moved)[2:5] == ["借阅", "12", "None", "10"]
    assert [str(group) for group in moved.groups] == ["图书", "书车"]
    (said,) = reading.diagnostics
    assert (said.code, said.left_out) == ("cells-moved", False)
    assert "90 + 10 + 20 add up to 120" in said.message
    assert moved.notes is not None
    assert "90 + 10 + 20 add up to 120" in moved.notes.in_language("en")
    assert not audit_evaluation(reading.value)
    # The other way: the weight is 12 and the rate 10.
    other = read(f"{POINTS_AND_RATE}\n图书|书车|借阅|12|10\n效益指标||读者|7|20|80%|\n合计||||122||")
    assert (str(other.value[1].name), str(other.value[1].weight), str(other.value[1].rate)) == ("书车", "12", "10")


def test_several_rows_are_decided_together_and_the_use_of_the_budget_may_be_no_part_of_the_sum() -> None:
    budget = "项目资金（万元）||全年预算数|全年执行数|分值|执行率|得分\n|年度资金总额|280|266|10|95%|9"
    moved = "图书|书车|借阅|12|10\n图书|书车|藏书|15|20"
    for total, weights in (("120", ["90", "10", "20"]), ("130", ["90", "10", "20"]), ("122", ["90", "12", "20"])):
        reading = read(f"{budget}\n{POINTS_AND_RATE}\n{moved}\n总分||||{total}||")
        rows = [row for row in reading.value if not row.is_total and not row.name.in_language("zh").startswith("年度")]
        # 90 + 12 + 20 is 122; with the budget, 90 + 12 + 10 + ... is nothing that is printed.
        assert [str(row.weight) for row in rows] == weights, total
        assert codes(reading).count("cells-moved") == 2


def test_where_the_points_add_up_in_two_ways_both_are_said_and_none_is_read() -> None:
    reading = read(f"{POINTS_AND_RATE}\n图书|书车|借阅|12|10\n图书|书车|藏书|12|10\n合计||||112||")
    assert [str(row.name) for row in reading.value] == ["开放书屋"]
    assert codes(reading) == ["cells-unplaced", "cells-unplaced", "total-left-out"]
    assert "the arithmetic holds in 2 ways" in reading.diagnostics[0].message


def test_where_the_points_add_up_in_no_way_the_row_is_left_out() -> None:
    for below in ("合计||||111||", "合计||||约100||", "小计||||100||", ""):
        reading = read(f"{POINTS_AND_RATE}\n图书|书车|借阅|12|10\n{below}")
        assert [str(row.name) for row in reading.value] == ["开放书屋"]
        assert codes(reading)[0] == "unclear-row"


def test_columns_of_which_nothing_is_read_are_named_once_unless_they_are_of_words() -> None:
    reading = read(
        "序号|三级指标|年度指标值|完成率|实际完成值|上年实际|分值|得分|备注\n1|书屋|5|-|5|4|10|10|见附\n2|展览|5|99%|5|3|10|10|"
    )
    said = [
        (diagnostic.code, diagnostic.place, diagnostic.message.split(" was left")[0])
        for diagnostic in reading.diagnostics
    ]
    nothing = "The column"
    assert said == [
        ("column-left-aside", "line 2", f"{nothing} 上年实际"),
        ("column-left-aside", "line 3", f"{nothing} 完成率"),
    ]


def test_the_unit_may_stand_in_the_brackets_of_the_name() -> None:
    reading = read(
        f"{HEADER}\n产出指标|数量指标|书屋数量（家）|≥12|十四|10|10|\n||培训(人次)|≥0.5万人次|5200|10|10|\n||试点（二期）|3|3|10|10|"
    )
    assert [shown(row)[:4] for row in reading.value] == [
        ["书屋数量", "家", "≥12", "十四"],
        ["培训", "人次", "≥5E+3", "5200"],
        ["试点（二期）", "None", "3", "3"],
    ]


def test_two_units_are_not_compared() -> None:
    reading = read(f"{HEADER}\n产出指标|数量指标|运送图书|≥3万册|320车|10|10|")
    assert shown(reading.value[0])[1:4] == ["万册", "≥3", "320车"]
    assert isinstance(reading.value[0].actual, Text)
    assert codes(reading) == ["two-units"]


def test_a_multiple_of_a_unit_is_brought_to_it_with_its_printed_digits() -> None:
    reading = read(f"{HEADER}\n产出指标|数量指标|图书|≥3万册|32000册|1|1|\n||投资|9000万元|1.2亿元|1|1|")
    assert [shown(row)[1:4] for row in reading.value] == [["册", "≥3E+4", "32000"], ["元", "9.000E+7", "1.2E+8"]]
    assert codes(reading) == []


def test_tables_of_several_projects_are_told_apart() -> None:
    table = f"{HEADER}\n产出指标|数量指标|开放书屋|12|14|10|9|\n总分|||||10|9|"
    assert [row.table for row in read(table, table).value] == [1, 1, 2, 2]
    named = read("项目名称：书屋", table, "项目名称：书车", table).value
    assert [(str(row.project), row.table) for row in named if not row.is_total] == [("书屋", 1), ("书车", 2)]


def test_a_table_goes_on_behind_what_parts_it() -> None:
    reading = read(f"{HEADER}\n产出指标|数量指标|开放书屋|12|14|10|9|", "续表", "总分|||||10|9|")
    assert [(row.table, row.is_total) for row in reading.value] == [(1, False), (1, True)]
    assert read(f"{HEADER}\n产出指标|数量指标|开放书屋|12|14|10|9|", "附注", "序号|价\n1|2").value[1:] == ()


def test_the_whole_of_the_budget_is_no_sum_of_points() -> None:
    header = "项目资金（万元）|全年预算数|全年执行数|分值|得分"
    (budget,) = read(f"{header}\n合计：|280|266|10|9.5").value
    assert (str(budget.name), budget.is_total, str(budget.weight)) == ("合计", False, "10")


def test_a_header_behind_a_sum_begins_another_table() -> None:
    part = f"{HEADER}\n产出指标|数量指标|开放书屋|12|14|10|9|\n总分|||||10|9|"
    assert [row.table for row in read(f"{part}\n{part}").value] == [1, 1, 2, 2]


def test_a_document_without_such_a_table_says_so() -> None:
    assert codes(read("今年开放书屋12家。", "序号|任务\n1|开放书屋")) == ["no-evaluation"]


def test_what_a_cell_shows() -> None:
    cells = {
        "≥95%": ("≥95", "%"),
        "1,200人次": ("1200", "人次"),
        "3年": ("3", "年"),
        "不低于30间": ("≥30", "间"),
        "100": ("100", None),
        "80分以上": ("≥80", "分"),
    }
    for text, (value, unit) in cells.items():
        cell = read_shown(text)
        assert (str(cell.shown), cell.unit) == (value, unit)
    for words in ("2023年", "12月底前", "第1名", "前3名", "达成预期指标", "3/4", "12月"):
        assert isinstance(read_shown(words).shown, Text)
    for blank in ("", "—", "/", " "):
        assert read_shown(blank).shown is None


SAMPLES = Path(__file__).parent / "samples"


def of_sample(name: str) -> Reading[tuple[EvaluationRow, ...]]:
    return read_evaluation((SAMPLES / name).read_text(encoding="utf-8"), document=name)


def test_a_form_in_tabs_with_the_use_of_the_budget() -> None:
    reading = of_sample("evaluation-tab.txt")
    assert [shown(row) for row in reading.value] == [
        ["年度资金总额", "万元", "250.00", "237.50", "10", "9.5"],
        ["新建书屋数量", "家", "≥12", "12", "20", "20"],
        ["采购图书数量", "册", "≥20000", "19500", "20", "19.5"],
        ["书屋验收合格率", "%", "100", "100", "20", "20"],
        ["读者便利程度", "None", "明显提升", "明显提升", "20", "18"],
        ["读者满意度", "%", "≥90", "93.5", "10", "10"],
        ["总分", "None", "None", "None", "100", "97"],
    ]
    assert {str(row.project) for row in reading.value} == {"乡村书屋建设"}
    assert not audit_evaluation(reading.value)


def test_a_table_in_markdown_with_the_points_of_its_groups() -> None:
    reading = of_sample("evaluation-markdown.md")
    rows = [row for row in reading.value if not row.is_total]
    assert [str(row.name) for row in rows] == ["建成口袋公园", "完工时间", "新增绿地"]
    assert [shown(row)[1:4] for row in rows] == [
        ["个", "≥15", "14"],
        ["None", "12月底前", "12月20日"],
        ["公顷", "≥20", "21.3"],
    ]
    assert [str(row.weight) for row in reading.value if row.is_total] == ["60", "40", "100"]
    findings = audit_evaluation(reading.value)
    assert [(finding.severity, finding.code, finding.computed) for finding in findings] == [
        ("contradiction", "points-do-not-add", "98")
    ]


def test_a_heading_of_which_no_letter_can_be_seen_is_none() -> None:
    text = (SAMPLES / "evaluation-markdown.md").read_text(encoding="utf-8").replace("效益指标（40分）", "\ue5f1")
    (row,) = (row for row in read_evaluation(text).value if str(row.name) == "新增绿地")
    assert "\ue5f1" not in "".join(map(str, row.groups))


def test_a_table_of_a_page_with_merged_cells() -> None:
    reading = of_sample("evaluation.html")
    assert [shown(row) for row in reading.value][1:4] == [
        ["举办宣传活动", "场次", "≥24", "20", "25", "25"],
        ["每套补贴", "元", "≤300", "298.50", "20", "20"],
        ["节水量", "万吨", "≥9.6", "已完成", "30", "26.5"],
    ]
    assert [str(group) for group in reading.value[1].groups] == ["产出指标", "数量指标"]
    assert {str(row.project) for row in reading.value} == {"节水器具推广"}
    codes_found = [finding.code for finding in audit_evaluation(reading.value)]
    assert codes_found == ["full-score-though-missed", "word-for-figure"]


def test_a_table_with_one_cell_in_a_line() -> None:
    reading = of_sample("evaluation-lines.txt")
    assert [shown(row) for row in reading.value] == [
        ["安装座椅", "张", "200", "210", "40", "40"],
        ["改造厕所", "座", "8", "8", "30", "30"],
        ["修剪行道树", "万株", "3", "3.2", "30", "29"],
        ["合计", "None", "None", "None", "100", "99"],
    ]


def test_every_figure_stands_in_the_line_that_is_named() -> None:
    for name in ("evaluation-tab.txt", "evaluation-markdown.md", "evaluation-lines.txt", "evaluation.html"):
        lines = (SAMPLES / name).read_text(encoding="utf-8").splitlines()
        for row in of_sample(name).value:
            assert row.source is not None
            assert row.source.line is not None
            of_cells = row.cell_lines or (row.source.line,) * 5
            printed = (row.target, row.actual, row.weight, row.score, row.rate)
            for shown_value, line in zip(printed, of_cells, strict=True):
                figure = shown_value.figure if isinstance(shown_value, Bound) else shown_value
                assert shown_value is None or str(figure) in lines[line - 1]


def test_a_sum_whose_cells_are_lost_is_no_sum() -> None:
    cells = ("三级指标", "年度指标值", "实际完成值", "分值", "得分", "", "安装座椅", "200张", "210张", "40", "39", "")
    reading = read_evaluation("\n".join((*cells, "合计", "40", "39")))
    assert [shown(row)[:4] for row in reading.value] == [["安装座椅", "张", "200", "210"]]
    assert codes(reading) == ["unclear-total"]


def test_strict_raises_what_there_is_to_know() -> None:
    with pytest.raises(ReadingError, match="三级指标"):
        read_evaluation("今年开放书屋12家。", strict=True)


def test_names_and_groups_over_two_lines_are_in_one_word() -> None:
    head = "<tr><th>一级<br>指标<th>三级指标<th>年度指<br>标值<th>实际完成值<th>分值<th>得分"
    rows = "<tr><td>产出<br>指标<td>借阅<br>册次<td>12<td>14<td>10<td>9<tr><td colspan=4>总<br>分<td>10<td>9"
    row, total = read_evaluation(f"<table>{head}{rows}</table>").value
    assert ([*map(str, row.groups)], str(row.name), str(total.name)) == (["产出指标"], "借阅册次", "总分")


BUDGET = (
    "<table><tr><td rowspan=3 colspan=2>预算执行情况（万元）<td>"
    "<td>年初预算数<td>调整预算数<td>执行数<td>执行率<td>得分（10分）\n"
    "<tr><td>资金总额<td>820.50<td>800.00<td>760.00<td>95%<td>9.5\n"
    "<tr><td>其中：财政拨款<td>620.50<td>600.00<td>570.00<td>95%<td>/\n"
    "<tr><td>一级指标<td>二级指标<td colspan=2>三级指标<td>指标值<td>完成值<td>分值<td>自评得分\n"
    "<tr><td>产出指标<td>数量指标<td colspan=2>修缮校舍<td>≥30间<td>31间<td>90<td>88\n"
    "<tr><td colspan=6>合计<td>100<td>97.5\n</table>"
)


def test_the_budget_is_read_with_the_points_in_the_heading_of_its_score() -> None:
    reading = read_evaluation(BUDGET)
    budget, part, indicator, total = reading.value
    assert shown(budget) == ["资金总额", "万元", "800.00", "760.00", "10", "9.5"]
    assert (str(budget.rate), budget.cell_lines) == ("95", (2, 2, 1, 2, 2))
    assert shown(part)[2:] == ["600.00", "570.00", "None", "None"]
    assert [shown(row)[4:] for row in (indicator, total)] == [["90", "88"], ["100", "97.5"]]
    assert [(one.code, "年初预算数" in one.message) for one in reading.diagnostics] == [("column-left-aside", True)]
    assert not audit_evaluation(reading.value)


def test_the_budget_of_the_whole_year_or_the_adjusted_one_goes_before_that_of_its_beginning() -> None:
    for headings, target in (
        ("年初预算数|全年预算数", "780.00"),
        ("全年预算数|年初预算数", "800.00"),
        ("年初预算数|调整后预算数", "780.00"),
        ("年初预算数|备注", "800.00"),
    ):
        reading = read(f"项目资金（万元）|{headings}|执行数|分值|得分\n资金总额|800.00|780.00|760.00|10|9.5")
        assert [str(row.target) for row in reading.value] == [target], headings


def test_points_in_a_heading_over_several_scores_are_left_out_and_said() -> None:
    reading = read_evaluation(BUDGET.replace("<td>/", "<td>5"))
    assert [str(row.weight) for row in reading.value[:2]] == ["None", "None"]
    assert "points-in-heading" in codes(reading)


def test_figures_of_goals_in_words_and_under_no_known_headings_are_left_out_and_said() -> None:
    goals = "年度总体目标|预期目标|实际完成情况\n|办讲座120场。|办讲座118场。\n|读者满意。|读者满意。"
    reading = read(f"{HEADER}\n产出指标|数量指标|书屋|12|14|40|40|\n{goals}")
    assert [(one.code, one.place, one.left_out) for one in reading.diagnostics] == [("goals-in-words", "line 4", True)]
    reading = read(f"资金来源|甲数|乙数\n财政|300|280\n{HEADER}\n产出指标|数量指标|书屋|12|14|40|40|")
    assert [(one.code, one.place) for one in reading.diagnostics] == [("figures-without-headings", "line 2")]
