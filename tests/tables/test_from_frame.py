"""What a dataframe becomes: every promise of the reader, on the dataframes of four libraries."""

from __future__ import annotations

from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

import duckdb
import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pytest

import civicplan as cp

from ._read import actuals, bounds, codes, one, read, starting_from, table

WIDE = """\
Indicator,Unit,Direction,Baseline 2020,Target 2025,2021,2022,2023
GDP,亿元,up,2335.1,3800,2500.5,2700.0,2900.8
Unemployment,%,down,5.2,≤5.0,5.1,5.3,4.9
Good air,days,,300,95以上,,—,n/a
"""


def frames(text: str) -> dict[str, Any]:
    """The dataframes that four libraries make of a CSV whose every cell is text."""
    whole = pl.read_csv(StringIO(text), infer_schema=False)
    return {
        "pandas": pd.read_csv(StringIO(text), dtype=str),
        "polars": whole,
        "pyarrow": whole.to_arrow(),
        "duckdb": duckdb.from_arrow(whole.to_arrow()),
    }


class TestWideTables:
    @pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow", "duckdb"])
    def test_a_row_is_an_indicator_and_a_column_a_year(self, library: str) -> None:
        reading = cp.from_frame(frames(WIDE)[library], period="2021/2025")
        gdp, unemployment, air = reading.value.indicators
        assert codes(reading) == []
        assert (gdp.id, str(gdp.name), gdp.unit, gdp.direction) == ("gdp", "GDP", "亿元", "higher")
        assert gdp.baseline == cp.Observation(period="2020", figure="2335.1")
        assert (bounds(gdp), actuals(gdp)) == (["≥3800 2025"], ["2500.5 2021", "2700.0 2022", "2900.8 2023"])
        assert str(gdp.observations[1].figure) == "2700.0"
        assert (bounds(unemployment), unemployment.direction) == (["≤5.0 2025"], "lower")
        assert (air.id, bounds(air), actuals(air)) == ("good-air", ["≥95 2025"], [])

    def test_five_lines_from_a_file_to_attainment_beside_the_table(self) -> None:
        df = pd.read_csv(StringIO(WIDE), dtype=str)
        plan = cp.from_frame(df, period="2021/2025", columns={"name": "Indicator", "target": "Target 2025"}).value
        out = cp.assess(plan, as_of=2023).to_frame("pandas")
        joined = df.join(out[["attainment", "progress", "growth", "verdict", "standing"]])
        assert list(joined["Indicator"]) == ["GDP", "Unemployment", "Good air"]
        assert list(joined["standing"].notna()) == [True, True, False]

    def test_headings_are_understood_in_english_and_chinese(self) -> None:
        for headings in (
            ("Indicator", "Baseline 2020", "2025 target", "Actual 2021", "2022 actual"),
            ("指标", "2020年基期值", "2025年目标值", "2021年", "2022年实际"),
            ("主要指标", "2020基期", "目标2025", "2021", "2022年完成"),
        ):
            indicator = one(read(headings, ("jobs", 100, "≥120", 105, 110)))
            assert indicator.baseline == cp.Observation(period="2020", figure="100")
            assert (bounds(indicator), actuals(indicator)) == (["≥120 2025"], ["105 2021", "110 2022"])

    def test_the_user_says_what_a_column_is(self) -> None:
        columns = {"name": "KPI", "target": "Goal 2025", "baseline 2020": "Start", "actual": ["Reached 2021", "2022"]}
        rows = ("KPI", "Goal 2025", "Start", "Reached 2021", "2022"), ("jobs", "≥120", 100, 105, 110)
        reading = read(*rows, columns=columns)
        assert codes(reading) == []
        assert one(reading).baseline == cp.Observation(period="2020", figure="100")
        assert bounds(one(reading)) == ["≥120 2025"]
        assert actuals(one(reading)) == ["105 2021", "110 2022"]

    def test_a_bare_year_is_an_actual_unless_the_user_says_that_it_is_a_target(self) -> None:
        rows = ("Indicator", "2020", "2025"), ("jobs", 100, "≥120")
        reading = read(*rows)
        assert (bounds(one(reading)), codes(reading)) == ([], ["no-target-column"])
        assert cp.assess(reading.value, as_of=2025).counts[cp.Verdict.NOT_ASSESSABLE] == 1
        assert bounds(one(read(*rows, columns={"target": "2025"}))) == ["≥120 2025"]

    def test_the_plan_period_is_given_or_inferred_with_a_word_about_it(self) -> None:
        rows = ("Indicator", "Baseline 2020", "Target 2023", "Target 2025"), ("jobs", 100, "≥110", "≥120")
        reading = read(*rows, period=None)
        assert (str(reading.value.period), codes(reading)) == ("2021/2025", ["period-inferred"])
        for headings in (
            ("Indicator", "Target 2025"),
            ("Indicator", "Baseline 2020"),
            ("Indicator", "Baseline 2026", "Target 2025"),
        ):
            with pytest.raises(cp.InvalidInputError, match="period"):
                read(headings, ("jobs", *["1"] * (len(headings) - 1)), period=None)

    def test_a_target_without_a_year_is_due_at_the_end_of_the_plan(self) -> None:
        assert bounds(one(read(("Indicator", "Target"), ("jobs", "≥120")))) == ["≥120"]

    def test_an_actual_or_a_baseline_without_a_year_is_left_out(self) -> None:
        reading = read(("Indicator", "Target", "Actual", "Baseline"), ("jobs", "≥120", 100, 90))
        assert codes(reading) == ["actual-without-period", "baseline-without-year"]
        assert (actuals(one(reading)), one(reading).baseline) == ([], None)
        assert 'columns={"actual 2021": "Actual"}' in reading.diagnostics[0].message
        assert 'columns={"baseline 2020": "Baseline"}' in reading.diagnostics[1].message

    def test_the_year_of_a_baseline_may_stand_in_a_column_of_its_own(self) -> None:
        for heading in ("Baseline year", "base_year", "基期年", "baseline_period"):
            rows = ("Indicator", "Baseline", heading, "Target"), ("jobs", 90, 2020, "≥120"), ("homes", 80, "2019", "≥9")
            reading = read(*rows)
            assert [starting_from(indicator) for indicator in reading.value] == ["90 2020", "80 2019"]
            assert codes(reading) == []
        named = ("Indicator", "Base", "Since", "Target"), ("jobs", 90, 2020, "≥120")
        reading = read(*named, columns={"baseline": "Base", "baseline_period": "Since"})
        assert (starting_from(one(reading)), codes(reading)) == ("90 2020", [])

    def test_a_baseline_whose_year_is_not_said_or_said_otherwise_is_left_out(self) -> None:
        headings = "Indicator", "Baseline", "Baseline year", "Target"
        for year, code in (("", []), ("soon", ["not-a-period"])):
            reading = read(headings, ("jobs", 90, year, "≥120"))
            assert (one(reading).baseline, codes(reading)) == (None, [*code, "no-baseline-year"])
        for year, told in (("2020", []), ("2019", ["baseline-years-differ"]), ("", [])):
            reading = read(("Indicator", "Baseline 2020", "Base year", "Target"), ("jobs", 90, year, "≥120"))
            assert (starting_from(one(reading)), codes(reading)) == ("" if told else "90 2020", told)
        reading = read(("Indicator", "Base year", "Target"), ("jobs", 2020, "≥120"))
        assert codes(reading) == ["baseline-year-alone"]

    def test_the_year_before_the_plan_is_no_baseline_without_a_word_and_that_is_said(self) -> None:
        for heading in ("2020", "Actual 2020", "2020年"):
            reading = read(("Indicator", heading, "2023", "Target 2025"), ("jobs", 100, 110, "≥120"))
            assert (codes(reading), one(reading).baseline) == (["no-baseline"], None)
            (said,) = reading.diagnostics
            assert (said.left_out, said.place) == (False, f'column "{heading}"')
            assert '"Baseline 2020"' in said.message
            assert f'columns={{"baseline": "{heading}"}}' in said.message
            given = {"baseline": heading}
            mended = read(("Indicator", heading, "2023", "Target 2025"), ("jobs", 100, 110, "≥120"), columns=given)
            assert (codes(mended), one(mended).baseline) == ([], cp.Observation(period="2020", figure="100"))
        meant = read(("Indicator", "2020", "Target 2025"), ("jobs", 100, "≥120"), columns={"actual": "2020"})
        assert codes(meant) == []
        for other in (("Baseline 2019", "2020"), ("2019", "2021")):
            assert "no-baseline" not in codes(read(("Indicator", *other, "Target 2025"), ("jobs", 1, 2, "≥120")))

    def test_several_years_to_the_end_of_a_target_do_not_say_what_they_are(self) -> None:
        """Read as actuals they would meet the target without any figure of its year."""
        for heading, key in (
            ("Annual growth 2021-2025 (%)", "growth"),
            ("Average annual growth 2025 (%)", "growth"),
            ("年均增长 2021-2025（%）", "growth"),
            ("2021-2025年均增长（%）", "growth"),
            ("Cumulative reduction 2021-2025", "reduction"),
        ):
            rows = ("Indicator", "Direction", "Target 2025", heading), ("a", "up", 120, 9)
            reading = read(*rows)
            assert (codes(reading), actuals(one(reading))) == (["unclear-column"], [])
            assert cp.assess(reading.value, as_of=2025)["a"].verdict is not cp.Verdict.MET
            for kind in ("target", "actual"):
                assert f'columns={{"{kind} {key}": "{heading}"}}' in reading.diagnostics[0].message
                assert codes(read(*rows, columns={f"{kind} {key}": heading})) == [], (heading, kind)
        bare = read(("Indicator", "Target 2025", "2021-2025"), ("a", "≥120", 130))
        assert (codes(bare), actuals(one(bare))) == (["bare-years"], [])
        early = read(("Indicator", "Target 2025", "2021-2023"), ("a", "≥120", 130))
        assert (codes(early), actuals(one(early))) == ([], ["130 2021/2023"])

    def test_a_target_outside_the_plan_is_left_out(self) -> None:
        reading = read(("Indicator", "Target 2025", "Target 2030"), ("jobs", "≥120", "≥150"))
        assert (bounds(one(reading)), codes(reading)) == (["≥120 2025"], ["outside-plan"])

    def test_two_rows_of_headings_are_read_as_one(self) -> None:
        columns = pd.MultiIndex.from_tuples(
            [("Indicator", ""), ("Actual", "2021"), ("Actual", "2022"), ("Target", "2025")]
        )
        levels = pd.DataFrame([["jobs", "100", "105", "≥120"]], columns=columns)
        flat = pd.read_csv(StringIO("Indicator,Actual,,Target\n,2021,2022,2025\njobs,100,105,≥120\n"), dtype=str)
        for frame, said in ((levels, []), (flat, ["second-headings"])):
            reading = cp.from_frame(frame, period="2021/2025")
            assert codes(reading) == said
            assert (actuals(one(reading)), bounds(one(reading))) == (["100 2021", "105 2022"], ["≥120 2025"])

    def test_words_beside_the_figures_are_kept(self) -> None:
        headings = (
            "No.",
            "Indicator",
            "Category",
            "Type",
            "Description",
            "Notes",
            "Source",
            "Weight",
            "Prices",
            "Target",
        )
        cells = (1, "jobs", "Work", "约束性", "in towns", "revised", "outline", "0.5", "constant", "≥120")
        indicator = one(read(headings, cells))
        assert (indicator.number, str(indicator.category), indicator.nature) == ("1", "Work", "binding")
        assert (str(indicator.description), str(indicator.notes), str(indicator.source)) == (
            "in towns",
            "revised",
            "outline",
        )
        assert (indicator.weight, indicator.prices) == (cp.Figure("0.5"), "constant")


