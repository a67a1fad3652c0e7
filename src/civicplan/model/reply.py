"""Reply: a government body's answer to a people's deputy's proposal."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from civicplan.model._fields import (
    each,
    period_or_none,
    plan_part,
    source_or_none,
    text_or_none,
    to_word,
    to_words,
    word_or_none,
)
from civicplan.values import Figure, Period, Source, Text, to_figure, to_text


@plan_part
@frozen(kw_only=True, repr=False)
class Fact:
    """A figure that a reply states about what was done.

    >>> str(Fact(subject="venues opened", figure="12").figure)
    '12'
    """

    #: What the figure is about.
    subject: Text = field(converter=to_text)
    #: The figure as printed.
    figure: Figure = field(converter=to_figure)
    #: The unit as printed.
    unit: str | None = field(default=None, converter=word_or_none)
    #: The period it is about.
    period: Period | None = field(default=None, converter=period_or_none)
    #: Where it stands.
    source: Source | None = field(default=None, converter=source_or_none)


def _texts(values: Iterable[Text | str]) -> tuple[Text, ...]:
    return tuple(to_text(value) for value in each(values, Text, str))


def _facts(values: Iterable[Fact]) -> tuple[Fact, ...]:
    return each(values, Fact)


@plan_part
@frozen(kw_only=True, repr=False)
class Reply:
    """A reply to a proposal: to whom, about what, what is being done and what was done.

    >>> Reply(number="0037", subject="night economy", measures=("longer opening hours",)).number
    '0037'
    """

    #: The proposal's number as printed.
    number: str = field(converter=to_word)
    #: What the proposal is about.
    subject: Text = field(converter=to_text)
    #: The session of the congress, as printed.
    session: Text | None = field(default=None, converter=text_or_none)
    #: Who is answered, as printed.
    addressee: str | None = field(default=None, converter=word_or_none)
    #: What is being done or will be.
    measures: tuple[Text, ...] = field(default=(), converter=_texts)
    #: Figures about what was done.
    facts: tuple[Fact, ...] = field(default=(), converter=_facts)
    #: Agencies that were consulted.
    supporting_agencies: tuple[str, ...] = field(default=(), converter=to_words)
    #: Officials who answer for the reply, as printed.
    responsible: tuple[str, ...] = field(default=(), converter=to_words)
    #: The day of the reply.
    date: Period | None = field(default=None, converter=period_or_none)
    #: Where it stands.
    source: Source | None = field(default=None, converter=source_or_none)
