"""Caveats: everything known that could overturn a verdict is named, and without one the verdict is decisive."""

from __future__ import annotations

from typing import Any

import pytest

import civicplan as cp
from civicplan import Caveat, Verdict
from civicplan.assessment import IndicatorAssessment, Outcome
from civicplan.model import Target

from ._plans import growth, outcome, plan, row, seen


def on_levels(first: str, last: str, target: Target, **fields: Any) -> Outcome:
    """The outcome of a target on a measure that only the levels of 2015 and 2020 tell of."""
    return outcome(row(baseline=("2015", first), targets=(target,), observations={"2020": last}, **fields))


def rate(bound: str, measure: cp.Measure = cp.Measure.GROWTH) -> cp.Threshold:
    return cp.Threshold(bound=bound, measure=measure)


def test_the_caveats_are_a_closed_set() -> None:
    assert [caveat.name for caveat in Caveat] == [
        "DIGITS",
        "PRICES",
        "RATIO",
        "TOLERANCE",
        "PARTS",
        "UNASSESSED",
        "HEDGED",
    ]


def test_decisive_means_met_or_not_met_without_caveats() -> None:
    for bound, figure, verdict, caveats in (
        ("≥90", "95.0", Verdict.MET, ()),
        ("≥96", "95.0", Verdict.NOT_MET, ()),
        ("≥95", "95.0", Verdict.MET, (Caveat.DIGITS,)),
        (">95", "95.0", Verdict.NOT_MET, (Caveat.DIGITS,)),
    ):
        found = outcome(row(targets=(bound,), observations={"2020": figure}))
        assert (found.verdict, found.caveats, found.decisive) == (verdict, caveats, not caveats), bound
    nothing = outcome(row(targets=("≥95",)))
    assert (nothing.caveats, nothing.decisive) == ((), False)
    assert not outcome(row(targets=("≥95",), observations={"2018": "99"}), "2018").decisive


def whole_and_parts(*parts: str) -> dict[str, Any]:
    observations = [seen("2016", "100", "total")]
    observations += [seen(f"2016-Q{quarter}", figure, "total") for quarter, figure in enumerate(parts, start=1)]
    return {"targets": (cp.Threshold(bound="≥90", measure="total", period="2016"),), "observations": observations}


def test_explain_names_each_caveat() -> None:
    named: dict[Caveat, tuple[dict[str, Any], str]] = {
        Caveat.DIGITS: ({"targets": ("≥95",), "observations": {"2020": "95.0"}}, "Digits that were not printed"),
        Caveat.PRICES: (
            {"baseline": ("2015", "100"), "targets": growth("≥9"), "observations": {"2020": "200"}},
            "may be in current prices",
        ),
        Caveat.RATIO: (
            {"unit": "%", "baseline": ("2015", "100"), "targets": growth("≥1"), "observations": {"2020": "200"}},
            "from a level in percent",
        ),
        Caveat.TOLERANCE: ({"targets": ("20±1",), "observations": {"2020": "19.5"}}, "Only the tolerance"),
        Caveat.PARTS: (whole_and_parts("20", "20", "20", "20"), "The published parts cannot come to this figure"),
        Caveat.HEDGED: ({"targets": ("≥5",), "observations": {"2020": "≈9"}}, "published as an approximate one"),
        Caveat.UNASSESSED: (
            {"targets": ("≥5", rate("≥9")), "observations": {"2020": "9"}},
            "Another target in numbers that is due got no verdict",
        ),
    }
    assert set(named) == set(Caveat)
    for caveat, (fields, sentence) in named.items():
        found = cp.assess(plan(row(**fields)), as_of="2020")["a"]
        assert found.caveats == (caveat,), caveat
        assert sentence in found.explain(), caveat
        assert "not decisively" in found.explain(), caveat
        assert not found.decisive, caveat


@pytest.mark.parametrize("measure", [cp.Measure.GROWTH, cp.Measure.REDUCTION])
def test_a_rate_derived_from_levels_may_be_one_of_current_prices(measure: cp.Measure) -> None:
    assert on_levels("100", "200", rate("≥-200", measure)).caveats == (Caveat.PRICES,)
    assert on_levels("100", "200", rate("≥-200", measure), unit="亿元").caveats == (Caveat.PRICES,)
    assert on_levels("100", "200", rate("≥-200", measure), prices="current").caveats == (Caveat.PRICES,)
    assert on_levels("100", "200", rate("≥-200", measure), prices="constant").caveats == ()


