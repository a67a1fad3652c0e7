"""Tables of tasks: headings by what they mean, cells that have moved, and who answers for what."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from civicplan.zh.document import Document, Paragraph, TextCell, TextRow, TextTable
from civicplan.zh.language.sentences import clauses, sentences
from civicplan.zh.tasks.people import names, responsibility
from civicplan.zh.tasks.task_rows import TaskTables, read_rows
from civicplan.zh.words.task_headings import HEADINGS, TaskField, field_of

HEADS = ("序号", "任务名称", "任务目标", "组长", "副组长", "牵头科室")
TASK = ("1", "建设书吧", "新建书吧3家", "甲某", "乙某", "丙科")
NEEDED = (TaskField.LEADS, TaskField.OBJECTIVE)
ANY_TEXT = st.text(max_size=60)


def table(*rows: tuple[str, ...], first: int = 1) -> TextTable:
    return TextTable(
        tuple(TextRow(tuple(TextCell(text, line) for text in row), line) for line, row in enumerate(rows, first))
    )


def read(*blocks: Paragraph | TextTable) -> tuple[TaskTables, list[str]]:
    reading = read_rows(Document(name="tasks.txt", blocks=blocks), NEEDED)
    return reading.value, [diagnostic.code for diagnostic in reading.diagnostics]


def texts(tables: TaskTables) -> list[dict[str, str]]:
    return [{field.value: cell.text for field, cell in row.cells} for row in tables.rows]


def test_no_heading_names_two_fields() -> None:
    assert {word for word, count in Counter(chain.from_iterable(HEADINGS.values())).items() if count > 1} == set()


def test_headings_are_known_by_their_words_whatever_pads_or_explains_them() -> None:
    for heading in ("牵头科室", "牵头 科室", "牵 头 科 室", "牵头科室\n（局属单位）", "牵头科室(盖章)"):
        assert field_of(heading) is TaskField.LEAD_AGENCIES
    for heading in ("责任领导", "责任区领导", "责任市领导", "责任人"):
        assert field_of(heading) is TaskField.LEADS
    assert field_of("责任") is None


def test_rows_are_read_by_their_headings_in_any_order() -> None:
    for order in ((0, 1, 2, 3, 4, 5), (5, 1, 0, 4, 3, 2)):
        tables, said = read(table(*(tuple(row[place] for place in order) for row in (HEADS, TASK))))
        assert said == []
        fields = ("number", "title", "objective", "leads", "deputies", "lead_agencies")
        assert texts(tables) == [dict(zip(fields, TASK, strict=True))]


def test_two_rows_of_headings_are_read_as_one() -> None:
    upper = ("序号", "任务", "责任分工", "", "责任单位", "")
    lower = ("", "", "组长", "副组长", "牵头", "配合")
    tables, said = read(table(upper, lower, TASK))
    assert said == []
    fields = ("number", "title", "leads", "deputies", "lead_agencies", "agencies")
    assert texts(tables) == [dict(zip(fields, TASK, strict=True))]


def test_a_table_without_headings_goes_on_with_those_before_it() -> None:
    tables, said = read(table(HEADS, TASK), Paragraph("广告：甲品牌", 3), table(TASK, first=4))
    assert (len(tables.rows), said) == (2, ["outside-table"])


def test_lines_of_advertisement_between_rows_are_no_tasks() -> None:
    for noise in (("关注甲公众号",), ("", "", "点击下载", "", "", "")[:3]):
        tables, said = read(table(HEADS, TASK, noise, TASK))
        assert (len(tables.rows), said) == (2, ["lone-cell"])


def test_a_row_without_its_first_cells_is_put_where_it_belongs_and_that_is_said() -> None:
    tables, said = read(table(HEADS, TASK[1:]))
    assert said == ["cells-moved"]
    assert texts(tables) == [
        dict(zip(("title", "objective", "leads", "deputies", "lead_agencies"), TASK[1:], strict=True))
    ]


def test_a_row_padded_at_the_end_is_moved_too() -> None:
    tables, said = read(table(HEADS, (*TASK[1:], "")))
    assert (said, texts(tables)[0]["title"]) == (["cells-moved"], "建设书吧")


def test_cells_that_may_stand_in_two_places_are_left_out_and_the_others_kept() -> None:
    tables, said = read(table(HEADS, ("1", "建设书吧", "新建书吧3家，并且一年之内全部开放。", "甲某", "丙科")))
    assert said == ["cells-moved-unclear"]
    assert texts(tables) == [
        {
            "number": "1",
            "title": "建设书吧",
            "objective": "新建书吧3家，并且一年之内全部开放。",
            "lead_agencies": "丙科",
        }
    ]


def test_rows_with_more_cells_than_headings_are_left_out() -> None:
    tables, said = read(table(HEADS, (*TASK, "丁科", "戊科")))
    assert (tables.rows, said) == ((), ["too-many-cells"])


def test_columns_whose_heading_is_unknown_are_said_once() -> None:
    tables, said = read(table((*HEADS, "邮编"), (*TASK, "1"), (*TASK, "2")))
    assert (len(tables.rows), said) == (2, ["unknown-column"])


def test_the_first_line_that_is_no_number_of_an_annex_and_none_of_the_page_is_the_title() -> None:
    tables, said = read(Paragraph("附件1", 1), Paragraph("2025年重点任务", 2), table(HEADS, TASK, first=3))
    assert (str(tables.title and tables.title.text), said) == ("2025年重点任务", ["outside-table"])
    tables, _ = read(Paragraph("当前位置：首页 > 公开", 1), Paragraph("2025年重点任务", 2), table(HEADS, TASK, first=3))
    assert str(tables.title and tables.title.text) == "2025年重点任务"


def test_two_columns_of_tasks_are_the_title_and_more_of_it() -> None:
    tables, _ = read(table(("重点任务", "具体任务", "组长"), ("书香城市", "建书吧", "甲某"), ("", "办展览", "")))
    assert texts(tables)[1] == {"objective": "办展览"}


def test_names_are_those_printed_without_padding() -> None:
    assert names("甲  某\n乙  某\n丙某某") == ("甲某", "乙某", "丙某某")
    assert names("甲某某 乙某") == ("甲某某", "乙某")
    assert names("各县（市、区）政府，甲局") == ("各县（市、区）政府", "甲局")
    assert names("") == names(" — ") == ()


@given(ANY_TEXT)
def test_no_name_is_made_of_characters_that_are_not_there(text: str) -> None:
    for name in names(text):
        assert set(name) <= set(text)
        assert name.strip() == name != ""


def test_a_role_within_a_cell_takes_the_place_of_that_of_the_heading() -> None:
    who = responsibility(
        [(TaskField.LEAD_AGENCIES, "甲科\n责任单位：乙科、丙科；配合单位：丁科"), (TaskField.NOTES, "戊科")]
    )
    assert (who.lead_agencies, who.agencies) == (("甲科",), ("乙科", "丙科", "丁科"))


@given(ANY_TEXT)
def test_sentences_and_clauses_stand_where_they_say(text: str) -> None:
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
    assert "，".join(clause.text for clause in clauses(text.replace(",", "，"))) == text.replace(",", "，")


@given(
    st.lists(st.lists(st.sampled_from((*HEADS, *TASK, "", "100%", "2024", "广告")), max_size=9).map(tuple), max_size=8)
)
def test_any_rows_give_cells_that_stand_in_them(rows: list[tuple[str, ...]]) -> None:
    blocks = [table(*rows)] if rows else []
    tables, _ = read(*blocks)
    for row in tables.rows:
        for _, cell in row.cells:
            assert cell.text in rows[row.line - 1]


def test_one_column_may_name_its_year_and_of_two_none_is_known() -> None:
    one = read(table(("序号", "任务", "2025年工作目标", "组长"), ("1", "书吧", "建书吧", "甲某")))
    assert (texts(one[0])[0]["objective"], one[1]) == ("建书吧", [])
    two = read(table(("序号", "任务", "2024年目标", "2025年目标", "组长"), ("1", "书吧", "甲", "乙", "甲某")))
    assert ("objective" in texts(two[0])[0], two[1]) == (False, ["unknown-column"] * 2)


def test_the_percent_sign_counts_in_the_heading_of_the_percentages_alone() -> None:
    for heads, has_sign in ((("任务", "组长", "形象进度(%)"), True), (("任务", "组长(%)", "形象进度"), False)):
        assert [row.has_percent_sign for row in read(table(heads, ("书吧", "甲某", "55")))[0].rows] == [has_sign]
