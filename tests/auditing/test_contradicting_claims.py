"""Claims of one document against each other, whatever its figures say."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import Finding, audit
from civicplan.model import Claim, Grade, Standing

from ._plans import at, level, plan, row

#: The standings that cannot both be said of one indicator; those with reversing or on track only with an explanation.
EXCLUSIVE = {
    ("behind", "on_track"): "contradiction",
    ("behind", "ahead"): "contradiction",
    ("behind", "achieved_early"): "contradiction",
    ("reversing", "on_track"): "doubt",
    ("reversing", "ahead"): "doubt",
    ("reversing", "achieved_early"): "doubt",
    ("on_track", "ahead"): "doubt",
    ("on_track", "achieved_early"): "doubt",
}


def promised(id: str = "a", **fields: Any) -> cp.Indicator:
    return row(id, targets=fields.pop("targets", (level("≥75"),)), **fields)


def contradictions(*claims: Claim, rows: tuple[cp.Indicator, ...] | None = None, **options: Any) -> list[Finding]:
    rows = (promised("a"), promised("b")) if rows is None else rows
    return list(audit(plan(*rows, claims=claims), rules=("claims-contradict",), **options))


def severities(*claims: Claim, **options: Any) -> list[tuple[str, str]]:
    return [(str(finding.severity), finding.subject) for finding in contradictions(*claims, **options)]


def verdict(word: Any, *ids: str, **fields: Any) -> cp.VerdictClaim:
    return cp.VerdictClaim(subjects=ids or ("a",), verdict=word, **fields)


def standing(word: Any, *ids: str, period: str = "2018", **fields: Any) -> cp.StandingClaim:
    return cp.StandingClaim(subjects=ids or ("a",), standing=word, period=period, **fields)


def warning(rank: int, *ids: str, word: str = "", scale: int = 3, **fields: Any) -> cp.StandingClaim:
    period = fields.pop("period", "2018")
    level = word or f"warning level {rank}"
    return cp.StandingClaim(subjects=ids or ("a",), level=level, rank=rank, scale=scale, period=period, **fields)


def in_document(name: str) -> cp.Source:
    return cp.Source(document=name, line=1)


def test_met_and_not_met_is_a_contradiction_found_once() -> None:
    (finding,) = contradictions(verdict("met"), verdict("met"), verdict("not_met", "b", "a"))
    assert (finding.severity, finding.subject) == ("contradiction", "a")
    assert (finding.claimed, finding.computed) == ("met", "not met")
    assert finding.message == "a: one claim calls it met, another not met."


def test_one_verdict_twice_or_one_that_waits_is_no_contradiction() -> None:
    for one, other in (("met", "met"), ("not_due", "not_met"), ("not_assessable", "met"), ("not_due", "met")):
        assert severities(verdict(one), verdict(other)) == []


def test_both_places_are_named() -> None:
    first, second = (cp.Source(document="report", line=line) for line in (3, 9))
    (finding,) = contradictions(verdict("met", source=first), verdict("not_met", source=second))
    assert (finding.source, finding.evidence) == (first, (second,))


def test_an_indicator_with_other_targets_or_none_may_be_spoken_of_twice() -> None:
    for targets in ((), (level("≥75"), level("≥70", "2018"))):
        (finding,) = contradictions(verdict("met"), verdict("not_met"), rows=(promised(targets=targets),))
        assert finding.severity == "doubt"
        assert "different targets" in finding.message


def test_two_documents_and_revised_figures_leave_a_doubt() -> None:
    apart = verdict("met", source=in_document("review")), verdict("not_met", source=in_document("report"))
    (finding,) = contradictions(*apart)
    assert finding.severity == "doubt"
    assert "different documents" in finding.message
    together = [evolve(claim, source=in_document("report")) for claim in apart]
    assert severities(*together) == [("contradiction", "a")]
    figures = (
        cp.Observation(period="2020", figure="76", published="2021-03"),
        cp.Observation(period="2020", figure="74", published="2022-03"),
    )
    (finding,) = contradictions(verdict("met"), verdict("not_met"), rows=(promised(observations=figures),))
    assert finding.severity == "doubt"
    assert "revised" in finding.message


def test_a_claim_without_a_place_may_stand_in_another_document_than_one_with_it() -> None:
    (finding,) = contradictions(verdict("met", source=in_document("review")), verdict("not_met"))
    assert finding.severity == "doubt"
    assert "not recorded" in finding.message
    one, other = (cp.Source(document="report", url=f"https://example.org/{year}") for year in (2019, 2020))
    assert severities(verdict("met", source=one), verdict("not_met", source=other)) == [("doubt", "a")]
    assert severities(verdict("met", source=one), verdict("not_met", source=in_document("report"))) == [
        ("contradiction", "a")
    ]


def test_a_verdict_and_a_standing_of_the_last_day_leave_a_doubt() -> None:
    exclusive = {("met", "behind"), ("not_met", "ahead"), ("not_met", "achieved_early")}
    for called in cp.Verdict:
        for stood in Standing:
            expected = [("doubt", "a")] if (called, stood) in exclusive else []
            assert severities(verdict(called), standing(stood, period="2020"), standing(stood)) == expected
    (finding,) = contradictions(verdict("met"), standing("behind", period="2020"))
    assert finding.message == (
        "a: one claim calls it met, another behind. Of what day the verdict is, the report does not say."
    )
    # Half-way it may have been behind, and in the end it was met.
    assert severities(verdict("met"), standing("behind", period="2018")) == []
    # One word of one day is told once, and what the figures say of the verdict is told by another rule.
    both = verdict("met"), verdict("not_met"), standing("behind", period="2020")
    assert severities(*both) == [("contradiction", "a")]
    missed = (promised(observations=(at("2020", "60"),)),)
    assert severities(verdict("met"), standing("behind", period="2020"), rows=missed) == []


def test_of_several_contradictions_the_surest_is_told() -> None:
    one, other = in_document("review"), in_document("report")
    claims = verdict("met", source=one), verdict("not_met", source=other), verdict("not_met", source=one)
    assert severities(*claims) == [("contradiction", "a")]


def test_overfulfilled_and_level_exclude_each_other_and_fulfilled_neither() -> None:
    def graded(grade: Any) -> cp.VerdictClaim:
        return verdict("met", grade=grade)

    (finding,) = contradictions(graded("level"), graded("overfulfilled"))
    assert (finding.severity, finding.claimed, finding.computed) == ("contradiction", "met exactly", "overfulfilled")
    for grade in Grade:
        assert severities(graded("fulfilled"), graded(grade)) == []
        assert severities(graded(grade), graded(grade), verdict("met")) == []


def test_two_standings_at_the_end_of_one_period() -> None:
    for one in Standing:
        for other in Standing:
            pair = next((pair for pair in ((one, other), (other, one)) if pair in EXCLUSIVE), None)
            found = severities(standing(one), standing(other))
            assert found == ([(EXCLUSIVE[pair], "a")] if pair else []), (one, other)


def test_the_end_of_the_period_counts_and_not_its_length() -> None:
    assert severities(standing("ahead", period="2018"), standing("behind", period="2018-H2")) == [
        ("contradiction", "a")
    ]
    assert severities(standing("ahead", period="2018"), standing("behind", period="2017")) == []
    assert severities(standing("ahead", period="2018"), standing("behind", period="2018-H1")) == []


def test_two_levels_of_one_scale() -> None:
    (finding,) = contradictions(warning(1), warning(2))
    assert finding.severity == "contradiction"
    assert "warning level 1 (level 1 of 3)" in finding.message
    assert "warning level 2 (level 2 of 3)" in finding.message
    assert severities(warning(1), warning(1)) == []
    assert severities(warning(1), warning(2, period="2019")) == []
    assert severities(warning(1), warning(2, scale=5)) == []
    assert severities(warning(1), standing("behind")) == []


def test_two_words_for_one_rank_are_two_scales() -> None:
    (finding,) = contradictions(warning(1), warning(2), warning(2, "b", word="fair"))
    assert finding.severity == "doubt"
    assert "two scales" in finding.message
    assert severities(warning(1, word="A"), warning(2, word="A")) == [("doubt", "a")]


def test_an_indicator_in_neither_of_two_complete_lists() -> None:
    rows = tuple(promised(id, observations=(at("2020", "80"),)) for id in "abc")
    lists = verdict("met", "a", exhaustive=True), verdict("not_met", "b", exhaustive=True)
    (finding,) = contradictions(*lists, rows=rows)
    assert (finding.severity, finding.subject) == ("contradiction", "c")
    assert finding.claimed == "not met (omitted from the targets met)"
    assert finding.computed == "met (omitted from the shortfalls)"
    assert contradictions(lists[0], evolve(lists[1], exhaustive=False), rows=rows) == []
    assert contradictions(*lists, verdict("not_due", "c"), rows=rows) == []
    assert contradictions(*lists, rows=(*rows[:2], row("c"))) == []


def test_what_is_in_neither_list_may_be_unrated_a_part_or_named_by_another_row() -> None:
    lists = verdict("met", "a", exhaustive=True), verdict("not_met", "b", exhaustive=True)
    reached = {"observations": (at("2020", "80"),)}
    for third, words in (
        (promised("c"), "not have been rated"),
        (promised("c", number="1", **reached), "another row"),
        (promised("c", group="water", **reached), "another row"),
        (promised("c", nature="binding", **reached), "part of the plan"),
        (promised("c", category="water", **reached), "part of the plan"),
    ):
        first = promised("a", number="1", group="water", category=third.category)
        first = evolve(first, nature="expected", category=None)
        rows = (first, promised("b", nature="expected"), evolve(third, nature=third.nature or "expected"))
        (finding,) = contradictions(*lists, rows=rows)
        assert (finding.severity, finding.subject) == ("doubt", "c")
        assert words in finding.message


def test_an_indicator_in_none_of_the_lists_of_all_standings_or_levels_is_a_doubt() -> None:
    words = ("ahead", "on_track", "behind")
    lists = [standing(word, "a", exhaustive=True) for word in ("ahead",)]
    lists += [standing(word, "b", exhaustive=True) for word in words[1:]]
    (finding,) = [one for one in contradictions(*lists, rows=(*map(promised, "abc"),)) if one.subject == "c"]
    assert finding.severity == "doubt"
    levels = [warning(rank, "a", exhaustive=True) for rank in (1, 2, 3)]
    assert ("doubt", "c") in severities(*levels, rows=(*map(promised, "abc"),))
    assert ("doubt", "c") not in severities(*levels[:2], rows=(*map(promised, "abc"),))
    assert ("doubt", "c") not in severities(*lists[:2], rows=(*map(promised, "abc"),))
    assert ("doubt", "c") not in severities(*lists, warning(1, "c"), rows=(*map(promised, "abc"),))
    assert ("doubt", "c") not in severities(*lists, rows=(*map(promised, "ab"), row("c")))


def test_forecasts_and_claims_of_a_later_day_take_no_part() -> None:
    assert severities(verdict("met"), verdict("not_met", is_forecast=True)) == []
    assert severities(standing("ahead", is_forecast=True), standing("behind")) == []
    assert severities(standing("ahead"), standing("behind"), as_of="2017") == []


@given(st.data())
def test_what_is_said_of_each_indicator_once_never_contradicts(data: st.DataObject) -> None:
    rows = [promised(id) for id in "abcd"]
    claims: list[Claim] = []
    for one in rows:
        claims.append(verdict(data.draw(st.sampled_from(cp.Verdict)), one.id))
        claims.append(standing(data.draw(st.sampled_from(Standing)), one.id))
        claims.append(warning(data.draw(st.integers(1, 3)), one.id))
    assert contradictions(*data.draw(st.permutations(claims)), rows=tuple(rows)) == []


@given(st.data())
def test_a_second_word_on_one_indicator_is_found_once_on_it(data: st.DataObject) -> None:
    rows = [promised(id) for id in "abcd"]
    truth = {one.id: data.draw(st.sampled_from(("met", "not_met"))) for one in rows}
    claims: list[Claim] = [verdict(word, id) for id, word in truth.items()]
    liar = data.draw(st.sampled_from("abcd"))
    claims.append(verdict("met" if truth[liar] == "not_met" else "not_met", liar))
    assert severities(*data.draw(st.permutations(claims)), rows=tuple(rows)) == [("contradiction", liar)]
