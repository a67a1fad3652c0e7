"""Hostile text costs no more than its size allows: faults stop at a hundred, memory and time grow with the text."""

from __future__ import annotations

import gc
import json
import time
import tracemalloc
from typing import Any

import pytest

import civicplan as cp

_PLAN: dict[str, Any] = {"schema_version": 2, "id": "p", "title": "t", "period": "2020"}
_TOML = 'schema_version = 2\nid = "p"\ntitle = "t"\nperiod = "2020"\n'
_INDICATOR = {"id": "a", "name": "a"}
#: Plans with faults all over, by the field that holds them and the one entry or key that stands there again and again.
_ARRAYS: dict[str, tuple[dict[str, Any], str]] = {
    "objects": ({"indicators": ["FLOOD"]}, "{}"),
    "arrays": ({"indicators": ["FLOOD"]}, "[]"),
    "objects in objects": ({"indicators": ["FLOOD"]}, '{"": {}}'),
    "arrays in objects": ({"indicators": ["FLOOD"]}, '{"observations": [{}, {}]}'),
    "repeated keys": ({"indicators": ["FLOOD"]}, '{"": 0, "": 0}'),
    "repeated ids": ({"tasks": ["FLOOD"]}, '{"id": "a", "title": "a"}'),
    "observations": ({"indicators": [{**_INDICATOR, "observations": ["FLOOD"]}]}, "{}"),
    "words": ({"indicators": [{**_INDICATOR, "marks": ["FLOOD"]}]}, '""'),
    "unknown ids": ({"goals": [{"id": "a", "title": "a", "indicators": ["FLOOD"]}]}, '"b"'),
}


def _flood(kind: str, size: int) -> str:
    plan, entry = _ARRAYS[kind]
    return json.dumps({**_PLAN, **plan}).replace('"FLOOD"', ", ".join([entry] * (size // (len(entry) + 2))))


def _keys(holder: str, size: int) -> str:
    flood = ", ".join(f'"k{number}": 0' for number in range(size // 12))
    return json.dumps({**_PLAN, holder: "FLOOD"}).replace('"FLOOD"', f"{{{flood}}}")


def _error(text: str, format: str = "json") -> cp.PlanFormatError:
    with pytest.raises(cp.PlanFormatError) as caught:
        cp.loads(text, format=format)
    return caught.value


def _texts(size: int) -> dict[str, str]:
    return {
        **{kind: _flood(kind, size) for kind in _ARRAYS},
        "unknown fields": _keys("source", size),
        "languages": _keys("jurisdiction", size),
    }


def test_a_hundred_faults_are_listed_and_the_rest_is_counted() -> None:
    for kind, text in _texts(20_000).items():
        error = _error(text)
        assert len(error.faults) == 100, kind
        assert error.unlisted > 500, kind
        assert f"at least 100 faults; {error.unlisted} further places are not listed:" in str(error)
        assert len(str(error)) < 30_000


def test_no_fault_is_left_out_of_a_hundred() -> None:
    texts = (_flood("words", 4 * 100), _flood("words", 4 * 101))
    assert [(len(error.faults), error.unlisted) for error in map(_error, texts)] == [(100, 0), (100, 1)]


def test_memory_is_at_most_fifty_times_the_text() -> None:
    _error("{}")
    for size in (20_000, 80_000, 320_000):
        for kind, text in _texts(size).items():
            tracemalloc.start()
            try:
                _error(text)
                _, peak = tracemalloc.get_traced_memory()
            finally:
                tracemalloc.stop()
            assert peak <= 50 * len(text), (kind, size, peak / len(text))


@pytest.mark.parametrize(
    "text",
    [
        "#" + "x" * 400_000,
        "x" * 400_000,
        "#" + "x " * 200_000,
        "#" + '"' * 400_000,
        "#" + "'x" * 200_000,
        "#" + '"x" ' * 100_000,
        "#" + "x." * 99 + "\n#" + ("x." * 50 + "\n#") * 4_000,
        "#" + ("x" * 4_000 + ".") * 99,
        'x = "' + "a. " * 130_000 + '"',
    ],
)
def test_deep_keys_are_looked_for_in_time_that_grows_with_the_text(text: str) -> None:
    started = time.perf_counter()
    _error(text, "toml")
    assert time.perf_counter() - started < 5


_HUGE = "0x" + "f" * 4_000


@pytest.mark.parametrize(
    "line",
    [
        f"x = {_HUGE}",
        f"jurisdiction = {_HUGE}",
        f"source = {{document = 'd', line = {_HUGE}}}",
        f"claims = [{{kind = 'count', count = {_HUGE}}}]",
        f"indicators = [{{id = 'a', name = 'a', weight = {_HUGE}}}]",
        f"indicators = [{{id = 'a', name = 'a', unit = {_HUGE}}}]",
        f"indicators = [{{id = 'a', name = 'a', nature = {_HUGE}}}]",
        f"indicators = [{{id = 'a', name = 'a', targets = [{{kind = {_HUGE}}}]}}]",
        f"indicators = [{{id = 'a', name = 'a', observations = [{{period = {_HUGE}, figure = {_HUGE}}}]}}]",
    ],
)
def test_a_whole_number_of_any_length_is_refused_with_its_path(line: str) -> None:
    for fault in _error(_TOML + line, "toml").faults:
        assert fault.path.startswith("$.")
        assert len(str(fault)) < 500
        assert len(fault.raw) <= 200
    assert _error(_TOML.replace("schema_version = 2", f"schema_version = {_HUGE}"), "toml").faults


def test_no_hostile_word_stays_in_memory() -> None:
    def flood(number: int) -> str:
        word = f"{number}" * 200_000
        indicator = {**_INDICATOR, "nature": word, "name": {word: "a"}, "weight": word, "targets": [{"kind": word}]}
        return json.dumps({**_PLAN, "period": word, "indicators": [indicator], word: 1})

    _error(flood(0))
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        for number in range(1, 9):
            _error(flood(number))
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 200_000


def test_a_message_about_parts_shows_hostile_ids_as_escapes() -> None:
    id = "a\x1b[31m\u202eb"
    goals = [{"id": id, "title": "t", "indicators": [id + "c"]}, {"id": id, "title": "t"}]
    for fault in _error(json.dumps({**_PLAN, "goals": goals})).faults:
        assert fault.message.isprintable()
        assert r"a\x1b[31m\u202eb" in fault.message
