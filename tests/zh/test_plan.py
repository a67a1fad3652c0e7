"""Plans read from documents: title, period, outline, boxes and the indicators of their own period."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Section
from civicplan.reading import Reading, ReadingError
from civicplan.zh.locating.located import LocationStatus
from civicplan.zh.locating.locating import locate
from civicplan.zh.plans.plan import read_plan
from tests.zh.seeds import seed_text

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> str:
    return (SAMPLES / name).read_text(encoding="utf-8")


def counted(sections: tuple[Section, ...]) -> dict[str, int]:
    counts: dict[str, int] = {}
    waiting = list(sections)
    while waiting:
        section = waiting.pop()
        counts[section.level] = counts.get(section.level, 0) + 1
        waiting += section.sections
    return counts


def codes(reading: Reading[cp.Plan]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for diagnostic in reading.diagnostics:
        found.setdefault(diagnostic.code, []).append(diagnostic.place)
    return found


def test_a_plan_of_chapters_has_its_title_its_period_and_its_outline() -> None:
    reading = read_plan(sample("plan-chapters.txt"), document="plan-chapters.txt")
    plan = reading.value
    assert str(plan.title) == "云溪市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要"
    assert (str(plan.period), plan.complete) == ("2021/2025", True)
    assert counted(plan.sections) == {"part": 2, "chapter": 4, "section": 5}
    assert [str(chapter.title) for chapter in plan.sections[1].sections] == [
        "第三章 壮大特色产业集群",
        "第四章 保障措施",
    ]
    assert codes(reading)["heading-not-in-contents"] == ["line 84"]
    assert [(box.number, str(box.title), len(box.indicators)) for box in plan.boxes] == [
        ("1", "“十三五”规划主要指标完成情况", 0),
        ("2", "古城名片", 0),
        ("3", "“十四五”经济社会发展主要指标", 5),
        ("4", "茶旅融合重点项目", 0),
    ]


def test_a_plan_holds_the_indicators_of_its_own_period_and_says_of_which_others_there_are() -> None:
    reading = read_plan(sample("plan-chapters.txt"))
    plan = reading.value
    assert [indicator.number for indicator in plan.indicators] == ["1", "2", "3", "4", "5"]
    assert str(plan["森林覆盖率"].targets[0].bound) == "≥61.35"  # type: ignore[union-attr]
    (other,) = (diagnostic for diagnostic in reading.diagnostics if diagnostic.code == "other-period")
    assert other.place == "line 36"
    assert "2016/2020" in other.message
    assert "read_indicator_tables" in other.message
    assert not [place for places in codes(reading).values() for place in places if 38 <= int(place[5:]) <= 42]


def test_a_plan_of_lists_is_read_with_the_period_of_its_title() -> None:
    plan = read_plan(sample("plan-lists.txt"), id="culture").value
    assert (plan.id, str(plan.title), str(plan.period)) == ("culture", "白沙区文化和旅游发展“十四五”规划", "2021/2025")
    assert counted(plan.sections) == {"section": 4, "item": 4}
    assert [indicator.unit for indicator in plan] == ["平方米", "万人次"]


def test_a_page_is_read_with_the_years_of_its_title() -> None:
    plan = read_plan(sample("plan-page.html")).value
    assert str(plan.period) == "2022/2026"
    assert [str(section.title) for section in plan.sections] == ["第一章 现状", "第二章 目标和任务"]
    assert [(box.number, len(box.indicators)) for box in plan.boxes] == [("一", 2)]
    assert str(plan.indicators[1].baseline and plan.indicators[1].baseline.figure) == "95.0"


def test_the_period_is_that_of_the_tables_where_the_title_names_none_and_is_asked_for_where_nothing_does() -> None:
    text = "云溪市发展规划\n\n指标名称\t2020年\t2025年\n森林覆盖率(%)\t61.35\t62"
    reading = read_plan(text)
    assert str(reading.value.period) == "2021/2025"
    assert "period-inferred" in codes(reading)
    with pytest.raises(ReadingError, match='say period="2021/2025"'):
        read_plan("云溪市发展规划\n\n第一章 总则")
    assert str(read_plan("云溪市发展规划\n\n第一章 总则", period="2021/2025").value.period) == "2021/2025"
    two = f"{text}\n\n指标名称\t2015年\t2020年\n森林覆盖率(%)\t60\t61"
    with pytest.raises(ReadingError, match="2021/2025, 2016/2020"):
        read_plan(two)
    assert len(read_plan(two, period="2016/2020").value) == 1


def test_a_table_that_ends_with_the_plan_is_its_own_though_it_begins_with_another_year() -> None:
    text = "云溪市“十四五”规划\n\n指标名称\t2019年\t2025年\n森林覆盖率(%)\t61.2\t62"
    plan = read_plan(text).value
    assert str(plan["森林覆盖率"].baseline) == "61.2 (2019)"
    assert len(read_plan(text, period="2020/2024").value) == 0


def test_the_title_of_what_is_sent_by_a_letter_is_its_own() -> None:
    letter = "云溪市人民政府关于印发《云溪市水利发展“十四五”规划》的通知\n\n各县区：\n\n第一章 现状\n第二章 目标"
    plan = read_plan(letter).value
    assert (str(plan.title), str(plan.period)) == ("云溪市水利发展“十四五”规划", "2021/2025")


def test_what_is_known_of_a_document_stands_in_the_order_of_its_lines() -> None:
    lines = [int(one.place.removeprefix("line ")) for one in read_plan(sample("plan-chapters.txt")).diagnostics]
    assert lines == sorted(lines)


def test_two_tables_of_one_plan_share_no_id() -> None:
    table = "指标名称\t2020年\t2025年\n森林覆盖率(%)\t61.35\t62\n"
    reading = read_plan(f"云溪市“十四五”规划\n\n{table}\n以下为分区指标。\n\n{table}")
    assert [indicator.id for indicator in reading.value] == ["森林覆盖率", "森林覆盖率-2"]
    assert codes(reading)["same-indicator"] == ["line 9"]


def test_strict_raises_what_there_is_to_know() -> None:
    with pytest.raises(ReadingError, match="cannot stand in a plan"):
        read_plan(sample("plan-chapters.txt"), strict=True)


def test_every_figure_of_a_plan_is_printed_where_its_source_says() -> None:
    for name in ("plan-chapters.txt", "plan-lists.txt"):
        text = sample(name)
        plan = read_plan(text).value
        found = locate(plan, text)
        assert found.counts == {LocationStatus.PRINTED: len(found)}, found.doubtful
        lines = {str(one.name): one.source.line for one in plan.indicators if one.source}
        assert all(lines[located.subject] in [place.line for place in located.places] for located in found)


def test_the_real_plan_has_its_outline_its_boxes_and_the_indicators_of_box_5() -> None:
    text = seed_text("004")
    reading = read_plan(text)
    plan = reading.value
    assert counted(plan.sections) == {"part": 4, "chapter": 18, "section": 63}
    assert [box.number for box in plan.boxes] == [str(number) for number in range(1, 36)]
    assert {box.number: len(box.indicators) for box in plan.boxes if box.indicators} == {"5": 28}
    assert str(plan.period) == "2021/2025"
    assert [diagnostic.code for diagnostic in reading.diagnostics if diagnostic.left_out] == ["other-period"]
    found = locate(plan, text)
    assert found.counts == {LocationStatus.PRINTED: len(found)}


PIECES = st.sampled_from(
    [*sample("plan-chapters.txt").splitlines(), *sample("plan-lists.txt").splitlines(), "目录", "\t", "�5", "1,2|3"]
)


@given(st.lists(PIECES, max_size=40))
def test_any_lines_at_all_make_a_plan_or_an_error_that_says_why(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        plan = read_plan(text).value
    except ReadingError as error:
        event(f"refused: {error.diagnostics[0].code}")
        return
    assert all(located.status is not LocationStatus.NOT_PRINTED for located in locate(plan, text))


def test_a_plan_of_which_nothing_is_read_says_how_a_table_is_known() -> None:
    cells = "指标 单位 2020年 2025年 森林覆盖率 % 41.2 ≥43 湿地保护率 % 52 ≥54".replace(" ", "\n")
    reading = read_plan(f"临湖县“十四五”规划主要指标\n\n{cells}")
    assert (len(reading.value.indicators), reading.value.complete) == (0, False)
    (said,) = (said for said in reading.diagnostics if said.left_out)
    assert said.code == "no-table"
    assert "running numbers or blank lines" in said.message
