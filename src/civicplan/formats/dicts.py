"""Parts of plans, values and results as plain dicts, and back."""

from __future__ import annotations

from typing import Any, TypeVar, overload

from civicplan.errors import (
    Fault,
    InvalidInputError,
    InvalidPlanError,
    PlanFormatError,
    first_faults,
    with_article,
)
from civicplan.formats._kinds import UNION_OF, kind_of
from civicplan.formats.result import plain, to_class
from civicplan.model import Plan

_T = TypeVar("_T")


def to_dict(value: object) -> Any:
    """Return a part of a plan, a value or a result as what JSON can hold: dicts, lists, texts, whole numbers, null.

    A plan becomes what `dumps` writes of it, and each of its parts what stands in that for it; figures, bounds, periods
    and decimals become texts. A result has all its fields, and beside them what follows from them; what is undefined
    is ``{"undefined": reason, "sentence": ...}``. `from_dict` reads all of it.

    Args:
        value: A plan or a part of it, a value, an assessment, an outcome, findings, a rating; or several of these.

    Raises:
        InvalidTypeError: It is something else. It is a TypeError.

    >>> from civicplan.model import Observation
    >>> to_dict(Observation(period="2020", figure="95.0"))
    {'period': '2020', 'figure': '95.0'}
    """
    return plain(value)


@overload
def from_dict(data: Any) -> Plan: ...


@overload
def from_dict(data: Any, cls: type[_T]) -> _T: ...


def from_dict(data: Any, cls: type[Any] = Plan) -> Any:
    """Return what `to_dict` gave plain values of, read as strictly as a file.

    An assessment of a plan, an indicator or a task is computed anew from what was asked. Of other results the fields
    are taken as they stand. All else that is written has to follow from what was read, apart from the wording of
    sentences, so that a result that was changed, or that this version would not give, is refused.

    Args:
        data: The plain values.
        cls: The class, such as `civicplan.Indicator` or `civicplan.assessment.PlanAssessment`; where it is left out, a
            plan is read.

    Raises:
        PlanFormatError: It does not hold one; all faults at once, each with its path.
        InvalidTypeError: It is no class of the library that is written as a dict. It is a TypeError.

    >>> from civicplan.model import Observation
    >>> from_dict({"period": "2020", "figure": "95.0"}, Observation)
    Observation(period=Period.parse('2020'), figure=Figure('95.0'))
    """
    document = f"the data of {with_article(to_class(cls).__name__)}"
    try:
        return _read(data, cls, document)
    except RecursionError:
        raise PlanFormatError(document, (Fault("$", "nested too deeply"),)) from None


def _read(data: Any, cls: type[_T], document: str) -> _T:
    from cattrs.errors import BaseValidationError  # cattrs takes its time to import

    from civicplan.formats._faults import faults_in, unlisted_in
    from civicplan.formats._results import results_converter
    from civicplan.formats._structure import tagged

    made = results_converter()
    read: Any = tagged(made, {kind_of(cls): cls}) if cls in UNION_OF else made.structure
    try:
        value: _T = read(data, cls)
    except (InvalidInputError, InvalidPlanError, PlanFormatError, BaseValidationError) as error:
        faults, unlisted = first_faults(faults_in(error))
        raise PlanFormatError(document, faults, unlisted + unlisted_in(error)) from None
    return value
