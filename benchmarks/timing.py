"""Ratios measured side by side: the two take turns, so a machine that slows down slows both."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def side_by_side(one: Callable[[], object], other: Callable[[], object], *, runs: int) -> float:
    """The median of one's time over the other's, call by call, after one call of each to warm up."""
    one()
    other()
    return median(seconds(one) / seconds(other) for _ in range(runs))


def started(code: str) -> None:
    """A new process that runs the code, from bytecode as an installed library does; what it prints is dropped."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, stdout=subprocess.DEVNULL)


def peak(code: str) -> int:
    """Bytes of memory that a new process which runs the code holds at most; Linux alone tells."""
    told = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    ran = subprocess.run([sys.executable, "-c", f"{code}\n{told}"], check=True, capture_output=True, text=True)
    return int(ran.stdout.split()[-1]) * 1024
