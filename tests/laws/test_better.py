"""Laws of improvement: further towards the open side of its bound, an actual has no worse a verdict and standing."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Bound, Direction, Figure, Measure, Observation, Standing, Threshold, Verdict
from civicplan.assessment import Outcome
from civicplan.measure.schedule import Path
from civicplan.testing import bounds, figures
from civicplan.values import BoundKind

_ORDER = (Standing.REVERSING, Standing.BEHIND, Standing.ON_TRACK, Standing.AHEAD, Standing.ACHIEVED_EARLY)
_VERDICTS = (Verdict.NOT_MET, Verdict.NOT_ASSESSABLE, Verdict.MET)
_ONE_SIDED = (BoundKind.AT_LEAST, BoundKind.ABOVE, BoundKind.AT_MOST, BoundKind.BELOW)
_TWO_SIDED = (BoundKind.BETWEEN, BoundKind.ABOUT)
_MEASURES = st.sampled_from(Measure)


@frozen(kw_only=True)
class Case:
    """One target of a row and the one figure that tells of it: published itself, or the level it is derived from."""

    target: Threshold
    direction: Direction | None
    baseline: Figure | None
    is_derived: bool
    path: Path | None

    def outcome(self, figure: Figure, day: str) -> Outcome:
        measure = Measure.LEVEL if self.is_derived else self.target.measure
        period = "2018" if measure is Measure.LEVEL else "2016/2018"
        row = cp.Indicator(
            id="row",
            name="a row",
            direction=self.direction,
            baseline=None if self.baseline is None else Observation(period="2015", figure=self.baseline),
            targets=(self.target,),
            observations=(Observation(period=period, figure=figure, measure=measure),),
        )
        plan = cp.Plan(id="plan", title="A plan", period=f"2016/{day}", indicators=(row,))
        return cp.assess(plan, as_of="2018", path=self.path)["row"].outcomes[0]

    @property
    def wants_more(self) -> bool:
        """Whether the open side of the bound lies above it; of a reduction from levels, below the level."""
        kind = self.target.bound.kind
        is_reduction = self.target.measure is Measure.REDUCTION
        if kind in _ONE_SIDED:
            wants_more = self.target.bound.is_lower_bound
        else:
            wants_more = is_reduction or self.direction is Direction.HIGHER
        return wants_more != (is_reduction and self.is_derived)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    measure = draw(_MEASURES)
    kind = draw(st.sampled_from((*_ONE_SIDED, *_TWO_SIDED)))
    bound = draw(bounds(of=figures(min_value=-12, max_value=24, max_places=1), kinds=[kind]))
    is_derived = measure not in (Measure.LEVEL, Measure.TOTAL) and draw(st.booleans())
    # What grows from below zero to above it has no rate of growth.
    levels = figures(min_value=1 if is_derived else -10, max_value=30, max_places=1)
    return Case(
        target=Threshold(bound=bound, measure=measure),
        direction=draw(_directions(bound, measure)),
        baseline=draw(levels if is_derived else st.none() | levels),
        is_derived=is_derived,
        path=draw(st.sampled_from((None, "linear", "geometric"))),
    )


def _directions(bound: Bound, measure: Measure) -> st.SearchStrategy[Direction | None]:
    is_free = measure in (Measure.GROWTH, Measure.REDUCTION)
    declared = [Direction.HIGHER] if is_free or not bound.is_upper_bound else []
    declared += [Direction.LOWER] if is_free or not bound.is_lower_bound else []
    needs_one = bound.kind in _TWO_SIDED and measure is not Measure.REDUCTION
    return st.sampled_from(declared if needs_one else [None, *declared])


@st.composite
def worse_and_better(draw: st.DrawFn) -> tuple[Case, Figure, Figure]:
    """A case, and two figures printed to one place of which the second lies further towards the open side."""
    case, places = draw(cases()), draw(st.integers(0, 1))
    least = 10 if case.is_derived else -250
    low, high = sorted(draw(st.lists(st.integers(least, 350), min_size=2, max_size=2)))
    one, two = (Figure(Decimal(tenths if places else tenths // 10).scaleb(-places)) for tenths in (low, high))
    return (case, one, two) if case.wants_more else (case, two, one)


@given(worse_and_better())
def test_a_better_actual_never_has_a_worse_verdict(question: tuple[Case, Figure, Figure]) -> None:
    case, worse, better = question
    verdicts = [case.outcome(figure, "2018").verdict for figure in (worse, better)]
    assert _VERDICTS.index(verdicts[0]) <= _VERDICTS.index(verdicts[1])


@given(worse_and_better())
def test_a_better_actual_never_has_a_worse_standing(question: tuple[Case, Figure, Figure]) -> None:
    case, worse, better = question
    standings = [case.outcome(figure, "2020").standing for figure in (worse, better)]
    ranks = [_ORDER.index(standing) for standing in standings if isinstance(standing, Standing)]
    assert ranks == sorted(ranks)
    assert standings[0] is not Standing.ACHIEVED_EARLY or standings[1] is Standing.ACHIEVED_EARLY
