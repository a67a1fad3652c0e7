"""Texts: the same words in one or more languages."""

from typing import Any

import pytest

from civicplan.errors import InvalidTypeError, InvalidValueError
from civicplan.values import Text, to_text

GDP = Text({"zh": "地区生产总值", "en": "gross domestic product"})


def test_a_text_gives_its_first_words_and_those_of_a_language() -> None:
    assert str(GDP) == "地区生产总值"
    assert GDP.languages == ("zh", "en")
    assert GDP.in_language("en") == "gross domestic product"
    assert GDP.in_language("fr") == "地区生产总值"


def test_words_of_no_stated_language_are_undetermined() -> None:
    assert Text("GDP").languages == ("und",)
    assert Text("GDP") == Text({"und": "GDP"}) == Text((("und", "GDP"),))
    assert Text("GDP").in_language("en") == "GDP"


def test_texts_show_what_they_were_built_from() -> None:
    assert repr(Text("GDP")) == "Text('GDP')"
    assert eval(repr(GDP)) == GDP


def test_to_text_passes_texts_through() -> None:
    assert to_text(GDP) is GDP
    assert to_text("GDP") == Text("GDP")


@pytest.mark.parametrize(
    "value",
    [
        *(None, True, 5, 0.5, b"GDP", [], (), {}, ["GDP"], object()),
        *({"zh": None}, {"zh": 5}, {5: "GDP"}, {None: "GDP"}),
    ],
)
def test_what_is_not_text_is_refused(value: Any) -> None:
    with pytest.raises(InvalidTypeError):
        Text(value)


@pytest.mark.parametrize("words", ["", " ", "\n\t", "　", pytest.param("x" * 100_001, id="endless")])
def test_blank_and_endless_words_are_refused(words: str) -> None:
    with pytest.raises(InvalidValueError, match="not only blanks"):
        Text(words)
    with pytest.raises(InvalidValueError, match="not only blanks"):
        Text({"zh": words})


@pytest.mark.parametrize("language", ["", "z", "ZH", "chinese", "zh_CN", "zh-", "z" * 41])
def test_what_is_no_language_tag_is_refused(language: str) -> None:
    with pytest.raises(InvalidValueError, match="a language tag such as zh or en"):
        Text({language: "GDP"})


@pytest.mark.parametrize(
    "entries", [(1, 2), ("zh", "GDP"), (("zh", "GDP", "en"),), (("zh",),), (None,), (("zh", "one"), ("zh", "other"))]
)
def test_entries_are_pairs_of_a_language_and_its_words_each_language_once(entries: Any) -> None:
    with pytest.raises((InvalidTypeError, InvalidValueError)):
        Text(entries)


def test_words_that_no_file_can_hold_are_refused() -> None:
    with pytest.raises(InvalidValueError):
        Text("half a character: \ud800")


def test_a_language_that_is_no_tag_is_refused_with_what_to_write() -> None:
    name = Text({"zh": "地区生产总值", "en": "GDP"})
    for language in ("english", "EN", "", "en_GB "):
        with pytest.raises(InvalidValueError, match=r'language: expected a language tag.*write "en" for English'):
            name.in_language(language)
    no_text: Any = 5
    with pytest.raises(TypeError, match='language: expected a language tag as text, got the int 5; write "en"'):
        name.in_language(no_text)
    assert name.in_language("fr") == name.in_language("en-GB") == name.in_language(None) == "地区生产总值"
