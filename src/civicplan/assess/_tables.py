"""Assessments as rows, frames, text and HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, cast
from unicodedata import east_asian_width

from civicplan.assess._wording import full_name, percent_text
from civicplan.assess.indicator import IndicatorAssessment
from civicplan.assess.outcome import Outcome, actual_text, target_text
from civicplan.assess.standing import Standing
from civicplan.assess.task import TaskAssessment
from civicplan.errors import InvalidValueError, MissingExtraError, quoted
from civicplan.model import Verdict
from civicplan.values import NotAssessable

_MEASURES = ("attainment", "progress", "elapsed", "pace", "growth", "required_growth", "catch_up_growth", "standing")
_INDICATOR_HEADINGS = ("no.", "indicator", "unit", "target", "actual", "verdict", "attainment")
_TASK_HEADINGS = ("no.", "task", "reported", "time gone", "standing", "amounts", "past due")
_UNDECIDED = "~"
_LEGEND = f"{_UNDECIDED} a digit that nobody printed could flip the verdict"


def row(assessment: IndicatorAssessment) -> dict[str, Any]:
    """One plain dict; what is undefined is None and `undefined` says why."""
    indicator = assessment.indicator
    values = {name: getattr(assessment, name) for name in _MEASURES}
    undefined = [f"{name}: {value}" for name, value in values.items() if isinstance(value, NotAssessable)]
    return {
        "id": indicator.id,
        "number": indicator.number,
        "group": None if indicator.group is None else str(indicator.group),
        "name": str(indicator.name),
        "unit": indicator.unit,
        "nature": _plain(indicator.nature),
        "direction": _plain(indicator.effective_direction),
        "verdict": str(assessment.verdict),
        "decisive": assessment.decisive,
        "reason": _plain(assessment.reason),
        **{name: _plain(value) for name, value in values.items()},
        "undefined": "; ".join(undefined) or None,
    }


def _plain(value: object) -> str | Decimal | None:
    if value is None or isinstance(value, NotAssessable):
        return None
    return value if isinstance(value, Decimal) else str(value)


def frame(rows: list[dict[str, Any]], backend: str) -> Any:
    """The rows as a dataframe of the named library, numbers as floats."""
    columns = {name: [_cell(row[name]) for row in rows] for name in (rows[0] if rows else ())}
    try:
        import narwhals.stable.v2 as nw

        return nw.from_dict(columns, backend=cast("Any", backend)).to_native()
    except (ValueError, TypeError) as error:
        known = "a dataframe library, such as polars, pandas or pyarrow"
        raise InvalidValueError("backend", known, quoted(backend)) from error
    except ModuleNotFoundError as error:
        raise MissingExtraError(f"to_frame({backend!r})", "frames") from error


def _cell(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else value


def text(indicators: Sequence[IndicatorAssessment], tasks: Sequence[TaskAssessment]) -> str:
    """The assessments as a text table, wide characters counted as two columns."""
    return "\n\n".join(text_table(headings, cells) for headings, cells in _tables(indicators, tasks))


def html(indicators: Sequence[IndicatorAssessment], tasks: Sequence[TaskAssessment]) -> str:
    """The assessments as HTML tables that need nothing from elsewhere."""
    return "\n".join(html_table(headings, cells) for headings, cells in _tables(indicators, tasks))


def _tables(
    indicators: Sequence[IndicatorAssessment], tasks: Sequence[TaskAssessment]
) -> list[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    tables: list[tuple[tuple[str, ...], list[tuple[str, ...]]]] = []
    if indicators or not tasks:
        tables.append((_INDICATOR_HEADINGS, [_indicator_cells(assessment) for assessment in indicators]))
    if tasks:
        tables.append((_TASK_HEADINGS, [_task_cells(assessment) for assessment in tasks]))
    return tables


def _indicator_cells(assessment: IndicatorAssessment) -> tuple[str, ...]:
    indicator = assessment.indicator
    return (
        indicator.number or "",
        full_name(indicator.group, indicator.name),
        indicator.unit or "",
        " · ".join(target_text(outcome.target) for outcome in assessment.outcomes) or "—",
        " · ".join(_actual_text(outcome) for outcome in assessment.outcomes) or "—",
        _verdict_text(assessment),
        percent_text(assessment.attainment),
    )


def _actual_text(outcome: Outcome) -> str:
    if isinstance(outcome.actual, NotAssessable):
        return "—"
    return actual_text(outcome.target, outcome.actual, outcome.bound) + ("*" if outcome.actual.is_derived else "")


def _verdict_text(assessment: IndicatorAssessment) -> str:
    said = assessment.verdict.replace("_", " ")
    if assessment.verdict is Verdict.NOT_DUE:
        open_targets = [outcome.standing for outcome in assessment.outcomes if outcome.verdict is Verdict.NOT_DUE]
        standings = dict.fromkeys(each.replace("_", " ") for each in open_targets if isinstance(each, Standing))
        return f"{said}: {', '.join(standings)}" if standings else said
    undecided = assessment.verdict is not Verdict.NOT_ASSESSABLE and not assessment.decisive
    return f"{said} {_UNDECIDED}" if undecided else said


def _task_cells(assessment: TaskAssessment) -> tuple[str, ...]:
    amounts = (
        f"{outcome.deliverable.subject.in_language('en')} {percent_text(outcome.attainment)}"
        for outcome in assessment.deliverables
    )
    return (
        assessment.task.number or "",
        assessment.task.title.in_language("en"),
        percent_text(assessment.percent),
        percent_text(assessment.elapsed),
        "—" if isinstance(assessment.standing, NotAssessable) else assessment.standing.replace("_", " "),
        "; ".join(amounts) or "—",
        "; ".join(milestone.title.in_language("en") for milestone in assessment.overdue) or "—",
    )


def text_table(headings: tuple[str, ...], cells: list[tuple[str, ...]]) -> str:
    """The cells under their headings, wide characters counted as two columns."""
    plain = [_on_one_line(line) for line in cells]
    widths = [max(map(_width, column)) for column in zip(headings, *plain, strict=True)]
    rule = tuple("-" * width for width in widths)
    lines = ["  ".join(map(_padded, line, widths)).rstrip() for line in (headings, rule, *plain)]
    return "\n".join((*lines, *_legends(headings, cells)))


def _legends(headings: tuple[str, ...], cells: list[tuple[str, ...]]) -> list[str]:
    if headings is not _INDICATOR_HEADINGS:
        return []
    verdicts, actuals = headings.index("verdict"), headings.index("actual")
    legends = [_LEGEND] if any(line[verdicts].endswith(_UNDECIDED) for line in cells) else []
    derived = any("*" in line[actuals] for line in cells)
    return [*legends, "* derived from published figures"] if derived else legends


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _on_one_line(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in cells)


def _width(cell: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in cell)


def html_table(headings: tuple[str, ...], cells: list[tuple[str, ...]]) -> str:
    """The cells under their headings, as HTML that needs nothing from elsewhere."""
    from html import escape

    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in cells)
    notes = "".join(f"<p>{escape(note)}</p>" for note in _legends(headings, cells))
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>{notes}"
