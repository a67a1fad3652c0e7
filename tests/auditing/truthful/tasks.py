"""Tasks that get on from quarter to quarter, and what an honest document says of them."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Claim, ReportedStatusLike

from .manner import Manner, mean

QUARTERS = ("2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4", "2019-Q1", "2019-Q2")
_CLOSE, _ALL = 5, Fraction(100)


@frozen(kw_only=True)
class Work:
    """A task as the document prints it, what it says of it elsewhere, and what it calls it in the end.

    Attributes:
        task: The task.
        claims: The claims about it.
        last_status: The last word that reports and claims have for it; None where they have none.
    """

    task: cp.Task
    claims: tuple[Claim, ...]
    last_status: ReportedStatusLike | None


def true_statuses(done: Fraction, gone: Fraction, manner: Manner) -> list[ReportedStatusLike]:
    """The words that are true of a task of which so much is done after so much of its time [percent]."""
    words: list[ReportedStatusLike] = []
    if done == _ALL:
        words += ["completed", "ahead", "on_track"]
    elif gone >= _ALL:
        words += ["behind"]
    elif manner.is_lenient and abs(done - gone) <= _CLOSE:
        words += ["on_track"]
    elif done != gone:
        words += ["ahead" if done > gone else "behind"]
    return words + (["not_started"] if done == 0 else [])


@frozen
class _Amount:
    subject: str
    unit: str
    planned: int
    accumulates: bool


@st.composite
def works(draw: st.DrawFn, id: str, manner: Manner) -> Work:
    period = draw(st.sampled_from(("2018", "2018-Q2/2018-Q4", None)))
    runs = cp.Period.parse(period or manner.plan_period)
    amounts = draw(_amounts())
    done, delivered = Fraction(0), [Fraction(0)] * len(amounts)
    reports: list[cp.ProgressReport] = []
    claims: list[Claim] = []
    last_status: ReportedStatusLike | None = None
    for quarter in QUARTERS:
        steps = [draw(_step(amount)) for amount in amounts]
        delivered = [before + step for before, step in zip(delivered, steps, strict=True)]
        done = draw(_percent_done(done, amounts, delivered))
        gone = Fraction(runs.elapsed(quarter)) * 100
        word = draw(st.sampled_from((None, *true_statuses(done, gone, manner))))
        shown = [
            sum_ if amount.accumulates else step for amount, sum_, step in zip(amounts, delivered, steps, strict=True)
        ]
        report = cp.ProgressReport(
            period=quarter,
            percent=draw(_percent(done, manner)),
            status=word if draw(st.booleans()) else None,
            delivered=draw(_delivered(amounts, shown, manner)),
        )
        reports.append(report)
        if word is not None and (report.status is None or draw(st.booleans())):
            claims.append(cp.StatusClaim(subject=id, status=word, period=quarter))
        last_status = word or last_status
    task = cp.Task(
        id=id,
        title=id,
        period=period,
        milestones=draw(_milestones()),
        deliverables=tuple(
            cp.Deliverable(
                subject=amount.subject, planned=f"≥{amount.planned}", unit=amount.unit, accumulates=amount.accumulates
            )
            for amount in amounts
        ),
        reports=tuple(reports),
    )
    return Work(task=task, claims=tuple(claims), last_status=last_status)


@st.composite
def _amounts(draw: st.DrawFn) -> list[_Amount]:
    return [
        _Amount(subject, draw(st.sampled_from(("册", "公里"))), draw(st.integers(20, 400)), draw(st.booleans()))
        for subject in draw(st.sampled_from(((), ("books",), ("books", "roads"))))
    ]


@st.composite
def _step(draw: st.DrawFn, amount: _Amount) -> Fraction:
    """What is delivered in a quarter."""
    grid = 1 if amount.unit == "册" else 20
    return Fraction(draw(st.integers(0, amount.planned * grid // 2)), grid)


@st.composite
def _percent_done(draw: st.DrawFn, before: Fraction, amounts: list[_Amount], delivered: list[Fraction]) -> Fraction:
    """How much is done: by one amount, on average, together, by the number completed, or by other work."""
    shares = [min(_ALL, 100 * got / amount.planned) for amount, got in zip(amounts, delivered, strict=True)]
    other = min(_ALL, before + draw(st.fractions(0, 40, max_denominator=20)))
    ways = [other]
    if shares:
        completed = Fraction(100 * sum(share == _ALL for share in shares), len(shares))
        ways += [shares[0], mean(shares), completed]
        if len({amount.unit for amount in amounts}) == 1:
            ways.append(min(_ALL, 100 * sum(delivered, start=Fraction(0)) / sum(amount.planned for amount in amounts)))
    return max(before, draw(st.sampled_from(ways)))


@st.composite
def _percent(draw: st.DrawFn, done: Fraction, manner: Manner) -> str | None:
    """The percent as printed; 100 is printed only of what is all done."""
    shown = manner.printed(done, draw(st.integers(0, 1)))
    return shown if draw(st.booleans()) and (Fraction(shown) < _ALL or done == _ALL) else None


@st.composite
def _delivered(
    draw: st.DrawFn, amounts: list[_Amount], shown: list[Fraction], manner: Manner
) -> tuple[cp.Delivered, ...]:
    if draw(st.booleans()):
        return ()
    places = draw(st.integers(0, 1))
    return tuple(
        cp.Delivered(
            subject=amount.subject,
            figure=manner.printed(figure, 0 if amount.unit == "册" else places),
            unit=amount.unit,
        )
        for amount, figure in zip(amounts, shown, strict=True)
    )


@st.composite
def _milestones(draw: st.DrawFn) -> tuple[cp.Milestone, ...]:
    """Steps that were done in time, late or nobody knows when."""
    dues = draw(st.lists(st.sampled_from(QUARTERS), max_size=2))
    return tuple(
        cp.Milestone(title=f"step {index}", due=due, done=draw(st.sampled_from((None, due, *QUARTERS))))
        for index, due in enumerate(dues)
    )
