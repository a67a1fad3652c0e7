"""Outlines: headings in their ranks, boxes where they stand, and the table of contents compared with the body."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from civicplan.model import Section
from civicplan.reading import Reading
from civicplan.zh.document import Document, Paragraph, TextCell, TextRow, TextTable
from civicplan.zh.layout.heading_lines import skeleton
from civicplan.zh.plans.outline import Outline, read_outline

CONTENTS = """目 录
第一篇 基础	1
第一章 成就和环境	1
第一节 发展成就	1
第二节 面临环境	5
第二篇 任务	9
第二章 做强产业	9
第一节 壮大集群	10
第二节 扶持中小
企业发展	12"""
BODY = """临江市国民经济和社会发展第十四个五年规划

第一篇　基础

第一章 成就和环境

第一节 发展 成就

五年来取得了长足的进步。
第十九条 款项另行规定
第二节 面临环境
第一节所列的成就为今后打下了基础，
专栏 1 五年要事
1、建成大桥。

第二篇 任务
第二章 做强产业
第一节
壮大集群
专栏二：重点集群
第二节 扶持中小

企业发展
第二节 扶持中小企业发展"""


def outline_of(text: str) -> Reading[Outline]:
    blocks: list[Paragraph | TextTable] = []
    for line, words in enumerate(text.split("\n"), start=1):
        cells = words.split("\t")
        if len(cells) > 1:
            blocks.append(TextTable((TextRow(tuple(TextCell(cell, line) for cell in cells), line),)))
        elif words.strip():
            blocks.append(Paragraph(words.strip(), line))
    return read_outline(Document(name="plan.txt", blocks=tuple(blocks)))


def in_order(sections: tuple[Section, ...], depth: int = 0) -> Iterator[tuple[int, Section]]:
    for section in sections:
        yield depth, section
        yield from in_order(section.sections, depth + 1)


def titles(reading: Reading[Outline]) -> list[str]:
    return [" " * depth + str(section.title) for depth, section in in_order(reading.value.sections)]


def said(reading: Reading[Outline]) -> list[tuple[str, str]]:
    return [(diagnostic.code, diagnostic.place) for diagnostic in reading.diagnostics]


def test_headings_stand_in_their_ranks_with_the_titles_of_the_body() -> None:
    reading = outline_of(f"{CONTENTS}\n{BODY}")
    assert titles(reading) == [
        "第一篇 基础",
        " 第一章 成就和环境",
        "  第一节 发展 成就",
        "  第二节 面临环境",
        "第二篇 任务",
        " 第二章 做强产业",
        "  第一节 壮大集群",
        "  第二节 扶持中小企业发展",
    ]
    assert said(reading) == [("joined-title", "line 31"), ("repeated-heading", "line 34")]
    levels = {section.level for _, section in in_order(reading.value.sections)}
    assert levels == {"part", "chapter", "section"}
    assert reading.value.sections[0].source is not None
    assert reading.value.sections[0].source.line == 13


def test_boxes_keep_their_number_and_know_the_headings_above_them() -> None:
    boxes = outline_of(f"{CONTENTS}\n{BODY}").value.boxes
    assert [(box.number, box.title, box.path[-1]) for box in boxes] == [
        ("1", "五年要事", "第二节 面临环境"),
        ("二", "重点集群", "第一节 壮大集群"),
    ]


def test_the_body_reads_the_same_without_a_table_of_contents() -> None:
    broken_off = BODY.replace("扶持中小\n", "扶持微小和\n")
    with_contents, without = outline_of(f"{CONTENTS}\n{BODY}"), outline_of(broken_off.rpartition("\n")[0])
    assert titles(without)[:-1] == titles(with_contents)[:-1]
    assert titles(without)[-1] == "  第二节 扶持微小和企业发展"


def test_contents_without_pages_end_where_their_first_entry_stands_again() -> None:
    bare = "\n".join(line.partition("\t")[0] for line in CONTENTS.replace("中小\n", "中小").split("\n"))
    assert titles(outline_of(f"{bare}\n{BODY}")) == titles(outline_of(f"{CONTENTS}\n{BODY}"))


def test_contents_without_a_title_are_known_by_their_pages() -> None:
    for leader in ("\t", "……", ".....", "   "):
        entries = CONTENTS.partition("\n")[2].replace("\t", leader)
        assert titles(outline_of(f"{entries}\n{BODY}")) == titles(outline_of(f"{CONTENTS}\n{BODY}"))


def test_what_stands_in_the_contents_or_the_body_alone_is_said() -> None:
    contents = "目录\n第一章 总则 1\n第二章 目标 3\n第三章 保障 9"
    reading = outline_of(f"{contents}\n第一章 总则\n第二章 发展目标\n第四章 附则")
    assert said(reading) == [
        ("heading-not-in-body", "line 4"),
        ("heading-differs", "line 6"),
        ("heading-out-of-order", "line 7"),
        ("heading-not-in-contents", "line 7"),
    ]
    assert "第二章 目标" in reading.diagnostics[1].message
    assert titles(reading) == ["第一章 总则", "第二章 发展目标", "第四章 附则"]


def test_lists_are_sections_and_items_where_there_are_no_chapters() -> None:
    text = (
        "一、总体要求\n（一）指导思想。坚持以人为本。\n（二）主要目标\n二、重点任务。以下各项抓紧办理。\n（一）稳增长"
    )
    reading = outline_of(text)
    assert titles(reading) == ["一、总体要求", " （一）指导思想", " （二）主要目标", "二、重点任务", " （一）稳增长"]
    assert [section.level for _, section in in_order(reading.value.sections)][:2] == ["section", "item"]
    assert not reading.diagnostics


def test_lists_below_sections_are_items_and_a_second_list_there_is_none() -> None:
    reading = outline_of("第一章 总则\n第一节 要求\n一、目标\n二、原则\n一、另一列\n第二节 任务\n一、产业")
    assert titles(reading) == [
        "第一章 总则",
        " 第一节 要求",
        "  一、目标",
        "  二、原则",
        " 第二节 任务",
        "  一、产业",
    ]
    assert said(reading) == [("not-a-heading", "line 5")]


def test_running_text_that_begins_like_a_heading_is_none() -> None:
    reading = outline_of(
        "第一章 总则\n第三章明确的任务\n第二章 任务\n专栏9所列的项目\n第三章规定，逐级落实。\n第三章 保障"
    )
    assert titles(reading) == ["第一章 总则", "第二章 任务", "第三章 保障"]
    assert said(reading) == [("not-a-heading", "line 2"), ("not-a-heading", "line 4")]
    assert not reading.value.boxes


def test_rows_of_tables_are_no_headings() -> None:
    reading = outline_of("第一章 总则\n第二章 任务\t责任单位\t时限\n一、产业\t发改局\n专栏1\t重点工程\n第二章\t任务")
    assert titles(reading) == ["第一章 总则", "第二章 任务"]
    assert [(box.number, box.title) for box in reading.value.boxes] == [("1", "重点工程")]


def test_numbers_of_boxes_may_have_parts() -> None:
    boxes = outline_of("专栏1-1 甲\n专栏1-2 乙\n专 栏 3").value.boxes
    assert [(box.number, box.title) for box in boxes] == [("1-1", "甲"), ("1-2", "乙"), ("3", "3")]


def test_text_without_headings_has_no_outline_and_says_so() -> None:
    assert said(outline_of("今年的工作很多。")) == [("no-outline", "line 1")]


WORDS = st.sampled_from(
    [*"目录第一二三十章节篇栏专、（）\t 12.…\n", "第一章", "第二节", "专栏1", "目录\n", "一、", "标题"]
)


@given(st.lists(WORDS, max_size=60).map("".join))
def test_any_text_has_an_outline_whose_titles_stand_in_it(text: str) -> None:
    letters = skeleton(text)
    for _, section in in_order(outline_of(text).value.sections):
        number, _, title = str(section.title).partition(" ")
        assert skeleton(number) in letters
        assert skeleton(title) in letters


def test_a_heading_may_begin_with_a_numeral_behind_its_number() -> None:
    sections = outline_of("一、三级医院建设\n\n二、三产业融合发展\n\n三、四类人才引进").value.sections
    assert [str(section.title) for section in sections] == [
        "一、三级医院建设",
        "二、三产业融合发展",
        "三、四类人才引进",
    ]
