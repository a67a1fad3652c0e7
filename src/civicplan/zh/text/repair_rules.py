"""The rules of repair, each of which finds what to replace in a text; none of them reaches beyond a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from civicplan.zh.notices import Notice
from civicplan.zh.text.noise import LONGEST_WORD, Noise, find_pairs, find_words
from civicplan.zh.text.traced import Edit
from civicplan.zh.words.numeral_words import NUMERALS
from civicplan.zh.words.repair_words import (
    DASH,
    HAN,
    INVISIBLE,
    LEAST_SYLLABLES,
    LOOK_ALIKES,
    MEASURED,
    NO_PINYIN,
    NOTHING,
    ODD_DASHES,
    PINYIN_LETTERS,
    SIGNS,
    SYLLABLES,
    TONES,
)

NOISE = Notice(
    "random-signs",
    "Random letters and signs stand here, as forums put them between texts; they were taken out. Compare the line with "
    "the original.",
)
DECIMAL_POINT = Notice(
    "full-stop-as-point",
    "The full stop between digits was read as a decimal point. Compare the figure with the original.",
    left_out=False,
)
DASH_OF_A_RANGE = Notice(
    "one-as-dash",
    "The 一 between figures was read as a dash. Compare the line with the original.",
    left_out=False,
)

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_SIGN = re.compile(f"[{re.escape(''.join(SIGNS))}{NOTHING}]")
_BRACKET = re.compile(rf"[(（]([{PINYIN_LETTERS}]{{1,8}})[)）]")
_IS_HAN = re.compile(f"[{HAN}]")
_SPREAD = re.compile(rf"[{HAN}] {{1,8}}[{HAN}](?: {{1,8}}[{HAN}]){{0,2}}")
_BLANKS = re.compile(" +")
_COMMAS = re.compile(rf"(?<=[{HAN}”》）])[,，](?: ?[,，])++")
_POINT = re.compile(
    rf"(?<![0-9A-Za-z.。])[0-9]{{1,12}}+。(?=[0-9]{{1,3}}+(?![0-9]) ?(?:{MEASURED}|[\t|\n，；）—~～-]|\Z|、[0-9]))"
)
_LETTERS_BEFORE, _LETTERS_AFTER = re.compile("[A-Za-z][!-{}~]*+$"), re.compile("[!-@[-`{}~]*+[A-Za-z]")
_RANGE = re.compile(rf"(?:(?<=[0-9%])|(?<=[0-9][年月日号])) ?(?:一|[{ODD_DASHES}]{{1,4}}|—{{2,4}}|–{{2,4}}) ?(?=[0-9])")
_EMPTY = re.compile(rf"(?<![^\t|\n])( *)([{ODD_DASHES}{DASH}–]{{1,4}}+)(?= *(?:[\t|\n]|\Z))")
_ONES = re.compile(r"(?<=[0-9%\]—])(?: ?[\t|] ?一)+(?= ?[\t|] ?(?:[0-9≥≤<>\[—]|约束性|预期性))")


def without_invisible(text: str) -> Iterator[Edit]:
    """Find characters that show nothing."""
    return (Edit(*match.span(), "") for match in _INVISIBLE.finditer(text))


def with_plain_signs(text: str) -> str:
    """Return the text in signs of one width, each for one."""
    return _SIGN.sub(lambda match: SIGNS.get(match[0], "\ufffd"), text)


def without_pinyin(text: str) -> Iterator[Edit]:
    """Find syllables of pinyin in brackets behind a Chinese character."""
    end, found = -1, list[tuple[int, int, str]]()
    for match in _BRACKET.finditer(text):
        is_behind = match.start() == end or _IS_HAN.match(text, max(0, match.start() - 1))
        if is_behind and match.start() and _syllable(match[1]):
            end = match.end()
            found.append((*match.span(), match[1]))
    are_many = len({_syllable(syllable) for *_, syllable in found}) >= LEAST_SYLLABLES
    for start, stop, syllable in found:
        has_tone = _has_tone(syllable)
        if (are_many or text[start] == "(") if has_tone else (are_many and syllable not in NO_PINYIN):
            yield Edit(start, stop, "")


@cache
def _syllable(letters: str) -> str:
    """Return a syllable without its tone, and nothing for what is none."""
    parts = normalize("NFD", letters.translate(LOOK_ALIKES))
    plain = normalize("NFC", "".join(part for part in parts if part not in TONES))
    return plain if plain in SYLLABLES and len(parts) - len(normalize("NFD", plain)) <= 1 else ""


def _has_tone(letters: str) -> bool:
    return any(tone in normalize("NFD", letters) for tone in TONES)


def without_random_pairs(text: str) -> Iterator[Edit]:
    """Find random pairs of signs."""
    return _taken_out(text, find_pairs(text))


def without_random_words(text: str) -> Iterator[Edit]:
    """Find random words."""
    return _taken_out(text, find_words(text))


def _taken_out(text: str, found: Iterator[Noise]) -> Iterator[Edit]:
    """Take out what stands apart; a blank parts what it parted."""
    for start, end, is_apart in found:
        if is_apart:
            is_parted = text[start - 1 : start] in _EDGES or text[end : end + 1] in _EDGES or not start
            yield Edit(start, end, "" if is_parted else " ", NOISE)


_EDGES = ("", " ", "\t", "\n", "|")


def without_padding(text: str) -> Iterator[Edit]:
    """Find the blanks between the characters of a short name or heading that fills a cell alone."""
    for match in _SPREAD.finditer(text):
        if _fills_cell(text, *match.span()) and not any(numeral in NUMERALS for numeral in match[0]):
            for blanks in _BLANKS.finditer(text, *match.span()):
                yield Edit(*blanks.span(), "")


def _fills_cell(text: str, start: int, end: int) -> bool:
    while start and text[start - 1] == " ":
        start -= 1
    while end < len(text) and text[end] == " ":
        end += 1
    return (not start or text[start - 1] in "\t|\n") and (end == len(text) or text[end] in "\t|\n")


def with_single_commas(text: str) -> Iterator[Edit]:
    """Find commas that are repeated behind a word."""
    return (Edit(*match.span(), "，" if "，" in match[0] else ",") for match in _COMMAS.finditer(text))


def with_decimal_points(text: str) -> Iterator[Edit]:
    """Find full stops between the digits of one figure, which its unit or the end of its cell shows to be one."""
    for match in _POINT.finditer(text):
        before = text[max(0, match.start() - LONGEST_WORD) : match.start()]
        after = text[match.end() : match.end() + LONGEST_WORD]
        if not _LETTERS_BEFORE.search(before) and not _LETTERS_AFTER.match(after):  # they would be one random word
            yield Edit(match.end() - 1, match.end(), ".", DECIMAL_POINT)


def with_dashes(text: str) -> Iterator[Edit]:
    """Find what stands for a dash between figures."""
    for match in _RANGE.finditer(text):
        yield Edit(*match.span(), DASH, DASH_OF_A_RANGE if "一" in match[0] else None)


def with_empty_marks(text: str) -> Iterator[Edit]:
    """Find what stands for a dash in a cell without a value."""
    return (Edit(*match.span(2), DASH) for match in _EMPTY.finditer(text) if match[2] not in (DASH, "–"))


def with_ones_as_marks(text: str) -> Iterator[Edit]:
    """Find an 一 that fills a cell between cells of figures, where it is a dash."""
    for match in _ONES.finditer(text):
        yield Edit(*match.span(), match[0].replace("一", DASH), DASH_OF_A_RANGE)
