"""The table of forms: every word that is read stands in it, and each form becomes what it says."""

from __future__ import annotations

from civicplan.zh.language.phrase_forms import phrase_forms, time_forms
from civicplan.zh.words.period_words import PARTS, THIRDS, YEARS, YEARS_AHEAD
from civicplan.zh.words.phrase_words import AFTER, BEFORE, FALLS, HALF, HELD, MORE, MULTIPLES, REACHED, RISES, SHARE_OF


def test_every_word_stands_in_the_table_of_phrases() -> None:
    shown = {word for form in phrase_forms() for word in form.words.split(" ")}
    known = {*REACHED, *HELD, *RISES, *FALLS, *SHARE_OF, *MULTIPLES, *MORE, *HALF}
    known |= {word for words in (*BEFORE.values(), *AFTER.values()) for word in words}
    assert known <= shown


def test_every_word_stands_in_the_table_of_times() -> None:
    shown = {word for form in time_forms() for word in form.words.split(" ")}
    assert {*YEARS, *PARTS, *THIRDS, *YEARS_AHEAD} <= shown


def test_forms_say_what_they_become() -> None:
    meanings = {form.example: form.meaning for form in (*phrase_forms(), *time_forms())}
    assert meanings["6万册"] == "≥6E+4 册, amount"
    assert meanings["比2005年下降40—45%"] == "40..45 %, growth, a fall, from 2005"
    assert meanings["年均增长9%以上"] == "≥9 %, growth, each year"
    assert meanings["GDP、收入分别增长7%、8%左右"] == "≈7 %, growth; ≈8 %, growth"
    assert meanings["7.4∶39.6∶53"] == "7.4 : 39.6 : 53, ratio"
    assert meanings["三分之二"].startswith("nothing: expected a share")
    assert meanings["今后五年"] == "2025/2029, assumed"
    assert meanings["每周三"] == "nothing"


def test_no_form_is_written_twice() -> None:
    examples = [form.example for form in (*phrase_forms(), *time_forms())]
    assert len(examples) == len(set(examples))
