"""What headings of tables mean: a field, and the period, measure and unit that the heading states with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import chain, product, zip_longest
from typing import NamedTuple

from attrs import evolve, frozen

from civicplan.model import Measure
from civicplan.reading import Diagnostic, Reading
from civicplan.render.message import fill
from civicplan.tables.cell_words import BLANKS
from civicplan.tables.heading_words import (
    BETWEEN_WORDS,
    CUMULATIVE_REMARKS,
    DUE_HEADINGS,
    FIELD_WORDS,
    MAY_BE_CATEGORIES,
    MEASURE_HEADINGS,
    ONLY_WITH_PERIOD,
    REDUCTIONS,
    REMARKS,
    VALUE_FIELDS,
    Field,
)
from civicplan.tables.periods import PERIOD_IN_TEXT, read_period
from civicplan.tables.uniform import uniform, with_uniform_signs
from civicplan.tables.words import slip_of
from civicplan.values import FiscalYearNamed, Period

#: No heading that is understood is longer.
_LONGEST_HEADING = 200
#: The fields whose heading may state a period: the value of a long table has its own in each row.
_WITH_PERIOD = (Field.BASELINE, Field.TARGET, Field.ACTUAL)

_ENCLOSED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_UNIT_AT_END = re.compile(r"[, ]*(?:\bin )?([%‰])$")
_MARKS_AT_END = re.compile(r"(?<=\S) ?([*†‡§¹²³⁴-⁹①-⑩]+)$")
_NOTE = re.compile(r"[*†‡§]+|[0-9]{1,2}|注[0-9]{0,2}|notes? ?[0-9]{1,2}")
_PART_OF_YEAR = re.compile("q[1-4]|h[12]")
_UNIT_PREFIX = re.compile(r"(?:unit|单位) ?: ?|in ", re.IGNORECASE)
_JOINERS = re.compile(r"[_:,;/-]+")
#: Words for a growth over several years.
_AVERAGE = re.compile("average annual|年均|cagr")
#: What pandas calls a column without a heading.
_UNNAMED = re.compile(r"unnamed: [0-9]+(?:_level_[0-9]+)?")

_NEAR = (
    "No heading is known by this name; the nearest is {known}. Write columns={{{field}: {heading}}} if it is meant, "
    "or ignore=[{heading}]."
)
_UNKNOWN = (
    "No heading is known by this name. Write ignore=[{heading}] to leave the column aside, or say what it is by "
    'columns={{"...": {heading}}} with one of {fields}; figures that are no levels need their measure, as in '
    '"target growth".'
)
_MAY_BE_CATEGORY = (
    "It may be what the indicators are listed under; write columns={{{field}: {heading}}} if it is, "
    "or ignore=[{heading}]."
)
_NO_ROLE = (
    'It does not say whether the figures are targets or actuals; say columns={{"target{measure}": {heading}}} or '
    'columns={{"actual{measure}{period}": {heading}}}, or write ignore=[{heading}].'
)
_OF_ONE_YEAR = (
    "The reduction may be that of one year or over the whole plan; say "
    'columns={{"target reduction 2021/2025": {heading}}} with the years of the plan if it is, or '
    'columns={{"target reduction {period}": {heading}}}.'
)
_MAY_BE_OTHER = (
    "Without a year the word may be the heading of something else; say columns={{{field}: {heading}}} if it is meant, "
    "or write ignore=[{heading}]."
)
_REMARK = (
    "Beside a word such as {remark} its figures may be other ones than those of the period; write ignore=[{heading}], "
    "or columns={{{field}: {heading}}} if they are to be read all the same."
)
_UNCLEAR = (
    "It does not say whether the figures are baselines, targets or actuals, or of which one period; say so, "
    'as in columns={{"target 2025": {heading}}} or columns={{"actual 2021": {heading}}}, or write ignore=[{heading}].'
)
_TWO_PERIODS = "It states more than one period; give each a column of its own."
_MARK = "The heading was read without {mark}, which was taken for a mark that refers to a note."


@frozen(kw_only=True)
class Heading:
    """What a heading says of its column.

    Attributes:
        field: What the cells of the column are.
        period: The period that its values are about; None where the heading states none.
        measure: The measure of its values; None where the heading states none.
        unit: The unit of its values, as printed; None where the heading states none.
    """

    field: Field
    period: Period | None = None
    measure: Measure | None = None
    unit: str | None = None


def read_heading(
    text: str,
    *,
    place: str,
    field: Field | None = None,
    fiscal_year_start: int | None = None,
    fiscal_year_named: FiscalYearNamed = "end",
) -> Reading[Heading | None]:
    """Return what a heading means; None for a blank one, and, with a diagnostic, for one that is not understood.

    Every word of a heading must be known: one that is known in part is not understood. A bare year is the heading of
    actuals.

    Args:
        text: The heading; of two rows of headings, what `join_headings` makes of them.
        place: Where it stands, for diagnostics.
        field: What the column is, where the user has said so; period and unit are then read off the heading, and
            its other words may be any.
        fiscal_year_start: The month in which a fiscal year begins [1 to 12]; None leaves out fiscal years.
        fiscal_year_named: Whether FY2024 is the year that ends or the one that starts in 2024.

    Raises:
        InvalidInputError: The month or the name is none; no text raises anything.

    >>> read_heading("2025年目标（亿元）", place="D1").value
    Heading(field=<Field.TARGET: 'target'>, period=Period.parse('2025'), measure=None, unit='亿元')
    """
    if field is not None and field not in VALUE_FIELDS:
        return Reading(value=Heading(field=field))
    parts = _parts(with_uniform_signs(text))
    if parts is None:
        return Reading(value=None if field is None else Heading(field=field))
    read = partial(read_period, fiscal_year_start=fiscal_year_start, fiscal_year_named=fiscal_year_named)
    periods = Reading.combine(read(period, place=place) for period in parts.periods)
    if periods.diagnostics:
        return _left_out(*(evolve(diagnostic, text=text) for diagnostic in periods.diagnostics))
    meaning = _meaning(parts, field)
    period = periods.value[0] if periods.value else None
    if meaning is None or len(periods.value) > 1 or (field is None and _lacks_role(parts, period)):
        return _left_out(_not_understood(text, place, parts))
    heading = Heading(field=meaning[0], period=period, measure=meaning[1], unit=parts.unit)
    return Reading(value=heading, diagnostics=_mark_left_aside(text, place, parts))


def join_headings(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return one heading for each column of a table whose headings stand in several rows, the upper ones first.

    A heading that has others below it also holds for the columns to its right, up to the next in its row, as where
    its cell is merged over them. The same words in two rows count once.

    >>> join_headings([["Indicator", "Actual", "", "Target"], ["", "2020", "2021", "2025"]])
    ('Indicator', 'Actual 2020', 'Actual 2021', 'Target 2025')
    """
    joined: list[str] = []
    for row in reversed(rows):
        joined = list(_joined([" ".join(text.split()) for text in row], joined))
    return tuple(joined)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> Iterator[str]:
    spanning = ""
    for above, below in zip_longest(upper, lower, fillvalue=""):
        if above:
            spanning = above if below else ""
        yield " ".join(dict.fromkeys(filter(None, (spanning, below)))) if below else above


