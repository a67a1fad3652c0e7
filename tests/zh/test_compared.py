"""What is told against another time, and what is struck out, is no amount."""

from __future__ import annotations

import civicplan as cp
from civicplan.zh.language.amounts import amounts
from civicplan.zh.language.uncounted import uncounted


def said_of(text: str) -> list[tuple[str, str]]:
    known = amounts(text)
    return [(phrase.text, notice.code) for phrase, notice in uncounted(text, known)]


def test_a_share_of_another_time_is_no_level() -> None:
    for text in ("接待游客恢复到2019年的80%以上", "旅游收入恢复至2019年同期的80%以上", "客流相当于去年的80%以上"):
        assert (amounts(text), said_of(text)) == ((), [("80%以上", "share-of-other-time")]), text
    for text in ("接待游客超过2019年的80%", "客流不低于上年的80%", "书店达到年初的80%"):
        assert (amounts(text), said_of(text)) == ((), [("80%", "share-of-other-time")]), text
    assert (amounts("书店达到上年的2倍"), said_of("书店达到上年的2倍")) == ((), [("2倍", "share-of-other-time")])


def test_the_level_that_a_change_leads_to_may_name_its_time() -> None:
    for text in ("普及率由2020年的60%提高到2025年的80%", "使用率从上年的60.5%上升至今年的80%"):
        assert [str(amount.bound) for amount in amounts(text)] == ["≥80"], text


def test_more_than_in_another_year_is_a_change() -> None:
    others = ("书店数量同比多2家", "书店比上年同期多出2家", "书店较年初多2家", "书店较前年少2家")
    for text in ("新增企业较上年多2家", "展览比2023年多2家", "网点较去年同期少2家", *others):
        assert (amounts(text), said_of(text)) == ((), [("2家", "change-no-amount")]), text


def test_the_size_of_what_is_to_be_none_is_no_money() -> None:
    for text in ("投资5000万元以下项目清零", "5000万元以下的项目全部清零"):
        assert (amounts(text), said_of(text)) == ((), [("5000万元以下", "size-of-none")]), text


def test_amounts_beside_them_are_read_as_before() -> None:
    for text, counted in (
        ("到2025年覆盖率达到80%", ["≥80"]),
        ("覆盖率达到80%", ["≥80"]),
        ("新建书房2家", ["≥2"]),
        ("争取资金5000万元以上", ["≥5.000E+7"]),
    ):
        assert [str(amount.bound) for amount in amounts(text)] == counted, text


def test_text_that_is_struck_out_is_not_read_beside_the_new() -> None:
    rows = "财政收入(亿元)\t<s>30</s>35\t≥<del>35</del>40\n城镇化率(%)\t30\t≥4<s>5</s>0\n"
    reading = cp.zh.read_indicator_tables(f"“十四五”指标\n指标\t2020年\t2025年\n{rows}")
    first, second = reading.value[0].indicators
    assert (str(first.baseline), first.targets) == ("35 (2020)", (cp.Threshold(bound="≥40"),))
    assert second.targets == ()
    assert [said.code for said in reading.diagnostics if said.left_out] == ["struck-out-text", "not-a-number"]


def test_in_plain_text_figures_are_struck_out_by_tags_around_others_and_by_pairs_of_tildes() -> None:
    for struck in ("<s>30</s>", "<s><b>30</b></s>", "<del class='a'><i>约</i>30</del>", "~~30~~", "~~约30~~"):
        text = f"2025年工作方案\n一、书房\n（一）新建。新建书房{struck}35家，展览3场~~5场。"
        reading = cp.zh.read_programme(text, year=2025)
        (task,) = reading.value.tasks
        counted = [(str(amount.subject), str(amount.planned)) for amount in task.deliverables]
        assert counted[0] == ("新建书房", "≥35"), struck
        assert "struck-out-text" in [said.code for said in reading.diagnostics], struck