class TestLongTables:
    ROWS = (
        ("Indicator", "Kind", "Year", "Measure", "Value", "Published", "Status"),
        ("GDP", "baseline", 2020, "", "2335.1", "", ""),
        ("GDP", "target", 2025, "", "≥3800", "", ""),
        ("GDP", "target", "2021-2025", "growth", "≥9", "", ""),
        ("jobs", "目标", "2021/2025", "total", "[≥25]", "", ""),
        ("GDP", "actual", 2021, "", "2500.5", "2022-03", "provisional"),
        ("GDP", "实际", 2021, "", "2510.0", "2022-09", "final"),
        ("jobs", "actual", 2021, "total", "5.1", "", ""),
    )

    def test_a_row_is_a_figure_and_the_rows_of_a_name_are_one_indicator(self) -> None:
        reading = read(*self.ROWS)
        gdp, jobs = reading.value.indicators
        assert codes(reading) == []
        assert starting_from(gdp) == "2335.1 2020"
        assert bounds(gdp) == ["≥3800 2025", "≥9 growth 2021/2025"]
        assert [(str(seen.published), seen.status) for seen in gdp.observations] == [
            ("2022-03", "provisional"),
            ("2022-09", "final"),
        ]
        assert (bounds(jobs), actuals(jobs)) == (["≥25 total 2021/2025"], ["5.1 total 2021"])

    def test_actuals_and_targets_may_have_columns_of_their_own(self) -> None:
        reading = read(("Indicator", "Year", "Target", "Actual"), ("GDP", 2021, "≥90", 91), ("GDP", 2022, "≥95", ""))
        assert (bounds(one(reading)), actuals(one(reading))) == (["≥90 2021", "≥95 2022"], ["91 2021"])

    def test_a_baseline_beside_its_year_is_one_however_often_it_is_repeated(self) -> None:
        headings = ("Indicator", "Year", "Actual", "Baseline", "Baseline year")
        reading = read(headings, *[("GDP", 2021 + n, 100 + n, 90, 2020) for n in range(3)])
        assert (starting_from(one(reading)), codes(reading)) == ("90 2020", ["no-target-column"])
        assert actuals(one(reading)) == ["100 2021", "101 2022", "102 2023"]

    def test_one_target_beside_an_earlier_period_may_be_due_in_the_end(self) -> None:
        rows = ("Indicator", "Year", "Target", "Actual"), ("GDP", 2021, "≥100", 91), ("GDP", 2022, "≥100", 95)
        for some in (rows, rows[:2]):
            reading = read(*some)
            assert (bounds(one(reading)), codes(reading)) == ([], ["unclear-due"])
            assert 'columns={"target 2025": "Target"}' in reading.diagnostics[0].message
            assert bounds(one(read(*some, columns={"target 2025": "Target"}))) == ["≥100 2025"]
        assert bounds(one(read(*rows, columns={"target": "Target"}))) == ["≥100 2021", "≥100 2022"]
        assert bounds(one(read(rows[0], ("GDP", 2025, "≥100", 99)))) == ["≥100 2025"]

    def test_rows_of_one_name_that_may_be_several_indicators_are_not_joined(self) -> None:
        rows = ("Indicator", "Year", "Target", "Actual"), ("wait", 2025, "≥80", 91), ("wait", 2025, "≥90", 85)
        reading = read(*rows)
        assert (reading.value.indicators, codes(reading)) == ((), ["ambiguous-name"])
        with_ids = [(id, *row) for id, row in zip(("Id", "a", "b"), rows, strict=True)]
        assert [bounds(indicator) for indicator in read(*with_ids).value] == [["≥80 2025"], ["≥90 2025"]]

    def test_rows_of_one_year_may_state_several_measures(self) -> None:
        rows = ("Indicator", "Year", "Measure", "Actual"), ("GDP", 2021, "level", 106), ("GDP", 2021, "growth", 6)
        assert actuals(one(read(*rows))) == ["106 2021", "6 growth 2021"]
        assert codes(read(*rows, ("GDP", 2021, "growth", 7))) == ["no-target-column", "ambiguous-name"]

    def test_rows_of_one_id_and_several_names_are_not_joined(self) -> None:
        reading = read(("Id", "Indicator", "Year", "Actual"), (1, "a", 2021, 9), (1, "b", 2022, 8))
        assert (reading.value.indicators, codes(reading)) == ((), ["no-target-column", "ambiguous-id"])

    def test_rows_of_one_name_in_two_categories_are_two_indicators(self) -> None:
        rows = ("Category", "Indicator", "Year", "Actual"), ("Work", "all", 2021, 9), ("Air", "all", 2022, 8)
        reading = read(*rows)
        assert [actuals(indicator) for indicator in reading.value] == [["9 2021"], ["8 2022"]]
        assert codes(reading) == ["no-target-column", "same-name"]

    def test_a_figure_in_another_unit_than_its_indicator_is_left_out(self) -> None:
        headings = ("Indicator", "Kind", "Year", "Unit", "Value")
        reading = read(headings, ("GDP", "target", 2025, "%", "≥9"), ("GDP", "actual", 2025, "亿元", 3105.8))
        assert (one(reading).unit, bounds(one(reading)), codes(reading)) == ("亿元", [], ["unit-differs"])
        reading = read(headings, ("GDP", "target", 2025, "t", "≥9"), ("GDP", "actual", 2025, "km", 3105.8))
        assert (one(reading).unit, codes(reading)) == (None, ["unlike-rows", "units-differ", "units-differ"])

    def test_rows_that_say_different_things_of_their_indicator_are_told(self) -> None:
        rows = (
            ("Indicator", "Year", "Direction", "Actual"),
            ("a", 2021, "up", 9),
            ("a", 2022, "down", 8),
        )
        reading = read(*rows)
        assert codes(reading) == ["no-target-column", "unlike-rows"]
        assert one(reading).direction is None
        assert reading.diagnostics[1].place == 'row 2, column "Direction"'

    def test_rows_that_differ_are_named_so_that_they_can_be_found(self) -> None:
        rows = [(f"c{n}-pm25", "PM2.5", 2021, "µg", 30 + n) for n in range(3)]
        reading = read(("Id", "Indicator", "Year", "Unit", "Actual"), *rows, ("c1-pm25", "PM2.5", 2022, "mg", 30))
        [said] = [one for one in reading.diagnostics if one.code == "unlike-rows"]
        assert said.place == 'row 4, column "Unit"'
        assert 'The rows of "c1-pm25" say "µg" (row 2, column "Unit") and "mg" (row 4, column "Unit")' in said.message

    def test_the_source_of_a_figure_in_a_long_table_is_its_row(self, tmp_path: Path) -> None:
        headings = ("Indicator", "Kind", "Year", "Value", "Baseline 2020")
        rows = [("GDP", "target", year, f"≥{year}", 9) for year in (2021, 2022, 2023)]
        reading = read(headings, *rows, ("GDP", "actual", 2023, 2024, 9))
        gdp = one(reading)
        assert [target.source and target.source.line for target in gdp.targets] == [1, 2, 3]
        assert [actual.source and actual.source.line for actual in gdp.observations] == [4]
        assessed = cp.assess(reading.value, as_of=2023)["gdp"]
        [due] = [row for row in assessed.outcomes if row.verdict is cp.Verdict.MET]
        assert "(the dataframe, line 3)" in due.explain()
        assert "(the dataframe, line 4)" in due.explain()
        table(headings, *rows).write_csv(tmp_path / "long.csv")
        read_again = one(cp.tables.read(tmp_path / "long.csv", period="2021/2025"))
        assert [str(target.source) for target in read_again.targets] == [f"long.csv, line {n}" for n in (2, 3, 4)]

    def test_a_row_of_a_long_table_may_name_its_own_source(self) -> None:
        headings = ("Indicator", "Source", "Year", "Actual", "Target")
        reading = read(headings, ("GDP", "Gazette", 2021, 5, "≥4"), ("GDP", "Yearbook", 2022, 6, "≥5"))
        assert [str(target.source) for target in one(reading).targets] == ["Gazette", "Yearbook"]
        assert [str(actual.source) for actual in one(reading).observations] == ["Gazette", "Yearbook"]

    def test_the_source_of_a_figure_in_a_wide_table_is_that_of_its_row(self) -> None:
        jobs = one(read(("Indicator", "Target 2025", "2023"), ("jobs", "≥9", 8)))
        assert (jobs.source, jobs.targets[0].source, jobs.observations[0].source) == (
            cp.Source(document="the dataframe", line=1),
            None,
            None,
        )

    def test_a_row_without_a_kind_or_a_period_is_left_out(self) -> None:
        rows = (
            ("Indicator", "Kind", "Year", "Value"),
            ("GDP", "", 2021, 9),
            ("GDP", "forecast", 2022, 9),
            ("GDP", "actual", "", 9),
            ("GDP", "target", "", "≥9"),
            ("GDP", "actual", "soon", 7),
        )
        reading = read(*rows)
        assert codes(reading) == ["no-kind", "unknown-kind", "no-kind", "no-period", "not-a-period", "no-period"]
        assert (bounds(one(reading)), actuals(one(reading))) == (["≥9"], [])

    def test_a_row_of_targets_under_years_has_no_actuals(self) -> None:
        reading = read(("Indicator", "Kind", "2021", "2022"), ("GDP", "target", "≥9", "≥10"), ("GDP", "actual", 8, ""))
        assert (bounds(one(reading)), actuals(one(reading))) == (["≥9 2021", "≥10 2022"], ["8 2021"])


