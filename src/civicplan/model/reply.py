"""Reply: a government body's answer to a people's deputy's proposal."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field

from civicplan.model._fields import (
    label_or_none,
    period_or_none,
    source_or_none,
    text_or_none,
    to_labels,
    tuple_of,
)
from civicplan.model._part import ModelPart, model_class
from civicplan.values import Figure, Period, Source, Text, to_figure, to_text
from civicplan.values.text import to_label


@model_class(kw_only=True)
class Fact(ModelPart):
    """A figure that a reply states about what was done.

    Attributes:
        subject: What the figure is about.
        figure: The figure as printed.
        unit: The unit as printed.
        period: The period it is about.
        source: Where it stands.

    >>> str(Fact(subject="venues opened", figure="12").figure)
    '12'
    """

    subject: Text = field(converter=to_text)
    figure: Figure = field(converter=to_figure)
    unit: str | None = field(default=None, converter=label_or_none)
    period: Period | None = field(default=None, converter=period_or_none)
    source: Source | None = field(default=None, converter=source_or_none)


def _texts(values: Iterable[Text | str]) -> tuple[Text, ...]:
    return tuple(to_text(value) for value in tuple_of(values, Text, str))


def _facts(values: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple_of(values, Fact)


@model_class(kw_only=True)
class Reply(ModelPart):
    """A reply to a proposal: to whom, about what, what is being done and what was done.

    Attributes:
        number: The proposal's number as printed.
        subject: What the proposal is about.
        session: The session of the congress, as printed.
        addressee: Who is answered, as printed.
        measures: What is being done or will be.
        facts: Figures about what was done.
        supporting_agencies: Agencies that were consulted.
        responsible: Officials who answer for the reply, as printed.
        date: The day of the reply.
        source: Where it stands.

    >>> Reply(number="0037", subject="night economy", measures=("longer opening hours",)).number
    '0037'
    """

    number: str = field(converter=to_label)
    subject: Text = field(converter=to_text)
    session: Text | None = field(default=None, converter=text_or_none)
    addressee: str | None = field(default=None, converter=label_or_none)
    measures: tuple[Text, ...] = field(default=(), converter=_texts)
    facts: tuple[Fact, ...] = field(default=(), converter=_facts)
    supporting_agencies: tuple[str, ...] = field(default=(), converter=to_labels)
    responsible: tuple[str, ...] = field(default=(), converter=to_labels)
    date: Period | None = field(default=None, converter=period_or_none)
    source: Source | None = field(default=None, converter=source_or_none)
