"""A plan made of the rows of a panel says what they say, or is more cautious; what no plan can hold is refused."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import panel, testing
from civicplan.assessment import Outcome
from civicplan.errors import InvalidTypeError, InvalidValueError, PlanFormatError, UnknownIdError
from civicplan.model import Threshold
from tests.panel.engines import frames

_BUILT_IN = {"zhuzhou-13fyp": ("2016", "2018", "2020"), "zhuzhou-14fyp": ("2021", "2023")}
_DAYS = ("2016", "2019", "2020", "2024-Q4")
_ROW: dict[str, Any] = {
    "indicator": "gdp",
    "value": 95.0,
    "places": 1,
    "period": "2025",
    "target": 90.0,
    "comparator": "≥",
    "due": "2025",
}


def _back(rows: list[dict[str, Any]], period: str | None = "2021/2025") -> cp.Plan:
    (plan,) = panel.to_plans(pl.DataFrame(rows), period=period)
    return plan


def _faults(rows: list[dict[str, Any]], period: str | None = "2021/2025") -> list[str]:
    with pytest.raises(PlanFormatError) as refused:
        panel.to_plans(pl.DataFrame(rows, infer_schema_length=None), period=period)
    return [str(fault) for fault in refused.value.faults]


def _outcomes(plan: cp.Plan, day: str) -> dict[tuple[Any, ...], list[Outcome]]:
    """The outcomes of the targets in numbers; the same target may stand in a plan twice."""
    found: dict[tuple[Any, ...], list[Outcome]] = {}
    for assessed in cp.assess(plan, as_of=day):
        for outcome in assessed.outcomes:
            if isinstance(target := outcome.target, Threshold):
                bound = target.bound
                ends = [None if end is None else float(end.value) for end in (bound.figure, bound.second)]
                key = (assessed.indicator.id, target.measure, bound.kind, *ends, str(target.due(plan.period)))
                found.setdefault(key, []).append(outcome)
    return found


def _share(outcome: Outcome, name: str) -> Any:
    value = getattr(outcome, name)
    return pytest.approx(float(value), rel=1e-9, abs=1e-9) if cp.is_defined(value) else None


def _is_no_bolder(restored: Outcome, original: Outcome) -> bool:
    """Whether an outcome says what another says, or less."""
    if restored.decisive and not (original.decisive and original.verdict == restored.verdict):
        return False
    shares = ("progress", "attainment")
    return all(_share(restored, name) in (None, _share(original, name)) for name in shares)


def test_a_built_in_plan_comes_back_with_its_verdicts() -> None:
    for name, days in _BUILT_IN.items():
        plan = cp.datasets.load(name)
        for day in days:
            (back,) = panel.to_plans(panel.from_plans([plan], as_of=day, backend="polars"))
            assert (back.id, back.period) == (plan.id, plan.period)
            originals = _outcomes(plan, day)
            for key, (restored, *_) in _outcomes(back, day).items():
                original = originals[key][0]
                assert (restored.verdict, restored.decisive) == (original.verdict, original.decisive), key
                assert (restored.progress, restored.standing) == (original.progress, original.standing), key


@given(testing.plans(max_tasks=0), st.sampled_from(_DAYS))
def test_any_plan_comes_back_no_bolder(plan: cp.Plan, day: str) -> None:
    for back in panel.to_plans(panel.from_plans([plan], as_of=day, backend="polars")):
        originals = _outcomes(plan, day)
        for key, restored in _outcomes(back, day).items():
            for one in restored:
                assert any(_is_no_bolder(one, original) for original in originals[key]), (day, key)


_TENTHS = st.integers(-30, 30).map(lambda tenths: tenths / 10)
_SPREADS = st.sampled_from((None, 0.0, 0.02, 0.05, 0.5, 3.0, float("inf")))


@given(
    st.fixed_dictionaries(
        {"value": _TENTHS, "places": st.sampled_from((None, 1, 2)), "target": _TENTHS, "spread": _SPREADS},
    ),
    st.sampled_from(("≥", ">", "≤", "<", "=", "±")),
    st.sampled_from((None, "prices", "hedged", "ratio; parts")),
    st.sampled_from(("level", "growth", "total")),
)
def test_any_row_becomes_a_plan_that_is_no_bolder(
    given: dict[str, Any], comparator: str, doubts: str | None, measure: str
) -> None:
    spread = given.pop("spread")
    ends = {
        "value_low": None if spread is None else given["value"] - spread,
        "value_high": None if spread is None else given["value"] + spread,
    }
    row = {**_ROW, **given, **ends, "comparator": comparator, "doubts": doubts, "measure": measure}
    kinds = dict.fromkeys(("value_low", "value_high", "places"), pl.Float64) | {"doubts": pl.String}
    frame = pl.DataFrame([row], schema_overrides=kinds)
    (told,) = panel.assess(frame).to_dicts()
    ((outcome,),) = _outcomes(panel.to_plans(frame, period="2021/2025")[0], "2025").values()
    # A figure of unknown places has those that it needs in the plan.
    assert not outcome.decisive or (told["decisive"] is not False and told["verdict"] == outcome.verdict)
    assert told["decisive"] is not None or row["places"] is None


def test_figures_have_the_digits_that_were_printed() -> None:
    places = {"value": 95, "baseline": 60000.0, "baseline_places": -4, "baseline_period": "2020", "latest": 96.5}
    plan = _back([{**_ROW, **places, "latest_period": "2026"}])
    (indicator,) = plan.indicators
    assert str(indicator.baseline) == "6E+4 (2020)"
    assert [str(figure) for figure in indicator.observations] == ["96.5 (2026)", "95.0 (2025)"]
    assert str(_back([{**_ROW, "places": None}]).indicators[0].observations[0].figure) == "95"


def test_what_follows_from_the_other_figures_is_left_to_be_derived() -> None:
    growth = cp.Threshold(bound="≥5", measure="growth")
    indicator = cp.Indicator(
        id="a", name="a", unit="吨", baseline=("2020", "100"), targets=("≥120", growth), observations={"2025": "130"}
    )
    plan = cp.Plan(id="p", title="p", period="2021/2025", indicators=(indicator,))
    rows = panel.from_plans([plan], backend="polars")
    (back,) = panel.to_plans(rows)
    assert [str(figure) for figure in back["a"].observations] == ["130 (2025)"]
    (alone,) = panel.to_plans(rows.filter(pl.col("measure") == "growth").drop("latest"))
    (figure,) = alone["a"].observations
    assert figure.is_hedged
    assert str(figure).startswith("≈5.387")


def test_a_row_that_withholds_its_figure_gets_no_decisive_verdict() -> None:
    """The restated baseline, which gives another verdict, is no row of the panel."""
    growth = cp.Threshold(bound="≥5", measure="growth")
    published = (
        cp.Observation(period="2020", figure="110", published="2024"),
        cp.Observation(period="2025", figure="130"),
    )
    indicator = cp.Indicator(
        id="a", name="a", unit="吨", baseline=("2020", "100"), targets=("≥120", growth), observations=published
    )
    plan = cp.Plan(id="p", title="p", period="2021/2025", indicators=(indicator,))
    rows = panel.from_plans([plan], backend="polars")
    assert rows["no_value"].to_list() == [None, "baseline_restated"]
    (back,) = panel.to_plans(rows)
    level, rate = cp.assess(back, as_of="2025")["a"].outcomes
    assert (level.decisive, rate.decisive) == (True, False)


def test_an_empty_year_leaves_the_figures_of_others_as_they_were_printed() -> None:
    figures = {"2021": 10.5, "2022": 11.2, "2023": None}
    rows = [{**_ROW, "period": period, "value": value, "target": 11.0} for period, value in figures.items()]
    plan = _back(rows)
    assert [str(figure) for figure in plan["gdp"].observations] == ["10.5 (2021)", "11.2 (2022)"]
    told = panel.assess(pl.DataFrame(rows))
    assert told.select("verdict", "attainment").row(2) == ("not_due", None)
    assert _share(cp.assess(plan, as_of="2023")["gdp"].outcomes[0], "attainment") == 11.2 / 11


def test_rows_of_one_indicator_are_one_indicator_of_its_place() -> None:
    rows = [
        {**_ROW, "entity": "Zhuzhou", "name": "GDP", "unit": "亿元"},
        {**_ROW, "entity": "Zhuzhou", "name": "GDP", "unit": "亿元", "period": "2024", "value": 93.0},
        {**_ROW, "entity": "New York", "name": "GDP", "unit": "亿元"},
    ]
    plans = panel.to_plans(pl.DataFrame(rows), period="2021/2025")
    assert [(plan.id, str(plan.title), len(plan.indicators)) for plan in plans] == [
        ("Zhuzhou", "Zhuzhou", 1),
        ("New-York", "New York", 1),
    ]
    (indicator,) = plans[0].indicators
    assert (str(indicator.name), indicator.unit, len(indicator.targets)) == ("GDP", "亿元", 1)
    assert [str(figure) for figure in indicator.observations] == ["95.0 (2025)", "93.0 (2024)"]
    both = pl.DataFrame([{**row, "plan": "p"} for row in rows])
    assert [plan.id for plan in panel.to_plans(both, period="2021/2025")] == ["p-Zhuzhou", "p-New-York"]


def test_a_target_without_a_date_is_due_in_the_period_of_its_row_where_the_panel_has_no_dates() -> None:
    row = {name: cell for name, cell in _ROW.items() if name != "due"}
    assert str(_back([{**row, "period": 2023}]).indicators[0].targets[0]).endswith("2023'))")


def test_every_engine_gives_the_same_plans() -> None:
    rows = panel.from_plans([cp.datasets.load("zhuzhou-13fyp")], as_of="2020", backend="polars")
    wanted = panel.to_plans(rows)
    for frame in frames(rows):
        (plan,) = panel.to_plans(frame)
        assert [indicator.id for indicator in plan.indicators] == [indicator.id for indicator in wanted[0].indicators]
        assert [indicator.targets for indicator in plan] == [indicator.targets for indicator in wanted[0]]


def test_all_that_is_wrong_is_said_at_once() -> None:
    rows = [
        {**_ROW, "value": 95.04, "comparator": "=>"},
        {**_ROW, "period": "2024", "value": 1.0, "due": "soon"},
        {**_ROW, "target": None},
        {**_ROW, "indicator": None},
        {**_ROW, "indicator": "no sign", "comparator": None},
        {**_ROW, "indicator": "late", "due": "2031"},
        {**_ROW, "indicator": "when", "period": None},
    ]
    assert [fault.partition(": expected")[0] for fault in _faults(rows)] == [
        "row 1, column 'value'",
        "row 1, column 'comparator'",
        "row 2, column 'due'",
        "row 3, column 'target'",
        "row 4, column 'indicator'",
        "row 5, column 'comparator': the target has no sign, and no direction is declared that would give it one; "
        "write one of ≥ >= > ≤ <= < = .. ± ≈ ~",
        "row 6, column 'due': 2031 ends outside the plan period 2021/2025",
        "row 7, column 'period'",
    ]


def test_rows_of_one_indicator_do_not_contradict_each_other() -> None:
    more = {"baseline": 1.0, "baseline_period": "2020", "direction": "higher"}
    rows = [{**_ROW, **more}, {**_ROW, **more, "baseline": 2.0, "direction": None}]
    assert _faults(rows) == [
        "row 2, column 'direction': expected 'higher', as in row 1 of the same indicator, got none",
        "row 2, column 'baseline': expected 1, as in row 1 of the same indicator, got 2",
    ]
    assert _faults([_ROW, {**_ROW, "value": 96.0}]) == [
        "row 2, column 'value': expected 95.0, as in row 1 of the same measure and period, got 96.0"
    ]
    assert _faults([{**_ROW, "indicator": "a b"}, {**_ROW, "indicator": "a-b"}]) == [
        "row 2, column 'indicator': expected an id without white space; 'a b' has the same one, a-b"
    ]


def test_a_plan_has_one_period() -> None:
    assert _faults([_ROW], period=None) == [
        "row 1, column 'plan_period': expected the plan period, got none; write period=\"2021/2025\" with its years"
    ]
    rows = [{**_ROW, "plan_period": "2021/2025"}, {**_ROW, "indicator": "b", "plan_period": "2016/2025"}]
    assert _faults(rows) == [
        "row 2, column 'plan_period': expected 2021/2025, as in other rows of the plan, got 2016/2025"
    ]


def test_what_is_no_panel_is_refused() -> None:
    wrong: Any = 3
    with pytest.raises(InvalidTypeError, match="a dataframe"):
        panel.to_plans(wrong)
    with pytest.raises(UnknownIdError, match="indicator"):
        panel.to_plans(pl.DataFrame([_ROW]).drop("indicator"))
    with pytest.raises(InvalidValueError, match="period: expected a period"):
        panel.to_plans(pl.DataFrame([_ROW]), period="soon")
    assert panel.to_plans(pl.DataFrame([_ROW]).head(0)) == ()
