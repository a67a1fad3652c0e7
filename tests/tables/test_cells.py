"""What people write into cells, and what each of it means."""

from __future__ import annotations

import pytest

from civicplan.tables.cell_words import AFTER, BEFORE, BLANKS, FACTORS, MARKS
from civicplan.tables.cells import Cell, decimal_marks, doubts_of_marks, read_cell
from civicplan.tables.numbers import DecimalMark, Marks
from civicplan.values import Bound, BoundKind, Figure

PLACE = "row 4, column Target 2025"


def cell_of(text: str, decimal: DecimalMark | None = None) -> Cell:
    """The one cell that the text means, with nothing to know about it."""
    reading = read_cell(text, place=PLACE, decimal=decimal)
    assert not reading.diagnostics, (text, reading.diagnostics)
    assert reading.value is not None, text
    return reading.value


def printed(text: str, decimal: DecimalMark | None = None) -> str:
    return str(cell_of(text, decimal).printed)


def code_of(text: str, decimal: DecimalMark | None = None, marks: Marks | None = None) -> str:
    """The code of the one diagnostic of a cell of which nothing was read."""
    reading = read_cell(text, place=PLACE, decimal=decimal, marks=marks or Marks())
    assert reading.value is None, (text, reading)
    (diagnostic,) = reading.diagnostics
    assert diagnostic.left_out
    assert (diagnostic.place, diagnostic.text) == (PLACE, text)
    return diagnostic.code


NUMBERS = {
    "95": "95",
    " 95.0 ": "95.0",
    "0": "0",
    "-2.8": "-2.8",
    "−2.8": "-2.8",
    "－２．８": "-2.8",
    "–2.8": "-2.8",
    "+2.8": "2.8",
    ".5": "0.5",
    "-.50": "-0.50",
    "12,5": "12.5",
    "0,006": "0.006",
    "1.006": "1.006",
    "6E+4": "6E+4",
    "1.5e-3": "0.0015",
    "\ufeff95\u200b": "95",
    # thousands: English, German, French, Swiss, Swedish, Indian
    "1,006.2": "1006.2",
    "1,006,200": "1006200",
    "1.006,20": "1006.20",
    "1.006.200": "1006200",
    "1 006": "1006",
    "1\u202f006,2": "1006.2",
    "1\u00a0006\u00a0200": "1006200",
    "1\u2009006.25": "1006.25",
    "1'006.20": "1006.20",
    "1’006’200": "1006200",
    "1,00,000": "100000",
    "12,34,567.8": "1234567.8",
    "１，００６．２": "1006.2",
    "1006,200": "1006.200",
}


def test_numbers_are_read_with_their_printed_digits() -> None:
    for text, digits in NUMBERS.items():
        assert printed(text) == digits, text
        assert isinstance(cell_of(text).printed, Figure), text


BOUNDS = {
    "≥95": "≥95",
    ">=95": "≥95",
    "≧ 95.0": "≥95.0",
    "at least 95": "≥95",
    "At  Least 95": "≥95",
    "no less than 95": "≥95",
    "95 or more": "≥95",
    "95+": "≥95",
    "min. 95": "≥95",
    "95以上": "≥95",
    "95及以上": "≥95",
    "不低于95": "≥95",
    "达到95以上": "≥95",
    "> 95": ">95",
    "＞95": ">95",
    "more than 95": ">95",
    "超过95": ">95",
    "≤26": "≤26",
    "at most 26": "≤26",
    "26 or less": "≤26",
    "not to exceed 26": "≤26",
    "26以下": "≤26",
    "26以内": "≤26",
    "不超过26": "≤26",
    "控制在26以内": "≤26",
    "<5.5": "<5.5",
    "under 5.5": "<5.5",
    "低于5.5": "<5.5",
    "不足5.5": "<5.5",
    "=0": "=0",
    "≈20": "≈20",
    "~20": "≈20",
    "about 20": "≈20",
    "ca. 20": "≈20",
    "约20": "≈20",
    "20左右": "≈20",
    "约20左右": "≈20",
    "20±1": "20±1",
    "20 +/- 1.5": "20±1.5",
    "6.0-6.5": "6.0..6.5",
    "6~6.5": "6..6.5",
    "6.0—6.5": "6.0..6.5",
    "6.0 – 6.5": "6.0..6.5",
    "6 to 6.5": "6..6.5",
    "between 6 and 6.5": "6..6.5",
    "6至6.5": "6..6.5",
    "介于6和6.5之间": "6..6.5",
    "6..6.5": "6..6.5",
    "-6--5": "-6..-5",
    "≥1,006.2": "≥1006.2",
    "1 006,5-1 100,5": "1006.5..1100.5",
}


def test_signs_and_words_make_bounds() -> None:
    for text, bound in BOUNDS.items():
        assert cell_of(text).printed == Bound.parse(bound), text


