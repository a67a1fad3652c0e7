"""Split and share claims: what they refuse, what they refer to, and that files keep them."""

from __future__ import annotations

from typing import Any

import pytest

import civicplan as cp
from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.model import BreakdownClaim, ShareClaim

from ._plans import plan, row

CLAIMS = (
    BreakdownClaim(
        subject="p",
        figures=("7.80", "45.6"),
        members=("a",),
        whole="60.0",
        measure="total",
        period="2020",
        exact=True,
        source=cp.Source(document="report", line=5),
        notes="read from the pie",
    ),
    BreakdownClaim(subject="a", figures=("40", "60")),
    ShareClaim(subject="a", part="65", whole="80", percent="81.30", exact=True, period="2020"),
)


@pytest.mark.parametrize("format", ["json", "toml"])
def test_what_is_written_reads_back_equal_printed_zeros_included(format: str) -> None:
    account = plan(row("a"), claims=CLAIMS)
    again = cp.loads(cp.dumps(account, format=format), format=format)
    assert again == account
    split, _, share = again.claims
    assert isinstance(split, BreakdownClaim)
    assert isinstance(share, ShareClaim)
    assert str(split.figures[0]) == "7.80"
    assert str(share.percent) == "81.30"


@pytest.mark.parametrize(
    ("claim", "path"),
    [
        (BreakdownClaim(subject="x", figures=("1", "2")), r"\$\.claims\[0\]\.subject: no part has the id 'x'"),
        (
            BreakdownClaim(subject="a", members=("a", "x"), period="2020"),
            r"\$\.claims\[0\]\.members\[1\]: no indicator",
        ),
        (ShareClaim(subject="x", part="1", whole="2", percent="50"), r"\$\.claims\[0\]\.subject: no part"),
    ],
)
def test_a_plan_checks_what_they_refer_to(claim: BreakdownClaim | ShareClaim, path: str) -> None:
    with pytest.raises(cp.InvalidPlanError, match=path):
        plan(row("a"), claims=(claim,))


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"figures": ("1",)}, r"BreakdownClaim\.figures: expected two parts or more"),
        ({"members": ("a", "b")}, r"BreakdownClaim\.period"),
        ({"figures": ("1", "x")}, r"BreakdownClaim\.figures"),
        ({"figures": ("1", "2"), "exact": 1}, r"BreakdownClaim\.exact"),
    ],
)
def test_a_split_without_parts_is_refused(fields: dict[str, Any], place: str) -> None:
    with pytest.raises((InvalidValueError, InvalidTypeError), match=place):
        BreakdownClaim(subject="a", **fields)


def test_a_figure_that_is_a_float_is_refused() -> None:
    fields: dict[str, Any] = {"figures": (1.5, 2.5)}
    with pytest.raises(InvalidTypeError, match=r"BreakdownClaim\.figures\[0\]"):
        BreakdownClaim(subject="a", **fields)
