"""An indicator takes literals for its baseline, targets, observations and natural range, and says what is wrong."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

import civicplan as cp
from civicplan.errors import InvalidInputError, InvalidTypeError, InvalidValueError


def indicator(**fields: Any) -> cp.Indicator:
    return cp.Indicator(id="gdp", name="GDP", **fields)


def refusal(kind: type[InvalidInputError], **fields: Any) -> InvalidInputError:
    with pytest.raises(kind) as refused:
        indicator(**fields)
    return refused.value


def test_a_row_of_a_table_is_written_in_literals() -> None:
    written = indicator(
        baseline=("2015", "2335.1"),
        targets=("≥3800", cp.Threshold(bound="≥9", measure="growth")),
        observations={"2020": "3105.8", 2021: "3420"},
        natural_range=("0", None),
    )
    assert written == cp.Indicator(
        id="gdp",
        name="GDP",
        baseline=cp.Observation(period="2015", figure="2335.1"),
        targets=(cp.Threshold(bound="≥3800"), cp.Threshold(bound="≥9", measure="growth")),
        observations=(cp.Observation(period="2020", figure="3105.8"), cp.Observation(period="2021", figure="3420")),
        natural_range=cp.Bound.at_least("0"),
    )


@pytest.mark.parametrize(
    ("targets", "bounds"),
    [
        (("≥3800",), "≥3800"),
        (["≥3800", "≈20", "6.0..6.5"], "≥3800 ≈20 6.0..6.5"),
        ((cp.Bound.at_least("3800"), ">=9"), "≥3800 ≥9"),
        ((text for text in ("20±1", "=0")), "20±1 =0"),
        ((), ""),
    ],
)
def test_a_bound_or_its_text_is_a_threshold(targets: Any, bounds: str) -> None:
    assert indicator(targets=targets).targets == tuple(cp.Threshold(bound=bound) for bound in bounds.split())


def test_targets_of_other_kinds_stand_beside_text_in_the_order_written() -> None:
    others = (cp.Relative(reference="b", relation="above"), cp.Delegated(authority="a"), cp.Qualitative(text="more"))
    taken = indicator(targets=(others[0], "≥1", others[1], others[2])).targets
    assert taken == (others[0], cp.Threshold(bound="≥1"), others[1], others[2])


def test_a_wrong_target_is_named_by_its_place() -> None:
    for targets, place, advice in (
        (("3800",), "[0]", "say which way: ≥3800, ≤3800 or =3800"),
        (("≥1", "≥2%"), "[1]", "write ≥2"),
        (("≥1", "at least 2"), "[1]", "write ≥2"),
        (("more",), "[0]", ""),
    ):
        error = refusal(InvalidValueError, targets=targets)
        assert (error.place, error.advice) == (f"Indicator.targets{place}", advice)
    for wrong in (3800, 3800.5, None, ("≥1",), {"bound": "≥1"}):
        error = refusal(InvalidTypeError, targets=("≥1", wrong))
        assert (error.place, error.advice) == ("Indicator.targets[1]", 'write "≥3800" or Threshold(bound="≥3800")')
    for alone in ("≥3800", cp.Bound.at_least(1), cp.Threshold(bound="≥1"), None, 3800):
        error = refusal(InvalidTypeError, targets=alone)
        assert (error.place, error.advice) == ("Indicator.targets", "put a single one in parentheses: (x,)")


@pytest.mark.parametrize(
    ("baseline", "observation"),
    [
        (("2015", "2335.1"), ("2015", "2335.1")),
        ((2015, 2335), ("2015", "2335")),
        ((cp.Period.parse("2015-H1"), cp.Figure("2335.10")), ("2015-H1", "2335.10")),
        ((datetime.date(2015, 12, 31), "7"), ("2015-12-31", "7")),
        (("2015", "≈60"), ("2015", "≈60")),
        (cp.Observation(period="2015", figure="7"), ("2015", "7")),
    ],
)
def test_a_baseline_is_an_observation_or_its_period_and_figure(baseline: Any, observation: tuple[str, str]) -> None:
    period, figure = observation
    assert indicator(baseline=baseline).baseline == cp.Observation(period=period, figure=figure)
    assert indicator(baseline=None).baseline is None


def test_a_wrong_baseline_is_told_both_ways_to_write_it() -> None:
    for wrong in (["2015", "1"], ("2015",), ("2015", "1", "2"), (), "2335.1", 2335, {"2015": "1"}, cp.Figure("1")):
        error = refusal(InvalidTypeError, baseline=wrong)
        assert error.place == "Indicator.baseline"
        assert error.advice == 'write ("2015", "2335.1") or Observation(period="2015", figure="2335.1")'
    assert refusal(InvalidTypeError, baseline=("2015", 2335.1)).advice == 'write "2335.1" or Decimal("2335.1")'
    assert refusal(InvalidValueError, baseline=("15", "1")).place == "Observation.period"


def test_published_figures_are_taken_by_their_periods_in_the_order_written() -> None:
    days = {2021: "3420", "2020": "3105.8", cp.Period.parse("2019"): 3000, "2016/2020": cp.Figure("2.0"), "2022": "≥9"}
    expected = (("2021", "3420"), ("2020", "3105.8"), ("2019", "3000"), ("2016/2020", "2.0"), ("2022", "≥9"))
    taken = indicator(observations=days).observations
    assert taken == tuple(cp.Observation(period=period, figure=figure) for period, figure in expected)
    assert [str(observation.figure) for observation in taken] == [figure for _, figure in expected]
    assert indicator(observations={}).observations == ()


def test_observations_may_still_be_given_one_by_one() -> None:
    two = (cp.Observation(period="2020", figure="1"), cp.Observation(period="2020", figure="2"))
    for written in (two, list(two), iter(two)):
        assert indicator(observations=written).observations == two


def test_a_wrong_figure_is_named_by_its_period() -> None:
    for observations, place in (
        ({"2019": "1", "2020": "1,006.20"}, "['2020']"),
        ({2020: "1,006.20"}, "['2020']"),
        ({cp.Period.parse("2020-H1"): "95%"}, "['2020-H1']"),
        ({"20x": "5"}, "['20x']"),
        ({"2020": "=5"}, "['2020']"),
        ({"2020": "6..7"}, "['2020']"),
    ):
        assert refusal(InvalidValueError, observations=observations).place == f"Indicator.observations{place}"
    for wrong in (None, 3105.8, True, ["1"], cp.Observation(period="2020", figure="1")):
        assert refusal(InvalidTypeError, observations={"2020": wrong}).place == "Indicator.observations['2020']"
    assert refusal(InvalidTypeError, observations={2020.0: "1"}).place == "Indicator.observations['2020.0']"


def test_observations_in_another_form_are_told_both_ways_to_write_them() -> None:
    for pairs in ([("2020", "1")], (("2020", "1"),), ["3105.8"], [None]):
        error = refusal(InvalidTypeError, observations=pairs)
        assert error.place == "Indicator.observations[0]"
        assert 'write {"2020": "3105.8"}' in error.advice
        assert 'Observation(period="2020", figure="3105.8")' in error.advice
    for alone in ("3105.8", 3105, None, cp.Observation(period="2020", figure="1")):
        assert refusal(InvalidTypeError, observations=alone).place == "Indicator.observations"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (("0", "100"), "0..100"),
        ((0, 100), "0..100"),
        (("0", None), "≥0"),
        ((None, "100"), "≤100"),
        ((cp.Figure("-1.0"), cp.Figure("1.0")), "-1.0..1.0"),
        (("5", "5"), "5..5"),
        ("0..100", "0..100"),
        ("≥0", "≥0"),
        (">=0", "≥0"),
        ("≤100", "≤100"),
        (cp.Bound.between(0, 100), "0..100"),
    ],
)
def test_a_natural_range_is_written_by_its_ends_or_as_a_bound(written: Any, shown: str) -> None:
    taken = indicator(natural_range=written).natural_range
    assert taken == cp.Bound.parse(shown)
    assert str(taken) == shown
    # What a file states is the text of the bound.
    assert indicator(natural_range=shown) == indicator(natural_range=written)
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(indicator(natural_range=written),))
    assert f'"natural_range": "{shown}"' in cp.dumps(plan)
    assert cp.loads(cp.dumps(plan))["gdp"].natural_range == taken


@pytest.mark.parametrize(
    ("wrong", "place", "advice"),
    [
        ((None, None), "", "leave it out where every level is possible"),
        (("100", "0"), "", "write 0..100"),
        ("100..0", "", "write 0..100"),
        (("x", "100"), "[0]", ""),
        (("0", "100%"), "[1]", "write 100"),
        ((None, "1e99"), "[1]", ""),
        (">0", "", "write 0..100, ≥0 or ≤100"),
        ("<100", "", "write 0..100, ≥0 or ≤100"),
        ("=5", "", "write 0..100, ≥0 or ≤100"),
        ("≈5", "", "write 0..100, ≥0 or ≤100"),
        ("5±1", "", "write 0..100, ≥0 or ≤100"),
        (cp.Bound.above(0), "", "write 0..100, ≥0 or ≤100"),
        ("100", "", "say which way: ≥100, ≤100 or =100"),
        ("percent", "", ""),
    ],
)
def test_a_wrong_natural_range_is_told_what_to_write(wrong: Any, place: str, advice: str) -> None:
    error = refusal(InvalidValueError, natural_range=wrong)
    assert (error.place, error.advice) == (f"Indicator.natural_range{place}", advice)


def test_a_natural_range_is_two_ends_or_a_bound_and_nothing_else() -> None:
    for wrong in (["0", "100"], ("0",), ("0", "1", "2"), (), 100, 0.5, {"0": "100"}, True, range(100), cp.Figure("1")):
        error = refusal(InvalidTypeError, natural_range=wrong)
        assert (error.place, error.expected) == ("Indicator.natural_range", "the least and the largest possible level")
        assert error.advice == 'write ("0", "100"), or ("0", None) where there is no largest one'
    assert refusal(InvalidTypeError, natural_range=(0.5, None)).advice == 'write "0.5" or Decimal("0.5")'


def test_what_an_indicator_declares_is_one_of_a_few_words() -> None:
    assert indicator(prices="constant", stock=True, exact=False).prices == "constant"
    assert (indicator().prices, indicator().stock, indicator().exact) == (None, False, None)
    for name, wrong, expected in (
        ("prices", "real", "one of current, constant"),
        ("measure", "rate", "one of level, growth, total, reduction, change"),
        ("direction", "up", "one of higher, lower, range"),
    ):
        error = refusal(InvalidValueError, **{name: wrong})
        assert (error.place, error.expected) == (f"Indicator.{name}", expected)
    for field in ("stock", "exact"):
        for junk in ("yes", 1, 0, "true"):
            assert refusal(InvalidTypeError, **{field: junk}).expected == "true or false"
    assert refusal(InvalidTypeError, stock=None).place == "Indicator.stock"
    assert refusal(InvalidTypeError, measure=None).place == "Indicator.measure"


def test_an_observation_may_say_when_it_was_published_and_whether_it_may_still_change() -> None:
    revised = cp.Observation(period="2020", figure="1", status="provisional", published=datetime.date(2021, 3, 1))
    assert (revised.status, revised.published) == ("provisional", cp.Period.parse("2021-03-01"))
    plain = cp.Observation(period="2020", figure="1")
    assert (plain.status, plain.published) == (None, None)
    assert len({plain, revised, cp.Observation(period="2020", figure="1", status="final")}) == 3
    misspelt: Any = "finals"
    with pytest.raises(InvalidValueError, match=r"^Observation\.status: expected one of provisional, final") as refused:
        cp.Observation(period="2020", figure="1", status=misspelt)
    assert refused.value.advice == "write final"
    with pytest.raises(InvalidValueError, match=r"^Threshold\.published: expected a period"):
        cp.Threshold(bound="≥1", published="March")


def test_a_target_in_words_may_say_when_it_is_due() -> None:
    assert cp.Qualitative(text="明显提升").period is None
    assert cp.Qualitative(text="明显提升", period="2025").period == cp.Period.parse("2025")
