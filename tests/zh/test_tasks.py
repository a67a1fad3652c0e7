"""Lists of tasks and tables of progress, whole: our own documents in several layouts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.assessment import assess
from civicplan.model import Plan, Task
from civicplan.reading import Reading, ReadingError
from civicplan.values import Figure
from civicplan.zh.language.numerals import find_numbers
from civicplan.zh.layout.html_lines import is_html
from civicplan.zh.tasks.progress import read_progress
from civicplan.zh.tasks.tasks import read_tasks
from civicplan.zh.text.repair import repair

SAMPLES = Path(__file__).parent / "samples"
LISTS = ("tasks_one_cell_per_line.txt", "tasks_dropped_cells.txt", "tasks.md", "tasks.html")
REPORTS = ("progress_one_cell_per_line.txt", "progress_pipes.txt", "progress.md", "progress.html")


def text_of(name: str) -> str:
    return (SAMPLES / name).read_text(encoding="utf-8")


def codes(reading: Reading[Plan]) -> list[str]:
    return [diagnostic.code for diagnostic in reading.diagnostics]


def steps(task: Task) -> list[tuple[str, str]]:
    return [(str(milestone.title), str(milestone.due)) for milestone in task.milestones]


def planned(task: Task) -> list[tuple[str, str, str | None]]:
    return [(str(part.subject), str(part.planned), part.unit) for part in task.deliverables]


def done(task: Task) -> list[tuple[str, str, str | None]]:
    return [(str(part.subject), str(part.figure), part.unit) for report in task.reports for part in report.delivered]


def figures(plan: Plan) -> list[tuple[Figure, int]]:
    """Every figure of a plan with the line that its source names."""
    found = [(part.planned.figure, part.source) for task in plan.tasks for part in task.deliverables]
    reports = [report for task in plan.tasks for report in task.reports]
    found += [(part.figure, part.source) for report in reports for part in report.delivered]
    found += [(report.percent, report.source) for report in reports if report.percent is not None]
    return [(figure, source.line or 0) for figure, source in found if source is not None]


def check_lines(plan: Plan, text: str) -> None:
    """Check that every figure is printed in the line that its source names, after the repair."""
    lines = repair(text).value.text.split("\n")
    # In a page, a row whose tags are broken names the first of its lines.
    is_page = is_html(text)
    for figure, line in figures(plan):
        named = lines[line - 1 :] if is_page else lines[line - 1 : line]
        printed = [found.figure for one in named for found in find_numbers(one)]
        assert figure in printed, (figure, lines[line - 1])


def test_a_list_of_tasks_is_the_same_plan_in_every_layout() -> None:
    for name in LISTS:
        reading = read_tasks(text_of(name), document=name)
        plan = reading.value
        assert [task.number or "" for task in plan.tasks][::2] == ["1", "3", "5"], name
        books, film, wells, music, path = plan.tasks
        assert (str(plan.title).endswith("2025年重点任务清单"), str(plan.period)) == (True, "2025"), name
        assert books.responsibility.leads == ("甲一",), name
        assert books.responsibility.deputies == ("乙二", "丙一一"), name
        assert books.responsibility.lead_agencies == ("甲科", "乙馆"), name
        assert wells.responsibility.lead_agencies == ("丁科", "戊中心"), name
        assert (film.responsibility.deputies, music.responsibility.lead_agencies) == ((), ("乙馆",)), name
        assert steps(books) == [("新建书吧3家，6月底前对外开放", "2025-06")], name
        assert planned(books) == [("新建书吧", "≥3", "家"), ("向山村送书", "≥2E+4", "册")], name
        assert steps(film) == [("拟于7—8月份，举办2025年夏日影展", "2025-07/2025-08")], name
        assert planned(film) == [("接待观众", "≥5E+4", "人次")], name
        assert [due for _, due in steps(wells)] == ["2025-04", "2025-H1", "2025-09/2026-03"], name
        assert [amount[1:] for amount in planned(wells)] == [("2..3", "处")], name
        assert (steps(music), planned(music)) == ([], []), name
        assert planned(path) == [("提升步道", "≈12", "公里"), ("投入", "≤8.00E+6", "元")], name
        check_lines(plan, text_of(name))


def test_a_table_of_progress_is_the_same_plan_in_every_layout() -> None:
    for name in REPORTS:
        reading = read_progress(text_of(name), document=name)
        meals, tours, plan, stations, visitors = reading.value.tasks
        for task in reading.value.tasks:
            assert str(task.reports[0].period) == "2025-Q3", name
        assert [str(task.reports[0].percent) for task in reading.value.tasks] == ["72", "40", "100", "55", "50"], name
        statuses = [task.reports[0].status for task in reading.value.tasks]
        assert statuses == ["ahead", "behind", "ahead", "on_track", "ahead"], name
        assert (meals.responsibility.leads, meals.responsibility.agencies) == (("甲一",), ("甲局",)), name
        assert tours.responsibility.agencies == ("甲局", "乙馆"), name
        assert str(plan.reports[0].text) == "已完成", name
        check_answers(meals, tours, stations, visitors)
        check_lines(reading.value, text_of(name))


def check_answers(meals: Task, tours: Task, stations: Task, visitors: Task) -> None:
    assert planned(meals) == [("新建社区食堂", "≥6", "个"), ("“银龄学堂”", "≥4", "个"), ("送药下乡", "≥3E+4", "盒")]
    assert done(meals) == [("新建社区食堂", "5", "个"), ("“银龄学堂”", "2", "个"), ("送药下乡", "18250", "盒")]
    assert all(part.accumulates for part in meals.deliverables)
    assert planned(tours)[1] == ("送戏下乡", "≥80", "场")
    assert [amount[1:] for amount in planned(tours)] == [("≥300", "场"), ("≥80", "场")]
    assert [amount[1:] for amount in done(tours)] == [("12", "场"), ("45", "场")]
    assert [amount[0] == planned(tours)[0][0] for amount in done(tours)] == [False, False]
    assert (planned(stations), done(stations)) == ([("新增认定养老驿站", "≥3", "家")], [])
    assert [amount[1:] for amount in planned(visitors)] == [("≥1.25E+9", "元")]
    assert done(visitors) == [("发布线路", "2", "条")]


def test_what_was_inferred_is_said_in_the_notes_of_the_task_in_both_languages() -> None:
    for name in REPORTS:
        notes = read_progress(text_of(name)).value.task("task-1").notes
        assert notes is not None
        assert notes.languages == ("en", "zh")
        for words in ("counted from the start of the work", "社区食堂 (家)", "新建社区食堂 (个)"):
            assert words in notes.in_language("en"), name
        assert "报告中的社区食堂（家）与计划中的新建社区食堂（个）按同一事项读取" in notes.in_language("zh"), name


def test_what_is_left_in_the_text_is_said() -> None:
    for name in REPORTS:
        said = codes(read_progress(text_of(name)))
        for code in ("hedged-amount", "of-a-step", "not-done", "lost-characters"):
            assert code in said, (name, code)
    for name in LISTS:
        assert "amount-for-each" in codes(read_tasks(text_of(name))), name


def test_progress_so_far_stands_under_headings_with_their_day_and_a_project_may_be_the_title() -> None:
    for heading in ("截至9月底进展", "截至9月30日完成情况", "截至目前工作进展情况"):
        headings = f"2024年三季度重点工作进展情况表\n序号|项目|年度目标|{heading}|责任单位"
        table = f"{headings}\n1|口袋公园|新建口袋公园10个|已建成口袋公园7个|甲局"
        reading = read_progress(table)
        (task,) = reading.value.tasks
        assert (str(task.title), planned(task)) == ("口袋公园", [("新建口袋公园", "≥10", "个")]), heading
        assert [(figure, unit) for _, figure, unit in done(task)] == [("7", "个")], heading
        assert "unknown-column" not in codes(reading)
    better = read_tasks("2024年任务清单\n项目|重点任务|责任单位\n文化|新建书吧3家|甲科").value
    assert [str(task.title) for task in better.tasks] == ["新建书吧3家"]


def test_what_a_report_says_of_each_of_several_is_not_done_as_a_whole() -> None:
    table = "2024年三季度重点工作进展情况表\n任务|目标|进展情况|责任单位\n公园|新建公园10个|各街道已建成公园2个|甲局"
    reading = read_progress(table)
    assert done(reading.value.tasks[0]) == []
    assert "amount-for-each" in codes(reading)


def test_strict_reading_raises_what_there_is_to_know() -> None:
    with pytest.raises(ReadingError, match="not an exact amount"):
        read_progress(text_of(REPORTS[0]), strict=True)
    clean = "任务名称|任务目标|责任单位\n书吧|5月新建书吧3家|甲科\n书展|办书展2场|乙科"
    assert read_tasks(clean, year=2025, strict=True).diagnostics == ()


def test_the_year_is_that_given_else_of_the_title_else_of_dates() -> None:
    rows = "任务名称|任务目标|责任单位\n书吧|5月动工|甲科\n书展|2026年8月办书展|乙科"
    assert windows(read_tasks(rows, year=2026)) == ["2026-05", "2026-08"]
    assert windows(read_tasks(f"2025年任务\n\n{rows}")) == ["2025-05", "2026-08"]
    of_dates = read_tasks(rows)
    assert (windows(of_dates), str(of_dates.value.period)) == (["2026-08"], "2026")
    assert {"years-of-dates", "milestone-without-year"} <= set(codes(of_dates))
    with pytest.raises(ReadingError, match=r"zh\.read\(path, year=2025\)"):
        read_tasks(rows.replace("2026年", ""))


def windows(reading: Reading[Plan]) -> list[str]:
    return [str(milestone.due) for task in reading.value.tasks for milestone in task.milestones]


def test_a_report_without_its_period_is_left_out_and_said_unless_it_is_given() -> None:
    text = "2025年重点工作进展\n\n工作任务|进展情况|形象进度\n书吧3家|已建2家|60%\n书展2场|已办1场|50%"
    reading = read_progress(text)
    assert [task.reports for task in reading.value.tasks] == [(), ()]
    assert codes(reading).count("no-report-period") == 2
    given_period = read_progress(text, period="2025-Q3").value
    assert [str(report.period) for task in given_period.tasks for report in task.reports] == ["2025-Q3", "2025-Q3"]


def test_amounts_accumulate_only_where_the_heading_says_so() -> None:
    for heading, accumulates in (
        ("当前进展", True),
        ("累计完成情况", True),
        ("进展情况", False),
        ("本季度进展", False),
    ):
        text = f"工作任务|{heading}|形象进度\n新建书吧3家|建成书吧2家|60%\n办书展2场|办书展1场|50%"
        plan = read_progress(text, period="2025-Q3", year=2025).value
        assert [part.accumulates for task in plan.tasks for part in task.deliverables] == [accumulates] * 2, heading
        assert [len(done(task)) for task in plan.tasks] == [1, 1]


def test_rows_of_one_task_for_several_quarters_are_its_reports() -> None:
    text = (
        "工作任务|年份|季度|当前进展|进度状态\n新建书吧3家|2025|1|建成书吧1家|滞后\n新建书吧3家|2025|2|建成书吧2家|正常"
    )
    (task,) = read_progress(text).value.tasks
    assert [str(report.period) for report in task.reports] == ["2025-Q1", "2025-Q2"]
    assert [figure for _, figure, _ in done(task)] == ["1", "2"]


def test_a_comma_is_no_decimal_point_in_a_percentage() -> None:
    text = "工作任务|季度|形象进度\n书吧|2|，50%\n书展|2|1,00655%\n书屋|2|60%"
    reading = read_progress(text, year=2025)
    assert [report.percent for task in reading.value.tasks for report in task.reports] == [None, None, Figure("60")]


def test_a_percent_without_a_sign_and_a_status_that_is_unknown_are_left_out_and_said() -> None:
    text = "工作任务|季度|形象进度|进度状态\n书吧|2|55|飞快\n书展|2|≥60%|正常\n书屋|2|60%|正常"
    reading = read_progress(text, year=2025)
    assert [task.reports[0].percent for task in reading.value.tasks] == [None, None, Figure("60")]
    assert [task.reports[0].status for task in reading.value.tasks] == [None, "on_track", "on_track"]
    assert {"no-percent-sign", "not-a-percent", "unknown-word"} <= set(codes(reading))
    signed = read_progress(text.replace("形象进度", "形象进度（%）"), year=2025).value
    assert signed.tasks[0].reports[0].percent == Figure("55")


def test_a_column_of_deadlines_gives_milestones_and_the_time_of_the_task() -> None:
    text = "任务名称|完成时限|责任单位\n新建书吧3家|6月底前|甲科\n书展|长期坚持|乙科\n书屋|5月动工，9月完工|丙科"
    reading = read_tasks(text, year=2025)
    books, fair, house = reading.value.tasks
    assert (steps(books), str(books.period)) == ([("新建书吧3家", "2025-06")], "2025-H1")
    assert (steps(fair), fair.period) == ([], None)
    assert [due for _, due in steps(house)] == ["2025-05", "2025-09"]
    assert "cell-without-time" in codes(reading)


def test_rows_without_number_and_title_tell_more_of_the_task_above() -> None:
    text = "序号|任务名称|任务目标|责任单位\n1|书香城市|新建书吧3家|甲科\n||办书展2场|乙科\n2|春晚|办春晚1场|丙科"
    books, _ = read_tasks(text, year=2025).value.tasks
    assert [amount[0] for amount in planned(books)] == ["新建书吧", "办书展"]
    assert books.responsibility.agencies == ("甲科", "乙科")


def test_persons_offices_and_times_of_a_merged_cell_hold_for_each_of_its_rows() -> None:
    rows = (
        "<tr><td>任务名称<td>任务目标<td>完成时限<td>责任单位<td>责任人</tr>",
        "<tr><td>书吧<td>新建书吧3家<td rowspan=2>6月底前<td rowspan=3>甲科、乙馆<td>甲某</tr>",
        "<tr><td>书展<td>办书展2场<td>乙某</tr>",
        "<tr><td rowspan=2>书屋<td>新建书屋4家<td>9月底前<td rowspan=2>丙某</tr>",
        "<tr><td>送书500册<td>10月底前<td>丁科</tr>",
        "<tr><td>春晚<td>办春晚1场<td>12月底前<td>丁科<td>丁某</tr>",
    )
    text = f"<table>\n{chr(10).join(rows)}\n</table>"
    reading = read_tasks(text, year=2025)
    tasks = reading.value.tasks
    in_charge = [(*task.responsibility.agencies, *task.responsibility.leads) for task in tasks]
    assert in_charge == [
        ("甲科", "乙馆", "甲某"),
        ("甲科", "乙馆", "乙某"),
        ("甲科", "乙馆", "丁科", "丙某"),
        ("丁科", "丁某"),
    ]
    assert [due for task in tasks[:2] for _, due in steps(task)] == ["2025-06", "2025-06"]
    assert [(said.code, said.place) for said in reading.diagnostics if said.code.startswith("merged")] == [
        *[("merged-cell", "line 4")] * 2,
        ("merged-cell", "line 5"),
    ]
    check_lines(reading.value, text)


def test_what_was_done_in_a_merged_cell_is_read_for_its_first_row_alone_and_that_is_said() -> None:
    text = (
        "<table><tr><td>工作任务<td>季度<td>形象进度</tr><tr><td>书吧<td rowspan=2>2<td rowspan=2>55%</tr>"
        "<tr><td>书展</tr></table>"
    )
    reading = read_progress(text, year=2025)
    assert [[str(report.percent) for report in task.reports] for task in reading.value.tasks] == [["55"], ["None"]]
    assert {"merged-cell", "merged-words"} <= set(codes(reading))


def test_a_figure_merged_over_columns_that_say_different_things_is_read_under_none_of_them() -> None:
    heads = "<tr><td>序号<td>工作任务<td>年度目标<td>工作进展<td>完成率（%）<td>状态</tr>"
    rows = (
        "<tr><td>1<td>书吧<td colspan=2>新建书吧三家<td colspan=2>50</tr>",
        "<tr><td colspan=2>2024年书展<td>办书展2场<td>已办书展1场<td>50<td>正常</tr>",
        "<tr><td>3<td colspan=2>新建书屋4家<td>已建成书屋2家<td>50<td>正常</tr>",
        "<tr><td colspan=6>二、2024年工作</tr>",
    )
    text = "<table>\n" + "\n".join((heads, *rows)) + "</table>"
    reading = read_progress(text, period="2024-Q2", year=2024)
    bars, show, rooms = reading.value.tasks
    assert (planned(bars), bars.reports[0].percent, bars.reports[0].text) == ([], None, None)
    assert str(show.reports[0].percent) == str(rooms.reports[0].percent) == "50"
    assert planned(rooms)  # what is to be done is said by both headings
    said = [one for one in reading.diagnostics if one.code == "merged-figure"]
    assert [(one.place, one.text, one.left_out) for one in said] == [
        ("line 3", "新建书吧三家", True),
        ("line 3", "50", True),
    ]
    assert "under 年度目标 and 工作进展" in said[0].message
    assert "under 完成率（%） and 状态" in said[1].message or "under 完成率(%) and 状态" in said[1].message


def test_a_number_that_is_too_long_for_one_is_left_out_and_said() -> None:
    text = f"序号|任务名称|任务目标|责任单位\n{'甲乙' * 15}|书吧|新建书吧3家|甲科\n2|书展|办书展2场|乙科"
    reading = read_tasks(text, year=2025)
    assert [task.number for task in reading.value.tasks] == [None, "2"]
    assert "long-number" in codes(reading)


def test_a_document_without_a_table_of_tasks_is_refused_with_what_to_write() -> None:
    for text in ("", "没有表格", "指标|2020年|2025年\n绿地|3|5", "\x00\ufffd"):
        for read in (read_tasks, read_progress):
            with pytest.raises(ReadingError):
                read(text, year=2025)


@st.composite
def mutated(draw: st.DrawFn, names: tuple[str, ...]) -> str:
    """A sample of which lines and characters were lost, doubled or replaced by noise.

    In a page a line break is a blank: a cell goes on behind it, and its line is the one in which it begins.
    """
    name = draw(st.sampled_from(names))
    noises = ("", "\t", "|", "?", "\ufffd", "9", "万", "100%", "，", "2024年", "\x00", "广告")
    lines = text_of(name).split("\n")
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, max(len(lines) - 1, 0)))
        line = lines[place] if lines else ""
        cut = draw(st.integers(0, len(line)))
        noise = draw(st.sampled_from(noises if name.endswith(".html") else (*noises, "\n")))
        change = draw(st.sampled_from(("drop", "double", "insert", "replace")))
        if change == "drop":
            del lines[place : place + 1]
        elif change == "double":
            lines.insert(place, line)
        else:
            lines[place : place + 1] = [line[:cut] + noise + line[cut + (change == "replace") :]]
    return "\n".join(lines)


@given(mutated(LISTS))
def test_a_damaged_list_is_read_or_refused_and_no_figure_is_made_up(text: str) -> None:
    try:
        plan = read_tasks(text, year=2025).value
    except ReadingError:
        return
    check_lines(plan, text)


@given(mutated(REPORTS))
def test_a_damaged_table_of_progress_is_read_or_refused_and_no_figure_is_made_up(text: str) -> None:
    try:
        plan = read_progress(text).value
    except ReadingError:
        return
    check_lines(plan, text)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_tasks, read_progress):
        for heads in ("", "任务名称|责任单位\n", "任务|当前进展|形象进度\n"):
            try:
                read(heads + text, year=2025)
            except ReadingError:
                continue


def planned_of(objective: str) -> tuple[list[tuple[str, str, str | None]], list[str]]:
    reading = read_tasks(f"任务名称|任务目标|责任单位\n书吧|{objective}|甲科\n书展|办书展|乙科", year=2025)
    return planned(reading.value.tasks[0]), codes(reading)


def test_of_several_amounts_of_one_thing_that_for_the_whole_time_is_planned() -> None:
    both = "上半年新建书吧2家，全年新建书吧4家"
    assert planned_of(both) == ([("新建书吧", "≥4", "家")], ["planned-twice"])
    assert planned_of("新建书吧2家。新建书吧2家以上") == ([("新建书吧", "≥2", "家")], [])
    assert planned_of("新建书吧2家；新建书吧4家") == ([], ["planned-several-times"] * 2)
    assert planned_of("6月底前新建书吧2家")[0] == [("新建书吧", "≥2", "家")]


def test_a_date_of_the_whole_time_is_a_step_only_where_no_amount_says_as_much() -> None:
    text = "任务名称|任务目标|责任单位\n书吧|年内出台书吧办法，办书展3场|甲科\n书展|年内办书展3场|乙科"
    rules, fair = read_tasks(text, year=2025).value.tasks
    assert (steps(rules), steps(fair)) == ([("年内出台书吧办法", "2025")], [])


def done_of(progress: str, plan: str = "新建书吧3家", heading: str = "当前进展") -> tuple[list[str], list[str]]:
    text = f"工作任务|{heading}|形象进度\n{plan}|{progress}|60%\n办书展2场|办书展1场|50%"
    reading = read_progress(text, year=2025, period="2025-Q2")
    task = reading.value.tasks[0]
    answers = [figure for subject, figure, _ in done(task) if subject == str(task.deliverables[0].subject)]
    return answers, codes(reading)


def test_an_amount_that_is_not_all_that_was_done_so_far_answers_nothing() -> None:
    assert done_of("建成书吧2家") == (["2"], [])
    assert done_of("上半年建成书吧2家") == (["2"], [])
    for progress in ("本季度建成书吧2家", "6月建成书吧2家", "2024年建成书吧2家", "近日建成书吧1家"):
        assert done_of(progress) == ([], ["other-time"]), progress
    for progress in ("在建书吧2家", "建成书吧2家，装修待定", "拟建成书吧2家", "下一步：建成书吧2家"):
        assert done_of(progress)[0] == (["2"] if progress.startswith("建成") else []), progress
    assert done_of("建成书吧1家。建成书吧2家") == ([], ["several-answers"])
    assert done_of("2家书吧主体封顶")[0] == []


def test_amounts_of_a_period_are_not_taken_for_running_totals() -> None:
    assert done_of("二季度建成书吧2家")[0] == []
    assert done_of("二季度建成书吧2家", heading="本季度进展")[0] == ["2"]


def test_a_deadline_may_be_a_year_or_a_date_in_digits_alone() -> None:
    for cell, due in (
        ("2027年", "2027"),
        ("2027.9", "2027-09"),
        ("2027-09-30前", "2027-09-30"),
        ("2027/12底", "2027-12"),
    ):
        text = f"序号\t任务名称\t任务目标\t完成时限\n1\t书吧\t新建书吧3家\t{cell}\n2\t展览\t办展览4场\t全年"
        assert str(read_tasks(text, year=2027).value.tasks[0].milestones[-1].due) == due, cell


def test_a_comma_within_a_number_ends_no_step() -> None:
    text = "2027年重点任务\n序号\t任务名称\t任务目标\n1\t客流\t6月底前接待1,200万人次\n2\t展览\t办展览4场"
    assert steps(read_tasks(text).value.tasks[0]) == [("6月底前接待1,200万人次", "2027-06")]


def test_growth_beside_an_amount_is_not_left_out_in_silence() -> None:
    assert planned_of("接待游客30万人次、收入2亿元，同比分别增长12%和15%")[1] == [
        "change-no-amount",
        "change-no-amount",
    ]


def test_a_number_without_words_for_what_it_counts_is_not_left_out_in_silence() -> None:
    assert planned_of("旅游人数达到60万人次，力争80万人次")[1] == ["amount-of-nothing"]
    assert planned_of("引进5亿元以上项目20个，进“2025春晚”，开放40小时") == ([("引进5亿元以上项目", "≥20", "个")], [])


LATER = (
    "到2027年建成书吧10家",
    "到2027年，建成书吧10家",
    "建成书吧10家，2027年底前全部完成",
    "到2027年实现乡镇全覆盖，建成书吧10家",
    "2027年底前建成书吧10家",
    "到2027年，建成书屋3家；建成书吧10家",
)


def outcome_of(row: str, headings: str = "工作任务|当前进展|形象进度", **asked: str) -> tuple[str, str, bool]:
    """The time of the task of one row, what came of it by the end of 2024, and whether it is overdue."""
    text = f"2024年重点工作进展\n\n{headings}\n{row}"
    plan = read_progress(text, period=asked.get("period", "2024")).value
    assessed = assess(plan, as_of="2024").task("task-1")
    return str(assessed.period), str(assessed.verdict), assessed.is_overdue


def test_an_amount_that_is_for_a_later_time_is_not_judged_before() -> None:
    for words in LATER:
        assert outcome_of(f"{words}|建成书吧4家|40%") == ("2024/2027", "not_due", False), words
        titled = f"{words}|新建书屋2家|新建书屋1家|40%"
        assert outcome_of(titled, "工作任务|工作目标|当前进展|形象进度")[1] == "not_due", words
    assert outcome_of("2027年书吧达10家|书吧4家|40%")[:2] == ("2024/2027", "not_due")
    assert outcome_of("“十四五”期间新建书吧8家|新建书吧3家|40%") == ("2021/2025", "not_due", False)
    assert outcome_of("2027年底前建成示范区|正在申报|40%") == ("2024/2027", "not_due", False)
    assert outcome_of("建成书吧10家|建成书吧4家|40%") == ("2024", "not_met", True)


def test_an_amount_that_is_for_an_earlier_time_is_judged_by_its_end() -> None:
    assert outcome_of("6月底前建成书吧10家|建成书吧10家|100%")[:2] == ("2024-H1", "not_assessable")
    assert outcome_of("6月底前建成书吧10家|建成书吧9家|90%")[:2] == ("2024-H1", "not_met")


def test_of_amounts_for_several_times_those_for_the_whole_time_are_read() -> None:
    read, said = planned_of("新建书吧3家。到2027年建成书屋10家。2023年建成驿站5家")
    assert read == [("新建书吧", "≥3", "家")]
    assert said.count("amount-of-other-time") == 2
    assert planned_of("到2026年建成书吧3家，到2027年建成书屋10家") == (
        [("建成书屋", "≥10", "家")],
        ["amount-of-other-time"],
    )
    assert planned_of("落实书吧规划（2023—2027年），新建书吧3家") == ([("新建书吧", "≥3", "家")], [])


def reported_up_to(day: str, heading: str = "进展情况", share: str = "100%") -> Task:
    text = f"某县2024年重点项目进展情况（截至{day}）\n\n工作任务|完成时限|{heading}|完成比例\n"
    plan = read_progress(f"{text}放映电影900场|12月底前|放映电影910场|{share}\n办书展2场|6月底前|办书展1场|50%").value
    return plan.task("task-1")


def test_a_report_up_to_a_day_is_on_all_of_the_time_before_it() -> None:
    for day, period in (("2024年12月底", "2024"), ("2024年底", "2024"), ("9月底", "2024-Q1/2024-Q3")):
        assert str(reported_up_to(day).reports[0].period) == period, day
    assert str(reported_up_to("12月底", "本月进展").reports[0].period) == "2024-12"
    assert reported_up_to("2024年").reports == ()


def test_a_task_of_which_all_is_reported_as_done_is_not_overdue() -> None:
    title = "某县2024年重点项目进展情况（截至2024年12月底）\n\n工作任务|完成时限|进展情况|完成比例\n"
    rows = (
        "放映电影900场|12月底前|放映电影910场|100%\n造林3万亩|6月底前|造林3.2万亩|100%\n办书展2场|6月底前|办书展1场|50%"
    )
    plan = read_progress(title + rows).value
    assessed = assess(plan, as_of="2024")
    assert [(str(task.verdict), task.is_overdue) for task in assessed.tasks] == [
        ("met", False),
        ("not_assessable", False),
        ("not_assessable", True),
    ]
    step = plan.tasks[1].milestones[0]
    assert (str(step.due), str(step.done)) == ("2024-06", "2024")
    assert "at a day that is not told" in str(plan.tasks[1].notes and plan.tasks[1].notes.in_language("en"))


def test_amounts_of_a_month_in_a_report_up_to_its_end_are_not_those_of_the_year() -> None:
    text = "某县2024年重点工作进展情况（截至12月底）\n\n工作任务|进展情况|完成比例\n"
    reading = read_progress(f"{text}放映电影900场|本月放映电影90场|100%\n书展|已办|50%")
    assert done(reading.value.tasks[0]) == []
    assert "other-time" in codes(reading)


def test_no_percentage_decides_on_a_task_whose_amount_was_not_read() -> None:
    for promise in ("收入增长10%以上", "办理时间控制在2个工作日以内", "每个乡镇办书展2场", "突破?00万人次"):
        for claim in ("100%", "90%"):
            assert outcome_of(f"{promise}|有序推进|{claim}")[1:] == ("not_assessable", False), promise
        dated = outcome_of(f"{promise}|12月底前|有序推进|100%", "工作任务|完成时限|当前进展|形象进度")
        assert dated[1:] == ("not_assessable", False), promise
        worded = outcome_of(f"{promise}|有序推进|已完成", "工作任务|当前进展|进度状态")
        assert worded[1:] == ("not_assessable", False), promise
        text = f"2024年进展\n\n工作任务|当前进展|形象进度\n{promise}|有序推进|100%"
        assert "percent-without-amount" in codes(read_progress(text, period="2024"))
    for promise in ("创建3A级景区", "为60岁以上老人办理证件", "推进2号馆建设"):
        assert outcome_of(f"{promise}|有序推进|100%")[1] == "met", promise


def test_a_running_total_behind_an_amount_is_of_the_same_thing() -> None:
    for words in ("二季度建成书吧1家，累计2家", "6月建成书吧1家，目前累计已达2家"):
        assert done_of(words) == (["2"], ["other-time"]), words
    assert done_of("二季度建成书吧1家，累计2册") == ([], ["amount-of-nothing", "other-time"])
    assert done_of("建成书吧2家，同比增加1家") == (["2"], ["change-no-amount"])
    assert done_of("二季度开工书吧1家，累计2家")[0] == []
    assert "amount-of-nothing" in done_of("二季度建成书吧1家，累计2家", heading="本季度进展")[1]


def test_numbers_of_a_report_that_answer_nothing_are_said() -> None:
    assert done_of("建成书吧2家，两家已开放") == (["2"], ["amount-of-nothing"])
    assert done_of("建成书吧2家，一批已开放") == (["2"], [])
    assert done_of("百戏下乡2场", plan="送戏下乡9场") == (["2"], ["read-as-the-same"])


def test_a_row_into_which_the_title_reaches_is_of_the_same_task_whatever_it_reports() -> None:
    heads = "<tr><td>序号<td>重点任务<td>工作目标<td>责任单位<td>完成情况<td>完成比例</tr>"
    rows = (
        "<tr><td rowspan=2>1<td rowspan=2>书香城市<td>新建书吧3家<td rowspan=2>甲局<td>建成书吧2家<td>60%</tr>",
        "<tr><td>送书5万册<td>送书3万册<td>70%</tr>",
        "<tr><td>2<td>书展<td>办书展2场<td>乙局<td>办书展1场<td>50%</tr>",
    )
    reading = read_progress(f"<table>{heads}{''.join(rows)}</table>", year=2025, period="2025-Q2")
    books, fair = reading.value.tasks
    assert (books.number, str(books.title), books.responsibility.agencies) == ("1", "书香城市", ("甲局",))
    assert [amount[1:] for amount in planned(books)] == [("≥3", "家"), ("≥5E+4", "册")]
    assert [amount[1:] for amount in done(books)] == [("2", "家"), ("3E+4", "册")]
    assert (books.reports[0].percent, fair.reports[0].percent) == (None, Figure("50"))
    assert {"goes-on", "several-rows-report"} <= set(codes(reading))


def test_amounts_that_were_read_do_not_make_a_task_met_that_promises_more() -> None:
    for promise in ("收入增长10%以上", "2个工作日以内办结", "每个乡镇办书展2场", "恢复到2019年的80%"):
        row = f"接待游客30万人次，{promise}|接待游客{{}}万人次，收入增长8%|100%"
        assert outcome_of(row.format(32))[1] == "not_assessable", promise
        assert outcome_of(row.format(28))[1] == "not_met", promise
        reading = read_progress(f"2024年进展\n\n工作任务|当前进展|形象进度\n{row.format(32)}", period="2024")
        assert "amount-unanswered" in codes(reading), promise
        check_lines(reading.value, f"2024年进展\n\n工作任务|当前进展|形象进度\n{row.format(32)}")
    assert outcome_of("接待游客30万人次|接待游客32万人次，收入增长8%|100%")[1] == "met"


def test_a_number_in_the_title_alone_is_said_and_no_percentage_decides_on_it() -> None:
    for title, objective in (("新建书吧", "新建书吧3家"), ("新建书吧3家", "新建书吧3家"), ("新建书吧3家", "加快建设")):
        reading = read_tasks(f"任务名称|任务目标|责任单位\n{title}|{objective}|甲科\n书展|办书展|乙科", year=2025)
        is_read = objective == "新建书吧3家"
        assert planned(reading.value.tasks[0]) == ([("新建书吧", "≥3", "家")] if is_read else []), title
        assert codes(reading) == ([] if is_read else ["number-in-title"]), title
    headings = "工作任务|工作目标|当前进展|形象进度"
    for title in ("新建书吧3家", "收入增长10%以上"):
        assert outcome_of(f"{title}|加快建设|有序推进|100%", headings)[1] == "not_assessable", title


def test_an_amount_beside_another_year_is_not_of_the_year_of_the_plan() -> None:
    assert planned_of("2023年书吧5家，新建书屋2家") == ([("新建书屋", "≥2", "家")], ["amount-of-other-time"])
    assert planned_of("办好2025年书展3场")[0] == [("办好2025年书展", "≥3", "场")]
    assert planned_of("比2023年多建书吧，新建书屋2家")[0] == [("新建书屋", "≥2", "家")]
    assert planned_of("到2027年，建成书吧10家；新建书屋2家。送书5万册")[0] == [("送书", "≥5E+4", "册")]
    phases = outcome_of(
        "建成书吧10家|一期2024年完成，二期2026年完成|建成书吧4家|40%", "工作任务|完成时限|当前进展|形象进度"
    )
    assert phases[:2] == ("2024/2026", "not_due")
