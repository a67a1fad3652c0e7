"""Assessments to look at: charts, and the report as one page, in English and in Chinese."""

from civicplan.show.attainment import attainment
from civicplan.show.data import ChartName, chart_data
from civicplan.show.findings import findings
from civicplan.show.fonts import MissingFontError
from civicplan.show.methods import methods
from civicplan.show.progress import progress
from civicplan.show.reporting.report import report
from civicplan.show.saving import save, to_png, to_svg
from civicplan.show.theme import Theme
from civicplan.show.timeline import timeline
from civicplan.show.trajectory import trajectory

__all__ = [
    "ChartName",
    "MissingFontError",
    "Theme",
    "attainment",
    "chart_data",
    "findings",
    "methods",
    "progress",
    "report",
    "save",
    "timeline",
    "to_png",
    "to_svg",
    "trajectory",
]
