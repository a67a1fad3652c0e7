"""The columns of a terminal that texts take: those of wide letters, marks and emoji."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.render.tables import Table
from civicplan.render.width import width

#: What terminals show, by Unicode Standard Annex 11 and Unicode Technical Standard 51.
KNOWN = {
    "": 0,
    "GDP": 3,
    "地区生产总值": 12,
    "ＧＤＰ": 6,
    "ｶﾞ": 2,
    "e\u0301": 1,
    "ก็": 1,
    "\u1112\u1161\u11ab": 2,
    "👍": 2,
    "👍🏽": 2,
    "👩\u200d👩\u200d👧": 2,
    "🇨🇳": 2,
    "❤\ufe0f": 2,
    "1\ufe0f\u20e3": 2,
    "a\ufe0e": 1,
}


@pytest.mark.parametrize("text", KNOWN)
def test_known_widths(text: str) -> None:
    assert width(text) == KNOWN[text]


@given(st.text(), st.text("abc 人均", min_size=1))
def test_plain_letters_add_their_own_columns(text: str, plain: str) -> None:
    joined = text.rstrip("\u200d") + plain
    assert width(joined) == width(text.rstrip("\u200d")) + width(plain)


@given(st.lists(st.sampled_from([*KNOWN, "jobs"]), min_size=1))
def test_the_second_column_of_a_table_stands_in_one_line(names: list[str]) -> None:
    lines = Table(("name", "no."), [(name, "|") for name in names]).to_text().splitlines()
    assert len({width(line.partition("|")[0]) for line in lines[2:]}) == 1
