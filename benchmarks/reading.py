"""How long a plan takes to read from JSON, against pydantic validating the same document with an equal model.

The model has the same fields, is frozen, and holds single values to the same rules: decimal figures, closed
vocabularies, ids without white space, periods, bounds and language tags by their patterns. What holds between the parts
of a plan only civicplan checks. Figures differ from text to text, so that none was read before.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from timing import side_by_side

import civicplan as cp
from civicplan.model import Relation

_RUNS = 300
_NUMBER = r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"
_FIGURE = re.compile(r'("figure": ")([^"]*)"|("bound": "[^0-9"]*)([0-9.]+)"')

Id = Annotated[str, StringConstraints(pattern=r"^\S+$", max_length=1000)]
Label = Annotated[str, StringConstraints(pattern=r"\S", max_length=1000)]
Words = Annotated[str, StringConstraints(pattern=r"\S", max_length=100_000)]
Language = Annotated[str, StringConstraints(pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=40)]
Text = Words | Annotated[dict[Language, Words], Field(min_length=1)]
Period = Annotated[str, StringConstraints(pattern="^[0-9]{4}(-[HQ0-9-]+)?(/[0-9]{4}(-[HQ0-9-]+)?)?$")]
Bound = Annotated[str, StringConstraints(pattern=f"^([≥>≤<=]{_NUMBER}|{_NUMBER}(\\.\\.|±){_NUMBER})$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Part):
    document: Label
    line: Annotated[int, Field(ge=1, le=10**9, strict=True)] | None = None
    box: Label | None = None


class Observation(_Part):
    period: Period
    figure: Decimal
    measure: cp.Measure = cp.Measure.LEVEL
    source: Source | None = None


class Threshold(_Part):
    kind: Literal["threshold"]
    bound: Bound
    measure: cp.Measure = cp.Measure.LEVEL
    period: Period | None = None


class Relative(_Part):
    kind: Literal["relative"]
    reference: Id
    relation: Relation
    tolerance: Decimal | None = None
    measure: cp.Measure = cp.Measure.GROWTH
    period: Period | None = None


class Delegated(_Part):
    kind: Literal["delegated"]
    authority: Text


class Qualitative(_Part):
    kind: Literal["qualitative"]
    text: Text


class Indicator(_Part):
    id: Id
    name: Text
    number: Label | None = None
    group: Text | None = None
    unit: Label | None = None
    category: Text | None = None
    nature: cp.Nature | None = None
    direction: cp.Direction | None = None
    baseline: Observation | None = None
    targets: tuple[Annotated[Threshold | Relative | Delegated | Qualitative, Field(discriminator="kind")], ...] = ()
    observations: tuple[Observation, ...] = ()
    weight: Decimal | None = None
    source: Source | None = None
    marks: tuple[Label, ...] = ()
    description: Text | None = None
    notes: Text | None = None


class Plan(_Part):
    schema_version: Literal[2]
    id: Id
    title: Text
    period: Period
    complete: bool = True
    jurisdiction: Text | None = None
    indicators: tuple[Indicator, ...] = ()
    source: Source | None = None


def real_plan() -> str:
    """The indicators of the 13th plan of Zhuzhou, with names in two languages and sources."""
    tree: dict[str, Any] = json.loads(cp.dumps(cp.datasets.load("zhuzhou-13fyp")))
    return json.dumps({key: value for key, value in tree.items() if key not in ("claims", "boxes")}, ensure_ascii=False)


def with_other_figures(text: str, digits: random.Random) -> str:
    """The plan with other digits in its figures and bounds."""

    def other(match: re.Match[str]) -> str:
        before, figure = (match[1] or match[3]), (match[2] or match[4])
        return before + re.sub("[0-9]", lambda _: digits.choice("123456789"), figure) + '"'

    return _FIGURE.sub(other, text)


def long_series() -> str:
    """30 indicators with six observations each, as dashboards hold them."""
    indicators = [
        {
            "id": f"indicator-{row}",
            "number": str(row),
            "name": f"indicator number {row}",
            "unit": "%",
            "nature": "expected",
            "direction": "higher",
            "baseline": {"period": "2015", "figure": "12345.67"},
            "targets": [{"kind": "threshold", "bound": "≥12345.67"}],
            "observations": [{"period": str(year), "figure": "12345.67"} for year in range(2015, 2021)],
        }
        for row in range(30)
    ]
    plan = {"schema_version": 2, "id": "plan", "title": "A plan", "period": "2016/2020", "indicators": indicators}
    return json.dumps(plan, ensure_ascii=False)


def _in_turn(texts: list[str], read: Callable[[Any], object], *, encoded: bool = False) -> Callable[[], object]:
    remaining: Iterator[str | bytes] = iter([text.encode() for text in texts] if encoded else texts)
    return lambda: read(next(remaining))


_FIRST = """
import sys, time
import civicplan as cp
text = sys.stdin.read()
started = time.perf_counter()
cp.loads(text)
print(time.perf_counter() - started)
"""


def first_read(text: str) -> float:
    """Seconds that the first plan takes in a fresh process, with everything that is imported and built for it."""
    runs = (
        subprocess.run([sys.executable, "-c", _FIRST], input=text, capture_output=True, text=True) for _ in range(5)
    )
    return min(float(run.stdout) for run in runs)


def main() -> None:
    digits = random.Random(2016)
    for name, text in (("long_series", long_series()), ("real_plan", real_plan())):
        texts = [with_other_figures(text, digits) for _ in range(_RUNS + 1)]
        ratio = side_by_side(
            _in_turn(texts, cp.loads), _in_turn(texts, Plan.model_validate_json, encoded=True), runs=_RUNS
        )
        size = len(text.encode()) / 1000
        print(f"reading {name}, {size:.1f} kB, figures never read before: civicplan / pydantic = {ratio:.1f}")
    print(f"reading real_plan first in a fresh process [ms]: {1000 * first_read(real_plan()):.0f}")


if __name__ == "__main__":
    main()
