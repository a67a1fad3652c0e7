"""Groups of rated indicators: how many of how many, which labels, and the rating of the group by the source's rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import ClassVar

from attrs import frozen

from civicplan.errors import Reason
from civicplan.formats.result import Result
from civicplan.methods import Method, Rating
from civicplan.model import Indicator
from civicplan.render import phrases
from civicplan.render.message import Message, fill, joined


@frozen(kw_only=True)
class IndicatorRating(Result):
    """What a method says of one indicator.

    Attributes:
        indicator: The indicator.
        rating: What the method says of it, or why it says nothing.
    """

    _derived: ClassVar = ("indicator.id", "indicator.number", "indicator.name")

    indicator: Indicator
    rating: Rating


@frozen(kw_only=True)
class Coverage(Result):
    """How many of how many could be rated, and why the rest could not; no average stands without it.

    Attributes:
        rated: How many were rated.
        total: How many there are.
        reasons: Why the others were not, and how many for each reason; the most frequent first.

    >>> str(Coverage(rated=2, total=3, reasons=((Reason.NO_TIME, 1),)))
    '2 of 3 rated; 1 not rated: there is no time between the start and the end'
    """

    rated: int
    total: int
    reasons: tuple[tuple[Reason, int], ...] = ()

    @classmethod
    def of(cls, ratings: Sequence[Rating]) -> Coverage:
        """Return the coverage of these ratings.

        >>> Coverage.of([Rating(method="global-fund", label="A1")]).rated
        1
        """
        missing = Counter(rating.reason for rating in ratings if not rating.is_rated and rating.reason is not None)
        rated = sum(rating.is_rated for rating in ratings)
        return cls(rated=rated, total=len(ratings), reasons=tuple(missing.most_common()))

    def __str__(self) -> str:
        return str(self.words)

    @property
    def words(self) -> Message:
        """The same in words."""
        if not self.reasons:
            return fill(phrases.COVERAGE, rated=self.rated, total=self.total)
        reasons = joined(
            phrases.NEXT_ENTRY,
            (fill(phrases.NOT_RATED, count=count, reason=Message(reason.sentence)) for reason, count in self.reasons),
        )
        return fill(phrases.COVERAGE_AND_REASONS, rated=self.rated, total=self.total, reasons=reasons)


@frozen(kw_only=True)
class GroupRating(Result):
    """The ratings of a group: how often each label was given, the coverage, and the source's own rule for groups.

    Attributes:
        name: The name of the group; None for the indicators that belong to none.
        members: The ids of its indicators.
        coverage: How many could be rated, and why the rest could not.
        labels: How often each label was given, in the order of the method, best first; labels not given are left out.
        rating: The rating of the group by the method's own rule; a reason where its source has none.
    """

    name: str | None
    members: tuple[str, ...]
    coverage: Coverage
    labels: tuple[tuple[str, int], ...]
    rating: Rating


def group_of(name: str | None, members: Sequence[IndicatorRating], method: Method) -> GroupRating:
    """Return the ratings of a group, with the rating of the group by the method's own rule."""
    ratings = [rated.rating for rated in members]
    counts = Counter(rating.label for rating in ratings if rating.is_rated)
    return GroupRating(
        name=name,
        members=tuple(rated.indicator.id for rated in members),
        coverage=Coverage.of(ratings),
        labels=tuple((label, counts[label]) for label in method.labels if counts[label]),
        rating=_joint_rating(members, method),
    )


def _joint_rating(members: Sequence[IndicatorRating], method: Method) -> Rating:
    if not method.groups_indicators:
        return method.without(Reason.NO_AGGREGATE_RULE)
    printed = _by_printed_indicator(members)
    ratings = [[rated.rating for rated in rows] for rows in printed]
    weights = [rated.indicator.weight for rows in printed for rated in rows]
    is_weighted = any(weight is not None for weight in weights)
    return method.aggregate(ratings, weights if is_weighted else None)


def _by_printed_indicator(members: Iterable[IndicatorRating]) -> list[list[IndicatorRating]]:
    """Bring the rows of each printed indicator together, wherever they stand; most indicators have one."""
    rows: dict[tuple[str, ...], list[IndicatorRating]] = {}
    for rated in members:
        indicator = rated.indicator
        key = (indicator.id,) if indicator.group is None else (str(indicator.group), indicator.number or "")
        rows.setdefault(key, []).append(rated)
    return list(rows.values())