def test_every_listed_word_makes_the_bound_that_it_is_listed_for() -> None:
    for kind, words in BEFORE.items():
        for word in words:
            assert cell_of(f"{word} 95").printed == Bound(kind, Figure("95")), word
            assert cell_of(f"{word.upper()}95%").printed == Bound(kind, Figure("95")), word
    for kind, words in AFTER.items():
        for word in words:
            assert cell_of(f"95 {word}").printed == Bound(kind, Figure("95")), word
            assert cell_of(f"95%{word}").printed == Bound(kind, Figure("95")), word


def test_chinese_law_says_which_words_include_the_figure() -> None:
    """Civil Code of the People's Republic of China, article 1259."""
    included = {"95以上": BoundKind.AT_LEAST, "95以下": BoundKind.AT_MOST, "95以内": BoundKind.AT_MOST}
    excluded = {"不满95": BoundKind.BELOW, "超过95": BoundKind.ABOVE}
    for text, kind in (included | excluded).items():
        bound = cell_of(text).printed
        assert isinstance(bound, Bound)
        assert (bound.kind, bound.admits("95")) == (kind, text in included)


def test_a_percent_or_permille_sign_is_the_unit() -> None:
    for text in ("12.5%", "12.5 %", "１２．５％", "12.5 percent", "12.5 per cent"):
        assert cell_of(text) == Cell(printed=Figure("12.5"), unit="%")
    assert cell_of("12.5‰") == Cell(printed=Figure("12.5"), unit="‰")
    assert cell_of("95％以上") == Cell(printed=Bound.parse("≥95"), unit="%")
    for text in ("6.0%-6.5%", "6.0-6.5%"):
        assert cell_of(text) == Cell(printed=Bound.parse("6.0..6.5"), unit="%")
    assert cell_of("65%±2%") == Cell(printed=Bound.parse("65±2"), unit="%")


def test_square_brackets_are_told() -> None:
    for text in ("[18]", "【18】", "［18］", "〔18〕", "[ 18 ]"):
        assert cell_of(text) == Cell(printed=Figure("18"), is_bracketed=True)
    for text in ("[≥18]", "≥[18]", "[18]以上", "[18以上]"):
        assert cell_of(text) == Cell(printed=Bound.parse("≥18"), is_bracketed=True)
    for text in ("[18%]", "[18]%"):
        assert cell_of(text) == Cell(printed=Figure("18"), is_bracketed=True, unit="%")


def test_a_blank_is_no_value_and_nothing_to_tell() -> None:
    for text in (*BLANKS, " — ", "－", "N/A", "NaN", "\u3000", "\u200b", "NULL"):
        reading = read_cell(text, place=PLACE)
        assert reading.value is None, text
        assert not reading.diagnostics, text


def test_zero_is_no_blank() -> None:
    assert printed("0") == "0"


def test_a_comma_that_may_part_decimals_or_thousands_needs_the_decimal_mark() -> None:
    for text in ("1,006", "≥1,006", "[1,006]", "1,006%", "1,006-1,100", "-12,345"):
        assert code_of(text) == "ambiguous-number", text
    assert printed("1,006", ".") == "1006"
    assert printed("1,006", ",") == "1.006"
    assert printed("1.006", ",") == "1006"
    assert printed("1.006", ".") == "1.006"
    assert printed("≥1,006", ".") == "≥1006"


def test_the_other_decimal_mark_is_no_number() -> None:
    assert code_of("12,5", ".") == "decimal-mark"
    assert code_of("12.5", ",") == "decimal-mark"
    assert code_of("1,006.2", ",") == "decimal-mark"


def test_commas_in_a_table_make_its_points_ambiguous_and_decide_nothing() -> None:
    marks = decimal_marks(["95", "1,006", "12,5 %", "—", "1.006"])
    assert (marks.point, marks.comma) == (None, "12,5")
    assert marks.decimal == ","
    assert code_of("1.006", marks=marks) == "ambiguous-number"
    assert code_of("1,006", marks=marks) == "ambiguous-number"
    assert read_cell("1.5", place=PLACE, marks=marks).value == Cell(printed=Figure("1.5"))
    (diagnostic,) = read_cell("1,006", place=PLACE, marks=marks).diagnostics
    assert '12,5 has a comma for decimals, which fits decimal=","' in diagnostic.message


def test_points_in_a_table_are_told_where_a_comma_is_ambiguous() -> None:
    for proof in ("12.5", "1,006.2", "1,006,200", "１２．５"):
        marks = decimal_marks(["95", "1,006", f"≥{proof}"])
        assert marks.decimal == ".", proof
        (diagnostic,) = read_cell("1,006", place=PLACE, marks=marks).diagnostics
        assert 'which fits decimal="."' in diagnostic.message


def test_numbers_that_prove_nothing_prove_nothing() -> None:
    assert decimal_marks(["95", "1,006", "1.006", "1 006", "12.05.2024", "n/a", "a,b", "..", "…"]) == Marks(
        doubtful="1.006"
    )


def test_the_first_proof_is_kept() -> None:
    assert decimal_marks(["≥12.5", "13.5", "1,006.2"]) == Marks(point="12.5")
    assert decimal_marks(["≥1.006", "12,5", "13,5", "1.007"]) == Marks(comma="12,5", doubtful="1.006")


