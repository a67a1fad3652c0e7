"""Printed intervals: what the digits allow settles a verdict, and where it does not the printed value gives it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

import civicplan as cp
from civicplan import Caveat, Verdict
from civicplan.evidence import Actual, Evidence
from civicplan.values import UNBOUNDED, Interval

from ._plans import growth, outcome, row, seen

D = Decimal
#: Come to 100.3 ± 0.25.
PARTS = (
    ("2016-Q1", "25.0"),
    ("2016-Q2", "25.1"),
    ("2016-Q3", "25.1"),
    ("2016-10", "8.4"),
    ("2016-11/2016-12", "16.7"),
)
TOTAL_ABOVE_100 = cp.Threshold(bound=">100", measure="total", period="2016")


def actual_of(indicator: cp.Indicator, measure: cp.Measure, period: str) -> Actual:
    actual = Evidence(indicator).actual(measure, cp.Period.parse(period))
    assert isinstance(actual, Actual)
    return actual


def test_printed_intervals_are_closed_at_both_ends() -> None:
    for bound, figure, decided in (
        ("≥94.95", "95.0", True),
        (">94.95", "95.0", False),
        ("≤95.05", "95.0", True),
        ("<95.05", "95.0", False),
        ("<94.95", "95.0", True),
        ("≤94.95", "95.0", False),
        ("94.95..95.05", "95.0", True),
    ):
        found = outcome(row(targets=(bound,), observations={"2020": figure}))
        assert (Caveat.DIGITS not in found.caveats) is decided, (bound, figure)


def test_an_interval_that_settles_the_bound_gives_the_verdict_otherwise_the_printed_value_does() -> None:
    for bound, figure, verdict, caveats in (
        ("≥94.9", "95.0", Verdict.MET, ()),
        ("≥95.1", "95.0", Verdict.NOT_MET, ()),
        ("≥95.04", "95.0", Verdict.NOT_MET, (Caveat.DIGITS,)),
        ("≥94.96", "95.0", Verdict.MET, (Caveat.DIGITS,)),
    ):
        found = outcome(row(targets=(bound,), observations={"2020": figure}))
        assert (found.verdict, found.caveats) == (verdict, caveats), bound


def whole(*parts: tuple[str, str], figure: str = "100") -> cp.Indicator:
    published = [seen("2016", figure, "total"), *(seen(period, part, "total") for period, part in parts)]
    return row(targets=(TOTAL_ABOVE_100,), observations=published)


def test_100_with_parts_that_come_to_100_3_give_or_take_0_25_is_met_against_more_than_100() -> None:
    indicator = whole(*PARTS)
    assert actual_of(row(observations=indicator.observations[1:]), cp.Measure.TOTAL, "2016").interval == Interval(
        low=D("100.05"), high=D("100.55")
    )
    assert actual_of(indicator, cp.Measure.TOTAL, "2016").interval == Interval(low=D("100.05"), high=D("100.5"))
    found = outcome(indicator, "2016")
    assert (found.verdict, found.caveats, str(found.actual)) == (Verdict.MET, (), "100")
    alone = outcome(whole(), "2016")
    assert (alone.verdict, alone.caveats) == (Verdict.NOT_MET, (Caveat.DIGITS,))


def test_7_4_and_7_45_for_one_year_together_are_7_445_to_7_45() -> None:
    for figures in (("7.4", "7.45"), ("7.45", "7.4")):
        indicator = row(observations=[seen("2020", figure) for figure in figures])
        actual = actual_of(indicator, cp.Measure.LEVEL, "2020")
        assert (str(actual), actual.interval) == ("7.45", Interval(low=D("7.445"), high=D("7.45")))


def test_a_published_figure_and_the_chains_of_its_published_parts_intersect() -> None:
    yearly = [seen("2016", "10.00", "reduction"), seen("2017", "10.00", "reduction")]
    target = cp.Threshold(bound=">18.6", measure="reduction", period="2016/2017")
    indicator = row(targets=(target,), observations=[seen("2016/2017", "19", "reduction"), *yearly])
    assert (outcome(indicator, "2017").verdict, outcome(indicator, "2017").caveats) == (Verdict.MET, ())


def test_of_several_chains_each_narrows_what_the_others_allow() -> None:
    """The halves come to 100.4 ± 0.1, the quarters to 100.2 ± 0.2: together 100.3 to 100.4."""
    halves = [seen("2016-H1", "50.2", "total"), seen("2016-H2", "50.2", "total")]
    quarters = [seen(f"2016-Q{number}", figure, "total") for number, figure in enumerate(("25.0", "25.1") * 2, start=1)]
    for published in ([*halves, *quarters], [seen("2016", "100", "total"), *halves, *quarters]):
        actual = actual_of(row(observations=published), cp.Measure.TOTAL, "2016")
        assert actual.interval == Interval(low=D("100.3"), high=D("100.4"))


def test_what_is_derived_from_levels_speaks_only_where_nothing_of_that_measure_is_published() -> None:
    levels: dict[str, Any] = {"baseline": ("2015", "100"), "targets": growth("≥9")}
    both = row(observations=(seen("2020", "200"), seen("2016/2020", "7.0", "growth")), **levels)
    assert (outcome(both).verdict, outcome(both).caveats) == (Verdict.NOT_MET, ())
    conflicting = row(
        observations=(seen("2020", "200"), *(seen("2016/2020", rate, "growth") for rate in ("7.0", "8.0"))), **levels
    )
    assert outcome(conflicting).reason is cp.Reason.CONFLICTING_OBSERVATIONS


def test_levels_are_not_parts_and_contradict_no_published_rate() -> None:
    published = (seen("2020", "200"), seen("2016/2020", "9.4", "growth"))
    found = outcome(row(baseline=("2015", "100"), targets=growth("≥9"), observations=published))
    assert (found.verdict, found.caveats) == (Verdict.MET, ())


def test_12_0_to_0_0_is_a_fall_above_99_percent() -> None:
    target = cp.Threshold(bound=">99", measure="reduction")
    indicator = row(baseline=("2015", "12.0"), targets=(target,), observations={"2020": "0.0"}, prices="constant")
    found = outcome(indicator)
    assert (found.verdict, found.caveats) == (Verdict.MET, ())
    interval = actual_of(indicator, cp.Measure.REDUCTION, "2016/2020").interval
    assert interval.low is not None
    assert D("99.5") < interval.low < D("99.6")


def test_a_growth_to_about_nothing_has_an_upper_end() -> None:
    indicator = row(baseline=("2015", "12.0"), targets=growth("≤-60"), observations={"2020": "0.0"}, prices="constant")
    found = outcome(indicator)
    assert (found.verdict, found.caveats) == (Verdict.MET, ())


def test_the_average_of_growth_rates_one_of_which_is_a_fall_to_nothing_has_an_upper_end() -> None:
    rates = [seen("2016", "-100", "growth"), seen("2017", "10", "growth")]
    for bound, verdict in (("≤-50", Verdict.MET), (">0", Verdict.NOT_MET)):
        target = cp.Threshold(bound=bound, measure="growth", period="2016/2017")
        found = outcome(row(targets=(target,), observations=rates))
        assert (found.verdict, found.caveats) == (verdict, ()), bound


def test_a_reduction_of_exactly_100_chained_with_anything_is_100() -> None:
    nothing_left = 1 - Interval.exactly(D(100)) * Interval.exactly(D("0.01"))
    for anything in (UNBOUNDED, Interval(low=D(-5)), Interval.exactly(D(7))):
        assert (1 - nothing_left * anything) * 100 == Interval.exactly(D(100))
    for other in ("0", "5", "-500", "100"):
        rates = [seen("2016", "100", "reduction"), seen("2017", other, "reduction")]
        assert actual_of(row(observations=rates), cp.Measure.REDUCTION, "2016/2017").value == 100, other


@pytest.mark.parametrize("decisive", [True, False])
def test_100_against_90_to_100_is_decisive_with_its_natural_range(decisive: bool) -> None:
    natural_range = ("0", "100") if decisive else None
    found = outcome(row(targets=("90..100",), observations={"2020": "100"}, natural_range=natural_range))
    assert (found.verdict, found.decisive) == (Verdict.MET, decisive)


def test_a_natural_range_cuts_the_intervals_of_levels_alone() -> None:
    target = cp.Threshold(bound="90..100", measure="total")
    indicator = row(targets=(target,), observations=(seen("2016/2020", "100", "total"),), natural_range=("0", "100"))
    assert not outcome(indicator).decisive


def test_a_figure_outside_the_natural_range_is_a_finding_and_stands_as_printed() -> None:
    indicator = row(targets=("≥101",), observations={"2020": "102"}, natural_range=("0", "100"))
    assert (outcome(indicator).verdict, outcome(indicator).decisive) == (Verdict.MET, True)
    findings = cp.audit(cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(indicator,)))
    assert [finding.code for finding in findings] == ["outside-natural-range"]


def test_a_verdict_that_only_the_parts_settle_says_so() -> None:
    """Printed 100, with parts of 100.05 at least: more than 100, and not 100 at most."""
    met = outcome(whole(*PARTS), "2016")
    missed = outcome(
        evolve(whole(*PARTS), targets=(cp.Threshold(bound="≤100", measure="total", period="2016"),)), "2016"
    )
    assert (met.verdict, missed.verdict) == (Verdict.MET, Verdict.NOT_MET)
    for found in (met, missed):
        assert "the published figures of its parts decide" in found.explain()
        assert "equals the bound" not in found.explain()


def counted(figure: str, **fields: Any) -> tuple[bool, bool]:
    """Whether a figure meets its own bound decisively, and whether the list of counting units is named for that."""
    indicator = cp.Indicator(
        **{"id": "a", "name": "parks", "targets": (f"≥{figure}",), "observations": {"2020": figure}, **fields}
    )
    return outcome(indicator).decisive, bool(outcome(indicator).unit_lists)


def test_4_of_4_in_a_documented_count_unit_is_decisively_met_and_the_list_is_named() -> None:
    assert counted("4", unit="个") == (True, True)
    assert counted("4", unit="人") == (True, True)
    assert counted("4") == counted("4", unit="亩") == (False, False)


def test_counted_by_declaration_needs_no_list() -> None:
    assert counted("4", exact=True) == counted("4", unit="个", exact=True) == (True, False)
    assert counted("4", unit="个", exact=False) == (False, False)


def test_whole_numbers_are_exact_only_where_all_figures_of_the_thing_are_whole() -> None:
    assert counted("4", unit="个", baseline=("2015", "3.5")) == (False, False)
    assert counted("4", unit="个", targets=("≥4", "4..4.5")) == (False, False)
    assert counted("4", unit="个", observations={"2020": "4", "2019": "3.9"}) == (False, False)
    rate = cp.Threshold(bound="≥4.5", measure="growth")
    assert counted("4", unit="个", targets=("≥4", rate), baseline=("2015", "3")) == (True, True)


@pytest.mark.parametrize(
    ("figure", "fields"),
    [
        ("4", {"unit": "万个"}),
        ("4", {"unit": "亿人"}),
        ("4", {"unit": "thousand persons"}),
        ("4E+4", {"unit": "个"}),
        ("4", {"unit": "张", "name": "每千人床位数"}),
        ("4", {"unit": "张", "group": "每千人"}),
        ("4", {"unit": "张/千人"}),
        ("4", {"unit": "persons", "name": "beds per 1000"}),
    ],
)
def test_never_with_a_multiple_in_figure_or_unit_nor_where_words_speak_of_a_rate(
    figure: str, fields: dict[str, Any]
) -> None:
    assert counted(figure, **fields) == (False, False)


def test_a_reduction_in_points_is_read_beside_one_in_percent() -> None:
    """From 80.0 % to 50.0 % is a fall by 37.5 %, or by 30 points."""
    for bound, verdict in (("≥20", Verdict.MET), ("≥50", Verdict.NOT_MET), ("≥35", Verdict.NOT_ASSESSABLE)):
        target = cp.Threshold(bound=bound, measure="reduction")
        found = outcome(row(unit="%", baseline=("2015", "80.0"), targets=(target,), observations={"2020": "50.0"}))
        assert found.verdict is verdict, bound


def test_a_relation_between_percentages_is_read_in_points_on_each_side() -> None:
    """Own growth is 9.9 % or 6 points a year; the other's 7.5 %."""
    other = row("b", observations=(seen("2016/2020", "7.5", "growth"),))
    ahead = cp.Relative(reference="b", relation="above")
    found = outcome(
        row(unit="%", baseline=("2015", "50.0"), targets=(ahead,), observations={"2020": "80.0"}), "2020", other
    )
    assert found.reason is cp.Reason.READINGS_DISAGREE
    slow = row("b", unit="%", baseline=("2015", "50.0"), observations={"2020": "51.0"})
    found = outcome(
        row(unit="%", baseline=("2015", "50.0"), targets=(ahead,), observations={"2020": "80.0"}), "2020", slow
    )
    assert (found.verdict, found.caveats) == (Verdict.MET, (Caveat.RATIO,))
