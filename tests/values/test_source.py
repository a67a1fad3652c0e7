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