def test_rates_that_are_published_or_chained_from_rates_have_no_prices_caveat() -> None:
    whole = row(targets=growth("≥9"), observations=(seen("2016/2020", "12.0", "growth"),))
    yearly = row(targets=growth("≥9"), observations=[seen(str(year), "12.0", "growth") for year in range(2016, 2021)])
    assert outcome(whole).caveats == outcome(yearly).caveats == ()


@pytest.mark.parametrize(
    ("unit", "name"),
    [("万吨", "physical units"), ("个", "units in which whole things are counted"), ("km", "physical")],
)
def test_a_unit_on_a_documented_list_has_no_prices_and_the_outcome_names_the_list(unit: str, name: str) -> None:
    found = on_levels("100", "200", rate("≥9"), unit=unit)
    assert found.caveats == ()
    assert len(found.unit_lists) == 1
    assert f"{unit}, is on the list of {name}" in found.explain()


@pytest.mark.parametrize(
    ("unit", "name", "group"),
    [
        ("吨/人", "grain", None),
        ("吨", "每人用水量", None),
        ("吨", "water use per head", None),
        ("吨", "water", "water use per head"),
        ("万元", "income", None),
        ("吨标准煤", "单位GDP能耗", None),
        ("吨", "energy", "for GDP"),
        ("吨", "energy per 万元", None),
        ("吨", "energy/output", None),
    ],
)
def test_the_list_does_not_speak_where_name_group_or_unit_speak_of_a_rate_money_or_output(
    unit: str, name: str, group: str | None
) -> None:
    indicator = cp.Indicator(
        id="a",
        name=name,
        group=group,
        unit=unit,
        baseline=("2015", "100"),
        targets=growth("≥9"),
        observations={"2020": "200"},
    )
    found = outcome(indicator)
    assert (found.caveats, found.unit_lists) == ((Caveat.PRICES,), ())


def test_a_growth_derived_from_a_level_in_percent_may_be_meant_in_points() -> None:
    """From 50 % to 80 % is 9.9 % a year, or 6 points a year."""
    both = on_levels("50.0", "80.0", rate("≥5"), unit="%")
    assert (both.verdict, both.caveats) == (Verdict.MET, (Caveat.RATIO,))
    neither = on_levels("50.0", "80.0", rate("≥11"), unit="%")
    assert (neither.verdict, neither.caveats) == (Verdict.NOT_MET, (Caveat.RATIO,))


def test_where_the_two_readings_disagree_the_outcome_is_not_assessable() -> None:
    found = on_levels("50.0", "80.0", rate("≥8"), unit="%")
    assert (found.verdict, found.reason) == (Verdict.NOT_ASSESSABLE, cp.Reason.READINGS_DISAGREE)


def test_where_the_digits_may_turn_the_other_reading_they_are_a_caveat() -> None:
    """6.0 points a year, printed so that 5.98 to 6.02 are allowed, against 9.9 % a year."""
    assert on_levels("50.0", "80.0", rate("≥6"), unit="%").caveats == (Caveat.DIGITS, Caveat.RATIO)


def test_met_only_by_the_tolerance_on_the_worse_side_is_a_caveat() -> None:
    for direction, figure, caveats in (
        (None, "19.5", (Caveat.TOLERANCE,)),
        (None, "20.5", (Caveat.TOLERANCE,)),
        (None, "20.0", ()),
        ("range", "20.5", (Caveat.TOLERANCE,)),
        ("higher", "19.5", (Caveat.TOLERANCE,)),
        ("higher", "20.5", ()),
        ("lower", "19.5", ()),
        ("lower", "20.5", (Caveat.TOLERANCE,)),
    ):
        found = outcome(row(direction=direction, targets=("20±1",), observations={"2020": figure}))
        assert (found.verdict, found.caveats) == (Verdict.MET, caveats), (direction, figure)


