"""Frames: rows in the library that is named, else in the first one that is installed."""

from __future__ import annotations

import subprocess
import sys

import pytest

import civicplan as cp
from civicplan.errors import MissingExtraError
from civicplan.reading import Diagnostic, Diagnostics

LIBRARIES = ("pandas", "polars", "pyarrow")
#: Everything that makes frames, each without a named library, where some libraries are not installed.
SCRIPT = """
import sys
from importlib.machinery import PathFinder
class Installed(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.partition(".")[0] in {missing} else super().find_spec(name, path, target)
sys.meta_path[:] = [Installed if finder is PathFinder else finder for finder in sys.meta_path]
import civicplan as cp
from civicplan.reading import Diagnostic, Diagnostics
assessed = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")
noticed = Diagnostics([Diagnostic(code="a", place="C4", text="1,006", message="Words.")])
for one in (assessed, cp.audit(assessed.plan), cp.rate(assessed, "un-2023"), noticed):
    frame = one.to_frame()
    assert len(frame) == len(one.to_rows())
    print(type(frame).__module__.partition(".")[0])
"""


@pytest.mark.parametrize("position", range(len(LIBRARIES)))
def test_without_a_name_it_is_the_first_installed_of_three(position: int) -> None:
    code = SCRIPT.format(missing=LIBRARIES[:position])
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == [LIBRARIES[position]] * 4


def test_where_none_is_installed_the_error_gives_the_line_that_installs_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for library in LIBRARIES:
        monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=r'run: python -m pip install "civicplan\[frames\]" "pandas"$'):
        cp.audit(cp.datasets.load("zhuzhou-13fyp")).to_frame()


def test_a_library_that_is_named_and_not_installed_is_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r'run: python -m pip install "pandas"$'):
        cp.audit(cp.datasets.load("zhuzhou-13fyp")).to_frame("pandas")


@pytest.mark.parametrize("library", LIBRARIES)
def test_whether_a_place_was_left_out_is_true_or_false(library: str) -> None:
    noticed = Diagnostics([Diagnostic(code="a", place="C4", text="x", message="Words.", left_out=False)])
    column = noticed.to_frame(library)["left_out"]
    assert (column.to_pylist() if library == "pyarrow" else column.to_list()) == [False]


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_ratings_by_every_method_are_a_frame_in_every_library(library: str) -> None:
    assessed = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")
    for name in cp.methods.names():
        rated = cp.rate(assessed, name)
        frame = rated.to_frame(library)
        scores = frame["score"].to_pylist() if library == "pyarrow" else frame["score"].to_list()
        known = [score for score in scores if score == score and score is not None]
        assert known == [float(row["score"]) for row in rated.to_rows() if row["score"] is not None]


def test_names_are_in_the_language_that_is_asked_for() -> None:
    reached = cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")
    timeline = cp.over_time(reached.plan, ["2020"])
    shown = (reached, cp.rate(reached, "un-2023"), cp.compare(reached, ["un-2023"]), timeline)
    for frame_of in (*(one.to_frame for one in shown), reached.outcome_frame):
        assert str(frame_of("polars")["name"][0]).startswith("地区生产总值")
        assert "gross domestic product" in str(frame_of("polars", language="en")["name"][0])
    tasks = cp.assess(cp.datasets.load("shangyu-2024-q2"), as_of="2024-Q2")
    assert list(tasks.task_frame("polars", language="en")["title"]) == [
        row["title"] for row in tasks.task_rows(language="en")
    ]


def test_a_frame_without_rows_has_its_columns() -> None:
    empty = cp.Plan(id="p", title="A plan", period="2021/2025")
    full = cp.Plan(
        id="p",
        title="A plan",
        period="2021/2025",
        indicators=(cp.Indicator(id="gdp", name="GDP", targets=("≥9",)),),
        tasks=(cp.Task(id="t", title="A task"),),
    )
    for backend in ("pandas", "polars"):
        without, with_rows = cp.assess(empty, as_of=2022), cp.assess(full, as_of=2022)
        pairs = (
            (without.to_frame(backend), with_rows.to_frame(backend)),
            (without.outcome_frame(backend), with_rows.outcome_frame(backend)),
            (without.task_frame(backend), with_rows.task_frame(backend)),
            (cp.over_time(full, []).to_frame(backend), cp.over_time(full, [2022]).to_frame(backend)),
        )
        for blank, filled in pairs:
            assert (len(blank), len(filled)) == (0, 1)
            assert list(blank.columns) == list(filled.columns)
            assert list(blank.dtypes) == list(filled.dtypes)
