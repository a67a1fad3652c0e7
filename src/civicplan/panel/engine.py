"""The engine under a frame: whose frame it is, on which engine it is worked out, and back to what the caller gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from civicplan.errors import InvalidTypeError, InvalidValueError, MissingExtraError, describe

try:
    import narwhals.stable.v2 as nw
    from narwhals.exceptions import DuplicateError
except ModuleNotFoundError as error:  # the package is imported only by who wants it
    raise MissingExtraError("civicplan.panel", "civicplan[frames]") from error

__all__ = ["Frame", "collected", "index_names", "is_unknown", "native_type", "nw", "on_engine"]

Frame: TypeAlias = "nw.DataFrame[Any] | nw.LazyFrame[Any]"
Work: TypeAlias = "Callable[[nw.LazyFrame[Any] | nw.DataFrame[Any]], Any]"
#: The columns whose rows belong together, or what finds them among the names of a frame.
Keys: TypeAlias = "str | Sequence[str] | Callable[[Mapping[str, Any]], Sequence[str]]"

#: Engines that answer otherwise than the others, which no error shows.
_REFUSED = {"sqlframe": "use DuckDB, PySpark or Ibis directly"}
#: What libraries call the type of columns without any cell.
_NOTHING = ("null", "null[pyarrow]", "nulltype()", "void")
_ENGINES = ("pandas", "polars", "pyarrow", "duckdb")


def on_engine(
    frame: Any,
    work: Work,
    *,
    engine: str | None = None,
    is_row_by_row: bool = False,
    keys: Keys | None = None,
) -> Any:
    """Return what some work makes of a frame, as a frame of the kind that was given; that one is not changed.

    An eager frame comes back eager and a lazy one lazy. Polars works out eager frames through its lazy engine, which is
    the faster. Rows of pandas that are worked out by themselves keep their index, whichever engine does it.

    Args:
        frame: A dataframe, a lazy frame or a relation of a library that narwhals knows.
        work: What to do with it, as a narwhals frame.
        engine: The name of the library that does the work for an eager frame; None leaves it to its own.
        is_row_by_row: Whether each row is worked out by itself. Dask then does so for each of its parts, as it takes a
            minute to plan a hundred columns that build on each other.
        keys: The columns whose rows belong together, where the rows of each key are worked out by themselves, or
            what finds them among the names of the frame. Dask then brings them into one part.

    Raises:
        InvalidTypeError: It is no frame.
        InvalidValueError: The engine is not known, or not understood well enough.
    """
    given = _narwhals(frame)
    if isinstance(given, nw.LazyFrame):
        if engine is not None:
            raise InvalidValueError("engine", "None, as a lazy frame brings its engine", describe(engine))
        if (is_row_by_row or keys) and given.implementation.is_dask():
            return _by_parts(given.to_native(), work, keys or ())
        return work(given).to_native()
    own = given.implementation
    moved = given if engine is None else _moved(_without_index(given), engine)
    is_lazy = engine == "duckdb" or moved.implementation.is_polars()
    done = work(moved.lazy(backend="duckdb") if engine == "duckdb" else moved.lazy() if is_lazy else moved)
    result = done.collect(**({} if engine != "duckdb" else {"backend": "pyarrow"})) if is_lazy else done
    native = (result if result.implementation is own else _moved(result, str(own.name).lower())).to_native()
    has_index = engine is not None and is_row_by_row and own.is_pandas_like()
    return native.set_axis(nw.to_native(given).index) if has_index else native


def _without_index(frame: nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Return a frame that other libraries hold: Arrow would make columns of the index of one of pandas."""
    if not frame.implementation.is_pandas_like():
        return frame
    return nw.from_native(nw.to_native(frame).reset_index(drop=True), eager_only=True)


def collected(frame: Any) -> nw.DataFrame[Any]:
    """Return a frame in memory, a lazy one worked out.

    Raises:
        InvalidTypeError: It is no frame.
    """
    given = _narwhals(frame)
    return given.collect() if isinstance(given, nw.LazyFrame) else given


def native_type(frame: Frame, name: str) -> Any:
    """Return what its own library calls the type of a column."""
    native: Any = nw.to_native(frame)
    if frame.implementation.is_pandas_like() or frame.implementation.is_dask():
        return native[name].dtype
    if frame.implementation.is_duckdb():
        return native.types[native.columns.index(name)]
    if frame.implementation.is_polars():
        return native.collect_schema()[name]
    if frame.implementation.is_ibis():
        return native.schema()[name]
    return native.schema[name].dataType if frame.implementation.is_spark_like() else native.schema.field(name).type


def index_names(frame: Frame) -> tuple[Any, ...]:
    """Return the names that the index of a frame has, where its library has one."""
    library = frame.implementation
    index = nw.to_native(frame).index if library.is_pandas_like() or library.is_dask() else None
    return tuple(getattr(index, "names", None) or [getattr(index, "name", None)])