class TestRows:
    def test_every_row_that_is_left_out_says_that_a_result_has_none_for_it(self) -> None:
        rows = ("Indicator", "Target"), ("a", "≥1"), ("", "≥2"), ("", ""), ("", ""), ("Work", ""), ("b", "≥3")
        reading = read(*rows)
        assert [str(indicator.name) for indicator in reading.value] == ["a", "b"]
        assert codes(reading) == ["blank-rows", "row-without-name", "heading-row"]
        assert all("a result has no row" in one.message for one in reading.diagnostics)
        assert [one.place for one in reading.diagnostics] == ["row 3", "row 2", "row 5"]

    def test_ids_are_those_of_the_table_or_made_of_names_and_never_twice(self) -> None:
        rows = (
            ("Id", "Indicator", "Target"),
            ("", "Good Air", "≥1"),
            ("", "good air", "≥2"),
            ("jobs", "jobs", "≥3"),
            ("jobs", "more jobs", "≥4"),
            ("two words", "x", "≥5"),
            ("", "jobs", "≥6"),
        )
        reading = read(*rows)
        ids = ["good-air", "good-air-2", "jobs", "jobs-2", "two-words", "jobs-3"]
        assert [indicator.id for indicator in reading.value] == ids
        assert codes(reading) == ["same-name", "same-name", "id-changed", "same-name"]

    def test_a_word_for_a_blank_may_be_a_name_and_a_dash_is_none(self) -> None:
        reading = read(("Id", "Indicator", "Unit", "Target"), ("NA", "jobs", "NA", "≥3"), ("—", "none", "", "≥3"))
        assert [(indicator.id, str(indicator.name), indicator.unit) for indicator in reading.value] == [
            ("NA", "jobs", None),
            ("none", "none", None),
        ]

    def test_ids_stand_for_names_where_there_are_none(self) -> None:
        reading = read(("Id", "Target"), ("jobs", "≥3"))
        assert (str(one(reading).name), codes(reading)) == ("jobs", ["names-from-ids"])

    def test_a_table_without_names_is_a_plan_without_indicators_and_says_so(self) -> None:
        reading = read(("Ministry", "Target"), ("works", "≥3"))
        assert (reading.value.indicators, codes(reading)) == ((), ["unknown-column", "no-name-column"])

    def test_a_table_of_nothing_is_a_plan_of_nothing(self) -> None:
        assert codes(cp.from_frame(pd.DataFrame(), period=2021)) == ["no-columns"]
        for nothing in (pd.DataFrame({"Indicator": [], "Target": []}), table(("Indicator", "Target"), ("", ""))):
            reading = cp.from_frame(nothing, period=2021)
            assert (reading.value.indicators, codes(reading)[-1]) == ((), "no-rows")

    def test_a_row_that_cannot_stand_in_a_plan_is_left_out(self) -> None:
        reading = read(("Indicator", "Notes", "Target"), ("a" * 100_001, "x", "≥3"), ("b", "x", "≥4"))
        assert ([indicator.id for indicator in reading.value], codes(reading)) == (["b"], ["refused"])


