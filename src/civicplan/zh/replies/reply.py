"""Replies to the proposals of people's deputies (建议答复), read into `Reply`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from civicplan.model.reply import Reply
from civicplan.reading import Diagnostic, Diagnostics, Reading, ReadingError
from civicplan.values import Period, Text
from civicplan.zh.document import Document, Paragraph
from civicplan.zh.language.periods import read_period
from civicplan.zh.layout.enumerated import Entry, Enumerated, Rank, enumerated, lines_of
from civicplan.zh.layout.grid import document_of
from civicplan.zh.notices import Notice, finished
from civicplan.zh.replies.agencies import offices_left_out, officials, supporting_agencies
from civicplan.zh.replies.facts import facts_of
from civicplan.zh.words.page_words import is_of_page
from civicplan.zh.words.reply_words import (
    ADDRESSEES,
    GREETINGS,
    INTENTIONS,
    INTENTIONS_BEGIN,
    PROBLEMS,
    PROPOSALS,
    STATES,
)
from civicplan.zh.words.sentence_signs import SENTENCE_ENDS

NO_NUMBER = Notice(
    "no-number",
    "No number of a proposal was found, as in 第12号建议, and there is no reply without one.",
)
NO_SUBJECT = Notice(
    "no-subject-of-proposal",
    "No subject of a proposal was found, as in 您提出的《关于…的建议》, and there is no reply without one.",
)
NO_ADDRESSEE = Notice(
    "no-addressee",
    "No line above the text says who is answered; the addressee was left out. Write such a line with a colon at "
    "its end, as 甲某代表：.",
)
NO_MEASURE = Notice(
    "no-measures",
    "Nothing is listed, as with 一是 and 二是 or with 一、 and 二、, so that no measures were read.",
)
NOT_A_MEASURE = Notice(
    "not-a-measure",
    "It says how things are, and is no measure; it was left out.",
)

_PROPOSAL = "|".join(PROPOSALS)
_NUMBERS = r"[A-Z]{0,3}[0-9]{1,8}(?:[、,，和及][0-9]{1,8}){0,9}"
#: 第12号建议; 建议（第12号）; 建议编号：12.
_NUMBER = (
    re.compile(rf"第 ?(?P<number>{_NUMBERS}) ?号[^，。；;：:《》]{{0,8}}?(?:{_PROPOSAL})"),
    re.compile(rf"(?:{_PROPOSAL})[^，。；;：:]{{0,12}}[(（]第? ?(?P<number>{_NUMBERS}) ?号[)）]"),
    re.compile(rf"(?:{_PROPOSAL})(?:编号|号) ?[：:]? ?第?(?P<number>{_NUMBERS})号?"),
)
_ORDINAL = "[一二三四五六七八九十0-9]{1,4}"
_SESSION = re.compile(rf"[^对于，。；：:\s]{{0,12}}?第?{_ORDINAL}届[^，。；：:\s]{{0,20}}?第?{_ORDINAL}次(?:全体)?会议")
#: 您提出的关于甲的建议, where no marks of a title stand around it.
_UNMARKED = re.compile(rf"(?:提出|提交)的?[“\"]?(关于[^，。；“”]{{1,120}}?的(?:{_PROPOSAL}))")
_ASKED = re.compile("提出|提交|收悉|收到")
_CLOSING = ("此复", "专此", "特此", "感谢", "再次感谢", "衷心感谢")
_SENTENCE_END = re.compile(f"[{SENTENCE_ENDS}]")
#: The number stands among so many lines, and a title is broken over no more than four.
_LINES_OF_HEAD, _LINES_OF_TITLE = 40, 4
_LONGEST_ADDRESSEE, _LONGEST_LINE, _LONGEST_MEASURE = 60, 500, 1000


class _Head(NamedTuple):
    """What stands above the text of a reply."""

    number: str
    session: str | None
    line: int


def read_reply(
    text: str, *, year: int | None = None, document: str = "the text", strict: bool = False
) -> Reading[Reply]:
    r"""Return a reply to a proposal: number, session, addressee, subject, measures, facts, and who answers for it.

    The measures are what is listed, by 一是 and 二是, or by headings under which nothing more is listed: of each its
    first sentence. A fact is a plain figure of something that was done. What is promised, under way
    or needed, an amount for each of several, and a figure with a word such as 近 or 余 are none; a diagnostic says so.

    Args:
        text: The document.
        year: The year of words such as 今年; None takes that of the day on which the reply is dated.
        document: What the document is called in the sources of the parts.
        strict: Whether anything to know about the reading raises.

    Raises:
        ReadingError: No number or no subject is found; with `strict` also what the reading would tell.

    >>> text = "对市九届人大二次会议第37号建议的答复\n甲某代表：\n您提出的《关于夜间开放书屋的建议》收悉。\n"
    >>> reply = read_reply(text + "一是延长时间。去年开放书屋12家。\n二是培训人员。").value
    >>> reply.number, reply.addressee, str(reply.subject), [str(measure) for measure in reply.measures]
    ('37', '甲某代表', '关于夜间开放书屋的建议', ['延长时间', '培训人员'])
    >>> [(str(fact.subject), str(fact.figure), fact.unit) for fact in reply.facts]
    [('开放书屋', '12', '家')]
    """
    return finished(document_of(text, document).bind(lambda found: _reply(found, year)), strict=strict)


def _reply(document: Document, year: int | None) -> Reading[Reply]:
    lines = [line for line in lines_of(document) if not is_of_page(line.text)]
    head, subject = _head(lines), _subject(lines)
    if head is None or subject is None:
        missing = [notice.at(1) for notice, found in ((NO_NUMBER, head), (NO_SUBJECT, subject)) if found is None]
        raise ReadingError(Diagnostics(missing))
    place = _place_of_addressee(lines)
    body = lines if place is None else lines[place + 1 :]
    date = _date(body)
    listed = enumerated(body, spoken=True)
    measures = _measures(listed)
    promised = frozenset(line.line for entry in listed.entries for line in _promised(entry))
    facts = facts_of(body, document, year or (None if date is None else date.start.year), promised)
    reply = Reply(
        number=head.number,
        subject={"zh": subject},
        session={"zh": head.session} if head.session else None,
        addressee=None if place is None else _before_colon(lines[place].text).removeprefix("尊敬的"),
        measures=tuple(Text({"zh": measure}) for measure in measures.value),
        facts=facts.value,
        supporting_agencies=supporting_agencies(body),
        responsible=officials(body),
        date=date,
        source=document.source(head.line),
    )
    missing = [] if place is not None else [NO_ADDRESSEE.at(head.line)]
    return Reading(
        value=reply, diagnostics=(*missing, *measures.diagnostics, *facts.diagnostics, *offices_left_out(body))
    )


def _head(lines: Sequence[Paragraph]) -> _Head | None:
    """Return the number and the session, in one line or in a title that is broken over several."""
    for pattern in _NUMBER:
        for place, line in enumerate(lines[:_LINES_OF_HEAD]):
            joined = "".join(part.text[:_LONGEST_LINE] for part in lines[place : place + _LINES_OF_TITLE])
            match = pattern.search(joined)
            if match and match.start() < len(line.text):
                session = _SESSION.search(joined)
                return _Head(match["number"], session[0] if session else None, line.line)
    return None


def _place_of_addressee(lines: Sequence[Paragraph]) -> int | None:
    """Return the place of the line that names who is answered."""
    for place, line in enumerate(lines[:_LINES_OF_HEAD]):
        before, rest = _before_colon(line.text), line.text[len(_before_colon(line.text)) + 1 :].strip()
        if not before or len(before) > _LONGEST_ADDRESSEE or len(before) == len(line.text):
            continue
        following = rest or next((later.text for later in lines[place + 1 : place + 2]), "")
        if following.startswith(GREETINGS) and (before.endswith(ADDRESSEES) or not rest):
            return place
        if before.endswith(ADDRESSEES) and not rest:
            return place
    return None


def _before_colon(text: str) -> str:
    return re.split("[：:]", text, maxsplit=1)[0].strip()


def _subject(lines: Iterable[Paragraph]) -> str | None:
    """Return what the proposal is called, in the sentence that says that it was received."""
    for line in lines:
        for sentence in line.text.split("。"):
            if _ASKED.search(sentence) is None:
                continue
            found = _in_marks(sentence)
            if found is None and (unmarked := _UNMARKED.search(sentence)):
                found = unmarked[1]
            if found:
                return found
    return None


def _in_marks(sentence: str) -> str | None:
    """Return the first title in 《》 that names a proposal, with the titles within it."""
    depth = start = 0
    for place, sign in enumerate(sentence):
        if sign == "《":
            start = place + 1 if depth == 0 else start
            depth += 1
        elif sign == "》" and depth:
            depth -= 1
            title = sentence[start:place].strip()
            if depth == 0 and title and (any(word in title for word in PROPOSALS) or title.startswith("关于")):
                return title
    return None


def _measures(listed: Enumerated) -> Reading[tuple[str, ...]]:
    """Return the first sentence of everything that is listed and has nothing listed in it."""
    said: list[Diagnostic] = []
    measures: list[str] = []
    for entry in listed.leaves:
        words = _first_sentence(entry)[:_LONGEST_MEASURE]
        if _tells_how_things_are(entry, words):
            said.append(NOT_A_MEASURE.at(entry.line, words))
        elif words:
            measures.append(words)
    if not measures:
        said.append(NO_MEASURE.at(1))
    return Reading(value=tuple(measures), diagnostics=Diagnostics(said))


def _first_sentence(entry: Entry) -> str:
    return _SENTENCE_END.split(entry.lines[0].text)[0].strip()


def _tells_how_things_are(entry: Entry, words: str) -> bool:
    if entry.rank is Rank.SPOKEN:
        lead = entry.lead.rstrip("：:，,。 ")
        return lead.endswith(PROBLEMS) or ("存在" in lead and any(word in lead for word in PROBLEMS))
    return words.endswith((*STATES, *INTENTIONS)) or words.startswith(INTENTIONS_BEGIN)


def _promised(entry: Entry) -> Iterator[Paragraph]:
    """Yield the lines under headings that say that they are about what is to come."""
    heading = _first_sentence(entry)
    is_to_come = heading.endswith(INTENTIONS) or heading.startswith(INTENTIONS_BEGIN)
    if is_to_come and entry.rank is not Rank.SPOKEN:
        yield from _all_lines(entry)
    else:
        for inner in entry.entries:
            yield from _promised(inner)


def _all_lines(entry: Entry) -> Iterator[Paragraph]:
    yield from entry.lines
    for inner in entry.entries:
        yield from _all_lines(inner)


def _date(body: Sequence[Paragraph]) -> Period | None:
    """Return the day that stands in a line of its own, the last of them."""
    for line in reversed(body):
        found = read_period(line.text) if len(line.text) <= _LONGEST_ADDRESSEE else None
        if found is not None and found.period is not None and found.period.start == found.period.end:
            return found.period
    return None
