"""The numbers that headings and entries of lists begin with. All of it is data, as patterns.

The first group of a pattern is the number alone.
"""

from __future__ import annotations

from civicplan.zh.words.numeral_words import DIGITS

#: In characters: 三, 十二.
ENTRY_NUMBER = "[一二三四五六七八九十]{1,3}"
#: Between 第 and a word: 第一篇, 第 2 章, 第三部分; the second group is the word.
NUMBERED_HEADING = rf"第\s{{0,3}}([0-9{DIGITS}十百]{{1,7}})\s{{0,3}}(篇|编|部分|章|节)"
#: 一、
LISTED = rf"({ENTRY_NUMBER})、\s{{0,3}}"
#: What stands behind 一、 where it may be no entry of a list but the beginning of 一、二季度.
COUNTED_ON = f"{ENTRY_NUMBER}(?:、|季度|产业|期|级|类|线|批|是)"
#: （一）
ENCLOSED = rf"[(（]({ENTRY_NUMBER})[)）][、.\s]{{0,3}}"
#: 1. or 1、 where no digit stands behind the point as in 1.5, unless a date follows.
NUMBERED = r"([0-9]{1,3})(?:[.．](?:(?![0-9])|(?=[0-9]{4}年|[0-9]{1,2}月))|、)\s{0,3}"
#: (1), 1) or （一）
BRACKETED = rf"[(（]?([0-9]{{1,3}}|{ENTRY_NUMBER})[)）]"
#: 一是 before a clause.
SPOKEN = f"({ENTRY_NUMBER})是"
