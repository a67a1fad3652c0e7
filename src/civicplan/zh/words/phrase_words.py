"""The words that make a phrase of a number: multiples, units, bounds, changes, aims. All of it is data.

What stands on none of these lists is left as it is: a number without a listed unit counts nothing that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from civicplan.model.unit_lists import COUNT_UNITS, PHYSICAL_UNITS
from civicplan.tables import cell_words
from civicplan.values import BoundKind


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _is_chinese(word: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in word)


#: What multiplies the digits before it. The printed digits are kept: 6万 is 6E+4.
MULTIPLES = {
    "百": Decimal("1E+2"),
    "千": Decimal("1E+3"),
    "万": Decimal("1E+4"),
    "亿": Decimal("1E+8"),
    "百万": Decimal("1E+6"),
    "千万": Decimal("1E+7"),
    "百亿": Decimal("1E+10"),
    "千亿": Decimal("1E+11"),
    "万亿": Decimal("1E+12"),
    "个亿": Decimal("1E+8"),
}
#: Those that `render` writes, by the number of zeros that they stand for. No unit begins with one of them.
WRITTEN_MULTIPLES = {4: "万", 8: "亿", 12: "万亿"}

PERCENT, PERMILLE = "%", "‰"
#: Spellings of percentage points.
POINTS = ("个百分点", "百分点")
#: What stands before a numeral in characters for a share, and the unit that it means.
SHARE_OF = {"百分之": PERCENT, "千分之": PERMILLE}
#: Words for half of a whole.
HALF = ("一半", "半数")

#: Units of time. They are amounts only of what `AMOUNT_ONLY_OF` names.
_TIME_UNITS = ("秒", "分钟", "小时", "个小时", "天", "工作日", "个工作日", "个月", "岁", "周岁")
#: Units that make an amount only where the subject ends with one of these words.
AMOUNT_ONLY_OF = {**dict.fromkeys(_TIME_UNITS, ()), "天": ("天数",), "岁": ("寿命",), "小时": ("小时数", "时数")}

#: Units of `civicplan.model.unit_lists` that are not read in running text, where they are more often a part of a name,
#: of a date or of an ordinal, such as 2期, 5市, 3站 and 6度.
_NOT_IN_TEXT = frozenset(
    (
        *("日", "周", "星期", "月", "年", "届", "期", "章", "门", "里", "组", "字", "度", "对", "人数", "次数", "站"),
        *("村", "镇", "乡", "县", "市", "社区", "街道", "校", "学校", "企业", "院", "针", "样", "课", "段", "道"),
        *("面", "斤", "尾", "节", "口", "眼", "团", "把", "根", "片", "幅", "人年", "人天", "秒钟", "份", "粒", "方"),
        *("个项目", "个床位", "张床位", "个学位", "个车位", "个泊位", "户家庭", "根桩"),
    )
)
_OTHER_UNITS = (
    *("元", "美元", "欧元", "港元", "日元", "英镑", "篇次", "车次", "课次", "期次", "条次", "蒸吨", "个点位", "份"),
    *("千伏", "元/吨", "元/人", "微克/立方米", "毫克/升", "立方米/万元", "吨标准煤/万元", "公里/小时", "张床", "床"),
)

#: What a numeral in characters may count. The list is shorter, as such a numeral is often a part of a word.
SPELLED_UNITS = frozenset(
    (
        *("个", "家", "项", "场", "条", "座", "所", "处", "部", "支", "首", "台", "辆", "名", "位", "人", "篇", "册"),
        *("次", "间", "套", "件", "批次", "人次", "场次", "篇次", "户", "栋", "幢", "艘", "架", "吨", "亩", "公里"),
        *("公顷", "平方米", "平方公里", "立方米", "元", "美元", "款", "倍", "本", "千瓦", "公斤", *POINTS),
    )
)
#: What may be counted or measured: the Chinese units of `civicplan.model.unit_lists`, and some of running text.
UNITS = frozenset(
    (
        *(
            spelling
            for lists in (PHYSICAL_UNITS, COUNT_UNITS)
            for units in lists.values()
            for spellings in units
            for spelling in spellings
            if _is_chinese(spelling) and spelling not in _NOT_IN_TEXT
        ),
        *(*_OTHER_UNITS, *_TIME_UNITS, *POINTS, PERCENT, PERMILLE, "倍", "㎡", *SPELLED_UNITS),
    )
)

#: A numeral in characters behind one of these signs is a part of a word: 第三, 每一家, 统一, 上百家, 数十万, 之一.
NEVER_AFTER = "第每这那各某几数同另统唯单逐之不周半初其任哪整专合进划归万"
#: Digits behind one of these signs are an ordinal, a rate, a code or a part of a formula.
NEVER_AFTER_DIGITS = "第每_^{×*/№#≠＃′'’"
#: What follows a number and its unit where nothing is counted: 四个方面, 5个阶段, 3个多月, 3000吨级.
NOT_COUNTED = (
    *("方面", "阶段", "层面", "环节", "维度", "步骤", "季度", "世纪", "时期", "时代", "多月", "半月", "月", "级"),
)
#: Words of running text that begin with what is a unit elsewhere.
NO_UNITS = (
    *("人均", "人口", "人才", "人员", "人力", "人民", "人工", "人文", "株洲", "名城", "名镇", "名村", "名优", "条件"),
    *("件事", "处于", "位于", "场地", "场所", "场馆", "场景", "家庭", "家园", "台阶", "台风", "部门", "部分", "部署"),
    *("部件", "点位"),
)
#: What follows a numeral in characters and its unit where both are a part of a word: 一条龙, 三次会议, 四个意识.
PART_OF_PHRASE = (
    *("会议", "全会", "全体", "龙", "性", "亲", "通", "一", "样", "劲", "心", "系列", "又一", "批", "意识", "自信"),
    *("维护", "确立", "全面", "坚持", "代表", "务必", "革命", "转变", "结合", "统筹", "确保", "不动摇"),
)

#: Signs and words before a number, by what they make of it: those of cells, and those of running text.
BEFORE: dict[BoundKind, tuple[str, ...]] = {
    kind: (
        *(word for word in words if not any(sign.isascii() and sign.isalpha() for sign in word) and word != "~"),
        *{
            BoundKind.AT_LEAST: ("不得低于", "不得少于", "最少", "最低"),
            BoundKind.ABOVE: ("突破", "超", "逾", "超出"),
            BoundKind.AT_MOST: ("不得超过", "不得高于", "不突破", "最多", "最高"),
            BoundKind.ABOUT: ("近", "接近", "将近", "大概"),
        }.get(kind, ()),
    )
    for kind, words in cell_words.BEFORE.items()
}
#: Signs and words after a number.
AFTER: dict[BoundKind, tuple[str, ...]] = {
    kind: (
        *(word for word in words if not word.isascii() or word == "+"),
        *(("内",) if kind is BoundKind.AT_MOST else ()),
    )
    for kind, words in cell_words.AFTER.items()
}
#: What may stand before one of these words and says what it says by itself; and what 内 is a part of.
INCLUDED, NOT_WITHIN = "(含)", "部容涵外蒙生设地资需"
#: Between the digits and what they count: more than the number, as in 400余万人 and 200多场.
MORE = ("余", "多")
#: What may stand behind a range.
RANGE_END = "之间"
#: Words before a number that say no more than that it is reached.
REACHED = ("达到了", "达到", "已达", "达", "为")
#: Words before a number that need another one to say on which side it bounds.
HELD = (*cell_words.HELD, "维持在")
#: One of these words behind one of these signs is a part of another word: 签约, 附近, 赶超.
PART_OF_WORD = {
    "约": "签节公预合契条违盟和立",
    "近": "附最临靠就贴邻",
    "超": "赶反村苏高",
    "为": "成作以认称分",
    "达": "发到",
}

#: Words for a rise and for a fall, and words for a rate, behind which a word such as 达到 may stand.
RISES = ("提高", "上升", "提升", "增加", "上涨", "扩大", "净增")
FALLS = ("下降", "降低", "减少", "回落", "缩小", "压减", "削减", "缩短")
#: Words of a fall that count as such only before the level that it leads to: 降至8%.
FALLS_TO = ("降", "压降", "压缩", "缩减", "精简", "控制", "调减", "下调")
RATES_OF_RISE = ("增长", "递增", "增速", "增幅", "增长率", "增长速度", "涨幅", "升幅")
RATES_OF_FALL = ("降幅", "下降率", "降低率", "下降幅度", "减幅", "减少率")
#: Behind one of these signs a verb of change tells the new level, and no change: 提高到95%, 上升达到75%.
NO_CHANGE = ("到", "至", "为", "达")
#: Words before a change that make it one of each year.
ANNUAL = ("年均", "年平均", "平均每年")
#: Words before the year that a change starts from, those behind it, and those that name it by themselves.
BASE_BEFORE, BASE_AFTER, BASES = ("比", "较", "与"), ("同期相比", "相比", "同期", "水平"), ("同比", "环比")

#: Words between numbers of one list, and the word that says to whom each belongs.
AND, RESPECTIVELY = ("、", "和", "及", "与", "以及"), "分别"
#: Signs between the numbers of a range; words do so, too, but not behind those of a change from one to the other.
DASHES, TO, FROM = ("--", "-", "~", ".."), ("至", "到"), "从由自"
#: Signs between the numbers of a ratio, and the words before one of two numbers, which may else be a time of the day.
COLONS, RATIO_BEFORE = (
    ":：∶︰",
    ("比", "比例", "比为", "比例为", "比达", "比例达", "结构为", "调整为", "优化为", "比重为"),
)

#: Words that say how sure a promise is; they change no bound. The second ones do so only at the beginning of a clause
#: and behind a time, and are verbs or nouns elsewhere: 争取资金, 行动计划.
AIMS, AIMS_IN_FRONT = ("力争", "预计", "有望", "力求", "确保"), ("争取", "计划", "努力", "拟")
#: What can be obtained, so that 争取 before it is no aim.
OBTAINED = (
    *("资金", "专项", "中央", "上级", "政策", "项目", "财政", "债券", "国家", "省", "支持", "补助", "投资"),
    *("用地", "额度"),
)
#: The aims that leave it open whether a promise will be kept.
HEDGES = frozenset(("力争", "争取", "预计", "有望", "力求", "努力"))
