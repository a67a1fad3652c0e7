"""Tables in and out: what cells and headings mean, and plans as tables.

>>> import polars as pl
>>> table = pl.DataFrame({"Indicator": ["jobs"], "Target 2025": ["≥25.0"], "2023": ["14.8"]})
>>> from_frame(table, period="2021/2025").value["jobs"].observations[0].figure
Figure('14.8')
"""

from civicplan.tables.long_form import plan_frame
from civicplan.tables.reader import from_frame, read
from civicplan.tables.workbook.template import template

__all__ = ["from_frame", "plan_frame", "read", "template"]
