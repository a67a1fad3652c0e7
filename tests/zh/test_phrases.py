"""Phrases: the forms of the issue, the errors with their caret, the laws of the way back, and what stays words."""

from __future__ import annotations

import pickle
from typing import Literal, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.testing import bounds, figures
from civicplan.values import Bound, Figure
from civicplan.zh.language.phrase import Phrase, PhraseSyntaxError, Role
from civicplan.zh.language.phrases import find, parse, render
from civicplan.zh.words.phrase_words import AFTER, BEFORE, FALLS, MULTIPLES, RISES, UNITS

#: Each form, the bound that it becomes, its unit and its role.
READ = {
    "6万册": ("≥6E+4", "册", "amount"),
    "3—5家": ("3..5", "家", "amount"),
    "三至五家": ("3..5", "家", "amount"),
    "6.0%—6.5%": ("6.0..6.5", "%", "share"),
    "40—45%": ("40..45", "%", "share"),
    "300-500亿元": ("3.00E+10..5.00E+10", "元", "amount"),
    "5至10万人": ("5E+4..1.0E+5", "人", "amount"),
    "8千至1万人": ("8E+3..1E+4", "人", "amount"),
    "百分之五到百分之十": ("5..10", "%", "share"),
    "2家至3家之间": ("2..3", "家", "amount"),
    "95%以上": ("≥95", "%", "share"),
    "5 个 以上": ("≥5", "个", "amount"),
    "100亿元以上": ("≥1.00E+10", "元", "amount"),
    "3%以内": ("≤3", "%", "share"),
    "超过8个亿": (">8E+8", None, "amount"),
    "突破200亿元": (">2.00E+10", "元", "amount"),
    "不低于5个": ("≥5", "个", "amount"),
    "不少于10场": ("≥10", "场", "amount"),
    "不超过３％": ("≤3", "%", "share"),
    "70左右": ("≈70", None, "amount"),
    "约9%": ("≈9", "%", "share"),
    "近4亿元": ("≈4E+8", "元", "amount"),
    "400余万人": (">4.00E+6", "人", "amount"),
    "200余场": (">200", "场", "amount"),
    "三十多家": (">30", "家", "amount"),
    "100＋款": ("≥100", "款", "amount"),
    "百分之五": ("≥5", "%", "share"),
    "百分之百": ("≥100", "%", "share"),
    "千分之三点五": ("≥3.5", "‰", "share"),
    "一半": ("≥50", "%", "share"),
    "一半以上": ("≥50", "%", "share"),
    "四分之三": ("≥75", "%", "share"),
    "翻一番": ("≥100", "%", "growth"),
    "翻两番": ("≥300", "%", "growth"),
    "翻番": ("≥100", "%", "growth"),
    "三十五家": ("≥35", "家", "amount"),
    "提高1.1个百分点": ("≥1.1", "个百分点", "points"),
    "增长7%左右": ("≈7", "%", "growth"),
    "增长一倍以上": ("≥1", "倍", "growth"),
    "年均增长 9% 以上": ("≥9", "%", "growth"),
    "增速达到7%": ("≥7", "%", "growth"),
    "增加3万人": ("≥3E+4", "人", "change"),
    "控制在5%以内": ("≤5", "%", "share"),
    "5%（含）以内": ("≤5", "%", "share"),
    "500米内": ("≤500", "米", "amount"),
    "提高0.5-1个百分点": ("0.5..1", "个百分点", "points"),
    "保持在60%以上": ("≥60", "%", "share"),
    "达7%以上": ("≥7", "%", "share"),
    "20%±1%": ("20±1", "%", "share"),
    "-2.8%以上": ("≥-2.8", "%", "share"),
    "2,300人": ("≥2300", "人", "amount"),
}
#: What is no phrase, where it ends, and a word of what was expected.
REFUSED = {
    "三分之二": (0, "equal to"),
    "5苹果": (1, "listed unit"),
    "控制在5%": (5, "以上 or 以内"),
    "超过95以上": (0, "one word"),
    "5家左右以上": (4, "the end"),
    "3—5家左右": (0, "one word"),
    "5—3家": (2, "lower number first"),
    "3家至5个": (3, "same unit"),
    "以上": (0, "a number"),
    "超过": (2, "a number"),
    "两三个": (0, "a number"),
    "增长到9%": (0, "a number"),
    "比2005年5%": (6, "a change"),
    "分别增长7%、8%左右": (7, "one number"),
    "20±-1": (0, "tolerance"),
    "5万6万": (0, "a number"),
    "200余": (3, "listed unit"),
    "": (0, "a number"),
    "1" * 40: (0, "a number"),
    "三分之五": (0, "part of a whole"),
}


