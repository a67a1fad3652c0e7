"""Rows whose cells have moved: put back where what the columns hold, or arithmetic, leaves one way."""

from __future__ import annotations

from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from civicplan.values import Figure
from civicplan.zh.document import TextCell, TextRow
from civicplan.zh.layout.adding_up import Check, Growth, Share, Sum
from civicplan.zh.layout.align import Basis, align_row
from civicplan.zh.layout.placing import Holds

#: Category, number, parent, part, baseline, target and its growth, actual and its growth: as plans print them.
REVIEW = (Holds.CATEGORY, Holds.ORDER, Holds.NAME, Holds.NAME, *[Holds.VALUE] * 5)
RATES = (Growth(start=4, end=5, rate=6, years=5), Growth(start=4, end=7, rate=8, years=5))


def row(*texts: str, has_places: bool = True) -> TextRow:
    return TextRow(tuple(TextCell(text, 9) for text in texts), 9, has_places)


def placed(*texts: str, columns: tuple[Holds, ...] = REVIEW, checks: tuple[Check, ...] = ()) -> tuple[str, ...] | None:
    aligned = align_row(row(*texts), columns, checks).value
    return None if aligned is None else aligned.row.texts


def test_a_row_that_fits_as_printed_stays_and_nothing_is_said() -> None:
    printed = ("", "3", "预算收入(亿元)", "", "280.4", "440", ">9%", "305.7", "")
    reading = align_row(row(*printed), REVIEW, RATES)
    assert reading.value is not None
    assert (reading.value.row.texts, reading.value.basis, reading.value.note) == (printed, Basis.PRINTED, None)
    assert not reading.diagnostics
    assert placed(*printed, "", "") == printed


def test_cells_that_slid_left_are_put_back_where_one_order_fits() -> None:
    slid = {
        # The blank category is gone; then the blank parent; then both names stand where the category should.
        ("10", "非公经济比重(%)", "", "51", "61", "—", "62.2", "—", ""): (
            ("", "10", "非公经济比重(%)", "", "51", "61", "—", "62.2", "—")
        ),
        ("", "", "农民纯收入(万元)", "1.61", "2.6", "10%", "2.32", "7.6%", ""): (
            ("", "", "", "农民纯收入(万元)", "1.61", "2.6", "10%", "2.32", "7.6%")
        ),
        ("氮氧化物", "", "", "16.92", "—", "[11]", "—", "[21]", ""): (
            ("", "", "", "氮氧化物", "16.92", "—", "[11]", "—", "[21]")
        ),
    }
    for printed, meant in slid.items():
        reading = align_row(row(*printed), REVIEW)
        assert reading.value is not None, printed
        assert (reading.value.row.texts, reading.value.basis) == (meant, Basis.ORDER)
        assert [diagnostic.code for diagnostic in reading.diagnostics] == ["cells-moved"]
        assert not reading.diagnostics[0].left_out
        assert reading.value.note is not None
        assert "错位" in reading.value.note.in_language("zh")


def test_arithmetic_decides_where_the_order_leaves_several_ways() -> None:
    # Two blanks were lost: 1.61 grows to 2.32 at 7.6 % in five years; no other way leads by a printed rate.
    texts = ("", "", "农民纯收入(万元)", "1.61", "2.32", "7.6%")
    assert placed(*texts) is None
    reading = align_row(row(*texts), REVIEW, RATES)
    assert reading.value is None  # the target may have been reached, or the actual: both close
    assert "arithmetic holds in 2 ways" in reading.diagnostics[0].message
    one = align_row(row(*texts), REVIEW, RATES[1:])
    assert one.value is not None
    assert one.value.basis is Basis.ARITHMETIC
    assert one.value.row.texts == ("", "", "", "农民纯收入(万元)", "1.61", "", "", "2.32", "7.6%")
    assert one.value.note is not None
    assert "1.61 grows to 2.32 in 5 years at the printed 7.6% a year" in one.value.note.in_language("en")
    assert "1.61 grows to 2.32" in one.diagnostics[0].message


def test_no_arithmetic_no_figure() -> None:
    reading = align_row(row("2", "劳动生产率", "4.1", "7.5%", has_places=False), (*REVIEW[:3], *[Holds.VALUE] * 4))
    assert reading.value is None
    assert [diagnostic.code for diagnostic in reading.diagnostics] == ["cells-unplaced"]
    assert reading.diagnostics[0].left_out
    assert "in 6 ways" in reading.diagnostics[0].message


