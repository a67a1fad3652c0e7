"""The language of what has none stated, and of what is said within something else."""

from __future__ import annotations

import pytest
from attrs import evolve

import civicplan as cp
from civicplan.render.languages import language_of
from civicplan.values import Text


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("江城市“十四五”规划纲要", "zh"),
        ("万元GDP能耗", "zh"),
        ("2025", "en"),
        ("GDP", "en"),
        ("Plan of Zhuzhou (株洲)", "en"),
        ({"en": "Plan", "zh": "规划"}, "en"),
        ({"de": "Plan", "zh-Hant": "規劃"}, "zh"),
        ({"en": "江城"}, "en"),
    ],
)
def test_words_of_no_stated_language_are_in_the_one_of_most_of_their_letters(
    words: str | dict[str, str], language: str
) -> None:
    assert language_of(Text(words)) == language


def test_a_plan_with_a_plain_chinese_title_speaks_chinese() -> None:
    row = cp.Indicator(id="a", name="绿化覆盖率", targets=("≥45",), observations={"2025": "44"})
    assessed = cp.assess(cp.Plan(id="p", title="江城规划", period="2021/2025", indicators=(row,)), as_of="2025")
    assert "未完成" in assessed.to_text()
    assert "未完成" in assessed["a"].explain()


def test_the_formula_of_a_lead_is_all_in_one_language() -> None:
    one, other = (
        cp.Indicator(id=id, name=name, baseline=("2015", "100"), observations={"2020": "161"})
        for id, name in (("a", "甲"), ("b", "乙"))
    )
    lead = cp.Relative(reference="b", relation="above")
    plan = cp.Plan(id="p", title="规划", period="2016/2020", indicators=(evolve(one, targets=(lead,)), other))
    said = cp.assess(plan, as_of="2020")["a"].explain()
    assert "乙" in said
    assert "compound" not in said
