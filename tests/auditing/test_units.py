"""What units and names say about prices, ratios and sums."""

from __future__ import annotations

import pytest

import civicplan as cp

from ._plans import found, only, plan, row, seen

BASE, END = seen("2015", "100"), seen("2020", "161.051")
STATED = cp.GrowthClaim(subject="a", figure="11", period="2016/2020")


def levels(unit: str | None, name: str = "a") -> cp.Plan:
    return plan(row(unit=unit, name=name, baseline=BASE, observations=(END,)), claims=(STATED,))


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("吨", "人均GDP"),
        ("吨", "GDP总量"),
        ("吨", "单位GDP能耗"),
        ("亿USD", "出口"),
        ("CNY万", "收入"),
        ("yuan", "income"),
    ],
)
def test_latin_words_of_money_are_seen_beside_chinese_ones(unit: str, name: str) -> None:
    finding = only(levels(unit, name))
    assert finding.severity == "doubt"
    assert "the levels may be in current prices" in finding.message


@pytest.mark.parametrize("name", ["GDPR训练人次", "steuros", "CNYX"])
def test_a_word_that_only_begins_or_ends_like_one_of_money_is_not(name: str) -> None:
    assert only(levels("人次", name)).severity == "contradiction"


@pytest.mark.parametrize("name", ["产值growth指数", "高新技术share"])
def test_latin_words_of_ratios_are_seen_beside_chinese_ones(name: str) -> None:
    assert found(levels(None, name)) == []


@pytest.mark.parametrize(
    "unit", ["亿", "万", "千万", "百万", "万亿", "thousand", "Million", "billion", "hundred million"]
)
def test_a_bare_power_of_ten_does_not_rule_prices_out(unit: str) -> None:
    finding = only(levels(unit, "财政收入"))
    assert finding.severity == "doubt"
    assert "power of ten" in finding.message


@pytest.mark.parametrize("unit", ["万人", "亿立方米", "万件"])
def test_a_power_of_ten_of_things_does(unit: str) -> None:
    assert only(levels(unit, "总量")).severity == "contradiction"


@pytest.mark.parametrize("name", ["全员劳动生产率", "用水效率", "发电功率", "平均汇率", "exchange rate"])
def test_what_is_called_a_rate_and_is_no_percentage_is_not_passed_over(name: str) -> None:
    assert only(levels(None, name)).severity == "doubt"


@pytest.mark.parametrize("name", ["城镇化率", "森林覆盖率", "增长率", "birth rate"])
def test_a_rate_without_a_unit_is_taken_for_a_percentage(name: str) -> None:
    assert found(levels(None, name)) == []
