"""Read and write plan files: the format is chosen by suffix, and a file is replaced whole or not at all."""

from __future__ import annotations

import os
import warnings

from civicplan.assessment import PlanAssessment
from civicplan.errors import InvalidValueError, describe
from civicplan.files.file_formats import format_to_read, format_to_write, write_page
from civicplan.model import Plan
from civicplan.model.plan import check_plan
from civicplan.reading import ReadingWarning


def read(path: str | os.PathLike[str], *, format: str | None = None) -> Plan:
    """Read a plan from a file or a folder; what `write` wrote reads as the same plan, printed zeros included.

    A workbook without the sheet "plan" and a single CSV file are read as a table of indicators, and a text, a page in
    HTML or a .docx as a Chinese document, by `civicplan.zh`. What there is to know about that is a warning.

    Args:
        path: The file; its suffix (.json, .toml, .xlsx, .csv, .txt, .html, .docx) chooses the format. A folder is one
            of CSV files.
        format: "json", "toml", "csv", "xlsx", "txt", "html" or "docx", where the suffix does not say.

    Raises:
        PlanFileError: The file cannot be read.
        PlanFormatError: The file does not hold a plan; all its faults at once, each with its path or cell.
        ReadingError: The document holds no plan; for a reply or a self-evaluation it names the reader.
        MissingExtraError: The format needs an optional dependency.
        UnknownIdError: There is no such format.

    Warns:
        ReadingWarning: A table of indicators or a document has places that need a look.
    """
    reading = format_to_read(path, format).read(path)
    if reading.diagnostics:
        warnings.warn(ReadingWarning(os.fspath(path), reading.diagnostics), stacklevel=2)
    return reading.value


def write(
    plan: Plan | PlanAssessment,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    language: str | None = None,
) -> None:
    """Write a plan to a file, or an assessment as a page, whole or not at all: until then the old file stays as it was.

    The page of an assessment is what `civicplan.show.report` returns as text. For findings of yours or published
    methods on it, write that: ``pathlib.Path("report.html").write_text(report(assessment, comparison=methods),
    encoding="utf-8")``.

    Args:
        plan: The plan, or the assessment of one.
        path: The file; its suffix (.json, .toml, .xlsx) chooses the format. A folder gets a CSV file for each table: it
            is one that is there already, or a path that ends in "/". An assessment is written to a file with the
            suffix .html.
        format: "json", "toml", "csv" or "xlsx", where the suffix does not say; "html" for an assessment.
        language: The language of the page of an assessment, "en" or "zh"; None takes that of the plan's title. The
            file of a plan has all the languages of the plan, so that none can be asked for.

    Raises:
        PlanFileError: The file cannot be written.
        MissingExtraError: The format needs an optional dependency.
        UnknownIdError: There is no such format.
        InvalidValueError: A plan cannot be kept in such a file, it is no page for an assessment, or there is no such
            language to be chosen.
        InvalidTypeError: It is neither a plan nor an assessment. It is a TypeError.
    """
    if isinstance(plan, PlanAssessment):
        write_page(plan, path, format, language)
        return
    check_plan(plan, expected="a Plan, or the assessment of one", advice=_way_to_file(plan))
    if language is not None:
        advice = "leave it out, or write the assessment of the plan, which becomes a page in one language"
        raise InvalidValueError(
            "language", "none for a plan, whose file has all its languages", describe(language), advice
        )
    format_to_write(path, format).write(plan, path)


def _way_to_file(value: object) -> str:
    """Return how to write what is neither a plan nor an assessment, where there is a way."""
    if type(value).__module__.partition(".")[0] == "altair":
        return 'write civicplan.show.save(chart, "chart.svg")'
    if hasattr(value, "to_html"):
        return 'write pathlib.Path("page.html").write_text(value.to_html(), encoding="utf-8")'
    return ""
