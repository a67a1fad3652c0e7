"""The words that people write for the members of closed vocabularies, in English and Chinese: documented, and exact.

A reader of tables takes them; the library itself takes the names alone, and tells which one such a word stands for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

#: The words for each name of a vocabulary, in small letters, the name itself among them.
Synonyms: TypeAlias = Mapping[str, tuple[str, ...]]

DIRECTION: Synonyms = {
    "higher": (
        *("higher", "high", "up", "increase", "increasing", "rise", "rising", "maximise", "maximize", "↑"),
        *("higher is better", "more is better", "the higher the better", "positive"),
        *("正向", "正向指标", "正指标", "越高越好", "越大越好", "上升", "增加", "提高"),
    ),
    "lower": (
        *("lower", "low", "down", "decrease", "decreasing", "reduce", "fall", "falling", "minimise", "minimize"),
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
    "range": ("range", "within range", "within a range", "between", "适度", "适度指标", "区间", "区间指标"),
}

MEASURE: Synonyms = {
    "level": ("level", "水平", "水平值"),
    "growth": (
        *("growth", "growth rate", "annual growth", "annual growth rate", "average annual growth"),
        *("average annual growth rate", "growth per year", "growth p.a.", "cagr"),
        *("增速", "增长", "增长率", "年均增速", "年均增长", "年均增长率", "年均增幅", "年均增长速度"),
    ),
    "total": ("total", "cumulative total", "累计总量", "累计总额", "五年总量"),
    "reduction": ("reduction", "cumulative reduction", "累计降低", "累计下降", "累计降低率", "累计降幅"),
    "change": ("change", "cumulative change", "累计变化", "累计变动"),
}

NATURE: Synonyms = {
    "binding": ("binding", "obligatory", "mandatory", "约束性", "约束", "约束性指标"),
    "expected": ("expected", "anticipatory", "indicative", "预期性", "预期", "预期性指标"),
}

PRICES: Synonyms = {
    "current": ("current", "current prices", "nominal", "现价", "当年价", "当年价格", "现行价格"),
    "constant": ("constant", "constant prices", "real", "可比价", "可比价格", "不变价", "不变价格"),
}

STATUS: Synonyms = {
    "provisional": (
        *("provisional", "preliminary", "p", "(p)", "初步", "初步数", "初步核算", "快报", "快报数", "暂定"),
    ),
    "final": ("final", "definitive", "最终", "最终数", "最终核算", "定案"),
}

RELATION: Synonyms = {
    "above": ("above", "higher", "higher than", "more than", "faster", "faster than", "高于", "超过", "快于"),
    "in_step": ("in_step", "in step", "in step with", "同步", "基本同步"),
    "below": ("below", "lower", "lower than", "less than", "slower", "slower than", "低于", "慢于"),
}

REPORTED_STATUS: Synonyms = {
    "not_started": ("not_started", "not started", "not begun", "未启动", "未开始", "未开工"),
    "behind": ("behind", "behind schedule", "delayed", "late", "滞后", "进度滞后"),
    "on_track": ("on_track", "on track", "on schedule", "正常", "正常推进", "进度正常"),
    "ahead": ("ahead", "ahead of schedule", "early", "超前", "进度超前"),
    "completed": ("completed", "complete", "done", "finished", "完成", "已完成"),
}
