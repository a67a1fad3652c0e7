"""Goal: what a group of indicators and tasks is for."""

from __future__ import annotations

from attrs import field

from civicplan.model._fields import source_or_none, to_id, to_ids
from civicplan.model._part import ModelPart, model_class
from civicplan.values import Source, Text, to_text


@model_class(kw_only=True)
class Goal(ModelPart):
    """What a group of indicators and tasks is for.

    Attributes:
        id: The name by which other parts of the plan refer to it.
        title: The goal in words.
        indicators: The ids of the indicators that measure it.
        tasks: The ids of the tasks that work towards it.
        source: Where it stands.

    >>> Goal(id="green", title="green transition", indicators=("energy",)).indicators
    ('energy',)
    """

    id: str = field(converter=to_id)
    title: Text = field(converter=to_text)
    indicators: tuple[str, ...] = field(default=(), converter=to_ids)
    tasks: tuple[str, ...] = field(default=(), converter=to_ids)
    source: Source | None = field(default=None, converter=source_or_none)
