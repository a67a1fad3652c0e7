"""In a document that is truthful otherwise one false statement is found, once, and on its subject."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import civicplan as cp
from civicplan.auditing import audit

from .truthful.false_words import FALSE_WORDS
from .truthful.lies import FALSE_FIGURES

LIES = {**FALSE_FIGURES, **FALSE_WORDS}


def found(plan: cp.Plan) -> Counter[tuple[str, str, str]]:
    """How often each rule finds something serious on a subject."""
    findings = audit(plan).only(severity=("contradiction", "doubt"))
    return Counter((str(one.severity), one.code, one.subject) for one in findings)


@pytest.mark.parametrize("kind", LIES)
@given(data=st.data())
def test_one_false_statement_is_found_once(kind: str, data: st.DataObject) -> None:
    lie = data.draw(LIES[kind])
    before, after = found(lie.before), found(lie.after)
    assert after - before == Counter({(lie.severity, lie.code, lie.subject): 1})
    assert before - after == Counter()
