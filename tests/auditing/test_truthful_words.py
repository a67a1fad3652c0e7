"""Truthful standings and distances of many kinds give no contradiction, whatever path or edition they rest on."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import Severity, audit
from civicplan.evidence import Actual
from civicplan.measure.schedule import PATHS
from civicplan.model import Claim, SideLike, Standing

from ._plans import plan
from .test_truthful import before, rows, unrevised

_RULES = ("claims-contradict", "standing-disagrees", "not-achieved-early", "gap-disagrees")


def truthful_standings(true: cp.Indicator, day: cp.Period) -> set[Standing]:
    """What an honest report may call an indicator: by either path, before or after a revision, close or less close."""
    assessments = [
        cp.assess(plan(edition), as_of=day, path=path, tolerance=tolerance)[true.id]
        for edition in (true, before(true), unrevised(true), unrevised(before(true)))
        for path in PATHS
        for tolerance in ("0", "0.05")
    ]
    return {
        outcome.standing
        for assessed in assessments
        for outcome in assessed.outcomes
        if isinstance(outcome.standing, Standing)
        and isinstance(outcome.actual, Actual)
        and outcome.actual.period.end_key == day.end_key
    }


@st.composite
def truthful_gaps(draw: st.DrawFn, true: cp.Indicator, day: cp.Period) -> list[Claim]:
    """The distances from the levels of a year to the levels aimed at, rounded either way."""
    levels = [figure for figure in true.observations if figure.measure == "level" and figure.period == day]
    gaps: list[Claim] = []
    for target in true.targets:
        if isinstance(target, cp.Threshold) and target.measure == "level":
            for level in levels:
                distance = level.number.value - target.bound.figure.value
                is_beyond = (distance >= 0) is not target.bound.is_upper_bound
                rounding = draw(st.sampled_from(("ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN")))
                figure = abs(distance).quantize(Decimal(1).scaleb(-draw(st.integers(0, 2))), rounding=rounding)
                side: SideLike = "beyond" if is_beyond else "short"
                gaps.append(cp.GapClaim(subject=true.id, figure=f"{figure:f}", side=side, period=day))
    return gaps


@st.composite
def truthful_reviews(draw: st.DrawFn) -> cp.Plan:
    true, shown = draw(rows("a"))
    day = cp.Period.parse(draw(st.sampled_from(("2016", "2018", "2019", "2020"))))
    words = sorted(truthful_standings(true, day))
    claims = draw(truthful_gaps(true, day))
    if words:
        claims.append(cp.StandingClaim(subjects=(true.id,), standing=draw(st.sampled_from(words)), period=day))
    return plan(shown, claims=tuple(claims))


@given(truthful_reviews())
def test_a_truthful_review_gives_no_contradiction(review: cp.Plan) -> None:
    findings = audit(review, rules=_RULES)
    assert [finding for finding in findings if finding.severity is Severity.CONTRADICTION] == []
