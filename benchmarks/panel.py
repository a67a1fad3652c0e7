"""What the assessment of a million rows costs over columns, against the same answers by hand on the same engine.

An argument sets the number of rows, such as 10_000_000. Both sides give every row with all answers, are checked to be
equal, and then take turns. The rows of Spark go nowhere; those of the others end up in memory.
"""

from __future__ import annotations

import os
import sys
import tempfile
from functools import partial
from pathlib import Path
from shutil import which
from typing import Any
from warnings import simplefilter

import duckdb
import pandas as pd
import polars as pl
from by_hand.chained import chained
from by_hand.columns_of_pandas import assessed, with_verdicts
from by_hand.fused import fused
from by_hand.made_up import panel_of
from by_hand.queried import query
from by_hand.rated import made_up_tracks, rated
from polars.testing import assert_frame_equal
from timing import peak, side_by_side

import civicplan as cp
from civicplan import panel

AS_OF, RUNS = 2025, 5


def report(what: str, ratio: float, limit: str) -> None:
    print(f"{what} = {ratio:.2f} ({limit})", flush=True)


def check(ours: pl.DataFrame, theirs: pl.DataFrame) -> None:
    """Refuse to compare two sides that do not answer alike."""
    assert_frame_equal(ours, theirs, check_dtypes=False, check_row_order=False, rel_tol=1e-9, abs_tol=1e-9)


def on_polars(frame: pl.DataFrame) -> None:
    lazy = frame.lazy()

    def ours() -> pl.DataFrame:
        return panel.assess(lazy, as_of=AS_OF).collect()

    by_hand = {"fused": fused(lazy, AS_OF), "chained": chained(lazy, AS_OF)}
    for name, most in (("fused", 1.15), ("chained", 0.65)):
        theirs = by_hand[name].collect
        check(ours(), theirs())
        report(f"polars / polars {name} by hand", side_by_side(ours, theirs, runs=RUNS), f"at most {most}")

    def in_enums() -> pl.DataFrame:
        return panel.assess(lazy, as_of=AS_OF, words="enum").collect()

    by_hand_in_enums = fused(lazy, AS_OF, enums=True).collect
    words = pl.col("verdict", "standing", "reason").cast(pl.String)
    check(in_enums().with_columns(words), by_hand_in_enums().with_columns(words))
    ratio = side_by_side(in_enums, by_hand_in_enums, runs=RUNS)
    report("polars / polars fused by hand, words as Enum in both", ratio, "at most 1.15")
    ratio = side_by_side(by_hand["fused"].collect, by_hand["chained"].collect, runs=RUNS)
    report("polars fused by hand / polars chained by hand", ratio, "no limit")


def on_duckdb(frame: pl.DataFrame, path: Path) -> None:
    table = duckdb.read_parquet(str(path))
    by_hand = duckdb.sql(query(f"'{path}'", AS_OF, ", ".join(frame.columns)))

    def ours() -> Any:
        return panel.assess(table, as_of=AS_OF).to_arrow_table()

    check(pl.from_arrow(ours()), by_hand.pl())
    report("DuckDB / DuckDB in SQL", side_by_side(ours, by_hand.to_arrow_table, runs=RUNS), "at most 1.05")


def on_spark(frame: pl.DataFrame, path: Path) -> None:
    if which("java") is None and "JAVA_HOME" not in os.environ:
        print("Spark / Spark in SQL: not measured, as there is no Java here")
        return
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    table = session.read.parquet(str(path))
    asked = query(f"parquet.`{path}`", AS_OF, ", ".join(frame.columns))

    def run(answers: Any) -> None:
        answers.write.format("noop").mode("overwrite").save()

    check(pl.from_arrow(panel.assess(table, as_of=AS_OF).toArrow()), pl.from_arrow(session.sql(asked).toArrow()))
    ratio = side_by_side(lambda: run(panel.assess(table, as_of=AS_OF)), lambda: run(session.sql(asked)), runs=3)
    report("Spark local[2] / Spark in SQL", ratio, "at most 1.05")
    session.stop()


