"""Ids, labels and texts hold what a file can hold and a reader can see."""

from __future__ import annotations

from typing import Any

import pytest

import civicplan as cp
from civicplan.errors import InvalidValueError


def indicator(**fields: Any) -> cp.Indicator:
    return cp.Indicator(**{"id": "a", "name": "a"} | fields)


def test_a_refused_word_of_several_is_named_by_its_place() -> None:
    with pytest.raises(InvalidValueError, match=r"^VerdictClaim\.subjects\[1\]: expected an id without white space"):
        cp.VerdictClaim(subjects=("a", "b c"), verdict="met")
    with pytest.raises(InvalidValueError, match=r"^Indicator\.marks\[2\]: expected text of 1 to 1000 characters"):
        cp.Indicator(id="a", name="a", marks=("☆", "★", " "))
    with pytest.raises(InvalidValueError, match=r"^Responsibility\.leads\[0\]"):
        cp.Responsibility(leads=("",))


def test_an_id_is_one_word_and_the_error_says_which_to_write() -> None:
    for id, advice in (("a b", "write 'a-b'"), (" a", "write 'a'"), ("a\n", "write 'a'"), ("a\u3000b", "write 'a-b'")):
        with pytest.raises(InvalidValueError, match=r"^Goal\.id: expected an id without white space") as raised:
            cp.Goal(id=id, title="g")
        assert raised.value.advice == advice


def test_half_a_character_is_no_word_and_no_text() -> None:
    for field in ("id", "name", "unit", "description", "notes", "category", "group", "number"):
        with pytest.raises(InvalidValueError, match=rf"^Indicator\.{field}: expected text that UTF-8 can hold"):
            indicator(**{field: "a\ud800"})


def test_a_label_has_so_many_characters_and_not_one_more() -> None:
    for length in (1, 999, 1000):
        assert cp.Indicator(id="x" * length, name="a", unit="x" * length).unit == "x" * length
    for field in ("id", "unit"):
        with pytest.raises(InvalidValueError, match=rf"^Indicator\.{field}: expected text of 1 to 1000 characters"):
            indicator(**{field: "x" * 1001})


def test_a_part_refused_while_it_is_collected_names_its_own_field() -> None:
    with pytest.raises(InvalidValueError, match=r"^Indicator\.id: expected an id without white space"):
        cp.Plan(id="p", title="t", period="2020", indicators=(indicator(id=id) for id in ("a", "b c")))


def test_the_page_of_a_plan_names_what_a_relation_refers_to_and_when_a_target_is_due() -> None:
    income = cp.Indicator(
        id="income",
        name="收入",
        targets=(cp.Relative(reference="gdp", relation="in_step"), cp.Threshold(bound="≥5", period="2021")),
    )
    gdp = cp.Indicator(id="gdp", name="地区生产总值", targets=("≥9",))
    page = cp.Plan(id="p", title={"zh": "规划"}, period="2021/2025", indicators=(income, gdp))._repr_html_()
    assert "与“地区生产总值”基本同步 · ≥5（2021年）" in page
    assert "gdp" not in page
