"""Assessments to look at: the report as one page."""

from civicplan.show.reporting.report import report

__all__ = ["report"]
