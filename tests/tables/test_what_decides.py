"""No verdict rests on a guess: what the table or the user does not state is left out, and said."""

from __future__ import annotations

import pytest

import civicplan as cp

from ._read import actuals, bounds, codes, one, read, starting_from


class TestSigns:
    def test_a_target_without_a_sign_has_that_of_the_declared_direction(self) -> None:
        for direction, bound in (("higher", "≥90 2025"), ("up", "≥90 2025"), ("逆向", "≤90 2025")):
            indicator = one(read(("Indicator", "Direction", "Target 2025"), ("a", direction, 90)))
            assert bounds(indicator) == [bound]

    def test_nothing_else_gives_it_one(self) -> None:
        for baseline in (80, 95):
            rows = ("Indicator", "Baseline 2020", "Target 2025", "2023"), ("a", baseline, 90, 99)
            reading = read(*rows)
            assert (bounds(one(reading)), codes(reading)) == ([], ["target-without-sign"])
            assert cp.assess(reading.value, as_of=2025)["a"].verdict is cp.Verdict.NOT_ASSESSABLE
        reading = read(("Indicator", "Direction", "Target 2025"), ("a", "range", 90))
        assert codes(reading) == ["target-without-sign"]

    def test_a_word_of_the_table_may_be_given_a_meaning(self) -> None:
        rows = ("Indicator", "Direction", "Target"), ("a", "Plus", 90), ("b", " MINUS ", 9), ("c", "soso", 5)
        reading = read(*rows, direction={"plus": "higher", "minus": "lower"})
        assert [bounds(indicator) for indicator in reading.value] == [["≥90"], ["≤9"], []]
        assert codes(reading) == ["unknown-word", "target-without-sign"]

    def test_a_direction_for_all_rows_gives_way_to_that_of_a_row(self) -> None:
        rows = ("Indicator", "Direction", "Target"), ("a", "", 90), ("b", "lower", 9)
        assert [bounds(indicator) for indicator in read(*rows, direction="higher").value] == [["≥90"], ["≤9"]]

    def test_a_direction_for_all_rows_makes_no_target_that_the_baseline_meets(self) -> None:
        rows = (
            ("Indicator", "Baseline 2020", "Target 2025"),
            ("unemployment", 5.2, 4.5),
            ("jobs", 80, 90),
            ("air", 9, 9),
        )
        reading = read(*rows, direction="higher")
        assert [bounds(indicator) for indicator in reading.value] == [[], ["≥90 2025"], ["≥9 2025"]]
        assert codes(reading) == ["target-met-at-the-start"]
        stated = [("Direction", *rows[0]), *(("up", *row) for row in rows[1:])]
        reading = read(*stated)
        assert bounds(reading.value["unemployment"]) == ["≥4.5 2025"]
        assert codes(reading) == ["target-met-by-baseline"]

    def test_a_printed_sign_turns_a_direction_for_all_rows_and_contradicts_one_of_its_own(self) -> None:
        reading = read(("Indicator", "Target 2025", "2025"), ("a", "≤5", 4), direction="higher")
        assert (bounds(one(reading)), one(reading).direction, codes(reading)) == (["≤5 2025"], None, ["turned-sign"])
        assert cp.assess(reading.value, as_of=2025)["a"].verdict is cp.Verdict.MET
        reading = read(("Indicator", "Direction", "Target 2025"), ("a", "higher", "≤5"))
        assert (bounds(one(reading)), codes(reading)) == ([], ["sign-against-direction"])

    def test_a_target_in_words_is_one(self) -> None:
        reading = read(("Indicator", "Target"), ("a", "明显提升"), ("b", "ca. twice"), ("c", "rank 3 of 5"))
        assert [indicator.targets for indicator in reading.value] == [
            (cp.Qualitative(text="明显提升"),),
            (cp.Qualitative(text="ca. twice"),),
            (),
        ]
        assert codes(reading)[:2] == ["target-in-words", "target-in-words"]


