"""Weights and scores that are meant to add up to 100."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from civicplan.auditing._words import notes_text
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.model import Indicator
from civicplan.render import findings as text
from civicplan.render.message import fill
from civicplan.render.words import plain_text
from civicplan.values import Figure, Interval
from civicplan.values._decimals import EXACT

_HUNDRED = Decimal(100)
#: Sums further from 100 than this are taken for parts of it, or for points of another scale.
_CLOSE = Decimal(10)
_FEWEST_WEIGHTS = 2


def weights_disagree(case: Case) -> Iterator[Finding]:
    """Weights or scores that are printed as parts of 100 add up to 100, in the plan or under each heading.

    Adds up the weights of all indicators. Where all the headings have weights that come to about 100 each, and one of
    them to 100, each heading is compared. Sums that are not within 10 of 100 are left out: they are parts of something
    else or points of another scale. Nothing is added up in a plan that is an extract of its document.

    Tolerance: rounding of every weight. It is enough that the weights come to 100 where rows of one number that have
    one weight count once.

    What it does not prove: which weight is wrong, nor that 100 was meant. It is always a doubt.

    Innocent readings: The document may have rows that are left out here. A weight may be printed in more than one row.
    """
    weighted = [row for row in case.plan.indicators if row.weight is not None] if case.plan.complete else []
    if _is_off(weighted):
        yield _finding(case, weighted, None)
    elif not _comes_to_100(weighted):
        by_heading: dict[str, list[Indicator]] = {}
        for row in weighted:
            by_heading.setdefault(str(row.category or ""), []).append(row)
        are_parts_of_100 = all(map(_is_close, by_heading.values())) and any(map(_comes_to_100, by_heading.values()))
        for heading, rows in by_heading.items() if are_parts_of_100 else ():
            if _is_off(rows):
                yield _finding(case, rows, heading)


def _is_off(rows: Sequence[Indicator]) -> bool:
    return len(rows) >= _FEWEST_WEIGHTS and _is_close(rows) and not _comes_to_100(rows)


def _is_close(rows: Sequence[Indicator]) -> bool:
    """True where the weights come to about 100, as they are printed."""
    return EXACT.subtract(_sum(_weights(rows)), _HUNDRED).copy_abs() <= _CLOSE


def _comes_to_100(rows: Sequence[Indicator]) -> bool:
    """True where all that the printed digits allow holds 100, each row counted or each number."""
    once = {(row.number or row.id, str(row.weight)): row for row in rows}
    return any(_HUNDRED in _allowed(_weights(some)) for some in (rows, tuple(once.values())))


def _weights(rows: Sequence[Indicator]) -> list[Figure]:
    return [row.weight for row in rows if row.weight is not None]


def _sum(weights: Sequence[Figure]) -> Decimal:
    return reduce(EXACT.add, (weight.value for weight in weights), Decimal(0))


def _allowed(weights: Sequence[Figure]) -> Interval:
    return sum((weight.interval for weight in weights), start=Interval.exactly(Decimal(0))).closure


def _finding(case: Case, rows: Sequence[Indicator], heading: str | None) -> Finding:
    computed = plain_text(_sum(_weights(rows)))
    sentence = fill(
        text.WEIGHTS_OF_PLAN if heading is None else text.WEIGHTS_OF_CATEGORY,
        name=case.plan.title,
        count=len(rows),
        category=heading,
        computed=computed,
    )
    places = dict.fromkeys(row.source for row in rows if row.source)
    return Finding(
        subject=case.plan.id,
        message=sentence,
        innocent=(text.ROWS_LEFT_OUT, text.WEIGHT_PRINTED_TWICE),
        claimed="100",
        computed=computed,
        source=case.plan.source,
        evidence=tuple(places),
        note=notes_text(*(row.notes for row in rows)),
    )
