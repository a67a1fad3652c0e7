"""From a panel back to plans: the rows of each indicator with its targets, its baseline and its actuals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from civicplan.errors import Fault, InvalidInputError, PlanFormatError, first_faults, naming_field
from civicplan.model import Indicator, Plan
from civicplan.model._fields import to_id
from civicplan.panel.columns import COLUMNS, Column, read_columns
from civicplan.panel.engine import collected, nw
from civicplan.panel.expressions import own
from civicplan.panel.indicators import indicator_of
from civicplan.panel.kinds import Kind
from civicplan.panel.rows import Row
from civicplan.values import Period, PeriodLike, to_period

#: The columns that say what a row is about, and what only a plan has.
_OF_PLANS = {
    "plan": Column(Kind.KEY, "the plan of the row", "each entity has a plan of its own"),
    "entity": Column(Kind.KEY, "the place that the row is about", "all rows are of one place"),
    "indicator": Column(Kind.KEY, "the id of the indicator", "the column must be there"),
    "name": Column(Kind.WORD, "the name of the indicator", "its id"),
    "unit": Column(Kind.WORD, "the unit of its levels, as printed", "none is known"),
    "published": Column(Kind.DATE, "when the target was published", "it was published with the plan"),
    "latest_places": Column(Kind.NUMBER, "the printed decimal places of the latest level", "the fewest that it needs"),
}
_TABLE = {**COLUMNS, **_OF_PLANS}
_KEYS = ("plan", "entity")
_ONLY_PLAN = "panel"


def to_plans(
    frame: Any, *, columns: Mapping[str, str] | None = None, period: PeriodLike | None = None
) -> tuple[Plan, ...]:
    """Return the plans that the rows of a panel are about: what `from_plans` wrote, or what `assess` reads.

    There is a plan for each `plan`, for each `entity`, or for each pair where the frame has both columns; else one. It
    has an indicator for each `indicator`, whose targets, baseline and actuals come from all of its rows.

    Figures are those of the rows, with the decimal places of the columns `places`, `baseline_places` and
    `latest_places`, else with the fewest that give them back. Rows that have a value get no bolder answer from the plan
    than from the panel, nor a row whose `no_value` says why a figure is withheld. A row that is merely empty has no
    actual in the panel, while a plan takes the latest that is known.

    An actual that may stand for more than its digits allow, or that has doubts, is left to be derived from the others
    where that gives it back, and else is written as an approximate one, as ≈7.2; so is one that is withheld. A baseline
    without a number is not in the plan, and without one no level from before the plan period counts as an actual. What
    is no row, such as a target in words, is not in the plan, nor is the path that `geometric` asks for, which
    `civicplan.assess` takes instead.

    Args:
        frame: A frame with the columns `indicator`, `target` and those that `assess` reads, and with `plan`, `entity`,
            `name`, `unit`, `published` and `latest_places` where it has them. A lazy one is worked out.
        columns: What these columns are called in the frame, where they have another name.
        period: The plan period of the plans whose rows have no `plan_period`.

    Raises:
        UnknownIdError: The frame has no such column.
        InvalidTypeError: It is no frame, or a column holds something else than it should.
        PlanFormatError: Rows that no plan can hold, all at once, each with its place.

    >>> import polars as pl
    >>> frame = pl.DataFrame(
    ...     {"indicator": ["gdp"], "target": [3800.0], "comparator": ["≥"], "due": [2020], "value": [3105.8],
    ...      "places": [1], "period": [2020]}
    ... )
    >>> (plan,) = to_plans(frame, period="2016/2020")
    >>> str(plan["gdp"].targets[0].bound), str(plan["gdp"].observations[0])
    ('≥3800', '3105.8 (2020)')
    """
    with naming_field("period"):
        default = None if period is None else to_period(period)
    faults: list[Fault] = []
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in _rows(collected(frame), columns, faults):
        keys = [row.cells[name] for name in _KEYS if name in row.called]
        if all(keys) and row.cells["indicator"]:
            groups.setdefault(tuple(keys), []).append(row)
    plans = [_plan(key, rows, default) for key, rows in groups.items()]
    if faults:
        raise PlanFormatError("the frame", *first_faults(iter(sorted(faults, key=_number))))
    return tuple(plan for plan in plans if plan is not None)


def _number(fault: Fault) -> int:
    return int(fault.path.removeprefix("row ").partition(",")[0])


def _rows(frame: nw.DataFrame[Any], columns: Mapping[str, str] | None, faults: list[Fault]) -> list[Row]:
    panel = read_columns(frame, columns, _TABLE, ("indicator", "target"))
    cells = panel.frame.select(**{name: nw.col(own(name)) for name in sorted(panel.has)})
    assert isinstance(cells, nw.DataFrame), "the frame is in memory"
    rows = [
        Row(number, {name: _plain(cell) for name, cell in row.items()}, panel.called, faults)
        for number, row in enumerate(cells.iter_rows(named=True), start=1)
    ]
    for row in rows:
        for name in (*_KEYS, "indicator"):
            if name in panel.called and not row.cells[name]:
                row.refuse(name, "expected what the row is about, got none")
    return rows


def _plain(cell: Any) -> Any:
    """Return a cell; what pandas writes for a missing one is None."""
    return None if type(cell).__name__ in ("NAType", "NaTType") or cell != cell else cell


def _plan(key: tuple[str, ...], rows: list[Row], default: Period | None) -> Plan | None:
    """Return the plan of some rows; None where something of them is wrong, which is listed."""
    plan_period = _plan_period(rows, default)
    by_indicator: dict[str, list[Row]] = {}
    for row in rows:
        by_indicator.setdefault(row.cells["indicator"], []).append(row)
    indicators: list[Indicator | None] = []
    words: dict[str, str] = {}
    for word, own_rows in by_indicator.items():
        id = own_rows[0].read("indicator", lambda text: to_id(_joined(text)))
        if id is not None and words.setdefault(id, word) != word:
            own_rows[0].refuse("indicator", f"expected an id without white space; {words[id]!r} has the same one, {id}")
        indicators.append(None if id is None else indicator_of(id, own_rows, plan_period))
    sound = [indicator for indicator in indicators if indicator is not None]
    if plan_period is None or len(sound) < len(indicators) or len(set(words)) < len(sound):
        return None
    title = " ".join(key) or _ONLY_PLAN
    try:
        return Plan(id=_joined(title), title=title, period=plan_period, indicators=sound)
    except InvalidInputError as error:
        rows[0].refuse(next(name for name in _KEYS if name in rows[0].called), str(error.in_field("")))
        return None


def _plan_period(rows: list[Row], default: Period | None) -> Period | None:
    stated = {row.number: row.period("plan_period") for row in rows}
    periods = [period for period in stated.values() if period is not None]
    for row in rows:
        found = stated[row.number]
        if found is not None and found != periods[0]:
            row.refuse("plan_period", f"expected {periods[0]}, as in other rows of the plan, got {found}")
    if not periods and default is None:
        rows[0].refuse("plan_period", 'expected the plan period, got none; write period="2021/2025" with its years')
    return periods[0] if periods else default


def _joined(text: str) -> str:
    return "-".join(text.split())
