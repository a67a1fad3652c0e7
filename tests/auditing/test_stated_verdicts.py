"""What a report says of an indicator: by name, or by omitting it from lists that it calls complete."""

from __future__ import annotations

from civicplan import Threshold, VerdictClaim
from civicplan.auditing import audit
from civicplan.model import VerdictLike
from civicplan.render.findings import REVISED

from ._plans import at, findings_of, growth, level, plan, row

MISSED, MET, OTHER = (
    row(id, targets=(level("≥75"),), observations=(at("2020", figure),))
    for id, figure in (("a", "70"), ("b", "80"), ("c", "60"))
)
UNDISCLOSED = ("contradiction", "undisclosed-shortfall", "a")


def complete(verdict: VerdictLike, *ids: str) -> VerdictClaim:
    return VerdictClaim(subjects=ids, verdict=verdict, exhaustive=True)


def findings(*claims: VerdictClaim) -> list[tuple[str, str, str]]:
    return findings_of(plan(MISSED, MET, OTHER, claims=claims))


def test_to_be_left_out_of_every_list_of_shortfalls_is_to_be_met() -> None:
    assert findings(complete("not_met", "c")) == [UNDISCLOSED]
    assert findings(complete("not_met", "c"), complete("not_met", "c")) == [UNDISCLOSED]
    assert findings(complete("not_met", "c"), complete("not_met", "a")) == []


def test_to_be_left_out_of_a_list_of_each_kind_says_nothing_but_that_the_lists_contradict_each_other() -> None:
    contradict = ("contradiction", "claims-contradict", "a")
    assert findings(complete("not_met", "c"), complete("met", "b")) == [contradict]
    assert findings(complete("met", "b"), complete("not_met", "c")) == [contradict]


def test_to_be_left_out_of_what_is_not_due_or_not_assessable_says_nothing() -> None:
    assert findings(complete("not_due", "c"), complete("not_assessable", "b")) == []
    assert findings(complete("not_due", "b"), complete("not_met", "c")) == [UNDISCLOSED]


def test_a_name_outweighs_a_list_and_names_that_disagree_only_contradict_each_other() -> None:
    named = VerdictClaim(subjects=("a",), verdict="not_met")
    assert findings(complete("not_met", "c"), named) == []
    assert findings(complete("not_met", "c"), named, VerdictClaim(subjects=("a",), verdict="met")) == [
        ("contradiction", "claims-contradict", "a")
    ]


def test_a_revision_of_one_indicator_is_no_innocent_reading_of_what_is_said_of_another() -> None:
    """The miss of "a" has a caveat of its own, as its rate is derived from levels that may be in current prices."""
    derived = row(unit="元", baseline=at("2015", "100"), targets=(growth("≥9"),), observations=(at("2020", "120"),))
    later = Threshold(bound="≤30", published="2018")
    revised = row("d", targets=(level("≤32"), later), observations=(at("2020", "31"),))
    found = audit(plan(derived, revised, OTHER, claims=(complete("not_met", "c"),)))
    before = {finding.subject: REVISED in finding.innocent for finding in found}
    assert before == {"a": False, "d": True}
