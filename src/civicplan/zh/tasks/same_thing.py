"""Whether an amount that was done speaks of the same thing as one that was planned, by documented lists of words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from civicplan.model.units import is_same
from civicplan.zh.words.progress_words import (
    DESTINATIONS,
    DOING,
    DONE,
    MULTITUDES,
    NOT_DONE,
    NOT_DONE_APART,
    SAME_COUNTS,
    STEPS,
)

_QUOTES = re.compile("[“”‘’「」『』《》〈〉\"' ]")
_SEVERAL = re.compile("[、和与及]|[”」』》][“「『《]")
_LEAST_KIND = 2
#: The words before what is counted that say what is done to it; steps are compared by themselves.
_BEFORE = (*DOING, *(word for words in STEPS.values() for word in words))


class Counted(NamedTuple):
    """An amount as far as it is compared with another one.

    Attributes:
        subject: What is counted, as printed.
        unit: The unit, as printed.
        clause: The words around it, up to the next comma on either side.
    """

    subject: str
    unit: str | None
    clause: str


@lru_cache(maxsize=1024)
def core(subject: str) -> str:
    """Return what is counted without quotes and words of doing, and, of a programme, without where it goes.

    >>> core("送书下乡"), core("新建城市书房"), core("百戏下乡"), core("“天香书吧”"), core("建设")
    ('书', '城市书房', '戏', '天香书吧', '建设')
    """
    words = named(subject)
    carried = _without_end(words, DESTINATIONS)
    return words if carried == words else _without_start(carried, MULTITUDES)


def named(subject: str) -> str:
    """Return what is counted without quotes and words of doing.

    >>> named("新建城市书房"), named("百戏下乡")
    ('城市书房', '百戏下乡')
    """
    return _without_end(_without_start(_QUOTES.sub("", subject), _BEFORE), DONE)


def _without_start(words: str, known: tuple[str, ...]) -> str:
    """Return the words without those at their start that are known, as long as something is left."""
    found = max((one for one in known if words.startswith(one) and words != one), key=len, default="")
    return _without_start(words[len(found) :], known) if found else words


def _without_end(words: str, known: tuple[str, ...]) -> str:
    found = max((one for one in known if words.endswith(one) and words != one), key=len, default="")
    return _without_end(words[: -len(found)], known) if found else words


@lru_cache(maxsize=1024)
def steps(clause: str) -> frozenset[str]:
    """Return the steps that a clause names.

    >>> steps("开工建设书房"), steps("书房均已建成")
    (frozenset({'begun'}), frozenset())
    """
    return frozenset(step for step, words in STEPS.items() if any(word in clause for word in words))


def is_under_way(clause: str) -> bool:
    """Return whether a clause speaks of what is under way, still to come or not so.

    >>> is_under_way("统筹推进6项活动"), is_under_way("送书500册"), is_under_way("建成虚拟展厅3个")
    (True, False, False)
    """
    for word in NOT_DONE_APART:
        clause = clause.replace(word, "")
    return any(word in clause for word in NOT_DONE)


def is_same_unit(one: str | None, other: str | None) -> bool:
    """Return whether two units are the same, or count the same things one by one by the list of `SAME_COUNTS`.

    >>> is_same_unit("个", "家"), is_same_unit("人", "人次"), is_same_unit(None, "个")
    (True, False, False)
    """
    if one is None or other is None:
        return one is other
    return is_same(one, other) or any({one, other} <= counts for counts in SAME_COUNTS)


def answers(done: Counted, planned: Counted) -> bool:
    """Return whether an amount that was done answers a planned one.

    Their units count the same, their clauses name the same steps, and what is counted is the same: by its words
    without those of doing, or by the kind of thing alone where the plan calls it by a name in quotes. Of several
    things that are planned together, one alone answers nothing.

    >>> answers(Counted("送书", "册", "送书500册"), Counted("送书下乡", "册", "送书下乡6万册"))
    True
    >>> answers(Counted("“甲”演出", "场", "“甲”演出9场"), Counted("“甲”“乙”演出", "场", "“甲”“乙”演出40场"))
    False
    """
    if not is_same_unit(done.unit, planned.unit) or steps(done.clause) != steps(planned.clause):
        return False
    of_done, of_planned = core(done.subject), core(planned.subject)
    if of_done == of_planned:
        return True
    is_kind = len(of_done) >= _LEAST_KIND and re.search(rf"{re.escape(of_done)}[”」』]", planned.clause) is not None
    return is_kind and of_planned.endswith(of_done) and not _SEVERAL.search(planned.subject)
