"""Damage: where characters of a text are lost, so that the digits beside them may be only a part of a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

from civicplan.zh.text.noise import find_noise
from civicplan.zh.words.repair_words import HAN, NEW_SENTENCE, PINYIN_LETTERS

#: The sign that programs put for what they cannot read, characters for private use but the bullets of Word's symbol
#: fonts, controls that no text has, and the words that the sign itself becomes when it is read in another encoding.
LOST = "\ufffd\x80-\x84\x86-\x9f\ue000-\uf01f\uf030-\uf039\uf100-\uf8ff\U000f0000-\U0010ffff"
_LOST = rf"[{LOST}]+|锟斤拷|锟斤|斤拷"
#: A question mark stands for a lost character before or after digits, and in the rest of a bracket with pinyin.
_QUESTIONS = (
    rf"(?<![A-Za-z/=&_.?-])\?++(?=[0-9十百千万亿%])|(?<=[0-9])\?++(?=[{HAN}%])|\?[{PINYIN_LETTERS}]{{1,6}}+(?=\))"
    r"|？(?=0[0-9])|(?<=[0-9])？(?=[0-9])"
)
#: So do the signs of a missing type.
_BOXES = rf"(?<=[{HAN}0-9])[□■〓]++(?=[0-9])|(?<=[0-9])[□■〓]++(?=[{HAN}%])"
#: A full stop between digits, which may be a decimal point or the end of a sentence; repair leaves it where it may.
_STOP = rf"(?<=[0-9])。(?=[0-9]{{1,3}}+(?!{NEW_SENTENCE}|[0-9]))"
_MARKS = re.compile("|".join((_LOST, _QUESTIONS, _BOXES, _STOP)))
#: Where one of them may begin, which is found far sooner.
_SUSPECTS = re.compile(rf"[{LOST}锟斤?？□■〓]|。(?=[0-9])")
_OF_A_NUMBER = "0123456789.,"
#: So far from a mark its digits are looked for; no figure is longer.
_NEAR = 64


def find_damage(text: str) -> Iterator[tuple[int, int]]:
    """Find where characters are lost, and which digits beside them cannot be trusted.

    Returns:
        The start and the end of each place, with the digits that touch it.

    >>> [("x游客突破?00万人次"[start:end]) for start, end in find_damage("x游客突破?00万人次")]
    ['?00']
    """
    glued = [(noise.start, noise.end) for noise in find_noise(text) if not noise.is_apart]
    for start, end in merge(glued, _marks(text)):
        yield _widened(text, start, end)


def _marks(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for suspect in _SUSPECTS.finditer(text):
        if suspect.start() >= end and (mark := _MARKS.match(text, suspect.start())):
            end = mark.end()
            yield mark.span()


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(0, start - _NEAR), min(len(text), end + _NEAR)
    while start > first and text[start - 1] in _OF_A_NUMBER:
        start -= 1
    while end < last and text[end] in _OF_A_NUMBER:
        end += 1
    return start, end
