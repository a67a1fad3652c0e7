"""NotAssessable: the value of a measure that has none."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from civicplan.errors import Reason


@frozen
class NotAssessable:
    """Undefined is an answer with a reason; it is falsy, and it is never a number.

    Attributes:
        reason: Why there is no value.

    >>> missing = NotAssessable(Reason.MISSING_OBSERVATION)
    >>> bool(missing), str(missing)
    (False, 'no actual is published for the period, nor can one be derived')
    """

    reason: Reason

    def __bool__(self) -> Literal[False]:
        return False

    def __format__(self, spec: str) -> str:
        """The reason, whatever the format of a number would have been."""
        return str(self)

    def __str__(self) -> str:
        return self.reason.sentence
