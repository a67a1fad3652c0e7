"""The words by which the notes under a table of indicators say that something was met or not met."""

from __future__ import annotations

import re

from civicplan.model import Nature, Verdict

NATURES = {"约束性": Nature.BINDING, "预期性": Nature.EXPECTED}
SORT = r"(?P<nature>约束性|预期性)?(?:主要|发展|规划)?指标"
NUMBER = r"(?P<count>(?<![第\d])\d{1,4}|(?<![第一二三四五六七八九十百])[一二两三四五六七八九十百]{1,5})"
#: Words for a forecast; what is foretold was not reached yet.
_FORECASTS = ("预计", "有望", "预期可")
OPPOSITE = {Verdict.MET: "not met", Verdict.NOT_MET: "met"}

_ADVERBS = re.compile(
    r"(?:预计|有望|均|都|已经|已|全部|全面|如期|按期|提前|圆满|顺利|较好|超额|可以|可|能够|能|将|实际|基本上)*"
)
_ALL = ("均", "都", "全部", "全面")
_GOAL = r"(?:规划|预期|既定|预定|五年|“.五”|的)*(?:目标|预期|任务|要求)?(?:值|数)?(?:任务|要求)?"
_VERDICTS = (
    (
        re.compile(
            rf"(?:(?:没有|没能|未能|未|不能|难以)(?:如期|按期|按时|按计划)?(?:完成|达到|达成|实现|达标|达预期)|未达){_GOAL}"
        ),
        Verdict.NOT_MET,
    ),
    (
        re.compile(
            rf"(?:(?:完成|达到|达成|实现)(?:或超过|或超额完成|并超过|了)?|达标|超过(?=.{{0,6}}(?:目标|任务))){_GOAL}"
        ),
        Verdict.MET,
    ),
)
#: What may stand behind a verdict: nothing, or another count.
_END = re.compile(r"$|(?:而|但|另有|其中)?[\d一二两三四五六七八九十]{1,5}(?:项|个)")
#: A clause with such words speaks of a verdict.
_SPEAKS = re.compile(
    r"(?:未|没有|没能|不能|难以|无法|均|都|全部|全面|已|已经|如期|按期|提前|圆满|顺利|超额|基本)"
    r"(?:如期|按期|提前|圆满|顺利|超额|全部|全面)*(?:完成|达到|达成|实现|达标)"
    r"|超额|未达|达标|(?:完成|达到|达成|实现)(?:了)?(?:规划|预期|既定|年度|计划)?(?:目标|任务|预期)"
    r"|(?:超过|高于|低于|优于|好于|快于|慢于|不及|达到|滞后|落后)(?:于)?(?:规划|既定|预定|年度|计划)?(?:目标|进度|时序)"
    r"|指标[^，。；;]{0,8}(?:完成|达到)"
)


def verdict_in(words: str) -> Verdict | None:
    """Return the verdict with which words begin, and end but for another count; None where they say anything else.

    >>> verdict_in("均已完成"), verdict_in("未达到目标"), verdict_in("未全部完成"), verdict_in("完成情况见附表")
    (<Verdict.MET: 'met'>, <Verdict.NOT_MET: 'not_met'>, None, None)
    """
    adverbs = _ADVERBS.match(words)
    rest = words[adverbs.end() if adverbs else 0 :][:60]
    for pattern, verdict in _VERDICTS:
        if (found := pattern.match(rest)) and _END.match(rest, found.end()):
            is_mixed = verdict is Verdict.NOT_MET and adverbs is not None and "全" in adverbs[0]
            return None if is_mixed else verdict
    return None


def is_of_all(words: str) -> bool:
    """Return whether a verdict is said of each of several: 均未完成 is, and 未完成 may be said of the sum.

    >>> is_of_all("均已完成"), is_of_all("已完成")
    (True, False)
    """
    return any(word in words for word in _ALL)


def is_beyond(words: str) -> bool:
    """Return whether a verdict is that more than the target was reached, or sooner: others may be met, too.

    >>> is_beyond("均已提前完成"), is_beyond("完成或超额完成")
    (True, False)
    """
    adverbs = _ADVERBS.match(words)
    return adverbs is not None and ("提前" in adverbs[0] or "超额" in adverbs[0])


def is_forecast(words: str) -> bool:
    """Return whether words foretell what they say.

    >>> is_forecast("预计可如期完成")
    True
    """
    return any(word in words for word in _FORECASTS)


def speaks_of_verdict(words: str) -> bool:
    """Return whether a clause speaks of something being met, not met or exceeded.

    >>> speaks_of_verdict("多数指标超额完成"), speaks_of_verdict("生产总值按可比价计算")
    (True, False)
    """
    return _SPEAKS.search(words) is not None
