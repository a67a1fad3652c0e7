"""Small immutable values: what a plan's words and numbers are made of."""

from civicplan.values._calendar import CalendarUnit
from civicplan.values._fiscal import FiscalYearNamed
from civicplan.values.bound import Bound, BoundKind, BoundLike, to_bound
from civicplan.values.figure import Figure, FigureLike, reconcile, to_figure
from civicplan.values.interval import UNBOUNDED, Interval
from civicplan.values.period import Period, PeriodLike, to_period
from civicplan.values.source import Source
from civicplan.values.text import Text, TextLike, to_text
from civicplan.values.undefined import NotAssessable, defined, is_defined, or_none, value_or_reason
from civicplan.values.vocabulary import to_enum

__all__ = [
    "UNBOUNDED",
    "Bound",
    "BoundKind",
    "BoundLike",
    "CalendarUnit",
    "Figure",
    "FigureLike",
    "FiscalYearNamed",
    "Interval",
    "NotAssessable",
    "Period",
    "PeriodLike",
    "Source",
    "Text",
    "TextLike",
    "defined",
    "is_defined",
    "or_none",
    "reconcile",
    "to_bound",
    "to_enum",
    "to_figure",
    "to_period",
    "to_text",
    "value_or_reason",
]
