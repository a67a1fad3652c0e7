"""From sheets to the plan that they state, or to all their faults, each with its cell."""

from __future__ import annotations

from collections.abc import Iterable

from civicplan.errors import Fault, PlanFormatError
from civicplan.formats._reading import plan_of
from civicplan.model import Plan
from civicplan.tables.workbook.layout import Place, RawSheet
from civicplan.tables.workbook.rebuild import Rebuilt


def plan_of_sheets(raw_sheets: Iterable[RawSheet], place: Place, document: str) -> Plan:
    """Return the plan that sheets state.

    Args:
        raw_sheets: The sheets as their document holds them.
        place: Returns where something stands in the document.
        document: What errors call it.

    Raises:
        PlanFormatError: With all faults, each with its cell.
    """
    rebuilt = Rebuilt(place)
    rebuilt.read(raw_sheets)
    try:
        return plan_of(rebuilt.tree, iter(rebuilt.faults), document)
    except PlanFormatError as error:
        own = set(rebuilt.faults)
        faults = tuple(fault if fault in own else rebuilt.in_document(fault) for fault in error.faults)
        raise PlanFormatError(document, faults, error.unlisted + rebuilt.unlisted) from None
    except RecursionError:
        fault = Fault(place("sections", None, None, ""), "nested too deeply; a plan needs few levels")
        raise PlanFormatError(document, (fault,)) from None
