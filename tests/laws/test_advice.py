"""Laws of advice: what an error says to write is accepted once it is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.errors import InvalidTypeError, InvalidValueError

#: What can be told to write, read off the end of a sentence.
_WRITE = re.compile(r"; (?:write |say which way: )(?P<text>[^ ,]+)(?:, (?P<second>[^ ]+) or (?P<third>[^ ]+))?$")

_digits = st.from_regex(r"-?[0-9]{1,4}(,[0-9]{3}){0,2}(\.[0-9]{1,3})?([eE][+-]?[0-9]{1,3})?", fullmatch=True)
_numbers = st.builds(
    "{}{}{}".format, st.sampled_from(["", " ", "−", "+"]), _digits, st.sampled_from(["", "%", " %", " ", "亿元"])
)
_endings = st.sampled_from(["以上", "以下", "左右"])
_signs = st.sampled_from(
    ["", "约", "超过", "≥", ">=", "=>", "≤", "=<", "at least ", "At most ", "over", "under ", "=", "＞", "≥≥"]
)
_between = st.sampled_from(["-", "–", " to ", "..", "~", "±"])
_years = st.from_regex(r"[0-9]{4}( ?[-–—~至/] ?[0-9]{4}| ?[QqHh][0-9])?", fullmatch=True)
_dates = st.from_regex(
    r"[0-9]{4}年([0-9]{1,2}月)?|[0-9]{4}([-/.][0-9]{1,2}){1,2}|([0-9]{1,2}/){2}[0-9]{4}", fullmatch=True
)


def _advised(make: Callable[[str], object], text: str) -> list[str]:
    try:
        make(text)
    except InvalidValueError as error:
        told = _WRITE.search(str(error))
        return [advice for advice in told.groups() if advice] if told else []
    return []


@given(text=_numbers)
def test_a_number_that_is_advised_is_one(text: str) -> None:
    for advice in _advised(cp.Figure, text):
        assert cp.Figure(advice)


@given(
    text=st.builds("{}{}".format, _signs, _numbers)
    | st.builds("{}{}".format, _numbers, _endings)
    | st.builds("{}{}{}".format, _numbers, _between, _numbers)
)
def test_a_bound_that_is_advised_is_one(text: str) -> None:
    for advice in _advised(cp.Bound.parse, text):
        assert cp.Bound.parse(advice)


@given(text=_years | _dates)
def test_a_period_that_is_advised_is_one(text: str) -> None:
    for advice in _advised(cp.Period.parse, text):
        assert cp.Period.parse(advice)


@pytest.mark.parametrize(
    ("make", "text", "advice"),
    [
        (cp.Figure, "−31", ["-31"]),
        (cp.Figure, "7e818%", []),
        (cp.Figure, " 1,006.20 %", ["1006.20"]),
        (cp.Bound.parse, "≤−31", ["≤-31"]),
        (cp.Bound.parse, "at most −31", ["≤-31"]),
        (cp.Bound.parse, "≥1,006.20", ["≥1006.20"]),
        (cp.Bound.parse, "At least 75%", ["≥75"]),
        (cp.Bound.parse, "≥7e818%", []),
        (cp.Bound.parse, "7e818", []),
        (cp.Bound.parse, "75", ["≥75", "≤75", "=75"]),
        (cp.Bound.parse, "6.0-6.5", ["6.0..6.5"]),
        (cp.Bound.parse, "6.5 to 6.0", []),
        (cp.Period.parse, "2016-2020", ["2016/2020"]),
        (cp.Period.parse, "9998-2016", []),
        (cp.Period.parse, "0000-2016", []),
        (cp.Period.parse, "2024 q2", ["2024-Q2"]),
        (cp.Period.parse, "2024 H3", []),
        (cp.Period.parse, "2023年", ["2023"]),
        (cp.Period.parse, "2023年3月", ["2023-03"]),
        (cp.Period.parse, "2023 年 3 月 31 日", ["2023-03-31"]),
        (cp.Period.parse, "2023年底", ["2023"]),
        (cp.Period.parse, "2023年13月", []),
        (cp.Period.parse, "2023/12/31", ["2023-12-31"]),
        (cp.Period.parse, "31/12/2023", ["2023-12-31"]),
        (cp.Period.parse, "12/31/2023", ["2023-12-31"]),
        (cp.Period.parse, "5.5.2023", ["2023-05-05"]),
        (cp.Period.parse, "2023.12", ["2023-12"]),
        (cp.Period.parse, "2023-13-41", []),
        (cp.Bound.parse, "80以上", ["≥80"]),
        (cp.Bound.parse, "80%及以上", ["≥80"]),
        (cp.Bound.parse, "80以下", ["≤80"]),
        (cp.Bound.parse, "80 以内", ["≤80"]),
        (cp.Bound.parse, "约84", ["≈84"]),
        (cp.Bound.parse, "84左右", ["≈84"]),
        (cp.Bound.parse, "超过80", [">80"]),
        (cp.Bound.parse, "不超过80", ["≤80"]),
        (cp.Bound.parse, "不低于80", ["≥80"]),
        (cp.Bound.parse, "八十以上", []),
    ],
)
def test_what_is_advised(make: Callable[[str], object], text: str, advice: list[str]) -> None:
    assert _advised(make, text) == advice


@pytest.mark.parametrize("done", [True, False])
def test_a_milestone_is_done_when_it_happened(done: bool) -> None:
    fields: dict[str, Any] = {"title": "opening", "due": "2025-10", "done": done}
    with pytest.raises(InvalidTypeError, match=r'^Milestone\.done: expected when it happened, .* "2025-09"'):
        cp.Milestone(**fields)
    assert cp.Milestone(title="opening", due="2025-10", done="2025-09").done is not None


def test_a_float_is_told_as_a_number_that_can_be_written() -> None:
    advised = {9.5: 'write "9.5"', 1e22: 'write "1e+22"', 1e300: "write text such as", 0.1 + 0.2: 'write "0.30000'}
    junk: Any
    for junk, advice in advised.items():
        with pytest.raises(InvalidTypeError, match=re.escape(advice)) as caught:
            cp.Figure(junk)
        for number in re.findall(r'"([^"]+)"', caught.value.advice):
            assert cp.Figure(number)


def test_a_date_that_may_be_two_is_told_both() -> None:
    with pytest.raises(InvalidValueError, match=r"; write 2023-04-03 or 2023-03-04$"):
        cp.Period.parse("03/04/2023")


def test_an_actual_in_chinese_words_is_told_as_a_bound() -> None:
    for text, advice in (("约84", "≈84"), ("84左右", "≈84"), ("80以上", "≥80")):
        with pytest.raises(InvalidValueError, match=f"; write {advice}$"):
            cp.Observation(period="2020", figure=text)


def test_a_share_is_told_in_the_form_that_is_read() -> None:
    plan = cp.Plan(id="p", title="A plan", period="2016/2020")
    with pytest.raises(InvalidValueError, match=r'; write "0.05" for 5 %$'):
        cp.assess(plan, as_of="2020", tolerance="5%")
    assert cp.assess(plan, as_of="2020", tolerance="0.05").tolerance == cp.Figure("0.05").value


def test_a_theme_in_capitals_is_told_in_small_letters() -> None:
    for theme, advice in (("Dark", '; write "dark"'), ("LIGHT", '; write "light"'), ("sepia", "")):
        with pytest.raises(InvalidValueError, match=f"^theme: expected light or dark, got '{theme}'{advice}$"):
            cp.show.attainment(cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020"), theme=theme)
