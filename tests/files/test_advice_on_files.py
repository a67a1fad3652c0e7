"""What cannot be read or written is refused with what to write instead, by the names that were given."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

import civicplan as cp
from civicplan.errors import InvalidTypeError, InvalidValueError

PLAN = cp.Plan(id="p", title="A plan", period="2016/2020")
REACHED = cp.assess(PLAN, as_of="2020")


def test_a_page_is_written_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    for language in ("en", "zh", None):
        cp.write(REACHED, tmp_path / "report.html", language=language)
        written = (tmp_path / "report.html").read_text(encoding="utf-8")
        assert written == cp.show.report(REACHED, language=language)


def test_a_language_that_nothing_would_be_written_in_is_refused(tmp_path: Path) -> None:
    for value, language, advice in ((PLAN, "en", "none for a plan"), (REACHED, "fr", 'write "en" or "zh"')):
        with pytest.raises(InvalidValueError, match=rf"^language: expected .*{advice}"):
            cp.write(value, tmp_path / "report.html", language=language)
    assert list(tmp_path.iterdir()) == []


def test_only_formats_that_can_be_written_are_offered_for_writing(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").touch()
    with pytest.raises(cp.UnknownIdError) as writing:
        cp.write(PLAN, tmp_path / "plan.yaml")
    with pytest.raises(cp.UnknownIdError) as reading:
        cp.read(tmp_path / "plan.yaml")
    assert set(reading.value.known) - set(writing.value.known) == {"txt", "html", "docx"}
    for name in writing.value.known:
        cp.write(PLAN, tmp_path / f"a plan of {name}", format=name)
        assert cp.read(tmp_path / f"a plan of {name}", format=name) == PLAN


def test_an_assessment_is_written_as_a_page_whatever_else_is_asked_for(tmp_path: Path) -> None:
    for name in ("report.yaml", "report.json", "report.svg", "report", "report/"):
        with pytest.raises(
            InvalidValueError, match=r'^path: expected a page for an assessment, .*write "report\.html"'
        ):
            cp.write(REACHED, f"{tmp_path}/{name}")
    with pytest.raises(InvalidValueError, match=r"^format: expected a page for an assessment, got 'json'"):
        cp.write(REACHED, tmp_path / "report.html", format="json")


def test_a_picture_is_saved_elsewhere(tmp_path: Path) -> None:
    chart: Any = cp.show.attainment(cp.assess(cp.datasets.load("zhuzhou-13fyp"), as_of="2020"))
    for name in ("chart.svg", "chart.png", "chart.html"):
        with pytest.raises(InvalidTypeError, match=r"^plan: expected a Plan, .*write civicplan\.show\.save\("):
            cp.write(chart, tmp_path / name)
    with pytest.raises(InvalidValueError, match=r'show\.save\(chart, "chart\.png"\)'):
        cp.write(PLAN, tmp_path / "plan.png")


def test_a_page_is_no_chart(tmp_path: Path) -> None:
    page: Any = cp.show.report(REACHED)
    with pytest.raises(InvalidTypeError, match=r'^chart: .*write_text\(report, encoding="utf-8"\)'):
        cp.show.save(page, tmp_path / "report.html")


def test_a_folder_that_is_missing_is_named_and_no_other_file(tmp_path: Path) -> None:
    for value, name in ((REACHED, "none/report.html"), (PLAN, "none/plan.json"), (PLAN, "none/plan/")):
        with pytest.raises(cp.PlanFileError) as raised:
            cp.write(value, f"{tmp_path}/{name}")
        assert raised.value.problem == f"the folder {tmp_path / 'none'} does not exist"


def test_nothing_is_said_of_the_name_of_what_is_not_there(tmp_path: Path) -> None:
    for name in ("none", "none.yaml", "none.json", "none/"):
        with pytest.raises(cp.PlanFileError) as raised:
            cp.read(f"{tmp_path}/{name}")
        assert raised.value.errno == errno.ENOENT


def test_a_path_that_ends_in_a_slash_becomes_a_folder_of_csv_files(tmp_path: Path) -> None:
    with pytest.raises(InvalidValueError, match='"plan/" for a folder of CSV files'):
        cp.write(PLAN, tmp_path / "plan")
    cp.write(PLAN, f"{tmp_path}/plan/")
    assert cp.read(tmp_path / "plan") == PLAN


def test_what_is_no_plan_is_told_how_to_become_one(tmp_path: Path) -> None:
    junk: Any
    for junk, advice in (
        ({}, r"write from_dict\(data\)"),
        ("plan.json", r'write read\("plan\.json"\)'),
        ([PLAN], r"assess_many\(plans, as_of=\.\.\.\)"),
        (REACHED, r"write assessment\.plan"),
    ):
        with pytest.raises(InvalidTypeError, match=rf"^plan: expected a Plan, got .*{advice}"):
            cp.assess(junk, as_of="2020")
    findings: Any = cp.audit(PLAN)
    with pytest.raises(InvalidTypeError, match=r'write_text\(value\.to_html\(\), encoding="utf-8"\)'):
        cp.write(findings, tmp_path / "findings.html")
