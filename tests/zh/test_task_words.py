"""Dates that are deadlines, and amounts that speak of the same thing: by documented words, and never by a guess."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from civicplan.values import Period
from civicplan.zh.language.milestones import read_steps
from civicplan.zh.tasks.progress import read_progress
from civicplan.zh.tasks.same_thing import Counted, answers, core, is_same_unit, is_under_way, steps

YEAR = Period.of(2025)


def dated(sentence: str, year: int | None = 2025) -> tuple[list[tuple[str, str]], list[str]]:
    reading = read_steps(sentence, line=1, year=year, plan=YEAR)
    return [(step.title, str(step.due)) for step in reading.value], [said.code for said in reading.diagnostics]


def test_each_date_opens_the_window_of_its_own_clause() -> None:
    assert dated("新馆分两期，一期3月开馆，二期在下半年开工")[0] == [
        ("新馆分两期，一期3月开馆", "2025-03"),
        ("二期在下半年开工", "2025-H2"),
    ]


def test_a_clause_that_says_only_when_goes_with_the_next_one() -> None:
    assert dated("拟于7—8月，举办影展，办成品牌")[0] == [("拟于7—8月，举办影展", "2025-07/2025-08")]


def test_two_dates_in_a_clause_are_parted_at_the_pause_between_them() -> None:
    assert dated("书吧5月动工、9月开放")[0] == [("书吧5月动工", "2025-05"), ("9月开放", "2025-09")]


def test_a_year_alone_is_a_date_only_beside_a_word_that_says_so() -> None:
    for name in ("举办2025年市运会", "落实2025年工作要点", "在“2025年春晚”中亮相"):
        assert dated(name) == ([], [])
    for date in ("2025年完成改造", "力争2025年开园", "到2025年建成", "2025年底前建成"):
        assert [due for _, due in dated(date)[0]] == ["2025"], date


def test_what_begins_recurs_compares_or_is_over_is_no_deadline() -> None:
    for sentence in ("从5月起开放", "5月以来推进", "比2024年增长", "截至6月底已建3家", "5月之后开放"):
        assert dated(sentence) == ([], ["no-deadline"]), sentence
    assert dated("2023年6月已完成立项") == ([], ["past-date"])
    assert [due for _, due in dated("从5月至8月开放")[0]] == ["2025-05/2025-08"]


def test_without_a_year_months_are_left_in_the_text_and_said() -> None:
    assert dated("6月开馆", year=None) == ([], ["milestone-without-year"])
    assert dated("2025年6月开馆", year=None)[0] == [("2025年6月开馆", "2025-06")]


@given(st.text(alphabet="在于拟、，。2025年10月底前至—上半开馆“”", max_size=40))
def test_the_title_of_a_step_stands_in_the_sentence(sentence: str) -> None:
    for title, _ in dated(sentence)[0]:
        assert title in sentence


def test_units_that_count_one_by_one_are_the_same_and_others_are_not() -> None:
    for one, other in (("个", "家"), ("场", "场次"), ("册", "册"), ("%", "％"), (None, None)):
        assert is_same_unit(one, other), (one, other)
    for one, other in (("人", "人次"), ("个", "场"), ("万元", "亿元"), ("个", None), ("项", "个")):
        assert not is_same_unit(one, other), (one, other)


def test_words_of_doing_are_no_part_of_what_is_counted() -> None:
    for subject in ("新建书房", "已建成书房", "书房均已建成", "“书房”", "建成书房数量"):
        assert core(subject) == "书房", subject
    assert core("送药下乡") == core("送药") == "药"
    assert core("千戏下乡") == core("送戏下乡") == "戏"


def counted(subject: str, unit: str, clause: str = "") -> Counted:
    return Counted(subject, unit, clause or f"{subject}5{unit}")


def test_an_amount_answers_the_plan_where_unit_step_and_thing_are_the_same() -> None:
    pairs = (
        (counted("建成社区食堂", "家"), counted("新建社区食堂", "个")),
        (counted("送药", "盒"), counted("送药下乡", "盒")),
        (counted("百戏下乡", "场"), counted("送戏下乡", "场")),
        (counted("学堂", "家"), counted("“银龄学堂”", "个", "“银龄学堂”4个")),
        (counted("开工厂房", "个"), counted("开工建设厂房", "个", "开工建设厂房2个")),
    )
    for done, planned in pairs:
        assert answers(done, planned), (done, planned)


def test_a_part_another_step_another_unit_and_a_wider_word_answer_nothing() -> None:
    pairs = (
        (counted("“甲”巡演", "场"), counted("“甲”“乙”巡演", "场")),
        (counted("巡演", "场"), counted("“甲”“乙”巡演", "场")),
        (counted("书房", "家", "2家书房完成初步验收"), counted("新建书房", "个")),
        (counted("建成民间博物馆", "家"), counted("开工建设民间博物馆", "家")),
        (counted("图书馆", "个"), counted("新建儿童图书馆", "个")),
        (counted("儿童图书馆", "个"), counted("新建图书馆", "个")),
        (counted("参观", "人"), counted("参观", "人次")),
        (counted("书房", "个", "改造书房2个"), counted("新建书房", "个")),
    )
    for done, planned in pairs:
        assert not answers(done, planned), (done, planned)


def test_what_is_under_way_is_not_done() -> None:
    for clause in ("统筹推进灯会等4项活动", "拟办展览3场", "尚未建成2家", "争取新增5家", "全年目标60场"):
        assert is_under_way(clause), clause
    for clause in ("办展览3场", "接待观众300人次", "建成虚拟展厅2个", "培训未成年人50人次"):
        assert not is_under_way(clause), clause


@given(st.text(max_size=40))
def test_any_words_have_a_core_that_stands_in_them(words: str) -> None:
    assert not words.strip("“”‘’「」『』《》〈〉\"' ") or core(words)
    assert steps(words) == steps(words * 2) or steps(words) < steps(words * 2)


def test_an_amount_that_answers_no_planned_one_says_whether_its_unit_or_its_step_is_another() -> None:
    head = "2024年重点任务进展情况（截至2024年9月）\n\n序号\t重点任务\t进展情况\t完成比例\n1\t建成书屋12家\t"
    for report, difference in (
        ("建成书屋300平方米。", "but in another unit"),
        ("其中建成书屋7家完成验收。", "but for another step"),
    ):
        said = [one.message for one in read_progress(f"{head}{report}\t50%").diagnostics if one.code == "not-the-same"]
        assert len(said) == 1, report
        assert difference in said[0], report
