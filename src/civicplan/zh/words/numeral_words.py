"""The characters that numerals are written with. All of it is data, as the inside of a class of a pattern."""

from __future__ import annotations

#: From zero to nine.
DIGITS = "〇零一二三四五六七八九"
#: Those of numbers below 10,000, with 两 for two.
BELOW_TEN_THOUSAND = DIGITS + "两十百千"
#: Those of all numbers.
NUMERALS = BELOW_TEN_THOUSAND + "万亿"
