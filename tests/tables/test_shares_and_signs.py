"""Figures that may be shares of one among percentages, or changes among levels, give no verdict."""

from __future__ import annotations

import pandas as pd
import pytest

import civicplan as cp
from civicplan.reading import Reading

from ._read import actuals, bounds, codes, one, read


def _verdict(reading: Reading[cp.Plan]) -> cp.Verdict:
    return cp.assess(reading.value, as_of=2025)[one(reading).id].verdict


class TestSigns:
    _HEADINGS = ("Indicator", "Direction", "Baseline 2020", "Target 2025", "2025")

    @pytest.mark.parametrize(
        ("direction", "target"),
        [
            *(("higher", target) for target in ("+10", "≥+10", "＋10", "+8~+10", "at least +10")),
            *(("lower", target) for target in ("-10", "≤−10")),
        ],
    )
    def test_a_sign_that_no_other_figure_of_the_row_has_may_be_that_of_a_change(
        self, direction: str, target: str
    ) -> None:
        reading = read(self._HEADINGS, ("a", direction, 50, target, 38))
        assert (bounds(one(reading)), codes(reading)) == ([], ["may-be-a-change"])
        assert 'columns={"target change": "Target 2025"}' in reading.diagnostics[0].message
        assert _verdict(reading) is cp.Verdict.NOT_ASSESSABLE

    def test_an_actual_alone_tells_it_as_well(self) -> None:
        reading = read(("Indicator", "Direction", "Target 2025", "2025"), ("a", "higher", "+10", 58))
        assert (bounds(one(reading)), codes(reading)) == ([], ["may-be-a-change"])
        reading = read(("Indicator", "Kind", "Year", "Value"), ("a", "target", 2025, "≤-10"), ("a", "actual", 2025, 38))
        assert (bounds(one(reading)), codes(reading)) == ([], ["may-be-a-change"])
        assert "column of measures" in reading.diagnostics[0].message

    def test_an_actual_with_a_plus_may_be_a_change_as_well(self) -> None:
        reading = read(self._HEADINGS, ("a", "higher", 50, "≥60", "+12"))
        assert (actuals(one(reading)), codes(reading)) == ([], ["may-be-a-change"])
        assert 'columns={"actual change": "2025"}' in reading.diagnostics[0].message
        reading = read(self._HEADINGS, ("a", "higher", -3, "≥-1", "+2"))
        assert (actuals(one(reading)), codes(reading)) == (["2 2025"], [])

    def test_levels_with_signs_stay_levels(self) -> None:
        for baseline, target, actual in ((-3, "≥-1", -2), (0, "≥-1", -2), ("+2", "≥+3", "+4"), ("", "-10", "")):
            reading = read(self._HEADINGS, ("a", "higher", baseline, target, actual))
            assert (len(bounds(one(reading))), codes(reading)) == (1, [])

    def test_what_is_stated_is_read(self) -> None:
        row = ("a", "lower", 50, "-10", 38)
        reading = read(self._HEADINGS, row, columns={"target change": "Target 2025"})
        assert (bounds(one(reading)), codes(reading)) == (["≤-10 change"], [])
        assert _verdict(reading) is cp.Verdict.MET
        for said in ({"measure": "level"}, {"columns": {"target level": "Target 2025"}}):
            assert bounds(one(read(self._HEADINGS, row, **said))) == ["≤-10 2025"]
        reading = read((*self._HEADINGS, "Measure"), (*row, "level"))
        assert (bounds(one(reading)), codes(reading)) == (["≤-10 2025"], [])


class TestShares:
    _HEADINGS = ("Indicator", "Unit", "Baseline 2020", "Target 2025", "2024", "2025")

    def test_actuals_that_may_be_shares_are_not_held_against_percentages(self) -> None:
        for target, unit in (("≤5%", "%"), ("≤5", "%"), ("≤5%", ""), ("≥95", "％"), ("5~6", "percent")):
            reading = read(self._HEADINGS, ("a", unit, "", target, 0.062, 0.058))
            assert (actuals(one(reading)), codes(reading)) == ([], ["share-or-percentage"] * 2)
            assert _verdict(reading) is cp.Verdict.NOT_ASSESSABLE
            assert "write 6.2% or 0.062% as it is meant" in reading.diagnostics[0].message
            assert "tables.read" in reading.diagnostics[0].message

    def test_nor_are_targets_and_baselines(self) -> None:
        reading = read(self._HEADINGS, ("a", "%", 0.065, "≤0.05", 6.2, 5.8))
        assert (bounds(one(reading)), one(reading).baseline) == ([], None)
        assert codes(reading) == ["share-or-percentage"] * 2
        reading = read(self._HEADINGS, ("a", "%", 0.5, "≥30", 12, 31))
        assert (bounds(one(reading)), one(reading).baseline) == (["≥30 2025"], None)
        assert codes(reading) == ["share-or-percentage"]

    def test_neither_are_growth_rates(self) -> None:
        headings = ("Indicator", "Unit", "Measure", "Target", "2025")
        reading = read(headings, ("GDP", "%", "growth", "≥6", 0.065))
        assert (actuals(one(reading)), codes(reading)) == ([], ["share-or-percentage"])

    def test_small_percentages_are_read(self) -> None:
        for baseline, target, before, last in (
            (1.8, "≤0.5", 0.4, 0.3),
            (0.9, "≤0.5", "", 0.3),
            (10, "≤1.5", 1.2, 0.4),
            (0.5, "0.4..1.2", 0.6, 0.7),
            (0, "≥5", 0, 0),
            ("0.5%", "≥30", "0.8%", "0.9%"),
            (10, "≤0.5%", 6, 0.8),
        ):
            reading = read(self._HEADINGS, ("a", "%", baseline, target, before, last))
            assert (len(bounds(one(reading))), actuals(one(reading))[-1:]) == (1, [f"{last} 2025".replace("%", "")])
            assert codes(reading) == []

    def test_shares_of_one_and_other_units_are_left_alone(self) -> None:
        for unit in ("", "t", "‰"):
            reading = read(self._HEADINGS, ("a", unit, 0.1, "≥5", 0.2, 0.4))
            assert (len(actuals(one(reading))), codes(reading)) == (2, [])

    def test_a_workbook_read_by_a_dataframe_library_gives_no_wrong_verdict(self) -> None:
        frame = pd.DataFrame({"Indicator": ["a"], "Target 2025": ["≤5%"], "2025": [0.062], "Unit": ["%"]})
        reading = cp.from_frame(frame, period="2021/2025")
        assert codes(reading) == ["float-column", "share-or-percentage"]
        assert "tables.read" in reading.diagnostics[0].message
        assert _verdict(reading) is cp.Verdict.NOT_ASSESSABLE
