"""When a target is due: a level at the end of the plan, the other measures over all of it, unless it says so itself."""

from __future__ import annotations

import civicplan as cp


def test_a_level_is_due_in_the_last_year_and_the_rest_over_the_whole_plan() -> None:
    for plan_period, last_year in (
        ("2016/2020", "2020"),
        ("2024", "2024"),
        ("2016-04/2021-03", "2020-04/2021-03"),
        ("2024-Q3/2025-Q2", "2024-Q3/2025-Q2"),
    ):
        whole = cp.Period.parse(plan_period)
        for measure in cp.Measure:
            due = last_year if measure is cp.Measure.LEVEL else plan_period
            for target in (
                cp.Threshold(bound="≥1", measure=measure),
                cp.Relative(reference="b", relation="above", measure=measure),
            ):
                assert target.due(whole) == cp.Period.parse(due), (plan_period, target)


def test_a_target_with_a_period_of_its_own_is_due_then() -> None:
    for measure in cp.Measure:
        for target in (
            cp.Threshold(bound="≥1", measure=measure, period="2018"),
            cp.Relative(reference="b", relation="above", measure=measure, period="2018"),
        ):
            assert target.due(cp.Period.parse("2016/2020")) == cp.Period.parse("2018"), target
