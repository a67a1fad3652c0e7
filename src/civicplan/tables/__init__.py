"""Tables in and out: what cells and headings mean, and plans as tables."""

from civicplan.tables.workbook.template import template

__all__ = ["template"]
