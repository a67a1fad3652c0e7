"""What pages print around a document: the path to the page, its date, buttons. None of it belongs to the text."""

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
_BLANKS = re.compile(r"\s+")


def is_of_page(text: str) -> bool:
    """Return whether a line belongs to the page around a document.

    >>> is_of_page("您当前的位置 ： 首页 >> 正文"), is_of_page("首页改版，新增栏目3个")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    plain = _BLANKS.sub("", text).replace("：", ":")
    return plain.startswith(_BEGINNINGS) or plain in _WHOLE
