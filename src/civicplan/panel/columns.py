"""The columns that a panel may have: what each holds, what it is called, and what goes without it."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from civicplan.errors import InvalidTypeError, InvalidValueError, UnknownIdError, describe
from civicplan.panel.engine import Frame, index_names, nw
from civicplan.panel.expressions import Flag, own
from civicplan.panel.kinds import Kind, read_cells
from civicplan.panel.naming import by_heading, is_wide


class Column(NamedTuple):
    """A column that a verb over columns reads.

    Attributes:
        kind: What its cells are.
        meaning: What they say.
        without: What goes where there is no such column, and where a cell is empty unless it says more of that.
    """

    kind: Kind
    meaning: str
    without: str


COLUMNS: Mapping[str, Column] = {
    "value": Column(Kind.NUMBER, "the actual", "the column must be there; a row without one has no actual"),
    "places": Column(Kind.NUMBER, "the printed decimal places of the actual", "`decisive` is null, as told below"),
    "value_low": Column(Kind.END, "the least that the actual may stand for", "the printed places say it"),
    "value_high": Column(Kind.END, "the most that the actual may stand for", "the printed places say it"),
    "period": Column(
        Kind.TIME,
        "what the actual is about",
        "nothing is told of time, and the target is due unless `due` is after the day; a value whose cell is empty is "
        "not assessed",
    ),
    "measure": Column(Kind.WORD, "level, growth, total, reduction or change", "a level"),
    "target": Column(Kind.NUMBER, "the figure of the target", "the column must be there"),
    "comparator": Column(
        Kind.WORD, "≥ > ≤ < = .. ± or ≈; >= and <= will do", "≥ where higher is better, ≤ where lower"
    ),
    "target_high": Column(Kind.NUMBER, "the upper end of a range, or the tolerance of ±", "such a target is refused"),
    "direction": Column(Kind.WORD, "higher, lower or range: which is declared to be better", "none is declared"),
    "due": Column(
        Kind.TIME,
        "when the target is due",
        "as the plan period says, and in the own period where the frame has neither column; where neither has a cell, "
        "the row is not assessed",
    ),
    "plan_period": Column(Kind.TIME, "the plan period", "time runs from the baseline, and `due` says when"),
    "baseline": Column(Kind.NUMBER, "the level that the plan starts from", "no progress of a level, no growth"),
    "baseline_places": Column(Kind.NUMBER, "the printed decimal places of the baseline", "it counts as exact"),
    "baseline_low": Column(Kind.END, "the least that the baseline may stand for", "the printed places say it"),
    "baseline_high": Column(Kind.END, "the most that the baseline may stand for", "the printed places say it"),
    "baseline_period": Column(Kind.TIME, "what the baseline is about", "no progress of a level, no growth"),
    "no_baseline": Column(Kind.WORD, "why there is no baseline, as a reason of the model", "missing_baseline"),
    "latest": Column(Kind.NUMBER, "the latest level, which growth is told of", "the actual, where it is a level"),
    "latest_period": Column(Kind.TIME, "what the latest level is about", "no growth up to the latest level"),
    "no_latest": Column(Kind.WORD, "why there is no latest level, as a reason of the model", "missing_observation"),
    "exact": Column(Kind.FLAG, "whether levels and amounts are counted, so that no digit was left out", "false"),
    "stock": Column(Kind.FLAG, "whether levels are read at the end of their period, whatever its length", "false"),
    "natural_low": Column(Kind.NUMBER, "the least that a level can be", "no limit"),
    "natural_high": Column(Kind.NUMBER, "the most that a level can be", "no limit"),
    "geometric": Column(Kind.FLAG, "whether the level is to move by equal rates", "false: by equal steps"),
    "no_value": Column(Kind.WORD, "why there is no actual, as a reason of the model", "missing_observation"),
    "doubts": Column(Kind.WORD, "caveats that the figures bring along, such as prices", "none"),
}  # fmt: skip


#: What sets rows apart, where keys= does not say it.
KEYS = ("plan", "entity", "indicator")


class Panel(NamedTuple):
    """A frame with the columns of ours, and which of them the caller has.

    Attributes:
        frame: The caller's columns, and ours beside them under names of their own.
        has: The names of ours for columns that the caller's frame has.
        names: The caller's columns.
        called: What the caller's columns are called, by the names of ours.
        constants: What of ours is the same in every row, which are no columns: flags, codes and numbers.
    """

    frame: Frame
    has: frozenset[str]
    names: tuple[str, ...]
    called: Mapping[str, str]
    constants: Mapping[str, bool | int | float] = MappingProxyType({})

    def also(self, **columns: Any) -> Panel:
        """Return the same with more columns of ours."""
        constants = {name: value for name, value in columns.items() if isinstance(value, int | float)}
        added = {own(name): value for name, value in columns.items() if name not in constants}
        frame = self.frame.with_columns(**added) if added else self.frame
        return self._replace(frame=frame, constants={**self.constants, **constants})

    def col(self, name: str) -> Any:
        """Return a column of ours, or what is the same in every row."""
        return self.constants.get(name, nw.col(own(name)))

    def missing(self, name: str) -> Flag:
        """Return where a row has no value in one of the columns of `COLUMNS`."""
        return self.col(name).is_null() if name in self.has else True

    def answered(self, answers: Mapping[str, Any]) -> Frame:
        """Return the caller's columns with the answers behind them, which replace columns of the same name.

        Raises:
            InvalidValueError: A column has the name of an answer in another case.
        """
        check_answers(self.names, answers)
        given = [name for name in self.names if name not in answers]
        return self.frame.select(*map(nw.col, given), **answers)


def check_answers(names: Iterable[Any], answers: Iterable[str]) -> None:
    """Refuse columns that DuckDB and Spark could not tell from an answer, as they see no case in names.

    Raises:
        InvalidValueError: There is such a column.
    """
    caseless = {answer.lower(): answer for answer in answers}
    for name in names:
        answer = caseless.get(str(name).lower(), name)
        if answer != name:
            got = f"{describe(name)}, where {describe(answer)} is to stand"
            raise InvalidValueError("frame", "no column with the name of an answer in another case", got, "rename it")


def read_columns(
    frame: Frame,
    columns: Mapping[str, str] | None,
    table: Mapping[str, Column] = COLUMNS,
    required: Iterable[str] = ("value", "target"),
) -> Panel:
    """Return a frame with the columns that are read, each in the type that formulas need.

    A column that has the name of ours is the one, else that which the heading of a table names.

    Args:
        frame: The frame.
        columns: What columns of ours are called in the frame, where they have another name. What only an assessment
            reads, and what sets rows apart, may be among them, so that one mapping serves every verb.
        table: The columns that are read; those of an assessment unless others are given.
        required: Those that must be there.

    Raises:
        UnknownIdError: The frame has no column of that name.
        InvalidTypeError: A column holds something else than it should.
        InvalidValueError: Two headings that name the same column of ours, or a name that may be taken for one of ours.
    """
    schema = dict(frame.collect_schema())
    said = mapping_of(columns)
    _check(frame, schema, said, table)
    called = {name: said.get(name, name) for name in table if said.get(name, name) in schema}
    others = (name for name in schema if isinstance(name, str) and name not in {*table, *COLUMNS, *said.values()})
    read, unit = by_heading(others, table.keys() - called.keys())
    called |= read
    _check_required(frame, required, called)
    added = {own(name): _cells(frame, table[name], theirs, _name(name, read)) for name, theirs in called.items()}
    if unit is not None and "unit" in table.keys() - called.keys():
        added[own("unit")] = nw.lit(unit)
    has = frozenset(name for name in table if own(name) in added)
    return Panel(frame.with_columns(**added), has, tuple(schema), called)


def mapping_of(columns: Mapping[str, str] | None) -> Mapping[str, str]:
    """Return what columns of ours are called in a frame.

    Raises:
        InvalidTypeError: It is no mapping of names to names.
    """
    given = {} if columns is None else columns
    if not isinstance(given, Mapping) or not all(isinstance(name, str) for name in given):
        raise InvalidTypeError("columns", "names of the frame by names of ours", describe(columns), _EXAMPLE)
    for name, theirs in given.items():
        if not isinstance(theirs, Hashable):
            raise InvalidTypeError(f"columns[{name!r}]", "the name of one column", describe(theirs), _EXAMPLE)
    return given


_EXAMPLE = 'write columns={"value": "actual"}'


def _check(frame: Frame, schema: Mapping[str, Any], columns: Mapping[str, str], table: Mapping[str, Column]) -> None:
    known = (*table, *COLUMNS, *KEYS)
    for name, theirs in columns.items():
        if name not in known:
            if theirs in known:
                check_turn(name, theirs, schema)
            raise UnknownIdError(name, (*table, *KEYS), "the panel")
        if theirs not in schema:
            raise unknown_column(frame, theirs)
    for theirs in schema:
        if str(theirs).lower().startswith(own("")):
            raise InvalidValueError("frame", f"no column whose name begins with {own('')}", describe(theirs))


def check_turn(ours: str, theirs: str, names: Collection[str]) -> None:
    """Refuse what has the name of a column of the frame where one of ours should be, and the other way round.

    Raises:
        InvalidValueError: It is so.
    """
    if ours in names and theirs not in names:
        got, advice = f"{{{ours!r}: {theirs!r}}}", f"turn it round: columns={{{theirs!r}: {ours!r}}}"
        raise InvalidValueError("columns", "names of the frame by names of ours", got, advice)


def unknown_column(frame: Frame, name: Any, where: str = "the frame") -> UnknownIdError:
    """Return the error about a column that a frame has not; what only the index of pandas has is no column."""
    if name in index_names(frame):
        where += ", whose index .reset_index() makes into columns,"
    return UnknownIdError(name, tuple(map(str, frame.collect_schema().names())), where)


def _check_required(frame: Frame, required: Iterable[str], called: Mapping[str, str]) -> None:
    for name in required:
        if name not in called:
            is_of_years = is_wide(map(str, frame.collect_schema().names()))
            where = "the wide frame, which panel.to_long makes a long one," if is_of_years else "the frame"
            raise unknown_column(frame, name, where)


def _name(name: str, read: Collection[str]) -> str:
    return f"{name!r}, as its heading says" if name in read else repr(name)


def _cells(frame: Frame, described: Column, theirs: str, name: str) -> Any:
    return read_cells(frame, theirs, described.kind, f"{described.kind.value} for {name}: {described.meaning}")
