"""The words of reports on tasks: how a task stands, what is under way, what was done. All of it is data."""

from __future__ import annotations

from civicplan.model import ReportedStatus
from civicplan.tables.words import Words

#: What a cell under 进度状态 says. A word that is on none of these lists is left out with a diagnostic.
STATUS_WORDS: Words[ReportedStatus] = {
    ReportedStatus.AHEAD: (
        *("ahead", "进度超前", "超前", "提前", "超前完成", "快于序时", "快于序时进度", "超序时", "超序时进度"),
        *("快于预期", "快于计划", "进度较快"),
    ),
    ReportedStatus.ON_TRACK: (
        *("on_track", "正常", "进度正常", "正常推进", "推进正常", "进展正常", "正常进度", "序时"),
        *(
            "符合序时",
            "序时进度",
            "符合序时进度",
            "达到序时进度",
            "达序时进度",
            "达到序时",
            "序时推进",
            "按序时进度推进",
        ),
        *("按序时推进", "符合预期", "按计划推进", "有序推进", "进展顺利"),
    ),
    ReportedStatus.BEHIND: (
        *("behind", "滞后", "进度滞后", "进展滞后", "推进滞后", "滞后序时", "滞后序时进度", "慢于序时", "慢于序时进度"),
        *("落后", "进度落后", "未达序时", "未达序时进度", "未达到序时进度", "进度较慢", "进度缓慢", "进展缓慢"),
    ),
    ReportedStatus.COMPLETED: (
        *("completed", "已完成", "完成", "全部完成", "全面完成", "已办结", "办结", "已完结", "完结"),
    ),
    ReportedStatus.NOT_STARTED: ("not_started", "未启动", "尚未启动", "未开始", "尚未开始", "未开工", "未开展"),
}

#: The quarters, as they stand in a column of quarters.
QUARTERS: dict[str, int] = {
    spelling: number
    for number, digit in enumerate("一二三四", start=1)
    for base in (digit, str(number))
    for spelling in (base, f"第{base}", f"{base}季度", f"第{base}季度", f"{base}季", f"q{base}")
}
