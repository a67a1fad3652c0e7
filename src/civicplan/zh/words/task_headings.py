"""The headings of tables of tasks, and what each says of its column. All of it is data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from civicplan.tables.uniform import uniform


class TaskField(StrEnum):
    """What the cells of a column say of a task.

    Attributes:
        NUMBER: The number of the task, as printed.
        TITLE: What is to be done, in short; in a table without objectives, all that is said of it.
        OBJECTIVE: What the work is, often in numbered sentences.
        DEADLINE: By when.
        LEADS: Lead officials, or the officials in charge.
        DEPUTIES: Deputies of the lead officials.
        LEAD_AGENCIES: Lead agencies.
        AGENCIES: Responsible or supporting agencies.
        YEAR: The year that the row reports on.
        QUARTER: The quarter of that year.
        MONTH: The month of that year at the end of which the report stands.
        PROGRESS: What has been done, in words.
        PART_PROGRESS: What has been done in the quarter or month of the report alone, in words.
        RUNNING_PROGRESS: What has been done so far, in words: its amounts are counted from the start of the work.
        PERCENT: How much of the work is done [percent].
        STATUS: How it stands, in a word.
        NOTES: Remarks; they are no part of what is promised.
    """

    NUMBER = "number"
    TITLE = "title"
    OBJECTIVE = "objective"
    DEADLINE = "deadline"
    LEADS = "leads"
    DEPUTIES = "deputies"
    LEAD_AGENCIES = "lead_agencies"
    AGENCIES = "agencies"
    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    PROGRESS = "progress"
    PART_PROGRESS = "part_progress"
    RUNNING_PROGRESS = "running_progress"
    PERCENT = "percent"
    STATUS = "status"
    NOTES = "notes"


#: Between 责任 and 领导, for instance, the level of government may be named.
_LEVELS = ("", *"省市县区局镇乡")
#: Offices of all kinds, as they stand in headings.
_OFFICES = ("单位", "部门", "科室", "处室", "股室")

#: The headings of each field without blanks and without what stands in brackets.
HEADINGS: dict[TaskField, tuple[str, ...]] = {
    TaskField.NUMBER: ("序号", "编号", "项次", "号", "No.", "No", "#"),
    TaskField.TITLE: (
        *("任务名称", "任务", "工作任务", "重点任务", "重点工作", "重点工作任务", "主要任务", "年度重点工作"),
        *("具体分解", "任务分解", "目标任务", "分解任务", "具体任务", "事项", "项目名称", "工作名称"),
        *("事项名称", "工作事项"),
    ),
    TaskField.OBJECTIVE: (
        *("任务目标", "工作目标", "年度目标", "目标", "任务内容", "工作内容", "主要内容", "工作要求", "目标要求"),
        *("具体内容", "具体目标", "目标任务及措施", "具体措施", "工作措施", "主要措施", "具体举措", "工作举措"),
    ),
    TaskField.DEADLINE: (
        *("完成时限", "完成时间", "完成期限", "时限", "时间节点", "时限要求", "工作时限", "时间要求", "时间安排"),
    ),
    TaskField.LEADS: (
        *("组长", "责任人", "负责人", "包抓领导", "领办领导", "责任人员", "项目负责人"),
        *(f"{duty}{level}领导" for duty in ("责任", "牵头", "分管") for level in _LEVELS),
        *(f"{level}领导" for level in _LEVELS if level),
    ),
    TaskField.DEPUTIES: ("副组长", "副职", "副职领导", "协管领导", "配合领导"),
    TaskField.LEAD_AGENCIES: (
        *(f"{duty}{office}" for duty in ("牵头", "主办", "主责", "牵头责任") for office in _OFFICES),
    ),
    TaskField.AGENCIES: (
        *(f"{duty}{office}" for duty in ("责任", "具体责任", "承办", "落实", "实施") for office in _OFFICES),
        *(f"{duty}{office}" for duty in ("配合", "协办", "协同", "参与", "参加", "配合责任") for office in _OFFICES),
    ),
    TaskField.YEAR: ("年份", "年度"),
    TaskField.QUARTER: ("季度",),
    TaskField.MONTH: ("月份",),
    TaskField.PROGRESS: (
        *("工作进度", "工作进展", "进展情况", "工作进展情况", "完成情况", "落实情况", "推进情况", "进展", "执行情况"),
        "工作完成情况",
    ),
    TaskField.PART_PROGRESS: (
        *("本季度进展", "本季度进展情况", "本季度工作进度", "本月进展", "本月进展情况", "本期进展"),
    ),
    TaskField.RUNNING_PROGRESS: (
        *("当前工作进度", "当前进展", "当前进展情况", "当前工作进展", "当前进度情况"),
        *("目前进展", "目前进展情况", "目前工作进展", "目前完成情况", "截至目前进展情况"),
        *("累计进展", "累计完成情况", "累计完成", "累计进展情况"),
    ),
    TaskField.PERCENT: (
        *("形象进度", "完成进度", "完成比例", "完成率", "进度", "工作进度百分比", "完成百分比", "进度比例"),
    ),
    TaskField.STATUS: ("进度状态", "状态", "完成状态", "进展状态", "工作状态"),
    TaskField.NOTES: ("备注", "说明", "注"),
}

#: A heading that may be that of the title, beside one of these.
_PROJECT = "项目"
_BESIDE_PROJECT = frozenset(
    (TaskField.OBJECTIVE, TaskField.DEADLINE, TaskField.LEADS, TaskField.LEAD_AGENCIES, TaskField.AGENCIES)
)

#: No heading that is known is longer.
_LONGEST = 40
_YEAR = re.compile("^(?:19|20|21)[0-9]{2} ?年度?")
#: What stands before a heading of progress so far: 截至9月底.
_AS_OF = re.compile("截[至止]到?(?:目前|今|[0-9年月日底末]{1,12})的?")
_ENCLOSED = re.compile(r"[(\[][^()\[\]]*[)\]]")


@cache
def _fields() -> dict[str, TaskField]:
    return {uniform(word): field for field, words in HEADINGS.items() for word in words}


def field_of(heading: str) -> TaskField | None:
    r"""Return what a heading says of its column; None where it is none that is known.

    >>> field_of("组  长"), field_of("牵头科室\n（局属单位）"), field_of("责任区领导"), field_of("龙头企业")
    (<TaskField.LEADS: 'leads'>, <TaskField.LEAD_AGENCIES: 'lead_agencies'>, <TaskField.LEADS: 'leads'>, None)
    >>> field_of("截至9月底进展"), field_of("截至2024年9月30日完成情况")
    (<TaskField.RUNNING_PROGRESS: 'running_progress'>, <TaskField.RUNNING_PROGRESS: 'running_progress'>)
    """
    if len(heading) > _LONGEST:
        return None
    plain = _ENCLOSED.sub("", "".join(uniform(heading).split())).removesuffix("%")
    known = _fields().get(plain)
    if known is None and (as_of := _AS_OF.match(plain)):
        rest = _fields().get(plain[as_of.end() :])
        return TaskField.RUNNING_PROGRESS if rest in (TaskField.PROGRESS, TaskField.RUNNING_PROGRESS) else None
    return known


def has_percent_sign(heading: str) -> bool:
    """Return whether a heading says that its cells are percentages.

    >>> has_percent_sign("完成率（％）"), has_percent_sign("形象进度")
    (True, False)
    """
    return "%" in uniform(heading)


def fields_of(upper: Sequence[str], lower: Sequence[str] = ()) -> tuple[TaskField | None, ...]:
    """Return the field of each column, from one row of headings or from two of which the lower ones are finer.

    What is merged over several columns stands over the first of them and holds up to the next.

    >>> fields_of(["任务", "责任单位", "", "时限"], ["", "牵头", "配合", ""])[1:3]
    (<TaskField.LEAD_AGENCIES: 'lead_agencies'>, <TaskField.AGENCIES: 'agencies'>)
    """
    found: list[TaskField | None] = []
    spanning = ""
    for column in range(max(len(upper), len(lower))):
        above = upper[column] if column < len(upper) else ""
        below = lower[column] if column < len(lower) else ""
        spanning = above if above.strip() else (spanning if below.strip() else "")
        found.append(_field_of_two(spanning if below.strip() else above, below))
    return _with_dated(_with_project(found, upper), upper)


def _with_project(found: Sequence[TaskField | None], headings: Sequence[str]) -> list[TaskField | None]:
    """Return the fields with 项目 as the title where no better one stands beside what it is or who answers for it."""
    places = [place for place, heading in enumerate(headings) if "".join(heading.split()) == _PROJECT]
    is_of_tasks = TaskField.TITLE not in found and not _BESIDE_PROJECT.isdisjoint(found)
    is_title = len(places) == 1 and is_of_tasks and found[places[0]] is None
    return [TaskField.TITLE if is_title and place in places else known for place, known in enumerate(found)]


def _with_dated(found: Sequence[TaskField | None], headings: Sequence[str]) -> tuple[TaskField | None, ...]:
    """Return the fields with a heading that names its year, such as 2025年工作目标, where it is the only one that does.

    Of several years, only one can be that of the plan; their columns are left unknown.
    """
    dated = [place for place, heading in enumerate(headings) if found[place] is None and _of_year(heading)]
    return tuple(_of_year(headings[place]) if dated == [place] else known for place, known in enumerate(found))


def _of_year(heading: str) -> TaskField | None:
    """Return the field of a heading behind the year that it begins with, if it says what is to be done."""
    rest = _YEAR.sub("", heading.strip(), count=1)
    known = field_of(rest) if rest != heading.strip() else None
    return known if known in (TaskField.TITLE, TaskField.OBJECTIVE) else None


def _field_of_two(above: str, below: str) -> TaskField | None:
    """Return the field of a heading in two rows: by the lower one, else by both together, else by the upper one."""
    office = re.sub("^责任", "", above)
    candidates = (below, below + office, below + above, above + below, above)
    return next((field for field in map(field_of, candidates) if field is not None), None)
