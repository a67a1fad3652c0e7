"""The percent done and the status of a task, compared with the amounts of the same report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from civicplan.assessment.amounts import amounts_of, is_on_the_whole, is_same_unit
from civicplan.auditing._lookup import place_of
from civicplan.auditing._words import notes_text
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.model import Deliverable, Delivered, ProgressReport, ReportedStatus, StatusClaim, Task
from civicplan.model.units import adds_up, counts_whole_things
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import Message, fill, joined
from civicplan.render.words import in_words, with_unit
from civicplan.values import BoundKind, Figure, Interval, Source

_HUNDRED = Decimal(100)
_MORE_IS_DONE = (BoundKind.AT_LEAST, BoundKind.ABOVE, BoundKind.EXACTLY)


@frozen(kw_only=True)
class _Amount:
    """An amount delivered of an amount planned; the true values are those that may have been printed like this."""

    planned: Figure
    delivered: Figure
    unit: str | None
    true_values: Interval

    @property
    def share(self) -> Interval:
        """Every share of the planned amount that the true values allow, 100 at most [percent]."""
        return _at_most_all(100 * (self.true_values / self.planned.value))

    @property
    def falls_short(self) -> bool:
        """True where no unprinted digit brings the amount to the one planned."""
        return self.true_values.closure.isdisjoint(Interval(low=self.planned.value))

    @property
    def words(self) -> Message:
        """What was delivered of what was planned."""
        share = (100 * (Interval.exactly(self.delivered.value) / self.planned.value)).low
        assert share is not None, "a share of a positive amount has a value"
        planned = with_unit(self.planned, self.unit)
        return fill(text.AMOUNT, delivered=self.delivered, planned=planned, share=text.brief(share))


def percent_disagrees(case: Case) -> Iterator[Finding]:
    """The percent that a report states is one that its own amounts, done against planned, can come to.

    Checks tasks all of whose planned amounts are answered in the same report, in the same unit. The percent agrees
    when it is the share of any one amount, the plain mean of the shares, the share of all amounts together where they
    have one unit, or the share of the amounts completed; more than planned counts as 100. It is always a doubt.

    Tolerance: rounding of the percent and of every amount. Unless the plan declares which amounts are exact, a whole
    one in a unit that counts things is taken to be.

    What it does not prove: how far the work is. Levels in percent and amounts not to be exceeded are not shares of work
    and are left out.

    Innocent readings: The percent may count other work, such as milestones, of which no amount is given. Between the
    smallest and the largest share weights that were not printed could give it. Amounts taken to be counted may have
    been rounded. Amounts that the plan does not declare to be running totals may be those of a part of the time.
    """
    for task in case.plan.tasks:
        for report in task.reports:
            if report.percent is not None and task.deliverables and case.is_over(report.period):
                finding = _disagreement(case, task, report, report.percent)
                if finding is not None:
                    yield finding


def _disagreement(case: Case, task: Task, report: ProgressReport, percent: Figure) -> Finding | None:
    counted = _amounts(task, report, take_as_counted=True)
    if not counted or _agrees(percent, counted):
        return None
    rounded = _amounts(task, report, take_as_counted=False)
    lies_between = not _true_percents(percent).isdisjoint(Interval.hull(amount.share for amount in rounded))
    cautions = (
        text.OTHER_WORK,
        text.WEIGHTS if lies_between else "",
        text.TAKEN_AS_COUNTED if _agrees(percent, rounded) else "",
        text.MILESTONES if task.milestones else "",
        "" if _counts_from_the_start(case, task, report) else text.NO_RUNNING_TOTALS,
    )
    amounts = joined(phrases.NEXT_ENTRY, (amount.words for amount in counted))
    sentence = fill(
        text.PERCENT_AND_AMOUNTS,
        name=task.title,
        percent=percent,
        period=report.period,
        amounts=amounts,
    )
    return Finding(
        subject=task.id,
        message=sentence,
        innocent=cautions,
        claimed=fill(phrases.PERCENT, share=percent),
        computed=amounts,
        source=place_of(task, report.source),
        evidence=_places(task, report),
        note=notes_text(task.notes),
    )


def _counts_from_the_start(case: Case, task: Task, report: ProgressReport) -> bool:
    """True where the amounts of a report are all that was delivered by its end, as its percent is."""
    is_whole = is_on_the_whole(report.period, task.period or case.plan.period)
    return is_whole or all(deliverable.accumulates for deliverable in task.deliverables)


def _agrees(percent: Figure, amounts: Sequence[_Amount]) -> bool:
    """True when the percent is one of those that the amounts can come to, rounding allowed."""
    stated = _true_percents(percent)
    return any(not stated.isdisjoint(possible) for possible in _possible_percents(amounts))


def _possible_percents(amounts: Sequence[_Amount]) -> Iterator[Interval]:
    """What the amounts come to: one by one, on average, together, and by how many of them are completed [percent]."""
    shares: list[Interval] = []
    for amount in amounts:
        shares.append(amount.share)
        yield shares[-1]
    yield _sum(shares) / len(shares)
    if len({amount.unit for amount in amounts}) == 1:
        planned = _sum(Interval.exactly(amount.planned.value) for amount in amounts)
        yield _at_most_all(100 * (_sum(amount.true_values for amount in amounts) / planned))
    if len(amounts) > 1:
        completed = sum(amount.delivered >= amount.planned for amount in amounts)
        yield 100 * (Interval.exactly(Decimal(completed)) / len(amounts))


def _sum(intervals: Iterable[Interval]) -> Interval:
    return sum(intervals, start=Interval.exactly(Decimal(0)))


def _true_percents(percent: Figure) -> Interval:
    return _at_most_all(percent.interval)


def _at_most_all(percents: Interval) -> Interval:
    """The percentages, those of more than all counted as 100."""
    assert percents.low is not None, "a share of a printed amount has two ends"
    assert percents.high is not None, "a share of a printed amount has two ends"
    return Interval(low=min(percents.low, _HUNDRED), high=min(percents.high, _HUNDRED))


def _amounts(task: Task, report: ProgressReport, *, take_as_counted: bool) -> list[_Amount]:
    """What the report gives for each planned amount of the task; nothing where one of them has no share."""
    answers: dict[str, list[Delivered]] = {}
    for delivered in report.delivered:
        answers.setdefault(str(delivered.subject), []).append(delivered)
    amounts: list[_Amount] = []
    for deliverable in task.deliverables:
        same = answers.get(str(deliverable.subject), ())
        if not _is_work(deliverable) or len(same) != 1 or not is_same_unit(same[0].unit, deliverable.unit):
            return []
        amounts.append(_amount(deliverable, same[0], take_as_counted=take_as_counted))
    return amounts


def _is_work(deliverable: Deliverable) -> bool:
    """True for an amount of which more is done the more is delivered."""
    planned = deliverable.planned
    return planned.kind in _MORE_IS_DONE and planned.figure > 0 and adds_up(deliverable.unit)


def _amount(deliverable: Deliverable, delivered: Delivered, *, take_as_counted: bool) -> _Amount:
    figure = delivered.figure
    is_probably_counted = take_as_counted and figure.places == 0 and counts_whole_things(delivered.unit)
    is_exact = is_probably_counted if deliverable.exact is None else deliverable.exact
    return _Amount(
        planned=deliverable.planned.figure,
        delivered=figure,
        unit=deliverable.unit,
        true_values=Interval.exactly(figure.value) if is_exact else figure.interval,
    )


def _places(task: Task, report: ProgressReport) -> tuple[Source, ...]:
    subjects = {str(deliverable.subject) for deliverable in task.deliverables}
    planned = [place_of(task, deliverable.source) for deliverable in task.deliverables]
    reported = [
        place_of(task, delivered.source, report.source)
        for delivered in report.delivered
        if str(delivered.subject) in subjects
    ]
    return tuple(dict.fromkeys(place for place in (*planned, *reported) if place))


def completed_falls_short(case: Case) -> Iterator[Finding]:
    """What is called completed has delivered the amounts that were planned, by the reports of the same day.

    Checks tasks that a report or a claim calls completed, and of each planned amount the most that the reports of that
    day give. It is always a doubt. Where percent-disagrees says that the amounts fall short, it alone reports it.

    Tolerance: rounding of every amount. Unless the plan declares which amounts are exact, a whole one in a unit that
    counts things is taken to be.

    What it does not prove: whether status or amount is wrong. Levels in percent, amounts not to be exceeded and ranges
    are left out.

    Innocent readings: The work may be over although less came of it than was promised. Amounts taken to be counted may
    have been rounded. Amounts that the plan does not declare to be running totals may be those of a part of the time.
    """
    claims = case.claims_by_subject(StatusClaim)
    for task in case.plan.tasks:
        if task.deliverables:
            reports = [report for report in task.reports if case.is_over(report.period)]
            stated: list[ProgressReport | StatusClaim] = [*reports, *claims.get(task.id, ())]
            completed = [one for one in stated if one.status is ReportedStatus.COMPLETED]
            for said in {one.period.end_key: one for one in reversed(completed)}.values():
                same_day = [report for report in reports if report.period.end_key == said.period.end_key]
                yield from _falls_short(case, task, said, same_day)


def _falls_short(
    case: Case, task: Task, said: ProgressReport | StatusClaim, reports: Sequence[ProgressReport]
) -> Iterator[Finding]:
    """The finding, where the most that is reported of an amount is less than the one planned."""
    counted = [amount for amount in _most_of_each(task, reports, take_as_counted=True) if amount.falls_short]
    rounded = [amount for amount in _most_of_each(task, reports, take_as_counted=False) if amount.falls_short]
    if not counted or _is_told_by_percent(case, task, reports):
        return
    amounts = joined(phrases.NEXT_ENTRY, (amount.words for amount in counted))
    cautions = (
        text.LESS_CAME_OF_IT,
        "" if rounded else text.TAKEN_AS_COUNTED,
        "" if all(_counts_from_the_start(case, task, report) for report in reports) else text.NO_RUNNING_TOTALS,
    )
    sentence = fill(text.COMPLETED_WITH_LESS, name=task.title, period=said.period, amounts=amounts)
    yield Finding(
        subject=task.id,
        message=sentence,
        innocent=cautions,
        claimed=in_words(ReportedStatus.COMPLETED),
        computed=amounts,
        source=place_of(task, said.source),
        evidence=tuple(dict.fromkeys(place for report in reports for place in _places(task, report))),
        note=notes_text(task.notes, said.notes if isinstance(said, StatusClaim) else None),
    )


def _is_told_by_percent(case: Case, task: Task, reports: Sequence[ProgressReport]) -> bool:
    return any(report.percent is not None and _disagreement(case, task, report, report.percent) for report in reports)


def _most_of_each(task: Task, reports: Sequence[ProgressReport], *, take_as_counted: bool) -> Iterator[_Amount]:
    """The most that reports give of each planned amount that is work."""
    for deliverable in filter(_is_work, task.deliverables):
        of_it = [delivered for report in reports for delivered in amounts_of(deliverable, report)]
        same_unit = [delivered for delivered in of_it if is_same_unit(delivered.unit, deliverable.unit)]
        if same_unit:
            most = max(same_unit, key=lambda delivered: delivered.figure)
            yield _amount(deliverable, most, take_as_counted=take_as_counted)
