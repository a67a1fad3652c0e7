"""What the columns of a frame are among ours, by the headings that tables have in English and Chinese."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from civicplan.errors import InvalidValueError, describe
from civicplan.model import Measure
from civicplan.tables.heading_words import ONLY_WITH_PERIOD, Field
from civicplan.tables.headings import Heading, is_of_due_dates, plain_heading, read_heading

#: What we call the column that a heading names.
OURS = {
    Field.ID: "indicator",
    Field.NAME: "name",
    Field.UNIT: "unit",
    Field.DIRECTION: "direction",
    Field.MEASURE: "measure",
    Field.PUBLISHED: "published",
}
#: The same of figures and their periods, where the heading says no period: a row has its own.
OF_ROWS = {
    Field.ACTUAL: "value",
    Field.VALUE: "value",
    Field.TARGET: "target",
    Field.BASELINE: "baseline",
    Field.BASELINE_PERIOD: "baseline_period",
    Field.PERIOD: "period",
}
#: What we call the column that says when targets are due.
DUE = "due"
#: Words for columns of ours that tables of plans have none for, in small letters.
ONLY_OURS: Mapping[str, tuple[str, ...]] = {
    "entity": (
        *("place", "country", "region", "province", "prefecture", "county", "city", "district"),
        *("municipality", "town", "township", "village", "geo area", "ref area", "reference area"),
        *("地区", "地域", "区域", "省", "省份", "省市", "城市", "市", "市州", "区县", "县区", "县", "县市", "县市区"),
        *("区", "乡镇", "镇", "乡", "街道"),
    ),
    "comparator": ("sign", "比较符", "比较符号"),
    "plan_period": ("规划期", "规划期间"),
}
_ENTITY, _INDICATOR, _NAME = "entity", "indicator", "name"


def by_heading(names: Iterable[str], wanted: Collection[str]) -> tuple[dict[str, str], str | None]:
    """Return which columns have a heading that names one of ours, and the unit that the headings state.

    Our own names are headings, too, such as Comparator and "Plan period": left unread, they would change verdicts. A
    heading that states a period, or a measure other than a level, names none: such a frame is a wide one. The name of
    an indicator tells it apart where nothing else does.

    Args:
        names: The columns that may be meant.
        wanted: Those of ours that are still sought.

    Raises:
        InvalidValueError: Two headings name the same one, or state different units.
    """
    found, units = _found(names, wanted)
    if _INDICATOR in wanted and _INDICATOR not in found and _NAME in found:
        found[_INDICATOR] = found.pop(_NAME)
    called = {ours: _one(ours, theirs) for ours, theirs in found.items() if ours in wanted}
    if len(units) > 1:
        place, got = _listed(units.values()), " and ".join(units)
        raise InvalidValueError(place, "figures in one unit", got, "convert the others and rename them")
    return called, next(iter(units), None)


def of_keys(names: Iterable[str], wanted: Collection[str]) -> dict[str, list[str]]:
    """Return the columns whose headings say that they are places, and the one that tells indicators apart.

    Raises:
        InvalidValueError: Two headings name the latter.

    >>> of_keys(["Province", "County", "KPI", "Year"], ("entity", "indicator"))
    {'entity': ['Province', 'County'], 'indicator': ['KPI']}
    """
    found, _ = _found(names, ())
    keys = {_ENTITY: found.get(_ENTITY, []), _INDICATOR: found.get(_INDICATOR) or found.get(_NAME, [])}
    keys[_INDICATOR] = [_one(_INDICATOR, theirs) for theirs in [keys[_INDICATOR]] if theirs and _INDICATOR in wanted]
    return {name: theirs for name, theirs in keys.items() if theirs and name in wanted}


def _found(names: Iterable[str], wanted: Collection[str]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return the columns by what their headings name, and those that are wanted by the units that they state."""
    found: dict[str, list[str]] = {}
    units: dict[str, str] = {}
    for theirs in names:
        heading = _read(theirs)
        ours = by_words(theirs) if heading is None else _ours(heading)
        if ours is not None:
            found.setdefault(ours, []).append(theirs)
        if heading is not None and heading.unit is not None and ours in wanted:
            units.setdefault(heading.unit, theirs)
    return found, units


def is_wide(names: Iterable[str]) -> bool:
    """Return whether some headings are of figures of a stated period.

    >>> is_wide(["indicator", "2021", "Target 2025"]), is_wide(["indicator", "value", "Target"])
    (True, False)
    """
    return any(heading is not None and heading.period is not None for heading in map(_read, names))


def _read(name: str) -> Heading | None:
    return read_heading(name, place=name).value


def _ours(heading: Heading) -> str | None:
    if heading.period is not None or heading.measure not in (None, Measure.LEVEL):
        return None
    known: Mapping[Field, str] = {**OURS, **OF_ROWS}
    return known.get(heading.field)


def by_words(name: str) -> str | None:
    """Return what a column is that has our own name, in whatever case, or a word that no table of plans has."""
    if is_of_due_dates(name):
        return DUE
    words = plain_heading(name)
    known = (ours for ours, others in ONLY_OURS.items() if words in others)
    return None if words in ONLY_WITH_PERIOD else next(known, words.replace(" ", "_"))


def _one(ours: str, theirs: list[str]) -> str:
    if len(theirs) > 1:
        advice = f"rename the others, or write columns={{{ours!r}: {describe(theirs[0])}}}"
        raise InvalidValueError(_listed(theirs), f"one column for {ours!r}", f"{len(theirs)} headings of it", advice)
    return theirs[0]


def _listed(names: Iterable[str]) -> str:
    return f"columns {' and '.join(map(describe, names))}"
