"""The chart of methods says of each indicator what each method says, on the scale of its own words."""

from __future__ import annotations

import civicplan as cp
from civicplan import show
from civicplan.rating.comparison import Comparison

from .pictures import rows_with

ASSESSED = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of=2020)


def dots_of(comparison: Comparison) -> dict[tuple[str, str], str]:
    drawn = (row for row in rows_with(show.methods(comparison, language="en"), "method") if row["x"] is not None)
    return {(row["id"], row["method"]): row["label"] for row in drawn}


def test_there_is_a_dot_for_each_word_and_for_nothing_else() -> None:
    for names in (["un-2023", "global-fund", "open-sdg-2.4"], cp.methods.names()):
        comparison = cp.compare(ASSESSED, names)
        assert dots_of(comparison) == {
            (rated.indicator.id, rated.rating.method): rated.rating.label
            for plan in comparison.ratings
            for rated in plan
            if rated.rating.is_rated and rated.rating.label in plan.method.labels
        }


def test_the_best_word_is_at_the_right_and_the_worst_at_the_left() -> None:
    comparison = cp.compare(ASSESSED, ["global-fund"])
    drawn = [row for row in rows_with(show.methods(comparison), "x") if row.get("label")]
    places = {row["label"]: row["x"] for row in drawn}
    in_order = [label for label in reversed(comparison.ratings[0].method.labels) if label in places]
    assert len(in_order) == 3
    assert sorted(places.values()) == [places[label] for label in in_order]


def test_the_data_say_what_the_comparison_says_and_why_a_method_says_nothing() -> None:
    comparison = cp.compare(ASSESSED, ["un-2023", "escap-csi"])
    rows = show.chart_data("methods", comparison, language="en")
    for row, said in zip(rows, comparison.to_rows(language="en"), strict=True):
        for name in ("un-2023", "escap-csi"):
            assert row[name] == said[name] or (said[name] == "—" and row[name].startswith("— "))


def test_no_method_at_all_is_said() -> None:
    chart = show.methods(Comparison(ratings=()), language="en").to_dict()
    assert chart["title"]["text"] == ["No method was asked for."]
