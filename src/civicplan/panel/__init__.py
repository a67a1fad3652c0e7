"""The measures and verdicts of the library over the columns of a frame, on the engine that the user already has."""

from civicplan.panel.assessing import assess

__all__ = ["assess"]
