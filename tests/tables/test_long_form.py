"""A plan as a long table, and back: what a table holds is the same, and what it does not is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Target
from civicplan.tables.drafts import is_blank_cell
from civicplan.testing import plans

from ._read import codes, one, read, starting_from

#: What a target in words and a relation are in a table.
IN_WORDS = (cp.Qualitative, cp.Delegated, cp.Relative)


def held(indicator: cp.Indicator) -> cp.Indicator:
    """The indicator as far as a table of text holds it: without words such as "none", which are blank cells there."""
    words: dict[str, Any] = {
        name: None if (text := getattr(indicator, name)) is None else str(text).strip()
        for name in ("name", "group", "category", "description", "notes", "number", "unit")
    }
    return cp.Indicator(
        id=indicator.id,
        **{name: word for name, word in words.items() if word and (name == "name" or not is_blank_cell(word))},
        nature=indicator.nature,
        direction=indicator.direction,
        prices=indicator.prices,
        weight=indicator.weight,
        baseline=None if indicator.baseline is None else stated(indicator.baseline),
        targets=tuple(numeric(indicator)),
        observations=tuple(map(stated, indicator.observations)),
    )


def stated(observation: cp.Observation) -> cp.Observation:
    return evolve(observation, measure=observation.measure, source=None)


def numeric(indicator: cp.Indicator) -> Iterator[Target]:
    """The targets in numbers; a reduction below zero is none that a table can tell from a fall with a minus."""
    for target in indicator.targets:
        if isinstance(target, cp.Threshold):
            yield evolve(target, measure=target.measure, source=None)


def nameable_plans() -> st.SearchStrategy[cp.Plan]:
    """Plans whose indicators have ids and names that are no blank cells, such as "-" or "none"."""

    def are_nameable(plan: cp.Plan) -> bool:
        return not any(is_blank_cell(words.strip()) for row in plan for words in (row.id, str(row.name)))

    return plans().filter(are_nameable)


@given(nameable_plans())
def test_a_plan_reads_back_as_far_as_a_table_holds_it(plan: cp.Plan) -> None:
    reading = cp.from_frame(cp.tables.plan_frame(plan, "polars"), period=plan.period)
    told = {(one.place, one.code) for one in reading.diagnostics}
    assert len(reading.value.indicators) == len(plan.indicators) or any(one.left_out for one in reading.diagnostics)
    for indicator in plan.indicators:
        assume(not any(sign.isdigit() for target in indicator.targets for sign in in_words(target)))
        read = next((one for one in reading.value if one.id == indicator.id), None)
        if not told and read is not None:
            assert held(read) == held(indicator)
        elif read is not None:
            said(read, indicator)


def said(read: cp.Indicator, indicator: cp.Indicator) -> None:
    """Where there was anything to say, what is read is still a part of what was written."""
    assert set(map(stated, read.observations)) <= set(map(stated, indicator.observations))
    assert set(numeric(read)) <= set(numeric(indicator))


def in_words(target: Target) -> str:
    """The words of a target that is in words; a word such as "none" is a blank cell."""
    match target:
        case cp.Qualitative():
            return str(target.text)
        case cp.Delegated():
            return str(target.authority)
        case _:
            return "a number"


@given(nameable_plans())
def test_what_is_lost_is_always_said(plan: cp.Plan) -> None:
    reading = cp.from_frame(cp.tables.plan_frame(plan, "polars"), period=plan.period)
    for indicator in plan.indicators:
        read = next((one for one in reading.value if one.id == indicator.id), None)
        figures = 0 if read is None else len(read.observations) + len(read.targets) + (read.baseline is not None)
        targets = [target for target in indicator.targets if not is_blank_cell(in_words(target))]
        promised = len(indicator.observations) + len(targets) + (indicator.baseline is not None)
        if figures < promised:
            assert any(one.left_out for one in reading.diagnostics)


@pytest.mark.parametrize("name", ["zhuzhou-13fyp", "zhuzhou-14fyp"])
def test_a_real_plan_is_assessed_alike_from_its_table(name: str) -> None:
    plan = cp.datasets.load(name)
    for backend in ("pandas", "polars", "pyarrow"):
        frame: Any = cp.tables.plan_frame(plan, backend)
        reading = cp.from_frame(frame, period=plan.period)
        assert set(codes(reading)) <= {"target-in-words"}
        for row, other in zip(cp.assess(plan, as_of=2020), cp.assess(reading.value, as_of=2020), strict=True):
            if not any(isinstance(target, IN_WORDS) for target in row.indicator.targets):
                assert (row.verdict, row.attainment) == (other.verdict, other.attainment), row.indicator.id


def test_the_table_goes_through_a_file(tmp_path: Path) -> None:
    plan = cp.datasets.load("zhuzhou-13fyp")
    frame = cp.tables.plan_frame(plan, "polars")
    frame.write_csv(tmp_path / "plan.csv")
    read = cp.tables.read(tmp_path / "plan.csv", period=plan.period, strict=True).value
    whole = cp.from_frame(frame, period=plan.period, strict=True).value
    assert [held(one) for one in read] == [held(one) for one in whole]


def test_a_table_in_a_database_is_read_as_it_stands() -> None:
    table = cp.tables.plan_frame(cp.datasets.load("zhuzhou-13fyp"), "pyarrow")
    reading = cp.from_frame(duckdb.from_arrow(table), period="2016/2020")
    assert len(reading.value.indicators) == 38


def test_every_column_is_text_and_the_first_library_is_taken() -> None:
    frame = cp.tables.plan_frame(cp.datasets.load("zhuzhou-13fyp"))
    assert type(frame).__module__.startswith("pandas")
    frame = cp.tables.plan_frame(cp.datasets.load("zhuzhou-13fyp"), "polars")
    assert {str(kind) for kind in frame.dtypes} == {"String"}


def test_a_plan_without_indicators_is_a_table_without_rows() -> None:
    plan = cp.Plan(id="p", title="p", period=2020)
    assert cp.tables.plan_frame(plan, "polars").shape == (0, 18)
    with pytest.raises(cp.InvalidInputError, match="a Plan"):
        cp.tables.plan_frame("plan")  # type: ignore[arg-type]


HEADINGS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ("Indicator", "Id", "Unit", "Direction", "Measure", "Kind", "Year", "Value", "Target", "Target 2025")
    ),
    st.sampled_from(("2021", "Baseline 2020", "Actual 2022 (%)", "FY2024", "2023/24", "Published", "Status", "指标")),
)
CELLS = st.one_of(
    st.text(max_size=8),
    st.from_regex(r"[≥<约\[(]?-?[0-9]{1,4}[.,]?[0-9]{0,4}[%\]*)以上]?", fullmatch=True),
    st.sampled_from(("GDP", "up", "lower", "target", "actual", "2021", "2021/2025", "growth", "total", "%", "亿元")),
)


@given(st.data())
def test_no_table_of_text_raises_anything_but_ours(data: st.DataObject) -> None:
    headings = data.draw(st.lists(HEADINGS, unique=True, min_size=1, max_size=6))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(headings), max_size=len(headings)), max_size=4))
    columns = {name: [row[place] for row in rows] for place, name in enumerate(headings)}
    import pandas as pd

    try:
        reading = cp.from_frame(pd.DataFrame(columns, dtype=object), period="2021/2025")
    except cp.CivicPlanError:
        return
    assert len(reading.value.indicators) <= len(rows)
    assert str(cp.assess(reading.value, as_of=2023))


def test_rows_of_the_year_before_the_plan_are_no_baselines_without_a_word_and_that_is_said() -> None:
    rows = ("Indicator", "Year", "Value", "Target 2025"), ("jobs", 2020, 100, "≥120"), ("jobs", 2023, 110, "≥120")
    reading = read(*rows)
    assert (codes(reading), one(reading).baseline) == (["no-baseline-row"], None)
    kinds = ("Kind", "baseline", "actual")
    told = read(*((*row, kind) for row, kind in zip(rows, kinds, strict=True)))
    assert (codes(told), starting_from(one(told))) == ([], "100 2020")


def test_a_relation_to_an_indicator_whose_id_is_a_number_is_no_bound() -> None:
    above = cp.Relative(reference="5", relation="above")
    rows = (cp.Indicator(id="5", name="GDP"), cp.Indicator(id="6", name="wages", targets=(above,)))
    plan = cp.Plan(id="p", title="p", period="2021/2025", indicators=rows)
    reading = cp.from_frame(cp.tables.plan_frame(plan, "polars"), period=plan.period)
    assert reading.value["6"].targets == ()
    assert [one.text for one in reading.diagnostics] == ["above '5'"]
