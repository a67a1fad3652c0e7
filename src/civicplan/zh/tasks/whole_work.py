"""Reports that all of a task is done, and what they say of its steps."""

from __future__ import annotations

from attrs import evolve

from civicplan.model import ReportedStatus, Task
from civicplan.render import reading_notes
from civicplan.values import Figure, Period
from civicplan.zh.tasks.task_groups import with_note

_ALL = 100


def is_all_done(percent: Figure | None, status: ReportedStatus | None) -> bool:
    """Return whether a report says that all of the work is done: 100 %, or without a percentage 已完成.

    >>> is_all_done(Figure("100"), None), is_all_done(Figure("90"), ReportedStatus.COMPLETED)
    (True, False)
    """
    return status is ReportedStatus.COMPLETED if percent is None else percent >= _ALL


def with_steps_done(task: Task, plan: Period) -> Task:
    """Return a task with its steps done at some time up to the end of the first report that all of it is done."""
    start = task.period or plan
    whole = [report.period for report in task.reports if is_all_done(report.percent, report.status)]
    ends = [period for period in whole if period.end_key > start.start_key]
    if not task.milestones or not ends:
        return task
    done = start.through(min(ends, key=lambda period: period.end_key))
    steps = tuple(evolve(step, done=done) for step in task.milestones)
    return evolve(task, milestones=steps, notes=with_note(task.notes, reading_notes.STEPS_DONE))
