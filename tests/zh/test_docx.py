"""A .docx as HTML: paragraphs and merged cells kept, and whatever bytes there are, no other error."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.reading import ReadingError
from civicplan.zh.text.docx import docx_html

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def docx(body: str) -> bytes:
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{TYPES}"><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}" Target="word/document.xml"/>'
            "</Relationships>"
        ),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()


MERGED = "<w:vMerge w:val='restart'/>", "<w:vMerge/>", "<w:gridSpan w:val='2'/>"
TABLE = (
    f"<w:tbl><w:tr>{cell('类别', MERGED[0])}{cell('指标', MERGED[2])}</w:tr>"
    f"<w:tr>{cell('', MERGED[1])}{cell('藏书')}{cell('5.0')}</w:tr></w:tbl>"
)


def test_paragraphs_are_lines_and_merged_cells_stay_merged() -> None:
    html = docx_html(docx(paragraph("第一章") + paragraph("") + paragraph("目标") + TABLE), "plan.docx")
    lines = html.split("\n")
    assert lines[:2] == ["<p>第一章</p>", "<p>目标</p>"]
    assert 'rowspan="2"' in html
    assert 'colspan="2"' in html
    assert [number for number, line in enumerate(lines, start=1) if "5.0" in line] == [6]


def test_what_is_no_docx_is_refused() -> None:
    sound = docx(paragraph("第一章"))
    nested = docx("<w:p>" * 5000 + "</w:p>" * 5000)
    for content in (b"", b"PK\x03\x04", sound[:-30], sound.replace(b"document", b"dokument"), nested):
        with pytest.raises(ReadingError, match=r"It is no \.docx"):
            docx_html(content, "plan.docx")


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(ReadingError, match="too large"):
        docx_html(docx(" " * 2_000_000), "plan.docx")


@given(st.data())
def test_spoilt_bytes_give_html_or_the_one_error(data: st.DataObject) -> None:
    content = bytearray(docx(paragraph("第一章") + TABLE))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=6)):
        content[place] = data.draw(st.integers(0, 255))
    try:
        html = docx_html(bytes(content), "plan.docx")
    except ReadingError:
        return
    assert isinstance(html, str)


def test_struck_runs_are_no_part_of_a_figure() -> None:
    for mark in ("<w:strike/>", "<w:dstrike/>", "<w:dstrike w:val='true'/>"):
        struck = f"<w:p><w:r><w:rPr>{mark}</w:rPr><w:t>30</w:t></w:r><w:r><w:t>35</w:t></w:r></w:p>"
        assert docx_html(docx(struck), "plan.docx") == "<p><s>30</s>35</p>\n", mark
