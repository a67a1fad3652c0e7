"""Targets over columns: the acceptable values, the side that is better, and why a row has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from civicplan.model import Measure
from civicplan.panel.columns import Panel
from civicplan.panel.engine import nw
from civicplan.panel.expressions import Expr, col, first_of, flag, number_of
from civicplan.panel.problems import Problem, code
from civicplan.values.vocabulary import Direction

#: What may be written for each kind of target; the first is the sign that the documents print.
SIGNS: Mapping[str, tuple[str, ...]] = {
    "at_least": ("≥", ">=", "⩾", "≧"),
    "above": (">", "＞"),
    "at_most": ("≤", "<=", "⩽", "≦"),
    "below": ("<", "＜"),
    "exactly": ("=", "＝"),
    "between": ("..",),
    "about": ("±", "+/-", "≈", "~", "≒", "≃", "≅"),
}
_WITHOUT_TOLERANCE = SIGNS["about"][2:]
_MEASURES = tuple(map(str, Measure))


def with_bounds(panel: Panel) -> Panel:
    """Return the panel with what each row aims at.

    The new columns are the measure and the kind of the target as flags, `low` and `high` of what is acceptable (null
    where it has no such end), `is_strict` where the end itself is not, and `problem`, the number of what is wrong.
    """
    panel = _with_measures(panel)
    panel = _with_directions(panel)
    panel = _with_kinds(panel)
    panel = panel.also(second=col("target_high") if "target_high" in panel.has else number_of((nw.lit(False), 0.0)))
    panel = panel.also(
        is_strict=flag(col("above") | col("below")),
        no_width=flag(col("about") & col("second").is_null()),
        problem=_problem(panel),
    )
    return _with_ends(panel)


def _is_any_of(text: Expr, words: Iterable[str]) -> Expr:
    """Return where a text is one of some words; each is compared by itself, which is the fastest."""
    first, *others = words
    found = text == first
    for word in others:
        found = found | (text == word)
    return flag(found)


def _with_measures(panel: Panel) -> Panel:
    if "measure" not in panel.has:
        return panel.also(
            **{f"is_{name}": nw.lit(name == Measure.LEVEL) for name in _MEASURES}, bad_measure=nw.lit(False)
        )
    text = col("measure")
    panel = panel.also(
        **{f"is_{name}": flag(text == name) for name in _MEASURES if name != Measure.LEVEL},
        is_level=flag(text.is_null() | (text == str(Measure.LEVEL))),
    )
    known = col("is_level")
    for name in _MEASURES:
        known = known | col(f"is_{name}")
    return panel.also(bad_measure=~known)


def _with_directions(panel: Panel) -> Panel:
    """What of a reduction is better is known: more of it."""
    if "direction" not in panel.has:
        return panel.also(higher=col("is_reduction"), lower=nw.lit(False), bad_direction=nw.lit(False))
    text = col("direction")
    panel = panel.also(**{f"says_{name}": flag(text == str(name)) for name in Direction})
    is_known = text.is_null() | col("says_higher") | col("says_lower") | col("says_range")
    return panel.also(
        higher=col("is_reduction") | col("says_higher"),
        lower=flag(col("says_lower") & ~col("is_reduction")),
        bad_direction=flag(~is_known),
    )


def _with_kinds(panel: Panel) -> Panel:
    """A target without a sign is a floor where higher is better and a cap where lower is, as in tables."""
    if "comparator" not in panel.has:
        unsigned, kinds = nw.lit(True), dict.fromkeys(SIGNS, nw.lit(False))
        unknown = nw.lit(False)
    else:
        text = col("comparator")
        unsigned, kinds = flag(text.is_null()), {kind: _is_any_of(text, signs) for kind, signs in SIGNS.items()}
        panel = panel.also(**{f"says_{kind}": value for kind, value in kinds.items()}, unsigned=unsigned)
        unsigned, kinds = col("unsigned"), {kind: col(f"says_{kind}") for kind in SIGNS}
        unknown = ~unsigned
        for said in kinds.values():
            unknown = unknown & ~said
    kinds["at_least"] = kinds["at_least"] | (unsigned & col("higher"))
    kinds["at_most"] = kinds["at_most"] | (unsigned & col("lower"))
    return panel.also(
        **{kind: flag(value) for kind, value in kinds.items()},
        no_sign=flag(unsigned & ~col("higher") & ~col("lower")),
        bad_comparator=flag(unknown),
    )


def _problem(panel: Panel) -> Expr:
    """Return the number of what is wrong with the target of a row, 0 where nothing is."""
    target, second = col("target"), col("second")
    in_units = ~col("is_growth") & ~col("is_reduction")
    is_against = ((col("at_most") | col("below")) & col("higher")) | ((col("at_least") | col("above")) & col("lower"))
    cases = (
        (col("bad_measure"), Problem.UNKNOWN_MEASURE),
        (col("bad_direction"), Problem.UNKNOWN_DIRECTION),
        (col("bad_comparator"), Problem.UNKNOWN_COMPARATOR),
        (target.is_null(), Problem.NO_FIGURE),
        (col("no_sign"), Problem.NO_COMPARATOR),
        (col("between") & second.is_null(), Problem.NO_SECOND_FIGURE),
        (col("between") & (second < target), Problem.ENDS_SWAPPED),
        (col("about") & (second < 0), Problem.NEGATIVE_TOLERANCE),
        (is_against & in_units, Problem.DIRECTION_AGAINST_TARGET),
    )
    return first_of(*((flag(condition), code(problem)) for condition, problem in cases), otherwise=0)


def _with_ends(panel: Panel) -> Panel:
    """A declared direction opens the better side of a range and of an "about"."""
    target, second = col("target"), col("second")
    tolerance = first_of((second.is_null(), 0.0), otherwise=second)
    opens_up, opens_down = col("higher"), col("lower")
    low = number_of(
        (col("at_least") | col("above") | col("exactly") | (col("between") & ~opens_down), target),
        (col("about") & ~opens_down, target - tolerance),
    )
    high = number_of(
        (col("at_most") | col("below") | col("exactly"), target),
        (col("between") & ~opens_up, second),
        (col("about") & ~opens_up, target + tolerance),
    )
    is_usable = col("problem") == 0
    panel = panel.also(low=number_of((is_usable, low)), high=number_of((is_usable, high)))
    has_low, has_high = ~col("low").is_null(), ~col("high").is_null()
    return panel.also(
        is_floor=flag(has_low & ~has_high), is_cap=flag(has_high & ~has_low), is_two_sided=flag(has_low & has_high)
    )


def goal_from(start: Expr) -> Expr:
    """Return what is worked towards from a value: the near end of a range, else the figure of the target."""
    target, second = col("target"), col("second")
    near = first_of((start < target, target), (start > second, second), otherwise=start)
    return first_of((col("between"), near), otherwise=target)


def accepts(value: Expr) -> Expr:
    """Return where a value is acceptable; floats as close as rounding are the same."""
    low, high = col("low"), col("high")
    strict = col("is_strict")
    above = first_of((low.is_null(), True), (strict, beyond(value, low)), otherwise=~beyond(low, value, low))
    below = first_of((high.is_null(), True), (strict, beyond(high, value, high)), otherwise=~beyond(value, high))
    return above & below & (col("problem") == 0)


def beyond(one: Expr, other: Expr, end: Expr | None = None) -> Expr:
    """Return where one number is greater than the other by more than rounding, for the size of an end."""
    size = other if end is None else end
    return flag(one - other > size.abs() * 1e-9)
