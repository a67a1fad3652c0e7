"""Words in charts are broken between words, cut once at their end, and left whole where there is space."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import show
from civicplan.show.lines import ELLIPSIS, in_lines, shortened, width_of

from .pictures import rows_with

WORDS = st.text(alphabet="il mW, 人均收入：", min_size=1).filter(lambda words: bool(words.strip()))


@given(WORDS, st.integers(40, 400), st.integers(1, 4))
def test_lines_fit_and_say_the_text_or_its_beginning(words: str, space: int, most: int) -> None:
    lines = in_lines(words, space, 12, most)
    assert 1 <= len(lines) <= most
    assert all(width_of(line, 12) <= space for line in lines)
    said, text = "".join("".join(lines).split()), "".join(words.split())
    assert said == text or (said.endswith(ELLIPSIS) and text.startswith(said.removesuffix(ELLIPSIS)))


@given(WORDS, st.integers(40, 400))
def test_what_fits_is_not_cut(words: str, space: int) -> None:
    assert (shortened(words, space, 12) == words) is (width_of(words, 12) <= space)


def test_no_letter_stands_alone_in_the_last_line() -> None:
    assert in_lines("居民人均可支配收入农", 108, 12, 2) == ["居民人均可支配", "收入农"]


def test_charts_say_every_name_of_the_built_in_plans_whole() -> None:
    for name in cp.datasets.names():
        plan = cp.datasets.load(name)
        assessment = cp.assess(plan, as_of=plan.period)
        charts: list[Any] = [show.timeline(assessment, language="en"), show.findings(cp.audit(plan), language="en")]
        if plan.indicators:
            compared = cp.compare(assessment, ["un-2023", "global-fund"])
            charts += [show.attainment(assessment, language="en", width=width) for width in (360, 800)]
            charts.append(show.methods(compared, language="en"))
        for chart in charts:
            cut = [row["shown"] for row in rows_with(chart, "said0") if str(row.get("shown", "")).endswith(ELLIPSIS)]
            assert not cut, name
