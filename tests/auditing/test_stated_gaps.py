"""Stated distances against the figures on both sides, and all that may explain a difference."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import Finding, audit

from ._plans import at, growth, level, plan, row


def aimed(figure: str = "12.7", bound: str = "≥13", **fields: Any) -> cp.Indicator:
    return row("a", targets=(level(bound),), **{"observations": (at("2020", figure),)} | fields)


def stated(figure: str, side: Any, *rows: cp.Indicator, **fields: Any) -> list[Finding]:
    claim = cp.GapClaim(subject="a", figure=figure, side=side, period=fields.pop("period", "2020"), **fields)
    return list(audit(plan(*rows, claims=(claim,)), rules=("gap-disagrees",)))


def only(figure: str, side: Any, *rows: cp.Indicator, **fields: Any) -> Finding:
    (finding,) = stated(figure, side, *rows, **fields)
    return finding


def test_a_distance_that_is_not_the_difference_is_a_contradiction() -> None:
    finding = only("1.8", "short", aimed())
    assert (finding.code, finding.severity, finding.subject) == ("gap-disagrees", "contradiction", "a")
    assert (finding.claimed, finding.computed) == ("1.8 short", "0.30 short")
    assert finding.message == (
        "a: against the target ≥13, 12.7 for 2020 is stated to be 1.8 short, while it is 0.30 short."
    )


def test_the_difference_within_rounding_is_right() -> None:
    for figure in ("0.3", "0.30", "0"):
        assert stated(figure, "short", aimed()) == [], figure
    assert stated("0.3", "beyond", aimed("13.3")) == []


def test_the_side_counts_above_a_floor_and_either_may_be_meant_below_a_limit() -> None:
    assert only("2.0", "beyond", aimed("11.0", "≥13.0")).computed == "2.00 short"
    for side in ("short", "beyond"):
        assert stated("2.0", side, aimed("11.0", "≤13.0")) == []
        assert stated("2.0", side, aimed("11.0", "13.0±0.5")) == []
    assert only("5.0", "short", aimed("11.0", "≤13.0")).computed == "2.00 beyond"


def test_a_distance_may_be_measured_from_any_target_on_the_measure() -> None:
    several = row(
        "a", targets=(level("≥12.0", "2018"), level("13.0..14.0"), growth("≥9")), observations=(at("2020", "12.7"),)
    )
    for figure, side in (("0.3", "short"), ("1.3", "short"), ("0.7", "beyond")):
        assert stated(figure, side, several) == []
    assert only("3.0", "short", several).severity == "contradiction"


def test_a_target_for_the_year_need_not_be_printed() -> None:
    total = row(
        "a",
        targets=(cp.Threshold(bound="≥100", measure="total"),),
        observations=(at("2018", "18", "total"), at("2020", "22", "total")),
    )
    for period in ("2018", "2020"):
        finding = only("2", "short", total, measure="total", period=period)
        assert finding.severity == "doubt"
        assert "not printed" in finding.message
    assert only("5", "short", aimed(observations=(at("2018", "12.7"),)), period="2018").severity == "doubt"
    assert only("5", "short", aimed(), period="2020").severity == "contradiction"


def test_growth_is_short_by_points() -> None:
    rates = row("a", targets=(growth("≥9"),), observations=(at("2016/2020", "7.2", "growth"),))
    fields = {"measure": "growth", "period": "2016/2020"}
    assert stated("1.8", "short", rates, **fields) == []
    assert only("2.4", "short", rates, **fields).severity == "contradiction"


def test_what_is_done_of_a_target_may_be_short_by_points() -> None:
    assert stated("20", "short", aimed("80", "≥100.0", unit="吨")) == []
    assert stated("10.0", "short", aimed("180.0", "≥200.0", unit="吨")) == []
    finding = only("10.0", "short", aimed("45.0", "≥50.0", unit="%"))
    assert finding.severity == "doubt"
    assert "in percent" in finding.message


def test_a_revision_leaves_a_doubt() -> None:
    figures = (
        cp.Observation(period="2020", figure="12.0", published="2021-03"),
        cp.Observation(period="2020", figure="12.7", published="2022-03"),
    )
    finding = only("1.0", "short", aimed(observations=figures, bound="≥13.0"))
    assert finding.severity == "doubt"
    assert "revision" in finding.message


def test_a_rate_from_levels_may_be_in_current_prices() -> None:
    def grown(unit: str) -> cp.Indicator:
        levels = {"baseline": at("2015", "100.0"), "observations": (at("2020", "161.1"),)}
        return row("a", unit=unit, targets=(growth("≥12"),), **levels)

    fields = {"measure": "growth", "period": "2016/2020"}
    assert stated("2.0", "short", grown("吨"), **fields) == []
    assert only("5.0", "short", grown("吨"), **fields).severity == "contradiction"
    assert only("5.0", "short", grown("亿元"), **fields).severity == "doubt"


def halfway(figure: str, **fields: Any) -> cp.Indicator:
    """From 100 in 2015 to 200 in 2020; by 2018 160.0 by equal steps and 151.6 by equal rates."""
    return row(
        "a",
        baseline=at("2015", "100.0"),
        targets=(level("≥200"),),
        observations=(at("2018", figure),),
        **fields,
    )


def test_a_schedule_may_go_by_steps_by_rates_or_by_shares() -> None:
    fields = {"to": "schedule", "period": "2018"}
    for figure in ("10.0", "1.6"):
        assert stated(figure, "short", halfway("150.0"), **fields) == []
    finding = only("30.0", "short", halfway("150.0"), **fields)
    assert finding.severity == "doubt"
    assert finding.computed == "10.00 short"
    assert "schedule of its own" in finding.message
    # The share done, 50 %, is 10 points behind the 60 % of the time.
    assert stated("10", "short", halfway("150.0", unit="%"), **fields) == []
    total = row(
        "a", targets=(cp.Threshold(bound="≥100", measure="total"),), observations=(at("2016/2018", "50", "total"),)
    )
    for figure, is_right in (("10", True), ("25", False)):
        found = stated(figure, "short", total, to="schedule", measure="total", period="2018")
        assert (found == []) is is_right


def test_what_is_behind_is_told_in_the_unit() -> None:
    # From 100 to 300; of the 200 three fifths should be there, and half is: 20 are missing, and 10 points.
    levels = row(
        "a", unit="吨", baseline=at("2015", "100.0"), targets=(level("≥300"),), observations=(at("2018", "200.0"),)
    )
    for figure, is_right in (("20.0", True), ("10.0", True), ("20.4", False), ("19.6", False)):
        found = stated(figure, "short", levels, to="schedule", period="2018")
        assert (found == []) is is_right, figure


def test_the_share_that_is_behind_is_told_in_points() -> None:
    # 25 of 50 is half, where three fifths of the time are gone.
    half = row(
        "a", targets=(cp.Threshold(bound="≥50", measure="total"),), observations=(at("2016/2018", "25.00", "total"),)
    )
    for figure, is_right in (("10.0", True), ("5.0", True), ("10.1", False), ("9.9", False)):
        found = stated(figure, "short", half, to="schedule", measure="total", period="2018")
        assert (found == []) is is_right, figure


def test_the_schedule_of_an_average_is_its_rate_and_a_reduction_has_none() -> None:
    rates = row("a", targets=(growth("≥9"),), observations=(at("2016/2018", "7.2", "growth"),))
    fields = {"to": "schedule", "measure": "growth", "period": "2018"}
    assert stated("1.8", "short", rates, **fields) == []
    assert only("4.0", "short", rates, **fields).severity == "doubt"
    fall = row(
        "a",
        targets=(cp.Threshold(bound="≥9", measure="reduction"),),
        observations=(at("2016/2018", "7.2", "reduction"),),
    )
    assert stated("5", "short", fall, to="schedule", measure="reduction", period="2018") == []


def test_a_distance_to_another_indicator_is_their_difference() -> None:
    def rate(id: str, figure: str) -> cp.Indicator:
        return row(id, observations=(at("2016/2020", figure, "growth"),))

    fields = {"to": "indicator", "reference": "b", "measure": "growth", "period": "2016/2020"}
    assert stated("0.5", "beyond", rate("a", "7.7"), rate("b", "7.2"), **fields) == []
    finding = only("1.5", "beyond", rate("a", "7.7"), rate("b", "7.2"), **fields)
    assert (finding.severity, finding.computed) == ("contradiction", "0.50 beyond")
    assert "7.2 %/yr of b" in finding.message
    levels = {"to": "indicator", "reference": "b"}
    assert stated("3.0", "short", aimed("70.0"), row("b", observations=(at("2020", "73.0"),)), **levels) == []
    assert only("9.0", "short", aimed("70.0"), row("b", observations=(at("2020", "73.0"),)), **levels)
    assert (
        stated("9.0", "short", aimed("70.0"), row("b", unit="公里", observations=(at("2020", "73"),)), **levels) == []
    )


def test_where_lower_is_better_either_side_of_the_other_indicator_may_be_meant() -> None:
    own, other = aimed("70.0", "≤80", direction="lower"), row("b", observations=(at("2020", "73.0"),))
    for side in ("short", "beyond"):
        assert stated("3.0", side, own, other, to="indicator", reference="b") == []
    assert only("9.0", "short", own, other, to="indicator", reference="b").severity == "contradiction"


def test_what_is_not_published_or_not_in_numbers_is_not_compared() -> None:
    for indicator in (
        aimed(observations=()),
        aimed(observations=(at("2019", "12.7"),)),
        aimed("≈12.7"),
        row("a", targets=(cp.Qualitative(text="more"),), observations=(at("2020", "12.7"),)),
        row("a", targets=(growth("≥9"),), observations=(at("2020", "12.7"),)),
        aimed(bound="≈13"),
    ):
        for to in ("target", "schedule"):
            assert stated("9.9", "short", indicator, to=to) == []
    assert stated("9.9", "short", aimed(), is_forecast=True) == []


@given(st.decimals(50, 150, places=2), st.integers(0, 2), st.sampled_from(("吨", "%", "亿元", None)))
def test_an_honest_distance_is_never_reported_and_a_false_one_once(
    actual: Decimal, places: int, unit: str | None
) -> None:
    distance = (actual - 100).quantize(Decimal(1).scaleb(-places))
    side = "beyond" if actual >= 100 else "short"
    indicator = aimed(str(actual.quantize(Decimal("0.1"))), "≥100", unit=unit)
    assert stated(str(abs(distance)), side, indicator) == []
    assert [finding.subject for finding in stated(str(abs(distance) + 60), side, indicator)] == ["a"]


def test_a_distance_may_be_one_to_a_target_that_is_only_about_a_figure() -> None:
    targets = (cp.Threshold(bound="≈32", period="2017"), cp.Threshold(bound="≥40", period="2016"))
    row = cp.Indicator(id="a", name="a", unit="吨", targets=targets, observations={"2016": "40"})
    claim = cp.GapClaim(subject="a", figure="8", side="beyond", period="2016")
    assert cp.audit(cp.Plan(id="p", title="p", period="2016/2020", indicators=(row,), claims=(claim,))) == ()


def test_a_distance_in_growth_may_be_that_of_an_average_taken_in_another_way() -> None:
    levels = row(baseline=at("2015", "100.0"), observations=(at("2020", "161.1"),), targets=(growth("≥9"),))
    in_growth = {"measure": "growth", "period": "2016/2020"}
    assert stated("1.0", "beyond", levels, **in_growth) == []
    for distance in ("3.2", "3.7"):  # 61.1 / 5, and four years instead of five
        finding = only(distance, "beyond", levels, **in_growth)
        assert finding.severity == "doubt"
        assert "taken otherwise" in finding.message
    assert only("2.2", "beyond", levels, **in_growth).severity == "contradiction"


def test_a_distance_in_percent_may_rest_on_a_figure_before_a_revision() -> None:
    figures = (
        cp.Observation(period="2020", figure="46.0", published="2021-06"),
        cp.Observation(period="2020", figure="44.0", published="2022-06"),
    )
    share = row("a", unit="%", targets=(level("≥40"),), observations=figures)
    finding = only("15.0", "beyond", share)  # 6 of 40
    assert finding.severity == "doubt"
    assert "in percent" in finding.message
    assert only("13.0", "beyond", share).severity == "contradiction"
