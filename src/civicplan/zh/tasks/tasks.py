"""read_tasks: a list of tasks as a plan: who answers for each, its objectives, its steps with dates, its amounts."""

from __future__ import annotations

from attrs import evolve

from civicplan.model import Plan
from civicplan.reading import Reading
from civicplan.zh.document import Document
from civicplan.zh.layout.grid import document_of
from civicplan.zh.notices import finished
from civicplan.zh.tasks.task_build import plan_of, read_drafts
from civicplan.zh.tasks.task_columns import OF_TASKS
from civicplan.zh.tasks.task_groups import notes_of


def read_tasks(
    text: str, *, year: int | None = None, document: str = "the text", id: str = "tasks", strict: bool = False
) -> Reading[Plan]:
    r"""Return a list of tasks as a plan.

    Each row becomes a task: who answers for it by the headings 组长, 副组长, 牵头科室, 责任单位 and others, its
    objectives as its description, a milestone for each date in them, a deliverable for each amount. A bare amount is
    a floor.

    Args:
        text: The document.
        year: The year of months and quarters that state none; None takes it from a column or the title.
        document: What the document is called in the sources of the parts.
        id: The id of the plan.
        strict: Whether anything to know about the reading raises.

    Raises:
        ReadingError: There is no table of tasks, or no year; with `strict` also what the reading would tell.

    >>> text = "2025年任务\n\n任务名称|任务目标|责任单位\n书吧|6月底前新建书吧3家|甲科\n书展|办书展2场|乙科"
    >>> task = read_tasks(text).value.task("task-1")
    >>> str(task.milestones[0].due), str(task.deliverables[0].planned), task.responsibility.agencies
    ('2025-06', '≥3', ('甲科',))
    """
    return finished(document_of(text, document).bind(lambda blocks: _plan(blocks, year, id)), strict=strict)


def _plan(document: Document, year: int | None, id: str) -> Reading[Plan]:
    drafts = read_drafts(document, OF_TASKS, year, "任务名称, 责任单位")
    tasks = tuple(evolve(draft.task, notes=notes_of(draft.notes)) for draft in drafts.value.tasks)
    return drafts.map(lambda found: plan_of(found, tasks, document, id, drafts.diagnostics))
