"""Rule: one law that a plan's claims and figures keep, and the findings where they do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from inspect import cleandoc
from typing import Any, TypeAlias

from attrs import evolve, frozen

from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.errors import InvalidTypeError, InvalidValueError, describe
from civicplan.zh.evaluations.evaluation_row import EvaluationRow

#: A function of a Case; the rules of a self-evaluation take its rows.
Check: TypeAlias = Callable[[Any], Iterable[Finding]]

_CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TOLERANCE, _DOES_NOT_PROVE, _INNOCENT = "Tolerance:", "What it does not prove:", "Innocent readings:"
#: A section ends where its paragraph ends or the next section begins.
_SECTION_END = f"(?=\\n\\n|{_TOLERANCE}|{_DOES_NOT_PROVE}|{_INNOCENT}|$)"
_SENTENCE_END = re.compile(r"(?<=\.)\s+(?=[A-Z])")


def _on_one_line(lines: str) -> str:
    return " ".join(lines.split())


@frozen
class Rule:
    """A rule is a function that yields findings, under a stable code; its docstring is its explanation.

    Where the docstring has the sections `Tolerance:` and `Innocent readings:` they are told apart.

    Attributes:
        code: The code of its findings, in kebab case.
        check: The function that yields them.

    >>> def no_target(case):
    ...     '''Every indicator has a target.
    ...
    ...     Tolerance: none.
    ...
    ...     Innocent readings: The target may be set elsewhere. It may be due after the plan.
    ...     '''
    ...     return ()
    >>> rule = Rule("no-target", no_target)
    >>> rule.law, rule.tolerance
    ('Every indicator has a target.', 'None.')
    >>> rule.innocent
    ('The target may be set elsewhere.', 'It may be due after the plan.')
    """

    code: str
    check: Check

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.code, str) or not _CODE.fullmatch(self.code):
            raise InvalidValueError("Rule.code", "a code in kebab case, such as growth-disagrees", describe(self.code))
        if not callable(self.check):
            raise InvalidTypeError("Rule.check", "a function of a Case", describe(self.check))
        if not self.explanation:
            raise InvalidValueError("Rule.check", "a function with a docstring", "one without", "say what it checks")

    @property
    def explanation(self) -> str:
        """What the rule checks, its tolerance, what it does not prove and the innocent readings of what it finds."""
        return cleandoc(self.check.__doc__ or "")

    @property
    def law(self) -> str:
        """What claims and figures keep where the rule finds nothing."""
        return _on_one_line(self.explanation.partition("\n\n")[0])

    @property
    def tolerance(self) -> str:
        """How far claim and figures may differ without a finding; empty where the rule does not say."""
        tolerance = self._section(_TOLERANCE)
        return tolerance[:1].upper() + tolerance[1:]

    @property
    def innocent(self) -> tuple[str, ...]:
        """The innocent readings that a finding of the rule may leave, in sentences."""
        return tuple(filter(None, _SENTENCE_END.split(self._section(_INNOCENT))))

    def _section(self, title: str) -> str:
        section = re.search(f"{title}(.*?){_SECTION_END}", self.explanation, re.DOTALL)
        return _on_one_line(section.group(1)) if section else ""

    def findings(self, case: Case | Sequence[EvaluationRow]) -> tuple[Finding, ...]:
        """Return all that the rule finds in a case, or in the rows of a self-evaluation, under its code."""
        return tuple(self._under_its_code(case))

    def _under_its_code(self, case: Case | Sequence[EvaluationRow]) -> Iterator[Finding]:
        findings = self.check(case)
        if not isinstance(findings, Iterable):
            advice = "return () where there are none"
            raise InvalidTypeError(f"the rule {self.code}", "findings", describe(findings), advice)
        for finding in findings:
            if not isinstance(finding, Finding):
                raise InvalidTypeError(f"the rule {self.code}", "findings", describe(finding))
            yield evolve(finding, code=self.code)