def on_pandas(frame: pl.DataFrame) -> None:
    given = frame.to_pandas()
    ours, theirs = partial(panel.assess, given, as_of=AS_OF, engine="polars"), partial(assessed, given, AS_OF)
    check(pl.from_pandas(ours()), pl.from_pandas(theirs()))
    report("pandas by hand / pandas through polars", side_by_side(theirs, ours, runs=3), "at least 1.8")
    check(pl.from_pandas(counted_through_polars(given)), pl.from_pandas(counted(theirs())))
    ratio = side_by_side(lambda: counted(theirs()), lambda: counted_through_polars(given), runs=3)
    report("counts of verdicts: all in pandas by hand / pandas through polars", ratio, "at least 6")
    ratio = side_by_side(lambda: counted(with_verdicts(given, AS_OF)), lambda: counted_through_polars(given), runs=3)
    report("counts of verdicts: verdicts alone in pandas by hand / pandas through polars", ratio, "no limit")


def counted(answers: pd.DataFrame) -> pd.DataFrame:
    return answers.groupby(["indicator", "verdict"], as_index=False).size()


def counted_through_polars(given: pd.DataFrame) -> pd.DataFrame:
    answers = panel.assess(pl.from_pandas(given).lazy(), as_of=AS_OF)
    return answers.group_by("indicator", "verdict").agg(pl.len().alias("size")).collect().to_pandas()


def of_ratings(rows: int) -> None:
    given = made_up_tracks(rows)
    in_polars = pl.from_pandas(given)
    check(panel.rate(in_polars, "open-sdg-2.4"), pl.from_pandas(rated(given)))
    theirs = partial(rated, given)
    for name, frame, engine in (("polars", in_polars, None), ("pandas through polars", given, "polars")):
        ours = partial(panel.rate, frame, "open-sdg-2.4", engine=engine)
        report(f"open-sdg-2.4: {name} / pandas by hand", side_by_side(ours, theirs, runs=RUNS), "at most 1.5")


def of_one_row(frame: pl.DataFrame) -> None:
    row = frame.filter(pl.col("value").is_not_null() & (pl.col("comparator") == "≥")).head(1)
    cells = row.row(0, named=True)
    indicator = cp.Indicator(
        id="a",
        name="a",
        direction="higher",
        baseline=(str(cells["baseline_period"]), f"{cells['baseline']:.{cells['baseline_places']}f}"),
        targets=(f"≥{cells['target']}",),
        observations={str(cells["period"]): f"{cells['value']:.{cells['places']}f}"},
    )
    scalar = partial(cp.assess_indicator, indicator, period=f"2021/{cells['due']}", as_of=AS_OF)
    one = partial(panel.assess, row, as_of=AS_OF)
    assert str(scalar().verdict) == one()["verdict"][0]
    report("one row: a frame / assess_indicator", side_by_side(one, scalar, runs=15), "at least 20")


_STREAMED = {
    "panel": "panel.assess(given, as_of=2025)",
    "fused by hand": "fused(given, 2025)",
    "a copy": "given",
}


def streamed(path: Path) -> None:
    """From one file to another, the rows pass through without all being there at once."""
    if not Path("/proc/self/status").exists():
        print("streamed: memory not measured, as the system does not tell it")
        return
    head = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\nimport polars as pl\n"
    head += f"from by_hand.fused import fused\nfrom civicplan import panel\ngiven = pl.scan_parquet({str(path)!r})\n"
    out = str(path.with_name("out.parquet"))
    most = {name: peak(f"{head}({work}).sink_parquet({out!r})") for name, work in _STREAMED.items()}
    for name in ("fused by hand", "a copy"):
        limit = "at most 1" if name != "a copy" else "no limit"
        report(f"parquet to parquet, memory: panel / {name}", most["panel"] / most[name], limit)
    print(", ".join(f"{name} {used / 2**20:.0f} MiB" for name, used in most.items()))


def main() -> None:
    simplefilter("ignore", FutureWarning)  # Spark with pandas 3
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    frame = panel_of(rows)
    print(f"{rows} rows")
    on_polars(frame)
    on_pandas(frame)
    of_ratings(rows)
    of_one_row(frame)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "panel.parquet"
        frame.write_parquet(path)
        on_duckdb(frame, path)
        on_spark(frame, path)
        streamed(path)


if __name__ == "__main__":
    main()
