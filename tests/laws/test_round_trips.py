"""Laws of reading and writing: a plan round-trips losslessly, down to the printed zeros."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Bound, Figure, Indicator, Observation, Period, Plan
from civicplan.testing import bounds, figures, periods, plans, texts
from civicplan.values import BoundKind, Text

FORMATS = ("json", "toml")
_LARGEST = "9" * 30 + "E+30"
_ASCII = {"≥": ">=", "≤": "<=", "±": "+/-", "≈": "~"}

any_figure = st.one_of(figures(), figures(min_value=f"-{_LARGEST}", max_value=_LARGEST, min_places=-30, max_places=30))
any_day = st.dates(max_value=date(9998, 12, 31))


def leaves(value: Any, path: str = "$") -> Iterator[tuple[str, str, str]]:
    """Everything printed in a plan: where, what it is, and how it is printed."""
    if isinstance(value, tuple):
        for index, element in enumerate(value):
            yield from leaves(element, f"{path}[{index}]")
    elif isinstance(value, Text):
        yield path, "Text", repr(value.entries)
    elif isinstance(value, Figure | Bound | Period) or not attrs.has(type(value)):
        yield path, type(value).__name__, str(value)
    else:
        for field in attrs.fields(type(value)):
            yield from leaves(getattr(value, field.name), f"{path}.{field.alias}")


@given(any_figure)
@example(Figure("95.0"))
@example(Figure("-0"))
@example(Figure("-0.00"))
@example(Figure("6E+4"))
@example(Figure("0E+4"))
@example(Figure("1e-30"))
@example(Figure(_LARGEST))
def test_a_figure_round_trips_through_text_printed_zeros_included(figure: Figure) -> None:
    again = Figure(str(figure))
    assert again == figure
    assert hash(again) == hash(figure)
    assert (str(again), again.places, again.interval) == (str(figure), figure.places, figure.interval)


@given(bounds(of=any_figure))
@example(Bound.about("20.0"))
@example(Bound.between("6.0", "6.50"))
@example(Bound.between("-6E+4", "-6E+3"))
@example(Bound.about("-0", tolerance="0.0"))
def test_a_bound_round_trips_through_text(bound: Bound) -> None:
    again = Bound.parse(str(bound))
    assert again == bound
    assert str(again) == str(bound)


@given(bounds(of=any_figure))
def test_a_bound_reads_the_same_in_ascii(bound: Bound) -> None:
    written = str(bound)
    for sign, ascii_sign in _ASCII.items():
        written = written.replace(sign, ascii_sign)
    assert written.isascii()
    assert str(Bound.parse(written)) == str(bound)


@given(periods(within="0001/9998", max_count=10_000))
@example(Period.parse("0001"))
@example(Period.parse("9998"))
@example(Period.parse("0001-01-01"))
@example(Period.parse("9998-12-31"))
@example(Period.parse("2024-02-29"))
def test_a_period_round_trips_through_text(period: Period) -> None:
    again = Period.parse(str(period))
    assert again == period
    assert (again.start, again.end) == (period.start, period.end)


@given(start=any_day, end=any_day)
def test_a_period_starts_and_ends_on_the_days_that_it_was_given(start: date, end: date) -> None:
    first, last = sorted((start, end))
    period = Period.parse(f"{first.isoformat()}/{last.isoformat()}")
    assert (period.start, period.end) == (first, last)
    assert Period.parse(str(period)) == period


@given(texts())
def test_a_text_round_trips_through_its_entries(text: Text) -> None:
    assert Text(text.entries) == text
    assert Text(dict(text.entries)) == text


@pytest.mark.parametrize("format", FORMATS)
@given(plan=plans())
def test_a_plan_round_trips_through_text(format: str, plan: Plan) -> None:
    again = cp.loads(cp.dumps(plan, format=format), format=format)
    assert again == plan
    assert list(leaves(again)) == list(leaves(plan))


@pytest.mark.parametrize("format", [*FORMATS, "csv", "xlsx"])
@given(plan=plans(max_indicators=2, max_tasks=1))
@settings(max_examples=30)
def test_a_plan_round_trips_through_a_file(format: str, plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> None:
    name = "folder/" if format == "csv" else f"plan.{format}"
    file = f"{tmp_path_factory.getbasetemp()}/{name}"
    cp.write(plan, file)
    again = cp.read(file)
    assert again == plan
    assert list(leaves(again)) == list(leaves(plan))


@pytest.mark.parametrize("format", FORMATS)
@given(figure=any_figure, kind=st.sampled_from((BoundKind.AT_LEAST, BoundKind.BETWEEN, BoundKind.ABOUT)))
def test_figures_of_every_size_round_trip_through_files(format: str, figure: Figure, kind: BoundKind) -> None:
    second = None if kind is BoundKind.AT_LEAST else Figure(figure.value.copy_abs())
    row = Indicator(
        id="row",
        name="a row",
        targets=(cp.Threshold(bound=Bound(kind, figure, second)),),
        observations=(Observation(period="2020", figure=figure),),
    )
    plan = Plan(id="plan", title="A plan", period="2016/2020", indicators=(row,))
    again = cp.loads(cp.dumps(plan, format=format), format=format)
    assert list(leaves(again)) == list(leaves(plan))


@given(plans())
def test_what_is_written_does_not_change_by_reading_and_writing_it_again(plan: Plan) -> None:
    for format in FORMATS:
        written = cp.dumps(plan, format=format)
        assert cp.dumps(cp.loads(written, format=format), format=format) == written


@given(plans())
def test_both_formats_hold_the_same_plan(plan: Plan) -> None:
    through_json = cp.loads(cp.dumps(plan, format="json"), format="json")
    through_toml = cp.loads(cp.dumps(plan, format="toml"), format="toml")
    assert list(leaves(through_json)) == list(leaves(through_toml))
