"""Strategies for the values that a plan is made of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import ceil, floor
from typing import TypeVar

from civicplan.errors import InvalidValueError
from civicplan.testing._hypothesis import strategies as st
from civicplan.values import (
    Bound,
    BoundKind,
    CalendarUnit,
    Figure,
    FigureLike,
    Period,
    PeriodLike,
    Source,
    Text,
    to_figure,
    to_period,
)

_T = TypeVar("_T")
_MOST_DIGITS = 10**30 - 1
_LARGEST = 10**9


def figures(
    *,
    min_value: FigureLike = -_LARGEST,
    max_value: FigureLike = _LARGEST,
    min_places: int = 0,
    max_places: int = 3,
) -> st.SearchStrategy[Figure]:
    """Every figure drawn lies between the two values and has between the two numbers of printed decimal places.

    Args:
        min_value: The least figure.
        max_value: The greatest figure.
        min_places: The fewest printed decimal places; negative for numbers printed in tens, hundreds ... (-30 or more).
        max_places: The most printed decimal places (30 or fewer).

    Raises:
        InvalidValueError: No figure lies between the two values.

    >>> from hypothesis import find
    >>> str(find(figures(min_value=5, min_places=1), lambda figure: True))
    '5.0'
    """
    low, high = Fraction(to_figure(min_value).value), Fraction(to_figure(max_value).value)
    runs = [(places, *_run(low, high, places)) for places in range(min_places, max_places + 1)]
    drawn = [st.integers(first, last).map(partial(_printed, places)) for places, first, last in runs if first <= last]
    if not drawn:
        got = f"{min_value} to {max_value} with {min_places} to {max_places} places"
        raise InvalidValueError("figures", "values and places between which there is a figure", got)
    return st.one_of(drawn)


def _run(low: Fraction, high: Fraction, places: int) -> tuple[int, int]:
    """The first and the last figure between the two values, in units of the last printed place."""
    scale = Fraction(10) ** places
    return max(ceil(low * scale), -_MOST_DIGITS), min(floor(high * scale), _MOST_DIGITS)


def _printed(places: int, digits: int) -> Figure:
    return Figure(Decimal(f"{digits}E{-places}"))


def bounds(
    *, of: st.SearchStrategy[Figure] | None = None, kinds: Collection[BoundKind] = tuple(BoundKind)
) -> st.SearchStrategy[Bound]:
    """Every bound drawn is of one of the kinds and set in the figures given; an "about" may state no tolerance.

    Args:
        of: The figures of its ends; by default any.
        kinds: Which of the seven shapes.

    >>> from hypothesis import find
    >>> str(find(bounds(kinds=[BoundKind.AT_LEAST]), lambda bound: True))
    '≥0'
    """
    return _bounds(figures() if of is None else of, tuple(kinds))


@st.composite
def _bounds(draw: st.DrawFn, of: st.SearchStrategy[Figure], kinds: Sequence[BoundKind]) -> Bound:
    kind, figure = draw(st.sampled_from(kinds)), draw(of)
    match kind:
        case BoundKind.BETWEEN:
            return Bound.between(*sorted((figure, draw(of))))
        case BoundKind.ABOUT:
            return Bound.about(figure, tolerance=draw(of.map(_size) | st.none()))
        case _:
            return Bound(kind, figure)


def _size(figure: Figure) -> Figure:
    return Figure(figure.value.copy_abs())


def periods(
    *, within: PeriodLike = "1900/2100", units: Collection[CalendarUnit] = tuple(CalendarUnit), max_count: int = 10
) -> st.SearchStrategy[Period]:
    """Every period drawn lies within the one given and is a run of whole units.

    Args:
        within: The period that they lie in.
        units: The units that they are made of; a run of units that makes larger ones is drawn as those.
        max_count: The most units in a run.

    Raises:
        InvalidValueError: No whole unit lies within the period.

    >>> from hypothesis import find
    >>> str(find(periods(within="2016/2020", units=[CalendarUnit.QUARTER]), lambda period: True))
    '2016-Q1'
    """
    whole = to_period(within)
    runs = [(unit, *_units_in(whole, unit)) for unit in units]
    fitting = [run for run in runs if run[1] <= run[2]]
    if not fitting:
        raise InvalidValueError("periods", "a period of at least one whole unit", str(whole))
    return _periods(tuple(fitting), max_count)


@st.composite
def _periods(draw: st.DrawFn, runs: Sequence[tuple[CalendarUnit, int, int]], max_count: int) -> Period:
    unit, first, last = draw(st.sampled_from(runs))
    start = draw(st.integers(first, last))
    return Period(unit, start, draw(st.integers(start, min(last, start + max_count - 1))))


def _units_in(whole: Period, unit: CalendarUnit) -> tuple[int, int]:
    """The first and the last whole unit within the period, counted as Period counts them."""
    if unit is CalendarUnit.DAY:
        return whole.start.toordinal(), whole.end.toordinal()
    (begin, begin_days), (stop, _) = whole.start_key, whole.end_key
    return -(-(begin + (begin_days > 0)) // unit), stop // unit - 1


@st.composite
def mostly(draw: st.DrawFn, usual: st.SearchStrategy[_T], seldom: st.SearchStrategy[_T]) -> _T:
    """The usual three times in four, and when shrinking."""
    return draw(seldom if draw(st.integers(0, 3)) == 3 else usual)


# A lone surrogate is half a character: no file can hold it.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip)
IDS = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=8)
_LANGUAGES = st.sampled_from(("zh", "en", "zh-Hant", "und"))
TEXTS = (WORDS | st.dictionaries(_LANGUAGES, WORDS, min_size=1, max_size=3)).map(Text)
_URLS = st.sampled_from(("https://example.org/plan.pdf", "http://例子.cn/规划?page=3#box-2"))
SOURCES = st.builds(
    Source,
    document=WORDS,
    line=st.none() | st.integers(1, 10**9),
    box=st.none() | WORDS,
    url=mostly(st.none(), _URLS),
)


def texts() -> st.SearchStrategy[Text]:
    """Every text drawn has words that are not blank, in no stated language or in several.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None)
    ... @given(texts())
    ... def test_that_a_text_says_something(text):
    ...     assert str(text).strip()
    >>> test_that_a_text_says_something()
    """
    return TEXTS


def sources() -> st.SearchStrategy[Source]:
    """Every source drawn names a document, and may name a line and a box in it, or a web address.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None)
    ... @given(sources())
    ... def test_that_a_source_names_a_document(source):
    ...     assert source.document.strip()
    >>> test_that_a_source_names_a_document()
    """
    return SOURCES
