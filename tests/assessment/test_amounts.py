"""Which report settles an amount, what its digits and its unit say, and what could overturn the verdict."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import civicplan as cp
from civicplan.assessment import Caveat, DeliverableOutcome
from civicplan.values import Interval

from ._plans import assessed, report

MET, NOT_MET, OPEN = cp.Verdict.MET, cp.Verdict.NOT_MET, cp.Verdict.NOT_ASSESSABLE


def outcome(
    planned: str,
    *amounts: tuple[str, str],
    unit: str | None = None,
    reported_unit: str | None = None,
    as_of: str = "2025",
    period: str = "2024",
    subject: str = "books",
    **fields: Any,
) -> DeliverableOutcome:
    """What came of one amount by what was reported of it, each for a period."""
    promised = cp.Deliverable(subject=subject, planned=planned, unit=unit, **fields)
    reports = tuple(
        report(end, None, cp.Delivered(subject=subject, figure=figure, unit=reported_unit or unit))
        for end, figure in amounts
    )
    return assessed(as_of, period=period, deliverables=(promised,), reports=reports).deliverables[0]


def test_a_running_total_is_settled_by_the_end_or_by_what_more_or_less_time_could_not_change() -> None:
    for planned, reported_for, figure, verdict in (
        ("≥5", "2024-Q4", "6", MET),
        ("≥5", "2024-Q4", "4", NOT_MET),
        ("≥5", "2024-Q2", "6", MET),
        ("≥5", "2024-Q2", "4", OPEN),
        ("≥5", "2025", "4", NOT_MET),
        ("≥5", "2025", "6", OPEN),
        ("≤5", "2024-Q2", "6", NOT_MET),
        ("≤5", "2024-Q2", "4", OPEN),
        ("≤5", "2025", "4", MET),
        ("≤5", "2025", "6", OPEN),
        ("=5", "2024-Q2", "6", NOT_MET),
        ("=5", "2025", "4", NOT_MET),
        ("≈5", "2024-Q2", "6", OPEN),
    ):
        found = outcome(planned, (reported_for, figure), accumulates=True)
        assert found.verdict is verdict, (planned, reported_for, figure)
        assert found.reason is (cp.Reason.NO_FINAL_REPORT if verdict is OPEN else None)


def test_without_a_running_total_only_a_report_on_the_whole_time_settles() -> None:
    for reported_for, figure, verdict, reason in (
        ("2024", "6", MET, None),
        ("2024", "4", NOT_MET, None),
        ("2023-07/2024-12", "6", MET, None),
        ("2024-Q2", "6", OPEN, cp.Reason.NO_FINAL_REPORT),
        ("2024-Q4", "6", OPEN, cp.Reason.NO_RUNNING_TOTAL),
        ("2024-Q4", "4", OPEN, cp.Reason.NO_RUNNING_TOTAL),
        ("2024/2025", "4", OPEN, cp.Reason.NO_RUNNING_TOTAL),
    ):
        found = outcome("≥5", (reported_for, figure))
        assert (found.verdict, found.reason) == (verdict, reason), (reported_for, figure)


def test_reports_are_never_added() -> None:
    quarters = [(f"2024-Q{quarter}", "2") for quarter in (1, 2, 3, 4)]
    assert outcome("≥5", *quarters).verdict is OPEN
    assert outcome("≥5", *quarters, accumulates=True).verdict is NOT_MET


def test_of_reports_that_end_on_one_day_the_longest_speaks_for_what_is_no_running_total() -> None:
    assert outcome("≥5", ("2024", "6"), ("2024-Q4", "2")).verdict is MET
    so_far = outcome("≥5", ("2024-H1", "3"), ("2024-Q2", "2"), as_of="2024-06")
    assert isinstance(so_far.delivered, cp.Delivered)
    assert so_far.delivered.figure == 3


def test_reports_on_the_whole_time_that_contradict_each_other_settle_nothing() -> None:
    for other in ("2024", "2023-07/2024-12"):
        found = outcome("≥5", ("2024", "6"), (other, "2"))
        assert found.reason is cp.Reason.CONFLICTING_OBSERVATIONS, other


def test_the_unit_says_nothing_of_whether_an_amount_accumulates() -> None:
    for unit in ("册", "%", "张/千人"):
        assert outcome("≥5", ("2024-Q2", "6"), unit=unit).verdict is OPEN
        assert outcome("≥5", ("2024-Q2", "6"), unit=unit, accumulates=True).verdict is MET


def test_units_in_another_spelling_are_one_unit() -> None:
    for planned, reported in (("%", "％"), ("公里", "km"), ("Copies", "copies"), ("亿元", "亿 元")):
        assert outcome("≥5", ("2024", "6"), unit=planned, reported_unit=reported).verdict is MET, planned
    assert outcome("≥5", ("2024", "6"), unit="亿元", reported_unit="万元").reason is cp.Reason.UNIT_DIFFERS
    assert outcome("≥5", ("2024", "6"), unit=None, reported_unit="册").reason is cp.Reason.UNIT_DIFFERS


def test_whole_numbers_in_a_counting_unit_are_exact() -> None:
    for planned, figure, unit in (
        ("≥4", "4", "个"),
        ("≥60000", "60000", "册"),
        ("=4", "4", "家"),
        ("≤4", "4", "copies"),
    ):
        found = outcome(planned, ("2024", figure), unit=unit)
        assert (found.verdict, found.decisive, found.caveats) == (MET, True, ()), (planned, figure, unit)
        assert found.interval == Interval.exactly(Decimal(figure))


def test_what_is_not_plainly_counted_may_have_unprinted_digits() -> None:
    for planned, figure, unit, subject in (
        ("≥4", "4", "公里", "roads"),
        ("≥4", "4", None, "books"),
        ("≥4", "4.0", "个", "books"),
        ("≥4.0", "4", "个", "books"),
        ("≥6E+4", "60000", "册", "books"),
        ("≥60000", "6E+4", "册", "books"),
        ("≥6", "6", "万册", "books"),
        ("≥4", "4", "张", "每千人床位数"),
    ):
        found = outcome(planned, ("2024", figure), unit=unit, subject=subject)
        assert (found.verdict, found.decisive, found.caveats) == (MET, False, (Caveat.DIGITS,)), (planned, figure, unit)


def test_one_figure_that_is_not_whole_tells_that_none_is_counted() -> None:
    assert outcome("≥4", ("2024-Q2", "2"), ("2024", "4"), unit="个").decisive
    assert not outcome("≥4", ("2024-Q2", "2.5"), ("2024", "4"), unit="个").decisive


def test_exact_or_not_is_declared_over_whatever_the_unit_says() -> None:
    assert outcome("≥4", ("2024", "4"), unit="公里", exact=True).decisive
    assert outcome("≥4", ("2024", "4"), unit="个", exact=False).caveats == (Caveat.DIGITS,)


def test_a_promise_kept_by_its_tolerance_only_says_so() -> None:
    for figure, verdict, caveats in (
        ("20", MET, ()),
        ("20.5", MET, (Caveat.TOLERANCE,)),
        ("19.5", MET, (Caveat.TOLERANCE,)),
        ("19", MET, (Caveat.DIGITS, Caveat.TOLERANCE)),
        ("18", NOT_MET, ()),
    ):
        found = outcome("20±1", ("2024", figure), exact="." in figure or figure == "20")
        assert (found.verdict, found.caveats) == (verdict, caveats), figure
        assert found.decisive is (not caveats)


def test_about_without_a_tolerance_is_met_by_the_figure_itself_and_otherwise_open() -> None:
    assert outcome("≈20", ("2024", "20"), exact=True).decisive
    for figure in ("19", "21"):
        found = outcome("≈20", ("2024", figure), exact=True)
        assert (found.verdict, found.reason) == (OPEN, cp.Reason.TOLERANCE_UNKNOWN)


def test_a_task_carries_the_caveats_of_all_that_is_met_and_of_the_least_doubtful_miss() -> None:
    def caveats(*planned: str) -> tuple[Caveat, ...]:
        amounts = [cp.Delivered(subject=str(place), figure="4") for place, _ in enumerate(planned)]
        promised = tuple(cp.Deliverable(subject=str(place), planned=bound) for place, bound in enumerate(planned))
        found = assessed("2024", deliverables=promised, reports=(report("2024", None, *amounts),))
        assert found.decisive is (not found.caveats)
        return found.caveats

    assert caveats("≥3", "≥2") == ()
    assert caveats("≥4", "5±2", "≥2") == (Caveat.DIGITS, Caveat.TOLERANCE)
    assert caveats(">4", ">5", "≥4") == ()
    assert caveats(">4", "≥2") == (Caveat.DIGITS,)


def test_attainment_and_progress_have_the_interval_that_the_digits_allow() -> None:
    found = outcome("≥4", ("2024", "3"), accumulates=True)
    assert found.attainment == found.progress == Decimal("0.75")
    for interval in (found.attainment_interval, found.progress_interval):
        assert isinstance(interval, Interval)
        assert (interval.low, interval.high) == (Decimal("0.625"), Decimal("0.875"))
    cap = outcome("≤4", ("2024", "5"), exact=True)
    assert cap.attainment_interval == Interval.exactly(Decimal("0.8"))
    assert cap.progress_interval == cp.NotAssessable(cp.Reason.NO_RUNNING_TOTAL)
    inside = outcome("20±1", ("2024", "19"))
    assert inside.attainment == 1
    assert inside.attainment_interval == cp.NotAssessable(cp.Reason.LIMITS_UNKNOWN)


def test_a_running_total_that_is_counted_stands_on_schedule_only_by_its_own_number() -> None:
    for figure, unit, standing in (
        ("2", "个", cp.Standing.ON_TRACK),
        ("2.1", "km", cp.Standing.AHEAD),
        ("2", "km", cp.Standing.ON_TRACK),
        ("3", "个", cp.Standing.AHEAD),
    ):
        found = outcome("≥4", ("2024-Q2", figure), unit=unit, as_of="2024-Q2", accumulates=True)
        assert found.standing is standing, figure


def test_a_running_total_that_falls_settles_nothing_unless_it_was_only_printed_more_coarsely() -> None:
    fallen = outcome("≥59999", ("2024-H1", "60000"), ("2024", "59999"), accumulates=True)
    assert (fallen.verdict, fallen.reason) == (cp.Verdict.NOT_ASSESSABLE, cp.Reason.FALLING_TOTAL)
    rounded = outcome("≥59999", ("2024-H1", "6E+4"), ("2024", "59999"), accumulates=True)
    assert rounded.verdict is cp.Verdict.MET


def test_a_later_amount_may_confirm_what_an_earlier_one_reached() -> None:
    assert outcome("≥5", ("2024-H1", "4"), ("2024-Q3", "4"), ("2024", "6"), accumulates=True).verdict is cp.Verdict.MET
