"""The headings of self-evaluation tables (绩效自评表), by what they mean. All of it is data."""

from __future__ import annotations

from enum import StrEnum

from civicplan.tables.heading_words import FIELD_WORDS, Field


class Column(StrEnum):
    """What the cells of a column of a self-evaluation table are.

    Attributes:
        GROUP: A heading under which indicators stand, such as one of the first or second level.
        NAME: The indicator.
        SIGN: The sign that makes the target a bound, where it has a column of its own.
        TARGET: What was planned.
        ACTUAL: What was reached.
        UNIT: The unit of target and actual.
        WEIGHT: The points that can be had.
        SCORE: The points that were given.
        RATE: The share of the target that the actual comes to, as of a budget that was used.
        OTHER: Anything else: reasons, remarks, rules of scoring, other budgets. Nothing of it is read.
    """

    GROUP = "group"
    NAME = "name"
    SIGN = "sign"
    TARGET = "target"
    ACTUAL = "actual"
    UNIT = "unit"
    WEIGHT = "weight"
    SCORE = "score"
    RATE = "rate"
    OTHER = "other"


#: The headings of the levels of indicators, the highest first: the last one in a table is the indicator itself.
LEVELS = ("一级指标", "二级指标", "三级指标", "四级指标")

#: What the names of groups end with, as in 数量指标: none of them is the name of an indicator.
OF_GROUPS = "指标"

#: Columns of words that bear on no figure, and of numbers in an order: they are left aside without a word.
OF_WORDS = (
    *FIELD_WORDS[Field.NOTES],
    *("偏差原因", "偏差原因分析", "偏差原因分析及改进措施", "未完成原因", "未完成原因分析", "原因分析", "改进措施"),
    *("评分标准", "评分细则", "评分规则", "扣分原因", "指标解释", "佐证材料", "序号", "绩效指标"),
)

#: The budgets that what was spent can be set against, the first of them in a table: the rate of use is one of that.
BUDGETS = ("全年预算数", "调整后预算数", "调整预算数", "预算数", "年初预算数")

#: The words for each column, in small letters and without blanks; what stands in brackets after them is left aside.
COLUMN_WORDS: dict[Column, tuple[str, ...]] = {
    Column.NAME: (*FIELD_WORDS[Field.NAME], "指标内容", "具体指标", "考核指标", "评价指标", "绩效指标"),
    Column.SIGN: ("指标性质", "指标方向", "计算符号", "运算符号", "符号", "指标符号"),
    Column.TARGET: (
        *FIELD_WORDS[Field.TARGET],
        *("年度指标值", "指标值", "年度目标值", "全年目标值", "年初目标值", "年初设定目标值"),
        *("预期指标值", "预期目标值"),
        *("计划指标值", "计划完成值", "绩效目标值", "设定目标值", "年度绩效指标值", "年度绩效目标值", *BUDGETS),
    ),
    Column.ACTUAL: (
        *FIELD_WORDS[Field.ACTUAL],
        *("全年完成值", "全年实际完成值", "年度完成值", "年度实际完成值", "实际完成指标值", "指标完成值", "全年实际值"),
        *("全年执行数", "实际执行数", "全年实际执行数", "执行数", "预算执行数"),
    ),
    Column.UNIT: (*FIELD_WORDS[Field.UNIT], "度量单位"),
    Column.WEIGHT: (
        *FIELD_WORDS[Field.WEIGHT],
        "分值",
        "指标分值",
        "标准分值",
        "标准分",
        "分值权重",
        "权重分值",
        "满分",
    ),
    Column.SCORE: ("score", "得分", "自评得分", "自评分", "自评分值", "实际得分", "指标得分", "评分", "评价得分"),
    Column.RATE: ("执行率", "预算执行率", "资金执行率"),
    Column.OTHER: (*OF_WORDS, "完成率"),
}

#: What the row of a sum begins with.
TOTALS = ("总分", "合计", "总计", "总得分", "自评总分", "总分值", "自评得分合计", "分值合计")
#: What the sum of one group begins with.
SUBTOTALS = ("小计", "分项小计")
#: What stands before the name of the project, in a cell or a line of its own.
PROJECT = ("项目名称", "专项名称", "政策名称")
#: In a column of signs, such as ≥ or 不低于: the target is words.
IN_WORDS = ("定性", "定性指标")