class TestColumns:
    def test_a_column_that_is_not_understood_is_told_and_can_be_ignored(self) -> None:
        rows = ("Indicator", "Tagret 2025", "Ministry"), ("jobs", "≥3", "works")
        reading = read(*rows)
        assert codes(reading) == ["unknown-column", "unknown-column", "no-target-column"]
        assert 'columns={"target": "Tagret 2025"}' in reading.diagnostics[0].message
        assert codes(read(*rows, columns={"target": "Tagret 2025"}, ignore=["Ministry"])) == []

    def test_no_column_that_is_something_else_is_proposed_as_the_target(self) -> None:
        for headings, proposed in (
            (("Indicator", "Actual 2021"), "..."),
            (("Indicator", "Target year", "Actual 2021"), "..."),
            (("Indicator", "Aims", "Actual 2021"), '"Aims"'),
        ):
            reading = read(headings, ("jobs", *["2025"] * (len(headings) - 1)))
            [said] = [one for one in reading.diagnostics if one.code == "no-target-column"]
            assert f'columns={{"target": {proposed}}}' in said.message

    def test_headings_are_spoken_of_in_signs_of_any_width(self) -> None:
        rows = ("Indicator", "Goal （2025）"), ("jobs", "≥3")
        assert bounds(one(read(*rows, columns={"target": "Goal (2025)"}))) == ["≥3 2025"]

    def test_words_about_single_figures_need_a_row_for_each(self) -> None:
        reading = read(("Indicator", "Status", "Target"), ("jobs", "provisional", "≥3"))
        assert codes(reading) == ["belongs-to-one-figure"]

    def test_several_columns_of_notes_are_all_kept(self) -> None:
        reading = read(("Indicator", "Notes", "Remarks", "Weight", "Target"), ("jobs", "one", "two", "-1", "≥3"))
        assert (str(one(reading).notes), one(reading).weight, codes(reading)) == ("one\ntwo", None, ["refused"])

    def test_two_columns_for_one_thing_are_both_left_out(self) -> None:
        reading = read(("Indicator", "Direction", "Polarity", "Target"), ("jobs", "up", "down", 3))
        assert codes(reading) == ["two-columns", "target-without-sign"]
        rows = ("Indicator", "Direction", "Polarity", "Target"), ("jobs", "up", "down", 3)
        assert bounds(one(read(*rows, columns={"direction": "Direction"}))) == ["≥3"]

    def test_of_two_columns_of_names_the_first_is_read(self) -> None:
        reading = read(("指标", "Indicator", "Target"), ("就业", "jobs", "≥3"))
        assert (str(one(reading).name), codes(reading)) == ("就业", ["two-names"])

    def test_arguments_that_speak_of_other_columns_name_the_nearest(self) -> None:
        arguments: dict[str, Any]
        for arguments in ({"columns": {"target": "Target 2052"}}, {"ignore": ["Target 2052"]}):
            with pytest.raises(cp.UnknownIdError, match="nearest: Target 2025"):
                read(("Indicator", "Target 2025"), ("jobs", "≥3"), **arguments)
        with pytest.raises(cp.UnknownIdError, match="nearest: target"):
            read(("Indicator", "Target 2025"), ("jobs", "≥3"), columns={"tagret": "Target 2025"})

    @pytest.mark.parametrize(
        "arguments",
        [
            {"columns": "name"},
            {"columns": {1: "Indicator"}},
            {"columns": {"name": 1}},
            {"columns": {"name": ["Indicator", 1]}},
            {"columns": {"name": "Indicator", "group": "Indicator"}},
            {"columns": {"name": b"Indicator"}},
            {"ignore": 5},
            {"ignore": [None]},
            {"measure": "totals"},
            {"measure": {"x": "totals"}},
            {"direction": "up"},
            {"direction": {"up": "up"}},
            {"direction": {1: "higher"}},
            {"decimal": ";"},
            {"fiscal_year_start": 13},
            {"fiscal_year_named": "middle"},
            {"period": "five years"},
            {"strict": "yes"},
            {"id": "two words"},
            {"title": ""},
        ],
        ids=str,
    )
    def test_wrong_arguments_are_refused(self, arguments: dict[str, Any]) -> None:
        with pytest.raises(cp.InvalidInputError):
            cp.from_frame(table(("Indicator", "Target"), ("jobs", "≥3")), **{"period": "2021/2025", **arguments})

    def test_a_column_whose_years_are_unclear_is_left_out_though_the_user_says_what_it_is(self) -> None:
        rows = ("Aims of FY2025", "Target of FY2023"), ("jobs", "≥3")
        columns: dict[str, str] = {"name": "Aims of FY2025", "target": "Target of FY2023"}
        reading = read(*rows, columns=columns)
        assert (bounds(one(reading)), codes(reading)) == ([], ["fiscal-year", "no-target-column"])
        assert bounds(one(read(*rows, columns=columns, fiscal_year_start=4))) == ["≥3 2022-Q2/2023-Q1"]

    def test_fiscal_years_need_the_month_in_which_they_begin(self) -> None:
        rows = ("Indicator", "Target FY2025", "2023/24"), ("jobs", "≥3", 2)
        assert codes(read(*rows)) == ["fiscal-year", "fiscal-year", "no-target-column"]
        indicator = one(read(*rows, period="FY2021/FY2025", fiscal_year_start=4))
        assert (bounds(indicator), actuals(indicator)) == (["≥3 2024-Q2/2025-Q1"], ["2 2023-Q2/2024-Q1"])


