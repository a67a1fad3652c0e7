"""What the names of indicators say: the better side and the measure, by documented words alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from civicplan.model import Direction, Measure
from civicplan.zh.language.indicator_meanings import (
    Conflict,
    KnownDirection,
    KnownMeasure,
    direction_of,
    is_of_growth,
    level_word,
    measure_in_brackets,
    total_word,
)
from civicplan.zh.words import indicator_words

HIGHER, LOWER = Direction.HIGHER, Direction.LOWER


def side(name: str, group: str | None = None) -> Direction | None:
    known = direction_of(name, group)
    return known.direction if isinstance(known, KnownDirection) else None


def measure(name: str, group: str | None = None, unit: str | None = None) -> Measure | None:
    known = measure_in_brackets(name, group, unit)
    return known.measure if isinstance(known, KnownMeasure) else None


class TestTheEndOfANameDecides:
    def test_what_a_rate_is_told_of_does_not(self) -> None:
        for name, expected in {
            "地区生产总值": HIGHER,
            "单位地区生产总值能源消耗降低": LOWER,
            "万元地区生产总值用水量下降": LOWER,
            "亿元地区生产总值生产安全事故死亡率": LOWER,
            "非化石能源占一次能源消费比重": HIGHER,
            "煤炭消费占能源消费总量比重": LOWER,
            "农村贫困人口脱贫": HIGHER,
            "农村贫困人口": LOWER,
            "城乡居民收入比": LOWER,
            "城镇居民人均可支配收入": HIGHER,
            "细颗粒物(PM2.5)浓度下降": LOWER,
            "空气负氧离子浓度": HIGHER,
            "达到或好于 III 类水体比例": HIGHER,
            "劣于Ⅲ类水体比例": LOWER,
            "每千人口拥有执业 (助理) 医师数": HIGHER,
            "最终消费支出对地区生产总值贡献率": HIGHER,
            "数字经济核心产业增加值占 GDP 比重": HIGHER,
        }.items():
            assert side(name) is expected, name

    def test_a_name_that_ends_otherwise_is_on_no_list(self) -> None:
        for name in (
            "地区生产总值波动",
            "服务业能耗占比",
            "房地产业增加值占服务业比重",
            "居民消费价格涨幅",
            "年末总人口",
        ):
            assert direction_of(name) is None, name

    def test_a_part_is_as_the_whole_unless_its_own_name_says_otherwise(self) -> None:
        assert side("第一产业", "地区生产总值") is HIGHER
        assert side("劣Ⅴ类水体比例", "地表水质量优良水体比例") is LOWER

    def test_a_fall_that_is_promised_says_the_better_side(self) -> None:
        assert direction_of("行政审批事项减少") == KnownDirection(LOWER, "减少")
        assert direction_of("税收收入降低") == Conflict("税收收入", "降低")

    def test_no_word_is_on_both_lists(self) -> None:
        assert not set(indicator_words.HIGHER) & set(indicator_words.LOWER)
        assert not set(indicator_words.HIGHER_SHARES) & set(indicator_words.LOWER_SHARES)
        assert not set(indicator_words.GROWTHS) & set(indicator_words.REDUCTIONS)

    def test_every_word_is_found_as_it_stands(self) -> None:
        for word in indicator_words.HIGHER:
            assert direction_of(word) == KnownDirection(HIGHER, word)
        for word in indicator_words.LOWER:
            assert direction_of(word) == KnownDirection(LOWER, word)
        for words, expected in ((indicator_words.HIGHER_SHARES, HIGHER), (indicator_words.LOWER_SHARES, LOWER)):
            for word in words:
                assert side(f"{word}占地区生产总值比重") is expected, word

    @given(st.text(max_size=30), st.sampled_from(indicator_words.HIGHER))
    def test_what_stands_before_a_word_turns_nothing_but_to_a_longer_word(self, before: str, word: str) -> None:
        known = direction_of(before + word)
        assert isinstance(known, KnownDirection)
        assert known.direction is HIGHER or len(known.word) > len(word)


class TestFiguresInBrackets:
    def test_each_is_what_the_documented_words_make_of_it(self) -> None:
        for name, unit, expected in (
            ("人均预期寿命", "岁", Measure.CHANGE),
            ("服务业增加值比重", "%", Measure.CHANGE),
            ("森林蓄积量", "亿立方米", Measure.CHANGE),
            ("农业灌溉用水有效利用系数", None, Measure.CHANGE),
            ("单位GDP能源消耗降低", "%", Measure.REDUCTION),
            ("城镇新增就业人数", "万人", Measure.TOTAL),
            ("固定资产投资(五年累计)", "亿元", Measure.TOTAL),
            ("粮食产量", "万吨", None),
        ):
            assert measure(name, None, unit) is expected, name
        assert measure("氨氮", "主要污染物排放总量减少", "%") is Measure.REDUCTION

    def test_words_that_contradict_each_other_are_no_answer(self) -> None:
        assert measure_in_brackets("新增劳动力平均受教育年限", None, "年") == Conflict("新增", "受教育年限")
        assert measure_in_brackets("棚户区改造率", None, "%") == Conflict("改造", "%")
        assert total_word("新增劳动力平均受教育年限") is None


def test_growth_is_told_by_the_end_of_the_name() -> None:
    assert is_of_growth("地区生产总值 GDP 增长")
    assert is_of_growth("规模工业增加值增长速度")
    assert not is_of_growth("人口自然增长率")
    assert not is_of_growth("增长极数量")


def test_unemployment_is_on_the_list_of_levels() -> None:
    assert level_word("城镇调查失业率 ") == "失业率"
    assert level_word("地区生产总值") is None
