"""One indicator without a plan, many plans, one plan as of several days: each is what `assess` says."""

from __future__ import annotations

import datetime
import sys
from typing import Any

import polars
import pytest
from attrs import evolve
from hypothesis import given

import civicplan as cp
from civicplan.errors import InvalidTypeError, InvalidValueError, MissingExtraError
from civicplan.testing import plans

GDP = cp.Indicator(
    id="gdp", name="GDP", direction="higher", baseline=("2020", "100"), targets=("≥130",), observations={"2021": "104"}
)
PLAN = cp.Plan(id="plan", title="A plan", period="2021/2025", indicators=(GDP,))
OPTIONS: tuple[dict[str, Any], ...] = ({}, {"tolerance": "0.5"}, {"vintage": "first"}, {"path": "geometric"})


class TestOneIndicator:
    def test_it_is_assessed_as_in_a_plan_of_its_own(self) -> None:
        for options in OPTIONS:
            alone = cp.assess_indicator(GDP, period="2021/2025", as_of=2021, **options)
            assert alone == cp.assess(PLAN, as_of=2021, **options)["gdp"]

    @given(plan=plans())
    def test_whatever_plan_it_is_from(self, plan: cp.Plan) -> None:
        whole = cp.assess(plan, as_of=plan.period)
        for indicator in plan:
            if not any(isinstance(target, cp.Relative) for target in indicator.targets):
                assert cp.assess_indicator(indicator, period=plan.period, as_of=plan.period) == whole[indicator.id]

    def test_what_a_plan_refuses_is_refused(self) -> None:
        beside = cp.Indicator(id="income", name="income", targets=(cp.Relative(reference="gdp", relation="above"),))
        with pytest.raises(cp.InvalidPlanError, match=r"targets\[0\].reference: no indicator has the id 'gdp'"):
            cp.assess_indicator(beside, period="2021/2025", as_of=2025)
        late = cp.Indicator(id="gdp", name="GDP", targets=(cp.Threshold(bound="≥1", period="2030"),))
        with pytest.raises(cp.InvalidPlanError, match=r"targets\[0\].period: 2030 ends outside"):
            cp.assess_indicator(late, period="2021/2025", as_of=2025)
        wrong: Any = PLAN
        with pytest.raises(InvalidTypeError, match="indicator: expected an Indicator, got a Plan"):
            cp.assess_indicator(wrong, period="2021/2025", as_of=2025)
        with pytest.raises(InvalidValueError, match=r"^period: expected a period"):
            cp.assess_indicator(GDP, period="soon", as_of=2025)


class TestManyPlans:
    def test_each_is_assessed_in_its_place(self) -> None:
        several = [cp.datasets.load(name) for name in cp.datasets.names()]
        for options in OPTIONS:
            assert cp.assess_many(iter(several), as_of="2022", **options) == tuple(
                cp.assess(plan, as_of="2022", **options) for plan in several
            )
        assert cp.assess_many([], as_of="2022") == ()

    def test_a_bar_is_shown_where_it_is_asked_for_and_nothing_else(self, capsys: pytest.CaptureFixture[str]) -> None:
        silent = cp.assess_many([PLAN, PLAN], as_of="2022")
        assert capsys.readouterr() == ("", "")
        shown = cp.assess_many([PLAN, PLAN], as_of="2022", progress=True)
        out, error = capsys.readouterr()
        assert out == ""
        assert "2/2" in error
        assert shown == silent

    def test_without_tqdm_only_a_bar_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("tqdm", "tqdm.auto"):
            monkeypatch.setitem(sys.modules, name, None)
        assert len(cp.assess_many([PLAN], as_of="2022")) == 1
        with pytest.raises(MissingExtraError, match=r'pip install "civicplan\[progress\]"'):
            cp.assess_many([PLAN], as_of="2022", progress=True)

    def test_a_plan_is_not_several_and_an_indicator_is_none(self) -> None:
        wrong: Any = PLAN
        with pytest.raises(InvalidTypeError, match=r"plans: expected several plans, got a Plan; put .* \[plan\]"):
            cp.assess_many(wrong, as_of="2022")
        wrong = [PLAN, GDP]
        with pytest.raises(InvalidTypeError, match=r"plans\[1\]: expected a Plan, got an Indicator"):
            cp.assess_many(wrong, as_of="2022")


