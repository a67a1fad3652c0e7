"""The value of the period before beside each row, over columns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from civicplan.errors import Reason
from civicplan.panel.columns import Panel, read_columns
from civicplan.panel.engine import nw, on_engine
from civicplan.panel.expressions import any_of, first_of, flag, no, no_word, number_of, own
from civicplan.panel.keys import OF_VALUES, REQUIRED, Keys, default_keys, of_group, with_keys, with_problem
from civicplan.panel.problems import Problem
from civicplan.panel.times import with_times


def with_previous(frame: Any, *, keys: Keys = None, columns: Mapping[str, str] | None = None) -> Any:
    """Put beside each row the value of the year before, or of the period of the same length just before its own.

    The period before 2024-Q1 is 2023-Q4, and that before 2021/2025 is 2016/2020.

    No row is chosen by chance. Where two rows have the same key and period, neither they nor the rows of the period
    after have a previous value. Every row stays as it is.

    Args:
        frame: A frame with the columns `value` and `period`. Rows on different measures are apart where it has a
            column `measure`.
        keys: The columns that say what a row is about; None takes `indicator`, and `plan` and `entity` where there are
            such columns, or what headings name such as KPI and County.
        columns: What these columns are called in the frame, where they have another name.

    Returns:
        The frame with the columns `previous_value` and `previous_value_reason`, which says why there is none:
        duplicate_key, null_key, unreadable_period or missing_observation.

    Raises:
        UnknownIdError: The frame has no such column.
        InvalidTypeError: A column holds something else than it should.
        InvalidValueError: A name cannot be what it should.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"indicator": ["gdp"] * 3, "period": [2023, 2024, 2026], "value": [9.1, 9.5, 9.9]})
    >>> with_previous(frame)["previous_value"].to_list()
    [None, 9.1, None]
    """

    def work(given: Any) -> Any:
        panel, group = with_keys(with_times(read_columns(given, columns, OF_VALUES, REQUIRED)), keys, columns)
        return _beside(with_problem(panel, needed=("period",)), group)

    return on_engine(frame, work, keys=keys or partial(default_keys, columns=columns))


def _beside(panel: Panel, group: tuple[str, ...]) -> Any:
    """Periods of one length are numbered, and two that follow each other share a pair: 0 and 1, 2 and 3, or 1 and 2.

    So no rows need be joined, and each stays in its place.
    """
    panel = _with_numbers(panel)
    panel = of_group(panel, (*group, own("period_start"), own("length")), copies=("is_row", "sum"))
    panel = panel.also(is_copied=first_of((flag(panel.col("copies") > 1), 1.0), otherwise=0.0))
    panel = panel.also(
        **{
            f"{kind}_{what}": number_of((is_it, panel.col(what)))
            for kind, is_it in (("even", no(panel.col("is_odd"))), ("odd", panel.col("is_odd")))
            for what in ("value", "is_copied")
        }
    )
    for kind, pair in (("even", "pair"), ("odd", "next_pair")):
        place = (*group, own("length"), own("offset"), own(pair))
        sought = {f"before_{kind}_{what}": (f"{kind}_{what}", "max") for what in ("value", "is_copied")}
        panel = of_group(panel, place, **sought)
    before = {
        what: first_of(
            (panel.col("is_odd"), panel.col(f"before_even_{what}")), otherwise=panel.col(f"before_odd_{what}")
        )
        for what in ("value", "is_copied")
    }
    return _with_reason_of_previous(panel.also(before=before["value"], before_copied=before["is_copied"]))


def _with_numbers(panel: Panel) -> Panel:
    """Return the panel with the number of each period among those of its length, and the pairs that it is in."""
    panel = panel.also(length=panel.col("period_end") - panel.col("period_start"), is_row=nw.lit(1.0))
    panel = panel.also(number=(panel.col("period_start") / panel.col("length")).floor())
    panel = panel.also(
        offset=panel.col("period_start") - panel.col("number") * panel.col("length"),
        pair=(panel.col("number") / 2).floor(),
        next_pair=((panel.col("number") + 1) / 2).floor(),
    )
    return panel.also(is_odd=flag(panel.col("pair") < panel.col("next_pair")))


def _with_reason_of_previous(panel: Panel) -> Any:
    is_copied = any_of(flag(panel.col("copies") > 1), flag(panel.col("before_copied") > 0))
    reason = first_of(
        (no(panel.col("is_placed")), panel.col("row_problem")),
        (is_copied, str(Problem.DUPLICATE_KEY)),
        (panel.col("before").is_null(), str(Reason.MISSING_OBSERVATION)),
        otherwise=no_word(),
    )
    panel = panel.also(reason=reason)
    answers = {
        "previous_value": number_of((panel.col("reason").is_null(), panel.col("before"))),
        "previous_value_reason": panel.col("reason"),
    }
    return panel.answered(answers)
