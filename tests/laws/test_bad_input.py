"""Laws of bad input: whatever is not part of a plan is refused by an error of the library, at once and briefly."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest

import civicplan as cp
from civicplan import Bound, CivicPlanError, Figure, Observation, Period, Plan, Source
from civicplan.errors import InvalidTypeError
from civicplan.values import BoundKind, CalendarUnit, Text
from tests.model._parts import LEAST

WRONG_TYPES: dict[str, Any] = {
    "nothing": None,
    "a flag": True,
    "a float": 0.5,
    "a float that is no number": float("nan"),
    "bytes": b"75",
    "no bytes": b"",
    "a list of lists": [[]],
    "a mapping of numbers": {1: 2},
    "a set": {1},
    "an object": object(),
    "a type": int,
}
WRONG_WORDS: dict[str, Any] = {
    "empty": "",
    "blank": " ",
    "a null character": "\0",
    "half a character": "\ud800",
    "separators": "1,006.20",
    "a percentage": "95%",
    "wide digits": "１２",
    "not a number": "NaN",
    "infinity": "Infinity",
    "a negative zero": "-0",
    "too large": "1e400",
    "a long phrase": "many words " * 80,
    "ten million characters": "x" * 10_000_000,
    "ten million digits": "9" * 10_000_000,
}
WRONG_NUMBERS: dict[str, Any] = {
    "a large int": 10**40,
    "an int of 5001 digits": -(10**5000),
    "a Decimal that is no number": Decimal("NaN"),
    "a Decimal that signals": Decimal("sNaN"),
    "an infinite Decimal": Decimal("Infinity"),
    "a Decimal too large": Decimal("1e400"),
    "a Decimal of a million digits": Decimal("1" * 10**6),
    "the last day": datetime.date.max,
}
JUNK = WRONG_TYPES | WRONG_WORDS | WRONG_NUMBERS
WORDS = set(WRONG_WORDS) - {"empty", "blank", "half a character", "ten million characters", "ten million digits"}

#: Every way to build a value, and the junk that is none to it.
VALUES: dict[str, tuple[Callable[[Any], object], set[str]]] = {
    "Figure": (Figure, {"a negative zero"}),
    "Bound.at_least": (Bound.at_least, {"a negative zero"}),
    "Bound.above": (Bound.above, {"a negative zero"}),
    "Bound.at_most": (Bound.at_most, {"a negative zero"}),
    "Bound.below": (Bound.below, {"a negative zero"}),
    "Bound.exactly": (Bound.exactly, {"a negative zero"}),
    "Bound.between, from": (lambda junk: Bound.between(junk, 5), {"a negative zero"}),
    "Bound.between, to": (lambda junk: Bound.between(-5, junk), {"a negative zero"}),
    "Bound.about": (lambda junk: Bound.about(junk, tolerance=5), {"a negative zero"}),
    "Bound.about, tolerance": (lambda junk: Bound.about(5, tolerance=junk), {"nothing", "a negative zero"}),
    "Bound.admits, direction": (lambda junk: Bound.about(5, tolerance=1).admits(5, junk), {"nothing"}),
    "Bound.decides, direction": (lambda junk: Bound.about(5, tolerance=1).decides(5, junk), {"nothing"}),
    "Bound.parse": (Bound.parse, set()),
    "Bound, kind": (lambda junk: Bound(junk, Figure(1)), set()),
    "Bound, figure": (lambda junk: Bound(BoundKind.AT_LEAST, junk), {"a negative zero"}),
    "Bound, second": (lambda junk: Bound(BoundKind.BETWEEN, Figure(-1), junk), {"nothing", "a negative zero"}),
    "Period.parse": (Period.parse, set()),
    "Period.of": (Period.of, set()),
    "Period, unit": (lambda junk: Period(junk, 2020, 2020), set()),
    "Period, first": (lambda junk: Period(CalendarUnit.YEAR, junk, 2020), set()),
    "Period, last": (lambda junk: Period(CalendarUnit.YEAR, 2020, junk), set()),
    "Period, last day": (lambda junk: Period(CalendarUnit.DAY, 1, junk), set()),
    "Text": (Text, WORDS),
    "Text, words": (lambda junk: Text({"zh": junk}), WORDS),
    "Text, language": (lambda junk: Text(((junk, "x"),)), set()),
    "Source.document": (lambda junk: Source(document=junk), WORDS),
    "Source.line": (lambda junk: Source(document="d", line=junk), {"nothing"}),
    "Source.box": (lambda junk: Source(document="d", box=junk), {"nothing", *WORDS}),
}


def is_brief(error: CivicPlanError) -> bool:
    return len(str(error)) <= 400


def refusal(make: Callable[[Any], object], junk: Any) -> CivicPlanError | None:
    """The error of the library that the junk is refused with; None where it is taken."""
    try:
        make(junk)
    except CivicPlanError as error:
        return error
    return None


def test_a_value_refuses_what_it_cannot_be() -> None:
    for kind, (make, accepted) in VALUES.items():
        for name in JUNK.keys() - accepted:
            error = refusal(make, JUNK[name])
            assert isinstance(error, TypeError if name in WRONG_TYPES else TypeError | ValueError), (kind, name)
            assert is_brief(error), (kind, name)


PARTS = [
    kind
    for name in cp.__all__
    if attrs.has(kind := getattr(cp, name)) and kind.__module__.startswith("civicplan.model")
]
#: Types that some field takes for what they hold: nothing, flags, and the figures of the observations by their years.
TAKEN = ("nothing", "a flag", "a mapping of numbers")


def test_every_part_of_a_plan_is_fed_junk() -> None:
    assert set(PARTS) == set(LEAST)
    for kind, least in LEAST.items():
        assert kind(**least) == kind(**least)


def built(kind: type, field: str, junk: Any) -> Any:
    """The part with the junk in one field, or the error of the library that refuses it."""
    try:
        return kind(**{**LEAST[kind], field: junk})
    except CivicPlanError as error:
        return error


def test_a_part_refuses_what_its_field_cannot_be() -> None:
    for kind in PARTS:
        for field in (field.alias or field.name for field in attrs.fields(kind)):
            for name, junk in JUNK.items():
                made, place = built(kind, field, junk), (kind, field, name)
                if isinstance(made, CivicPlanError):
                    assert is_brief(made), place
                    assert isinstance(made, TypeError) or name not in WRONG_TYPES, place
                    assert not hasattr(made, "place") or made.place.startswith(f"{kind.__name__}."), place
                else:
                    assert name not in WRONG_TYPES or name in TAKEN, place
                    assert made == built(kind, field, junk), place
                    assert hash(made) == hash(built(kind, field, junk)), place
                    assert repr(made), place


@pytest.mark.parametrize("parts", [5, "gdp", b"gdp", {"gdp": 1}, {"gdp"}, ["gdp"], ("gdp",), [None]])
def test_nothing_but_a_row_of_parts_is_taken_for_parts(parts: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r"^Plan\.indicators"):
        Plan(id="plan", title="A plan", period="2016/2020", indicators=parts)


QUESTIONS = {name: junk for name, junk in JUNK.items() if name not in ("a negative zero",)}


def test_a_day_and_a_tolerance_are_refused_like_values() -> None:
    plan = Plan(id="plan", title="A plan", period="2016/2020")
    for name, junk in QUESTIONS.items():
        days = refusal(lambda day: cp.assess(plan, as_of=day), junk)
        tolerances = refusal(lambda tolerance: cp.assess(plan, as_of="2020", tolerance=tolerance), junk)
        for error in (days, tolerances):
            assert error is not None, name
            assert is_brief(error), name


def test_nothing_but_a_plan_is_assessed() -> None:
    for name, junk in JUNK.items():
        error = refusal(lambda plan: cp.assess(plan, as_of="2020"), junk)
        assert isinstance(error, InvalidTypeError), name
        assert error.place == "plan", name


@pytest.mark.parametrize("tolerance", ["-0.1", -1, "5"])
def test_a_tolerance_is_a_share(tolerance: Any) -> None:
    with pytest.raises(CivicPlanError, match="a share from 0 to 1"):
        cp.assess(Plan(id="plan", title="A plan", period="2016/2020"), as_of="2020", tolerance=tolerance)


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        (None, InvalidTypeError),
        (5, InvalidTypeError),
        ([], InvalidTypeError),
        ("x" * 10_000_000, cp.UnknownIdError),
        ("gpd", cp.UnknownIdError),
    ],
)
def test_an_unknown_name_is_refused_with_the_known_ones(name: Any, refusal: type[CivicPlanError]) -> None:
    plan = Plan(id="plan", title="A plan", period="2016/2020", indicators=(cp.Indicator(id="gdp", name="GDP"),))
    assessed = cp.assess(plan, as_of="2020")
    for ask in (lambda: plan[name], lambda: assessed[name], lambda: cp.datasets.load(name)):
        with pytest.raises(refusal) as raised:
            ask()
        assert is_brief(raised.value)
    assert name not in plan


@pytest.mark.parametrize("figure", [95.0])
def test_an_error_names_the_field_and_what_to_write(figure: Any) -> None:
    with pytest.raises(InvalidTypeError, match=r'^Observation\.figure: .* got the float 95\.0; write "95\.0"'):
        Observation(period="2020", figure=figure)
