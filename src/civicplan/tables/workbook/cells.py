"""How one value of a plan stands in one cell: lists, truth values, whole numbers and texts in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any, TypeAlias

from civicplan.tables.workbook.columns import Content
from civicplan.values.text import UNDETERMINED

#: The pieces of a value from left to right, each with its language; words of no language carry "und".
Pieces: TypeAlias = "list[tuple[str, str]]"

#: A list with nothing in it, where one must be given.
_EMPTY_LIST = ";"
_TO_MARK = re.compile(r"[\\;]|\A\s|\s\Z")
_SIGN = re.compile(r"\\[\\;\s]|.", re.DOTALL)
_TRUTH = {"true": True, "false": False}
_WHOLE_NUMBER = re.compile("-?[0-9]{1,15}")


def pieces(value: Any) -> Pieces:
    """Return what the cells of a column say for a value of the plan's tree.

    >>> pieces({"zh": "册", "en": "volumes"}), pieces(True), pieces(["a", "b"])
    ([('zh', '册'), ('en', 'volumes')], [('und', 'true')], [('und', 'a; b')])
    """
    if isinstance(value, dict):
        return list(value.items())
    return [(UNDETERMINED, _text(value))]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(map(_marked, value)) if value else _EMPTY_LIST
    return str(value)


def _marked(word: str) -> str:
    """Return a word of a list with a backslash before each sign that would part it or be lost at its ends."""
    return _TO_MARK.sub(lambda sign: f"\\{sign[0]}", word)


def value_of(content: Content, stated: Pieces) -> Any:
    r"""Return what the pieces say; what does not fit stays text, and the reader of plans refuses it.

    >>> value_of(Content.LIST, [("und", r"a\;b; c")]), value_of(Content.TRUTH, [("und", "TRUE")])
    (['a;b', 'c'], True)
    >>> value_of(Content.TEXT, [("en", "vol"), ("zh", "册"), ("en", "umes")])
    {'en': 'volumes', 'zh': '册'}
    """
    if content is Content.TEXT:
        return _by_language(stated)
    text = "".join(piece for _, piece in stated)
    match content:
        case Content.LIST:
            return list(_words(text))
        case Content.TRUTH:
            return _TRUTH.get(text.strip().lower(), text)
        case Content.COUNT if _WHOLE_NUMBER.fullmatch(text.strip()):
            return int(text)
        case _:
            return text


def _by_language(stated: Pieces) -> str | dict[str, str]:
    words: dict[str, str] = {}
    for language, piece in stated:
        words[language] = words.get(language, "") + piece
    return words[UNDETERMINED] if words.keys() == {UNDETERMINED} else words


def _words(text: str) -> Iterator[str]:
    """Yield the words between semicolons, without the blanks around them unless a backslash keeps them."""
    signs = [(sign[-1], len(sign) > 1) for sign in _SIGN.findall(text)]
    if text.strip() == _EMPTY_LIST:
        return
    for is_end, run in groupby(signs, key=lambda sign: sign == (";", False)):
        if not is_end:
            yield _trimmed(list(run))


def _trimmed(signs: list[tuple[str, bool]]) -> str:
    first, last = 0, len(signs)
    while first < last and signs[first][0].isspace() and not signs[first][1]:
        first += 1
    while first < last and signs[last - 1][0].isspace() and not signs[last - 1][1]:
        last -= 1
    return "".join(sign for sign, _ in signs[first:last])
