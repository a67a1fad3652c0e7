"""The chart of findings: a dot only where both sides are one number of one kind."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import show
from civicplan.auditing import Finding, Findings
from civicplan.show.sides import sides_of
from civicplan.show.theme import LETTERS

from .pictures import rows_with

FOUND = cp.audit(cp.datasets.load("zhuzhou-13fyp"))


def test_numbers_of_one_kind_are_drawn_and_words_are_not() -> None:
    dots = [row for row in rows_with(show.findings(FOUND, language="en"), "colour") if "said0" in row]
    drawn = {(row["said0"], row["said2"]): row["share"] for row in dots}
    assert drawn["1 gross domestic product", "growth-disagrees"] == float(cp.attainment("5.87", "7.2"))
    assert {code for _, code in drawn} == {"growth-disagrees", "target-disagrees", "total-is-not-total"}


def test_rules_have_names_in_chinese_and_those_of_others_keep_their_codes() -> None:
    assert show.chart_data("findings", Findings([differs("5", "6")]), language="en")[0]["rule"] == "x"
    for row in show.chart_data("findings", FOUND):
        assert not any(letter.isascii() and letter.isalpha() for letter in row["规则"])


def test_every_finding_has_its_row_in_the_words_of_a_language() -> None:
    rows = show.chart_data("findings", FOUND, language="en")
    assert [row["finding"] for row in rows] == [finding.message for finding in FOUND]
    assert all((row["computed against claimed"] == "—") is bool(row["remark"]) for row in rows)
    assert show.chart_data("findings", FOUND) == show.chart_data("findings", FOUND, language="zh")


def test_nothing_found_is_said() -> None:
    assert show.findings(Findings(), language="en").to_dict()["title"]["subtitle"] == ["Nothing was found."]


def differs(claimed: str, computed: str) -> Finding:
    return Finding(
        code="x", subject="x", message="They differ.", innocent=("It is old.",), claimed=claimed, computed=computed
    )


def test_what_goes_on_beyond_the_edge_ends_in_an_arrow_and_keeps_its_number() -> None:
    chart = show.findings(Findings([differs("7.2 %", "31.09 %"), differs("50", "52")]), language="en").to_dict()
    drawn = {
        layer["mark"]["shape"]: [row["said5"] for row in chart["datasets"][layer["data"]["name"]]]
        for layer in chart["layer"]
        if layer["mark"].get("shape") in ("circle", "triangle-right")
    }
    assert drawn == {"circle": ["104.0 %"], "triangle-right": ["431.8 %"]}


def test_in_a_narrow_chart_the_number_stands_below_both_sides() -> None:
    chart = show.findings(Findings([differs("95.0", "3.1")]), language="en", width=300)
    heights = {row["shown"]: row["y"] for row in rows_with(chart, "shown")}
    assert heights["3.3 %"] - heights["computed: 3.1"] > 2 * LETTERS


def test_several_numbers_a_zero_or_another_unit_are_not_compared() -> None:
    for claimed, computed in (
        ("70 %", "4 of 5 (80 %)"), ("0", "5"), ("5", "-5"), ("7 %", "7"), ("met", "not met"), ("7 %/yr", "7 %"),
        ("95.0 (2015)", "95.0 (2020)"), ("1,000", "900"),
    ):  # fmt: skip
        assert sides_of(claimed, computed) is None


@given(st.integers(1, 10**9), st.integers(1, 10**9), st.sampled_from(("{}", "≥{} %", "[{} %/yr]")))
def test_the_share_is_the_one_over_the_other(claimed: int, computed: int, frame: str) -> None:
    sides = sides_of(frame.format(claimed), frame.format(computed))
    assert sides is not None
    assert (int(sides.claimed), int(sides.computed)) == (claimed, computed)
    assert abs(sides.share * claimed - computed) < Decimal("1e-9")
