"""Notices: what is noticed while a text is repaired, up to so many places of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from civicplan.reading import Diagnostic
from civicplan.zh.notices import Notice
from civicplan.zh.text.damage import find_damage
from civicplan.zh.text.traced import Edit

LOST = Notice(
    "lost-characters",
    "Characters were lost here before the text was handed over; digits beside them are not read as a figure. Look the "
    "figure up in the original.",
)
MORE = Notice(
    "more-of-the-same",
    "From here on the same is true of more places, which are not listed: {count}.",
)
#: So many places of one kind are listed one by one; a text that is broken throughout has as many as it has lines.
_MOST_LISTED = 100
#: So much of a line is shown on either side.
_SHOWN = 12


class Said:
    """The diagnostics of a repair as they come up."""

    def __init__(self) -> None:
        self._listed = list[tuple[int, Diagnostic]]()
        self._unlisted = dict[Notice, tuple[int, int]]()

    def of(self, text: str, edits: Iterable[Edit]) -> Iterator[Edit]:
        """Hand edits of a text on, and keep what is to be said of them."""
        line, done = 1, 0
        for edit in edits:
            if edit.notice:
                line, done = line + text.count("\n", done, edit.start), edit.start
                self._add(edit.notice, line, around(text, edit.start, edit.end))
            yield edit

    def lost(self, text: str) -> None:
        """Say where characters of a repaired text are lost, once for each line."""
        line, done, last = 1, 0, 0
        for start, end in find_damage(text):
            line, done = line + text.count("\n", done, start), start
            if line != last:
                self._add(LOST, line, around(text, start, end))
            last = line

    def _add(self, notice: Notice, line: int, text: str) -> None:
        first, count = self._unlisted.get(notice, (line, -_MOST_LISTED))
        if count < 0:
            self._listed.append((line, notice.at(line, text)))
        self._unlisted[notice] = line if count <= 0 else first, count + 1

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Return them in the order of the lines."""
        more = [(first, MORE.at(first, count=count)) for first, count in self._unlisted.values() if count > 0]
        return map(itemgetter(1), sorted(self._listed + more, key=itemgetter(0)))


def around(text: str, start: int, end: int) -> str:
    """Return a place with a little of its line on either side."""
    before = text[max(0, start - _SHOWN) : start].rpartition("\n")[2]
    after = text[end : end + _SHOWN].partition("\n")[0]
    return f"{before}{text[start : min(end, start + 4 * _SHOWN)]}{after}"
