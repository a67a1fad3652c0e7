"""Bytes into text: the encodings that are read, and what is refused with what to do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan.reading import ReadingError
from civicplan.zh.text.decode import decode
from civicplan.zh.text.repair import repair

TEXT = "第一章 总体要求\n到2025年，全市图书馆新增藏书12.5万册。\n"


def test_the_encodings_of_chinese_texts() -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16"):
        reading = decode(TEXT.encode(encoding), "plan.txt")
        assert (reading.value, list(reading.diagnostics)) == (TEXT, []), encoding


def test_a_stray_zero_byte_is_a_lost_character() -> None:
    text = decode((TEXT + "藏书\x005万册\n" + TEXT * 9).encode(), "plan.txt").value
    reading = repair(text)
    assert reading.value.text.split("\n")[2] == "藏书\ufffd5万册"
    assert [one.place for one in reading.diagnostics] == ["line 3"]


def test_line_breaks_are_those_of_every_system() -> None:
    assert decode("一\r\n二\r三\n四".encode(), "plan.txt").value == "一\n二\n三\n四"


def test_a_character_that_only_gb18030_knows() -> None:
    assert decode("㐂镇、𠮷村、欧元€".encode("gb18030"), "plan.txt").value == "㐂镇、𠮷村、欧元€"


def test_a_few_broken_bytes_are_reported_with_their_line() -> None:
    for encoding, shown in (("utf-8", "UTF-8"), ("gb18030", "GB18030")):
        content = (TEXT * 9).encode(encoding) + b"\xff" + "新建5家".encode(encoding)
        reading = decode(content, "plan.txt")
        assert reading.value.startswith(TEXT * 9)
        [said] = reading.diagnostics
        assert (said.code, said.place) == ("undecodable-bytes", "line 19")
        assert shown in said.message


def test_what_is_no_text_is_refused_with_what_to_do() -> None:
    for content, code, advice in (
        (b"%PDF-1.7 ...", "pdf", "Save its text as .txt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "old-office", "Save it as .docx"),
        (b"{\\rtf1\\ansi", "rtf", "Save it as .docx or .txt"),
        (b"PK\x03\x04....", "zip", "suffix"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-a-text", "zero bytes"),
        (b"\x80\x81\xfe\xff" * 400, "wrong-encoding", "UTF-8"),
        (TEXT.encode().decode("latin-1").encode(), "wrong-encoding", "UTF-8"),
    ):
        with pytest.raises(ReadingError) as caught:
            decode(content, "plan.doc")
        [said] = caught.value.diagnostics
        assert (said.code, said.place) == (code, "plan.doc")
        assert advice in said.message


@given(st.binary() | st.text().map(str.encode) | st.text("规划一二三\r\n").map(lambda text: text.encode("gbk")))
def test_any_bytes_give_a_reading_or_the_one_error(content: bytes) -> None:
    try:
        reading = decode(content, "plan.txt")
    except ReadingError:
        return
    assert "\r" not in reading.value
