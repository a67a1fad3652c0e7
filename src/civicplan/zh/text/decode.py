"""Decode: the bytes of a file into its text; what is no text is refused, with what to do instead."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from civicplan.reading import Diagnostic, Reading
from civicplan.zh.notices import Notice
from civicplan.zh.text.legible import BINARY, check_legible, refused
from civicplan.zh.text.repair_notices import around

#: How files begin that are no text: what they are, and what to do.
_BEGINNINGS = {
    b"%PDF": Notice("pdf", "A PDF is not read. Save its text as .txt, or the document that it was made from as .docx."),
    b"\xd0\xcf\x11\xe0": Notice(
        "old-office", "A .doc or .xls file of before 2007 is not read. Save it as .docx or .xlsx."
    ),
    b"{\\rtf": Notice("rtf", "A file in rich text format is not read. Save it as .docx or .txt."),
    b"PK\x03\x04": Notice("zip", "It is a zip file, as .docx and .xlsx are. Give its name the suffix of what it is."),
}
BROKEN = Notice(
    "undecodable-bytes",
    "Some bytes are not valid in {encoding}, {count} or more from here on; \ufffd stands for them. Save the original "
    "again, as UTF-8.",
)
#: One in so many bytes may be zero in what is still a text.
_MOST_ZEROS = 100
_UTF_16 = BOM_UTF16_LE, BOM_UTF16_BE
_ENCODINGS = {"utf-8": "UTF-8", "gb18030": "GB18030", "utf-16": "UTF-16"}


def decode(content: bytes, name: str) -> Reading[str]:
    r"""Return the text of a file in UTF-8, with or without a byte order mark, or in GB18030.

    UTF-16 is read where it has its mark, as Windows writes it. Line breaks become ``\n``. Where a few bytes are broken,
    the encoding that leaves fewest of them is taken, and the first is reported; `repair` reports every line with one.

    Args:
        content: What the file holds.
        name: What it is called in diagnostics.

    Raises:
        ReadingError: It is no text; the diagnostic says what it is instead and what to do.

    >>> decode("规划".encode("gb18030"), "plan.txt").value
    '规划'
    """
    for beginning, why in _BEGINNINGS.items():
        if content.startswith(beginning):
            raise refused(name, why)
    if content.count(0) * _MOST_ZEROS > len(content) and not content.startswith(_UTF_16):
        raise refused(name, BINARY)
    encoding, text = _best(content)
    check_legible(text, name)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return Reading(value=text, diagnostics=(_broken(text, encoding),) if "\ufffd" in text else ())


def _best(content: bytes) -> tuple[str, str]:
    """Return the encoding that knows most of the bytes, and the text in it."""
    if content.startswith(_UTF_16):
        return "utf-16", content.decode("utf-16", "replace")
    encodings = ["utf-8"] if content.startswith(BOM_UTF8) else ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            return encoding, content.decode(encoding)
        except UnicodeDecodeError:
            continue
    texts = {encoding: content.decode(encoding, "replace") for encoding in encodings}
    return min(texts.items(), key=lambda pair: pair[1].count("\ufffd"))


def _broken(text: str, encoding: str) -> Diagnostic:
    place = text.index("\ufffd")
    line, shown = text.count("\n", 0, place) + 1, around(text, place, place + 1)
    return BROKEN.at(line, shown, count=text.count("\ufffd"), encoding=_ENCODINGS[encoding])
