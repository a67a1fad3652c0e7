"""What lines and cells around tables say: headings, titles, notes, page breaks, advertisements. All words are data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from civicplan.tables.headings import has_words_of_headings_only
from civicplan.tables.uniform import uniform
from civicplan.zh.language.column_headings import column_of
from civicplan.zh.words.evaluation_words import COLUMN_WORDS, LEVELS
from civicplan.zh.words.list_numbers import BRACKETED, ENTRY_NUMBER, LISTED, NUMBERED, NUMBERED_HEADING
from civicplan.zh.words.task_headings import TaskField, field_of

#: Headings of tables that list projects, branches or places, which no reader of indicators, tasks or evaluations knows.
_OTHER_HEADINGS = frozenset(
    (
        *("建设内容", "建设规模", "建设地点", "建设性质", "建设年限", "建设期限", "建设单位", "总投资", "项目"),
        *("合计", "小计"),
        *("类型", "内容", "地区", "县市区", "产业大类", "产业小类", "规模", "投资额", "年度投资"),
    )
)
_EXACT = frozenset((*_OTHER_HEADINGS, *LEVELS, *chain.from_iterable(COLUMN_WORDS.values())))
#: A text with one of these in it may be a heading that names a plan or a sum.
_NAMES_PLAN = re.compile('[“"「]|五年|累计')
#: No heading is longer.
_LONGEST_HEADING = 30
#: What begins a line that stands between tables: the title of a box, a table or a heading, a note, a source.
_OPENING = re.compile(
    rf"(?:续?专栏|续?表|附表|图) ?(?:[0-9]|{ENTRY_NUMBER})|{NUMBERED_HEADING}|"
    r"(?:附?注|说明|备注|(?:资料|数据)?来源)[:：0-9]"
)
_LISTED = re.compile("|".join((NUMBERED_HEADING, LISTED, NUMBERED, BRACKETED)))


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
    return field_of(text) is TaskField.NUMBER


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
