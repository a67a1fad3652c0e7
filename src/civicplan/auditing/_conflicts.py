"""Two claims about one indicator that say different things, and what may let both be right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from civicplan.auditing._lookup import place_of, superseded_figures
from civicplan.auditing.finding import Finding
from civicplan.model import Indicator, StandingClaim, VerdictClaim
from civicplan.render import findings as text

_C = TypeVar("_C", VerdictClaim, StandingClaim)


@frozen(kw_only=True)
class Conflict:
    """Two claims about one indicator of which at most one is right, unless a caution explains them.

    Attributes:
        first: The claim that stands first.
        second: The other one.
        said_first: What the first says, in words.
        said_second: What the second says.
        sentence: Both, in one sentence.
        cautions: What may let both be right; empty ones do not count.
    """

    first: VerdictClaim | StandingClaim
    second: VerdictClaim | StandingClaim
    said_first: str
    said_second: str
    sentence: str
    cautions: tuple[str, ...]

    def finding(self, indicator: Indicator) -> Finding:
        """Return the finding about the indicator; the place of the second claim is its evidence."""
        finding = Finding.about(
            indicator,
            self.sentence,
            claimed=self.said_first,
            computed=self.said_second,
            source=place_of(indicator, self.first.source),
            cautions=self.cautions,
            notes=dict.fromkeys((self.first.notes, self.second.notes)),
        )
        return evolve(finding, evidence=(self.second.source,) if self.second.source else ())


def surest(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Return the first conflict without a caution, else the first one; none where there is none."""
    return sorted(conflicts, key=lambda conflict: any(conflict.cautions))[:1]


def by_subject(claims: Iterable[_C]) -> Mapping[str, Sequence[_C]]:
    """Return the claims by the ids of the indicators that they name."""
    subjects: dict[str, list[_C]] = {}
    for claim in claims:
        for id in dict.fromkeys(claim.subjects):
            subjects.setdefault(id, []).append(claim)
    return subjects


def alike_once(claims: Iterable[_C], word: Callable[[_C], object]) -> list[_C]:
    """Return the first of the claims that say the same in the same document, as far as they say anything."""
    first: dict[object, _C] = {}
    for claim in claims:
        if word(claim) is not None:
            first.setdefault((word(claim), claim.source and claim.source.document), claim)
    return list(first.values())


def by_day(claims: Iterable[StandingClaim]) -> Iterable[Sequence[StandingClaim]]:
    """Return the claims on standings, those of one day together."""
    days: dict[tuple[int, int], list[StandingClaim]] = {}
    for claim in claims:
        days.setdefault(claim.period.end_key, []).append(claim)
    return days.values()


def different_grounds(
    indicator: Indicator, first: VerdictClaim | StandingClaim, second: VerdictClaim | StandingClaim
) -> tuple[str, ...]:
    """Return why two claims about an indicator may rest on different targets or figures."""
    return (
        "" if len(indicator.targets) == 1 else text.DIFFERENT_TARGETS,
        two_documents(first, second),
        text.TWO_EDITIONS if superseded_figures(indicator) else "",
    )


def two_documents(*claims: VerdictClaim | StandingClaim) -> str:
    """Return that the claims stand in different documents; nothing where they do not."""
    documents = {claim.source.document for claim in claims if claim.source is not None}
    return text.TWO_DOCUMENTS if len(documents) > 1 else ""
