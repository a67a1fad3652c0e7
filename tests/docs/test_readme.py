"""The README says what the library prints, and its commands are those that set the project up."""

from __future__ import annotations

import re
from typing import Any

import pytest

import civicplan as cp
from civicplan.assessment import IndicatorAssessment, PlanAssessment

from .pages import README, blocks

TEXT = README.read_text(encoding="utf-8")
#: The same without line breaks.
PROSE = " ".join(TEXT.split())


@pytest.fixture(scope="module")
def reached() -> PlanAssessment:
    return cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")


@pytest.fixture(scope="module")
def note(reached: PlanAssessment) -> cp.VerdictClaim:
    return next(claim for claim in reached.plan.claims if isinstance(claim, cp.VerdictClaim))


def _rows() -> list[dict[str, str]]:
    """The table of the real plan, as it stands in the page."""
    heading = ("number", "name", "target", "actual", "verdict")
    lines = TEXT.partition("| no. | indicator |")[2].partition("\n\n")[0].splitlines()[2:]
    return [dict(zip(heading, line.strip("| ").split(" | "), strict=True)) for line in lines]


def _as_shown(row: IndicatorAssessment, cells: dict[str, Any]) -> dict[str, str]:
    """The row as the page writes it."""
    verdict = row.headline + (f" ({', '.join(row.caveats)})" if row.caveats else "")
    name = row.indicator.name.in_language("en")
    return {"name": name, "verdict": verdict, **{key: cells[key] for key in ("number", "target", "actual")}}


class TestTheTableOfTheRealPlan:
    def test_every_row_is_one_of_the_assessment(self, reached: PlanAssessment) -> None:
        known = [_as_shown(row, cells) for row, cells in zip(reached, reached.to_rows(), strict=True)]
        assert len(_rows()) > 5
        assert [row for row in known if row in _rows()] == _rows()

    def test_it_has_met_and_missed_and_every_row_with_a_caveat(self, reached: PlanAssessment) -> None:
        verdicts = {row["verdict"] for row in _rows()}
        assert verdicts == {"met", "not met", "met (digits)", "not met (digits)"}
        with_caveats = [row.indicator.number for row in reached if row.caveats]
        assert [row["number"] for row in _rows() if "(" in row["verdict"]] == with_caveats == ["18", "22", "28"]
        assert "Three rows have one, `digits`" in PROSE

    def test_a_target_of_a_row_without_a_caveat_has_one(self, reached: PlanAssessment) -> None:
        of_targets = {
            row.indicator.number: outcome.caveats
            for row in reached
            for outcome in row.outcomes
            if outcome.caveats and not row.caveats
        }
        assert of_targets == {"3": (cp.Caveat.PRICES,)}
        assert "In row 3 the growth alone has one, `prices`" in PROSE


class TestTheFirstScreen:
    def test_it_installs_and_assesses_a_table_and_an_indicator_before_anything_else(self) -> None:
        first_screen = "\n".join(TEXT.splitlines()[:56])
        in_order = (
            "document claims against its figures",
            "pip install",
            "cp.from_frame(",
            "cp.Indicator(",
            ".explain()",
        )
        places = [first_screen.find(words) for words in in_order]
        assert -1 not in places
        assert places == sorted(places)

    def test_it_shows_an_indicator_a_task_a_milestone_and_a_goal(self) -> None:
        code = "".join(block.code for block in blocks(README))
        assert not [noun for noun in ("Indicator", "Task", "Milestone", "Goal") if f"cp.{noun}(" not in code]


class TestWhatIsSaidOfTheNote:
    def test_the_rows_that_it_names(self, reached: PlanAssessment, note: cp.VerdictClaim) -> None:
        named = {reached[id].indicator.number for id in note.subjects}
        assert named == {"1", "2", "3", "4", "5", "7", "8", "15"}
        assert "names eight indicators that fell short: numbers 1 to 5, 7, 8 and 15, which are ten rows" in PROSE
        assert len(note.subjects) == 10

    def test_the_rows_that_only_the_figures_miss(self, reached: PlanAssessment, note: cp.VerdictClaim) -> None:
        missed = [row for row in reached if row.verdict is cp.Verdict.NOT_MET and row.indicator.id not in note.subjects]
        assert {row.indicator.number: row.decisive for row in missed} == {"6": True, "14": True, "18": False}
        assert "rows 6 and 14 are missed too, whatever their unprinted digits. With row 18 that makes 13." in PROSE
        assert len(note.subjects) + len(missed) == reached.counts[cp.Verdict.NOT_MET] == 13


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
