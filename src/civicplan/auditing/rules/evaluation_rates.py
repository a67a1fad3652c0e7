"""The rates of a self-evaluation: whether the printed share of a budget that was used follows from its two amounts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from civicplan.auditing.finding import Finding
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import fill
from civicplan.render.words import text_apart_from, with_unit
from civicplan.values import Figure
from civicplan.values._decimals import EXACT
from civicplan.zh.evaluations.evaluation_row import EvaluationRow

_HUNDRED = Decimal(100)
_MORE_PLACES = 2


def rate_disagrees(rows: Sequence[EvaluationRow]) -> Iterator[Finding]:
    """The rate that is printed beside a target and an actual is the share of the target that the actual comes to.

    Nothing is said where the target is no plain figure, as where it has a sign.

    Tolerance: rounding of each of the three figures. The rate may be printed as a share, as 0.95 for 95%.

    What it does not prove: which of the three figures is wrong. It is always a doubt.

    Innocent readings: The rate may be of another amount, such as the budget at the beginning of the year.
    """
    for row in rows:
        target, actual, rate = row.target, row.actual, row.rate
        if not isinstance(target, Figure) or not isinstance(actual, Figure) or not isinstance(rate, Figure):
            continue
        lowest = target.interval.low
        if lowest is None or lowest <= 0:
            continue
        share = actual.interval / target.interval
        if share.isdisjoint(rate.interval) and (share * _HUNDRED).isdisjoint(rate.interval):
            percent = EXACT.multiply(EXACT.divide(actual.value, target.value), _HUNDRED)
            quotient = text_apart_from(percent, rate.value, max(rate.places, 0) + _MORE_PLACES)
            computed = fill(phrases.PERCENT, share=quotient)
            words = {"actual": with_unit(actual, row.unit), "target": with_unit(target, row.unit)}
            sentence = fill(text.RATE_DISAGREES, name=row.name, rate=rate, computed=computed, **words)
            yield Finding(
                innocent=(text.RATE_OF_ANOTHER_AMOUNT,),
                subject=" ".join(str(row.name).split()),
                message=sentence,
                claimed=fill(phrases.PERCENT, share=rate),
                computed=computed,
                source=row.source,
            )
