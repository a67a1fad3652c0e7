"""The report: an assessment as one page that can be opened, printed and forwarded."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from civicplan.assessment.plan import PlanAssessment
from civicplan.assessment.tables import page_tables
from civicplan.errors import InvalidTypeError, describe
from civicplan.render import report_words as words
from civicplan.render.languages import chosen
from civicplan.render.message import fill
from civicplan.render.page import Section, Writer, page
from civicplan.show.reporting.basis import basis
from civicplan.show.reporting.summary import summary


def report(assessment: PlanAssessment, *, language: str | None = None) -> str:
    """Return the report of an assessment: one page of HTML that loads nothing and runs nothing.

    Args:
        assessment: The assessed plan.
        language: The language of all words, "en" or "zh"; None takes that of the plan's title.

    Raises:
        InvalidTypeError: It is no assessed plan. It is a TypeError.
        InvalidValueError: The library does not speak that language.

    >>> from civicplan.assessment import assess
    >>> from civicplan.model import Indicator, Plan
    >>> coverage = Indicator(id="pension", name="pension coverage", targets=(">95",), observations={"2020": "95.0"})
    >>> plan = Plan(id="p", title="A plan", period="2016/2020", indicators=(coverage,))
    >>> "<h1>A plan</h1>" in report(assess(plan, as_of="2020"))
    True
    """
    if not isinstance(assessment, PlanAssessment):
        advice = 'write assess(plan, as_of="2020")'
        raise InvalidTypeError("assessment", "an assessed plan", describe(assessment), advice)
    writer = Writer(chosen(language, assessment.plan.title))
    title, day = assessment.plan.title, assessment.as_of
    header = f"<h1>{writer.words(title)}</h1>\n{writer.paragraph(fill(words.SUBTITLE, day=day))}"
    footer = writer.paragraph(fill(words.FOOTER, version=version("civicplan")))
    name = fill(words.TITLE, title=title, day=day)
    return page(name, _sections(assessment, writer), writer.language, header=header, footer=footer)


def _sections(assessment: PlanAssessment, writer: Writer) -> Iterator[Section]:
    yield basis(assessment, writer)
    yield summary(assessment, writer)
    yield _indicators(assessment, writer)
    yield _tasks(assessment, writer)


def _indicators(assessment: PlanAssessment, writer: Writer) -> Section:
    caption = fill(words.INDICATORS_CAPTION, day=assessment.as_of)
    tables = page_tables(assessment.indicators, (), caption=caption) if assessment.indicators else ()
    shown = (writer.table(table, id="indicator", kind="wide") for table in tables)
    return Section("indicators", words.INDICATORS_HEADING, tuple(shown))


def _tasks(assessment: PlanAssessment, writer: Writer) -> Section:
    caption = fill(words.TASKS_CAPTION, day=assessment.as_of)
    tables = page_tables((), assessment.tasks, caption=caption) if assessment.tasks else ()
    shown = (writer.table(table, id="task", kind="wide") for table in tables)
    return Section("tasks", words.TASKS_HEADING, tuple(shown))
