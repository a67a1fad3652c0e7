"""Strategies for what a document says about itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from civicplan.model import (
    BreakdownClaim,
    Claim,
    CountClaim,
    Counted,
    GapClaim,
    GapTo,
    Grade,
    GrowthClaim,
    Measure,
    Nature,
    ReportedStatus,
    ShareClaim,
    Side,
    Standing,
    StandingClaim,
    StatusClaim,
    Verdict,
    VerdictClaim,
)
from civicplan.testing._hypothesis import strategies as st
from civicplan.testing.indicators import FIGURES, dates
from civicplan.testing.values import SOURCES, TEXTS, figures
from civicplan.values import Period, PeriodLike, to_period

_BESIDE: dict[str, st.SearchStrategy[Any]] = {
    "is_forecast": st.booleans(),
    "source": st.none() | SOURCES,
    "notes": st.none() | TEXTS,
}
_VERDICTS, _MEASURES = st.sampled_from(Verdict), st.sampled_from(Measure)
_STANDINGS = st.sampled_from(Standing)


def _counts(counted: st.SearchStrategy[Counted], members: st.SearchStrategy[list[str]]) -> st.SearchStrategy[Claim]:
    return st.builds(
        CountClaim,
        count=st.integers(0, 10**9),
        counted=counted,
        verdict=st.none() | _VERDICTS,
        standing=st.none() | _STANDINGS,
        status=st.none() | st.sampled_from(ReportedStatus),
        nature=st.none() | st.sampled_from(Nature),
        category=st.none() | TEXTS,
        members=members,
        **_BESIDE,
    )


_PARTS = {"whole": st.none() | FIGURES, "exact": st.booleans()}


def claims(
    *, within: PeriodLike = "2016/2020", indicators: Sequence[str] = (), tasks: Sequence[str] = ()
) -> st.SearchStrategy[Claim]:
    """Every claim drawn is about the indicators and tasks given; it owes nothing to their figures.

    Args:
        within: The plan period.
        indicators: Ids of indicators.
        tasks: Ids of tasks.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10, deadline=None)
    ... @given(claims())
    ... def test_that_of_nothing_only_counts_are_claimed(claim):
    ...     assert isinstance(claim, CountClaim)
    >>> test_that_of_nothing_only_counts_are_claimed()
    """
    plan_period = to_period(within)
    on_indicators = _on_indicators(indicators, plan_period) if indicators else []
    on_tasks = _on_tasks(tasks, plan_period) if tasks else []
    return st.one_of(_counts(st.sampled_from(Counted), st.just([])), *on_indicators, *on_tasks)


def some(ids: Sequence[str]) -> st.SearchStrategy[list[str]]:
    """A few of the ids, each once."""
    return st.lists(st.sampled_from(ids), unique=True, max_size=3) if ids else st.just([])


def _on_indicators(ids: Sequence[str], plan_period: PeriodLike) -> list[st.SearchStrategy[Claim]]:
    whens, subject, members = dates(to_period(plan_period)), st.sampled_from(ids), some(ids)
    return [
        st.builds(VerdictClaim, subjects=members, verdict=_VERDICTS, exhaustive=st.booleans(), **_BESIDE),
        st.builds(
            VerdictClaim,
            subjects=members,
            verdict=st.just(Verdict.MET),
            exhaustive=st.booleans(),
            grade=st.sampled_from(Grade),
            **_BESIDE,
        ),
        *_standings(members, whens),
        *_gaps(subject, whens),
        _counts(st.just(Counted.INDICATORS), members),
        st.builds(GrowthClaim, subject=subject, figure=FIGURES, period=whens, **_BESIDE),
        st.builds(
            BreakdownClaim,
            subject=subject,
            figures=st.lists(FIGURES, min_size=2, max_size=3),
            members=members,
            measure=_MEASURES,
            period=whens,
            **_PARTS,
            **_BESIDE,
        ),
        _shares(subject, whens),
    ]


def _on_tasks(ids: Sequence[str], plan_period: PeriodLike) -> list[st.SearchStrategy[Claim]]:
    whens, subject = dates(to_period(plan_period)), st.sampled_from(ids)
    status = st.sampled_from(ReportedStatus)
    return [
        st.builds(StatusClaim, subject=subject, status=status, period=whens, **_BESIDE),
        _shares(subject, whens),
        _counts(st.just(Counted.TASKS), some(ids)),
    ]


def _standings(
    subjects: st.SearchStrategy[list[str]], whens: st.SearchStrategy[Period]
) -> Iterator[st.SearchStrategy[Claim]]:
    shared = {"subjects": subjects, "period": whens, "exhaustive": st.booleans(), **_BESIDE}
    yield st.builds(StandingClaim, standing=_STANDINGS, **shared)
    yield st.builds(StandingClaim, level=TEXTS, rank=st.integers(1, 3), scale=st.integers(3, 5), **shared)


def _gaps(subject: st.SearchStrategy[str], whens: st.SearchStrategy[Period]) -> Iterator[st.SearchStrategy[Claim]]:
    shared = {
        "subject": subject,
        "figure": figures(min_value=0),
        "side": st.sampled_from(Side),
        "period": whens,
        "measure": _MEASURES,
        **_BESIDE,
    }
    yield st.builds(GapClaim, to=st.sampled_from((GapTo.TARGET, GapTo.SCHEDULE)), **shared)
    yield st.builds(GapClaim, to=st.just(GapTo.INDICATOR), reference=subject, **shared)


def _shares(subject: st.SearchStrategy[str], whens: st.SearchStrategy[Period]) -> st.SearchStrategy[Claim]:
    printed = {"part": FIGURES, "whole": st.none() | FIGURES, "percent": FIGURES}
    return st.builds(ShareClaim, subject=subject, period=st.none() | whens, exact=st.booleans(), **printed, **_BESIDE)
