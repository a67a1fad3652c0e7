"""Drafts to indicators: what the rows of one indicator say together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve, frozen

from civicplan.errors import CivicPlanError, InvalidInputError
from civicplan.model import Direction, Indicator, Measure, Observation, Qualitative, Target, Threshold
from civicplan.model._checks import CONTRARY, is_due_within
from civicplan.model.units import is_percent, is_same
from civicplan.reading import Diagnostic
from civicplan.tables.doubtful import without_doubtful
from civicplan.tables.drafts import Draft, RawFigure, Word
from civicplan.tables.figures import ReadFigure, RowFacts, in_one_unit, read_figures
from civicplan.tables.heading_words import Field
from civicplan.tables.options import Options, Words
from civicplan.tables.said import left_out, quoted, read_anyway
from civicplan.tables.signs import Side, bound_of, is_met_before, is_turned, met_before
from civicplan.values import Period, Source

#: The words on which the rows of an indicator must agree.
_AGREED = (
    Field.GROUP,
    Field.NUMBER,
    Field.CATEGORY,
    Field.NATURE,
    Field.DIRECTION,
    Field.PRICES,
    Field.WEIGHT,
)
#: The words of which several rows may say different things, all of them to be kept.
_COLLECTED = (Field.DESCRIPTION, Field.NOTES)
#: How many of several baselines a diagnostic tells.
_MOST_SHOWN = 3


@frozen(kw_only=True)
class Setting:
    """What all indicators of a table have in common.

    Attributes:
        plan: The plan period.
        options: What the user says.
        is_long: True where an indicator has several rows.
        document: The name of the file, for the sources of indicators; None where the table is no file.
    """

    plan: Period
    options: Options
    is_long: bool
    document: str | None

    def without_direction(self) -> Setting:
        """Return the setting of an indicator that says a direction of its own which is not understood."""
        return evolve(self, options=evolve(self.options, direction=Words()))


def indicator_of(draft: Draft, id: str, setting: Setting, noticed: list[Diagnostic]) -> Indicator | None:
    """Return the indicator that a draft makes; None, with a diagnostic, where it cannot stand in a plan.

    Args:
        draft: Its rows.
        id: Its id.
        setting: What it shares with the others.
        noticed: Gets what is to be known of it.
    """
    figures = _without_repeats(draft.figures) if setting.is_long else draft.figures
    if _is_ambiguous(draft, figures, noticed):
        return None
    words = {str(field): word.value for field in _AGREED if (word := _agreed(draft, field, noticed)) is not None}
    for_all = setting.options.measure.for_all
    facts = RowFacts(plan=setting.plan, measure=for_all, unit=_unit(draft, setting, noticed))
    measured = read_figures(_without_open_targets(figures, setting.plan, noticed), facts, noticed)
    known, unit = in_one_unit(without_doubtful(measured, facts, noticed), facts, noticed)
    if Field.DIRECTION in draft.unclear:
        words.pop("direction", None)
        setting = setting.without_direction()
    collected = {str(field): text for field in _COLLECTED if (text := _collected(draft, field))}
    try:
        return Indicator(
            id=id,
            name=_name(draft, id),
            unit=unit,
            measure=_measure(draft, setting) or Measure.LEVEL,
            source=_source(draft, setting),
            **{**words, **collected, **_parts(known, words.get("direction"), setting, noticed)},
        )
    except CivicPlanError as error:
        noticed.append(left_out("refused", draft.place, id, problem=error))
        return None


def _without_repeats(figures: Sequence[RawFigure]) -> Sequence[RawFigure]:
    """Return the figures, once each: what is not of the period of its row is the same in every row of a long table."""
    seen = set()
    kept = []
    for figure in figures:
        thing = (*_thing(figure), str(figure.cell), figure.column.position)
        is_of_row = figure.column.period is None and figure.column.field is not Field.BASELINE
        if is_of_row or thing not in seen:
            kept.append(figure)
        seen.add(thing)
    return kept


def _is_ambiguous(draft: Draft, figures: Sequence[RawFigure], noticed: list[Diagnostic]) -> bool:
    """Return whether the rows may be those of several indicators.

    They may where they share a name and no id and give a figure for the same thing twice, where they share an id and
    have several names, and where they differ in a column that is not read.
    """
    if draft.key is None:
        return False
    names = list(dict.fromkeys(word.text for word in draft.words.get(Field.NAME, ())))
    if len(names) > 1:
        noticed.append(left_out("ambiguous-id", draft.place, draft.key[-1], names=", ".join(names)))
        return True
    differing = next((heading for heading, texts in draft.unread.items() if len(texts) > 1), None)
    if differing is not None:
        noticed.append(left_out("rows-differ", draft.place, draft.key[-1], heading=quoted(differing)))
        return True
    things = Counter(map(_thing, figures))
    twice = [figure for figure in figures if things[_thing(figure)] > 1]
    if draft.key[0] == "id" or not twice:
        return False
    noticed.append(left_out("ambiguous-name", twice[1].place, draft.key[-1]))
    return True


def _thing(figure: RawFigure) -> tuple[Any, ...]:
    return figure.kind, figure.period, figure.measure or figure.row_measure, figure.published


def _without_open_targets(figures: Sequence[RawFigure], plan: Period, noticed: list[Diagnostic]) -> Sequence[RawFigure]:
    """Return the figures without a target that may be due in the period of its row or at the end of the plan.

    Targets that differ from row to row are those of their rows, and so are all where the user says what the column is.
    """
    by_row = [figure for figure in figures if figure.kind is Field.TARGET and figure.column.is_open]
    is_early = any(figure.period is not None and figure.period.end_key != plan.end_key for figure in by_row)
    if not is_early or len({str(figure.cell) for figure in by_row}) > 1:
        return figures
    first = by_row[0]
    words = {"period": first.period, "end": plan.last_unit, "plan": plan, "heading": quoted(first.column.text)}
    noticed.append(left_out("unclear-due", first.place, first.text, **words))
    return [figure for figure in figures if not (figure.kind is Field.TARGET and figure.column.is_open)]


def _name(draft: Draft, id: str) -> str:
    """Return the name of the indicator, else its id."""
    word = draft.word(Field.NAME)
    return id if word is None else word.text


def _source(draft: Draft, setting: Setting) -> Source | None:
    said = draft.word(Field.SOURCE)
    return _place_in(setting, said.text if said else None, draft.number)


def _source_of_row(figure: RawFigure, setting: Setting) -> Source | None:
    """Return where a figure stands; in a wide table that is where its indicator does."""
    return _place_in(setting, figure.source, figure.number) if setting.is_long else None


def _place_in(setting: Setting, stated: str | None, number: int) -> Source | None:
    if stated is not None:
        return Source(document=stated)
    return None if setting.document is None else Source(document=setting.document, line=number)


def _collected(draft: Draft, field: Field) -> str:
    return "\n".join(dict.fromkeys(word.text for word in draft.words.get(field, ())))


def _agreed(draft: Draft, field: Field, noticed: list[Diagnostic]) -> Word | None:
    """Return the word of a field on which the rows agree; where they do not, it is said and none is read."""
    words = draft.words.get(field)
    if not words:
        return None
    if len(words) > 1 and any(word.value != words[0].value for word in words):
        noticed.append(_unlike(draft, field, words))
        return None
    return words[0]


def _unlike(draft: Draft, field: Field, words: Sequence[Word]) -> Diagnostic:
    places = {word.text: word.place for word in reversed(words)}
    texts = dict.fromkeys(word.text for word in words)
    values = " and ".join(f"{quoted(text)} ({places[text]})" for text in texts)
    name = draft.word(Field.ID) or draft.word(Field.NAME) or words[0]
    place = next(word.place for word in words if word.value != words[0].value)
    return left_out("unlike-rows", place, "", id=quoted(name.text), values=values, field=field)


def _unit(draft: Draft, setting: Setting, noticed: list[Diagnostic]) -> str | None:
    """Return the unit of the indicator; in a long table the percent of its growth stands in rows of its own."""
    words = draft.words.get(Field.UNIT, [])
    others = [word for word in words if not is_percent(word.text)] if setting.is_long else []
    known = others or words
    if any(not is_same(word.text, known[0].text) for word in known[1:]):
        noticed.append(_unlike(draft, Field.UNIT, known))
        return None
    return known[0].text if known else None


def _measure(draft: Draft, setting: Setting) -> Measure | None:
    """Return the measure of figures that are still to come: what its row or the user states for all of them."""
    word = None if setting.is_long else draft.word(Field.MEASURE)
    measure: Measure | None = setting.options.measure.for_all if word is None else word.value
    return measure


def _parts(
    figures: Iterable[ReadFigure], own_direction: Direction | None, setting: Setting, noticed: list[Diagnostic]
) -> dict[str, Any]:
    """Return the figures as the parts of an indicator, and its direction, which a printed sign may turn."""
    by_kind: dict[Field, list[ReadFigure]] = {Field.BASELINE: [], Field.TARGET: [], Field.ACTUAL: []}
    for figure in figures:
        by_kind[figure.raw.kind].append(figure)
    baseline, earlier = _baseline(by_kind[Field.BASELINE], setting, noticed)
    direction, targets = _targets(by_kind[Field.TARGET], own_direction, baseline, setting, noticed)
    observations = (*earlier, *_observations(by_kind[Field.ACTUAL], setting, noticed))
    return {"direction": direction, "baseline": baseline, "targets": targets, "observations": observations}


def _baseline(
    figures: Sequence[ReadFigure], setting: Setting, noticed: list[Diagnostic]
) -> tuple[Observation | None, list[Observation]]:
    """Return the baseline: the only one, or that of the year before the plan; others were published earlier."""
    known = _distinct(_observations(figures, setting, noticed))
    if len(known) <= 1:
        return next(iter(known), None), []
    just_before = [one for one in known if one.period == setting.plan.year_before]
    if len(just_before) != 1:
        noticed.append(_without_one(figures, just_before or known))
        return None, known
    return just_before[0], [one for one in known if one is not just_before[0]]


def _distinct(published: Iterable[Observation]) -> list[Observation]:
    """Return the figures, once each: the rows of a long table may repeat a baseline."""
    known: dict[tuple[object, ...], Observation] = {}
    for one in published:
        known.setdefault((one.period, one.measure, one.figure), one)
    return list(known.values())


def _without_one(figures: Sequence[ReadFigure], known: Sequence[Observation]) -> Diagnostic:
    """Return why none of several baselines is that of the plan; each stays among the actuals, as it was published."""
    (first, *others), raw = known, figures[0].raw
    if any(one.period != first.period for one in others):
        return read_anyway("unclear-baseline", raw.place, raw.text)
    shown = ", ".join([*(str(one.figure) for one in known[:_MOST_SHOWN]), *(["…"] if len(known) > _MOST_SHOWN else [])])
    words = {"period": first.period, "values": shown}
    return read_anyway("several-baselines", raw.place, raw.text, **words)


def _observations(figures: Iterable[ReadFigure], setting: Setting, noticed: list[Diagnostic]) -> Iterator[Observation]:
    for figure in figures:
        raw, printed = figure.raw, figure.printed
        if printed is None:
            continue
        try:
            yield Observation(
                period=figure.period or setting.plan,
                figure=printed,
                measure=figure.measure,
                status=raw.status,
                published=raw.published,
                source=_source_of_row(raw, setting),
            )
        except InvalidInputError as error:
            noticed.append(left_out("refused", raw.place, raw.text, problem=error))


def _targets(
    figures: Iterable[ReadFigure],
    own_direction: Direction | None,
    baseline: Observation | None,
    setting: Setting,
    noticed: list[Diagnostic],
) -> tuple[Direction | None, list[Target]]:
    """Return the direction and the targets; a sign that turns a direction for all rows leaves the row without one."""
    due = [figure for figure in figures if _is_in_the_plan(figure, setting, noticed)]
    direction = own_direction or setting.options.direction.for_all
    side = Side(direction=direction, is_for_all=own_direction is None, baseline=baseline)
    if turned := next((figure for figure in due if is_turned(figure, side)), None):
        words = {"bound": turned.printed, "direction": direction}
        noticed.append(read_anyway("turned-sign", turned.raw.place, turned.raw.text, **words))
        side = Side(direction=None, is_for_all=True, baseline=baseline)
    read = [(figure, target) for figure in due if (target := _target(figure, side, setting, noticed)) is not None]
    return side.direction, list(_without_rivals(read, setting.plan, noticed))


def _without_rivals(
    read: Sequence[tuple[ReadFigure, Target]], plan: Period, noticed: list[Diagnostic]
) -> Iterator[Target]:
    """Yield the targets but those of which two bound one thing on the same side, so that one may replace the other."""
    rivals: dict[object, list[tuple[ReadFigure, Threshold]]] = {}
    for figure, target in read:
        if isinstance(target, Threshold):
            rivals.setdefault(_bounded_thing(target, plan), []).append((figure, target))
    several = [same for same in rivals.values() if len({target.bound for _, target in same}) > 1]
    for same in several:
        figure, words = same[-1][0], " and ".join(str(target.bound) for _, target in same)
        noticed.append(left_out("two-targets", figure.raw.place, figure.raw.text, bounds=words))
    left = {id(target) for same in several for _, target in same}
    return (target for _, target in read if id(target) not in left)


def _bounded_thing(target: Threshold, plan: Period) -> tuple[object, ...]:
    end = plan.last_unit if target.measure is Measure.LEVEL else plan
    side = next((kinds for kinds in CONTRARY.values() if target.bound.kind in kinds), target.bound.kind)
    return target.measure, target.period or end, target.published, side


def _is_in_the_plan(figure: ReadFigure, setting: Setting, noticed: list[Diagnostic]) -> bool:
    if figure.period is None or is_due_within(figure.period, setting.plan):
        return True
    words = {"period": figure.period, "plan": setting.plan}
    noticed.append(left_out("outside-plan", figure.raw.place, figure.raw.text, **words))
    return False


def _target(figure: ReadFigure, side: Side, setting: Setting, noticed: list[Diagnostic]) -> Target | None:
    source = _source_of_row(figure.raw, setting)
    if figure.printed is None:
        return Qualitative(text=figure.raw.text, period=figure.period, source=source)
    bound = bound_of(figure, figure.printed, side)
    if isinstance(bound, Diagnostic):
        noticed.append(bound)
        return None
    if is_met_before(figure, bound, side):
        noticed.append(met_before(figure, bound, side))
    dated = {"period": figure.period, "published": figure.raw.published}
    return Threshold(bound=bound, measure=figure.measure, source=source, **dated)
