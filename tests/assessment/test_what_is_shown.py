"""What stands in the table of an assessment depends on what the plan has, and signs are explained where they stand."""

from __future__ import annotations

from typing import Any

import civicplan as cp

from ._plans import row, seen

DERIVED, ROUNDED, TOTALS = "derived from published figures", "depends on rounding", "over the whole period"
TASK = cp.Task(id="t", title="books to villages", reports=(cp.ProgressReport(period="2020", percent="55"),))


def shown(*indicators: cp.Indicator, tasks: tuple[cp.Task, ...] = ()) -> tuple[str, str]:
    """The assessment as text and as HTML, the style of the page left out."""
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=indicators, tasks=tasks)
    assessed = cp.assess(plan, as_of="2020")
    return str(assessed), assessed._repr_html_().partition("</style>")[2]


def level(bound: str, figure: str, **fields: Any) -> cp.Indicator:
    return row(targets=(cp.Threshold(bound=bound),), observations=(seen("2020", figure),), **fields)


def test_indicators_are_shown_beside_tasks_and_neither_without_any() -> None:
    for text in shown(level("≥75", "80"), tasks=(TASK,)):
        assert "≥75" in text
        assert "books to villages" in text
        assert text.index("≥75") < text.index("books to villages")
    for text in shown(level("≥75", "80")):
        assert "indicator" in text
        assert "task" not in text
    for text in shown(tasks=(TASK,)):
        assert "task" in text
        assert "indicator" not in text
    for text in shown():
        assert "indicator" in text


def test_a_derived_figure_is_marked_and_the_mark_is_explained() -> None:
    target = cp.Threshold(bound="≥5", measure="growth")
    derived = row(baseline=seen("2015", "100"), targets=(target,), observations=(seen("2020", "161.051"),))
    published = row(targets=(target,), observations=(seen("2016/2020", "10.00", "growth"),))
    for text in shown(derived):
        assert "*" in text
        assert DERIVED in text
    for text in shown(published):
        assert "*" not in text
        assert DERIVED not in text


def test_a_verdict_that_depends_on_rounding_is_marked_and_the_mark_is_explained() -> None:
    text, page = shown(level("≥75", "75"))
    assert "met (digits)" in text
    assert "met<sup>1</sup></span>" in page
    assert all(cp.Caveat.DIGITS.sentence in either for either in (text, page))
    for text in shown(level("≥75", "80")):
        assert "digits" not in text


def test_brackets_are_explained_where_there_are_any() -> None:
    for text in shown(row(targets=(cp.Threshold(bound="≥75", measure="total"),))):
        assert "[≥75]" in text
        assert TOTALS in text
    for text in shown(level("≥75", "80")):
        assert "[" not in text
        assert TOTALS not in text


def test_a_verdict_on_a_task_that_something_could_overturn_is_marked_and_the_mark_is_explained() -> None:
    for figure, is_marked in (("4", True), ("5", False)):
        delivered = cp.Delivered(subject="books", figure=figure)
        task = cp.Task(
            id="t",
            title="books to villages",
            deliverables=(cp.Deliverable(subject="books", planned="≥4"),),
            reports=(cp.ProgressReport(period="2016/2020", delivered=(delivered,)),),
        )
        text, page = shown(tasks=(task,))
        assert ("met (digits)" in text) is is_marked
        assert ("(digits): digits that were not printed could turn the verdict" in text) is is_marked
        assert ("met<sup>1</sup></span>" in page) is is_marked
        assert ("<sup>1</sup> digits: digits that were not printed could turn the verdict" in page) is is_marked


def test_the_short_form_of_an_assessment_counts_verdicts() -> None:
    def short(*indicators: cp.Indicator, tasks: tuple[cp.Task, ...] = ()) -> str:
        plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=indicators, tasks=tasks)
        return repr(cp.assess(plan, as_of="2020"))

    assert short() == "<assessment of p as of 2020: 0 indicators>"
    assert short(level("≥75", "80")) == "<assessment of p as of 2020: 1 met>"
    assert short(tasks=(TASK,)) == "<assessment of p as of 2020: tasks: 1 not met, 1 overdue>"
    both = "1 not met; tasks: 1 not met, 1 overdue"
    assert short(level("≥75", "70"), tasks=(TASK,)) == f"<assessment of p as of 2020: {both}>"


def test_a_milestone_that_is_past_its_day_is_named_in_the_table() -> None:
    late, done = cp.Milestone(title="opening", due="2018"), cp.Milestone(title="planning", due="2016", done="2016")
    for text in shown(tasks=(cp.Task(id="t", title="books to villages", milestones=(late, done)),)):
        assert "opening" in text
        assert "planning" not in text
    text, _ = shown(tasks=(cp.Task(id="t", title="books to villages", milestones=(done,)),))
    assert text.endswith("—")


def test_the_short_form_of_one_row_has_the_standing_of_what_is_not_due() -> None:
    rising = row(
        "loss", baseline=seen("2015", "50"), targets=(cp.Threshold(bound="≥75"),), observations=(seen("2018", "51"),)
    )
    task = cp.Task(id="t", title="books", reports=(cp.ProgressReport(period="2018", percent="10"),))
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(rising,), tasks=(task,))
    early, late = cp.assess(plan, as_of="2018"), cp.assess(plan, as_of="2020")
    assert repr(early["loss"]) == "<assessment of loss: not due (behind)>"
    assert repr(early.task("t")) == "<assessment of t: not due (behind)>"
    assert repr(late["loss"]) == "<assessment of loss: not assessable>"
    assert repr(late.task("t")) == "<assessment of t: not assessable, unreported>"


def test_one_assessment_shows_its_verdict_its_notes_and_its_sentences() -> None:
    plan = cp.Plan(
        id="p", title="A plan", period="2016/2020", indicators=(level("≥75", "75", id="<b>"),), tasks=(TASK,)
    )
    assessed = cp.assess(plan, as_of="2020")
    page = assessed[plan.indicators[0].id]._repr_html_()
    assert "met<sup>1</sup></span>" in page
    assert f"<sup>1</sup> digits: {cp.Caveat.DIGITS.sentence}" in page
    assert "The actual is 75 for 2020." in page
    assert "<caption>&lt;b&gt;</caption>" in page
    task = assessed.task("t")
    page = task._repr_html_()
    assert "<caption>books to villages</caption>" in page
    assert f"</span>{task.headline}</span>" in page
    assert "55.0\N{NO-BREAK SPACE}%" in page


def test_a_task_under_way_shows_its_standing() -> None:
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", tasks=(TASK,))
    assert "<td>standing</td>" not in cp.assess(plan, as_of="2020").task("t")._repr_html_()
    report = cp.ProgressReport(period="2018", percent="55")
    task = cp.assess(plan.with_report("t", report), as_of="2018").task("t")
    assert "<td>standing</td>" in task._repr_html_()
    assert "behind</span>" in task._repr_html_()
