"""What is true of an indicator."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from attrs import evolve, frozen
from hypothesis import strategies as st

from civicplan.model import MeasureLike, PricesLike

from .manner import LAST, mean, root
from .promises import Direction, Promise, nearest, promises

THINGS, COUNTS, RATIOS = ("吨", "公里", "万亩", "MWh"), ("个", "册"), ("%", "‰")
MONEY = ("亿元", "SEK", "₹ crore", "zł", "KRW bn", None)
#: In what way a document takes the average growth of several years.
AVERAGES = ("compound", "compound", "mean of the rates", "whole by years", "a year less", "from the first year")
_PRICES: tuple[PricesLike | None, ...] = (None, "current", "constant")
#: Levels lie on twentieths, so that halves are common.
_GRID = 20


@frozen(kw_only=True)
class Truth:
    """What is true of an indicator, and how the document speaks of it.

    Attributes:
        id: Its id.
        unit: The unit of its levels.
        prices: What the document says of their prices.
        direction: Which levels are better.
        deflator: By what prices rise in a year.
        account: The levels that the document goes by, from the year before the plan to its last year.
        other: The levels before or after a revision.
        start: The level of the year before the plan as the plan gives it, which may have been restated since.
        average: How average growth is taken.
        prints_growth: True where the table prints the average growth of the whole period.
        promises: The targets.
        has_phrase: True where a target in words stands beside them.
    """

    id: str
    unit: str | None
    prices: PricesLike | None
    direction: Direction
    deflator: Fraction
    account: tuple[Fraction, ...]
    other: tuple[Fraction, ...]
    start: Fraction
    average: str
    prints_growth: bool
    promises: tuple[Promise, ...] = ()
    has_phrase: bool = False

    def value(self, measure: MeasureLike, first: int, last: int) -> Fraction:
        """What the measure is over the years from the first to the last, growth and reduction at constant prices."""
        levels = self.account
        match measure:
            case "level":
                return levels[last]
            case "change":
                return levels[last] - levels[first - 1]
            case "total":
                return sum(levels[first : last + 1], start=Fraction(0))
            case "reduction":
                return 100 - 100 * self.multiple(first - 1, last)
            case _:
                return self._growth(first, last)

    def multiple(self, start: int, last: int) -> Fraction:
        """By what the level is multiplied from one year to another, at constant prices."""
        nominal: Fraction = self.account[last] / self.account[start]
        return nominal / Fraction(self.deflator ** (last - start))

    def judged(self, measure: MeasureLike, first: int, last: int) -> Fraction:
        """What a verdict or a standing rests on: compound growth, unless the table prints another average."""
        is_printed = self.prints_growth and (first, last) == (1, LAST)
        return evolve(self, average=self.average if is_printed else "compound").value(measure, first, last)

    def _growth(self, first: int, last: int) -> Fraction:
        years, whole = last - first + 1, self.multiple(first - 1, last)
        match self.average if years > 1 else "compound":
            case "mean of the rates":
                return 100 * mean(self.multiple(*both) - 1 for both in pairwise(range(first - 1, last + 1)))
            case "whole by years":
                return 100 * (whole - 1) / years
            case "a year less":
                return 100 * (root(whole, years - 1) - 1)
            case "from the first year":
                return 100 * (root(self.multiple(first, last), years - 1) - 1)
            case _:
                return 100 * (root(whole, years) - 1)

    @property
    def grid(self) -> int:
        """The parts of one in which levels are true."""
        return 1 if self.unit in COUNTS else _GRID

    @property
    def is_ratio(self) -> bool:
        return self.unit in RATIOS


@st.composite
def truths(draw: st.DrawFn, id: str) -> Truth:
    """An indicator with one or two editions of its levels, and its targets."""
    unit = draw(st.sampled_from((*THINGS, *COUNTS, *RATIOS, *MONEY)))
    prices: PricesLike | None = draw(st.sampled_from(_PRICES)) if unit in MONEY else None
    deflates = unit in MONEY and prices != "constant"
    grid = 1 if unit in COUNTS else _GRID
    account = draw(_levels(grid))
    other = draw(_revised(account, grid))
    truth = Truth(
        id=id,
        unit=unit,
        prices=prices,
        direction=draw(st.sampled_from(("higher", "lower", None))),
        deflator=Fraction(draw(st.integers(100, 106)), 100) if deflates else Fraction(1),
        account=account,
        other=other,
        start=draw(st.sampled_from((account[0], other[0]))),
        average=draw(st.sampled_from(AVERAGES)),
        prints_growth=unit not in RATIOS and draw(st.integers(0, 2)) == 0,
        has_phrase=draw(st.integers(0, 9)) == 0,
    )
    made = draw(promises(truth.judged, truth.direction, has_rates=not truth.is_ratio))
    return evolve(truth, promises=(*made, *draw(_beside_the_last_level(truth, made))))


@st.composite
def _beside_the_last_level(draw: st.DrawFn, truth: Truth, made: tuple[Promise, ...]) -> list[Promise]:
    """A growth or a change that asks for the same as the level aimed at in the last year."""
    level = next((promise for promise in made if promise.measure == "level" and promise.due == LAST), None)
    is_alone = level is None or any(promise.is_revised for promise in made) or not draw(st.integers(0, 3))
    if level is None or is_alone or level.number <= 0:
        return []
    places = draw(st.integers(0, 2))
    if truth.is_ratio or draw(st.booleans()):
        return [evolve(level, measure="change", figure=nearest(level.number - truth.start, places))]
    multiple = level.number / truth.start / truth.deflator**LAST
    return [evolve(level, measure="growth", figure=nearest(100 * (root(multiple, LAST) - 1), places))]


def like(truth: Truth, id: str, account: tuple[Fraction, ...]) -> Truth:
    """Another indicator of the same kind, with levels of its own and no targets."""
    return evolve(
        truth,
        id=id,
        account=account,
        other=account,
        start=account[0],
        promises=(),
        has_phrase=False,
        prints_growth=False,
    )


@st.composite
def _levels(draw: st.DrawFn, grid: int) -> tuple[Fraction, ...]:
    """The levels of six years."""
    path = [Fraction(draw(st.integers(50 * grid, 9999 * grid)), grid)]
    for _ in range(LAST):
        grown = path[-1] * draw(st.integers(80, 125)) / 100
        path.append(Fraction(max(1, round(grown * grid)), grid))
    return tuple(path)


@st.composite
def _revised(draw: st.DrawFn, account: tuple[Fraction, ...], grid: int) -> tuple[Fraction, ...]:
    """The levels, some of which another edition gives otherwise."""
    years = draw(st.sets(st.integers(0, LAST), max_size=2)) if draw(st.booleans()) else set[int]()
    off = draw(st.sampled_from((Fraction(93, 100), Fraction(108, 100))))
    return tuple(
        Fraction(max(1, round(level * off * grid)), grid) if year in years else level
        for year, level in enumerate(account)
    )
