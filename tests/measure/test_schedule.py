"""Pace and scheduled values, and where they do not exist."""

from decimal import Decimal
from typing import Any

import pytest

import civicplan as cp
from civicplan import Reason, UndefinedMeasureError
from civicplan.errors import InvalidValueError
from civicplan.measure import pace


@pytest.mark.parametrize(
    ("progress", "elapsed", "expected"),
    [("0.5", "0.5", "1"), ("0.55", "0.5", "1.1"), ("-0.2", "0.4", "-0.5"), ("1", "1", "1")],
)
def test_pace_is_share_done_over_elapsed_share(progress: str, elapsed: str, expected: str) -> None:
    assert pace(progress=progress, elapsed=elapsed) == Decimal(expected)


def test_there_is_no_pace_before_anything_has_elapsed() -> None:
    with pytest.raises(UndefinedMeasureError) as raised:
        pace(progress="0.5", elapsed=0)
    assert raised.value.reason is Reason.NOTHING_ELAPSED


@pytest.mark.parametrize(
    ("at", "value"),
    [("2015", "100"), ("2016", "120"), ("2018", "160"), ("2018-H1", "150"), ("2020", "200"), ("2022", "200")],
)
def test_the_linear_path_takes_equal_steps(at: str, value: str) -> None:
    assert cp.scheduled_value(baseline=100, target=200, period="2016/2020", at=at) == Decimal(value)


@pytest.mark.parametrize(("at", "value"), [("2015", "100"), ("2016", "200"), ("2017", "400"), ("2018", "800")])
def test_the_geometric_path_takes_equal_rates(at: str, value: str) -> None:
    found = cp.scheduled_value(baseline=100, target=800, period="2016/2018", at=at, path="geometric")
    assert round(found, 20) == Decimal(value)


def test_the_geometric_path_runs_between_negative_levels_too() -> None:
    found = cp.scheduled_value(baseline=-100, target=-400, period="2019/2020", at=2019, path="geometric")
    assert found == -200


def test_years_ends_are_scheduled_at_20_40_60_80_and_100_percent() -> None:
    """As provincial reviews of five-year plans count the time schedule."""
    shares = [cp.scheduled_value(baseline=0, target=100, period="2016/2020", at=year) for year in range(2016, 2021)]
    assert shares == [20, 40, 60, 80, 100]


@pytest.mark.parametrize(
    ("baseline", "target", "reason"),
    [
        ("0", "5", Reason.ZERO_BASELINE),
        ("5", "0", Reason.ZERO_TARGET),
        ("5", "-5", Reason.SIGN_CHANGE),
        ("-5", "5", Reason.SIGN_CHANGE),
    ],
)
def test_a_geometric_path_is_undefined_with_a_reason(baseline: str, target: str, reason: Reason) -> None:
    with pytest.raises(UndefinedMeasureError) as raised:
        cp.scheduled_value(baseline=baseline, target=target, period="2016/2020", at="2018", path="geometric")
    assert raised.value.reason is reason
    assert cp.scheduled_value(baseline=baseline, target=target, period="2016/2020", at="2020") == Decimal(target)


def test_an_unknown_path_is_refused() -> None:
    cubic: Any = "cubic"
    with pytest.raises(InvalidValueError, match="path: expected linear or geometric"):
        cp.scheduled_value(baseline=1, target=2, period="2016/2020", at="2018", path=cubic)
