"""What a Chinese plan of 260 kB costs to read, against one pass over its lines and its numbers, and how that grows.

It is a real plan where one lies beside the checkout; else one of the same size and shape is made up.
"""

from __future__ import annotations

import random
import re
import tracemalloc
from collections.abc import Iterator
from functools import partial
from itertools import count, product
from pathlib import Path

from timing import seconds, side_by_side

from civicplan import zh

_REAL = Path(__file__).parents[2] / "shared" / "seeds"
_SIZE = 260_000
_CHAPTERS = 18
_COPIES = 10
#: A reading may take so many times as long as one pass, ten copies so many times as long as one, and bytes per byte.
_MOST_PASSES, _MOST_FOR_COPIES, _MOST_MEMORY = 100, 12, 50
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ROWS = (
    "森林覆盖率（%）\t{0}.2\t{1}.5\t—\t约束性",
    "城镇新增就业（万人）\t[{0}.4]\t—\t[{1}]\t预期性",
    "数字经济增加值（亿元）\t{0}.8\t{1}\t9%\t预期性",
    "单位产值能耗降低（%）\t—\t完成上级下达任务\t—\t约束性",
    "常住人口城镇化率（%）\t{0}.1\t≥{1}\t—\t预期性",
)
_PLACES = ("东西南北中岸", "山河湖林田海")
_SENTENCES = (
    "完善供水、供气和污水处理设施，到2025年，公共供水普及率达到{0}%以上，再生水利用率不低于{1}%。",
    "推进园区提质，新建标准厂房{0}万平方米，引进企业{1}家左右，力争产值突破{0}{1}亿元。",
    "加强公共文化服务，建设书房、展馆和体育公园，办好各类活动，使城乡居民就近得到便利的服务，生活品质稳步提高。",
    "优化营商环境，深化放管服改革，推行一网通办，企业开办时间压缩到{1}个工作日以内，审批事项减少三分之一。",
    "健全覆盖城乡的养老服务网络，每千名老人拥有床位{0}—{1}张，护理型床位占比提高5.5个百分点。",
)


def document() -> tuple[str, str]:
    """The text of a plan of 260 kB, and whether it is a real one."""
    found = sorted(_REAL.glob("004_*.txt"))
    return (found[0].read_text(encoding="utf-8"), "a real plan") if found else (made_up(), "a made-up plan")


def made_up() -> str:
    """A plan with a table of contents, chapters, sections, boxes, two tables, and every second line blank."""
    digits, boxes = random.Random(2025), count(1)
    contents = "\n".join(f"第{chapter}章 第{chapter}项任务\t{chapter * 4}" for chapter in range(1, _CHAPTERS + 1))
    plan = ["临江市国民经济和社会发展第十四个五年规划纲要", "目 录", contents]
    written = len("\n\n".join(plan).encode())
    for chapter in range(1, _CHAPTERS + 1):
        parts = _chapter(chapter, boxes, digits)
        while written < _SIZE * chapter // _CHAPTERS:
            plan.append(next(parts))
            written += len(plan[-1].encode()) + 2
    return "\n\n".join(plan)


def _chapter(chapter: int, boxes: Iterator[int], digits: random.Random) -> Iterator[str]:
    """Sections with paragraphs and a box each, without an end; the first two chapters begin with a table."""
    yield f"第{chapter}章 第{chapter}项任务"
    for places in _PLACES[chapter - 1 : chapter]:
        rows = (f"{row}\t{place}区{words}" for row, (place, words) in enumerate(product(places, _ROWS), 1))
        lines = "\n".join(_with_figures(row, digits) for row in rows)
        yield f"专栏{next(boxes)} 主要指标\n\n序号\t指标名称\t2020年\t2025年\t年均增速[累计]\t属性\n{lines}"
    for section in count(1):
        yield f"第{section}节 第{section}类重点"
        yield from (_paragraph(digits) for _ in range(9))
        yield f"专栏{next(boxes)} 第{section}类工程"
        yield from (f"{number}. {_paragraph(digits)}" for number in range(1, 5))


def _paragraph(digits: random.Random) -> str:
    return "".join(_with_figures(digits.choice(_SENTENCES), digits) for _ in range(3))


def _with_figures(words: str, digits: random.Random) -> str:
    low = digits.randrange(10, 60)
    return words.format(low, low + digits.randrange(3, 40))


def one_pass(text: str) -> object:
    """What no reader can do without: the lines of a text and its numbers."""
    return text.splitlines(), _NUMBER.findall(text)


def peak(text: str) -> int:
    """Bytes of memory that one reading takes at most."""
    tracemalloc.start()
    zh.read_plan(text)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def main() -> None:
    text, what = document()
    size = len(text.encode())
    zh.read_plan("临江市“十四五”规划\n第一章 目标\n指标名称\t2020年\t2025年\n森林覆盖率(%)\t41.2\t≥45")
    first = seconds(partial(zh.read_plan, text))
    passes = side_by_side(partial(zh.read_plan, text), partial(one_pass, text), runs=15)
    copies = "\n".join([text] * _COPIES)
    growth = side_by_side(partial(zh.read_plan, copies), partial(zh.read_plan, text), runs=5)
    print(f"{what}, {size / 1000:.0f} kB, read first [ms]: {first * 1000:.0f}")
    print(f"reading / one pass over lines and numbers = {passes:.0f} (at most {_MOST_PASSES})")
    print(f"{_COPIES} copies / one = {growth:.1f} (at most {_MOST_FOR_COPIES})")
    print(f"memory at most / bytes read = {peak(text) / size:.1f} (at most {_MOST_MEMORY})")


if __name__ == "__main__":
    main()
