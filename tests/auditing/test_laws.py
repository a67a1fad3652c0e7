"""An account made from its own figures is clean; one claim changed beyond rounding is found, once, on its subject."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import audit, names
from civicplan.model import BreakdownClaim, Claim, ReportedStatus, ReportedStatusLike, ShareClaim
from civicplan.testing import plans

from ._plans import at, findings_of, level, plan, row

_ROUNDINGS = st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN))
_PERIOD = "2016/2020"
_COUNTED = (cp.Verdict.MET, cp.Verdict.NOT_MET)
_FAR = Decimal(15)


def rounded(value: Decimal, places: int, rounding: str) -> str:
    return format(value.quantize(Decimal(1).scaleb(-places), rounding=rounding), "f")


@st.composite
def indicators(draw: st.DrawFn, id: str) -> cp.Indicator:
    """Levels that rise or fall by half at most, a floor not below the start, and the growth that the levels come to."""
    start = draw(st.decimals(20, 9999, places=1))
    end = (start * draw(st.integers(60, 150)) / 100).quantize(Decimal("0.1"), rounding=ROUND_DOWN)
    aim = (start * draw(st.integers(100, 150)) / 100).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    rate = rounded(cp.cagr(start, end, 5), draw(st.integers(0, 2)), draw(_ROUNDINGS))
    return row(
        id,
        number=id,
        unit=draw(st.sampled_from(("吨", "件", "公里"))),
        nature=draw(st.sampled_from(("binding", "expected"))),
        direction="higher",
        baseline=at("2015", str(start)),
        targets=(level(f"≥{aim}"),),
        observations=(at("2020", str(end)), at(_PERIOD, rate, "growth")),
    )


@st.composite
def tasks(draw: st.DrawFn, id: str) -> cp.Task:
    """A counted amount, and the percent that it comes to."""
    planned = draw(st.integers(1, 5000))
    delivered = draw(st.integers(0, planned))
    percent = rounded(Decimal(100 * delivered) / planned, draw(st.integers(0, 1)), draw(_ROUNDINGS))
    done = cp.Delivered(subject="books", figure=delivered, unit="册")
    report = cp.ProgressReport(period="2018-H1", percent=percent, delivered=(done,))
    promised = cp.Deliverable(subject="books", planned=f"≥{planned}", unit="册")
    return cp.Task(id=id, title=id, deliverables=(promised,), reports=(report,))


def percent_of(task: cp.Task) -> cp.Figure:
    percent = task.reports[0].percent
    assert percent is not None
    return percent


def claims_of(rows: list[cp.Indicator], work: list[cp.Task]) -> list[Claim]:
    """What an honest document would say of these figures."""
    assessment = cp.assess(plan(*rows), as_of="2020")
    claims: list[Claim] = [cp.CountClaim(count=len(rows)), cp.CountClaim(count=len(work), counted="tasks")]
    claims += [cp.CountClaim(count=assessment.counts[verdict], verdict=verdict) for verdict in _COUNTED]
    claims += [cp.VerdictClaim(subjects=(assessed.indicator.id,), verdict=assessed.verdict) for assessed in assessment]
    for indicator in rows:
        rate = indicator.observations[1].number
        claims.append(cp.GrowthClaim(subject=indicator.id, figure=rate, period=_PERIOD))
    gone = cp.Period.parse(_PERIOD).elapsed("2018-H1") * 100
    for task in work:
        percent = percent_of(task)
        status: ReportedStatusLike = "ahead" if percent > gone else "behind" if percent < gone else "on_track"
        claims.append(cp.StatusClaim(subject=task.id, status=status, period="2018-H1"))
    return claims


@st.composite
def shares(draw: st.DrawFn) -> list[Claim]:
    """Parts with their sum, and a part with the percentage that it is."""
    parts = draw(st.lists(st.decimals(0, 999, places=2), min_size=2, max_size=6))
    places, rounding = draw(st.integers(0, 1)), draw(_ROUNDINGS)
    whole = rounded(sum(parts, Decimal(0)), places, rounding)
    split = BreakdownClaim(subject="p", figures=[rounded(part, places, rounding) for part in parts], whole=whole)
    all_of_it = draw(st.integers(1, 9999))
    part = draw(st.integers(0, all_of_it))
    percent = rounded(Decimal(100 * part) / all_of_it, places, rounding)
    return [split, ShareClaim(subject="p", part=part, whole=all_of_it, percent=percent, exact=True)]


@st.composite
def honest_plans(draw: st.DrawFn) -> cp.Plan:
    rows = [draw(indicators(f"i{index}")) for index in range(draw(st.integers(1, 3)))]
    work = [draw(tasks(f"t{index}")) for index in range(draw(st.integers(1, 2)))]
    return plan(*rows, tasks=tuple(work), claims=(*claims_of(rows, work), *draw(shares())), period=_PERIOD)


def further(figure: cp.Figure, by: Decimal) -> Decimal:
    return figure.value + by


def changed(claim: Claim) -> Claim:
    """The same claim beyond what rounding could explain."""
    match claim:
        case cp.VerdictClaim():
            return evolve(claim, verdict="not_met" if claim.verdict is cp.Verdict.MET else "met")
        case cp.CountClaim():
            return evolve(claim, count=claim.count + 10)
        case cp.GrowthClaim():
            return evolve(claim, figure=further(claim.figure, Decimal(2)))
        case cp.StatusClaim():
            return evolve(claim, status="behind" if claim.status is ReportedStatus.AHEAD else "ahead")
        case BreakdownClaim():
            assert claim.whole is not None
            return evolve(claim, whole=further(claim.whole, _FAR))
        case ShareClaim():
            return evolve(claim, percent=further(claim.percent, Decimal(2)))
        case _:
            raise AssertionError(f"no honest plan makes such a claim: {claim}")


@given(honest_plans())
def test_an_account_made_from_its_own_figures_is_clean(honest: cp.Plan) -> None:
    assert findings_of(honest) == []


@given(honest_plans(), st.data())
def test_one_claim_changed_beyond_rounding_is_found_once_on_its_subject(honest: cp.Plan, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(honest.claims) - 1))
    claim = changed(honest.claims[index])
    claims = (*honest.claims[:index], claim, *honest.claims[index + 1 :])
    (finding,) = audit(evolve(honest, claims=claims))
    named = claim.subjects[0] if isinstance(claim, cp.VerdictClaim) else getattr(claim, "subject", honest.id)
    assert finding.subject == named


@given(honest_plans(), st.data())
def test_a_percent_changed_beyond_rounding_is_found_once_on_its_task(honest: cp.Plan, data: st.DataObject) -> None:
    task = data.draw(st.sampled_from(honest.tasks))
    percent = percent_of(task)
    other = percent.value + 2 if percent < 50 else percent.value - 2
    report = evolve(task.reports[0], percent=other)
    tasks = tuple(evolve(one, reports=(report,)) if one is task else one for one in honest.tasks)
    (finding,) = audit(evolve(honest, tasks=tasks, claims=()))
    assert (finding.code, finding.subject) == ("percent-disagrees", task.id)


@given(plans())
def test_every_plan_has_an_answer_and_every_finding_a_subject_in_it(any_plan: cp.Plan) -> None:
    for finding in audit(any_plan):
        assert finding.code in names()
        parts = (any_plan.indicators, any_plan.goals, any_plan.tasks, (any_plan,))
        assert any(finding.subject == part.id for kind in parts for part in kind)


@given(plans())
def test_what_is_passed_over_is_gone_and_nothing_else(any_plan: cp.Plan) -> None:
    findings = audit(any_plan)
    for finding in findings[:1]:
        assert audit(any_plan, ignore=(finding.key,)) == tuple(one for one in findings if one.key != finding.key)


@given(honest_plans(), st.data())
def test_what_is_found_does_not_depend_on_the_order_of_the_rows(honest: cp.Plan, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(honest.claims) - 1))
    claims = (*honest.claims[:index], changed(honest.claims[index]), *honest.claims[index + 1 :])
    shuffled = data.draw(st.permutations(honest.indicators)), data.draw(st.permutations(claims))
    one, other = evolve(honest, claims=claims), evolve(honest, indicators=shuffled[0], claims=shuffled[1])
    assert audit(one) == audit(other)


@given(honest_plans(), st.data())
def test_what_is_found_does_not_depend_on_the_callers_decimal_context(honest: cp.Plan, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(honest.claims) - 1))
    account = evolve(honest, claims=(changed(honest.claims[index]),))
    expected = audit(account)
    with localcontext(Context(prec=3, rounding=ROUND_DOWN, traps=[])):
        assert audit(account) == expected
