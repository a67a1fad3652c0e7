"""Groups of ratings: each weight goes to its own rating, and what is no group is refused."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicplan import methods
from civicplan.assessment import assess
from civicplan.errors import InvalidInputError, InvalidTypeError, InvalidValueError, Reason
from civicplan.methods import Method, Rating, cn_midterm
from civicplan.model import Goal, Indicator, MeasureLike, Observation, Plan, Threshold
from civicplan.rating import compare, rate
from civicplan.testing import plans

NBS = methods.get("nbs-2008")
every_method = pytest.mark.parametrize("method", [methods.get(name) for name in methods.names()], ids=lambda m: m.name)


def row(id: str, value: str, weight: str | None, group: str | None = None) -> Indicator:
    return Indicator(
        id=id,
        name=id,
        weight=weight,
        group=group,
        number=None if group is None else "1",
        targets=(Threshold(bound="≥100"),),
        observations=(Observation(period="2020", figure=value),),
    )


def rated(*rows: Indicator) -> Any:
    plan = Plan(id="p", title="A plan", period="2016/2020", indicators=rows)
    return assess(plan, as_of="2020")


APART = (row("a", "100", "1", "G"), row("b", "50", "8"), row("c", "10", "1", "G"))


class TestEachWeightGoesToItsOwnIndicator:
    def test_rows_of_one_indicator_that_do_not_stand_together_keep_theirs(self) -> None:
        """(100·1 + 50·8 + 10·1) / 10."""
        assert rate(rated(*APART), "nbs-2008").overall.rating.score == 51

    @pytest.mark.parametrize("rows", list(permutations(APART)))
    def test_the_order_of_the_plan_changes_nothing(self, rows: tuple[Indicator, ...]) -> None:
        assert rate(rated(*rows), "nbs-2008").overall.rating.score == 51

    def test_a_weight_of_zero_counts_as_given(self) -> None:
        done = rated(row("a", "100", "0"), row("b", "50", "2"))
        assert rate(done, "nbs-2008").overall.rating.score == 50

    def test_one_weight_missing_is_a_reason(self) -> None:
        done = rated(row("a", "100", None), row("b", "50", "2"))
        assert rate(done, "nbs-2008").overall.rating.reason is Reason.NO_WEIGHT


def scores(*values: int) -> list[Rating]:
    return [Rating(method="nbs-2008", score=Decimal(value)) for value in values]


class TestWeightsAsArguments:
    @pytest.mark.parametrize("weights", [[1, 3], ["1", "3"], ("1.0", 3), iter([1, 3])])
    def test_whole_numbers_and_text_are_figures(self, weights: Any) -> None:
        assert NBS.aggregate(scores(20, 100), weights).score == 80

    @pytest.mark.parametrize(
        ("weights", "error", "words"),
        [
            ([1.0, 3.0], InvalidTypeError, "the float 1.0"),
            (["one", "two"], InvalidValueError, "'one'"),
            ([-1, 3], InvalidValueError, "zero or more"),
            ("13", InvalidTypeError, "a list of weights"),
            ({"a": 1}, InvalidTypeError, "a list of weights"),
            (5, InvalidTypeError, "a list of weights"),
            ([1, 2, 3], InvalidValueError, "one weight for each of 2 ratings"),
        ],
    )
    def test_anything_else_is_named(self, weights: Any, error: type[InvalidInputError], words: str) -> None:
        with pytest.raises(error, match=words) as caught:
            NBS.aggregate(scores(20, 100), weights)
        assert caught.value.place == "weights"

    def test_weights_of_nothing_are_no_weights(self) -> None:
        assert NBS.aggregate(scores(20, 100), [0, 0]).reason is Reason.NO_WEIGHT


@every_method
class TestWhatIsNoGroup:
    def test_is_refused(self, method: Method) -> None:
        junk: Any
        for junk in ("abc", {"a": 1}, None, [1, 2], 5, ["abc"], [None], [["a"]]):
            with pytest.raises(InvalidTypeError) as caught:
                method.aggregate(junk)
            assert caught.value.place == "ratings", junk

    def test_so_are_a_single_rating_and_ratings_under_keys(self, method: Method) -> None:
        one = Rating(method=method.name, label="sun")
        for junk in (one, {"a": one}):
            alone: Any = junk
            with pytest.raises(InvalidTypeError, match="a list of ratings"):
                method.aggregate(alone)


class TestRatingAPlan:
    @pytest.mark.parametrize(
        ("arguments", "error", "place"),
        [
            ({"limits": ["a"]}, InvalidTypeError, "limits"),
            ({"limits": "a"}, InvalidTypeError, "limits"),
            ({"limits": {"a": 1.5}}, InvalidTypeError, "limits"),
            ({"limits": {"a": "none"}}, InvalidValueError, "limits"),
            ({"every_year": "a"}, InvalidTypeError, "every_year"),
            ({"every_year": None}, InvalidTypeError, "every_year"),
            ({"every_year": [["a"]]}, InvalidTypeError, "every_year"),
        ],
    )
    def test_the_error_names_the_argument(self, arguments: Any, error: type[InvalidInputError], place: str) -> None:
        with pytest.raises(error) as caught:
            rate(rated(*APART), "nbs-2008", **arguments)
        assert caught.value.place == place

    @pytest.mark.parametrize("id", [5, None, ["a"]])
    def test_what_is_no_id_is_refused(self, id: Any) -> None:
        with pytest.raises(InvalidTypeError, match="id: expected an id as text"):
            rate(rated(*APART), "nbs-2008")[id]

    @given(plan=plans(), name=st.sampled_from(methods.names()), day=st.sampled_from(["2010", "2018", "2024", "2030"]))
    def test_every_indicator_of_any_plan_has_a_rating_or_a_reason(self, plan: Plan, name: str, day: str) -> None:
        result = rate(assess(plan, as_of=day), name)
        assert all(one.rating.is_rated or one.rating.reason is not None for one in result)
        assert str(result)

    @pytest.mark.parametrize("name", methods.names())
    def test_so_has_one_whose_figures_are_at_the_ends_of_what_can_be_written(self, name: str) -> None:
        ends = ("9" * 30, "1E+30", "-1E+30", "1E-30", "0", "0." + "9" * 30, f"{'9' * 30}E+30")
        rows = tuple(
            Indicator(
                id=f"i{index}-{other}-{bound}",
                name="x",
                direction="range",
                baseline=Observation(period="2015", figure=first),
                targets=(Threshold(bound=shape.format(last)),),
                observations=tuple(Observation(period=year, figure=last) for year in ("2017", "2018", "2019")),
            )
            for index, first in enumerate(ends)
            for other, last in enumerate(ends)
            for bound, shape in enumerate(("{0}±1", "={0}"))
        )
        result = rate(rated(*rows), name, limits=dict.fromkeys((row.id for row in rows), "5"))
        assert all(one.rating.is_rated or one.rating.reason is not None for one in result)
        assert str(result)

    @pytest.mark.parametrize("measure", ["level", "total"])
    def test_a_range_whose_ends_are_longer_than_a_figure_has_a_reason(self, measure: MeasureLike) -> None:
        fine = Indicator(
            id="fine",
            name="fine",
            targets=(Threshold(bound="1E+30±1E-30", measure=measure),),
            observations=(Observation(period="2020", figure="1E+30", measure=measure),),
        )
        plan = Plan(id="p", title="p", period="2020", indicators=(fine,))
        assert rate(assess(plan, as_of="2020"), "nbs-2008")["fine"].reason is Reason.TOO_MANY_DIGITS

    def test_a_derived_actual_finer_than_a_figure_is_rated(self) -> None:
        """A growth of some 3E-8 percent a year has more decimal places than a figure may be written with."""
        slow = Indicator(
            id="slow",
            name="slow",
            baseline=Observation(period="2015", figure="1000000000"),
            targets=(Threshold(bound="≥0.0000001", measure="growth"),),
            observations=(Observation(period="2018", figure="1000000001"),),
        )
        plan = Plan(id="p", title="p", period="2016/2018", indicators=(slow,))
        assert rate(assess(plan, as_of="2018"), "global-fund")["slow"].label == "B2"

    def test_values_of_hundreds_of_digits_are_shown_with_an_exponent(self) -> None:
        """From 1E-30 to 1E+30 in a year, and so on for fourteen more."""
        wild = Indicator(
            id="wild",
            name="wild",
            direction="higher",
            baseline=Observation(period="2015", figure="1E-30"),
            targets=(Threshold(bound="≥2E+30", period="2030"),),
            observations=(Observation(period="2016", figure="1E+30"),),
        )
        done = assess(Plan(id="p", title="p", period="2016/2030", indicators=(wild,)), as_of="2016")
        assert "5E+839" in str(rate(done, "un-2023"))
        assert "5E+839" in str(compare(done, ["un-2023"]))
        assert str(rate(done, "un-2023")["wild"]).endswith("5E+839")


class TestWhatIsNoMethod:
    def test_is_refused_by_the_name_of_the_argument(self) -> None:
        nothing: Any = 5
        with pytest.raises(InvalidTypeError, match="method: expected a method or its name"):
            rate(rated(*APART), nothing)
        with pytest.raises(InvalidTypeError, match="methods: expected a list of methods"):
            compare(rated(*APART), nothing)

    def test_a_tolerance_is_a_number(self) -> None:
        with pytest.raises(InvalidValueError, match="tolerance: expected a number"):
            cn_midterm("some")


class TestMethodsOfOneNameAreNotSetSideBySide:
    def test_a_tolerance_of_ones_own_is_in_the_name(self) -> None:
        assert cn_midterm() != cn_midterm("0.2")
        assert cn_midterm() == methods.get("cn-midterm")
        assert cn_midterm("0.5").name == "cn-midterm (tolerance 0.5)"
        assert cn_midterm("0.50") == cn_midterm("0.5")

    def test_two_tolerances_are_two_columns(self) -> None:
        together = compare(rated(*APART), [cn_midterm(), cn_midterm("0.5")])
        assert list(together.to_rows()[0]) == ["id", "name", "cn-midterm", "cn-midterm (tolerance 0.5)"]

    def test_equal_names_are_refused(self) -> None:
        with pytest.raises(InvalidValueError, match=r"^methods: expected one method or more, .*methods\.names\(\)"):
            compare(rated(*APART), [])
        with pytest.raises(InvalidValueError, match="each method once"):
            compare(rated(*APART), ["nbs-2008", "global-fund", NBS])


def test_groups_bear_the_titles_of_goals_and_no_two_the_same_name() -> None:
    roads = Indicator(id="a", name="a", category="roads", nature="binding", targets=("≥2",))
    goal = Goal(id="g1", title="Good roads", indicators=("a",))
    others = Indicator(id="b", name="b", targets=("≥2",))
    plan = Plan(id="p", title="A plan", period="2016/2020", indicators=(roads, others), goals=(goal,))
    text = rate(assess(plan, as_of="2020"), "un-2023").to_text(language="en")
    for name in ("Good roads", "no goal", "no category", "no nature stated"):
        assert name in text
    assert "g1" not in text
