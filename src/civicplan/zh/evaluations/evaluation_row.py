"""EvaluationRow: one row of a project's self-evaluation table (绩效自评表)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from attrs import field

from civicplan.errors import InvalidTypeError, describe
from civicplan.model._fields import label_or_none, source_or_none, text_or_none, to_bool, to_count, tuple_of
from civicplan.model._part import ModelPart, model_class
from civicplan.tables.cell_words import BLANKS
from civicplan.tables.cells import read_cell
from civicplan.tables.numbers import POINT
from civicplan.tables.uniform import uniform
from civicplan.values import Bound, Figure, Source, Text, to_text

#: What a cell shows: a figure, the bound that a sign or a word makes of it, or words.
Shown: TypeAlias = Figure | Bound | Text

_LONGEST_CELL = 60
#: A number between a sign or a word and a unit.
_WITH_UNIT = re.compile(
    r"(?P<before>[^0-9.,+-]{0,8})(?P<number>[+-]?[0-9][0-9,]{0,20}(?:\.[0-9]{1,9})?) ?"
    r"(?P<unit>[a-z%‰㎡\u4e00-\u9fff][a-z%‰㎡/²³\u4e00-\u9fff]{0,7}?)(?P<after>(?:及?以上|及?以下|以内|之内|左右)?)"
)
#: A number before such words is a day or a place in an order, and no amount.
_DAYS = re.compile(r"[月日号前后底初末内起第名]|年.")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


class ShownCell(NamedTuple):
    """What a cell shows, with the unit that stands in it.

    Attributes:
        shown: The figure, the bound or the words; None for a blank.
        unit: The unit; None where none stands in the cell.
    """

    shown: Shown | None
    unit: str | None = None


def read_shown(text: str) -> ShownCell:
    """Return what a cell shows; whatever is no figure and no bound is words.

    >>> read_shown("≥12场"), read_shown("95.0%以上").shown, read_shown("明显改善").shown, read_shown("6月底前").unit
    (ShownCell(shown=Bound.parse('≥12'), unit='场'), Bound.parse('≥95.0'), Text('明显改善'), None)
    """
    plain = uniform(text)
    if plain in BLANKS:
        return ShownCell(None)
    if len(plain) > _LONGEST_CELL:
        return ShownCell(Text(text))
    cell = read_cell(text, place="", decimal=POINT).value
    if cell is not None and not cell.is_bracketed:
        return ShownCell(cell.printed, cell.unit)
    return _with_unit(plain) or ShownCell(Text(text))


def _with_unit(plain: str) -> ShownCell | None:
    """Return what a number with a unit shows; None where it is none."""
    parts = _WITH_UNIT.fullmatch(plain)
    if parts is None or _DAYS.search(parts["unit"]) or (parts["unit"] == "年" and _YEAR.fullmatch(parts["number"])):
        return None
    cell = read_cell(f"{parts['before']}{parts['number']}{parts['after']}", place="", decimal=POINT).value
    return None if cell is None else ShownCell(cell.printed, parts["unit"])


def _shown_or_none(value: Figure | Bound | Text | str | None) -> Figure | Bound | Text | None:
    if value is None or isinstance(value, Figure | Bound | Text):
        return value
    if not isinstance(value, str):
        raise InvalidTypeError("", "a Figure, a Bound, a Text or what a cell shows", describe(value), 'write "≥12"')
    return read_shown(value).shown


def _texts(values: tuple[Text | str, ...]) -> tuple[Text, ...]:
    return tuple(to_text(value) for value in tuple_of(values, Text, str))


def _lines(values: Iterable[int]) -> tuple[int, ...]:
    return tuple_of(values, int)


@model_class(kw_only=True)
class EvaluationRow(ModelPart):
    """A row of a self-evaluation holds what is printed: figures and bounds where they stand, words where words do.

    What a cell shows may be given as text: ``"≥12"`` is a bound, ``"12"`` a figure, and ``"improved"`` words.

    Attributes:
        name: The indicator; of the row of a sum, what stands before it.
        unit: The unit of target and actual, as printed.
        target: What was planned.
        actual: What was reached.
        weight: The points that can be had.
        score: The points that were given.
        rate: The share of the target that the actual comes to, as printed [percent].
        groups: The headings that the row stands under, the highest first.
        project: The project that the table is about, as printed.
        table: Which table of the document the row belongs to, counted from 1.
        is_total: True where weight and score are printed as the sum of the other rows of the table under its `groups`.
        source: Where it stands, or begins.
        notes: How its cells were put under their headings, where they had moved.
        cell_lines: The lines of target, actual, weight, score and rate, where these cells have lines of their own; else
            none.

    >>> EvaluationRow(name="courses", unit="场", target="≥12", actual="14", weight="10", score="10").target
    Bound.parse('≥12')
    """

    name: Text = field(converter=to_text)
    unit: str | None = field(default=None, converter=label_or_none)
    target: Figure | Bound | Text | None = field(default=None, converter=_shown_or_none)
    actual: Figure | Bound | Text | None = field(default=None, converter=_shown_or_none)
    weight: Figure | Bound | Text | None = field(default=None, converter=_shown_or_none)
    score: Figure | Bound | Text | None = field(default=None, converter=_shown_or_none)
    rate: Figure | Bound | Text | None = field(default=None, converter=_shown_or_none)
    groups: tuple[Text, ...] = field(default=(), converter=_texts)
    project: Text | None = field(default=None, converter=text_or_none)
    table: int = field(default=1, converter=to_count)
    is_total: bool = field(default=False, converter=to_bool)
    source: Source | None = field(default=None, converter=source_or_none)
    notes: Text | None = field(default=None, converter=text_or_none)
    cell_lines: tuple[int, ...] = field(default=(), converter=_lines)