class TestMeasuresOfColumnsAndRows:
    """What the user says of a column that states no measure gives way to what a row says, or is told to differ."""

    _HEADINGS = ("Indicator", "Measure", "Baseline 2020", "Target 2021/2025", "2021")
    _OTHERS = ("trees", "total", "", "[≥18]", 4), ("air", "level", 80, "≥90", 85)

    def test_a_level_for_the_rows_of_growth_leaves_the_parts_of_a_total(self) -> None:
        rows = (
            ("GDP", "growth", 2335.1, "≥9", 2500.5),
            ("trees", "total", "", "[≥18]", 4),
            ("air", "level", 80, "≥90", 85),
        )
        asked = read(self._HEADINGS, *rows)
        assert codes(asked) == ["level-or-change"]
        assert '"actual level 2021"' in asked.diagnostics[0].message
        reading = read(self._HEADINGS, *rows, columns={"actual level 2021": "2021"})
        read_actuals = [actuals(indicator) for indicator in reading.value]
        assert (codes(reading), read_actuals) == ([], [["2500.5 2021"], ["4 total 2021"], ["85 2021"]])

    def test_brackets_in_such_a_column_mean_what_the_row_says(self) -> None:
        rows = ("Indicator", "Measure", "Target 2025", "2025"), ("energy", "reduction", "[≥13.5]", "[14.2]")
        for key in ("actual level 2025", "actual level"):
            assert actuals(one(read(*rows, columns={key: "2025"}))) == ["14.2 reduction 2021/2025"], key

    def test_growth_in_a_row_of_levels_or_totals_is_told(self) -> None:
        rows = ("GDP", "growth", 2335.1, "≥9", 7.1), *self._OTHERS
        reading = read(self._HEADINGS, *rows, columns={"actual growth 2021": "2021"})
        read_actuals = [actuals(indicator) for indicator in reading.value]
        assert (codes(reading), read_actuals) == (["measure-against-row"] * 2, [["7.1 growth 2021"], [], []])

    def test_a_heading_in_words_of_its_own_says_what_the_user_says_it_does(self) -> None:
        rows = ("Indicator", "Measure", "Target 2025", "Zuwachs 2021"), ("air", "level", "≥90", 5)
        assert actuals(one(read(*rows, columns={"actual growth": "Zuwachs 2021"}))) == ["5 growth 2021"]


