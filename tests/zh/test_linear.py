"""Every reader takes time in proportion to the length of a document, however nasty its lines are."""

from __future__ import annotations

from contextlib import suppress
from time import thread_time

import pytest

import civicplan as cp
from tests.zh.test_laws import READERS, Reader

#: What each reader needs to go as far as the line at whose end the nasty signs stand.
_BEGINNINGS = {
    "indicator tables": "指标名称\t2020年\t2025年\n森林覆盖率(%)\t41.2\t≥45\n",
    "plan": "临江区“十四五”规划\n第一章 目标\n指标名称\t2020年\t2025年\n森林覆盖率(%)\t41.2\t≥45\n",
    "tasks": "序号\t任务名称\t任务内容\t牵头领导\t责任单位\n1\t绿化\t",
    "progress": "2025年上半年重点任务进展情况\n序号\t任务名称\t任务内容\t完成情况\t进度\n1\t绿化\t新建公园5个\t",
    "evaluation": "绩效自评表\n三级指标\t年度指标值\t实际完成值\t分值\t得分\n办展场次\t5\t5\t10\t10\n",
    "reply": "对市十六届人大一次会议第021号建议的答复\n您提出的《关于增设公园的建议》收悉，现答复如下：\n一、",
    "programme": "临江区2025年文旅工作要点\n一、总体要求\n1.建设客房。",
}
_NASTY = (
    *("1", "1,", "[1]", "(", "（甲）", "“", "万", "十", "—", "?", "&#", "<p>", "<td>", "<a ", "\t", "1\t", "|", "1|"),
    *("分别增长7%、8%左右", "5个", "建设5个、", "三分之", "3—5家", "10月底前建成，", "到2025年达到5%以上，", "5—6月，"),
    *(
        "甲5个、乙6个、",
        "责任单位：甲、",
        "第一章 甲",
        "1\n",
        "甲\n",
        "序号\n",
        "1\t甲\t新建5个\n",
        "甲\t1\t2\n",
        "第一节 甲\n",
    ),
)
_LONG_LINES = ("1", "(", "[", "万", "分别增长", "\t", "|", "<td>", '"', "“")
_SHORT, _TIMES, _LONG = 2_000, 4, 100_000


@pytest.mark.parametrize("name", _BEGINNINGS)
def test_four_times_the_length_takes_about_four_times_as_long(name: str) -> None:
    for piece in _NASTY:
        short, long = (_text(name, piece, size) for size in (_SHORT, _TIMES * _SHORT))
        once, longer = (min(_seconds(READERS[name], text) for _ in range(2)) for text in (short, long))
        assert longer < 3 * _TIMES * once + 0.4, piece


@pytest.mark.parametrize("name", _BEGINNINGS)
def test_a_line_of_very_many_signs_is_read_or_left_at_once(name: str) -> None:
    assert {piece for piece in _LONG_LINES if _seconds(READERS[name], _text(name, piece, _LONG)) > 5} == set()


def _text(name: str, piece: str, size: int) -> str:
    return _BEGINNINGS[name] + piece * (size // len(piece))


def _seconds(reader: Reader, text: str) -> float:
    """Seconds of this thread, so that what else the machine does counts for nothing."""
    started = thread_time()
    with suppress(cp.ReadingError):
        reader(text)
    return thread_time() - started
