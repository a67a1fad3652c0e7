"""The closed unions of the model, and the tags that their members carry in files."""

from __future__ import annotations

from typing import Any, get_args

from civicplan.model import Claim, Target


def kind_of(cls: type) -> str:
    """Return the tag of a member of a union: Threshold is "threshold", VerdictClaim is "verdict"."""
    return cls.__name__.removesuffix("Claim").lower()


#: Each union's members by their tags.
UNIONS: dict[Any, dict[str, type]] = {
    union: {kind_of(member): member for member in get_args(union)} for union in (Target, Claim)
}
#: The union that a class is a member of.
UNION_OF = {member: union for union, members in UNIONS.items() for member in members.values()}
