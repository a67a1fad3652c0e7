"""Truthful documents of any mix of kinds give no contradiction, in whatever way they round, count and take averages."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import civicplan as cp
from civicplan.auditing import Finding, audit

from .truthful.documents import Document, documents
from .truthful.kinds import COMMON, RARE, kinds_of
from .truthful.truths import MONEY

#: Their draws are alike in part, so that the share of a kind in so few of them says little of that in thousands, and
#: depends on what else was imported: a rare kind has to be there at all.
_MANY = 600
_LEAST_SHARE = {**dict.fromkeys(COMMON, 0.02), **dict.fromkeys(RARE, 1 / _MANY)}


@given(documents())
def test_a_truthful_document_gives_no_contradiction(document: Document) -> None:
    assert list(audit(document.plan).contradictions) == []


@given(documents())
def test_of_true_weights_parts_and_changes_no_rule_says_a_word(document: Document) -> None:
    rules = ("weights-disagree", "change-disagrees", "shares-do-not-add", "share-wrong", "outside-natural-range")
    assert [one for one in audit(document.plan, rules=rules) if not is_money(one, document.plan)] == []


def is_money(finding: Finding, plan: cp.Plan) -> bool:
    """Changes at constant prices rightly differ from levels in current ones."""
    return finding.subject in plan and plan[finding.subject].unit in MONEY


@pytest.mark.skipif(settings().max_examples < 60, reason="a few documents hold no share of anything")
def test_every_kind_is_in_a_good_share_of_the_documents() -> None:
    seen: Counter[str] = Counter()

    @settings(
        max_examples=_MANY,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def count(document: Document) -> None:
        seen.update(kinds_of(document))

    count()
    shares = {kind: seen[kind] / _MANY for kind in _LEAST_SHARE}
    assert {kind: share for kind, share in shares.items() if share < _LEAST_SHARE[kind]} == {}
