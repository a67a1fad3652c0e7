"""Comparison: several methods side by side on the same evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from civicplan.assessment.plan import PlanAssessment
from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.formats.result import Result
from civicplan.methods import Method, Rating
from civicplan.rating._cells import PLACES, label_text, rated_text
from civicplan.rating.groups import IndicatorRating
from civicplan.rating.plan_rating import PlanRating, rate, to_method
from civicplan.render import phrases
from civicplan.render.cells import Cell
from civicplan.render.frames import frame
from civicplan.render.html import MOST_ROWS, block
from civicplan.render.languages import SOURCE, Language, chosen, language_of, language_or_none
from civicplan.render.message import Message, fill, one_line, said
from civicplan.render.tables import Table
from civicplan.render.words import as_it_is, full_name
from civicplan.values._decimals import decimal_text


@frozen(kw_only=True, repr=False)
class Comparison(Result):
    """Several methods on the same evidence: a row for each indicator, a column for each method.

    Attributes:
        ratings: One rated plan for each method, in the order asked for.
    """

    ratings: tuple[PlanRating, ...]

    def to_rows(self, *, language: str | None = None) -> list[dict[str, Any]]:
        """Return one plain dict for each indicator: its id and name, and under each method's name what it says.

        Args:
            language: The language of all words, "en" or "zh"; None leaves codes as codes and takes the first names.
        """
        spoken = language_or_none(language)
        rows = zip(*self.ratings, strict=True)
        return [dict(zip(("id", "name", *self._names), _words(row, spoken), strict=True)) for row in rows]

    def to_frame(self, backend: str | None = None, *, language: str | None = None) -> Any:
        """Return the rows as a dataframe.

        Args:
            backend: The library, such as "polars"; None takes the first one installed of pandas, polars and pyarrow.
            language: The language of all words, "en" or "zh"; None leaves codes as codes and takes the first names.

        Raises:
            MissingExtraError: That library, or narwhals, is not installed.
        """
        return frame(self.to_rows(language=language), backend)

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(rated.method.name for rated in self.ratings)

    def _rows(self) -> list[tuple[Cell, ...]]:
        return [_row(ratings) for ratings in zip(*self.ratings, strict=True)]

    def as_table(self) -> Table:
        """Return the ratings as a table for people, with a last row that counts the rated."""
        covered = (rated_text(rating.coverage) for rating in self.ratings)
        headings = (*phrases.COMPARISON_HEADINGS, *(as_it_is(name) for name in self._names))
        return Table(headings, [*self._rows(), ("", Message(phrases.RATED), *covered)], named_by=1)

    def to_text(self, *, language: str | None = None) -> str:
        """Return a table of text for a terminal.

        Args:
            language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        """
        return self.as_table().to_text(self.spoken(language))

    def to_html(self, *, language: str | None = None) -> str:
        """Return the table as a block of HTML with its own style; it loads nothing from elsewhere.

        Args:
            language: The language of all words, "en" or "zh"; None takes that of the plan's title.
        """
        return block([self.as_table()], language=self.spoken(language))

    def spoken(self, asked: str | None) -> Language:
        """Return the language that is asked for, else that of the plan."""
        return chosen(asked, self.ratings[0].plan.title) if self.ratings else language_or_none(asked) or SOURCE

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return one_line(f"<comparison of {', '.join(self._names)}>")

    def _repr_html_(self) -> str:
        return block([self.as_table()], language=self.spoken(None), most=MOST_ROWS)


def compare(assessment: PlanAssessment, methods: Iterable[str | Method]) -> Comparison:
    """Rate the evidence of one assessment by several published methods, side by side.

    Args:
        assessment: The assessed plan.
        methods: Methods, or names of methods of `civicplan.methods`; one column for each.

    Raises:
        UnknownIdError: No method bears a name; the error names the nearest.
        InvalidValueError: No method at all, or two of one name, whose columns could not be told apart.

    >>> from civicplan.assessment import assess
    >>> from civicplan.model import Indicator, Observation, Plan, Threshold
    >>> coverage = Indicator(
    ...     id="water", name="safe water", targets=(Threshold(bound="≥90"),),
    ...     baseline=Observation(period="2015", figure="60"), observations=(Observation(period="2018", figure="81"),))
    >>> plan = Plan(id="p", title="A plan", period="2016/2020", indicators=(coverage,))
    >>> print(compare(assess(plan, as_of="2018"), ["open-sdg-2.4", "global-fund"]))
    id     indicator   open-sdg-2.4                 global-fund
    -----  ----------  ---------------------------  -----------
    water  safe water  substantial progress, 1.245  A2, 90.000
           rated       1 of 1                       1 of 1
    """
    if isinstance(methods, str) or not isinstance(methods, Iterable):
        advice = "put a single one in brackets: [x]"
        raise InvalidTypeError("methods", "a list of methods or their names", describe(methods), advice)
    columns = [to_method(method) for method in methods]
    if not columns:
        advice = 'write for example ["un-2023", "global-fund"]; civicplan.methods.names() has all'
        raise InvalidValueError("methods", "one method or more", "none", advice)
    repeated = [name for name, count in Counter(method.name for method in columns).items() if count > 1]
    if repeated:
        raise InvalidValueError("methods", "each method once", f"{repeated[0]} more than once")
    return Comparison(ratings=tuple(rate(assessment, method) for method in columns))


def _row(ratings: tuple[IndicatorRating, ...]) -> tuple[Cell, ...]:
    indicator = ratings[0].indicator
    return (indicator.id, full_name(indicator.group, indicator.name), *(_cell(rated.rating) for rated in ratings))


def _words(ratings: tuple[IndicatorRating, ...], language: Language | None) -> Iterator[str]:
    """The row in words; in no language that is asked for, with names in their own one."""
    id, name, *cells = _row(ratings)
    yield str(id)
    yield said(name, language or language_of(ratings[0].indicator.name))
    yield from (said(cell, language or SOURCE) for cell in cells)


def _cell(rating: Rating) -> Message:
    if not rating.is_rated:
        return Message(phrases.UNDEFINED)
    value = "" if rating.value is None else decimal_text(rating.value, PLACES)
    label = label_text(rating)
    if not label or not value:
        return as_it_is(label or value)
    return fill(phrases.LABEL_AND_VALUE, label=label, value=value)
