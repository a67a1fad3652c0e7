"""The words of closed vocabularies: each names one member, as a whole."""

from __future__ import annotations

from enum import StrEnum
from itertools import chain
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from civicplan.model import Direction, Measure, Nature
from civicplan.tables.heading_words import KIND_WORDS, Field
from civicplan.tables.words import (
    DIRECTION_WORDS,
    MEASURE_WORDS,
    NATURE_WORDS,
    PRICES_WORDS,
    STATUS_WORDS,
    Words,
    read_word,
)

VOCABULARIES: tuple[Words[Any], ...] = (DIRECTION_WORDS, MEASURE_WORDS, NATURE_WORDS, PRICES_WORDS, STATUS_WORDS)


def test_every_word_names_one_member_whatever_its_case_and_width() -> None:
    for words in VOCABULARIES:
        known = list(chain(*words.values()))
        assert len(known) == len(set(known))
        for member, spellings in words.items():
            assert str(member) in spellings
            assert isinstance(member, StrEnum)
            assert set(words) == set(type(member))
            for word in spellings:
                for text in (word, f" {word.title()}\u3000", word.upper().replace("A", "Ａ")):
                    assert read_word(text, words, place="C4").value is member, text


def test_words_of_practitioners() -> None:
    for text, direction in {
        "↑": "higher",
        "越高越好": "higher",
        "Lower is better": "lower",
        "逆向指标": "lower",
    }.items():
        assert read_word(text, DIRECTION_WORDS, place="C4").value is Direction(direction)
    assert read_word("约束性", NATURE_WORDS, place="C4").value is Nature.BINDING
    assert read_word("年均增速", MEASURE_WORDS, place="C4").value is Measure.GROWTH


def test_the_kinds_of_a_long_table_are_the_words_of_headings() -> None:
    for field, known in KIND_WORDS.items():
        assert {read_word(word.upper(), KIND_WORDS, place="C4").value for word in known} == {field}
    assert read_word("计划", KIND_WORDS, place="C4").value is Field.TARGET


def test_a_blank_is_no_word_and_nothing_to_tell() -> None:
    for text in ("", "—", "n/a", " "):
        reading = read_word(text, DIRECTION_WORDS, place="C4")
        assert reading.value is None
        assert not reading.diagnostics


def test_a_part_of_a_word_is_none() -> None:
    """``not lower`` is no ``lower``."""
    for text in ("not lower", "higher or lower", "upward", "不越高越好"):
        reading = read_word(text, DIRECTION_WORDS, place="C4")
        assert reading.value is None
        assert [(one.code, one.text) for one in reading.diagnostics] == [("unknown-word", text)]


def test_an_unknown_word_has_the_nearest_or_all_to_choose_from() -> None:
    (near,) = read_word("hihger", DIRECTION_WORDS, place="C4").diagnostics
    assert near.message == "It is no word that is known here; write higher."
    (far,) = read_word("zzz", DIRECTION_WORDS, place="C4").diagnostics
    assert far.message == "It is no word that is known here; write one of higher, lower, range."
    for word in ("累计", "cumulative"):
        (said,) = read_word(word, MEASURE_WORDS, place="C4").diagnostics
        assert "write total for a sum over the years, reduction for a fall in percent" in said.message


@given(text=st.text())
def test_no_text_raises(text: str) -> None:
    for words in VOCABULARIES:
        for diagnostic in read_word(text, words, place="C4").diagnostics:
            assert (diagnostic.text, diagnostic.left_out) == (text, True)
