"""Kinds of documents: which reader a document is for, known by its title and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice

from civicplan.reading import Diagnostic, Diagnostics, Reading, ReadingError
from civicplan.zh.document import Document, TextTable
from civicplan.zh.evaluations.evaluation_header import header_of
from civicplan.zh.indicators.indicator_columns import NO_PLAN
from civicplan.zh.indicators.indicator_tables import indicator_tables_of
from civicplan.zh.layout.heading_lines import skeleton
from civicplan.zh.notices import Notice
from civicplan.zh.plans.head import Head, head_of
from civicplan.zh.plans.outline import read_outline
from civicplan.zh.tasks.task_columns import OF_PROGRESS, OF_TASKS, Columns, columns_of
from civicplan.zh.words.evaluation_words import Column

#: Headings stand in the first rows of a table.
_ROWS_OF_HEADINGS = 12
#: Whom a reply answers, and that the proposal was received, stands in the first lines.
_LINES_OF_OPENING = 30
_LONGEST_OPENING = 200
_FEWEST_HEADINGS, _FEWEST_ITEMS = 2, 3


class Kind(StrEnum):
    """The kinds of documents that are read; the value is the name of the reader behind ``read_``.

    Attributes:
        PLAN: A plan: a title with 规划 or 纲要 above headings, boxes or a table of indicators; or such a table alone.
        TASKS: A list of tasks: a table of what is to be done and who answers for it.
        PROGRESS: A report on tasks: such a table with a column of progress, percent or status.
        REPLY: A reply to a proposal: a title with 答复, or an opening that says of a proposal that it was received.
        PROGRAMME: A work programme: a title such as 工作要点 or 工作方案 above headings or numbered items.
        EVALUATION: A self-evaluation: a table of indicators with targets, actuals, and points.
    """

    PLAN = "plan"
    TASKS = "tasks"
    PROGRESS = "progress"
    REPLY = "reply"
    PROGRAMME = "programme"
    EVALUATION = "evaluation"

    @property
    def in_words(self) -> str:
        """What a document of the kind is called, with its article.

        >>> Kind.TASKS.in_words
        'a list of tasks'
        """
        return _IN_WORDS[self]

    @property
    def reader(self) -> str:
        """The name of the function that reads it.

        >>> Kind.REPLY.reader
        'zh.read_reply'
        """
        return f"zh.read_{self.value}"


_IN_WORDS: dict[Kind, str] = {
    Kind.PLAN: "a plan",
    Kind.TASKS: "a list of tasks",
    Kind.PROGRESS: "a report on tasks",
    Kind.REPLY: "a reply",
    Kind.PROGRAMME: "a work programme",
    Kind.EVALUATION: "a self-evaluation",
}
#: What the titles of each kind say. A title says last what the document is: 规划实施方案 is a programme.
TITLE_WORDS: dict[Kind, tuple[str, ...]] = {
    Kind.PLAN: ("规划", "纲要"),
    Kind.TASKS: ("任务", "任务清单", "任务分解", "任务分工", "重点工作", "项目清单", "责任清单"),
    Kind.PROGRESS: ("进展", "进展情况", "进度", "推进情况", "落实情况", "完成情况", "执行情况"),
    Kind.REPLY: ("答复", "复函", "答复意见", "办理情况"),
    Kind.PROGRAMME: (
        *("工作要点", "工作计划", "工作方案", "工作安排", "工作思路", "实施方案", "行动方案", "行动计划", "实施意见"),
        *("分工方案", "要点"),
    ),
    Kind.EVALUATION: ("自评", "自评表", "自评报告", "绩效评价", "绩效目标"),
}

#: What a document of each kind has.
NEEDS: dict[Kind, str] = {
    Kind.PLAN: "a title with 规划 or 纲要 above headings, boxes or a table of indicators, or such a table alone",
    Kind.TASKS: "a table with a column for what is to be done and one for who answers for it or by when",
    Kind.PROGRESS: "such a table with a column of progress, percent or status",
    Kind.REPLY: "a title with 答复, or a line that says of a 建议, 提案 or 议案 that it was received (收悉)",
    Kind.PROGRAMME: "a title such as 工作要点 or 工作方案 above headings 一、 or items 1.",
    Kind.EVALUATION: "a table with columns for targets, actuals, and points such as 分值 or 得分",
}
UNKNOWN_KIND = Notice(
    "unknown-document-kind",
    "None of the kinds of documents that are read fits. {kinds}. Say which kind it is, as in kind={example}.",
)
SEVERAL_KINDS = Notice(
    "several-kinds", "It can be read as {kinds}, and its title names none of them. Say which, as in kind={example}."
)
ALSO = Notice("other-kind", "It was read as {kind}. It also has {what}; {reader} reads that.", left_out=False)

_RECEIVED = re.compile("(?:建议|提案|议案).{0,30}(?:收悉|收到)|(?:收悉|收到).{0,30}(?:建议|提案|议案)")
_ITEM = re.compile(r"[0-9]{1,3}[.．、](?![0-9])")


def recognise(document: Document) -> Reading[Kind]:
    r"""Return which kind a document is, by its title and by what stands in it, never by the name of its file.

    Where the title names a kind, and the document has what that kind needs, it is of that kind. Else it is of the one
    kind whose table or opening it has.

    Raises:
        ReadingError: No kind fits, or several do; the error says what each of them needs.

    >>> from civicplan.zh.layout.grid import document_of
    >>> text = "对第12号建议的答复\n甲某代表：\n您提出的《关于夜间开放书屋的建议》收悉。"
    >>> recognise(document_of(text, "reply").value).value
    <Kind.REPLY: 'reply'>
    """
    head, shown = head_of(document), tuple(_shown(document))
    named = _named(head.title)
    if named is not None and (named in shown or _suits(named, document)):
        others = (kind for kind in shown if kind is not named)
        said = [
            ALSO.at(head.line, head.title, kind=named.in_words, what=NEEDS[kind], reader=kind.reader) for kind in others
        ]
        return Reading(value=named, diagnostics=said)
    if len(shown) == 1:
        return Reading(value=shown[0])
    raise ReadingError(Diagnostics((_undecided(head, shown),)))


def _undecided(head: Head, shown: Sequence[Kind]) -> Diagnostic:
    """Return which kinds were considered, and what each of them needs."""
    if shown:
        kinds = " and as ".join(f"{kind} ({NEEDS[kind]})" for kind in shown)
        return SEVERAL_KINDS.at(head.line, head.title, kinds=kinds, example=f'"{shown[0]}"')
    kinds = "; ".join(f"{kind} needs {words}" for kind, words in NEEDS.items())
    return UNKNOWN_KIND.at(head.line, head.title, kinds=kinds, example='"plan"')


def _named(title: str) -> Kind | None:
    """Return the kind that a title names last; None where it names none, or two with the same words."""
    plain = skeleton(title)
    ends = {
        kind: max((plain.rfind(word) + len(word) for word in words if word in plain), default=0)
        for kind, words in TITLE_WORDS.items()
    }
    last = max(ends.values())
    kinds = [kind for kind, end in ends.items() if end == last]
    return kinds[0] if last and len(kinds) == 1 else None


def _suits(kind: Kind, document: Document) -> bool:
    """Return whether a document has what a kind needs that its title names."""
    if kind is Kind.REPLY:
        return True
    if kind not in (Kind.PLAN, Kind.PROGRAMME):
        return False
    outline = read_outline(document).value
    has_items = sum(_ITEM.match(paragraph.text) is not None for paragraph in document.paragraphs) >= _FEWEST_ITEMS
    has_headings = len(outline.lines) >= _FEWEST_HEADINGS
    return has_headings or (has_items if kind is Kind.PROGRAMME else bool(outline.boxes))


def _shown(document: Document) -> Iterator[Kind]:
    """Yield the kinds of which a document of any title would be, by its tables and its opening."""
    tables = indicator_tables_of(document)
    if tables.value or any(diagnostic.code == NO_PLAN.code for diagnostic in tables.diagnostics):
        yield Kind.PLAN
    fields = [set(columns.fields) for table in document.tables if (columns := _columns_of_tasks(table)) is not None]
    if any(of_table.isdisjoint(OF_PROGRESS) for of_table in fields):
        yield Kind.TASKS
    if any(not of_table.isdisjoint(OF_PROGRESS) for of_table in fields):
        yield Kind.PROGRESS
    opening = islice(document.paragraphs, _LINES_OF_OPENING)
    if any(_RECEIVED.search(paragraph.text[:_LONGEST_OPENING]) for paragraph in opening):
        yield Kind.REPLY
    if any(map(_has_points, document.tables)):
        yield Kind.EVALUATION


def _columns_of_tasks(table: TextTable) -> Columns | None:
    places = range(min(_ROWS_OF_HEADINGS, len(table.rows)))
    found = (columns_of(table.rows[place : place + 2], (*OF_TASKS, *OF_PROGRESS)) for place in places)
    return next(filter(None, found), None)


def _has_points(table: TextTable) -> bool:
    headers = filter(None, map(header_of, table.rows[:_ROWS_OF_HEADINGS]))
    return any(not set(header.columns).isdisjoint((Column.WEIGHT, Column.SCORE)) for header in headers)
