"""A panel made of plans gives the answers that the plans give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import panel, testing
from civicplan.assessment import IndicatorAssessment, Outcome
from civicplan.assessment.rows import INDICATOR_COLUMNS
from civicplan.errors import InvalidTypeError
from civicplan.model import Threshold

_BUILT_IN = {"zhuzhou-13fyp": ("2016", "2018", "2020"), "zhuzhou-14fyp": ("2021", "2023"), "shangyu-2024-q2": ("2024",)}
_DAYS = ("2016", "2019", "2020", "2024-Q4")
_MEASURES = ("attainment", "progress", "elapsed", "pace")
_CAVEATS = ("digits", "prices", "ratio", "tolerance", "parts", "hedged")
#: What a panel says of what it cannot hold; these rows say less than their plan.
_UNREADABLE = "unreadable_period"


def _answers(plan: cp.Plan, day: str) -> Iterator[tuple[dict[str, Any], Outcome, IndicatorAssessment]]:
    """Each row of the panel of a plan, with what the plan says of its target."""
    rows = panel.from_plans([plan], as_of=day, backend="polars")
    answered = panel.assess(rows, as_of=day, reasons=True).to_dicts()
    assessed = cp.assess(plan, as_of=day)
    in_numbers = [(o, i) for i in assessed for o in i.outcomes if isinstance(o.target, Threshold)]
    assert len(answered) == len(in_numbers)
    assert [row["indicator"] for row in answered] == [indicator.indicator.id for _, indicator in in_numbers]
    yield from ((row, *outcome) for row, outcome in zip(answered, in_numbers, strict=True))


_LEVEL = cp.Observation(period="2015", figure="0")


def _check(row: dict[str, Any], outcome: Outcome, indicator: IndicatorAssessment) -> None:
    if row["reason"] == _UNREADABLE:
        return
    growth = indicator.growth
    assert (row["growth"], row["growth_reason"]) == (_float(growth), None if cp.is_defined(growth) else growth.reason)
    is_withheld = row["value"] is None and cp.is_defined(outcome.actual)
    if is_withheld:
        assert row["verdict"] == ("not_due" if outcome.verdict == "not_due" else "not_assessable")
        assert [row[name] for name in ("attainment", "progress", "pace", "standing")] == [None] * 4
        return
    assert row["verdict"] == outcome.verdict
    assert row["decisive"] == outcome.decisive
    assert row["reason"] == outcome.reason
    assert [caveat for caveat in _CAVEATS if row[f"caveat_{caveat}"]] == sorted(outcome.caveats, key=_CAVEATS.index)
    assert row["standing"] == cp.or_none(outcome.standing)
    for name in _MEASURES:
        assert row[name] == _float(getattr(outcome, name)), name


def _float(value: Any) -> Any:
    return pytest.approx(float(value), rel=1e-9, abs=1e-9) if cp.is_defined(value) else None


def test_built_in_plans_are_assessed_alike_as_a_panel() -> None:
    for name, days in _BUILT_IN.items():
        for day in days:
            for row, outcome, indicator in _answers(cp.datasets.load(name), day):
                _check(row, outcome, indicator)


@given(testing.plans(), st.sampled_from(_DAYS))
def test_any_plan_is_assessed_alike_as_a_panel(plan: cp.Plan, day: str) -> None:
    for row, outcome, indicator in _answers(plan, day):
        # A baseline that is no level is evidence on a change, whatever the day; a panel has levels alone.
        if (indicator.indicator.baseline or _LEVEL).measure is cp.Measure.LEVEL:
            _check(row, outcome, indicator)


def test_the_panel_of_a_built_in_plan_gives_the_frame_of_its_assessment() -> None:
    """The direction there is the one inferred, too, and the target is text."""
    for name, days in _BUILT_IN.items():
        plan = cp.datasets.load(name)
        for day in days:
            assessed = cp.assess(plan, as_of=day)
            of_plan = dict(zip((each.indicator.id for each in assessed), assessed.to_rows(), strict=True))
            single = {each.indicator.id for each in assessed if len(each.outcomes) == 1}
            rows = panel.assess(panel.from_plans([plan], as_of=day, backend="polars"), as_of=day)
            shared = {*INDICATOR_COLUMNS} & {*rows.columns} - {"direction", "target"}
            assert {"value", "period", "due", "verdict", "growth", "catch_up_growth", "standing"} <= shared
            for row in rows.to_dicts():
                for column in shared if row["indicator"] in single else ():
                    told = of_plan[row["indicator"]][column]
                    is_number = isinstance(told, Decimal)
                    assert row[column] == (_float(told) if is_number else told), (row["indicator"], column)


def test_targets_that_are_no_rows_are_counted() -> None:
    plan = cp.Plan(
        id="p",
        title="p",
        period="2021/2025",
        indicators=(
            cp.Indicator(id="a", name="a", targets=("≥9", cp.Qualitative(text="better"))),
            cp.Indicator(id="b", name="b", targets=(cp.Delegated(authority="the province"),)),
        ),
    )
    rows = panel.from_plans([plan], backend="polars")
    assert rows.select("indicator", "targets_left_out").rows() == [("a", 2)]


def test_a_panel_without_a_row_has_its_columns() -> None:
    empty = panel.from_plans([], backend="polars")
    assert empty.height == 0
    assert panel.assess(empty, as_of=2020).height == 0


def test_an_actual_printed_as_a_bound_is_withheld_with_its_reason() -> None:
    indicator = cp.Indicator(id="a", name="a", targets=("≥80",), observations={"2025": "≥85"})
    plan = cp.Plan(id="p", title="p", period="2021/2025", indicators=(indicator,))
    (row,) = panel.assess(panel.from_plans([plan], backend="polars")).to_dicts()
    assert (row["value"], row["verdict"], row["reason"]) == (None, "not_assessable", "hedged")


def test_an_end_at_infinity_is_none() -> None:
    frame = pl.DataFrame(
        {
            "value": [9.0, 9.0],
            "target": [8.0, 8.0],
            "comparator": "≥",
            "value_low": [8.5, -float("inf")],
            "value_high": float("inf"),
        }
    )
    assert panel.assess(frame)["caveat_digits"].to_list() == [False, True]


def test_one_plan_is_no_list_of_plans() -> None:
    wrong: Any = cp.datasets.load("zhuzhou-13fyp")
    with pytest.raises(InvalidTypeError, match=r"put a single one in brackets"):
        panel.from_plans(wrong)


def test_a_latest_level_that_is_approximate_is_the_reason_why_no_growth_is_told() -> None:
    levels = {"2024": "≈130", "2023": "120"}
    indicator = cp.Indicator(id="a", name="a", baseline=("2020", "100"), targets=("≥140",), observations=levels)
    plan = cp.Plan(id="p", title="p", period="2021/2025", indicators=(indicator,))
    rows = panel.from_plans([plan], as_of=2024, backend="polars")
    (row,) = panel.assess(rows, as_of=2024, reasons=True).to_dicts()
    assert (row["growth"], row["growth_reason"], row["catch_up_growth_reason"]) == (None, "hedged", "hedged")
