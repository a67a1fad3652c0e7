"""The words of running text that state a period, apart from digits: all of it is data."""

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
