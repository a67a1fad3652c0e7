"""Outline: the headings of a plan, and its boxes."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal, TypeAlias

from attrs import field

from civicplan.model._fields import source_or_none, to_ids, tuple_of
from civicplan.model._part import ModelPart, model_class
from civicplan.values import Source, Text, to_enum, to_text
from civicplan.values.text import to_label


class SectionLevel(StrEnum):
    """The ranks of an outline, highest first."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ITEM = "item"


SectionLevelLike: TypeAlias = SectionLevel | Literal["part", "chapter", "section", "item"]


def to_section_level(value: SectionLevelLike) -> SectionLevel:
    """Return a SectionLevel, from itself or its name."""
    return to_enum(SectionLevel, value)


def to_sections(values: Iterable[Section]) -> tuple[Section, ...]:
    """Return a tuple of sections and nothing else."""
    return tuple_of(values, Section)


@model_class(kw_only=True)
class Section(ModelPart):
    """A heading of the plan's outline, with the headings under it.

    Attributes:
        level: The rank of the heading.
        title: The heading.
        sections: The headings one rank or more below.
        source: Where it stands.

    >>> Section(level="part", title="foundations").level
    <SectionLevel.PART: 'part'>
    """

    level: SectionLevel = field(converter=to_section_level)
    title: Text = field(converter=to_text)
    sections: tuple[Section, ...] = field(default=(), converter=to_sections)
    source: Source | None = field(default=None, converter=source_or_none)


@model_class(kw_only=True)
class Box(ModelPart):
    """A box beside the running text, such as a table of indicators.

    Attributes:
        number: The number as printed.
        title: The heading.
        indicators: The ids of the indicators in it.
        source: Where it stands.

    >>> Box(number="3", title="main indicators").number
    '3'
    """

    number: str = field(converter=to_label)
    title: Text = field(converter=to_text)
    indicators: tuple[str, ...] = field(default=(), converter=to_ids)
    source: Source | None = field(default=None, converter=source_or_none)
