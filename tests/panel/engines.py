"""One frame on every engine, and the rows of what comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from warnings import catch_warnings, filterwarnings

import dask.dataframe
import duckdb
import ibis
import narwhals.stable.v2 as nw
import polars as pl
from hypothesis import Phase, settings

#: It has no types.
from_pandas: Callable[..., Any] = dask.dataframe.from_pandas


def few(most: int) -> settings:
    """So many frames at most, as each costs an engine more than a thousand rows do; a failure is shown as it is."""
    return settings(max_examples=most, phases=(Phase.explicit, Phase.reuse, Phase.generate))


def frames(frame: pl.DataFrame, *, dask: bool = False) -> Iterator[Any]:
    """The same frame of every library; Dask takes seconds to plan, so it comes with Ibis, and only if asked for."""
    arrow = frame.to_arrow()
    yield from (frame, frame.to_pandas(), frame.to_pandas(use_pyarrow_extension_array=True), arrow)
    yield from (frame.lazy(), duckdb.from_arrow(arrow))
    if dask:
        yield from (frame.to_pandas().convert_dtypes(), ibis.memtable(arrow))
        yield from_pandas(frame.to_pandas(), npartitions=2)


def rows_of(result: Any) -> list[dict[str, Any]]:
    """The rows of a frame of any library; what is no number is None."""
    frame = nw.from_native(result)
    rows = (frame.collect() if isinstance(frame, nw.LazyFrame) else frame).rows(named=True)
    return [{name: plain(cell) for name, cell in row.items()} for row in rows]


def plain(cell: Any) -> Any:
    return None if cell is None or str(cell) in ("<NA>", "NaT", "nan") else cell


def on_every_engine(
    frame: pl.DataFrame, verb: Callable[[Any], Any], *, dask: bool = False
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """What a verb makes of a frame on each engine; the rows of lazy ones are put in order by their column `row`."""
    for native in frames(frame, dask=dask):
        with catch_warnings():
            filterwarnings("ignore", category=FutureWarning)
            rows = rows_of(verb(native))
            is_lazy = isinstance(nw.from_native(native), nw.LazyFrame)
        if is_lazy and rows and "row" in rows[0]:
            rows.sort(key=lambda row: row["row"])
        yield type(native).__module__, rows
