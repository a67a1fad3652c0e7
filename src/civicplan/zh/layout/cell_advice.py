"""What to write where a cell is no figure that can be read."""

from __future__ import annotations

import re

from attrs import evolve

from civicplan.reading import Diagnostic
from civicplan.render.message import fill
from civicplan.tables.cells import read_cell
from civicplan.tables.numbers import POINT
from civicplan.tables.uniform import uniform

_ROUND = re.compile(r"\(([0-9][0-9.,]{0,20}[%‰]?)\)")
#: What stands where a sign could not be read or shown.
_STAND_FOR_LOST = "?\ufffd□"
_LOST = "A sign of the figure is lost, and the figure was left out; write it as the original has it."
_ROUND_BRACKETS = (
    "Round brackets may mean a figure over several years, a negative number or a remark; write [{figure}], -{figure} "
    "or {figure}."
)


def advised(diagnostic: Diagnostic) -> Diagnostic:
    """Return what is said of a cell, in other words where a sign is lost, or where its brackets may stand for a sum."""
    plain = uniform(diagnostic.text)
    if any(sign in plain for sign in _STAND_FOR_LOST):
        return evolve(diagnostic, message=_LOST)
    found = _ROUND.fullmatch(plain)
    return evolve(diagnostic, message=fill(_ROUND_BRACKETS, figure=found[1])) if found else diagnostic


def advice_on(text: str, place: str) -> str:
    """Return what is the matter with a cell that is no figure, and what to write.

    >>> advice_on("（20）", "line 3")
    'Round brackets may mean a figure over several years, a negative number or a remark; write [20], -20 or 20.'
    """
    return " ".join(advised(one).message for one in read_cell(text, place=place, decimal=POINT).diagnostics)
