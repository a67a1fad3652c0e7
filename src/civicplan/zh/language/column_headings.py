"""Headings of columns in Chinese tables of indicators, and the five-year plans that they name."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import frozen

from civicplan.model import Measure
from civicplan.tables.heading_words import FIELD_WORDS, Field
from civicplan.tables.headings import is_average, read_heading
from civicplan.tables.uniform import with_uniform_signs
from civicplan.values import Period, Text
from civicplan.zh.language.periods import five_year_plan
from civicplan.zh.words.numeral_words import DIGITS
from civicplan.zh.words.period_words import PLANS
from civicplan.zh.words.phrase_words import any_of
from civicplan.zh.words.sum_words import TOTALS, WHOLE_YEAR

#: No heading that is understood is longer.
_LONGEST = 60
_QUOTED = re.compile(rf"[“”\"「『]\s*({any_of(PLANS)})五\s*[“”\"」』]\s*(?:规划)?(?:时期|期间|期)?(?P<end>末)?")
#: The first and the last year of a plan.
_YEARS = re.compile(r"(?<![0-9])([12][0-9]{3})年?(?:-|—|–|~|～|至|到)([12][0-9]{3})(?![0-9])")
_ANY_YEAR = re.compile("(?:19|20)[0-9]{2}")
_ONE_YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})年")
#: A year in characters, as titles write it.
_IN_CHARACTERS = re.compile(f"[一二][九〇零][{DIGITS}]{{2}}(?=年)")
_IN_DIGITS = str.maketrans(DIGITS, "00123456789")
#: The parts of a year, which headings often name without it; months are those of a table, and no days.
_PART_OF_YEAR = re.compile(
    r"第?[一二三四1-4]季度|前三个?季度|[上下]半年|全年(?!度)|(?<![0-9])"
    r"(?:(?P<from>1[0-2]|[1-9])月?(?:-|~|至|到))?(?P<month>1[0-2]|[1-9])月份?(?![0-9日底末])"
)
#: A figure from January on is a sum whether its heading says so or not.
_FROM_JANUARY, _SUM = ("1-", "上半年", "前三", "一季度", "第一季度", "1季度"), "累计"
_PARTS = {"前三季度": "1-9月", "前三个季度": "1-9月", "全年": ""}
#: Any year tells what a heading would be with one.
_SOME_YEAR = 2000
_SPELLED = re.compile(rf"第({any_of(PLANS)})个五年(?:规划|计划)?")
_OF_INDICATORS = ("约束性指标", "预期性指标", "发展指标", "任务指标", "目标名称")
_OF_NAMES = (*FIELD_WORDS[Field.NAME], "指标内容", "具体指标", "规划指标", *_OF_INDICATORS, "项目", "项目名称")
_INDICATOR = "指标"
_ESTIMATED = re.compile(r"[(\[]?(?:预计|初步|快报|初步核算)(?:数|值)?[)\]]?")
#: Words for the columns of figures, and those by which the grammar of headings knows them.
_OTHERWISE = (
    (re.compile(r"[(\[]单位[)\]]"), ""),
    (re.compile(r"(?:指标)?性质$"), "属性"),
    (re.compile(r"^(?:五年|5年)年均"), "年均"),
    (re.compile(r"^(?:年份|年度|指标值|数值) (?=.)"), ""),
    (re.compile(r" (?:绝对(?:数|值|额|量)|总量)$"), ""),
    (re.compile(rf"((?:年|目标|计划|完成|实际)[^ ]{{0,10}}) (?:{any_of(TOTALS)})$"), r"\1"),
    (re.compile(rf"((?:19|20)\d\d年[^ ]{{0,10}}) {WHOLE_YEAR}$"), r"\1"),
    (re.compile(rf"(?<=年){WHOLE_YEAR}(?=目标|计划|任务|$)"), ""),
    (re.compile(r"\[(?:五年|5年)?累计(?:数|值|增长)?\]$"), "[累计]"),
    (re.compile(r"年均(?:增速|增长|增长率|增幅)?(?:[/或、及和]|(?=\[))\[?累计(?:增长|增速|数)?\]?"), "年均增速[累计]"),
    (re.compile(r"年均增速\(([%‰])\)\[累计\]"), r"年均增速[累计](\1)"),
    (re.compile(r"^(?:规划|预期|计划)?目标[值数]? (?=[^ ]{0,20}目标)"), ""),
    (re.compile(r"^(?:实际)?(?:完成|实现)(?:情况|值|数)? (?=[^ ]{0,20}(?:完成|实现|实际|达到))"), ""),
    (re.compile(r"(?:规划|预期|计划)(?:目标|指标)?(?:值|数)?$"), "目标"),
    (re.compile(r"(?:完成|实际完成|达到|实现)(?:情况|数|值)?$"), "完成值"),
)
#: Blanks within Chinese words, as where a heading is padded or goes over two lines.
_WITHIN_WORDS = re.compile(r"(?<=[0-9\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_CUMULATIVE = re.compile(r"(规划目标|目标|完成值|完成情况)? ?(?:五年|5年)?累计(?:数|值|完成)?(?:\(([^()]*)\))?")
_TARGET = "规划目标"
_READ = (
    *(Field.NUMBER, Field.NAME, Field.UNIT, Field.CATEGORY, Field.NATURE),
    *(Field.BASELINE, Field.TARGET, Field.ACTUAL),
)


@frozen(kw_only=True)
class Column:
    """A column of a table of indicators.

    Attributes:
        position: Its place in the table, counted from 0.
        text: Its heading.
        field: What its cells are.
        period: What its figures are about, as far as the heading says.
        measure: The growth, where the heading is one of rates; None where it states no measure.
        unit: The unit of its figures, as the heading states it.
        is_open: True where the heading does not say whether its figures are baselines, targets or actuals.
        is_cumulative: True where its figures are sums over the plan, in brackets or not.
        is_average: True where its rates are averages over several years.
        is_estimated: True where the heading says that its figures may still be revised.
        note: What is to be known of its figures, where more than its heading decided what they are.
    """

    position: int
    text: str
    field: Field
    period: Period | None = None
    measure: Measure | None = None
    unit: str | None = None
    is_open: bool = False
    is_cumulative: bool = False
    is_average: bool = False
    is_estimated: bool = False
    note: Text | None = None

    @property
    def is_over_years(self) -> bool:
        """True where its figures are about several years at once."""
        return self.is_cumulative or self.is_average


class _Plain(NamedTuple):
    """A heading in the words of the grammar.

    Attributes:
        text: The words.
        plan: The plan that an ordinal names.
        is_estimated: True where its figures may still be revised.
    """

    text: str
    plan: Period | None
    is_estimated: bool


def plans_in(text: str) -> tuple[Period, ...]:
    """Return the periods of the five-year plans that a text names by their ordinals, each once.

    >>> [str(plan) for plan in plans_in("“十三五”规划主要指标，第十四个五年规划")]
    ['2016/2020', '2021/2025']
    """
    head = text[:200]
    found = sorted((match.start(), match[1]) for form in (_QUOTED, _SPELLED) for match in form.finditer(head))
    return tuple(dict.fromkeys(five_year_plan(ordinal) for _, ordinal in found))


def years_in(text: str) -> Period | None:
    """Return the years of a plan that a title names, as in 2021—2025年; None where it names none, or several.

    >>> str(years_in("某县水利发展规划（2019—2027年）")), years_in("2025年主要指标")
    ('2019/2027', None)
    """
    found = {(int(years[1]), int(years[2])) for years in _YEARS.finditer(_title(text))}
    first, last = found.pop() if len(found) == 1 else (0, 0)
    return Period.parse(f"{first}/{last}") if first < last else None


def single_years_in(title: str) -> frozenset[int]:
    """Return the years that a title names by themselves, and not as an end of several.

    >>> sorted(single_years_in("二〇二四年完成情况（2021年—2025年）")), sorted(single_years_in("“十四五”规划"))
    ([2024], [])
    """
    return frozenset(map(int, _ONE_YEAR.findall(_YEARS.sub("", _title(title)))))


def _title(text: str) -> str:
    """Return what is looked at of a title: without blanks, and its years in digits."""
    return _IN_CHARACTERS.sub(lambda year: year[0].translate(_IN_DIGITS), "".join(text[:200].split()))


def dated(text: str, year: int) -> str:
    """Return a heading of a part of a year with the year that it leaves out; any other one as it is.

    >>> dated("第一季度目标", 2024), dated("前三季度", 2024), dated("2023年上半年", 2024), dated("全年计划", 2024)
    ('2024年第一季度目标', '2024年1-9月', '2023年上半年', '2024年计划')
    """
    plain = with_uniform_signs(text[:_LONGEST])
    if _ANY_YEAR.search(plain) or (found := _PART_OF_YEAR.search(plain)) is None:
        return text
    part = f"{found['from']}-{found['month']}月" if found["from"] else found[0].replace("月份", "月")
    before, behind = plain[: found.start()], plain[found.end() :]
    if part.startswith(_FROM_JANUARY):
        before, behind = before.removesuffix(_SUM), behind.removeprefix(_SUM)
    return f"{before}{year}年{_PARTS.get(part, part)}{behind}"


def is_of_part(text: str) -> bool:
    """Return whether a heading is one of figures for a part of a year that it does not name.

    >>> is_of_part("1—6月"), is_of_part("2024年1—6月"), is_of_part("6月10日"), is_of_part("全年")
    (True, False, False, False)
    """
    with_year = dated(text, _SOME_YEAR)
    column = column_of(with_year, 0) if with_year != text else None
    return column is not None and column.period is not None and not column.period.is_calendar_year


def column_of(text: str, position: int, year: int | None = None) -> Column | None:
    """Return what a heading says of its column; None for one that is blank or not understood.

    Blanks within its words count only where it is understood with them, as 目标 合计 is.

    Args:
        text: The heading.
        position: The place of the column.
        year: The year of headings such as 一季度; None where nothing says it.

    >>> column = column_of("“十四五”年均增速 [累计]", 4)
    >>> str(column.measure), str(column.period), column.is_open
    ('growth', '2021/2025', True)
    >>> column_of("牵头单位", 2) is None
    True
    """
    as_printed = _column_of(text, position, year)
    return as_printed or _column_of(_WITHIN_WORDS.sub("", text), position, year)


def _column_of(text: str, position: int, year: int | None) -> Column | None:
    plain = _plain(text if year is None else dated(text, year))
    if not plain.text and plain.plan is None:
        return None
    if plain.text in _OF_NAMES:
        return Column(position=position, text=text, field=Field.NAME)
    if cumulative := _CUMULATIVE.fullmatch(plain.text):
        return _cumulative(cumulative, text, position, plain)
    return _of_words(plain, text, position)


def is_of_names(text: str, title: str) -> bool:
    """Return whether a heading is one of the names of indicators; 项目 is, where the title speaks of indicators.

    >>> is_of_names("指标名称", "表1"), is_of_names("项目", "表1 主要指标"), is_of_names("项目", "表1 重大工程")
    (True, True, False)
    """
    plain = _WITHIN_WORDS.sub("", _plain(text).text)
    return plain in _OF_NAMES and (_INDICATOR in plain or plain in _OF_INDICATORS or _INDICATOR in title)


def _plain(text: str) -> _Plain:
    """Return a heading in the words that the grammar of headings knows, and the plan that it names."""
    plain = with_uniform_signs(text[:_LONGEST])
    plans = plans_in(plain)
    quoted = _QUOTED.search(plain)
    plan = plans[0].last_year if plans and quoted and quoted["end"] else next(iter(plans), None)
    plain = _SPELLED.sub("", _QUOTED.sub("", plain))
    without = _ESTIMATED.sub("", plain)
    for pattern, words in _OTHERWISE:
        without = pattern.sub(words, without.strip())
    return _Plain(without.strip(), plan, without.strip() != plain.strip() and _ESTIMATED.search(plain) is not None)


def _cumulative(found: re.Match[str], text: str, position: int, plain: _Plain) -> Column:
    role = found[1]
    return Column(
        position=position,
        text=text,
        field=Field.ACTUAL if role and role.startswith("完成") else Field.TARGET,
        period=plain.plan,
        unit=found[2],
        is_open=role is None,
        is_cumulative=True,
        is_estimated=plain.is_estimated,
    )


def _of_words(plain: _Plain, text: str, position: int) -> Column | None:
    words = plain.text
    alone = read_heading(words, place="").value if words else None
    promised = read_heading(f"{_TARGET} {words}", place="").value
    heading = alone or promised
    if (
        heading is None
        or heading.field not in _READ
        or (alone is None and heading.measure is None and plain.plan is None)
    ):
        return None
    is_bare = promised is not None and promised.field is Field.TARGET and heading.field is Field.ACTUAL
    return Column(
        position=position,
        text=text,
        field=heading.field,
        period=heading.period or plain.plan,
        measure=heading.measure if heading.measure is Measure.GROWTH else None,
        unit=heading.unit,
        is_open=alone is None or is_bare,
        is_average=is_average(words) or "累计" in words,
        is_estimated=plain.is_estimated,
    )