class TestStrictness:
    def test_strict_raises_what_there_is_to_know_and_returns_what_is_plain(self) -> None:
        with pytest.raises(cp.ReadingError) as caught:
            read(("Indicator", "Target"), ("jobs", "3"), strict=True)
        assert [one.code for one in caught.value.diagnostics] == ["target-without-sign"]
        assert bounds(one(read(("Indicator", "Target"), ("jobs", "≥3"), strict=True))) == ["≥3"]

    def test_floats_are_told_once_for_a_column_and_never_where_places_are_given(self) -> None:
        frame = pl.DataFrame({"Indicator": ["a", "b"], "Target 2025": ["≥9", "≥8"], "2021": [7.0, 7.25]})
        reading = cp.from_frame(frame, period="2021/2025")
        assert codes(reading) == ["float-column"]
        assert [actuals(indicator) for indicator in reading.value] == [["7 2021"], ["7.25 2021"]]
        reading = cp.from_frame(frame, period="2021/2025", places={"2021": 2}, strict=True)
        assert [actuals(indicator) for indicator in reading.value] == [["7.00 2021"], ["7.25 2021"]]

    def test_a_column_of_floats_that_are_no_figures_of_the_plan_is_nobodys_business(self) -> None:
        frame = pl.DataFrame({"Indicator": ["a"], "Target": ["≥9"], "Number": [1.0]})
        reading = cp.from_frame(frame, period="2021/2025")
        assert (one(reading).number, codes(reading)) == ("1", [])

    def test_the_same_table_reads_the_same_from_every_library(self) -> None:
        plans = [cp.from_frame(frame, period="2021/2025") for frame in frames(WIDE).values()]
        assert all(plan == plans[0] for plan in plans)


