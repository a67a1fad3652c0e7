"""The rows of a table that a note names, and the claim that it makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from attrs import frozen

from civicplan.model import Indicator, Nature, Verdict, VerdictClaim
from civicplan.reading import Diagnostic
from civicplan.render import reading_notes
from civicplan.render.message import fill, in_all_languages
from civicplan.values import Source, Text
from civicplan.zh.indicators.claim_words import OPPOSITE
from civicplan.zh.language.indicator_meanings import plain_name
from civicplan.zh.language.targets_in_words import subject_of
from civicplan.zh.notices import Notice

_WITHOUT = (
    "The claim that {known} is {verdict} was read without it, and not as a complete list, so that the audit takes no "
    "row that the note leaves out for {opposite}. If the list is complete without it, put "
    "attrs.evolve(claim, exhaustive=True) in the place of the VerdictClaim of this line."
)
NOT_IN_TABLE = Notice("unknown-subject", "The note names {name}, and no row of the table is called so. " + _WITHOUT)
SEVERAL_ROWS = Notice(
    "unclear-subject", "The note names {name}, and {count} rows of the table are called so. " + _WITHOUT
)
NONE_IN_TABLE = Notice(
    "unknown-subject",
    "The note names {name}, and no row of the table can be told by it. No claim was read, so that the audit does not "
    'check it; add a VerdictClaim of the rows that are meant, with verdict="{word}".',
)
OTHER_COUNT = Notice(
    "names-and-count",
    "The note names {named} indicators and counts {count}; it is not read as a complete list.",
    left_out=False,
)
_LAST_JOINER = re.compile("[和及与]")


class Rows(NamedTuple):
    """The rows of a table by what they are called, by what they are parts of, and by their nature."""

    names: dict[str, tuple[str, ...]]
    groups: dict[str, tuple[str, ...]]
    natures: dict[Nature | None, tuple[str, ...]]

    @classmethod
    def of(cls, indicators: Iterable[Indicator]) -> Rows:
        """Return the rows of a table."""
        rows = cls({}, {}, {})
        for indicator in indicators:
            for key in {plain_name(str(indicator.name)), subject_of(str(indicator.name))}:
                rows.names[key] = (*rows.names.get(key, ()), indicator.id)
            if indicator.group is not None:
                key = plain_name(str(indicator.group))
                rows.groups[key] = (*rows.groups.get(key, ()), indicator.id)
            rows.natures[indicator.nature] = (*rows.natures.get(indicator.nature, ()), indicator.id)
        return rows

    def called(self, name: str) -> tuple[str, ...]:
        """Return the row of a name, else all the parts of the indicator of that name; several rows of one name."""
        plain, subject = plain_name(name), subject_of(name)
        return self.names.get(plain) or self.groups.get(plain) or self.names.get(subject, ())

    def is_one(self, name: str, found: Sequence[str]) -> bool:
        """Return whether rows that are found are one indicator: a row, or the parts of one."""
        return len(found) == 1 or self.groups.get(plain_name(name)) == tuple(found)

    def listed(self, words: str) -> list[str]:
        """Return the names that words list, with 、 between them, and 和 or 及 before the last."""
        *names, last = words.split("、")
        is_joined = not self.called(last) and (names or all(map(self.called, _LAST_JOINER.split(last, maxsplit=1))))
        return [name.strip() for name in (*names, *(_LAST_JOINER.split(last, maxsplit=1) if is_joined else (last,)))]


class Place(NamedTuple):
    """Where a clause stands."""

    source: Source
    line: int
    text: str


@frozen(kw_only=True)
class Named:
    """What a note says of the indicators that it names.

    Attributes:
        names: The names, as the note has them.
        verdict: What it says of them.
        is_complete: Whether the note offers them as all of which it holds.
        count: How many the note says that they are; None where it does not count them.
        is_forecast: Whether it is foretold.
    """

    names: Sequence[str]
    verdict: Verdict
    is_complete: bool
    count: int | None = None
    is_forecast: bool = False


def claim_of(named: Named, rows: Rows, place: Place, noticed: list[Diagnostic]) -> Iterator[VerdictClaim]:
    """Yield what a note claims of the rows that it names; nothing, with a diagnostic, where it names none.

    Args:
        named: What it says.
        rows: The rows of the table.
        place: Where it stands.
        noticed: Gets what is to be known of the claim.
    """
    subjects, unknown = list[str](), dict[str, int]()
    for name in named.names:
        found = rows.called(name)
        if found and rows.is_one(name, found):
            subjects += found
        else:
            unknown[name] = len(found)
    noticed += _unknown(named, unknown, place)
    is_counted = named.count in (None, len(named.names))
    if not is_counted:
        noticed.append(OTHER_COUNT.at(place.line, place.text, named=len(named.names), count=named.count))
    if subjects:
        yield VerdictClaim(
            subjects=tuple(dict.fromkeys(subjects)),
            verdict=named.verdict,
            exhaustive=named.is_complete and not unknown and is_counted,
            is_forecast=named.is_forecast,
            source=place.source,
            notes=_without(list(unknown)),
        )


def _unknown(named: Named, unknown: dict[str, int], place: Place) -> Iterator[Diagnostic]:
    known = [name for name in named.names if name not in unknown]
    for name, count in unknown.items():
        notice = NONE_IN_TABLE if not known else SEVERAL_ROWS if count else NOT_IN_TABLE
        words = {"known": "、".join(known), "word": named.verdict.value, "opposite": OPPOSITE[named.verdict]}
        verdict = words["word"].replace("_", " ")
        yield notice.at(place.line, place.text, name=name, count=count, verdict=verdict, **words)


def _without(unknown: Sequence[str]) -> Text | None:
    if not unknown:
        return None
    return in_all_languages(fill(reading_notes.NO_ROW, names="、".join(unknown)))
