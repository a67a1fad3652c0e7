"""The words of headings that practitioners use, in English and Chinese: each names one field. All of it is data."""

from __future__ import annotations

from enum import StrEnum

from civicplan.model import Measure
from civicplan.tables.words import MEASURE_WORDS


class Field(StrEnum):
    """What the cells of a column are.

    Attributes:
        ID: The id of the indicator.
        NUMBER: The number of the row, as printed.
        NAME: The name of the indicator.
        GROUP: The name of the indicator that the row is a part of.
        UNIT: The unit, as printed.
        CATEGORY: The heading under which the indicator is listed.
        NATURE: Binding or expected.
        DIRECTION: Whether higher or lower levels are better.
        MEASURE: What its figures say: a level, a growth, a total, a reduction, a change.
        PRICES: The prices that its levels are in.
        WEIGHT: Its weight in an aggregate.
        DESCRIPTION: What it measures.
        NOTES: How the row is to be read.
        SOURCE: Where the row stands.
        BASELINE: The figure that the plan starts from.
        BASELINE_PERIOD: The period of that figure.
        TARGET: What was promised.
        ACTUAL: What was published.
        KIND: In a long table, whether the value of the row is a baseline, a target or an actual.
        VALUE: In a long table, the value of the row.
        PERIOD: In a long table, the period of the row.
        PUBLISHED: When the value was published.
        STATUS: Whether the value is provisional or final.
    """

    ID = "id"
    NUMBER = "number"
    NAME = "name"
    GROUP = "group"
    UNIT = "unit"
    CATEGORY = "category"
    NATURE = "nature"
    DIRECTION = "direction"
    MEASURE = "measure"
    PRICES = "prices"
    WEIGHT = "weight"
    DESCRIPTION = "description"
    NOTES = "notes"
    SOURCE = "source"
    BASELINE = "baseline"
    BASELINE_PERIOD = "baseline_period"
    TARGET = "target"
    ACTUAL = "actual"
    KIND = "kind"
    VALUE = "value"
    PERIOD = "period"
    PUBLISHED = "published"
    STATUS = "status"


#: The fields whose cells are figures, to which a period, a measure and a unit may belong.
VALUE_FIELDS = (Field.BASELINE, Field.TARGET, Field.ACTUAL, Field.VALUE)

#: The words for each field, in small letters; blanks may be printed as _ or -. A field is always known by its own name.
FIELD_WORDS: dict[Field, tuple[str, ...]] = {
    Field.ID: ("id", "code", "indicator id", "indicator code", "编码", "代码", "指标编码", "指标代码"),
    Field.NUMBER: ("number", "no.", "no", "nr.", "nr", "#", "indicator number", "indicator no.", "序号", "编号"),
    Field.NAME: (
        "name",
        "indicator",
        "indicators",
        "kpi",
        "indicator name",
        "title",
        "指标",
        "指标名称",
        "名称",
        "主要指标",
    ),
    Field.GROUP: ("group", "part of", "parent", "parent indicator", "所属指标", "上级指标"),
    Field.UNIT: ("unit", "units", "unit of measure", "unit of measurement", "unit measure", "单位", "计量单位"),
    Field.CATEGORY: (
        *("category", "theme", "area", "domain", "dimension", "pillar", "sector"),
        *("类别", "分类", "指标类别", "领域", "维度"),
    ),
    Field.NATURE: ("nature", "type", "indicator type", "属性", "指标属性"),
    Field.DIRECTION: ("direction", "desired direction", "polarity", "better", "方向", "指标方向"),
    Field.MEASURE: ("measure", "measure type", "kind of measure", "度量", "度量方式"),
    Field.PRICES: ("prices", "price basis", "价格", "价格口径"),
    Field.WEIGHT: ("weight", "weighting", "权重"),
    Field.DESCRIPTION: ("description", "definition", "定义", "指标定义", "指标解释", "指标说明", "描述"),
    Field.NOTES: ("notes", "note", "remarks", "remark", "comments", "comment", "备注", "注", "说明"),
    Field.SOURCE: ("source", "sources", "data source", "来源", "数据来源", "资料来源"),
    Field.BASELINE: (
        *("baseline", "baseline value", "base", "base value", "starting value", "start value"),
        *("start", "starting point", "initial value", "initial"),
        *("基期", "基期值", "基线", "基线值", "基数", "基准", "基准值"),
    ),
    Field.BASELINE_PERIOD: (
        *("baseline period", "baseline year", "base year", "base period", "year of baseline"),
        *("基期年", "基期年份", "基期年度", "基线年", "基线年份", "基准年", "基准年份", "基年"),
    ),
    Field.TARGET: (
        *("target", "targets", "target value", "target level", "plan", "planned", "planned value"),
        *("goal", "goals", "goal value", "objective", "objectives", "aim"),
        *("目标", "目标值", "规划目标", "规划目标值", "规划值", "计划", "计划值", "计划目标", "预期目标"),
    ),
    Field.ACTUAL: (
        *("actual", "actuals", "actual value", "actual result", "result", "results", "outturn", "achieved"),
        *(
            "observed",
            "observed value",
            "observation",
            "value achieved",
            "achieved value",
            "current value",
            "latest value",
        ),
        *("实际", "实际值", "完成", "完成值", "实际完成", "实际完成值", "实绩", "实现值", "达到值", "现状", "现状值"),
        *("完成情况", "实际完成情况"),
    ),
    Field.KIND: ("kind", "kind of value", "value type", "数值类型", "数据类型"),
    Field.VALUE: ("value", "values", "figure", "figures", "obs value", "数值", "值", "指标值"),
    Field.PERIOD: (
        *("period", "year", "time", "time period", "reporting period"),
        *("年份", "年度", "时期", "期间", "时间", "报告期"),
    ),
    Field.PUBLISHED: (
        "published",
        "publication date",
        "date published",
        "发布日期",
        "发布时间",
        "公布日期",
        "公布时间",
    ),
    Field.STATUS: ("status", "data status", "observation status", "obs status", "数据状态"),
}

