"""Nothing that a plan or a file holds acts on a terminal or a page: what would act is shown as an escape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

import civicplan as cp
from civicplan import auditing, methods
from civicplan.assessment import assess
from civicplan.model import Target
from civicplan.rating import compare, rate

#: Control characters but the line break, marks that turn the reading direction, separators of lines and paragraphs.
ACTING = (
    *(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\n"),
    *map(chr, (0x061C, 0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))),
)
WORDS = f"a{''.join(ACTING)}b"
#: An id holds no white space.
ID = "".join(character for character in WORDS if not character.isspace())
PLACE = cp.Source(document=WORDS, line=3, box=WORDS)
#: Chinese, full-width forms and blanks, an emoji whose parts are joined, an accent that stands beside its letter.
ORDINARY = "人均可支配收入（万元）\u3000ＧＤＰ 👩\u200d👩\u200d👧 e\u0301"


def indicator(id: str, *targets: Target, observations: tuple[cp.Observation, ...] = ()) -> cp.Indicator:
    return cp.Indicator(
        id=id,
        number=WORDS,
        group=WORDS,
        name=WORDS,
        category=WORDS,
        unit=WORDS,
        direction="higher",
        baseline=cp.Observation(period="2015", figure="100", source=PLACE),
        targets=targets,
        observations=observations,
        source=PLACE,
        description=WORDS,
        notes=WORDS,
    )


def published(period: str, figure: str, measure: cp.Measure = cp.Measure.LEVEL) -> cp.Observation:
    return cp.Observation(period=period, figure=figure, measure=measure, source=PLACE)


LEVEL = indicator(
    ID,
    cp.Threshold(bound="≥200"),
    cp.Threshold(bound="≥9", measure="growth"),
    cp.Delegated(authority=WORDS),
    cp.Qualitative(text=WORDS),
    observations=(published("2018", "120"), published("2020", "150"), published("2020", "1500000")),
)
RELATIVE = indicator(
    f"{ID}2",
    cp.Relative(reference=ID, relation="in_step", tolerance="1"),
    cp.Relative(reference=ID, relation="above"),
    observations=(published("2016/2020", "7", cp.Measure.GROWTH), published("2020", "130")),
)
BARE = indicator(f"{ID}3")
TASK = cp.Task(
    id=f"{ID}4",
    number=WORDS,
    title=WORDS,
    source=PLACE,
    description=WORDS,
    notes=WORDS,
    milestones=(
        cp.Milestone(title=WORDS, due="2017"),
        cp.Milestone(title=WORDS, due="2017", done="2018"),
    ),
    deliverables=(
        cp.Deliverable(subject=WORDS, planned="≥60", unit=WORDS),
        cp.Deliverable(subject=f"{WORDS}2", planned="≤60", unit=WORDS),
    ),
    reports=(
        cp.ProgressReport(
            period="2018",
            percent="90",
            status="completed",
            delivered=(
                cp.Delivered(subject=WORDS, figure="70", unit=WORDS),
                cp.Delivered(subject=f"{WORDS}3", figure="70", unit=WORDS),
            ),
            source=PLACE,
        ),
    ),
)
PLAN = cp.Plan(
    id=ID,
    title=WORDS,
    period="2016/2020",
    indicators=(LEVEL, RELATIVE, BARE),
    tasks=(TASK, cp.Task(id=f"{ID}5", title=WORDS)),
    goals=(cp.Goal(id=f"{ID}6", title=WORDS, indicators=(ID,), tasks=(f"{ID}4",)),),
    claims=(
        cp.VerdictClaim(subjects=(ID,), verdict="met", exhaustive=True, source=PLACE, notes=WORDS),
        cp.GrowthClaim(subject=ID, figure="1", period="2016/2020", source=PLACE, notes=WORDS),
        cp.BreakdownClaim(subject=ID, figures=("40", "40"), source=PLACE, notes=WORDS),
        cp.BreakdownClaim(subject=f"{ID}6", figures=("40", "40"), source=PLACE, notes=WORDS),
        cp.ShareClaim(subject=ID, part="1", whole="2", percent="10", source=PLACE, notes=WORDS),
        cp.StatusClaim(subject=f"{ID}4", status="not_started", period="2018", source=PLACE, notes=WORDS),
        cp.CountClaim(count=7, category=WORDS, source=PLACE, notes=WORDS),
        cp.StandingClaim(subjects=(ID,), period="2018", standing="ahead", source=PLACE, notes=WORDS),
        cp.StandingClaim(subjects=(ID,), period="2018", level=WORDS, rank=2, scale=3, source=PLACE, notes=WORDS),
        cp.GapClaim(subject=ID, figure="1", side="beyond", period="2020", source=PLACE, notes=WORDS),
    ),
    source=PLACE,
)


def assessments() -> Iterator[str]:
    for day in ("2015", "2018", "2020", "2021"):
        assessment = assess(PLAN, as_of=day)
        yield from (str(assessment), repr(assessment), assessment._repr_html_())
        for part in (*assessment, *assessment.tasks):
            yield from (part.explain(), repr(part))
        for row in assessment:
            yield from (outcome.explain() for outcome in row.outcomes)
        for task in assessment.tasks:
            yield from (text for outcome in task.deliverables for text in (outcome.explain(), outcome.share_text()))


def ratings() -> Iterator[str]:
    assessment = assess(PLAN, as_of="2020")
    for name in methods.names():
        rating = rate(assessment, name)
        yield from (str(rating), repr(rating), rating._repr_html_())
    comparison = compare(assessment, methods.names())
    yield from (str(comparison), repr(comparison), comparison._repr_html_())


def findings() -> Iterator[str]:
    findings = tuple(cp.audit(PLAN))
    assert len({finding.code for finding in findings}) > 5
    yield from (auditing.to_text(findings), auditing.to_html(findings), auditing.to_json(findings))
    for finding in findings:
        yield from (str(finding), repr(finding), finding.message, finding.claimed, finding.computed, *finding.places)


def errors() -> Iterator[str]:
    """What is said of hostile words in a file, in an argument, and of a file whose name they are."""

    def of(refused: Callable[[], object]) -> str:
        with pytest.raises(cp.CivicPlanError) as caught:
            refused()
        return str(caught.value)

    assessment = assess(PLAN, as_of="2020")
    yield from (str(PLACE), *map(repr, (PLACE, PLAN, LEVEL, TASK, *PLAN.claims, *PLAN.goals)))
    tree = json.loads(cp.dumps(PLAN))
    hostile = {WORDS: WORDS}
    for field in (*tree, WORDS):
        yield of(partial(cp.loads, json.dumps({**tree, field: hostile})))
    for field in (*tree["indicators"][0], WORDS):
        yield of(partial(cp.loads, json.dumps({**tree, "indicators": [{**tree["indicators"][0], field: hostile}]})))
    for text in (WORDS, json.dumps(WORDS), f"{{{WORDS}", f'{WORDS} = "{WORDS}"'):
        yield of(partial(cp.loads, text))
        yield of(partial(cp.loads, text, format="toml"))
    yield of(lambda: PLAN[WORDS])
    yield of(lambda: assessment[WORDS])
    yield of(lambda: assessment.task(WORDS))
    yield of(lambda: methods.get(WORDS))
    yield of(lambda: assessment.to_frame(WORDS))
    yield of(lambda: rate(assessment, "nbs-2008", limits={WORDS: "1"}))
    yield of(lambda: cp.Figure(WORDS))
    yield of(lambda: cp.Period.parse(WORDS))
    yield of(lambda: cp.Bound.parse(WORDS))
    yield of(lambda: cp.Indicator(id=WORDS, name="a"))
    yield of(lambda: cp.Indicator(id="a", name="a\ud800"))
    yield of(lambda: cp.Plan(id="p", title="t", period="2020", indicators=(LEVEL, LEVEL)))
    yield of(lambda: cp.read(Path(WORDS.replace("\0", "")) / "plan.json"))
    yield of(lambda: cp.read(f"{WORDS}.json"))


@pytest.mark.parametrize("texts", [assessments, ratings, findings, errors])
def test_what_would_act_is_never_shown_as_it_is(texts: Callable[[], Iterator[str]]) -> None:
    for text in texts():
        raw = sorted({character for character in text if character in ACTING or "\ud800" <= character <= "\udfff"})
        assert not raw, f"{raw} in {text!r}"


def test_it_is_shown_as_an_escape() -> None:
    text = assess(PLAN, as_of="2020")[ID].explain()
    assert r"\x00" in text
    assert r"\x1b" in text
    assert r"\u202e" in text


def test_ordinary_writing_stays_as_it_is() -> None:
    row = cp.Indicator(id="人均", name=ORDINARY, unit=ORDINARY, targets=(cp.Threshold(bound="≥1"),))
    assessment = assess(cp.Plan(id="p", title=ORDINARY, period="2020", indicators=(row,)), as_of="2020")
    for text in (assessment["人均"].explain(), str(assessment), assessment._repr_html_()):
        assert ORDINARY in text


def test_a_name_on_two_lines_is_shown_on_one() -> None:
    row = cp.Indicator(id="a", name="basic pension\n\tinsurance", targets=(cp.Threshold(bound="≥1"),))
    assessment = assess(cp.Plan(id="p", title="A plan", period="2020", indicators=(row,)), as_of="2020")
    for text in (assessment["a"].explain(), str(assessment), assessment._repr_html_()):
        assert "basic pension insurance" in text
