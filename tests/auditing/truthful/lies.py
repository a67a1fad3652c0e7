"""One false figure in a document that is truthful otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import count
from typing import Any

from attrs import evolve, frozen
from hypothesis import assume
from hypothesis import strategies as st

import civicplan as cp
from civicplan.model import Claim, MeasureLike

from .manner import LAST, MANNERS, Manner, mean, root
from .rows import rows
from .truths import truths
from .words import rates

#: Units in which growth depends on no prices.
_THINGS = st.sampled_from(("吨", "公里", "万亩", "MWh", "个", "册"))
_PLACES = 1
#: Further apart than rounding explains; levels of 500 and more are printed with one decimal place.
_BEYOND_ROUNDING = Fraction(2, 5)


@frozen(kw_only=True)
class Lie:
    """A truthful document, the same with one false statement, and how that is to be found.

    Attributes:
        before: The document without the statement.
        after: The document with it.
        code: The rule that finds it.
        subject: What it is about.
        severity: How far the finding goes.
    """

    before: cp.Plan
    after: cp.Plan
    code: str
    subject: str
    severity: str = "contradiction"


@frozen
class Setting:
    """The truthful rest of a document: at times another indicator with its claims, and how the document prints."""

    manner: Manner
    others: tuple[cp.Indicator, ...]
    claims: tuple[Claim, ...]

    def plan(
        self, *rows: cp.Indicator, claims: Iterable[Claim] = (), tasks: Iterable[cp.Task] = (), complete: bool = True
    ) -> cp.Plan:
        return cp.Plan(
            id="p",
            title="A plan",
            period=self.manner.plan_period,
            complete=complete,
            indicators=(*rows, *self.others),
            tasks=tuple(tasks),
            claims=(*self.claims, *claims),
        )

    def printed(self, value: Fraction, places: int = _PLACES) -> str:
        return self.manner.printed(value, places)

    def at(self, first: int, last: int, value: Fraction, measure: MeasureLike = "level", places: int = _PLACES) -> Any:
        """A figure for some years."""
        return cp.Observation(
            period=self.manner.years(first, last), figure=self.printed(value, places), measure=measure
        )


@st.composite
def settings(draw: st.DrawFn) -> Setting:
    manner = draw(MANNERS)
    if draw(st.integers(0, 2)):
        return Setting(manner, (), ())
    truth = draw(truths("other"))
    other = draw(rows(truth, manner, count(1)))
    claims = draw(rates(truth, manner))
    return Setting(manner, (other,), tuple(claims))


@st.composite
def paths(draw: st.DrawFn) -> tuple[Fraction, ...]:
    """Levels of six years that never jump by a power of ten."""
    path = [Fraction(draw(st.integers(10_000, 99_999)), 20)]
    for _ in range(LAST):
        path.append(Fraction(round(path[-1] * draw(st.integers(85, 118)) / 5), 20))
    return tuple(path)


def row(unit: str, setting: Setting, levels: dict[int, Fraction], **fields: Any) -> cp.Indicator:
    """An indicator that prints these levels, the first of them as its baseline where it is that of the year before."""
    start = setting.at(0, 0, levels[0]) if 0 in levels else None
    shown = [setting.at(year, year, level) for year, level in levels.items() if year]
    more = fields.pop("observations", ())
    return cp.Indicator(id="a", name="a", unit=unit, baseline=start, observations=(*shown, *more), **fields)


@st.composite
def off(draw: st.DrawFn, truth: Fraction, *, least: Fraction, innocent: Iterable[Fraction] = ()) -> Fraction:
    """A value that lies away from the true one, and from what an innocent reading would give."""
    step = Fraction(draw(st.integers(1, 400)), 20)
    value = truth + (least + step) * draw(st.sampled_from((1, -1)))
    assume(all(abs(value - other) > least for other in innocent))
    return value


@st.composite
def false_growth(draw: st.DrawFn) -> Lie:
    """An average growth of two levels that is none, in whatever way an average is taken."""
    setting, path, unit, last = draw(settings()), draw(paths()), draw(_THINGS), draw(st.integers(2, LAST))
    whole = path[last] / path[0]
    true = 100 * (root(whole, last) - 1)
    ways = (100 * (whole - 1) / last, 100 * (root(whole, last - 1) - 1))
    stated = draw(off(true, least=_BEYOND_ROUNDING, innocent=ways))
    subject = row(unit, setting, {0: path[0], last: path[last]})
    claim = cp.GrowthClaim(subject="a", figure=setting.printed(stated), period=setting.manner.years(1, last))
    return _claimed(setting, subject, claim, "growth-disagrees")


@st.composite
def false_average(draw: st.DrawFn) -> Lie:
    """An average growth of yearly rates that is none, in whatever way an average is taken."""
    setting, unit, last = draw(settings()), draw(_THINGS), draw(st.integers(2, LAST))
    yearly = [Fraction(draw(st.integers(-300, 400)), 20) for _ in range(last)]
    whole = _product(1 + rate / 100 for rate in yearly)
    later = _product(1 + rate / 100 for rate in yearly[1:])
    true = 100 * (root(whole, last) - 1)
    ways = (mean(yearly), 100 * (whole - 1) / last, *(100 * (root(one, last - 1) - 1) for one in (whole, later)))
    stated = draw(off(true, least=_BEYOND_ROUNDING, innocent=ways))
    shown = tuple(setting.at(year, year, rate, "growth") for year, rate in enumerate(yearly, 1))
    claim = cp.GrowthClaim(subject="a", figure=setting.printed(stated), period=setting.manner.years(1, last))
    return _claimed(setting, row(unit, setting, {}, observations=shown), claim, "growth-disagrees")


def _product(factors: Iterable[Fraction]) -> Fraction:
    product = Fraction(1)
    for factor in factors:
        product *= factor
    return product


@st.composite
def false_change(draw: st.DrawFn) -> Lie:
    """A change that is not the difference of two levels, nor that in percent, of one year or without its sign."""
    setting, path, unit, last = draw(settings()), draw(paths()), draw(_THINGS), draw(st.integers(1, LAST))
    true = path[last] - path[0]
    ways = [sign * way for way in (true, true / last, 100 * true / path[0]) for sign in (1, -1)]
    stated = draw(off(true, least=Fraction(1), innocent=ways))
    levels = {0: path[0], last: path[last]}
    change = setting.at(1, last, stated, "change")
    return _printed(setting, row(unit, setting, levels), change, "change-disagrees")


@st.composite
def false_total(draw: st.DrawFn) -> Lie:
    """A total that is not the sum of its parts, nor their mean."""
    setting, path, unit, last = draw(settings()), draw(paths()), draw(_THINGS), draw(st.integers(2, LAST))
    parts = path[1 : last + 1]
    shown = tuple(setting.at(year, year, part, "total") for year, part in enumerate(parts, 1))
    stated = draw(off(sum(parts, start=Fraction(0)), least=Fraction(1), innocent=(mean(parts),)))
    total = setting.at(1, last, stated, "total")
    return _printed(setting, row(unit, setting, {}, observations=shown), total, "total-disagrees")


@st.composite
def false_fall(draw: st.DrawFn) -> Lie:
    """A fall over several years that is not that of the levels, nor the average of one year."""
    setting, path, unit, last = draw(settings()), draw(paths()), draw(_THINGS), draw(st.integers(2, LAST))
    true = 100 - 100 * path[last] / path[0]
    stated = draw(
        off(true, least=_BEYOND_ROUNDING, innocent=(true / last, 100 - 100 * root(path[last] / path[0], last)))
    )
    fall = setting.at(1, last, stated, "reduction")
    return _printed(setting, row(unit, setting, {0: path[0], last: path[last]}), fall, "total-disagrees")


@st.composite
def false_share(draw: st.DrawFn) -> Lie:
    """A percentage of two figures that is not their quotient."""
    setting, path = draw(settings()), draw(paths())
    part, whole = path[0], path[0] + path[1]
    stated = draw(off(100 * part / whole, least=_BEYOND_ROUNDING))
    claim = cp.ShareClaim(
        subject="a", part=setting.printed(part), whole=setting.printed(whole), percent=setting.printed(stated)
    )
    return _claimed(setting, row("吨", setting, {0: path[0]}), claim, "share-wrong")


@st.composite
def false_whole(draw: st.DrawFn) -> Lie:
    """A whole that its parts do not add up to."""
    setting, path = draw(settings()), draw(paths())
    parts = path[: draw(st.integers(2, 4))]
    true = sum(parts, start=Fraction(0))
    whole = draw(off(true, least=Fraction(1)))
    claim = cp.BreakdownClaim(subject="a", figures=[*map(setting.printed, parts)], whole=setting.printed(whole))
    lie = _claimed(setting, row("吨", setting, {0: path[0]}), claim, "shares-do-not-add")
    return evolve(lie, severity="doubt") if whole > true else lie


@st.composite
def false_gap(draw: st.DrawFn) -> Lie:
    """A distance to the target that is not the difference, in the unit, in percent or in points of what is done."""
    setting, path, unit = draw(settings()), draw(paths()), draw(_THINGS)
    goal = Fraction(round(path[LAST] * draw(st.sampled_from((Fraction(9, 10), Fraction(11, 10))))))
    distance, in_percent = path[LAST] - goal, 100 * (path[LAST] / goal - 1)
    innocent = (way * sign for way in (distance, in_percent) for sign in (1, -1))
    stated = draw(off(distance, least=Fraction(1), innocent=innocent))
    subject = row(unit, setting, {0: path[0], LAST: path[LAST]}, targets=(f"≥{int(goal)}",))
    claim = cp.GapClaim(
        subject="a",
        figure=setting.printed(abs(stated)),
        side="beyond" if stated >= 0 else "short",
        period=setting.manner.year(LAST),
    )
    return _claimed(setting, subject, claim, "gap-disagrees")


@st.composite
def false_distance(draw: st.DrawFn) -> Lie:
    """A distance to another indicator that is not the difference of the two."""
    setting, path, reference, unit = draw(settings()), draw(paths()), draw(paths()), draw(_THINGS)
    year = draw(st.integers(1, LAST))
    distance, in_percent = path[year] - reference[year], 100 * (path[year] / reference[year] - 1)
    innocent = (way * sign for way in (distance, in_percent) for sign in (1, -1))
    stated = draw(off(distance, least=Fraction(1), innocent=innocent))
    beside = cp.Indicator(id="b", name="b", unit=unit, observations=(setting.at(year, year, reference[year]),))
    claim = cp.GapClaim(
        subject="a",
        figure=setting.printed(abs(stated)),
        side="beyond" if stated >= 0 else "short",
        to="indicator",
        reference="b",
        period=setting.manner.year(year),
    )
    subject = row(unit, setting, {year: path[year]})
    return Lie(
        before=setting.plan(subject, beside),
        after=setting.plan(subject, beside, claims=(claim,)),
        code="gap-disagrees",
        subject="a",
    )


@st.composite
def false_target(draw: st.DrawFn) -> Lie:
    """A growth aimed at that does not lead to the level aimed at, both of them exactly."""
    setting, path, unit = draw(settings()), draw(paths()), draw(_THINGS)
    goal = Fraction(round(path[LAST]))
    whole = goal / path[0]
    true = 100 * (root(whole, LAST) - 1)
    ways = (100 * (whole - 1) / LAST, 100 * (root(whole, LAST - 1) - 1))
    stated = draw(off(true, least=_BEYOND_ROUNDING, innocent=ways))
    level = cp.Threshold(bound=f"={int(goal)}")
    growth = cp.Threshold(bound=f"={setting.printed(stated)}", measure="growth")
    return Lie(
        before=setting.plan(row(unit, setting, {0: path[0]}, targets=(level,))),
        after=setting.plan(row(unit, setting, {0: path[0]}, targets=(level, growth))),
        code="target-disagrees",
        subject="a",
    )


@st.composite
def false_weight(draw: st.DrawFn) -> Lie:
    """Weights that do not add up to 100 because of one of them."""
    setting, path = draw(settings()), draw(paths())
    parts = [Fraction(draw(st.integers(200, 300)), 10) for _ in range(3)]
    true = 100 - sum(parts, start=Fraction(0))
    wrong = true + Fraction(draw(st.integers(5, 80)), 10) * draw(st.sampled_from((1, -1)))
    before, after = (
        Setting(setting.manner, (), ()).plan(
            *(
                evolve(row("吨", setting, {0: path[0]}), id=f"w{index}", weight=setting.printed(share))
                for index, share in enumerate((*parts, last))
            )
        )
        for last in (true, wrong)
    )
    return Lie(before=before, after=after, code="weights-disagree", subject="p", severity="doubt")


@st.composite
def false_level(draw: st.DrawFn) -> Lie:
    """A percentage that lies outside its natural range."""
    setting = draw(settings())
    true = Fraction(draw(st.integers(900, 1000)), 10)
    wrong = 100 + Fraction(draw(st.integers(2, 300)), 10)
    return Lie(
        before=setting.plan(row("%", setting, {LAST: true}, natural_range=("0", "100"))),
        after=setting.plan(row("%", setting, {LAST: wrong}, natural_range=("0", "100"))),
        code="outside-natural-range",
        subject="a",
    )


@st.composite
def false_copy(draw: st.DrawFn) -> Lie:
    """Another figure for the same level in a second place."""
    setting, path, unit, year = draw(settings()), draw(paths()), draw(_THINGS), draw(st.integers(1, LAST))
    copy = setting.at(year, year, draw(off(path[year], least=Fraction(1, 5))))
    return _printed(setting, row(unit, setting, {year: path[year]}), copy, "figure-disagrees")


def _claimed(setting: Setting, subject: cp.Indicator, claim: Claim, code: str) -> Lie:
    return Lie(before=setting.plan(subject), after=setting.plan(subject, claims=(claim,)), code=code, subject="a")


def _printed(setting: Setting, subject: cp.Indicator, figure: cp.Observation, code: str) -> Lie:
    """A false figure in the row itself."""
    with_it = evolve(subject, observations=(*subject.observations, figure))
    return Lie(before=setting.plan(subject), after=setting.plan(with_it), code=code, subject="a")


#: One of each kind, by the name of its test.
FALSE_FIGURES = {
    "growth of levels": false_growth(),
    "average of rates": false_average(),
    "change": false_change(),
    "total": false_total(),
    "fall": false_fall(),
    "share": false_share(),
    "whole": false_whole(),
    "gap to a target": false_gap(),
    "gap to an indicator": false_distance(),
    "growth aimed at": false_target(),
    "weight": false_weight(),
    "level out of range": false_level(),
    "figure in a second place": false_copy(),
}
