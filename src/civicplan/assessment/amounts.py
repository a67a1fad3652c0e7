"""What reports say of one promised amount, and which of them settles it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from civicplan.errors import Reason
from civicplan.model import Deliverable, Delivered, ProgressReport
from civicplan.model.units import counts_whole_things, is_same
from civicplan.values import Figure, Interval, NotAssessable, Period, defined, reconcile


class Amount(NamedTuple):
    """What the reports that end on one day say was delivered, or why they do not say it."""

    period: Period
    delivered: Delivered | NotAssessable


def is_counted(deliverable: Deliverable, reports: Iterable[ProgressReport]) -> bool:
    """Return whether no digit was left out of an amount, as declared, else as its unit and figures tell.

    Whole numbers in a unit on the list of those in which whole things are counted are exact, where all figures of the
    amount are such numbers.
    """
    if deliverable.exact is not None:
        return deliverable.exact
    words = [words for _, words in deliverable.subject.entries]
    planned = (deliverable.planned.figure, deliverable.planned.second)
    figures = [(figure, deliverable.unit) for figure in planned if figure is not None]
    figures += [(amount.figure, amount.unit) for report in reports for amount in amounts_of(deliverable, report)]
    return all(figure.places == 0 and counts_whole_things(unit, *words) for figure, unit in figures)


def settling_amount(deliverable: Deliverable, reports: Sequence[ProgressReport], period: Period) -> Amount | None:
    """Return the amount that settles what was delivered by the end of the period, where one does.

    An amount for the whole period does. A running total can only rise: one reported for the end does, an earlier one
    that has crossed a bound already, and a later one that still has not.
    """
    if not deliverable.accumulates:
        on_the_whole = [report for report in reports if is_on_the_whole(report.period, period)]
        return next(iter(_amounts_by_day(deliverable, on_the_whole, are_totals=True)), None)
    in_time, later = _parted_at_the_end(_amounts_by_day(deliverable, reports, are_totals=True), period)
    for last in in_time[-1:]:
        if period.ends_by(last.period) or _decides(deliverable, last, lambda amount: Interval(low=amount)):
            return last
    for first in later[:1]:
        if _decides(deliverable, first, lambda amount: Interval(high=amount)):
            return first
    return None


def is_on_the_whole(reported: Period, period: Period) -> bool:
    """Return whether a report ends with the work and leaves nothing of it out."""
    return reported.end_key == period.end_key and reported.start_key <= period.start_key


def _decides(deliverable: Deliverable, amount: Amount, possible_amounts: Callable[[Decimal], Interval]) -> bool:
    """Return whether all that a running total can come to at the end gives one verdict."""
    delivered = amount.delivered
    is_known = isinstance(delivered, Delivered)
    return is_known and deliverable.planned.decides(possible_amounts(defined(delivered).figure.value))


def amount_nearest_the_end(
    deliverable: Deliverable, reports: Sequence[ProgressReport], period: Period
) -> Amount | None:
    """Return the last amount reported before the end of the period, else the first one after it."""
    amounts = _amounts_by_day(deliverable, reports, are_totals=deliverable.accumulates)
    in_time, later = _parted_at_the_end(amounts, period)
    return next(iter((*in_time[-1:], *later[:1])), None)


def _parted_at_the_end(amounts: list[Amount], period: Period) -> tuple[list[Amount], list[Amount]]:
    in_time = [amount for amount in amounts if amount.period.ends_by(period)]
    return in_time, amounts[len(in_time) :]


def _amounts_by_day(deliverable: Deliverable, reports: Iterable[ProgressReport], *, are_totals: bool) -> list[Amount]:
    """Return one amount for each day on which reports that name the subject end, earliest first.

    Args:
        deliverable: The amount promised.
        reports: The reports, earliest first.
        are_totals: Whether each gives all that was delivered by its end, so that those of one day must agree. Else an
            amount is for the period of its report, and of those that end on a day the longest counts.
    """
    on_subject = [report for report in reports if amounts_of(deliverable, report)]
    days = [list(of_day) for _, of_day in groupby(on_subject, key=lambda report: report.period.end_key)]
    amounts = []
    for reports_of_day in days:
        period = reports_of_day[0].period
        counted = [report for report in reports_of_day if are_totals or report.period == period]
        delivered = [amount for report in counted for amount in amounts_of(deliverable, report)]
        amounts.append(Amount(period, _reconciled(deliverable, delivered)))
    return _never_falling(amounts) if deliverable.accumulates else amounts


def _never_falling(amounts: Iterable[Amount]) -> list[Amount]:
    """Return the amounts of a running total; one that is less than an earlier one cannot be right beside it."""
    rising: list[Amount] = []
    highest: Figure | None = None
    for amount in amounts:
        if isinstance(amount.delivered, Delivered):
            figure = amount.delivered.figure
            if highest is not None and figure < highest and not figure.agrees_with(highest):
                rising.append(amount._replace(delivered=NotAssessable(Reason.FALLING_TOTAL)))
                continue
            highest = figure if highest is None else max(highest, figure)
        rising.append(amount)
    return rising


def amounts_of(deliverable: Deliverable, report: ProgressReport) -> list[Delivered]:
    """Return what a report says of the subject of the promise."""
    return [amount for amount in report.delivered if str(amount.subject) == str(deliverable.subject)]


def _reconciled(deliverable: Deliverable, amounts: list[Delivered]) -> Delivered | NotAssessable:
    """Return the amount in the promised unit, or why there is none."""
    comparable = [amount for amount in amounts if is_same_unit(amount.unit, deliverable.unit)]
    if not comparable:
        return NotAssessable(Reason.UNIT_DIFFERS)
    figure = reconcile(amount.figure for amount in comparable)
    if figure is None:
        return NotAssessable(Reason.CONFLICTING_OBSERVATIONS)
    return next(amount for amount in comparable if amount.figure is figure)


def is_same_unit(one: str | None, other: str | None) -> bool:
    """Return whether two amounts are in one unit, however it is spelt, or both without one."""
    return one == other if one is None or other is None else is_same(one, other)