def test_each_form_is_read_as_the_issue_says() -> None:
    for text, (bound, unit, role) in READ.items():
        phrase = parse(text)
        assert (str(phrase.bound), phrase.unit, str(phrase.role)) == (bound, unit, role), text
        assert (phrase.text, phrase.start, phrase.end) == (text, 0, len(text))


def test_a_bare_number_is_known_from_a_floor_in_words() -> None:
    assert parse("6万册").printed == Figure("6E+4")
    assert parse("6万册以上").printed == Bound.at_least("6E+4")


def test_a_fall_against_a_year_has_its_base() -> None:
    phrase = parse("比2005年下降40—45%")
    assert (phrase.bound, phrase.role, phrase.falls) == (Bound.between(40, 45), Role.GROWTH, True)
    assert phrase.base is not None
    assert str(phrase.base.period) == "2005"
    of_last_year = parse("较上年同期减少2万人", year=2027)
    assert of_last_year.base is not None
    assert (of_last_year.role, of_last_year.falls, str(of_last_year.base.period)) == (Role.CHANGE, True, "2026")
    without = parse("同比下降0.5个百分点")
    assert without.base is not None
    assert (without.base.text, without.base.period, without.role) == ("同比", None, Role.POINTS)


def test_an_annual_change_says_so() -> None:
    assert parse("年均增长9%").is_annual
    assert not parse("增长9%").is_annual


def test_a_ratio_is_its_numbers_and_no_bound() -> None:
    for text in ("7.4∶39.6∶53", "7.4：39.6：53", "7.4 : 39.6 : 53"):
        phrase = parse(text)
        assert phrase.printed == (Figure("7.4"), Figure("39.6"), Figure("53")), text
        assert (phrase.role, phrase.bound) == (Role.RATIO, None)


def test_an_error_shows_the_text_with_a_caret_under_the_place() -> None:
    for text, (position, expected) in REFUSED.items():
        with pytest.raises(PhraseSyntaxError, match=expected) as caught:
            parse(text)
        assert (caught.value.text, caught.value.position) == (text, position), text
    with pytest.raises(InvalidValueError) as error:
        parse("新5家")
    assert str(error.value).splitlines()[1:] == ["    新5家", "    ^"]
    with pytest.raises(InvalidValueError) as error:
        parse("超过5苹果")
    assert str(error.value).splitlines()[1:] == ["    超过5苹果", "    　　 ^"]


def test_an_error_keeps_its_place_when_it_is_told_a_field_or_travels() -> None:
    error = PhraseSyntaxError("", "a number", "'x'", "", "5x", 1)
    for again in (error.in_field("Deliverable.planned"), pickle.loads(pickle.dumps(error))):
        assert (again.text, again.position, str(again).splitlines()[1:]) == ("5x", 1, ["    5x", "     ^"])
    assert str(error.in_field("Deliverable.planned")).startswith("Deliverable.planned: expected a number")


def test_what_is_no_text_or_too_long_is_refused() -> None:
    with pytest.raises(InvalidTypeError):
        parse(cast("str", 5))
    with pytest.raises(InvalidValueError, match="at most 300"):
        parse("5家" * 200)


