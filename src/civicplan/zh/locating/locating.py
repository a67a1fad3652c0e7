"""Locating: for every figure of a plan, where the document that it is said to come from prints it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from civicplan.errors import InvalidTypeError, describe
from civicplan.model import Plan
from civicplan.render.message import fill
from civicplan.zh.layout.grid import document_of
from civicplan.zh.locating.finding import MOST_OF_ONE, Found, Wanted, wanted_in
from civicplan.zh.locating.located import Located, Locations, LocationStatus, Place
from civicplan.zh.locating.plan_figures import PlanFigure, figures_of
from civicplan.zh.locating.printed import printed_in
from civicplan.zh.text.repair import Repaired, repair

_MOST_LISTED = 20
_LONGEST_TEXT = 80

_IN_ROW = "The row “{row}” prints it in line {line}, in the column “{heading}”."
_IN_ROW_ALONE = "The row “{row}” prints it in line {line}."
_IN_TEXT = "Line {line} prints it: “{text}”."
_IN_OTHER_COLUMN = "The row “{row}” prints it in line {line}, but in the column “{heading}”, where other figures stand."
_IN_COLUMNS = "The row “{row}” prints it {count} times, and the headings do not tell which of them is meant."
_AMONG_OTHERS = (
    "Line {line} prints it in the row “{row}”, which has other amounts in this unit, and no word tells which is "
    "that of “{subject}”: “{text}”."
)
_IN_OTHER_UNIT = "Line {line} prints {printed} in the unit “{unit}”; the plan has {figure} in the unit “{wanted}”."
_IN_OTHER_DIGITS = "Line {line} prints {printed}; the plan has {figure}, which is the same amount in other digits."
_NOT_IN_ROW = "The row “{row}” does not print it; it stands elsewhere, first in line {line}: “{text}”."
_NOT_BESIDE = "No row and no sentence that names “{subject}” prints it; it stands in line {line}: “{text}”."
_IN_SEVERAL = (
    "It stands in {count} places, none of which names “{subject}”, so that nothing tells which of them is meant; the "
    "first is line {line}: “{text}”."
)
_ROW_PRINTS = "The text prints it nowhere in these digits; the row “{row}” in line {line} prints {printed}."
_NOWHERE = "The text prints it nowhere in these digits."


def locate(plan: Plan, text: str) -> Locations:
    r"""Return for every figure of a plan whether the document prints it, and where.

    The plan may come from anywhere: from a reader, from a person or from a language model. The digits are compared as
    they are printed, so that 95.0 is not 95, and 6E+4 is 6万. The names of indicators are compared in the repaired
    text, without blanks, marks and what stands in brackets. A figure is printed where its row and its column are found,
    or, in running text, beside its subject. Whether a target is a floor or a cap is not compared.

    Args:
        plan: The plan.
        text: The text of the document: lines, or HTML.

    Raises:
        ReadingError: The text is no text.

    >>> from civicplan.model import Indicator
    >>> indicator = Indicator(id="forest", name="森林覆盖率", unit="%", targets=("≥62.0",))
    >>> plan = Plan(id="p", title="A plan", period="2021/2025", indicators=(indicator,))
    >>> found = locate(plan, "指标名称\t2025年\n森林覆盖率(%)\t62")
    >>> print(found[0].message)
    The text prints it nowhere in these digits; the row “森林覆盖率(%)” in line 2 prints 62.
    """
    if not isinstance(plan, Plan):
        raise InvalidTypeError("plan", "a Plan", describe(plan))
    repaired = repair(text).value
    document = document_of(repaired.text, "the text").value
    printed = printed_in(document, repaired.text.split("\n"))
    return Locations(_located(wanted_in(printed, figure), repaired) for figure in figures_of(plan))


def _located(wanted: Wanted, repaired: Repaired) -> Located:
    """Return whether the document prints a figure, and where."""
    status, found, sentence, words = _judged(wanted)
    figure = wanted.figure
    words = {**(_words_of(figure, found) if found else {}), **words}
    return Located(
        path=figure.path,
        subject=figure.subject,
        figure=figure.figure,
        status=status,
        places=tuple(_place(one, repaired) for one in found[:_MOST_LISTED]),
        message=fill(sentence, **words),
    )


class _Judged(NamedTuple):
    """What is to be said of a figure: the numbers that it is said of, and the sentence with its words."""

    status: LocationStatus
    found: Sequence[Found]
    sentence: str
    words: Mapping[str, object] = MappingProxyType({})


def _judged(wanted: Wanted) -> _Judged:
    own = wanted.own()
    right = [found for found in own if found.is_of_unit] or [found for found in own if found.is_of_unit is None]
    if right and (sentence := _doubt_of(wanted, right)):
        return _Judged(LocationStatus.AMBIGUOUS, right, sentence)
    if right:
        return _Judged(LocationStatus.PRINTED, right, _sentence_of(right[0]))
    if own:
        return _Judged(LocationStatus.OTHER_UNIT, own, _IN_OTHER_UNIT)
    if converted := wanted.converted():
        sentence = _IN_OTHER_DIGITS if converted[0].is_of_unit else _IN_OTHER_UNIT
        return _Judged(LocationStatus.OTHER_UNIT, converted, sentence)
    if wanted.figure.measure is not None and (inside := wanted.inside):
        return _Judged(LocationStatus.OTHER_PLACE, inside, _IN_OTHER_COLUMN)
    return _elsewhere(wanted) or _nowhere(wanted)


def _elsewhere(wanted: Wanted) -> _Judged | None:
    found = wanted.elsewhere()
    if not found:
        return None
    if wanted.rows:
        return _Judged(LocationStatus.OTHER_PLACE, found, _NOT_IN_ROW, {"row": _cut(wanted.rows[0].name)})
    if len(found) == 1:
        return _Judged(LocationStatus.OTHER_PLACE, found, _NOT_BESIDE)
    count = len(found) if len(found) < MOST_OF_ONE else f"{MOST_OF_ONE} or more"
    return _Judged(LocationStatus.AMBIGUOUS, found, _IN_SEVERAL, {"count": count})


def _nowhere(wanted: Wanted) -> _Judged:
    if (other := wanted.row_prints()) is None:
        return _Judged(LocationStatus.NOT_PRINTED, (), _NOWHERE)
    row, printed = other
    words = {"row": _cut(row.name), "line": row.spot.line, "printed": printed}
    return _Judged(LocationStatus.NOT_PRINTED, (), _ROW_PRINTS, words)


def _doubt_of(wanted: Wanted, found: Sequence[Found]) -> str | None:
    """Return why nothing tells which number of a row is meant: by the headings, or by the words around them."""
    rows = [one.spot.row for one in found if one.row is not None and not one.is_below_known_heading]
    if wanted.figure.measure is not None:
        return _IN_COLUMNS if len(set(rows)) < len(rows) else None
    is_named = not wanted.figure.names or any(one.row is None for one in found)
    return None if is_named or not wanted.has_others else _AMONG_OTHERS


def _sentence_of(found: Found) -> str:
    if found.row is None:
        return _IN_TEXT
    return _IN_ROW if found.heading else _IN_ROW_ALONE


def _words_of(figure: PlanFigure, found: Sequence[Found]) -> dict[str, object]:
    """Return what sentences say of the first number."""
    first = found[0]
    return {
        "line": first.spot.line,
        "row": _cut(first.row.name) if first.row else "",
        "heading": _cut(first.heading),
        "text": _cut(first.spot.clause),
        "printed": first.spot.text,
        "unit": first.unit or "",
        "figure": figure.figure,
        "wanted": figure.unit or "",
        "subject": _cut(figure.subject).strip("“”"),
        "count": len(found),
    }


def _place(found: Found, repaired: Repaired) -> Place:
    spot = found.spot
    column = None if spot.column is None else repaired.source_column(spot.line, spot.column + 1)
    return Place(line=spot.line, column=column, text=_cut(spot.clause), heading=found.heading)


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_TEXT else f"{plain[: _LONGEST_TEXT - 1]}…"
