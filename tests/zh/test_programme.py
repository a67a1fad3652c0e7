"""Work programmes, in three layouts: outline, goals, items, amounts and dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicplan.model import Plan
from civicplan.reading import Reading, ReadingError
from civicplan.zh.plans.programme import read_programme

from .seeds import seed_text

SAMPLES = Path(__file__).parent / "samples"
TITLE = "某县图书事业局2023年工作要点\n"


def read(name: str) -> Reading[Plan]:
    return read_programme((SAMPLES / name).read_text(encoding="utf-8"), document=name)


def amounts(plan: Plan) -> list[tuple[str, str, str | None]]:
    return [(task.id, str(amount.planned), amount.unit) for task in plan.tasks for amount in task.deliverables]


def dates(plan: Plan) -> list[tuple[str, str]]:
    return [(task.id, str(step.due)) for task in plan.tasks for step in task.milestones]


def codes(reading: Reading[Plan]) -> list[str]:
    return [diagnostic.code for diagnostic in reading.diagnostics]


def test_a_programme_in_plain_lines() -> None:
    reading = read("programme-plain.txt")
    plan = reading.value
    assert (str(plan.title), str(plan.period)) == ("某县图书事业局2023年工作要点", "2023")
    assert [(str(section.level), len(section.sections)) for section in plan.sections] == [("part", 3), ("part", 2)]
    assert [goal.tasks for goal in plan.goals] == [("item-1", "item-2", "item-3"), ("item-4", "item-5")]
    first = plan.task("item-1")
    assert (first.number, str(first.title), str(first.source)) == ("1", "新建乡村书屋", "programme-plain.txt, line 7")
    assert str(first.description).startswith("在人口")
    assert amounts(plan) == [
        ("item-1", "≥12", "家"),
        ("item-1", "≥30", "家"),
        ("item-2", "≥2E+4", "册"),
        ("item-2", "≥6000", "册"),
        ("item-4", "≥8", "场"),
        ("item-4", "≥1.5E+4", "人次"),
        ("item-5", "≥3.6E+4", "册"),
    ]
    assert dates(plan) == [("item-1", "2023-06"), ("item-1", "2023-10"), ("item-4", "2023-04")]
    assert codes(reading) == ["amount-outside-items", "length-of-time"]


def test_an_amount_for_each_of_several_places_is_left_out_and_said() -> None:
    reading = read_programme(
        f"{TITLE}1.新建书屋。各县（市、区）新建书屋3家。\n2.举办书展。各乡镇要加强领导，举办书展2场。\n"
        "3.送戏下乡。组织各街道送戏5场。\n4.培训馆员。各县（区）共培训馆员60名。\n5.建设驿站。建设各类驿站8个。\n"
    )
    assert amounts(reading.value) == [("item-4", "≥60", "名"), ("item-5", "≥8", "个")]
    assert codes(reading).count("amount-for-each") == 3


def test_a_programme_with_the_page_around_it_and_lost_full_stops() -> None:
    reading = read("programme-noise.txt")
    plan = reading.value
    assert (str(plan.title), str(plan.period)) == ("滨江市园林中心2022年工作要点", "2022")
    assert [task.number for task in plan.tasks] == ["1", "2", "3", "5"]
    assert str(plan.task("item-3").title) == "更新苗木"
    assert str(plan.task("item-2").title).startswith("打通绿道持续")
    assert plan.task("item-2").notes is not None
    assert ("item-3", "≥1E+4", "株") in amounts(plan)
    assert ("item-1", "≥20", "公顷") in amounts(plan)
    assert {"item-without-heading", "item-out-of-order"} <= set(codes(reading))
    assert not any("打印" in str(task.description) for task in plan.tasks)


def test_a_programme_of_several_years_on_a_page() -> None:
    reading = read("programme.html")
    plan = reading.value
    assert (str(plan.title), str(plan.period)) == ("东湖区水务局2021—2023年节水行动方案", "2021/2023")
    assert [str(section.title) for section in plan.sections[0].sections] == ["推广节水器具", "治理漏损"]
    assert [(task.id, task.number) for task in plan.tasks] == [("item-1", "一"), ("item-2", "二"), ("item-3", "一")]
    assert ("item-2", "≤9", "%") in amounts(plan)
    assert ("item-3", "≥24", "场次") in amounts(plan)
    assert dates(plan) == [("item-1", "2022")]
    sources = [amount.source and amount.source.line for amount in plan.task("item-1").deliverables]
    assert sources == [6]
    assert codes(reading) == ["amount-of-other-time"]


def test_the_year_is_given_or_stands_in_the_title() -> None:
    items = "一、读书\n1.建书吧。新建书吧3家。"
    assert str(read_programme(items, year=2025).value.period) == "2025"
    with pytest.raises(ReadingError, match="year="):
        read_programme(items)
    assert str(read_programme(TITLE + items, year=2024).value.period) == "2024"


def test_a_text_without_items_is_refused() -> None:
    with pytest.raises(ReadingError) as caught:
        read_programme("今年新建书屋12家。")
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["no-items", "no-plan-year"]


def test_items_whose_numbers_begin_anew_have_ids_of_their_own() -> None:
    plan = read_programme(f"{TITLE}一、读书\n1.建书吧。\n2.送书。\n二、看展\n1.办展。").value
    assert [(task.id, task.number) for task in plan.tasks] == [("item-1", "1"), ("item-2", "2"), ("item-3", "1")]
    assert codes(read_programme(f"{TITLE}1.建书吧。\n1.送书。")) == ["item-out-of-order"]


def test_a_heading_in_a_line_of_its_own_and_the_paragraphs_below_it() -> None:
    task = read_programme(f"{TITLE}1.建书吧\n新建书吧3家。\n改造书吧5家。").value.task("item-1")
    assert (str(task.title), str(task.description)) == ("建书吧", "新建书吧3家。\n改造书吧5家。")
    assert [amount.source and amount.source.line for amount in task.deliverables] == [3, 4]


def test_a_longer_plan_that_is_named_is_no_date() -> None:
    reading = read_programme(f"{TITLE}1.编规划。编制书屋建设规划(2023—2027年)。")
    assert dates(reading.value) == []
    assert all(diagnostic.code == "wider-time" for diagnostic in reading.diagnostics)


def test_an_amount_for_a_later_year_is_due_then() -> None:
    plan = read_programme(f"{TITLE}1.建书屋。到2026年建成书屋10家。\n2.送书。送书2万册。").value
    assert [str(task.period) for task in plan.tasks] == ["2023/2026", "None"]
    assert amounts(plan) == [("item-1", "≥10", "家"), ("item-2", "≥2E+4", "册")]


def test_the_real_programme() -> None:
    plan = read_programme(seed_text("003")).value
    assert str(plan.period) == "2024"
    assert [len(section.sections) for section in plan.sections] == [4, 4, 5, 3, 4, 4]
    assert [task.number for task in plan.tasks] == [str(number) for number in range(1, 25)]
    promised = [(planned, unit) for _, planned, unit in amounts(plan)]
    expected = [("≥1E+4", "间"), ("≥5", "条"), ("≥6", "个"), ("≥1.00E+10", "元"), ("≥10", "个")]
    for amount in (*expected, ("≥30", "条"), ("≥10", "篇"), ("≥5000", "篇次")):
        assert amount in promised
    assert ("≥2", "个") not in promised  # for each of several counties
