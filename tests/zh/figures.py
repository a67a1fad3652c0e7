"""Every figure of what a reader returned, with the source that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

import civicplan as cp
from civicplan.zh.language.numerals import find_numbers

_RUN = re.compile(r"[0-9]+(?:\.[0-9]+)?|(?<![0-9])\.[0-9]+")


def figures_in(value: Any, source: cp.Source | None = None) -> Iterator[tuple[cp.Figure, cp.Source | None]]:
    """Yield the figures of a value, in its order, each with the closest source that is recorded."""
    if isinstance(value, cp.Figure):
        yield value, source
    elif isinstance(value, tuple | list):
        for part in value:
            yield from figures_in(part, source)
    elif attrs.has(type(value)) and not isinstance(value, cp.Period | cp.Source):
        own = getattr(value, "source", None) or source
        for field in attrs.fields(type(value)):
            yield from figures_in(getattr(value, field.name), own)


def digits_of(figure: cp.Figure) -> str:
    """Return the digits of a figure as printed, without a sign and without a multiple: of 6E+4 it is 6."""
    number = figure.value.as_tuple()
    assert isinstance(number.exponent, int), "a figure is finite"
    digits = "".join(map(str, number.digits))
    places = -number.exponent
    return digits if places <= 0 else f"{digits.zfill(places + 1)[:-places]}.{digits.zfill(places + 1)[-places:]}"


def stands_in(figure: cp.Figure, line: str) -> bool:
    """Return whether the digits of a figure stand in a line as a number of their own, or as a Chinese numeral."""
    value = abs(figure.value)
    numerals = {found.figure.value for found in find_numbers(line)}
    runs = {run.zfill(len(run) + run.startswith(".")) for run in _RUN.findall(line)}
    return digits_of(figure) in runs or value in numerals
