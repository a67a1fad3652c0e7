"""Summaries over columns: how many rows have which verdict and standing, and what their measures come to on average."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from civicplan.errors import InvalidValueError, describe
from civicplan.model import Standing, Verdict
from civicplan.panel.columns import Column, Panel, mapping_of, read_columns
from civicplan.panel.engine import nw, on_engine
from civicplan.panel.expressions import Expr, Flag, all_of, any_of, first_of, flag, no, number_of, own
from civicplan.panel.keys import chosen_columns
from civicplan.panel.kinds import Kind, finite
from civicplan.panel.problems import Problem

_MEANS = ("attainment", "progress")
_ANSWERS: Mapping[str, Column] = {
    "verdict": Column(Kind.WORD, "met, not_met, not_due or not_assessable", "the column must be there"),
    "standing": Column(Kind.WORD, "how a target that is not due is doing", "no standings are counted"),
    "decisive": Column(Kind.FLAG, "whether nothing known could overturn the verdict", "none is counted"),
    "attainment": Column(Kind.NUMBER, "the actual against the target", "no mean of it"),
    "progress": Column(Kind.NUMBER, "the share of the planned change that is done", "no mean of it"),
    "reason": Column(Kind.WORD, "why there is no verdict", "every verdict counts"),
}
#: Rows with these reasons may stand twice, or for nobody knows what.
_UNPLACED = (str(Problem.DUPLICATE_KEY), str(Problem.NULL_KEY))


def summarise(assessed: Any, *, by: str | Sequence[str] | None = None, columns: Mapping[str, str] | None = None) -> Any:
    """Count the verdicts and standings of an assessed frame, and average its measures.

    What could not be assessed is always counted beside what could. A share or a mean of nothing is null, never 0.

    The new columns are, in this order:

    - `rows`;
    - `met`, `not_met`, `not_due` and `not_assessable`, which add up to `rows`. A row is not assessable, either, where
      its verdict is missing or none of these words, or where its `reason` is duplicate_key or null_key;
    - `share_met`: those met of those judged, which are met or not met;
    - `coverage`: those judged of all that are not `not_due`;
    - `decisive`: how many of those judged are; null where a judged row does not say;
    - `achieved_early`, `ahead`, `on_track`, `behind`, `reversing`, and `no_standing` for the other rows;
    - `attainment_mean`, `attainment_rows`, on which the mean rests, and `attainment_left_out`, the rows without one;
      likewise of `progress`.

    What the frame has no column for has none here.

    Args:
        assessed: A frame as `assess` gives it: the column `verdict`, and `standing`, `decisive`, `attainment`,
            `progress` and `reason`, as far as it has them.
        by: The column or columns to group by; None gives one row for all. Rows without a group are a group.
        columns: What these columns are called in the frame, where they have another name.

    Returns:
        One row for each group, in the order of the groups.

    Raises:
        UnknownIdError: The frame has no such column.
        InvalidTypeError: A column holds something else than it should.
        InvalidValueError: A name cannot be what it should.

    >>> import polars as pl
    >>> assessed = pl.DataFrame({"verdict": ["met", "met", "not_met", "not_assessable"], "progress": [1, 2, 0, None]})
    >>> summarise(assessed).select("rows", "met", "not_assessable", "coverage", "progress_mean").row(0)
    (4, 2, 1, 0.75, 1.0)
    """
    decisive = mapping_of(columns).get("decisive", "decisive")

    def work(given: Any) -> Any:
        panel = read_columns(_without_unsaid(given, decisive), columns, _ANSWERS, ("verdict",))
        groups = () if by is None else chosen_columns(panel, by, "by")
        panel = _with_told(_with_counted(panel))
        return _summed(panel, groups)

    return on_engine(assessed, work)


def _without_unsaid(given: Any, decisive: str) -> Any:
    """Dask has no type for flags that are all missing, and works out a frame before it tells; so these are left out."""
    schema = given.collect_schema() if given.implementation.is_dask() else {}
    unsaid = [name for name, dtype in schema.items() if name.lower() == decisive.lower() and dtype != nw.Boolean]
    return given.drop(unsaid) if unsaid else given


def _with_counted(panel: Panel) -> Panel:
    """Return the panel with a 1 or 0 for all that is counted, and with the numbers that are averaged."""
    reason = panel.col("reason") if "reason" in panel.has else nw.lit("")
    panel = panel.also(is_placed=no(any_of(*(flag(reason == word) for word in _UNPLACED))))
    is_placed = panel.col("is_placed")
    panel = panel.also(
        **{f"is_{verdict}": all_of(is_placed, flag(panel.col("verdict") == str(verdict))) for verdict in Verdict}
    )
    panel = panel.also(
        is_judged=panel.col("is_met") | panel.col("is_not_met"),
        is_not_assessable=~(panel.col("is_met") | panel.col("is_not_met") | panel.col("is_not_due")),
    )
    panel = panel.also(**{f"n_{verdict}": _one(panel.col(f"is_{verdict}")) for verdict in Verdict}, n_rows=nw.lit(1.0))
    if "standing" in panel.has:
        standings = {
            f"n_{name}": _one(all_of(is_placed, flag(panel.col("standing") == str(name)))) for name in Standing
        }
        panel = panel.also(**standings)
    for name in _MEANS:
        if name in panel.has:
            panel = panel.also(**{name: number_of((is_placed, panel.col(name)))})
            panel = panel.also(**{f"n_{name}": _one(no(panel.col(name).is_null()))})
    return panel


def _one(condition: Flag) -> Expr:
    return number_of((condition, 1.0), (True, 0.0))


def _with_told(panel: Panel) -> Panel:
    """Return the panel with the judged rows that are decisive, and those that do not say."""
    if "decisive" not in panel.has:
        return panel
    return panel.also(
        n_decisive=_one(all_of(panel.col("is_judged"), panel.col("decisive"))),
        n_untold=_one(all_of(panel.col("is_judged"), flag(nw.col(panel.called["decisive"]).is_null()))),
    )


def _summed(panel: Panel, groups: tuple[str, ...]) -> Any:
    """Return one row for each group; the sums are there before anything is divided by them."""
    results = _results(panel)
    for name in groups:
        if name.lower() in results:
            advice = "rename the column of the frame"
            raise InvalidValueError("by", "a column of another name than those of a summary", describe(name), advice)
    schema = panel.frame.collect_schema().names()
    counted = [name for name in schema if name.startswith(own("n_"))]
    sums = [nw.col(name).sum() for name in (*counted, *(own(name) for name in _MEANS if name in panel.has))]
    frame = panel.frame.group_by(*groups).agg(*sums) if groups else panel.frame.select(*sums)
    frame = frame.with_columns(*(nw.col(name).fill_null(0.0) for name in counted))
    done = frame.select(*groups, **results)
    return done.sort(*groups, nulls_last=True) if groups else done


def _results(panel: Panel) -> dict[str, Any]:
    met, judged = panel.col("n_met"), panel.col("n_met") + panel.col("n_not_met")
    results = {"rows": _count(panel, "n_rows"), **{str(verdict): _count(panel, f"n_{verdict}") for verdict in Verdict}}
    results |= {
        "share_met": _ratio(met, judged),
        "coverage": _ratio(judged, panel.col("n_rows") - panel.col("n_not_due")),
    }
    if "decisive" in panel.has:
        results["decisive"] = nw.when(panel.col("n_untold") == 0).then(_count(panel, "n_decisive"))
    if "standing" in panel.has:
        results |= {str(standing): _count(panel, f"n_{standing}") for standing in Standing}
        others = panel.col("n_rows")
        for standing in Standing:
            others = others - panel.col(f"n_{standing}")
        results["no_standing"] = others.cast(nw.Int64())
    for name in _MEANS:
        if name in panel.has:
            results |= {
                f"{name}_mean": finite(_ratio(panel.col(name), panel.col(f"n_{name}"))),
                f"{name}_rows": _count(panel, f"n_{name}"),
                f"{name}_left_out": (panel.col("n_rows") - panel.col(f"n_{name}")).cast(nw.Int64()),
            }
    return results


def _count(panel: Panel, name: str) -> Expr:
    number: Expr = panel.col(name).cast(nw.Int64())
    return number


def _ratio(part: Expr, whole: Expr) -> Expr:
    """Return a share; null of nothing, and no engine divides by 0."""
    return number_of((flag(whole > 0), part / first_of((flag(whole > 0), whole), otherwise=1.0)))
