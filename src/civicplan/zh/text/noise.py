"""Noise: runs of random ASCII signs that the pages of a forum put between texts, so that copies of them are spoilt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge
from itertools import pairwise
from typing import NamedTuple

from civicplan.zh.words.repair_words import HAN, PUNCTUATION

#: What forums add are pairs of a sign up to `;` and one from `?` on, with a blank between: "8 k$ L( x! Q". Of all
#: signs `|` is left out, as it parts cells.
_PAIRS = re.compile(r"(?:[!-;]? [?-{}~]){5,40}(?![!-{}~])")
#: What other pages add is one word: "xK9dLq2w" or "g5#Xk!9q".
LONGEST_WORD = 40
_WORD = re.compile(rf"(?<![!-{{}}~])[!-{{}}~]{{6,{LONGEST_WORD}}}+(?![!-{{}}~])")
#: Signs that stand in such words, and in hardly any other.
_ODD_SIGNS = frozenset("!#$@\\^`")
#: Parts of an address, of a page, of a formula or of markup; a word with one of them has a meaning.
_MEANT = re.compile(r"://|www|[@.][a-z]|[=<>{}/]|\*\*|__|&[a-z]")
_OF_FIGURES = "0123456789.,%"
_BESIDE = re.compile(rf"[{HAN}{PUNCTUATION} \t|\n]")
#: Parts that people can say: a word, capitalised or not.
_SAYABLE = re.compile("[A-Z]?[a-z]{3,}|[A-Z][a-z]{2,}")
#: The shape of a formula such as LiFePO4, and of names such as WiFi6E.
_FORMULA = re.compile(r"(?:[A-Z][a-z]?[0-9]*)+")
#: The shape of quantities with their units, such as 110kV5km.
_QUANTITIES = re.compile(r"(?:[0-9]+(?:[kMGTcm]?(?:VA|V|Wh|Wp|W|Hz|bps|g|m|L|Pa|A|J|t)|ha|h|min|d|s))+")
_CLASSES = str.maketrans(
    {
        **dict.fromkeys("0123456789", "0"),
        **dict.fromkeys("abcdefghijklmnopqrstuvwxyz", "a"),
        **dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "A"),
    }
)


class Noise(NamedTuple):
    """A random run.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        is_apart: True where no digit of it can belong to a figure beside it, so that it can be taken out.
    """

    start: int
    end: int
    is_apart: bool


def find_noise(text: str) -> Iterator[Noise]:
    """Find the random runs of a text.

    A unit, an abbreviation, a model number, a formula, an address or the name of a file is none of them.

    >>> [noise[:2] for noise in find_noise("完成任务xK9dLq2w 研究与试验发展（R&D）经费，LiFePO4，CRH380A")]
    [(4, 12)]
    """
    return merge(find_pairs(text), find_words(text))


def find_pairs(text: str) -> Iterator[Noise]:
    """Find the runs of pairs of signs."""
    for match in _PAIRS.finditer(text):
        if _are_random_pairs(match[0]):
            before = text[match.start() - 1 : match.start()]
            yield Noise(*match.span(), not (before in _OF_FIGURES and match[0][0] in _OF_FIGURES and before))


def find_words(text: str) -> Iterator[Noise]:
    """Find the random words between Chinese characters, punctuation, blanks and the edges of cells."""
    for match in _WORD.finditer(text):
        before, after = text[match.start() - 1 : match.start()] or "\n", text[match.end() : match.end() + 1] or "\n"
        if _is_random_word(match[0]) and _BESIDE.match(before) and _BESIDE.match(after):
            yield Noise(*match.span(), _is_apart(match[0], before, after))


def _are_random_pairs(run: str) -> bool:
    """Return whether a run has pairs of all sorts, as one of spaced letters or of the cells of a table has not."""
    firsts = run.replace(" ", "  ").split("  ")
    signs = {sign for sign in run if not sign.isalnum() and sign != " "}
    return len(signs) >= 2 and 2 * sum(len(part) > 1 for part in firsts) >= len(firsts)


def _is_random_word(word: str) -> bool:
    """Return whether a word changes between small letters, capitals, digits and signs as no word in use does."""
    classes = word.translate(_CLASSES)
    turns = sum(one != other for one, other in pairwise(classes))
    signs = [sign for sign in word if not sign.isalnum()]
    if signs and (turns < 5 or _ODD_SIGNS.isdisjoint(signs) or _MEANT.search(word)):
        return False
    sayable = sum(map(len, _SAYABLE.findall(word)))
    is_mixed = turns >= 4 and 2 * turns >= len(word) - 1 and "a" in classes and 3 * sayable <= len(word)
    return is_mixed and not _FORMULA.fullmatch(word) and not _QUANTITIES.fullmatch(word)


def _is_apart(run: str, before: str, after: str) -> bool:
    """Return whether neither end of a word may be a digit of the text beside it."""
    is_free_before = not run[0].isdigit() or before in " \t|\n"
    return is_free_before and (not run[-1].isdigit() or after in " \t|\n")
