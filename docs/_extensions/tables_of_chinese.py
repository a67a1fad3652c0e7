"""Tables of the phrases and words that the readers of Chinese documents understand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

from civicplan import zh
from civicplan.values import Bound, BoundKind
from civicplan.zh import (
    evaluation_words,
    kinds,
    period_words,
    phrase_words,
    progress_words,
    task_headings,
    vocabulary,
)
from civicplan.zh.amounts import amounts
from civicplan.zh.assumptions import Assumption
from civicplan.zh.periods import FoundPeriod, read_period
from civicplan.zh.phrase import Phrase, PhraseSyntaxError, Role
from civicplan.zh.phrases import parse, render
from civicplan.zh.said import Notice

Line = tuple[str, ...]

#: Each form of a phrase, with examples; what they become is what the code makes of them when the page is built.
FORMS: dict[str, tuple[str, ...]] = {
    "a number and its unit": ("12家", "2,300人", "35%", "百分之五", "千分之三点五", "-2.8%"),
    "with a multiple": ("6万册", "3.5亿元", "8个亿", "1亿2000万元"),
    "in characters": ("三十五家", "一百零五人"),
    "a part of a whole": ("一半", "四分之三"),
    "that much, or more": ("95%以上", "5个以上", "不低于5个", "不少于10场", "100＋款", "≥20", "达7%以上"),
    "more": ("超过3%", "突破200亿元", "400余万人", "200余场", "三十多家"),
    "that much, or less": ("3%以内", "不超过800万元", "控制在5%以内", "≤4"),
    "less": ("低于5.5%", "不足10家", "<5.5"),
    "about": ("70左右", "约9%", "近4亿元", "20%±1%"),
    "a range": ("3—5家", "三至五家", "6.0%—6.5%", "40—45%", "300-500亿元", "8千至1万人", "2家至3家之间"),
    "a rise": ("增长7%左右", "年均增长9%以上", "增速达到7%", "增加3万人", "提高1.1个百分点", "增长一倍以上"),
    "a fall": ("下降3%", "减少2万人", "降低0.5个百分点"),
    "doubling": ("翻一番", "翻两番"),
    "against a base": ("比2005年下降40—45%", "较上年同期减少2万人", "同比下降0.5个百分点"),
    "a ratio": ("7.4∶39.6∶53",),
}
#: Sentences whose amounts are shown.
SENTENCES = (
    *("送书下乡6万册", "力争全年新建书屋3家、驿站5个以上", "改造1万间客房", "新签约10个项目"),
    *("建设甲山、乙山等5条风光带", "城镇、农村收入分别增长7%、8%左右", "民宿由3家增加到5家", "打造“百店千品”名片"),
)
#: Texts that are no phrases.
REFUSED = ("三分之二", "两三个", "控制在5%", "超过95以上", "5—3家", "3家至5个", "5苹果", "增长到9%", "200余")
#: Times, with the reference year 2025.
TIMES = (
    *("2025年", "二〇三五年", "2025年5月", "6月1日", "10月份", "5月上旬", "上半年", "第二季度", "前三季度"),
    *("7—8月份", "2025年5月至2026年4月", "年内", "去年", "明年"),
    *("4月底", "10月底前", "10月前", "到2025年", "“十四五”时期", "“十四五”末", "今后五年"),
)
YEAR = 2025

_MEANINGS = {
    BoundKind.AT_LEAST: "at least, the number included",
    BoundKind.ABOVE: "more, the number not included",
    BoundKind.AT_MOST: "at most, the number included",
    BoundKind.BELOW: "less, the number not included",
    BoundKind.EXACTLY: "exactly the number",
    BoundKind.ABOUT: "about the number; nothing says how close is close enough",
}
_BOUNDS = ("≥6E+4", ">9", "≤3", "<5.5", "=100", "≈9.0", "20±1", "6.0..6.5")


def code(word: str) -> str:
    """Return the word as code, as a cell of a table can hold it."""
    return f"`{word}`".replace("|", r"\|")


def listed(known: Iterable[str]) -> str:
    """Return the words as code, one behind the other."""
    return ", ".join(map(code, dict.fromkeys(known))) or "—"


def forms() -> Iterator[Line]:
    """Return every form of a phrase with examples and what they become."""
    yield "Form", "Written", "Becomes", "Unit", "What it is"
    for form, examples in FORMS.items():
        for place, text in enumerate(examples):
            phrase = parse(text, year=YEAR)
            unit = "—" if phrase.unit is None else code(phrase.unit)
            yield "" if place else form, code(text), code(bound_of(phrase)), unit, what_it_is(phrase)


def bound_of(phrase: Phrase) -> str:
    """Return the bound of a phrase, or the numbers of a ratio."""
    if isinstance(phrase.printed, tuple):
        return ", ".join(map(str, phrase.printed))
    return str(phrase.bound)


def what_it_is(phrase: Phrase) -> str:
    """Return the role of a phrase, and what it says of a change."""
    is_change = phrase.role in (Role.CHANGE, Role.POINTS, Role.GROWTH)
    said = [code(phrase.role)]
    said += ["a fall" if phrase.falls else "a rise"] if is_change else []
    said += ["each year"] if phrase.is_annual else []
    if phrase.base is not None:
        period = phrase.base.period
        said.append(f"against {phrase.base.text if period is None else period}")
    return ", ".join(said)


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


def refused() -> Iterator[Line]:
    """Return texts that are no phrases and what the error says."""
    yield "Written", "What the error says"
    for text in REFUSED:
        try:
            parse(text)
        except PhraseSyntaxError as error:
            yield code(text), str(error).partition("\n")[0]
        else:
            raise LookupError(f"{text} is a phrase")


def rendered() -> Iterator[Line]:
    """Return a bound of each kind, and how it is written in Chinese."""
    yield "Bound", "Written, with the unit 家"
    for text in _BOUNDS:
        yield code(text), code(render(Bound.parse(text), "家"))


def bounding() -> Iterator[Line]:
    """Return the words and signs that make a bound of a number in running text."""
    yield "Sign", "Meaning", "Before the number", "Behind the number"
    for kind, meaning in _MEANINGS.items():
        behind = (*phrase_words.AFTER.get(kind, ()), *(phrase_words.MORE if kind is BoundKind.ABOVE else ""))
        sign = "≈" if kind is BoundKind.ABOUT else kind.value
        yield code(sign), meaning, listed(phrase_words.BEFORE.get(kind, ())), listed(behind)


def multiples() -> Iterator[Line]:
    """Return the multiples and how many zeros they stand for."""
    yield "Stands for", "Written"
    for size in sorted(set(phrase_words.MULTIPLES.values())):
        yield f"{int(size):,}", listed(word for word, known in phrase_words.MULTIPLES.items() if known == size)


def changes() -> Iterator[Line]:
    """Return the words of rise and fall, of their base and of their years."""
    yield "Says", "Words"
    yield "a rise", listed(phrase_words.RISES)
    yield "a fall", listed(phrase_words.FALLS)
    yield "growth", listed(phrase_words.RATES_OF_RISE)
    yield "a rate of fall", listed(phrase_words.RATES_OF_FALL)
    yield "the new level, and no change", "such a word with " + listed(phrase_words.NO_CHANGE) + " behind it"
    yield "in each year", listed(phrase_words.ANNUAL)
    yield "what it is measured from", listed((*phrase_words.BASE_BEFORE, *phrase_words.BASE_AFTER, *phrase_words.BASES))


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


def times() -> Iterator[Line]:
    """Return times and the periods that they mean."""
    yield "Written", f"Period, with the reference year {YEAR}", "What it is"
    for text in TIMES:
        found = read_period(text, YEAR)
        if found is None:
            raise LookupError(f"{text} is no period")
        yield code(text), code(str(found.period)), kind_of_time(text, found)


def kind_of_time(text: str, found: FoundPeriod) -> str:
    """Return whether a time is a deadline, needs a year and rests on an assumption."""
    without_year = read_period(text)
    said = ["a deadline"] if found.is_deadline else []
    said += ["needs the year"] if without_year is not None and without_year.needs_year else []
    said += ["an assumption"] if found.is_assumed else []
    return ", ".join(said) or "—"


def words_of_time() -> Iterator[Line]:
    """Return the words that state a time."""
    yield "Says", "Words"
    distances = {0: "the reference year", -1: "the year before", 1: "the year after"}
    for distance, meaning in distances.items():
        yield meaning, listed(word for word, years in period_words.YEARS.items() if years == distance)
    yield "the end of it", listed((*period_words.YEAR_ENDS, *period_words.ENDS))
    yield "a part of the year", listed(period_words.PARTS)
    yield "a third of a month", listed(period_words.THIRDS)
    yield "by then", listed((*period_words.UNTIL, *period_words.BEFORE))
    yield "as of then", listed(period_words.AS_OF)


def directions() -> Iterator[Line]:
    """Return the words by which a direction is known."""
    yield "Better", "The name ends with"
    yield "higher", listed(vocabulary.HIGHER)
    yield "lower", listed(vocabulary.LOWER)
    shares = listed(vocabulary.SHARES)
    yield f"higher, with {shares} behind it", listed(vocabulary.HIGHER_SHARES)
    yield f"lower, with {shares} behind it", listed(vocabulary.LOWER_SHARES)


def measures() -> Iterator[Line]:
    """Return the words by which the measure of a figure is known."""
    yield "Measure", "Decided by", "Words"
    yield "`growth`", "the end of the name", listed(vocabulary.GROWTHS)
    yield "`reduction`", "the end of the name, for a figure in brackets in percent", listed(vocabulary.REDUCTIONS)
    yield "`total`", "a word in the name, for a figure in brackets", listed(vocabulary.TOTALS)
    yield "`change`", "a word in the name, for a figure in brackets", listed(vocabulary.CHANGES)
    yield "`level`", "the end of the name, in a column of growth and totals", listed(vocabulary.LEVELS)
    yield "none", "the end of the name: a level in spite of the word for growth", listed(vocabulary.NO_GROWTHS)


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
                    yield said.code, said.en, False


TABLES: dict[str, Callable[[], Iterator[Line]]] = {
    "zh-forms": forms,
    "zh-amounts": sentences,
    "zh-refused": refused,
    "zh-rendered": rendered,
    "zh-bounds": bounding,
    "zh-multiples": multiples,
    "zh-changes": changes,
    "zh-aims": sureness,
    "zh-units": units,
    "zh-times": times,
    "zh-words-of-time": words_of_time,
    "zh-directions": directions,
    "zh-measures": measures,
    "zh-plans": plans,
    "zh-kinds": titles,
    "zh-statuses": vocabulary_of(("Status", "Words"), progress_words.STATUS_WORDS),
    "zh-same-counts": same_counts,
    "zh-steps": vocabulary_of(("How far", "Words"), progress_words.STEPS),
    "zh-task-headings": vocabulary_of(("What it says of a task", "Headings"), task_headings.HEADINGS),
    "zh-evaluation-headings": vocabulary_of(("Column", "Headings"), evaluation_words.COLUMN_WORDS),
    "zh-notices": notices,
}
