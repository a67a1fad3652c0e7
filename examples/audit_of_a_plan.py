"""Check what a document claims about its plan against the figures it prints.

The plan is box 3 of the outline of the 14th five-year plan of Zhuzhou, which gives the targets and the actuals of the
13th, with a note under the box that sums them up. This prints where note and table disagree, and where the table
disagrees with itself; then what the first rule checks and does not prove; then the outcome of a rule of our own.
"""

import sys
from collections.abc import Iterator
from io import TextIOWrapper

import civicplan as cp
from civicplan.auditing import Case, Finding, Rule, Severity, get, to_text


def unplaced(case: Case) -> Iterator[Finding]:
    """Every indicator says where in the document it is.

    Tolerance: none. What it does not prove: that the figures are wrong.
    """
    for indicator in case.plan.indicators:
        if indicator.source is None:
            yield Finding(
                severity=Severity.NOTE,
                subject=indicator.id,
                message=f"{indicator.name.in_language('en')}: the row has 0 places recorded, and needs 1",
                claimed="1",
                computed="0",
            )


def main() -> None:
    """Print the findings, an explanation, and the outcome of a rule of our own."""
    plan = cp.datasets.load("zhuzhou-13fyp")
    findings = cp.audit(plan)

    print(plan.title.in_language("en"), end="\n\n")
    print(to_text(findings), end="\n\n")

    first = findings[0].code
    print(f"What {first} checks, and what it does not prove", end="\n\n")
    print(get(first).explanation, end="\n\n")

    own = Rule("unplaced", unplaced)
    print(f"Rows without a place in the document: {to_text(cp.audit(plan, rules=(own,)))}")


if __name__ == "__main__":
    # Output that is redirected on Windows would else be in an encoding without Chinese.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    main()
