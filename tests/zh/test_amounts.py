"""Amounts: what is counted and how much of it, and the numbers that are no amounts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.zh.language.amounts import amounts
from civicplan.zh.language.phrase import Role
from civicplan.zh.text.repair import repair
from civicplan.zh.words.amount_words import BEHIND, LEADING, TRAILING, VERBS

#: Sentences of our own, and the amounts that they state.
READ: dict[str, list[tuple[str, str, str | None]]] = {
    "送书下乡3万册": [("送书下乡", "≥3E+4", "册")],
    "围绕2027年建设、改造2万间民宿客房目标，支持各区": [("建设、改造民宿客房", "≥2E+4", "间")],
    "加快建设甲山、乙山、丙河等4条风光带，持续赋能": [("建设风光带", "≥4", "条")],
    "策划打造8个以上节庆活动": [("策划打造节庆活动", "≥8", "个")],
    "力争各县(市、区)建成项目3个以上，完成投资120亿元以上": [
        ("各县(市、区)建成项目", "≥3", "个"),
        ("完成投资", "≥1.20E+10", "元"),
    ],
    "全市新签约12个项目，促进增量扩容": [("全市新签约项目", "≥12", "个")],
    "新建书房6个、“云上书吧”7个，办展60场": [
        ("新建书房", "≥6", "个"),
        ("“云上书吧”", "≥7", "个"),
        ("办展", "≥60", "场"),
    ],
    "新建2所本科院校和3所高职院校": [("新建本科院校", "≥2", "所"), ("高职院校", "≥3", "所")],
    "形成1个一级城市、2个二级城市": [("形成一级城市", "≥1", "个"), ("二级城市", "≥2", "个")],
    "开展寻宝、导览、夜游等9场教育活动。": [("开展教育活动", "≥9", "场")],
    "引进5亿元以上项目20个，其中10亿元项目3个": [("引进5亿元以上项目", "≥20", "个"), ("10亿元项目", "≥3", "个")],
    "培育年产值10亿元以上企业5家": [("培育年产值10亿元以上企业", "≥5", "家")],
    "新建500座以上剧场2个": [("新建500座以上剧场", "≥2", "个")],
    "建设总长50公里的绿道3条": [("建设总长50公里的绿道", "≥3", "条")],
    "引进5亿元以上项目": [],
    "进入全省前3名": [],
    "管网漏损率降至8%": [("管网漏损率", "≤8", "%")],
    "单位能耗下降到0.5吨标准煤": [("单位能耗", "≤0.5", "吨标准煤")],
    "负债率下降到60%以下、绿化率提高到40%": [("负债率", "≤60", "%"), ("绿化率", "≥40", "%")],
    "引进亿元以上项目8个，其中10亿元以上2个": [("引进亿元以上项目", "≥8", "个"), ("10亿元以上", "≥2", "个")],
    "新建道路5条12.6公里": [("新建道路", "≥5", "条")],
    "集体收入20万元以上的村占比达到60%": [("集体收入20万元以上的村占比", "≥60", "%")],
    "引进投资额10亿元以上重大项目不少于5个": [("引进投资额10亿元以上重大项目", "≥5", "个")],
    "发放消费券500万元带动消费1亿元": [("发放消费券", "≥5.00E+6", "元"), ("带动消费", "≥1E+8", "元")],
    "改造45个小区惠及居民1.2万户": [("改造小区", "≥45", "个"), ("惠及居民", "≥1.2E+4", "户")],
    "4家书房均已建成": [("书房", "≥4", "家")],
    "吸引游客500余万人，带动消费近5亿元": [("吸引游客", ">5.00E+6", "人"), ("带动消费", "≈5E+8", "元")],
    "可以孵化合伙人200+、文创产品300＋款": [("孵化合伙人", "≥200", None), ("文创产品", "≥300", "款")],
    "选择2—3个代表性市场主体开展试点": [("选择代表性市场主体", "2..3", "个")],
    "GDP、收入分别增长7%、8%左右": [("GDP", "≈7", "%"), ("收入", "≈8", "%")],
    "甲、乙、丙分别增长7%、8%": [("甲、乙、丙", "≥7", "%"), ("甲、乙、丙", "≥8", "%")],
    "文化产业增加值占比达7%以上": [("文化产业增加值占比", "≥7", "%")],
    "吸引了30万市民前往打卡": [("吸引市民", "≥3.0E+5", None)],
    "打造一部小戏、一首歌曲、一批精品": [("打造小戏", "≥1", "部"), ("歌曲", "≥1", "首")],
    "推出红色线路三条，联合推送": [("推出红色线路", "≥3", "条")],
    "新建2台100万千瓦机组": [("新建100万千瓦机组", "≥2", "台")],
    "面积由112平方公里扩大到150平方公里": [("面积", "≥150", "平方公里")],
    "总量2026年突破3000亿元大关": [("总量", ">3.000E+11", "元")],
    "按照1个“大环线”+4个“小环线”": [("“大环线”", "≥1", "个"), ("“小环线”", "≥4", "个")],
    "空气优良天数达到310天以上": [("空气优良天数", "≥310", "天")],
    "人均预期寿命提高到80.5岁": [("人均预期寿命", "≥80.5", "岁")],
    "单位能耗比2025年下降15%": [("单位能耗", "≥15", "%")],
    "客流突破?00万、收入85亿元": [("收入", "≥8.5E+9", "元")],
    "3.办好2026年活动（含专场2场）": [("含专场", "≥2", "场")],
}
NO_AMOUNTS = (
    *("2025年3月建成", "办好第十五届运动会", "推进“一址、一馆、两园、两群”", "创建5A级景区", "按A1类标准"),
    *("2025“厂BA”", "131军旅小镇、1937文创园", "赋予1＋N业态", "“3+5+2”体系", "拨打12345热线", "24小时开放"),
    *("5年(2024-2028)规划", "客流突破?00万", "客流突破\ufffd00万人次", "提供“一场比赛”", "“最多跑一次”改革"),
    *("推进体教融合九条措施落地", "从四个方面发力", "打造一个新亮点", "3岁以下婴幼儿", "十六届三次会议"),
    *("结构为7.4∶39.6∶53", "6个", "", "？", "15分钟生活圈", "两家已开放"),
)


def test_each_sentence_gives_its_amounts() -> None:
    for text, expected in READ.items():
        found = [(amount.subject, str(amount.bound), amount.unit) for amount in amounts(text)]
        assert found == expected, text


def test_what_is_no_amount_gives_none() -> None:
    for text in NO_AMOUNTS:
        assert amounts(text) == (), text


def test_the_first_of_two_levels_is_no_amount_of_its_own() -> None:
    for text in ("床位从5张增加到8张", "床位由2025年的5张增加到2027年的8张"):
        assert [(amount.subject, amount.phrase.text) for amount in amounts(text)] == [("床位", "8张")], text
    assert [amount.phrase.text for amount in amounts("来自6家企业的专家")] == ["6家"]


def test_an_aim_holds_for_its_sentence_and_changes_no_bound() -> None:
    found = amounts("力争到2027年，引进团队35个、企业8家。新建书房3家；确保办展2场，争取资金3亿元")
    assert [(amount.subject, amount.aim, amount.is_hedged) for amount in found] == [
        ("引进团队", "力争", True),
        ("企业", "力争", True),
        ("新建书房", None, False),
        ("办展", "确保", False),
        ("争取资金", "确保", False),
    ]
    assert {str(amount.bound) for amount in found} == {"≥35", "≥8", "≥3", "≥2", "≥3E+8"}


def test_an_amount_stands_where_it_says_and_has_its_role() -> None:
    text = "能耗比2025年下降15%，建成\n书屋3家"
    found = amounts(text)
    assert [text[amount.start : amount.end] for amount in found] == ["比2025年下降15%", "3家"]
    assert (found[0].phrase.role, found[0].phrase.falls) == (Role.GROWTH, True)


PIECES = (
    *sorted(VERBS)[:40],
    *LEADING,
    *TRAILING,
    *BEHIND,
    *("书房", "GDP", "5个", "3万册", "7%", "一部", "分别", "、", "，", "。", "（", "）", "“", "”", "2025年", "等"),
    *("和", "由", "到", "1."),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text())
def test_no_text_raises_and_amounts_come_in_order(text: str) -> None:
    last = 0
    for amount in amounts(text):
        assert last <= amount.start < amount.end <= len(text)
        assert amount.phrase.text == text[amount.start : amount.end]
        assert amount.subject
        assert amount.subject == amount.subject.strip()
        last = amount.end


SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
#: The amounts that real documents state, by the beginning of the name of the file.
IN_SEEDS = {
    "003": ["≥1E+4 间", "≥5 条", "≥6 个", "≥2 个", "≥1.00E+10 元", "≥10 个", "≥10 篇", "≥5000 篇次", "≥30 条"],
    "002": [
        "≥2 家",
        "≥5 家",
        "≥3 家",
        "≥7 %",
        "≥1 个",
        "≥400 场",
        "≥100 场",
        "≥4 个",
        "≥5 个",
        "≥6E+4 册",
        "≥32547 册",
    ],
    "000": ["≥1.00E+6 人次", ">8E+8 None", "1..2 项", "≥10 场", "≥100 None", "≥100 款", "≥30 批次", "≈5 个", "2..3 个"],
    "001": ["≥3 家", "≥10 家", "≥15 个", "≥7.5E+9 元", ">4.00E+6 人", "≈4E+8 元", "≥1 处", "≥3 处", "≥40 处"],
}


def test_the_amounts_of_real_documents_are_found() -> None:
    for name, expected in IN_SEEDS.items():
        found = [f"{amount.bound} {amount.unit}" for amount in amounts(seed(name))]
        assert not set(expected) - set(found), name


def test_a_damaged_number_of_a_real_document_gives_no_amount() -> None:
    assert not [amount for amount in amounts(seed("002")) if "人次" in amount.subject]


def seed(name: str) -> str:
    if not SEEDS.is_dir():
        pytest.skip("the real documents are not beside the project")
    (path,) = SEEDS.glob(f"{name}*")
    return repair(path.read_text(encoding="utf-8")).value.text
