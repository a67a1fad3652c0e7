"""The audit: every rule over one plan, in a stable order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from civicplan.auditing._words import names_in
from civicplan.auditing.case import Case, to_plan
from civicplan.auditing.findings import Findings
from civicplan.auditing.rule import Rule
from civicplan.auditing.table import chosen, ignored
from civicplan.model import Plan
from civicplan.render.languages import language_of
from civicplan.values import PeriodLike
from civicplan.zh.evaluations.evaluation_row import EvaluationRow


def audit(
    plan: Plan,
    *,
    rules: Iterable[str | Rule] | None = None,
    ignore: Iterable[str] = (),
    as_of: PeriodLike | None = None,
) -> Findings:
    """List every place where the claims of a plan disagree with its figures, or its figures with each other.

    The order is stable: contradictions before doubts before notes, then the order of the rules, then that of the plan.

    Args:
        plan: The plan with its claims.
        rules: The rules to apply, by code or as `Rule`, such as ``(*auditing.RULES, my_rule)``; None applies
            `auditing.RULES`.
        ignore: Codes to leave out, or single findings as ``code:subject``.
        as_of: The day, or a period whose last day it is; claims and figures of later periods are left out. None takes
            the end of the plan.

    Raises:
        UnknownIdError: There is no rule of that code; the error names the nearest.
        InvalidTypeError: `plan` is not a Plan, or a code is not text. It is a TypeError.
        InvalidValueError: `as_of` is not a period, or two of the rules have one code.

    >>> from civicplan.model import GrowthClaim, Indicator, Observation, Plan
    >>> trees = Indicator(
    ...     id="trees", name="trees", unit="ha", baseline=Observation(period="2015", figure="100"),
    ...     observations=(Observation(period="2020", figure="161"),))
    >>> claim = GrowthClaim(subject="trees", figure="12", period="2016/2020")
    >>> finding, = audit(Plan(id="p", title="A plan", period="2016/2020", indicators=(trees,), claims=(claim,)))
    >>> finding.code, finding.claimed, finding.computed
    ('growth-disagrees', '12 %/yr', '9.99 %/yr')
    """
    to_plan(plan)
    applied = chosen(rules)
    case = Case(plan=plan, as_of=plan.period.last_unit if as_of is None else as_of)
    return found_by(applied, case, ignore)


def found_by(applied: Sequence[Rule], case: Case | Sequence[EvaluationRow], ignore: Iterable[str]) -> Findings:
    """Return what rules find in a case, the most serious first, without what is to be left out."""
    hidden = ignored(ignore, applied)
    findings = (finding for rule in applied if rule.code not in hidden for finding in rule.findings(case))
    shown = (finding for finding in findings if finding.key not in hidden)
    most_serious_first = sorted(shown, key=lambda finding: finding.severity.rank)
    codes = [rule.code for rule in applied]
    if not isinstance(case, Case):
        return Findings(most_serious_first, codes=codes)
    names = names_in(case.plan) if most_serious_first else {}
    named = (evolve(finding, name=names.get(finding.subject, "")) for finding in most_serious_first)
    return Findings(named, codes=codes, language=language_of(case.plan.title))
