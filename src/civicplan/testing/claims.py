"""Strategies for what a document says about itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from civicplan.model import (
    BreakdownClaim,
    Claim,
    CountClaim,
    Counted,
    GrowthClaim,
    Measure,
    Nature,
    ReportedStatus,
    ShareClaim,
    StatusClaim,
    Verdict,
    VerdictClaim,
)
from civicplan.testing._hypothesis import strategies as st
from civicplan.testing.indicators import FIGURES, dates
from civicplan.testing.values import SOURCES, TEXTS
from civicplan.values import Period, PeriodLike, to_period

_BESIDE: dict[str, st.SearchStrategy[Any]] = {"source": st.none() | SOURCES, "notes": st.none() | TEXTS}
_VERDICTS, _MEASURES = st.sampled_from(Verdict), st.sampled_from(Measure)
_COUNTS = st.builds(
    CountClaim,
    count=st.integers(0, 10**9),
    counted=st.sampled_from(Counted),
    verdict=st.none() | _VERDICTS,
    nature=st.none() | st.sampled_from(Nature),
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
    return st.one_of(_COUNTS, *on_indicators, *on_tasks)


def some(ids: Sequence[str]) -> st.SearchStrategy[list[str]]:
    """A few of the ids, each once."""
    return st.lists(st.sampled_from(ids), unique=True, max_size=3) if ids else st.just([])


def _on_indicators(ids: Sequence[str], plan_period: PeriodLike) -> list[st.SearchStrategy[Claim]]:
    whens, subject, members = dates(to_period(plan_period)), st.sampled_from(ids), some(ids)
    return [
        st.builds(VerdictClaim, subjects=members, verdict=_VERDICTS, exhaustive=st.booleans(), **_BESIDE),
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
    return [st.builds(StatusClaim, subject=subject, status=status, period=whens, **_BESIDE), _shares(subject, whens)]


def _shares(subject: st.SearchStrategy[str], whens: st.SearchStrategy[Period]) -> st.SearchStrategy[Claim]:
    figures = {"part": FIGURES, "whole": FIGURES, "percent": FIGURES}
    return st.builds(ShareClaim, subject=subject, period=st.none() | whens, exact=st.booleans(), **figures, **_BESIDE)
