"""What the words of indicator tables mean: which way is better, and what a figure in brackets is.

All of it is data. The words are those of the tables of main indicators in the national five-year plans since the
eleventh and in plans of provinces and cities. Two of these tables were read for it, boxes 3 and 5 of the plan of
Zhuzhou for 2021 to 2025; the other words are recalled, and not confirmed against their tables. The directions are
those in which these plans set their targets. A word is left out where plans set targets on either side, or against
rise and fall alike: prices, population, loans, deficits, the output of coal.
"""

from __future__ import annotations

from civicplan.model import Measure

#: Names that end so are better high.
HIGHER = (
    # Economy.
    *("生产总值", "GDP", "增加值", "总产值", "生产率", "零售总额", "零售额", "预算收入", "财政收入", "财政总收入"),
    *("税收收入", "固定资产投资", "固定资产投资额", "固定资产投资总额", "民间投资", "工业投资", "产业投资"),
    *("技术改造投资", "技改投资", "进出口总额", "进出口", "进出口总值", "出口总额", "出口额", "贸易总额", "贸易额"),
    *("利用外资", "使用外资", "利用外资额", "使用外资额", "旅游总收入", "旅游收入", "旅游人次", "旅游人数"),
    *("城镇化率", "科技进步贡献率", "对外贸易依存度", "外贸依存度", "居民消费率", "最终消费率"),
    *("高新技术企业数", "高新技术企业数量", "市场主体数", "经营主体数", "上市公司数", "吞吐量", "通车里程", "营业里程"),
    *("运营里程", "高速公路里程"),
    # Income.
    *("可支配收入", "纯收入", "人均收入", "居民收入"),
    # Innovation and networks.
    *("研发经费投入强度", "试验发展经费投入强度", "R&D经费投入强度", "研发投入强度", "研发经费投入", "研发经费支出"),
    *("试验发展经费投入", "试验发展经费支出", "R&D经费投入", "R&D经费支出", "R&D经费", "研发经费", "研发投入"),
    *("专利拥有量", "专利授权量", "专利申请量", "技术合同成交额", "技术合同交易额", "普及率", "宽带用户数"),
    # Education, health, work and welfare.
    *("受教育年限", "入学率", "入园率", "巩固率", "就业率", "新增就业", "新增就业人数", "新增就业人口"),
    *("新增就业岗位", "转移就业人数", "预期寿命", "期望寿命", "医师数", "医生数", "护士数", "卫生技术人员数"),
    *("床位数", "床位", "托位数", "学位数", "参保率", "参合率", "参保人数", "养老保险人数", "医疗保险人数"),
    *("脱贫", "脱贫人数", "脱贫人口", "住房改造", "棚户区改造", "小区改造", "危房改造", "安居工程建设"),
    *("保障性住房建设", "文化设施面积", "体育场地面积", "住房面积", "住房建筑面积", "满意度", "满意率", "签约率"),
    # Land, water, air and energy.
    *("优良天数", "优良天数比例", "优良天数比率", "优良天数占比", "优良天数率", "空气质量优良率"),
    *("III类水体比例", "III类水质比例", "III类以上水体比例", "水质优良比例", "水质优良率", "优良水体比例"),
    *("覆盖率", "蓄积量", "绿化率", "绿地率", "绿地面积", "耕地保有量", "林地保有量", "湿地保有量", "湿地保护率"),
    *("基本农田保护面积", "森林面积", "水土保持率", "负氧离子浓度", "非化石能源", "利用系数", "综合利用率"),
    *("再生水利用率", "回收利用率", "资源化利用率"),
    *("达标率", "合格率", "处理率", "处置率", "无害化率", "回收率", "机械化率", "硬化率", "自给率"),
    # Security.
    *("综合生产能力", "粮食产量", "粮食总产量", "破案率"),
)

