"""Which units stand on a list, which never do, and which spellings are one unit."""

from __future__ import annotations

from itertools import combinations
from math import prod

from hypothesis import example, given
from hypothesis import strategies as st

from civicplan.model.unit_lists import COUNT_UNITS, MULTIPLES, OTHER_UNITS, PHYSICAL_UNITS, PREFIXED_SYMBOLS, PREFIXES
from civicplan.model.units import (
    UnitList,
    counts_whole_things,
    is_same,
    listed,
    speaks_of_money,
    speaks_of_output,
    speaks_of_rate,
)

PHYSICAL = [line for group in PHYSICAL_UNITS.values() for line in group]
COUNTS = [line for group in COUNT_UNITS.values() for line in group]
SPELLED = {spelling for line in (*PHYSICAL, *COUNTS) for spelling in line}
TIMES = [(size, spelling) for size, spellings in MULTIPLES.items() for spelling in spellings]

MONEY = (
    "元", "万元", "亿元", "亿美元", "元/人", "人民币", "万欧", "億円", "日圆", "₹ crore", "crore rupees",
    "thousand rupees", "KRW bn", "CHF", "zł", "mln zł", "€", "€m", "$", "US$ million", "million USD", "£m",
    "pounds", "SEK", "pesos", "R'000", "kr", "lakh INR", "thousand euros", "M€", "k€", "bn", "m", "亿", "万",
    "1,000", "million", "KM", "million KM", "Ft", "Mrd Ft", "W", "billion W", "L", "million L", "T", "MT", "MU", "块",
)  # fmt: skip
RATES = (
    "tonnes per capita", "吨/人", "吨／人", "kWh/GDP", "µg/m³", "微克/立方米", "μg/m3", "张/千人", "人/平方公里",
    "%", "％", "‰", "个百分点", "per cent", "percentage points", "pp", "ppm", "times", "倍", "points", "分", "km/h",
    "kg per ha", "per 1,000 people", "每千人", "% of households", "litres a day", "index", "2015=100", "", " ", "-",
)  # fmt: skip
#: Each is another size, or another thing, than any other.
DIFFERENT = (
    "kWh", "MWh", "mWh", "GWh", "万千瓦时", "度", "kW", "MW", "mW", "Ml", "ml", "l", "Mt", "kt", "t", "mt", "tons",
    "斤", "kg", "km", "米", "里", "m", "m²", "km²", "ha", "亩", "m³", "km³", "Mm³", "mm³", "%", "pp", "‰", "元",
    "万元", "亿元", "人", "万人", "人次", "个", "件", "10⁴ t", "104 t", "年", "岁", "tCO2", "tCO2e", "tce", "toe",
)  # fmt: skip


def test_every_unit_of_the_lists_is_found_in_each_spelling() -> None:
    for unit_list, lines in ((UnitList.PHYSICAL, PHYSICAL), (UnitList.COUNTS, COUNTS)):
        for spelling in (spelling for line in lines for spelling in line):
            assert listed(spelling) is unit_list, spelling
            assert listed(f" {spelling} ") is unit_list, spelling
            assert counts_whole_things(spelling) is (unit_list is UnitList.COUNTS), spelling


def test_a_multiple_may_stand_before_a_unit_and_then_nothing_is_counted_exactly() -> None:
    for size, multiple in TIMES:
        for unit, unit_list in (("tonnes", UnitList.PHYSICAL), ("亩", UnitList.PHYSICAL), ("people", UnitList.COUNTS)):
            assert listed(f"{multiple} {unit}") is unit_list, multiple
        assert counts_whole_things(f"{multiple} people") is (size == 1), multiple
    for unit in ("万亩", "亿吨标准煤", "万千瓦", "万 km²", "万m³", "10,000t", "kt", "Mtce", "MtCO₂e", "M tonnes"):
        assert listed(unit) is UnitList.PHYSICAL, unit
    for unit in ("万人次", "亿册", "千辆", "百户", "k people", "Million People", "'000 households"):
        assert listed(unit) is UnitList.COUNTS, unit
        assert not counts_whole_things(unit), unit


