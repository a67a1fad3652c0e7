"""Read a plan: its outline, its boxes and its tables of indicators, as one plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from civicplan.errors import InvalidPlanError
from civicplan.model import Box, Plan
from civicplan.reading import Diagnostic, Diagnostics, Reading, ReadingError
from civicplan.values import Period, PeriodLike, TextLike, to_period
from civicplan.zh.document import Document, TextTable
from civicplan.zh.indicators.indicator_tables import NO_TABLE, IndicatorTable, indicator_tables_of
from civicplan.zh.layout.grid import document_of
from civicplan.zh.notices import Notice, finished
from civicplan.zh.plans.head import Head, head_of
from civicplan.zh.plans.outline import Outline, read_outline
from civicplan.zh.plans.table_ids import with_ids_of_their_own

NO_PERIOD = Notice(
    "no-plan-period",
    'Neither the title nor a table of indicators says which years the plan is for; say period="2021/2025", '
    "which zh.read and zh.read_plan take.",
)
SEVERAL_PERIODS = Notice(
    "several-plan-periods",
    "The title does not say which years the plan is for, and its tables are of {periods}; say which one is meant, as "
    'in period="2021/2025", which zh.read and zh.read_plan take.',
)
PERIOD_OF_TABLES = Notice(
    "period-inferred",
    "The title does not say which years the plan is for; {period} was taken, the years of its tables of indicators.",
    left_out=False,
)
OTHER_PERIOD = Notice(
    "other-period",
    "The table is of the plan for {period}, and its {count} indicators cannot stand in a plan for {plan}; "
    "zh.read_indicator_tables gives them.",
)
YEARS_OF_PLAN = Notice(
    "period-of-document",
    "The table does not name the years of its plan; it was read as one of the plan for {plan}, which the title of the "
    "document names.",
    left_out=False,
)
NO_TITLE = Notice(
    "title-from-name",
    "No line above the first heading says what the document is; its name was taken as the title.",
    left_out=False,
)
REFUSED = Notice("plan-refused", "What was read makes no plan: {problem}.")


def read_plan(
    text: str,
    *,
    document: str = "the text",
    id: str = "plan",
    title: TextLike | None = None,
    period: PeriodLike | None = None,
    strict: bool = False,
) -> Reading[Plan]:
    r"""Return the plan that a document is: its outline, its boxes, its indicators, and the notes under these as claims.

    The plan holds the tables of its own period. A plan often prints one on the plan before it as well; what was
    promised for other years cannot stand in it, and a diagnostic says which table that is.

    Args:
        text: The text of the document, plain or HTML.
        document: What the document is called in sources.
        id: The id of the plan.
        title: Its title; by default the one in the head of the document.
        period: The plan period; by default the one that the title names, such as 第十四个五年规划, or else the one of
            its tables.
        strict: Raise an error where there is anything to know.

    Raises:
        ReadingError: Nothing says which years the plan is for, or the text is none; or `strict` is true, and there are
            diagnostics.
        InvalidInputError: An argument is of another type or has no meaning.

    >>> table = "专栏1 主要指标\n指标名称\t2020年\t2025年\n森林覆盖率(%)\t41.2\t45.0"
    >>> text = f"江城“十四五”规划\n\n第一章 目标\n\n{table}"
    >>> plan = read_plan(text).value
    >>> plan.period, str(plan.sections[0].title), plan.boxes[0].indicators
    (Period.parse('2021/2025'), '第一章 目标', ('森林覆盖率',))
    """
    return finished(document_of(text, document).bind(lambda found: _plan_of(found, id, title, period)), strict=strict)


def _plan_of(document: Document, id: str, title: TextLike | None, period: PeriodLike | None) -> Reading[Plan]:
    head, said = head_of(document), []
    if title is None and not head.title:
        said.append(NO_TITLE.at(1, document.name))
    outline = read_outline(document)
    tables = _tables(document, head.period if period is None else to_period(period), is_asked=period is not None)
    plan_period = _period(head, [table for reading in tables for table in reading.value], period, said)
    others = [table for reading in tables for table in reading.value if table.period != plan_period]
    said += (_other_period(table, plan_period) for table in others)
    of_own = (reading for reading in tables if all(table.period == plan_period for table in reading.value))
    own = Reading.combine(of_own)
    of_plan = with_ids_of_their_own([table for found in own.value for table in found], said)
    parts = _Parts(of_plan, outline.value, head)
    plan = _plan(document, parts, id=id, title=title or {"zh": head.title or document.name}, period=plan_period)
    has_any = bool(plan.indicators or plan.sections or plan.boxes or others or own.diagnostics)
    if not has_any:
        said.append(NO_TABLE.at(head.line, head.title))
    is_whole = has_any and not any(diagnostic.left_out for diagnostic in own.diagnostics)
    noticed = (*outline.diagnostics, *own.diagnostics, *said)
    return Reading(value=evolve(plan, complete=is_whole), diagnostics=noticed)


class _Parts(NamedTuple):
    """What a plan is made of."""

    tables: Sequence[IndicatorTable]
    outline: Outline
    head: Head


def _tables(document: Document, period: Period | None, *, is_asked: bool) -> list[Reading[tuple[IndicatorTable, ...]]]:
    """Return the reading of each table, with a table of indicators where it is one."""
    places = [place for place, block in enumerate(document.blocks) if isinstance(block, TextTable)]
    starts = [0, *(place + 1 for place in places[:-1])]
    ends = [*places[1:], len(document.blocks)]
    parts = (evolve(document, blocks=document.blocks[start:end]) for start, end in zip(starts, ends, strict=False))
    return [_table(part, period, is_asked=is_asked) for part in parts]


def _table(part: Document, period: Period | None, *, is_asked: bool) -> Reading[tuple[IndicatorTable, ...]]:
    """Return the table of a part of a document.

    One that names no plan is of the plan's own years where it can be: where it names no other years, or the same last
    one. That is said where the document names the years, and not who reads it.
    """
    reading = indicator_tables_of(part)
    if period is None:
        return reading
    ends_with_plan = any(table.period != period and table.period.end_key == period.end_key for table in reading.value)
    if reading.value and not ends_with_plan:
        return reading
    of_plan = indicator_tables_of(part, period=period)
    if is_asked or reading.value:
        return of_plan
    said = (YEARS_OF_PLAN.at(table.source.line or 1, table.title or "", plan=period) for table in of_plan.value)
    return Reading(value=of_plan.value, diagnostics=(*of_plan.diagnostics, *said))


def _period(head: Head, tables: Sequence[IndicatorTable], asked: PeriodLike | None, said: list[Diagnostic]) -> Period:
    if asked is not None:
        return to_period(asked)
    if head.period is not None:
        return head.period
    periods = list(dict.fromkeys(table.period for table in tables))
    if not periods:
        raise ReadingError(Diagnostics((NO_PERIOD.at(head.line, head.title),)))
    if len(periods) > 1:
        named = ", ".join(map(str, periods))
        raise ReadingError(Diagnostics((SEVERAL_PERIODS.at(head.line, head.title, periods=named),)))
    said.append(PERIOD_OF_TABLES.at(head.line, head.title, period=periods[0]))
    return periods[0]


def _other_period(table: IndicatorTable, plan: Period) -> Diagnostic:
    words = {"period": table.period, "count": len(table.indicators), "plan": plan}
    return OTHER_PERIOD.at(table.source.line or 1, table.title or "", **words)


def _plan(document: Document, parts: _Parts, *, id: str, title: TextLike, period: Period) -> Plan:
    by_line = {table.source.line: table for table in parts.tables}
    try:
        return Plan(
            id=id,
            title=title,
            period=period,
            indicators=tuple(indicator for table in parts.tables for indicator in table.indicators),
            claims=tuple(claim for table in parts.tables for claim in table.claims),
            sections=parts.outline.sections,
            boxes=tuple(
                Box(
                    number=box.number,
                    title={"zh": box.title},
                    indicators=_ids(by_line.get(box.line)),
                    source=document.source(box.line, box.number),
                )
                for box in parts.outline.boxes
            ),
            source=document.source(parts.head.line),
        )
    except InvalidPlanError as error:
        said = (REFUSED.at(1, fault.raw, problem=fault) for fault in error.faults)
        raise ReadingError(Diagnostics(said)) from error


def _ids(table: IndicatorTable | None) -> tuple[str, ...]:
    return () if table is None else tuple(indicator.id for indicator in table.indicators)
