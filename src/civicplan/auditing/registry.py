"""The rules: the table of the built-in ones, and how users add their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from inspect import cleandoc
from typing import TypeAlias, TypeVar

from attrs import evolve, frozen

from civicplan.auditing.case import Case
from civicplan.auditing.finding import Finding
from civicplan.auditing.rules import counts, figures, growth, shares, targets, tasks, totals, verdicts
from civicplan.errors import InvalidTypeError, InvalidValueError, UnknownIdError, describe

Check: TypeAlias = Callable[[Case], Iterable[Finding]]

_T = TypeVar("_T")
_CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_WHERE = "the table of audit rules"


@frozen
class Rule:
    """A rule is a function that yields findings, under a stable code; its docstring is its explanation.

    Attributes:
        code: The code of its findings, in kebab case.
        check: What finds them.

    >>> Rule("never", lambda case: ()).code
    'never'
    """

    code: str
    check: Check

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.code, str) or not _CODE.fullmatch(self.code):
            raise InvalidValueError("Rule.code", "a code in kebab case, such as growth-disagrees", describe(self.code))
        if not callable(self.check):
            raise InvalidTypeError("Rule.check", "a function of a Case", describe(self.check))

    @property
    def explanation(self) -> str:
        """What the rule states, its tolerance and what it does not prove."""
        return cleandoc(self.check.__doc__ or "")

    def findings(self, case: Case) -> tuple[Finding, ...]:
        """All that the rule finds, under its code."""
        return tuple(self._stamped(case))

    def _stamped(self, case: Case) -> Iterator[Finding]:
        every = self.check(case)
        if not isinstance(every, Iterable):
            raise InvalidTypeError(
                f"the rule {self.code}", "findings", describe(every), "return () where there are none"
            )
        for found in every:
            if not isinstance(found, Finding):
                raise InvalidTypeError(f"the rule {self.code}", "findings", describe(found))
            yield evolve(found, code=self.code)


_BUILT_IN = (
    Rule("undisclosed-shortfall", verdicts.undisclosed_shortfall),
    Rule("unsupported-shortfall", verdicts.unsupported_shortfall),
    Rule("undecided-verdict", verdicts.undecided_verdict),
    Rule("growth-disagrees", growth.growth_disagrees),
    Rule("target-disagrees", targets.target_disagrees),
    Rule("total-is-not-total", totals.total_is_not_total),
    Rule("sum-of-rates", totals.sum_of_rates),
    Rule("total-disagrees", totals.total_disagrees),
    Rule("figure-disagrees", figures.figure_disagrees),
    Rule("shares-do-not-add", shares.shares_do_not_add),
    Rule("share-wrong", shares.share_wrong),
    Rule("count-disagrees", counts.count_disagrees),
    Rule("status-unsupported", tasks.status_unsupported),
    Rule("percent-disagrees", tasks.percent_disagrees),
    Rule("target-behind-baseline", targets.target_behind_baseline),
    Rule("delegated-unresolved", targets.delegated_unresolved),
    Rule("unit-suspect", figures.unit_suspect),
)

_rules: dict[str, Rule] = {rule.code: rule for rule in _BUILT_IN}


def codes() -> tuple[str, ...]:
    """The codes of all rules that an audit applies, in its order.

    >>> codes()[0]
    'undisclosed-shortfall'
    """
    return tuple(_rules)


def explain(code: str) -> str:
    """What a rule states, its tolerance, and what it does not prove.

    Raises:
        UnknownIdError: There is no such rule; the error names the nearest.

    >>> print(explain("delegated-unresolved").splitlines()[0])
    A binding target that is left to a higher authority comes with the allocation.
    """
    return rule(code).explanation


def rule(code: str) -> Rule:
    """The rule with this code.

    Raises:
        UnknownIdError: There is no such rule; the error names the nearest.
        InvalidTypeError: The code is no text. It is a TypeError.

    >>> rule("share-wrong").code
    'share-wrong'
    """
    if _text(code, "code") not in _rules:
        raise UnknownIdError(code, codes(), _WHERE)
    return _rules[code]


def chosen(rules: Iterable[str | Rule] | None) -> tuple[Rule, ...]:
    """The rules asked for, by code or as they are; all that are registered where none are asked for."""
    if rules is None:
        return tuple(_rules.values())
    return tuple(wanted if isinstance(wanted, Rule) else rule(wanted) for wanted in _several(rules, "rules"))


def passed_over(ignore: Iterable[str], applied: Iterable[Rule]) -> frozenset[str]:
    """The codes and keys to leave out; a misspelt code would hide nothing and say nothing, so it is refused."""
    known = tuple(dict.fromkeys((*codes(), *(rule.code for rule in applied))))
    entries = frozenset(_text(entry, "ignore") for entry in _several(ignore, "ignore"))
    for entry in sorted(entries):
        code = entry.partition(":")[0]
        if code not in known:
            raise UnknownIdError(code, known, _WHERE)
    return entries


def _several(values: Iterable[_T], place: str) -> tuple[_T, ...]:
    if isinstance(values, str | bytes | Rule | Mapping) or not isinstance(values, Iterable):
        raise InvalidTypeError(place, "several codes", describe(values), "put a single one in parentheses: (x,)")
    return tuple(values)


def _text(code: str, place: str) -> str:
    if not isinstance(code, str):
        raise InvalidTypeError(place, "a code as text, such as growth-disagrees", describe(code))
    return code


def register(code: str) -> Callable[[Check], Check]:
    """Add a rule of one's own to every later audit; used as a decorator, it leaves the function as it is.

    Args:
        code: The code of its findings, in kebab case.

    Raises:
        InvalidValueError: The code is taken, or not in kebab case, or the function has no docstring to explain it.

    >>> @register("no-source")
    ... def no_source(case):
    ...     '''Every indicator says where it stands.'''
    ...     return ()
    >>> "no-source" in codes()
    True
    >>> unregister("no-source")
    """

    def registered(check: Check) -> Check:
        made = Rule(code, check)
        if code in _rules:
            raise InvalidValueError("Rule.code", "a code that no rule has yet", describe(code))
        if not made.explanation:
            raise InvalidValueError(
                "Rule.check", "a function with a docstring", "one without", "say what the rule states"
            )
        _rules[code] = made
        return check

    return registered


def unregister(code: str) -> None:
    """Take a rule of one's own out again; the built-in ones stay, and `ignore` passes over them.

    Raises: UnknownIdError: Nobody registered it.
    """
    own = tuple(rule.code for rule in _rules.values() if rule not in _BUILT_IN)
    if _text(code, "code") not in own:
        raise UnknownIdError(code, own, "the table of registered rules")
    del _rules[code]
