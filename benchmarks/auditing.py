"""What auditing a real plan and writing the rows of its assessment cost, against assessing it; they take turns."""

from __future__ import annotations

from functools import partial

from timing import side_by_side

import civicplan as cp

_RUNS = 50


def main() -> None:
    for name, day in (("zhuzhou-13fyp", "2020"), ("zhuzhou-14fyp", "2022")):
        plan = cp.datasets.load(name)
        assess = partial(cp.assess, plan, as_of=day)
        # What an assessment has worked out for its rows it keeps, so that each run takes a new one.
        assessments = iter([assess() for _ in range(_RUNS + 1)])
        rows = side_by_side(lambda new=assessments: next(new).to_rows(), assess, runs=_RUNS)
        audit = side_by_side(partial(cp.audit, plan, as_of=day), assess, runs=_RUNS)
        print(f"{name}: rows / assessing = {rows:.2f}, auditing / assessing = {audit:.2f}")


if __name__ == "__main__":
    main()
