"""One false word or number in a document that is truthful otherwise: verdicts, standings, counts and tasks."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Claim, ReportedStatusLike, VerdictLike

from .lies import Lie, Setting, row, settings
from .manner import LAST

_VERDICTS: tuple[VerdictLike, ...] = ("met", "not_met")
_ON_SCHEDULE: tuple[ReportedStatusLike, ...] = ("on_track", "ahead")
_ALL_OR_NOTHING: tuple[ReportedStatusLike, ...] = ("completed", "not_started")
_BEHIND_AND_AHEAD: tuple[ReportedStatusLike, ...] = ("behind", "ahead")


@st.composite
def _aimed(draw: st.DrawFn, setting: Setting, *, is_met: bool) -> cp.Indicator:
    """An indicator with a floor for its last year, which it keeps or misses by more than any rounding."""
    start = Fraction(draw(st.integers(1000, 9000)), 10)
    goal = round(start * Fraction(draw(st.integers(110, 160)), 100))
    level = goal + draw(st.integers(1, 50)) if is_met else goal - draw(st.integers(1, 50))
    return row("吨", setting, {0: start, LAST: Fraction(level)}, targets=(f"≥{goal}",))


def _said(setting: Setting, subject: cp.Indicator, claim: Claim, code: str, severity: str = "contradiction") -> Lie:
    return Lie(
        before=setting.plan(subject),
        after=setting.plan(subject, claims=(claim,)),
        code=code,
        subject="a",
        severity=severity,
    )


@st.composite
def met_but_missed(draw: st.DrawFn) -> Lie:
    setting = draw(settings())
    claim = cp.VerdictClaim(subjects=("a",), verdict="met")
    return _said(setting, draw(_aimed(setting, is_met=False)), claim, "undisclosed-shortfall")


@st.composite
def missed_but_met(draw: st.DrawFn) -> Lie:
    setting = draw(settings())
    claim = cp.VerdictClaim(subjects=("a",), verdict="not_met")
    return _said(setting, draw(_aimed(setting, is_met=True)), claim, "unsupported-shortfall")


@st.composite
def met_beside_not_met(draw: st.DrawFn) -> Lie:
    """A second verdict, of an indicator of which the figures say nothing."""
    setting = draw(settings())
    first, second = draw(st.permutations(_VERDICTS))
    subject = evolve(draw(_aimed(setting, is_met=True)), observations=())
    claims = [cp.VerdictClaim(subjects=("a",), verdict=verdict) for verdict in (first, second)]
    return Lie(
        before=setting.plan(subject, claims=claims[:1]),
        after=setting.plan(subject, claims=claims),
        code="claims-contradict",
        subject="a",
    )


@st.composite
def met_in_the_end_alone(draw: st.DrawFn) -> Lie:
    """The indicator is given as met, though it missed an earlier target."""
    setting, year = draw(settings()), draw(st.integers(1, LAST - 1))
    subject = draw(_aimed(setting, is_met=True))
    earlier = cp.Threshold(bound="≥900", period=setting.manner.year(year))
    missed = setting.at(year, year, Fraction(draw(st.integers(100, 890))))
    subject = evolve(subject, targets=(earlier, *subject.targets), observations=(missed, *subject.observations))
    claim = cp.VerdictClaim(subjects=("a",), verdict="met")
    return _said(setting, subject, claim, "interim-target-missed", severity="doubt")


@st.composite
def _half_way(draw: st.DrawFn, setting: Setting, *, is_ahead: bool) -> tuple[cp.Indicator, int]:
    """An indicator that is far ahead of the way to twice as much, or far behind, and the year."""
    start, year = Fraction(draw(st.integers(500, 900))), draw(st.integers(1, LAST - 1))
    share = Fraction(draw(st.integers(91, 99)), 100) if is_ahead else Fraction(draw(st.integers(1, 10)), 100)
    level = start * (1 + share)
    return row("吨", setting, {0: start, year: level}, targets=(f"≥{2 * start}",)), year


@st.composite
def ahead_but_behind(draw: st.DrawFn) -> Lie:
    setting, is_ahead = draw(settings()), draw(st.booleans())
    subject, year = draw(_half_way(setting, is_ahead=is_ahead))
    period = setting.manner.year(year)
    claim = cp.StandingClaim(subjects=("a",), standing="behind" if is_ahead else "ahead", period=period)
    return _said(setting, subject, claim, "standing-disagrees", severity="doubt")


@st.composite
def early_but_not_there(draw: st.DrawFn) -> Lie:
    setting = draw(settings())
    subject, year = draw(_half_way(setting, is_ahead=draw(st.booleans())))
    claim = cp.StandingClaim(subjects=("a",), standing="achieved_early", period=setting.manner.year(year))
    return _said(setting, subject, claim, "not-achieved-early")


@st.composite
def on_two_levels(draw: st.DrawFn) -> Lie:
    """A second warning level for one day."""
    setting, year = draw(settings()), draw(st.integers(1, LAST))
    scale = draw(st.integers(2, 5))
    ranks = draw(st.permutations(range(1, scale + 1)))[:2]
    claims = [
        cp.StandingClaim(
            subjects=("a",), level=f"level {rank}", rank=rank, scale=scale, period=setting.manner.year(year)
        )
        for rank in ranks
    ]
    subject = row("吨", setting, {0: Fraction(100)}, targets=("≥120",))
    return Lie(
        before=setting.plan(subject, claims=claims[:1]),
        after=setting.plan(subject, claims=claims),
        code="claims-contradict",
        subject="a",
    )


@st.composite
def _table(draw: st.DrawFn, setting: Setting) -> tuple[cp.Indicator, ...]:
    size = draw(st.integers(2, 6))
    numbered = (evolve(row("吨", setting, {0: Fraction(100)}), id=f"n{index}") for index in range(size))
    return tuple(evolve(one, number=str(index), nature="binding") for index, one in enumerate(numbered, 1))


@st.composite
def wrong_count(draw: st.DrawFn) -> Lie:
    """A number that is not that of the table, in half of the documents with the list that shows it."""
    setting = Setting(draw(settings()).manner, (), ())
    table = draw(_table(setting))
    wrong = draw(st.integers(0, 9).filter(lambda number: number != len(table)))
    members = [one.id for one in table] if draw(st.booleans()) else ()
    claim = cp.CountClaim(count=wrong, nature=draw(st.sampled_from((None, "binding"))), members=members)
    return Lie(
        before=setting.plan(*table), after=setting.plan(*table, claims=(claim,)), code="count-disagrees", subject="p"
    )


@st.composite
def wrong_beside_a_list(draw: st.DrawFn) -> Lie:
    """A number that is less than the names beside it, of a kind that the table does not show."""
    setting = Setting(draw(settings()).manner, (), ())
    table = draw(_table(setting))
    members = [one.id for one in table][: draw(st.integers(1, len(table)))]
    wrong = draw(st.integers(0, len(members) - 1))
    claim = cp.CountClaim(count=wrong, standing="on_track", members=members)
    return Lie(
        before=setting.plan(*table), after=setting.plan(*table, claims=(claim,)), code="count-and-list", subject="p"
    )


def _of_task(
    setting: Setting, before: cp.Task, after: cp.Task, code: str, severity: str = "contradiction", claims: Any = ()
) -> Lie:
    return Lie(
        before=setting.plan(tasks=(before,)),
        after=setting.plan(tasks=(after,), claims=claims),
        code=code,
        subject="t",
        severity=severity,
    )


def _task(period: str, report: cp.ProgressReport, **fields: Any) -> cp.Task:
    return cp.Task(id="t", title="t", period=period, reports=(report,), **fields)


@st.composite
def on_schedule_but_overdue(draw: st.DrawFn) -> Lie:
    setting, percent = draw(settings()), str(draw(st.integers(1, 99)))
    status = draw(st.sampled_from(_ON_SCHEDULE))
    plain = cp.ProgressReport(period="2019-Q1", percent=percent)
    told = evolve(plain, status=status)
    return _of_task(setting, _task("2018", plain), _task("2018", told), "overdue-task-on-schedule", severity="doubt")


@st.composite
def status_against_percent(draw: st.DrawFn) -> Lie:
    """Completed with less than all done, or not started with some of it done."""
    setting, percent = draw(settings()), str(draw(st.integers(1, 99)))
    status = draw(st.sampled_from(_ALL_OR_NOTHING))
    severity = "contradiction" if status == "completed" else "doubt"
    plain = cp.ProgressReport(period="2018-Q2", percent=percent)
    if draw(st.booleans()):
        return _of_task(
            setting, _task("2018", plain), _task("2018", evolve(plain, status=status)), "status-unsupported", severity
        )
    claim = cp.StatusClaim(subject="t", status=status, period="2018-Q2")
    task = _task("2018", plain)
    return _of_task(setting, task, task, "status-unsupported", severity, claims=(claim,))


@st.composite
def two_statuses(draw: st.DrawFn) -> Lie:
    setting = draw(settings())
    first, second = draw(st.permutations(draw(st.sampled_from((_BEHIND_AND_AHEAD, _ALL_OR_NOTHING)))))
    said, claim = (cp.StatusClaim(subject="t", status=status, period="2018-Q2") for status in (first, second))
    task = cp.Task(id="t", title="t", period="2018")
    return Lie(
        before=setting.plan(tasks=(task,), claims=(said,)),
        after=setting.plan(tasks=(task,), claims=(said, claim)),
        code="claims-contradict",
        subject="t",
    )


@st.composite
def _amounts(draw: st.DrawFn) -> tuple[cp.Task, cp.ProgressReport, int]:
    """A task of which a part of the one amount is delivered in the end, its report, and the share [percent]."""
    share = draw(st.integers(1, 97))
    delivered = (cp.Delivered(subject="books", figure=str(2 * share), unit="册"),)
    report = cp.ProgressReport(period="2018", delivered=delivered)
    planned = (cp.Deliverable(subject="books", planned="≥200", unit="册", exact=True),)
    return _task("2018", report, deliverables=planned), report, share


@st.composite
def completed_with_less(draw: st.DrawFn) -> Lie:
    setting = draw(settings())
    task, report, _ = draw(_amounts())
    told = evolve(task, reports=(evolve(report, status="completed"),))
    return _of_task(setting, task, told, "completed-falls-short", severity="doubt")


@st.composite
def percent_against_amounts(draw: st.DrawFn) -> Lie:
    setting = draw(settings())
    task, report, share = draw(_amounts())
    wrong = draw(st.integers(0, 99).filter(lambda percent: abs(percent - share) > 1))
    told = evolve(task, reports=(evolve(report, percent=str(wrong)),))
    return _of_task(setting, task, told, "percent-disagrees", severity="doubt")


#: One of each kind, by the name of its test.
FALSE_WORDS = {
    "met but missed": met_but_missed(),
    "missed but met": missed_but_met(),
    "met beside not met": met_beside_not_met(),
    "met in the end alone": met_in_the_end_alone(),
    "ahead but behind": ahead_but_behind(),
    "early but not there": early_but_not_there(),
    "on two levels": on_two_levels(),
    "wrong count": wrong_count(),
    "wrong beside a list": wrong_beside_a_list(),
    "on schedule but overdue": on_schedule_but_overdue(),
    "status against percent": status_against_percent(),
    "two statuses": two_statuses(),
    "completed with less": completed_with_less(),
    "percent against amounts": percent_against_amounts(),
}
