"""The page on Chinese phrases has every form, every word that decides something, and every code of a diagnostic."""

from __future__ import annotations

import contextlib
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
from civicplan.reading import ReadingError
from civicplan.zh.language.phrase_forms import phrase_forms, time_forms
from civicplan.zh.notices import Notice
from civicplan.zh.words import indicator_words, phrase_words, progress_words, task_headings

from .pages import ROOT

_CODE = re.compile(r'<code class="docutils literal[^"]*">(.*?)</code>', re.DOTALL)


def _shown_on(page: Path) -> set[str]:
    codes = _CODE.findall(page.read_text(encoding="utf-8"))
    return {html.unescape(re.sub("<[^>]+>", "", found)) for found in codes}


@pytest.fixture(scope="module")
def shown(site: Path) -> set[str]:
    """What the page shows as code."""
    return _shown_on(site / "reference" / "chinese-phrases.html")


def _missing(known: Iterable[str], shown: set[str]) -> list[str]:
    return [word for word in known if word not in shown]


def _notices() -> Iterator[Notice]:
    """Yield every notice once, wherever it is imported."""
    modules = [import_module(module.name) for module in walk_packages(zh.__path__, f"{zh.__name__}.")]
    values = (value for module in modules for value in vars(module).values())
    yield from {id(value): value for value in values if isinstance(value, Notice)}.values()


def test_it_has_every_form_and_its_words(shown: set[str]) -> None:
    forms = (*phrase_forms(), *time_forms())
    assert len(forms) > 50
    assert not _missing((form.example for form in forms), shown)
    words = (
        word for form in forms for word in form.words.split(" ") if not (word.isascii() and form.words[0].isalpha())
    )
    assert not _missing(words, shown)


def test_it_has_every_unit_and_every_word_for_how_sure_a_promise_is(shown: set[str]) -> None:
    assert not _missing((*phrase_words.UNITS, *phrase_words.HEDGES), shown)


def test_it_has_every_word_that_decides_a_direction_or_a_measure(shown: set[str]) -> None:
    lists = (indicator_words.HIGHER, indicator_words.LOWER, indicator_words.HIGHER_SHARES, indicator_words.LOWER_SHARES)
    measures = (*(indicator_words.BRACKETED[measure] for measure in indicator_words.BRACKETED), indicator_words.GROWTHS)
    assert set(indicator_words.BRACKETED) == {Measure.REDUCTION, Measure.TOTAL, Measure.CHANGE}
    assert not _missing(chain(*lists, *measures), shown)


def test_it_has_every_status_and_every_heading_of_tasks(shown: set[str]) -> None:
    assert not _missing(chain(*progress_words.STATUS_WORDS.values(), *task_headings.HEADINGS.values()), shown)


def test_it_has_every_code_of_a_diagnostic(shown: set[str]) -> None:
    codes = {notice.code for notice in _notices()}
    assert len(codes) > 50
    assert not _missing(codes, shown)


def test_every_code_that_a_sample_gives_stands_there_or_among_those_of_all_tables(shown: set[str], site: Path) -> None:
    codes: set[str] = set()
    for sample in sorted((ROOT / "tests" / "zh" / "samples").iterdir()):
        tables = zh.read_indicator_tables(sample.read_text(encoding="utf-8"))
        codes.update(said.code for said in tables.diagnostics)
        with contextlib.suppress(ReadingError):  # a sample of tables alone may be of no kind
            codes.update(said.code for said in zh.read(sample).diagnostics)
    assert len(codes) > 20
    assert not _missing(sorted(codes), shown | _shown_on(site / "reference" / "tables.html"))
