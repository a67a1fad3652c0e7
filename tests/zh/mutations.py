"""Damage as documents suffer it: lines, cells and signs lost, doubled, moved or replaced, and noise put in."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

_NOISE = (
    "?",
    "\ufffd",
    "\ue5f1",
    "　",
    "\t",
    "|",
    "<td>",
    "</p>",
    "qX7Zk2mPw",
    "(jǐ)",
    "—",
    "。",
    "1,006",
    "十",
    "\x00",
    "[",
)
_WORDS = (
    "以上",
    "左右",
    "万",
    "亿元",
    "—",
    "[18]",
    "完成上级下达任务",
    "2025年",
    "专栏3",
    "第三章",
    "合计",
    "一是",
    "",
)


def _lines(change: Callable[[list[str], Random], None]) -> Callable[[str, Random], str]:
    def changed(text: str, random: Random) -> str:
        lines = text.split("\n")
        change(lines, random)
        return "\n".join(lines)

    return changed


def _drop_line(lines: list[str], random: Random) -> None:
    del lines[random.randrange(len(lines))]


def _double_line(lines: list[str], random: Random) -> None:
    place = random.randrange(len(lines))
    lines.insert(place, lines[place])


def _swap_lines(lines: list[str], random: Random) -> None:
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _drop_cell(lines: list[str], random: Random) -> None:
    place = random.randrange(len(lines))
    sign = "|" if "|" in lines[place] else "\t"
    cells = lines[place].split(sign)
    del cells[random.randrange(len(cells))]
    lines[place] = sign.join(cells)


def _put(text: str, random: Random, piece: str, length: int) -> str:
    place = random.randrange(len(text) + 1)
    return text[:place] + piece + text[place + length :]


def _wrap(text: str, random: Random) -> str:
    """Break a text where it stands, be it within a tag, as editors of pages do."""
    places = sorted(random.randrange(len(text) + 1) for _ in range(random.randrange(1, 40)))
    ends = [*places, len(text)]
    return "\n".join(text[start:end] for start, end in zip([0, *places], ends, strict=True))


def _break_tag(text: str, random: Random) -> str:
    """Take a sign of a tag away."""
    places = [place for place, sign in enumerate(text) if sign in "<>/"]
    place = random.choice(places) if places else len(text)
    return text[:place] + text[place + 1 :]


#: Each kind of damage, as a change of the text.
MUTATIONS: tuple[Callable[[str, Random], str], ...] = (
    _lines(_drop_line),
    _lines(_double_line),
    _lines(_swap_lines),
    _lines(_drop_cell),
    lambda text, random: _put(text, random, random.choice(_NOISE), 0),
    lambda text, random: _put(text, random, random.choice(_NOISE), 1),
    lambda text, random: _put(text, random, random.choice(_WORDS), random.randrange(4)),
    lambda text, random: _put(text, random, "", random.randrange(1, 30)),
    _wrap,
    _break_tag,
    lambda text, random: text[: random.randrange(len(text) + 1)],
    lambda text, random: text.encode().replace(b"\xe5", b"\xe4", random.randrange(3)).decode(errors="replace"),
)


def damaged(text: str, random: Random, times: int) -> str:
    """Return the text after so many changes, each of a kind drawn by chance."""
    for _ in range(times):
        text = random.choice(MUTATIONS)(text, random) or "序号"
    return text
