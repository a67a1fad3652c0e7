"""Numerals: what is read, what stays a word, and the printed digits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from civicplan.zh.language.numerals import find_numbers, numeral

READ = {
    "6万": "6E+4",
    "100亿": "1.00E+10",
    "1.5亿": "1.5E+8",
    "1亿2000万": "1.2000E+8",
    "3万5000": "35000",
    "8个亿": "8E+8",
    "5千": "5E+3",
    "2,300": "2300",
    "12,345.60": "12345.60",
    "１２．５": "12.5",
    "十": "10",
    "十五": "15",
    "二十": "20",
    "三十五": "35",
    "两": "2",
    "两百": "200",
    "一百零五": "105",
    "一百一十": "110",
    "两千五百": "2500",
    "一千零一十": "1010",
    "三万五千": "35000",
    "三万零五百": "30500",
    "十万": "1.0E+5",
    "三百万": "3.00E+6",
    "一亿零三百万": "1.0300E+8",
    "三点五": "3.5",
    "零": "0",
}
NO_NUMERALS = (
    *(
        "两三",
        "三五",
        "二十大",
        "百万",
        "千",
        "一百五",
        "两十",
        "十两",
        "三万五百",
        "一零五",
        "三万亿",
        "几十",
        "一体化",
    ),
    *(
        "3万5",
        "5万6万",
        "1,00",
        "007",
        "1.2.3",
        "",
        "点五",
        "三点",
        "6万7",
        "9" * 31,
        "9" * 100,
        "一" * 100,
        "1" + "万" * 9,
    ),
)


def test_a_numeral_keeps_its_printed_digits() -> None:
    assert {text: str(numeral(text)) for text in READ} == READ


def test_what_is_no_numeral_as_a_whole_is_none() -> None:
    assert {text for text in NO_NUMERALS if numeral(text) is not None} == set()


def test_chinese_numerals_are_found_only_where_they_count_something() -> None:
    for text in (
        *("推进一体化", "学习二十大精神", "两三个站点", "“十四五”时期", "一核一圈一廊", "第三批", "第三个", "三大球"),
        *(
            "一址、一馆、两园、两群",
            "一人一策",
            "一户一表",
            "五个一工程",
            "四个方面",
            "两个维护",
            "一条龙",
            "每一个",
            "数十家",
        ),
        *("上百家", "统一套用", "五星级", "三会一课", "几十个", "一系列", "一批", "十几个", "百万大学生", "一次性"),
    ):
        assert find_numbers(text) == (), text
    for text, figure in {"新建三十五家": 35, "打造一部小戏": 1, "两 家书房": 2, "办好十二场": 12}.items():
        assert [found.figure for found in find_numbers(text)] == [figure], text


def test_digits_within_names_and_beside_damage_are_not_found() -> None:
    for text in (
        *("5A级景区", "G106线", "第15届", "PM2.5", "1＋N", "A1类", "突破?00万", "5?个", "\ufffd3家", "3\ue012家", "4G"),
        *("PM_{2.5}", "每10万人", "NB-2型"),
    ):
        assert find_numbers(text) == (), text


@given(st.integers(0, 9999))
def test_every_whole_number_below_ten_thousand_reads_as_the_language_writes_it(number: int) -> None:
    assert numeral(in_characters(number)) == number


@given(st.integers(1, 9999))
def test_a_multiple_keeps_the_digits_before_it(number: int) -> None:
    for multiple, zeros in {"千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}.items():
        figure = numeral(f"{number}{multiple}")
        assert figure is not None
        assert (figure.value, figure.places) == (number * 10**zeros, -zeros)


@given(st.text(alphabet="0123456789.,〇零一二两十百千万亿点个 家?第", max_size=30) | st.text())
def test_no_text_raises_and_every_number_found_reads_as_itself(text: str) -> None:
    numeral(text)
    for found in find_numbers(text):
        assert numeral(text[found.start : found.end]) == found.figure


def in_characters(number: int) -> str:
    """A second way to write a number, place by place, against which the reader is tested."""
    signs = "零一二三四五六七八九"
    if number < 20:
        return signs[number] if number < 10 else "十" + signs[number % 10].replace("零", "")
    text = "".join(signs[int(digit)] + name for digit, name in zip(f"{number:04}", ("千", "百", "十", ""), strict=True))
    for name in "千百十":
        text = text.replace(f"零{name}", "零")
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.strip("零")
