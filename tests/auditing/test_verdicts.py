"""The account's verdicts against those of the figures."""

from __future__ import annotations

import pytest

import civicplan as cp
from civicplan.auditing import audit
from civicplan.model import DirectionLike, NatureLike, VerdictLike

from ._plans import at, disagreements_of, findings_of, growth, level, only, plan, row


def says(verdict: VerdictLike, *ids: str, exhaustive: bool = False) -> cp.VerdictClaim:
    return cp.VerdictClaim(subjects=ids, verdict=verdict, exhaustive=exhaustive)


def reached(figure: str, bound: str = "≥75", id: str = "a") -> cp.Indicator:
    return row(id, targets=(level(bound),), observations=(at("2020", figure),))


def test_a_miss_that_the_account_calls_met_is_a_contradiction() -> None:
    finding = only(plan(reached("74.0"), claims=(says("met", "a"),)))
    assert (finding.code, finding.severity, finding.claimed) == ("undisclosed-shortfall", "contradiction", "met")
    assert finding.computed == "not met: 74.0 against ≥75"


def test_a_miss_left_out_of_a_complete_list_is_a_contradiction() -> None:
    rows = reached("74.0"), reached("70", id="b")
    assert findings_of(plan(*rows, claims=(says("not_met", "b", exhaustive=True),))) == [
        ("contradiction", "undisclosed-shortfall", "a")
    ]


def test_a_miss_left_out_of_an_incomplete_list_says_nothing() -> None:
    rows = reached("74.0"), reached("70", id="b")
    assert findings_of(plan(*rows, claims=(says("not_met", "b"),))) == []


def test_a_miss_named_in_another_list_is_disclosed() -> None:
    rows = reached("74.0"), reached("70", id="b")
    claims = says("not_met", "b", exhaustive=True), says("not_met", "a")
    assert findings_of(plan(*rows, claims=claims)) == []


def test_two_claims_that_contradict_each_other_are_not_used() -> None:
    claims = says("met", "a"), says("not_met", "a")
    assert findings_of(plan(reached("74.0"), claims=claims)) == [("contradiction", "claims-contradict", "a")]


def test_a_list_of_targets_not_due_says_nothing_of_the_others() -> None:
    rows = reached("74.0"), reached("80", id="b")
    assert findings_of(plan(*rows, claims=(says("not_due", "b", exhaustive=True),))) == []


def test_left_out_of_the_shortfalls_and_of_what_is_not_due_is_met() -> None:
    rows = reached("74.0"), reached("70", id="b"), row("c", targets=(level("≥75"),))
    claims = says("not_met", "b", exhaustive=True), says("not_due", "c", exhaustive=True)
    assert findings_of(plan(*rows, claims=claims)) == [("contradiction", "undisclosed-shortfall", "a")]


def test_left_out_of_the_targets_met_is_missed() -> None:
    rows = reached("80"), reached("90", id="b")
    assert findings_of(plan(*rows, claims=(says("met", "b", exhaustive=True),))) == [
        ("contradiction", "unsupported-shortfall", "a")
    ]


@pytest.mark.parametrize(("stated", "figure"), [("met", "74.8"), ("not_met", "75.2")])
def test_a_verdict_beyond_the_digits_is_decided(stated: VerdictLike, figure: str) -> None:
    assert [code for _, code, _ in findings_of(plan(reached(figure), claims=(says(stated, "a"),)))] == [
        {"met": "undisclosed-shortfall", "not_met": "unsupported-shortfall"}[stated]
    ]


@pytest.mark.parametrize(
    ("stated", "figure", "bound"), [("met", "95.0", ">95"), ("not_met", "95", "≥95"), ("met", "12.96", "≥12.964")]
)
def test_a_verdict_that_hangs_on_digits_is_a_doubt(stated: VerdictLike, figure: str, bound: str) -> None:
    assert findings_of(plan(reached(figure, bound), claims=(says(stated, "a"),))) == [
        ("doubt", "undecided-verdict", "a")
    ]


