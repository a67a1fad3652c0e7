"""A relation to another indicator is kept or not, in any measure; there is no share of it to be done."""

from __future__ import annotations

import civicplan as cp
from civicplan.assessment import Outcome

from ._plans import outcome, row, seen

NO_SHARE = cp.NotAssessable(cp.Reason.NO_SHARE)


def compared(own: str, other: str, measure: cp.Measure, as_of: str = "2020") -> Outcome:
    """The outcome of being above another indicator in a measure."""
    period = as_of if measure is cp.Measure.LEVEL else f"2016/{as_of}"
    target = cp.Relative(reference="b", relation="above", measure=measure)
    baseline = seen("2015", "1")
    return outcome(
        row(baseline=baseline, targets=(target,), observations=(seen(period, own, measure),)),
        as_of,
        row("b", baseline=baseline, observations=(seen(period, other, measure),)),
    )


def test_a_relation_has_no_share_done_in_any_measure() -> None:
    for measure in cp.Measure:
        for own, other, verdict in (("7", "6", cp.Verdict.MET), ("6", "7", cp.Verdict.NOT_MET)):
            found = compared(own, other, measure)
            assert (found.verdict, found.progress, found.attainment) == (verdict, NO_SHARE, NO_SHARE), measure


def test_before_its_day_a_relation_is_on_track_while_it_is_kept() -> None:
    for measure in cp.Measure:
        for own, other, standing in (("7", "6", cp.Standing.ON_TRACK), ("6", "7", cp.Standing.BEHIND)):
            found = compared(own, other, measure, as_of="2018")
            assert (found.verdict, found.standing) == (cp.Verdict.NOT_DUE, standing), measure
