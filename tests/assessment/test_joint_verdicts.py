"""Several targets of one indicator come to one verdict, and one of them can be enough to decide it."""

from __future__ import annotations

from itertools import permutations

import pytest

import civicplan as cp
from civicplan import Verdict
from civicplan.model import Target

from ._plans import plan, row, seen

#: Bounds on a level printed as 95.0, which stands for 94.95 to 95.05.
MET, JUST_MET, JUST_MISSED, MISSED = "≥90", "≥95", ">95", "≥96"


def joint(*bounds: str) -> tuple[Verdict, bool]:
    targets = tuple(cp.Threshold(bound=bound) for bound in bounds)
    found = cp.assess(plan(row(targets=targets, observations=(seen("2020", "95.0"),))), as_of="2020")["a"]
    return found.verdict, found.decisive


def test_one_decisive_miss_decides() -> None:
    for bounds in permutations((MISSED, JUST_MISSED, JUST_MET, MET)):
        assert joint(*bounds) == (Verdict.NOT_MET, True), bounds


def test_misses_that_depend_on_rounding_decide_nothing() -> None:
    for bounds in permutations((JUST_MISSED, JUST_MISSED, JUST_MET, MET)):
        assert joint(*bounds) == (Verdict.NOT_MET, False), bounds


def test_to_be_met_decisively_all_that_was_met_must_be() -> None:
    assert joint(MET, MET) == (Verdict.MET, True)
    for bounds in permutations((MET, JUST_MET, MET)):
        assert joint(*bounds) == (Verdict.MET, False), bounds


@pytest.mark.parametrize(
    ("verdicts", "joint"),
    [
        ("met not_met not_due", "not_met"),
        ("met not_due not_assessable", "met"),
        ("not_due not_assessable", "not_due"),
        ("not_assessable met", "met"),
        ("not_assessable", "not_assessable"),
        ("", "not_assessable"),
    ],
)
def test_the_joint_verdict_of_several_targets(verdicts: str, joint: str) -> None:
    targets: dict[str, Target] = {
        "met": cp.Threshold(bound="≥1", period="2018"),
        "not_met": cp.Threshold(bound="≥9", period="2018"),
        "not_due": cp.Threshold(bound="≥1", measure="total"),
        "not_assessable": cp.Qualitative(text="better"),
    }
    indicator = row(targets=tuple(targets[name] for name in verdicts.split()), observations=(seen("2018", "5"),))
    found = cp.assess(plan(indicator), as_of="2018")["a"]
    assert found.verdict == joint
    assert len(found.outcomes) == len(verdicts.split())
