"""An empty workbook to fill in."""

from __future__ import annotations

import os
from pathlib import Path

from civicplan import disk
from civicplan.errors import InvalidTypeError, InvalidValueError, PlanFileError, describe
from civicplan.formats._raw import SCHEMA_VERSION, VERSION_KEY
from civicplan.tables.workbook.spreadsheet import xlsx_content

_SUFFIX = ".xlsx"


def template(path: str | os.PathLike[str]) -> None:
    """Write an empty workbook to fill in; `civicplan.read` reads it as a plan once it has one.

    It has a sheet for each noun of a plan, with drop-downs for words of a vocabulary, and a first sheet that explains
    all columns. A file that is there already stays as it is.

    Args:
        path: The workbook, with the suffix .xlsx.

    Raises:
        PlanFileError: There is such a file already, or it cannot be written.
        MissingExtraError: openpyxl is not installed.
    """
    if not isinstance(path, str | os.PathLike) or not isinstance(os.fspath(path), str):
        raise InvalidTypeError("path", "the path of a file", describe(path))
    document = os.fspath(path)
    if Path(document).suffix.lower() != _SUFFIX:
        raise InvalidValueError("path", f"a file with the suffix {_SUFFIX}", describe(document), 'write "plan.xlsx"')
    if os.path.lexists(document):
        raise PlanFileError(document, "is there already; choose another name, so that nothing filled in is lost")
    disk.replace(document, xlsx_content({VERSION_KEY: SCHEMA_VERSION}, document))