def has_words_of_headings_only(text: str) -> bool:
    """Return whether a text is made up of a period and of words that headings use, whether or not it says enough.

    >>> has_words_of_headings_only("年均增速 [累计]"), has_words_of_headings_only("GDP")
    (True, False)
    """
    parts = _parts(with_uniform_signs(text))
    return parts is not None and (parts.words in _phrases() if parts.words else bool(parts.periods))


def is_average(words: str) -> bool:
    """Return whether words speak of an average growth over several years.

    >>> is_average("average annual growth"), is_average("年均增速"), is_average("growth")
    (True, True, False)
    """
    return _AVERAGE.search(uniform(words)) is not None


def spans_years(period: Period) -> bool:
    """Return whether a period is longer than a year.

    >>> spans_years(Period.parse("2021/2025")), spans_years(Period.parse("2021"))
    (True, False)
    """
    return period.start.add(years=1) <= period.end


def is_unnamed(text: str) -> bool:
    """Return whether a heading is the one that pandas gives to a column without any.

    >>> is_unnamed("Unnamed: 3"), is_unnamed("name")
    (True, False)
    """
    return _UNNAMED.fullmatch(text.lower()) is not None


def is_of_due_dates(text: str) -> bool:
    """Return whether a heading is one of a column that says when each target is due.

    >>> is_of_due_dates("Target_Year"), is_of_due_dates("Target")
    (True, False)
    """
    return plain_heading(text) in DUE_HEADINGS


