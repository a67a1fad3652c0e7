"""Legible: whether something is a text at all, and in its own encoding."""

from __future__ import annotations

import re

from civicplan.reading import Diagnostic, Diagnostics, ReadingError
from civicplan.zh.damage import LOST
from civicplan.zh.repair_words import HAN

BINARY = (
    "not-a-text",
    "It is no text: it holds zero bytes, as programs do. Save what it shows as text in UTF-8, or as .docx.",
)
MOJIBAKE = (
    "wrong-encoding",
    "It was read in an encoding that is not its own, so that no word of it is left; read the original as UTF-8 or as "
    "GB18030.",
)
#: One in so many signs may be lost in what is still a text, and a few are lost in any.
_FEW, _LEAST_BROKEN = 10, 10
#: So many characters, from so many places of a text, tell in which encoding it was read.
_SAMPLE, _PLACES = 400, 5
_BROKEN = re.compile(f"[{LOST}\ud800-\udfff]")
_WESTERN = re.compile("[\xa1-\xff]")
_HAN = re.compile(f"[{HAN}]")


def check_legible(text: str, name: str = "the text") -> None:
    """Refuse what is no text, or is one read in another encoding throughout.

    Args:
        text: The text.
        name: What it is called in the error.

    Raises:
        ReadingError: It cannot be read as a text, with the reason.
    """
    if "\0" in text:
        raise refused(name, *BINARY)
    signs, broken = sum(map(len, text.split())), _count(_BROKEN, text)
    if broken > max(_LEAST_BROKEN, signs // _FEW) or _is_western(text, signs) or _is_utf_8_as_gbk(text):
        raise refused(name, *MOJIBAKE)


def refused(name: str, code: str, sentence: str) -> ReadingError:
    """Return the error about a document of which nothing can be read."""
    return ReadingError(Diagnostics([Diagnostic(code=code, place=name, text="", message=sentence)]))


def _count(pattern: re.Pattern[str], text: str) -> int:
    return pattern.subn("", text)[1]


def _is_western(text: str, signs: int) -> bool:
    """Return whether it has the letters that the bytes of Chinese characters are in encodings of Western Europe."""
    western = _count(_WESTERN, text)
    return western > max(_LEAST_BROKEN, signs // 4, _count(_HAN, text))


def _is_utf_8_as_gbk(text: str) -> bool:
    """Return whether its characters have the bytes of other Chinese characters in UTF-8, which no sentence has."""
    step = max(_SAMPLE, len(text) // _PLACES)
    samples = [text[start : start + _SAMPLE] for start in range(0, len(text), step)][:_PLACES]
    han = "".join(_HAN.findall("".join(samples)))
    read_back = han.encode("gb18030").decode("utf-8", "ignore")
    return len(han) >= 6 and 3 * _count(_HAN, read_back) > len(han)
