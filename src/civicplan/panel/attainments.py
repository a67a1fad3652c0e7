"""Attainment and gap over columns: the actual against the target, and how far it is outside what is acceptable."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Code, Expr, all_of, code_of, flag, most_of, no, number_of
from civicplan.panel.problems import code
from civicplan.panel.rules import ATTAINMENT

#: Which levels are better than others by the kind of target.
_BETTER = {"is_floor": "higher", "is_cap": "lower", "is_two_sided": "range"}


def with_attainment(panel: Panel) -> Panel:
    """Return the panel with attainment, the reason where there is none, and the gap; a change has its progress."""
    panel = panel.also(attainment_reason=_reason(panel))
    col, target = panel.col, _target(panel)
    has_ratio = all_of(col("attainment_reason") == 0, no(col("is_change")))
    of_floor = _formulas.attainment_of_floor(col("actual"), number_of((all_of(has_ratio, col("is_floor")), target)))
    of_cap = _formulas.attainment_of_cap(number_of((all_of(has_ratio, col("is_cap")), col("actual"))), target)
    ratio = number_of((col("is_floor"), of_floor), (col("is_cap"), of_cap), (has_ratio, 1.0))
    return panel.also(attainment=number_of((col("is_change"), col("progress")), (True, ratio)), gap=_gap(panel))


def _target(panel: Panel) -> Expr:
    """Return what an actual is compared with: the centre of an "about" with an open side, else the one end."""
    col = panel.col
    return number_of((col("about"), col("target")), (col("has_low"), col("low")), (True, col("high")))


def _reason(panel: Panel) -> Code:
    col, target = panel.col, _target(panel)
    ends = {"is_floor": (target,), "is_cap": (target,), "is_two_sided": (col("low"), col("high"))}
    of_kinds = (
        (all_of(col(kind), flag(condition)), code(reason))
        for kind, numbers in ends.items()
        for condition, reason in ATTAINMENT[_BETTER[kind]].cases(col("actual"), *numbers)
    )
    return code_of(
        (col("problem") != 0, col("problem")),
        (col("no_actual") != 0, col("no_actual")),
        (col("is_hedged"), code(Reason.HEDGED)),
        (col("is_change"), col("share_reason")),
        *of_kinds,
        otherwise=0,
    )


def _gap(panel: Panel) -> Expr:
    """Return how far the actual is outside what is acceptable; 0 or less inside [unit of the actual]."""
    col, actual = panel.col, number_of((panel.col("has_actual"), panel.col("actual")))
    below, above = col("low") - actual, actual - col("high")
    return number_of((col("is_floor"), below), (col("is_cap"), above), (True, most_of(below, above)))
