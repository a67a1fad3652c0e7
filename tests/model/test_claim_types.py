"""Claims as documents make them: what each kind takes, what it refuses, and what it says of the mistake."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.model import Claim, GapTo, Grade, ReportedStatus, Side
from civicplan.testing import claims as random_claims

#: One claim of each kind that may foretell something.
FORETELLING: tuple[Claim, ...] = (
    cp.VerdictClaim(subjects=("gdp",), verdict="met", is_forecast=True),
    cp.StandingClaim(subjects=("gdp",), standing="ahead", period="2018", is_forecast=True),
    cp.StatusClaim(subject="books", status="ahead", period="2018", is_forecast=True),
    cp.CountClaim(count=1, is_forecast=True),
    cp.GrowthClaim(subject="gdp", figure="7", period="2016/2020", is_forecast=True),
    cp.GapClaim(subject="gdp", figure="1", side="short", period="2018", is_forecast=True),
    cp.ShareClaim(subject="gdp", part="1", percent="50", is_forecast=True),
    cp.BreakdownClaim(subject="gdp", figures=("1", "2"), is_forecast=True),
)


def standing(**fields: Any) -> cp.StandingClaim:
    return cp.StandingClaim(subjects=("gdp",), period="2018", **fields)


def gap(**fields: Any) -> cp.GapClaim:
    return cp.GapClaim(**{"subject": "gdp", "figure": "1.8", "side": "short", "period": "2018"} | fields)


def plan(*claims: Claim) -> cp.Plan:
    return cp.Plan(
        id="plan",
        title="A plan",
        period="2016/2020",
        indicators=(cp.Indicator(id="gdp", name="GDP"), cp.Indicator(id="income", name="income")),
        tasks=(cp.Task(id="books", title="books"),),
        claims=claims,
    )


@pytest.mark.parametrize("word", list(cp.Standing))
def test_a_standing_is_a_word_or_a_member(word: cp.Standing) -> None:
    assert standing(standing=str(word)) == standing(standing=word)
    assert standing(standing=word).standing is word


def test_a_level_is_text_with_a_rank_on_a_scale() -> None:
    for rank in (1, 2, 3):
        claim = standing(level={"zh": "二级预警", "en": "second warning level"}, rank=rank, scale=3)
        assert (claim.rank, claim.scale, claim.standing) == (rank, 3, None)
        assert str(claim.level) == "二级预警"


def test_a_standing_claim_states_a_standing_or_a_level_and_not_both() -> None:
    expected = r"^StandingClaim\.standing: expected a standing or a level, got {}; write a standing, or a level"
    with pytest.raises(InvalidTypeError, match=expected.format("None")):
        standing()
    with pytest.raises(InvalidValueError, match=expected.format("both")):
        standing(standing="ahead", level="amber", rank=2, scale=3)


def test_a_rank_lies_on_the_scale_of_its_level() -> None:
    expected = r"^StandingClaim\.rank: expected a rank from 1 to the size of the scale, got {}; write for example"
    for rank, scale in ((None, None), (2, None), (None, 3), (0, 3), (4, 3)):
        with pytest.raises(InvalidValueError, match=expected.format(f"{rank} of {scale}")):
            standing(level="amber", rank=rank, scale=scale)
    for alone in ({"rank": 2}, {"scale": 3}, {"rank": 2, "scale": 3}):
        with pytest.raises(InvalidValueError, match=r"^StandingClaim\.rank: expected a rank only with a level"):
            standing(standing="ahead", **alone)


def test_a_rank_and_a_scale_are_whole_numbers() -> None:
    for wrong in (True, "2", 2.0):
        with pytest.raises(InvalidTypeError, match=r"^StandingClaim\.rank: expected a whole number"):
            standing(level="amber", rank=wrong, scale=3)
        with pytest.raises(InvalidTypeError, match=r"^StandingClaim\.scale: expected a whole number"):
            standing(level="amber", rank=2, scale=wrong)


def test_a_gap_is_a_distance_and_a_side() -> None:
    assert gap(side="beyond").side is Side.BEYOND
    assert gap(figure="0").figure == cp.Figure("0")
    with pytest.raises(
        InvalidValueError, match=r"^GapClaim\.figure: expected a distance of zero or more, got -1\.8; say on which side"
    ):
        gap(figure="-1.8")
    for side in ("above", "", None):
        with pytest.raises((InvalidValueError, InvalidTypeError), match=r"^GapClaim\.side"):
            gap(side=side)


def test_a_gap_to_an_indicator_names_it_and_no_other_gap_does() -> None:
    assert gap().to is GapTo.TARGET
    assert gap(to="indicator", reference="income").reference == "income"
    for fields in ({"to": "indicator"}, {"reference": "income"}, {"to": "schedule", "reference": "income"}):
        with pytest.raises(InvalidValueError, match=r"^GapClaim\.reference: expected a reference for a distance to an"):
            gap(**fields)


def test_a_gap_is_in_levels_unless_it_says_otherwise() -> None:
    assert gap().measure is cp.Measure.LEVEL
    assert gap(measure="growth").measure is cp.Measure.GROWTH


def test_a_verdict_may_be_graded() -> None:
    def graded(grade: Any) -> cp.VerdictClaim:
        return cp.VerdictClaim(subjects=("gdp",), verdict="met", grade=grade)

    assert cp.VerdictClaim(subjects=("gdp",), verdict="met").grade is None
    for grade in Grade:
        assert graded(str(grade)) == graded(grade)
        assert graded(grade).grade is grade
    with pytest.raises(InvalidValueError, match=r"^VerdictClaim\.grade"):
        graded("good")


def test_what_was_not_met_has_no_grade() -> None:
    for verdict in (word for word in cp.Verdict if word is not cp.Verdict.MET):
        for grade in Grade:
            with pytest.raises(InvalidValueError, match=r"^VerdictClaim\.grade: .* or leave the grade out") as refused:
                cp.VerdictClaim(subjects=("gdp",), verdict=verdict, grade=grade)
            assert f"{grade} beside {verdict}" in str(refused.value)


def test_a_count_may_be_of_a_verdict_a_standing_a_status_a_nature_or_a_heading() -> None:
    everything = cp.CountClaim(count=2)
    assert (everything.verdict, everything.standing, everything.status, everything.nature) == (None,) * 4
    assert (everything.category, everything.members) == (None, ())
    claim = cp.CountClaim(count=2, standing="ahead", category="环境", members=("gdp", "income"))
    assert (claim.standing, str(claim.category), claim.members) == (cp.Standing.AHEAD, "环境", ("gdp", "income"))
    assert cp.CountClaim(count=1, counted="tasks", status="completed").status is ReportedStatus.COMPLETED
    wrong: Any = "good"
    for field in ("verdict", "standing", "status", "nature"):
        with pytest.raises(InvalidValueError, match=rf"^CountClaim\.{field}"):
            cp.CountClaim(count=1, **{field: wrong})


def test_a_name_in_the_list_of_a_count_is_an_id() -> None:
    with pytest.raises(InvalidValueError, match=r"^CountClaim\.members\[1\]: expected an id without white space"):
        cp.CountClaim(count=2, members=("gdp", "per head"))


def test_a_share_may_be_printed_without_its_whole() -> None:
    assert cp.ShareClaim(subject="gdp", part="65", percent="81.3").whole is None
    assert cp.ShareClaim(subject="gdp", part="65", whole="80", percent="81.3").whole == cp.Figure("80")


def test_any_claim_may_be_a_forecast_and_none_is_unless_it_says_so() -> None:
    assert {type(claim) for claim in FORETELLING} == set(get_args(Claim))
    for claim in FORETELLING:
        assert claim.is_forecast
        assert cp.loads(cp.dumps(plan(claim))).claims == (claim,)
    wrong: Any = 1
    assert not cp.CountClaim(count=1).is_forecast
    with pytest.raises(InvalidTypeError, match=r"^CountClaim\.is_forecast: expected true or false"):
        cp.CountClaim(count=1, is_forecast=wrong)


@given(st.data())
def test_every_claim_is_read_as_it_was_written(data: st.DataObject) -> None:
    claim = data.draw(random_claims(indicators=("gdp", "income"), tasks=("books",), within="2016/2020"))
    written = plan(claim)
    assert cp.loads(cp.dumps(written)) == written
    assert cp.loads(cp.dumps(written, format="toml"), format="toml") == written
