"""Laws of every reader, on whole documents and on damaged ones: an answer or a ReadingError, and no invented number."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import zh
from civicplan.zh.layout.html_lines import is_html
from civicplan.zh.text.decode import decode
from tests.zh.figures import Printed, digits_of, figures_in
from tests.zh.mutations import damaged

Reader: TypeAlias = Callable[[str], cp.Reading[Any]]
T = TypeVar("T")

_SAMPLES = {
    path.name: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "samples").iterdir())
    if path.suffix in (".txt", ".md", ".html") and path.name != "README.md"
}


def of_bytes(content: bytes, name: str = "document.txt") -> cp.Reading[Any]:
    """What `zh.read` makes of a file that holds these bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        return zh.read(path, year=2025)


#: Every reader meets every document: what is none of its kind is refused, and nothing else happens.
READERS: dict[str, Reader] = {
    "indicator tables": zh.read_indicator_tables,
    "plan": zh.read_plan,
    "tasks": partial(zh.read_tasks, year=2025),
    "progress": partial(zh.read_progress, year=2025),
    "evaluation": zh.read_evaluation,
    "reply": partial(zh.read_reply, year=2025),
    "programme": partial(zh.read_programme, year=2025),
    "file": lambda text: of_bytes(text.encode()),
}
_MOST_CHANGES = 6


def read(reader: Callable[[T], cp.Reading[Any]], given: T) -> cp.Reading[Any] | None:
    """What a reader makes of a text or of bytes; None where it refuses them as a reader may."""
    try:
        return reader(given)
    except cp.ReadingError:
        return None


def invented(reading: cp.Reading[Any] | None, text: str) -> list[str]:
    """The figures of a reading that do not stand in the lines that they name."""
    if reading is None:
        return []
    # In a page, unlike in plain text, a zero byte is passed over.
    repaired = read(zh.repair, text.replace("\0", ""))  # with its tags a page may be refused
    shows_tags = not is_html(text) or ("<title" in text and "</title" not in text)
    printed = Printed(repaired.value.text if repaired else text, shows_tags=shows_tags)
    stated = figures_in(reading.value)
    return [f"{digits_of(one.figure)} ({one.source})" for one in stated if not printed.has(one)]


@pytest.mark.parametrize("name", READERS)
def test_every_figure_stands_in_the_line_that_it_names(name: str) -> None:
    readings = {sample: read(READERS[name], text) for sample, text in _SAMPLES.items()}
    wrong = {sample: invented(reading, _SAMPLES[sample]) for sample, reading in readings.items()}
    assert {sample: figures for sample, figures in wrong.items() if figures} == {}
    found = [figure for reading in readings.values() if reading for figure in figures_in(reading.value)]
    assert found, "no sample has a figure for this reader"


@pytest.mark.parametrize("name", READERS)
@given(sample=st.sampled_from(sorted(_SAMPLES)), seed=st.integers(0, 2**32), times=st.integers(1, _MOST_CHANGES))
def test_a_damaged_document_is_read_or_refused_and_no_number_is_invented(
    name: str, sample: str, seed: int, times: int
) -> None:
    text = damaged(_SAMPLES[sample], Random(seed), times)
    assert invented(read(READERS[name], text), text) == []


@given(content=st.binary(max_size=400), sample=st.sampled_from(sorted(_SAMPLES)), place=st.floats(0, 1))
def test_any_bytes_are_text_or_refused(content: bytes, sample: str, place: float) -> None:
    whole = _SAMPLES[sample].encode()
    start = int(place * len(whole))
    for mixed in (content, whole[:start] + content + whole[start:]):
        for name in ("document.txt", "document.docx"):
            read(partial(of_bytes, name=name), mixed)
        try:
            text = decode(mixed, "a file").value
        except cp.ReadingError:
            continue
        for reader in READERS.values():
            read(reader, text)
