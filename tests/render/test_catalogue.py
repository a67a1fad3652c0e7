"""Whatever the library says to people has a translation with the same places, and the files say the same."""

from __future__ import annotations

import copy
import pickle
import runpy
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given

import civicplan as cp
from civicplan.errors import InvalidValueError
from civicplan.render.languages import CATALOGUES, DOMAIN, LANGUAGES, SOURCE, Language, catalogue
from civicplan.render.message import Joined, Message, fill_counted, said
from civicplan.testing import plans

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "catalogue.py"))
TRANSLATED = [language for language in LANGUAGES if language != SOURCE]


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def texts(id: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (id,) if isinstance(id, str) else tuple(id)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_has_a_translation_with_the_same_places(language: Language) -> None:
    known = SCRIPT["known"](language)
    for id, place in SCRIPT["messages"]():
        one, *_ = texts(id)
        message = known.get(one) if one else None
        assert not one or (message is not None and all(message.string)), f"{place}: {one!r} has no translation"
        if message is not None:
            wanted = set().union(*map(places, texts(id)))
            for translation in texts(message.string):
                assert places(translation) == wanted, f"{place}: {translation!r} has other places than {one!r}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_catalogue_holds_what_is_said_and_nothing_else(language: Language) -> None:
    written = (CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po").read_bytes()
    assert SCRIPT["written"](SCRIPT["updated"](language)) == written, "run python scripts/catalogue.py"


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_says_the_same(language: Language) -> None:
    for message in SCRIPT["known"](language):
        one, *several = texts(message.id)
        for translation in texts(message.string) if one and several else ():
            assert catalogue(language).ngettext(one, several[0], 2) == translation, "run python scripts/catalogue.py"
        if one and not several:
            assert catalogue(language).gettext(one) == message.string, "run python scripts/catalogue.py"


def parts_of(words: object) -> Iterator[Message]:
    """A message and all messages in it."""
    if isinstance(words, Joined):
        yield words
        for part in words.parts:
            yield from parts_of(part)
    elif isinstance(words, Message):
        yield words
        for place in words.places.values():
            yield from parts_of(place)


def told(plan: cp.Plan) -> Iterator[object]:
    """What is said of a plan and its assessment."""
    assessed = cp.assess(plan, as_of=plan.period)
    for one in (*assessed, *assessed.tasks):
        yield from (one.explanation, one.headline)
    for finding in cp.audit(plan):
        yield from (finding.message, finding.claimed, finding.computed, *finding.innocent)
    for method in cp.methods.names():
        for rated in cp.rate(assessed, method):
            yield rated.rating.detail


def check_that_all_is_known(plan: cp.Plan) -> None:
    known = {text for id, _ in SCRIPT["messages"]() for text in texts(id)}
    for words in told(plan):
        for message in parts_of(words):
            assert message.template in known | {"", " ", "\n"}, message.template


@pytest.mark.parametrize("name", cp.datasets.names())
def test_all_that_is_said_of_a_built_in_plan_is_in_the_catalogue(name: str) -> None:
    check_that_all_is_known(cp.datasets.load(name))


@given(plans())
def test_all_that_is_said_of_any_plan_is_in_the_catalogue(plan: cp.Plan) -> None:
    check_that_all_is_known(plan)


def test_a_message_can_be_copied() -> None:
    period = cp.Period.parse("2016/2020")
    message = Joined(
        "; ",
        [
            fill_counted("{count} doubt", "{count} doubts", 2),
            Message("{figure} ({period})", {"figure": cp.Figure("5"), "period": period}),
        ],
    )
    for twin in (copy.deepcopy(message), pickle.loads(pickle.dumps(message))):
        assert twin == message
        assert [said(twin, language) for language in LANGUAGES] == [said(message, language) for language in LANGUAGES]


def test_one_is_not_several() -> None:
    assert [fill_counted("{count} doubt", "{count} doubts", count) for count in (0, 1, 2)] == [
        "0 doubts", "1 doubt", "2 doubts",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "zh-CN", "", "english"])
def test_a_language_that_the_library_does_not_speak_is_refused(language: str) -> None:
    with pytest.raises(InvalidValueError, match="language"):
        Message("no findings").in_language(language)