def test_a_multiple_is_as_large_as_its_words_say() -> None:
    words = {"number": 1, "no.": 1, "ten": 10, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
    words |= {"trillion": 10**12, "mn": 10**6, "mln": 10**6, "bn": 10**9, "lakh": 10**5, "crore": 10**7}
    words |= {"十": 10, "百": 100, "千": 10**3, "万": 10**4, "亿": 10**8, "000": 10**3, "'000": 10**3, "’000": 10**3}
    words |= {"10³": 10**3, "10⁴": 10**4, "10⁶": 10**6, "10⁸": 10**8, "10⁹": 10**9}

    def said(word: str) -> int:
        base, _, power = word.replace(",", "").partition("^")
        return words[word] if word in words else prod([int(base)] * int(power or 1))

    for size, multiple in TIMES:
        parts = list(multiple) if multiple[0] in "十百千万亿" else multiple.replace(" of", "").split()
        assert prod(said(part if part in words else part.removesuffix("s")) for part in parts) == size, multiple


def test_the_multiples_of_one_size_are_one_and_those_of_two_sizes_are_two() -> None:
    for (size, multiple), (other_size, other) in combinations(TIMES, 2):
        assert is_same(f"{multiple} 吨", f"{other} t") is (size == other_size), (multiple, other)
    for prefix, size in PREFIXES.items():
        for symbol in PREFIXED_SYMBOLS:
            assert is_same(prefix + symbol, f"{MULTIPLES[size][0]}{symbol.replace('L', 'l')}")


def test_money_is_on_no_list() -> None:
    for unit in MONEY:
        assert listed(unit) is None, unit
        assert not counts_whole_things(unit), unit


def test_so_much_of_one_thing_per_another_is_on_no_list() -> None:
    for unit in (*RATES, None):
        assert listed(unit) is None, unit
        assert not counts_whole_things(unit), unit


def test_no_spelling_of_a_list_speaks_of_a_rate_of_money_or_of_output() -> None:
    for spelling in SPELLED:
        for speaks in (speaks_of_rate, speaks_of_money, speaks_of_output):
            assert not speaks(spelling), spelling


def test_the_lists_are_silent_where_the_words_speak_of_a_rate_of_money_or_of_output() -> None:
    for words in (
        *(
            "每千人床位数",
            "人均用水量",
            "千人拥有量／处",
            "城镇化率",
            "所占比重",
            "单位GDP能耗",
            "生师比",
            "PM2.5浓度",
            "用水年均增长",
        ),
        *(
            "Beds per 1,000 people",
            "Growth of freight",
            "Share of wind",
            "Average use",
            "Energy intensity",
            "tonnes/head",
        ),
    ):
        assert listed("吨", words) is None, words
        assert listed("张", "床位", words) is None, words
        assert not counts_whole_things("张", "床位", words), words
    for words in (
        "亿元以上项目",
        "GDP",
        "工业增加值用水",
        "Firms above 20 million yuan",
        "Firms above €1m",
        "地区生产总值",
    ):
        assert listed("家", words) is None, words
        assert counts_whole_things("家", words), words


def test_the_lists_speak_where_such_words_are_only_part_of_others() -> None:
    for words in (
        *("Persons in work", "Carparks", "Experts", "shareholders", "Operations", "Measures", "growthless"),
        *(
            "率先示范点",
            "均衡发展学校",
            "中欧班列",
            "居民单元",
            "元旦演出",
            "多元化解",
            "人均预期寿命",
            "走访单位",
            "项目",
        ),
    ):
        assert listed("件", words) is UnitList.COUNTS, words
        assert counts_whole_things("件", words), words


def test_what_one_line_of_a_list_tells_is_one_unit() -> None:
    for line in (*PHYSICAL, *COUNTS, *OTHER_UNITS):
        for one, other in combinations(line, 2):
            assert is_same(one, other), (one, other)
            assert is_same(f"万{one}", f"10,000 {other}"), (one, other)


def test_no_unit_stands_on_two_lines() -> None:
    lines = (*PHYSICAL, *COUNTS, *OTHER_UNITS)
    for one, other in combinations([line[0] for line in lines], 2):
        assert not is_same(one, other), (one, other)


def test_spellings_of_one_unit() -> None:
    for one, other in (
        *(
            ("公里", "千米"),
            ("公里", "km"),
            ("平方公里", "km2"),
            ("平方米", "㎡"),
            ("M2", "m²"),
            ("吨", "Tonnes"),
            ("公顷", "ha"),
        ),
        *(
            ("立方米", "m³"),
            ("km", "KM"),
            ("千瓦时", "KWH"),
            ("%", "％"),
            ("per cent", "percent"),
            ("小时", "h"),
            ("万 册", "万册"),
        ),
        *(("万吨", "10⁴ t"), ("Mt", "million tonnes"), ("百万吨", "Mt"), ("number of people", "persons"), ("ml", "mL")),
    ):
        assert is_same(one, other), (one, other)


def test_units_of_different_size_are_never_one() -> None:
    for one, other in combinations(DIFFERENT, 2):
        assert not is_same(one, other), (one, other)


units = st.one_of(
    st.sampled_from((*sorted(SPELLED), *MONEY, *RATES, *DIFFERENT)),
    st.builds("{} {}".format, st.sampled_from([name for _, name in TIMES]), st.sampled_from(sorted(SPELLED))),
    st.text(max_size=20),
)


@given(units, units, units)
def test_being_one_unit_is_an_equivalence(one: str, other: str, third: str) -> None:
    assert is_same(one, one)
    assert is_same(one, other) is is_same(other, one)
    assert not (is_same(one, other) and is_same(other, third)) or is_same(one, third)


@given(units, units)
def test_what_is_one_unit_stands_on_one_list(one: str, other: str) -> None:
    if is_same(one, other) and not (speaks_of_money(one) or speaks_of_money(other)):
        assert listed(one) is listed(other)
        assert counts_whole_things(one) is counts_whole_things(other)


@given(units, st.text(max_size=20))
@example("\ud800", "\ud800")
@example("千" * 10_000, "每" * 10_000)
def test_any_text_has_an_answer_and_words_only_silence_a_list(unit: str, words: str) -> None:
    assert listed(unit, words) in {None, listed(unit)}
    assert counts_whole_things(unit) or not counts_whole_things(unit, words)


@given(st.sampled_from([(size, name) for size, name in TIMES if size != 1]), units)
def test_a_unit_with_a_multiple_never_counts_whole_things(multiple: tuple[int, str], unit: str) -> None:
    assert not counts_whole_things(f"{multiple[1]}{unit}")
