"""Make the built-in data on the plans of Zhuzhou from the document, by the reader of tables of indicators.

    python scripts/make_datasets.py path/to/the/document.txt

What the reader does not make, the English and the ids, the titles and some notes, stands in the files of
`scripts/datasets`, and in the constants on claims below: nothing else in the data is written by hand.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve

import civicplan as cp
from civicplan.model import Box, Claim, CountClaim, Delegated, Indicator, Nature, Relative, Target, VerdictClaim
from civicplan.values import Text
from civicplan.zh.indicators.indicator_tables import IndicatorTable, read_indicator_tables

BY_HAND = Path(__file__).parent / "datasets"
DATA = Path(cp.datasets.__file__).parent
NAMES = ("zhuzhou-13fyp", "zhuzhou-14fyp")

#: The note under box 3 says 财政总收入 where the table has 一般公共预算收入, so that the reader names no row for it.
_ALSO_NAMED = ("revenue",)
_ON_NAMED = {
    "zh": "表下说明列出8项指标；表中为一般公共预算收入的，说明中写作财政总收入；城镇化率和居民收入两项未列分项",
    "en": "the note names eight indicators; it says total fiscal revenue where the table has general public budget "
    "revenue, and names urbanisation and income without their sub-rows",
}
_ON_BINDING = {
    "zh": "表下说明称12项约束性指标均已完成，但表中未标明是哪些指标",
    "en": "the note says that all 12 binding indicators were met; the table does not say which they are",
}
#: The keys of the files in their order.
_ORDER = (
    *("schema_version", "kind", "id", "number", "title", "group", "name", "period", "count", "unit", "category"),
    *("nature", "verdict", "exhaustive", "subjects", "direction", "marks", "jurisdiction", "notes", "indicators"),
    *("measure", "bound", "reference", "relation", "authority", "figure", "source", "baseline", "targets"),
    *("observations",),
)
_WRAPPED = ("subjects", "indicators")
_MOST_IN_A_LINE = 6


def main(arguments: Sequence[str]) -> int:
    """Write the files, and return the exit code."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    text = Path(arguments[0]).read_text(encoding="utf-8")
    for name in NAMES:
        (DATA / f"{name}.toml").write_text(file_of(name, text), encoding="utf-8")
    return 0


def file_of(name: str, text: str) -> str:
    """Return the file of a built-in plan, as it is made of the text of the document."""
    hand = tomllib.loads((BY_HAND / f"{name}.toml").read_text(encoding="utf-8"))
    return f"{hand['head'].strip()}\n{''.join(_lines(cp.to_dict(plan_of(hand, text))))}"


def plan_of(hand: Mapping[str, Any], text: str) -> cp.Plan:
    """Return a built-in plan, as it is made of the text of the document and of what is written by hand."""
    tables = read_indicator_tables(text, document=hand["document"]).value
    table = next(table for table in tables if table.box == hand["box"])
    indicators = tuple(_indicator(indicator, hand) for indicator in table.indicators)
    title = {"zh": table.title or "", "en": hand["box_title"]}
    ids = tuple(indicator.id for indicator in indicators)
    return cp.Plan(
        id=hand["id"],
        title=hand["title"],
        period=table.period,
        jurisdiction=hand["jurisdiction"],
        indicators=indicators,
        claims=tuple(_claims(table, hand)),
        boxes=(Box(number=hand["box"], title=title, indicators=ids, source=table.source),),
        source=table.source,
    )


def _indicator(indicator: Indicator, hand: Mapping[str, Any]) -> Indicator:
    id = hand["ids"][indicator.id]
    return evolve(
        indicator,
        id=id,
        name=_in_both(indicator.name, hand),
        group=indicator.group and _in_both(indicator.group, hand),
        category=indicator.category and _in_both(indicator.category, hand),
        targets=tuple(_target(target, hand) for target in indicator.targets),
        notes=hand["notes"].get(id),
    )


def _target(target: Target, hand: Mapping[str, Any]) -> Target:
    if isinstance(target, Relative):
        return evolve(target, reference=hand["ids"][target.reference])
    if isinstance(target, Delegated):
        return evolve(target, authority=_in_both(target.authority, hand))
    return target


def _claims(table: IndicatorTable, hand: Mapping[str, Any]) -> Iterator[Claim]:
    for claim in table.claims:
        if isinstance(claim, VerdictClaim):
            named = {hand["ids"][subject] for subject in claim.subjects} | set(_ALSO_NAMED)
            subjects = tuple(id for id in hand["ids"].values() if id in named)
            yield evolve(claim, subjects=subjects, exhaustive=True, notes=_ON_NAMED)
        elif isinstance(claim, CountClaim) and claim.nature is Nature.BINDING:
            yield evolve(claim, notes=_ON_BINDING)
        else:
            yield claim


def _in_both(text: Text, hand: Mapping[str, Any]) -> dict[str, str]:
    return {"zh": str(text), "en": hand["english"][str(text)]}


def _lines(plan: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a file."""
    parts = ("indicators", "claims", "boxes")
    for key, value in _in_order({key: value for key, value in plan.items() if key not in parts}):
        yield f"{key} = {_value(value)}\n"
    for part in parts:
        for entry in plan.get(part, ()):
            yield f"\n[[{part}]]\n"
            yield from (f"{key} = {_block(key, value)}\n" for key, value in _in_order(entry))


def _block(key: str, value: Any) -> str:
    """Return a value that may stand on lines of its own."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return f"[\n{''.join(f'  {_value(entry)},{chr(10)}' for entry in value)}]"
    if key in _WRAPPED:
        rows = (value[start : start + _MOST_IN_A_LINE] for start in range(0, len(value), _MOST_IN_A_LINE))
        return f"[\n{''.join(f'  {_values(row)},{chr(10)}' for row in rows)}]"
    return _value(value)


def _value(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_value(inner)}' for key, inner in _in_order(value))} }}"
    if isinstance(value, list):
        return f"[{_values(value)}]"
    return json.dumps(value, ensure_ascii=False)


def _values(values: Iterable[Any]) -> str:
    return ", ".join(map(_value, values))


def _in_order(entry: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return the entries of a table in the order of the files; those of sources and texts stand as they are."""
    return sorted(entry.items(), key=lambda pair: _ORDER.index(pair[0]) if pair[0] in _ORDER else -1)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
