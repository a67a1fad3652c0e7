"""In a long table brackets mean the whole period as they do in a wide one, and a total of one year is asked about."""

from __future__ import annotations

import civicplan as cp

from ._read import actuals, bounds, codes, one, read

_JOBS = tuple(zip(range(2021, 2026), (1500, 1550, 1600, 1650, 1700), strict=True))
_KINDS = ("Indicator", "Kind", "Year", "Value")


def _kinds(target: str, year: str = "2025") -> tuple[tuple[object, ...], ...]:
    figures = [("jobs", "actual", f"{year}", value) for year, value in _JOBS]
    return (_KINDS, *figures, ("jobs", "target", year, target))


def test_a_total_in_brackets_is_over_the_plan_in_every_layout() -> None:
    with_measures = tuple((*row, "total" if place else "Measure") for place, row in enumerate(_kinds("[7500]")))
    side_by_side = (
        ("Indicator", "Year", "Target", "Actual"),
        *[("jobs", year, "[7500]" if year == 2025 else "", value) for year, value in _JOBS],
    )
    in_chinese = (("指标", "数值类型", "年份", "数值"), *_kinds("[7500]")[1:])
    wide = ("Indicator", "Target 2025", *range(2021, 2026)), ("jobs", "[7500]", *[value for _, value in _JOBS])
    for rows in (_kinds("[7500]"), with_measures, side_by_side, in_chinese, wide):
        reading = read(*rows, measure="total", direction="higher")
        assert (bounds(one(reading)), codes(reading)) == (["≥7500 total"], [])
        assert cp.assess(reading.value, as_of=2025)["jobs"].verdict is cp.Verdict.MET


def test_an_actual_in_brackets_is_over_the_plan_where_it_ends_and_unclear_before() -> None:
    for measure in ("total", "reduction", "change"):
        reading = read(_KINDS, ("a", "target", 2025, "[≥7.5]"), ("a", "actual", 2025, "[8.0]"), measure=measure)
        assert (bounds(one(reading)), actuals(one(reading))) == ([f"≥7.5 {measure}"], [f"8.0 {measure} 2021/2025"])
        reading = read(_KINDS, ("a", "target", 2024, "[≥7.5]"), ("a", "actual", 2023, "[8.0]"), measure=measure)
        assert (bounds(one(reading)), actuals(one(reading))) == ([], [])
        assert codes(reading) == ["brackets-of-one-year"] * 2
        assert "its row names 2024 alone" in reading.diagnostics[0].message
    reading = read(_KINDS, ("a", "baseline", 2020, "[9]"), measure="total")
    assert codes(reading) == ["brackets-of-a-baseline"]


def test_years_that_a_row_names_are_its_own() -> None:
    reading = read(_KINDS, ("a", "target", "2021/2023", "[≥7.5]"), ("a", "actual", "2021/2022", "[8]"), measure="total")
    assert (bounds(one(reading)), actuals(one(reading))) == (["≥7.5 total 2021/2023"], ["8 total 2021/2022"])


def test_a_total_in_a_row_of_one_year_is_of_that_year_or_of_the_plan() -> None:
    for measure in ("total", "reduction", "change"):
        reading = read(*_kinds("≥7500"), measure=measure)
        assert (bounds(one(reading)), codes(reading)) == ([], ["total-of-one-row"])
        assert "write 2025/2025 or 2021/2025 as the period of its row" in reading.diagnostics[0].message
        for year, due in (("2025/2025", " 2025"), ("2021/2025", " 2021/2025"), ("", "")):
            assert bounds(one(read(*_kinds("≥7500", year), measure=measure))) == [f"≥7500 {measure}{due}"]
    rows = ("Indicator", "Year", "Target", "Actual"), ("jobs", 2025, "≥7500", 1700)
    assert codes(read(*rows, measure="total")) == ["total-of-one-row"]
    for key, due in (("target 2025", "2025"), ("target 2021/2025", "2021/2025")):
        assert bounds(one(read(*rows, measure="total", columns={key: "Target"}))) == [f"≥7500 total {due}"]


def test_an_average_growth_in_the_row_of_the_last_year_is_over_the_plan() -> None:
    headings = ("Indicator", "Kind", "Year", "Measure", "Value")
    for word, due in (("average annual growth", ""), ("growth", " 2025")):
        reading = read(headings, ("GDP", "target", 2025, word, "≥6"))
        assert (bounds(one(reading)), codes(reading)) == ([f"≥6 growth{due}"], [])


def test_amounts_of_a_column_that_the_user_calls_a_total_are_those_of_their_rows() -> None:
    rows = ("Indicator", "Year", "Jobs"), ("jobs", 2021, 1500), ("jobs", 2022, 1550)
    reading = read(*rows, columns={"actual total": "Jobs"})
    assert actuals(one(reading)) == ["1500 total 2021", "1550 total 2022"]


def test_a_column_of_running_totals_does_not_hold_those_of_single_years() -> None:
    rows = ("Indicator", "Year", "Actual (cumulative total)"), ("jobs", 2022, 3050), ("jobs", 2025, 8000)
    reading = read(*rows)
    assert (actuals(one(reading)), codes(reading)[1:]) == (["8000 total 2021/2025"], ["brackets-of-one-year"])


def test_a_figure_in_brackets_is_over_the_plan_where_the_user_names_its_last_year_too() -> None:
    given = {"target 2025": "Goal", "actual 2025": "Done"}
    for heading in ("Indicator", "Year"), ("Indicator", "Unit"):
        rows = (*heading, "Goal", "Done"), ("jobs", "2025" if "Year" in heading else "", "[≥7500]", "[8000]")
        reading = read(*rows, measure="total", columns=given)
        assert (bounds(one(reading)), actuals(one(reading))) == (["≥7500 total"], ["8000 total 2021/2025"])
    wide = ("Indicator", "Goal", "Done"), ("jobs", "[≥7500]", "[8000]")
    for given in ({"target 2023": "Goal", "actual 2022": "Done"}, {"target 2024-Q2": "Goal", "actual 2024-Q1": "Done"}):
        assert codes(read(*wide, measure="total", columns=given)) == ["brackets-of-one-year"] * 2
    given = {"target 2021/2023": "Goal", "actual 2021-01/2022-06": "Done"}
    reading = read(*wide, measure="total", columns=given)
    assert bounds(one(reading)) == ["≥7500 total 2021/2023"]
    assert actuals(one(reading)) == ["8000 total 2021-H1/2022-H1"]
