"""How far findings go: a contradiction leaves no innocent reading, and a doubt names those that are left."""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import RULES, Finding, Severity, audit
from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.model import Claim, ReportedStatusLike
from civicplan.testing import plans

from ._plans import at, findings_of, level, only, plan, row, workplan

_BUILT_IN = ("zhuzhou-13fyp", "zhuzhou-14fyp", "shangyu-2024-q2")


def finding(**fields: Any) -> Finding:
    return Finding(subject="a", message="It fell.", claimed="rose", computed="fell", **fields)


def test_the_readings_left_decide_how_far_a_finding_goes() -> None:
    assert finding().severity is Severity.CONTRADICTION
    doubt = finding(innocent=("Prices may have risen.", ""))
    assert doubt.severity is Severity.DOUBT
    assert doubt.innocent == ("Prices may have risen.",)
    assert doubt.message == "It fell. Prices may have risen."
    assert finding(severity="note").innocent == ()


def test_a_contradiction_leaves_no_reading_and_a_doubt_names_one() -> None:
    with pytest.raises(InvalidValueError, match="none in a contradiction"):
        finding(severity="contradiction", innocent=("Prices may have risen.",))
    with pytest.raises(InvalidValueError, match="a reading that leaves it a doubt"):
        finding(severity="doubt")


@pytest.mark.parametrize("innocent", ["Prices may have risen.", 5])
def test_readings_are_several_sentences(innocent: Any) -> None:
    with pytest.raises(InvalidTypeError, match="parentheses"):
        finding(innocent=innocent)


def test_a_reading_that_the_message_names_is_named_once() -> None:
    named = Finding(subject="a", message="It may be so.", innocent=("It may be so.",), claimed="", computed="")
    assert named.message == "It may be so."


def check_readings(findings: tuple[Finding, ...]) -> None:
    innocent_by_code = {rule.code: rule.innocent for rule in RULES}
    for one in findings:
        assert all(reading in one.message for reading in one.innocent), one
        assert innocent_by_code[one.code] or not one.innocent, one


@given(plans())
def test_every_reading_is_named_in_the_message_and_its_rule_has_some(any_plan: cp.Plan) -> None:
    check_readings(audit(any_plan))


def test_so_it_is_in_the_built_in_plans() -> None:
    for name in _BUILT_IN:
        check_readings(audit(cp.datasets.load(name)))


def grown(stated: str, *levels: tuple[str, str], **fields: Any) -> cp.Plan:
    claim = cp.GrowthClaim(subject="a", figure=stated, period="2016/2020")
    observations = tuple(at(year, figure) for year, figure in (*levels, ("2020", "161.051")))
    return plan(row(baseline=at("2015", "100.000"), observations=observations, **fields), claims=(claim,))


def test_an_average_of_another_kind_is_a_doubt() -> None:
    ups_and_downs = ("2016", "200.000"), ("2017", "100.000"), ("2018", "150.000"), ("2019", "150.000")
    for account, words in (
        (grown("12.2"), "divided by its years"),  # 61.051 / 5
        (grown("12.7"), "over 4 instead of 5 years"),
        (grown("7.6", ("2016", "120.0")), "first year of the period"),
        (grown("21.47", *ups_and_downs), "plain mean of the yearly rates"),
    ):
        one = only(account)
        assert (one.code, one.severity) == ("growth-disagrees", "doubt"), words
        assert any(words in reading for reading in one.innocent), words


def test_an_average_of_no_kind_is_a_contradiction() -> None:
    for account in (
        grown("11"),
        grown("7.6"),
        grown("7.6", ("2016", "110.0")),
        grown("7.6", ("2016", "≈120.0")),
        grown("21.5"),
        grown("21.5", ("2016", "200.0"), ("2017", "100.0"), ("2019", "150.0")),
        grown("-150.0"),
    ):
        assert findings_of(account) == [("contradiction", "growth-disagrees", "a")]


