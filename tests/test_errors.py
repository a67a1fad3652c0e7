"""Errors are data and one sentence: the field at fault is named once, and every character in it is visible."""

from __future__ import annotations

import pickle

import pytest

import civicplan as cp
from civicplan.errors import Fault, InvalidTypeError, InvalidValueError, describe, naming_field, visible

#: NUL, an escape sequence, line breaks, overrides and marks of the reading direction, half a character.
_HOSTILE = "a\x00\x1b[31m\r\n\u202e\u2066\u200e\u2028\x85\ud800b"


@pytest.mark.parametrize(
    ("place", "named"),
    [("", "Goal.tasks"), ("[2]", "Goal.tasks[2]"), (".zh", "Goal.tasks.zh"), ("Figure.value", "Figure.value")],
)
def test_the_field_is_named_where_its_raiser_could_not_know_it(place: str, named: str) -> None:
    for kind in (InvalidValueError, InvalidTypeError):
        with pytest.raises(kind) as caught, naming_field("Goal.tasks"):
            raise kind(place, "an id", "'a b'", "write 'a-b'")
        error = caught.value
        assert (error.place, error.expected, error.got, error.advice) == (named, "an id", "'a b'", "write 'a-b'")


def test_what_is_no_refused_value_passes_through() -> None:
    with pytest.raises(KeyError), naming_field("Goal.tasks"):
        raise KeyError("tasks")


@pytest.mark.parametrize(
    "error",
    [
        InvalidValueError(_HOSTILE, "text", _HOSTILE, _HOSTILE),
        InvalidTypeError(_HOSTILE, "text", _HOSTILE, _HOSTILE),
        cp.PlanFileError(_HOSTILE, _HOSTILE),
        cp.UnknownIdError(_HOSTILE, (_HOSTILE, "gdp"), "the plan"),
        cp.UnknownIdError("gdp", (_HOSTILE,), "the plan"),
    ],
)
def test_a_sentence_shows_hostile_characters_as_escapes(error: cp.CivicPlanError) -> None:
    assert str(error).isprintable()
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_faults_stand_one_to_a_line_whatever_is_in_them() -> None:
    faults = (Fault(_HOSTILE, _HOSTILE, _HOSTILE),) * 2
    for error in (cp.PlanFormatError(_HOSTILE, faults), cp.InvalidPlanError(faults)):
        lines = str(error).split("\n")
        assert len(lines) == 3
        assert all(line.isprintable() for line in lines)


def test_words_stay_as_they_are() -> None:
    for words in ("人均\u3000地区生产总值（亿元）", "a\u00a0b", "می\u200cشود", "क्\u200dष", "C:\\plans", "👩\u200d🌾 ☆"):
        assert visible(words) == words


def test_hostile_characters_become_readable() -> None:
    assert visible(_HOSTILE).isprintable()
    assert visible("\x00\x1b\n\u202e\ud800") == r"\x00\x1b\n\u202e\ud800"
    assert describe("\u202e") == r"'\u202e'"


def test_a_type_has_its_article() -> None:
    assert [describe(value) for value in ([], object(), {}, int)] == ["a list", "an object", "a dict", "a type"]


def test_an_unknown_name_is_told_those_that_contain_it_first_then_those_that_look_like_it() -> None:
    known = ("us-commerce-2007", "un-2023", "nbs-2008")
    assert cp.UnknownIdError("un", known).nearest[0] == "un-2023"
    assert cp.UnknownIdError("nbs-2007", known).nearest[0] == "nbs-2008"


def test_a_long_list_of_names_says_how_many_more_there_are() -> None:
    names = tuple(f"name-{number}" for number in range(12))
    assert str(cp.UnknownIdError("q", names)).endswith("name-9, and 2 more")
    assert str(cp.UnknownIdError("q", names[:2])).endswith("it has: name-0, name-1")