def test_where_cells_have_no_places_a_row_that_is_left_out_names_the_cell_that_fits_nowhere() -> None:
    for text, advice in (
        ("（20）", "write [20], -20 or 20"),
        ("1?.2", "write it as the original has it"),
        ("1,2,3", "write one such as 95"),
    ):
        reading = align_row(row("2", "劳动生产率", "4.1", text, has_places=False), (*REVIEW[:3], *[Holds.VALUE] * 2))
        assert reading.value is None
        (said,) = reading.diagnostics
        assert (said.code, said.left_out) == ("cells-unplaced", True)
        assert f"The cell {text} fits under none of the headings" in said.message
        assert advice in said.message


def test_a_damaged_figure_keeps_its_place_unless_a_unit_may_stand_there() -> None:
    columns = (Holds.ORDER, Holds.NAME, Holds.UNIT, Holds.VALUE, Holds.VALUE)
    for texts in (
        ("3", "产值", "亿元", "1?.2", "7"),
        ("", "产值", "亿元", "", "（7）"),
        ("3", "产值", "亿元", "7", "9#"),
    ):
        assert placed(*texts, columns=columns) == texts
    for texts in (("3", "产值", "", "10^4吨", "7"), ("3?", "产值", "亿元", "5", "7"), ("产值", "亿元", "", "5?", "7")):
        assert placed(*texts, columns=columns) is None


def test_parts_must_add_up_to_the_total() -> None:
    columns = (Holds.ORDER, Holds.NAME, Holds.VALUE, Holds.VALUE, Holds.VALUE, Holds.VALUE)
    total = Sum(total=2, parts=(3, 4))
    assert placed("1", "甲项目", "70", "30", "40", columns=columns) is None
    meant = ("1", "甲项目", "70", "30", "40", "")
    assert placed("1", "甲项目", "70", "30", "40", columns=columns, checks=(total,)) == meant
    assert placed("1", "甲项目", "75", "30", "40", columns=columns, checks=(total,)) is None
    # The total may stand in another row.
    above = Sum(total=Figure("100"), parts=(Figure("60"), 4))
    slid = ("2", "乙项目", "", "40")
    assert placed(*slid, columns=columns, checks=(above,)) == ("2", "乙项目", "", "", "40", "")


def test_a_printed_percentage_of_two_printed_counts() -> None:
    columns = (Holds.ORDER, Holds.NAME, Holds.VALUE, Holds.VALUE, Holds.VALUE, Holds.VALUE)
    share = Share(part=3, whole=2, percent=5)
    meant = ("4", "送书", "60000", "32547", "", "54.2%")
    assert placed("4", "送书", "60000", "32547", "54.2%", columns=columns, checks=(share,)) == meant
    assert placed("4", "送书", "60000", "32547", "54.4%", columns=columns, checks=(share,)) is None
    assert placed("4", "送书", "0", "32547", "54.2%", columns=columns, checks=(share,)) is None


def test_brackets_and_bounds_close_nothing() -> None:
    texts = ("", "4", "投资(亿元)", "[100]", "[200]", "14.9%")
    assert placed(*texts, checks=RATES) is None
    assert placed("", "4", "投资(亿元)", "100", "≥200", "14.9%", checks=RATES) is None


def test_words_and_natures_stand_in_columns_that_hold_them() -> None:
    columns = (*REVIEW[:3], Holds.VALUE, Holds.TARGET, Holds.VALUE, Holds.NATURE)
    meant = ("", "21", "能耗降低(%)", "—", "完成省里下达的任务", "", "约束性")
    assert placed("21", "能耗降低(%)", "—", "完成省里下达的任务", "", "约束性", columns=columns) == meant
    assert placed("能耗降低(%)", "约束性", "5", columns=columns) is None


def test_a_row_of_many_columns_is_left_in_time() -> None:
    columns = (Holds.ORDER, Holds.NAME, *[Holds.VALUE] * 58)
    started = perf_counter()
    reading = align_row(row("1", "甲", *(f"{number}.5" for number in range(30))), columns, RATES)
    assert perf_counter() - started < 3
    assert reading.value is None
    assert "in more than 200 ways" in reading.diagnostics[0].message


@given(
    st.lists(st.sampled_from(["", "3", "水质(%)", "—", "95", "[12]", "甲", "约束性", "7.5%", "?3"]), max_size=11),
    st.lists(st.sampled_from(Holds), max_size=9),
    st.booleans(),
)
def test_cells_keep_their_order_and_none_is_lost(texts: list[str], columns: list[Holds], has_places: bool) -> None:
    reading = align_row(row(*texts, has_places=has_places), columns, ())
    if reading.value is None:
        assert [diagnostic.left_out for diagnostic in reading.diagnostics] == [True]
        return
    assert len(reading.value.row.cells) == len(columns)
    assert [text for text in reading.value.row.texts if text] == [text for text in texts if text]
    assert bool(reading.diagnostics) is (reading.value.basis is not Basis.PRINTED)