class TestMeasures:
    def test_square_brackets_need_a_measure(self) -> None:
        reading = read(("Indicator", "Target 2025", "2025"), ("a", "[≥18]", "[20]"))
        assert codes(reading) == ["brackets-without-measure"] * 2
        assert (one(reading).targets, one(reading).observations) == ((), ())

    def test_square_brackets_in_the_last_year_are_over_the_plan(self) -> None:
        for measure in ("total", "reduction", "change"):
            reading = read(("Indicator", "Measure", "Target 2025", "2025"), ("a", measure, "[≥18]", "[20]"))
            assert (bounds(one(reading)), actuals(one(reading))) == ([f"≥18 {measure}"], [f"20 {measure} 2021/2025"])
            assert cp.assess(reading.value, as_of=2025)["a"].verdict is cp.Verdict.MET

    def test_square_brackets_in_an_earlier_year_are_over_years_that_nobody_names(self) -> None:
        reading = read(("Indicator", "Measure", "Target 2023", "2022"), ("a", "total", "[≥18]", "[9]"))
        assert codes(reading) == ["brackets-of-one-year"] * 2
        reading = read(("Indicator", "Measure", "Target 2021-2023", "2021/2022"), ("a", "total", "[≥18]", "[9]"))
        assert (bounds(one(reading)), actuals(one(reading))) == (["≥18 total 2021/2023"], ["9 total 2021/2022"])

    def test_square_brackets_are_no_level_and_no_growth(self) -> None:
        for measure in ("level", "growth"):
            reading = read(("Indicator", "Measure", "Target"), ("a", measure, "[≥18]"))
            assert codes(reading) == ["brackets-against-measure"]

    def test_a_baseline_in_square_brackets_names_its_years(self) -> None:
        reading = read(("Indicator", "Measure", "Baseline 2020", "Target"), ("a", "total", "[15]", "[≥18]"))
        assert codes(reading) == ["brackets-of-a-baseline"]
        reading = read(("Indicator", "Measure", "Baseline 2016-2020", "Target"), ("a", "total", "[15]", "[≥18]"))
        assert one(reading).baseline == cp.Observation(period="2016/2020", figure="15", measure="total")

    def test_levels_beside_a_change_in_brackets_are_no_changes(self) -> None:
        rows = ("Indicator", "Measure", "Baseline 2020", "Target 2025", "2025"), ("life", "change", 78.2, "[≥1]", 78.9)
        reading = read(*rows)
        assert codes(reading) == ["level-or-change"]
        assert one(reading).baseline == cp.Observation(period="2020", figure="78.2")
        assert cp.assess(reading.value, as_of=2025)["life"].verdict is cp.Verdict.NOT_ASSESSABLE
        levels = read(*rows, columns={"actual level 2025": "2025"})
        assert codes(levels) == []
        assert cp.assess(levels.value, as_of=2025)["life"].verdict is cp.Verdict.NOT_MET

    def test_levels_beside_a_level_to_start_from_are_no_changes_either(self) -> None:
        rows = ("Indicator", "Measure", "Baseline 2020", "Target", "2025"), ("life", "change", 78.2, "≥1", 78.9)
        for reading in (read(*rows), read(rows[0], ("life", "", *rows[1][2:]), measure="change")):
            assert (codes(reading), bounds(one(reading))) == (["level-or-change"], ["≥1 change"])
            assert cp.assess(reading.value, as_of=2025)["life"].verdict is cp.Verdict.NOT_ASSESSABLE
        reading = read(("Indicator", "Measure", "Target", "2025"), ("life", "change", "≥1", "0.9"))
        assert actuals(one(reading)) == ["0.9 change 2025"]
        reading = read(*rows, columns={"actual change 2021/2025": "2025"})
        assert actuals(one(reading)) == ["78.9 change 2021/2025"]

    def test_levels_in_a_row_of_growth_are_no_growth(self) -> None:
        headings = ("Indicator", "Measure", "Baseline 2020", "Target 2021/2025", "2021")
        reading = read(headings, ("GDP", "growth", 2335.1, "≥9", 2500.5))
        assert (codes(reading), bounds(one(reading))) == (["level-or-change"], ["≥9 growth 2021/2025"])
        assert one(reading).baseline == cp.Observation(period="2020", figure="2335.1")
        said = read(headings, ("GDP", "growth", 2335.1, "≥9", 2500.5), columns={"actual level 2021": "2021"})
        assert (codes(said), actuals(one(said))) == ([], ["2500.5 2021"])
        said = read(headings, ("GDP", "growth", 7.1, "≥9", 8.5), columns={"actual growth 2021": "2021"})
        assert actuals(one(said)) == ["8.5 growth 2021"]
        average = read(("Indicator", "Measure", "Target", "2021"), ("GDP", "average annual growth", "≥9", 2500.5))
        assert codes(average) == ["level-or-change"]

    def test_a_measure_in_a_long_table_is_that_of_its_row(self) -> None:
        headings = ("Indicator", "Kind", "Year", "Measure", "Value")
        rows = headings, ("life", "target", "2021/2025", "change", "[≥1]"), ("life", "actual", 2025, "", 78.9)
        reading = read(*rows)
        assert (bounds(one(reading)), actuals(one(reading))) == (["≥1 change 2021/2025"], ["78.9 2025"])
        rows = headings, ("life", "target", "2021/2025", "", "[≥1]"), ("life", "actual", 2025, "", 78.9)
        assert codes(read(*rows, measure="change")) == ["level-or-change"]

    def test_a_row_of_targets_and_actuals_with_a_period_is_no_exception(self) -> None:
        headings = ("Indicator", "Year", "Measure", "Target", "Actual 2025")
        reading = read(headings, ("life", 2025, "change", "[≥1]", 78.9))
        assert "level-or-change" in codes(reading)
        assert cp.assess(reading.value, as_of=2025)["life"].verdict is cp.Verdict.NOT_ASSESSABLE

    def test_amounts_of_single_years_beside_a_total_in_brackets_are_parts_of_it(self) -> None:
        reading = read(("Indicator", "Measure", "Target 2025", "2021", "2022"), ("homes", "total", "[≥18]", 9, 10))
        assert (codes(reading), actuals(one(reading))) == ([], ["9 total 2021", "10 total 2022"])

    def test_a_growth_under_one_year_may_be_of_that_year_or_the_average(self) -> None:
        rows = ("Indicator", "Measure", "Target 2025"), ("GDP", "growth", "≥6")
        assert codes(read(*rows)) == ["growth-of-one-year"]
        for key, due in (("target 2021/2025", " 2021/2025"), ("target 2025", " 2025")):
            assert bounds(one(read(*rows, columns={key: "Target 2025"}))) == [f"≥6 growth{due}"]
        for word in ("average annual growth", "年均增速"):
            assert bounds(one(read(rows[0], ("GDP", word, "≥6")))) == ["≥6 growth"]
        for heading in ("2025年目标（年均增速）", "Target 2025 (average annual growth)"):
            assert bounds(one(read(("Indicator", heading), ("GDP", "≥6")))) == ["≥6 growth"]

    def test_a_total_under_one_year_may_be_of_that_year_or_of_the_plan(self) -> None:
        rows = ("Indicator", "Measure", "Target 2025"), ("homes", "total", "≥3000")
        assert codes(read(*rows)) == ["total-of-one-year"]
        assert bounds(one(read(rows[0], ("homes", "total", "≥3000"), period="2025"))) == ["≥3000 total 2025"]

    def test_a_measure_for_all_rows_gives_way_to_that_of_a_row(self) -> None:
        rows = ("Indicator", "Measure", "Target", "2021"), ("a", "", "≥9", 2), ("b", "level", "≥9", 2)
        reading = read(*rows, measure="total")
        assert [bounds(indicator) for indicator in reading.value] == [["≥9 total"], ["≥9"]]
        reading = read(*rows, measure={"level": "growth"})
        assert [bounds(indicator) for indicator in reading.value] == [["≥9"], ["≥9 growth"]]

    def test_a_reduction_is_positive_and_met_by_more(self) -> None:
        rows = (
            ("Indicator", "Measure", "Direction", "Target"),
            ("a", "reduction", "lower", 15),
            ("b", "reduction", "", -15),
        )
        reading = read(*rows)
        assert [bounds(indicator) for indicator in reading.value] == [["≥15 reduction"], []]
        assert codes(reading) == ["negative-reduction"]

    def test_a_change_in_the_worse_direction_is_unclear(self) -> None:
        rows = (
            ("Indicator", "Measure", "Direction", "Target"),
            ("a", "change", "lower", 4),
            ("b", "change", "lower", -4),
        )
        reading = read(*rows)
        assert [bounds(indicator) for indicator in reading.value] == [[], ["≤-4 change"]]
        assert codes(reading) == ["unclear-change"]
        assert "≤4 or ≤-4" in reading.diagnostics[0].message


