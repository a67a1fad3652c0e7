"""The audit of a self-evaluation: its rows held to their own arithmetic, without any rule of scoring."""

from __future__ import annotations

from collections.abc import Iterable

from civicplan.auditing.findings import Findings
from civicplan.auditing.run import found_by
from civicplan.auditing.table import EVALUATION_RULES
from civicplan.errors import InvalidTypeError, describe
from civicplan.zh.evaluations.evaluation_row import EvaluationRow


def audit_evaluation(rows: Iterable[EvaluationRow], *, ignore: Iterable[str] = ()) -> Findings:
    """List every place where a self-evaluation disagrees with itself; no rule of scoring is assumed.

    The order is stable: contradictions before doubts before notes, then the order of the rules, then that of the rows.

    Args:
        rows: The rows, as `civicplan.zh.read_evaluation` reads them.
        ignore: Codes to leave out, or single findings as ``code:subject``.

    Raises:
        UnknownIdError: There is no rule of that code; the error names the nearest.
        InvalidTypeError: Something else than rows is given. It is a TypeError.

    >>> books = EvaluationRow(name="books", target="≥60000", actual="61200", weight="40", score="40.0")
    >>> readers = EvaluationRow(name="readers", target="≥9000", actual="9100", weight="60", score="58.0")
    >>> total = EvaluationRow(name="total", weight="100", score="99.0", is_total=True)
    >>> for finding in audit_evaluation((books, readers, total)):
    ...     print(finding.severity, finding.code, finding.claimed, finding.computed)
    contradiction points-do-not-add 99.0 98.0
    """
    return found_by(EVALUATION_RULES, _to_rows(rows), ignore)


def _to_rows(rows: Iterable[EvaluationRow]) -> tuple[EvaluationRow, ...]:
    advice = "read them with civicplan.zh.read_evaluation(text).value"
    if isinstance(rows, str | bytes) or not isinstance(rows, Iterable):
        raise InvalidTypeError("rows", "several EvaluationRows", describe(rows), advice)
    several = tuple(rows)
    for index, row in enumerate(several):
        if not isinstance(row, EvaluationRow):
            raise InvalidTypeError(f"rows[{index}]", "an EvaluationRow", describe(row), advice)
    return several
