"""What lines and cells around tables say: headings, titles, notes, page breaks, advertisements. All words are data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from civicplan.tables.headings import has_words_of_headings_only
from civicplan.tables.uniform import uniform
from civicplan.zh.language.headings import column_of
from civicplan.zh.words.evaluation_words import COLUMN_WORDS, LEVELS
from civicplan.zh.words.numeral_words import ENTRY_NUMBER
from civicplan.zh.words.task_headings import field_of

#: The headings of columns that hold running numbers.
ORDER_HEADINGS = frozenset({"序号", "编号", "项次", "号", "no.", "no", "#"})
#: Headings of tables that list projects, branches or places, which no reader of indicators, tasks or evaluations knows.
OTHER_HEADINGS = frozenset(
    (
        *("建设内容", "建设规模", "建设地点", "建设性质", "建设年限", "建设期限", "建设单位", "总投资", "项目"),
        *("合计", "小计"),
        *("类型", "内容", "地区", "县市区", "产业大类", "产业小类", "规模", "投资额", "年度投资"),
    )
)
_EXACT = frozenset((*ORDER_HEADINGS, *OTHER_HEADINGS, *LEVELS, *chain.from_iterable(COLUMN_WORDS.values())))
#: What is behind these words is looked up among the headings that name a plan or a sum.
_NAMES_PLAN = re.compile('[“"「]|五年|累计')
#: No heading is longer.
_LONGEST_HEADING = 30
_CHAPTER = "第[0-9一二三四五六七八九十百]{1,5}[篇编章节]"
#: What begins a line that stands between tables: the title of a box, a table or a heading, a note, a source.
_OPENING = re.compile(
    rf"(?:续?专栏|续?表|附表|图) ?(?:[0-9]|{ENTRY_NUMBER})|{_CHAPTER}|"
    r"(?:附?注|说明|备注|(?:资料|数据)?来源)[:：0-9]"
)
_LISTED = re.compile(rf"{_CHAPTER}|[(（]?(?:[0-9]{{1,3}}[.、)）]|{ENTRY_NUMBER}[、)）])")
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


@lru_cache(maxsize=4096)
def is_heading(text: str) -> bool:
    r"""Return whether a text is the heading of a column, of indicators, tasks or projects.

    >>> is_heading("年均增速 [累计]"), is_heading("牵头科室\n（局属单位）"), is_heading("“十四五”目标")
    (True, True, True)
    >>> is_heading("绿化")
    False
    """
    if not text or len(text) > _LONGEST_HEADING:
        return False
    plain = "".join(uniform(text).split())
    if plain in _EXACT or field_of(text) is not None:
        return True
    is_named = any(map(str.isalpha, plain)) and has_words_of_headings_only(text)
    return is_named or (_NAMES_PLAN.search(text) is not None and column_of(text, 0) is not None)


def is_order_heading(text: str) -> bool:
    """Return whether a column holds running numbers."""
    return "".join(uniform(text).split()) in ORDER_HEADINGS


def are_headings(texts: Sequence[str]) -> bool:
    """Return whether cells are those of a row of headings: two or more of them, and at least half of all.

    >>> are_headings(["类别", "序号", "指标名称", "", "备选名"]), are_headings(["绿化", "5", "2025年", ""])
    (True, False)
    """
    filled = [text for text in texts if text]
    known = sum(map(is_heading, filled))
    return known >= 2 and 2 * known >= len(filled)


def is_opening(text: str) -> bool:
    """Return whether a line begins something else than the row of a table: a title, a heading or a note."""
    return _OPENING.match(text) is not None


def is_listed(text: str) -> bool:
    """Return whether a text is nothing but the number of a heading or of an item of a list."""
    return len(text) <= 10 and _LISTED.fullmatch(text) is not None


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
