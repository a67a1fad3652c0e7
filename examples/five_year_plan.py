"""Assess a whole five-year plan, say what was missed and why, and compare that with the document's own note.

The plan is box 3 of the outline of the 14th five-year plan of Zhuzhou, which gives the targets and the actuals of the
13th. The note under the box names the indicators that fell short.

The report on it, one page for a browser, is written into the folder that you name, in English and in Chinese:
`python five_year_plan.py reports`. Without one it is written into a folder of its own among the temporary files.
"""

import sys
import tempfile
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path

import civicplan as cp
from civicplan.assessment import IndicatorAssessment, PlanAssessment


def main(folder: Path) -> None:
    """Print the assessment, compare it with the note, and write the report into the folder."""
    plan = cp.datasets.load("zhuzhou-13fyp")
    reached = cp.assess(plan, as_of="2020")
    missed = [row for row in reached if row.verdict is cp.Verdict.NOT_MET]

    print(plan.title.in_language("en"), end="\n\n")
    print(reached.to_text(language="en"), end="\n\n")
    print(", ".join(f"{verdict.replace('_', ' ')}: {count}" for verdict, count in reached.counts.items()), end="\n\n")

    print("What was missed, and why", end="\n\n")
    for row in missed:
        print(row.explain(language="en"), end="\n\n")

    for claim in plan.claims:
        if isinstance(claim, cp.VerdictClaim) and claim.exhaustive:
            compare(claim, reached)

    print(f"\nThe report in English is {write_report(reached, folder, 'en')}")
    print(f"The report in Chinese is {write_report(reached, folder, 'zh')}")


def compare(claim: cp.VerdictClaim, reached: PlanAssessment) -> None:
    """Print which rows the note lists, and which rows of the same verdict it leaves out."""
    named = [reached[id] for id in claim.subjects]
    left_out = [row for row in reached if row.verdict is claim.verdict and row not in named]
    otherwise = [row for row in named if row.verdict is not claim.verdict]
    print(f"The figures against the note ({claim.source})", end="\n\n")
    print(f"The note names as short: {numbers(named)}.")
    print(f"By the figures also short, without a caveat: {numbers(r for r in left_out if r.decisive)}.")
    print(f"Short as printed, but with a caveat: {numbers(r for r in left_out if not r.decisive)}.")
    print(f"Named as short, though the figures say otherwise: {numbers(otherwise)}.")


def write_report(reached: PlanAssessment, folder: Path, language: str) -> Path:
    """Write the report in a language, and return where it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder.resolve() / f"report-{language}.html"
    path.write_text(cp.show.report(reached, language=language), encoding="utf-8")
    return path


def numbers(rows: Iterable[IndicatorAssessment]) -> str:
    """Return the printed numbers of the rows, each once."""
    return ", ".join(dict.fromkeys(row.indicator.number or row.indicator.id for row in rows)) or "none"


if __name__ == "__main__":
    # Output that is redirected on Windows would else be in an encoding without Chinese.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="civicplan-")))
