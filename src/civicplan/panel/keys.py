"""Keys over columns: which rows are about the same thing, and which of them cannot be told apart or placed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from civicplan.errors import InvalidTypeError, InvalidValueError, UnknownIdError, describe
from civicplan.model import Measure
from civicplan.panel.columns import COLUMNS, KEYS, Panel, check_answers, mapping_of, unknown_column
from civicplan.panel.engine import nw
from civicplan.panel.expressions import Expr, all_of, any_of, first_of, flag, no, no_word, own
from civicplan.panel.naming import of_keys
from civicplan.panel.problems import Problem

#: What is read of a frame of actuals.
OF_VALUES = {name: COLUMNS[name] for name in ("value", "period", "measure")}
REQUIRED = ("value", "period")
#: The column or columns that say what a row is about.
Keys: TypeAlias = str | Sequence[str] | None
_PLAN, _INDICATOR = "plan", "indicator"


def with_keys(panel: Panel, keys: Keys, columns: Mapping[str, str] | None) -> tuple[Panel, tuple[str, ...]]:
    """Return the panel with keys of ours and a flag for the rows that have all of them, and what the keys are called.

    A measure is part of the key where the panel has one, so that no level is ever taken for a growth.

    Args:
        panel: The panel.
        keys: The columns that say what a row is about; None takes the indicator, and the plan and the entity as far as
            there are such columns.
        columns: What these are called in the frame, where they have another name; else their headings tell it.

    Raises:
        UnknownIdError: The frame has no such column.
        InvalidTypeError: The keys are no names.
        InvalidValueError: There is none.
    """
    schema = panel.frame.collect_schema()
    own_schema = {name: schema[name] for name in panel.names}
    theirs = chosen_columns(panel, default_keys(own_schema, columns) if keys is None else keys, "keys")
    panel = panel.also(**{f"key_{number}": _comparable(name, schema[name]) for number, name in enumerate(theirs)})
    if "measure" in panel.has:
        measure = panel.col("measure")
        panel = panel.also(key_measure=first_of((panel.missing("measure"), str(Measure.LEVEL)), otherwise=measure))
    has_key = all_of(*(no(flag(panel.col(f"key_{number}").is_null())) for number in range(len(theirs))))
    names = [f"key_{number}" for number in range(len(theirs))] + ["key_measure"] * ("measure" in panel.has)
    return panel.also(has_key=has_key), tuple(map(own, names))


def chosen_columns(panel: Panel, names: str | Sequence[str], argument: str) -> tuple[str, ...]:
    """Return the columns of the frame that an argument names, each once.

    Raises:
        UnknownIdError: The frame has no such column.
        InvalidTypeError: They are no names.
        InvalidValueError: There is none.
    """
    listed = (names,) if isinstance(names, str) else tuple(names) if isinstance(names, Sequence) else None
    if listed is None or not all(isinstance(name, str) for name in listed):
        raise InvalidTypeError(argument, "the name of a column, or several", describe(names))
    if not listed:
        raise InvalidValueError(argument, "at least one column", "none")
    for name in listed:
        if name not in panel.names:
            raise unknown_column(panel.frame, name)
    return tuple(dict.fromkeys(listed))


def default_keys(schema: Mapping[str, Any], columns: Mapping[str, str] | None) -> tuple[str, ...]:
    """Return the columns of plans, of places, of which a frame may have several, and of indicators.

    A column `plan` of numbers may be what was planned, and sets no rows apart.

    Args:
        schema: The columns of the frame and their types.
        columns: What columns of ours are called there.

    Raises:
        UnknownIdError: None tells indicators apart.
    """
    said = mapping_of(columns)
    called = {name: theirs for name in KEYS if (theirs := said.get(name, name)) in schema}
    if _PLAN not in said and _PLAN in called and schema[_PLAN] not in (nw.String, nw.Categorical, nw.Enum):
        del called[_PLAN]
    others = [name for name in schema if isinstance(name, str) and name not in {*said.values(), *KEYS}]
    headed = of_keys(others, set(KEYS) - called.keys())
    found = {**{name: [theirs] for name, theirs in called.items()}, **headed}
    if not found.get(_INDICATOR):
        raise UnknownIdError(_INDICATOR, tuple(map(str, schema)), "the frame, as keys= names no other column,")
    return tuple(theirs for name in KEYS for theirs in found.get(name, ()))


def _comparable(name: str, dtype: nw.dtypes.DType) -> Expr:
    """Return a key that every engine compares alike: categories as text, and no number that is none."""
    column = nw.col(name)
    if dtype in (nw.Categorical, nw.Enum):
        return column.cast(nw.String())
    return nw.when(~column.is_nan()).then(column) if dtype.is_float() else column


def of_group(panel: Panel, group: Sequence[str], **sought: tuple[str, str]) -> Panel:
    """Return the panel with the sum, least or greatest of some columns of ours over the rows of each group.

    Args:
        panel: The panel.
        group: The columns that the rows of a group share.
        sought: By the name of each new column, the column and what to find of it: sum, min or max.

    """
    return panel.also(
        **{name: getattr(panel.col(source), how)().over(*group) for name, (source, how) in sought.items()}
    )


def with_problem(panel: Panel, *, needed: Sequence[str], read: Sequence[str] = ()) -> Panel:
    """Return the panel with why a row cannot be placed, as `row_problem`, and a flag for the rows that can.

    Args:
        panel: The panel with its times and keys.
        needed: The times that a row must have.
        read: Those that it may lack, but that must be readable where it has them.
    """
    is_unreadable = {name: panel.col(f"{name}_unreadable") for name in (*needed, *read)}
    is_missing = [all_of(flag(panel.col(f"{name}_end").is_null()), no(is_unreadable[name])) for name in needed]
    cases = (
        (any_of(no(panel.col("has_key")), *is_missing), str(Problem.NULL_KEY)),
        (any_of(*is_unreadable.values()), str(Problem.UNREADABLE_PERIOD)),
    )
    panel = panel.also(row_problem=first_of(*cases, otherwise=no_word()))
    return panel.also(is_placed=panel.col("row_problem").is_null())


def without_figure(panel: Panel, figure: str) -> Any:
    """Return the caller's columns with the reason of each row; a figure that has one against it is null."""
    check_answers(panel.names, ("reason",))
    schema = panel.frame.collect_schema()
    has_reason = "reason" in panel.names and schema["reason"] in (nw.String, nw.Categorical, nw.Enum)
    brought = nw.col("reason").cast(nw.String()) if has_reason else no_word()
    answers = {
        figure: nw.when(panel.col("reason").is_null()).then(nw.col(figure)),
        "reason": first_of((panel.col("reason").is_null(), brought), otherwise=panel.col("reason")),
    }
    names = panel.names if "reason" in panel.names else (*panel.names, "reason")
    return panel.frame.select(*(answers[name].alias(name) if name in answers else nw.col(name) for name in names))
