"""Reports to open: of real plans, and of a plan that somebody wrote to break the page."""

from __future__ import annotations

from functools import cache

import civicplan as cp
from civicplan.assessment import PlanAssessment

#: What is no markup, no end of an attribute, no turn of the writing's direction and no place to break a line.
HOSTILE = (
    "<script>pwned = 1</script><img src=x onerror='pwned = 1'>",
    "\"'`&lt;&#60;<b></td></table></main>",
    "\u202eright\u2067to\u200fleft\u202e",
    "x" * 10_000,
    "无" * 1_000,
)


@cache
def assessed(name: str) -> PlanAssessment:
    """An assessment of a built-in plan, or of the hostile one."""
    match name:
        case "hostile":
            return cp.assess(_hostile(), as_of="2020")
        case "shangyu-2024-q2":
            return cp.assess(cp.datasets.load(name), as_of="2024-Q2")
        case "zhuzhou-14fyp":
            return cp.assess(cp.datasets.load(name), as_of="2023")
        case _:
            return cp.assess(cp.datasets.load(name), as_of="2020")


@cache
def report(name: str, language: str) -> str:
    """The report of an assessment, with published methods side by side where there are indicators."""
    one = assessed(name)
    compared = cp.compare(one, ["un-2023", "global-fund"]) if one.indicators and name != "hostile" else None
    return cp.show.report(one, comparison=compared, language=language)


def _hostile() -> cp.Plan:
    indicators = [
        cp.Indicator(
            id=f"i{number}",
            number=str(number),
            name=_words(number),
            group=_words(number // 7),
            unit=HOSTILE[number % 3],
            category=_words(number // 100),
            nature="binding" if number % 2 else "expected",
            baseline=("2015", "1"),
            targets=("≥5", cp.Qualitative(text=_words(number // 3), period="2020")),
            observations={"2020": number % 9},
            notes=_words(number // 11),
            source=cp.Source(document=_words(number // 13), line=number + 1),
        )
        for number in range(1_000)
    ]
    return cp.Plan(id="p", title="".join(HOSTILE[:3]), period="2016/2020", indicators=indicators)


def _words(number: int) -> str:
    """Hostile words, the endless ones seldom, as a thousand of them would be a book."""
    return HOSTILE[3 + number % 2] if number % 200 == 199 else HOSTILE[number % 3]
