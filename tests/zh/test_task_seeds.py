"""The real list of tasks and the real table of progress, read whole; names of persons are taken from the documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

import civicplan as cp
from civicplan.model import Plan, Task
from civicplan.zh.tasks.progress import read_progress
from civicplan.zh.tasks.tasks import read_tasks
from civicplan.zh.text.repair import repair

from .seeds import seed_text


def tasks() -> Plan:
    return read_tasks(seed_text("000"), year=2025, document="000").value


def progress() -> Plan:
    return read_progress(seed_text("002"), document="002").value


def printed_rows() -> Iterator[tuple[str, ...]]:
    """The cells of each row of the list, repaired, by its tabs alone: six of them, below six headings."""
    cells = re.split(r"(?:^|\n) ?\t", repair(seed_text("000")).value.text)[1:]
    yield from (tuple(cells[start : start + 6]) for start in range(6, len(cells), 6))


def unpadded(cell: str) -> tuple[str, ...]:
    return tuple("".join(line.split()) for line in cell.split("\n") if line.strip())


def test_all_tasks_with_their_names_deputies_and_offices() -> None:
    plan, rows = tasks(), list(printed_rows())
    assert len(plan.tasks) == len(rows) == 35
    for task, (number, title, objective, lead, deputy, offices) in zip(plan.tasks, rows, strict=True):
        assert (task.id, task.number) == (f"task-{number.strip()}", number.strip())
        assert str(task.title) == title.strip()
        assert task.responsibility.leads == unpadded(lead), number
        assert task.responsibility.deputies == unpadded(deputy), number
        assert task.responsibility.lead_agencies == unpadded(offices), number
        assert str(task.description).split("\n") == [line.strip() for line in objective.strip().split("\n")], number


def windows(task: Task) -> list[str]:
    return [str(milestone.due) for milestone in task.milestones]


def test_dated_milestones_with_their_windows() -> None:
    dated = {task.number: windows(task) for task in tasks().tasks if task.milestones}
    assert dated == {
        "2": ["2025-10", "2025-05", "2025-05", "2025-H1", "2025-05", "2025-10"],
        "5": ["2025-03", "2025-04", "2025-05/2026-04"],
        "10": ["2025-11"],
        "11": ["2025-07/2025-08"],
        "12": ["2025-08/2025-11"],
        "15": ["2025"],
    }


def amounts(task: Task) -> list[tuple[str, str | None]]:
    return [(str(part.planned), part.unit) for part in task.deliverables]


def test_quantified_deliverables() -> None:
    planned = {task.number: amounts(task) for task in tasks().tasks if task.deliverables}
    assert planned == {
        "3": [("≥1.00E+6", "人次")],
        "13": [(">8E+8", None)],
        "20": [("≥10", "场"), ("≥230", "个")],
        "23": [("≥100", None), ("≥100", "款")],
        "25": [("≥30", "批次")],
        "26": [("≈5", "个")],
        "34": [("2..3", "个")],
    }


def test_progress_of_nineteen_tasks_as_the_built_in_set_has_it() -> None:
    plan, built_in = progress(), cp.datasets.load("shangyu-2024-q2")
    assert len(plan.tasks) == len(built_in.tasks) == 19
    for task, known in zip(plan.tasks, built_in.tasks, strict=True):
        (report,), (published,) = task.reports, known.reports
        assert (report.period, report.percent, report.status) == (published.period, published.percent, published.status)
        assert task.responsibility.agencies == known.responsibility.lead_agencies, task.id
        assert len(task.responsibility.leads) == 1
        assert (task.source and task.source.line) == (known.source and known.source.line)


def test_the_table_as_read_is_assessed_as_the_built_in_set_is() -> None:
    plan, built_in = progress(), cp.datasets.load("shangyu-2024-q2")
    for day in ("2024-Q2", "2024"):
        read, known = cp.assess(plan, as_of=day), cp.assess(built_in, as_of=day)
        for task, other in zip(plan.tasks, built_in.tasks, strict=True):
            one, two = read.task(task.id), known.task(other.id)
            assert (one.verdict, one.standing, one.reported) == (two.verdict, two.standing, two.reported), task.id


def pairs(plan: Plan) -> list[tuple[str, str, str]]:
    """The planned amounts that a report answers."""
    found = []
    for task in plan.tasks:
        for part in task.deliverables:
            answers = [done for report in task.reports for done in report.delivered if done.subject == part.subject]
            found += [(str(part.planned), str(done.figure), str(part.unit)) for done in answers]
    return found


def test_five_pairs_of_planned_and_done_of_which_one_is_a_part_and_no_answer() -> None:
    plan = progress()
    (shows,) = [task for task in plan.tasks if "送戏下乡" in str(task.title)]
    assert (str(shows.deliverables[0].planned), shows.deliverables[0].unit) == ("≥400", "场")
    assert [str(done.figure) for done in shows.reports[0].delivered] == ["15", "60"]
    assert pairs(plan) == [
        ("≥100", "60", "场"),
        ("≥4", "4", "个"),
        ("≥5", "4", "个"),
        ("≥6E+4", "32547", "册"),
    ]


def test_the_damaged_number_of_visitors_is_said_and_no_amount() -> None:
    reading = read_progress(seed_text("002"), document="002")
    assert any((said.place, said.code) == ("line 19", "lost-characters") for said in reading.diagnostics)
    (visitors,) = [task for task in reading.value.tasks if "百社千团" in str(task.title)]
    assert amounts(visitors) == [("≥7.5E+9", "元")]
