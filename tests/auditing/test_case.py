"""Case: what a rule may look at."""

from __future__ import annotations

import pytest

import civicplan as cp
from civicplan.auditing import Case

from ._plans import at, plan, row

_DAY = cp.Period.parse("2020")


def test_an_audit_assesses_once_and_asks_that_assessment_for_its_evidence() -> None:
    indicator = row(observations=(at("2020", "5"),))
    case = Case(plan=plan(indicator), as_of=_DAY)
    assert case.evidence(indicator) is case.assessment["a"].evidence
    assert case.assessment is case.assessment


def test_an_indicator_that_is_not_of_the_plan_has_no_evidence() -> None:
    with pytest.raises(cp.UnknownIdError, match="'b'"):
        Case(plan=plan(row()), as_of=_DAY).evidence(row("b"))


def test_the_verdict_that_a_document_gives_is_one_by_name_else_by_a_complete_list_and_none_where_claims_disagree() -> (
    None
):
    claims = (
        cp.VerdictClaim(subjects=("a", "b"), verdict="met"),
        cp.VerdictClaim(subjects=("a", "c"), verdict="not_met"),
        cp.VerdictClaim(subjects=("c",), verdict="not_met", exhaustive=True),
    )
    stated = Case(plan=plan(row("a"), row("b"), row("c"), row("d"), claims=claims), as_of=_DAY).stated_verdicts
    assert {id: one.verdict.value for id, one in stated.items()} == {"b": "met", "c": "not_met", "d": "met"}
    assert {id: one.is_by_name for id, one in stated.items()} == {"b": True, "c": True, "d": False}
