"""The page on Chinese phrases has every form, every word that decides something, and every code of a diagnostic."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from pkgutil import walk_packages

import pytest

from civicplan import zh
from civicplan.model import Measure
from civicplan.values import BoundKind
from civicplan.zh import phrase_words, progress_words, task_headings, vocabulary
from civicplan.zh.phrase import Role
from civicplan.zh.said import Notice

_CODE = re.compile(r'<code class="docutils literal[^"]*">(.*?)</code>', re.DOTALL)


@pytest.fixture(scope="module")
def shown(site: Path) -> set[str]:
    """What the page shows as code."""
    page = (site / "reference" / "chinese-phrases.html").read_text(encoding="utf-8")
    return {html.unescape(re.sub("<[^>]+>", "", found)) for found in _CODE.findall(page)}


def _missing(known: Iterable[str], shown: set[str]) -> list[str]:
    return [word for word in known if word not in shown]


def _notices() -> Iterator[Notice]:
    modules = [import_module(module.name) for module in walk_packages(zh.__path__, f"{zh.__name__}.")]
    return (value for module in modules for value in vars(module).values() if isinstance(value, Notice))


def test_it_has_a_form_of_every_role_and_every_kind_of_bound(shown: set[str]) -> None:
    assert not _missing(map(str, Role), shown)
    signs = {kind.value for kind in BoundKind} - {BoundKind.BETWEEN.value, BoundKind.ABOUT.value}
    assert len(signs) == 5
    assert not _missing(signs, shown)
    assert not _missing(["≈70", "3..5", "20±1"], shown)


def test_it_has_every_word_that_makes_a_phrase(shown: set[str]) -> None:
    lists = (phrase_words.UNITS, phrase_words.MULTIPLES, phrase_words.RISES, phrase_words.FALLS, phrase_words.HEDGES)
    bounds = chain.from_iterable((*phrase_words.BEFORE.values(), *phrase_words.AFTER.values()))
    assert not _missing((*chain.from_iterable(lists), *bounds), shown)


def test_it_has_every_word_that_decides_a_direction_or_a_measure(shown: set[str]) -> None:
    lists = (vocabulary.HIGHER, vocabulary.LOWER, vocabulary.HIGHER_SHARES, vocabulary.LOWER_SHARES)
    measures = (*(vocabulary.BRACKETED[measure] for measure in vocabulary.BRACKETED), vocabulary.GROWTHS)
    assert set(vocabulary.BRACKETED) == {Measure.REDUCTION, Measure.TOTAL, Measure.CHANGE}
    assert not _missing(chain(*lists, *measures), shown)


def test_it_has_every_status_and_every_heading_of_tasks(shown: set[str]) -> None:
    assert not _missing(chain(*progress_words.STATUS_WORDS.values(), *task_headings.HEADINGS.values()), shown)


def test_it_has_every_code_of_a_diagnostic(shown: set[str]) -> None:
    codes = {notice.code for notice in _notices()}
    assert len(codes) > 50
    assert not _missing(codes, shown)
