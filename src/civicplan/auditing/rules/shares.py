"""Parts compared with their whole, and percentages with the figures that they are of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from civicplan.assessment import PlanAssessment
from civicplan.auditing._words import name_in, notes_about, part_in
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.evidence import Actual
from civicplan.model import BreakdownClaim, Indicator, Observation, ShareClaim
from civicplan.model.units import is_same
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import fill, joined, sentences
from civicplan.values import UNBOUNDED, Figure, Interval, Source
from civicplan.values._decimals import decimal_text

_PERCENT = "%"
_NOTHING = Interval.exactly(Decimal(0))
_HUNDRED = Decimal(100)
_HUNDRED_PERCENT = Interval.exactly(_HUNDRED)


def _true_values(figure: Figure, *, exact: bool) -> Interval:
    """The value itself where things were counted, else every value that may have been printed like this."""
    return Interval.exactly(figure.value) if exact else figure.interval


def shares_do_not_add(case: Case) -> Iterator[Finding]:
    """The parts that a document splits a whole into add up to the whole; percentages of a split add up to 100.

    Tolerance: rounding of every part and of the whole, so ten parts may be off by ten half digits. Counts are exact,
    and so is the 100 of percentages. Figures of other indicators may be those from before a revision.

    What it does not prove: which of the figures is wrong. Where a part is the figure of another indicator, it must be
    published for exactly the period and in the unit of the indicator split, or in percent where no whole is stated;
    else there is no finding.

    Innocent readings: Where the parts come to less than the whole, one of them may not be printed.
    """
    for claim in case.claims(BreakdownClaim):
        parts = _parts(case, claim, case.assessment)
        whole = _HUNDRED_PERCENT if claim.whole is None else _true_values(claim.whole, exact=claim.exact)
        if parts is None or not _sum_of(claim, parts).isdisjoint(whole):
            continue
        before = filter(None, (_parts(case, claim, edition) for edition in case.earlier_editions))
        if all(_sum_of(claim, earlier).isdisjoint(whole) for earlier in before):
            yield _breakdown_finding(case, claim, parts, _sum_of(claim, parts))


def _sum_of(claim: BreakdownClaim, parts: tuple[Observation, ...]) -> Interval:
    return sum((_true_values(part.number, exact=claim.exact) for part in parts), start=_NOTHING)


def _parts(case: Case, claim: BreakdownClaim, edition: PlanAssessment) -> tuple[Observation, ...] | None:
    """The parts with their places; None where one of them is not published, or they cannot be added up."""
    period = claim.period or case.plan.period
    stated = (Observation(period=period, figure=figure, source=claim.source) for figure in claim.figures)
    rows = [case.plan[id] for id in claim.members]
    figures = [edition[row.id].evidence.published(claim.measure, period) for row in rows]
    published = [figure.inputs[0] for figure in figures if isinstance(figure, Actual) and not figure.is_hedged]
    is_complete = len(published) == len(rows)
    return (*stated, *published) if is_complete and _can_be_added(case, claim, rows) else None


def _can_be_added(case: Case, claim: BreakdownClaim, rows: list[Indicator]) -> bool:
    """True when the rows are in one unit, that of the whole: percent where no whole is stated."""
    if claim.whole is None:
        return all(row.unit is not None and is_same(row.unit, _PERCENT) for row in rows)
    wholes = [case.plan[claim.subject]] if claim.subject in case.plan else []
    return not rows or len({row.unit for row in (*rows, *wholes)}) == 1


def _breakdown_finding(
    case: Case, claim: BreakdownClaim, parts: tuple[Observation, ...], sum_of_parts: Interval
) -> Finding:
    template = phrases.PERCENT if claim.whole is None else phrases.PLAIN
    whole = fill(template, share=_HUNDRED if claim.whole is None else claim.whole)
    finest = max((part.number for part in parts), key=lambda figure: figure.places)
    total = sum((Interval.exactly(part.number.value) for part in parts), start=_NOTHING).low
    assert total is not None, "the sum of numbers is a number"
    computed = fill(template, share=decimal_text(total, max(finest.places, 0)))
    sentence = fill(
        text.PARTS_AND_WHOLE,
        name=name_in(case.plan, claim.subject),
        whole=whole,
        count=len(parts),
        parts=joined(phrases.NEXT_NAME, (part.figure for part in parts)),
        computed=computed,
    )
    return Finding(
        subject=claim.subject,
        message=sentences(sentence, text.range_sentence(sum_of_parts, finest)),
        innocent=(text.PART_NOT_PRINTED,) if total < (_HUNDRED if claim.whole is None else claim.whole.value) else (),
        claimed=whole,
        computed=computed,
        source=claim.source or _source_of(case, claim.subject),
        evidence=tuple(dict.fromkeys(part.source for part in parts if part.source)),
        note=notes_about(case.plan, claim.subject, claim.notes),
    )


def share_wrong(case: Case) -> Iterator[Finding]:
    """A printed percentage of two printed figures is their quotient.

    Tolerance: rounding of the percentage, and of part and whole unless they are counts.

    What it does not prove: which of the three is wrong. A whole that may be zero, or is not printed, is left out.
    """
    for claim in case.claims(ShareClaim):
        if claim.whole is not None:
            part, whole = _true_values(claim.part, exact=claim.exact), _true_values(claim.whole, exact=claim.exact)
            share = 100 * (part / whole)
            if share != UNBOUNDED and claim.percent.interval.isdisjoint(share):
                yield _share_finding(case, claim, claim.whole, share)


def _share_finding(case: Case, claim: ShareClaim, whole: Figure, share: Interval) -> Finding:
    quotient = (100 * (Interval.exactly(claim.part.value) / whole.value)).low
    assert quotient is not None, "a whole that cannot be zero divides"
    claimed = fill(phrases.PERCENT, share=claim.percent)
    computed = fill(phrases.PERCENT, share=text.number_text(quotient, claim.percent))
    sentence = fill(
        text.SHARE,
        name=name_in(case.plan, claim.subject),
        part=claim.part,
        whole=whole,
        percent=claimed,
        computed=computed,
    )
    return Finding(
        subject=claim.subject,
        message=sentences(sentence, "" if claim.exact else text.range_sentence(share, claim.percent)),
        claimed=claimed,
        computed=computed,
        source=claim.source or _source_of(case, claim.subject),
        note=notes_about(case.plan, claim.subject, claim.notes),
    )


def _source_of(case: Case, id: str) -> Source | None:
    return part_in(case.plan, id).source
