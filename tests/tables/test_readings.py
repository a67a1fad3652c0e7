"""What a reading shows of itself: what was read, in a word, and everything to know about it."""

from __future__ import annotations

import civicplan as cp
from civicplan.reading import Diagnostic, Diagnostics, Reading

MANY = Diagnostic(code="not-a-number", place="C4", text="<many>", message="Write a number.")


def test_its_short_form_counts_the_diagnostics() -> None:
    plan = cp.Plan(id="p", title="A plan", period="2016/2020")
    for noticed, words in (((), "no diagnostics"), ((MANY,), "1 diagnostic"), ((MANY,) * 3, "3 diagnostics")):
        assert repr(Reading(value=plan, diagnostics=Diagnostics(noticed))) == f"<reading of a Plan: {words}>"


def test_a_notebook_shows_its_diagnostics() -> None:
    page = Reading(value="95", diagnostics=Diagnostics((MANY,)))._repr_html_()
    assert "<caption>&lt;reading of &#x27;95&#x27;: 1 diagnostic&gt;</caption>" in page
    assert "<td>C4</td><td>&lt;many&gt;</td><td>Write a number.</td>" in page
