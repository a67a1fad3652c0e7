"""The points of a self-evaluation: whether they add up, and whether its own figures bear out the scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import groupby
from typing import TypeAlias

from attrs import evolve

from civicplan.auditing.finding import Finding, Severity
from civicplan.model import Direction
from civicplan.model.units import UnitList, listed
from civicplan.render import findings as text
from civicplan.render import phrases
from civicplan.render.message import fill
from civicplan.render.words import plain_text, with_unit
from civicplan.values import Bound, Figure, Interval, Text
from civicplan.values._decimals import EXACT
from civicplan.zh.evaluations.evaluation_row import EvaluationRow, Shown
from civicplan.zh.language.indicator_meanings import KnownDirection, direction_of

_NOTHING = Decimal(0)


def points_do_not_add(rows: Sequence[EvaluationRow]) -> Iterator[Finding]:
    """The weights and the scores of the rows add up to the sums that are printed of them, of the table or of a group.

    Nothing is said of a sum where the points of a row are words, or where a row with a weight has no score. The sum of
    a table may leave out rows under no heading, as that on the use of the budget, and those above another sum. A sum of
    scores may be their average by the weights.

    Tolerance: rounding of the points that are printed with decimal places. Whole points are taken as they are given.

    What it does not prove: which of the figures is wrong.

    Innocent readings: Points may be given for something that is printed elsewhere, such as the use of the budget.
    Points may be taken off for something that is printed elsewhere. A weight may be printed in more than one row.
    Points that are printed as whole numbers may be rounded.
    """
    for total, possible in _sums(rows):
        for check in (_weights_off, _scores_off):
            found = [list(check(total, parts)) for parts in possible]
            if all(found):  # what one of the readings leaves a doubt is no contradiction
                yield from max(found, key=lambda findings: findings[0].severity.rank)


def score_above_weight(rows: Sequence[EvaluationRow]) -> Iterator[Finding]:
    """No score is more than the points that can be had.

    Nothing is said where the printed sum of the scores is their average by the weights.

    Tolerance: none is needed.

    What it does not prove: that there are rules by which it is too much. It is always a doubt.

    Innocent readings: The rules of the evaluation may allow for more than the full points. The score may be on a scale
    of its own, of which the weight is a share.
    """
    averaged = {total.table for total, (parts, *_) in _sums(rows) if _is_average(total, parts)}
    for row in rows:
        weight, score = _figure(row.weight), _figure(row.score)
        if weight and score and score > weight and not row.is_total and row.table not in averaged:
            sentence = fill(text.SCORE_ABOVE_WEIGHT, name=row.name, score=score, weight=weight)
            innocent = (text.MORE_THAN_FULL_POINTS, text.SCALE_OF_ITS_OWN)
            yield _about(row, sentence, claimed=str(score), computed=str(weight), innocent=innocent)


def score_without_actual(rows: Sequence[EvaluationRow]) -> Iterator[Finding]:
    """Points are given where an actual is printed beside the target.

    Tolerance: none is needed. A score of 0 needs no actual.

    What it does not prove: that nothing was reached. It is always a doubt.

    Innocent readings: The actual may be printed elsewhere.
    """
    for row in rows:
        score = _figure(row.score)
        if score and score > 0 and row.actual is None and row.target is not None and not row.is_total:
            sentence = fill(text.SCORE_WITHOUT_ACTUAL, name=row.name, score=score, target=_amount(row, row.target))
            innocent = (text.ACTUAL_ELSEWHERE,)
            yield _about(row, sentence, claimed=str(score), computed=phrases.UNDEFINED, innocent=innocent)


def full_score_though_missed(rows: Sequence[EvaluationRow]) -> Iterator[Finding]:
    """The full points are given where the printed actual meets the printed target.

    A target without a sign or a word that makes it a bound is compared where things are counted, as in 12场 and 3万册:
    an actual below it misses it. Nothing is said of other units, nor where the end of the name is a listed word for
    what is better low.

    Tolerance: none. The printed figures are compared as they stand.

    What it does not prove: that there are rules by which points had to be taken off. It is always a doubt.

    Innocent readings: The rules of the evaluation may give the full points within a margin. Of a target without a sign,
    less may be better.
    """
    for row in rows:
        weight, score, actual = _figure(row.weight), _figure(row.score), _figure(row.actual)
        if weight is None or score is None or actual is None or not score >= weight > 0:
            continue
        if isinstance(row.target, Bound) and not row.target.is_of_unknown_width and not row.target.admits(actual):
            yield _missed(row, row.target, actual, score)
        if isinstance(row.target, Figure) and actual < row.target and _counts_what_is_wanted(row):
            yield _missed(row, row.target, actual, score)


def _counts_what_is_wanted(row: EvaluationRow) -> bool:
    """Whether things are counted, and no listed word says that few of them are wanted."""
    known = direction_of(str(row.name))
    is_low = isinstance(known, KnownDirection) and known.direction is Direction.LOWER
    return listed(row.unit, str(row.name)) is UnitList.COUNTS and not is_low


def _missed(row: EvaluationRow, target: Figure | Bound, actual: Figure, score: Figure) -> Finding:
    has_sign = isinstance(target, Bound)
    words = {"name": row.name, "actual": _amount(row, actual), "target": _amount(row, target), "score": score}
    sentence = fill(text.FULL_SCORE_THOUGH_MISSED if has_sign else text.FULL_SCORE_THOUGH_BELOW, **words)
    innocent = (text.WITHIN_A_MARGIN, "" if has_sign else text.LESS_MAY_BE_BETTER)
    return _about(row, sentence, claimed=str(score), computed=_amount(row, actual), innocent=innocent)


def word_for_figure(rows: Sequence[EvaluationRow]) -> Iterator[Finding]:
    """Beside a target in figures stands an actual in figures, and beside one in words one in words.

    Tolerance: none is needed.

    What it does not prove: that the score is wrong, only that nothing printed bears it out. It is always a note.
    """
    for row in rows:
        if row.target is None or row.actual is None or row.score is None:
            continue
        if isinstance(row.target, Text) is not isinstance(row.actual, Text):
            words = {"target": _amount(row, row.target), "actual": _amount(row, row.actual), "score": row.score}
            sentence = fill(text.WORD_FOR_FIGURE, name=row.name, **words)
            yield _about(row, sentence, claimed=str(row.score), computed=phrases.UNDEFINED, severity=Severity.NOTE)


_Rows: TypeAlias = Sequence[EvaluationRow]


def _sums(rows: _Rows) -> Iterator[tuple[EvaluationRow, list[_Rows]]]:
    """Each printed sum with the rows of points that it may be about, all of its table or of its group first.

    The sum of a table may leave out what stands under no heading, as the use of the budget, or begin behind the sum
    before it.
    """
    for _, of_table in groupby(rows, key=lambda row: row.table):
        table = list(of_table)
        last = 0
        for place, total in enumerate(table):
            if not total.is_total:
                continue
            parts = [_parts_of(total, table)]
            if not total.groups:
                parts += [[row for row in parts[0] if row.groups], _parts_of(total, table[last:place])]
                last = place
            if parts[0]:
                yield total, [some for some in parts if some]


def _parts_of(total: EvaluationRow, table: _Rows) -> _Rows:
    rows = (row for row in table if not row.is_total and (row.weight is not None or row.score is not None))
    return [row for row in rows if row.groups[: len(total.groups)] == total.groups]


def _weights_off(total: EvaluationRow, parts: Sequence[EvaluationRow]) -> Iterator[Finding]:
    weights, printed = _figures(row.weight for row in parts), _figure(total.weight)
    if weights is None or printed is None or _is_sum(printed, weights) or _are_shares_of_groups(printed, parts):
        return
    twice = len({(row.name, str(row.weight)) for row in parts}) < len(parts)
    elsewhere = text.POINTS_ELSEWHERE if printed.value > _sum(weights) else ""
    innocent = (elsewhere or (text.WEIGHT_PRINTED_TWICE if twice else ""), _rounding(printed, weights))
    yield _sum_off(text.WEIGHTS_DO_NOT_ADD, total, printed, weights, innocent)


def _scores_off(total: EvaluationRow, parts: Sequence[EvaluationRow]) -> Iterator[Finding]:
    scores, printed = _figures(row.score for row in parts), _figure(total.score)
    has_gap = any(row.score is None and row.weight is not None for row in parts)
    if scores is None or printed is None or has_gap or _is_sum(printed, scores) or _is_average(total, parts):
        return
    weights, of_all = _figures(row.weight for row in parts), _figure(total.weight)
    is_complete = weights is not None and of_all is not None and _is_sum(of_all, weights)
    adjusted = text.POINTS_ELSEWHERE if printed.value > _sum(scores) else text.POINTS_TAKEN_OFF
    innocent = ("" if is_complete else adjusted, _rounding(printed, scores))
    yield _sum_off(text.SCORES_DO_NOT_ADD, total, printed, scores, innocent)


def _sum_off(
    sentence: str, total: EvaluationRow, printed: Figure, parts: Sequence[Figure], innocent: Sequence[str]
) -> Finding:
    computed = plain_text(_sum(parts))
    words = fill(sentence, name=total.name, total=printed, count=len(parts), computed=computed)
    return _about(total, words, claimed=str(printed), computed=computed, innocent=innocent)


def _are_shares_of_groups(printed: Figure, parts: Sequence[EvaluationRow]) -> bool:
    """Return whether the weights under each heading of one rank come to the sum by themselves."""
    for depth in range(1, max(len(row.groups) for row in parts) + 1):
        by_group: dict[tuple[Text, ...], list[Figure]] = {}
        for row in parts:
            by_group.setdefault(row.groups[:depth], []).extend(_figures((row.weight,)) or ())
        if all(_is_sum(printed, weights) for weights in by_group.values()):
            return True
    return False


def _is_average(total: EvaluationRow, parts: Sequence[EvaluationRow]) -> bool:
    """Return whether the printed sum of the scores is their average by the weights."""
    printed = _figure(total.score)
    points = [(_figure(row.weight), _figure(row.score)) for row in parts]
    known = [(weight.value, score.value) for weight, score in points if weight is not None and score is not None]
    whole = _sum_of(weight for weight, _ in known)
    if printed is None or len(known) < len(points) or not whole:
        return False
    return EXACT.divide(_sum_of(EXACT.multiply(weight, score) for weight, score in known), whole) in printed.interval


def _is_sum(printed: Figure, parts: Sequence[Figure]) -> bool:
    allowed = sum(map(_allowed, parts), start=Interval.exactly(_NOTHING))
    return not allowed.isdisjoint(_allowed(printed))


def _allowed(points: Figure) -> Interval:
    """Whole points are given as they stand; others may be rounded."""
    return points.interval if points.places > 0 else Interval.exactly(points.value)


def _rounding(printed: Figure, parts: Sequence[Figure]) -> str:
    """Return the innocent reading that whole points are rounded, where that explains the sum."""
    allowed = sum((part.interval for part in parts), start=Interval.exactly(_NOTHING))
    return "" if allowed.isdisjoint(printed.interval) else text.WHOLE_POINTS_ROUNDED


def _figures(shown: Iterable[Shown | None]) -> list[Figure] | None:
    """Return the figures, blanks left out; None where one of them is something else."""
    printed = [value for value in shown if value is not None]
    figures = [value for value in printed if isinstance(value, Figure)]
    return figures if figures and len(figures) == len(printed) else None


def _figure(shown: Shown | None) -> Figure | None:
    return shown if isinstance(shown, Figure) else None


def _sum(figures: Iterable[Figure]) -> Decimal:
    return _sum_of(figure.value for figure in figures)


def _sum_of(values: Iterable[Decimal]) -> Decimal:
    return reduce(EXACT.add, values, _NOTHING)


def _amount(row: EvaluationRow, shown: Shown) -> str:
    return str(shown) if isinstance(shown, Text) else with_unit(shown, row.unit)


def _about(
    row: EvaluationRow,
    sentence: str,
    *,
    claimed: str,
    computed: str,
    innocent: Sequence[str] = (),
    severity: Severity | None = None,
) -> Finding:
    found = Finding(
        innocent=tuple(innocent),
        subject=" ".join(str(row.name).split()),
        message=sentence,
        claimed=claimed,
        computed=computed,
        source=row.source,
    )
    return found if severity is None else evolve(found, severity=severity)
