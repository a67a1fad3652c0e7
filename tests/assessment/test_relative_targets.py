"""A relation to another indicator is kept or not, in any measure; there is no share of it to be done."""

from __future__ import annotations

import pytest

import civicplan as cp
from civicplan.assessment import Outcome
from civicplan.model import RelationLike

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


@pytest.mark.parametrize(
    ("relation", "own", "other", "verdict", "decisive"),
    [
        ("above", "7.7", "7.2", cp.Verdict.MET, True),
        ("above", "7.2", "7.2", cp.Verdict.NOT_MET, False),
        ("above", "7.25", "7.2", cp.Verdict.MET, False),
        ("below", "7.7", "7.2", cp.Verdict.NOT_MET, True),
        ("in_step", "7.7", "7.2", cp.Verdict.MET, False),
        ("in_step", "8.2", "7.2", cp.Verdict.MET, False),
        ("in_step", "9.2", "7.2", cp.Verdict.NOT_MET, True),
    ],
)
def test_a_relative_target_is_a_bound_on_the_lead(
    relation: RelationLike, own: str, other: str, verdict: cp.Verdict, decisive: bool
) -> None:
    tolerance = "1" if relation == "in_step" else None
    found = outcome(
        row(
            targets=(cp.Relative(reference="b", relation=relation, tolerance=tolerance),),
            observations=(seen("2016/2020", own, "growth"),),
        ),
        "2020",
        row("b", observations=(seen("2016/2020", other, "growth"),)),
    )
    assert (found.verdict, found.decisive) == (verdict, decisive)


def test_a_relative_target_without_its_reference_has_its_reason() -> None:
    own = row(targets=(cp.Relative(reference="b", relation="above"),), observations=(seen("2016/2020", "7", "growth"),))
    assert outcome(own, "2020", row("b")).reason is cp.Reason.MISSING_REFERENCE
    disputed = row("b", observations=tuple(seen("2016/2020", rate, "growth") for rate in ("5.0", "6.0")))
    assert outcome(own, "2020", disputed).reason is cp.Reason.CONFLICTING_OBSERVATIONS


def test_a_lead_of_two_printed_steps_is_decisive() -> None:
    """Own growth is 7.25 at least, the other 7.15 at most; 7.2 against 7.1 may both be 7.15."""
    ahead = row(
        targets=(cp.Relative(reference="b", relation="above"),), observations=(seen("2016/2020", "7.3", "growth"),)
    )
    other = row("b", observations=(seen("2016/2020", "7.1", "growth"),))
    found = outcome(ahead, "2020", other)
    assert (found.verdict, found.decisive) == (cp.Verdict.MET, True)
    below = cp.Relative(reference="b", relation="below")
    found = outcome(row(targets=(below,), observations=ahead.observations), "2020", other)
    assert (found.verdict, found.decisive) == (cp.Verdict.NOT_MET, True)


def test_levels_in_different_units_are_not_held_against_each_other() -> None:
    lead = cp.Relative(reference="b", relation="above", measure="level")
    own = row(unit="亿元", targets=(lead,), observations=(seen("2020", "8"),))
    other = row("b", unit="万元", observations=(seen("2020", "9000"),))
    assert outcome(own, "2020", other).reason is cp.Reason.UNIT_DIFFERS


def test_a_relation_has_no_attainment() -> None:
    own = row(targets=(cp.Relative(reference="b", relation="above"),), observations=(seen("2016/2020", "7", "growth"),))
    other = row("b", observations=(seen("2016/2020", "6", "growth"),))
    assert outcome(own, "2020", other).attainment == cp.NotAssessable(cp.Reason.NO_SHARE)


@pytest.mark.parametrize(("one", "other"), [("%", "％"), ("km", "KM"), ("10,000 t", "10,000t")])
def test_a_unit_in_another_spelling_is_the_same(one: str, other: str) -> None:
    lead = cp.Relative(reference="b", relation="above", measure="level")
    own = row(unit=one, targets=(lead,), observations=(seen("2020", "8"),))
    assert outcome(own, "2020", row("b", unit=other, observations=(seen("2020", "7"),))).verdict is cp.Verdict.MET


def test_a_lead_of_derived_figures_is_said_in_chinese_throughout() -> None:
    levels = {"2020": "100", "2025": "150"}
    income = cp.Indicator(
        id="income", name="收入", targets=(cp.Relative(reference="gdp", relation="in_step"),), observations=levels
    )
    growth = cp.Threshold(bound="≥6", measure="growth")
    gdp = cp.Indicator(id="gdp", name="生产总值", targets=(growth,), observations=levels)
    plan = cp.Plan(id="p", title="规划", period="2021/2025", indicators=(income, gdp))
    told = cp.assess(plan, as_of="2025")["income"].explain(language="zh")
    assert told.count("水平值的复合年均增长率") == 2
    assert "compound" not in told
