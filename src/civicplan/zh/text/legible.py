"""Legible: whether something is a text at all, and in its own encoding."""

from __future__ import annotations

import os
import re

from civicplan.errors import InvalidTypeError, describe
from civicplan.reading import Diagnostic, Diagnostics, ReadingError
from civicplan.zh.notices import Notice
from civicplan.zh.text.damage import LOST
from civicplan.zh.words.repair_words import HAN

BINARY = Notice(
    "not-a-text",
    "It is no text, as it holds zero bytes. Open it in the program that made it, and save it as .docx, or as text in "
    "UTF-8.",
)
MOJIBAKE = Notice(
    "wrong-encoding",
    "It was read in the wrong encoding, and hardly a word of it is left. Read the original in its own encoding, such "
    "as UTF-8, GB18030 or Big5, and save it as UTF-8.",
)
PATH = Notice(
    "path-for-text",
    "It is the path of a file, and not the text that stands in it. Call zh.read(path), or open the file and pass its "
    "text.",
)
#: In a text, one in so many signs may be lost, and so many in any text however short.
_FEW, _LEAST_BROKEN = 10, 10
#: So many characters from each of so many places are looked at to tell whether the encoding is right.
_SAMPLE, _PLACES = 400, 5
#: So few Chinese characters tell nothing. In a text at least so many in a hundred are in common use: 97 in a plan, and
#: about 50 where the encoding is wrong.
_LEAST_HAN, _LEAST_COMMON = 20, 70
#: What the path of a document ends in, and how long one is at most.
_SUFFIXES, _LONGEST_PATH = (".txt", ".html", ".htm", ".docx", ".md"), 1_000
_BROKEN = re.compile(f"[\\0{LOST}\ud800-\udfff]")
_FOREIGN = re.compile("[\xa1-\xff\u3040-\u30fa\uac00-\ud7a3]")
_HAN = re.compile(f"[{HAN}]")


def require_text(text: object) -> None:
    """Refuse what is not a string, such as the bytes of a file.

    Raises:
        InvalidTypeError: It is something else.
    """
    if not isinstance(text, str):
        advice = "zh.read reads the file itself" if isinstance(text, bytes) else ""
        raise InvalidTypeError("text", "the text of a document", describe(text), advice)


def require_no_path(text: str) -> None:
    """Refuse the path of a file in place of what stands in it.

    Raises:
        ReadingError: It is a path. A single line is taken for one where it ends in the suffix of a document, or a file
            of that name is there.
    """
    if len(text) <= _LONGEST_PATH and len(text.splitlines()) == 1 and _is_path(text):
        raise refused(text, PATH)


def _is_path(line: str) -> bool:
    return line.lower().endswith(_SUFFIXES) or ("\0" not in line and os.path.isfile(line))


def check_legible(text: str, name: str = "the text") -> None:
    """Refuse what is no text, or is one read in another encoding throughout.

    Args:
        text: The text.
        name: What it is called in the error.

    Raises:
        ReadingError: It cannot be read as a text, with the reason.
    """
    signs, broken = sum(map(len, text.split())), _count(_BROKEN, text)
    if broken > max(_LEAST_BROKEN, signs // _FEW):
        raise refused(name, BINARY if "\0" in text else MOJIBAKE)
    if _is_foreign(text, signs):
        raise refused(name, MOJIBAKE)


def refused(name: str, why: Notice) -> ReadingError:
    """Return the error about a document of which nothing can be read."""
    return ReadingError(Diagnostics([Diagnostic(code=why.code, place=name, text="", message=why.sentence)]))


def _count(pattern: re.Pattern[str], text: str) -> int:
    return pattern.subn("", text)[1]


def _is_foreign(text: str, signs: int) -> bool:
    """Return whether most of its letters are those that the bytes of Chinese characters are in other encodings."""
    foreign = _count(_FOREIGN, text)
    return foreign > max(_LEAST_BROKEN, signs // 4) and foreign > _count(_HAN, text)


def check_words(text: str) -> None:
    """Refuse a text in simplified script whose characters are hardly ever those in use.

    It is what a text becomes when it is read in the encoding of another script, or as UTF-8 where it is GB18030. Of a
    few lines nothing is said.

    Raises:
        ReadingError: Nothing in it can be a word.
    """
    step = max(_SAMPLE, len(text) // _PLACES)
    samples = [text[start : start + _SAMPLE] for start in range(0, len(text), step)][:_PLACES]
    han = _HAN.findall("".join(samples))
    if len(han) >= _LEAST_HAN and sum(map(_is_common, han)) * 100 < _LEAST_COMMON * len(han):
        raise refused("the text", MOJIBAKE)


def _is_common(character: str) -> bool:
    """Return whether a character is of the first level of GB 2312, which has the 3,755 in common use."""
    code = character.encode("gb18030")
    return 0xB0 <= code[0] <= 0xD7 and len(code) == 2 and code[1] >= 0xA1
