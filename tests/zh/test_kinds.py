"""Kinds of documents: told by titles and tables; where nothing or too much fits, the error says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from civicplan.reading import Reading, ReadingError
from civicplan.zh.kinds.kinds import NEEDS, TITLE_WORDS, Kind, recognise
from civicplan.zh.layout.grid import document_of
from tests.zh.seeds import seed_text

SAMPLES = Path(__file__).parent / "samples"

INDICATORS = "指标名称\t2020年\t2025年\n森林覆盖率(%)\t41.2\t45.0\n"
TASKS = "任务名称\t任务目标\t责任单位\n建书吧\t新建书吧3家\t甲科\n送书\t送书2万册\t乙科\n"
PROGRESS = "具体分解\t当前工作进度\t形象进度\t责任单位\n建书吧\t已建2家\t60%\t甲科\n送书\t送书1万册\t50%\t乙科\n"
POINTS = "一级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出\t办展数量\t12场\t13场\t20\t20\n"
ANSWER = "甲某代表：\n您提出的《关于夜间开放书屋的建议》收悉。\n"
ITEMS = "一、抓好阵地\n1.建书吧。新建书吧3家。\n二、办好活动\n2.办书展。办书展2场。\n"

OF_EACH_KIND = {
    Kind.PLAN: f"临江区“十四五”发展规划\n\n{INDICATORS}",
    Kind.TASKS: f"2025年重点任务清单\n\n{TASKS}",
    Kind.PROGRESS: f"2025年二季度重点任务进展情况\n\n{PROGRESS}",
    Kind.REPLY: f"对市九届人大二次会议第37号建议的答复\n\n{ANSWER}",
    Kind.PROGRAMME: f"临江区文化馆2024年工作要点\n\n{ITEMS}",
    Kind.EVALUATION: f"2022年度项目支出绩效自评表\n\n{POINTS}",
}


def recognised(text: str) -> Reading[Kind]:
    return recognise(document_of(text, "the text").value)


def test_every_kind_is_recognised_by_its_title_and_what_it_has() -> None:
    assert {kind: recognised(text).value for kind, text in OF_EACH_KIND.items()} == {kind: kind for kind in Kind}
    assert not any(recognised(text).diagnostics for text in OF_EACH_KIND.values())
    assert set(NEEDS) == set(TITLE_WORDS) == set(Kind)


def test_a_table_or_an_opening_tells_the_kind_of_what_has_no_title() -> None:
    bare = {
        Kind.PLAN: INDICATORS,
        Kind.TASKS: TASKS,
        Kind.PROGRESS: PROGRESS,
        Kind.REPLY: ANSWER,
        Kind.EVALUATION: POINTS,
    }
    assert {kind: recognised(text).value for kind, text in bare.items()} == {kind: kind for kind in bare}


def test_headings_alone_make_no_kind() -> None:
    for text in ("第一章 总则\n第二章 职责\n第三章 附则", ITEMS, "临江区图书馆条例\n\n第一章 总则\n第二章 职责"):
        with pytest.raises(ReadingError, match="None of the kinds"):
            recognised(text)


def test_the_last_word_of_a_title_says_what_it_is() -> None:
    assert recognised(f"临江区“十四五”规划实施方案\n\n{ITEMS}").value is Kind.PROGRAMME
    assert recognised(f"2024年重点工作任务落实情况\n\n{PROGRESS}").value is Kind.PROGRESS


def test_a_plan_needs_headings_or_indicators_below_its_title() -> None:
    assert recognised("临江区“十四五”发展规划\n\n第一章 基础\n第二章 目标").value is Kind.PLAN
    assert recognised("临江区“十四五”发展规划\n\n专栏1 重点工程").value is Kind.PLAN
    with pytest.raises(ReadingError):
        recognised("临江区“十四五”发展规划\n\n正文从略，另行印发。")


def test_what_else_a_document_has_is_said_with_its_reader() -> None:
    reading = recognised(f"临江区“十四五”发展规划\n\n{INDICATORS}\n任务分工如下。\n\n{TASKS}")
    assert reading.value is Kind.PLAN
    (said,) = reading.diagnostics
    assert (said.code, said.left_out) == ("other-kind", False)
    assert said.message.startswith("It was read as a plan. It also has a table ")
    assert "zh.read_tasks" in said.message


def test_where_several_kinds_fit_none_is_taken() -> None:
    with pytest.raises(ReadingError, match=r"can be read as plan \(.*\) and as tasks \(.*kind=\"plan\""):
        recognised(f"{INDICATORS}\n任务分工如下。\n\n{TASKS}")


def test_an_error_says_what_every_kind_needs() -> None:
    with pytest.raises(ReadingError) as refused:
        recognised("今天天气很好。")
    (said,) = refused.value.diagnostics
    assert all(f"{kind} needs {NEEDS[kind]}" in said.message for kind in Kind)


@pytest.mark.parametrize(
    ("prefix", "kind"),
    [("000", Kind.TASKS), ("001", Kind.REPLY), ("002", Kind.PROGRESS), ("003", Kind.PROGRAMME), ("004", Kind.PLAN)],
)
def test_the_real_documents_are_recognised(prefix: str, kind: Kind) -> None:
    assert recognised(seed_text(prefix)).value is kind


PIECES = [line for text in OF_EACH_KIND.values() for line in text.splitlines()]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("\n".join))
def test_any_lines_are_of_a_kind_or_the_error_says_why_not(text: str) -> None:
    try:
        event(recognised(text).value)
    except ReadingError as error:
        event(error.diagnostics[0].code)
