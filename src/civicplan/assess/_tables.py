"""Assessments as rows, frames, text and HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, cast
from unicodedata import east_asian_width

from civicplan.assess._wording import full_name, percent_text
from civicplan.assess.actual import Actual
from civicplan.assess.indicator import IndicatorAssessment
from civicplan.assess.outcome import Outcome, actual_text, target_text
from civicplan.assess.standing import Standing
from civicplan.assess.task import TaskAssessment
from civicplan.errors import InvalidValueError, MissingExtraError, quoted
from civicplan.model import Verdict
from civicplan.values import NotAssessable

_MEASURES = ("attainment", "progress", "elapsed", "pace", "growth", "required_growth", "catch_up_growth", "standing")
_TASK_MEASURES = ("reported", "elapsed", "pace", "standing")
_NUMBERS = ("value", "attainment", "progress", "elapsed", "pace", "growth", "required_growth", "catch_up_growth")
_INDICATOR_HEADINGS = ("no.", "indicator", "unit", "target", "actual", "verdict", "attainment")
_TASK_HEADINGS = ("no.", "task", "reported", "time gone by then", "standing", "amounts", "past due")
_UNDECIDED = "~"
_LEGEND = f"{_UNDECIDED} a digit that nobody printed could flip the verdict"


def row(assessment: IndicatorAssessment) -> dict[str, Any]:
    """One plain dict; what is undefined is None and `undefined` says why."""
    indicator = assessment.indicator
    values = {name: getattr(assessment, name) for name in _MEASURES}
    return {
        "id": indicator.id,
        "number": indicator.number,
        "group": None if indicator.group is None else str(indicator.group),
        "name": str(indicator.name),
        "unit": indicator.unit,
        "nature": _plain(indicator.nature),
        "direction": _plain(indicator.effective_direction),
        "target": _targets_text(assessment),
        "actual": _actuals_text(assessment),
        **_first(assessment),
        "verdict": str(assessment.verdict),
        "decisive": assessment.decisive,
        "reason": _plain(assessment.reason),
        **{name: _plain(value) for name, value in values.items()},
        "undefined": _undefined(values),
    }


def _first(assessment: IndicatorAssessment) -> dict[str, Any]:
    """The actual of the first target as a number, what it is about, and when the target is due."""
    first = assessment.outcomes[0] if assessment.outcomes else None
    actual = first.actual if first is not None and isinstance(first.actual, Actual) else None
    return {
        "value": None if actual is None else actual.value,
        "period": None if actual is None else str(actual.period),
        "due": None if first is None or first.due is None else str(first.due),
    }


def task_row(assessment: TaskAssessment) -> dict[str, Any]:
    """One plain dict; what is undefined is None and `undefined` says why."""
    task = assessment.task
    values = {name: getattr(assessment, name) for name in _TASK_MEASURES}
    return {
        "id": task.id,
        "number": task.number,
        "title": str(task.title),
        "period": str(assessment.period),
        "verdict": str(assessment.verdict),
        "decisive": assessment.decisive,
        "reason": _plain(assessment.reason),
        **{name: _plain(value) for name, value in values.items()},
        "overdue": len(assessment.overdue),
        "undefined": _undefined(values),
    }


def _undefined(values: Mapping[str, object]) -> str | None:
    reasons = (f"{name}: {value}" for name, value in values.items() if isinstance(value, NotAssessable))
    return "; ".join(reasons) or None


def _plain(value: object) -> str | Decimal | None:
    if value is None or isinstance(value, NotAssessable):
        return None
    return value if isinstance(value, Decimal) else str(value)


def frame(rows: list[dict[str, Any]], backend: str) -> Any:
    """The rows as a dataframe of the named library, numbers as floats; the columns' types do not hang on the data."""
    columns = {name: [_cell(row[name]) for row in rows] for name in (rows[0] if rows else ())}
    try:
        import narwhals.stable.v2 as nw

        types = {**dict.fromkeys(_NUMBERS, nw.Float64()), "decisive": nw.Boolean()}
        schema = {name: types.get(name, nw.String()) for name in columns}
        return nw.from_dict(columns, schema=schema, backend=cast("Any", backend)).to_native()
    except ModuleNotFoundError as error:
        is_own = (error.name or "").startswith("narwhals")
        requirement = "civicplan[frames]" if is_own else error.name or str(backend)
        raise MissingExtraError(f"to_frame({backend!r})", requirement) from error
    except (ValueError, TypeError) as error:
        known = "a dataframe library, such as polars, pandas or pyarrow"
        raise InvalidValueError("backend", known, quoted(backend)) from error


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
        _targets_text(assessment),
        _actuals_text(assessment),
        _verdict_text(assessment),
        percent_text(assessment.attainment),
    )


def _targets_text(assessment: IndicatorAssessment) -> str:
    return " · ".join(target_text(outcome.target) for outcome in assessment.outcomes) or "—"


def _actuals_text(assessment: IndicatorAssessment) -> str:
    return " · ".join(_actual_text(outcome) for outcome in assessment.outcomes) or "—"


def _actual_text(outcome: Outcome) -> str:
    if isinstance(outcome.actual, NotAssessable):
        return "—"
    return actual_text(outcome.target, outcome.actual, outcome.bound) + ("*" if outcome.actual.is_derived else "")


def _verdict_text(assessment: IndicatorAssessment) -> str:
    said = assessment.verdict.replace("_", " ")
    if assessment.verdict is Verdict.NOT_DUE:
        open_targets = [outcome.standing for outcome in assessment.outcomes if outcome.verdict is Verdict.NOT_DUE]
        standings = [each.replace("_", " ") if isinstance(each, Standing) else "—" for each in open_targets]
        return said if set(standings) == {"—"} else f"{said}: {' · '.join(standings)}"
    undecided = assessment.verdict is not Verdict.NOT_ASSESSABLE and not assessment.decisive
    return f"{said} {_UNDECIDED}" if undecided else said


def _task_cells(assessment: TaskAssessment) -> tuple[str, ...]:
    amounts = (
        f"{outcome.deliverable.subject.in_language('en')} {outcome.share_text()}" for outcome in assessment.deliverables
    )
    return (
        assessment.task.number or "",
        assessment.task.title.in_language("en"),
        percent_text(assessment.reported),
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
    verdicts, actuals, targets = map(headings.index, ("verdict", "actual", "target"))
    shown = {
        _LEGEND: any(line[verdicts].endswith(_UNDECIDED) for line in cells),
        "* derived from published figures": any("*" in line[actuals] for line in cells),
        "[ ] over the whole period; a percentage in it is a reduction": any("[" in line[targets] for line in cells),
    }
    return [legend for legend, is_shown in shown.items() if is_shown]


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
