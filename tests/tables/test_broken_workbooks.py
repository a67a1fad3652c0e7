"""Whatever bytes a workbook has, it is read or refused, in bounded time."""

from __future__ import annotations

import re
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan.formats.plans import plan_tree
from civicplan.tables.workbook.spreadsheet import plan_of_xlsx, xlsx_content
from civicplan.tables.xlsx import open_xlsx

PLAN = cp.datasets.load("shangyu-2024-q2")
CONTENT = xlsx_content(plan_tree(PLAN), "plan.xlsx")
with ZipFile(BytesIO(CONTENT)) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist()}
_TASKS = "xl/worksheets/sheet7.xml"
_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'


def zipped(parts: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def read(content: bytes) -> cp.Plan:
    return plan_of_xlsx(open_xlsx(content, "plan.xlsx"))


def is_refused(content: bytes) -> bool:
    try:
        read(content)
    except cp.PlanFormatError as error:
        return bool(error.faults)
    return False


@given(st.binary(max_size=300))
def test_bytes_at_random_are_no_workbook(content: bytes) -> None:
    assert is_refused(content)
    assert is_refused(CONTENT[: len(content)])


@settings(max_examples=100)
@given(st.sampled_from(sorted(PARTS)), st.randoms(use_true_random=False), st.binary(max_size=6))
def test_a_broken_part_is_read_or_refused(name: str, random: Random, junk: bytes) -> None:
    part = PARTS[name]
    place = random.randrange(len(part))
    is_refused(zipped({**PARTS, name: part[:place] + junk + part[place + random.randrange(8) :]}))
    is_refused(zipped({other: content for other, content in PARTS.items() if other != name}))


@given(st.randoms(use_true_random=False))
def test_a_broken_archive_is_read_or_refused(random: Random) -> None:
    broken = bytearray(CONTENT)
    for _ in range(random.randrange(1, 9)):
        broken[random.randrange(len(broken))] = random.randrange(256)
    is_refused(bytes(broken))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (rb'<row r="\d+"', b'<row r="999999999"'),
        (rb'<row r="\d+"', b'<row r="%s"' % (b"9" * 5000)),
        (rb'<row r="\d+"', b'<row r="-5"'),
        (rb"<is><t>[^<]*</t></is>", b"<v>%s</v>" % (b"9" * 5000)),
        (rb't="inlineStr"', b't="s"'),
        (rb't="inlineStr"><is><t>[^<]*</t></is>', b't="s"><v>-1</v>'),
        (rb't="inlineStr"><is><t>[^<]*</t></is>', b't="n"><v>1e999</v>'),
        (rb't="inlineStr"><is><t>[^<]*</t></is>', b't="n"><v>NaN</v>'),
        (rb't="inlineStr"><is><t>[^<]*</t></is>', b't="d"><v>soon</v>'),
    ],
)
def test_false_numbers_in_a_sheet_are_refused(old: bytes, new: bytes) -> None:
    part, count = re.subn(old, new, PARTS[_TASKS])
    assert count > 10
    assert is_refused(zipped({**PARTS, _TASKS: part}))


def test_a_false_size_costs_nothing() -> None:
    part = PARTS[_TASKS].replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    assert read(zipped({**PARTS, _TASKS: part})) == PLAN


@pytest.mark.parametrize(
    "content",
    [
        _SHEET % (b"<row>" + b"<c/>" * 6_000_000 + b"</row>"),
        _SHEET % (b'<row><c t="inlineStr"><is><t>' + b"x" * 60_000_000 + b"</t></is></c></row>"),
        b"<a>" * 200_000,
    ],
    ids=["cells", "text", "depth"],
)
def test_a_small_file_that_unpacks_to_a_large_one_is_refused(content: bytes) -> None:
    bomb = zipped({**PARTS, _TASKS: content})
    assert len(bomb) < 2**20
    assert is_refused(bomb)


def test_an_archive_that_unpacks_to_more_than_half_a_gigabyte_is_not_unpacked() -> None:
    bomb = bytearray(CONTENT)
    size = bomb.rindex(b"PK\x01\x02") + 24
    bomb[size : size + 4] = (2**30).to_bytes(4, "little")
    with pytest.raises(cp.PlanFormatError, match="more than half a gigabyte"):
        read(bytes(bomb))


def test_texts_that_another_program_shares_between_cells_come_back_sign_by_sign() -> None:
    """Excel writes them like this; the pronunciation beside a Japanese word is no part of it."""
    shared = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b"<si><t>a_x000B__x005F_x000B_ x005F_</t></si>"
        b'<si><r><t>two </t></r><r><t xml:space="preserve">runs </t></r><rPh sb="0" eb="1"><t>no</t></rPh></si></sst>'
    )
    links = "xl/_rels/workbook.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    link = f'<Relationship Type="{kind}" Target="/xl/strings.xml" Id="rIdS"/></Relationships>'.encode()
    sheet = _SHEET % (
        b'<row><c r="B1" t="s"><v>0</v></c><c t="s"><v>1</v></c>'
        b'<c t="inlineStr"><is><t>word</t><rPh sb="0" eb="1"><t>no</t></rPh></is></c></row>'
    )
    parts = {name: content for name, content in PARTS.items() if "sharedStrings" not in name}
    parts |= {links: re.sub(rb"<Relationship [^>]*sharedStrings[^>]*>", b"", parts[links])}
    parts |= {links: parts[links].replace(b"</Relationships>", link), "xl/strings.xml": shared, _TASKS: sheet}
    ((number, cells),) = open_xlsx(zipped(parts), "plan.xlsx").rows("tasks")
    assert (number, {place: cell.value for place, cell in cells.items()}) == (
        1,
        {1: "a\x0b_x000B_ x005F_", 2: "two runs ", 3: "word"},
    )
