"""The verdict from a table is that of the plan behind it, or there is none."""

from __future__ import annotations

from typing import Any

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.testing import figures

_FIGURES = figures(min_value=-20, max_value=20, max_places=1)
_MEASURES = st.sampled_from(("level", "total", "reduction", "change", "growth"))
_UNITS = st.sampled_from(("%", "t", ""))
_CUMULATIVE = ("total", "reduction", "change")


@st.composite
def truths(draw: st.DrawFn, id: str = "a") -> dict[str, Any]:
    """What a plan says of one indicator, due over 2021/2025 or in 2025, and what was reached."""
    measure, direction = draw(_MEASURES), draw(st.sampled_from(("higher", "lower")))
    return {
        "name": id,
        "measure": measure,
        "unit": draw(_UNITS),
        "direction": direction,
        "target": draw(_FIGURES),
        "baseline": draw(st.none() | _FIGURES),
        "reached": draw(_FIGURES),
    }


def true_verdict(truth: dict[str, Any]) -> cp.Verdict:
    """The verdict of the plan itself: a level in 2025, anything else over the five years."""
    measure = truth["measure"]
    is_higher = measure == "reduction" or truth["direction"] == "higher"
    indicator = cp.Indicator(
        id="a",
        name="a",
        unit=truth["unit"] or None,
        direction=truth["direction"],
        targets=(cp.Threshold(bound=f"{'≥' if is_higher else '≤'}{truth['target']}", measure=measure),),
        observations=(
            cp.Observation(
                period="2025" if measure == "level" else "2021/2025", figure=truth["reached"], measure=measure
            ),
        ),
    )
    plan = cp.Plan(id="p", title="p", period="2021/2025", indicators=(indicator,))
    return cp.assess(plan, as_of=2025)["a"].verdict


@st.composite
def printings(draw: st.DrawFn, truth: dict[str, Any]) -> dict[str, str]:
    """A row as a document may print it; any of what it says may be missing."""
    measure = truth["measure"]
    has_sign, has_brackets = draw(st.booleans()), measure in _CUMULATIVE and draw(st.booleans())
    is_higher = measure == "reduction" or truth["direction"] == "higher"
    target = f"{'≥' if is_higher else '≤'}{truth['target']}" if has_sign else str(truth["target"])
    reached = str(truth["reached"])
    if draw(st.booleans()) and truth["unit"] == "%":
        target, reached = f"{target}%", f"{reached}%"
    row = {"Indicator": "a"}
    if draw(st.booleans()):
        row["Unit"] = truth["unit"]
    if draw(st.booleans()):
        row["Direction"] = truth["direction"]
    if draw(st.booleans()) or measure == "growth":  # nobody can tell a growth from a level by its digits
        row["Measure"] = draw(st.sampled_from((measure, "average annual growth"))) if measure == "growth" else measure
    elif not has_brackets and measure != "level":
        row["Measure"] = measure
    if truth["baseline"] is not None:
        row["Baseline 2020"] = str(truth["baseline"])
    row[draw(st.sampled_from(("Target", "Target 2025", "2025年目标")))] = f"[{target}]" if has_brackets else target
    heading = "2025" if measure == "level" or has_brackets else "2021/2025"
    row[heading] = f"[{reached}]" if has_brackets else reached
    return row


@given(st.data())
def test_no_way_to_print_a_plan_turns_a_verdict(data: st.DataObject) -> None:
    truth = data.draw(truths())
    row = data.draw(printings(truth))
    reading = cp.from_frame(pl.DataFrame({heading: [cell] for heading, cell in row.items()}), period="2021/2025")
    read = cp.assess(reading.value, as_of=2025)
    verdicts = {true_verdict(truth), cp.Verdict.NOT_ASSESSABLE}
    assert {one.verdict for one in read} <= verdicts, (row, reading.diagnostics)
    if len(reading.value.indicators) == 0 or not reading.value.indicators[0].targets:
        assert reading.diagnostics


@st.composite
def long_printings(draw: st.DrawFn, truth: dict[str, Any]) -> pl.DataFrame:
    """The rows of a long table: a row for each figure; beside a total there may be its part of the last year."""
    measure = truth["measure"]
    has_brackets = measure in _CUMULATIVE and draw(st.booleans())
    is_higher = measure == "reduction" or truth["direction"] == "higher"
    target = f"{'≥' if is_higher else '≤'}{truth['target']}" if draw(st.booleans()) else str(truth["target"])
    reached, years = str(truth["reached"]), "2025" if measure == "level" or has_brackets else "2021/2025"
    average = draw(st.booleans()) if measure == "growth" else False
    due = draw(st.sampled_from(("2021/2025", "") if measure == "growth" and not average else (years, "2025", "")))
    figures = [("target", due, f"[{target}]" if has_brackets else target)]
    if measure == "total" and draw(st.booleans()):
        figures += [("actual", "2021/2025", reached), ("actual", "2025", str(draw(_FIGURES)))]
    else:
        figures.append(("actual", years, f"[{reached}]" if has_brackets else reached))
    if truth["baseline"] is not None and measure == "level":
        figures.append(("baseline", "2020", str(truth["baseline"])))
    word = "average annual growth" if average else measure
    shared = {"Indicator": "a", "Direction": truth["direction"], "Measure": word, "Unit": truth["unit"]}
    kept = [heading for heading in shared if heading in ("Indicator", "Measure") or draw(st.booleans())]
    rows = [
        {**{heading: shared[heading] for heading in kept}, "Kind": kind, "Year": year, "Value": value}
        for kind, year, value in draw(st.permutations(figures))
    ]
    return pl.DataFrame(rows)


@given(st.data())
def test_no_long_table_turns_a_verdict(data: st.DataObject) -> None:
    truth = data.draw(truths())
    table = data.draw(long_printings(truth))
    reading = cp.from_frame(table, period="2021/2025")
    verdicts = {true_verdict(truth), cp.Verdict.NOT_ASSESSABLE}
    assert {one.verdict for one in cp.assess(reading.value, as_of=2025)} <= verdicts, (table, reading.diagnostics)
