"""Assess: the verdicts and measures of the model over the columns of a frame, on the engine that the frame brings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from civicplan.assessment.assessor import check_tolerance
from civicplan.assessment.caveat import Caveat
from civicplan.errors import Reason, naming_field
from civicplan.panel.actuals import with_actuals
from civicplan.panel.attainments import with_attainment
from civicplan.panel.bounds import with_bounds
from civicplan.panel.columns import Panel, read_columns
from civicplan.panel.engine import nw, on_engine
from civicplan.panel.expressions import Code, Expr, Flag, all_of, any_of, no
from civicplan.panel.growths import GROWTHS, with_growths
from civicplan.panel.problems import CODES, NEEDED, POSSIBLE
from civicplan.panel.shares import with_shares
from civicplan.panel.standings import STANDINGS, with_standings
from civicplan.panel.times import day_of, with_times
from civicplan.panel.verdicts import CAVEATS, VERDICTS, with_verdicts
from civicplan.panel.words import Words, check_words, type_of, worded
from civicplan.values import FigureLike, Period, PeriodLike, to_figure

#: The measures, each with a column for its reason where that is asked for.
_NUMBERS = ("attainment", "progress", "elapsed", "pace", *GROWTHS, "gap")
#: What the printed digits decide, beside `decisive`.
_OF_DIGITS = f"caveat_{Caveat.DIGITS}"
MEASURES = ("attainment", "progress", "pace", *GROWTHS, "standing")


def assess(
    frame: Any,
    *,
    columns: Mapping[str, str] | None = None,
    as_of: PeriodLike | None = None,
    tolerance: FigureLike = "0",
    words: Words = "text",
    reasons: bool = False,
    engine: str | None = None,
) -> Any:
    """Say for each row of a frame what `civicplan.assess` says of an indicator with one target and one actual.

    No row is an error: one that cannot be answered has nulls, and `reason` says why it has no verdict. The words of
    reasons are those of `civicplan.errors.Reason` and `civicplan.panel.problems.Problem`; each has its `sentence`.

    A long table has a row for each year. As of one day, the rows of other years than the one in which the target is due
    have no actual for it: `missing_observation`. Take the latest row of each indicator first, by `panel.latest`, or
    leave `as_of` out, so that each row is assessed at the end of its own period.

    Args:
        frame: A frame with the columns `value` and `target`, and as many others of `civicplan.panel.columns.COLUMNS` as
            it has. Where it has none of that name, one is read by its heading, such as "Actual" or 目标值.
        columns: What these columns are called in the frame, where they have another name. `direction`, `comparator` and
            `measure` hold the words of that table and no others; `panel.to_long` turns words such as 正向 into them.
        as_of: The day is the last one of this period; None assesses each row at the end of its own `period`.
        tolerance: How far off the schedule is still on track [share], from 0 to 1.
        words: "text" gives verdicts, standings and reasons as text, "enum" as enums, which take less memory, where the
            library of the frame has them: polars and pandas do, and in the others they stay text.
        reasons: Whether each measure gets a column that says why it is null, such as `progress_reason`.
        engine: The library that does the work for an eager frame: pandas, polars, pyarrow or duckdb; None leaves it to
            that of the frame.

    Returns:
        The frame with the answers behind its own columns, of the kind that was given; a lazy one stays lazy. A column
        of the frame that is called like an answer is replaced.

    Raises:
        UnknownIdError: The frame has no such column.
        InvalidTypeError: It is no frame, or a column holds something else than it should.
        InvalidValueError: The day, the tolerance, the words or the engine cannot be what it should, two headings mean
            the same column, or a name differs only in case from another or from that of an answer.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"value": [12.7, 19.6, None], "target": [13, 15, 9], "comparator": ["≥", "≤", "≥"]})
    >>> assess(frame, reasons=True).select("attainment", "verdict", "reason").rows()[1:]
    [(0.7653061224489796, 'not_met', None), (None, 'not_assessable', 'missing_observation')]
    """
    day = None if as_of is None else day_of(as_of, "as_of")
    slack = _share(tolerance)
    check_words(words)

    def work(given: Any) -> Any:
        return _answered(read_columns(given, columns), day, slack, words=words, reasons=reasons)

    return _with_missing_flags(on_engine(frame, work, engine=engine, is_row_by_row=True))


def _share(tolerance: FigureLike) -> float:
    with naming_field("tolerance"):
        share = to_figure(tolerance).value
    check_tolerance(share)
    return float(share)


def _answered(panel: Panel, day: Period | None, tolerance: float, *, words: Words, reasons: bool) -> Any:
    panel = with_actuals(with_bounds(with_times(panel)), day)
    panel = with_attainment(with_shares(with_verdicts(panel)))
    panel = with_standings(with_growths(panel), tolerance)
    col = panel.col
    is_decisive = all_of(col("is_judged"), *(no(col(f"caveat_{caveat}")) for caveat in CAVEATS))
    flags = {f"caveat_{caveat}": col(f"caveat_{caveat}") for caveat in CAVEATS}
    is_settled = all_of(col("is_judged"), no(flags[_OF_DIGITS]))
    flags[_OF_DIGITS] = _told(panel, flags[_OF_DIGITS], where=is_settled)
    of_reasons = type_of(panel.frame, words, CODES)
    answers = {
        **{name: col(name) for name in _NUMBERS},
        "verdict": worded(col("verdict"), VERDICTS, type_of(panel.frame, words, VERDICTS)),
        "decisive": _told(panel, is_decisive, where=is_decisive),
        **flags,
        "standing": worded(col("standing"), STANDINGS, type_of(panel.frame, words, STANDINGS)),
        "reason": worded(col("verdict_reason"), _reasons(panel, "verdict"), of_reasons),
    }
    if reasons:
        answers |= {
            f"{name}_reason": worded(_reason_of(panel, name), _reasons(panel, name), of_reasons) for name in MEASURES
        }
    return panel.answered({name: _column(value) for name, value in answers.items()})


def _told(panel: Panel, is_so: Flag, *, where: Flag) -> Expr:
    """Return a flag that is null where it would need the printed digits, and nothing says which they are."""
    knows = panel.col("knows_digits")
    if knows is False:  # a bare null is false in pandas
        never = (panel.col("value") > 0) & (panel.col("value") < 0)
        return nw.when(never.fill_null(False)).then(nw.lit(True))
    is_told = any_of(knows, no(where))
    return _column(is_so) if isinstance(is_told, bool) else nw.when(is_told).then(_column(is_so))


def _with_missing_flags(native: Any) -> Any:
    """Return the answers; pandas and Dask have a type of their own for flags that may be missing."""
    library = nw.from_native(native).implementation
    if not (library.is_pandas() or library.is_dask()):
        return native
    flags = {name: native[name].astype("boolean") for name in ("decisive", _OF_DIGITS) if _is_plain(native[name].dtype)}
    return native.assign(**flags) if flags else native


def _is_plain(dtype: Any) -> bool:
    return str(dtype) in ("bool", "object")


def _reason_of(panel: Panel, name: str) -> Code:
    return cast("Code", panel.col("share_reason" if name == "progress" else f"{name}_reason"))


def _column(value: Expr | bool) -> Expr:
    return value if isinstance(value, nw.Expr) else nw.lit(value)


def _reasons(panel: Panel, name: str) -> list[str]:
    """Return the words of the reasons that a column can have, each in its place, so that no other is looked for."""
    brought = Reason if panel.has & {"no_value", "no_baseline", "no_latest", "doubts"} else ()
    problems = (problem for problem, columns in NEEDED.items() if columns <= panel.has)
    possible = {*map(str, (*POSSIBLE[name], *POSSIBLE["actual"], *brought, *problems))}
    return [word if word in possible else "" for word in CODES]