class TestUnits:
    def test_a_percent_sign_is_the_unit_where_all_cells_have_it(self) -> None:
        reading = read(("Indicator", "Target", "2021"), ("a", "≥95%", "90％"))
        assert (one(reading).unit, codes(reading)) == ("%", [])
        reading = read(("Indicator", "Target (%)", "2021"), ("a", "≥95", "90％"))
        assert (one(reading).unit, codes(reading)) == ("%", [])

    def test_a_percent_sign_beside_another_unit_is_none_of_its_levels(self) -> None:
        reading = read(("Indicator", "Unit", "Target 2025", "2021"), ("GDP", "亿元", "≥6.5%", 3000))
        assert (bounds(one(reading)), codes(reading)) == ([], ["unit-differs"])
        reading = read(("Indicator", "Unit", "Measure", "Target"), ("GDP", "亿元", "growth", "≥6.5%"))
        assert (bounds(one(reading)), codes(reading)) == (["≥6.5 growth"], [])

    def test_a_share_of_one_and_one_in_percent_are_not_held_against_each_other(self) -> None:
        reading = read(("Indicator", "Target", "2021", "2022"), ("a", "≥95%", 0.96, "97%"))
        assert (actuals(one(reading)), codes(reading)) == (["97 2022"], ["unit-missing"])

    def test_cells_in_several_units_are_left_out(self) -> None:
        reading = read(("Indicator", "Target (%)", "Actual 2021 (km)"), ("a", "≥95", 90))
        assert (bounds(one(reading)), actuals(one(reading)), codes(reading)) == ([], [], ["units-differ"] * 2)

    def test_a_cell_against_its_heading_is_left_out(self) -> None:
        reading = read(("Indicator", "Target (km)"), ("a", "≥95%"))
        assert codes(reading) == ["unit-differs"]

    def test_a_growth_has_percent_or_no_unit(self) -> None:
        reading = read(("Indicator", "Measure", "Target (km)"), ("a", "growth", "≥5"))
        assert codes(reading) == ["unit-differs"]


