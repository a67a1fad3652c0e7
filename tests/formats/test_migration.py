"""A file of version 1 reads as the same plan; its faults are told with the paths that stand in it."""

from __future__ import annotations

import json
from typing import Any

import pytest

import civicplan as cp

_NEW: dict[str, Any] = {
    "schema_version": 2,
    "id": "p",
    "title": "A plan",
    "period": "2016/2020",
    "indicators": [{"id": "gdp", "name": "GDP", "notes": {"en": "as printed"}}, {"id": "jobs", "name": "jobs"}],
    "tasks": [{"id": "roads", "title": "roads", "notes": "read from the box"}],
    "claims": [
        {"kind": "breakdown", "subject": "gdp", "figures": ["1", "2"], "whole": "3", "exact": True},
        {"kind": "count", "count": 1, "notes": "of the table"},
        {"kind": "share", "subject": "gdp", "part": "1", "whole": "2", "percent": "50", "exact": True},
        {"kind": "breakdown", "subject": "gdp", "figures": ["1", "2"]},
    ],
}


def _old() -> dict[str, Any]:
    """The same plan as version 1 wrote it."""
    text = json.dumps({**_NEW, "schema_version": 1})
    for new_name, old_name in (("breakdown", "split"), ("exact", "counts"), ("notes", "note")):
        text = text.replace(f'"{new_name}"', f'"{old_name}"')
    old: dict[str, Any] = json.loads(text)
    return old


@pytest.mark.parametrize("format", ["json", "toml"])
def test_a_file_of_version_1_reads_as_the_same_plan_and_is_written_as_version_2(format: str) -> None:
    tomli_w = pytest.importorskip("tomli_w")
    encode = json.dumps if format == "json" else tomli_w.dumps
    plan = cp.loads(encode(_old()), format=format)
    assert plan == cp.loads(encode(_NEW), format=format)
    assert json.loads(cp.dumps(plan))["schema_version"] == 2


@pytest.mark.parametrize("version", [1, 2])
def test_a_fault_has_the_path_that_stands_in_the_file(version: int) -> None:
    tree = _old() if version == 1 else json.loads(json.dumps(_NEW))
    exact, notes = ("counts", "note") if version == 1 else ("exact", "notes")
    for claim in (tree["claims"][0], tree["claims"][2]):
        claim[exact] = "yes"
    tree["indicators"][0][notes] = {"en": "as printed", "zh": ""}
    tree["indicators"][1][notes] = ""
    tree["tasks"][0][notes] = {"en": ""}
    tree["claims"][3]["figures"] = ["1"]
    tree["claims"][1]["count"] = "many"
    with pytest.raises(cp.PlanFormatError) as caught:
        cp.loads(json.dumps(tree))
    assert {fault.path: fault.raw for fault in caught.value.faults} == {
        f"$.claims[0].{exact}": "yes",
        f"$.indicators[0].{notes}.zh": "",
        f"$.indicators[1].{notes}": "",
        f"$.tasks[0].{notes}.en": "",
        "$.claims[1].count": "many",
        f"$.claims[2].{exact}": "yes",
        "$.claims[3].figures": "",
    }


def test_version_2_knows_no_names_of_version_1() -> None:
    with pytest.raises(cp.PlanFormatError) as caught:
        cp.loads(json.dumps({**_old(), "schema_version": 2}))
    assert {fault.path for fault in caught.value.faults} == {
        "$.indicators[0].note",
        "$.tasks[0].note",
        "$.claims[0].kind",
        "$.claims[1].note",
        "$.claims[2].counts",
        "$.claims[3].kind",
    }


@pytest.mark.parametrize(
    "claims", [5, {}, [5], [[]], [{}], [{"kind": []}], [{"kind": "split", "counts": 1, "exact": 1}]]
)
def test_what_holds_no_claims_is_refused_with_its_path(claims: object) -> None:
    with pytest.raises(cp.PlanFormatError) as caught:
        cp.loads(json.dumps({**_old(), "claims": claims}))
    assert all(fault.path.startswith("$.claims") for fault in caught.value.faults)
