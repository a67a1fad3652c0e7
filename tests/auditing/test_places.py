"""Where a finding sends its reader: first to the claim, then to the figures; and what was noted about reading them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

import civicplan as cp
from civicplan.auditing import Finding, audit
from civicplan.model import Claim

REVIEW = cp.Source(document="review", line=9)
PLAN = "plan, line 5"


def at(period: str, figure: str, line: int) -> cp.Observation:
    return cp.Observation(period=period, figure=figure, source=cp.Source(document="yearbook", line=line))


GRAIN = cp.Indicator(
    id="grain",
    name="grain",
    number="1",
    unit="吨",
    baseline=at("2015", "100.0", 1),
    targets=("≥200",),
    observations=(at("2018", "110.0", 2), at("2020", "150.0", 3)),
    source=cp.Source(document="plan", line=5),
    notes="dry weight",
)
DAM = cp.Task(
    id="dam",
    title="a dam",
    reports=(cp.ProgressReport(period="2018", percent="50", source=cp.Source(document="bulletin", line=4)),),
    source=cp.Source(document="plan", line=5),
    notes="both banks",
)
TRUE = cp.Plan(
    id="p",
    title="A plan",
    period="2016/2020",
    indicators=(GRAIN,),
    tasks=(DAM,),
    source=cp.Source(document="plan", line=5),
)
#: Each claim with the places of the figures that it is held against, and with what was noted about its subject.
FALSE: tuple[tuple[Claim, tuple[str, ...], str], ...] = (
    (cp.VerdictClaim(subjects=("grain",), verdict="met"), ("yearbook, line 3",), "dry weight"),
    (cp.StandingClaim(subjects=("grain",), period="2018", standing="ahead"), ("yearbook, line 2",), "dry weight"),
    (
        cp.GrowthClaim(subject="grain", figure="20.0", period="2016/2020"),
        ("yearbook, line 1", "yearbook, line 3"),
        "dry weight",
    ),
    (cp.GapClaim(subject="grain", figure="1.0", side="short", period="2020"), ("yearbook, line 3",), "dry weight"),
    (cp.ShareClaim(subject="grain", part="1", whole="2", percent="10"), (), "dry weight"),
    (cp.BreakdownClaim(subject="grain", figures=("40", "40"), whole="90"), (), "dry weight"),
    (cp.StatusClaim(subject="dam", status="not_started", period="2018"), ("bulletin, line 4",), "both banks"),
    (cp.ShareClaim(subject="dam", part="1", whole="2", percent="10"), (), "both banks"),
    (cp.BreakdownClaim(subject="p", figures=("40", "40"), whole="90"), (), ""),
    (cp.CountClaim(count=7), (PLAN,), ""),
)


def only(claim: Claim) -> Finding:
    (finding,) = audit(evolve(TRUE, claims=(claim,)))
    return finding


def noted(*notes: str) -> str:
    return "; ".join(filter(None, notes))


def claims_with_a_place() -> Iterator[tuple[Claim, tuple[str, ...], str]]:
    for claim, figures, note in FALSE:
        yield evolve(claim, source=REVIEW, notes="in the summary"), figures, note


def test_the_document_is_clean_but_for_the_claim() -> None:
    assert audit(TRUE) == ()


def test_the_place_of_a_claim_comes_first_and_those_of_the_figures_follow() -> None:
    for claim, figures, _ in claims_with_a_place():
        assert only(claim).source == REVIEW, claim
        assert only(claim).places == ("review, line 9", *figures), claim


def test_a_claim_without_a_place_is_looked_for_where_its_subject_stands() -> None:
    for claim, figures, _ in FALSE:
        assert only(claim).places == tuple(dict.fromkeys((PLAN, *figures))), claim


def test_what_was_noted_about_reading_the_row_and_the_claim_is_told() -> None:
    for claim, _, note in claims_with_a_place():
        assert only(claim).note == noted(note, "in the summary"), claim
    for claim, _, note in FALSE:
        assert only(claim).note == note, claim


def test_a_finding_on_a_report_names_the_report_and_what_was_noted_about_the_task() -> None:
    written = cp.Source(document="bulletin", line=4)
    planned = cp.Deliverable(subject="gates", planned="≥10", unit="gates", accumulates=True)
    delivered = (cp.Delivered(subject="gates", figure="9", unit="gates"),)
    for report in (
        cp.ProgressReport(period="2018", percent="50", status="completed", source=written),
        cp.ProgressReport(period="2018", percent="20", delivered=delivered, source=written),
    ):
        work = evolve(DAM, deliverables=(planned,), reports=(report,))
        (finding,) = audit(evolve(TRUE, tasks=(work,)))
        assert finding.source == written
        assert finding.note == "both banks"
        unplaced = evolve(work, reports=(evolve(report, source=None),))
        assert [one.places for one in audit(evolve(TRUE, tasks=(unplaced,)))] == [(PLAN,)]


def test_so_does_one_on_a_task_that_is_called_completed_elsewhere() -> None:
    planned = cp.Deliverable(subject="gates", planned="≥10", unit="gates", accumulates=True, source=DAM.source)
    delivered = (cp.Delivered(subject="gates", figure="9", unit="gates"),)
    report = cp.ProgressReport(period="2018", delivered=delivered, source=cp.Source(document="bulletin", line=4))
    work = evolve(DAM, deliverables=(planned,), reports=(report,))
    claim = cp.StatusClaim(subject="dam", status="completed", period="2018", source=REVIEW, notes="in the summary")
    (finding,) = audit(evolve(TRUE, tasks=(work,), claims=(claim,)))
    assert finding.places == ("review, line 9", PLAN, "bulletin, line 4")
    assert finding.note == "both banks; in the summary"
