"""The words of running text that state a time, and those beside it that make it a date by which something is due."""

from __future__ import annotations

#: Years by their distance from the reference year.
YEARS = {
    **dict.fromkeys(("年内", "全年", "今年", "本年", "本年度", "今年内", "今年以来", "当年", "年度内"), 0),
    **dict.fromkeys(("去年", "上年", "上一年", "上年度"), -1),
    **dict.fromkeys(("明年", "下年", "下一年", "下年度", "次年"), 1),
}
#: The end of the reference year.
YEAR_ENDS = ("年底", "年末")
#: Behind one of these signs 年内 and the like are a part of another word or of a length; so are they before the second.
NOT_BEHIND, NOT_BEFORE = "0-9一二三四五六七八九十两几多数百千每半青少童老中成当周年", "部涵容在外龄均级限轻代画货"
#: Runs of years that begin with the reference year: an assumption, as some count from the year after it.
YEARS_AHEAD = ("今后", "未来")
#: Parts of a year, by their notation.
PARTS = {
    "上半年": "H1",
    "下半年": "H2",
    "前三季度": "Q1/Q3",
    "前三个季度": "Q1/Q3",
    "首季度": "Q1",
    **{f"{sign}季度": f"Q{number}" for number, signs in enumerate(("一1", "二2", "三3", "四4"), 1) for sign in signs},
}
#: The first and the last day of a third of a month; the last third ends with the month.
THIRDS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, None)}
#: What stands behind a unit where its end is meant.
ENDS = ("底", "末", "年底", "年末", "期末", "规划末", "规划期末")
#: What may stand behind a year, a month and a five-year plan and says no more than they do.
WHOLE_MONTH, WHOLE_PLAN = ("份", "份内", "初", "内"), ("期间", "时期", "期内", "规划期", "规划期内", "规划期间")
#: What stands before the time by whose end something is to be done, and before the time up to which a fact reaches.
UNTIL, AS_OF = ("到", "至"), ("截至", "截止", "截止到", "截至到")
#: What stands behind the time by whose end something is to be done.
BEFORE = ("之前", "以前", "前")
#: What may stand between the two ends of a run.
THROUGH = ("至", "到", "--", "-", "~")
#: The numerals of five-year plans, from the sixth on, which begin five years apart, and the first year of the sixth.
PLANS = ("六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十")
FIRST_YEAR, YEARS_OF_A_PLAN = 1981, 5

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
#: Right behind a date, with nothing besides in the clause: what stands before it is to be done by then.
IS_DONE = tuple(
    f"{all_of}{done}"
    for all_of in ("", "全部", "全面", "基本", "均", "前")
    for done in ("完成", "建成", "完工", "竣工", "投用", "投入使用", "实现", "到位", "落实", "达标", "交付")
)
