"""Earlier targets, revised targets and restated baselines, where they decide what came of an indicator."""

from __future__ import annotations

from typing import Any

import civicplan as cp
from civicplan.model import Claim, VerdictLike

from ._plans import at, findings_of, growth, level, only, plan, row

INTERIM, REVISED, RESTATED = "interim-target-missed", "revised-target", "restated-baseline"


def says(verdict: VerdictLike, *ids: str, **fields: Any) -> cp.VerdictClaim:
    return cp.VerdictClaim(subjects=ids, verdict=verdict, **fields)


def steps(early: str = "40", last: str = "80", *claims: Claim, **fields: Any) -> cp.Plan:
    """A target of 50 for 2018 and one of 75 for 2020."""
    rows = row(targets=(level("≥50", "2018"), level("≥75")), observations=(at("2018", early), at("2020", last)))
    return plan(rows, claims=claims, **fields)


def test_an_earlier_target_missed_is_a_doubt_where_the_account_says_met_by_name_or_by_a_list_or_by_a_count() -> None:
    for claim in (
        says("met", "a"),
        says("not_met", exhaustive=True),
        cp.CountClaim(count=1, verdict="met"),
    ):
        finding = only(steps("40", "80", claim))
        assert (finding.code, finding.severity, finding.subject) == (INTERIM, "doubt", "a")
        assert finding.computed == "not met: 40 against ≥50"
        assert "last target alone" in finding.message


def test_it_is_silent_without_such_a_claim_or_without_a_certain_miss() -> None:
    for claim in (says("not_assessable", "a"), cp.CountClaim(count=0, verdict="not_met"), cp.CountClaim(count=1)):
        assert findings_of(steps("40", "80", claim), rules=(INTERIM,)) == []
    assert findings_of(steps()) == []
    assert findings_of(steps("50.1", "80", says("met", "a"))) == []
    assert findings_of(steps("49.9", "80", says("met", "a"))) != []
    assert findings_of(steps("50", "80", says("met", "a"))) == []


def test_where_the_last_target_is_missed_too_it_is_reported_once() -> None:
    assert findings_of(steps("40", "60", says("met", "a"))) == [("contradiction", "undisclosed-shortfall", "a")]


def test_a_count_speaks_of_all_only_in_a_whole_plan_and_of_its_nature() -> None:
    assert findings_of(steps("40", "80", cp.CountClaim(count=1, verdict="met"), complete=False)) == []
    binding = cp.CountClaim(count=1, verdict="met", nature="binding")
    early = row(
        nature="binding",
        targets=(level("≥50", "2018"), level("≥75")),
        observations=(at("2018", "40"), at("2020", "80")),
    )
    expected = row("b", nature="expected", targets=(level("≥50"),), observations=(at("2020", "40"),))
    assert findings_of(plan(early, expected, claims=(binding,))) == [("doubt", INTERIM, "a")]
    assert findings_of(plan(early, row("b"), claims=(binding,)), rules=(INTERIM,)) == []


def test_of_several_earlier_misses_the_last_is_reported() -> None:
    yearly = row(
        targets=tuple(level(f"≥{aim}", year) for year, aim in (("2017", "50"), ("2018", "60"), ("2020", "70"))),
        observations=(at("2017", "40"), at("2018", "45"), at("2020", "80")),
    )
    finding = only(plan(yearly, claims=(says("met", "a"),)))
    assert finding.computed == "not met: 45 against ≥60"


def test_a_revision_that_saves_an_earlier_target_is_named() -> None:
    figures = (
        cp.Observation(period="2018", figure="55", published="2019-03"),
        cp.Observation(period="2018", figure="40", published="2020-03"),
        at("2020", "80"),
    )
    rows = row(targets=(level("≥50", "2018"), level("≥75")), observations=figures)
    finding = only(plan(rows, claims=(says("met", "a"),)))
    assert (finding.code, "before a revision" in finding.message) == (INTERIM, True)


def test_an_earlier_target_of_another_measure_counts_as_well_where_it_is_derived() -> None:
    rows = row(
        targets=(
            cp.Threshold(bound="≥10", measure="growth", period="2016/2018"),
            cp.Threshold(bound="≥5", measure="growth"),
        ),
        baseline=at("2015", "100"),
        observations=(at("2018", "103"), at("2020", "190")),
    )
    finding = only(plan(rows, claims=(says("met", "a"),)))
    assert (finding.code, finding.computed) == (INTERIM, "not met: 0.99 %/yr against ≥10 %/yr")
    assert "compound annual growth" in finding.message


def revised(figure: str, *claims: Claim, published: str | None = "2018") -> cp.Plan:
    targets = (level("≥90"), cp.Threshold(bound="≥80", published=published))
    return plan(row(targets=targets, observations=(at("2020", figure),)), claims=claims)


