"""Traditional script into simplified, by OpenCC; another package that puts its module in that place is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from itertools import compress, count

from civicplan.errors import MissingExtraError
from civicplan.zh.repair_words import IN_BOTH_SCRIPTS, LEAST_TRADITIONAL, NAMES_IN_BOTH_SCRIPTS
from civicplan.zh.traced import Edit, Traced

_MODULE, _LOWEST = "opencc", (1, 4)
#: A county whose first character a converter by characters alone takes for another word.
_PROBE = "乾安縣", "乾安县"
_NAMES = re.compile(NAMES_IN_BOTH_SCRIPTS)


@cache
def converter() -> Callable[[str], str]:
    """Return the function that writes a text in simplified script, by whole words where OpenCC knows them.

    Raises:
        MissingExtraError: OpenCC is not installed, is too old, or another package has put its module in its place.
    """
    try:
        release = re.match(r"(\d+)\.(\d+)", version(_MODULE))
        convert = import_module(_MODULE).OpenCC("t2s").convert
    except (PackageNotFoundError, ImportError, AttributeError, OSError) as error:  # a stranger may have other names
        raise _missing() from error
    if release is None or tuple(map(int, release.groups())) < _LOWEST or convert(_PROBE[0]) != _PROBE[1]:
        raise _missing()
    result: Callable[[str], str] = convert
    return result


def _missing() -> MissingExtraError:
    strangers = {name for name in packages_distributions().get(_MODULE, ()) if name.lower() != _MODULE}
    requirement = "opencc>=1.4" if strangers else "civicplan[zh]"
    return MissingExtraError("reading Chinese documents", requirement, " ".join(sorted(strangers)))


def simplified(traced: Traced) -> Traced:
    """Return a text in simplified script.

    OpenCC is asked until nothing changes any more, as what it writes for one word it may change within another.
    """
    convert = converter()
    while edits := list(_edits(traced.text, convert(traced.text))):
        traced = traced.edited(edits)
    return traced


def _edits(old: str, new: str) -> Iterator[Edit]:
    """Return what to change, where a text may be given more or fewer characters than it had."""
    if old == new:
        return
    names = {place for match in _NAMES.finditer(old) for place in range(*match.span())}
    edits = [edit for line in _changed_lines(old, new) for edit in _in_line(*line) if edit.start not in names]
    is_certain = [old[edit.start] not in IN_BOTH_SCRIPTS for edit in edits]
    wide = (len(old.encode()) - len(old)) // 2  # Chinese characters and signs have three bytes, most others one
    is_traditional = 100 * sum(is_certain) >= LEAST_TRADITIONAL * wide
    yield from edits if is_traditional else compress(edits, is_certain)


def _changed_lines(old: str, new: str) -> Iterator[tuple[int, str, str]]:
    start = 0
    for before, after in zip(old.split("\n"), new.split("\n"), strict=True):
        if before != after:
            yield start, before, after
        start += len(before) + 1


def _in_line(start: int, before: str, after: str) -> Iterator[Edit]:
    if len(before) == len(after):
        for place, one, other in zip(count(start), before, after, strict=False):
            if one != other:
                yield Edit(place, place + 1, other)
        return
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    yield Edit(start + same, start + len(before), after[same:])
