"""What the laws of assessment ask: a plan, and a day on which something about it may be known."""

from hypothesis import strategies as st

from civicplan import Period, Plan
from civicplan.testing import periods, plans


@st.composite
def questions(draw: st.DrawFn, *, max_indicators: int = 4, max_tasks: int = 2) -> tuple[Plan, Period]:
    """A plan and a day before, within, at the end of or after its period."""
    plan = draw(plans(max_indicators=max_indicators, max_tasks=max_tasks))
    within = periods(within=plan.period)
    return plan, draw(st.just(plan.period) | within | within | st.sampled_from((plan.period.unit_before, LATER)))


LATER = Period.parse("2030")