def test_the_library_is_imported_without_any_of_this() -> None:
    assert import_module("civicplan").tables is import_module("civicplan.tables")


class TestBesideTheTable:
    """What came of a row is put beside that row, or it is said that a join would do otherwise."""

    TABLE = pd.DataFrame(
        {
            "Indicator": ["Economy", "output", None, "Society", "jobs", "homes"],
            "Baseline 2020": [None, "100", None, None, "20", "81.0"],
            "2023": [None, "112", None, None, "25.5", "84.5"],
            "Target 2025": [None, "≥120", None, None, "≥25.0", "≥95.0"],
        }
    )

    def test_a_join_in_pandas_skips_the_rows_that_were_left_out(self) -> None:
        plan = cp.from_frame(self.TABLE, period="2021/2025").value
        joined = self.TABLE.join(cp.assess(plan, as_of=2023).to_frame("pandas")[["name", "value"]])
        known = joined.dropna(subset=["name"])
        assert list(known["Indicator"]) == list(known["name"]) == ["output", "jobs", "homes"]
        assert [str(value) for value in known["value"]] == ["112.0", "25.5", "84.5"]
        assert joined["value"].isna().sum() == 3

    def test_rows_of_a_filtered_table_keep_their_labels(self) -> None:
        named = self.TABLE.dropna(subset=["Target 2025"])
        for frame in (named, named.sort_values("Indicator"), named.iloc[1:]):
            reading = cp.from_frame(frame, period="2021/2025", strict=True)
            joined = frame.join(cp.assess(reading.value, as_of=2023).to_frame("pandas")[["name", "value"]])
            assert list(joined["Indicator"]) == list(joined["name"])
            assert [float(value) for value in joined["value"]] == [float(printed) for printed in frame["2023"]]

    def test_a_place_in_a_filtered_table_is_that_in_the_whole(self) -> None:
        whole = pd.DataFrame({"Indicator": list("abc"), "Target": ["≥1", "≥2", "many 3"]})
        [said] = cp.from_frame(whole[whole["Indicator"] > "a"], period="2021/2025").diagnostics
        assert said.place == 'row 3, column "Target"'

    def test_other_labels_of_the_rows_are_told(self) -> None:
        def told(frame: pd.DataFrame) -> bool:
            return "other-index" in codes(cp.from_frame(frame, period="2021/2025"))

        assert told(self.TABLE.set_index("Indicator"))
        assert told(self.TABLE.set_index(pd.Index(list("abcdef"))))
        assert told(self.TABLE.set_index(pd.Index([0, 1, 2, 3, 4, 4])))
        assert told(self.TABLE.set_index(pd.Index([-1, 0, 1, 2, 3, 4])))
        assert not told(self.TABLE)
        assert not told(self.TABLE.iloc[1:])

    def test_a_plan_of_something_else_is_numbered_from_zero(self) -> None:
        frame = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of=2020).to_frame("pandas")
        assert list(frame.index) == list(range(38))

    @pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
    def test_what_is_missing_is_no_text(self, library: str) -> None:
        plan = cp.from_frame(self.TABLE, period="2021/2025").value
        frame = nw.from_native(cp.assess(plan, as_of=2023).to_frame(library))
        assert frame["nature"].is_null().to_list() == [True] * 3
        assert frame["hint"].is_null().to_list() == [True] * 3
        assert not frame["verdict"].is_null().any()
