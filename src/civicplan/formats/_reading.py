"""From the tree of a document to the plan that it states, or to all its faults."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from cattrs.errors import BaseValidationError

from civicplan.errors import CivicPlanError, Fault, PlanFormatError, first_faults
from civicplan.formats._faults import faults_in, unlisted_in
from civicplan.formats._migration import migrate, path_in_version_1
from civicplan.formats._raw import SCHEMA_VERSION, VERSION_KEY, as_written
from civicplan.formats._structure import converter
from civicplan.model import Plan

_OLD_VERSION = 1
_ENTRIES_OF_AN_ASSESSMENT = {"plan", "as_of"}
_IS_AN_ASSESSMENT = (
    "this is an assessment, not a plan; read it with from_dict(data, PlanAssessment), "
    'which "from civicplan.assessment import PlanAssessment" imports'
)


def plan_of(tree: Any, repeated_keys: Iterator[Fault], document: str) -> Plan:
    """Return the plan that a tree states.

    Args:
        tree: What a decoder made of the text.
        repeated_keys: Faults that only the decoder can see.
        document: What errors call the text.

    Raises:
        PlanFormatError: With the faults of the whole tree, each with its path.
    """
    if not isinstance(tree, dict):
        raise PlanFormatError(document, (Fault("$", "expected an object with the fields of a plan"),))
    if tree.keys() >= _ENTRIES_OF_AN_ASSESSMENT:
        raise PlanFormatError(document, (Fault("$", _IS_AN_ASSESSMENT),))
    current, old_paths = migrate(tree) if _version(tree) == _OLD_VERSION else (tree, {})
    fields = {key: value for key, value in current.items() if key != VERSION_KEY}
    faults, unlisted = first_faults(chain(repeated_keys, _faults_of_version(tree)))
    try:
        plan = converter().structure(fields, Plan)
    except (CivicPlanError, BaseValidationError) as error:
        refused = (fault._replace(path=path_in_version_1(fault.path, old_paths)) for fault in faults_in(error))
        faults, further = first_faults(chain(faults, refused))
        unlisted += further + unlisted_in(error)
    if faults:
        raise PlanFormatError(document, faults, unlisted)
    return plan


def _version(tree: dict[str, Any]) -> int | None:
    version = tree.get(VERSION_KEY)
    return version if type(version) is int and version in (_OLD_VERSION, SCHEMA_VERSION) else None


def _faults_of_version(tree: dict[str, Any]) -> Iterator[Fault]:
    if _version(tree) is None:
        state = f"is {as_written(tree[VERSION_KEY])}" if VERSION_KEY in tree else "is missing"
        message = f"the version of the schema {state}; this library reads {_OLD_VERSION} and {SCHEMA_VERSION}"
        yield Fault(f"$.{VERSION_KEY}", message)
