"""The points of a self-evaluation: what adds up is silent, and what does not is no more than its readings leave."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import audit_evaluation, get, to_json
from civicplan.errors import InvalidTypeError, UnknownIdError
from civicplan.zh.evaluations.evaluation_row import EvaluationRow


def row(
    name: str, weight: str | None, score: str | None, *groups: str, target: str = "≥1", actual: str = "1"
) -> EvaluationRow:
    return EvaluationRow(name=name, target=target, actual=actual, weight=weight, score=score, groups=groups)


def total(weight: str | None, score: str | None, *groups: str) -> EvaluationRow:
    return EvaluationRow(name="sum", weight=weight, score=score, groups=groups, is_total=True)


def found(*rows: EvaluationRow) -> list[tuple[str, str, str]]:
    return [(finding.severity, finding.code, finding.computed) for finding in audit_evaluation(rows)]


def test_what_adds_up_is_silent() -> None:
    assert found(row("a", "40", "40"), row("b", "60", "56.5"), total("100", "96.5")) == []
    assert found(row("a", "40.5", "40.25"), row("b", "59.5", "56.25"), total("100", "96.5")) == []
    assert found(row("a", "50", "50", "x"), total("50", None, "x"), row("b", "50", "40", "y"), total("100", "90")) == []
    assert found(row("a", "33.33", "33.33"), row("b", "66.67", "60.004"), total("100", "93.33")) == []


def test_scores_that_do_not_add_up_although_the_weights_do_are_a_contradiction() -> None:
    for score in ("95.0", "85.0"):
        rows = (row("a", "40", "40.0"), row("b", "60", "50.0"), total("100", score))
        (finding,) = audit_evaluation(rows)
        assert (finding.severity, finding.code, finding.computed) == ("contradiction", "points-do-not-add", "90.0")
        assert finding.message == f"sum: the sum of the scores is printed as {score}, while 2 rows add up to 90.0."


def test_points_that_may_be_printed_elsewhere_leave_a_doubt() -> None:
    rows = (row("a", "40", "40"), row("b", "50", "50"), total("100", "99.5"))
    assert found(*rows) == [("doubt", "points-do-not-add", "90"), ("doubt", "points-do-not-add", "90")]
    (finding,) = audit_evaluation((row("a", "40", "30"), row("b", "50", "50"), total("100", "70")))[1:]
    assert finding.innocent == ("Points may be taken off for something that is printed elsewhere.",)


def test_weights_that_come_to_more_than_their_sum_are_a_contradiction_unless_one_is_printed_twice() -> None:
    assert found(row("a", "50", "50"), row("b", "60", "60"), total("100", "110")) == [
        ("contradiction", "points-do-not-add", "110"),
    ]
    assert found(row("a", "50", "50"), row("a", "50", "50"), row("b", "50", "50"), total("100", "150"))[0][0] == "doubt"


def test_whole_points_may_be_rounded_only_as_an_innocent_reading() -> None:
    (finding,) = audit_evaluation((row("a", "40", "40"), row("b", "60", "58"), total("100", "99")))
    reading = "Points that are printed as whole numbers may be rounded."
    assert (finding.severity, finding.innocent) == ("doubt", (reading,))


def test_weights_may_be_shares_of_their_groups_and_scores_an_average() -> None:
    shares = (row("a", "40", None, "x"), row("b", "60", None, "x"), row("c", "100", None, "y"), total("100", None))
    assert found(*shares) == []
    assert found(row("a", "0.4", "90"), row("b", "0.6", "80"), total("1.0", "84")) == []
    assert {code for _, code, _ in found(row("a", "40", "90"), row("b", "60", "80"))} == {"score-above-weight"}


def test_a_sum_over_words_or_gaps_is_left_alone() -> None:
    assert found(row("a", "40", "full"), row("b", "60", "58"), total("100", "70")) == []
    assert found(row("a", "40", None), row("b", "60", "58"), total("100", "70")) == []
    assert found(total("100", "70")) == []


def test_a_sum_may_leave_out_the_budget_and_what_another_sum_has() -> None:
    budget = row("budget", "10", "9.5")
    rows = (row("a", "50", "50", "x"), row("b", "40", "38", "y"))
    assert found(budget, *rows, total("90", "88")) == []
    assert found(budget, *rows, total("90", "88"), total("100", "97.5")) == []
    assert found(*rows, total("90", "88"), row("c", "10", "4", "z"), total("10", "4")) == []
    assert found(budget, *rows, total("95", None)) == [("doubt", "points-do-not-add", "90")]
    assert found(budget, *rows, total("85", None)) == [("contradiction", "points-do-not-add", "100")]


def test_tables_are_added_up_one_by_one() -> None:
    first = (row("a", "100", "90"), total("100", "90"))
    second = [EvaluationRow(name="b", weight="100", score="80", table=2)]
    second.append(EvaluationRow(name="sum", weight="100", score="80", table=2, is_total=True))
    assert found(*first, *second) == []


def test_a_score_above_its_weight_is_a_doubt() -> None:
    assert found(row("a", "10", "12")) == [("doubt", "score-above-weight", "10")]
    assert found(row("a", "10", "10.0")) == []


def test_a_score_needs_an_actual_unless_it_is_zero() -> None:
    assert found(EvaluationRow(name="a", target="≥3", weight="5", score="5")) == [
        ("doubt", "score-without-actual", "—")
    ]
    assert found(EvaluationRow(name="a", target="≥3", weight="5", score="0")) == []


def test_full_points_for_a_missed_target_are_a_doubt() -> None:
    assert found(row("a", "10", "10", target="≥95", actual="94.9")) == [("doubt", "full-score-though-missed", "94.9")]
    for target, actual, score in (("≥95", "95", "10"), ("≥95", "94", "9"), ("95", "94", "10"), ("约95", "94", "10")):
        assert found(row("a", "10", score, target=target, actual=actual)) == []


def test_full_points_below_a_count_without_a_sign_are_a_doubt_with_both_readings() -> None:
    def counted(target: str, actual: str, unit: str, score: str = "10", name: str = "送戏下乡") -> EvaluationRow:
        return EvaluationRow(name=name, unit=unit, target=target, actual=actual, weight="10", score=score)

    (finding,) = audit_evaluation((counted("100", "86", "场"),))
    assert (finding.severity, finding.code, finding.claimed) == ("doubt", "full-score-though-missed", "10")
    assert finding.message.startswith("送戏下乡: the actual of 86 场 is below the target of 100 场, which has no sign")
    assert finding.innocent == (
        "The rules of the evaluation may give the full points within a margin.",
        "Less may be better here.",
    )
    assert len(audit_evaluation((counted("9", "8.6", "万人次"),))) == 1
    silent = (
        *(counted("100", "100", "场"), counted("100", "112", "场"), counted("100", "86", "场", score="9")),
        *(counted("100", "86", "万元"), counted("100", "98", "%"), counted("30", "25", "天")),
        counted("5", "2", "人", name="安全事故死亡人数"),
        EvaluationRow(name="送戏下乡", target="100", actual="86", weight="10", score="10"),
    )
    assert [str(row) for row in silent if audit_evaluation((row,))] == []


def test_a_rate_is_the_share_of_the_target_that_the_actual_comes_to() -> None:
    def used(rate: str, target: str = "480", actual: str = "400") -> EvaluationRow:
        return EvaluationRow(name="budget", unit="万元", target=target, actual=actual, rate=rate)

    (finding,) = audit_evaluation((used("95%"),))
    assert (finding.severity, finding.code, finding.claimed) == ("doubt", "rate-disagrees", "95 %")
    assert finding.computed == "83.33 %"
    assert finding.message.startswith("budget: the rate is printed as 95 %, while the actual of 400 万元 is 83.33 % of")
    silent = (used("83%"), used("83.3"), used("0.83"), used("完成"), used("95%", "≥480"), used("95%", "0", "0"))
    assert [row.rate for row in silent if audit_evaluation((row,))] == []


def test_a_word_where_a_figure_is_due_is_a_note() -> None:
    assert found(row("a", "10", "10", target="≥95", actual="done")) == [("note", "word-for-figure", "—")]
    assert found(row("a", "10", "10", target="better", actual="95")) == [("note", "word-for-figure", "—")]
    assert found(row("a", "10", "10", target="better", actual="better")) == []


def test_rules_are_left_out_by_their_codes_and_other_things_are_refused() -> None:
    rows = (row("a", "10", "12"), row("b", "10", "12"))
    assert len(audit_evaluation(rows, ignore=("score-above-weight:a",))) == 1
    assert len(audit_evaluation(rows, ignore=("score-above-weight",))) == 0
    with pytest.raises(UnknownIdError):
        audit_evaluation(rows, ignore=("score-above",))
    for other in ("rows", 5, (5,)):
        with pytest.raises(InvalidTypeError, match="read_evaluation"):
            audit_evaluation(other)  # type: ignore[arg-type]


def test_its_rules_are_found_by_their_codes_and_are_none_for_plans() -> None:
    assert get("score-above-weight").innocent[0].startswith("The rules of the evaluation")
    empty = cp.Plan(id="p", title="A plan", period="2025")
    with pytest.raises(UnknownIdError):
        cp.audit(empty, rules=("score-above-weight",))
    with pytest.raises(InvalidTypeError, match="audit_evaluation"):
        cp.audit((row("a", "10", "12"),))  # type: ignore[arg-type]
    assert '"score-above-weight"' in to_json(audit_evaluation((row("a", "10", "12"),)))


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 40)), min_size=1, max_size=8))
def test_true_sums_are_never_found_and_false_ones_always(points: Sequence[tuple[int, int]]) -> None:
    rows = [row(f"r{n}", str(weight), str(min(weight, score))) for n, (weight, score) in enumerate(points)]
    weights, scores = sum(weight for weight, _ in points), sum(min(pair) for pair in points)
    assert found(*rows, total(str(weights), str(scores))) == []
    off = found(*rows, total(str(weights), str(scores + 50)))
    assert [code for _, code, _ in off] == ["points-do-not-add"]