class TestNumbers:
    def test_what_may_be_two_numbers_is_left_out_unless_the_mark_is_said(self) -> None:
        rows = ("Indicator", "Target", "2021"), ("a", "≥1,006", "1,006")
        assert codes(read(*rows)) == ["ambiguous-number"]
        assert actuals(one(read(*rows, decimal="."))) == ["1006 2021"]
        assert actuals(one(read(*rows, decimal=","))) == ["1.006 2021"]

    def test_what_one_argument_settles_is_said_once_for_the_table(self) -> None:
        years = [str(year) for year in range(2021, 2025)]
        cells = ["1,200"] * 4
        rows = ("Indicator", *years), *((name, *cells) for name in "abcd"), ("e", "1,234.5", *cells[1:])
        reading = read(*rows)
        assert codes(reading) == ["no-target-column", "ambiguous-number"]
        said = reading.diagnostics[1]
        assert (said.place, said.left_out) == ('row 1, column "2021"', True)
        assert "all 19 such cells" in said.message
        assert 'row 1, column "2022"' in said.message
        assert "and 14 more" in said.message
        assert codes(read(*rows, decimal=".")) == ["no-target-column"]

    def test_what_other_cells_prove_makes_a_point_ambiguous(self) -> None:
        reading = read(("Indicator", "Target", "2021"), ("a", "≥12,5", "1.006"))
        assert (bounds(one(reading)), codes(reading)) == (["≥12.5"], ["ambiguous-number"])
        reading = read(("Indicator", "Target", "2021"), ("a", "≥95", "1.006"))
        assert (actuals(one(reading)), codes(reading)) == (["1.006 2021"], ["unproven-point"])

    def test_hedged_actuals_keep_their_hedge_and_ranges_are_none(self) -> None:
        reading = read(("Indicator", "Target", "2021", "2022", "2023"), ("a", "6~6.5", "≥85", "约9", "6~6.5"))
        assert (bounds(one(reading)), actuals(one(reading))) == (["6..6.5"], ["≥85 2021", "≈9 2022"])
        assert codes(reading) == ["refused"]

    def test_two_baselines_are_one_and_an_earlier_figure(self) -> None:
        headings = ("Indicator", "Baseline 2015", "Baseline 2020", "Target")
        reading = read(headings, ("a", 7, 8, "≥9"))
        assert one(reading).baseline == cp.Observation(period="2020", figure="8")
        assert (actuals(one(reading)), codes(reading)) == (["7 2015"], [])
        reading = read(headings, ("a", 7, 8, "≥9"), period="2022/2025")
        assert (one(reading).baseline, codes(reading)) == (None, ["unclear-baseline"])
        assert actuals(one(reading)) == ["7 2015", "8 2020"]
        assert not reading.diagnostics[0].left_out

    def test_baselines_of_one_period_that_differ_contradict_each_other_and_none_is_the_baseline(self) -> None:
        headings = ("Id", "Indicator", "Year", "Baseline 2020", "Target 2025")
        rows = [("c", "PM2.5", 2020 + n, f"24.{n}", "≤20") for n in range(1, 6)]
        reading = read(headings, *rows)
        assert (one(reading).baseline, codes(reading)) == (None, ["several-baselines"])
        assert actuals(one(reading)) == [f"24.{n} 2020" for n in range(1, 6)]
        [said] = reading.diagnostics
        assert "of 2020, 24.1, 24.2, 24.3, …, and" in said.message
        assert (said.place, said.left_out) == ('row 1, column "Baseline 2020"', False)

    def test_a_baseline_that_several_rows_repeat_is_one(self) -> None:
        headings = ("Id", "Indicator", "Kind", "Year", "Value")
        reading = read(headings, *[("c", "GDP", "baseline", 2020, 24)] * 2, ("c", "GDP", "target", 2025, "≥30"))
        assert starting_from(one(reading)) == "24 2020"
        assert (actuals(one(reading)), codes(reading)) == ([], [])

    @pytest.mark.parametrize("cell", ["—", "-", "n/a", "N/A", "..", "…", "无", " ", "nan", "/"])
    def test_blanks_are_no_figures(self, cell: str) -> None:
        reading = read(("Indicator", "Unit", "Target", "2021"), ("a", cell, "≥1", cell))
        assert (one(reading).unit, actuals(one(reading)), codes(reading)) == (None, [], [])