#: Names that end so are better low.
LOWER = (
    # Energy, water, land.
    *("能耗", "能源消耗", "能源消耗量", "能耗强度", "能源消耗强度", "能源消耗总量", "能源消费总量", "能源消费量"),
    *("能源消费强度", "煤炭消费总量", "煤炭消费量", "煤耗", "电耗", "水耗", "用水量", "用水总量", "取水量"),
    *("建设用地", "建设用地规模", "建设用地总规模", "建设用地总量", "建设用地面积", "建设用地使用面积"),
    *("国土开发强度", "漏损率", "化肥施用量", "化肥使用量", "农药使用量"),
    # Pollution.
    *("二氧化碳排放", "二氧化碳排放量", "二氧化碳排放强度", "碳排放", "碳排放量", "碳排放强度", "碳强度"),
    *("排放总量", "排放量", "排放强度", "浓度", "化学需氧量", "氨氮", "二氧化硫", "氮氧化物", "挥发性有机物", "总磷"),
    *("劣V类水体比例", "劣V类水质比例", "劣V类断面比例", "劣于III类水体比例", "低于III类水体比例", "黑臭水体比例"),
    *("污染天数", "污染天数比例", "污染天数比率", "污染天数占比"),
    # Work, welfare, safety.
    *("失业率", "死亡率", "病死率", "死亡人数", "发病率", "患病率", "感染率", "贫困发生率", "贫困人口", "贫困人口数"),
    *("事故发生率", "犯罪率", "发案率", "不良贷款率", "债务率", "恩格尔系数", "基尼系数", "居民收入比"),
    *("居民收入差距", "居民收入倍差", "城乡收入比", "城乡收入差距"),
)

#: The words for a share at the end of a name.
SHARES = ("比重", "占比", "比例", "比率", "份额", "贡献率")
#: Where the name of a share has one of these, what is shared ends before it: 服务业增加值占地区生产总值比重.
OF_WHOLE = ("占", "对")
#: What is shared may have these words behind the one that is listed.
BEHIND_SHARED = ("增加值", "总产值", "产值", "支出", "投入", "经费", "消费", "消费量", "投资", "收入")
#: A share of what ends so is better high.
HIGHER_SHARES = (
    *("服务业", "第三产业", "制造业", "战略性新兴产业", "高新技术产业", "高技术产业", "数字经济", "数字经济核心产业"),
    *("文化产业", "文化及相关产业", "旅游业", "非公经济", "非公有制经济", "民营经济", "产业投资", "工业投资"),
    *("民间投资", "技改投资", "预算收入", "税收", "研究与试验发展", "研发", "R&D", "基础研究", "教育"),
    *("最终消费", "科技进步"),
    *("非化石能源", "清洁能源", "可再生能源", "新能源", "天然气", "护理型床位", "绿色建筑"),
)
#: A share of what ends so is better low.
LOWER_SHARES = ("煤炭", "煤", "高耗能产业", "高耗能行业", "贫困人口", "不良贷款", "物流费用", "物流总费用")

#: Names that end so are measured by growth [percent a year], whatever the column.
GROWTHS = ("增长", "增长率", "增长速度", "增速", "增幅", "年均增长", "年均增长率", "年均增速")
#: Names that end so are none of growth all the same: they are levels in ‰, or have no year.
NO_GROWTHS = ("自然增长率", "净增长")
#: Names that end so tell of a fall: in percent, a figure in brackets is the reduction over the plan.
REDUCTIONS = (
    *("降低", "下降", "减少", "削减", "减排", "降低率", "下降率", "减少率", "削减率", "降幅"),
    *("降低幅度", "下降幅度", "累计降低", "累计下降", "累计减少", "累计削减"),
)
#: A fall or a growth of one year, which no figure over the plan is.
YEARLY = ("年均", "每年")

