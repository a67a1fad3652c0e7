"""Reports on tasks against the time gone and the amounts that they name themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from civicplan.auditing._intervals import added, counted, divided, exactly, meet, percentage, printed, span, total
from civicplan.auditing._units import is_counting
from civicplan.auditing._wording import because, place_of, reading
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding, Severity
from civicplan.model import Deliverable, Delivered, ProgressReport, ReportedStatus, StatusClaim, Task
from civicplan.model.units import adds_up
from civicplan.values import BoundKind, Figure, Interval, Source
from civicplan.values._decimals import EXACT, decimal_text

_HUNDRED = Decimal(100)
_ADDS_UP = (BoundKind.AT_LEAST, BoundKind.ABOVE, BoundKind.EXACTLY)


@frozen
class _Demand:
    """What a status asks of the percent done, given the percent of the time gone."""

    holds: Callable[[Decimal, Decimal], bool]
    words: str


#: On track asks for nothing that can be checked: how close counts, the reports do not say.
_DEMANDS = {
    ReportedStatus.AHEAD: _Demand(
        lambda done, gone: done > gone or done >= _HUNDRED, "above the {} % of its time gone"
    ),
    ReportedStatus.BEHIND: _Demand(
        lambda done, gone: done < gone or gone >= _HUNDRED, "below the {} % of its time gone"
    ),
    ReportedStatus.COMPLETED: _Demand(lambda done, _: done >= _HUNDRED, "100 %, with {} % of its time gone"),
    ReportedStatus.NOT_STARTED: _Demand(lambda done, _: done <= 0, "0 %, with {} % of its time gone"),
}


def status_unsupported(case: Case) -> Iterator[Finding]:
    """A task reported ahead has more of it done than of its time gone, and one reported behind has less.

    Holds the reported status against the reported percent and the elapsed share of the task's period at the end of
    the report's. A task reported completed has all of it done, one not started nothing. A status claimed elsewhere is
    held against the report of the same day, unless that gives the same status itself. On track is not checked, for no
    report says how close that is. All of it done may be called ahead whenever it is reported, since it may have
    been done before.

    Tolerance: none on the printed percent, so 50 at mid-year is not ahead. Where an unprinted digit of the percent
    could still support the status the severity is doubt.

    What it does not prove: how the work stands. A task without a period of its own is taken to run through the plan
    period, which the message says, and work need not fall evenly on the year.
    """
    for task in case.plan.tasks:
        for report in task.reports:
            if case.is_over(report.period) and report.status:
                yield from _weighed(case, task, report, report.status)
        yield from _claimed(case, task, case.status_claims.get(task.id, ()))


def _claimed(case: Case, task: Task, claims: Sequence[StatusClaim]) -> Iterator[Finding]:
    """Each claim against the first report of its day that does not support it, unless a report gives it as well."""
    reports: dict[tuple[int, int], list[ProgressReport]] = {}
    for report in task.reports if claims else ():
        reports.setdefault(report.period.end_key, []).append(report)
    weighed: dict[tuple[tuple[int, int], ReportedStatus], Finding | None] = {}
    for claim in claims:
        key = claim.period.end_key, claim.status
        if key not in weighed:
            weighed[key] = _first_weighed(case, task, reports.get(claim.period.end_key, ()), claim.status)
        finding = weighed[key]
        if finding is not None:
            yield evolve(finding, source=place_of(task, claim.source), reading=reading(claim.note))


def _first_weighed(case: Case, task: Task, reports: Sequence[ProgressReport], status: ReportedStatus) -> Finding | None:
    if any(report.status is status for report in reports):
        return None
    return next((found for report in reports for found in _weighed(case, task, report, status)), None)


def _weighed(case: Case, task: Task, report: ProgressReport, status: ReportedStatus) -> Iterator[Finding]:
    demand = _DEMANDS.get(status)
    if demand is None or report.percent is None:
        return
    period = task.period or case.plan.period
    gone = EXACT.multiply(period.elapsed(report.period), _HUNDRED)
    ends = printed(report.percent)
    if demand.holds(report.percent.value, gone):
        return
    could_hold = any(end is not None and demand.holds(end, gone) for end in (ends.low, ends.high))
    cautions = ["a digit that nobody printed could turn that"] if could_hold else []
    cautions += [] if task.period else [f"the task is taken to run through {period}"]
    time = _short(gone)
    place = place_of(task, report.source)
    yield Finding(
        severity=Severity.DOUBT if could_hold else Severity.CONTRADICTION,
        subject=task.id,
        message=(
            f"{task.title.in_language('en')}: the status reported for {report.period} is {_words(status)}, while the "
            f"{report.percent} % reported as done is not {demand.words.format(time)}{because('; '.join(cautions))}"
        ),
        claimed=_words(status),
        computed=f"{report.percent} % done, {time} % of its time gone",
        source=place,
        evidence=(place,) if place else (),
        reading=reading(task.note),
    )


def _short(percent: Decimal) -> str:
    """One decimal place, unless it is a whole number."""
    return decimal_text(percent, 1).removesuffix(".0")


def _words(status: ReportedStatus) -> str:
    return status.replace("_", " ")


@frozen(kw_only=True)
class _Share:
    """An amount delivered against the amount planned."""

    planned: Figure
    delivered: Figure
    unit: str | None
    #: Every amount that may have been printed like this; where whole things were counted, that one alone.
    amount: Interval

    @property
    def done(self) -> Interval:
        """Every share that the amount may be of the amount planned, 100 at most [percent]."""
        return _capped(percentage(self.amount, exactly(self.planned.value)))

    @property
    def value(self) -> Decimal:
        """The share of the amount as printed [percent]."""
        share = percentage(exactly(self.delivered.value), exactly(self.planned.value)).low
        assert share is not None, "a share of a positive amount has a value"
        return share

    @property
    def rounded(self) -> _Share:
        """The same, had the amount been rounded and not counted."""
        return evolve(self, amount=printed(self.delivered))

    def __str__(self) -> str:
        unit = f" {self.unit}" if self.unit else ""
        return f"{self.delivered} of {self.planned}{unit} ({_short(self.value)} %)"


def percent_disagrees(case: Case) -> Iterator[Finding]:
    """The percent that a report states is one that its own amounts, done against planned, can come to.

    Looks at tasks all of whose planned amounts are answered in the same report, in the same unit. The percent agrees
    when it is the share of any one amount, the plain mean of the shares, the share of all amounts together where they
    have one unit, or the share of the amounts completed; more than planned counts as 100. Otherwise it is a doubt
    while it lies between the smallest and the largest share, where weights that nobody printed could give it, and a
    contradiction outside them.

    Tolerance: rounding of the percent and of every amount. A whole amount in a unit that counts things is taken to be
    exact; where the finding rests on that the severity is doubt and the message says so.

    What it does not prove: how far the work is. A percent may count work that has no amount; where the task has
    milestones the severity is doubt. Levels in percent and amounts not to be exceeded are no shares of work and are
    passed over.
    """
    for task in case.plan.tasks:
        for report in task.reports:
            if report.percent is not None and task.deliverables and case.is_over(report.period):
                shares = _shares(task, report)
                if shares and not _agrees(report.percent, shares):
                    yield _percent_finding(task, report, report.percent, shares)


def _shares(task: Task, report: ProgressReport) -> list[_Share]:
    """The shares of all amounts of the task; none where one of them has no share."""
    answers: dict[str, list[Delivered]] = {}
    for amount in report.delivered:
        answers.setdefault(str(amount.subject), []).append(amount)
    shares: list[_Share] = []
    for deliverable in task.deliverables:
        share = _share(deliverable, answers.get(str(deliverable.subject), ()))
        if share is None:
            return []
        shares.append(share)
    return shares


def _share(deliverable: Deliverable, answers: Sequence[Delivered]) -> _Share | None:
    planned = deliverable.planned
    is_amount = planned.kind in _ADDS_UP and planned.figure > 0 and adds_up(deliverable.unit)
    if not is_amount or len(answers) != 1 or answers[0].unit != deliverable.unit:
        return None
    amount = counted(answers[0].figure, exact=_is_counted(answers[0]))
    return _Share(planned=planned.figure, delivered=answers[0].figure, unit=deliverable.unit, amount=amount)


def _is_counted(amount: Delivered) -> bool:
    return amount.figure.places == 0 and is_counting(amount.unit)


def _capped(done: Interval) -> Interval:
    assert done.low is not None, "a share has two ends"
    assert done.high is not None, "a share has two ends"
    return Interval(low=min(done.low, _HUNDRED), high=min(done.high, _HUNDRED))


def _agrees(percent: Figure, shares: Sequence[_Share]) -> bool:
    stated = _capped(printed(percent))
    return any(meet(stated, reading) for reading in _readings(shares))


def _readings(shares: Sequence[_Share]) -> Iterator[Interval]:
    for share in shares:
        yield share.done
    yield divided(added(share.done for share in shares), len(shares))
    if len({share.unit for share in shares}) == 1:
        planned = total(share.planned.value for share in shares)
        yield _capped(percentage(added(share.amount for share in shares), exactly(planned)))
    if len(shares) > 1:
        completed = sum(share.value >= _HUNDRED for share in shares)
        yield percentage(exactly(Decimal(completed)), exactly(Decimal(len(shares))))


def _percent_finding(task: Task, report: ProgressReport, percent: Figure, shares: Sequence[_Share]) -> Finding:
    outside = _capped(printed(percent)).isdisjoint(span(share.done for share in shares))
    cautions = (
        (not outside, "weights that nobody printed could give it"),
        (_agrees(percent, [share.rounded for share in shares]), "the amounts are taken to be counted, not rounded"),
        (bool(task.milestones), "the task has milestones, which may count as well"),
    )
    caution = "; ".join(words for applies, words in cautions if applies)
    amounts = "; ".join(map(str, shares))
    return Finding(
        severity=Severity.DOUBT if caution else Severity.CONTRADICTION,
        subject=task.id,
        message=(
            f"{task.title.in_language('en')}: {percent} % is reported as done for {report.period}, while the amounts "
            f"of the same report are {amounts}{because(caution)}"
        ),
        claimed=f"{percent} %",
        computed=amounts,
        source=place_of(task, report.source),
        evidence=tuple(dict.fromkeys(place for place in _places(task, report) if place)),
        reading=reading(task.note),
    )


def _places(task: Task, report: ProgressReport) -> Iterator[Source | None]:
    subjects = {str(deliverable.subject) for deliverable in task.deliverables}
    for deliverable in task.deliverables:
        yield place_of(task, deliverable.source)
    for amount in report.delivered:
        if str(amount.subject) in subjects:
            yield place_of(task, amount.source, report.source)