def test_yearly_rates_without_the_first_are_a_reading_too() -> None:
    rates = tuple(
        at(str(2016 + number), rate, "growth") for number, rate in enumerate(("20.0", "4.0", "4.0", "4.0", "4.0"))
    )
    claim = cp.GrowthClaim(subject="a", figure="4.0", period="2016/2020")
    one = only(plan(row(observations=rates), claims=(claim,)))
    assert one.severity == "doubt"
    assert any("first year of the period" in reading for reading in one.innocent)


YEARS = tuple(map(str, range(2015, 2021)))
ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN)


def printed(value: Decimal, places: int, rounding: str) -> str:
    return format(value.quantize(Decimal(1).scaleb(-places), rounding=rounding), "f")


def averages(levels: list[Decimal]) -> list[Decimal]:
    """The average growth of the years after the first level, in every way in which it may be taken."""
    years = len(levels) - 1
    rates = [100 * (last / first - 1) for first, last in pairwise(levels)]
    return [
        cp.cagr(levels[0], levels[-1], years),
        sum(rates, Decimal(0)) / years,
        (levels[-1] / levels[0] - 1) * 100 / years,
        cp.cagr(levels[0], levels[-1], years - 1),
        cp.cagr(levels[1], levels[-1], years - 1),
    ]


@given(
    st.lists(st.decimals(50, 9999, places=1), min_size=6, max_size=6),
    st.integers(0, 4),
    st.integers(0, 2),
    st.sampled_from(ROUNDINGS),
)
def test_an_average_taken_in_any_way_is_no_contradiction(
    levels: list[Decimal], way: int, places: int, rounding: str
) -> None:
    rate = averages(levels)[way]
    observations = [at(year, str(figure)) for year, figure in zip(YEARS[1:], levels[1:], strict=True)]
    claim = cp.GrowthClaim(subject="a", figure=printed(rate, places, rounding), period="2016/2020")
    account = plan(row(baseline=at("2015", str(levels[0])), observations=tuple(observations)), claims=(claim,))
    assert audit(account).only(severity="contradiction", code="growth-disagrees") == ()


def test_an_average_of_another_kind_may_rest_on_an_edition_before_a_revision() -> None:
    def revised(stated: str) -> list[str]:
        figures = (
            cp.Observation(period="2020", figure="172.8", published="2021-06"),
            cp.Observation(period="2020", figure="161.1", published="2022-06"),
        )
        claim = cp.GrowthClaim(subject="a", figure=stated, period="2016/2020")
        account = plan(row(baseline=at("2015", "100.0"), observations=figures), claims=(claim,))
        return [str(finding.severity) for finding in audit(account, rules=("growth-disagrees",))]

    assert revised("14.65") == ["doubt"]  # 172.8 over four years
    assert revised("14.56") == ["doubt"]  # 72.8 / 5
    assert revised("12.7") == ["doubt"]  # 161.1 over four years
    assert revised("13.5") == ["contradiction"]


def test_a_plain_mean_may_start_from_a_restated_baseline() -> None:
    levels = at("2016", "160.0"), at("2017", "121.0")
    since = cp.Observation(period="2015", figure="80.0", published="2018-05")
    # From 80.0 the rates are 100 % and -24.4 %, from 100.0 they are 60 % and -24.4 %.
    for stated, severity in (("37.8", "doubt"), ("17.8", "doubt"), ("30.0", "contradiction")):
        claim = cp.GrowthClaim(subject="a", figure=stated, period="2016/2017")
        account = plan(row(baseline=at("2015", "100.0"), observations=(since, *levels)), claims=(claim,))
        (finding,) = audit(account, rules=("growth-disagrees",))
        assert finding.severity == severity, stated


def test_a_fall_from_the_first_year_on_is_a_doubt() -> None:
    levels = at("2016", "80.0"), at("2020", "60.0")
    for stated, severity in (("25.0", "doubt"), ("30.0", "contradiction")):
        fall = at("2016/2020", stated, "reduction")
        one = only(plan(row(baseline=at("2015", "100.0"), observations=(*levels, fall))))
        assert (one.code, one.severity) == ("total-disagrees", severity)


