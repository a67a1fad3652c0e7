"""Targets over columns: the acceptable values, the side that is better, and why a row has none."""

from __future__ import annotations

from collections.abc import Mapping

from civicplan.model import Measure
from civicplan.panel.columns import Panel
from civicplan.panel.expressions import (
    Code,
    Expr,
    Flag,
    all_of,
    any_of,
    code_of,
    first_of,
    flag,
    no,
    no_number,
    number_of,
    rounding,
)
from civicplan.panel.problems import Problem, code
from civicplan.values.vocabulary import Direction

#: What may be written for each kind of target.
SIGNS: Mapping[str, tuple[str, ...]] = {
    "at_least": ("≥", ">="),
    "above": (">",),
    "at_most": ("≤", "<="),
    "below": ("<",),
    "exactly": ("=",),
    "between": ("..",),
    "about": ("±", "≈", "~"),
}


def with_bounds(panel: Panel) -> Panel:
    """Return the panel with what each row aims at.

    The new columns are the measure and the kind of the target as flags, `low` and `high` of what is acceptable (null
    where it has no such end), `is_strict` where the end itself is not, and `problem`, the number of what is wrong.
    """
    panel = _with_kinds(_with_directions(with_measures(panel)))
    second = panel.col("target_high") if "target_high" in panel.has else no_number()
    panel = panel.also(
        second=second,
        is_strict=any_of(panel.col("above"), panel.col("below")),
        no_width=all_of(panel.col("about"), panel.missing("target_high")),
    )
    panel = panel.also(problem=_problem(panel))
    if "target_high" not in panel.has:
        panel = panel.also(between=False)  # each is a problem
    return _with_ends(panel)


def with_measures(panel: Panel) -> Panel:
    """Return the panel with a flag for each measure, of the rows that are in it; those without one are levels."""
    if "measure" not in panel.has:
        return panel.also(**{f"is_{name}": name is Measure.LEVEL for name in Measure}, bad_measure=False)
    text = panel.col("measure")
    found = {f"is_{name}": flag(text == str(name)) for name in Measure}
    found["is_level"] = any_of(panel.missing("measure"), found["is_level"])
    panel = panel.also(**found)
    return panel.also(bad_measure=no(any_of(*(panel.col(f"is_{name}") for name in Measure))))


def _with_directions(panel: Panel) -> Panel:
    """What of a reduction is better is known: more of it."""
    is_reduction = panel.col("is_reduction")
    if "direction" not in panel.has:
        return panel.also(higher=is_reduction, lower=False, bad_direction=False)
    text = panel.col("direction")
    says = {name: flag(text == str(name)) for name in Direction}
    return panel.also(
        higher=any_of(is_reduction, says[Direction.HIGHER]),
        lower=all_of(says[Direction.LOWER], no(is_reduction)),
        bad_direction=no(any_of(panel.missing("direction"), *says.values())),
    )


def _with_kinds(panel: Panel) -> Panel:
    """A target without a sign is a floor where higher is better and a cap where lower is, as in tables."""
    higher, lower = panel.col("higher"), panel.col("lower")
    if "comparator" not in panel.has:
        kinds = dict.fromkeys(SIGNS, False) | {"at_least": higher, "at_most": lower}
        return panel.also(**kinds, no_sign=no(any_of(higher, lower)), bad_comparator=False)
    text = panel.col("comparator")
    said = {kind: any_of(*(flag(text == sign) for sign in signs)) for kind, signs in SIGNS.items()}
    panel = panel.also(unsigned=panel.missing("comparator"), **{f"says_{kind}": one for kind, one in said.items()})
    unsigned, says = panel.col("unsigned"), {kind: panel.col(f"says_{kind}") for kind in SIGNS}
    kinds = says | {
        "at_least": any_of(says["at_least"], all_of(unsigned, higher)),
        "at_most": any_of(says["at_most"], all_of(unsigned, lower)),
    }
    return panel.also(
        **kinds,
        no_sign=all_of(unsigned, no(any_of(higher, lower))),
        bad_comparator=no(any_of(unsigned, *says.values())),
    )


