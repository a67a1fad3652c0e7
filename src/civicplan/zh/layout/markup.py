"""Markup that a copy from a page leaves in plain text: tags and entities, taken out."""

from __future__ import annotations

import re
from html import unescape

#: Tags after or before which a new line begins.
_BREAK = re.compile(r"</?(?:p|br|div|li|tr|td|h[1-6])\b[^<>]{0,300}>", re.IGNORECASE)
_POWER = re.compile(r"(?<=[0-9])<sup\b[^<>]{0,300}>(?=[0-9])", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:</?(?:span|b|i|u|s|a|em|strong|font|sup|sub|img|del|ins|center|small|big|nobr|ul|ol|tbody|table|o:p|st1:\w{1,20})"
    r"\b[^<>]{0,300}>)++",
    re.IGNORECASE,
)
#: In HTML, also around other tags, and in Markdown, where a figure is struck out; 3~~5 is a range.
_STRUCK = re.compile(
    r"<(s|strike|del)\b[^<>]{0,300}>(?P<tagged>(?:[^<>]|<(?!/?\1\b)[^<>]{0,300}>){0,300})</\1\s{0,3}>"
    r"|(?<![0-9~])~~(?P<marked>[^0-9~<>]{0,30}[0-9][^~<>]{0,30})~~(?!~)",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def plain_lines(text: str) -> list[str]:
    """Return the lines of a text without its tags and entities; none of them is blank.

    No digits come together that a tag has parted, and an entity that stands for a digit is left as it is.

    >>> plain_lines("<p>一期：5&nbsp;个</p><p>二期：10<sup>4</sup>个，失业率&lt;5.5</p>")
    ['一期：5 个', '二期：10^4个，失业率<5.5']
    """
    if "<" in text:
        text = _OTHER.sub(_joint, _POWER.sub("^", _BREAK.sub("\n", text)))
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if "\n" not in text:
        line = text.strip()
        return [line] if line else []
    return [line for part in text.split("\n") if (line := part.strip())]


def without_struck(line: str) -> tuple[str, str]:
    """Return a line without the text that its tags or pairs of ~~ strike out, and that text.

    >>> without_struck("书房<s>30</s>35家"), without_struck("1<del>2</del>0家"), without_struck("书房~~30~~35家")
    (('书房35家', '30'), ('1 0家', '2'), ('书房35家', '30'))
    """
    if "</" not in line and "~~" not in line:
        return line, ""
    struck = (found["tagged"] or found["marked"] or "" for found in _STRUCK.finditer(line))
    return _STRUCK.sub(_joint, line), " ".join(_OTHER.sub("", text) for text in struck).strip()


def _joint(tags: re.Match[str]) -> str:
    before, after = tags.string[tags.start() - 1 : tags.start()], tags.string[tags.end() : tags.end() + 1]
    return " " if before.isdecimal() and after.isdecimal() else ""


def _character(entity: re.Match[str]) -> str:
    character = unescape(entity[0])
    if character.isspace():
        return " "
    return character if character.isprintable() and not any(map(str.isdecimal, character)) else entity[0]
