"""How long a plan takes to read from JSON, against msgspec decoding the same document into typed structs."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

import msgspec
from timing import side_by_side

import civicplan as cp
from civicplan.model import Relation

_YEARS = range(2015, 2021)
_RUNS = 300


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    document: str
    line: int | None = None
    box: str | None = None


class Observation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    period: str
    figure: Decimal
    measure: cp.Measure = cp.Measure.LEVEL
    source: Source | None = None


class Threshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="threshold", tag_field="kind"):
    bound: str
    measure: cp.Measure = cp.Measure.LEVEL
    period: str | None = None


class Relative(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="relative", tag_field="kind"):
    reference: str
    relation: Relation
    tolerance: Decimal | None = None
    measure: cp.Measure = cp.Measure.GROWTH
    period: str | None = None


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name: str | dict[str, str]
    number: str | None = None
    group: str | dict[str, str] | None = None
    unit: str | None = None
    category: str | dict[str, str] | None = None
    nature: cp.Nature | None = None
    direction: cp.Direction | None = None
    baseline: Observation | None = None
    targets: tuple[Threshold | Relative, ...] = ()
    observations: tuple[Observation, ...] = ()
    source: Source | None = None
    note: str | dict[str, str] | None = None


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema_version: int
    id: str
    title: str | dict[str, str]
    period: str
    jurisdiction: str | dict[str, str] | None = None
    indicators: tuple[Indicator, ...] = ()
    source: Source | None = None


def real_plan() -> str:
    """The indicators of the 13th plan of Zhuzhou, with names in two languages and sources."""
    tree: dict[str, Any] = json.loads(cp.dumps(cp.datasets.load("zhuzhou-13fyp")))
    return json.dumps({key: value for key, value in tree.items() if key not in ("claims", "boxes")}, ensure_ascii=False)


def long_series(figures: Iterator[str]) -> str:
    """30 indicators with six observations each, as dashboards hold them."""
    indicators = [
        {
            "id": f"indicator-{row}",
            "number": str(row),
            "name": f"indicator number {row}",
            "unit": "%",
            "nature": "expected",
            "direction": "higher",
            "baseline": {"period": "2015", "figure": next(figures)},
            "targets": [{"kind": "threshold", "bound": f"≥{next(figures)}"}],
            "observations": [{"period": str(year), "figure": next(figures)} for year in _YEARS],
        }
        for row in range(30)
    ]
    plan = {"schema_version": 2, "id": "plan", "title": "A plan", "period": "2016/2020", "indicators": indicators}
    return json.dumps(plan, ensure_ascii=False)


def _figures() -> Iterator[str]:
    drawn = random.Random(2016)
    while True:
        yield f"{drawn.uniform(1000, 100000):.2f}"


def main() -> None:
    decode = msgspec.json.Decoder(Plan).decode
    figures = _figures()
    for name, text in (("long_series", long_series(figures)), ("real_plan", real_plan())):
        encoded = text.encode()
        ratio = side_by_side(partial(cp.loads, text), partial(decode, encoded), runs=_RUNS)
        print(f"reading {name}, {len(encoded) / 1000:.1f} kB: civicplan / msgspec structs = {ratio:.1f}")
    texts = [long_series(figures) for _ in range(_RUNS + 1)]
    ours, theirs = iter(texts), iter([text.encode() for text in texts])
    ratio = side_by_side(lambda: cp.loads(next(ours)), lambda: decode(next(theirs)), runs=_RUNS)
    print(f"reading long_series, never a figure twice: civicplan / msgspec structs = {ratio:.1f}")


if __name__ == "__main__":
    main()
