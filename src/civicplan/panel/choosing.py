"""Rows chosen over columns: the latest of each key, and the targets in force."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from civicplan.errors import Reason
from civicplan.panel.actuals import with_due
from civicplan.panel.bounds import with_measures
from civicplan.panel.columns import COLUMNS, Column, Panel, read_columns
from civicplan.panel.engine import nw, on_engine
from civicplan.panel.expressions import all_of, any_of, first_of, flag, no, no_word, number_of, own
from civicplan.panel.keys import (
    OF_VALUES,
    REQUIRED,
    Keys,
    default_keys,
    of_group,
    with_keys,
    with_problem,
    without_figure,
)
from civicplan.panel.kinds import Kind
from civicplan.panel.problems import Problem
from civicplan.panel.times import day_of, position_of, with_published, with_times
from civicplan.values import PeriodLike

_OF_TARGETS = {name: COLUMNS[name] for name in ("target", "due", "plan_period", "period", "measure")} | {
    "published": Column(Kind.DATE, "when the target was published", "it was published with the plan")
}
_TIMES_OF_TARGETS = ("due", "plan_period", "published")
#: Later than any period, and longer.
_NEVER = 2.0**20


def latest(
    frame: Any,
    *,
    keys: Keys = None,
    columns: Mapping[str, str] | None = None,
    by: PeriodLike | None = None,
) -> Any:
    """Keep of each entity and indicator the row of the latest period that has a value.

    Periods are ordered by their end; of those that end on the same day the longest is taken, so 2024 before 2024-Q4.
    Where no row has a value, the one of the latest period stays. A key with nothing over by the day has no row.

    No row is chosen by chance. The rows that share the latest period of a key all stay, without their value, and so
    does a row without a key or a period, and one whose period cannot be read. Where the keys are left to the default
    and some period of a key is in two rows, all its rows stay so: `keys` is to say what else sets them apart.

    Args:
        frame: A frame with the columns `value` and `period`. Rows on different measures are apart where it has a
            column `measure`.
        keys: The columns that say what a row is about; None takes `indicator`, and `plan` and `entity` where there are
            such columns, or what headings name such as KPI and County.
        columns: What these columns are called in the frame, where they have another name.
        by: The day is the last one of this period; what is over later is left out. None leaves nothing out.

    Returns:
        The rows, in their order where the frame has one, with the column `reason`, which says why `value` is null:
        duplicate_key, null_key, unreadable_period or missing_observation. A reason that the frame brings stays beside
        a value.

    Raises:
        UnknownIdError: The frame has no such column.
        InvalidTypeError: A column holds something else than it should.
        InvalidValueError: The day or a name cannot be what it should.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"indicator": ["gdp"] * 3, "period": [2023, 2024, 2025], "value": [9.1, 9.5, None]})
    >>> latest(frame)["value"].to_list(), latest(frame, by=2023)["value"].to_list()
    ([9.5], [9.1])
    """
    end = _NEVER if by is None else position_of(day_of(by, "by"))

    def work(given: Any) -> Any:
        panel, group = with_keys(with_times(read_columns(given, columns, OF_VALUES, REQUIRED)), keys, columns)
        return _latest(with_problem(panel, needed=("period",)), group, end, is_sure_of_keys=keys is not None)

    return on_engine(frame, work, keys=keys or partial(default_keys, columns=columns))


def _latest(panel: Panel, group: tuple[str, ...], limit: float, *, is_sure_of_keys: bool) -> Any:
    """One number orders the rows: by their end, then by their length; a row with a value goes before any without."""
    start, end = panel.col("period_start"), panel.col("period_end")
    panel = panel.also(
        place=number_of((all_of(panel.col("is_placed"), flag(end <= limit)), end * _NEVER + end - start))
    )
    first = first_of((panel.col("value").is_null(), 0.0), otherwise=_NEVER**2)
    panel = panel.also(rank=panel.col("place") + first)
    panel = of_group(panel, group, best=("rank", "max"))
    best = first_of((flag(panel.col("best") >= _NEVER**2), panel.col("best") - _NEVER**2), otherwise=panel.col("best"))
    panel = panel.also(is_latest=flag(panel.col("place") == best))
    panel = panel.also(chosen=number_of((panel.col("is_latest"), 1.0), (True, 0.0)))
    panel = of_group(panel, group, rows=("chosen", "sum"))
    panel = panel.also(is_mixed=False) if is_sure_of_keys else _with_mixed(panel, group)
    panel = panel.also(
        reason=first_of(
            (no(panel.col("is_placed")), panel.col("row_problem")),
            (any_of(panel.col("is_mixed"), flag(panel.col("rows") > 1)), str(Problem.DUPLICATE_KEY)),
            (panel.col("value").is_null(), str(Reason.MISSING_OBSERVATION)),
            otherwise=no_word(),
        )
    )
    panel = panel.also(is_kept=any_of(panel.col("is_latest"), panel.col("is_mixed"), no(panel.col("is_placed"))))
    kept = panel._replace(frame=panel.frame.filter(panel.col("is_kept")))
    return without_figure(kept, panel.called["value"])


def _with_mixed(panel: Panel, group: tuple[str, ...]) -> Panel:
    """Return the panel with a flag for the rows of keys that have a period in two rows: they may be of two places."""
    panel = panel.also(is_by_day=number_of((no(panel.col("place").is_null()), 1.0), (True, 0.0)))
    panel = of_group(panel, (*group, own("place")), copies=("is_by_day", "sum"))
    panel = of_group(panel, group, most_copies=("copies", "max"))
    return panel.also(is_mixed=all_of(flag(panel.col("is_by_day") > 0), flag(panel.col("most_copies") > 1)))


def in_force(
    frame: Any,
    *,
    keys: Keys = None,
    columns: Mapping[str, str] | None = None,
    as_of: PeriodLike | None = None,
) -> Any:
    """Keep of several targets of one key and measure those in force on the day; the rows of others are left out.

    Of targets that are due at the same time, those published last by the day stand. Of these the ones due last by the
    day are in force, and before any is due, the first to come. Several may be in force together, such as a least and a
    most, so rows with one key are no fault here. A row without a figure gives way to those with one. Where nothing was
    published by the day, no row stays.

    A row without a key stays, without its figure, and so does one with a time that cannot be read: nothing says
    whether its target is in force.

    Args:
        frame: A frame with the column `target`, and those of `due`, `plan_period`, `measure`, `period` and
            `published` that it has. When a target is due is read as `assess` does.
        keys: The columns that say what a row is about; None takes `indicator`, and `plan` and `entity` where there are
            such columns, or what headings name such as KPI and County.
        columns: What these columns are called in the frame, where they have another name.
        as_of: The day is the last one of this period; None finds the target in force at the end of each row's own
            `period`, as `assess` does, among the rows of that period, and after everything where there is no such
            column.

    Returns:
        The rows, in their order where the frame has one, with the column `reason`, which says why `target` is null:
        null_key, unreadable_period or no_figure. A reason that the frame brings stays beside a target.

    Raises:
        UnknownIdError: The frame has no such column.
        InvalidTypeError: A column holds something else than it should.
        InvalidValueError: The day or a name cannot be what it should.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"indicator": ["air"] * 2, "due": [2021, 2022], "target": [74, 78]})
    >>> in_force(frame, as_of=2021)["target"].to_list(), in_force(frame, as_of=2025)["target"].to_list()
    ([74], [78])
    """
    end = None if as_of is None else position_of(day_of(as_of, "as_of"))

    def work(given: Any) -> Any:
        panel = with_measures(with_published(with_times(read_columns(given, columns, _OF_TARGETS, ("target",)))))
        panel, group = with_keys(with_due(panel, None), keys, columns)
        is_by_row = as_of is None and "period" in panel.has
        panel = panel.also(day=panel.col("period_end") if is_by_row else nw.lit(_NEVER if end is None else end))
        group = (*group, own("period_start"), own("period_end")) if is_by_row else group
        is_due_by_row = not panel.has & {"due", "plan_period"}
        needed = ("period",) if "period" in panel.has and (is_by_row or is_due_by_row) else ()
        return _in_force(with_problem(panel, needed=needed, read=_TIMES_OF_TARGETS), group)

    return on_engine(frame, work, keys=keys or partial(default_keys, columns=columns))


def _in_force(panel: Panel, group: tuple[str, ...]) -> Any:
    panel = _with_standing_targets(panel, group)
    end = panel.col("goal_end")
    panel = panel.also(
        due_end=number_of((all_of(panel.col("stands"), flag(end <= panel.col("day"))), end)),
        coming_end=number_of((panel.col("stands"), end)),
    )
    panel = of_group(panel, group, last_due=("due_end", "max"), next_due=("coming_end", "min"))
    chosen = first_of((no(panel.col("last_due").is_null()), panel.col("last_due")), otherwise=panel.col("next_due"))
    panel = panel.also(is_in_force=all_of(panel.col("stands"), flag(end == chosen)))
    panel = panel.also(
        reason=first_of(
            (no(panel.col("is_placed")), panel.col("row_problem")),
            (panel.col("target").is_null(), str(Problem.NO_FIGURE)),
            otherwise=no_word(),
        )
    )
    panel = panel.also(is_kept=any_of(panel.col("is_in_force"), no(panel.col("is_placed"))))
    kept = panel._replace(frame=panel.frame.filter(panel.col("is_kept")))
    return without_figure(kept, panel.called["target"])


def _with_standing_targets(panel: Panel, group: tuple[str, ...]) -> Panel:
    """Return the panel with a flag for the targets that were published by the day and not revised by then."""
    published = first_of((panel.col("published_end").is_null(), 0.0), otherwise=panel.col("published_end"))
    panel = panel.also(
        goal_start=first_of((panel.col("goal_start").is_null(), -1.0), otherwise=panel.col("goal_start")),
        goal_end=first_of((panel.col("goal_end").is_null(), _NEVER), otherwise=panel.col("goal_end")),
        publication=published,
        is_published=all_of(panel.col("is_placed"), flag(published <= panel.col("day"))),
        has_figure=number_of((panel.col("target").is_null(), 0.0), (True, 1.0)),
    )
    panel = panel.also(figure=number_of((panel.col("is_published"), panel.col("has_figure"))))
    panel = of_group(panel, group, best_figure=("figure", "max"))
    panel = panel.also(counts=flag(panel.col("figure") == panel.col("best_figure")))
    panel = panel.also(issue=number_of((panel.col("counts"), panel.col("publication"))))
    panel = of_group(panel, (*group, own("goal_start"), own("goal_end")), last_issue=("issue", "max"))
    return panel.also(stands=flag(panel.col("issue") == panel.col("last_issue")))
