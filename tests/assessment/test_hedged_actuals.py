"""Hedged actuals: printed as a bound or as about so much, shown as printed, and never taken for more than they say."""

from __future__ import annotations

from typing import Any

import pytest

import civicplan as cp
from civicplan import Caveat, NotAssessable, Reason, Verdict
from civicplan.evidence import Actual

from ._plans import growth, outcome, plan, row, seen

HEDGED = NotAssessable(Reason.HEDGED)


def reached(figure: str, bound: str, **fields: Any) -> cp.assessment.Outcome:
    return outcome(row(targets=(bound,), observations={"2020": figure}, **fields))


@pytest.mark.parametrize("figure", ["≥85", "≈9", ">85", "≤85", "<85"])
def test_a_hedged_actual_is_shown_as_printed(figure: str) -> None:
    found = reached(figure, "≥1")
    assert str(found.actual) == figure
    assert f"The actual is {figure} for 2020." in found.explain()


def test_a_bound_that_the_interval_leaves_open_is_not_assessable() -> None:
    for figure, bound in (("≥85", "≥90"), ("≤85", "≤80"), ("≥85", "80..90"), ("≥85", "=85"), (">85", "≥86")):
        found = reached(figure, bound)
        assert (found.verdict, found.reason) == (Verdict.NOT_ASSESSABLE, Reason.HEDGED), (figure, bound)


def test_a_bound_that_it_settles_is_decisive() -> None:
    for figure, bound, verdict in (
        ("≥85", "≥80", Verdict.MET),
        ("≥85", "≥85", Verdict.MET),
        (">85", ">85", Verdict.MET),
        ("≥85", "<85", Verdict.NOT_MET),
        ("≤85", "≥90", Verdict.NOT_MET),
        ("≤85", "≤90", Verdict.MET),
    ):
        found = reached(figure, bound)
        assert (found.verdict, found.decisive) == (verdict, True), (figure, bound)


def test_a_natural_range_helps_to_settle_it() -> None:
    assert reached("≥85", "80..100").reason is Reason.HEDGED
    assert reached("≥85", "80..100", natural_range=("0", "100")).decisive


def test_about_9_keeps_its_printed_digits_with_the_caveat_hedged() -> None:
    for bound, verdict, caveats in (
        ("≥5", Verdict.MET, (Caveat.HEDGED,)),
        ("≥9", Verdict.MET, (Caveat.DIGITS, Caveat.HEDGED)),
        (">9", Verdict.NOT_MET, (Caveat.DIGITS, Caveat.HEDGED)),
        ("≥20", Verdict.NOT_MET, (Caveat.HEDGED,)),
    ):
        found = reached("≈9", bound)
        assert (found.verdict, found.caveats) == (verdict, caveats), bound


def test_hedged_figures_enter_no_chain() -> None:
    total = cp.Threshold(bound="≥5", measure="total")
    for hedged in ("≥30", "≈30"):
        parts = (seen("2016/2019", "20", "total"), seen("2020", hedged, "total"))
        assert outcome(row(targets=(total,), observations=parts)).verdict is Verdict.NOT_ASSESSABLE
        whole = (*parts, seen("2016/2020", "90", "total"))
        assert outcome(row(targets=(total,), observations=whole)).decisive


@pytest.mark.parametrize("hedged", ["≥85", "≈85"])
def test_measures_of_hedged_figures_are_undefined_with_that_reason(hedged: str) -> None:
    indicator = row(baseline=("2015", "50"), targets=("≥80", *growth("≥5")), observations={"2020": hedged})
    found = cp.assess(plan(indicator), as_of="2020")["a"]
    level, rate = found.outcomes
    for measure in ("attainment", "attainment_interval", "progress", "progress_interval", "pace"):
        assert getattr(level, measure) == HEDGED, measure
    assert (found.growth, found.growth_interval, found.catch_up_growth) == (HEDGED,) * 3
    assert rate.reason is Reason.HEDGED


@pytest.mark.parametrize("hedged", ["≥70", "≈70"])
def test_before_the_due_date_a_hedged_figure_has_no_standing(hedged: str) -> None:
    for baseline, level in (("50", hedged), (hedged, "79")):
        indicator = row(baseline=("2015", baseline), targets=("≥75",), observations={"2018": level})
        assert outcome(indicator, "2018").standing == HEDGED, baseline


def test_growth_from_a_hedged_baseline_is_undefined() -> None:
    indicator = row(baseline=("2015", "≥50"), targets=growth("≥5"), observations={"2020": "90"})
    found = cp.assess(plan(indicator), as_of="2020")["a"]
    assert (found.growth, found.reason) == (HEDGED, Reason.HEDGED)


def beside(own: str, other: str) -> cp.assessment.Outcome:
    target = cp.Relative(reference="b", relation="above")
    return outcome(
        row(targets=(target,), observations=(seen("2016/2020", own, "growth"),)),
        "2020",
        row("b", observations=(seen("2016/2020", other, "growth"),)),
    )


def test_a_lead_over_hedged_figures_is_as_firm_as_they_are() -> None:
    for own, other, verdict, caveats in (
        ("≥9.0", "≤7.0", Verdict.MET, ()),
        ("≈9.0", "≤7.0", Verdict.MET, (Caveat.HEDGED,)),
        ("≈9.0", "7.0", Verdict.MET, (Caveat.HEDGED,)),
        ("≤6.0", "≈7.0", Verdict.NOT_MET, (Caveat.HEDGED,)),
    ):
        assert (beside(own, other).verdict, beside(own, other).caveats) == (verdict, caveats), (own, other)
    assert beside("≥9.0", "≥7.0").reason is Reason.HEDGED
    assert beside("≥9.0", "≈9.0").reason is Reason.HEDGED


def test_of_figures_that_agree_the_least_hedged_counts() -> None:
    for figures, shown, caveats in (
        (("≥85", "90.0"), "90.0", ()),
        (("≈90", "90.2"), "90.2", ()),
        (("≥85", "≈90"), "≈90", (Caveat.HEDGED,)),
    ):
        for order in (figures, figures[::-1]):
            found = outcome(row(targets=("≥80",), observations=[seen("2020", figure) for figure in order]))
            assert (str(found.actual), found.caveats) == (shown, caveats), order


def test_a_hedged_figure_that_the_other_contradicts_is_in_conflict_with_it() -> None:
    found = outcome(row(targets=("≥80",), observations=[seen("2020", "≥85"), seen("2020", "82")]))
    assert found.reason is Reason.CONFLICTING_OBSERVATIONS


def test_a_hedged_total_so_far_is_told() -> None:
    total = cp.Threshold(bound="≥50", measure="total")
    found = outcome(row(targets=(total,), observations=(seen("2016/2018", "≥20", "total"),)), "2018")
    assert isinstance(found.actual, Actual)
    assert (str(found.actual), found.standing) == ("≥20", HEDGED)


def test_of_two_bounds_for_one_period_the_narrower_is_the_one_that_is_shown() -> None:
    for figures in (("≥85", "≥90"), ("≥90", "≥85"), ("≥85.0", "≥90")):
        found = outcome(row(targets=("≥88",), observations=[seen("2020", figure) for figure in figures]))
        assert (found.verdict, found.caveats, str(found.actual)) == (Verdict.MET, (), "≥90"), figures
