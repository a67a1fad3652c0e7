"""Read a file: its text, its kind, and what the reader of that kind makes of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from civicplan import disk
from civicplan.disk import PathLike
from civicplan.errors import InvalidTypeError, describe, naming_field
from civicplan.model import Plan
from civicplan.reading import Diagnostics, Reading, ReadingError
from civicplan.values import Period, PeriodLike, to_enum, to_period
from civicplan.zh.evaluations.evaluation import read_evaluation
from civicplan.zh.kinds.kinds import Kind, recognise
from civicplan.zh.layout.grid import document_of
from civicplan.zh.notices import Notice, finished
from civicplan.zh.plans.plan import read_plan
from civicplan.zh.plans.programme import read_programme
from civicplan.zh.replies.reply import read_reply
from civicplan.zh.tasks.progress import read_progress
from civicplan.zh.tasks.tasks import read_tasks
from civicplan.zh.text.decode import decode
from civicplan.zh.text.docx import docx_html

NO_PLAN = Notice("no-plan", "It is {kind}, and no plan. zh.read gives it from this file, and {reader} from its text.")

_DOCX = ".docx"
#: The readers of plans that ask of which year months and quarters are.
_WITH_YEAR = {Kind.TASKS: read_tasks, Kind.PROGRESS: read_progress, Kind.PROGRAMME: read_programme}
#: The kinds of documents that make a plan.
MAKING_PLANS = (Kind.PLAN, *_WITH_YEAR)


def read(
    path: PathLike,
    *,
    kind: str | None = None,
    year: int | None = None,
    period: PeriodLike | None = None,
    strict: bool = False,
) -> Reading[Any]:
    """Return what a file holds: a plan, a list of tasks, a report on tasks, a reply, a programme or a self-evaluation.

    Its title and what stands in it decide which of them it is, and never its name. Text in UTF-8 or GB18030, pages in
    HTML and files of word processors (.docx) are read. The value is a Plan, a Reply, or a tuple of EvaluationRow.

    Args:
        path: The file; .docx is the suffix of a file of a word processor, and any other one is that of text or HTML.
        kind: The kind, such as "tasks", where it is not to be recognised.
        year: The year of months and quarters that state none; by default the one that the document names.
        period: The plan period of a plan; by default the one that its title or its tables name. Other documents are
            read as without it.
        strict: Raise an error where there is anything to know.

    Raises:
        PlanFileError: The file cannot be read.
        ReadingError: It is no text, or of no kind or several, or the reader finds nothing in it; or `strict` is true,
            and there are diagnostics.
        MissingExtraError: The extra zh is not installed.
        InvalidInputError: An argument is of another type or has no meaning.
    """
    if not isinstance(path, str | os.PathLike) or not isinstance(os.fspath(path), str):
        raise InvalidTypeError("path", "the path of a file", describe(path))
    with naming_field("kind"):
        wanted = None if kind is None else to_enum(Kind, kind)
    with naming_field("period"):
        plan_period = None if period is None else to_period(period)
    text = _text_of(path, is_docx=Path(path).suffix.lower() == _DOCX)
    found = text.bind(lambda words: _recognised(words, path)) if wanted is None else text.map(lambda _: wanted)
    return finished(found.bind(lambda known: _read(text.value, known, path, year, plan_period)), strict=strict)


def read_plan_file(path: PathLike, *, is_docx: bool) -> Reading[Plan]:
    """Return the plan that a document in a file is: a plan, a list of tasks, a report on them or a programme.

    Args:
        path: The file.
        is_docx: Whether it is one of a word processor; else it is one of text or HTML.

    Raises:
        PlanFileError: The file cannot be read.
        ReadingError: It holds none; where it holds something else, the error names the reader.
        MissingExtraError: The extra zh is not installed.
    """
    text = _text_of(path, is_docx=is_docx)
    kind = text.bind(lambda words: _recognised(words, path))
    if kind.value not in MAKING_PLANS:
        said = NO_PLAN.at(1, kind=kind.value.in_words, reader=kind.value.reader)
        raise ReadingError(Diagnostics((said,)))
    return kind.bind(lambda known: _plan(text.value, known, path))


def _text_of(path: PathLike, *, is_docx: bool) -> Reading[str]:
    """Return the text of a file; of one of a word processor as HTML."""
    content, name = disk.contents(path), Path(path).name
    return Reading(value=docx_html(content, name)) if is_docx else decode(content, name)


def _recognised(text: str, path: PathLike) -> Reading[Kind]:
    return recognise(document_of(text, Path(path).name).value)


def _read(text: str, kind: Kind, path: PathLike, year: int | None, period: Period | None) -> Reading[Any]:
    """Return what the reader of a kind makes of a text."""
    if kind in MAKING_PLANS:
        return _plan(text, kind, path, year, period)
    document = Path(path).name
    if kind is Kind.REPLY:
        return read_reply(text, year=year, document=document)
    return read_evaluation(text, document=document)


def _plan(
    text: str, kind: Kind, path: PathLike, year: int | None = None, period: Period | None = None
) -> Reading[Plan]:
    """Return the plan that the reader of a kind makes of a text."""
    document, id = Path(path).name, "-".join(Path(path).stem.split()) or kind.value
    if kind is Kind.PLAN:
        return read_plan(text, document=document, id=id, period=period)
    return _WITH_YEAR[kind](text, year=year, document=document, id=id)
