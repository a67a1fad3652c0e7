"""Finding: one place where the account of a plan and its figures part."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from civicplan.model._fields import to_enum
from civicplan.render.template import one_line
from civicplan.values import Source


class Severity(StrEnum):
    """How far a finding goes, the furthest first.

    Attributes:
        CONTRADICTION: No unprinted digit lets claim and figures both be right.
        DOUBT: They part, unless something that is not printed explains it, such as prices, weights or a digit, or
            they can both hold and yet say different things; the message says which.
        NOTE: Legal and possible, and worth knowing.
    """

    CONTRADICTION = "contradiction"
    DOUBT = "doubt"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the severity that goes furthest.

        >>> Severity.NOTE.rank
        2
        """
        return tuple(Severity).index(self)


def to_severity(value: Severity | str) -> Severity:
    """A Severity, from itself or its name."""
    return to_enum(Severity, value)


@frozen(kw_only=True)
class Finding:
    """One place where the account and the figures part, precise enough to be checked with the document in hand.

    Attributes:
        code: The stable name of the rule, in kebab case; a rule may leave it out, and the audit fills it in.
        severity: How far the finding goes.
        subject: The id of what it is about: an indicator, a task, a goal, or the plan itself.
        message: One sentence with both numbers in it, and with whatever was assumed.
        claimed: What the document states, as printed.
        computed: What its own figures come to.
        source: Where the claim stands; None where nobody recorded it.
        evidence: Where the figures stand that it is held against.
        reading: How row and claim were read by whoever recorded them, where that is not plain; the finding rests on
            it.

    >>> found = Finding(severity=Severity.NOTE, subject="grain", message="…", claimed="≥145", computed="155", code="x")
    >>> found.key
    'x:grain'
    """

    code: str = ""
    severity: Severity = field(converter=to_severity)
    subject: str
    message: str = field(converter=one_line)
    claimed: str = field(converter=one_line)
    computed: str = field(converter=one_line)
    source: Source | None = None
    evidence: tuple[Source, ...] = ()
    reading: str = field(default="", converter=one_line)

    @property
    def key(self) -> str:
        """Code and subject: what `ignore` takes to pass over this finding and no other."""
        return f"{self.code}:{self.subject}"

    @property
    def places(self) -> tuple[str, ...]:
        """Every place once, the claim's own first."""
        return tuple(dict.fromkeys(str(place) for place in (self.source, *self.evidence) if place))

    def __str__(self) -> str:
        places = f" [{'; '.join(self.places)}]" if self.places else ""
        return one_line(f"{self.severity} {self.code} {self.subject}: {self.message}{places}")