def test_a_revision_that_turned_a_miss_into_a_success_is_a_note_and_a_doubt_where_the_account_says_met() -> None:
    note = only(revised("85"))
    assert (note.code, note.severity, note.subject) == (REVISED, "note", "a")
    assert "was ≥90 and became ≥80 in 2018" in note.message
    doubt = only(revised("85", says("met", "a")))
    assert (doubt.code, doubt.severity) == (REVISED, "doubt")
    assert "as it was revised" in doubt.message
    assert (doubt.claimed, doubt.computed) == ("met: 85 against ≥80", "not met: 85 against ≥90")


def test_a_target_revised_twice_is_held_against_the_first_wherever_that_stands() -> None:
    second, third = (cp.Threshold(bound=bound, published=day) for bound, day in (("≥85", "2017"), ("≥80", "2018")))
    for targets in ((level("≥90"), second, third), (second, level("≥90"), third), (third, second, level("≥90"))):
        finding = only(plan(row(targets=targets, observations=(at("2020", "82"),))))
        assert finding.computed == "not met: 82 against ≥90", targets


def test_the_claim_that_says_met_is_named_with_what_was_noted_about_it() -> None:
    said = says("met", "a", source=cp.Source(document="review", line=9), notes="in the summary")
    for account in (revised("85", said), steps("40", "80", said)):
        finding = only(account)
        assert (finding.places[0], finding.note) == ("review, line 9", "in the summary"), finding.code


def test_a_revision_that_changed_no_verdict_is_silent() -> None:
    for figure in ("95", "70", "90"):
        assert findings_of(revised(figure)) == [], figure
    assert findings_of(revised("85"), as_of="2017") == []


def test_of_a_miss_that_the_account_admits_nothing_more_is_said() -> None:
    assert findings_of(revised("85", says("not_met", "a"))) == [("doubt", "unsupported-shortfall", "a")]


def restated(baseline: str, later: str, last: str, *targets: cp.Threshold, **fields: Any) -> cp.Plan:
    later_figure = cp.Observation(period="2015", figure=later, published="2017-05")
    observations = (later_figure, at("2020", last))
    return plan(row(baseline=at("2015", baseline), targets=targets, observations=observations, **fields))


def test_a_restated_baseline_that_changes_the_progress_is_one_note_that_names_both() -> None:
    finding = only(restated("54", "50", "58", level("≥60")))
    assert (finding.code, finding.severity, finding.subject) == (RESTATED, "note", "a")
    assert (finding.claimed, finding.computed) == ("54: 66.7 %", "50: 80.0 %")


def test_a_restated_baseline_that_changes_a_verdict_is_one_note_that_names_both() -> None:
    finding = only(restated("54", "50", "60", cp.Threshold(bound="≥9", measure="change")))
    assert (finding.code, finding.severity) == (RESTATED, "note")
    assert (finding.claimed, finding.computed) == ("54: not met", "50: met")
    assert only(restated("100", "90", "150", growth("≥9"))).computed == "90: met"


def test_a_restated_baseline_without_consequences_is_reported_as_two_figures_alone() -> None:
    assert findings_of(restated("54", "50", "58")) == [("note", "figure-disagrees", "a")]
    assert findings_of(restated("54", "50", "60", level("≥60"))) != []
    assert findings_of(restated("54", "54.0", "58", level("≥60"))) == []


def test_only_the_row_whose_baseline_was_restated_is_reported_and_only_where_both_give_a_progress() -> None:
    one = restated("54", "50", "58", level("≥60")).indicators[0]
    other = row("b", baseline=at("2015", "54"), targets=(level("≥60"),), observations=(at("2020", "60.1"),))
    assert findings_of(plan(one, other)) == [("note", RESTATED, "a")]
    # From 61 on there is nothing left to do, so that no share of it is done.
    assert findings_of(restated("54", "61", "62", level("≥60"))) == [("note", "figure-disagrees", "a")]


def test_several_restatements_that_contradict_each_other_are_reported_as_that() -> None:
    figures = (at("2015", "50"), at("2015", "52"), at("2020", "58"))
    account = plan(row(baseline=at("2015", "54"), targets=(level("≥60"),), observations=figures))
    assert findings_of(account) == [("contradiction", "figure-disagrees", "a")]


def test_the_level_of_a_stock_is_restated_for_the_day_on_which_it_ends() -> None:
    beds = row(
        stock=True,
        baseline=at("2015", "54"),
        targets=(level("≥60"),),
        observations=(at("2015-12", "50"), at("2020", "58")),
    )
    assert findings_of(plan(beds)) == [("note", RESTATED, "a")]
