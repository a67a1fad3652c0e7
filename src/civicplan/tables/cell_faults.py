"""What a diagnostic says of a cell that is no figure, or is one only by an assumption."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from civicplan.reading import Diagnostic
from civicplan.render.message import fill
from civicplan.tables.cell_words import FACTORS
from civicplan.tables.numbers import BODY, Marks, meanings

#: Each code of a cell that was left out, and what to write instead.
LEFT_OUT = {
    "ambiguous-number": (
        "It is {first} or {second}, as a comma or a point parts decimals or thousands; "
        'say decimal="." or decimal=",".{proof}'
    ),
    "decimal-mark": 'It is no number where decimal="{decimal}" parts decimals; with the other mark it is {other}.',
    "range-order": "A range begins with its lower figure; write {low}..{high} if it is one.",
    "several-bounds": "Two words or signs say what the figure bounds; write one of them, such as ≥95.",
    "mixed-units": "The two figures are not printed in one unit; print it behind both of them, as in 20%±1%.",
    "too-many-digits": "A figure has at most 30 digits and an exponent within ±30.",
    "parentheses": "Parentheses may mean a negative number or a remark; write -{digits} or {digits}.",
    "factor": (
        "A factor such as 万 or million is not multiplied out, as its zeros were not printed; write {digits} here "
        "and the factor into the unit, such as 万元 or million euros."
    ),
    "figure-in-brackets": (
        "What stands in brackets may be a footnote or a figure of its own; write {digits} here, and another figure "
        "in a cell of its own."
    ),
    "words-in-cell": (
        "Only a figure can stand here; write {digits}, its unit in the heading or in a column of units, "
        "and words in a column of notes."
    ),
    "letter-for-digit": (
        "A letter that looks like a digit stands beside digits, so that one of them may have been misread; compare the "
        "cell with the original, and write all digits of the figure."
    ),
    "more-than": "More than {digits} is no one figure; write ≥{digits}.",
    "nearly": "Nearly {digits} is no one figure; write ≈{digits}.",
    "two-lines": "Two figures may stand here, one above or beside the other; give each a cell of its own.",
    "not-a-number": "It is no figure; write one such as 95, 12.5 or ≥95, or leave the cell empty.",
}
#: Each code of a cell that was read all the same, and by which assumption.
READ_ALL_THE_SAME = {
    "footnote-mark": "The figure was read without {mark}, which was taken for a mark that refers to a note.",
    "both-decimal-marks": (
        "{point} has a point for decimals and {comma} a comma; each was read by its own form. "
        'Say decimal="." or decimal=",", or correct the one that is wrong.'
    ),
    "unproven-point": (
        "{number} was read with a point for decimals, and so were all like it; no other number of the table proves it. "
        'Say decimal="." where it is right, and decimal="," where a point parts thousands.'
    ),
}

_ALIKE = "{message} One answer settles all {count} such cells: {places}{more}."
_MOST_PLACES = 5

_PARENTHESES = re.compile(rf"\( ?({BODY}) ?\)")
_WITH_WORDS = re.compile(rf"({BODY}) ?([^-0-9.,].*)")
_FACTOR = re.compile(rf"(?:{'|'.join(sorted(FACTORS, key=len, reverse=True))})(?![a-z分])")
_MORE = re.compile(r"[余多]$")
_NEARLY = re.compile(rf"近 ?({BODY})")
#: Digits with a letter among them that is often read for one of them, or for which one is read: 8O, l00.
_MISREAD = re.compile(r"(?<![a-z0-9.,])(?=[0-9.,]*[oil])(?=[oil.,]*[0-9])[0-9oil.,]+(?![a-z0-9])")
_FIGURE_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[0-9][^()\[\]]*[)\]]")


def left_out(code: str, place: str, text: str, **words: object) -> Diagnostic:
    """Return the diagnostic of a cell of which nothing was read."""
    return Diagnostic(code=code, place=place, text=text, message=fill(LEFT_OUT[code], **words))


def gathered(noticed: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics of one table with one for all of its ambiguous numbers, which one argument settles.

    >>> both = [left_out("ambiguous-number", at, "1,006", first=1006, second="1.006", proof="") for at in ("C4", "C5")]
    >>> [one.message.partition('decimal=",".')[2] for one in gathered(both)]
    [' One answer settles all 2 such cells: C4; C5.']
    """
    known = list(noticed)
    alike = [one for one in known if one.code == "ambiguous-number"]
    if len(alike) <= 1:
        return known
    places = "; ".join(one.place for one in alike[:_MOST_PLACES])
    more = f"; and {len(alike) - _MOST_PLACES} more" if len(alike) > _MOST_PLACES else ""
    told = evolve(alike[0], message=fill(_ALIKE, message=alike[0].message, count=len(alike), places=places, more=more))
    return [told if one is alike[0] else one for one in known if one is alike[0] or one.code != told.code]


def read_all_the_same(code: str, place: str, text: str, **words: object) -> Diagnostic:
    """Return the diagnostic of what was read by an assumption."""
    message = fill(READ_ALL_THE_SAME[code], **words)
    return Diagnostic(code=code, place=place, text=text, message=message, left_out=False)


#: Letters that stand for a digit where a scan was read: 15O is no 15.
_LIKE_DIGITS = ("o", "l", "i", "|", "!")


def no_figure(text: str, place: str, printed: str) -> Diagnostic:
    """Return why a cell in uniform signs is no figure.

    >>> no_figure("3万", "row 2", "3万").code, no_figure("(18)", "row 2", "(18)").code
    ('factor', 'parentheses')
    """
    if _MISREAD.search(text):
        return left_out("letter-for-digit", place, printed)
    if nearly := _NEARLY.fullmatch(text):
        return left_out("nearly", place, printed, digits=nearly[1])
    if inner := _PARENTHESES.fullmatch(text):
        return left_out("parentheses", place, printed, digits=inner[1].lstrip("+-"))
    if (words := _WITH_WORDS.fullmatch(text)) and meanings(words[1], None) and words[2] not in _LIKE_DIGITS:
        code = _code_of_words(words[2])
        if code != "words-in-cell" or not any(map(str.isdecimal, words[2])):  # 5/10 is not to be written as 5
            return left_out(code, place, printed, digits=words[1])
    return left_out("not-a-number", place, printed)


def _code_of_words(words: str) -> str:
    """The code for what stands after the figure of a cell."""
    if _FACTOR.match(words):
        return "factor"
    if _MORE.match(words):
        return "more-than"
    return "figure-in-brackets" if _FIGURE_IN_BRACKETS.fullmatch(words) else "words-in-cell"


def proof_of(marks: Marks) -> str:
    """Return what the cells of the table prove about its decimal mark, as a sentence; nothing where they do not.

    >>> proof_of(Marks(point="12.5"))
    ' Of the other cells, 12.5 has a point for decimals, which fits decimal=".".'
    """
    if marks.decimal is None:
        return ""
    name = "point" if marks.comma is None else "comma"
    proof = marks.point or marks.comma
    return f' Of the other cells, {proof} has a {name} for decimals, which fits decimal="{marks.decimal}".'
