"""The words around the amounts of a sentence: verbs that promise, and what stands before and behind a subject."""

from __future__ import annotations

from civicplan.zh.words.phrase_words import AIMS, AIMS_IN_FRONT, AND

#: Verbs whose object may stand behind the number: 打造6个以上节庆活动, 新签约10个项目.
VERBS = frozenset(
    (
        *("建设", "建成", "新建", "改建", "扩建", "改造", "修建", "修缮", "新增", "增加", "建立", "设立", "组建"),
        *("搭建", "打造", "培育", "培养", "培训", "引进", "引育", "招引", "招聘", "招录", "选派", "选育", "遴选"),
        *("推荐", "推选", "举办", "承办", "开展", "组织", "办好", "办成", "开办", "创办", "筹办", "实施", "推进"),
        *("推动", "推出", "推广", "完成", "实现", "达成", "落实", "启动", "开工", "投产", "投用", "竣工", "签约"),
        *("新签约", "签订", "落地", "储备", "发布", "刊发", "发表", "出版", "印发", "制定", "出台", "编制", "修订"),
        *("创作", "创排", "创建", "争创", "策划", "评选", "评定", "新评", "认定", "获评", "获得", "荣获", "命名"),
        *("授予", "申报", "申报成功", "列入", "入选", "纳入", "吸引", "接待", "服务", "带动", "拉动", "覆盖", "惠及"),
        *("受益", "提供", "发放", "配备", "配置", "安装", "投放", "开发", "孵化", "转化", "研发", "攻克", "突破"),
        *("形成", "构建", "布局", "规划", "规划布局", "规划建设", "谋划", "选择", "确定", "掌握", "保障", "保护"),
        *("修复", "整治", "治理", "关停", "淘汰", "搬迁", "提升", "提质", "升级", "开通", "开放", "开设", "增设"),
        *("增开", "增派", "投入", "投资", "安排", "下达", "争取", "筹集", "募集", "减免", "植树", "造林", "绿化"),
        *("种植", "养殖", "收储", "送", "送戏", "送书", "设计", "设计打造", "制作", "拍摄", "录制", "聘请", "聘任"),
        *("组成", "发展", "壮大", "做大", "做强", "拥有", "集聚", "汇聚", "征集", "收集", "检查", "抽检", "监测"),
        *("办理", "办结", "处理", "化解", "排查", "整改", "查处", "新聘", "新开", "新设", "新培育", "新认定", "净增"),
        *("累计新增", "共建", "再造", "统筹推进", "统筹", "扶持", "帮扶", "支持", "救助", "资助", "奖励", "表彰"),
    )
)
#: What stands before a subject and is no part of it, apart from times.
LEADING = (
    *AIMS,
    *("其中", "并且", "同时", "目前", "截至目前", "可以", "预计可以", "此外"),
)
#: What is no part of a subject either where a verb or a time follows.
ADVERBS = (
    *(word for word in AIMS_IN_FRONT if word != "争取"),
    *("围绕", "按照", "依托", "通过", "进一步", "加快", "积极", "全面", "持续", "大力", "着力", "深入", "全力"),
    *("精心", "继续", "重点", "稳步", "扎实", "常态化", "累计", "已", "已经", "将", "要", "并", "再", "另", "可"),
    *("共", "拟于", "全年", "每年", "年", "先后"),
)
#: What stands between a subject and its number and is no part of either.
TRAILING = (
    *("达到", "达", "约为", "为", "已", "已达", "共", "共计", "总计", "合计", "累计", "累计达", "至", "到", "了"),
    *("目标为", "的", "：", ":", " ", "\u3000", "预计", "力争", "稳定在", "保持在"),
)
#: An amount with such a word in its clause is one for each of several.
EACH = "每"
#: So it is, or may be, behind 各 and one of these, unless a word of the second list makes it the sum of all.
PLACES = (
    *("县", "市", "区", "镇", "乡", "街", "村", "社区", "校", "学校", "园区", "旗", "州", "盟", "团场", "林场", "省"),
    *("地", "级政府", "单位", "部门", "科室", "馆", "中心", "医院", "企业"),
)
TOGETHER = ("共", "合计", "总计", "累计", "总数", "总量", "全省", "全市", "全县", "全区", "全州", "全镇", "全乡")
#: What ends a list before a number that sums it up.
AND_SO_ON = "等"
#: What ends the thing that is counted behind a number: 4家书房均已建成.
BEHIND = (
    *("均已", "均为", "均达", "均建", "均有", "已建", "已完", "已开", "已全", "已投", "已通", "已成", "已经", "全部"),
    *("完成", "开展", "进行", "前往", "进入", "投入", "播出", "参加", "参与", "通过", "达到", "用于", "获得", "获评"),
    *("惠及", "带动"),
    *("实现", "建成", "开工", "投产", "落地", "达标", "力争", "确保", "以及", "其中", "、", "（", "(", "+"),
)
#: What ends a subject and is no part of it.
ENDINGS = ("大关", "的目标任务", "目标任务", "的目标", "目标", "任务", AND_SO_ON, "的", "了")
#: What parts the things of a list.
LISTED = (*AND, "+")
#: Numerals in characters with these units are articles more often than amounts: 打造一个新亮点.
ARTICLES = ("一个", "一次")
#: Money before what is counted tells of which size that is: 引进5亿元以上项目20个. So does any number with these words.
MONEY, TELLS_WHICH = "元", ("以上", "以下", "以内")
#: What is of a size in money, also where nothing says how many of them: 引进5亿元以上项目.
OF_SIZE = ("项目", "企业", "产业", "集群", "园区", "工程", "订单")
#: A number between these is a rank: 前3名.
RANKS, RANKED = ("前", "第"), ("名", "位", "强")
