"""The head of a document: its title, and the period that the title of a plan names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from civicplan.values import Period
from civicplan.zh.document import Document, Paragraph
from civicplan.zh.language.column_headings import plans_in, years_in
from civicplan.zh.layout.heading_lines import LONGEST_TITLE, Line, heading_line, skeleton
from civicplan.zh.words.page_words import is_of_annex, is_of_page

#: The title stands among so many lines from the top.
_LINES_OF_HEAD = 30
#: No title goes on over more lines.
_LINES_OF_TITLE = 5
#: What a title names its document; the last line of a title has one of these words.
TITLE_WORDS = (
    *("规划", "纲要", "计划", "方案", "要点", "安排", "任务", "清单", "分工", "分解表", "答复", "复函", "自评", "报告"),
    *("进展", "进度", "情况", "绩效", "指标", "意见", "思路", "行动"),
)
#: A letter with which a document is sent names it: 关于印发《某市规划》的通知.
_SENT = re.compile("《([^《》]{2,100})》的?通知")


@frozen
class Head:
    """The title of a document.

    Attributes:
        title: The title on one line; blank where none is found.
        line: The number of its first line.
    """

    title: str
    line: int

    @property
    def period(self) -> Period | None:
        """The period that the title names, as a five-year plan by its ordinal or in years; None where it names none.

        >>> str(Head("某市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", 1).period)
        '2021/2025'
        >>> str(Head("某市“十五”规划", 1).period), str(Head("某县水利发展规划（2019—2027年）", 1).period)
        ('2001/2005', '2019/2027')
        """
        plans = plans_in(self.title)
        if plans:
            return plans[0] if len(plans) == 1 else None
        return years_in(skeleton(self.title))


def head_of(document: Document) -> Head:
    """Return the title of a document: the first lines that follow each other and name what the document is.

    It stands above the first heading and the first sentence, and may go over several lines.

    >>> lines = ("临江市人民政府", "", "临江市国民经济和社会发展", "第十四个五年规划纲要", "（2021年2月批准）")
    >>> blocks = tuple(Paragraph(text, row) for row, text in enumerate(lines, start=1) if text)
    >>> head_of(Document(name="plan", blocks=blocks))
    Head(title='临江市国民经济和社会发展第十四个五年规划纲要', line=3)
    """
    for run in _runs(document):
        last = next((place for place in range(len(run), 0, -1) if _names_document(run[place - 1].text)), 0)
        if last:
            title = "".join(" ".join(line.text.split()) for line in run[:last])
            sent = _SENT.search(title)
            return Head(sent[1] if sent else title, run[0].line)
    return Head("", 1)


def _names_document(text: str) -> bool:
    return any(word in text for word in TITLE_WORDS)


def _runs(document: Document) -> Iterator[list[Line]]:
    """Yield the lines of the head, those that follow each other together; lines of the page around it part them."""
    run: list[Line] = []
    for line in islice(_lines(document), _LINES_OF_HEAD):
        is_apart = is_of_page(line.text) or is_of_annex(line.text)
        if run and (is_apart or line.line - run[-1].line > 1 or len(run) == _LINES_OF_TITLE):
            yield run
            run = []
        if not is_apart:
            run.append(line)
    if run:
        yield run


def _lines(document: Document) -> Iterator[Line]:
    """Yield the lines above the first heading and the first sentence; those of tables are none."""
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        line = Line(block.text.strip("#* "), block.line)
        if len(line.text) > LONGEST_TITLE or line.text.endswith(("。", "；")) or heading_line(line) is not None:
            return
        yield line
