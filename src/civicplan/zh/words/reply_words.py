"""The words of replies to proposals: what is asked and answered, what is a promise, what is no measure. Data alone."""

from __future__ import annotations

#: What a proposal is called.
PROPOSALS = ("建议", "提案", "议案")
#: What the name of an addressee ends with.
ADDRESSEES = (
    *("代表", "委员", "主委", "市委", "省委", "县委", "区委", "支部", "总支", "党派", "工商联", "先生"),
    *("女士", "同志"),
)
#: What a letter begins with behind its addressee.
GREETINGS = ("您", "你", "贵")
#: A sentence that begins so, and those behind it in its line, speak of what is to come.
TO_COME = ("下一步", "下步", "接下来", "今后", "下一阶段")
#: A clause that begins with one of the first, or has one of the second in it, speaks of what is to come: no fact.
PROMISES_BEGIN = (
    *("计划", "将", "拟", "预计", "力争", "争取", "打算", "准备", "还将", "也将", "我们将", "今后", "未来", "到"),
)
PROMISES_WITHIN = (
    *("明年", "来年", "后年", "拟于", "力争", "预计", "将于", "将在", "计划于", "计划在", "计划到", "即将", "有望"),
)
#: What stands behind one of these in its clause is under way, and not done.
UNDER_WAY_BEFORE = ("正在", "正加快", "正抓紧", "正积极", "正推进", "正有序", "正申报", "正申请", "在建", "着手")
#: A clause with a word for a need is no fact of what was done; those of the second list are none.
NEEDS, NO_NEEDS = ("需", "缺口"), ("无需", "不需", "必需品", "供需")
#: What follows such a word at the beginning of a clause is supposed, to the end of the sentence.
CONDITIONS = (
    "若",
    "如果",
    "假如",
    "假设",
    "倘若",
    "如能",
    "如按",
    "一旦",
    "经测算",
    "据测算",
    "经估算",
    "据估算",
    "初步测算",
)
#: Several, and no condition.
NO_CONDITION = "若干"
#: A clause that begins so tells what was proposed.
PROPOSED_BEGIN = ("建议", "您提出", "您建议", "您提到", "你提出", "你们提出", "代表提出", "委员提出")
#: A clause that begins so tells what was done, whatever was planned before.
DONE_BEGIN = ("已", "现", "目前", "实际", "实有", "截至", "截止", "迄今")
#: What was got is no promise.
NO_PROMISES = ("到目前", "到现在", "到去年", "争取到", "争取了", "将其", "将原", "准备了", "准备好")
#: A heading that ends so, under which nothing is listed, tells how things are, and is no measure.
STATES = ("情况", "现状", "问题", "困难", "不足", "原因", "短板", "瓶颈", "成效", "背景", "意义", "依据")
#: A heading that ends or begins so is over what is to come: no measure where nothing is listed under it, and no facts.
INTENTIONS = ("打算", "下一步工作", "下步工作", "下一步安排", "下一步计划", "工作安排", "工作计划", "工作思路")
INTENTIONS_BEGIN = ("下一步", "下步", "今后")
#: What is listed behind such words is no measure: 主要有三个问题：一是.
PROBLEMS = ("问题", "困难", "不足", "原因", "短板", "瓶颈", "挑战", "制约")
#: Between a time and a figure: the figure is of the day of the reply, unless one of the second stands before the time.
NOW, UP_TO = ("目前", "现在", "现有", "现已", "如今", "当前", "迄今", "至今"), ("截至", "截止", "截止到", "截至到")
#: Before a time that something is compared with.
THAN = ("相比于", "相较于", "对比", "超过", "高于", "低于", "多于", "少于", "相当于")
#: Behind a time: it is where something began, and not the period of a figure.
SINCE = ("以来", "起", "开始", "之后", "后")
