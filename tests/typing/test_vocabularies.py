"""The words that a type checker accepts are those that the library accepts."""

from __future__ import annotations

from enum import StrEnum
from typing import get_args

from civicplan import model


def test_every_vocabulary_has_its_words_as_a_type() -> None:
    vocabularies = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]
    assert len(vocabularies) == 14
    for kind in vocabularies:
        member, words = get_args(getattr(model, f"{kind.__name__}Like"))
        assert (member, get_args(words)) == (kind, tuple(map(str, kind)))
