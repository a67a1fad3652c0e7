"""Goal: what a group of indicators and tasks is for."""

from __future__ import annotations

from attrs import field, frozen

from civicplan.model._fields import plan_part, source_or_none, to_id, to_ids
from civicplan.values import Source, Text, to_text


@plan_part
@frozen(kw_only=True, repr=False)
class Goal:
    """What a group of indicators and tasks is for.

    >>> Goal(id="green", title="green transition", indicators=("energy",)).indicators
    ('energy',)
    """

    #: The name by which other parts of the plan refer to it.
    id: str = field(converter=to_id)
    #: The goal in words.
    title: Text = field(converter=to_text)
    #: The ids of the indicators that measure it.
    indicators: tuple[str, ...] = field(default=(), converter=to_ids)
    #: The ids of the tasks that work towards it.
    tasks: tuple[str, ...] = field(default=(), converter=to_ids)
    #: Where it stands.
    source: Source | None = field(default=None, converter=source_or_none)
