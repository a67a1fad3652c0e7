"""Small immutable values: what a plan's words and numbers are made of."""

from civicplan.values.bound import Bound, BoundKind, BoundLike, to_bound
from civicplan.values.figure import Figure, FigureLike, agreed, to_figure
from civicplan.values.interval import EVERYTHING, Interval
from civicplan.values.period import Period, PeriodLike, Unit, to_period
from civicplan.values.source import Source
from civicplan.values.text import Text, TextLike, to_text
from civicplan.values.undefined import NotAssessable

__all__ = [
    "EVERYTHING",
    "Bound",
    "BoundKind",
    "BoundLike",
    "Figure",
    "FigureLike",
    "Interval",
    "NotAssessable",
    "Period",
    "PeriodLike",
    "Source",
    "Text",
    "TextLike",
    "Unit",
    "agreed",
    "to_bound",
    "to_figure",
    "to_period",
    "to_text",
]
