"""A whole plan through a published method, and several methods side by side."""

from civicplan.rating.comparison import Comparison, compare
from civicplan.rating.groups import Coverage, GroupRating, IndicatorRating
from civicplan.rating.plan_rating import PlanRating, rate
from civicplan.rating.tracks import track_of

__all__ = ["Comparison", "Coverage", "GroupRating", "IndicatorRating", "PlanRating", "compare", "rate", "track_of"]
