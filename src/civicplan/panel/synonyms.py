"""The words that tables have for directions, measures and signs, turned into those that an assessment reads.

An assessment knows few words, each in one spelling: to look for all of these in millions of rows would take its time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from civicplan.panel.bounds import SIGNS
from civicplan.panel.engine import nw
from civicplan.panel.expressions import first_of, flag
from civicplan.tables.cell_words import BEFORE, TOLERANCE_SIGNS
from civicplan.values import BoundKind
from civicplan.values.synonyms import DIRECTION, MEASURE

_MORE_SIGNS = {
    BoundKind.EXACTLY: ("==",),
    BoundKind.BETWEEN: ("between", "range", "区间"),
    BoundKind.ABOUT: TOLERANCE_SIGNS,
}
#: For each column the words that stand for each of ours, in small letters.
OTHERS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "direction": DIRECTION,
    "measure": MEASURE,
    "comparator": {
        signs[0]: [*BEFORE.get(kind, ()), *_MORE_SIGNS.get(kind, ())]
        for kind, signs in ((BoundKind[name.upper()], signs) for name, signs in SIGNS.items())
    },
}
#: Signs of another width.
_WIDE = {"＞": ">", "＜": "<", "＝": "=", "～": "~"}


def with_our_words(frame: Any, called: Mapping[str, str]) -> Any:
    """Return a frame in which the cells of some columns are words of ours; a word that is not known stays.

    Args:
        frame: The frame.
        called: What the columns of `OTHERS` that it has are called.
    """
    schema = frame.collect_schema()
    texts = {ours: theirs for ours, theirs in called.items() if schema[theirs] in (nw.String, nw.Categorical, nw.Enum)}
    translated = {theirs: _translated(nw.col(theirs), OTHERS[ours]) for ours, theirs in texts.items()}
    return frame.with_columns(**translated) if translated else frame


def _translated(column: Any, words: Mapping[str, Sequence[str]]) -> Any:
    given = column.cast(nw.String())
    word = given.str.strip_chars().str.to_lowercase()
    for wide, plain in _WIDE.items():
        word = word.str.replace_all(wide, plain, literal=True)
    return first_of(*((flag(word.is_in(list(others))), name) for name, others in words.items()), otherwise=given)
