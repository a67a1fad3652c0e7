"""What adding an observation to a plan of 10,000 indicators costs, against building the plan anew of its indicators."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from timing import side_by_side

import civicplan as cp

_RUNS = 50


def indicators(size: int) -> tuple[cp.Indicator, ...]:
    """So many indicators with a baseline, a target and two actuals each."""
    return tuple(
        cp.Indicator(
            id=f"indicator-{row}",
            name=f"indicator number {row}",
            baseline=("2020", "10"),
            targets=("≥20",),
            observations={"2021": "11", "2022": "13"},
        )
        for row in range(size)
    )


def built(parts: tuple[cp.Indicator, ...]) -> cp.Plan:
    """A plan of these indicators, with all that must hold between them checked."""
    return cp.Plan(id="plan", title="A plan", period="2021/2025", indicators=parts)


def adding(plan: cp.Plan) -> Callable[[], object]:
    """One more observation with each call, at the end of the list, to the plan as it has become."""
    days = count(1)
    latest = [plan]

    def add() -> None:
        observation = cp.Observation(period="2023", figure="14", published=f"2024-{next(days) % 12 + 1:02}")
        latest[0] = latest[0].with_observation("indicator-9999", observation, replace=True)

    return add


def main() -> None:
    parts = indicators(10_000)
    ratio = side_by_side(adding(built(parts)), lambda: built(parts), runs=_RUNS)
    print(f"adding an observation / building the plan anew = {ratio:.4f} (1 / {1 / ratio:.0f})")


if __name__ == "__main__":
    main()