class TestWordsThatAreNotUnderstood:
    """A word on which a figure rests is not read as if its cell were blank."""

    def test_a_target_of_an_unknown_period_is_not_due_at_the_end(self) -> None:
        for period, code in (("FY2023", "fiscal-year"), ("soon", "not-a-period")):
            reading = read(("Indicator", "Kind", "Period", "Value"), ("a", "target", period, "≥9"))
            assert (bounds(one(reading)), codes(reading)) == ([], [code, "no-period"])
        assert bounds(one(read(("Indicator", "Kind", "Period", "Value"), ("a", "target", "", "≥9")))) == ["≥9"]

    def test_a_figure_of_an_unknown_measure_is_no_level(self) -> None:
        rows = ("Indicator", "Measure", "Target", "2023", "Target growth 2021/2025"), ("a", "pace", "≥6", 5, "≥7")
        for measure in (None, "level", "total"):
            reading = read(*rows, measure=measure)
            assert bounds(one(reading)) == ["≥7 growth 2021/2025"]
            assert (actuals(one(reading)), codes(reading)) == ([], ["unknown-word"])
            assert reading.diagnostics[0].message.endswith("Figures of the row that rest on it are left out.")

    def test_a_figure_of_an_unknown_state_is_no_actual(self) -> None:
        for heading, text, code in (
            ("Status", "forecast", "unknown-word"),
            ("Published", "next spring", "not-a-period"),
            ("Type", "Target", "kind-elsewhere"),
        ):
            reading = read(("Indicator", heading, "Year", "Value"), ("a", "", 2021, 5), ("a", text, 2022, 9))
            assert (actuals(one(reading)), codes(reading)) == (["5 2021"], ["no-target-column", code])

    def test_a_word_of_kinds_among_those_of_natures_says_nothing_of_figures_whose_headings_do(self) -> None:
        reading = read(("Indicator", "Type", "Target 2025", "Actual 2023"), ("a", "result", "≥9", 8))
        assert (bounds(one(reading)), actuals(one(reading))) == (["≥9 2025"], ["8 2023"])
        assert codes(reading) == ["unknown-word"]
        reading = read(("Indicator", "Type", "Target 2025", "2023"), ("a", "target", "≥9", 8))
        assert (bounds(one(reading)), actuals(one(reading))) == (["≥9 2025"], [])
        assert codes(reading) == ["kind-elsewhere"]

    def test_a_direction_for_all_rows_is_not_that_of_a_row_with_an_unknown_one(self) -> None:
        reading = read(("Indicator", "Direction", "Target 2025"), ("a", "sinking", 9), direction="higher")
        assert (bounds(one(reading)), one(reading).direction) == ([], None)
        assert codes(reading) == ["unknown-word", "target-without-sign"]
        rows = ("Indicator", "Direction", "Kind", "Period", "Value"), ("a", "up", "target", 2025, 9)
        reading = read(*rows, ("a", "sinking", "actual", 2023, 8))
        assert (bounds(one(reading)), one(reading).direction) == ([], None)


