"""Words of other vocabularies than ours are refused, and the error says which of our names they stand for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import civicplan as cp
from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.model import ObservationStatus, Relation, ReportedStatus
from civicplan.model.indicator import Prices
from civicplan.values import synonyms


def indicator(**fields: Any) -> cp.Indicator:
    return cp.Indicator(id="a", name="a", **fields)


def observation(status: Any) -> cp.Observation:
    return cp.Observation(period="2020", figure="1", status=status)


VOCABULARIES: tuple[tuple[type[Any], synonyms.Synonyms, Callable[[Any], object]], ...] = (
    (cp.Direction, synonyms.DIRECTION, lambda word: indicator(direction=word)),
    (cp.Measure, synonyms.MEASURE, lambda word: indicator(measure=word)),
    (cp.Nature, synonyms.NATURE, lambda word: indicator(nature=word)),
    (Prices, synonyms.PRICES, lambda word: indicator(prices=word)),
    (ObservationStatus, synonyms.STATUS, observation),
    (Relation, synonyms.RELATION, lambda word: cp.Relative(reference="gdp", relation=word)),
    (ReportedStatus, synonyms.REPORTED_STATUS, lambda word: cp.ProgressReport(period="2024-Q2", status=word)),
)


def test_every_synonym_is_refused_with_the_name_that_it_stands_for() -> None:
    for kind, words, build in VOCABULARIES:
        assert list(words) == [str(member) for member in kind]
        for name, known in words.items():
            for word in {*known, known[0].upper()} - {name}:
                with pytest.raises(InvalidValueError) as refused:
                    build(word)
                assert refused.value.advice == f"write {name}", word


def test_every_word_stands_for_one_name() -> None:
    for _, words, _ in VOCABULARIES:
        every = [word for known in words.values() for word in known]
        assert len(every) == len(set(every))
        assert all(name in known for name, known in words.items())


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("up", "write higher"),
        ("  The  higher\tthe better ", "write higher"),
        ("hihger", "write higher"),
        ("increas", "write higher"),
        ("sideways and back", ""),
        ("x" * 10_000, ""),
    ],
)
def test_a_word_with_a_slip_is_told_by_the_nearest(word: str, advice: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        indicator(direction=word)
    assert refused.value.advice == advice


def test_who_answers_for_a_task_is_told_how_to_write_an_agency_and_a_person() -> None:
    wrong: Any = "Public works"
    with pytest.raises(InvalidTypeError) as refused:
        cp.Task(id="road", title="a new road", responsibility=wrong)
    assert str(refused.value) == (
        "Task.responsibility: expected a Responsibility, got 'Public works'; write "
        "Responsibility(lead_agencies=('Public works',)) for an agency, leads=('Public works',) for a person"
    )
    for other in (["Public works"], "x" * 1000):
        wrong = other
        with pytest.raises(InvalidTypeError, match=r'lead_agencies=\("Public works",\)\) for an agency'):
            cp.Task(id="road", title="a new road", responsibility=wrong)
