"""Templates are whole sentences, there is one for every case, and nothing that fills them acts on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from string import Formatter

from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import Severity
from civicplan.model import Relation
from civicplan.render import explanations, findings, phrases
from civicplan.render.message import fill, one_line

_BOTH = (False, True)
_DUE_VERDICTS = (cp.Verdict.MET, cp.Verdict.NOT_MET)


def templates(module: object) -> Iterator[str]:
    """Every template of a module, those in its tables included."""
    for name, value in vars(module).items():
        if name.isupper() and not name.startswith("ROUND_") and isinstance(value, str):
            yield value
        elif name.isupper() and isinstance(value, dict):
            for template in value.values():
                yield from (template,) if isinstance(template, str) else template


def test_every_explanation_is_a_whole_sentence() -> None:
    parts_of_sentences = {*explanations.INPUTS.values(), findings.AMOUNT, findings.LEVEL_OF_SCALE}
    reasons = {
        *(findings.NO_FIGURE_FOR, findings.NOT_YET_DUE, findings.AFTER_THE_AUDIT, findings.NO_LEVELS_FOR),
        *(findings.NO_GROWTH_FROM, findings.NO_GROWTH_FOR, findings.POINTS_OR_PERCENT),
    }
    values = {findings.OMITTED_FROM_SHORTFALLS, findings.OMITTED_FROM_MET, findings.NOT_IN_THE_LIST}
    for template in {*templates(explanations), *templates(findings)} - parts_of_sentences - reasons - values:
        assert re.fullmatch(r"[A-Z{].*[.?]", template), template
        assert template.count(". ") == 0, template


def test_the_place_of_every_template_has_a_name() -> None:
    for template in (*templates(explanations), *templates(findings), *templates(phrases)):
        for _, name, _, _ in Formatter().parse(template):
            assert name is None or name.isidentifier(), template


def test_there_is_a_template_for_every_case() -> None:
    assert set(explanations.VERDICTS) == set(product(_DUE_VERDICTS, _BOTH))
    assert set(explanations.AMOUNT_VERDICTS) == set(_DUE_VERDICTS)
    assert set(explanations.STANDINGS) == set(cp.Standing)
    assert set(explanations.TASK_STANDINGS) == set(cp.Standing) - {cp.Standing.REVERSING}
    assert {relation for relation, _ in phrases.RELATIONS} == set(Relation)
    assert set(phrases.SEVERITIES) == set(Severity)
    for table in (explanations.TARGETS, explanations.PROGRESS, phrases.LEADS):
        assert set(table) == set(product(_BOTH, repeat=2))


@given(st.text())
def test_a_text_on_one_line_is_visible_and_stays_as_it_is_when_shown_again(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    assert "\x1b" not in line
    if text.isprintable():
        assert line == text


@given(st.text())
def test_what_fills_a_place_opens_no_other(text: str) -> None:
    assert fill("{row}: {row}", row=text) == f"{one_line(text)}: {one_line(text)}"