def _problem(panel: Panel) -> Code:
    """Return the number of what is wrong with the target of a row, 0 where nothing is."""
    col, target, second = panel.col, panel.col("target"), panel.col("second")
    in_units = no(any_of(col("is_growth"), col("is_reduction")))
    is_against = any_of(
        all_of(any_of(col("at_most"), col("below")), col("higher")),
        all_of(any_of(col("at_least"), col("above")), col("lower")),
    )
    cases = (
        (col("bad_measure"), Problem.UNKNOWN_MEASURE),
        (col("bad_direction"), Problem.UNKNOWN_DIRECTION),
        (col("bad_comparator"), Problem.UNKNOWN_COMPARATOR),
        (panel.missing("target"), Problem.NO_FIGURE),
        (col("no_sign"), Problem.NO_COMPARATOR),
        (all_of(col("between"), panel.missing("target_high")), Problem.NO_SECOND_FIGURE),
        (all_of(col("between"), flag(second < target)), Problem.ENDS_SWAPPED),
        (all_of(col("about"), flag(second < 0)), Problem.NEGATIVE_TOLERANCE),
        (all_of(is_against, in_units), Problem.DIRECTION_AGAINST_TARGET),
    )
    return code_of(*((condition, code(problem)) for condition, problem in cases), otherwise=0)


def _with_ends(panel: Panel) -> Panel:
    """A declared direction opens the better side of a range and of an "about"."""
    col, target, second = panel.col, panel.col("target"), panel.col("second")
    tolerance = number_of((panel.missing("target_high"), 0.0), (True, second))
    opens_up, opens_down, is_usable = col("higher"), col("lower"), col("problem") == 0
    has_low = any_of(
        *(col(kind) for kind in ("at_least", "above", "exactly")),
        all_of(any_of(col("between"), col("about")), no(opens_down)),
    )
    has_high = any_of(
        *(col(kind) for kind in ("at_most", "below", "exactly")),
        all_of(any_of(col("between"), col("about")), no(opens_up)),
    )
    panel = panel.also(has_low=all_of(is_usable, has_low), has_high=all_of(is_usable, has_high))
    has_low, has_high = panel.col("has_low"), panel.col("has_high")
    low = first_of((col("about"), target - tolerance), otherwise=target)
    high = first_of((col("between"), second), (col("about"), target + tolerance), otherwise=target)
    panel = panel.also(
        low=number_of((has_low, low)),
        high=number_of((has_high, high)),
        is_floor=all_of(has_low, no(has_high)),
        is_cap=all_of(has_high, no(has_low)),
        is_two_sided=all_of(has_low, has_high),
    )
    low, high, is_strict = panel.col("low"), panel.col("high"), panel.col("is_strict")
    return panel.also(
        least_accepted=first_of((is_strict, low + rounding(low)), otherwise=low - rounding(low)),
        most_accepted=first_of((is_strict, high - rounding(high)), otherwise=high + rounding(high)),
    )


def goal_from(panel: Panel, start: Expr) -> Expr:
    """Return what is worked towards from a value: the near end of a range, else the figure of the target."""
    target, second = panel.col("target"), panel.col("second")
    near = first_of((flag(start < target), target), (flag(start > second), second), otherwise=start)
    return number_of((panel.col("between"), near), (True, target))


def accepts(panel: Panel, value: Expr) -> Flag:
    """Return where a value is acceptable; floats as close as rounding are the same."""
    return all_of(any_of(panel.col("has_low"), panel.col("has_high")), lies_between(panel, value, value))


def lies_between(panel: Panel, least: Expr, most: Expr) -> Flag:
    """Return where one value is not under the lower end of what is acceptable, nor another over the upper one.

    What is asked of an end holds where there is no such end.
    """
    col = panel.col
    return all_of(
        any_of(no(col("has_low")), flag(least >= col("least_accepted"))),
        any_of(no(col("has_high")), flag(most <= col("most_accepted"))),
    )
