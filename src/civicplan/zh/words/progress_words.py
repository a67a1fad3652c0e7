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
        *("符合序时", "序时进度", "符合序时进度", "达到序时进度", "达序时进度", "达到序时"),
        *("序时推进", "按序时进度推进"),
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

#: Units that count the same things one by one: 新建书房4个 is answered by 4家书房. 人次 counts visits, 人 persons, so
#: that they are on no line together.
SAME_COUNTS: tuple[frozenset[str], ...] = (
    frozenset(("个", "家", "座", "处", "所", "间")),
    frozenset(("场", "场次")),
    frozenset(("人", "名", "位")),
    frozenset(("册", "本")),
)

#: Words of doing before what is counted. They are left aside where two amounts are compared: 新建书房 and 建成书房.
DOING = (
    *("新建", "新增", "新添", "建成", "建设", "建立", "建好", "完成", "实现", "打造", "创建", "设立", "增设"),
    *("举办", "举行", "开展", "组织", "承办", "送出", "送", "发放", "赠送", "配送", "配备", "购置", "采购", "推出"),
    *("已", "均", "共", "共计", "累计", "合计", "全年", "全区", "全市", "全县", "全省", "各类", "各级", "系列"),
)
#: Words of doing and of counting behind what is counted.
DONE = (
    *("均已建成", "已建成", "建成", "均已完成", "已完成", "完成", "数量", "总数", "总量", "数", "总计", "共计"),
    *("共", "达"),
)
#: Where it goes: 送书下乡 is sending books.
DESTINATIONS = ("下乡", "进村", "进社区", "进校园", "进企业", "进基层", "进农村", "入户", "下基层", "到村")
#: Words of a multitude before what a programme carries somewhere. They are no numbers: 百戏下乡.
MULTITUDES = ("百", "千", "万")

#: How far a thing has come. An amount answers another only where both name the same steps, or neither names any.
STEPS: dict[str, tuple[str, ...]] = {
    "begun": ("开工", "动工", "启动", "奠基", "开建", "进场"),
    "planned": ("规划", "布局", "编制", "设计", "选址", "立项", "方案", "谋划", "储备", "前期"),
    "proposed": ("申报", "推荐", "培育", "入选", "入库", "申请", "报送", "名单", "公示"),
    "inspected": ("验收", "认定", "评审", "评定", "评选", "命名", "授牌", "审核"),
    "opened": ("开放", "开园", "开馆", "开业", "投用", "运营", "营业", "投入使用"),
    "contracted": ("签约", "引进", "落户", "招引", "洽谈", "对接", "招标", "开标"),
    "renewed": ("改造", "提升", "提质", "修缮", "改建", "扩建", "升级", "更新"),
    "in part": ("初步", "部分", "主体", "封顶", "一期", "首期", "基本", "装修", "布展", "征地", "拆迁", "审批"),
}

#: Words of what is under way, still to come or not so. An amount in a clause with one of them is not taken as done.
NOT_DONE = (
    *("推进", "正在", "正按", "正积极", "筹备", "准备", "计划", "预计", "力争", "争取", "确保", "拟", "将", "继续"),
    *("未", "没有", "无法", "待", "目标", "任务", "在建", "建设中", "进行中", "施工", "推动", "下一步", "下步"),
    *("下阶段", "下季度"),
)
#: Words that contain one of those before and say nothing of the kind.
NOT_DONE_APART = ("虚拟", "模拟", "将军", "未成年", "未来", "接待", "招待", "款待", "善待", "待遇")
#: Right before the amount that was done since the work began, of what the amount before it counts.
TOTAL = "累计"
#: Words of a part of the time of a report. An amount beside one of them is no running total.
PART_OF_TIME = (
    *("本季度", "本季", "当季", "本月", "当月", "本周", "上季度", "上月", "上周", "近期", "近日", "日前"),
    *("当天", "当日"),
)
#: With these words begins what is still to come, up to the end of the cell.
STILL_TO_COME = ("下一步", "下步", "下阶段", "下季度", "下一阶段", "后续计划")
