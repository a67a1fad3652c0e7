"""Stated numbers of indicators and tasks, compared with the count and with the lists beside them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from civicplan.auditing._conflicts import two_documents
from civicplan.auditing._rows import Counts, Row, rows_of
from civicplan.auditing._words import notes_text
from civicplan.auditing.case import OPPOSITE, Case
from civicplan.auditing.finding import Finding
from civicplan.model import CountClaim, Counted, Verdict, VerdictClaim
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import Message, fill, sentences
from civicplan.render.words import in_words

_SENTENCES = {None: text.COUNT, Verdict.MET: text.COUNT_OF_MET, Verdict.NOT_MET: text.COUNT_OF_NOT_MET}


def count_disagrees(case: Case) -> Iterator[Finding]:
    """A stated number of indicators or tasks, of one kind where it says so, is one that the plan can come to.

    The kind may be a nature, a verdict, a standing, a status or a heading. Indicators are counted by their printed
    number. Whatever is not known for certain is counted both ways: a row of a group without a number, rows of one
    number and no common group, a nature that the table does not print, a verdict that depends on rounding or on figures
    that nobody published, an indicator some of whose rows are met and some missed, a task whose last report is not at
    its end or that is called differently in two places, and a standing that the figures do not rule out. What is not
    due may be met early, where its level is there on the day of the audit or may be on another. The finding appears
    when the stated number lies outside the range that this leaves. Nothing is counted in a plan that is an extract of
    its document, nor under a heading that no row stands under. Where the list beside the number comes to what the table
    comes to, the finding says so, and count-and-list says nothing; only where the list leaves no innocent reading and
    the table does, it is the other way round.

    Tolerance: what is not known for certain is counted both ways.

    What it does not prove: which indicator is meant, nor that the count is of the same table.

    Innocent readings: The stated number may be that of the rows, sub-rows included. Rows that share a number, such as
    3a and 3b, may count as one, and so may a row without a number and the one above. A number of standings or statuses
    may be of another day, and so may one of targets met before they are due.
    """
    table, lists = _Table(case), _Lists.of(case)
    for claim in case.claims(CountClaim):
        counts = table.counts_against(claim)
        if counts is not None:
            finding, listed = _disagreement(case, claim, counts), lists.comparison(case, claim)
            if listed is None or not listed.counts.meet(counts):
                yield finding
            elif not _is_surer(listed.finding, finding):
                yield _disagreement(case, claim, counts, fill(text.LIST_SAYS_SO, computed=listed.counts.words))


@frozen
class _Table:
    """The rows of a plan, with what they come to for each kind of number, counted once."""

    case: Case
    known: dict[Hashable, Counts | None] = field(factory=dict)

    def counts_against(self, claim: CountClaim) -> Counts | None:
        """Return the numbers of which the stated one is none; None where it may be right or nothing is compared."""
        if not self.case.plan.complete or claim.verdict not in _SENTENCES:
            return None
        kind = (claim.counted, claim.nature, claim.verdict, claim.standing, claim.status, claim.category)
        if kind not in self.known:
            rows = _rows(self.case, claim)
            self.known[kind] = Counts.of(claim, rows) if _have_its_heading(rows, claim) else None
        counts = self.known[kind]
        return None if counts is None or claim.count in counts.of_indicators else counts


def _is_surer(one: Finding, other: Finding) -> bool:
    return one.severity.rank < other.severity.rank


def _rows(case: Case, claim: CountClaim) -> list[Row]:
    return rows_of(case, claim.counted, standings=claim.standing is not None)


def _have_its_heading(rows: Iterable[Row], claim: CountClaim) -> bool:
    """True where there is no heading, or a row stands under it for certain; another wording of it would count none."""
    return claim.category is None or any(row.is_under(claim.category) for row in rows)


def _disagreement(case: Case, claim: CountClaim, counts: Counts, *more: str) -> Finding:
    innocent = (*_other_ways(claim, counts), text.OF_ANOTHER_DAY if _may_be_of_another_day(case, claim) else "")
    return _finding(case, claim, _SENTENCES[claim.verdict], counts.words, innocent, *more)


def _other_ways(claim: CountClaim, counts: Counts) -> Iterator[str]:
    """That the rows may have been counted in another way."""
    yield text.COUNTS_ROWS if claim.count in counts.of_rows else ""
    by_whole_numbers = range(counts.of_whole_numbers.start, counts.of_indicators.stop)
    yield text.COUNTS_WHOLE_NUMBERS if claim.count in by_whole_numbers else ""


def _may_be_of_another_day(case: Case, claim: CountClaim) -> bool:
    """True where the number is possible but for a word that changes in time, and more than one day was reported on.

    Of what day a number of targets met is, no report says, so that those which are not due may be met later.
    """
    if claim.standing is None and claim.status is None:
        open_later = [evolve(row, is_short=False) for row in _rows(case, claim)]
        return claim.count in Counts.of(claim, open_later).of_indicators
    days = {report.period.end_key for task in case.plan.tasks for report in task.reports}
    lasting = evolve(claim, standing=None, status=None)
    most = Counts.of(lasting, _rows(case, lasting)).of_rows.stop
    return (claim.standing is not None or len(days) > 1) and claim.count < most


def count_and_list(case: Case) -> Iterator[Finding]:
    """A stated number is that of the names in the list beside it.

    Compares with the names given with the number, and a number of targets met or not met without names with the lists
    of them that are offered as complete. Names count as in the table: the sub-rows of one indicator once, and what is
    not certain both ways. The ids in a list say which rows are named, so that a number below that of tasks, or of
    indicators with numbers and no common group, cannot be right however the names are punctuated; nor can one above a
    list that is offered as complete.

    Tolerance: the range that the ways of counting leave. An indicator of which a complete list names some of the rows
    may count or not.

    What it does not prove: whether the number or the list is wrong. What the table says against the number, too, is
    reported by count-disagrees.

    Innocent readings: The list may name only some of them, unless it is offered as complete. The number and the list
    may stand in two documents. A name may stand in the list twice and be counted twice. One printed name may stand for
    several rows that have no number, or one group. The stated number may be that of the rows, sub-rows included. Rows
    that share a number, such as 3a and 3b, may count as one, and so may a row without a number and the one above.
    """
    table, lists = _Table(case), _Lists.of(case)
    for claim in case.claims(CountClaim):
        listed = lists.comparison(case, claim)
        if listed is not None:
            counts = table.counts_against(claim)
            is_told = counts is not None and listed.counts.meet(counts)
            if counts is None or not is_told or _is_surer(listed.finding, _disagreement(case, claim, counts)):
                yield listed.finding


@frozen
class _Listed:
    """What a list comes to that a stated number is none of, and the finding that says so."""

    counts: Counts
    finding: Finding


@frozen
class _Lists:
    """The lists that are offered as complete, and the rows that lists may name."""

    complete: Mapping[Verdict, _CompleteList]
    rows: Mapping[Counted, Mapping[str, Row]]

    @classmethod
    def of(cls, case: Case) -> _Lists:
        kinds = {claim.counted for claim in case.claims(CountClaim)}
        return cls(_complete_lists(case), {kind: {row.id: row for row in rows_of(case, kind)} for kind in kinds})

    def comparison(self, case: Case, claim: CountClaim) -> _Listed | None:
        """Return what the list that goes with a number says against it; None where there is no list, or it agrees."""
        whole = self.complete.get(claim.verdict) if claim.verdict and claim.counted is Counted.INDICATORS else None
        rows, lasts = self.rows[claim.counted], claim.standing is None and claim.status is None
        if claim.members:
            is_whole = whole is not None and set(claim.members) == set(whole.names)
            return _compared(case, claim, claim.members, rows, whole if is_whole else None)
        if whole is not None and lasts and _have_its_heading(rows.values(), claim):
            return _compared(case, claim, whole.names, rows, whole)
        return None


@frozen
class _CompleteList:
    """The names in all lists of a verdict that are offered as complete, each once, and where the lists stand."""

    names: tuple[str, ...]
    claims: tuple[VerdictClaim, ...]


def _complete_lists(case: Case) -> dict[Verdict, _CompleteList]:
    lists: dict[Verdict, list[VerdictClaim]] = {}
    for claim in case.claims(VerdictClaim):
        if claim.exhaustive and claim.verdict in OPPOSITE:
            lists.setdefault(claim.verdict, []).append(claim)
    return {
        verdict: _CompleteList(tuple(dict.fromkeys(id for claim in claims for id in claim.subjects)), tuple(claims))
        for verdict, claims in lists.items()
    }


def _compared(
    case: Case, claim: CountClaim, names: Sequence[str], rows_by_id: Mapping[str, Row], whole: _CompleteList | None
) -> _Listed | None:
    """The finding, where the number is none that the list can come to; an extract may leave out some of the names."""
    rows = [rows_by_id[id] for id in dict.fromkeys(names)]
    # Those named beside the number are all meant; of a list of its own only those of the nature and heading stated.
    if claim.members:
        counts = Counts.of(CountClaim(count=claim.count), rows)
    else:
        counts = Counts.of(evolve(claim, verdict=None), list(rows_by_id.values()), named=set(names))
    is_more = claim.count >= counts.of_indicators.stop
    if claim.count in counts.of_indicators or (is_more and not case.plan.complete):
        return None
    innocent = (
        *_other_ways(claim, counts),
        text.LIST_OF_SOME if is_more and whole is None else "",
        two_documents(claim, *whole.claims) if whole else "",
        text.NAMED_TWICE if len(rows) < claim.count <= len(names) else "",
        "" if is_more or _are_apart(case, claim, rows) else text.ONE_NAME_FOR_SEVERAL,
    )
    sentence = text.COUNT_AND_LIST if claim.members else text.COUNT_AND_COMPLETE_LIST
    return _Listed(counts, _finding(case, claim, sentence, counts.words, innocent))


def _are_apart(case: Case, claim: CountClaim, rows: Sequence[Row]) -> bool:
    """True where no printed name stands for two rows: each is a task, or has a number and a group of its own if any."""
    if claim.counted is Counted.TASKS:
        return True
    indicators = [case.plan[row.id] for row in rows]
    groups = [str(indicator.group) for indicator in indicators if indicator.group]
    return all(indicator.number for indicator in indicators) and len(groups) == len(set(groups))


def _finding(
    case: Case, claim: CountClaim, template: str, computed: Message, innocent: Sequence[str], *more: str
) -> Finding:
    nature, counted = in_words(claim.nature or ""), in_words(claim.counted)
    told: list[str] = [
        fill(
            template,
            name=case.plan.title,
            things=fill(phrases.OF_NATURE, nature=nature, counted=counted) if claim.nature else counted,
            words=in_words(claim.verdict) if claim.verdict else "",
            stated=claim.count,
            computed=computed,
        )
    ]
    if claim.category is not None:
        told.append(fill(text.COUNTED_UNDER, category=claim.category))
    words = [in_words(word) for word in (claim.standing, claim.status) if word is not None]
    told += [fill(text.COUNTED_AS_CALLED, words=word) for word in words]
    return Finding(
        subject=case.plan.id,
        message=sentences(*told, *more),
        innocent=innocent,
        claimed=str(claim.count),
        computed=computed,
        source=claim.source or case.plan.source,
        evidence=(case.plan.source,) if case.plan.source else (),
        note=notes_text(claim.notes),
    )
