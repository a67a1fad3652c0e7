"""Cells and names as they are printed in tables of indicators: units again, marks, damage, two rows of one name."""

from __future__ import annotations

from civicplan.model import Indicator, Threshold
from civicplan.reading import Diagnostic
from civicplan.zh.indicators.indicator_tables import read_indicator_tables
from civicplan.zh.plans.plan import read_plan

HEAD = "江城“十四五”规划主要指标\n\n指标\t2020年\t2025年目标\t2025年实际\n"


def read(*rows: str) -> tuple[tuple[Indicator, ...], list[Diagnostic]]:
    # A last row keeps the table one.
    reading = read_indicator_tables(HEAD + "\n".join((*rows, "林木绿化率（%）\t30\t31\t32")))
    return reading.value[0].indicators[:-1], list(reading.diagnostics)


def figures(row: Indicator) -> list[str]:
    """The baseline, the targets and the actuals of a row."""
    targets = [target.bound for target in row.targets if isinstance(target, Threshold)]
    return [str(one) for one in (row.baseline and row.baseline.figure, *targets, *(o.figure for o in row.observations))]


def test_a_permille_sign_in_cells_is_the_unit_as_percent_is() -> None:
    for sign in "%‰":
        ((row,), _) = read(f"婴儿死亡率\t3.1{sign}\t3{sign}以内\t2.7{sign}")
        assert (row.unit, figures(row)) == (sign, ["3.1", "≤3", "2.7"])


def test_the_unit_of_the_row_may_stand_in_its_cells_again() -> None:
    ((row,), _) = read("粮食产量（万吨）\t100\t110万吨以上\t112 万吨")
    assert figures(row) == ["100", "≥110", "112"]
    ((row,), _) = read("粮食产量（万吨）\t100万吨\t110\t112万吨")
    assert figures(row) == ["100", "≥110", "112"]


def test_another_unit_in_a_cell_is_not_read() -> None:
    for cell in ("112吨", "1.12亿吨", "112万吨次"):
        ((row,), _) = read(f"粮食产量（万吨）\t100\t110\t{cell}")
        assert row.observations == (), cell


def test_a_letter_among_digits_is_damage_and_no_advice_to_write_the_rest() -> None:
    for cell in ("4l.5", "42O", "4o2"):
        _, noticed = read(f"森林覆盖率（%）\t41\t42\t{cell}")
        (said,) = [said for said in noticed if said.left_out]
        assert "write 4" not in said.message, cell


def test_what_to_write_for_more_than_and_nearly_and_for_a_range() -> None:
    for cell, advice in (("14余", "write ≥14"), ("近14", "write ≈14"), ("13-14", "Write the figure that was reached")):
        _, noticed = read(f"森林覆盖率（%）\t12\t14\t{cell}")
        (said,) = [said for said in noticed if said.left_out]
        assert (said.text, advice in said.message) == (cell, True)


def test_a_circled_number_behind_a_name_is_a_mark() -> None:
    ((row,), noticed) = read("森林覆盖率①（%）\t41\t42\t42.3")
    assert (str(row.name), row.marks, figures(row)) == ("森林覆盖率", ("①",), ["41", "≥42", "42.3"])
    assert [said for said in noticed if said.left_out] == []


def test_rows_of_one_name_with_other_figures_are_said() -> None:
    _, noticed = read("森林覆盖率（%）\t41\t42\t42.3", "森林覆盖率（%）\t41\t43\t42.3")
    (said,) = [said for said in noticed if said.code == "same-name"]
    assert (said.place, said.left_out) == ("line 5", False)
    for words in ("line 4", "森林覆盖率 and 森林覆盖率-2"):
        assert words in said.message
    for rows in (("森林覆盖率（%）\t41\t42\t42.3",) * 2, ("专利（件）\t1\t≥2\t3", "专利（项）\t1\t≥3\t3")):
        assert not [said for said in read(*rows)[1] if said.code == "same-name"]


def test_messages_name_the_heading_at_fault_and_say_what_to_write() -> None:
    for heading, code, advice in (
        ("好坏", "unknown-column", "such as 2025年目标"),
        ("2024年", "unclear-column", "规划目标"),
        ("2024年（预计）", "forecast", "目标"),
        ("完成情况", "column-without-year", "such as 2025年完成情况"),
    ):
        reading = read_indicator_tables(HEAD.replace("2025年实际", heading) + "森林覆盖率（%）\t41\t42\t42.3")
        (said,) = [said for said in reading.diagnostics if said.code == code]
        assert heading in said.message
        assert advice in said.message


def test_a_text_without_a_table_says_how_cells_are_parted() -> None:
    (said,) = read_indicator_tables("今年的工作很多。").diagnostics
    assert said.code == "no-table"
    assert "tabs or |" in said.message


def test_a_mere_table_needs_no_outline() -> None:
    reading = read_plan(HEAD + "森林覆盖率（%）\t41\t42\t42.3\n注：略。")
    assert "no-outline" not in [said.code for said in reading.diagnostics]
