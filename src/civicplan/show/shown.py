"""What each chart shows, and the error that names it where it gets something else."""

from __future__ import annotations

from civicplan.assessment import IndicatorAssessment, PlanAssessment
from civicplan.auditing import Findings
from civicplan.errors import InvalidTypeError, describe
from civicplan.model import Plan
from civicplan.rating.comparison import Comparison

#: What is to be given, and what makes it.
_WANTED = {
    PlanAssessment: ("an assessed plan", 'write assess(plan, as_of="2020")'),
    IndicatorAssessment: ("an assessed indicator", 'write assess(plan, as_of="2020")["gdp"]'),
    Comparison: ("several methods side by side", 'write compare(assessment, ["un-2023", "global-fund"])'),
    Plan: ("a plan or an assessed plan", "write read(path) for one, and assess(plan, as_of=...) for the other"),
    Findings: ("the findings of an audit", "write audit(plan)"),
}


def check_shown(shown: object, *kinds: type, name: str = "shown") -> None:
    """Refuse what a chart cannot show.

    Args:
        shown: What it is given.
        kinds: What it shows, the first one being named.
        name: The argument in which it is given.

    Raises:
        InvalidTypeError: It is something else. It is a TypeError.
    """
    if not isinstance(shown, kinds):
        expected, advice = _WANTED[kinds[0]]
        raise InvalidTypeError(name, expected, describe(shown), advice)