def plain_heading(text: str) -> str:
    """Return the words of a heading in uniform signs and small letters, with a blank between them.

    >>> plain_heading("Plan_Period")
    'plan period'
    """
    return " ".join(_JOINERS.sub(" ", with_uniform_signs(text).lower()).split())


class _Parts(NamedTuple):
    """A heading in its parts: words in uniform signs and small letters, unit and marks as printed."""

    words: str
    periods: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    is_bare_period: bool = False

    @property
    def unit(self) -> str | None:
        return self.units[0] if self.units else None


def _parts(plain: str) -> _Parts | None:
    """Return the parts of a heading in uniform signs; None where it is blank."""
    if plain.lower() in BLANKS or is_unnamed(plain):
        return None
    if len(plain) > _LONGEST_HEADING:
        return _Parts(plain.lower())
    unmarked = _MARKS_AT_END.sub("", plain)
    outside = _UNIT_AT_END.sub("", unmarked)
    inner: dict[str, list[str]] = {"words": [], "units": _UNIT_AT_END.findall(unmarked), "marks": [], "remarks": []}
    inner["marks"] += _MARKS_AT_END.findall(plain)
    for text in map(str.strip, _ENCLOSED.findall(outside)):
        inner[_kind_of_enclosed(text.lower())].append(_UNIT_PREFIX.sub("", text))
    text = " ".join(" ".join((_ENCLOSED.sub(" ", outside), *inner["words"])).lower().split())
    rest = PERIOD_IN_TEXT.sub(" ", text).strip()
    periods = tuple(found[0] for found in PERIOD_IN_TEXT.finditer(text))
    units, marks, remarks = (tuple(inner[kind]) for kind in ("units", "marks", "remarks"))
    return _Parts(_cleaned(rest), periods, units, marks, remarks, bool(periods) and not rest)


def _kind_of_enclosed(word: str) -> str:
    """Return what a word in brackets is."""
    if _NOTE.fullmatch(word):
        return "marks"
    is_period = PERIOD_IN_TEXT.search(word) and not _cleaned(PERIOD_IN_TEXT.sub(" ", word))
    if is_period or _PART_OF_YEAR.fullmatch(word) or _cleaned(word) in _phrases():
        return "words"
    return "remarks" if word in REMARKS else "units"


def _cleaned(text: str) -> str:
    """Return the words of a text that name something."""
    tokens = _JOINERS.sub(" ", text).split()
    return " ".join(token for token in tokens if token not in BETWEEN_WORDS)


class _Meaning(NamedTuple):
    """What the words of a heading name; a field, a measure, or both."""

    field: Field | None
    measure: Measure | None


@cache
def _phrases() -> dict[str, _Meaning]:
    """Return every phrase that is known, with what it names."""
    measures = [(word, measure) for measure, words in MEASURE_HEADINGS.items() for word in words]
    values = [(word, field) for field in VALUE_FIELDS for word in FIELD_WORDS[field]]
    phrases = {word: _Meaning(None, measure) for word, measure in measures}
    for (word, field), (measured, measure) in product(values, measures):
        for phrase in (f"{word} {measured}", f"{measured} {word}", f"{word}{measured}", f"{measured}{word}"):
            phrases[phrase] = _Meaning(field, measure)
    phrases |= {word: _Meaning(Field.TARGET, Measure.REDUCTION) for word in _promised_reductions()}
    phrases |= {word: _Meaning(field, None) for field, words in FIELD_WORDS.items() for word in words}
    return {_cleaned(phrase): meaning for phrase, meaning in phrases.items()}


