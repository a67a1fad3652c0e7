"""Finding: one place where a plan's claims and figures disagree."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, ClassVar

from attrs import field, frozen

from civicplan.auditing._lookup import places_of
from civicplan.auditing._words import notes_text
from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.formats.result import Result
from civicplan.model import Indicator, Observation
from civicplan.render import phrases
from civicplan.render.cells import Badge
from civicplan.render.html import facts_html
from civicplan.render.languages import language_or_none
from civicplan.render.message import Message, joined, one_line
from civicplan.render.message import sentences as sentences_of
from civicplan.render.rows import plain_row
from civicplan.render.words import in_words
from civicplan.values import Source, Text, to_enum


class Severity(StrEnum):
    """How far a finding goes, the furthest first.

    Attributes:
        CONTRADICTION: No unprinted digit and no other reading lets claim and figures both be right.
        DOUBT: They disagree, unless an innocent reading holds, such as other prices, weights, a revision or a digit; or
            they can both hold and yet say different things. The finding names the reading.
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
    """Return a Severity, from itself or its name."""
    return to_enum(Severity, value)


def _to_readings(value: Iterable[str]) -> tuple[str, ...]:
    """The sentences, empty ones left out."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise InvalidTypeError(
            "Finding.innocent", "several sentences", describe(value), "put a single one in parentheses: (x,)"
        )
    return tuple(filter(None, map(one_line, value)))


def _severity_by(innocent: Iterable[str]) -> Severity:
    """A doubt where an innocent reading is left, else a contradiction."""
    return Severity.DOUBT if any(innocent) else Severity.CONTRADICTION


@frozen(kw_only=True)
class Finding(Result):
    """One place where claims and figures disagree, precise enough to be checked with the document in hand.

    A contradiction leaves no innocent reading, and a doubt names at least one.

    Attributes:
        code: The stable name of the rule, in kebab case; a rule may leave it out, and the audit fills it in.
        innocent: The readings by which claim and figures may both be right, in whole sentences.
        severity: How far the finding goes; where it is left out, a doubt with an innocent reading and a contradiction
            without.
        subject: The id of what it is about: an indicator, a task, a goal, or the plan itself.
        name: What the plan calls it; the audit fills it in.
        message: Whole sentences; the first ones have both numbers in them, the others say what was assumed, and the
            innocent readings come last.
        claimed: What the document states, as printed.
        computed: What its own figures come to.
        source: Where the claim stands; None where nobody recorded it.
        evidence: Where the figures stand that the claim is compared with.
        note: What those who recorded the row and the claim noted about reading them; the finding rests on that.

    >>> readings = ("It may be in other prices.",)
    >>> finding = Finding(code="x", subject="gdp", message="It fell.", innocent=readings, claimed="≥9", computed="8")
    >>> finding.key, finding.severity.value, finding.message
    ('x:gdp', 'doubt', 'It fell. It may be in other prices.')
    """

    _derived: ClassVar = ("message", "places", "key")

    code: str = ""
    innocent: tuple[str, ...] = field(default=(), converter=_to_readings)
    severity: Severity = field(converter=to_severity)
    subject: str
    name: str = field(default="", converter=one_line)
    _sentences: str = field(alias="message", converter=one_line)
    claimed: str = field(converter=one_line)
    computed: str = field(converter=one_line)
    source: Source | None = None
    evidence: tuple[Source, ...] = ()
    note: str = field(default="", converter=one_line)

    @severity.default
    def _usual_severity(self) -> Severity:
        return _severity_by(self.innocent)

    def __attrs_post_init__(self) -> None:
        if self.severity is Severity.CONTRADICTION and self.innocent:
            advice = "call it a doubt, or leave the severity out"
            raise InvalidValueError("Finding.innocent", "none in a contradiction", describe(self.innocent), advice)
        if self.severity is Severity.DOUBT and not self.innocent:
            advice = "say what would let both be right, or call it a contradiction or a note"
            raise InvalidValueError("Finding.innocent", "a reading that leaves it a doubt", "none", advice)

    @classmethod
    def about(
        cls,
        indicator: Indicator,
        *sentences: str,
        claimed: str,
        computed: str,
        source: Source | None,
        severity: Severity | None = None,
        inputs: Iterable[Observation] = (),
        cautions: Iterable[str] = (),
        notes: Iterable[Text | None] = (),
    ) -> Finding:
        """Return a finding about an indicator.

        Args:
            indicator: The indicator.
            sentences: What is claimed and what the figures come to, in whole sentences.
            claimed: What the document states, as printed.
            computed: What its own figures come to.
            source: Where the claim stands.
            severity: How far it goes; None for a contradiction, or a doubt where there is a caution.
            inputs: The figures that the claim is compared with.
            cautions: The innocent readings, in whole sentences; empty ones are left out.
            notes: What was noted about reading the claim, beside the indicator's own.

        >>> from civicplan.model import Indicator
        >>> grain = Indicator(id="grain", name="grain output")
        >>> Finding.about(grain, "It fell.", claimed="rose", computed="fell", source=None).severity
        <Severity.CONTRADICTION: 'contradiction'>
        """
        innocent = tuple(cautions)
        return cls(
            innocent=innocent,
            severity=_severity_by(innocent) if severity is None else severity,
            subject=indicator.id,
            message=sentences_of(*sentences),
            claimed=claimed,
            computed=computed,
            source=source,
            evidence=places_of(indicator, inputs),
            note=notes_text(indicator.notes, *notes),
        )

    @property
    def message(self) -> Message:
        """The sentences of the finding with those of its innocent readings."""
        return sentences_of(self._sentences, *(reading for reading in self.innocent if reading not in self._sentences))

    @property
    def key(self) -> str:
        """Code and subject: what `ignore` takes to leave out this finding and no other."""
        return f"{self.code}:{self.subject}"

    @property
    def places(self) -> tuple[str, ...]:
        """Every place once, the claim's own first."""
        return tuple(map(str, self.sources))

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every place once, the claim's own first, as places that can be looked up."""
        return tuple({str(place): place for place in (self.source, *self.evidence) if place}.values())

    def to_row(self, *, language: str | None = None) -> dict[str, Any]:
        """Return it as a plain dict; what is empty is None.

        Args:
            language: The language of all words, "en" or "zh"; None leaves codes as codes, and is English else.
        """
        cells = {
            "severity": self.severity,
            "code": self.code,
            "subject": self.subject,
            "name": self.name,
            "message": self.message,
            "innocent": sentences_of(*self.innocent),
            "claimed": self.claimed,
            "computed": self.computed,
            "places": joined(phrases.NEXT_ENTRY, self.sources),
            "note": self.note,
        }
        return plain_row({name: cell or None for name, cell in cells.items()}, language_or_none(language))

    def _repr_html_(self) -> str:
        facts = {
            "severity": Badge(self.severity, in_words(self.severity)),
            "rule": self.code,
            "claimed": self.claimed,
            "computed": self.computed,
            "places": joined(phrases.NEXT_ENTRY, self.sources),
            "how it was read": self.note,
        }
        return facts_html(self.subject, facts, paragraphs=(self.message,))

    def __str__(self) -> str:
        places = f" [{'; '.join(self.places)}]" if self.places else ""
        return one_line(f"{self.severity} {self.code} {self.subject}: {self.message}{places}")
