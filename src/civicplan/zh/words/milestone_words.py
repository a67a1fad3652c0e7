"""The words that tell a date by which something is to be done from one that is part of a name or lies behind."""

from __future__ import annotations

from civicplan.zh.words.period_words import AS_OF

#: Right before a time: it recurs, is compared with, begins there, or names until when something was counted.
NO_DEADLINE_BEFORE = ("每", "每年", "比", "较", *AS_OF)
#: Right before a time, and no run up to another one follows: it begins there.
FROM = ("自", "从")
#: Right behind a time: it begins there, or belongs to a comparison.
NO_DEADLINE_AFTER = ("起", "以来", "开始", "相比", "同期", "启动以来", "以后", "之后", "后")
#: Right before a year alone, it is a date: 在2025年建成.
BEFORE_YEAR = ("在", "于", "到", "至", "力争", "确保", "争取", "计划", "拟", "预计", "须", "将")
#: Right behind a year alone, it is a date: 2025年完成改造. Otherwise a year alone belongs to a name: 2025年运动会.
AFTER_YEAR = (
    *("完成", "建成", "实现", "达到", "启动", "开工", "开馆", "开园", "开业", "举办", "举行", "投入", "投用", "竣工"),
    *("新增", "新建", "全面", "全部", "基本", "力争", "确保", "争取", "计划", "要", "将", "完工", "交付"),
)
#: Words of a clause that says no more than when, and of an aim.
ONLY_WHEN = (
    *("完成", "拟", "于", "在", "计划", "预计", "力争", "争取", "确保", "定", "将", "暂定", "初定", "时间为"),
    *("时间", "："),
)
