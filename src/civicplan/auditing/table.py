"""The built-in rules, and how an audit chooses among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from civicplan.auditing.rule import Rule
from civicplan.auditing.rules import (
    amounts,
    changes,
    claims,
    counts,
    early,
    evaluation,
    evaluation_rates,
    figures,
    gaps,
    growth,
    interim,
    overdue,
    revisions,
    shares,
    standings,
    targets,
    tasks,
    totals,
    unchecked,
    verdicts,
    weights,
)
from civicplan.errors import InvalidTypeError, InvalidValueError, UnknownIdError, describe
from civicplan.render.message import Message
from civicplan.render.words import as_it_is

_T = TypeVar("_T")
_WHERE = "the table of audit rules"

#: The rules that an audit applies, in its order.
RULES = (
    Rule("undisclosed-shortfall", verdicts.undisclosed_shortfall),
    Rule("unsupported-shortfall", verdicts.unsupported_shortfall),
    Rule("undecided-verdict", verdicts.undecided_verdict),
    Rule("claims-contradict", claims.claims_contradict),
    Rule("standing-disagrees", standings.standing_disagrees),
    Rule("not-achieved-early", early.not_achieved_early),
    Rule("gap-disagrees", gaps.gap_disagrees),
    Rule("interim-target-missed", interim.interim_target_missed),
    Rule("revised-target", revisions.revised_target),
    Rule("growth-disagrees", growth.growth_disagrees),
    Rule("target-disagrees", targets.target_disagrees),
    Rule("total-is-not-total", totals.total_is_not_total),
    Rule("sum-of-rates", totals.sum_of_rates),
    Rule("total-disagrees", totals.total_disagrees),
    Rule("change-disagrees", changes.change_disagrees),
    Rule("restated-baseline", revisions.restated_baseline),
    Rule("figure-disagrees", figures.figure_disagrees),
    Rule("shares-do-not-add", shares.shares_do_not_add),
    Rule("share-wrong", shares.share_wrong),
    Rule("weights-disagree", weights.weights_disagree),
    Rule("count-disagrees", counts.count_disagrees),
    Rule("count-and-list", counts.count_and_list),
    Rule("status-unsupported", tasks.status_unsupported),
    Rule("overdue-task-on-schedule", overdue.overdue_task_on_schedule),
    Rule("percent-disagrees", amounts.percent_disagrees),
    Rule("completed-falls-short", amounts.completed_falls_short),
    Rule("target-behind-baseline", targets.target_behind_baseline),
    Rule("delegated-unresolved", targets.delegated_unresolved),
    Rule("outside-natural-range", figures.outside_natural_range),
    Rule("unit-suspect", figures.unit_suspect),
    Rule("not-checked", unchecked.not_checked),
)

#: The rules that an audit of a self-evaluation applies, in its order.
EVALUATION_RULES = (
    Rule("points-do-not-add", evaluation.points_do_not_add),
    Rule("score-above-weight", evaluation.score_above_weight),
    Rule("score-without-actual", evaluation.score_without_actual),
    Rule("full-score-though-missed", evaluation.full_score_though_missed),
    Rule("word-for-figure", evaluation.word_for_figure),
    Rule("rate-disagrees", evaluation_rates.rate_disagrees),
)


def names() -> tuple[str, ...]:
    """Return the codes of the built-in rules, in the order of an audit.

    >>> names()[0]
    'undisclosed-shortfall'
    """
    return tuple(rule.code for rule in RULES)


def called(code: str) -> Message:
    """Return what a rule is called: its code, and in other languages words for what a built-in one finds.

    >>> called("growth-disagrees"), called("growth-disagrees").in_language("zh")
    ('growth-disagrees', '增速与数据不符')
    """
    is_built_in = any(rule.code == code for rule in (*RULES, *EVALUATION_RULES))
    return Message(code) if is_built_in else as_it_is(code)


def get(name: str) -> Rule:
    """Return the built-in rule with this code, be it one for plans or one for self-evaluations.

    Raises:
        UnknownIdError: There is no such rule; the error names the nearest.
        InvalidTypeError: The code is not text. It is a TypeError.

    >>> print(get("delegated-unresolved").explanation.splitlines()[0])
    A binding target that is left to a higher authority comes with the allocation.
    """
    return _with_code(_text(name, "name"), (*RULES, *EVALUATION_RULES))


def _with_code(code: str, rules: Iterable[Rule]) -> Rule:
    by_code = {rule.code: rule for rule in rules}
    if code not in by_code:
        raise UnknownIdError(code, tuple(by_code), _WHERE)
    return by_code[code]


def chosen(rules: Iterable[str | Rule] | None) -> tuple[Rule, ...]:
    """Return the rules asked for, by code or as they are, each once; the built-in ones where none are asked for."""
    if rules is None:
        return RULES
    wanted = tuple(map(_to_rule, _several(rules, "rules")))
    codes = [rule.code for rule in wanted]
    for code in codes:
        if codes.count(code) > 1:
            raise InvalidValueError(
                "rules", "every code once", f"{describe(code)} twice", "give your rule another code"
            )
    return wanted


def _to_rule(rule: str | Rule) -> Rule:
    if isinstance(rule, Rule):
        return rule
    if callable(rule):
        raise InvalidTypeError("rules", "codes and rules", describe(rule), 'write Rule("no-target", your_function)')
    return _with_code(_text(rule, "name"), RULES)


def ignored(ignore: Iterable[str], applied: Iterable[Rule]) -> frozenset[str]:
    """Return the codes and keys to leave out; a misspelt code would hide nothing and say nothing, so it is refused."""
    known = tuple(dict.fromkeys((*names(), *(rule.code for rule in applied))))
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
