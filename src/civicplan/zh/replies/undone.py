"""Why an amount of a reply is no fact: what is promised, supposed, under way, needed, lacking or not done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from civicplan.zh.language.phrase import Role
from civicplan.zh.language.sentences import Span
from civicplan.zh.notices import Notice
from civicplan.zh.words.amount_words import VERBS
from civicplan.zh.words.list_numbers import SPOKEN
from civicplan.zh.words.phrase_words import any_of
from civicplan.zh.words.reply_words import (
    CONDITIONS,
    DONE_BEGIN,
    NEEDS,
    NO_CONDITION,
    NO_NEEDS,
    NO_PROMISES,
    PROMISES_BEGIN,
    PROMISES_WITHIN,
    PROPOSED_BEGIN,
    UNDER_WAY_BEFORE,
)

PROMISED = Notice("no-fact-yet", "{amount} is promised, not done; it was left in the text.")
SUPPOSED = Notice("no-fact-yet", "{amount} is supposed, planned or proposed, not done; it was left in the text.")
UNDER_WAY = Notice("no-fact-yet", "{amount} is of work under way, not done; it was left in the text.")
NOT_DONE = Notice("no-fact-yet", "{amount} is of what is not done; it was left in the text.")
NEEDED = Notice(
    "needed-no-fact", "{amount} is what is needed, required or lacking, not what was done; it was left in the text."
)

#: 二是 and the like before a clause.
_SPOKEN = re.compile(rf"^(?:{SPOKEN}|另外|此外|同时|其中)[：:，,]?")
_VERB = any_of(VERBS)
#: Words of what is to come before a verb or a time; elsewhere they are parts of other words: 投资计划, 模拟, 将其.
_PLANNED = re.compile(
    rf"(?:(?<![按照资度作设业项原])计划|(?<![模虚])拟|将)(?:再|继续|进一步|陆续|逐步)?(?:{_VERB}|[0-9]{{4}}年)"
)
#: 争取到 before a time is a promise, and before anything else says what was got.
_STRIVEN = re.compile('争取到 ?(?:(?:19|20)[0-9]{2} ?年|[0-9]{1,2} ?月|[今明后本]年|[“"]?十[一二三四五六七八九]五|年)')
#: What was planned before, or may come of something.
_SUPPOSED = re.compile(
    rf"(?<![按照])原(?:计划|定|拟|规划)|(?:^|(?<![许认不]))可(?:{_VERB})|^(?:规划|(?:原则)?同意)(?:{_VERB})"
)
#: 供应 and 应急 are other words, and 应保尽保 says that it was done.
_REQUIRED = re.compile(rf"(?<![供响反效适相对答呼感因])应(?!.尽)(?:当|该|有|设|配|达|建|为|不|于|在|由|{_VERB})")
_LACKING = re.compile("[还尚仍相只]差|差距|差额|短缺|紧缺|(?<![或补不残弥])缺(?![席陷点勤课])")
#: Between the words of a rule and the number that it sets. A share of a plan is none: 占计划的80%.
_SET = re.compile(
    "(?P<rule>要求|规定|标准|目标|计划|任务|指标|编制)(?:数|值)?(?:(?:的|为|是|应为)|[：:])(?:达到|配备|至少)? ?$"
)
#: What is aimed at, unless it was reached.
_AIM, _REACHED = (
    re.compile("目标(?:任务)?(?:数|值)?(?:[是为:：][^，,]{0,12})? ?$"),
    re.compile("完成|实现|达成|超|达到"),
)
_RULES_FOR_SHARES = ("要求", "规定", "标准")
_NOT_DONE = re.compile(
    "申请(?:资金|经费|专项|补助|债券|项目|立项)|(?<![接招等])待(?:建|改|拆|修|验|开工|完成|解决|整改)|"
    "(?<![所从])未(?!来|成年|婚|央|知|雨|病|名)|没有|没能|还没|尚没|尚无"
)
#: Words in which a word for a need is none.
_NO_NEEDS = re.compile(any_of(NO_NEEDS))


def got(clause: str) -> bool:
    """Return whether a clause says of something that it was got, so that no word of a promise in it counts.

    >>> got("争取到项目12个"), got("争取到2025年建成书屋12家")
    (True, False)
    """
    return any(word in clause for word in NO_PROMISES) and _STRIVEN.search(clause) is None


def to_come(clauses: Iterable[Span]) -> Iterator[Notice | None]:
    """Yield why what each clause of a sentence says is not done; None where nothing says so.

    A promise and a former plan hold to the end of the sentence, or until it says what was done. What follows a
    condition depends on it.

    >>> [notice and notice.code for notice in to_come([Span("原计划建书屋8家", 0), Span("实际建成9家", 9)])]
    ['no-fact-yet', None]
    """
    held: Notice | None = None
    is_conditional = False
    for span in clauses:
        clause = _SPOKEN.sub("", span.text.strip())
        is_conditional = is_conditional or (clause.startswith(CONDITIONS) and not clause.startswith(NO_CONDITION))
        if is_conditional or _is_supposed(clause):
            held = SUPPOSED
        elif _is_promise(clause):
            held = PROMISED
        elif clause.startswith(DONE_BEGIN):
            held = None
        yield held


def _is_promise(clause: str) -> bool:
    if got(clause):
        return False
    begins = clause.startswith(PROMISES_BEGIN)
    return begins or any(word in clause for word in PROMISES_WITHIN) or _PLANNED.search(clause) is not None


def _is_supposed(clause: str) -> bool:
    return clause.startswith(PROPOSED_BEGIN) or _SUPPOSED.search(clause) is not None


def undone_in(clause: str, before: str, role: Role) -> Notice | None:
    """Return why the words of its own clause make an amount no fact; None where they do not.

    Args:
        clause: The clause.
        before: What stands in it before the number.
        role: What the number of the amount is.

    >>> undone_in("应配备馆员20人", "应配备馆员", Role.AMOUNT).code, undone_in("供应图书3册", "供应图书", Role.AMOUNT)
    ('needed-no-fact', None)
    """
    if any(word in before for word in UNDER_WAY_BEFORE):
        return UNDER_WAY
    without = _NO_NEEDS.sub("", clause)
    is_needed = any(word in without for word in NEEDS) or any(
        pattern.search(clause) for pattern in (_REQUIRED, _LACKING)
    )
    is_aim = role is Role.AMOUNT and _AIM.search(before) and not _REACHED.search(before)
    rule = _SET.search(before)
    if is_needed or is_aim or (rule and (role is Role.AMOUNT or rule["rule"] in _RULES_FOR_SHARES)):
        return NEEDED
    return NOT_DONE if _NOT_DONE.search(clause) else None