def test_in_step_only_by_the_tolerance_is_a_caveat() -> None:
    beside = cp.Relative(reference="b", relation="in_step", tolerance="1")
    for direction, own, caveats in (
        (None, "7.5", (Caveat.TOLERANCE,)),
        (None, "6.5", (Caveat.TOLERANCE,)),
        (None, "7.0", ()),
        ("higher", "7.5", ()),
        ("higher", "6.5", (Caveat.TOLERANCE,)),
    ):
        other = row("b", observations=(seen("2016/2020", "7.0", "growth"),))
        own_row = row(direction=direction, targets=(beside,), observations=(seen("2016/2020", own, "growth"),))
        found = outcome(own_row, "2020", other)
        assert (found.verdict, found.caveats) == (Verdict.MET, caveats), (direction, own)


def test_a_miss_has_no_caveat_for_its_tolerance() -> None:
    assert outcome(row(targets=("20±1",), observations={"2020": "18.0"})).caveats == ()


def test_the_tolerance_of_assess_touches_no_verdict() -> None:
    indicator = row(baseline=("2015", "1"), targets=("≥100",), observations={"2020": "99.0"})
    for tolerance in ("0", "0.5", "1"):
        found = cp.assess(plan(indicator), as_of="2020", tolerance=tolerance)["a"]
        assert (found.verdict, found.caveats) == (Verdict.NOT_MET, ()), tolerance


def test_a_whole_that_contradicts_its_own_parts_has_the_caveat_and_the_verdict_is_the_whole_s() -> None:
    contradicted = outcome(row(**whole_and_parts("20", "20", "20", "20")), "2016")
    assert (contradicted.verdict, contradicted.caveats) == (Verdict.MET, (Caveat.PARTS,))
    agreeing = outcome(row(**whole_and_parts("25", "25", "25", "25")), "2016")
    assert (agreeing.verdict, agreeing.caveats) == (Verdict.MET, ())


def test_parts_that_contradict_each_other_contradict_the_whole() -> None:
    fields = whole_and_parts("20", "20", "20", "20")
    halves = [seen(f"2016-H{half}", "50", "total") for half in (1, 2)]
    found = outcome(row(targets=fields["targets"], observations=[*fields["observations"], *halves]), "2016")
    assert (found.verdict, found.caveats) == (Verdict.MET, (Caveat.PARTS,))


def test_each_of_several_rows_of_parts_is_held_against_the_whole() -> None:
    """The quarters agree with the halves, and the halves with the whole, but the quarters not with the whole."""
    quarters = ("25.25", "25.25", "25.25", "25.25")
    halves = (("2016-H1", "50.4"), ("2016-H2", "50.6"))
    assert 4 * 0.5 > 2 * 0.05
    published = [
        seen("2016", "100", "total"),
        *(seen(f"2016-Q{number}", figure, "total") for number, figure in enumerate(quarters, start=1)),
        *(seen(period, figure, "total") for period, figure in halves),
    ]
    target = cp.Threshold(bound="≥90", measure="total", period="2016")
    assert outcome(row(targets=(target,), observations=published), "2016").caveats == (Caveat.PARTS,)


def joint(*targets: Target | str, as_of: str = "2020", **figures: str) -> IndicatorAssessment:
    observations = {period.strip("y"): figure for period, figure in figures.items()}
    return cp.assess(plan(row(targets=targets, observations=observations)), as_of=as_of)["a"]


def test_unassessed_is_only_on_met_and_only_for_a_target_in_numbers_that_is_due() -> None:
    assert joint("≥5", rate("≥9"), y2020="9").caveats == (Caveat.UNASSESSED,)
    assert joint("≥15", rate("≥9"), y2020="9").caveats == ()
    assert joint("≥5", cp.Qualitative(text="better"), y2020="9").caveats == ()
    assert joint("≥5", cp.Delegated(authority="the province"), y2020="9").caveats == ()
    assert joint(cp.Threshold(bound="≥5", period="2018"), rate("≥9"), as_of="2018", y2018="9").caveats == ()


def test_prices_and_ratio_never_touch_a_change() -> None:
    for unit in (None, "%", "亿元"):
        found = on_levels("60.0", "64.5", cp.Threshold(bound="≥4", measure="change"), unit=unit)
        assert (found.verdict, found.caveats) == (Verdict.MET, ()), unit


def test_the_caveats_of_a_relation_are_those_of_both_sides() -> None:
    other = row("b", baseline=("2015", "100"), observations={"2020": "110"})
    own = row(targets=(cp.Relative(reference="b", relation="above"),), observations=(seen("2016/2020", "9", "growth"),))
    assert outcome(own, "2020", other).caveats == (Caveat.PRICES,)