#: Names with such a word in them are of flows: a figure in brackets is their total over the plan.
TOTALS = ("新增", "累计", "脱贫", "改造", "工程建设", "住房建设", "转移就业")
#: Names with such a word in them are of stocks and of means: a figure in brackets is their change over the plan.
CHANGES = (
    *("预期寿命", "期望寿命", "受教育年限", "保有量", "拥有量", "蓄积量", "系数", "参保人数"),
    *("养老保险人数", "医疗保险人数"),
)
#: Names that end so are of levels of which no growth is printed: beside a column of levels and one of growth and
#: cumulative figures, a figure without brackets in the latter is the level at the end of the plan.
LEVELS = ("失业率",)

#: What a figure in brackets may be, by what decides it.
BRACKETED = {Measure.REDUCTION: REDUCTIONS, Measure.TOTAL: TOTALS, Measure.CHANGE: CHANGES}

#: Below a line such as 单位：亿元, a row without a unit of its own is not read in that unit where its name has a word
#: for a share, a rate, a mean or a speed.
RATES = (
    *(
        "率",
        "比",
        "比重",
        "占比",
        "比例",
        "份额",
        "指数",
        "系数",
        "增长",
        "增速",
        "增幅",
        "涨幅",
        "升幅",
        "降幅",
        "速度",
    ),
    *("强度", "浓度", "密度", "程度", "满意度", "精度", "每", "均", "单位GDP", "单位生产总值", "单位地区生产总值"),
    *("单位国内生产总值", "单位工业增加值", "单位规模", "单位面积", "单位建设用地"),
)
#: Such names are of means for each person, and may be in a unit without 万 or 亿 all the same.
MEANS = ("人均", "户均", "平均")
#: Below a line such as 单位：%, a row without a unit of its own is read in percent where its name has such a word.
IN_PERCENT = ("率", "比重", "占比", "比例", "份额", "增长", "增速", "增幅", "涨幅", "升幅", "降幅", "满意度")
#: Names that end so are not in a unit of money that stands above the table.
OF_THINGS = (
    *("人口", "人数", "人次", "户数", "数", "数量", "面积", "里程", "长度", "产量", "天数", "年限", "寿命", "床位"),
    *("保有量", "拥有量", "蓄积量", "排放量", "排放总量", "用水量", "用水总量", "消费量", "消费总量", "消耗量", "用量"),
    *("吞吐量", "能耗", "水耗", "用地", "新增就业", "绿地", "耕地", "浓度"),
    *("人员", "人才", "劳动力", "医生", "医师", "护士", "学生", "在校生", "志愿者", "旅客", "游客", "接待", "参保"),
    *("企业", "公司", "主体", "机构", "组织", "平台", "专利", "学位", "藏书", "场地", "住房", "汽车", "车辆", "基站"),
    *("桩", "公路", "铁路", "通车", "吞吐", "粮食", "产能", "用水", "用电", "电量", "排放", "氨氮", "需氧量", "覆盖"),
)
#: Names that end so are in a unit of money alone.
OF_MONEY = (
    *("收入", "支出", "投资", "额", "产值", "总值", "增加值", "GDP", "投入", "经费", "税收", "利润", "外资", "进出口"),
    *("出口", "进口", "资产", "债务", "工资", "费用"),
)

#: The marks that are printed beside the names of indicators, and explained under the table.
MARKS = "☆★△▲○●◇◆□■※＊*#†‡①②③④⑤⑥⑦⑧⑨⑩"

#: Names that mean the same indicator where one row is to run beside another.
SAME_NAMES = (("GDP", "地区生产总值", "国内生产总值", "生产总值", "地区生产总值GDP", "国内生产总值GDP", "经济"),)

#: Words of titles of tables with what is planned, and of those with what was reached.
PLANNING = ("目标", "计划", "安排", "分解")
REVIEWING = ("完成", "评估", "实施情况", "进展", "执行情况", "运行情况")
#: Titles with such a word may tell of a part of the time alone.
INTERIM = ("季", "半年", "月", "中期", "截至", "截止", "目前", "进展", "进度")
#: Titles and headings with such a word are of forecasts, which are no actuals.
FORECASTS = ("预计", "预测", "估计", "有望")
