"""Noise: runs of random ASCII signs that the pages of a forum put between texts, so that copies of them are spoilt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from civicplan.zh.repair_words import HAN, PUNCTUATION

#: What forums add are pairs of a sign up to `;` and one from `?` on, with a blank between: "8 k$ L( x! Q".
_PAIRS = r"(?:[!-;]? [?-~]){5,40}+"
#: What other pages add is one word of letters and digits: "xK9dLq2w".
_WORD = r"(?<![0-9A-Za-z])[0-9A-Za-z]{6,40}+(?![0-9A-Za-z])"
_CANDIDATES = re.compile(f"{_PAIRS}|{_WORD}")
_BESIDE = re.compile(rf"[{HAN}{PUNCTUATION} \t|\n]")
#: Parts that people can say: a word, capitalised or not.
_SAYABLE = re.compile("[A-Z]?[a-z]{3,}|[A-Z][a-z]{2,}")
#: The shape of a formula such as LiFePO4, and of names such as WiFi6E.
_FORMULA = re.compile(r"(?:[A-Z][a-z]?[0-9]*)+")
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

    They stand between Chinese characters, punctuation, blanks and the edges of cells. A unit, an abbreviation, a model
    number, a formula, an address or the name of a file is none of them.

    >>> [noise[:2] for noise in find_noise("完成任务xK9dLq2w 研究与试验发展（R&D）经费，LiFePO4，CRH380A")]
    [(4, 12)]
    """
    for match in _CANDIDATES.finditer(text):
        run = match[0]
        is_random = _are_random_pairs(run) if " " in run else _is_random_word(run)
        before, after = text[match.start() - 1 : match.start()] or "\n", text[match.end() : match.end() + 1] or "\n"
        if not is_random:
            continue
        if " " in run:
            yield Noise(*match.span(), not (before in "0123456789.," and run[0] in "0123456789.,%"))
        elif _BESIDE.match(before) and _BESIDE.match(after):
            yield Noise(*match.span(), _is_apart(run, before, after))


def _are_random_pairs(run: str) -> bool:
    """Return whether a run has pairs of all sorts, as one of spaced letters or of the cells of a table has not."""
    firsts = run.replace(" ", "  ").split("  ")
    signs = {sign for sign in run if not sign.isalnum() and sign != " "}
    return len(signs) >= 2 and 2 * sum(len(part) > 1 for part in firsts) >= len(firsts)


def _is_random_word(run: str) -> bool:
    """Return whether a word changes between small letters, capitals and digits as no word in use does."""
    classes = run.translate(_CLASSES)
    turns = sum(one != next_one for one, next_one in pairwise(classes))
    sayable = sum(len(part) for part in _SAYABLE.findall(run))
    return (
        turns >= 4 and 2 * turns >= len(run) - 1 and "a" in classes and 3 * sayable <= len(run)
    ) and not _FORMULA.fullmatch(run)


def _is_apart(run: str, before: str, after: str) -> bool:
    """Return whether neither end of a word may be a digit of the text beside it."""
    is_free_before = not run[0].isdigit() or before in " \t|\n"
    return is_free_before and (not run[-1].isdigit() or after in " \t|\n")
