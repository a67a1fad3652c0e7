"""A .docx file as HTML, one paragraph a line, by mammoth."""

from __future__ import annotations

import re
import struct
import zlib
from importlib import import_module
from io import BytesIO
from lzma import LZMAError
from typing import Any
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from civicplan.errors import MissingExtraError
from civicplan.zh.notices import Notice
from civicplan.zh.text.legible import refused

#: What the libraries raise about a file that is broken, or that was made to break them.
_MALFORMED = (
    *(ArithmeticError, AssertionError, AttributeError, BadZipFile, EOFError, ExpatError, LookupError, LZMAError),
    *(MemoryError, OSError, RuntimeError, struct.error, TypeError, ValueError, zlib.error),
)
NOT_DOCX = Notice(
    "not-a-docx", "It is no .docx file, or a broken one. Open it in a word processor and save it as .docx again."
)
TOO_LARGE = Notice("too-large", "Once it is unpacked, its text is too large to be read. Save it in parts.")
#: So many bytes of markup are unpacked at most, a plan of a hundred pages having a few million; and so many for each
#: byte of the file, as a file that unpacks to more was made to fill the memory.
_MOST_BYTES, _LEAST_BYTES, _MOST_TIMES = 16_000_000, 1_000_000, 60
_END_OF_PARAGRAPH = re.compile("</(?:p|h[1-6]|li)>")


def docx_html(content: bytes, name: str) -> str:
    """Return what a .docx file says as HTML, in which the line of a paragraph is its number in the document.

    Paragraphs without text are not counted. Merged cells keep their rowspan and their colspan; pictures are left out.

    Args:
        content: What the file holds.
        name: What it is called in the error.

    Raises:
        ReadingError: It is no .docx, a broken one, or too large.
        MissingExtraError: The extra zh is not installed.
    """
    try:
        mammoth: Any = import_module("mammoth")
    except ImportError as error:
        raise MissingExtraError("reading .docx", "civicplan[zh]") from error
    try:
        is_small = _size(content) <= min(_MOST_BYTES, max(_LEAST_BYTES, _MOST_TIMES * len(content)))
        html: str = (
            mammoth.convert_to_html(_with_one_strike(content), convert_image=_no_image).value if is_small else ""
        )
    except _MALFORMED as error:
        raise refused(name, NOT_DOCX) from error
    if not is_small:
        raise refused(name, TOO_LARGE)
    return _END_OF_PARAGRAPH.sub(r"\g<0>\n", html)


def _size(content: bytes) -> int:
    """Return how large the parts with text are; a zip file is never unpacked beyond what it states."""
    with ZipFile(BytesIO(content)) as unpacked:
        return sum(part.file_size for part in unpacked.infolist() if not part.filename.startswith("word/media/"))


def _with_one_strike(content: bytes) -> BytesIO:
    """Return a file in which text that is struck out twice is so once, as mammoth knows that alone."""
    changed = BytesIO()
    with ZipFile(BytesIO(content)) as unpacked, ZipFile(changed, "w") as packed:
        for part in unpacked.infolist():
            if not part.filename.startswith("word/media/"):
                packed.writestr(part.filename, unpacked.read(part).replace(b"<w:dstrike", b"<w:strike"))
    changed.seek(0)
    return changed


def _no_image(image: object) -> list[object]:
    return []
