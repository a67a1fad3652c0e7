"""What pages print around a document and into its tables: paths, dates, buttons, advertisements, page numbers."""

from __future__ import annotations

import re

#: A line that begins with one of these is none of the document; blanks within them are left aside.
_BEGINNINGS = (
    *("今天是:", "您当前的位置", "当前位置", "您现在的位置", "所在位置", "首页>", "来源:", "信息来源:"),
    *("文章来源:", "发布时间:", "发布日期:", "作者:", "编辑:", "责任编辑:", "责编:"),
    *("浏览次数:", "点击数:", "点击次数:", "阅读次数:", "字号:", "字体:", "分享到", "分享:", "打印本页"),
    *("关闭窗口", "扫一扫", "上一篇", "下一篇", "上一条", "下一条", "版权所有", "主办单位:", "承办:"),
    *("网站标识码", "备案号", "索引号:", "附件下载", "相关链接", "相关阅读", "返回顶部", "返回列表"),
)
#: A line that is one of these as a whole is none of the document.
_WHOLE = (
    *("打印", "关闭", "收藏", "分享", "首页", "正文", "无障碍", "打印关闭", "[打印]", "[关闭]", "【打印】"),
    *("【关闭】", "大中小"),
)
_LONGEST = 200
#: What stands between the halves of a table that a page break parts.
_PAGE_BREAK = re.compile(
    r"[-—–·. ]*第? ?[0-9]{1,4} ?页?(?:[,， /]{0,3}共 ?[0-9]{1,4} ?页)?[-—–·. ]*|"
    r"[(（]?[续接][(（]?(?:上?表|上页|专栏)? ?[0-9]{0,3}[)）]?|(?:表|专栏) ?[0-9]{1,3}[(（]续[)）]"
)
#: What no plan says in a table, and pages put into it.
_ADVERTISING = re.compile(
    r"^(?:https?://|www\.)|扫一扫(?:关注|下载|添加|[,，]|$)|扫码(?:关注|下载|查看|阅读|进群)|长按识别|"
    r"点击(?:下载|进入|查看|阅读|购买|此处|链接)|欢迎关注|关注(?:我们|微信|公众号)|(?:免费|立即|会员)(?:注册|下载|登录)|"
    r"本帖最后|发表于 ?[0-9]|楼主|更多精彩|转载请注明|版权所有|广告(?:位|招租|合作)|^广告(?:[:：]|$)|"
    r"登录后(?:查看|下载|可见|可以)|注册会员|下载附件|^上一[页篇]|^下一[页篇]|打印本页|关闭窗口"
)
_LONGEST_ADVERTISEMENT = 80
_ANNEX = re.compile(r"附[件表录]\s?[0-9一二三四五六七八九十]{0,3}(?:[-－][0-9]{1,2})?\s?[:：]?")


def is_of_page(text: str) -> bool:
    """Return whether a line belongs to the page around a document.

    >>> is_of_page("您当前的位置 ： 首页 >> 正文"), is_of_page("首页改版，新增栏目3个")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    plain = "".join(text.split()).replace("：", ":")
    return plain.startswith(_BEGINNINGS) or plain in _WHOLE


def is_page_break(text: str) -> bool:
    """Return whether a line is nothing but the number of a page, or says that a table goes on.

    >>> is_page_break("— 23 —"), is_page_break("续表3"), is_page_break("第 3 页 共 9 页"), is_page_break("2.5")
    (True, True, True, False)
    """
    return len(text) <= 20 and _PAGE_BREAK.fullmatch(text) is not None


def is_advertising(text: str) -> bool:
    """Return whether a line or the only cell of a row is something that a page has put into a table.

    >>> is_advertising("更多精彩，欢迎关注我们的公众号"), is_advertising("微信公众号推送30条")
    (True, False)
    """
    return len(text) <= _LONGEST_ADVERTISEMENT and _ADVERTISING.search(text) is not None


def is_of_annex(text: str) -> bool:
    """Return whether a line says nothing but which annex follows.

    >>> is_of_annex("附件2-1："), is_of_annex("附件清单")
    (True, False)
    """
    return _ANNEX.fullmatch(text) is not None
