"""Two claims about one indicator or task that say different things, and what may let both be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from attrs import frozen

from civicplan.auditing._lookup import place_of, superseded_figures
from civicplan.auditing._words import notes_text
from civicplan.auditing.finding import Finding
from civicplan.model import (
    CountClaim,
    Indicator,
    Observation,
    ProgressReport,
    StandingClaim,
    StatusClaim,
    Task,
    VerdictClaim,
)
from civicplan.render import findings as text
from civicplan.values import Source

Said: TypeAlias = VerdictClaim | StandingClaim | StatusClaim
_Any = TypeVar("_Any", VerdictClaim, StandingClaim, StatusClaim)
_OfDay = TypeVar("_OfDay", StandingClaim, StatusClaim)
_OfIndicators = TypeVar("_OfIndicators", VerdictClaim, StandingClaim)


@frozen(kw_only=True)
class Conflict:
    """Two claims about one indicator or task of which at most one is right, unless a caution explains them.

    Attributes:
        first: The claim that stands first.
        second: The other one.
        said_first: What the first says, in words.
        said_second: What the second says.
        sentence: Both, in one sentence.
        cautions: What may let both be right; empty ones do not count.
    """

    first: Said
    second: Said
    said_first: str
    said_second: str
    sentence: str
    cautions: tuple[str, ...]

    def finding(self, part: Indicator | Task) -> Finding:
        """Return the finding about the indicator or task; the place of the second claim is its evidence."""
        return Finding(
            subject=part.id,
            message=self.sentence,
            innocent=self.cautions,
            claimed=self.said_first,
            computed=self.said_second,
            source=place_of(part, self.first.source),
            evidence=(self.second.source,) if self.second.source else (),
            note=notes_text(part.notes, *dict.fromkeys((self.first.notes, self.second.notes))),
        )


def surest(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Return the first conflict without a caution, else the first one; none where there is none."""
    return sorted(conflicts, key=lambda conflict: any(conflict.cautions))[:1]


def by_subject(claims: Iterable[_OfIndicators]) -> Mapping[str, Sequence[_OfIndicators]]:
    """Return the claims by the ids of the indicators that they name."""
    subjects: dict[str, list[_OfIndicators]] = {}
    for claim in claims:
        for id in dict.fromkeys(claim.subjects):
            subjects.setdefault(id, []).append(claim)
    return subjects


def alike_once(claims: Iterable[_Any], word: Callable[[_Any], object]) -> list[_Any]:
    """Return the first of the claims that say the same in the same document, as far as they say anything."""
    first: dict[object, _Any] = {}
    for claim in claims:
        if word(claim) is not None:
            first.setdefault((word(claim), claim.source and claim.source.document), claim)
    return list(first.values())


def by_day(claims: Iterable[_OfDay]) -> Iterable[Sequence[_OfDay]]:
    """Return the claims on standings or statuses, those of one day together."""
    days: dict[tuple[int, int], list[_OfDay]] = {}
    for claim in claims:
        days.setdefault(claim.period.end_key, []).append(claim)
    return days.values()


def different_grounds(indicator: Indicator, first: Said, second: Said) -> tuple[str, ...]:
    """Return why two claims about an indicator may rest on different targets or figures."""
    return (
        "" if len(indicator.targets) == 1 else text.DIFFERENT_TARGETS,
        two_documents(first, second),
        text.TWO_EDITIONS if superseded_figures(indicator) else "",
    )


def two_documents(*claims: Said | CountClaim | ProgressReport) -> str:
    """Return that the claims and reports stand in different documents, or may; nothing where they do not."""
    return different_documents(*(claim.source for claim in claims))


def figures_elsewhere(place: Source | None, inputs: Iterable[Observation]) -> str:
    """Return that figures stand in another document than what is said of them, where both places are recorded."""
    recorded = [figure.source for figure in inputs if figure.source is not None]
    are_elsewhere = place is not None and any(different_documents(place, source) for source in recorded)
    return text.FIGURES_ELSEWHERE if are_elsewhere else ""


def different_documents(*sources: Source | None, which: str = text.TWO_DOCUMENTS) -> str:
    """Return that two things stand in different documents, or may; nothing where they do not.

    Two web addresses are those of two documents. Where nothing says where it stands, all stand in that of the plan.

    Args:
        sources: Where they stand, as far as that is recorded.
        which: The sentence for documents that are known to differ.
    """
    places = [source for source in sources if source is not None]
    documents, addresses = {place.document for place in places}, {place.url for place in places if place.url}
    if len(documents) > 1 or len(addresses) > 1:
        return which
    return text.PERHAPS_TWO_DOCUMENTS if 0 < len(places) < len(sources) else ""
