"""Phrases: changes, bounds and ranges around quantities, read from the left with no way back.

The grammar stands in `civicplan.zh.language.phrases`; a function here is named after the rule that it reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from civicplan.tables.cell_words import TOLERANCE_SIGNS
from civicplan.values import Bound, BoundKind, Figure
from civicplan.values._decimals import EXACT
from civicplan.zh.language.periods import FoundPeriod, period_at
from civicplan.zh.language.phrase import Phrase, PhraseSyntaxError, Printed, Role
from civicplan.zh.language.phrase_quantities import (
    BLANK,
    MAY_BE_UNIT,
    THROUGH,
    Quantity,
    Scanner,
    pattern,
    quantity,
    ratio,
    unit,
)
from civicplan.zh.words.numeral_words import BELOW_TEN_THOUSAND
from civicplan.zh.words.phrase_words import (
    AFTER,
    AND,
    ANNUAL,
    BASE_AFTER,
    BASE_BEFORE,
    BASES,
    BEFORE,
    FALLS,
    FROM,
    HELD,
    INCLUDED,
    NO_CHANGE,
    NOT_WITHIN,
    PERCENT,
    PERMILLE,
    POINTS,
    RANGE_END,
    RATES_OF_FALL,
    RATES_OF_RISE,
    REACHED,
    RESPECTIVELY,
    RISES,
    TO,
    any_of,
)

_IN_PERCENT = (PERCENT, PERMILLE, "倍")
_KIND_BEFORE = {word: kind for kind, words in BEFORE.items() for word in words}
_KIND_AFTER = {word: kind for kind, words in AFTER.items() for word in words}
_VERB = pattern((*RISES, *FALLS), not_before=f"了?+(?!{any_of(NO_CHANGE)})")
_RATE = pattern((*RATES_OF_RISE, *RATES_OF_FALL), not_before=f"了?+(?!{any_of(TO)})")
_DOWN = frozenset((*FALLS, *RATES_OF_FALL))
_BASES, _BASE_BEFORE, _BASE_AFTER = pattern(BASES), pattern(BASE_BEFORE), pattern(BASE_AFTER)
_ANNUAL, _RESPECTIVELY = pattern(ANNUAL), pattern((RESPECTIVELY,))
_HELD, _REACHED, _BEFORE = pattern(HELD), pattern(REACHED), pattern(_KIND_BEFORE)
#: A plus before a letter, a digit or a name parts two of them.
_AFTER = re.compile(
    rf"(?:{re.escape(INCLUDED)})?{BLANK.pattern}({any_of(_KIND_AFTER)})"
    rf"(?:(?<!\+)|(?![0-9A-Za-z“\"]))(?:(?<!内)|(?![{NOT_WITHIN}]))"
)
_RANGE_END, _TOLERANCE = pattern((RANGE_END,)), pattern(TOLERANCE_SIGNS)
_AND = pattern(AND, not_before=f"(?= {{0,2}}[0-9{BELOW_TEN_THOUSAND}])")
#: A number may stand without a unit where its multiple shows that it counts something.
_LEAST_MULTIPLE = Decimal("1E+4")


class _Change(NamedTuple):
    """What is said of a change before its number; `falls` is None where there is none."""

    falls: bool | None = None
    is_annual: bool = False
    base: FoundPeriod | None = None
    is_list: bool = False


class _Bounded(NamedTuple):
    """A quantity or two, with the words that bound them."""

    first: Quantity
    second: Quantity | None
    is_tolerance: bool
    before: BoundKind | None
    after: BoundKind | None
    is_held: bool
    start: int
    place: int
    end: int

    @property
    def unit(self) -> str | None:
        return self.first.unit


def phrases_at(scan: Scanner) -> tuple[Phrase, ...]:
    """Read the phrase at the place, or the several of a list; `scan.start` is the place."""
    if told := ratio(scan):
        return (told,)
    changed = _change(scan)
    items = [_bounded(scan)]
    while (changed.is_list or (changed.falls is not None and items[0].unit)) and (more := _next_item(scan)):
        items.append(more)
    while len(items) > 1 and items[-1].unit is None:
        del items[-1]
        scan.position = items[-1].end
    starts = (scan.start, *(item.start for item in items[1:]))
    alike = zip(_alike(scan, items), starts, strict=True)
    return tuple(_phrase(scan, item, changed, start=start) for item, start in alike)


def _change(scan: Scanner) -> _Change:
    """Read what a change is measured from, whether it is one of each year, and its verb; each at most once."""
    changed, is_last = _Change(), False
    while not is_last:
        if changed.base is None and (base := _base(scan)):
            changed = changed._replace(base=base)
        elif not changed.is_annual and scan.take(_ANNUAL):
            changed = changed._replace(is_annual=True)
        elif not changed.is_list and (word := scan.take(_RESPECTIVELY)):
            changed = changed._replace(is_list=True)
            scan.start = scan.position if word.start() == scan.start else scan.start
        elif changed.falls is None and (verb := scan.take(_VERB) or scan.take(_RATE)):
            changed = changed._replace(falls=verb[1] in _DOWN)
        else:
            is_last = True
    if changed.falls is None and (changed.base or changed.is_annual):
        scan.fail("a word for a change, such as 增长 or 下降")
    return changed


def _base(scan: Scanner) -> FoundPeriod | None:
    """Read 同比, or 比 with a year; 比 before anything else is a word of its own."""
    if word := scan.take(_BASES):
        return FoundPeriod(text=word[1], start=word.start(1), end=word.end(1), period=None)
    before = scan.position
    if not scan.take(_BASE_BEFORE):
        return None
    scan.take(BLANK)
    base = period_at(scan.plain, scan.position, scan.year)
    scan.position = before if base is None else base.end
    if base is not None:
        scan.take(_BASE_AFTER)
    return base


def _next_item(scan: Scanner) -> _Bounded | None:
    """Read the next number of a list; where what follows is no number of its own, the list ends before it."""
    before = scan.position
    if not scan.take(_AND):
        return None
    try:
        return _bounded(scan, is_next=True)
    except PhraseSyntaxError:
        if scan.is_whole:
            raise
        scan.position = before
        return None


def _bounded(scan: Scanner, *, is_next: bool = False) -> _Bounded:
    """Read one number, or the two of a range or a tolerance, with the words that bound them."""
    scan.take(BLANK)
    start = scan.position
    is_held = scan.take(_HELD) is not None
    reached = is_held or scan.take(_REACHED)
    before = scan.take(_BEFORE)
    blank = BLANK.match(scan.plain, scan.position)
    number = blank.end() if blank else scan.position
    first = quantity(scan, is_second=is_next)
    second, is_tolerance = None, scan.take(_TOLERANCE) is not None
    if is_tolerance or _is_range(scan):
        place = scan.position
        second = quantity(scan, is_second=True)
        first, second = _shared(scan, first, second, place, is_tolerance=is_tolerance)
    after = scan.take(_AFTER)
    if after and first.unit is None and not first.is_more:
        first = first._replace(unit=unit(scan))
    if second and not is_tolerance:
        scan.take(_RANGE_END)
    return _Bounded(
        first,
        second,
        is_tolerance,
        _KIND_BEFORE[before[1]] if before else None,
        _KIND_AFTER[after[1]] if after else None,
        is_held and reached is not None,
        start,
        number,
        scan.position,
    )


def _is_range(scan: Scanner) -> bool:
    """Take the sign between the numbers of a range; 从3家到5家 is none, but a change."""
    before = scan.position
    sign = scan.take(THROUGH)
    if sign and sign[0].strip() in TO and scan.plain[max(scan.start - 1, 0) : scan.start] in tuple(FROM):
        scan.position = before
        return False
    return sign is not None


def _shared(
    scan: Scanner, first: Quantity, second: Quantity, place: int, *, is_tolerance: bool
) -> tuple[Quantity, Quantity]:
    """Return the two numbers of a range, the first with the unit and the multiple that only the second has."""
    if second.unit is None and first.is_share:
        second = second._replace(unit=first.unit)
    if first.unit is None:
        first = first._replace(unit=second.unit)
        multiple = second.multiple
        if first.multiple == 1 and multiple is not None and multiple > 1:
            shared = Figure(EXACT.multiply(first.figure.value, multiple))
            first = first._replace(figure=shared if shared <= second.figure else first.figure, multiple=multiple)
    if first.unit != second.unit:
        scan.fail("the same unit behind both numbers", place)
    if first.is_more or second.is_more or (not is_tolerance and second.figure < first.figure):
        scan.fail("the lower number first, and both of them exact", place)
    return first, second


def _alike(scan: Scanner, items: Sequence[_Bounded]) -> list[_Bounded]:
    """Return the numbers of a list with the unit behind the last, and the bound before the first or behind the last."""
    before = items[0].before if not any(item.before or item.after for item in items[1:]) else None
    after = items[-1].after if not any(item.before or item.after for item in items[:-1]) else None
    shared = []
    for item in items:
        first = item.first
        if first.unit is None:
            if len(items) > 1 and first.multiple != items[-1].first.multiple:
                scan.fail("the unit behind each number", item.end)
            first = first._replace(unit=items[-1].unit)
        shared.append(item._replace(first=first, before=item.before or before, after=item.after or after))
    return shared


def _phrase(scan: Scanner, item: _Bounded, changed: _Change, *, start: int) -> Phrase:
    """Return what one number says, where it may stand as it does."""
    printed = _printed(scan, item)
    if not scan.is_whole and item.unit is None and not _counts_without_unit(scan, item):
        scan.fail("a unit that is listed", item.end)
    return Phrase(
        printed=printed,
        unit=item.unit,
        role=_role(item, changed),
        falls=bool(changed.falls),
        is_annual=changed.is_annual,
        base=changed.base,
        text=scan.text[start : item.end],
        start=start,
        place=item.place,
        end=item.end,
    )


def _printed(scan: Scanner, item: _Bounded) -> Printed:
    more = BoundKind.ABOVE if item.first.is_more else None
    kinds = {kind for kind in (item.before, item.after, more) if kind is not None}
    figure, second = item.first.figure, item.second and item.second.figure
    if len(kinds) > 1 or (kinds and item.second and not item.is_tolerance):
        scan.fail("one word that bounds the number", item.start)
    if item.is_tolerance:
        if kinds - {BoundKind.ABOUT} or second is None or second < 0:
            scan.fail("a tolerance of zero or more, without a word that bounds the number", item.start)
        return Bound.about(figure, tolerance=second)
    if second is not None:
        return Bound.between(figure, second)
    if not kinds and item.is_held:
        scan.fail("a word such as 以上 or 以内, without which nothing says on which side the number bounds", item.end)
    return Bound(kinds.pop(), figure) if kinds else figure


def _counts_without_unit(scan: Scanner, item: _Bounded) -> bool:
    """Return whether a number in a text counts something although no unit stands behind it: 40万市民, 100以上."""
    multiple = item.first.multiple
    if MAY_BE_UNIT.match(scan.plain, item.end):
        return False
    if multiple is not None and multiple >= _LEAST_MULTIPLE and " " not in scan.plain[item.start : item.end]:
        return True
    return bool(item.before or item.after) and not scan.plain[item.end : item.end + 1].isalnum()


def _role(item: _Bounded, changed: _Change) -> Role:
    if item.unit in POINTS:
        return Role.POINTS
    if item.first.is_growth:
        return Role.GROWTH
    if changed.falls is None:
        return Role.SHARE if item.unit in (PERCENT, PERMILLE) else Role.AMOUNT
    return Role.GROWTH if item.unit in _IN_PERCENT else Role.CHANGE
