"""The grammar of cells: what people write into a table, as the figure or the bound that it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from attrs import frozen

from civicplan.errors import InvalidValueError
from civicplan.reading import Diagnostic, Diagnostics, Reading
from civicplan.tables.cell_faults import left_out, no_figure, proof_of, read_all_the_same
from civicplan.tables.cell_grammar import Fault, Shape, shape_of
from civicplan.tables.cell_words import BLANKS
from civicplan.tables.numbers import COMMA, NO_MARKS, POINT, DecimalMark, Marks, meanings, plain_digits, proven_marks
from civicplan.tables.uniform import uniform
from civicplan.values import Bound, BoundKind, Figure, to_figure

#: What a cell says of itself: a figure, or the bound that a sign or a word makes of it.
Printed: TypeAlias = Figure | Bound

#: Most cells are plain, and need no grammar.
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?")
#: What a number with a decimal comma has: a comma, or two points that part thousands; and a point of another width.
_MAY_HAVE_COMMA = re.compile(r"[,，．]|\..*\.")
#: A point that may part thousands.
_DOUBTFUL = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")


@frozen(kw_only=True)
class Cell:
    """What a cell of a table says of itself; its heading and its row say what it is about.

    Attributes:
        printed: The figure with its printed digits, or the bound that a sign or a word makes of it.
        is_bracketed: True for a figure in square brackets, as plans print totals, reductions and changes.
        unit: The percent or permille sign that stands beside the figure; None where there is none.
        has_plus: True where a plus stands before a number; one behind it is a bound.
    """

    printed: Printed
    is_bracketed: bool = False
    unit: str | None = None
    has_plus: bool = False


def read_cell(
    text: str, *, place: str, decimal: DecimalMark | None = None, marks: Marks = NO_MARKS
) -> Reading[Cell | None]:
    """Return what a cell means; None for a blank one, and, with a diagnostic, for one that is no figure.

    No text raises anything, and none is read by a guess. What each sign and each word means is listed in `BEFORE`,
    `AFTER`, `BLANKS` and `MARKS` of `civicplan.tables.cell_words`.

    Args:
        text: The text of the cell.
        place: Where it stands, for diagnostics.
        decimal: The decimal mark of the table; None leaves out what may be two numbers, such as 1,006.
        marks: What the other cells of the table prove about it, from `decimal_marks`.

    >>> read_cell("95％以上", place="C4").value
    Cell(printed=Bound.parse('≥95'), is_bracketed=False, unit='%', has_plus=False)
    >>> print(*read_cell("1,006", place="C4").diagnostics)
    C4: '1,006': It is 1006 or 1.006, as a comma or a point parts decimals or thousands; say decimal="." or decimal=",".
    """
    if _PLAIN.fullmatch(text) and (POINT not in text or (decimal != COMMA and marks.comma is None)):
        return Reading(value=Cell(printed=to_figure(text)))
    plain = uniform(text)
    if plain in BLANKS:
        return Reading(value=None)
    source = _Source(text, place, decimal, marks)
    shape = shape_of(plain, text)
    if isinstance(shape, Fault):
        return Reading(value=None, diagnostics=(_fault(shape, plain, source),))
    figures = [_figure(body, source) for body in shape.bodies]
    printed = _printed(shape, figures, source)
    if isinstance(printed, Diagnostic):
        return Reading(value=None, diagnostics=(printed,))
    cell = Cell(
        printed=printed,
        is_bracketed=shape.is_bracketed,
        unit=shape.unit,
        has_plus=any(body.startswith("+") for body in shape.bodies),
    )
    return Reading(value=cell, diagnostics=_mark_left_aside(shape, source))


def decimal_marks(texts: Iterable[str]) -> Marks:
    """Return what the cells of one table prove about its decimal mark.

    >>> decimal_marks(["95", "—", "1,006", "≥12,5 %"])
    Marks(point=None, comma='12,5', doubtful=None)
    """
    marks = NO_MARKS
    for text in texts:
        if _DOUBTFUL.fullmatch(text):
            marks = Marks(marks.point, marks.comma, marks.doubtful or text)
        elif (marks.point is None and POINT in text) or _MAY_HAVE_COMMA.search(text):
            found = proven_marks(_bodies(text))
            marks = Marks(marks.point or found.point, marks.comma or found.comma, marks.doubtful or found.doubtful)
    return marks


def doubts_of_marks(marks: Marks, *, place: str, decimal: DecimalMark | None = None) -> Diagnostics:
    """Return what to know about a table whose cells prove both decimal marks, or no point although one was read.

    Args:
        marks: What the cells prove, from `decimal_marks`.
        place: The table.
        decimal: The decimal mark that is declared; it settles every doubt.

    >>> print(doubts_of_marks(decimal_marks(["1.006", "950"]), place="indicators.csv")[0].code)
    unproven-point
    """
    if decimal is not None:
        return Diagnostics()
    if marks.point is not None and marks.comma is not None:
        words = {"point": marks.point, "comma": marks.comma}
        return Diagnostics((read_all_the_same("both-decimal-marks", place, "", **words),))
    if marks.doubtful is not None and marks.decimal is None:
        return Diagnostics((read_all_the_same("unproven-point", place, "", number=marks.doubtful),))
    return Diagnostics()


class _Source(NamedTuple):
    """What every diagnostic of a cell needs."""

    text: str
    place: str
    decimal: DecimalMark | None
    marks: Marks

    def left_out(self, code: str, **words: object) -> Diagnostic:
        return left_out(code, self.place, self.text, **words)


def _fault(fault: Fault, plain: str, source: _Source) -> Diagnostic:
    if fault.code != "not-a-number":
        return source.left_out(fault.code)
    return no_figure(plain, source.place, source.text)


def _figure(body: str, source: _Source) -> Figure | Diagnostic:
    known = meanings(body, source.decimal, source.marks)
    if len(known) > 1:
        return source.left_out("ambiguous-number", first=known[0], second=known[1], proof=proof_of(source.marks))
    if not known:
        return _no_number(body, source)
    try:
        return to_figure(known[0])
    except InvalidValueError:
        return source.left_out("too-many-digits")


def _no_number(body: str, source: _Source) -> Diagnostic:
    other = None if source.decimal is None else plain_digits(body, COMMA if source.decimal == POINT else POINT)
    if other is None:
        return source.left_out("not-a-number")
    return source.left_out("decimal-mark", decimal=source.decimal, other=other)


def _printed(shape: Shape, figures: Sequence[Figure | Diagnostic], source: _Source) -> Printed | Diagnostic:
    known = [figure for figure in figures if isinstance(figure, Figure)]
    faults = [figure for figure in figures if isinstance(figure, Diagnostic)]
    if faults:
        return faults[0]
    if shape.kind is None:
        return known[0]
    if shape.kind is BoundKind.BETWEEN and known[1] < known[0]:
        return source.left_out("range-order", low=known[1], high=known[0])
    try:
        return Bound(shape.kind, *known)
    except InvalidValueError:  # of a tolerance below zero
        return source.left_out("not-a-number")


def _mark_left_aside(shape: Shape, source: _Source) -> tuple[Diagnostic, ...]:
    if shape.mark is None:
        return ()
    return (read_all_the_same("footnote-mark", source.place, source.text, mark=shape.mark),)


def _bodies(text: str) -> tuple[str, ...]:
    """The numbers of a cell, with the separators that they are printed with."""
    shape = shape_of(uniform(text), text)
    return shape.bodies if isinstance(shape, Shape) else ()
