"""Tables of the phrases and words that the readers of Chinese documents understand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from civicplan import zh
from civicplan.values import Bound
from civicplan.zh.indicators.assumptions import Assumption
from civicplan.zh.kinds import kinds
from civicplan.zh.language.amounts import amounts
from civicplan.zh.language.phrase_forms import Form, phrase_forms, time_forms
from civicplan.zh.language.phrases import render
from civicplan.zh.notices import Notice
from civicplan.zh.words import (
    evaluation_words,
    indicator_words,
    period_words,
    phrase_words,
    progress_words,
    sum_words,
    task_headings,
)

Line = tuple[str, ...]

#: Sentences whose amounts are shown.
SENTENCES = (
    *("送书下乡6万册", "力争全年新建书屋3家、驿站5个以上", "改造1万间客房", "新签约10个项目"),
    *("建设甲山、乙山等5条风光带", "城镇、农村收入分别增长7%、8%左右", "民宿由3家增加到5家", "打造“百店千品”名片"),
)
#: Bounds of every kind.
BOUNDS = ("≥6E+4", ">9", "≤3", "<5.5", "=100", "≈9.0", "20±1", "6.0..6.5")


def code(word: str) -> str:
    """Return the word as code, as a cell of a table can hold it."""
    return f"`{word}`".replace("|", r"\|")


def listed(known: Iterable[str]) -> str:
    """Return the words as code, one behind the other."""
    return ", ".join(map(code, dict.fromkeys(known))) or "—"


def forms_of(known: Callable[[], Iterable[Form]]) -> Callable[[], Iterator[Line]]:
    """Return a function that returns every form with an example and what that becomes."""

    def lines() -> Iterator[Line]:
        yield "Words and signs, or the form", "For example", "Becomes"
        for form in known():
            yield shown(form.words), code(form.example), said(form.meaning)

    return lines


def shown(words: str) -> str:
    """Return words parted by blanks as code, each by itself; the name of a form stands as it is."""
    return words if words[0].isascii() and words[0].isalpha() else listed(words.split(" "))


def said(meaning: str) -> str:
    """Return what a form becomes; why it becomes nothing is said in words."""
    return meaning if meaning.startswith("nothing") else code(meaning)


def sentences() -> Iterator[Line]:
    """Return sentences and the amounts that are read in them."""
    yield "Written", "What is counted", "Bound", "Unit"
    for text in SENTENCES:
        found = amounts(text)
        for place, amount in enumerate(found):
            unit = "—" if amount.unit is None else code(amount.unit)
            yield "" if place else code(text), code(amount.subject), code(str(amount.bound)), unit
        if not found:
            yield code(text), "nothing", "—", "—"


def rendered() -> Iterator[Line]:
    """Return a bound of each kind, and how it is written in Chinese."""
    yield "Bound", "Written, with the unit 家"
    for text in BOUNDS:
        yield code(text), code(render(Bound.parse(text), "家"))


def sureness() -> Iterator[Line]:
    """Return the words that say how sure a promise is."""
    yield "Says", "Words"
    hedges, aims = phrase_words.HEDGES, (*phrase_words.AIMS, *phrase_words.AIMS_IN_FRONT)
    yield "it is open whether it will be kept", listed(word for word in aims if word in hedges)
    yield "it is meant to be kept", listed(word for word in aims if word not in hedges)


def units() -> Iterator[Line]:
    """Return the units that are counted in running text."""
    yield "Behind", "Units"
    yield "digits", listed(sorted(phrase_words.UNITS, key=lambda unit: (len(unit), unit)))
    yield "numerals in characters", listed(sorted(phrase_words.SPELLED_UNITS, key=lambda unit: (len(unit), unit)))


def directions() -> Iterator[Line]:
    """Return the words by which a direction is known."""
    yield "Better", "The name ends with"
    yield "higher", listed(indicator_words.HIGHER)
    yield "lower", listed(indicator_words.LOWER)
    yield "higher, as a share", listed(indicator_words.HIGHER_SHARES)
    yield "lower, as a share", listed(indicator_words.LOWER_SHARES)
    yield "the words for a share", listed(indicator_words.SHARES)


def measures() -> Iterator[Line]:
    """Return the words by which the measure of a figure is known."""
    yield "Measure", "Decided by", "Words"
    yield "`growth`", "the end of the name", listed(indicator_words.GROWTHS)
    yield "`reduction`", "the end of the name, for a figure in brackets in percent", listed(indicator_words.REDUCTIONS)
    yield "`total`", "a word in the name, for a figure in brackets", listed(indicator_words.TOTALS)
    yield "`change`", "a word in the name, for a figure in brackets", listed(indicator_words.CHANGES)
    yield "`level`", "the end of the name, in a column of growth and totals", listed(indicator_words.LEVELS)
    yield "none", "the end of the name: a level in spite of the word for growth", listed(indicator_words.NO_GROWTHS)


def units_above() -> Iterator[Line]:
    """Return the words of a name by which a row does not take the unit that stands above its table."""
    yield "Above the table stands", "The name of a row that does not take it"
    yield (
        "any unit but % and ‰",
        f"has one of {listed(indicator_words.RATES)}, or ends with {listed(indicator_words.REDUCTIONS)}",
    )
    yield "one with 百, 千, 万 or 亿", f"has one of {listed(indicator_words.MEANS)}"
    yield "money", f"ends with {listed(indicator_words.OF_THINGS)}"
    yield "any unit but money, % and ‰", f"ends with {listed(indicator_words.OF_MONEY)}"
    yield "% or ‰", f"has none of {listed(indicator_words.IN_PERCENT)}"


def sums() -> Iterator[Line]:
    """Return the words that declare an arithmetic."""
    yield "Declares", "Words"
    yield "a sum of what stands under the same heading", listed(sum_words.TOTALS)
    parts = "; ".join(listed(words) for words in sum_words.PARTS_OF_YEAR)
    yield "a sum of the parts of its year", f"{code(sum_words.WHOLE_YEAR)} beside all of {parts}"
    yield "no part of a sum", f"a heading with one of {listed(sum_words.NO_PARTS)}"
    yield "the percentage that the actual comes to of the target", listed(sum_words.PERCENTS_DONE)
    part, total = code(f"{sum_words.ONE_PART}:"), listed(sum_words.TOTALS)
    yield f"the percentage that the one column with {part} comes to of {total}", listed(sum_words.PERCENTS_OF_TOTAL)


def titles_of_tables() -> Iterator[Line]:
    """Return the words of the titles of tables that say what their figures are."""
    yield "Says", "Words"
    yield "figures for parts of a year are targets, where it stands last", listed(indicator_words.PLANNING)
    yield "they are actuals, where it stands last", listed(indicator_words.REVIEWING)
    yield "actuals without a year may be of a part of it", listed(indicator_words.INTERIM)


def plans() -> Iterator[Line]:
    """Return the five-year plans by their ordinals."""
    yield "Written", "Period"
    first = period_words.FIRST_YEAR
    for ordinal in period_words.PLANS:
        yield code(f"“{ordinal}五”"), f"{first} to {first + period_words.YEARS_OF_A_PLAN - 1}"
        first += period_words.YEARS_OF_A_PLAN


def vocabulary_of(heading: Line, known: Mapping[Any, Iterable[str]]) -> Callable[[], Iterator[Line]]:
    """Return a function that returns a vocabulary: what is meant, and the words for it."""

    def lines() -> Iterator[Line]:
        yield heading
        for meaning, words in known.items():
            if any(words):
                yield code(str(meaning)), listed(words)

    return lines


def titles() -> Iterator[Line]:
    """Return the kinds of documents, the words of their titles, what they need, and their readers."""
    yield "Kind", "The title says last", "It needs", "Read by"
    for kind in kinds.Kind:
        yield code(kind), listed(kinds.TITLE_WORDS[kind]), kinds.NEEDS[kind], code(kind.reader)


def same_counts() -> Iterator[Line]:
    """Return the units that count the same things."""
    yield ("One counts what the others count",)
    for same in progress_words.SAME_COUNTS:
        yield (listed(sorted(same)),)


def notices() -> Iterator[Line]:
    """Return every code of a diagnostic of a Chinese document, and what it says."""
    yield "Code", "Left out", "What it says"
    for name, sentence, is_left_out in sorted(set(all_notices())):
        said = sentence.format_map(defaultdict(lambda: "…")).replace("|", r"\|")
        yield code(name), "yes" if is_left_out else "no", said


def all_notices() -> Iterator[tuple[str, str, bool]]:
    """Return code and sentence of what each module of the package can say, and whether something is left out."""
    for module in walk_packages(zh.__path__, f"{zh.__name__}."):
        for value in vars(import_module(module.name)).values():
            for said in value.values() if isinstance(value, dict) else (value,):
                if isinstance(said, Notice):
                    yield said.code, said.sentence, said.left_out
                elif isinstance(said, Assumption):
                    yield said.code, said.sentence, False


TABLES: dict[str, Callable[[], Iterator[Line]]] = {
    "zh-forms": forms_of(phrase_forms),
    "zh-times": forms_of(time_forms),
    "zh-amounts": sentences,
    "zh-rendered": rendered,
    "zh-aims": sureness,
    "zh-units": units,
    "zh-directions": directions,
    "zh-measures": measures,
    "zh-units-above": units_above,
    "zh-sums": sums,
    "zh-titles-of-tables": titles_of_tables,
    "zh-plans": plans,
    "zh-kinds": titles,
    "zh-statuses": vocabulary_of(("Status", "Words"), progress_words.STATUS_WORDS),
    "zh-same-counts": same_counts,
    "zh-steps": vocabulary_of(("How far", "Words"), progress_words.STEPS),
    "zh-task-headings": vocabulary_of(("What it says of a task", "Headings"), task_headings.HEADINGS),
    "zh-evaluation-headings": vocabulary_of(("Column", "Headings"), evaluation_words.COLUMN_WORDS),
    "zh-notices": notices,
}
