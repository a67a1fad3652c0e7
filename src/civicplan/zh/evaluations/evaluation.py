"""Self-evaluation tables of projects (绩效自评表), read into rows that the audit holds to their own arithmetic."""

from __future__ import annotations

from civicplan.reading import Reading
from civicplan.zh.document import Document, Paragraph
from civicplan.zh.evaluations.evaluation_points import points_in_headings
from civicplan.zh.evaluations.evaluation_reader import Reader
from civicplan.zh.evaluations.evaluation_row import EvaluationRow
from civicplan.zh.evaluations.evaluation_sums import closing_rows
from civicplan.zh.layout.grid import document_of
from civicplan.zh.notices import Notice, finished

NO_TABLE = Notice(
    "no-evaluation",
    "No table has columns of an evaluation: a name, target and actual, or one of these beside weight or score. Write "
    "headings such as 三级指标, 年度指标值, 实际完成值, 分值 and 得分.",
)


def read_evaluation(
    text: str, *, document: str = "the text", strict: bool = False
) -> Reading[tuple[EvaluationRow, ...]]:
    r"""Return the rows of the self-evaluation tables of a document, and the sums that are printed of them.

    Columns are known by what their headings mean: 三级指标, 年度指标值, 实际完成值, 分值, 得分 and 执行率, and others
    of `civicplan.zh.words.evaluation_words`. Columns of reasons, remarks and rules of scoring are left aside, and so is
    any other one that is not known, of which a diagnostic tells. No rule of scoring is assumed;
    `civicplan.auditing.audit_evaluation` holds the rows to their own arithmetic.

    Args:
        text: The document.
        document: What the document is called in the sources of the rows.
        strict: Whether anything to know about the reading raises.

    Raises:
        ReadingError: With `strict`, what the reading would tell.

    >>> text = "三级指标\t年度指标值\t实际完成值\t分值\t得分\n开放书屋\t≥12家\t14家\t10\t9.5"
    >>> row, = read_evaluation(text).value
    >>> row.target, row.actual, row.unit, row.weight, row.score
    (Bound.parse('≥12'), Figure('14'), '家', Figure('10'), Figure('9.5'))
    """
    return finished(document_of(text, document).bind(evaluation_of), strict=strict)


def evaluation_of(document: Document) -> Reading[tuple[EvaluationRow, ...]]:
    """Return the rows of the self-evaluation tables of a document."""
    reader = Reader(document=document)
    for block in document.blocks:
        if isinstance(block, Paragraph):
            reader.read_line(block)
        else:
            reader.begin(block)
            closing, points = closing_rows(block.rows, reader.header), points_in_headings(block.rows)
            reader.noticed += points.diagnostics
            for place, row in enumerate(block.rows):
                reader.read_row(row, closing.get(place), points.value.get(place))
    if not reader.has_header:
        reader.noticed.append(NO_TABLE.at(1))
    return Reading(value=tuple(reader.rows), diagnostics=tuple(reader.noticed))
