"""What importing the library costs, against importing attrs and pendulum alone; processes take turns."""

from __future__ import annotations

from functools import partial

from timing import side_by_side, started


def main() -> None:
    ratio = side_by_side(partial(started, "import civicplan"), partial(started, "import attrs, pendulum"), runs=25)
    print(f"import civicplan / import attrs, pendulum = {ratio:.2f}")


if __name__ == "__main__":
    main()
