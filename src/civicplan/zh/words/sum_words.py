"""The headings and names of rows that declare an arithmetic: a sum and its parts, a percentage. All of it is data."""

from __future__ import annotations

#: What is the sum of the other columns under the same heading, or of the other rows under the same indicator.
TOTALS = ("合计", "总计", "小计", "总数")
#: What is the sum of the parts of a year, and of nothing else.
WHOLE_YEAR = "全年"
#: The parts of a year, all of which together make it up.
PARTS_OF_YEAR = (
    tuple(f"{number}季度" for number in "一二三四"),
    tuple(f"第{number}季度" for number in "一二三四"),
    tuple(f"{number}季度" for number in range(1, 5)),
    ("上半年", "下半年"),
    tuple(f"{number}月" for number in range(1, 13)),
)
#: A part, but not all parts: of a sum it declares nothing.
ONE_PART = "其中"
#: What is no part of a sum, as it is a rate, a share or a change.
NO_PARTS = ("率", "比", "增速", "增长", "增幅", "指数", "均", "%", "‰")
#: The percentage that what was done comes to of what was planned.
PERCENTS_DONE = (
    *("完成率", "目标完成率", "计划完成率", "任务完成率", "完成比例", "目标完成比例", "计划完成比例"),
    *("完成百分比", "完成目标比例", "完成计划比例", "占目标比例", "占计划比例"),
)
#: The percentage that a part comes to of a total.
PERCENTS_OF_TOTAL = ("占比", "所占比重", "所占比例", "占总数比重", "占总数比例", "占合计比重", "占合计比例")
