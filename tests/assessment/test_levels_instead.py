"""A target on another measure than the level, beside figures that state none, says what may have been meant."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.testing import plans


def outcome(as_of: str = "2025", **fields: Any) -> cp.assessment.Outcome:
    row = cp.Indicator(id="homes", name="affordable homes", **fields)
    plan = cp.Plan(id="plan", title="A plan", period="2021/2025", indicators=(row,))
    return cp.assess(plan, as_of=as_of)["homes"].outcomes[0]


def on(measure: str, bound: str = "≥17000", **fields: Any) -> tuple[cp.Threshold, ...]:
    return (cp.Threshold(**{"bound": bound, "measure": measure, **fields}),)


@pytest.mark.parametrize(
    ("periods", "hint"),
    [
        (("2025",), "A level figure exists for 2025; did you mean the measure “total”?"),
        (("2025", "2021"), "Level figures exist for 2021 and 2025; did you mean the measure “total”?"),
        (("2023", "2022", "2021"), "3 level figures exist from 2021 to 2023; did you mean the measure “total”?"),
    ],
)
def test_a_total_beside_levels_asks_whether_they_are_totals(periods: tuple[str, ...], hint: str) -> None:
    found = outcome(targets=on("total"), observations=dict.fromkeys(periods, "3500"))
    assert found.verdict is cp.Verdict.NOT_ASSESSABLE
    assert found.reason is cp.Reason.MISSING_OBSERVATION
    assert [str(period) for period in found.levels_instead] == sorted(periods)
    assert found.hint == hint
    assert hint in found.explain()


def test_it_is_asked_for_every_measure_but_the_level_and_before_the_target_is_due() -> None:
    for measure, bound in (("growth", "≥9"), ("reduction", "≥15"), ("change", "≥4")):
        for day, verdict in (("2022", cp.Verdict.NOT_DUE), ("2025", cp.Verdict.NOT_ASSESSABLE)):
            found = outcome(day, targets=on(measure, bound), observations={"2022": "5", "2023": "6"})
            assert found.verdict is verdict
            assert found.hint is not None
            assert found.hint.endswith(f"did you mean the measure “{measure}”?")
            assert found.hint in found.explain()
    assert outcome("2022", targets=("≥5",), observations={"2021/2022": "4"}).hint is None


def test_figures_after_the_day_and_outside_the_time_of_the_target_say_nothing() -> None:
    assert outcome("2022", targets=on("total"), observations={"2023": "3500"}).hint is None
    annual = on("total", period="2023")
    assert outcome(targets=annual, observations={"2022": "3500", "2024": "3600"}).hint is None


def test_nothing_is_asked_where_the_measure_has_figures_or_the_levels_have_a_baseline() -> None:
    some = (cp.Observation(period="2021", figure="3500", measure="total"), cp.Observation(period="2022", figure="1"))
    assert outcome(targets=on("total"), observations=some).hint is None
    from_baseline: dict[str, Any] = {"baseline": ("2020", "100"), "observations": {"2022": "105"}}
    assert outcome(targets=on("growth", "≥9"), **from_baseline).hint is None
    assert outcome(targets=on("total"), **from_baseline).hint is not None


def test_without_any_figure_nothing_is_asked() -> None:
    assert outcome(targets=on("total")).hint is None
    assert outcome(targets=(cp.Qualitative(text="more"),), observations={"2022": "1"}).hint is None


@given(plan=plans(), day=st.sampled_from(("2018", "2020")))
def test_a_hint_never_stands_beside_an_actual_and_changes_no_verdict(plan: cp.Plan, day: str) -> None:
    for assessed in cp.assess(plan, as_of=day):
        for found in assessed.outcomes:
            if found.hint is not None:
                assert not isinstance(found.actual, cp.evidence.Actual)
                assert found.verdict in (cp.Verdict.NOT_ASSESSABLE, cp.Verdict.NOT_DUE)
                assert evolve(found, levels_instead=()).reason is found.reason
