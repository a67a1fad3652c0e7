"""The quick way accepts a document exactly when the thorough way does, and reads the same plan from it."""

from __future__ import annotations

import json
from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan.formats import _json, _quick
from civicplan.formats.plans import _plan

_TREES = {name: json.loads(cp.dumps(cp.datasets.load(name))) for name in cp.datasets.names()}
_JUNK: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 3000),
    st.sampled_from([0.5, 10.0, "", " ", "x", "2020", "2016/2020", "≥5", "75", "met", "growth", "gdp"]),
    st.sampled_from([[], {}, [[]], [{}], {"zh": "词"}, {"kind": "threshold"}, ["x"], {"en": 5}]),
)


def _thorough(text: str) -> cp.Plan | None:
    try:
        return _plan(_json.decode(text, "the text"), "the text")
    except cp.PlanFormatError:
        return None


def _put(tree: Any, junk: Any, data: st.DataObject) -> Any:
    """The tree with junk somewhere in it, or without something."""
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


@settings(max_examples=400)
@given(name=st.sampled_from(sorted(_TREES)), junk=_JUNK, data=st.data())
def test_the_two_ways_agree_on_every_document(name: str, junk: Any, data: st.DataObject) -> None:
    text = json.dumps(_put(_TREES[name], junk, data), ensure_ascii=False)
    quick, thorough = _json.quick(text), _thorough(text)
    assert quick == thorough
    if quick is not None:
        assert cp.dumps(quick) == cp.dumps(cp.loads(text))


def test_more_ways_of_stating_fields_than_code_is_written_for_are_read_all_the_same() -> None:
    fields = {"number": "1", "unit": "%", "nature": "binding", "direction": "higher", "category": "a", "note": "b"}
    orders = [order for length in (4, 5, 6) for order in permutations(fields, length)]
    assert len(orders) > _quick._MOST_SHAPES
    indicators = [
        {"id": f"i{row}", "name": "n"} | {name: fields[name] for name in order} for row, order in enumerate(orders)
    ]
    text = json.dumps({"schema_version": 1, "id": "p", "title": "t", "period": "2020", "indicators": indicators})
    for _ in range(2 * _quick._OFTEN):
        assert _json.quick(text) == _thorough(text)


def test_an_array_of_pairs_is_not_taken_for_an_object() -> None:
    source = '"source": [["document", "a"]]'
    text = f'{{"schema_version": 1, "id": "p", "title": "t", "period": "2020", {source}}}'
    assert _json.quick(text) is None
    assert _json.quick(text.replace('[["document", "a"]]', '{"document": "a"}')) is not None
