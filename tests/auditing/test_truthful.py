"""Truthful documents of many kinds give no contradiction: rounded, revised, in prices of either kind, in extracts."""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Literal

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import Severity, audit
from civicplan.model import Claim, MeasureLike, Target

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
    smallest = Decimal(1) if unit in _COUNTS else _FINE
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
    if draw(st.booleans()):
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
    first = evolve(figure, figure=str(off.quantize(Decimal(1) if unit in _COUNTS else _FINE)))
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
    return true, evolve(true, baseline=baseline, observations=tuple(draw(printed(figure, unit)) for figure in fine))


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
    return plan(*(shown for _, shown in pairs), claims=tuple(claims), complete=not is_extract)


@given(truthful_plans())
def test_a_truthful_document_gives_no_contradiction(truthful: cp.Plan) -> None:
    # The targets are drawn one by one, so that a growth and a level can ask for different things.
    findings = audit(truthful, ignore=("target-disagrees",))
    assert [finding for finding in findings if finding.severity is Severity.CONTRADICTION] == []
