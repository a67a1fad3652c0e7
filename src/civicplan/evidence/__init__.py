"""What is known of an indicator by a day: published, reconciled, chained, derived."""

from civicplan.evidence.actual import Actual, OtherReading
from civicplan.evidence.evidence import Evidence

__all__ = ["Actual", "Evidence", "OtherReading"]
