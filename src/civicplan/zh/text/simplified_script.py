"""Traditional script into simplified, by OpenCC; another package that puts its module in that place is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from itertools import chain

from civicplan.errors import MissingExtraError
from civicplan.zh.text.traced import Edit, Traced
from civicplan.zh.words.repair_words import IN_BOTH_SCRIPTS, LEAST_TRADITIONAL, NAMES_IN_BOTH_SCRIPTS

_MODULE, _LOWEST = "opencc", (1, 4)
#: The name of a county, which a converter gets wrong that looks at single characters only.
_PROBE = "乾安縣", "乾安县"
_NAMES, _IN_BOTH = re.compile(NAMES_IN_BOTH_SCRIPTS), re.compile(f"[{IN_BOTH_SCRIPTS}]")


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
    while (new := _kept_where_in_both(traced.text, converter()(traced.text))) != traced.text:
        is_in_place = _lengths(new) == _lengths(traced.text)
        traced = traced.rewritten(new) if is_in_place else traced.edited(_edits_between(traced.text, new))
    return traced


def _kept_where_in_both(old: str, new: str) -> str:
    """Return the new text with names as they were, and in a simplified text all that simplified script has, too."""
    if len(old) != len(new) or old == new:
        return new
    new = _with_old(old, new, _NAMES)
    lines = zip(old.split("\n"), new.split("\n"), strict=True)
    pairs = chain.from_iterable(zip(*line, strict=False) for line in lines if line[0] != line[1])
    traditional = sum(one != other and one not in IN_BOTH_SCRIPTS for one, other in pairs)
    wide = (len(old.encode()) - len(old)) // 2  # Chinese characters and signs have three bytes, most others one
    return new if 100 * traditional >= LEAST_TRADITIONAL * wide else _with_old(old, new, _IN_BOTH)


def _with_old(old: str, new: str, pattern: re.Pattern[str]) -> str:
    pieces, done = list[str](), 0
    for match in pattern.finditer(old):
        pieces += (new[done : match.start()], match[0])
        done = match.end()
    return "".join((*pieces, new[done:]))


def _lengths(text: str) -> list[int]:
    return [len(line) for line in text.split("\n")]


def _edits_between(old: str, new: str) -> Iterator[Edit]:
    r"""Find what differs between the lines of two texts where some have other lengths: of each line one edit.

    >>> list(_edits_between("一\n二三四", "一\n二五六四"))
    [Edit(start=3, end=4, after='五六', notice=None)]
    """
    start = 0
    for before, after in zip(old.split("\n"), new.split("\n"), strict=True):
        if before != after:
            first = _alike(before, after)
            last = _alike(before[first:][::-1], after[first:][::-1])
            yield Edit(start + first, start + len(before) - last, after[first : len(after) - last])
        start += len(before) + 1


def _alike(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
