"""Indicators to a plan: an id for each, and the plan period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from civicplan.errors import InvalidValueError
from civicplan.model import Indicator, Plan
from civicplan.reading import Diagnostic, Reading
from civicplan.tables.drafts import Draft, drafts_of
from civicplan.tables.grid import Grid
from civicplan.tables.heading_words import Field
from civicplan.tables.indicators import Setting, indicator_of
from civicplan.tables.layout import Layout, last_years, layout_of, without_baseline
from civicplan.tables.options import Options
from civicplan.tables.said import read_anyway
from civicplan.values import Period

_ADVICE = 'say period="2021/2025" to from_frame or tables.read'


def plan_of(grid: Grid, options: Options, *, id: str, title: str, document: str | None) -> Reading[Plan]:
    """Return the plan that a table makes.

    Args:
        grid: The table.
        options: What the user says of it.
        id: The id of the plan.
        title: The title of the plan.
        document: The name of the file; None where the table is no file.

    Raises:
        InvalidValueError: Nothing says the plan period.
        InvalidInputError: The id or the title cannot be one.
    """
    layout = layout_of(grid, options)
    period = _period(layout.value, options)
    indicators = _indicators(grid, layout.value, options, period.value, document)
    plan = Plan(id=id, title=title, period=period.value, indicators=indicators.value)
    headings = (*layout.diagnostics, *period.diagnostics, *without_baseline(grid, layout.value, period.value))
    rows = _without_baseline(layout.value, plan)
    return Reading(value=plan, diagnostics=(*headings, *rows, *indicators.diagnostics))


def _without_baseline(layout: Layout, plan: Plan) -> Iterator[Diagnostic]:
    """Say that no row of a long table is one of baselines, where some have actuals of the year before the plan."""
    year = plan.period.year_before
    is_of_rows = layout.column(Field.PERIOD) is not None and layout.column(Field.KIND) is None
    known = [indicator for indicator in plan.indicators if indicator.targets]
    has_baselines = any(indicator.baseline for indicator in known)
    starts = any(actual.period == year for indicator in known for actual in indicator.observations)
    is_of_rows &= all(column.period != year for column in layout.values)
    if is_of_rows and starts and not has_baselines:
        yield read_anyway("no-baseline-row", "the rows", "", year=year)


def _period(layout: Layout, options: Options) -> Reading[Period]:
    """Return the plan period: as the user says, else from the year after the baselines to that of the last targets."""
    if options.period is not None:
        return Reading(value=options.period)
    baseline, target = last_years(layout)
    if baseline is None or target is None or not (baseline.is_calendar_year and target.is_calendar_year):
        raise InvalidValueError("period", "the plan period", "none", _ADVICE)
    if target.end_key <= baseline.end_key:
        got = f"baselines of {baseline} and targets for {target}"
        raise InvalidValueError("period", "baselines before targets", got, _ADVICE)
    plan = baseline.until(target)
    said = read_anyway("period-inferred", "the headings", "", plan=plan, baseline=baseline, target=target)
    return Reading(value=plan, diagnostics=(said,))


def _indicators(
    grid: Grid, layout: Layout, options: Options, plan: Period, document: str | None
) -> Reading[tuple[Indicator, ...]]:
    if layout.column(Field.NAME) is None and layout.column(Field.ID) is None:
        return Reading(value=())
    setting = Setting(plan=plan, options=options, is_long=layout.is_long, document=document)
    drafts = drafts_of(grid, layout, options)
    noticed = list(drafts.diagnostics)
    indicators = tuple(_read(drafts.value, setting, noticed))
    return Reading(value=indicators, diagnostics=noticed)


def _read(drafts: Iterable[Draft], setting: Setting, noticed: list[Diagnostic]) -> Iterator[Indicator]:
    """Yield the indicators, each with an id of its own: as stated, else from its name."""
    known = list(drafts)
    stated = {word.text for draft in known if (word := draft.word(Field.ID)) is not None}
    taken: set[str] = set()
    for draft in known:
        id = _free_id(draft, stated, taken, noticed)
        indicator = indicator_of(draft, id, setting, noticed)
        if indicator is not None:
            taken.add(id)
            yield indicator


def _free_id(draft: Draft, stated: set[str], taken: set[str], noticed: list[Diagnostic]) -> str:
    """Return the id that is stated, or one made of the name, with a number behind it where another row has it."""
    word = draft.word(Field.ID) or draft.word(Field.NAME)
    assert word is not None, "a row without either is left out before"
    is_stated = Field.ID in draft.words
    wanted = "-".join((word.text if is_stated else word.text.lower()).split())
    id, count = wanted, 1
    while id in taken or (not is_stated and id in stated):
        count += 1
        id = f"{wanted}-{count}"
    if id != wanted:
        noticed.append(read_anyway("same-name", draft.place, word.text, what="id" if is_stated else "name", id=id))
    elif is_stated and id != word.text:
        noticed.append(read_anyway("id-changed", draft.place, word.text, id=id))
    return id
