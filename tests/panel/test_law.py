"""The law of a panel: each row is answered as the model answers it, on every engine."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import partial
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan import panel
from tests.panel.engines import few, on_every_engine
from tests.panel.rows import Row, frame_of, rows

_OF_TARGET = ("attainment", "progress", "pace", "standing")
_OF_LEVEL = ("growth", "required_growth", "catch_up_growth")
_DAYS = ("2023", "2025")


def said_by_the_model(row: Row, as_of: str) -> dict[str, Any]:
    """What the model says of a row, in the columns of a panel."""
    assessed = row.assessed(as_of)
    outcome = assessed.outcomes[0]
    answers = {name: getattr(outcome, name) for name in (*_OF_TARGET, "elapsed")} if not row.is_withheld else {}
    answers |= {name: getattr(assessed, name) for name in _OF_LEVEL}
    told = {name: answer if cp.is_defined(answer) else None for name, answer in answers.items()}
    told |= {
        f"{name}_reason": None if cp.is_defined(answer) else str(answer.reason)
        for name, answer in answers.items()
        if name != "elapsed"
    }
    if row.is_withheld:
        is_due = assessed.verdict != "not_due"
        told |= {"verdict": "not_assessable" if is_due else "not_due", "decisive": False}
        return {**told, "reason": "hedged" if is_due else None, **dict.fromkeys(_OF_TARGET)}
    caveats = [str(caveat) for caveat in assessed.caveats]
    return {
        **told,
        "verdict": str(assessed.verdict),
        "reason": None if outcome.reason is None else str(outcome.reason),
        "decisive": assessed.decisive,
        **{f"caveat_{name}": name in caveats for name in ("digits", "tolerance", "prices", "ratio", "parts", "hedged")},
    }


def different(answer: dict[str, Any], wanted: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The answers of a panel that are not those of the model, with both: floats by 9 digits, all else exactly."""
    return {name: (answer[name], said) for name, said in wanted.items() if not _is_same(answer[name], said)}


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(other, Decimal):
        return one is not None and math.isclose(one, float(other), rel_tol=1e-9, abs_tol=1e-9)
    return bool(one == other)


def check_on_every_engine(several: list[Row], as_of: str, *, dask: bool) -> None:
    wanted = [said_by_the_model(row, as_of) for row in several]
    frame = frame_of(several).with_row_index("row")
    for engine, answered in on_every_engine(frame, partial(panel.assess, as_of=as_of, reasons=True), dask=dask):
        for row, answer, said in zip(several, answered, wanted, strict=True):
            assert different(answer, said) == {}, (engine, row.cells)


@given(several=rows(30, 30), as_of=st.sampled_from(_DAYS))
@few(3)
def test_each_row_is_answered_as_by_the_model(several: list[Row], as_of: str) -> None:
    check_on_every_engine(several, as_of, dask=False)


@given(several=rows(30, 30))
@few(1)
def test_each_row_is_on_the_engines_that_take_long(several: list[Row]) -> None:
    check_on_every_engine(several, "2025", dask=True)


@given(several=rows(1, 20), as_of=st.sampled_from(_DAYS))
@settings(max_examples=25)
def test_a_great_many_rows_are(several: list[Row], as_of: str) -> None:
    answered = panel.assess(frame_of(several), as_of=as_of, reasons=True).to_dicts()
    for row, answer in zip(several, answered, strict=True):
        assert different(answer, said_by_the_model(row, as_of)) == {}, row.cells
