"""Rate: the published methods that have a closed form, over the columns of a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, describe
from civicplan.methods import (
    Method,
    aarr,
    china,
    escap,
    eurostat,
    get,
    global_fund,
    names,
    nbs,
    open_sdg,
    sdsn,
    un,
    us_commerce,
)
from civicplan.panel.columns import Panel, read_columns, unknown_column
from civicplan.panel.engine import Frame, on_engine
from civicplan.panel.expressions import Expr, all_of, code_of, flag, no, number_of
from civicplan.panel.kinds import finite
from civicplan.panel.problems import CODES, code
from civicplan.panel.rating import aarr as of_aarr
from civicplan.panel.rating import china as of_china
from civicplan.panel.rating import escap as of_escap
from civicplan.panel.rating import eurostat as of_eurostat
from civicplan.panel.rating import open_sdg as of_open_sdg
from civicplan.panel.rating import ratios
from civicplan.panel.rating import sdsn as of_sdsn
from civicplan.panel.rating import un as of_un
from civicplan.panel.rating.series import FIRST, FIVE_YEARS_BEFORE, FROM_2015, IN_2015, UNTIL_2015, Base, ends_of
from civicplan.panel.rating.tracks import TRACK_COLUMNS, with_track, with_years
from civicplan.panel.words import Words, check_words, type_of, worded

#: What a rating adds to a frame.
ANSWERS = ("rating", "rating_value", "rating_score", "rating_reason")
_BASE_ANSWERS = ("rating_baseline_year", "rating_baseline")


class _Rule(NamedTuple):
    """The rule of a method over columns, and the base that it takes from a series; None where it takes none."""

    rate: Callable[[Panel], Panel]
    base: Base | None


#: The methods that rate a row by its baseline, its value and its target alone, without a look at what lies between.
_RULES: Mapping[str, _Rule] = MappingProxyType(
    {
        open_sdg.NAME: _Rule(of_open_sdg.rate, FROM_2015),
        un.NAME: _Rule(of_un.rate, UNTIL_2015),
        eurostat.NAME: _Rule(of_eurostat.rate, FIVE_YEARS_BEFORE),
        escap.STATUS_NAME: _Rule(of_escap.rate, IN_2015),
        sdsn.NAME: _Rule(of_sdsn.rate, FROM_2015),
        aarr.ENDS_NAME: _Rule(of_aarr.rate_ends, FIRST),
        aarr.COMPOUND_NAME: _Rule(of_aarr.rate_compound, FIRST),
        us_commerce.NAME: _Rule(ratios.rate_us_commerce, None),
        global_fund.NAME: _Rule(ratios.rate_global_fund, None),
        nbs.NAME: _Rule(ratios.rate_nbs, None),
    }
)


def rate(
    frame: Any,
    method: str | Method,
    *,
    by: str | Sequence[str] | None = None,
    columns: Mapping[str, str] | None = None,
    words: Words = "text",
    engine: str | None = None,
) -> Any:
    """Rate each row of a frame, or each series in it, by a published method, as the method rates a track.

    The answer has the method's word in `rating`, the number behind it in `rating_value`, the method's points in
    `rating_score`, and in `rating_reason` why there is no rating or, beside one, what it must not be read without. A
    column of the frame with one of these names is replaced. What is odd about the number in the eyes of its source
    stands in the `detail` of `Method.rate`, and in its documentation.

    So look at zeros before a number is shown: open-sdg-2.4 takes 0.001 for a baseline or a target of 0 and then rates
    what may be a growth of many thousand percent, while other methods do not rate it and say `zero_baseline`.

    The columns are those of `assess`, in the same words, with `limit`, the natural limit in the better direction, and
    `unit`. A row is one track: `value` in the year `period`, `baseline` in the year `baseline_period`, `target` with
    its `comparator` by the year `due`, and the `direction`. Where nothing says the due year, the plan period does.

    Args:
        frame: A dataframe, a lazy frame or a relation.
        method: A method of `civicplan.methods` or its name: one that looks at the two ends of a series alone.
        by: The columns that tell one series from another. Each series then is one track, whose baseline the method
            takes from the series by its own rule unless one is stated, and the answer has one row for it: its latest
            one with a value, and the baseline used beside it. The target, its due year, the direction and a stated
            baseline are those of that row. None takes each row for itself.
        columns: What columns of ours are called in the frame, where they have another name.
        words: "text" gives ratings and reasons as text, "enum" as enums where the library has them, as in `assess`.
        engine: The library that does the work for an eager frame, such as "polars"; None leaves it to its own.

    Raises:
        UnknownIdError: No method or no column bears a name; the error names the nearest.
        InvalidValueError: A method that looks at more of a series than its ends.
        InvalidTypeError: No frame, no method, or a column that holds something else than it should.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"baseline": [14.5], "baseline_period": [2015], "value": [10.4], "period": [2023],
    ...                       "target": [7.25], "due": [2030], "direction": ["lower"]})
    >>> rate(frame, "open-sdg-2.4")["rating"].to_list()
    ['moderate_progress']
    """
    chosen = _method(method)
    check_words(words)
    keys = [by] if isinstance(by, str) else None if by is None else list(by)

    def work(given: Any) -> Any:
        panel = read_columns(given, columns, TRACK_COLUMNS, _required(chosen, keys))
        return _answered(_rated(panel, chosen, keys), chosen, keys, words)

    return on_engine(frame, work, engine=engine, is_row_by_row=keys is None, keys=keys)


def _method(method: str | Method) -> Method:
    if not isinstance(method, str | Method):
        raise InvalidTypeError("method", "a method or its name", describe(method), 'write "un-2023"')
    chosen = get(method) if isinstance(method, str) else method
    if not chosen.gives_standings and chosen.name not in _RULES:
        known = ", ".join(name for name in names() if name in _RULES or name == china.NAME)
        raise InvalidValueError("method", f"one that looks at the ends of a series alone: {known}", chosen.name)
    return chosen


def _required(method: Method, keys: Iterable[str] | None) -> tuple[str, ...]:
    """Return the columns without which the method rates no row."""
    needs = {"baseline": ("baseline", "baseline_period"), "target": ("target",), "target_year": ("target",)}
    if keys is not None:
        del needs["baseline"]
    told = dict.fromkeys(name for need in method.needs for name in needs.get(str(need), ()))
    return ("value", *(() if method.takes_any_measure else ("period",)), *told)


def _rated(panel: Panel, method: Method, keys: Sequence[str] | None) -> Panel:
    if method.gives_standings:
        if keys is not None:
            raise InvalidValueError("by", "None, as the baseline of these words is stated", describe(keys))
        tolerance = 0.0 if method.tolerance is None else float(method.tolerance.value)
        return of_china.rate(panel, tolerance)
    rule = _RULES[method.name]
    panel = with_years(panel)
    if keys is not None:
        _check_keys(keys, panel)
        panel = ends_of(panel, keys, rule.base)
    needs_years = not method.takes_any_measure
    return rule.rate(with_track(panel, only_levels=needs_years, needs_years=needs_years))


def _check_keys(keys: Sequence[str], panel: Panel) -> None:
    if not keys:
        raise InvalidValueError("by", "the columns that tell one series from another", "none")
    for key in keys:
        if key not in panel.names:
            raise unknown_column(panel.frame, key)


def _answered(panel: Panel, method: Method, keys: Sequence[str] | None, words: Words) -> Frame:
    """Return the frame with the ratings.

    Numbers beyond what floats can hold are no answer.
    """
    rated, blocked = panel.col("rated"), panel.col("blocked")
    panel = panel.also(number=finite(rated), points=finite(panel.col("score")))
    number = panel.col("number")
    is_lost = all_of(flag(blocked == 0), flag(number.is_null()), no(flag(rated.is_null())))
    panel = panel.also(
        untold=code_of((flag(blocked != 0), blocked), (is_lost, code(Reason.TOO_EXTREME)), otherwise=0),
    )
    untold = panel.col("untold")
    is_told = flag(untold == 0)
    labels = ("", *method.labels, *(() if method.unrated is None else (method.unrated,)))
    unrated = 0 if method.unrated is None else len(labels) - 1
    label = code_of((is_told, panel.col("label")), otherwise=unrated)
    reason = code_of((no(is_told), untold), otherwise=panel.col("beside"))
    answers: dict[str, Expr] = {
        "rating": worded(label, labels, type_of(panel.frame, words, labels)),
        "rating_value": number_of((is_told, number)),
        "rating_score": number_of((is_told, panel.col("points"))),
        "rating_reason": worded(reason, CODES, type_of(panel.frame, words, CODES)),
    }
    if keys is not None:
        answers |= dict(zip(_BASE_ANSWERS, (panel.col("base_year"), panel.col("baseline")), strict=True))
    return panel.answered(answers)