def promised(bound: str, rate: str, period: str = "2016/2020", base: str = "2015") -> cp.Plan:
    targets = cp.Threshold(bound=bound), cp.Threshold(bound=rate, measure="growth")
    return plan(row(baseline=at(base, "100.000"), targets=targets), period=period)


def test_targets_may_be_averages_of_another_kind_too() -> None:
    # 61.051 / 5 is 12.21, and the fourth root of 1.61051 is 1.1265.
    for rate, words in (("=12.2", "divided by its years"), ("=12.7", "over 4 instead of 5 years")):
        one = only(promised("=161.051", rate))
        assert (one.code, one.severity) == ("target-disagrees", "doubt")
        assert any(words in reading for reading in one.innocent), rate
    for bound, rate in (("=161.051", "=11.0"), ("≥200.0", "≤10.0"), ("≤50.0", "≥1.0")):
        assert findings_of(promised(bound, rate), rules=("target-disagrees",)) == [
            ("contradiction", "target-disagrees", "a")
        ]
    assert only(promised("=110.0", "=12.0", "2020", "2019")).severity == "contradiction"


def test_two_years_have_other_averages_as_well() -> None:
    levels = at("2016", "80.00"), at("2017", "64.00")
    for stated, is_innocent in (("-18.0", True), ("-36.0", True), ("-20.0", None), ("-25.0", False)):
        claim = cp.GrowthClaim(subject="a", figure=stated, period="2016/2017")
        findings = audit(plan(row(baseline=at("2015", "100.00"), observations=levels), claims=(claim,)))
        assert [bool(one.innocent) for one in findings] == ([] if is_innocent is None else [is_innocent]), stated


def test_a_growth_over_one_year_has_no_other_average() -> None:
    claim = cp.GrowthClaim(subject="a", figure="12.0", period="2016")
    one = only(plan(row(baseline=at("2015", "100.0"), observations=(at("2016", "110.0"),)), claims=(claim,)))
    assert one.severity == "contradiction"


def task(percent: str, status: ReportedStatusLike | None = None, *, delivered: str | None = None) -> cp.Plan:
    planned = (cp.Deliverable(subject="roads", planned="≥100", unit="km", accumulates=True),) if delivered else ()
    done = (cp.Delivered(subject="roads", figure=delivered, unit="km"),) if delivered else ()
    report = cp.ProgressReport(period="2024-Q2", percent=percent, status=status, delivered=done)
    return workplan(cp.Task(id="t", title="a task", period="2024", deliverables=planned, reports=(report,)))


def test_work_need_not_be_spread_evenly() -> None:
    cases: tuple[tuple[str, ReportedStatusLike, str], ...] = (
        ("20", "ahead", "planned for later"),
        ("80", "behind", "planned for earlier"),
    )
    for percent, status, words in cases:
        one = only(task(percent, status))
        assert one.severity == "doubt"
        assert words in one.innocent[0]


def test_how_work_is_spread_does_not_explain_an_end_or_a_start() -> None:
    cases: tuple[tuple[str, ReportedStatusLike], ...] = (("80", "completed"), ("20", "not_started"))
    for percent, status in cases:
        assert not any("planned for" in reading for reading in only(task(percent, status)).innocent)


def test_a_percent_may_count_work_without_an_amount() -> None:
    one = only(task("90", delivered="50"))
    assert (one.code, one.severity) == ("percent-disagrees", "doubt")
    assert "no amount" in one.innocent[0]


def counted(count: int, *numbers: str) -> cp.Plan:
    rows = (row(f"r{index}", number=number) for index, number in enumerate(numbers))
    return plan(*rows, claims=(cp.CountClaim(count=count),))


