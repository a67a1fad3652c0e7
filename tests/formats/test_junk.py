"""Junk anywhere in a document gives its faults and nothing else; what is read all the same is written as it stands."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan.errors import Fault

_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_TREES = {name: json.loads(cp.dumps(cp.datasets.load(name))) for name in cp.datasets.names()}
_JUNK: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 3000),
    st.sampled_from([0.5, 10.0, "", " ", "x", "2020", "2016/2020", "≥5", "75", "met", "growth", "gdp"]),
    st.sampled_from([[], {}, [[]], [{}], {"zh": "词"}, {"kind": "threshold"}, ["x"], {"en": 5}]),
)


def _put(tree: Any, junk: Any, data: st.DataObject) -> Any:
    """Return the tree with junk somewhere in it, or without something."""
    if not tree or not isinstance(tree, dict | list) or data.draw(st.integers(0, 5)) == 0:
        return junk
    keys = list(tree) if isinstance(tree, dict) else range(len(tree))
    key = data.draw(st.sampled_from(list(keys)))
    copy = tree.copy()
    if data.draw(st.integers(0, 9)) == 0:
        del copy[key]
    else:
        copy[key] = _put(tree[key], junk, data)
    return copy


def _read(text: str) -> tuple[cp.Plan | None, tuple[Fault, ...]]:
    try:
        return cp.loads(text), ()
    except cp.PlanFormatError as error:
        return None, error.faults


def _holder(tree: Any, path: str) -> Any:
    """What holds the place at the end of the path."""
    assert re.fullmatch(rf"\$({_STEP.pattern})*", path)
    for key, index in [step.groups() for step in _STEP.finditer(path)][:-1]:
        tree = tree[key] if key else tree[int(index)]
    return tree


@settings(max_examples=400)
@given(name=st.sampled_from(sorted(_TREES)), junk=_JUNK, data=st.data())
def test_a_document_with_junk_reads_as_a_plan_or_has_faults_with_paths_into_it(
    name: str, junk: Any, data: st.DataObject
) -> None:
    tree = _put(_TREES[name], junk, data)
    plan, faults = _read(json.dumps(tree, ensure_ascii=False))
    assert (plan is None) == bool(faults)
    assert plan is None or cp.loads(cp.dumps(plan)) == plan
    for fault in faults:
        assert fault.path == "$" or isinstance(_holder(tree, fault.path), dict | list)
