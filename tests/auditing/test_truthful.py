"""Truthful documents of many kinds give no contradiction: rounded, revised, in prices of either kind, in extracts."""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Literal

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import Finding, Severity, audit
from civicplan.model import Claim, MeasureLike, ReportedStatusLike, Target

from ._plans import at, plan, row

_PERIOD = "2016/2020"
_YEARS = tuple(map(str, range(2016, 2021)))
_THINGS, _COUNTS, _RATIOS = ("吨", "公里", "万亩", "MWh"), ("个", "册"), ("%", "‰")
_MONEY = ("亿元", "SEK", "₹ crore", "zł", "KRW bn", None)
_ROUNDINGS = st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN))
_FINE = Decimal("0.0001")
#: So fine that nothing is rounded twice to what it would not be rounded to once.
_FINER = Decimal("1e-12")
_EITHER_WAY = ("{}±2", "≈{}")
_SIGNS: dict[Literal["higher", "lower"] | None, tuple[str, ...]] = {
    "higher": ("≥{}", ">{}", *_EITHER_WAY),
    "lower": ("≤{}", "<{}", *_EITHER_WAY),
    None: ("≥{}", ">{}", "≤{}", "<{}", *_EITHER_WAY),
}


@st.composite
def paths(draw: st.DrawFn, unit: str | None) -> list[Decimal]:
    """The true levels from 2015 to 2020; what is counted is whole."""
    smallest = smallest_of(unit)
    levels = [draw(st.decimals(50, 9999, places=2)).quantize(smallest)]
    for _ in _YEARS:
        percent = draw(st.integers(80, 125))
        levels.append((levels[-1] * percent / 100).quantize(smallest))
    return levels


@st.composite
def bounds(draw: st.DrawFn, near: Decimal, direction: Literal["higher", "lower"] | None) -> str:
    figure = draw(st.sampled_from((near, near * Decimal("0.9"), near * Decimal("1.1"))))
    return draw(st.sampled_from(_SIGNS[direction])).format(
        figure.quantize(Decimal(draw(st.sampled_from(("1", "0.1")))))
    )


@st.composite
def targets(
    draw: st.DrawFn, levels: list[Decimal], rate: Decimal, direction: Literal["higher", "lower"] | None
) -> list[Target]:
    """One level for each of some years, one of them revised, and a growth and a change beside them."""
    years = draw(st.lists(st.sampled_from(_YEARS), unique=True, max_size=3))
    chosen: list[Target] = [
        cp.Threshold(bound=draw(bounds(levels[_YEARS.index(year) + 1], direction)), period=year) for year in years
    ]
    is_revised = draw(st.booleans())
    if years and is_revised:
        near = levels[_YEARS.index(years[0]) + 1]
        chosen.append(cp.Threshold(bound=draw(bounds(near, direction)), period=years[0], published="2018"))
    if draw(st.booleans()):
        chosen.append(cp.Threshold(bound=draw(bounds(rate, direction)), measure="growth"))
    if "2020" not in years and draw(st.booleans()):
        chosen.append(cp.Threshold(bound=draw(bounds(levels[-1] - levels[0], direction)), measure="change"))
    return chosen


@st.composite
def true_figures(draw: st.DrawFn, levels: list[Decimal], deflator: Decimal) -> list[cp.Observation]:
    """What may be published of the levels: themselves, changes, and rates at constant prices."""
    known = [at(year, str(level)) for year, level in zip(_YEARS, levels[1:], strict=True)]
    changes = [
        at(year, str(last - first), "change") for year, first, last in zip(_YEARS, levels, levels[1:], strict=False)
    ]
    real = [level / deflator**index for index, level in enumerate(levels)]
    rates = [
        at(year, str(cp.cagr(first, last, 1).quantize(_FINER)), "growth")
        for year, first, last in zip(_YEARS, real, real[1:], strict=False)
    ]
    whole: list[tuple[MeasureLike, Decimal]] = [
        ("growth", cp.cagr(real[0], real[-1], 5)),
        ("reduction", 100 - 100 * real[-1] / real[0]),
        ("change", levels[-1] - levels[0]),
    ]
    summary = [at(_PERIOD, str(value.quantize(_FINER)), measure) for measure, value in whole]
    chosen = [draw(st.lists(st.sampled_from(some), unique=True)) for some in (known[:-1], summary)]
    last = [known[-1]] if draw(st.booleans()) else []
    return [
        *chosen[0],
        *last,
        *chosen[1],
        *(changes if draw(st.booleans()) else ()),
        *(rates if draw(st.booleans()) else ()),
    ]


