"""What assessing costs: the 38 rows of a real plan, and whether 10,000 indicators cost each what 100 do."""

from __future__ import annotations

from functools import partial
from statistics import median

from timing import seconds, side_by_side

import civicplan as cp


def plan_of(count: int) -> cp.Plan:
    """The rows of the 13th plan of Zhuzhou, again and again under new ids."""
    rows = cp.datasets.load("zhuzhou-13fyp").indicators
    indicators = (
        cp.Indicator(
            id=f"{row.id}-{number}",
            name=row.name,
            direction=row.direction,
            baseline=row.baseline,
            targets=row.targets,
            observations=row.observations,
        )
        for number, row in ((number, rows[number % len(rows)]) for number in range(count))
    )
    return cp.Plan(id="many", title="many rows", period="2016/2020", indicators=tuple(indicators))


def main() -> None:
    real = cp.datasets.load("zhuzhou-13fyp")
    cp.assess(real, as_of="2020")
    took = median(seconds(partial(cp.assess, real, as_of="2020")) for _ in range(50))
    print(f"assessing the 38 rows: {took * 1000:.1f} ms")
    many, few = plan_of(10_000), plan_of(100)
    ratio = side_by_side(partial(cp.assess, many, as_of="2020"), partial(cp.assess, few, as_of="2020"), runs=7)
    print(f"time per indicator, 10,000 against 100: {ratio / 100:.2f}")


if __name__ == "__main__":
    main()
