"""The report: an assessment as one page that can be opened, printed and forwarded."""

from __future__ import annotations

from importlib.metadata import version

from civicplan.assessment.plan import PlanAssessment
from civicplan.auditing import Findings, audit
from civicplan.errors import InvalidTypeError, describe
from civicplan.rating import Comparison
from civicplan.render import report_words as words
from civicplan.render.languages import chosen
from civicplan.render.message import fill
from civicplan.render.page import Writer, page
from civicplan.show.reporting.audited import audited, to_findings
from civicplan.show.reporting.basis import basis
from civicplan.show.reporting.colours import style
from civicplan.show.reporting.methods import check_comparison, methods
from civicplan.show.reporting.rows import indicators, tasks
from civicplan.show.reporting.shortfalls import shortfalls
from civicplan.show.reporting.sources import places_in, sources
from civicplan.show.reporting.summary import summary
from civicplan.show.reporting.unassessed import unassessed


def report(
    assessment: PlanAssessment,
    *,
    findings: Findings | None = None,
    comparison: Comparison | None = None,
    language: str | None = None,
) -> str:
    """Return the report of an assessment: one page of HTML that loads nothing and runs nothing.

    Args:
        assessment: The assessed plan.
        findings: What an audit of the plan found; None audits it as of the same day by all rules.
        comparison: What several published methods say of the assessment; None leaves them out.
        language: The language of all words, "en" or "zh"; None takes that of the plan's title.

    Raises:
        InvalidTypeError: It is no assessed plan, or there is no such audit or comparison. It is a TypeError.
        InvalidValueError: The library does not speak that language, or findings or comparison are those of
            another plan, or the comparison is one of another day.

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
    check_comparison(comparison, assessment)
    plan, day = assessment.plan, assessment.as_of.last_unit
    writer = Writer(chosen(language, plan.title))
    found = audit(plan, as_of=day) if findings is None else to_findings(findings, plan)
    of_tasks = tasks(assessment, writer)
    sections = (
        basis(assessment, writer),
        summary(assessment, writer),
        *((indicators(assessment, writer), shortfalls(assessment, writer)) if plan.indicators else (of_tasks,)),
        audited(plan, found, writer),
        methods(comparison, writer),
        *((of_tasks,) if plan.indicators else ()),
        unassessed(assessment, writer),
        sources(plan, writer),
    )
    header = f"<h1>{writer.words(plan.title)}</h1>\n{writer.paragraph(fill(words.SUBTITLE, day=day))}"
    footer = writer.paragraph(fill(words.FOOTERS[any(places_in(plan))], version=version("civicplan")))
    name = fill(words.TITLE, title=plan.title, day=day)
    return page(name, sections, writer.language, header=header, footer=footer, style=style())
