"""What it costs from a bare interpreter to the printed assessment of a built-in plan, against importing pandas.

Processes take turns. With pyarrow installed pandas imports it, too; the second ratio is to pandas without it.
"""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec

from timing import side_by_side, started

_ASSESSMENT = """
import civicplan as cp
print(cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020"))
"""
_PANDAS = "import pandas"
_PANDAS_ALONE = """
import sys
sys.modules["pyarrow"] = None  # as if it were not installed
import pandas
"""


def main() -> None:
    if find_spec("pandas") is None:
        print("skipped: pandas is not installed")
        return
    for code, opponent in ((_PANDAS, "import pandas"), (_PANDAS_ALONE, "import pandas without pyarrow")):
        ratio = side_by_side(partial(started, _ASSESSMENT), partial(started, code), runs=15)
        print(f"start to printed assessment / {opponent} = {ratio:.2f}")


if __name__ == "__main__":
    main()
