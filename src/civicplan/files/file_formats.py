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


def format_to_read(path: PathLike, name: str | None) -> FileFormat:
    """Return the format with this name; without one that of the suffix, and for a folder that of CSV files.

    Raises:
        PlanFileError: Nothing is there to be read.
    """
    wanted = _name_of(path, name)
    disk.check_is_there(path)
    return _format(path, wanted, names())


def format_to_write(path: PathLike, name: str | None) -> FileFormat:
    """Return the format with this name; without one that of the suffix, and for a folder that of CSV files."""
    wanted = _name_of(path, name)
    if wanted in _PICTURES:
        advice = f'civicplan.show.save(chart, "chart.{wanted}") saves a chart'
        raise InvalidValueError("path", _FOR_A_PLAN, described(os.fspath(path)), advice)
    return _format(path, wanted, tuple(name for name in names() if name not in _DOCUMENTS))


def _format(path: PathLike, wanted: str, offered: tuple[str, ...]) -> FileFormat:
    if not wanted:
        advice = 'write "plan.json", or "plan/" for a folder of CSV files'
        raise InvalidValueError("path", "a file with a suffix", described(os.fspath(path)), advice)
    if wanted not in _FORMATS:
        raise UnknownIdError(wanted, offered, "the table of formats")
    return _FORMATS[wanted]


def _name_of(path: PathLike, name: str | None) -> str:
    if not isinstance(path, str | os.PathLike) or not isinstance(os.fspath(path), str):
        raise InvalidTypeError("path", "the path of a file", described(path))
    return name if name is not None else _suffix(os.fspath(path))


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
        advice = 'a plan is a folder of CSV files; write "plan/"'
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
    raise InvalidValueError("path", _FOR_A_PLAN, described(os.fspath(path)), advice)


def write_page(assessment: PlanAssessment, path: PathLike, name: str | None, language: str | None) -> None:
    """Write an assessment as a page, in a language or in that of the plan.

    Raises:
        InvalidValueError: The format is none of a page, or the library does not speak that language.
    """
    from civicplan.show import report

    if _name_of(path, name) != _HTML:
        advice = (
            'write "report.html"; assessment.to_json() and .to_frame() give it to programs, '
            'and civicplan.show.save(chart, "chart.svg") saves a chart of it'
        )
        place, got = ("path", os.fspath(path)) if name is None else ("format", name)
        raise InvalidValueError(place, "a page for an assessment", described(got), advice)
    disk.replace(path, report(assessment, language=language).encode())


_CSV, _DOCX, _HTML = "csv", "docx", "html"
#: What is read and not written.
_DOCUMENTS = ("txt", _HTML, _DOCX)
#: What charts are saved as.
_PICTURES = ("svg", "png")
_FOR_A_PLAN = "a file in which a plan can be kept"
#: Suffixes of one format that has another for its name; the last two are refused with what to do instead.
_OTHER_SUFFIXES = {"htm": "html", "md": "txt", "pdf": "txt", "doc": "txt"}
_FORMATS = {
    format.name: format
    for format in (
        *(FileFormat(name, partial(_read_text, name), partial(_write_text, name)) for name in formats.names()),
        FileFormat(_CSV, _read_csv, _write_csv),
        FileFormat("xlsx", _read_xlsx, _write_xlsx),
        *(FileFormat(name, partial(_read_document, name), _write_document) for name in _DOCUMENTS),
    )
}
