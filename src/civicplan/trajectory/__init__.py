"""Where a target lies year by year, where the figures so far lead, and when they get there."""

from civicplan.trajectory.projection import Projection, project
from civicplan.trajectory.reach import year_reached
from civicplan.trajectory.targets import AnnualTarget, annual_targets

__all__ = ["AnnualTarget", "Projection", "annual_targets", "project", "year_reached"]
