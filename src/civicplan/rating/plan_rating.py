"""PlanRating: a plan's evidence through a published method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from civicplan.assessment.plan import PlanAssessment
from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UnknownIdError, describe
from civicplan.methods import Method, Rating, get
from civicplan.model import Indicator, Plan
from civicplan.rating.indicator_rating import rating_of
from civicplan.render import phrases
from civicplan.render.frames import frame
from civicplan.render.tables import Table
from civicplan.render.template import fill, one_line
from civicplan.render.words import full_name, in_words
from civicplan.values import Figure, FigureLike, Period, to_figure
from civicplan.values._decimals import decimal_text

RATING_PLACES = 3


@frozen(kw_only=True)
class IndicatorRating:
    """What a method says of one indicator.

    Attributes:
        indicator: The indicator.
        rating: What the method says of it, or why it says nothing.
    """

    indicator: Indicator
    rating: Rating


@frozen(kw_only=True)
class Coverage:
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
        """The coverage of these ratings.

        >>> Coverage.of([Rating(method="global-fund", label="A1")]).rated
        1
        """
        missing = Counter(rating.reason for rating in ratings if not rating.is_rated and rating.reason is not None)
        rated = sum(rating.is_rated for rating in ratings)
        return cls(rated=rated, total=len(ratings), reasons=tuple(missing.most_common()))

    def __str__(self) -> str:
        if not self.reasons:
            return fill(phrases.COVERAGE, rated=self.rated, total=self.total)
        reasons = "; ".join(
            fill(phrases.NOT_RATED, count=count, reason=reason.sentence) for reason, count in self.reasons
        )
        return fill(phrases.COVERAGE_AND_REASONS, rated=self.rated, total=self.total, reasons=reasons)


@frozen(kw_only=True)
class GroupRating:
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


@frozen(kw_only=True, eq=False, repr=False)
class PlanRating:
    """A whole plan through one published method, with aggregates by goal, category and nature.

    Shown on its own it is a text table in a terminal and an HTML table in a notebook.

    Attributes:
        method: The method.
        plan: The plan.
        as_of: The day is the last one of this period.
        ratings: One rating for each indicator, in the order of the plan.
    """

    method: Method
    plan: Plan
    as_of: Period
    ratings: tuple[IndicatorRating, ...]

    @cached_property
    def _by_id(self) -> dict[str, IndicatorRating]:
        return {rated.indicator.id: rated for rated in self.ratings}

    def __getitem__(self, id: str) -> Rating:
        """The rating of the indicator with this id.

        Raises:
            UnknownIdError: No indicator bears it; the error names the nearest ids.
            InvalidTypeError: No text.
        """
        if not isinstance(id, str):
            raise InvalidTypeError("id", "the id of an indicator", describe(id))
        try:
            return self._by_id[id].rating
        except KeyError:
            raise UnknownIdError(id, tuple(self._by_id), "the rating") from None

    def __iter__(self) -> Iterator[IndicatorRating]:
        """The ratings, in the order of the plan."""
        return iter(self.ratings)

    @property
    def overall(self) -> GroupRating:
        """All indicators as one group."""
        return self._group("all", self.ratings)

    @property
    def coverage(self) -> Coverage:
        """How many indicators could be rated, and why the rest could not."""
        return Coverage.of([rated.rating for rated in self.ratings])

    @property
    def by_goal(self) -> dict[str | None, GroupRating]:
        """One group for each goal of the plan, by its id; None holds the indicators of no goal, where there are any."""
        groups: dict[str | None, list[IndicatorRating]] = {
            goal.id: [self._by_id[id] for id in goal.indicators] for goal in self.plan.goals
        }
        placed = {id for goal in self.plan.goals for id in goal.indicators}
        rest = [rated for rated in self.ratings if rated.indicator.id not in placed]
        if rest:
            groups[None] = rest
        return {name: self._group(name, members) for name, members in groups.items()}

    @property
    def by_category(self) -> dict[str | None, GroupRating]:
        """One group for each category; None holds the indicators without one, where there are any."""
        return self._grouped(lambda indicator: None if indicator.category is None else str(indicator.category))

    @property
    def by_nature(self) -> dict[str | None, GroupRating]:
        """One group for each nature; None holds the indicators without one, where there are any."""
        return self._grouped(lambda indicator: None if indicator.nature is None else str(indicator.nature))

    def _grouped(self, key: Callable[[Indicator], str | None]) -> dict[str | None, GroupRating]:
        groups: dict[str | None, list[IndicatorRating]] = {}
        for rated in self.ratings:
            groups.setdefault(key(rated.indicator), []).append(rated)
        return {name: self._group(name, members) for name, members in groups.items()}

    def _group(self, name: str | None, members: Sequence[IndicatorRating]) -> GroupRating:
        ratings = [rated.rating for rated in members]
        counts = Counter(rating.label for rating in ratings if rating.is_rated)
        return GroupRating(
            name=name,
            members=tuple(rated.indicator.id for rated in members),
            coverage=Coverage.of(ratings),
            labels=tuple((label, counts[label]) for label in self.method.labels if counts[label]),
            rating=self._together(members),
        )

    def _together(self, members: Sequence[IndicatorRating]) -> Rating:
        if not self.method.groups_indicators:
            return self.method.without(Reason.NO_AGGREGATE_RULE)
        rows = _rows(members)
        weights = [rated.indicator.weight for row in rows for rated in row]
        weighs = any(weight is not None for weight in weights)
        return self.method.aggregate([[rated.rating for rated in row] for row in rows], weights if weighs else None)

    def to_rows(self) -> list[dict[str, Any]]:
        """One plain dict for each indicator; what is undefined is None, and `reason` says why."""
        return [_row(rated) for rated in self.ratings]

    def to_frame(self, backend: str) -> Any:
        """The rows as a dataframe of the named library ("polars", "pandas", "pyarrow"), numbers as floats.

        Raises:
            MissingExtraError: That library, or narwhals, is not installed.
        """
        return frame(self.to_rows(), backend)

    def _tables(self) -> Iterator[Table]:
        yield Table(phrases.RATING_HEADINGS, [_cells(rated) for rated in self.ratings])
        groups = [group for named in (self.by_goal, self.by_category, self.by_nature) for group in _of(named)]
        yield Table(phrases.GROUP_HEADINGS, [_group_cells(group) for group in (*groups, self.overall)])

    def __str__(self) -> str:
        method = self.method
        title = fill(
            phrases.RATINGS_OF[method.confirmed],
            title=method.title,
            name=method.name,
            day=self.as_of,
            coverage=self.coverage,
        )
        return "\n\n".join((title, *(table.to_text() for table in self._tables())))

    def __repr__(self) -> str:
        return one_line(f"<{self.method.name} of {self.plan.id} as of {self.as_of}: {self.coverage}>")

    def _repr_html_(self) -> str:
        return "\n".join(table.to_html() for table in self._tables())


def rate(
    assessment: PlanAssessment,
    method: str | Method,
    *,
    limits: Mapping[str, FigureLike] | None = None,
    every_year: Collection[str] = (),
) -> PlanRating:
    """Rate the evidence of an assessment by a published method: yearly levels by the day, level target, direction.

    Without a level target, the methods that look at nothing but actual and target take the first target in numbers.

    Args:
        assessment: The assessed plan.
        method: The name of a method of `civicplan.methods`, or a method.
        limits: The natural limits of indicators by their id [unit of the indicator].
        every_year: The ids of the indicators whose target is to be kept each year, not reached once.

    Raises:
        UnknownIdError: No method or no indicator bears a name; the error names the nearest.
        InvalidTypeError: `limits` is no mapping, or `every_year` no list of ids.

    >>> from civicplan.assessment import assess
    >>> from civicplan.model import Observation, Threshold
    >>> water = Indicator(
    ...     id="water", name="safe water", targets=(Threshold(bound="≥90"),),
    ...     observations=(Observation(period="2018", figure="81"),))
    >>> plan = Plan(id="p", title="A plan", period="2016/2020", indicators=(water,))
    >>> rate(assess(plan, as_of="2018"), "global-fund")["water"].label
    'A2'
    """
    chosen = to_method(method)
    ends, kept = _limits({} if limits is None else limits), _ids(every_year)
    for id in (*ends, *kept):
        assessment[id]
    ratings = []
    for one in assessment:
        id = one.indicator.id
        rating = rating_of(one, chosen, assessment, limit=ends.get(id), every_year=id in kept)
        ratings.append(IndicatorRating(indicator=one.indicator, rating=rating))
    return PlanRating(method=chosen, plan=assessment.plan, as_of=assessment.as_of, ratings=tuple(ratings))


def to_method(method: str | Method) -> Method:
    """Return the method, or the one with this name."""
    return method if isinstance(method, Method) else get(method)


def _limits(limits: Mapping[str, FigureLike]) -> dict[str, Figure]:
    if not isinstance(limits, Mapping):
        raise InvalidTypeError("limits", "a limit for each id", describe(limits), 'write {"water": "100"}')
    try:
        return {id: to_figure(limit) for id, limit in limits.items()}
    except (InvalidTypeError, InvalidValueError) as error:
        raise error.in_field("limits") from None


def _ids(ids: Collection[str]) -> frozenset[str]:
    listed = isinstance(ids, Iterable) and not isinstance(ids, str | Mapping)
    if not listed or not all(isinstance(id, str) for id in ids):
        raise InvalidTypeError("every_year", "a list of ids", describe(ids), 'write ["water"]')
    return frozenset(ids)


def _rows(members: Sequence[IndicatorRating]) -> list[list[IndicatorRating]]:
    """The rows of each printed indicator together, wherever they stand; most indicators have one."""
    rows: dict[tuple[str, ...], list[IndicatorRating]] = {}
    for rated in members:
        indicator = rated.indicator
        key = (indicator.id,) if indicator.group is None else (str(indicator.group), indicator.number or "")
        rows.setdefault(key, []).append(rated)
    return list(rows.values())


def _of(named: dict[str | None, GroupRating]) -> list[GroupRating]:
    """The groups, unless nothing was grouped."""
    return [] if set(named) <= {None} else list(named.values())


def _row(rated: IndicatorRating) -> dict[str, Any]:
    indicator, rating = rated.indicator, rated.rating
    return {
        "id": indicator.id,
        "number": indicator.number,
        "name": str(indicator.name),
        "method": rating.method,
        "label": rating.label,
        "value": rating.value,
        "score": rating.score,
        "reason": None if rating.reason is None else str(rating.reason),
        "detail": rating.detail or None,
        "baseline_year": None if rating.baseline is None else rating.baseline.year,
        "current_year": None if rating.current is None else rating.current.year,
    }


def name_of(indicator: Indicator) -> str:
    """Return the name of an indicator with its group."""
    return full_name(indicator.group, indicator.name)


def _cells(rated: IndicatorRating) -> tuple[str, ...]:
    indicator, rating = rated.indicator, rated.rating
    value = phrases.UNDEFINED if rating.value is None else decimal_text(rating.value, RATING_PLACES)
    ends = tuple("" if point is None else str(point) for point in (rating.baseline, rating.current))
    return (indicator.number or "", name_of(indicator), label_text(rating), value, *ends)


def label_text(rating: Rating) -> str:
    """Return the label of a rating in words, or why there is none."""
    if rating.is_rated:
        return in_words(rating.label or "")
    return fill(phrases.NO_LABEL, reason=rating.reason.sentence) if rating.reason else phrases.UNDEFINED


def rated_text(coverage: Coverage) -> str:
    """Return how many of how many were rated."""
    return fill(phrases.RATED_OF_TOTAL, rated=coverage.rated, total=coverage.total)


def _group_cells(group: GroupRating) -> tuple[str, ...]:
    labels = ", ".join(fill(phrases.COUNTED, count=count, noun=in_words(label)) for label, count in group.labels)
    name = phrases.NO_GROUP if group.name is None else group.name
    return (name, rated_text(group.coverage), labels or phrases.UNDEFINED, _joint_text(group.rating))


def _joint_text(rating: Rating) -> str:
    label = label_text(rating)
    return label if rating.score is None else f"{label} {decimal_text(rating.score, RATING_PLACES)}".strip()
