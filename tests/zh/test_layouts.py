"""One table in every layout: the same rows come out of each that shows blank cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from civicplan.zh.layout.grid import document_of

Rows = Sequence[tuple[str, ...]]

#: Two rows of headings, categories, parts of a whole, blank cells at both ends; all figures are invented.
TABLE: Rows = (
    ("类别", "序号", "指标名称", "", "2020年", "规划目标", "", "属性"),
    ("", "", "", "", "", "2025年", "年均增速[累计]", ""),
    ("经济发展", "1", "地区产值（亿元）", "", "812.4", "1190", "8%", "预期性"),
    ("", "2", "零售总额（亿元）", "", "301.7", "", "9%", "预期性"),
    ("", "3", "城镇化水平", "常住人口（%）", "58.2", "63", "—", "预期性"),
    ("", "", "", "户籍人口（%）", "41.5", "47", "—", ""),
    ("生态文明", "4", "林地面积（公顷）", "", "25.5", ">31", "", "约束性"),
    ("", "5", "能耗降低（%）", "", "—", "—", "[14]", "约束性"),
    ("民生", "6", "新增就业（万人）", "", "[4.1]", "[5]", "", "预期性"),
)


def layouts(rows: Rows) -> Iterator[tuple[str, str]]:
    """The table in layouts that show its blank cells, each with its name."""
    yield "tabs", "\n".join("\t".join(row) for row in rows)
    yield "tabs, double spaced", "\n\n".join("\t".join(row) for row in rows)
    yield "strokes", "\n".join(" | ".join(row) + " |" for row in rows)
    rule = "|" + "---|" * len(rows[0])
    marked = ["| " + " | ".join(row) + " |" for row in rows]
    yield "Markdown", "\n".join((marked[0], rule, *marked[1:]))
    yield "a line for each cell", "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)
    yield "a line for each cell, no blank lines", "\n".join(f"\t{cell}" for row in rows for cell in row)
    cells = ["".join(f"<td>{escape(cell)}</td>\n" for cell in row) for row in rows]
    yield "HTML", "<table>" + "".join(f"<tr>{row}</tr>\n" for row in cells) + "</table>"
    broken = (*rows[:5], *rows[:2], *rows[5:])
    yield "headings repeated", "\n".join("\t".join(row) for row in broken)
    paged = "\n".join("\t".join(row) for row in broken[5:])
    yield "page break", "\n".join("\t".join(row) for row in rows[:5]) + f"\n\n— 7 —\n\n{paged}"
    advertised = "\n".join("\t".join(row) for row in rows[:4]) + "\n点击查看全文\n"
    yield "advertisement", advertised + "\n".join("\t".join(row) for row in rows[4:])
    yield "traditional", "\n".join("\t".join(row) for row in rows).replace("发展", "發展").replace("业", "業")


def test_the_same_rows_come_out_of_every_layout() -> None:
    for name, text in layouts(TABLE):
        before, after = ("<p>专栏2 主要指标</p>", "<p>注：略</p>") if name == "HTML" else ("专栏2 主要指标", "注：略")
        document = document_of(f"{before}\n\n{text}\n\n{after}\n", "sample").value
        (table,) = document.tables
        assert [row.texts for row in table.rows] == list(TABLE), name
        assert [line.text for line in document.paragraphs] == ["专栏2 主要指标", "注：略"], name


def test_every_cell_stands_in_the_line_it_names() -> None:
    for name, text in layouts(TABLE):
        lines = text.split("\n")
        for row in next(document_of(text, "sample").value.tables).rows:
            for cell in row.cells:
                printed = escape(cell.text) if name == "HTML" else cell.text
                assert name == "traditional" or printed in lines[cell.line - 1], name


def test_blank_cells_that_show_nothing_leave_places_unknown() -> None:
    printed = (
        ("类别", "序号", "指标名称", "2020年", "2025年", "属性"),
        ("经济发展", "1", "地区产值（亿元）", "812.4", "1190", "预期性"),
        ("", "2", "零售总额（亿元）", "301.7", "", "预期性"),
        ("生态文明", "3", "林地面积（公顷）", "25.5", ">31", "约束性"),
    )
    text = "\n".join(cell for row in printed for cell in row if cell)
    (table,) = document_of(text, "sample").value.tables
    for row, cells in zip(table.rows, printed, strict=True):
        assert [cell for cell in row.texts if cell] == [cell for cell in cells if cell]
    assert [row.has_places for row in table.rows] == [True, True, False, True]