@pytest.mark.parametrize("numbers", [("1", "2", "3a", "3b"), ("1", "2", "3.1", "3.2"), ("1", "2", "3", "3（1）")])
def test_rows_of_one_number_with_letters_may_count_as_one(numbers: tuple[str, ...]) -> None:
    one = only(counted(3, *numbers))
    assert (one.code, one.severity) == ("count-disagrees", "doubt")
    assert "may count as one" in one.innocent[0]
    assert findings_of(counted(4, *numbers)) == []
    assert findings_of(counted(2, *numbers)) == [("contradiction", "count-disagrees", "p")]
    assert findings_of(counted(5, *numbers)) == [("contradiction", "count-disagrees", "p")]


@given(st.lists(st.integers(1, 3), min_size=1, max_size=6), st.sampled_from(("{}{}", "{}.{}", "{}（{}）")))
def test_a_count_of_whole_numbers_is_no_contradiction(parts: list[int], notation: str) -> None:
    numbers = [
        str(number) if count == 1 else notation.format(number, "abc"[part] if notation == "{}{}" else part + 1)
        for number, count in enumerate(parts, 1)
        for part in range(count)
    ]
    for count in range(len(parts), len(numbers) + 1):
        assert not audit(counted(count, *numbers)).contradictions
    for count in (len(parts) - 1, len(numbers) + 1):
        assert [one.severity for one in audit(counted(count, *numbers))] == ["contradiction"]


def test_numbers_that_only_begin_alike_are_different() -> None:
    assert findings_of(counted(1, "1", "10", "11")) == [("contradiction", "count-disagrees", "p")]
    assert findings_of(counted(1, "一", "二")) == [("contradiction", "count-disagrees", "p")]


def test_figures_in_another_document_may_be_of_another_day() -> None:
    account, yearbook = cp.Source(document="account"), cp.Source(document="yearbook")
    for place, figures, severity in (
        (account, yearbook, "doubt"),
        (account, account, "contradiction"),
        (None, yearbook, "contradiction"),
        (account, None, "contradiction"),
    ):
        levels = [
            cp.Observation(period=year, figure=figure, source=figures)
            for year, figure in (("2015", "100"), ("2020", "50"))
        ]
        output = row("a", unit="吨", targets=(level("≥200"),), observations=levels)
        claims: tuple[Claim, ...] = (
            cp.VerdictClaim(subjects=("a",), verdict="met", source=place),
            cp.StandingClaim(subjects=("a",), standing="achieved_early", period="2020", source=place),
            cp.GapClaim(subject="a", figure="1", side="short", period="2020", source=place),
            cp.GrowthClaim(subject="a", figure="1", period="2016/2020", source=place),
        )
        for claim in claims:
            finding = only(plan(output, claims=(claim,)))
            assert finding.severity == severity, claim
            assert ("in another document" in finding.message) == (severity == "doubt")


def printed_twice(*sources: cp.Source | None, published: str | None = None) -> cp.Plan:
    figures = zip(("71.3", "72.4"), sources, strict=True)
    levels = (
        cp.Observation(period="2020", figure=figure, source=source, published=published) for figure, source in figures
    )
    return plan(row(observations=tuple(levels)))


def test_the_later_of_two_documents_may_have_a_revised_figure() -> None:
    report, yearbook = cp.Source(document="report", line=3), cp.Source(document="yearbook", line=8)
    one = only(printed_twice(report, yearbook))
    assert (one.code, one.severity) == ("figure-disagrees", "doubt")
    assert "two documents" in one.innocent[0]
    # In one month one of two documents may still be later; so may one of two issues with addresses of their own.
    assert only(printed_twice(report, yearbook, published="2021-03")).innocent == one.innocent
    issues = (cp.Source(document="report", url=f"https://www.example.org/{year}") for year in (2021, 2022))
    assert only(printed_twice(*issues)).innocent == one.innocent
    half_recorded = only(printed_twice(report, None))
    assert (half_recorded.severity, len(half_recorded.innocent)) == ("doubt", 1)
    assert "not recorded where" in half_recorded.message
    again = cp.Source(document="report", line=5)
    for account in (printed_twice(report, again), printed_twice(report, yearbook, published="2021-03-05")):
        assert findings_of(account) == [("contradiction", "figure-disagrees", "a")]