#: The words in the cells of a long table that say what its figures are.
KIND_WORDS = {field: FIELD_WORDS[field] for field in (Field.BASELINE, Field.TARGET, Field.ACTUAL)}

#: Words that are headings of other columns, too, such as one of names: they are understood beside a period or a measure
ONLY_WITH_PERIOD = (
    *("plan", "planned", "计划", "base", "result", "results", "observation", "完成情况", "实际完成情况"),
    *("goal", "goals", "objective", "objectives", "aim", "start", "initial"),
)

#: Words for a reduction that beside one for a target mean that over the whole plan, where no year is named.
REDUCTIONS = ("reduction", "percentage reduction")

#: Words that may be what indicators are listed under, or the offices that answer for them.
MAY_BE_CATEGORIES = (
    *("department", "departments", "ministry", "agency", "division", "directorate", "programme", "program"),
    *("policy area", "priority area", "strategic goal", "strategic objective", "sub-sector", "subsector"),
    *("部门", "板块", "方面"),
)

#: Headings of columns that say when each target is due, and are not read.
DUE_HEADINGS = (
    *("target year", "target date", "target period", "year of target", "due", "due date", "due year", "deadline"),
    *("目标年", "目标年份", "目标年度", "目标期限", "完成时限", "完成期限"),
)

#: Words between the period and the field that say nothing more: "target for 2025", "Target by the end of 2025".
BETWEEN_WORDS = ("by", "for", "in", "of", "at", "as", "the", "end", "到", "至", "的")

#: Words in brackets beside a growth: where a figure stands in brackets, it is one over the whole period. They say
#: nothing of the figures without.
CUMULATIVE_REMARKS = ("cumulative", "累计")

#: Words in brackets that are no unit. A figure under such a heading is no plain actual, or has two measures.
REMARKS = (
    *CUMULATIVE_REMARKS,
    *("forecast", "forecasts", "projection", "projected", "expected", "estimate", "estimated", "est.", "f", "e"),
    *("provisional", "preliminary", "prel.", "prov.", "revised", "final", "p", "r", "annual"),
    *("ytd", "year to date", "to date", "mid-year", "max", "maximum", "min", "minimum"),
    *(
        "上半年",
        "下半年",
        "一季度",
        "二季度",
        "三季度",
        "四季度",
        "年中",
        "预计",
        "预测",
        "估计",
        "初步",
        "快报",
        "修订",
        "调整后",
    ),
)

#: The words for a measure beside those for a field. A total, reduction or change alone may be one of a single year or
#: of a part, and is not among them.
MEASURE_HEADINGS: dict[Measure, tuple[str, ...]] = {
    Measure.LEVEL: MEASURE_WORDS[Measure.LEVEL],
    Measure.GROWTH: MEASURE_WORDS[Measure.GROWTH],
    Measure.TOTAL: ("cumulative total", "累计总量", "累计总额", "五年总量"),
    Measure.REDUCTION: ("cumulative reduction", "累计降低", "累计下降", "累计降低率", "累计降幅"),
    Measure.CHANGE: ("cumulative change", "累计变化", "累计变动"),
}
