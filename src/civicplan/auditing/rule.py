"""Rule: one law that a plan's claims and figures keep, and the findings where they do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from inspect import cleandoc
from typing import TypeAlias

from attrs import evolve, frozen

from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.errors import InvalidTypeError, InvalidValueError, describe

Check: TypeAlias = Callable[[Case], Iterable[Finding]]

_CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@frozen
class Rule:
    """A rule is a function that yields findings, under a stable code; its docstring is its explanation.

    Attributes:
        code: The code of its findings, in kebab case.
        check: The function that yields them.

    >>> def no_target(case):
    ...     '''Every indicator has a target.'''
    ...     return ()
    >>> Rule("no-target", no_target).explanation
    'Every indicator has a target.'
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
        """What the rule checks, its tolerance and what it does not prove."""
        return cleandoc(self.check.__doc__ or "")

    def findings(self, case: Case) -> tuple[Finding, ...]:
        """Return all that the rule finds, under its code."""
        return tuple(self._under_its_code(case))

    def _under_its_code(self, case: Case) -> Iterator[Finding]:
        findings = self.check(case)
        if not isinstance(findings, Iterable):
            advice = "return () where there are none"
            raise InvalidTypeError(f"the rule {self.code}", "findings", describe(findings), advice)
        for finding in findings:
            if not isinstance(finding, Finding):
                raise InvalidTypeError(f"the rule {self.code}", "findings", describe(finding))
            yield evolve(finding, code=self.code)
