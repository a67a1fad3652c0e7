"""Global Fund: the actual in percent of the target, in five grades."""

from __future__ import annotations

from decimal import Decimal

from civicplan.methods._arithmetic import HUNDRED, percent_of_target
from civicplan.methods.rating import Method, Rating, Requirement
from civicplan.methods.track import Track
from civicplan.render.words import entries

NAME = "global-fund"
LABELS = ("A1", "A2", "B1", "B2", "C")

LIMITS = ((Decimal(90), "A2"), (Decimal(60), "B1"), (Decimal(30), "B2"))


def rate(track: Track) -> Rating:
    """Rate the actual in percent of the target: `Rating.value` is 100 y/T, or 100 T/y where lower is better.

    Thresholds:
        A1: more than 100.
        A2: 90 to 100.
        B1: 60 to below 90.
        B2: 30 to below 60.
        C: below 30.

    The source prints whole percents, "60-89"; what lies between 89 and 90 is B1, and so on. It gives y/T only; the
    inverse where lower is better is ours, which `Rating.detail` says. A target that is not due yet is compared all the
    same, and the detail says when it is due. A target of 0 has no ratio. A grant's rating also weighs its management,
    which no figure shows.

    Version: grant performance assessment, scale with A1 and A2.

    Source: The Global Fund, grant performance assessment methodology.

    >>> from civicplan.methods import get
    >>> get("global-fund").rate(Track(current=(2011, "0.82"), target="1.1", direction="higher")).label
    'B1'
    """
    value, current, notes = percent_of_target(track)
    label = "A1" if value > HUNDRED else next((label for limit, label in LIMITS if value >= limit), "C")
    return Rating(
        method=NAME,
        label=label,
        value=value,
        current=current,
        detail=entries(notes),
    )


METHOD = Method(
    name=NAME,
    version="A1-C",
    title="Global Fund grant rating",
    source="The Global Fund, grant performance assessment methodology",
    confirmed=True,
    needs=(Requirement.CURRENT, Requirement.TARGET, Requirement.DIRECTION),
    labels=LABELS,
    unit="percent of the target",
    takes_any_measure=True,
    rule=rate,
)