@pytest.mark.parametrize(("stated", "figure", "bound"), [("not_met", "95.0", ">95"), ("met", "64", "≤64")])
def test_an_account_that_agrees_with_the_printed_figures_is_not_questioned(
    stated: VerdictLike, figure: str, bound: str
) -> None:
    assert findings_of(plan(reached(figure, bound), claims=(says(stated, "a"),))) == []


def test_nothing_is_due_before_the_end_of_the_plan() -> None:
    early = row(targets=(level("≥75"),), observations=(at("2018", "60"),))
    account = plan(early, claims=(says("met", "a"),))
    assert [code for _, code, _ in findings_of(account, as_of="2018")] == ["not-achieved-early"]


def test_a_miss_of_an_earlier_year_may_have_been_caught_up_with() -> None:
    steps = row(targets=(level("≥50", "2018"), level("≥75")), observations=(at("2018", "40"), at("2020", "80")))
    assert findings_of(plan(steps, claims=(says("met", "a"),))) == [("doubt", "interim-target-missed", "a")]


def test_without_an_actual_there_is_no_finding() -> None:
    assert disagreements_of(plan(row(targets=(level("≥75"),)), claims=(says("met", "a"),))) == []
    assert disagreements_of(plan(row(targets=(level("≥75"),)), claims=(says("not_met", "a"),))) == []


def doubt(account: cp.Plan, code: str, *words: str) -> None:
    """The account gives one doubt, which says all of this."""
    finding = only(account, rules=("undisclosed-shortfall", "unsupported-shortfall", "undecided-verdict"))
    assert (finding.code, finding.severity) == (code, "doubt")
    for word in words:
        assert word in finding.message


def test_a_shortfall_in_a_target_nobody_can_assess_is_possible() -> None:
    partly = row(targets=(level("≥75"), growth("≥5")), observations=(at("2020", "80"),))
    doubt(plan(partly, claims=(says("not_met", "a"),)), "unsupported-shortfall", "got no verdict")


def test_a_shortfall_may_be_one_in_a_target_beside_those_in_force() -> None:
    met = at("2020", "80")
    phrase = cp.Qualitative(text="clearly better")
    earlier = level("≥50", "2018"), level("≥75")
    for targets, figures in (
        ((level("≥75"), phrase), (met,)),
        ((level("≥75"), cp.Delegated(authority="the province")), (met,)),
        (earlier, (at("2018", "40"), met)),
        (earlier, (at("2018", "50"), met)),
    ):
        account = plan(row(targets=targets, observations=figures), claims=(says("not_met", "a"),))
        doubt(account, "unsupported-shortfall", "another of its targets")
    to_come = row(targets=(level("≥75", "2018"), level("≥90")), observations=(at("2018", "80"),))
    (finding,) = audit(plan(to_come, claims=(says("not_met", "a"),)), as_of="2018")
    assert (finding.code, finding.severity) == ("unsupported-shortfall", "doubt")
    both_met = row(targets=earlier, observations=(at("2018", "60"), met))
    assert only(plan(both_met, claims=(says("not_met", "a"),))).severity == "contradiction"


def test_a_miss_by_the_tolerance_alone_is_a_doubt() -> None:
    about = row(targets=(level("80±1"),), observations=(at("2020", "79.5"),))
    doubt(plan(about, claims=(says("not_met", "a"),)), "unsupported-shortfall", "Only the tolerance makes it met")


def test_a_whole_that_its_parts_contradict_is_a_doubt() -> None:
    parts = tuple(at(str(year), "20.0", "total") for year in range(2016, 2021))
    target = cp.Threshold(bound="≥95", measure="total")
    jobs = row(targets=(target,), observations=(at("2016/2020", "90.0", "total"), *parts))
    doubt(plan(jobs, claims=(says("met", "a"),)), "undisclosed-shortfall", "parts cannot come to this figure")


def test_an_approximate_figure_is_a_doubt() -> None:
    doubt(plan(reached("≈74"), claims=(says("met", "a"),)), "undisclosed-shortfall", "approximate")
    doubt(plan(reached("≈80"), claims=(says("not_met", "a"),)), "unsupported-shortfall", "approximate")


def test_a_bound_that_a_hedged_figure_settles_is_a_contradiction() -> None:
    assert only(plan(reached("≤74"), claims=(says("met", "a"),))).severity == "contradiction"
    assert disagreements_of(plan(reached("≥70"), claims=(says("met", "a"),))) == []


