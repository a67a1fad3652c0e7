"""Laws of elapsed time."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from civicplan import Period
from civicplan.testing import periods
from civicplan.values import CalendarUnit

_CLOSE = Decimal("1e-25")
_MONTHS = (CalendarUnit.MONTH, CalendarUnit.QUARTER, CalendarUnit.HALF, CalendarUnit.YEAR)


@given(whole=periods(), one=periods(), other=periods())
def test_elapsed_is_monotone(whole: Period, one: Period, other: Period) -> None:
    earlier, later = sorted((one, other), key=lambda period: period.end)
    assert whole.elapsed(earlier) <= whole.elapsed(later)


@given(whole=periods(), at=periods(within="1850/2150"))
def test_elapsed_is_0_before_the_period_1_after_it_and_between_them_within_it(whole: Period, at: Period) -> None:
    share = whole.elapsed(at)
    assert (share == 0) == (at.end < whole.start)
    assert (share == 1) == (at.end >= whole.end)
    assert 0 <= share <= 1


@given(periods())
def test_equal_parts_count_equally(whole: Period) -> None:
    units = [Period(whole.unit, number, number) for number in range(whole.first, whole.last + 1)]
    for gone, unit in enumerate(units, start=1):
        assert abs(whole.elapsed(unit) - Decimal(gone) / Decimal(len(units))) <= _CLOSE


@given(whole=periods(units=[CalendarUnit.YEAR]), unit=st.sampled_from(_MONTHS))
def test_years_are_made_of_equal_halves_quarters_and_months(whole: Period, unit: CalendarUnit) -> None:
    parts = 12 // unit * whole.count
    first = whole.first * 12 // unit
    for gone in range(1, parts + 1):
        number = first + gone - 1
        assert abs(whole.elapsed(Period(unit, number, number)) - Decimal(gone) / Decimal(parts)) <= _CLOSE


@given(whole=periods(), at=periods())
def test_nothing_is_elapsed_of_a_part_before_its_whole_has_begun(whole: Period, at: Period) -> None:
    if at.lies_in(whole):
        assert whole.elapsed(at) > 0
        assert at.elapsed(whole) == 1
