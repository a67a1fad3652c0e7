"""PlanRating: a plan's evidence through a published method."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar, overload

from attrs import frozen

from civicplan.assessment.plan import PlanAssessment, assess
from civicplan.errors import InvalidTypeError, InvalidValueError, describe, naming_field
from civicplan.formats.result import Result, lend
from civicplan.methods import Method, Rating, get, names
from civicplan.model import Indicator, Plan
from civicplan.model._lookup import find_by_id
from civicplan.rating._cells import cells_of, group_cells_of, row_of
from civicplan.rating.groups import Coverage, GroupRating, IndicatorRating, group_of
from civicplan.rating.indicator_rating import rating_of
from civicplan.render import phrases
from civicplan.render.frames import frame
from civicplan.render.html import MOST_ROWS, block
from civicplan.render.languages import chosen, language_of, language_or_none
from civicplan.render.message import Message, fill, one_line, said
from civicplan.render.tables import Row, Table
from civicplan.render.words import as_it_is, in_words
from civicplan.values import Figure, FigureLike, Period, to_figure

#: What is written of a method, with its types.
_OF_METHODS: dict[str, Any] = {
    **dict.fromkeys(("name", "title", "version", "source"), str),
    "confirmed": bool,
    "labels": tuple[str, ...],
    "unit": str,
}
_GROUPINGS = ("by_goal", "by_category", "by_nature")


@frozen(kw_only=True, repr=False)
class PlanRating(Result):
    """A whole plan through one published method, with aggregates by goal, category and nature.

    Shown on its own it is a text table in a terminal and an HTML table in a notebook.

    Attributes:
        method: The method.
        plan: The plan.
        as_of: The day is the last one of this period.
        ratings: One rating for each indicator, in the order of the plan.
    """

    _derived: ClassVar = ("coverage", "overall", *_GROUPINGS)
    _left_out: ClassVar = {"ratings": ("indicator",)}

    method: Method
    plan: Plan
    as_of: Period
    ratings: tuple[IndicatorRating, ...]

    @cached_property
    def _by_id(self) -> dict[str, IndicatorRating]:
        return {rated.indicator.id: rated for rated in self.ratings}

    @overload
    def __getitem__(self, id: str) -> Rating: ...
    @overload
    def __getitem__(self, id: slice) -> tuple[IndicatorRating, ...]: ...
    def __getitem__(self, id: str | slice) -> Rating | tuple[IndicatorRating, ...]:
        """The rating of the indicator with this id, or the rated indicators in a slice of the list.

        Raises:
            UnknownIdError: No indicator bears it; the error names the nearest ids.
            InvalidTypeError: No text.
        """
        if isinstance(id, slice):
            return self.ratings[id]
        return find_by_id(self._by_id, id, "the rating").rating

    def __contains__(self, sought: object) -> bool:
        """True when an indicator of the plan bears this id, or this is one of the rated indicators."""
        return sought in self._by_id if isinstance(sought, str) else sought in self.ratings

    def __iter__(self) -> Iterator[IndicatorRating]:
        """The rated indicators, in the order of the plan."""
        return iter(self.ratings)

    def __len__(self) -> int:
        """How many indicators there are, rated or not."""
        return len(self.ratings)

    def __bool__(self) -> bool:
        """True: the rating of a plan without indicators is one as well."""
        return True

    @property
    def overall(self) -> GroupRating:
        """All indicators as one group."""
        return group_of("all", self.ratings, self.method)

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
        with_goal = {id for goal in self.plan.goals for id in goal.indicators}
        without_goal = [rated for rated in self.ratings if rated.indicator.id not in with_goal]
        if without_goal:
            groups[None] = without_goal
        return {name: group_of(name, members, self.method) for name, members in groups.items()}

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
        return {name: group_of(name, members, self.method) for name, members in groups.items()}

    def to_rows(self, *, language: str | None = None) -> list[dict[str, Any]]:
        """Return one plain dict for each indicator; what is undefined is None, and `reason` says why.

        Args:
            language: The language of all words, "en" or "zh"; None leaves codes as codes and takes the first names.
        """
        spoken = language_or_none(language)
        return [row_of(rated, spoken) for rated in self.ratings]

    def _entries(self) -> dict[str, object]:
        entries = super()._entries()
        entries["method"] = {name: getattr(self.method, name) for name in _OF_METHODS}
        return entries | {name: list(getattr(self, name).values()) for name in _GROUPINGS}

    @classmethod
    def _shape(cls) -> dict[str, Any]:
        return super()._shape() | {"method": _OF_METHODS} | dict.fromkeys(_GROUPINGS, tuple[GroupRating, ...])

    @classmethod
    def _lent(cls, name: str, tree: Any, parts: Mapping[str, Any]) -> Any:
        if name == "ratings":
            return _with_indicators(tree, parts["plan"])
        return _method_in(tree) if name == "method" else tree

    def to_frame(self, backend: str | None = None, *, language: str | None = None) -> Any:
        """The rows as a dataframe, numbers as floats.

        Args:
            backend: The library, such as "polars"; None takes the first one installed of pandas, polars and pyarrow.
            language: The language of all words, "en" or "zh"; None leaves codes as codes and takes the first names.

        Raises:
            MissingExtraError: That library, or narwhals, is not installed.
        """
        return frame(self.to_rows(language=language), backend)

    def _tables(self, caption: str = "") -> Iterator[Table]:
        rows = [cells_of(rated) for rated in self.ratings]
        yield Table(phrases.RATING_HEADINGS, rows, caption=caption)
        goals = {goal.id: as_it_is(goal.title) for goal in self.plan.goals}
        groups: list[Row] = [
            group_cells_of(group, Message(phrases.NO_GROUPS[kind]) if name is None else in_its_words(name))
            for kind, grouping, in_its_words in (
                ("goal", self.by_goal, goals.__getitem__),
                ("category", self.by_category, str),
                ("nature", self.by_nature, in_words),
            )
            if set(grouping) != {None}
            for name, group in grouping.items()
        ]
        together = group_cells_of(self.overall, Message(phrases.ALL_ROWS))
        yield Table(phrases.GROUP_HEADINGS, [*groups, together])

    def to_text(self, *, language: str | None = None) -> str:
        """Return a title and tables of text for a terminal.

        Args:
            language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        """
        own = chosen(language, self.plan.title)
        return "\n\n".join((said(self._title(), own), *(table.to_text(own) for table in self._tables())))

    def to_html(self, *, language: str | None = None) -> str:
        """Return the tables as a block of HTML with its own style; it loads nothing from elsewhere.

        Args:
            language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        """
        return block(self._tables(self._title()), language=chosen(language, self.plan.title))

    def _title(self) -> Message:
        method = self.method
        return fill(
            phrases.RATINGS_OF[method.confirmed],
            title=Message(method.title),
            name=method.name,
            day=self.as_of.last_unit,
            coverage=self.coverage.words,
        )

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return one_line(f"<{self.method.name} of {self.plan.id} as of {self.as_of}: {self.coverage}>")

    def _repr_html_(self) -> str:
        return block(self._tables(self._title()), language=language_of(self.plan.title), most=MOST_ROWS)


def rate(
    assessment: PlanAssessment,
    method: str | Method,
    *,
    limits: Mapping[str, FigureLike] | None = None,
    every_year: Collection[str] = (),
) -> PlanRating:
    """Rate the evidence of an assessment by a published method: yearly levels by the day, level target, direction.

    The methods that look at nothing but actual and target take the target in force, in whatever measure, as the
    attainment of the assessment does. The mid-term words of China are the standing of the next target.

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
    if not isinstance(assessment, PlanAssessment):
        advice = 'write assess(plan, as_of="2020")'
        raise InvalidTypeError("assessment", "an assessed plan", describe(assessment), advice)
    chosen = to_method(method)
    known_limits, kept_yearly = _limits({} if limits is None else limits), _ids(every_year)
    for id in (*known_limits, *kept_yearly):
        assessment[id]
    ratings = []
    for assessed in _in_tolerance_of(chosen, assessment):
        id = assessed.indicator.id
        rating = rating_of(
            assessed, chosen, assessment.plan.period, limit=known_limits.get(id), every_year=id in kept_yearly
        )
        ratings.append(IndicatorRating(indicator=assessed.indicator, rating=rating))
    return PlanRating(method=chosen, plan=assessment.plan, as_of=assessment.as_of, ratings=tuple(ratings))