def bounds_in(text: str) -> list[tuple[str, str]]:
    return [(phrase.text, str(phrase.bound)) for phrase in find(text)]


def test_shares_in_words_and_doublings_are_found_in_a_text() -> None:
    for text, phrases in {
        "覆盖一半以上的村": [("一半以上", "≥50")],
        "完成一半。": [("一半", "≥50")],
        "产值翻番": [("翻番", "≥100")],
        "收入翻了两番": [("翻了两番", "≥300")],
        "超过四分之三的村": [("超过四分之三", ">75")],
        "三分之二的村": [],
        "占百分之四十以上": [("百分之四十以上", "≥40")],
        "增长百分之三点五": [("增长百分之三点五", "≥3.5")],
        "三至五家，三十余个": [("三至五家", "3..5"), ("三十余个", ">30")],
        "增速 -2.8%": [("增速 -2.8%", "≥-2.8")],
    }.items():
        assert bounds_in(text) == phrases, text


def test_parallel_values_are_one_phrase_each() -> None:
    assert bounds_in("GDP、收入分别增长7%、8%左右") == [("增长7%", "≈7"), ("8%左右", "≈8")]
    assert [phrase.role for phrase in find("GDP、收入分别增长7%、8%左右")] == [Role.GROWTH, Role.GROWTH]
    assert bounds_in("书房、驿站分别达到5、7家以上") == [("达到5", "≥5"), ("7家以上", "≥7")]
    assert bounds_in("甲类、乙类分别控制在5%和6%以内") == [("控制在5%", "≤5"), ("6%以内", "≤6")]
    assert bounds_in("分别增长7%、2025年完成") == [("增长7%", "≥7")]


def test_numbers_of_a_text_are_read_only_where_they_count() -> None:
    for text in (
        *("2025年3月建成", "第三届", "第5个", "5A级景区", "131军旅小镇", "1937文创园", "“3+5+2”体系", "1＋N业态"),
        *("12345热线", "一核一圈一廊", "两三个", "二十大", "一体化", "三大球", "2025株洲马拉松", "8:30开始"),
        *("2025“厂BA”", "十六届三次会议", "超过2025年", "突破?00万人次", "突破\ue0105家", "签约", "每10万人"),
        *("专栏 8 千亿产业", "20\t人均寿命", "3000吨级航道", "提高到", "从四个方面发力", "零部件", "3×40万千瓦"),
        *("3个多月", "2个季度"),
    ):
        assert find(text) == (), text


def test_a_number_may_stand_right_behind_a_sign_of_any_width() -> None:
    for sign in "，,：:（(。;；、\n\t|”+－-":
        assert [phrase.text for phrase in find(f"目标{sign}5家")] == ["5家"], sign
    for text in ("1,5家", "1.5.3家", "1-2-3家", "A-5家", "3:5家", "-5家"):
        assert find(text) == (), text


def test_a_word_that_ends_in_a_word_of_bounds_bounds_nothing() -> None:
    assert bounds_in("新签约10个") == [("10个", "≥10")]
    assert bounds_in("附近5家") == [("5家", "≥5")]
    assert bounds_in("不超过5家") == [("不超过5家", "≤5")]


def test_a_bound_in_brackets_or_before_another_word_is_no_other_bound() -> None:
    assert bounds_in("控制在5%（含）以内") == [("控制在5%（含）以内", "≤5")]
    assert bounds_in("5家内部审计") == [("5家", "≥5")]


def test_one_or_the_other_is_no_number_but_the_number_of_an_entry_may_stand_before_one() -> None:
    for text in ("选择2、3家", "选两、三家试点", "完成100万元/亩"):
        assert find(text) == (), text
    for text in ("1、10个", "目标\n1、10个", "一是3家、10个"):
        assert [phrase.text for phrase in find(text)][-1] == "10个", text