def test_the_surest_of_several_misses_is_reported() -> None:
    # The level is missed by digits alone, the growth by what prices may explain.
    levels = row(
        unit="亿元",
        baseline=at("2015", "100.0"),
        targets=(level(">120.0"), growth("≥9")),
        observations=(at("2020", "120.0"),),
    )
    doubt(plan(levels, claims=(says("met", "a"),)), "undisclosed-shortfall", "current prices")


def revised(first: str, last: str) -> cp.Indicator:
    figures = (
        cp.Observation(period="2020", figure=first, published="2021-03"),
        cp.Observation(period="2020", figure=last, published="2022-03"),
    )
    return row(targets=(level("≥75"),), observations=figures)


def test_a_verdict_on_figures_before_a_revision_is_a_doubt() -> None:
    account = plan(revised("76", "74"), claims=(says("met", "a"),))
    doubt(account, "undisclosed-shortfall", "before a revision the report may be right")
    account = plan(revised("74", "76"), claims=(says("not_met", "a"),))
    doubt(account, "unsupported-shortfall", "before a revision the report may be right")
    assert only(plan(revised("73", "74"), claims=(says("met", "a"),))).severity == "contradiction"


def test_a_verdict_on_provisional_figures_is_a_doubt() -> None:
    figures = (
        cp.Observation(period="2020", figure="76", status="provisional"),
        cp.Observation(period="2020", figure="74", status="final"),
    )
    account = plan(row(targets=(level("≥75"),), observations=figures), claims=(says("met", "a"),))
    doubt(account, "undisclosed-shortfall", "before a revision the report may be right")


def test_a_verdict_on_what_was_hedged_before_a_revision_is_a_doubt() -> None:
    levels = (
        cp.Observation(period="2020", figure="≈155", status="provisional"),
        cp.Observation(period="2020", figure="150", status="final"),
    )
    rates = row(baseline=at("2015", "100"), targets=(growth("≥9"),), observations=levels)
    account = plan(rates, claims=(says("met", "a"),))
    doubt(account, "undisclosed-shortfall", "before a revision the report may be right")


def test_a_verdict_by_an_earlier_target_that_says_about_is_a_doubt() -> None:
    targets = level("≈20"), cp.Threshold(bound="≤20", published="2018")
    account = plan(row(targets=targets, observations=(at("2020", "20.6"),)), claims=(says("met", "a"),))
    doubt(account, "undisclosed-shortfall", "before a revision the report may be right")


def test_a_verdict_by_earlier_targets_that_depends_on_a_restated_baseline_is_a_doubt() -> None:
    targets = growth("≤-20"), cp.Threshold(bound="≤20", published="2018")
    figures = cp.Observation(period="2015", figure="66", published="2017"), at("2020", "20.6")
    account = plan(row(baseline=at("2015", "60"), targets=targets, observations=figures), claims=(says("met", "a"),))
    (verdict,) = audit(account, rules=("undisclosed-shortfall",))
    assert verdict.severity == "doubt"


def test_a_verdict_by_the_targets_of_any_earlier_day_is_a_doubt() -> None:
    def account(figure: str, verdict: VerdictLike = "met") -> cp.Plan:
        stages = (cp.Threshold(bound=bound, published=day) for bound, day in (("≥90", "2017"), ("≥80", "2018")))
        return plan(
            row(targets=(level("≥95"), *stages), observations=(at("2020", figure),)), claims=(says(verdict, "a"),)
        )

    doubt(account("85", "not_met"), "unsupported-shortfall", "before a revision the report may be right")
    assert only(account("70")).severity == "contradiction"
    assert findings_of(account("85")) == [("doubt", "revised-target", "a")]


def test_what_a_revision_of_a_target_leaves_as_it_is_stays_a_contradiction() -> None:
    revised = level("≥75"), cp.Threshold(bound="≥70", published="2018"), cp.Threshold(bound="≥9", measure="total")
    figures = at("2020", "80"), at("2016/2020", "8.0", "total")
    assert only(plan(row(targets=revised, observations=figures), claims=(says("met", "a"),))).severity == (
        "contradiction"
    )