def _in_tolerance_of(method: Method, assessment: PlanAssessment) -> PlanAssessment:
    """The assessment with the tolerance that the method has of its own, if it has one."""
    if method.tolerance is None:
        return assessment
    return assess(
        assessment.plan,
        as_of=assessment.as_of,
        tolerance=method.tolerance,
        vintage=assessment.vintage,
        path=assessment.path,
    )


def to_method(method: str | Method) -> Method:
    """Return the method, or the one with this name."""
    if isinstance(method, Method):
        return method
    if not isinstance(method, str):
        raise InvalidTypeError("method", "a method or its name", describe(method), 'write "un-2023"')
    return get(method)


def _method_in(tree: object) -> Method:
    """Return the published method that is written by its name and what is known of it."""
    name = tree.get("name") if isinstance(tree, dict) else None
    if name not in names():
        raise InvalidValueError("", 'an object with the "name" of a published method', describe(name))
    return get(str(name))


def _with_indicators(tree: object, plan: Plan) -> object:
    """Return what is written of the ratings, each with its indicator of the plan."""
    count = len(plan.indicators)
    if isinstance(tree, list) and len(tree) != count:
        raise InvalidValueError("", f"a rating for each of the {count} indicators", f"{len(tree)} ratings")
    return lend(tree, ({"indicator": indicator} for indicator in plan.indicators))


def _limits(limits: Mapping[str, FigureLike]) -> dict[str, Figure]:
    if not isinstance(limits, Mapping):
        raise InvalidTypeError("limits", "a limit for each id", describe(limits), 'write {"water": "100"}')
    with naming_field("limits"):
        return {id: to_figure(limit) for id, limit in limits.items()}


def _ids(ids: Collection[str]) -> frozenset[str]:
    is_list = isinstance(ids, Iterable) and not isinstance(ids, str | Mapping)
    if not is_list or not all(isinstance(id, str) for id in ids):
        raise InvalidTypeError("every_year", "a list of ids", describe(ids), 'write ["water"]')
    return frozenset(ids)
