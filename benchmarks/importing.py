"""What importing the library costs, against importing attrs and pendulum alone; processes take turns."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial

from timing import side_by_side


def started(code: str) -> None:
    """A new process that runs the code, from bytecode as an installed library does."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


def main() -> None:
    ratio = side_by_side(partial(started, "import civicplan"), partial(started, "import attrs, pendulum"), runs=25)
    print(f"import civicplan / import attrs, pendulum = {ratio:.2f}")


if __name__ == "__main__":
    main()
