"""What tests of workbooks and folders of CSV files share: changing a cell as a user would."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

import civicplan as cp


def change(path: Path, cells: dict[str, Any], *, number_format: str | None = None) -> None:
    """Put values into the cells of a workbook, named as in ``targets!C2``, and save it as another program does."""
    workbook = openpyxl.load_workbook(path)
    for name, value in cells.items():
        sheet, _, coordinate = name.partition("!")
        cell = workbook[sheet][coordinate]
        cell.value = value
        if number_format is not None:
            cell.number_format = number_format
    workbook.save(path)


def faults_of(path: Path | str) -> dict[str, str]:
    """The messages of the faults of a file, by their places."""
    try:
        cp.read(path)
    except cp.PlanFormatError as error:
        return {fault.path: fault.message for fault in error.faults}
    return {}


def heading_cells(path: Path, sheet: str) -> dict[str, str]:
    """The letters of the columns of a sheet by their headings."""
    headings = next(openpyxl.load_workbook(path)[sheet].values)
    return {str(heading): get_column_letter(place) for place, heading in enumerate(headings, 1)}
