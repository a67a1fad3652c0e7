"""Random rows of a panel, each with the indicator of the model that says the same."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

import polars as pl
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Direction, Measure
from civicplan.values import BoundKind

#: The types of the columns of a panel.
SCHEMA = {
    **dict.fromkeys(
        ("value", "target", "target_high", "baseline", "natural_low", "natural_high"), pl.Float64
    ),
    **dict.fromkeys(("places", "baseline_places"), pl.Int64),
    **dict.fromkeys(("exact", "stock", "geometric"), pl.Boolean),
    **dict.fromkeys(("measure", "comparator", "direction", "doubts", "no_value", "no_baseline"), pl.String),
    **dict.fromkeys(("period", "due", "plan_period", "baseline_period"), pl.String),
}  # fmt: skip


class Row(NamedTuple):
    """A row of a panel and what it says to the model."""

    cells: dict[str, Any]
    indicator: cp.Indicator
    plan_period: str
    path: str
    is_withheld: bool

    def assessed(self, as_of: str) -> Any:
        """What the model says of it."""
        path: Any = self.path
        return cp.assess_indicator(self.indicator, period=self.plan_period, as_of=as_of, path=path)


def figures(low: int = -50, high: int = 1200) -> st.SearchStrategy[Decimal]:
    """Figures with up to two decimal places, or printed in tens."""
    places = st.sampled_from((0, 0, 1, 1, 2, -1))
    return st.builds(lambda number, place: Decimal(number).scaleb(-place), st.integers(low, high), places)


_years = st.integers(2018, 2026).map(str)
_quarters = st.builds("{}-Q{}".format, _years, st.integers(1, 4))
_months = st.builds("{}-{:02}".format, _years, st.integers(1, 12))
_runs = st.sampled_from(("2021/2025", "2021/2023", "2021-H1", "2021-01/2023-06", "2021/2024"))
_ABOUT = BoundKind.ABOUT
_NEAR = tuple(map(Decimal, ("0", "0.05", "-0.05", "0.5", "-0.5", "1", "-1")))


def _second(kind: BoundKind, target: Decimal) -> st.SearchStrategy[Decimal | None]:
    if kind is BoundKind.BETWEEN:
        return figures(0, 50).map(lambda width: target + abs(width))
    if kind is BoundKind.ABOUT:
        return st.none() | figures(0, 30).map(abs)
    return st.none()


def _bound(kind: BoundKind, target: Decimal, second: Decimal | None) -> cp.Bound:
    return cp.Bound(kind, cp.Figure(target), None if second is None else cp.Figure(second))


@st.composite
def _rows(draw: st.DrawFn) -> Row | None:
    """A row that the model would take, too; None where it would not."""
    measure = draw(st.sampled_from((Measure.LEVEL, *Measure)))
    kind, target = draw(st.sampled_from(BoundKind)), draw(figures())
    second = draw(_second(kind, target))
    value = draw(st.none() | figures() | st.sampled_from(_NEAR).map(lambda step: target + step))
    baseline = draw(st.none() | figures() | st.just(target))
    plan_period = draw(st.sampled_from(("2021/2025", "2021/2025", "2019/2026")))
    due = draw(st.none() | st.sampled_from(("2025", "2023", "2021/2025")) | _years | _quarters | _runs)
    period = draw(st.sampled_from(("2025", "2023", "2021/2025")) | _years | _quarters | _months | _runs)
    start = draw(st.sampled_from(("2020", "2020", "2020-Q4")) | _years)
    direction = draw(st.none() | st.sampled_from(Direction))
    exact, stock, is_geometric = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    possible = draw(st.sampled_from((None, ("0", None), ("0", "100"))))
    # An actual may be printed as approximate or as a bound, and a baseline as approximate.
    printed = draw(st.sampled_from((None, None, None, BoundKind.ABOUT, BoundKind.AT_LEAST, BoundKind.AT_MOST)))
    is_hedged_baseline = draw(st.sampled_from((False, False, False, True)))
    try:
        indicator = cp.Indicator(
            id="a",
            name="a",
            direction=direction,
            exact=exact,
            stock=stock,
            natural_range=possible,
            baseline=None if baseline is None else (start, _printed(baseline, _ABOUT if is_hedged_baseline else None)),
            targets=(cp.Threshold(bound=_bound(kind, target, second), measure=measure, period=due),),
            observations=()
            if value is None
            else (cp.Observation(period=period, figure=_printed(value, printed), measure=measure),),
        )
        outcome = cp.assess_indicator(indicator, period=plan_period, as_of="2025").outcomes[0]
    except cp.CivicPlanError:
        return None
    if baseline is not None and measure is Measure.LEVEL:
        # To the model the baseline is an actual, too, and another level of its own period is a later word on it.
        is_of_value = cp.is_defined(outcome.actual) and indicator.baseline not in outcome.actual.inputs
        is_late = outcome.due is None or outcome.due.end <= cp.Period.parse(start).end
        if cp.Period.parse(period).end == cp.Period.parse(start).end or (is_late and not is_of_value):
            return None
    is_bound = value is not None and printed in (BoundKind.AT_LEAST, BoundKind.AT_MOST)
    if is_bound and not cp.is_defined(outcome.actual):
        return None  # the row would say why another figure than its target's is no number
    is_hedged_baseline = is_hedged_baseline and baseline is not None
    cells = {
        "value": None if is_bound else value,
        "places": None if value is None else _places(value),
        "period": period,
        "measure": str(measure),
        "target": target,
        "target_high": second,
        "comparator": kind.value,
        "direction": None if direction is None else str(direction),
        "due": due,
        "plan_period": plan_period,
        "doubts": "hedged" if value is not None and printed is _ABOUT else None,
        "no_value": "hedged" if is_bound else None,
        "no_baseline": "hedged" if is_hedged_baseline else None,
        "baseline": None if is_hedged_baseline else baseline,
        "baseline_places": None if baseline is None else _places(baseline),
        "baseline_period": None if baseline is None else start,
        "exact": exact,
        "stock": stock,
        "natural_low": None if possible is None else 0.0,
        "natural_high": None if possible is None or possible[1] is None else 100.0,
        "geometric": is_geometric,
    }
    path = "geometric" if is_geometric else "linear"
    return Row(cells, indicator, plan_period, path, is_withheld=is_bound)


def _printed(figure: Decimal, kind: BoundKind | None) -> cp.Figure | cp.Bound:
    return cp.Figure(figure) if kind is None else cp.Bound(kind, cp.Figure(figure))


def _places(number: Decimal) -> int:
    return cp.Figure(number).places


def frame_of(several: list[Row]) -> pl.DataFrame:
    """The rows as a frame."""
    cells = [
        {name: float(cell) if isinstance(cell, Decimal) else cell for name, cell in row.cells.items()}
        for row in several
    ]
    return pl.DataFrame(cells, schema=SCHEMA)


def rows(least: int, most: int) -> st.SearchStrategy[list[Row]]:
    """Several rows; some of so many are none that the model would take."""
    return st.lists(_rows(), min_size=least, max_size=most).map(lambda several: [row for row in several if row])
