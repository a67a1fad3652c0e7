"""Attainment and gap over columns: the actual against the target, and how far it is outside what is acceptable."""

from __future__ import annotations

from civicplan.errors import Reason
from civicplan.measure import _formulas
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import Expr, col, first_of, flag, most_of, number_of
from civicplan.panel.problems import code


def with_attainment(panel: Panel) -> Panel:
    """Return the panel with attainment, the reason where there is none, and the gap; a change has its progress."""
    panel = panel.also(attainment_reason=_reason())
    has_ratio = flag((col("attainment_reason") == 0) & ~col("is_change"))
    actual, target = col("actual"), _target()
    of_floor = _formulas.attainment_of_floor(actual, number_of((has_ratio & col("is_floor"), target)))
    of_cap = _formulas.attainment_of_cap(number_of((has_ratio & col("is_cap"), actual)), target)
    ratio = first_of((col("is_floor"), of_floor), (col("is_cap"), of_cap), otherwise=number_of((has_ratio, 1.0)))
    return panel.also(attainment=first_of((col("is_change"), col("progress")), otherwise=ratio), gap=_gap())


def _target() -> Expr:
    """Return what an actual is compared with: the centre of an "about" with an open side, else the one end."""
    one_end = first_of((col("low").is_null(), col("high")), otherwise=col("low"))
    return first_of((col("about"), col("target")), otherwise=one_end)


def _reason() -> Expr:
    actual, target = col("actual"), _target()
    inside = flag(actual >= col("low")) & flag(actual <= col("high"))
    return first_of(
        (col("problem") != 0, col("problem")),
        (col("no_actual") != 0, col("no_actual")),
        (col("is_change"), col("share_reason")),
        (col("is_two_sided"), first_of((inside, 0), otherwise=code(Reason.LIMITS_UNKNOWN))),
        (col("is_cap") & flag(actual == 0), code(Reason.ZERO_ACTUAL)),
        (flag(target == 0), code(Reason.ZERO_TARGET)),
        (flag(target < 0) | (col("is_cap") & flag(actual < 0)), code(Reason.NEGATIVE_VALUE)),
        otherwise=0,
    )


def _gap() -> Expr:
    """Return how far the actual is outside what is acceptable; 0 or less inside [unit of the actual]."""
    actual = number_of((col("has_actual"), col("actual")))
    below, above = col("low") - actual, actual - col("high")
    return first_of((col("is_floor"), below), (col("is_cap"), above), otherwise=most_of(below, above))
