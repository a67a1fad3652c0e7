"""The README says what the library prints, and its commands are those that set the project up."""

from __future__ import annotations

import re

import pytest

import civicplan as cp

from .pages import README, blocks

TEXT = README.read_text(encoding="utf-8")
#: The same without line breaks.
PROSE = " ".join(TEXT.split())


@pytest.fixture(scope="module")
def reached() -> cp.PlanAssessment:
    return cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")


@pytest.fixture(scope="module")
def note(reached: cp.PlanAssessment) -> cp.VerdictClaim:
    return next(claim for claim in reached.plan.claims if isinstance(claim, cp.VerdictClaim))


def _table() -> list[str]:
    """The lines of the table at the top, without those that stand for lines left out."""
    first = next(block.code for block in blocks(README) if block.language == "pycon")
    shown = first.partition(">>> print(reached)\n")[2].splitlines()
    return [line for line in shown if line != "..."]


class TestTheTableAtTheTop:
    def test_every_line_is_one_that_the_library_prints_in_that_order(self, reached: cp.PlanAssessment) -> None:
        printed = iter(str(reached).splitlines())
        assert len(_table()) > 10
        assert all(line in printed for line in _table())

    def test_no_row_is_left_out_that_is_missed_or_hangs_on_a_digit(self, reached: cp.PlanAssessment) -> None:
        left_out = set(str(reached).splitlines()) - set(_table())
        assert not [line for line in left_out if "not met" in line or "~" in line]


class TestWhatIsSaidOfTheNote:
    def test_the_rows_that_it_names(self, reached: cp.PlanAssessment, note: cp.VerdictClaim) -> None:
        named = {reached[id].indicator.number for id in note.subjects}
        assert named == {"1", "2", "3", "4", "5", "7", "8", "15"}
        assert "names eight indicators as short: rows 1 to 5, 7, 8 and 15." in PROSE

    def test_the_rows_that_only_the_figures_miss(self, reached: cp.PlanAssessment, note: cp.VerdictClaim) -> None:
        missed = [row for row in reached if row.verdict is cp.Verdict.NOT_MET and row.indicator.id not in note.subjects]
        assert {row.indicator.number: row.decisive for row in missed} == {"6": True, "14": True, "18": False}
        assert "The figures also miss rows 6 and 14, and no unprinted digit could change that." in PROSE
        assert "Row 18 hangs on digits that nobody printed" in PROSE


_POSIX = 'python3 -m venv .venv && .venv/bin/python -m pip install -e ".[{extra}]" && .venv/bin/python {run}'
_WINDOWS = (
    'py -3 -m venv .venv && .venv\\Scripts\\python -m pip install -e ".[{extra}]" && .venv\\Scripts\\python {run}'
)


@pytest.mark.parametrize(
    "command",
    [
        _POSIX.format(extra="demo", run="examples/five_year_plan.py"),
        _POSIX.format(extra="dev", run="-m pytest"),
        _WINDOWS.format(extra="demo", run="examples\\five_year_plan.py"),
        _WINDOWS.format(extra="dev", run="-m pytest"),
    ],
)
def test_each_command_that_sets_the_project_up_is_a_line_of_its_own(command: str) -> None:
    assert command in TEXT.splitlines()


def test_the_methods_that_are_not_confirmed_are_counted_right() -> None:
    words = {3: "Three", 4: "Four", 5: "Five", 6: "Six"}
    unconfirmed = [name for name in cp.methods.names() if not cp.methods.get(name).confirmed]
    assert re.search(rf"^- {words[len(unconfirmed)]} of the published methods follow rules", TEXT, re.MULTILINE)


def test_the_plans_that_are_built_in_are_counted_right() -> None:
    words = {3: "three", 4: "four", 5: "five"}
    assert f"{words[len(cp.datasets.names())]} real ones are built in" in PROSE
