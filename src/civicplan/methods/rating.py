"""Rating and Method: what a published method says of a track, and where the method itself is published."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal, localcontext
from enum import StrEnum
from typing import ClassVar, TypeAlias

from attrs import field, frozen

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UndefinedMeasureError, describe, naming_field
from civicplan.formats.result import Result
from civicplan.methods.track import Point, Track
from civicplan.values import Figure, FigureLike, to_figure
from civicplan.values._decimals import WORKING, decimal_text

_PLACES = 4


class Requirement(StrEnum):
    """A part of a track that a method cannot do without, or takes into account where it is given."""

    BASELINE = "baseline"
    CURRENT = "current"
    TARGET = "target"
    TARGET_YEAR = "target_year"
    DIRECTION = "direction"
    SERIES = "series"
    LIMIT = "limit"
    PARITY = "parity"
    EVERY_YEAR = "every_year"
    UNIT = "unit"
    PATH = "path"


@frozen(kw_only=True)
class Rating(Result):
    """What one method says of one track, in its own words and numbers, or the reason why it says nothing.

    Attributes:
        method: The name of the method.
        label: The method's own word; None for a measure without words, and where there is no rating.
        value: The number behind the word, in the unit that the method's documentation states.
        score: The method's own points, where it has any.
        reason: Why there is no rating; beside a rating, what it must not be read without.
        detail: Which of the method's own peculiarities came into play, in words; empty where none did.
        baseline: The point used as the baseline.
        current: The point used as the latest value.

    >>> Rating(method="us-commerce-2007", reason=Reason.ZERO_TARGET).is_rated
    False
    """

    _derived: ClassVar = ("is_rated",)

    method: str
    label: str | None = None
    value: Decimal | None = None
    score: Decimal | None = None
    reason: Reason | None = None
    detail: str = ""
    baseline: Point | None = None
    current: Point | None = None

    @property
    def is_rated(self) -> bool:
        """True when the method gave a rating."""
        return self.value is not None or self.score is not None or (self.label is not None and self.reason is None)

    def __str__(self) -> str:
        said = (self.label or "").replace("_", " ")
        value = "" if self.value is None else decimal_text(self.value, _PLACES)
        shown = ", ".join(part for part in (said, value) if part) or "not rated"
        return f"{shown}: {self.reason.sentence}" if self.reason is not None else shown


#: Ratings of one group; a group within it counts as one.
Ratings: TypeAlias = "Iterable[Rating | Ratings]"
Rule: TypeAlias = Callable[[Track], Rating]
#: One weight for each rating, groups taken apart, as a rule for groups gets them.
Weights: TypeAlias = "list[Figure | None]"


@frozen(kw_only=True)
class Method:
    """A published way of rating, with its name, version and source; none of them is the only right one.

    Attributes:
        name: The name by which `civicplan.methods.get` finds it.
        version: The version or year of the publication that it follows.
        title: What the institution calls it.
        source: Where it is published.
        confirmed: True when the rule was read in its source; False when it is given here as we understand it.
        needs: What it cannot do without.
        uses: What it also takes into account where it is given.
        labels: Its words, best first; empty for a measure without words.
        unrated: Its word for what it cannot rate, where it has one.
        unit: The unit of `Rating.value`.
        rule: The rule itself.
        takes_any_measure: True when it compares the actual with the target in any measure: a level, a growth, a
            total, a reduction.
        gives_standings: True when its words are the standings of an assessment.
        tolerance: How far off the schedule a standing is still on track [share]; None for the methods that give none,
            and where it is left to the assessment.
        groups_indicators: True when the rule for a group is for several indicators, not only for several targets of
            one.
        group_rule: The rule for a group of ratings, where the source has one.

    >>> from civicplan.methods import get
    >>> method = get("global-fund")
    >>> method.rate(Track(current=(2020, "95"), target=(2020, "100"), direction="higher")).label
    'A2'
    """

    name: str
    version: str
    title: str
    source: str
    confirmed: bool
    needs: tuple[Requirement, ...]
    uses: tuple[Requirement, ...] = ()
    labels: tuple[str, ...] = ()
    unrated: str | None = None
    unit: str
    rule: Rule = field(repr=False, eq=False)
    takes_any_measure: bool = False
    gives_standings: bool = False
    tolerance: Figure | None = None
    groups_indicators: bool = False
    group_rule: Callable[[Ratings, Weights | None], Rating] | None = field(default=None, repr=False, eq=False)

    def rate(self, track: Track) -> Rating:
        """Return what the method says of the track; where it is undefined, a rating without a value and with a reason.

        Args:
            track: The evidence.

        Raises:
            InvalidTypeError: Not a track.

        >>> from civicplan.methods import get
        >>> get("aarr-ends").rate(Track(baseline=(2015, "0"), current=(2020, "3"))).reason
        <Reason.ZERO_BASELINE: 'zero_baseline'>
        """
        if not isinstance(track, Track):
            raise InvalidTypeError("track", "a Track", describe(track), "write Track(baseline=..., current=...)")
        with localcontext(WORKING):
            try:
                return self.rule(track)
            except UndefinedMeasureError as undefined:
                return self.without(undefined.reason)

    def without(self, reason: Reason) -> Rating:
        """Return the rating that says why there is none."""
        return Rating(method=self.name, label=self.unrated, reason=reason)

    def aggregate(self, ratings: Ratings, weights: Iterable[FigureLike | None] | None = None) -> Rating:
        """Return one rating for a group by the rule of the source; without one a reason, never an average of ours.

        Args:
            ratings: Ratings of this method; a list among them is a group of its own and counts as one.
            weights: One weight for each rating, for the methods that weigh; None where one is not known.

        Raises:
            InvalidValueError: A rating of another method, a weight below zero, or more weights than ratings.
            InvalidTypeError: No list of ratings, or no list of figures for weights.

        >>> from civicplan.methods import get
        >>> get("sdsn-arrows").aggregate([]).reason
        <Reason.NO_AGGREGATE_RULE: 'no_aggregate_rule'>
        """
        own = self._own(ratings)
        figures = None if weights is None else _weights(weights, sum(1 for _ in flat(own)))
        if self.group_rule is None:
            return self.without(Reason.NO_AGGREGATE_RULE)
        with localcontext(WORKING):
            try:
                return self.group_rule(own, figures)
            except UndefinedMeasureError as undefined:
                return self.without(undefined.reason)

    def _own(self, ratings: Ratings) -> list[Rating | Ratings]:
        if isinstance(ratings, str | bytes | Mapping) or not isinstance(ratings, Iterable):
            raise InvalidTypeError(
                "ratings", "a list of ratings", describe(ratings), "put a single one in brackets: [x]"
            )
        parts: list[Rating | Ratings] = []
        for part in ratings:
            if isinstance(part, Rating) and part.method != self.name:
                raise InvalidValueError("ratings", f"ratings of one method, {self.name}", part.method)
            parts.append(part if isinstance(part, Rating) else self._own(part))
        return parts

    @property
    def doc(self) -> str:
        """The documentation of the rule: what it computes, its thresholds, its source and version, an example."""
        return inspect.getdoc(self.rule) or ""


def flat(ratings: Ratings) -> Iterator[Rating]:
    """Yield the ratings without their groups."""
    for part in ratings:
        if isinstance(part, Rating):
            yield part
        else:
            yield from flat(part)


def _weights(weights: Iterable[FigureLike | None], count: int) -> list[Figure | None]:
    if isinstance(weights, str | bytes | Mapping) or not isinstance(weights, Iterable):
        raise InvalidTypeError("weights", "a list of weights", describe(weights), "put a single one in brackets: [x]")
    with naming_field("weights"):
        figures = [None if weight is None else to_figure(weight) for weight in weights]
    for figure in figures:
        if figure is not None and figure < 0:
            raise InvalidValueError("weights", "weights of zero or more", str(figure))
    if len(figures) > count:
        raise InvalidValueError("weights", f"one weight for each of {count} ratings", f"{len(figures)} weights")
    return figures