@cache
def _promised_reductions() -> frozenset[str]:
    """Return the phrases of a target of which the reduction is one over the whole plan, as no year is named."""
    pairs = product(FIELD_WORDS[Field.TARGET], REDUCTIONS)
    phrases = chain.from_iterable((f"{word} {reduced}", f"{reduced} {word}") for word, reduced in pairs)
    return frozenset(map(_cleaned, phrases))


def _meaning(parts: _Parts, field: Field | None) -> tuple[Field, Measure | None] | None:
    known = _phrases().get(parts.words)
    if field is not None:
        return field, known.measure if known else None
    is_growth = known is not None and known.measure is Measure.GROWTH
    if len(parts.units) > 1 or not (set(parts.remarks) <= (set(CUMULATIVE_REMARKS) if is_growth else set())):
        return None
    if known is None:
        return (Field.ACTUAL, None) if parts.is_bare_period else None
    if known.field is None:
        return (Field.ACTUAL, known.measure) if parts.periods else None
    if parts.words in ONLY_WITH_PERIOD and not parts.periods:
        return None
    return (known.field, known.measure) if not parts.periods or known.field in _WITH_PERIOD else None


def _lacks_role(parts: _Parts, period: Period | None) -> bool:
    """Return whether a measure over several years has no word beside it that says whether it is a target or an actual.

    A reduction that is promised over the plan has no year of its own, for it may be one of that year alone.
    """
    known = _phrases().get(parts.words)
    if parts.words in _promised_reductions() and period is not None:
        return not spans_years(period)
    if known is None or known.field is not None or period is None:
        return False
    return spans_years(period) or is_average(parts.words)


def _not_understood(text: str, place: str, parts: _Parts) -> Diagnostic:
    """Return why a heading is not understood, and what to write."""
    heading = f'"{text[:_LONGEST_HEADING]}"'
    if len(parts.periods) > 1:
        code, message = "unclear-column", _TWO_PERIODS
    elif not parts.words or parts.words in _phrases():
        code, message = "unclear-column", _unclear(heading, parts)
    else:
        code, message = "unknown-column", _unknown(heading, parts)
    return Diagnostic(code=code, place=place, text=text, message=message)


def _unclear(heading: str, parts: _Parts) -> str:
    """Return what is to be said of a heading whose words are known."""
    field, measure = _phrases().get(parts.words, _Meaning(None, None))
    if parts.remarks:
        return fill(_REMARK, remark=parts.remarks[0], field=f'"{field or Field.ACTUAL}"', heading=heading)
    if parts.words in ONLY_WITH_PERIOD:
        return fill(
            _MAY_BE_OTHER, field=f'"{field} 2020"' if field is Field.BASELINE else f'"{field}"', heading=heading
        )
    if parts.words in _promised_reductions():
        return fill(_OF_ONE_YEAR, heading=heading, period=parts.periods[0])
    if measure is not None:
        measured, period = f" {measure}", "" if parts.periods else " 2021/2025"
        return fill(_NO_ROLE, measure=measured, period=period, heading=heading)
    return fill(_UNCLEAR, heading=heading)


def _unknown(heading: str, parts: _Parts) -> str:
    """Return what is to be said of a heading whose words are not known: only a slip of the pen has a nearest one."""
    if parts.words in MAY_BE_CATEGORIES:
        return fill(_MAY_BE_CATEGORY, field=f'"{Field.CATEGORY}"', heading=heading)
    near = slip_of(parts.words, _fields_by_word())
    if near is not None:
        return fill(_NEAR, known=near, field=f'"{_fields_by_word()[near]}"', heading=heading)
    fields = ", ".join(_WITH_PERIOD if parts.periods else Field)
    return fill(_UNKNOWN, fields=fields, heading=heading)


@cache
def _fields_by_word() -> dict[str, Field]:
    return {_cleaned(word): field for field, words in FIELD_WORDS.items() for word in words}


def _left_out(*diagnostics: Diagnostic) -> Reading[Heading | None]:
    return Reading(value=None, diagnostics=diagnostics)


def _mark_left_aside(text: str, place: str, parts: _Parts) -> tuple[Diagnostic, ...]:
    if not parts.marks:
        return ()
    message = fill(_MARK, mark=" ".join(parts.marks))
    return (Diagnostic(code="footnote-mark", place=place, text=text, message=message, left_out=False),)