def test_a_verdict_by_a_target_before_its_revision_is_a_doubt() -> None:
    def account(figure: str, last: str, verdict: VerdictLike) -> cp.Plan:
        targets = level("≥75"), cp.Threshold(bound=last, published="2018")
        return plan(row(targets=targets, observations=(at("2020", figure),)), claims=(says(verdict, "a"),))

    doubt(account("76", "≥80", "met"), "undisclosed-shortfall", "before a revision the report may be right")
    doubt(account("74", "≥70", "not_met"), "unsupported-shortfall", "before a revision the report may be right")
    assert only(account("74", "≥80", "met")).severity == "contradiction"


def test_annual_targets_are_judged_by_the_one_in_force() -> None:
    yearly = row(
        baseline=at("2015", "70"),
        targets=(level("≥74", "2016"), level("≥78", "2017"), level("≥82", "2018")),
        observations=(at("2016", "74.5"), at("2017", "77.0"), at("2018", "82.9")),
    )
    assert findings_of(plan(yearly, claims=(says("met", "a"),)), as_of="2018") == [
        ("doubt", "interim-target-missed", "a")
    ]
    assert only(plan(yearly, claims=(says("met", "a"),)), as_of="2017").severity == "contradiction"


def test_a_growth_derived_from_levels_in_money_is_only_a_doubt() -> None:
    levels = row(unit="亿元", baseline=at("2015", "100"), targets=(growth("≥9"),), observations=(at("2020", "120"),))
    finding = only(plan(levels, claims=(says("met", "a"),)))
    assert (finding.code, finding.severity) == ("undisclosed-shortfall", "doubt")
    assert "compound annual growth of the levels" in finding.message
    assert "current prices" in finding.message


def test_a_growth_derived_from_levels_in_tonnes_is_not() -> None:
    levels = row(baseline=at("2015", "100"), targets=(growth("≥9"),), observations=(at("2020", "120"),))
    assert only(plan(levels, claims=(says("met", "a"),))).severity == "contradiction"


def ratio(bound: str, unit: str = "%") -> cp.Indicator:
    """From 50 to 60 is 3.71 % a year, anywhere from 3.34 to 4.09 before rounding, and 2 points a year."""
    return row(unit=unit, baseline=at("2015", "50"), targets=(growth(bound),), observations=(at("2020", "60"),))


def test_a_growth_derived_from_a_ratio_is_a_doubt() -> None:
    doubt(plan(ratio("≥9"), claims=(says("met", "a"),)), "undisclosed-shortfall", "meant in points")
    doubt(plan(ratio("≥3.72"), claims=(says("met", "a"),)), "undecided-verdict", "rounding", "meant in points")


def test_where_points_and_percent_disagree_nothing_is_said() -> None:
    assert disagreements_of(plan(ratio("≥3"), claims=(says("met", "a"),))) == []
    assert disagreements_of(plan(ratio("≥3.71"), claims=(says("not_met", "a"),))) == []


def test_a_growth_derived_from_tonnes_may_depend_on_rounding() -> None:
    doubt(plan(ratio("≥3.72", "吨"), claims=(says("met", "a"),)), "undecided-verdict", "rounding")
    doubt(plan(ratio("≥3.71", "吨"), claims=(says("not_met", "a"),)), "undecided-verdict", "rounding")


def test_a_published_miss_outweighs_a_derived_one() -> None:
    both = row(
        unit="亿元",
        baseline=at("2015", "100"),
        targets=(growth("≥9"), level("≥154")),
        observations=(at("2020", "120"),),
    )
    finding = only(plan(both, claims=(says("met", "a"),)), rules=("undisclosed-shortfall",))
    assert finding.severity == "contradiction"
    assert finding.computed == "not met: 120 against ≥154"


def test_a_lead_derived_from_levels_is_a_doubt_where_prices_matter() -> None:
    def ahead_of(unit: str) -> cp.Plan:
        reference = row("b", unit=unit, baseline=at("2015", "100"), observations=(at("2020", "180"),))
        own = row(
            baseline=at("2015", "100"),
            observations=(at("2020", "120"),),
            targets=(cp.Relative(reference="b", relation="above"),),
        )
        return plan(own, reference, claims=(says("met", "a"),))

    doubt(ahead_of("亿元"), "undisclosed-shortfall", "current prices")
    assert only(ahead_of("吨")).severity == "contradiction"


