"""What units and names suggest about prices, ratios and sums: they only ever make a finding more cautious."""

from __future__ import annotations

import civicplan as cp

from ._plans import at, findings_of, only, plan, row, workplan

BASE, END = at("2015", "100"), at("2020", "161.051")
STATED = cp.GrowthClaim(subject="a", figure="11", period="2016/2020")


def levels(unit: str | None, name: str = "a") -> cp.Plan:
    return plan(row(unit=unit, name=name, baseline=BASE, observations=(END,)), claims=(STATED,))


def test_latin_words_of_money_are_seen_beside_chinese_ones() -> None:
    for unit, name in (
        ("吨", "人均GDP"),
        ("吨", "GDP总量"),
        ("吨", "单位GDP能耗"),
        ("亿USD", "出口"),
        ("CNY万", "收入"),
        ("yuan", "income"),
    ):
        finding = only(levels(unit, name))
        assert finding.severity == "doubt", (unit, name)
        assert "in current prices" in finding.message, (unit, name)


def test_a_word_that_only_begins_or_ends_like_one_of_money_is_not() -> None:
    for name in ("GDPR训练人次", "steuros", "CNYX"):
        assert only(levels("人次", name)).severity == "contradiction", name


def test_a_bare_power_of_ten_does_not_rule_prices_out() -> None:
    for unit in ("亿", "万", "千万", "百万", "万亿", "thousand", "Million", "billion", "hundred million"):
        finding = only(levels(unit, "财政收入"))
        assert finding.severity == "doubt", unit


def test_a_power_of_ten_of_things_does() -> None:
    for unit in ("万人", "亿立方米", "万件"):
        assert only(levels(unit, "总量")).severity == "contradiction", unit


def test_without_a_unit_a_name_of_a_rate_is_a_doubt() -> None:
    for name in ("全员劳动生产率", "用水效率", "exchange rate", "城镇化率", "产值growth指数", "birth rate"):
        assert only(levels(None, name)).severity == "doubt", name


def test_a_name_that_speaks_of_a_rate_keeps_a_listed_unit_from_ruling_prices_out() -> None:
    for unit, name in (("张", "每千人床位数"), ("吨", "单位GDP能耗"), ("小时", "hours per person")):
        assert only(levels(unit, name)).severity == "doubt", name


#: Units and names that suggest something, beside the tonnes that suggest nothing.
SUGGESTIVE = (
    "%",
    "％",
    "‰",
    "个百分点",
    "亿元",
    "CNY万",
    "yuan",
    "万",
    "million",
    None,
    "个",
    "册",
    "元/人",
    "件/万人",
    "SEK",
    "pesos",
    "₹ crore",
    "zł",
    "KRW bn",
)


def reductions(unit: str | None, name: str = "a") -> cp.Plan:
    fall = at("2016/2020", "7.4", "reduction")
    return plan(row(unit=unit, name=name, baseline=at("2015", "94"), observations=(at("2020", "64"), fall)))


def totals(unit: str | None, name: str = "a") -> cp.Plan:
    growth_rates = (at(str(year), "10.0", "growth") for year in (2016, 2017, 2018))
    return plan(row(unit=unit, name=name, observations=(*growth_rates, at("2016/2018", "30.0", "total"))))


def targets(unit: str | None, name: str = "a") -> cp.Plan:
    growth = cp.Threshold(bound="≤10", measure="growth")
    return plan(row(unit=unit, name=name, baseline=BASE, targets=(cp.Threshold(bound="≥200"), growth)))


def verdicts(unit: str | None, name: str = "a") -> cp.Plan:
    growth = cp.Threshold(bound="≥11", measure="growth")
    missed = row(unit=unit, name=name, baseline=BASE, targets=(growth,), observations=(END,))
    return plan(missed, claims=(cp.VerdictClaim(subjects=("a",), verdict="met"),))


MONEY = ("SEK", "pesos", "₹ crore", "zł", "KRW bn", "亿元", None)
THINGS = ("吨", "km", "万亩", "MWh")


def test_real_rates_beside_nominal_levels_are_doubts_only() -> None:
    for made in (levels, reductions, verdicts):
        for unit in MONEY:
            assert {severity for severity, _, _ in findings_of(made(unit))} == {"doubt"}, (made.__name__, unit)
        for unit in THINGS:
            assert {severity for severity, _, _ in findings_of(made(unit))} == {"contradiction"}, (made.__name__, unit)


def contradictions(account: cp.Plan) -> set[tuple[str, str, str]]:
    return {finding for finding in findings_of(account) if finding[0] == "contradiction"}


def test_no_unit_and_no_name_turns_silence_or_a_doubt_into_a_contradiction() -> None:
    for made in (levels, reductions, totals, targets, verdicts):
        plain = contradictions(made("吨"))
        for unit in SUGGESTIVE:
            assert contradictions(made(unit)) <= plain, (made.__name__, unit)
        for name in ("GDP", "份额比重", "产值", "growth rate", "income in yuan"):
            assert contradictions(made("吨", name)) <= plain, (made.__name__, name)


def test_a_unit_that_counts_makes_no_contradiction_by_itself() -> None:
    for percent in range(101):
        made = {}
        for unit in ("吨", "个"):
            amounts = (("s", "≥5", "4"), ("t", "≥10", "2"), ("u", "≥7", "3"))
            planned = (cp.Deliverable(subject=subject, planned=bound, unit=unit) for subject, bound, _ in amounts)
            done = (cp.Delivered(subject=subject, figure=figure, unit=unit) for subject, _, figure in amounts)
            report = cp.ProgressReport(period="2024-Q2", percent=percent, delivered=tuple(done))
            task = cp.Task(id="a", title="a task", deliverables=tuple(planned), reports=(report,))
            made[unit] = contradictions(workplan(task))
        assert made["个"] == made["吨"], percent
