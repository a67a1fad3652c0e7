"""Every example runs without a warning, and what it prints is true."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from http import HTTPStatus
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

import civicplan as cp
from civicplan.assessment import PlanAssessment

from ..cases import published
from .notebooks import EXAMPLES

SCRIPTS = tuple(sorted(EXAMPLES.glob("*.py")))


def _run(name: str, folder: Path, *arguments: str) -> str:
    """What the script prints when every warning is an error; its temporary files end up beside the folder."""
    temporary = folder.with_name(f"{folder.name}-temporary")
    temporary.mkdir(exist_ok=True)
    made = subprocess.run(
        [sys.executable, "-W", "error", str(EXAMPLES / name), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1", **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary))},
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert not made.stderr
    return made.stdout


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[str], str]:
    return lambda name: _run(name, tmp_path)


@pytest.fixture
def reached() -> PlanAssessment:
    return cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_script_runs_anywhere_and_leaves_nothing_behind(script: Path, tmp_path: Path) -> None:
    assert _run(script.name, tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_main_example_prints_chinese_even_where_the_locale_has_none(tmp_path: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-W", "error", str(EXAMPLES / "five_year_plan.py"), str(tmp_path)],
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=False,
    )
    assert made.returncode == 0, made.stderr.decode(errors="replace")
    assert "亿元" in made.stdout.decode("utf-8")


def test_attainment_of_an_indicator(printed: Callable[[str], str]) -> None:
    shown = dict(line.rsplit(": ", 1) for line in printed("attainment_of_an_indicator.py").splitlines())
    assert shown["attainment"] == f"{12.7 / 13:.1%}"
    assert shown["progress"] == f"{(12.7 - 9.34) / (13 - 9.34):.1%}"
    assert shown["growth"] == f"{100 * ((12.7 / 9.34) ** 0.2 - 1):.2f} % a year"
    assert len((EXAMPLES / "attainment_of_an_indicator.py").read_text(encoding="utf-8").splitlines()) <= 12


class TestTheWholePlan:
    def test_it_prints_the_table_and_the_reasons_of_every_miss(
        self, printed: Callable[[str], str], reached: PlanAssessment
    ) -> None:
        shown = printed("five_year_plan.py")
        assert reached.to_text(language="en") in shown
        assert "met: 25, not met: 13" in shown
        for row in reached:
            assert (row.explain(language="en") in shown) == (row.verdict is cp.Verdict.NOT_MET)

    def test_it_says_what_the_figures_say_against_the_note(self, printed: Callable[[str], str]) -> None:
        compared = printed("five_year_plan.py").partition("The figures against the note")[2].split("\n\n")[1]
        said = dict(line.rstrip(".").rsplit(": ", 1) for line in compared.splitlines())
        assert list(said.values()) == ["1, 2, 3, 4, 5, 7, 8, 15", "6, 14", "18", "none"]

    def test_it_ends_with_where_the_reports_are(self, tmp_path: Path, reached: PlanAssessment) -> None:
        last = _run("five_year_plan.py", tmp_path, "made/here").splitlines()[-2:]
        assert [line.partition(" is ")[0] for line in last] == ["The report in English", "The report in Chinese"]
        for line, language in zip(last, ("en", "zh"), strict=True):
            path = Path(line.partition(" is ")[2])
            assert path.parent == (tmp_path / "made" / "here").resolve()
            assert path.read_text(encoding="utf-8") == cp.show.report(reached, language=language)

    def test_without_a_folder_they_are_temporary_files_and_stay(self, printed: Callable[[str], str]) -> None:
        assert all(Path(line.partition(" is ")[2]).exists() for line in printed("five_year_plan.py").splitlines()[-2:])


def test_the_gallery_is_drawn_in_both_languages(tmp_path: Path) -> None:
    shown = _run("gallery.py", tmp_path, "pictures")
    drawn = {path.name for path in (tmp_path / "pictures").iterdir()}
    charts = get_args(cp.show.ChartName)
    assert drawn == {f"{chart}-{language}.svg" for chart in charts for language in ("en", "zh")}
    assert shown == f"{len(drawn)} pictures are in {(tmp_path / 'pictures').resolve()}\n"


def test_plan_in_python(printed: Callable[[str], str]) -> None:
    shown = printed("plan_in_python.py")
    # 410 + 450 + 470 homes, and three yearly reductions, compounded.
    assert re.search(r"\[1330(?:\.00)?]\*", shown)
    assert f"[{100 * (1 - 1.008 * 0.969 * 0.964):.2f} %]*" in shown
    assert "the target is left to another authority" in shown
    assert shown.endswith("the file round-trips losslessly: True\n")


def test_progress_of_tasks(printed: Callable[[str], str]) -> None:
    _, reported, amounts = re.split(r"\n\n(?=Reported as|Reported amounts)", printed("progress_of_tasks.py"))
    assert [line.split()[0] for line in reported.splitlines()[1:]] == ["3", "13", "14", "17"]
    assert all("50 %" in line and "ahead" in line for line in reported.splitlines()[1:])
    assert "  15 books for villages: 32547 of ≥60000 册, ahead" in amounts.splitlines()


def test_read_a_chinese_document(printed: Callable[[str], str]) -> None:
    shown = printed("read_a_chinese_document.py")
    assert len(re.findall(r"^\d .* not met ", shown, re.MULTILINE)) == 3
    assert "contradiction: 居民人均可支配收入: 城镇居民人均可支配收入" in shown
    assert "新建书房 33.3 % (behind); 送书下乡 56.3 % (ahead)" in shown
    left_out = shown.partition("What was left out\n")[2].splitlines()
    assert [line.split(":")[0].strip() for line in left_out] == ["line 42", "line 6", "line 6", "line 6"]


def test_panel_of_counties(tmp_path: Path) -> None:
    shown = _run("panel_of_counties.py", tmp_path, "4000")
    lines = [line.strip("| ").split("|") for line in shown.splitlines() if line.startswith(("| c", "| p", "| t"))]
    counts = [[int(cell) for cell in cells[1:]] for cells in lines]
    assert len(counts) == 8
    verdicts, standings = counts[:4], counts[4:]
    assert all(rows == sum(by_verdict) == 1000 and min(by_verdict) > 0 for rows, *by_verdict in verdicts)
    for (_, met, not_met, not_due, _), (_, *by_standing, decisive) in zip(verdicts, standings, strict=True):
        assert 0 < sum(by_standing) <= not_due
        assert 0 < decisive <= met + not_met
    assert re.fullmatch(r"4,000 rows in [0-9.]+ seconds", shown.splitlines()[-1])


def test_own_table(printed: Callable[[str], str]) -> None:
    shown, said = printed("own_table.py").split("\n\n")
    verdicts = re.findall(r" ([a-z_]+) +(met|not met)$", shown, re.MULTILINE)
    assert Counter(computed.replace("_", " ") == stated for computed, stated in verdicts) == {True: 49, False: 1}
    assert ("not_assessable", "met") in verdicts
    assert said.splitlines()[1].startswith("row 37, column \"Actual\": 'Top 4 among OECD member countries.'")


def test_the_table_of_departments_has_the_published_facts() -> None:
    with (EXAMPLES / "departments.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file)}
    due_in_march = {"target_year": "2018", "target_month": "3"}
    cases = [case for case in published("infobase")["cases"] if due_in_march.items() <= case.items()]
    assert len(rows) == len(cases) == 50
    for case in cases:
        row = rows[case["stable_id"]]
        ends = [end for end in (case["target_min"], case.get("target_max")) if end is not None]
        assert sorted(set(re.findall(r"[0-9]+[.][0-9]+", row["Target"]))) == sorted(set(ends))
        assert row["Actual"] == case["actual_result_en"]
        assert row["Published as"].replace(" ", "_") == case["status_key"]
        assert row["Period"] == "2018-03"


@pytest.fixture(scope="module")
def application() -> ModuleType:
    spec = spec_from_file_location("application", EXAMPLES / "application.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TestTheApplication:
    def test_numbers_are_written_as_text_with_every_digit(
        self, application: ModuleType, reached: PlanAssessment
    ) -> None:
        status, answer = application.assessment_json("zhuzhou-13fyp", "2020")
        assert status is HTTPStatus.OK
        rows = json.loads(answer, parse_float=pytest.fail)["indicators"]
        assert [row["id"] for row in rows] == [row.indicator.id for row in reached]
        assert rows[0]["attainment"] == str(reached["gdp"].attainment)

    def test_what_is_undefined_says_why(self, application: ModuleType) -> None:
        _, answer = application.assessment_json("zhuzhou-13fyp", "2020")
        industry = next(row for row in json.loads(answer)["indicators"] if row["id"] == "industry")
        assert industry["attainment"]["undefined"] == "missing_observation"
        assert industry["attainment"]["sentence"].startswith("no actual is published")

    @pytest.mark.parametrize(
        ("plan", "as_of", "status"),
        [("zhuzhou-13fpy", "2020", HTTPStatus.NOT_FOUND), ("zhuzhou-13fyp", "soon", HTTPStatus.BAD_REQUEST)],
    )
    def test_a_wrong_question_gets_an_answer_that_says_so(
        self, application: ModuleType, plan: str, as_of: str, status: HTTPStatus
    ) -> None:
        given, answer = application.assessment_json(plan, as_of)
        assert given is status
        assert json.loads(answer)["error"]

    def test_a_rating_never_calls_reached_what_a_digit_could_turn(
        self, application: ModuleType, reached: PlanAssessment
    ) -> None:
        labels = {row.indicator.id: application.rating(row) for row in reached}
        assert {id for id, label in labels.items() if label.endswith("as printed")} == {
            row.indicator.id for row in reached if not row.decisive
        }
        assert {id for id, label in labels.items() if label == "reached"} == {
            row.indicator.id for row in reached if row.decisive and row.verdict is cp.Verdict.MET
        }

    def test_a_rating_of_what_has_no_verdict_keeps_the_reason(self, application: ModuleType) -> None:
        begun = cp.assess(cp.datasets.load("zhuzhou-14fyp"), as_of="2020")
        assert application.rating(begun["good-air"]) == "not rated: the target is left to another authority"
        assert application.rating(begun["forest-cover"]) == "not due"
