"""Stated standings against the standings of the figures, and all that may explain a difference."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import Finding, audit
from civicplan.measure.schedule import Path
from civicplan.model import Standing
from civicplan.render.findings import OTHER_TARGETS, REVISED

from ._plans import at, growth, level, plan, row

_RULES = ("standing-disagrees", "not-achieved-early")


def on_the_way(figure: str = "130", **fields: Any) -> cp.Indicator:
    """From 100 in 2015 to 200 in 2020; by 2018 it should be 160 by equal steps, 151.57 by equal rates."""
    return row(
        "a",
        direction="higher",
        baseline=at("2015", "100"),
        targets=fields.pop("targets", (level("≥200"),)),
        observations=fields.pop("observations", (at("2018", figure),)),
        **fields,
    )


def revised(first: str, last: str) -> tuple[cp.Observation, ...]:
    """The figure of 2018 as first published, and as revised a year later."""
    return (
        cp.Observation(period="2018", figure=first, published="2019-03"),
        cp.Observation(period="2018", figure=last, published="2020-03"),
    )


def called(word: Any, indicator: cp.Indicator, period: str = "2018", **fields: Any) -> list[Finding]:
    claim = cp.StandingClaim(subjects=("a",), standing=word, period=period, **fields)
    return list(audit(plan(indicator, claims=(claim,)), rules=_RULES))


def only(word: Any, indicator: cp.Indicator, **fields: Any) -> Finding:
    (finding,) = called(word, indicator, **fields)
    return finding


def test_ahead_of_what_is_behind_on_both_paths_is_a_doubt_since_a_report_may_follow_a_schedule_of_its_own() -> None:
    finding = only("ahead", on_the_way("130"))
    assert (finding.code, finding.severity, finding.subject) == ("standing-disagrees", "doubt", "a")
    assert finding.innocent == ("The report may follow a schedule of its own.",)
    assert (finding.claimed, finding.computed) == ("ahead", "behind: 130 against ≥200")
    assert finding.message.startswith(
        "a: for 2018 it is called ahead, while 130 is 30.0 % of the way to ≥200, and 60.0 %"
    )


def test_no_schedule_makes_what_is_there_behind_or_what_has_not_begun_ahead() -> None:
    assert only("behind", on_the_way("180")).severity == "doubt"
    assert only("ahead", on_the_way("101")).severity == "doubt"
    assert only("ahead", on_the_way("100.0")).severity == "doubt"  # 100.04 would be a beginning
    assert only("behind", on_the_way("205")).severity == "contradiction"
    assert only("ahead", on_the_way("90")).severity == "contradiction"


def test_between_the_two_paths_both_words_may_be_right() -> None:
    assert only("ahead", on_the_way("155")).severity == "doubt"
    assert "same rate" in only("ahead", on_the_way("155")).message
    # The plan promises a rate beside the level, so that its own path is the one of equal rates.
    finding = only("behind", on_the_way("155", targets=(level("≥200"), growth("≥14"))))
    assert finding.severity == "doubt"


def test_the_truthful_words_are_not_reported() -> None:
    for figure, words in (
        ("205", ("achieved_early", "ahead", "on_track")),
        ("180", ("ahead", "on_track")),
        ("160", ("ahead", "on_track", "behind")),
        ("130", ("behind", "reversing")),
        ("90", ("behind", "reversing")),
    ):
        for word in words:
            assert called(word, on_the_way(figure)) == [], (figure, word)


def test_how_close_is_still_on_track_is_not_said() -> None:
    for figure in ("130", "90"):
        finding = only("on_track", on_the_way(figure))
        assert finding.severity == "doubt"
        assert "How close" in finding.message


def test_reversing_may_speak_of_the_last_year() -> None:
    finding = only("reversing", on_the_way("180"))
    assert finding.severity == "doubt"
    assert "last year alone" in finding.message


def test_unprinted_digits_leave_every_word() -> None:
    for word in Standing:
        if word is not Standing.ACHIEVED_EARLY:
            assert called(word, on_the_way("160.0")) == []


def test_a_figure_of_the_very_day_is_needed() -> None:
    for observations in ((at("2017", "110"),), (at("2019", "110"),), ()):
        indicator = on_the_way(observations=observations)
        for word in Standing:
            assert called(word, indicator) == []
    assert called("ahead", on_the_way("130"), is_forecast=True) == []


def test_other_targets_revisions_and_a_restated_baseline_leave_a_doubt() -> None:
    for indicator, words in (
        (on_the_way("130", targets=(level("≥200"), cp.Qualitative(text="more"))), "another of its targets"),
        (on_the_way(observations=revised("180", "130")), "before a revision"),
        (on_the_way(observations=(at("2018", "130"), at("2015", "90"))), "restated"),
    ):
        finding = only("ahead", indicator)
        assert finding.severity == "doubt", words
        assert words in finding.message


def test_another_target_may_be_meant_by_the_figures_before_a_revision() -> None:
    # By 2018 the first target asks for 175, the second for 160.
    targets = (level("≥200", "2019"), level("≥200", "2020"))
    finding = only("ahead", on_the_way(observations=revised("170", "90"), targets=targets))
    assert (finding.severity, finding.innocent) == ("doubt", (OTHER_TARGETS, REVISED))
    finding = only("ahead", on_the_way(observations=revised("95", "90"), targets=targets))
    assert finding.severity == "contradiction"


def test_a_schedule_of_its_own_may_go_with_the_figures_before_a_revision_or_with_another_target() -> None:
    # 155 is ahead of equal rates and behind equal steps, 110 behind both.
    for before in ("155", "110"):
        finding = only("ahead", on_the_way(observations=revised(before, "90")))
        assert (finding.severity, finding.innocent) == ("doubt", (REVISED,))
    targets = (level("≥200"), cp.Threshold(bound="≥1000", measure="total"))
    total = on_the_way(observations=(at("2018", "90"), at("2016/2018", "300", "total")), targets=targets)
    assert only("ahead", total).innocent == (OTHER_TARGETS,)


def test_achieved_early_may_be_said_of_another_target_by_the_figures_before_a_revision_or_of_another_day() -> None:
    targets = (level("≥160", "2019"), level("≥120", "2020"))
    finding = only("achieved_early", on_the_way(observations=revised("130", "110"), targets=targets))
    assert (finding.severity, finding.innocent) == ("doubt", (OTHER_TARGETS, REVISED))
    finding = only("achieved_early", on_the_way(observations=(at("2017", "130"), at("2018", "110")), targets=targets))
    assert (finding.severity, finding.innocent) == ("doubt", (OTHER_TARGETS,))
    finding = only("achieved_early", on_the_way(observations=revised("119", "110"), targets=targets))
    assert finding.severity == "contradiction"


def test_within_a_year_progress_need_not_be_even() -> None:
    total = row(
        "a",
        targets=(cp.Threshold(bound="≥100", measure="total"),),
        observations=(at("2016-01/2018-06", "20", "total"),),
    )
    finding = only("ahead", total, period="2018-H1")
    assert finding.severity == "doubt"
    assert "Within a year" in finding.message


def test_a_total_below_a_limit_is_not_compared() -> None:
    limit = row(
        "a", targets=(cp.Threshold(bound="≤100", measure="total"),), observations=(at("2016/2018", "20", "total"),)
    )
    for word in Standing:
        assert called(word, limit) == []


def test_a_reduction_may_be_scheduled_by_equal_steps() -> None:
    def reduced(figure: str) -> cp.Indicator:
        """Of 10 % in five years, 6 % are due after three by equal steps, and 6.13 % by equal rates."""
        target = cp.Threshold(bound="≥10", measure="reduction")
        return row("a", targets=(target,), observations=(at("2016/2018", figure, "reduction"),))

    assert only("ahead", reduced("6.05")).severity == "doubt"
    assert only("ahead", reduced("-0.50")).severity == "contradiction"
    assert only("behind", reduced("10.50")).severity == "contradiction"
    for word, figure in (("ahead", "5.50"), ("behind", "7.00")):
        assert only(word, reduced(figure)).innocent == ("The report may follow a schedule of its own.",)


def test_a_rate_of_levels_may_be_in_current_prices() -> None:
    def grown(unit: str) -> cp.Indicator:
        return row(
            "a", unit=unit, baseline=at("2015", "100"), targets=(growth("≥9"),), observations=(at("2018", "105"),)
        )

    assert only("ahead", grown("亿元")).severity == "doubt"
    assert "prices" not in only("ahead", grown("吨")).message
    assert called("achieved_early", grown("吨")) == []


def test_achieved_early_of_a_level_that_is_not_there() -> None:
    finding = only("achieved_early", on_the_way("199"))
    assert (finding.code, finding.severity) == ("not-achieved-early", "contradiction")
    assert (finding.claimed, finding.computed) == ("achieved early", "ahead: 199 against ≥200")
    assert finding.message == "a: for 2018 it is called achieved early, while 199 does not meet the target ≥200."
    # The first figure could be rounded up to the target.
    assert called("achieved_early", on_the_way("200")) == []
    assert called("achieved_early", on_the_way("≈199")) == []


def test_achieved_early_is_judged_at_the_end_as_well() -> None:
    late = on_the_way(observations=(at("2020", "150"),))
    assert only("achieved_early", late, period="2020").severity == "contradiction"
    assert called("achieved_early", on_the_way(observations=(at("2020", "250"),)), "2020") == []


def test_what_was_there_before_may_have_fallen_back() -> None:
    finding = only("achieved_early", on_the_way(observations=(at("2017", "201"), at("2018", "190"))))
    assert finding.severity == "doubt"
    assert "2017" in finding.message


def test_what_was_there_before_by_the_figures_before_a_revision_may_have_fallen_back() -> None:
    first = cp.Observation(period="2017", figure="201", published="2018-03")
    last = cp.Observation(period="2017", figure="185", published="2019-03")
    finding = only("achieved_early", on_the_way(observations=(first, last, at("2018", "190"))))
    assert (finding.severity, finding.innocent) == ("doubt", (REVISED,))


def test_achieved_early_may_be_said_of_another_target_or_edition() -> None:
    targets = (level("≥180"), cp.Threshold(bound="≥200", published="2017"))
    for indicator in (
        on_the_way("190", targets=(level("≥200"), cp.Delegated(authority="province"))),
        on_the_way("190", targets=targets),
        on_the_way(observations=revised("201", "190")),
    ):
        assert only("achieved_early", indicator).severity == "doubt"


def test_one_word_for_one_day_is_told_once() -> None:
    claims = tuple(
        cp.StandingClaim(subjects=("a",), standing="ahead", period="2018", notes=note) for note in ("one", "two")
    )
    (finding,) = audit(plan(on_the_way("130"), claims=claims), rules=_RULES)
    assert finding.note == "one"


@given(st.integers(60, 260), st.sampled_from(("≥200", "≥120", "≤80", "≤99")))
def test_the_word_of_an_assessment_is_never_contradicted(reached: int, bound: str) -> None:
    indicator = evolve(on_the_way(str(reached), targets=(level(bound),)), direction=None)
    paths: tuple[Path, ...] = ("linear", "geometric")
    for path in paths:
        standing = cp.assess(plan(indicator), as_of="2018", path=path)["a"].standing
        if isinstance(standing, Standing):
            findings = called(standing, indicator)
            assert not [finding for finding in findings if finding.severity == "contradiction"]


@given(st.decimals(101, 199, places=1))
def test_a_false_word_is_found_once(reached: Decimal) -> None:
    indicator = on_the_way(str(reached))
    for word, is_false in (
        ("behind", reached > 161),
        ("ahead", reached < 151),
        ("achieved_early", reached < 200),
    ):
        severity = "contradiction" if word == "achieved_early" else "doubt"
        assert [str(finding.severity) for finding in called(word, indicator)] == [severity] or not is_false


def test_what_has_gone_beyond_a_range_may_be_called_ahead() -> None:
    without: dict[str, Any] = {"baseline": at("2015", "100"), "targets": (level("198..202"),)}
    beyond = row("a", observations=(at("2018", "300"),), **without)
    assert only("ahead", beyond).severity == "doubt"
    assert "gone through a range" in only("ahead", beyond).message
    short = row("a", observations=(at("2018", "110"),), **without)
    assert "gone through a range" not in only("ahead", short).message


def test_a_change_may_be_meant_to_move_by_equal_rates() -> None:
    # From 100 up by 100: by 2018 60 by equal steps, 51.57 by equal rates; down by 50: 30 and 34.02.
    for bound, word, change, may_be_right in (
        ("≥100", "ahead", "55", True),
        ("≥100", "ahead", "45", False),
        ("≤-50", "behind", "-32", True),
        ("≤-50", "behind", "-36", False),
        ("≤-50", "ahead", "-28", False),
    ):
        goal = cp.Threshold(bound=bound, measure="change")
        moved = row(
            "a", baseline=at("2015", "100.0"), targets=(goal,), observations=(at("2016/2018", change, "change"),)
        )
        assert ("same rate" in only(word, moved).message) == may_be_right, (word, change)


def test_another_target_may_be_meant_and_move_by_equal_steps() -> None:
    targets = growth("<-5.0"), cp.Threshold(bound=">18.8", measure="reduction")
    both = row("a", baseline=at("2015", "152.1"), targets=targets, observations=(at("2016", "146.0"),))
    # The fall of 4.0 % is more than a fifth of 18.8 %, and less than one year of it at an equal rate.
    assert only("ahead", both, period="2016").severity == "doubt"


def test_of_a_change_from_a_start_that_is_not_printed_the_path_is_open() -> None:
    goal = cp.Threshold(bound="≥100", measure="change")
    assert only("ahead", row("a", targets=(goal,), observations=(at("2016/2018", "55", "change"),))).severity == "doubt"


def met(indicator: cp.Indicator, day: str = "2018", **fields: Any) -> list[Finding]:
    claim = cp.VerdictClaim(subjects=("a",), verdict="met", **fields)
    return list(audit(plan(indicator, claims=(claim,)), rules=("not-achieved-early",), as_of=day))


def test_what_is_called_met_before_it_is_due_and_is_not_there_is_a_doubt_since_no_verdict_says_of_what_day_it_is() -> (
    None
):
    (finding,) = met(on_the_way("140"))
    assert (finding.code, finding.severity, finding.subject) == ("not-achieved-early", "doubt", "a")
    assert (finding.claimed, finding.computed) == ("met", "behind: 140 against ≥200")
    assert finding.message == (
        "a: for 2018 it is called met, while 140 does not meet the target ≥200. "
        "Of what day the verdict is, the report does not say."
    )


def test_a_verdict_of_what_is_not_due_may_be_right_where_the_level_is_there_on_that_or_a_later_day() -> None:
    rising = on_the_way(observations=(at("2018", "140"), at("2020", "201")))
    for indicator in (on_the_way("200"), on_the_way("≈140"), on_the_way(observations=(at("2017", "140"),)), rising):
        assert met(indicator) == []
    assert met(on_the_way("140"), is_forecast=True) == []
    assert met(on_the_way("140", targets=(level("≥130", "2018"), level("≥200")))) == []  # one was due, and is met


def test_what_a_list_implies_of_a_target_that_is_not_due_is_no_statement() -> None:
    shortfalls = cp.VerdictClaim(subjects=("b",), verdict="not_met", exhaustive=True)
    account = plan(on_the_way("140"), row("b"), claims=(shortfalls,))
    assert list(audit(account, rules=("not-achieved-early",), as_of="2018")) == []