def test_a_printed_average_that_only_its_yearly_rates_settle_may_be_taken_otherwise() -> None:
    """Rates of 2, 3, 3, 2 and 2 compound to less than 2.9; over four years instead of five they are 3 a year."""
    yearly = [
        cp.Observation(period=year, figure=figure, measure="growth")
        for year, figure in zip(range(2016, 2021), ("2", "3", "3", "2", "2"), strict=True)
    ]
    average = cp.Observation(period="2016/2020", figure="3", measure="growth")
    output = cp.Indicator(
        id="output",
        name="output",
        unit="t",
        targets=(cp.Threshold(bound="<3", measure="growth"),),
        observations=(*yearly, average),
    )
    missed = (cp.VerdictClaim(subjects=("output",), verdict="not_met"), cp.CountClaim(count=1, verdict="not_met"))
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(output,), claims=missed)
    assert cp.assess(plan, as_of="2020")["output"].decisive
    findings = cp.audit(plan)
    assert not findings.contradictions
    assert any("taken otherwise" in reading for finding in findings.doubts for reading in finding.innocent)


def test_what_lies_beyond_a_range_may_be_called_met_where_no_direction_is_declared() -> None:
    def promised(figure: str, direction: DirectionLike | None) -> cp.Plan:
        grown = row(direction=direction, targets=(growth("6.5..7"),), observations=(at("2020", figure, "growth"),))
        return plan(grown, claims=(cp.VerdictClaim(subjects=("a",), verdict="met"),), period="2020")

    for figure in ("7.6", "5.9"):
        finding = only(promised(figure, None))
        assert (finding.code, finding.severity) == ("undisclosed-shortfall", "doubt")
        assert "outside a range" in finding.message
        assert findings_of(promised(figure, "range")) == [("contradiction", "undisclosed-shortfall", "a")]
    assert findings_of(promised("5.9", "higher")) == [("contradiction", "undisclosed-shortfall", "a")]
    assert findings_of(promised("7.6", "higher")) == []
    # From 100 the way leads up, so that 150 falls short.
    short = row(baseline=at("2015", "100"), targets=(level("198..202"),), observations=(at("2020", "150"),))
    account = plan(short, claims=(cp.VerdictClaim(subjects=("a",), verdict="met"),))
    assert findings_of(account) == [("contradiction", "undisclosed-shortfall", "a")]


def test_what_lies_beyond_a_range_counts_both_ways() -> None:
    promised = row(number="1", targets=(level("19..21"),), observations=(at("2020", "25"),))
    for count in (0, 1):
        assert findings_of(plan(promised, claims=(cp.CountClaim(count=count, verdict="met"),))) == []


def test_a_list_that_names_one_nature_alone_may_be_complete_of_that_alone() -> None:
    def missed(id: str, nature: NatureLike | None) -> cp.Indicator:
        return row(id, nature=nature, targets=(level("≥5"),), observations=(at("2020", "4"),))

    binding = cp.VerdictClaim(subjects=("a",), verdict="not_met", exhaustive=True)
    cases: tuple[tuple[tuple[NatureLike | None, ...], str], ...] = (
        (("binding", "binding"), "contradiction"),
        (("binding", "expected"), "doubt"),
        (("binding", None), "doubt"),
        ((None, "binding"), "contradiction"),
    )
    for natures, severity in cases:
        rows = [missed(id, nature) for id, nature in zip("ab", natures, strict=True)]
        assert findings_of(plan(*rows, claims=(binding,))) == [(severity, "undisclosed-shortfall", "b")], natures
    # Another list that is complete as well names the other nature.
    rows = [missed("a", "binding"), missed("b", "expected"), missed("c", "expected")]
    expected = cp.VerdictClaim(subjects=("c",), verdict="not_met", exhaustive=True)
    account = plan(*rows, claims=(binding, expected))
    assert findings_of(account) == [("contradiction", "undisclosed-shortfall", "b")]