@st.composite
def printed(draw: st.DrawFn, figure: cp.Observation, unit: str | None) -> cp.Observation:
    """The same figure as a document would print it; of a revised one no edition is an approximation."""
    is_count = unit in _COUNTS and figure.measure in ("level", "change")
    places = 0 if is_count else draw(st.integers(0, 2))
    value = figure.number.value.quantize(Decimal(1).scaleb(-places), rounding=draw(_ROUNDINGS))
    is_revised = figure.published is not None or figure.status is not None
    hedge = "≈" if draw(st.integers(0, 9)) == 0 and not is_revised else ""
    return evolve(figure, figure=f"{hedge}{value:f}")


@st.composite
def revisions(draw: st.DrawFn, figure: cp.Observation, unit: str | None) -> list[cp.Observation]:
    """The figure, and one that it took the place of."""
    if figure.measure != "level" or draw(st.integers(0, 3)):
        return [figure]
    off = figure.number.value * draw(st.sampled_from((Decimal("0.93"), Decimal("1.08"))))
    first = evolve(figure, figure=str(off.quantize(smallest_of(unit))))
    if draw(st.booleans()):
        return [evolve(first, status="provisional"), evolve(figure, status="final")]
    return [evolve(first, published="2021-03"), evolve(figure, published="2022-03")]


@st.composite
def rows(draw: st.DrawFn, id: str) -> tuple[cp.Indicator, cp.Indicator]:
    """An indicator with its true figures, and as it is printed."""
    unit = draw(st.sampled_from((*_THINGS, *_COUNTS, *_RATIOS, *_MONEY)))
    direction = draw(st.sampled_from(tuple(_SIGNS)))
    has_prices = unit in _MONEY
    prices = draw(st.sampled_from((None, "current", "constant") if has_prices else (None,)))
    deflator = Decimal(draw(st.integers(100, 106))) / 100 if has_prices and prices != "constant" else Decimal(1)
    levels = draw(paths(unit))
    rate = cp.cagr(levels[0], levels[-1] / deflator**5, 5)
    fine = [one for figure in draw(true_figures(levels, deflator)) for one in draw(revisions(figure, unit))]
    true = row(
        id,
        unit=unit,
        prices=prices,
        stock=draw(st.booleans()),
        exact=draw(st.sampled_from((None, True))) if unit in _COUNTS else None,
        natural_range=draw(st.sampled_from((None, ("0", None), ("0", "99999")))),
        direction=direction,
        baseline=at("2015", str(levels[0])),
        targets=tuple(draw(targets(levels, rate, direction))),
        observations=tuple(fine),
    )
    baseline = draw(printed(at("2015", str(levels[0])), unit))
    shown = tuple(draw(printed(figure, unit)) for figure in fine)
    if draw(st.integers(0, 5)) == 0:
        # The plan took another figure for the baseline than was published since.
        restated = cp.Observation(period="2015", figure=baseline.number, published="2017-05")
        off = (levels[0] * draw(st.sampled_from((Decimal("0.93"), Decimal("1.08"))))).quantize(smallest_of(unit))
        return true, evolve(true, baseline=at("2015", str(off)), observations=(restated, *shown))
    return true, evolve(true, baseline=baseline, observations=shown)


def smallest_of(unit: str | None) -> Decimal:
    """What is counted is whole."""
    return Decimal(1) if unit in _COUNTS else _FINE


def is_superseded(figure: cp.Observation) -> bool:
    return figure.published == cp.Period.parse("2021-03") or figure.status == "provisional"


def before(indicator: cp.Indicator) -> cp.Indicator:
    """The indicator with its figures as they stood before a revision."""
    replaced = {(figure.measure, figure.period) for figure in indicator.observations if is_superseded(figure)}
    kept = (
        figure
        for figure in indicator.observations
        if is_superseded(figure) or (figure.measure, figure.period) not in replaced
    )
    return evolve(indicator, observations=tuple(kept))


def unrevised(indicator: cp.Indicator) -> cp.Indicator:
    """The indicator with its targets as the plan first set them."""
    first = (target for target in indicator.targets if not isinstance(target, cp.Threshold) or not target.published)
    return evolve(indicator, targets=tuple(first))


def truthful_verdicts(true: cp.Indicator) -> set[cp.Verdict]:
    """What an honest account may say of an indicator, by its figures or targets before or after a revision."""
    verdicts = set()
    for edition in (true, before(true), unrevised(true), unrevised(before(true))):
        assessed = cp.assess(plan(edition), as_of="2020")[true.id]
        verdicts.add(assessed.verdict)
        if assessed.verdict == "met" and any(outcome.verdict == "not_met" for outcome in assessed.outcomes):
            verdicts.add(cp.Verdict.NOT_MET)
    return verdicts


_QUARTERS = ("2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4", "2019-Q1", "2019-Q2")


