"""Tables of the words and signs that are understood in cells and headings of tables."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from civicplan.tables import cell_faults, cell_words, heading_words, periods, said, words
from civicplan.values import BoundKind

Line = tuple[str, ...]

_MEANINGS = {
    BoundKind.AT_LEAST: "at least, the figure included",
    BoundKind.ABOVE: "more, the figure not included",
    BoundKind.AT_MOST: "at most, the figure included",
    BoundKind.BELOW: "less, the figure not included",
    BoundKind.EXACTLY: "exactly the figure",
    BoundKind.ABOUT: "about the figure; nothing says how close is close enough",
}
_FILLED_IN = {
    "digits": "…",
    "first": "…",
    "second": "…",
    "proof": "",
    "decimal": "…",
    "other": "…",
    "low": "…",
    "high": "…",
}
_FILLED_IN |= {"mark": "…", "point": "…", "comma": "…", "month": "…", "label": "…", "advice": "write …", "number": "…"}


def code(word: str) -> str:
    """Return the word as code; what is blank is named."""
    return f"`{word}`" if word.strip() else "an empty cell"


def listed(known: Iterable[str]) -> str:
    """Return the words as code, one behind the other."""
    return ", ".join(map(code, known))


def blanks() -> Iterator[Line]:
    """Return what stands in a cell without a value."""
    yield ("Read as a blank, in any case and width",)
    yield (listed(sorted(cell_words.BLANKS)),)


def bound_words() -> Iterator[Line]:
    """Return the signs and words that make a bound of a figure."""
    yield "Sign", "Meaning", "Before the figure", "After the figure"
    for kind, before in cell_words.BEFORE.items():
        yield code(kind.value), _MEANINGS[kind], listed(before), listed(cell_words.AFTER.get(kind, ())) or "—"


def ranges() -> Iterator[Line]:
    """Return how two figures are written."""
    yield "Two figures", "Written with"
    in_words = (f"{before} 6 {between} 6.5 {after}".strip() for before, between, after in cell_words.RANGE_WORDS)
    yield "from the lower to the upper, both included", listed((*cell_words.RANGE_SIGNS, *in_words))
    yield "a figure and its tolerance", listed(cell_words.TOLERANCE_SIGNS)


def marks() -> Iterator[Line]:
    """Return the marks after a figure that are left aside."""
    yield ("Left aside, with a diagnostic",)
    yield (listed(cell_words.MARKS),)


def factors() -> Iterator[Line]:
    """Return the factors that are never multiplied out."""
    yield ("Left out, with a diagnostic",)
    yield (listed(cell_words.FACTORS),)


def codes() -> Iterator[Line]:
    """Return every code of a diagnostic of a cell or a period, and what it says."""
    yield "Code", "Left out", "What it says"
    for table, is_left_out in (
        (cell_faults.LEFT_OUT, "yes"),
        (cell_faults.READ_ALL_THE_SAME, "no"),
        (periods.LEFT_OUT, "yes"),
    ):
        for name, template in table.items():
            yield code(name), is_left_out, template.format_map(_FILLED_IN)


def codes_of_tables() -> Iterator[Line]:
    """Return every code of a diagnostic of a row, a column or a figure in its row, and what it says."""
    yield "Code", "Left out", "What it says"
    for table, is_left_out in ((said.LEFT_OUT, "yes"), (said.READ, "no")):
        for name, template in table.items():
            yield code(name), is_left_out, template.format_map(defaultdict(lambda: "…"))


def headings() -> Iterator[Line]:
    """Return the words of each field."""
    yield "Field", "Headings, in any case and width"
    for field, known in heading_words.FIELD_WORDS.items():
        yield code(field), listed(known)


def only_with_period() -> Iterator[Line]:
    """Return the words that are understood only beside a period."""
    yield ("Understood only beside a period or a measure",)
    yield (listed(heading_words.ONLY_WITH_PERIOD),)


def measures_of_headings() -> Iterator[Line]:
    """Return the words for a measure in a heading."""
    yield "Measure", "Words beside those of a baseline, target or actual"
    for measure, known in heading_words.MEASURE_HEADINGS.items():
        yield code(measure), listed(known)


def remarks() -> Iterator[Line]:
    """Return the words in brackets that make a heading unclear."""
    yield ("In brackets, no unit",)
    yield (listed(heading_words.REMARKS),)


def vocabulary(known: Mapping[str, tuple[str, ...]]) -> Callable[[], Iterator[Line]]:
    """Return a function that returns the words of a vocabulary."""

    def lines() -> Iterator[Line]:
        yield "Meaning", "Words, in any case and width"
        for member, spellings in known.items():
            yield code(member), listed(spellings)

    return lines


TABLES: dict[str, Callable[[], Iterator[Line]]] = {
    "blanks": blanks,
    "bound-words": bound_words,
    "ranges": ranges,
    "marks": marks,
    "factors": factors,
    "codes-of-cells": codes,
    "codes-of-tables": codes_of_tables,
    "headings": headings,
    "only-with-period": only_with_period,
    "measures-of-headings": measures_of_headings,
    "remarks": remarks,
    "direction-words": vocabulary(words.DIRECTION_WORDS),
    "measure-words": vocabulary(words.MEASURE_WORDS),
    "nature-words": vocabulary(words.NATURE_WORDS),
    "prices-words": vocabulary(words.PRICES_WORDS),
    "status-words": vocabulary(words.STATUS_WORDS),
}
