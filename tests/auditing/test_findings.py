"""What an audit returns: a sequence of findings that filters, and prints itself."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from typing import Any

import pytest

import civicplan as cp
from civicplan.auditing import RULES, Case, Finding, Findings, Rule, Severity, audit, get, to_html, to_text
from civicplan.errors import InvalidTypeError, InvalidValueError, UnknownIdError
from civicplan.render.words import full_name

from ._plans import plan
from .test_rules import OWN, flawed


def pairs(findings: Findings) -> list[tuple[str, str]]:
    return [(one.code, one.subject) for one in findings]


def test_findings_are_a_sequence() -> None:
    findings = audit(flawed())
    assert isinstance(findings, Findings)
    assert len(findings) == 3
    assert findings[0] in findings
    assert findings[-1].severity is Severity.NOTE
    assert findings == tuple(findings)
    assert tuple(findings) == findings
    assert hash(findings) == hash(tuple(findings))
    assert findings
    assert not audit(plan())
    assert audit(plan()) == ()


def test_a_slice_filters_as_well() -> None:
    first_two = audit(flawed())[:2]
    assert isinstance(first_two, Findings)
    assert pairs(first_two.doubts) == [("target-disagrees", "a")]


def test_each_severity_is_told_apart() -> None:
    findings = audit(flawed())
    parts = findings.contradictions, findings.doubts, findings.notes
    assert [pairs(part) for part in parts] == [
        [("target-disagrees", "b")],
        [("target-disagrees", "a")],
        [("target-behind-baseline", "a")],
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["b", "a", "a"]),
        ({"severity": "doubt"}, ["a"]),
        ({"severity": Severity.DOUBT}, ["a"]),
        ({"severity": ("contradiction", Severity.NOTE)}, ["b", "a"]),
        ({"code": "target-disagrees"}, ["b", "a"]),
        ({"code": ["target-disagrees", "share-wrong"], "subject": "a"}, ["a"]),
        ({"code": "share-wrong"}, []),
        ({"subject": {"a", "b"}, "severity": "note"}, ["a"]),
        ({"subject": "c"}, []),
        ({"subject": ()}, []),
    ],
)
def test_only_those_asked_for_are_kept_in_their_order(options: dict[str, Any], expected: list[str]) -> None:
    assert [one.subject for one in audit(flawed()).only(**options)] == expected


def test_a_code_is_one_of_the_rules_applied() -> None:
    with pytest.raises(UnknownIdError, match="target-disagrees"):
        audit(flawed()).only(code="target-disagree")
    with pytest.raises(UnknownIdError, match="no-number"):
        audit(flawed()).only(code="no-number")
    own = audit(plan(), rules=(*RULES, OWN))
    assert own.only(code="no-number") == ()
    assert own.notes.only(code="no-number") == own[:0].only(code="no-number") == ()
    assert Findings(audit(flawed())).only(code="target-disagrees", subject="b")


@pytest.mark.parametrize("severity", ["serious", ("doubt", "serious")])
def test_a_severity_is_one_of_three(severity: Any) -> None:
    with pytest.raises(InvalidValueError, match="contradiction"):
        audit(flawed()).only(severity=severity)


@pytest.mark.parametrize("options", [{"severity": 5}, {"code": 5}, {"subject": 5}, {"code": (5,)}, {"subject": b"a"}])
def test_what_is_asked_for_is_text(options: dict[str, Any]) -> None:
    with pytest.raises(InvalidTypeError):
        audit(flawed()).only(**options)


@pytest.mark.parametrize("others", [("a finding",), 5])
def test_nothing_but_findings_is_among_them(others: Any) -> None:
    with pytest.raises(InvalidTypeError, match="findings"):
        Findings(others)


def test_findings_print_themselves() -> None:
    findings = audit(flawed())
    assert str(findings) == to_text(findings)
    assert findings._repr_html_() == to_html(findings)
    assert repr(findings) == "<findings: 1 contradiction, 1 doubt, 1 note>"
    assert repr(audit(plan())) == "<findings: no findings>"


def test_rows_are_plain() -> None:
    first, second, _ = audit(flawed()).to_rows()
    assert (first["severity"], first["code"], first["subject"]) == ("contradiction", "target-disagrees", "b")
    assert first["innocent"] is None
    assert second["innocent"] is not None
    assert second["innocent"] in second["message"]
    for row in (first, second):
        assert all(type(value) in (str, type(None)) for value in row.values())


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_a_frame_has_a_line_for_each_finding_and_its_columns_without_any(backend: str) -> None:
    findings = audit(flawed())
    frame = findings.to_frame(backend)
    assert list(frame["code"]) == [one.code for one in findings]
    empty = audit(plan()).to_frame(backend)
    assert list(empty.columns) == list(frame.columns) == list(findings.to_rows()[0])
    assert len(empty) == 0


def test_findings_are_copied_and_pickled_whole() -> None:
    findings = audit(flawed(), rules=(*RULES, Rule("none", nothing)))
    for same in (copy.deepcopy(findings), pickle.loads(pickle.dumps(findings))):
        assert same == findings
        assert same.only(code="none") == ()


def nothing(case: Any) -> tuple[()]:
    """Nothing is ever found."""
    return ()


def test_tolerance_and_readings_of_a_rule_are_data() -> None:
    rule = get("count-disagrees")
    assert rule.law.startswith("A stated number of indicators or tasks")
    assert rule.tolerance == "What is not known for certain is counted both ways."
    assert any("3a and 3b" in sentence for sentence in rule.innocent)
    for one in RULES:
        assert one.tolerance, one.code
        assert "  " not in one.law + one.tolerance, one.code
        assert all(sentence.endswith(".") for sentence in one.innocent), one.code
    assert Rule("none", nothing).tolerance == ""
    assert Rule("none", nothing).innocent == ()


def test_the_built_in_plans_keep_their_findings_by_severity() -> None:
    expected = {"zhuzhou-13fyp": (2, 7, 0), "zhuzhou-14fyp": (0, 0, 4), "shangyu-2024-q2": (0, 5, 0)}
    for name, counts in expected.items():
        found = audit(cp.datasets.load(name))
        assert (len(found.contradictions), len(found.doubts), len(found.notes)) == counts, name


def test_findings_are_rows_in_words_of_a_language() -> None:
    found = audit(cp.datasets.load("zhuzhou-13fyp"))
    codes, english, chinese = (found.to_rows(language=language) for language in (None, "en", "zh"))
    assert {row["severity"] for row in codes} == {"contradiction", "doubt"}
    assert {row["severity"] for row in chinese} == {"矛盾", "疑点"}
    assert [row["message"] for row in english] == [str(finding.message) for finding in found]
    assert [row["message"] for row in chinese] == [finding.message.in_language("zh") for finding in found]
    assert found.to_frame("polars", language="zh")["severity"].to_list() == [row["severity"] for row in chinese]


def test_a_finding_knows_what_the_plan_calls_its_subject() -> None:
    plan = cp.datasets.load("zhuzhou-13fyp")
    for finding in audit(plan):
        row = plan[finding.subject]
        assert finding.name == full_name(row.group, row.name, row.number)

    def old(case: Case) -> Iterator[Finding]:
        """No plan is old."""
        for subject in (plan.id, "nothing"):
            yield Finding(subject=subject, message="It is old.", severity="note", claimed="new", computed="old")

    assert [finding.name for finding in audit(plan, rules=(Rule("old", old),))] == [full_name(None, plan.title), ""]
