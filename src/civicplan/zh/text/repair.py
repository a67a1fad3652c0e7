"""Repair: a text as it came from a page, a scan or a forum, put into plain simplified Chinese, change by change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby, islice, takewhile
from operator import attrgetter

from attrs import field, frozen

from civicplan.reading import Reading
from civicplan.zh.text.legible import check_legible, check_words, require_text
from civicplan.zh.text.repair_notices import Said
from civicplan.zh.text.repair_rules import (
    with_dashes,
    with_decimal_points,
    with_empty_marks,
    with_ones_as_marks,
    with_plain_signs,
    with_single_commas,
    without_invisible,
    without_padding,
    without_pinyin,
    without_random_pairs,
    without_random_words,
)
from civicplan.zh.text.simplified_script import simplified
from civicplan.zh.text.traced import Change, Traced

#: What is replaced, in this order: a later rule sees what the earlier ones left.
_BEFORE_SIMPLIFYING = (without_pinyin, without_random_pairs, without_random_words, without_padding)
_AFTER_SIMPLIFYING = (
    *(with_single_commas, with_dashes, with_decimal_points),
    *(with_empty_marks, with_ones_as_marks),
)


@frozen
class Repaired:
    r"""A text whose every line stands in the line of the same number of its source, and every change to it.

    Attributes:
        text: The text; every line break in it is one ``\n``.
        changes: What was changed, in the order of the source.

    >>> repaired = repair("階(jiē)段目標３。５%").value
    >>> repaired.text, repaired.source_column(1, 5)
    ('阶段目标3.5%', 10)
    """

    text: str
    changes: tuple[Change, ...] = field(repr=lambda changes: str(len(changes)))

    @property
    def source(self) -> str:
        r"""The text as it was before the changes; every line break in it is one ``\n``, too."""
        lines = self.text.split("\n")
        for number, changes in groupby(self.changes, attrgetter("line")):
            lines[number - 1] = "".join(_undone(lines[number - 1], changes))
        return "\n".join(lines)

    def source_column(self, line: int, column: int) -> int:
        """Return the column of the source from which that of the repaired text comes.

        Args:
            line: The number of the line; the first is 1.
            column: The column in the line of the repaired text; the first is 1.
        """
        longer = 0
        for place in range(bisect_left(self.changes, line, key=attrgetter("line")), len(self.changes)):
            change = self.changes[place]
            inside = column + longer - change.column
            if change.line != line or inside < 0:
                break
            if inside < len(change.after):
                return change.column + min(inside, max(len(change.before) - 1, 0))
            longer += len(change.before) - len(change.after)
        return column + longer

    def places_in(self, line: int, places: Iterable[int]) -> Iterator[int]:
        """Yield where places of a line of the source, the first being 0, stand in the repaired text.

        Args:
            line: The number of the line; the first is 1.
            places: The places, in their order.

        >>> list(repair("階(jiē)段目標３。５%").value.places_in(1, (1, 6, 8)))
        [1, 1, 3]
        """
        first = bisect_left(self.changes, line, key=attrgetter("line"))
        changes = list(takewhile(lambda change: change.line == line, islice(self.changes, first, None)))
        done = longer = 0
        for place in places:
            while done < len(changes) and changes[done].column + len(changes[done].before) <= place + 1:
                longer += len(changes[done].after) - len(changes[done].before)
                done += 1
            inside = place + 1 - changes[done].column - len(changes[done].after) if done < len(changes) else 0
            yield place + longer - max(inside, 0)


def _undone(line: str, changes: Iterable[Change]) -> Iterator[str]:
    done = longer = 0
    for change in changes:
        start = change.column - 1 - longer
        yield line[done:start]
        yield change.before
        done = start + len(change.after)
        longer += len(change.before) - len(change.after)
    yield line[done:]


def repair(text: str) -> Reading[Repaired]:
    """Put a text into plain simplified Chinese, within its lines, and record every change.

    What is repaired: blanks and signs of other widths, characters that show nothing, pinyin in brackets behind its
    character, traditional script, random signs that a forum puts between texts, blanks within a short name that fills
    a cell, repeated commas, 。 for a decimal point and 一 for a dash between figures, and odd dashes in empty cells.
    Chinese punctuation stays as it is. Where characters are lost, nothing is put in their place.

    Args:
        text: The text.

    Returns:
        The repaired text. The diagnostics say where digits may be lost, what was taken out, and what was guessed.

    Raises:
        ReadingError: It is no text, or one that was read in another encoding.
        InvalidTypeError: It is no string.
        MissingExtraError: The extra zh is not installed.

    >>> repair("區(qū)文廣旅游局").value.text
    '区文广旅游局'
    >>> print(*repair("游客突破?00万人次").diagnostics)  # doctest: +ELLIPSIS
    line 1: '游客突破?00万人次': Characters were lost here ...
    """
    require_text(text)
    check_legible(text)
    source = text.replace("\r\n", "\n").replace("\r", "\n")
    said = Said()
    traced = Traced(source, source).edited(without_invisible(source))
    traced = traced.rewritten(with_plain_signs(traced.text))
    for rule in _BEFORE_SIMPLIFYING:
        traced = traced.edited(said.of(traced.text, rule(traced.text)))
    traced = simplified(traced)
    for rule in _AFTER_SIMPLIFYING:
        traced = traced.edited(said.of(traced.text, rule(traced.text)))
    check_legible(traced.text)  # as it would be if it were repaired again
    check_words(traced.text)
    said.lost(traced.text)
    return Reading(value=Repaired(traced.text, tuple(traced.changes())), diagnostics=said.diagnostics())
