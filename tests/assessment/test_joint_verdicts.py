"""Several targets of one indicator come to one verdict, and one of them can be enough to decide it."""

from __future__ import annotations

from itertools import permutations

import civicplan as cp
from civicplan import Verdict

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
