"""Parts against their whole, and percentages against the figures they are of."""

from __future__ import annotations

from collections.abc import Iterator

from civicplan.auditing._intervals import added, counted, exactly, percentage, total
from civicplan.auditing._units import is_percent
from civicplan.auditing._wording import name_in, number_text, part_in, range_text, reading
from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding, Severity
from civicplan.model import BreakdownClaim, Observation, ShareClaim
from civicplan.values import UNBOUNDED, Figure, Source
from civicplan.values._decimals import decimal_text

_PERCENT = Figure(100)


def shares_do_not_add(case: Case) -> Iterator[Finding]:
    """The parts that a document splits a whole into add up to the whole; percentages of a split add up to 100.

    Tolerance: rounding of every part and of the whole, so ten parts may be off by ten half digits. Counts are exact,
    and so is the 100 of percentages.

    What it does not prove: which of the figures is wrong, nor that the parts are all there are. Where a part is the
    figure of another indicator, it must be published for exactly the period and in the unit of the indicator split,
    or in percent where no whole is stated; else there is no finding.
    """
    for claim in case.claims(BreakdownClaim):
        parts = _parts(case, claim)
        if parts is None:
            continue
        figures = [part.figure for part in parts]
        added_up = added(counted(figure, exact=claim.exact) for figure in figures)
        whole = exactly(_PERCENT.value) if claim.whole is None else counted(claim.whole, exact=claim.exact)
        if added_up.isdisjoint(whole):
            yield _split_finding(case, claim, parts)


def _parts(case: Case, claim: BreakdownClaim) -> tuple[Observation, ...] | None:
    """The parts with their places; None where a part is not published, or in another unit."""
    period = claim.period or case.plan.period
    printed = (Observation(period=period, figure=figure, source=claim.source) for figure in claim.figures)
    members = [case.plan[id] for id in claim.members]
    units = {member.unit for member in members}
    if claim.whole is None and not all(is_percent(unit) for unit in units):
        return None
    if claim.whole is not None and members and claim.subject in case.plan:
        units.add(case.plan[claim.subject].unit)
    seen = [case.evidence(row).published(claim.measure, period) for row in members]
    published = [figure for figure in seen if isinstance(figure, Observation)]
    return (*printed, *published) if len(units) <= 1 and len(published) == len(members) else None


def _split_finding(case: Case, claim: BreakdownClaim, parts: tuple[Observation, ...]) -> Finding:
    whole = "100 %" if claim.whole is None else str(claim.whole)
    sum_of_parts = total(part.figure.value for part in parts)
    interval = added(counted(part.figure, exact=claim.exact) for part in parts)
    finest = max((part.figure for part in parts), key=lambda figure: figure.places)
    computed = decimal_text(sum_of_parts, max(finest.places, 0)) + (" %" if claim.whole is None else "")
    return Finding(
        severity=Severity.CONTRADICTION,
        subject=claim.subject,
        message=(
            f"{name_in(case.plan, claim.subject)}: the whole is stated as {whole}, while its {len(parts)} parts, "
            f"{', '.join(str(part.figure) for part in parts)}, add up to {computed}{range_text(interval, finest)}"
        ),
        claimed=whole,
        computed=computed,
        source=claim.source or _source_of(case, claim.subject),
        evidence=tuple(dict.fromkeys(part.source for part in parts if part.source)),
        reading=reading(claim.note),
    )


def share_wrong(case: Case) -> Iterator[Finding]:
    """A printed percentage of two printed figures is their quotient.

    Tolerance: rounding of the percentage, and of part and whole unless they are counts.

    What it does not prove: which of the three is wrong. A whole that may be zero is passed over.
    """
    for claim in case.claims(ShareClaim):
        part, whole = counted(claim.part, exact=claim.exact), counted(claim.whole, exact=claim.exact)
        share = percentage(part, whole)
        value = percentage(exactly(claim.part.value), exactly(claim.whole.value)).low
        if share == UNBOUNDED or value is None or not counted(claim.percent, exact=False).isdisjoint(share):
            continue
        computed = f"{number_text(value, claim.percent)} %"
        yield Finding(
            severity=Severity.CONTRADICTION,
            subject=claim.subject,
            message=(
                f"{name_in(case.plan, claim.subject)}: {claim.part} of {claim.whole} is stated as "
                f"{claim.percent} %, while it is {computed}{range_text(share, claim.percent)}"
            ),
            claimed=f"{claim.percent} %",
            computed=computed,
            source=claim.source or _source_of(case, claim.subject),
            reading=reading(claim.note),
        )


def _source_of(case: Case, id: str) -> Source | None:
    return part_in(case.plan, id).source
