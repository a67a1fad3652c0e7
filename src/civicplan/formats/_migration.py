"""From version 1 of the file format to version 2: claims have a kind and a field of other names."""

from __future__ import annotations

from typing import Any

#: The kinds of claims that had a field "counts", and what they are called now.
_KINDS = (("split", "breakdown"), ("share", "share"))


def migrate(tree: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return a document of version 1 as one of version 2, and for each path that changed the one in version 1.

    A claim of kind "split" is of kind "breakdown" now; its field "counts" is "exact", and so is that of a "share".
    """
    if not isinstance(tree.get("claims"), list):
        return tree, {}
    claims, old_paths = list(tree["claims"]), {}
    for index, claim in enumerate(claims):
        for old_kind, kind in _KINDS:
            if isinstance(claim, dict) and claim.get("kind") == old_kind:
                claims[index] = {**claim, "kind": kind}
                if "counts" in claim and "exact" not in claim:
                    claims[index]["exact"] = claims[index].pop("counts")
                    old_paths[f"$.claims[{index}].exact"] = f"$.claims[{index}].counts"
    return {**tree, "claims": claims}, old_paths
