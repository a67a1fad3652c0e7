"""Evidence: what was published by a day, as it stands or derived from it, with and without one figure."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan import Figure, Indicator, Measure, NotAssessable, Observation, Period, Reason, UndefinedMeasureError
from civicplan.evidence import Actual, Evidence
from civicplan.model import MeasureLike
from civicplan.testing import indicators, observations
from civicplan.values import Interval

PLAN = Period.parse("2016/2020")
MISSING, CONFLICT = NotAssessable(Reason.MISSING_OBSERVATION), NotAssessable(Reason.CONFLICTING_OBSERVATIONS)


def level(period: str, figure: str, measure: MeasureLike = "level") -> Observation:
    return Observation(period=period, figure=figure, measure=measure)


#: How far the 28 digits of a result may be off.
ROUNDED_OFF = Decimal("1E-25")


def evidence(*published: Observation, as_of: str | None = None, baseline: Observation | None = None) -> Evidence:
    indicator = Indicator(id="a", name="a", observations=published, baseline=baseline)
    return Evidence(indicator, None if as_of is None else Period.parse(as_of))


def value_of(actual: Actual | NotAssessable) -> Any:
    return actual if isinstance(actual, NotAssessable) else str(actual)


@given(st.lists(observations(), max_size=4), observations())
def test_a_figure_is_known_from_the_end_of_its_period_on(known: list[Observation], asked: Observation) -> None:
    row = Indicator(id="a", name="a", observations=(*known, asked))
    by_its_end, always = Evidence(row, asked.period), Evidence(row)
    alike = [one for one in (*known, asked) if (one.measure, one.period) == (asked.measure, asked.period)]
    for known_figures in (by_its_end, always):
        figure = known_figures.published(asked.measure, asked.period)
        assert figure == CONFLICT or (isinstance(figure, Actual) and figure.inputs[0] in alike)
    assert Evidence(row, asked.period.unit_before).published(asked.measure, asked.period) == MISSING


def _found_by(row: Indicator, figure: Observation) -> tuple[Measure, object]:
    """A level of a stock is that of the day on which its period ends."""
    of_a_day = row.stock and figure.measure is Measure.LEVEL
    return figure.measure, figure.period.end if of_a_day else figure.period


@given(indicators(), observations())
def test_without_a_figure_all_others_stay(row: Indicator, omitted: Observation) -> None:
    whole = Evidence(row)
    without = whole.without(omitted.measure, omitted.period)
    for one in row.observations:
        is_omitted = _found_by(row, one) == _found_by(row, omitted)
        expected = MISSING if is_omitted else whole.published(one.measure, one.period)
        assert without.published(one.measure, one.period) == expected


@given(indicators(), st.sampled_from(Measure))
def test_what_is_derived_does_not_rest_on_the_figure_itself(row: Indicator, measure: Measure) -> None:
    derived = Evidence(row).derived(measure, PLAN)
    assert derived == Evidence(row).without(measure, PLAN).derived(measure, PLAN)
    for actual in derived:
        assert (measure, PLAN) not in [(one.measure, one.period) for one in actual.inputs]
        last_digits = Interval(low=-ROUNDED_OFF, high=ROUNDED_OFF)
        assert actual.value in actual.interval + last_digits * abs(actual.value)


def test_a_published_figure_is_preferred_to_parts_and_parts_to_levels() -> None:
    rates = [level(str(year), "3.00", "reduction") for year in range(2016, 2021)]
    levels = [level("2015", "100"), level("2020", "80")]
    whole = level("2016/2020", "15", "reduction")
    for published, expected in (
        ((whole, *rates, *levels), "15"),
        ((*rates, *levels), "14.13"),
        ((*rates[:4], *levels), "20.00"),
        (rates[:4], MISSING),
        ((whole, level("2016/2020", "17", "reduction")), CONFLICT),
    ):
        assert value_of(evidence(*published).actual(Measure.REDUCTION, PLAN)) == expected, published


def test_without_a_part_the_whole_does_not_follow_from_the_others() -> None:
    parts = [level(str(year), "1", "total") for year in range(2016, 2021)]
    without = evidence(*parts).without(Measure.TOTAL, Period.parse("2018"))
    assert value_of(evidence(*parts).actual(Measure.TOTAL, PLAN)) == "5"
    assert without.actual(Measure.TOTAL, PLAN) == MISSING
    assert value_of(without.actual(Measure.TOTAL, Period.parse("2016/2017"))) == "2"


def test_what_is_derived_lies_where_its_printed_inputs_allow() -> None:
    def growth(factor: Fraction, years: int = 1) -> Decimal:
        """In percent a year, to a few digits."""
        return (Decimal(factor.numerator) / factor.denominator) ** (Decimal(1) / years) * 100 - 100

    rates = [level("2016", "10.0", "reduction"), level("2017", "20.0", "reduction")]
    rises = [level("2016", "10.0", "growth"), level("2017", "20.0", "growth")]
    levels = [level("2015", "100"), level("2017", "90")]
    totals = [level("2016", "1.5", "total"), level("2017", "2.5", "total")]
    low, high = Fraction("0.8995") * Fraction("0.7995"), Fraction("0.9005") * Fraction("0.8005")
    slow, fast = Fraction("1.0995") * Fraction("1.1995"), Fraction("1.1005") * Fraction("1.2005")
    least, most = Fraction("89.5") / Fraction("100.5"), Fraction("90.5") / Fraction("99.5")
    for published, measure, expected in (
        (rates, Measure.REDUCTION, (-growth(high), -growth(low))),
        (rises, Measure.GROWTH, (growth(slow, 2), growth(fast, 2))),
        (levels, Measure.GROWTH, (growth(least, 2), growth(most, 2))),
        (levels, Measure.REDUCTION, (-growth(most), -growth(least))),
        (totals, Measure.TOTAL, (Decimal("3.9"), Decimal("4.1"))),
    ):
        (actual,) = evidence(*published).derived(measure, Period.parse("2016/2017"))
        ends = [end for end in (actual.interval.low, actual.interval.high) if end is not None]
        assert [round(end, 9) for end in ends] == [round(end, 9) for end in expected], (published, measure)
        assert actual.value in actual.interval


def test_a_conflict_among_levels_is_a_conflict_of_what_follows_from_them() -> None:
    levels = [level("2015", "100"), level("2020", "80"), level("2020", "90")]
    for measure in (Measure.GROWTH, Measure.REDUCTION):
        assert evidence(*levels).actual(measure, PLAN) == CONFLICT
        assert evidence(levels[1], levels[2]).actual(measure, PLAN) == CONFLICT
        assert evidence(levels[0]).actual(measure, PLAN) == MISSING


def test_parts_that_contradict_each_other_are_a_conflict_of_the_whole() -> None:
    halves = [level("2016-H1", "1.0", "total"), level("2016-H2", "1.0", "total")]
    quarters = [level(f"2016-Q{number}", "1.0", "total") for number in (1, 2, 3, 4)]
    assert value_of(evidence(*halves).actual(Measure.TOTAL, Period.parse("2016"))) == "2.0"
    assert evidence(*halves, *quarters).actual(Measure.TOTAL, Period.parse("2016")) == CONFLICT


def test_digits_so_coarse_that_a_rate_may_be_undefined_exclude_no_fall() -> None:
    # No growth, printed to the thousand percent, may be a fall of more than everything.
    coarse = [level("2016", "0E+3", "growth"), level("2017", "0E+3", "growth")]
    actual = evidence(*coarse).actual(Measure.GROWTH, Period.parse("2016/2017"))
    assert isinstance(actual, Actual)
    assert (actual.value, actual.interval) == (Decimal(0), Interval(high=Decimal(500)))


def test_so_far_is_the_longest_part_from_the_start_of_which_there_is_an_actual() -> None:
    parts = [level("2016", "1", "total"), level("2017", "2", "total"), level("2019", "9", "total")]
    so_far = evidence(*parts).so_far(Measure.TOTAL, PLAN)
    assert isinstance(so_far, Actual)
    assert (str(so_far.period), str(so_far)) == ("2016/2017", "3")
    assert evidence(parts[1]).so_far(Measure.TOTAL, PLAN) == MISSING
    assert evidence(level("2011/2015", "1", "total")).so_far(Measure.TOTAL, PLAN) == MISSING


def test_the_latest_level_lies_after_the_baseline_and_is_as_long_as_asked() -> None:
    year, baseline = Period.parse("2020"), level("2015", "1")
    published = [level("2014", "9"), level("2016", "2"), level("2018", "3"), level("2019-Q1", "4"), level("2021", "5")]
    assert value_of(evidence(*published, baseline=baseline).latest_level(year)) == "5"
    assert value_of(evidence(*published, baseline=baseline).latest_level(year, by=year)) == "3"
    assert value_of(evidence(*published, baseline=baseline, as_of="2017").latest_level(year)) == "2"
    assert evidence(published[0], baseline=baseline).latest_level(year) == MISSING
    assert value_of(evidence(published[0]).latest_level(year)) == "9"
    assert evidence(published[0]).latest_level(year, since=PLAN) == MISSING
    assert value_of(evidence(published[1]).latest_level(year, since=PLAN)) == "2"
    assert evidence(published[1], level("2016", "9")).latest_level(year) == CONFLICT


def test_a_level_of_another_length_is_said_to_be_there() -> None:
    other_length = NotAssessable(Reason.OTHER_LENGTH)
    assert evidence(level("2020-Q4", "1")).actual(Measure.LEVEL, Period.parse("2020")) == other_length
    assert evidence(level("2019-Q4", "1")).actual(Measure.LEVEL, Period.parse("2020")) == MISSING
    assert evidence(level("2020-Q4", "1")).actual(Measure.TOTAL, Period.parse("2020")) == MISSING


def test_the_yearly_levels_are_those_of_calendar_years_earliest_first() -> None:
    baseline = level("2015", "3")
    published = [level("2017", "5"), level("2014", "2"), level("2016-H1", "9"), level("2016/2017", "9")]
    growth = level("2016", "9", "growth")
    known = evidence(*published, growth, baseline=baseline)
    assert known.yearly_levels() == ((2014, Figure("2")), (2015, Figure("3")), (2017, Figure("5")))
    assert known.yearly_levels(since_baseline=True) == ((2015, Figure("3")), (2017, Figure("5")))
    assert known.baseline_year == 2015
    assert evidence(*published).yearly_levels(since_baseline=True) == ((2014, Figure("2")), (2017, Figure("5")))
    assert evidence(*published).baseline_year is None


def test_a_baseline_in_another_measure_does_not_start_the_levels() -> None:
    known = evidence(level("2017", "5"), level("2014", "2"), baseline=level("2011/2015", "3", "growth"))
    assert known.yearly_levels(since_baseline=True) == ((2014, Figure("2")), (2017, Figure("5")))
    assert known.baseline == NotAssessable(Reason.MISSING_BASELINE)
    assert known.baseline_year is None


def test_a_series_of_levels_has_one_level_a_year_and_a_baseline_of_one_year() -> None:
    for known, reason in (
        (evidence(level("2017", "5"), level("2017", "6")), Reason.CONFLICTING_OBSERVATIONS),
        (evidence(level("2017", "5"), baseline=level("2015-Q4", "3")), Reason.BASELINE_NOT_A_YEAR),
        (evidence(level("2017", "5"), baseline=level("2014/2015", "3")), Reason.BASELINE_NOT_A_YEAR),
    ):
        with pytest.raises(UndefinedMeasureError) as raised:
            known.yearly_levels()
        assert raised.value.reason is reason


@given(indicators())
def test_equal_evidence_is_of_an_equal_indicator_on_the_same_day(row: Indicator) -> None:
    assert Evidence(row) == Evidence(row)
    assert Evidence(row) != Evidence(row, PLAN)
    assert Evidence(row).without(Measure.LEVEL, PLAN) != Evidence(row)
    assert hash(Evidence(row, PLAN)) == hash(Evidence(row, PLAN))
