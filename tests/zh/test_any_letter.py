"""Replies, programmes and self-evaluations that are spoilt: a reading or a ReadingError, and no figure is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import audit_evaluation
from civicplan.reading import ReadingError
from civicplan.values import Bound, Figure, Source, Text

SAMPLES = Path(__file__).parent / "samples"
NAMES = ("reply-plain.txt", "reply-noise.txt", "programme-plain.txt", "programme-noise.txt", "evaluation-tab.txt")
#: What forums, scans and people do to a text; the figures in it must not be read into what they were not.
SPOILS = (
    "",
    "?",
    "\ufffd",
    "\x00",
    "9",
    "0.",
    "万",
    "余",
    "\n",
    "\t",
    "|",
    "一是",
    "1.",
    "第12号建议",
    "《",
    "》",
    "总分",
    "：",
)


@cache
def sample(name: str) -> str:
    return (SAMPLES / name).read_text(encoding="utf-8")


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A document of our own in which some runs are taken out, and others put in."""
    text = sample(draw(st.sampled_from(NAMES)))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(st.sampled_from(SPOILS)) + text[start + draw(st.integers(0, 12)) :]
    return text


def figures_of_reply(text: str) -> Iterator[tuple[Figure, Source | None]]:
    for fact in cp.zh.read_reply(text).value.facts:
        yield fact.figure, fact.source


def figures_of_programme(text: str) -> Iterator[tuple[Figure, Source | None]]:
    for task in cp.zh.read_programme(text).value.tasks:
        for amount in task.deliverables:
            yield amount.planned.figure, amount.source


def figures_of_evaluation(text: str) -> Iterator[tuple[Figure, Source | None]]:
    rows = cp.zh.read_evaluation(text).value
    audit_evaluation(rows)
    for row in rows:
        lines = row.cell_lines or (row.source.line if row.source else None,) * 5
        for shown, line in zip((row.target, row.actual, row.weight, row.score, row.rate), lines, strict=True):
            if shown is not None and not isinstance(shown, Text):
                figure = shown.figure if isinstance(shown, Bound) else shown
                yield figure, Source(document="row", line=line)


def stands_in(figure: Figure, line: str) -> bool:
    """Whether the digits of a figure stand in a line, in digits or, of a small number, in characters."""
    digits = "".join(map(str, figure.value.as_tuple().digits)).lstrip("0") or "0"
    printed = [re.sub("[.,]", "", number).lstrip("0") or "0" for number in re.findall("[0-9]+(?:[.,][0-9]+)*", line)]
    is_small = figure.value == figure.value.to_integral_value() and abs(figure.value) < Decimal(100)
    return digits in printed or (is_small and any(sign in "一二三四五六七八九十两百" for sign in line))


@given(spoilt())
def test_a_spoilt_document_gives_a_reading_or_a_reading_error_and_no_figure_that_is_not_printed(text: str) -> None:
    for figures in (figures_of_reply, figures_of_programme, figures_of_evaluation):
        try:
            found = list(figures(text))
        except ReadingError:
            continue
        lines = cp.zh.repair(text).value.text.split("\n")
        for figure, source in found:
            assert source is not None
            assert source.line is not None
            assert stands_in(figure, lines[source.line - 1]), (figure, lines[source.line - 1])
