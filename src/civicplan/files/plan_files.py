"""Read and write plan files: the format is chosen by suffix, and a file is replaced whole or not at all."""

from __future__ import annotations

import os
import warnings

from civicplan.assessment import PlanAssessment
from civicplan.errors import InvalidTypeError, describe
from civicplan.files.file_formats import format_of, write_page
from civicplan.model import Plan
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
    reading = format_of(path, format).read(path)
    if reading.diagnostics:
        warnings.warn(ReadingWarning(os.fspath(path), reading.diagnostics), stacklevel=2)
    return reading.value


def write(plan: Plan | PlanAssessment, path: str | os.PathLike[str], *, format: str | None = None) -> None:
    """Write a plan to a file, or an assessment as a page, whole or not at all: until then the old file stays as it was.

    Args:
        plan: The plan, or the assessment of one; `civicplan.show.report` makes its page.
        path: The file; its suffix (.json, .toml, .xlsx) chooses the format. A folder gets a CSV file for each table.
            An assessment is written to a file with the suffix .html.
        format: "json", "toml", "csv" or "xlsx", where the suffix does not say; "html" for an assessment.

    Raises:
        PlanFileError: The file cannot be written.
        MissingExtraError: The format needs an optional dependency.
        UnknownIdError: There is no such format.
        InvalidValueError: A plan cannot be kept in such a file, or it is no page for an assessment.
        InvalidTypeError: It is neither a plan nor an assessment. It is a TypeError.
    """
    if isinstance(plan, PlanAssessment):
        write_page(plan, path, format)
        return
    chosen = format_of(path, format)
    if not isinstance(plan, Plan):
        raise InvalidTypeError("plan", "a Plan, or the assessment of one", describe(plan))
    chosen.write(plan, path)
