"""Annual work programmes (工作要点), read into a plan: its outline, a goal for each section, a task for each item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from civicplan.model import Goal, Milestone, Plan, Section, Task
from civicplan.model.outline import SectionLevel
from civicplan.reading import Diagnostic, Diagnostics, Reading, ReadingError
from civicplan.render import reading_notes
from civicplan.values import Period, Text, to_period
from civicplan.zh.document import Document, Paragraph, TextCell
from civicplan.zh.language.amounts import amounts
from civicplan.zh.language.periods import find_periods
from civicplan.zh.layout.enumerated import Entry, Enumerated, Rank, enumerated, lines_of
from civicplan.zh.layout.grid import document_of
from civicplan.zh.notices import Notice, finished
from civicplan.zh.plans.head import Head, head_of
from civicplan.zh.tasks.plan_time import NO_YEAR, PlanTime
from civicplan.zh.tasks.task_groups import notes_of
from civicplan.zh.tasks.task_promises import latest, read_promises, time_until
from civicplan.zh.words.page_words import is_of_page

NO_ITEMS = Notice(
    "no-items",
    "No item was found: no line begins with a number such as 1. or （一）.",
)
NO_HEADING = Notice(
    "item-without-heading",
    "The item has no short heading that ends with a full stop; its words up to the first comma were taken for the "
    "title.",
    left_out=False,
)
OUT_OF_ORDER = Notice(
    "item-out-of-order", "The number {number} follows {before}; an item may be missing, or twice.", left_out=False
)
WIDER = Notice(
    "wider-time",
    "{due} is longer than the time of the programme, so that it was not read as the date by which this is to be done.",
)
OUTSIDE = Notice("amount-outside-items", "{amount} stands in no item; it was left in the text.")

_LEVELS = {Rank.LISTED: SectionLevel.PART, Rank.ENCLOSED: SectionLevel.SECTION, Rank.NUMBERED: SectionLevel.ITEM}
#: No heading at the beginning of an item is longer.
_LONGEST_HEADING = 40
_LONGEST_TITLE = 1000
_COMMA = re.compile("[，,；;：:]")


class _Item(NamedTuple):
    """An entry without entries in it, and the id of its task."""

    entry: Entry
    id: str


class _Words(NamedTuple):
    """The words of an entry: its title, what else stands in it, and whether a heading is told apart."""

    title: str
    rest: str
    has_heading: bool = True


def read_programme(
    text: str, *, year: int | None = None, document: str = "the text", id: str = "programme", strict: bool = False
) -> Reading[Plan]:
    r"""Return a work programme as a plan: sections, a goal for each of them, a task for each item.

    Of an item, the words up to the first full stop are the title where they are a heading, and the rest its
    description. An amount is a deliverable, a bare one a floor; a date is a milestone.

    Args:
        text: The document.
        year: The year of the programme; None takes it from the title.
        document: What the document is called in the sources of the parts.
        id: The id of the plan.
        strict: Whether anything to know about the reading raises.

    Raises:
        ReadingError: No items are found, or nothing says of which year they are; with `strict` also what the reading
            would tell.

    >>> text = "某县文化馆2024年工作要点\n一、读书\n1.建书吧。新建书吧3家。\n2.送书。6月底前送书2万册以上。"
    >>> plan = read_programme(text).value
    >>> str(plan.period), str(plan.goals[0].title), plan.goals[0].tasks
    ('2024', '读书', ('item-1', 'item-2'))
    >>> [str(amount.planned) for task in plan.tasks for amount in task.deliverables]
    ['≥3', '≥2E+4']
    """
    return finished(document_of(text, document).bind(lambda found: _programme(found, year, id)), strict=strict)


def _programme(document: Document, year: int | None, id: str) -> Reading[Plan]:
    found = enumerated(line for line in lines_of(document) if not is_of_page(line.text))
    head = head_of(document)
    period = _period(head, year)
    missing = [notice.at(1) for notice, value in ((NO_ITEMS, found.entries), (NO_YEAR, period)) if not value]
    if missing or period is None:
        raise ReadingError(Diagnostics(missing))
    items = _items(found.entries)
    time = PlanTime(period, period.start.year if period.years == 1 else None)
    tasks = Reading.combine(_task(item, document, time) for item in items)
    plan = Plan(
        id=id,
        title={"zh": head.title or document.name},
        period=period,
        goals=tuple(_goals(found, items, document)),
        tasks=tasks.value,
        sections=tuple(_section(entry, document) for entry in found.entries),
        source=document.source(head.line),
    )
    said = (*_outside(found), *_out_of_order(items), *tasks.diagnostics)
    return Reading(value=plan, diagnostics=said)


def _period(head: Head, year: int | None) -> Period | None:
    """Return the year that is given, else the period that the title names."""
    if year is not None:
        return to_period(year)
    periods = [found.period for found in find_periods(head.title) if found.period is not None]
    named = head.period or (periods[0] if len(set(periods)) == 1 else None)
    return named if named is not None and named.years else None


def _items(entries: Iterable[Entry]) -> tuple[_Item, ...]:
    """Return the innermost entries, with ids by their numbers, or by their order where numbers come back."""
    leaves = [leaf for entry in entries for leaf in entry.leaves]
    counts = Counter((leaf.rank, leaf.number) for leaf in leaves)
    is_plain = all(count == 1 for count in counts.values()) and len({leaf.rank for leaf in leaves}) == 1
    numbers = [leaf.number for leaf in leaves] if is_plain else range(1, len(leaves) + 1)
    return tuple(_Item(leaf, f"item-{number}") for leaf, number in zip(leaves, numbers, strict=True))


def _out_of_order(items: Sequence[_Item]) -> Iterator[Diagnostic]:
    """Yield what to know about numbers that do not follow each other; each section may begin with 1."""
    before = 0
    for item in items:
        number = item.entry.number
        if number not in (1, before + 1) or (number == 1 and before == 1):
            words = item.entry.lines[0].text[:_LONGEST_HEADING]
            yield OUT_OF_ORDER.at(item.entry.line, words, number=number, before=before)
        before = number


def _outside(found: Enumerated) -> Iterator[Diagnostic]:
    """Yield the amounts that stand above the items, or below the heading of a section."""
    inner = (line for entry in found.entries for line in _lines_of_sections(entry))
    for line in (*found.before, *inner):
        for amount in amounts(line.text):
            yield OUTSIDE.at(line.line, line.text, amount=line.text[amount.start : amount.end])


def _lines_of_sections(entry: Entry) -> Iterator[Paragraph]:
    if entry.entries:
        yield from entry.lines
    for inner in entry.entries:
        yield from _lines_of_sections(inner)


def _task(item: _Item, document: Document, time: PlanTime) -> Reading[Task]:
    entry, words = item.entry, _words(item.entry)
    cells = [TextCell(*line) for line in entry.lines]
    promises = read_promises(cells, document, time)
    wider = [step for step in promises.value.milestones if _is_wider(step.due, time.period)]
    steps = tuple(step for step in promises.value.milestones if step not in wider)
    due = promises.value.due
    if not promises.value.amounts:
        due = latest((step.due for step in steps), time.period)
    by_beginning = () if words.has_heading else (reading_notes.TITLE_BY_BEGINNING,)
    notes = (*by_beginning, reading_notes.UNTIL_DEADLINE) if due is not None else by_beginning
    task = Task(
        id=item.id,
        title=Text({"zh": words.title}),
        number=entry.printed,
        period=due and time_until(due, time.period),
        milestones=steps,
        deliverables=tuple(planned.deliverable for planned in promises.value.amounts),
        source=document.source(entry.line),
        description=Text({"zh": words.rest}) if words.rest else None,
        notes=notes_of(notes),
    )
    said = [] if words.has_heading else [NO_HEADING.at(entry.line, words.title)]
    said += (WIDER.at(_line_of(step, entry), str(step.title), due=step.due) for step in wider)
    return Reading(value=task, diagnostics=(*said, *promises.diagnostics))


def _is_wider(due: Period, period: Period) -> bool:
    return due != period and due.start_key <= period.start_key and due.end_key >= period.end_key


def _line_of(step: Milestone, entry: Entry) -> int:
    return (step.source and step.source.line) or entry.line


def _words(entry: Entry) -> _Words:
    """Return the title of an entry, which ends with a full stop or with the line, and the rest."""
    first, *others = (line.text for line in entry.lines)
    sentence, _, rest = first.partition("。")
    if len(sentence) <= _LONGEST_HEADING:
        return _Words(sentence.strip() or entry.printed, "\n".join(filter(None, (rest.strip(), *others))))
    title = _COMMA.split(sentence, maxsplit=1)[0].strip()[:_LONGEST_TITLE]
    return _Words(title or entry.printed, "\n".join((first, *others)), has_heading=False)


def _goals(found: Enumerated, items: Iterable[_Item], document: Document) -> Iterator[Goal]:
    """Yield a goal for each section, with the tasks of its items."""
    ids = {id(item.entry): item.id for item in items}
    for order, entry in enumerate((entry for entry in found.entries if entry.entries), start=1):
        tasks = tuple(ids[id(leaf)] for leaf in entry.leaves)
        title = Text({"zh": _words(entry).title})
        yield Goal(id=f"section-{order}", title=title, tasks=tasks, source=document.source(entry.line))


def _section(entry: Entry, document: Document) -> Section:
    return Section(
        level=_LEVELS[entry.rank],
        title=Text({"zh": _words(entry).title}),
        sections=tuple(_section(inner, document) for inner in entry.entries),
        source=document.source(entry.line),
    )
