"""A plan that contradicts itself is refused with every fault, each at its place."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Claim, Target

MOST_LEVELS = 20


def indicator(id: str, *targets: Target, **fields: Any) -> cp.Indicator:
    return cp.Indicator(id=id, name=id, targets=targets, **fields)


def relative(reference: str, **fields: Any) -> cp.Relative:
    return cp.Relative(reference=reference, relation="above", **fields)


def faults(**parts: Any) -> dict[str, str]:
    """Every fault of a plan with these parts, by its path."""
    try:
        cp.Plan(**{"id": "plan", "title": "A plan", "period": "2016/2020"} | parts)
    except cp.InvalidPlanError as error:
        paths = [fault.path for fault in error.faults]
        assert len(paths) == len(set(paths)), f"one place is named twice: {paths}"
        return {fault.path: fault.message for fault in error.faults}
    return {}


GDP = indicator("gdp")
BOOKS = cp.Task(id="books", title="books to villages")
GREEN = cp.Goal(id="green", title="green transition")


def test_a_goal_names_indicators_and_tasks_of_the_plan() -> None:
    goal = cp.Goal(id="green", title="g", indicators=("gdp", "gpd", "books"), tasks=("books", "boks", "gdp"))
    assert faults(indicators=(GDP,), tasks=(BOOKS,), goals=(goal,)) == {
        "$.goals[0].indicators[1]": "no indicator has the id 'gpd'",
        "$.goals[0].indicators[2]": "no indicator has the id 'books'",
        "$.goals[0].tasks[1]": "no task has the id 'boks'",
        "$.goals[0].tasks[2]": "no task has the id 'gdp'",
    }


def test_a_box_names_indicators_of_the_plan() -> None:
    boxes = (cp.Box(number="1", title="b", indicators=("gdp",)), cp.Box(number="2", title="b", indicators=("green",)))
    assert faults(indicators=(GDP,), goals=(GREEN,), boxes=boxes) == {
        "$.boxes[1].indicators[0]": "no indicator has the id 'green'"
    }


def test_a_claim_names_parts_of_the_right_kind() -> None:
    claims: tuple[Claim, ...] = (
        cp.VerdictClaim(subjects=("gdp", "books"), verdict="met"),
        cp.GrowthClaim(subject="green", figure="7", period="2016"),
        cp.StatusClaim(subject="gdp", status="ahead", period="2016"),
        cp.BreakdownClaim(subject="none", members=("gdp", "plan"), figures=("1",), period="2016"),
        cp.ShareClaim(subject="none", part="1", whole="2", percent="50"),
        cp.CountClaim(count=1),
        cp.StandingClaim(subjects=("books", "gdp"), standing="ahead", period="2016"),
        cp.GapClaim(subject="gdp", to="indicator", reference="green", figure="1", side="short", period="2016"),
        cp.GapClaim(subject="books", figure="1", side="short", period="2016"),
        cp.CountClaim(count=2, members=("gdp", "books")),
        cp.CountClaim(count=2, counted="tasks", members=("gdp", "books")),
    )
    assert faults(indicators=(GDP,), goals=(GREEN,), tasks=(BOOKS,), claims=claims) == {
        "$.claims[0].subjects[1]": "no indicator has the id 'books'",
        "$.claims[1].subject": "no indicator has the id 'green'",
        "$.claims[2].subject": "no task has the id 'gdp'",
        "$.claims[3].subject": "no part has the id 'none'",
        "$.claims[3].members[1]": "no indicator has the id 'plan'",
        "$.claims[4].subject": "no part has the id 'none'",
        "$.claims[6].subjects[0]": "no indicator has the id 'books'",
        "$.claims[7].reference": "no indicator has the id 'green'",
        "$.claims[8].subject": "no indicator has the id 'books'",
        "$.claims[9].members[1]": "no indicator has the id 'books'",
        "$.claims[10].members[0]": "no task has the id 'gdp'",
    }


def test_a_breakdown_or_a_share_may_be_of_an_indicator_a_goal_a_task_or_the_plan() -> None:
    for subject in ("gdp", "green", "books", "plan"):
        claims = (
            cp.BreakdownClaim(subject=subject, figures=("1", "2")),
            cp.ShareClaim(subject=subject, part="1", whole="2", percent="50"),
        )
        assert not faults(indicators=(GDP,), goals=(GREEN,), tasks=(BOOKS,), claims=claims), subject


def test_what_is_delivered_is_planned_once_in_a_task() -> None:
    def promised(subject: Any, planned: str) -> cp.Deliverable:
        return cp.Deliverable(subject=subject, planned=planned)

    amounts = (promised("books", "≥1"), promised("shelves", "≥1"), promised("books", "≥2"))
    twice = cp.Task(id="twice", title="t", deliverables=amounts)
    once = cp.Task(id="once", title="t", deliverables=(promised("books", "≥1"),))
    # What tells amounts apart is the first words of their subject, as those of reports do.
    named = cp.Task(
        id="named", title="t", deliverables=(promised({"zh": "书", "en": "books"}, "≥1"), promised("书", "≥1"))
    )
    assert faults(tasks=(once, twice, named)) == {
        "$.tasks[1].deliverables": "'books' is planned 2 times; give one amount",
        "$.tasks[2].deliverables": "'书' is planned 2 times; give one amount",
    }


def outline(levels: int) -> tuple[cp.Section, ...]:
    sections: tuple[cp.Section, ...] = ()
    for _ in range(levels):
        sections = (cp.Section(level="item", title="beside"), cp.Section(level="part", title="a", sections=sections))
    return sections


def test_an_outline_is_at_most_so_deep() -> None:
    for levels in (0, 1, MOST_LEVELS // 2, MOST_LEVELS - 1, MOST_LEVELS):
        assert not faults(sections=outline(levels)), levels
    for levels in (MOST_LEVELS + 1, 10 * MOST_LEVELS):
        assert list(faults(sections=outline(levels))) == ["$.sections"], levels


def test_an_id_is_borne_once_whatever_bears_it() -> None:
    found = faults(
        indicators=(GDP, indicator("green"), GDP),
        goals=(GREEN, cp.Goal(id="books", title="g")),
        tasks=(BOOKS, cp.Task(id="other", title="t"), cp.Task(id="gdp", title="t")),
    )
    assert {path: message.partition(";")[0] for path, message in found.items()} == {
        "$.indicators[2].id": "'gdp' is used already by $.indicators[0].id",
        "$.goals[0].id": "'green' is used already by $.indicators[1].id",
        "$.tasks[0].id": "'books' is used already by $.goals[1].id",
        "$.tasks[2].id": "'gdp' is used already by $.indicators[0].id",
    }


def test_the_plan_itself_may_bear_the_id_of_a_part() -> None:
    assert not faults(id="gdp", indicators=(GDP,))


def test_a_target_is_due_within_the_plan() -> None:
    outside = ("2006/2015", "2015", "2015-12-31", "2016/2021", "2020/2021", "2021")
    # A base year before the plan is legal: what counts is when the target is due.
    within = ("2006/2020", "2015/2016", "2016", "2016-H1", "2016-01-01", "2016/2020", "2020-12-31", None)
    makers: tuple[Callable[[str | None], Target], ...] = (
        lambda period: cp.Threshold(bound="≥1", period=period),
        lambda period: cp.Threshold(bound="≥1", measure="reduction", period=period),
        lambda period: relative("gdp", period=period),
        lambda period: cp.Qualitative(text="more", period=period),
    )
    for make in makers:
        found = faults(indicators=(GDP, indicator("a", *map(make, outside), *map(make, within))))
        assert found == {
            f"$.indicators[1].targets[{place}].period": f"{period} ends outside the plan period 2016/2020"
            for place, period in enumerate(outside)
        }


#: The bounds that agree with each declared direction, as written.
BOUNDS = {"higher": ("≥1", ">1"), "lower": ("≤1", "<1"), "either": ("=1", "1..2", "1±1", "≈1")}


def test_the_bound_on_a_level_a_total_or_a_change_agrees_with_the_declared_direction() -> None:
    opposite = {"higher": "lower", "lower": "higher"}
    for direction in (None, *cp.Direction):
        for side, bounds in BOUNDS.items():
            for bound in bounds:
                for measure in cp.Measure:
                    target = cp.Threshold(bound=bound, measure=measure)
                    found = faults(indicators=(indicator("a", target, direction=direction),))
                    contradicts = measure in ("level", "total", "change") and opposite.get(str(direction)) == side
                    assert list(found) == ["$.indicators[0].targets[0].bound"] * contradicts, (direction, target)


def test_a_contradiction_is_told_with_the_bound_and_the_direction() -> None:
    found = faults(indicators=(indicator("gdp", cp.Threshold(bound="≤3"), direction="higher"),))
    assert found == {
        "$.indicators[0].targets[0].bound": "≤3 contradicts the declared direction 'higher' of 'gdp'; "
        "turn the sign, or declare the other direction"
    }


def test_a_relative_target_names_an_indicator_of_the_plan() -> None:
    rows = (GDP, indicator("a", relative("gdp"), relative("gpd"), relative("books")))
    assert faults(indicators=rows, tasks=(BOOKS,)) == {
        "$.indicators[1].targets[1].reference": "no indicator has the id 'gpd'",
        "$.indicators[1].targets[2].reference": "no indicator has the id 'books'",
    }


def linked(references: Mapping[str, Iterable[str]]) -> tuple[cp.Indicator, ...]:
    return tuple(indicator(id, *map(relative, ids)) for id, ids in references.items())


def test_an_indicator_is_not_compared_with_itself() -> None:
    assert faults(indicators=linked({"a": "a"})) == {
        "$.indicators[0].targets": "compares 'a' with itself: 'a' → 'a'; break the cycle"
    }
    assert faults(indicators=linked({"x": "b", "c": "a", "b": "c", "a": "b"})) == {
        "$.indicators[1].targets": "compares 'c' with itself: 'c' → 'a' → 'b' → 'c'; break the cycle"
    }


def test_what_only_leads_to_a_cycle_from_it_or_between_two_is_no_fault() -> None:
    found = faults(indicators=linked({"before": "a", "a": "a", "b": "ac", "c": "cd", "d": ()}))
    assert set(found) == {"$.indicators[1].targets", "$.indicators[3].targets"}


def test_a_long_chain_is_sound_and_a_long_cycle_is_found() -> None:
    ids = [f"i{number}" for number in range(3000)]
    chain = dict(zip(ids, [[after] for after in ids[1:]] + [[]], strict=True))
    assert not faults(indicators=linked(chain))
    assert list(faults(indicators=linked(chain | {ids[-1]: [ids[0]]}))) == ["$.indicators[0].targets"]


def test_a_plan_of_cycles_alone_is_refused_in_no_time() -> None:
    start = time.process_time()
    assert len(faults(indicators=linked({f"i{number}": [f"i{number}"] for number in range(3000)}))) >= 100
    assert time.process_time() - start < 10


_GRAPHS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), unique=True), max_size=6)


@given(_GRAPHS)
def test_a_plan_is_refused_exactly_when_a_reference_leads_back(graph: dict[str, list[str]]) -> None:
    references = {id: [reference for reference in ids if reference in graph] for id, ids in graph.items()}

    def reachable(start: str) -> set[str]:
        ids, waiting = set[str](), [start]
        while waiting:
            new = set(references[waiting.pop()]) - ids
            ids |= new
            waiting += new
        return ids

    in_cycles = {f"$.indicators[{row}].targets" for row, id in enumerate(references) if id in reachable(id)}
    found = set(faults(indicators=linked(references)))
    assert found <= in_cycles
    assert bool(found) == bool(in_cycles)


def test_every_fault_is_told_at_once() -> None:
    found = faults(
        indicators=(indicator("gdp", relative("gdp"), cp.Threshold(bound="≥1", period="2021")), GDP),
        goals=(cp.Goal(id="green", title="g", tasks=("boks",)),),
        tasks=(BOOKS,),
        claims=(cp.GrowthClaim(subject="gpd", figure="7", period="2016"),),
        sections=outline(MOST_LEVELS + 1),
        boxes=(cp.Box(number="1", title="b", indicators=("gpd",)),),
    )
    assert set(found) == {
        "$.sections",
        "$.indicators[1].id",
        "$.indicators[0].targets",
        "$.indicators[0].targets[1].period",
        "$.goals[0].tasks[0]",
        "$.boxes[0].indicators[0]",
        "$.claims[0].subject",
    }


def test_the_error_counts_its_faults_and_gives_their_places() -> None:
    with pytest.raises(cp.InvalidPlanError) as raised:
        cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(GDP, GDP))
    assert str(raised.value).splitlines() == [
        "the plan has 1 fault:",
        "  $.indicators[1].id: 'gdp' is used already by $.indicators[0].id; give each part an id of its own",
    ]
