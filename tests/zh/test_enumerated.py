"""Enumerations of running text: their ranks, their order, and what leads up to them."""

from __future__ import annotations

from collections.abc import Sequence

from civicplan.zh.document import Document, Paragraph, TextCell, TextRow, TextTable
from civicplan.zh.layout.enumerated import Entry, Enumerated, Rank, enumerated, lines_of
from civicplan.zh.replies.agencies import officials, supporting_agencies
from civicplan.zh.words.page_words import is_of_page


def read(*texts: str, spoken: bool = False) -> Enumerated:
    return enumerated((Paragraph(text, line) for line, text in enumerate(texts, start=1)), spoken=spoken)


def shape(entries: Sequence[Entry]) -> list[object]:
    return [(entry.printed, entry.lines[0].text, *shape(entry.entries)) for entry in entries]


def test_entries_stand_in_those_of_a_higher_rank() -> None:
    found = read("引言", "一、甲", "（一）乙", "1.丙", "说明", "2、丁", "（二）戊", "二、己")
    assert [line.text for line in found.before] == ["引言"]
    assert shape(found.entries) == [
        ("一", "甲", ("一", "乙", ("1", "丙"), ("2", "丁")), ("二", "戊")),
        ("二", "己"),
    ]
    assert [entry.lines[0].text for entry in found.leaves] == ["丙", "丁", "戊", "己"]
    inner = next(found.leaves)
    assert [(line.text, line.line) for line in inner.lines] == [("丙", 4), ("说明", 5)]
    assert (inner.rank, inner.number, inner.line) == (Rank.NUMBERED, 1, 4)


def test_a_date_may_stand_behind_the_number_of_an_entry() -> None:
    found = read("一、读书", "1.2026年底前建书吧3家", "2.5月前送书2万册", "3、办展")
    assert [entry.printed for entry in found.leaves] == ["1", "2", "3"]
    assert next(found.leaves).lines[0].text == "2026年底前建书吧3家"


def test_decimals_years_and_words_begin_nothing() -> None:
    for text in (
        "1.5万人次",
        "2024年开馆",
        "一体化建设",
        "三是否可行",
        "（续）",
        "1,200册",
        "一、二季度",
        "一、二、三产业",
    ):
        assert read(text, spoken=True).entries == ()


def test_what_is_listed_in_a_sentence_is_parted_at_its_numbers() -> None:
    found = read("抓好两件事：一是建书吧，3家；二是送书。说明。", "三是办书展。", spoken=True)
    assert shape(found.entries) == [("一", "建书吧，3家"), ("二", "送书。说明。"), ("三", "办书展。")]
    assert {entry.lead for entry in found.entries} == {"抓好两件事："}
    assert [line.text for line in found.before] == ["抓好两件事："]


def test_words_for_the_first_and_the_second_part_a_sentence_as_well() -> None:
    assert shape(read("一要建书吧；二要送书。", spoken=True).entries) == [("一", "建书吧"), ("二", "送书。")]
    assert shape(read("第一，建书吧。第二，送书。", spoken=True).entries) == [("一", "建书吧。"), ("二", "送书。")]
    assert read("第一、二批书屋", spoken=True).entries == ()


def test_numbers_out_of_their_order_and_within_words_begin_nothing() -> None:
    assert read("二是送书。", spoken=True).entries == ()
    assert read("原因之一是缺书。", spoken=True).entries == ()
    again = read("一是甲；二是乙。", "一是丙；二是丁。", spoken=True)
    assert [entry.number for entry in again.entries] == [1, 2, 1, 2]


def test_an_enumeration_within_an_entry_is_its_own() -> None:
    found = read("一、甲", "有三个问题：一是缺书。", "二是缺人。", "二、乙", spoken=True)
    assert shape(found.entries) == [("一", "甲", ("一", "缺书。"), ("二", "缺人。")), ("二", "乙")]
    assert [entry.lead for entry in found.entries[0].entries] == ["有三个问题："] * 2


def test_the_lines_of_cells_are_lines_of_the_document() -> None:
    cell = TextCell.of([Paragraph("一、甲", 3), Paragraph("", 4), Paragraph("说明", 5)])
    table = TextTable((TextRow((TextCell("", 3), cell), 3),))
    lines = lines_of(Document(name="page", blocks=(Paragraph("题目", 1), table)))
    assert list(lines) == [Paragraph("题目", 1), Paragraph("一、甲", 3), Paragraph("说明", 5)]


def test_agencies_are_parted_where_their_names_end() -> None:
    cases = {
        "本件的办理得到了市财政局、市文化和旅游局及市教育局等单位的积极配合。": (
            "市财政局",
            "市文化和旅游局",
            "市教育局",
        ),
        "协办单位：县水利局，县农业农村局": ("县水利局", "县农业农村局"),
        "经会同市公安局研究，该提案答复如下。": (),
        "工作得到了市民的支持。": (),
        "感谢您对建议办理工作的支持。": (),
    }
    for text, expected in cases.items():
        assert supporting_agencies([Paragraph(text, 1)]) == expected


def test_officials_are_named_without_their_telephones() -> None:
    for text in ("负责人：甲某（电话：1234567）", "承办人：甲某 1234567", "分管领导： 甲  某"):
        assert officials([Paragraph(text, 1)]) == ("甲某",)
    for text in ("联系人：甲某", "负责人：", "责任重大：甲某"):
        assert officials([Paragraph(text, 1)]) == ()


def test_what_a_page_prints_around_a_document_is_told_from_its_text() -> None:
    for text in ("今天是:", "来源：本站 时间：2024-01-02", "打印 关闭", "上一篇：没有了"):
        assert is_of_page(text)
    for text in ("一、打印店整治", "今天是植树节", "首页", "分享会3场")[:2]:
        assert not is_of_page(text)
