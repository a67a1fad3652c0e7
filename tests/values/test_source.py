"""Sources: a place in a document."""

from typing import Any

import pytest

from civicplan import Source
from civicplan.errors import InvalidTypeError, InvalidValueError


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (Source(document="outline"), "outline"),
        (Source(document="outline", line=166), "outline, line 166"),
        (Source(document="outline", box="3"), "outline, box 3"),
        (Source(document="outline", line=166, box="3"), "outline, box 3, line 166"),
        (Source(document="outline", url="https://example.org/outline"), "outline"),
    ],
)
def test_a_source_says_where_to_look(source: Source, shown: str) -> None:
    assert str(source) == shown


@pytest.mark.parametrize("document", [None, 5, b"outline", ["outline"]])
def test_a_document_is_named_by_text(document: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"Source\.document: expected text"):
        Source(document=document)


@pytest.mark.parametrize("document", ["", "  ", "\ud800", pytest.param("x" * 1001, id="long")])
def test_a_document_has_a_name_of_reasonable_length(document: str) -> None:
    with pytest.raises(InvalidValueError, match=r"Source\.document"):
        Source(document=document)


@pytest.mark.parametrize("line", ["166", 1.0, True, b"1"])
def test_a_line_is_a_whole_number(line: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"Source\.line"):
        Source(document="outline", line=line)


@pytest.mark.parametrize("line", [0, -1, 10**9 + 1, pytest.param(10**5000, id="an int of 5001 digits")])
def test_lines_are_counted_from_1(line: int) -> None:
    with pytest.raises(InvalidValueError, match=r"Source\.line"):
        Source(document="outline", line=line)


@pytest.mark.parametrize("box", ["", " ", "\ud800", pytest.param("3" * 1001, id="long")])
def test_a_box_has_a_number_of_reasonable_length(box: str) -> None:
    with pytest.raises(InvalidValueError, match=r"Source\.box"):
        Source(document="outline", box=box)


@pytest.mark.parametrize("box", [3, 3.0, True, b"3", ("3",)])
def test_a_box_is_named_as_printed(box: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"Source\.box"):
        Source(document="outline", box=box)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://例子.cn/规划?page=3#box-2",
        "https://localhost:8000/%20",
        pytest.param("https://" + "x" * 1992, id="2000 characters"),
    ],
)
def test_a_web_address_is_kept_as_it_is_written(url: str) -> None:
    assert Source(document="outline", url=url).url == url


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("www.example.org/a", "write 'https://www.example.org/a'"),
        (" https://example.org/a b\n", "write 'https://example.org/a%20b'"),
        ("ftp://example.org", "such as 'https://www.example.org/plan.pdf'"),
        ("javascript:alert(1)", "such as 'https://www.example.org/plan.pdf'"),
        ("file:///plan.pdf", "such as 'https://www.example.org/plan.pdf'"),
        ("https://", "such as 'https://www.example.org/plan.pdf'"),
        ("https:///plan.pdf", "such as 'https://www.example.org/plan.pdf'"),
        ("https://example.org/\x1b", "such as 'https://www.example.org/plan.pdf'"),
        ("https://example.org/\ud800", "such as 'https://www.example.org/plan.pdf'"),
        pytest.param("https://" + "x" * 1993, "such as 'https://www.example.org/plan.pdf'", id="2001 characters"),
        ("", "such as 'https://www.example.org/plan.pdf'"),
    ],
)
def test_what_is_no_web_address_is_refused_with_what_to_write(url: str, advice: str) -> None:
    expected = r"^Source\.url: expected a web address in one line without blanks, http or https, of at most 2000 char"
    with pytest.raises(InvalidValueError, match=expected) as raised:
        Source(document="outline", url=url)
    assert raised.value.advice == advice


@pytest.mark.parametrize("url", [3, b"https://example.org", ("https://example.org",)])
def test_a_web_address_is_text(url: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"^Source\.url: expected a web address as text, .*; write 'https://www"):
        Source(document="outline", url=url)


def test_the_parts_of_a_source_are_named() -> None:
    make: Any = Source
    with pytest.raises(TypeError):
        make("outline", 166)