def test_a_new_level_is_no_change() -> None:
    for text in ("覆盖率提高到95%", "比重上升达到75%", "失业率降至5%", "由3家增加到5家"):
        assert {phrase.role for phrase in find(text)} <= {Role.SHARE, Role.AMOUNT}, text
    assert [str(phrase.bound) for phrase in find("由3家增加到5家")] == ["≥3", "≥5"]


def test_ratios_in_a_text_are_no_times_of_the_day() -> None:
    assert [phrase.printed for phrase in find("结构为7.4∶39.6∶53")] == [(Figure("7.4"), Figure("39.6"), Figure("53"))]
    assert [phrase.printed for phrase in find("师生比1:15")] == [(Figure(1), Figure(15))]
    assert find("8:30:15") == find("8：30") == find("结构为?7.4∶39.6∶53") == ()


ANY_FIGURE = figures(min_value=-(10**18), max_value=10**18, min_places=-13, max_places=6)


@given(bound=bounds(of=ANY_FIGURE), unit=st.sampled_from(["", *sorted(UNITS)]))
def test_every_bound_reads_as_itself_from_how_it_is_rendered(bound: Bound, unit: str) -> None:
    for text in (render(bound, unit), render(bound, unit, language="en")):
        phrase = parse(text)
        assert phrase.bound == bound, text
        assert str(phrase.bound) == str(bound), text
        assert phrase.unit == (unit or None), text


def test_a_bound_is_rendered_as_chinese_writes_it() -> None:
    rendered = {
        "≥6E+4": "6万册以上",
        ">6.5": "超过6.5册",
        "≤1.00E+10": "不超过100亿册",
        "<5": "低于5册",
        "=0": "等于0册",
    }
    rendered |= {"≈9": "约9册", "3..5": "3册至5册", "5..6E+4": "5册至6E+4册", "20±1": "20册±1册", "≥6E+5": "6E+5册以上"}
    assert {str(Bound.parse(text)): render(Bound.parse(text), "册") for text in rendered} == rendered
    with pytest.raises(InvalidValueError, match="zh or en"):
        render(Bound.parse("≥5"), language=cast("Literal['zh']", "fr"))


PIECES = (
    *(word for words in (*BEFORE.values(), *AFTER.values()) for word in words),
    *(
        *RISES,
        *FALLS,
        *MULTIPLES,
        "6",
        "10",
        "3.5",
        "007",
        "1,000",
        "三",
        "十",
        "两百",
        "零",
        "百分之",
        "分之",
        "一半",
        "翻",
        "番",
    ),
    *("家", "个", "%", "个百分点", "元", "册", "余", "多", "—", "至", "到", "±", "分别", "、", "和", "比", "2005年"),
    *("同比", "年均", "了", "达到", "控制在", "之间", "∶", ":", "？", "\ufffd", "第", " ", "\u3000", "\n", "A"),
    *("新建", "。", "(", "”"),
)
NEAR_GRAMMAR = st.lists(st.sampled_from(PIECES), max_size=9).map("".join)


@given(text=NEAR_GRAMMAR | st.text())
def test_no_text_raises_anything_but_an_invalid_value(text: str) -> None:
    try:
        phrase = parse(text)
    except InvalidValueError as error:
        lines = len(str(error).splitlines())
    else:
        lines = 3
        assert_stands_in(phrase, text)
    assert lines == 3


@given(text=NEAR_GRAMMAR | st.text())
def test_what_is_found_stands_where_it_says_and_in_order(text: str) -> None:
    last = 0
    for phrase in find(text):
        assert last <= phrase.start < phrase.end <= len(text)
        assert_stands_in(phrase, text)
        last = phrase.end


def assert_stands_in(phrase: Phrase, text: str) -> None:
    assert phrase.text == text[phrase.start : phrase.end]
    assert (phrase.bound is None) == (phrase.role is Role.RATIO)
    assert phrase.unit is None or phrase.unit in UNITS
