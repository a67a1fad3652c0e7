"""The words of closed vocabularies that people write into cells, in English and Chinese: documented, and exact."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias, TypeVar

from civicplan.errors import nearest_words
from civicplan.model import Direction, Measure, Nature, ObservationStatus, Prices
from civicplan.reading import Diagnostic, Reading
from civicplan.render.template import fill
from civicplan.tables.cell_words import BLANKS
from civicplan.tables.uniform import uniform

_E = TypeVar("_E", bound=StrEnum)

#: The words for each member of a vocabulary, in small letters.
Words: TypeAlias = Mapping[_E, tuple[str, ...]]

DIRECTION_WORDS: Words[Direction] = {
    Direction.HIGHER: (
        *("higher", "high", "up", "increase", "increasing", "rise", "rising", "max", "maximise", "maximize", "↑"),
        *("higher is better", "more is better", "the higher the better", "positive"),
        *("正向", "正向指标", "正指标", "越高越好", "越大越好", "上升", "增加", "提高"),
    ),
    Direction.LOWER: (
        *("lower", "low", "down", "decrease", "decreasing", "reduce", "fall", "falling", "min", "minimise", "minimize"),
        *("lower is better", "less is better", "the lower the better", "negative", "↓"),
        *(
            "负向",
            "负向指标",
            "逆向",
            "逆向指标",
            "逆指标",
            "反向",
            "反向指标",
            "越低越好",
            "越小越好",
            "下降",
            "降低",
            "减少",
        ),
    ),
    Direction.RANGE: ("range", "within range", "within a range", "between", "适度", "适度指标", "区间", "区间指标"),
}

MEASURE_WORDS: Words[Measure] = {
    Measure.LEVEL: ("level", "水平", "水平值"),
    Measure.GROWTH: (
        *("growth", "growth rate", "annual growth", "annual growth rate", "average annual growth"),
        *("average annual growth rate", "growth per year", "growth p.a.", "cagr"),
        *("增速", "增长", "增长率", "年均增速", "年均增长", "年均增长率", "年均增幅", "年均增长速度"),
    ),
    Measure.TOTAL: ("total", "cumulative total", "累计总量", "累计总额", "五年总量"),
    Measure.REDUCTION: ("reduction", "cumulative reduction", "累计降低", "累计下降", "累计降低率", "累计降幅"),
    Measure.CHANGE: ("change", "cumulative change", "累计变化", "累计变动"),
}

NATURE_WORDS: Words[Nature] = {
    Nature.BINDING: ("binding", "obligatory", "mandatory", "约束性", "约束", "约束性指标"),
    Nature.EXPECTED: ("expected", "anticipatory", "indicative", "预期性", "预期", "预期性指标"),
}

PRICES_WORDS: Words[Prices] = {
    Prices.CURRENT: ("current", "current prices", "nominal", "现价", "当年价", "当年价格", "现行价格"),
    Prices.CONSTANT: ("constant", "constant prices", "real", "可比价", "可比价格", "不变价", "不变价格"),
}

STATUS_WORDS: Words[ObservationStatus] = {
    ObservationStatus.PROVISIONAL: (
        *("provisional", "preliminary", "p", "(p)", "初步", "初步数", "初步核算", "快报", "快报数", "暂定"),
    ),
    ObservationStatus.FINAL: ("final", "definitive", "最终", "最终数", "最终核算", "定案"),
}


def read_word(text: str, words: Words[_E], *, place: str) -> Reading[_E | None]:
    """Return the member of a vocabulary that a cell names; None for a blank, and, with a diagnostic, for another word.

    A word is found as a whole, whatever its case and the width of its signs, and never as a part of another.

    Args:
        text: The text of the cell.
        words: The vocabulary, one of the tables of this file.
        place: Where it stands, for diagnostics.

    >>> read_word("Lower is better", DIRECTION_WORDS, place="C4").value
    <Direction.LOWER: 'lower'>
    """
    word = uniform(text)
    if word in BLANKS:
        return Reading(value=None)
    for member, known in words.items():
        if word in known:
            return Reading(value=member)
    near = nearest_words(word, [one for known in words.values() for one in known], most=1)
    advice = fill("write {word}", word=near[0]) if near else f"write one of {', '.join(words)}"
    message = f"It is no word that is known here; {advice}."
    return Reading(value=None, diagnostics=(Diagnostic(code="unknown-word", place=place, text=text, message=message),))
