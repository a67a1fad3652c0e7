"""The table of formats: how a plan is read from a file or a folder and written to it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from attrs import frozen

from civicplan import disk, formats
from civicplan.assessment import PlanAssessment
from civicplan.disk import PathLike
from civicplan.errors import Fault, InvalidTypeError, InvalidValueError, PlanFileError, PlanFormatError, UnknownIdError
from civicplan.errors import describe as described
from civicplan.formats.plans import plan_tree
from civicplan.model import Plan
from civicplan.reading import Reading


@frozen
class FileFormat:
    """A way to keep a plan on a disk.

    Attributes:
        name: Its name, which is the suffix of its files without the dot.
        read: Reads a plan from a path, and tells what there is to know about it.
        write: Writes a plan to a path.
    """

    name: str
    read: Callable[[PathLike], Reading[Plan]]
    write: Callable[[Plan, PathLike], None]


def names() -> tuple[str, ...]:
    """Return the names of the formats.

    >>> names()
    ('json', 'toml', 'csv', 'xlsx', 'txt', 'html', 'docx')
    """
    return tuple(_FORMATS)


def format_of(path: PathLike, name: str | None) -> FileFormat:
    """Return the format with this name; without one that of the suffix, and for a folder that of CSV files."""
    if not isinstance(path, str | os.PathLike) or not isinstance(os.fspath(path), str):
        raise InvalidTypeError("path", "the path of a file", described(path))
    wanted = name if name is not None else _suffix(os.fspath(path))
    if not wanted:
        raise InvalidValueError(
            "path",
            "a file with a suffix",
            described(os.fspath(path)),
            'write "plan.json", or say format="csv" for a folder',
        )
    if wanted not in names():
        raise UnknownIdError(wanted, names(), "the table of formats")
    return _FORMATS[wanted]


def _suffix(path: str) -> str:
    is_folder = path.endswith(("/", os.sep)) or _is_folder(path)
    suffix = Path(path).suffix.removeprefix(".").lower()
    return _CSV if is_folder else _OTHER_SUFFIXES.get(suffix, suffix)


def _is_folder(path: PathLike) -> bool:
    return os.path.isdir(path)  # False for what is no path, unlike Path.is_dir of Python 3.11


def _read_text(name: str, path: PathLike) -> Reading[Plan]:
    content = disk.contents(path)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        message = f"not UTF-8 (byte {content[error.start]:#04x} at offset {error.start}); save the file as UTF-8"
        raise PlanFormatError(os.fspath(path), (Fault("$", message),)) from None
    return Reading(value=formats.loads(text, format=name, document=os.fspath(path)))


def _write_text(name: str, plan: Plan, path: PathLike) -> None:
    disk.replace(path, formats.dumps(plan, format=name).encode())


def _read_csv(path: PathLike) -> Reading[Plan]:
    from civicplan.tables import read
    from civicplan.tables.workbook.folder import SUFFIX, plan_of_csv_files

    if not _is_folder(path):
        return read(path)
    return Reading(value=plan_of_csv_files(disk.folder_contents(path, SUFFIX), os.fspath(path)))


def _write_csv(plan: Plan, path: PathLike) -> None:
    from civicplan.tables.workbook.folder import SUFFIX, csv_files

    if Path(path).suffix.lower() == SUFFIX and not _is_folder(path):
        advice = 'a plan is a folder of CSV files; write "plan/" with format="csv"'
        raise InvalidValueError("path", "the path of a folder", described(os.fspath(path)), advice)
    files = csv_files(plan_tree(plan))
    found = disk.names_in_folder(path, SUFFIX)
    foreign = [name for name in found if name not in files or next(iter(files)) not in found]
    if foreign:
        problem = f"cannot be written: the folder has a file {foreign[0]} that is none of a plan; choose an empty one"
        raise PlanFileError(os.fspath(path), problem)
    disk.replace_files(path, files)


def _read_xlsx(path: PathLike) -> Reading[Plan]:
    from civicplan.tables import read
    from civicplan.tables.workbook.spreadsheet import is_plan, plan_of_xlsx
    from civicplan.tables.xlsx import open_xlsx

    xlsx = open_xlsx(disk.contents(path), os.fspath(path))
    return Reading(value=plan_of_xlsx(xlsx)) if is_plan(xlsx) else read(path)


def _write_xlsx(plan: Plan, path: PathLike) -> None:
    from civicplan.tables.workbook.spreadsheet import xlsx_content

    disk.replace(path, xlsx_content(plan_tree(plan), os.fspath(path)))


def _read_document(name: str, path: PathLike) -> Reading[Plan]:
    from civicplan.zh.kinds.read_file import read_plan_file

    return read_plan_file(path, is_docx=name == _DOCX)


def _write_document(plan: Plan, path: PathLike) -> None:
    advice = "documents are read and not written; write a .json, .toml or .xlsx file, or a folder of CSV files"
    raise InvalidValueError("path", "a file in which a plan can be kept", described(os.fspath(path)), advice)


def write_page(assessment: PlanAssessment, path: PathLike, name: str | None) -> None:
    """Write an assessment as a page.

    Raises:
        InvalidValueError: The format is none of a page.
    """
    from civicplan.show import report

    if format_of(path, name).name != _HTML:
        advice = 'write "report.html"; assessment.to_json() and .to_frame() give it to programs'
        raise InvalidValueError("path", "a page for an assessment", described(os.fspath(path)), advice)
    disk.replace(path, report(assessment).encode())


_CSV, _DOCX, _HTML = "csv", "docx", "html"
#: Suffixes of one format that has another for its name; the last two are refused with what to do instead.
_OTHER_SUFFIXES = {"htm": "html", "md": "txt", "pdf": "txt", "doc": "txt"}
_FORMATS = {
    format.name: format
    for format in (
        *(FileFormat(name, partial(_read_text, name), partial(_write_text, name)) for name in formats.names()),
        FileFormat(_CSV, _read_csv, _write_csv),
        FileFormat("xlsx", _read_xlsx, _write_xlsx),
        *(FileFormat(name, partial(_read_document, name), _write_document) for name in ("txt", _HTML, _DOCX)),
    )
}
