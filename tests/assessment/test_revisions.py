"""Revisions: which publication counts, which figures agree, and what a restated baseline or a revised target does."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

import civicplan as cp
from civicplan import Caveat, Observation, Reason, Verdict
from civicplan.assessment import Outcome

from ._plans import growth, plan, row, seen


def of_2020(figure: str, published: str | None = None, status: Any = None) -> Observation:
    return Observation(period="2020", figure=figure, published=published, status=status)


def shown(*observations: Observation, as_of: str = "2020", vintage: Any = "latest") -> str:
    """The actual that counts, whichever order the figures stand in, or why there is none."""
    told = set()
    for order in permutations(observations):
        indicator = row(targets=("≥1",), observations=order)
        found = cp.assess(plan(indicator), as_of=as_of, vintage=vintage)["a"].outcomes[0]
        told.add(str(found.actual) if found.reason is None else str(found.reason))
    (only,) = told
    return only


FIRST, REVISED = of_2020("7.4", "2021-03"), of_2020("7.9", "2022-03")
CONFLICT, MISSING = str(Reason.CONFLICTING_OBSERVATIONS), str(Reason.MISSING_OBSERVATION)


def test_as_of_limits_the_periods_of_figures_never_their_publication_dates() -> None:
    assert shown(FIRST, REVISED, as_of="2020") == shown(FIRST, REVISED, as_of="2025") == "7.9"
    later = seen("2021", "9")
    assert shown(later, as_of="2020") == MISSING


def test_the_vintage_selects_the_latest_the_first_or_what_was_published_by_a_date() -> None:
    for vintage, figure in (
        ("latest", "7.9"),
        ("first", "7.4"),
        ("2021", "7.4"),
        ("2021-03", "7.4"),
        ("2022-02-28", "7.4"),
        ("2022-03-31", "7.9"),
        ("2022", "7.9"),
        ("2020", MISSING),
    ):
        assert shown(FIRST, REVISED, vintage=vintage) == figure, vintage


def test_a_provisional_figure_counts_only_where_no_other_is_left() -> None:
    provisional, final = of_2020("7.4", "2021-03", "provisional"), of_2020("7.9", "2022-03", "final")
    for vintage, figure in (("latest", "7.9"), ("first", "7.4"), ("2021", "7.4"), ("2022", "7.9")):
        assert shown(provisional, final, vintage=vintage) == figure, vintage
    assert shown(of_2020("7.4", status="provisional"), of_2020("7.9")) == "7.9"
    assert shown(of_2020("7.9", "2023", "provisional"), FIRST) == "7.4"
    assert shown(of_2020("7.4", status="provisional")) == "7.4"


def test_the_vintage_selects_before_a_provisional_figure_is_put_aside() -> None:
    assert shown(of_2020("7.4", "2021-03", "provisional"), of_2020("7.9", "2022-03"), vintage="2021") == "7.4"


def test_figures_agree_when_the_finer_lies_in_the_interval_of_the_coarser() -> None:
    assert shown(of_2020("7.4"), of_2020("7.45")) == "7.45"
    assert shown(of_2020("7.4"), of_2020("7.44")) == "7.44"
    assert shown(of_2020("7.4"), of_2020("7.46")) == CONFLICT


def test_at_equal_places_figures_agree_only_when_equal() -> None:
    assert shown(of_2020("7.4"), of_2020("7.4")) == "7.4"
    assert shown(of_2020("7.4"), of_2020("7.5")) == CONFLICT


def test_a_sum_agrees_with_a_published_figure_when_they_overlap_in_more_than_a_point() -> None:
    for parts, caveats in (
        (("50.4", "50.0"), ()),
        (("50.4", "50.2"), (Caveat.PARTS,)),
        (("50.6", "50.0"), (Caveat.PARTS,)),
    ):
        target = cp.Threshold(bound="≥90", measure="total", period="2016")
        published = [
            seen("2016", "100", "total"),
            seen("2016-H1", parts[0], "total"),
            seen("2016-H2", parts[1], "total"),
        ]
        found = cp.assess(plan(row(targets=(target,), observations=published)), as_of="2016")["a"]
        assert found.caveats == caveats, parts


def test_published_dates_order_the_figures_that_contradict_each_other() -> None:
    assert shown(FIRST, REVISED) == "7.9"
    assert shown(FIRST, REVISED, of_2020("7.88", "2021-09")) == "7.88"
    assert shown(FIRST, of_2020("7.9", "2021-03")) == CONFLICT
    assert shown(of_2020("7.4", "2021-03-01"), of_2020("7.9", "2021-03-15")) == "7.9"


def test_two_figures_of_one_day_of_which_a_later_one_contradicts_one_are_no_conflict() -> None:
    latest = of_2020("3.4", "2018-05")
    for superseded in ("2", "31"):
        assert shown(latest, of_2020("3", "2017-03"), of_2020(superseded, "2017-03")) == "3.4", superseded


def test_undated_figures_that_contradict_stay_conflicting() -> None:
    assert shown(FIRST, of_2020("7.9")) == CONFLICT
    assert shown(of_2020("7.4"), of_2020("7.9")) == CONFLICT
    assert shown(FIRST, REVISED, of_2020("7.9")) == "7.9"


def revised(as_of: str) -> tuple[cp.assessment.IndicatorAssessment, list[Outcome]]:
    targets = (cp.Threshold(bound="≥90"), cp.Threshold(bound="≥80", published="2018-06"))
    indicator = row(baseline=("2015", "60"), targets=targets, observations={"2017": "70", "2020": "85.0"})
    found = cp.assess(plan(indicator), as_of=as_of)["a"]
    return found, list(found.outcomes)


def test_a_revised_target_is_in_force_from_its_day() -> None:
    for as_of, bound in (("2017", "≥90"), ("2018-05", "≥90"), ("2018-06", "≥80"), ("2020", "≥80")):
        found, _ = revised(as_of)
        assert [str(outcome.bound) for outcome in found.in_force] == [bound], as_of
        assert isinstance(found.target, Outcome)
        assert str(found.target.bound) == bound, as_of


def test_outcomes_against_the_first_and_the_latest_target_are_both_shown() -> None:
    found, (first, latest) = revised("2020")
    assert (first.verdict, first.is_valid, first.is_in_force) == (Verdict.NOT_MET, False, False)
    assert (latest.verdict, latest.is_valid, latest.is_in_force) == (Verdict.MET, True, True)
    assert found.verdict is Verdict.MET
    first_told, latest_told = found.explain().splitlines()
    assert "one published later has taken its place" in first_told
    assert "one published later has taken its place" not in latest_told


def restated(
    target: cp.Threshold, *restated: Observation, baseline: Any = ("2015", "100.0"), level: str = "150.0"
) -> Outcome:
    indicator = row(
        baseline=baseline,
        prices="constant",
        targets=(target,),
        observations=[*restated, seen("2020", level)],
    )
    return cp.assess(plan(indicator), as_of="2020")["a"].outcomes[0]


@pytest.mark.parametrize("published", [None, "2019"])
@pytest.mark.parametrize("own", [None, "2016"])
def test_a_restated_figure_for_the_baseline_s_year_does_not_undo_progress(
    published: str | None, own: str | None
) -> None:
    """Were 140 the basis, as published since, 150 would be a quarter of the way to 180."""
    baseline = Observation(period="2015", figure="100.0", published=own)
    again = Observation(period="2015", figure="140.0", published=published)
    found = restated(cp.Threshold(bound="≥180"), again, baseline=baseline)
    assert found.progress == cp.progress(baseline=100, actual=150, target=180)


@pytest.mark.parametrize("measure", ["growth", "reduction", "change"])
@pytest.mark.parametrize("published", [None, "2019"])
def test_where_the_restated_one_would_turn_a_derived_verdict_that_is_not_assessable(
    measure: Any, published: str | None
) -> None:
    bound = {"growth": "≥5", "reduction": "≤-30", "change": "≥40"}[measure]
    target = cp.Threshold(bound=bound, measure=measure)
    baseline = Observation(period="2015", figure="100.0", published="2016")
    turning = Observation(period="2015", figure="140.0", published=published)
    found = restated(target, turning, baseline=baseline)
    assert (found.verdict, found.reason) == (Verdict.NOT_ASSESSABLE, Reason.BASELINE_RESTATED)
    harmless = Observation(period="2015", figure="101.0", published=published)
    found = restated(target, harmless, baseline=baseline)
    assert (found.verdict, found.decisive) == (Verdict.MET, True)


def test_of_several_restated_figures_none_may_turn_the_verdict() -> None:
    found = restated(growth("≥5")[0], seen("2015", "101.0"), seen("2015", "140.0"))
    assert found.reason is Reason.BASELINE_RESTATED
    found = restated(growth("≥5")[0], seen("2015", "101.0"), seen("2015", "102.0"))
    assert (found.verdict, found.decisive) == (Verdict.MET, True)


def test_where_digits_may_make_the_restated_one_turn_the_verdict_they_are_a_caveat() -> None:
    """From 117.5, printed so that 117.53 is allowed, 150 is a growth of 5.00 % or a little less."""
    target = cp.Threshold(bound="≥5", measure="growth")
    found = restated(target, seen("2015", "117.5"))
    assert (found.verdict, found.caveats) == (Verdict.MET, (Caveat.DIGITS,))


def test_a_baseline_published_later_than_the_figure_that_contradicts_it_is_not_restated() -> None:
    baseline = Observation(period="2015", figure="100.0", published="2017")
    older = Observation(period="2015", figure="140.0", published="2016")
    found = restated(growth("≥5")[0], older, baseline=baseline)
    assert (found.verdict, found.decisive) == (Verdict.MET, True)


def test_a_baseline_in_another_measure_is_not_restated() -> None:
    indicator = row(baseline=seen("2015", "7.0", "growth"), observations=[seen("2015", "9.0", "growth")])
    assert cp.assess(plan(indicator), as_of="2020")["a"].evidence.restated_baselines == ()


@pytest.mark.parametrize("again", ["0", "≥140"])
def test_a_restated_figure_from_which_nothing_can_be_computed_leaves_the_verdict_open(again: str) -> None:
    found = restated(growth("≥5")[0], seen("2015", again))
    assert (found.verdict, found.decisive) == (Verdict.MET, False)


def test_a_target_that_was_not_yet_published_is_told_as_such() -> None:
    found, (_, latest) = revised("2017")
    assert (latest.is_published, latest.is_valid) == (False, False)
    assert "This target was published only in 2018-06, and does not count before." in found.explain()


def test_another_vintage_is_refused_with_what_to_write() -> None:
    for vintage in ("newest", "2021-13"):
        with pytest.raises(cp.InvalidInputError) as refused:
            cp.assess(plan(row()), as_of="2020", vintage=vintage)
        assert (refused.value.place, refused.value.expected) == (
            "vintage",
            'latest, first or a day such as "2021-03-01"',
        )
