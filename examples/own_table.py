"""Attainment of my own table in five lines: what Canadian departments aimed at for March 2018, and what came of it.

The table is departments.csv, from GC InfoBase of the Treasury Board of Canada Secretariat (facts only; Open Government
Licence - Canada). A target with one end is a minimum there, one with two ends a range.
"""

from pathlib import Path

import pandas as pd

import civicplan as cp


def main() -> None:
    """Read the table, assess it, and print what was reached beside it."""
    table = pd.read_csv(Path(__file__).with_name("departments.csv"), dtype=str)
    reading = cp.from_frame(table, period="2017-04/2018-03", ignore=["Published as"])
    reached = cp.assess(reading.value, as_of="2018-03").to_frame("pandas")
    joined = table.join(reached[["attainment", "verdict"]])
    print(joined[["Id", "Target", "Actual", "attainment", "verdict", "Published as"]].to_string(index=False))

    print("\nWhat there is to know about the table:")
    print(reading.diagnostics)


if __name__ == "__main__":
    main()
