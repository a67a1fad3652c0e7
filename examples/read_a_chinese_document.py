"""Read a plan and a report on tasks from Chinese documents, and say what was reached and what could not be read.

The two documents lie beside this file. They are of an invented city, in the form of real ones, faults included.
"""

import sys
from io import TextIOWrapper
from pathlib import Path

import civicplan as cp

HERE = Path(__file__).parent


def main() -> None:
    """Print what became of the earlier plan, what its note claims, the report on tasks, and what was left out."""
    text = (HERE / "lake_plan.txt").read_text(encoding="utf-8")
    tables = cp.zh.read_indicator_tables(text, document="lake_plan.txt")
    earlier = tables.value[0].to_plan(id="lake-13fyp")

    print(cp.assess(earlier, as_of="2020").to_text(language="en"), end="\n\n")
    print("The note under the table against the figures", end="\n\n")
    for finding in cp.audit(earlier):
        print(f"{finding.severity}: {finding.message}", end="\n\n")

    report = cp.zh.read(HERE / "lake_progress.txt")
    if isinstance(report.value, cp.Plan):
        print(cp.assess(report.value, as_of="2025-Q2").to_text(language="en"), end="\n\n")

    print("What was left out")
    for said in (*tables.diagnostics, *report.diagnostics):
        if said.left_out:
            print(f"  {said}")


if __name__ == "__main__":
    # Output that is redirected on Windows would else be in an encoding without Chinese.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    main()
