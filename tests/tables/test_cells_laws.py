"""Laws of cells: what is printed reads back, grouping changes nothing, no text raises, and none takes long."""

from __future__ import annotations

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from civicplan.tables.cell_words import AFTER, BEFORE, BLANKS, FACTORS, HELD, MARKS, RANGE_SIGNS, TOLERANCE_SIGNS
from civicplan.tables.cells import Cell, decimal_marks, read_cell
from civicplan.tables.numbers import DecimalMark, Marks
from civicplan.tables.uniform import uniform
from civicplan.testing import bounds, figures
from civicplan.values import Bound, BoundKind, Figure

#: How each locale parts decimals and thousands.
LOCALES: dict[str, tuple[DecimalMark, str]] = {
    "English": (".", ","),
    "German": (",", "."),
    "French": (",", "\u202f"),
    "Swedish": (",", "\u00a0"),
    "Swiss": (".", "’"),
    "SI": (".", "\u2009"),
    "plain": (".", " "),
}
ANY_FIGURE = figures(min_value=-(10**18), max_value=10**18, min_places=-6, max_places=8)
PIECES = (
    *BLANKS,
    *MARKS,
    *FACTORS,
    *HELD,
    *RANGE_SIGNS,
    *TOLERANCE_SIGNS,
    *(word for table in (BEFORE, AFTER) for words in table.values() for word in words),
    *(
        "0",
        "5",
        "95",
        "1,006",
        "1.006",
        "12,5",
        "[",
        "]",
        "【18】",
        "(",
        ")",
        "%",
        "‰",
        "e",
        "E+4",
        "'",
        "\n",
        "\u202f",
        "−",
        "年",
        "x",
    ),
)
NEAR_GRAMMAR = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
ANY_TEXT = st.text() | st.text(alphabet="0123456789.,-+±~[]()%≥ '\n以上e*¹") | NEAR_GRAMMAR
DECIMALS: st.SearchStrategy[DecimalMark | None] = st.sampled_from([None, ".", ","])


@given(figure=ANY_FIGURE)
def test_every_figure_that_is_printed_reads_as_itself(figure: Figure) -> None:
    reading = read_cell(str(figure), place="C4")
    assert reading.value == Cell(printed=figure)
    assert reading.value is not None
    assert str(reading.value.printed) == str(figure)
    assert not reading.diagnostics


@given(bound=bounds(of=ANY_FIGURE))
def test_every_bound_that_is_printed_reads_as_itself(bound: Bound) -> None:
    reading = read_cell(str(bound), place="C4")
    assert reading.value == Cell(printed=bound)
    assert reading.value is not None
    assert str(reading.value.printed) == str(bound)
    assert not reading.diagnostics


def in_locale(figure: Figure, decimal: str, group: str) -> str:
    whole, _, fraction = str(figure).partition(".")
    grouped = f"{int(whole):,}".replace(",", group) if int(whole) else whole
    return f"{grouped}{decimal}{fraction}" if fraction else grouped


@given(figure=figures(min_value=-(10**18), max_value=10**18, max_places=6))
def test_grouping_reads_as_the_same_figure_in_each_locale(figure: Figure) -> None:
    for name, (decimal, group) in LOCALES.items():
        text = in_locale(figure, decimal, group)
        reading = read_cell(text, place="C4", decimal=decimal)
        assert reading.value == Cell(printed=figure), (name, text)
        assert reading.value is not None
        assert str(reading.value.printed) == str(figure), (name, text)


@given(figure=figures(min_value=-(10**18), max_value=10**18, max_places=6))
def test_without_the_decimal_mark_a_number_is_read_right_or_left_out(figure: Figure) -> None:
    """Only a lone point is taken for what it usually is: 1.006 is 1.006."""
    for decimal, group in LOCALES.values():
        text = in_locale(figure, decimal, group)
        read = read_cell(text, place="C4", marks=decimal_marks([text, "12,5"])).value
        assert read in (None, Cell(printed=figure)), text


@given(low=ANY_FIGURE, high=ANY_FIGURE, sign=st.sampled_from([*RANGE_SIGNS, "–", "—", "～", "－"]))
def test_a_range_is_read_with_any_sign_between(low: Figure, high: Figure, sign: str) -> None:
    low, high = min(low, high), max(low, high)
    for space in ("", " "):
        reading = read_cell(f"{low}{space}{sign}{space}{high}", place="C4")
        assert reading.value == Cell(printed=Bound.between(low, high))


@given(text=ANY_TEXT, decimal=DECIMALS, marks=st.sampled_from([Marks(), Marks(comma="12,5"), Marks("1.5", "12,5")]))
def test_no_text_raises_and_every_diagnostic_has_it_as_it_stands(
    text: str, decimal: DecimalMark | None, marks: Marks
) -> None:
    reading = read_cell(text, place="C4", decimal=decimal, marks=marks)
    for diagnostic in reading.diagnostics:
        assert (diagnostic.place, diagnostic.text) == ("C4", text)
        assert diagnostic.left_out == (reading.value is None)
        assert diagnostic.message.endswith(".")
        assert str(diagnostic).isprintable() or "\u200c" in text or "\u200d" in text
    if reading.value is None and not reading.diagnostics:
        assert uniform(text) in BLANKS


@given(texts=st.lists(ANY_TEXT, max_size=6))
def test_no_table_raises(texts: list[str]) -> None:
    marks = decimal_marks(texts)
    proofs: dict[DecimalMark, str | None] = {".": marks.point, ",": marks.comma}
    for decimal, proof in proofs.items():
        if proof is not None:
            assert read_cell(proof, place="C4", decimal=decimal).value is not None


@given(text=NEAR_GRAMMAR)
def test_what_is_read_is_read_again_from_how_it_is_printed(text: str) -> None:
    cell = read_cell(text, place="C4", decimal=".").value
    if cell is not None:
        assert read_cell(str(cell.printed), place="C4").value == Cell(printed=cell.printed)


@given(text=NEAR_GRAMMAR)
def test_a_declared_mark_reads_what_is_clear_without_it_alike_or_not_at_all(text: str) -> None:
    clear = read_cell(text, place="C4", marks=Marks(comma="12,5")).value
    marks: tuple[DecimalMark, ...] = (".", ",")
    if clear is not None:
        assert clear in [read_cell(text, place="C4", decimal=decimal).value for decimal in marks]


LONG = ("9", "1,", ".", "-", " ", "\n", "[", "以上", "*", "¹", "%", "≥", "(a)", "1 ", "e", "\u200b", "— ", "a")


def test_a_long_text_takes_no_long_time() -> None:
    size = 100_000
    for piece in LONG:
        for text in (piece * size, f"95{piece * size}", f"{piece * size}95", f"95{piece * size}95"):
            start = process_time()
            reading = read_cell(text, place="C4")
            decimal_marks([text])
            assert process_time() - start < 1, (piece, text[:10])
            assert all(diagnostic.text == text for diagnostic in reading.diagnostics)


def test_all_kinds_of_bounds_are_written_somehow() -> None:
    assert {*BEFORE, BoundKind.BETWEEN} == set(BoundKind)
