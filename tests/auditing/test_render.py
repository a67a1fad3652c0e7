"""Findings as text, HTML and JSON: complete, escaped, and the same whenever they are made."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import civicplan as cp
from civicplan.auditing import Finding, Severity, audit, get, to_html, to_json, to_sarif, to_text

from ._plans import at, growth, level, plan, row

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
CLAIM, ROW = cp.Source(document="规划 纲要", line=207, box="3"), cp.Source(document="规划 纲要", line=170)


def finding(**fields: Any) -> Finding:
    usual: dict[str, Any] = {
        "code": "share-wrong",
        "severity": Severity.DOUBT,
        "subject": "a",
        "message": "5 < 6 & so on",
        "innocent": () if fields.get("severity", "doubt") == "contradiction" else ("5 < 6 & so on",),
        "claimed": "5",
        "computed": "6",
        "source": CLAIM,
        "evidence": (ROW, CLAIM),
        "note": "read as <b>",
    }
    return Finding(**{**usual, **fields})


def test_the_text_has_everything_and_each_place_once() -> None:
    assert to_text((finding(), finding(severity=Severity.NOTE, source=None, evidence=(), note=""))).splitlines() == [
        "doubt  share-wrong  a",
        "  5 < 6 & so on",
        "  at 规划 纲要, box 3, line 207",
        "  at 规划 纲要, line 170",
        "  note: read as <b>",
        "",
        "note  share-wrong  a",
        "  5 < 6 & so on",
        "",
        "1 doubt, 1 note",
    ]


def test_a_finding_tells_itself_in_one_line() -> None:
    assert str(finding()) == ("doubt share-wrong a: 5 < 6 & so on [规划 纲要, box 3, line 207; 规划 纲要, line 170]")


def test_html_is_escaped() -> None:
    page = to_html((finding(message="<script>", subject="a&b"),))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "a&amp;b" in page
    assert "read as &lt;b&gt;" in page
    assert page.count("<tr>") == 2


def test_json_follows_sarif() -> None:
    (run,) = to_sarif((finding(), finding(severity=Severity.CONTRADICTION)))["runs"]
    (described,) = run["tool"]["driver"]["rules"]
    assert described["id"] == "share-wrong"
    assert described["fullDescription"]["text"] == get("share-wrong").explanation
    result, other = run["results"]
    assert (result["level"], other["level"]) == ("warning", "error")
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "%E8%A7%84%E5%88%92%20%E7%BA%B2%E8%A6%81"},
        "region": {"startLine": 207},
    }
    assert location["logicalLocations"] == [{"name": "a"}]
    assert result["partialFingerprints"] == {"key/v1": "share-wrong:a:5"}
    assert result["properties"]["computed"] == "6"


def test_a_finding_without_a_place_still_says_what_it_is_about() -> None:
    (result,) = to_sarif((finding(source=None, evidence=()),))["runs"][0]["results"]
    assert result["locations"] == [{"logicalLocations": [{"name": "a"}]}]
    assert result["relatedLocations"] == []


def test_a_place_without_a_line_is_the_document_alone() -> None:
    (result,) = to_sarif((finding(source=cp.Source(document="report")),))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": "report"}}


def test_a_rule_of_ones_own_is_listed_without_an_explanation() -> None:
    assert to_sarif((finding(code="no-number"),))["runs"][0]["tool"]["driver"]["rules"] == [{"id": "no-number"}]


@pytest.mark.parametrize("name", ["zhuzhou-13fyp", "zhuzhou-14fyp", "shangyu-2024-q2"])
def test_two_audits_of_one_plan_give_one_text(name: str) -> None:
    first, second = (audit(cp.datasets.load(name)) for _ in range(2))
    assert first == second
    assert to_json(first) == to_json(second)
    assert json.loads(to_json(first)) == to_sarif(first)


def test_every_finding_has_whole_sentences_with_both_numbers_in_them() -> None:
    flawed = plan(row(baseline=at("2015", "100"), targets=(level("≥200"), growth("≥10"))))
    for one in (*audit(flawed), *audit(cp.datasets.load("zhuzhou-13fyp"))):
        assert "\n" not in one.message
        assert one.message.endswith(".")
        assert set(_NUMBER.findall(one.claimed + one.computed)) <= set(_NUMBER.findall(one.message))