class TestColumnsThatAreNotRead:
    def test_rows_that_differ_in_a_column_that_is_not_read_may_be_of_several_indicators(self) -> None:
        rows = (
            ("Id", "Indicator", "Region", "Year", "Value", "Target 2025"),
            ("g", "GDP", "North", 2021, 5, "≥9"),
            ("g", "GDP", "South", 2022, 9, ""),
        )
        for table in (rows, [row[1:] for row in rows]):
            reading = read(*table)
            assert (reading.value.indicators, codes(reading)) == ((), ["unknown-column", "rows-differ"])
            assert 'ignore=["Region"]' in reading.diagnostics[1].message
            assert actuals(one(read(*table, ignore=["Region"]))) == ["5 2021", "9 2022"]

    def test_rows_that_agree_in_it_are_joined(self) -> None:
        rows = ("Indicator", "Office", "", "Year", "Value"), ("a", "x", 1, 2021, 5), ("a", "", 2, 2022, 9)
        assert actuals(one(read(*rows))) == ["5 2021", "9 2022"]

    def test_a_target_whose_year_stands_in_such_a_column_is_not_due_at_the_end(self) -> None:
        for heading in ("Target year", "target_date", "Deadline", "目标年份"):
            rows = ("Indicator", "Target", heading, "2024"), ("a", "≥9", 2024, 9)
            reading = read(*rows)
            assert (bounds(one(reading)), codes(reading)) == ([], ["years-of-targets", "due-elsewhere"])
            assert bounds(one(read(*rows, ignore=[heading]))) == ["≥9"]
            reading = read(*rows, columns={"target 2024": "Target"})
            assert (bounds(one(reading)), codes(reading)) == (["≥9 2024"], ["years-of-targets"])

    def test_a_mark_behind_a_heading_is_told(self) -> None:
        rows = ("Indicator", "2024*", "Target 2025²"), ("a", 8, "≥9")
        for columns in (None, {"actual": "2024*"}):
            reading = read(*rows, columns=columns)
            assert (bounds(one(reading)), actuals(one(reading))) == (["≥9 2025"], ["8 2024"])
            assert [(said.code, said.place, said.left_out) for said in reading.diagnostics] == [
                ("footnote-mark", 'column "2024*"', False),
                ("footnote-mark", 'column "Target 2025²"', False),
            ]


class TestTargetsThatMayBeChanges:
    def test_a_plus_or_a_minus_against_a_positive_baseline_may_be_a_change(self) -> None:
        headings = ("Indicator", "Direction", "Baseline 2020", "Target 2025", "2025")
        for target, baseline in (("+5%", "3%"), ("＋5", 3), ("-10", 90), ("−10%", "90%"), ("≥-10", 90), ("+5", "")):
            reading = read(headings, ("a", "higher", baseline, target, ""))
            assert (bounds(one(reading)), codes(reading)) == ([], ["may-be-a-change"]), target
        for target, baseline in (("-1", -3), ("-1", ""), ("5", 3)):
            assert len(bounds(one(read(headings, ("a", "higher", baseline, target, ""))))) == 1, target

    def test_a_stated_change_keeps_its_sign(self) -> None:
        change = ("Indicator", "Direction", "Measure", "Baseline 2020", "Target"), ("a", "up", "change", 3, "+5")
        assert bounds(one(read(*change))) == ["≥5 change"]
        growth = ("Indicator", "Direction", "Target growth 2021/2025"), ("a", "up", "+5%")
        assert bounds(one(read(*growth))) == ["≥5 growth 2021/2025"]


class TestTwoTargets:
    def test_of_two_targets_for_one_thing_nothing_says_which_is_in_force(self) -> None:
        for headings in (("Target 2025", "2025 target"), ("Target", "Target 2025")):
            reading = read(("Indicator", *headings, "2025"), ("a", "≥6", "≥7", "6.5"))
            assert (bounds(one(reading)), codes(reading)) == ([], ["two-targets"])
            assert len(bounds(one(read(("Indicator", *headings), ("a", "≥6", "≥6"))))) == 2

    def test_two_targets_may_be_the_ends_of_a_range_or_a_revision(self) -> None:
        assert len(bounds(one(read(("Indicator", "Target 2025", "2025 target"), ("a", "≥6", "≤7"))))) == 2
        rows = ("Id", "Name", "Kind", "Period", "Value", "Published"), ("a", "a", "target", 2025, "≥6", "2021")
        revised = read(*rows, ("a", "a", "target", 2025, "≥7", "2023"))
        assert (len(bounds(one(revised))), codes(revised)) == (2, [])
