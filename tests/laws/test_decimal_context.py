"""Laws of precision: no answer depends on the decimal context of whoever asks."""

import decimal
from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from functools import partial
from typing import Any

from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

import civicplan as cp
from civicplan import Bound, Figure, Indicator, Observation, Period, Plan, Threshold
from civicplan.assessment import Outcome
from civicplan.evidence import Actual
from civicplan.measure import over_fulfilment, pace, planned_reduction
from civicplan.testing import bounds, figures, periods, plans
from civicplan.values import value_or_reason

from ._questions import questions

_SIGNALS = [
    decimal.Clamped,
    decimal.DivisionByZero,
    decimal.FloatOperation,
    decimal.Inexact,
    decimal.InvalidOperation,
    decimal.Overflow,
    decimal.Rounded,
    decimal.Subnormal,
    decimal.Underflow,
]
HOSTILE = (
    Context(prec=1, rounding=decimal.ROUND_UP, traps=[]),
    Context(prec=2, rounding=decimal.ROUND_FLOOR, traps=[]),
    Context(prec=3, rounding=decimal.ROUND_05UP, traps=[]),
    Context(prec=1, rounding=decimal.ROUND_CEILING, traps=_SIGNALS),
    Context(prec=3, Emin=0, Emax=0, clamp=1, traps=_SIGNALS),
    Context(prec=28, capitals=0, traps=_SIGNALS),
)


def unchanged(ask: Callable[[], Any]) -> None:
    """The answer under every hostile context is the answer under the ordinary one."""
    ordinary = answer(ask)
    for context in HOSTILE:
        with localcontext(context):
            under_context = answer(ask)
        assert under_context == ordinary, context


def answer(ask: Callable[[], Any]) -> Any:
    """What comes back, an error of the library included; anything else that is raised is a failure."""
    try:
        return ask()
    except cp.CivicPlanError as error:
        return type(error), str(error)


def exactly(value: object) -> object:
    """A Decimal with all its digits, so that 1.0 is not 1; its text would depend on the context of who prints it."""
    return value.as_tuple() if isinstance(value, Decimal) else value


def exactly_asked(ask: Callable[[], Decimal]) -> object:
    return exactly(ask())


def everything(plan: Plan, as_of: Period) -> list[Any]:
    """All that an assessment can be asked."""
    assessment = cp.assess(plan, as_of=as_of)
    outcomes = [
        (outcome.verdict, outcome.decisive, outcome.reason, outcome.standing, numbers(outcome), outcome.explain())
        for each in assessment
        for outcome in each.outcomes
    ]
    rows = [{name: exactly(value) for name, value in row.items()} for row in assessment.to_rows()]
    tasks = [(each.verdict, each.decisive, exactly(each.pace), each.explain()) for each in assessment.tasks]
    return [assessment.counts, outcomes, rows, tasks, str(assessment), assessment._repr_html_()]


def numbers(outcome: Outcome) -> list[object]:
    shown: list[object] = [outcome.attainment, outcome.progress, outcome.elapsed, outcome.pace]
    if isinstance(outcome.actual, Actual):
        shown += [outcome.actual.value, outcome.actual.interval.low, outcome.actual.interval.high]
    return [exactly(value) for value in shown]


_rate = Observation(period="2016/2018", figure="1.25", measure="growth")
_rising = Indicator(
    id="rising", name="rising", targets=(Threshold(bound="≥2.5", measure="growth"),), observations=(_rate,)
)
_half_way = Plan(id="plan", title="A plan", period="2016/2020", indicators=(_rising,))
_in_thousands = evolve(_rising, id="rough", observations=(evolve(_rate, figure="6E+3"),), weight="6E+3")


@given(questions())
@example((_half_way, Period.parse("2018")))
@example((evolve(_half_way, indicators=(_in_thousands,)), Period.parse("2018")))
def test_assessment_does_not_depend_on_the_callers_decimal_context(question: tuple[Plan, Period]) -> None:
    unchanged(partial(everything, *question))


@given(plans())
@example(evolve(_half_way, indicators=(_in_thousands,)))
def test_reading_and_writing_do_not_depend_on_the_callers_decimal_context(plan: Plan) -> None:
    for format in ("json", "toml"):
        written = cp.dumps(plan, format=format)
        unchanged(partial(cp.dumps, plan, format=format))
        unchanged(partial(cp.loads, written, format=format))


@given(bound=bounds(), figure=figures(min_places=-5, max_places=20, min_value="-1E+20", max_value="1E+20"))
@example(bound=Bound.at_least("6E+4"), figure=Figure("6E+4"))
def test_figures_and_bounds_do_not_depend_on_the_callers_decimal_context(bound: Bound, figure: Figure) -> None:
    unchanged(lambda: (str(figure), figure.places, hash(figure), repr(Figure(str(figure)))))
    unchanged(lambda: (exactly(figure.interval.low), exactly(figure.interval.high)))
    unchanged(lambda: (str(bound), bound.decides(figure), repr(Bound.parse(str(bound)))))
    unchanged(lambda: value_or_reason(bound.admits, figure))
    unchanged(lambda: (figure < bound.figure, figure <= bound.figure, figure == bound.figure))


@given(whole=periods(), at=periods())
def test_elapsed_does_not_depend_on_the_callers_decimal_context(whole: Period, at: Period) -> None:
    unchanged(lambda: (exactly(whole.elapsed(at)), exactly(whole.years_until(at))))


plain = figures(min_value=-1000, max_value=1000, max_places=3)
lists = st.lists(plain, max_size=4)


@given(one=plain, two=plain, three=plain, several=lists)
def test_measures_do_not_depend_on_the_callers_decimal_context(
    one: Figure, two: Figure, three: Figure, several: list[Figure]
) -> None:
    asked: list[Callable[[], Decimal]] = [
        partial(cp.cagr, one, two, three),
        partial(cp.required_cagr, one, two, three),
        partial(cp.compound, several),
        partial(cp.cumulative_reduction, several),
        partial(cp.reduction_progress, reductions=several, target=one),
        partial(cp.remaining_reduction, reductions=several, target=one, years=two),
        partial(planned_reduction, target=one, years=two),
        partial(over_fulfilment, actual=one, target=two),
        partial(cp.progress, baseline=one, actual=two, target=three),
        partial(pace, progress=one, elapsed=two),
        partial(cp.attainment, actual=one, target=two, direction="higher"),
        partial(cp.attainment, actual=one, target=two, direction="lower"),
        partial(cp.attainment, actual=one, target=(two, three), direction="range", limits=(-2000, 2000)),
        partial(cp.gap, actual=one, target=(two, three), direction="range"),
        partial(cp.scheduled_value, baseline=one, target=two, period="2016/2020", at="2018"),
        partial(cp.scheduled_value, baseline=one, target=two, period="2016/2020", at="2018-Q3", path="geometric"),
    ]
    for ask in asked:
        unchanged(partial(exactly_asked, ask))


@given(questions(max_indicators=2, max_tasks=1))
def test_of_what_is_written_and_read(question: tuple[Plan, Period]) -> None:
    plan, day = question
    assessment = cp.assess(plan, as_of=day)
    rated = cp.rate(assessment, "un-2023")
    outcomes = [outcome for row in assessment for outcome in row.outcomes]
    for result in (assessment, *assessment, *assessment.tasks, *outcomes, rated):
        written = result.to_dict()
        unchanged(result.to_json)
        unchanged(partial(cp.from_dict, written, type(result)))
        unchanged(partial(cp.from_dict, {**written, "tolerance": "0.50", "elapsed": "0.30"}, type(result)))