class TestOverTime:
    def test_each_day_is_assessed_in_its_place(self) -> None:
        days: list[Any] = [2022, "2021-06-30", datetime.date(2025, 12, 31), cp.Period.parse("2021")]
        for options in OPTIONS:
            timeline = cp.over_time(PLAN, days, **options)
            assert list(timeline) == [cp.assess(PLAN, as_of=day, **options) for day in days]
            assert [str(day) for day in timeline.days] == ["2022", "2021-06-30", "2025-12-31", "2021"]
            assert len(timeline) == 4
            assert timeline["gdp"] == tuple(assessed["gdp"] for assessed in timeline)

    def test_it_holds_ids_and_days(self) -> None:
        timeline = cp.over_time(PLAN, [2021, 2022, 2023])
        assert timeline[1:] == (cp.assess(PLAN, as_of=2022), cp.assess(PLAN, as_of=2023))
        assert ("gdp" in timeline, "jobs" in timeline, cp.assess(PLAN, as_of=2022) in timeline) == (True, False, True)

    def test_rows_and_frame_give_the_day_and_what_was_known_by_it(self) -> None:
        plan = PLAN.with_observation("gdp", cp.Observation(period="2022", figure="112"))
        timeline = cp.over_time(plan, [2020, 2021, 2022])
        rows = timeline.to_rows()
        assert [(row["as_of"], row["id"], row["period"], row["standing"]) for row in rows] == [
            ("2020", "gdp", None, None),
            ("2021", "gdp", "2021", "behind"),
            ("2022", "gdp", "2022", "on_track"),
        ]
        assert [{"as_of": "2022", **row} for row in cp.assess(plan, as_of=2022).to_rows()] == rows[2:]
        frame = timeline.to_frame("polars")
        assert isinstance(frame, polars.DataFrame)
        assert frame.columns == list(rows[0])
        assert frame["attainment"].to_list() == [None, 104 / 130, pytest.approx(112 / 130)]

    def test_names_are_in_the_language_that_is_asked_for(self) -> None:
        both = cp.Indicator(id="gdp", name={"zh": "地区生产总值", "en": "GDP"})
        timeline = cp.over_time(cp.Plan(id="p", title="A plan", period="2021/2025", indicators=(both,)), [2021])
        assert [row["name"] for row in timeline.to_rows()] == ["地区生产总值"]
        assert [row["name"] for row in timeline.to_rows(language="en")] == ["GDP"]

    def test_it_shows_its_plan_and_its_days(self) -> None:
        assert repr(cp.over_time(PLAN, [2021, "2022-Q2"])) == "<plan as of 2021, 2022-Q2>"
        assert repr(cp.over_time(PLAN, [])) == "<plan as of —>"

    def test_it_is_a_table_with_a_column_for_each_day(self) -> None:
        task = cp.Task(id="t", title={"zh": "送书", "en": "books"}, period="2021/2025")
        timeline = cp.over_time(evolve(PLAN, tasks=(task,)), [2020, 2021])
        lines = str(timeline).splitlines()
        assert lines[0].split() == ["no.", "indicator", "2020", "2021"]
        assert lines[2].split() == ["GDP", "not", "due", "not", "due", "(behind)"]
        assert [line.split()[0] for line in lines[4:]] == ["no.", "---", "books"]
        assert timeline.to_text(language="zh").splitlines()[-1].split()[0] == "送书"
        for page in (timeline.to_html(), timeline._repr_html_()):
            assert "<caption>A plan</caption>" in page
            assert "not due (behind)</span>" in page
            assert page.count("<table>") == 2
        assert str(cp.over_time(PLAN, [2020, 2021])).splitlines() == lines[:3]
        assert "<caption>A plan</caption>" in cp.over_time(evolve(PLAN, indicators=(), tasks=(task,)), [2020]).to_html()

    def test_one_day_is_not_several(self) -> None:
        for wrong in ("2021", 2021, cp.Period.parse("2021/2025")):
            one: Any = wrong
            with pytest.raises(InvalidTypeError, match=r"^dates: expected several days"):
                cp.over_time(PLAN, one)
        with pytest.raises(InvalidValueError, match=r"^dates\[1\]: expected a period"):
            cp.over_time(PLAN, ["2021", "soon"])
        no_plan: Any = GDP
        with pytest.raises(InvalidTypeError, match=r"^plan: expected a Plan"):
            cp.over_time(no_plan, [])
