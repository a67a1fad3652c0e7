"""US Department of Commerce 2007: the actual in percent of the target, in four bands."""

from __future__ import annotations

from decimal import Decimal

from civicplan.methods._arithmetic import HUNDRED, percent_of_target
from civicplan.methods.rating import Method, Rating, Requirement
from civicplan.methods.track import Track
from civicplan.render import details
from civicplan.render.words import entries

NAME = "us-commerce-2007"
EXCEEDED, MET, SLIGHTLY_BELOW, NOT_MET = "exceeded", "met", "slightly_below", "not_met"
LABELS = (EXCEEDED, MET, SLIGHTLY_BELOW, NOT_MET)

MOST = Decimal(125)
LIMITS = ((HUNDRED, MET), (Decimal(95), SLIGHTLY_BELOW))


def rate(track: Track) -> Rating:
    """Rate the actual in percent of the target: `Rating.value` is 100 y/T, or 100 T/y where lower is better.

    Thresholds:
        exceeded: more than 125.
        met: 100 to 125.
        slightly_below: 95 to below 100.
        not_met: below 95.

    The source prints whole percents, "95-99"; what lies between 99 and 100 is slightly below. It gives y/T only; the
    inverse where lower is better is ours, which `Rating.detail` says. So is this: a target of "more than" its value is
    slightly below at 100. A target that is not due yet is compared all the same, and the detail says when it is due. A
    target of 0 has no ratio.

    Version: fiscal year 2007.

    Source: US Department of Commerce, Performance and Accountability Report, fiscal year 2007.

    >>> from civicplan.methods import get
    >>> rating = get("us-commerce-2007").rate(Track(current=(2007, "131"), target="100", direction="higher"))
    >>> rating.label, rating.value
    ('exceeded', Decimal('131.00'))
    """
    value, current, notes = percent_of_target(track)
    label = EXCEEDED if value > MOST else next((label for limit, label in LIMITS if value >= limit), NOT_MET)
    if label == MET and not track.is_met:
        label = SLIGHTLY_BELOW
        notes.append(details.ACTUAL_TOUCHES)
    return Rating(
        method=NAME,
        label=label,
        value=value,
        current=current,
        detail=entries(notes),
    )


METHOD = Method(
    name=NAME,
    version="2007",
    title="Performance status of the US Department of Commerce",
    source="US Department of Commerce, Performance and Accountability Report, fiscal year 2007",
    confirmed=True,
    needs=(Requirement.CURRENT, Requirement.TARGET, Requirement.DIRECTION),
    labels=LABELS,
    unit="percent of the target",
    takes_any_measure=True,
    rule=rate,
)
