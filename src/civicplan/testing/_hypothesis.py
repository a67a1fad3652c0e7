"""The one place where Hypothesis is imported, and the sentence that says how to get it."""

from civicplan.errors import MissingExtraError

try:
    from hypothesis import strategies
except ModuleNotFoundError as error:
    raise MissingExtraError("civicplan.testing", "civicplan[testing]") from error

__all__ = ["strategies"]