def test_a_table_with_both_marks_is_told() -> None:
    marks = decimal_marks(["12,5", "1,006.2"])
    assert marks.decimal is None
    (diagnostic,) = doubts_of_marks(marks, place="indicators.csv")
    assert (diagnostic.code, diagnostic.left_out) == ("both-decimal-marks", False)
    assert "1,006.2 has a point for decimals and 12,5 a comma" in diagnostic.message
    assert not doubts_of_marks(decimal_marks(["12,5"]), place="indicators.csv")
    assert not doubts_of_marks(marks, place="indicators.csv", decimal=".")


def test_a_table_in_which_every_point_may_part_thousands_is_told() -> None:
    """In a German table of whole numbers, 1.006 is more than a thousand; without `decimal=` it is read as 1.006."""
    for text in ("1.006", "≥1.006", "[1.006]", "12.345%", "１．００６"):
        marks = decimal_marks(["950", text, "1,006"])
        (diagnostic,) = doubts_of_marks(marks, place="indicators.csv")
        assert (diagnostic.code, diagnostic.left_out) == ("unproven-point", False)
        assert not doubts_of_marks(marks, place="indicators.csv", decimal=",")
        for proof in ("0.006", "12.5", "1,006.2", "1234.567", "12,5"):
            assert not doubts_of_marks(decimal_marks([text, proof]), place="indicators.csv"), proof


LEFT_OUT = {
    "明显提升": "not-a-number",
    "yes": "not-a-number",
    "TRUE": "not-a-number",
    "007": "not-a-number",
    "控制在5.5": "not-a-number",
    "12.05.2024": "not-a-number",
    "2024-05-01": "not-a-number",
    "20±-1": "not-a-number",
    "1,0062,00": "not-a-number",
    "1.006 200": "not-a-number",
    "10 000 00": "not-a-number",
    "#DIV/0!": "not-a-number",
    "up to 95": "not-a-number",
    "nearly 95": "not-a-number",
    "降低18": "not-a-number",
    "(18)": "parentheses",
    "（18）": "parentheses",
    "3万": "factor",
    "3.2万亿元": "factor",
    "1.2 million": "factor",
    "5 lakh": "factor",
    "95 km": "words-in-cell",
    "95.": "not-a-number",
    "12.05.2024 km": "not-a-number",
    "5/10": "not-a-number",
    "2:5": "not-a-number",
    "100多": "more-than",
    "14余": "more-than",
    "近100": "nearly",
    "8O": "letter-for-digit",
    "l00": "letter-for-digit",
    "1,0o6": "letter-for-digit",
    "5个百分点": "words-in-cell",
    "5百分点": "words-in-cell",
    "10⁴": "words-in-cell",
    "95 (forecast)": "words-in-cell",
    "95 (f)": "words-in-cell",
    "95[1]": "figure-in-brackets",
    "78.35 [1]": "figure-in-brackets",
    "95 (2)": "figure-in-brackets",
    "6.5-6.0": "range-order",
    "约95以上": "several-bounds",
    "65±2%": "mixed-units",
    "6%-6.5": "mixed-units",
    "95\n100": "two-lines",
    "95  100": "two-lines",
    "95\t100": "two-lines",
    "9" * 31: "too-many-digits",
    "1e31": "too-many-digits",
    "9" * 301: "not-a-number",
}


def test_what_is_no_figure_is_left_out_and_told() -> None:
    for text, code in LEFT_OUT.items():
        assert code_of(text) == code, text


def test_no_factor_is_multiplied_out() -> None:
    for factor in FACTORS:
        assert code_of(f"3 {factor}") == "factor", factor


def test_a_mark_of_a_note_is_told_and_the_figure_read() -> None:
    for mark in (*MARKS, "**", "¹²", "¹,²", " (p)"):
        for text in (f"95.0{mark}", f"≥95.0 {mark}", f"95.0%{mark}", f"95.0以上{mark}", f"[95.0]{mark}"):
            reading = read_cell(text, place=PLACE)
            (diagnostic,) = reading.diagnostics
            assert (diagnostic.code, diagnostic.text, diagnostic.left_out) == ("footnote-mark", text, False)
            assert reading.value is not None
            assert str(reading.value.printed) in ("95.0", "≥95.0")


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("(18)", "write -18 or 18"),
        ("6.5-6.0", "write 6.0..6.5 if it is one"),
        ("95 km", "write 95, its unit in the heading"),
        ("3万", "write 3 here and the factor into the unit"),
        (
            "1,006",
            'It is 1006 or 1.006, as a comma or a point parts decimals or thousands; say decimal="." or decimal=","',
        ),
    ],
)
def test_the_message_says_what_to_write(text: str, advice: str) -> None:
    (diagnostic,) = read_cell(text, place=PLACE).diagnostics
    assert advice in diagnostic.message


def test_a_plus_before_a_number_is_told_from_one_behind_it() -> None:
    assert [cell.has_plus for text in ("+10", "≥+10", "10+", "10") if (cell := cell_of(text))] == [
        True,
        True,
        False,
        False,
    ]