@st.composite
def truthful_statuses(draw: st.DrawFn, done: Decimal, gone: Decimal) -> ReportedStatusLike | None:
    """A word that is true of a task of which so much is done after so much of its time [percent]."""
    words: list[ReportedStatusLike | None] = [None]
    if done == 100:
        words += ["completed", "ahead", "on_track"]
    if done == 0:
        words += ["not_started"]
    if done > gone:
        words += ["ahead"]
    if done < gone or gone >= 100:
        words += ["behind"]
    if gone < 100 and abs(done - gone) <= 5:
        words += ["on_track"]
    return draw(st.sampled_from(words))


@st.composite
def truthful_tasks(draw: st.DrawFn, id: str) -> tuple[cp.Task, list[Claim]]:
    """A task that gets on from quarter to quarter, at times after its end, and what is said of it elsewhere."""
    period = draw(st.sampled_from(("2018", "2018-Q2/2018-Q4", None)))
    runs = cp.Period.parse(period or _PERIOD)
    done = Decimal(0)
    reports: list[cp.ProgressReport] = []
    claims: list[Claim] = []
    for quarter in _QUARTERS:
        done = min(Decimal(100), done + draw(st.decimals(0, 40, places=2)))
        gone = runs.elapsed(quarter) * 100
        places = draw(st.integers(0, 1))
        shown = done.quantize(Decimal(1).scaleb(-places), rounding=draw(_ROUNDINGS))
        percent = str(shown) if draw(st.booleans()) and (shown < 100 or done == 100) else None
        reports.append(cp.ProgressReport(period=quarter, percent=percent, status=draw(truthful_statuses(done, gone))))
        elsewhere = draw(truthful_statuses(done, gone))
        if elsewhere is not None:
            claims.append(cp.StatusClaim(subject=id, status=elsewhere, period=quarter))
    due = draw(st.sampled_from(_QUARTERS))
    step = cp.Milestone(title="a step", due=due, done=draw(st.sampled_from((None, due))))
    return cp.Task(id=id, title=id, period=period, milestones=(step,), reports=tuple(reports)), claims


@st.composite
def weighted(draw: st.DrawFn, rows: list[cp.Indicator]) -> list[cp.Indicator]:
    """The rows with their shares of 100 as weights, under one heading or each under its own."""
    parts = [draw(st.integers(1, 50)) for _ in rows]
    places, rounding = draw(st.integers(0, 2)), draw(_ROUNDINGS)
    shares = [(Decimal(100 * part) / sum(parts)).quantize(Decimal(1).scaleb(-places), rounding) for part in parts]
    headings = draw(st.sampled_from((["all"] * len(rows), [row.id for row in rows])))
    return [
        evolve(row, weight=str(share), category=heading)
        for row, share, heading in zip(rows, shares, headings, strict=True)
    ]


@st.composite
def truthful_plans(draw: st.DrawFn) -> cp.Plan:
    pairs = [draw(rows(f"i{index}")) for index in range(draw(st.integers(1, 3)))]
    claims: list[Claim] = []
    verdicts = [draw(st.sampled_from(sorted(truthful_verdicts(true)))) for true, _ in pairs]
    for (true, _), verdict in zip(pairs, verdicts, strict=True):
        claims.append(cp.VerdictClaim(subjects=(true.id,), verdict=verdict))
        rates = [figure for figure in true.observations if figure.measure == "growth"]
        claims += [
            cp.GrowthClaim(subject=true.id, figure=draw(printed(rate, None)).number, period=rate.period)
            for rate in rates
        ]
    missed = [true.id for (true, _), verdict in zip(pairs, verdicts, strict=True) if verdict == "not_met"]
    claims.append(cp.CountClaim(count=len(missed), verdict="not_met"))
    is_extract = draw(st.booleans())
    claims.append(cp.CountClaim(count=len(pairs) + 5 * is_extract))
    indicators = [shown for _, shown in pairs]
    if draw(st.booleans()):
        indicators = draw(weighted(indicators))
    task, told = draw(truthful_tasks("t"))
    return plan(*indicators, tasks=(task,), claims=(*claims, *told), complete=not is_extract)


@given(truthful_plans())
def test_a_truthful_document_gives_no_contradiction(truthful: cp.Plan) -> None:
    # The targets are drawn one by one, so that a growth and a level can ask for different things.
    findings = audit(truthful, ignore=("target-disagrees",))
    assert [finding for finding in findings if finding.severity is Severity.CONTRADICTION] == []


@given(truthful_plans())
def test_of_true_weights_and_changes_no_rule_says_a_word(truthful: cp.Plan) -> None:
    assert [
        finding
        for finding in audit(truthful, rules=("weights-disagree", "change-disagrees"))
        if not is_money(finding, truthful)
    ] == []


def is_money(finding: Finding, truthful: cp.Plan) -> bool:
    return truthful[finding.subject].unit in _MONEY