def is_unknown(dtype: nw.dtypes.DType, native: Any) -> bool:
    """Return whether narwhals does not know a type; it calls that of columns without any cell so, too.

    Args:
        dtype: What narwhals calls it.
        native: What its own library calls it.
    """
    return dtype == nw.Unknown and str(native).strip('"').lower() not in _NOTHING


def _by_parts(frame: Any, work: Work, keys: Keys) -> Any:
    """Return what the work makes of each part of a frame of Dask; rows of one key are brought into one part."""

    def of_part(part: Any) -> Any:
        return work(nw.from_native(part)).to_native()

    # The empty frame shows what is wrong with the columns, in an error that Dask does not wrap.
    shape = of_part(frame._meta)
    found = keys(nw.from_native(frame._meta).collect_schema()) if callable(keys) else keys
    names = [found] if isinstance(found, str) else list(found)
    return (frame.shuffle(on=names) if names else frame).map_partitions(of_part, meta=shape)


def _narwhals(frame: Any) -> Frame:
    """Return the frame as narwhals sees it."""
    module = type(frame).__module__.partition(".")[0]
    if module in _REFUSED:
        raise InvalidTypeError("frame", "a frame of another library", describe(frame), _REFUSED[module])
    try:
        given: Frame = nw.from_native(frame)
    except TypeError:
        known = "a dataframe, such as one of pandas, polars, pyarrow, DuckDB, Dask, Ibis or PySpark"
        raise InvalidTypeError("frame", known, describe(frame)) from None
    except DuplicateError:
        _check_names(frame)
        raise
    _check_names(nw.to_native(given))
    return given


def _check_names(frame: Any) -> None:
    """Refuse names that do not tell columns apart, as DuckDB and Spark see no case in them: one would be lost."""
    seen: dict[object, object] = {}
    for name in _names(frame):
        if isinstance(name, tuple):
            advice = "join the rows of headings first, as in frame.columns = [' '.join(name) for name in frame.columns]"
            raise InvalidTypeError("frame", "columns with one heading each", describe(name), advice)
        caseless = name.lower() if isinstance(name, str) else name
        if caseless in seen:
            other = seen[caseless]
            got = f"two called {describe(name)}" if other == name else f"{describe(other)} and {describe(name)}"
            raise InvalidValueError("frame", "columns with names of their own in any case", got, "rename one of them")
        seen[caseless] = name


def _names(frame: Any) -> Iterable[Any]:
    if nw.dependencies.is_polars_lazyframe(frame):
        return list(frame.collect_schema())
    names: Iterable[Any] = frame.column_names if nw.dependencies.is_pyarrow_table(frame) else frame.columns
    return names


def _moved(frame: Any, engine: str) -> nw.DataFrame[Any]:
    """Return an eager frame as one of another library, through Arrow."""
    if engine not in _ENGINES:
        raise InvalidValueError("engine", f"None or one of {', '.join(_ENGINES)}", describe(engine))
    _check_types(frame, engine)
    moved: nw.DataFrame[Any]
    try:
        if engine == "pandas":
            moved = nw.from_native(frame.to_pandas(), eager_only=True)
        elif engine == "polars":
            moved = nw.from_native(frame.to_polars(), eager_only=True)
        else:
            moved = nw.from_native(frame.to_arrow(), eager_only=True)
    except ModuleNotFoundError as error:
        raise MissingExtraError(f"engine={engine!r}", error.name or engine) from error
    except (TypeError, _arrow_error()) as error:  # polars itself raises a TypeError about cells of pandas before 3.0
        unheld = _unheld(frame, engine)
        if unheld is None:
            raise
        raise unheld from error
    return moved


def _check_types(frame: Any, engine: str) -> None:
    """Refuse types such as the periods of pandas: in another library they are numbers that mean something else."""
    for name, dtype in frame.schema.items():
        if is_unknown(dtype, native := native_type(frame, name)):
            raise _not_held(name, native, engine)


def _not_held(name: Any, got: Any, engine: str) -> InvalidTypeError:
    expected = f"cells of one type that {engine} knows"
    return InvalidTypeError(f"column {name!r}", expected, str(got), "leave it out, or write engine=None")


def _arrow_error() -> type[Exception]:
    """Return what Arrow raises about cells; nothing where it is not installed, as it moves no frame then."""
    arrow = nw.dependencies.get_pyarrow()
    return ModuleNotFoundError if arrow is None else arrow.lib.ArrowException


def _unheld(frame: Any, engine: str) -> InvalidTypeError | None:
    """Return the error about the first column that another library cannot hold; None where it can hold all."""
    for name in frame.columns:
        try:
            frame.select(nw.col(name)).to_arrow()
        except _arrow_error():
            return _not_held(name, frame.schema[name], engine)
    return None
