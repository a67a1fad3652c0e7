"""From a wide frame, with a column for each year, to the long panel that an assessment reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from civicplan.errors import InvalidValueError, MissingExtraError, describe
from civicplan.model import Measure
from civicplan.panel.columns import mapping_of
from civicplan.panel.engine import Frame, nw, on_engine
from civicplan.panel.expressions import Flag, all_of, any_of, first_of, flag, no, no_number, no_word, own
from civicplan.panel.headings import Dated, Wide, read_headings
from civicplan.panel.kinds import Kind, finite, read_cells
from civicplan.panel.synonyms import OTHERS, with_our_words
from civicplan.tables.frames import with_index
from civicplan.tables.heading_words import Field

_MADE = ("value", "period", "target", "due", "baseline", "baseline_period", "measure")

#: The first version that turns columns into rows, and chooses among these, without a loss.
_SOUND_SINCE = {"polars": 2, "duckdb": 2}


class _Pair(NamedTuple):
    """The columns of a row: an actual and a target, either of which may be missing."""

    actual: Dated | None
    target: Dated | None


def to_long(
    frame: Any,
    *,
    columns: Mapping[str, str] | None = None,
    ignore: str | Sequence[str] = (),
    fiscal_year_start: int | None = None,
) -> Any:
    """Return a wide frame, with a column for each year, as the long panel that `panel.assess` reads.

    Headings such as `2021`, `2021年`, `Actual 2021`, `Target 2025`, `2025年目标` and `Baseline 2020` say what the
    figures of a column are. Each target has a row for each actual up to its date, or one without a value; an actual
    from after the last target stands beside that one. A row with neither figure is left out. All other columns are in
    each row, as is an index of pandas that has a name; `方向` and other headings that are known get our names,
    and 正向 and other words of tables for directions, measures and signs become those that `assess` reads. An eager
    frame comes back eager, a lazy one lazy. The order of the rows is left to the library: sort them where it matters.

    Args:
        frame: A frame with a row for each indicator, of a place where it has several.
        columns: What columns are whose headings do not say it, as in {"target 2025": "Plan", "indicator": "Series"}.
        ignore: The column or columns whose headings are not to be read; they come along as they are.
        fiscal_year_start: The month in which a fiscal year begins [1 to 12]; None reads no fiscal years.

    Raises:
        UnknownIdError: The frame has no such column.
        InvalidTypeError: It is no frame, or a column of figures holds something else than numbers.
        InvalidValueError: It has a column that would be made here, such as `value`.
        PlanFormatError: Headings that speak of a period and are not understood, all at once, each with what to write.

    >>> import polars as pl
    >>> wide = pl.DataFrame({"indicator": ["gdp"], "2021": [91.0], "2025": [99.5], "Target 2025": [99.0]})
    >>> to_long(wide).select("indicator", "period", "value", "due", "target").rows()
    [('gdp', '2021', 91.0, '2025', 99.0), ('gdp', '2025', 99.5, '2025', 99.0)]
    """
    ignored = (ignore,) if isinstance(ignore, str) else ignore

    def work(given: Any) -> Any:
        given = _with_texts_as_names(given)
        schema = dict(given.collect_schema())
        wide = read_headings(tuple(schema), mapping_of(columns), ignored, fiscal_year_start)
        _check(schema, wide)
        return _long(given, wide)

    return on_engine(with_index(frame), work)


def _with_texts_as_names(frame: Any) -> Any:
    """Pandas takes numbers for names of columns."""
    names = [name for name in frame.collect_schema().names() if not isinstance(name, str)]
    return frame.rename({name: str(name) for name in names}) if names else frame


def _check(schema: Mapping[str, Any], wide: Wide) -> None:
    figures = {column.column for kind in wide.figures.values() for column in kind}
    for name in schema:
        is_renamed = name != name.lower() and name in wide.called.values()
        is_made = name.lower() in _MADE and name not in figures and not is_renamed
        if is_made or name.lower().startswith(own("")):
            raise InvalidValueError("frame", "no column of a name that is given here", describe(name), "rename it")


def _pairs(wide: Wide) -> list[_Pair]:
    """Return which actual stands beside which target."""
    pairs: list[_Pair] = []
    for measure in Measure:
        actuals = [column for column in wide.figures[Field.ACTUAL] if column.measure is measure]
        targets = sorted(
            (column for column in wide.figures[Field.TARGET] if column.measure is measure),
            key=lambda column: column.period.end_key,
        )
        for actual in actuals:
            later = [target for target in targets if actual.period.end_key <= target.period.end_key]
            beside: Sequence[Dated | None] = later or targets[-1:] or (None,)
            pairs += [_Pair(actual, target) for target in beside]
        reached = {pair.target for pair in pairs}
        pairs += [_Pair(None, target) for target in targets if target not in reached]
    return pairs


def _check_version(frame: Frame) -> None:
    """Refuse a library that would lose rows here and say nothing."""
    library = nw.get_native_namespace(frame)
    since = _SOUND_SINCE.get(library.__name__)
    if since is not None and int(library.__version__.partition(".")[0]) < since:
        raise MissingExtraError("panel.to_long", f"{library.__name__}>={since}.0")


def _long(frame: Frame, wide: Wide) -> Any:
    """Turn the actuals into rows, and then the targets: so every other column comes along, and nothing is joined."""
    _check_version(frame)
    others = _others(frame, wide)
    pairs = _pairs(wide)
    figures = [column.column for kind in (Field.ACTUAL, Field.TARGET) for column in wide.figures[kind]]
    baseline = next((_numbers(frame, column.column) for column in wide.figures[Field.BASELINE]), no_number())
    made = {own(name): _kept(_numbers(frame, name)) for name in figures}
    blank = {own("no_actual"): _kept(no_number()), own("no_target"): _kept(no_number()), own("baseline"): baseline}
    renamed = [nw.col(theirs).alias(ours) for ours, theirs in others.items()]
    frame = frame.select(*renamed, **made, **blank)
    frame = with_our_words(frame, {name: name for name in OTHERS if name in others})
    actuals, targets = _names(pairs, "actual"), _names(pairs, "target")
    index = [*others, own("baseline"), *targets]
    frame = frame.unpivot(actuals, index=index, variable_name=own("of_actual"), value_name=own("value"))
    index = [*others, own("baseline"), own("of_actual"), own("value")]
    frame = frame.unpivot(targets, index=index, variable_name=own("of_target"), value_name=own("target"))
    frame = frame.with_columns(**{own(name): finite(nw.col(own(name))) for name in ("value", "target")})
    is_there = no(all_of(flag(nw.col(own("value")).is_null()), flag(nw.col(own("target")).is_null())))
    is_row: Any = all_of(any_of(*map(_is_pair, pairs)), is_there)
    frame = frame.filter(is_row)
    return frame.select(*others, **_made(wide, pairs, others))


def _numbers(frame: Frame, name: str) -> Any:
    return read_cells(frame, name, Kind.NUMBER, Kind.NUMBER.value)


def _kept(number: Any) -> Any:
    """DuckDB leaves out the nulls of columns that it turns into rows, so they are no numbers while it does."""
    return number.fill_null(float("nan"))


def _others(frame: Frame, wide: Wide) -> dict[str, str]:
    """Return the columns that come along, by what they are called afterwards."""
    figures = {column.column for kind in wide.figures.values() for column in kind}
    ours = {theirs: name for name, theirs in wide.called.items()}
    if "indicator" not in wide.called and "name" in wide.called:
        ours[wide.called["name"]] = "indicator"
    return {ours.get(name, name): name for name in frame.collect_schema().names() if name not in figures}


def _name(column: Dated | None, kind: str) -> str:
    return own(f"no_{kind}") if column is None else own(column.column)


def _names(pairs: Sequence[_Pair], kind: str) -> list[str]:
    return list(dict.fromkeys(_name(getattr(pair, kind), kind) for pair in pairs))


def _is_pair(pair: _Pair) -> Flag:
    actual, target = (flag(nw.col(own(f"of_{kind}")) == _name(getattr(pair, kind), kind)) for kind in pair._fields)
    return all_of(actual, target)


def _made(wide: Wide, pairs: Sequence[_Pair], others: Mapping[str, str]) -> dict[str, Any]:
    """Return the columns of the panel."""
    made = {"value": nw.col(own("value")), "period": _said(pairs, "actual"), "target": nw.col(own("target"))}
    if wide.figures[Field.TARGET]:
        made["due"] = _said(pairs, "target")
    for column in wide.figures[Field.BASELINE]:
        made |= {"baseline": nw.col(own("baseline")), "baseline_period": nw.lit(str(column.period))}
    if {column.measure for pair in pairs for column in pair if column is not None} != {Measure.LEVEL}:
        made["measure"] = _measures(pairs)
    if wide.unit is not None and "unit" not in others:
        made["unit"] = nw.lit(wide.unit)
    return made


def _said(pairs: Sequence[_Pair], kind: str) -> Any:
    columns = {_name(column, kind): column for pair in pairs if (column := getattr(pair, kind)) is not None}
    cases = ((flag(nw.col(own(f"of_{kind}")) == name), nw.lit(str(dated.period))) for name, dated in columns.items())
    return first_of(*cases, otherwise=no_word())


def _measures(pairs: Sequence[_Pair]) -> Any:
    known = {pair: pair.actual or pair.target for pair in pairs}
    cases = ((_is_pair(pair), nw.lit(str(dated.measure))) for pair, dated in known.items() if dated is not None)
    return first_of(*cases, otherwise=no_word())
