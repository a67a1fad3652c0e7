"""The audit: every rule over one plan, in a stable order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from civicplan.values import PeriodLike

if TYPE_CHECKING:
    from civicplan.auditing.finding import Finding
    from civicplan.auditing.registry import Rule
    from civicplan.model import Plan


def audit(
    plan: Plan,
    *,
    rules: Iterable[str | Rule] | None = None,
    ignore: Iterable[str] = (),
    as_of: PeriodLike | None = None,
) -> tuple[Finding, ...]:
    """List every place where the account that a plan gives of itself and its own figures part.

    The order is stable: contradictions before doubts before notes, then the order of the rules, then that of the plan.

    Args:
        plan: The plan with its claims.
        rules: The rules to apply, by code or as `Rule`; None applies all that are registered.
        ignore: Codes to leave out, or single findings as ``code:subject``.
        as_of: The day, or a period whose last day it is; claims and figures of later periods are passed over. None
            takes the end of the plan.

    Raises:
        UnknownIdError: There is no rule of that code; the error names the nearest.
        InvalidTypeError: `plan` is no plan, or a code is no text. It is a TypeError.
        InvalidValueError: `as_of` is not a period.

    >>> from civicplan.model import GrowthClaim, Indicator, Observation, Plan
    >>> trees = Indicator(
    ...     id="trees", name="trees", unit="ha", baseline=Observation(period="2015", figure="100"),
    ...     observations=(Observation(period="2020", figure="161"),))
    >>> claim = GrowthClaim(subject="trees", figure="12", period="2016/2020")
    >>> found, = audit(Plan(id="p", title="A plan", period="2016/2020", indicators=(trees,), claims=(claim,)))
    >>> found.code, found.claimed, found.computed
    ('growth-disagrees', '12 %/yr', '9.99 %/yr')
    """
    # The rules are read when the first audit is made, so that importing the library stays cheap.
    from civicplan.auditing.case import Case, to_plan
    from civicplan.auditing.registry import chosen, passed_over

    to_plan(plan)
    applied = chosen(rules)
    hidden = passed_over(ignore, applied)
    case = Case(plan=plan, as_of=plan.period.last_unit if as_of is None else as_of)
    found = [finding for rule in applied if rule.code not in hidden for finding in rule.findings(case)]
    told = [finding for finding in found if finding.key not in hidden]
    return tuple(sorted(told, key=lambda finding: finding.severity.rank))
