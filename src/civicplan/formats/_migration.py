"""From version 1 of the file format to version 2: kinds of claims and fields that have other names now."""

from __future__ import annotations

import re
from typing import Any

#: The lists of a plan whose entries had a field "note".
_NOTED = ("indicators", "tasks", "claims")
#: The kinds of claims that had a field "counts", and what they are called now.
_KINDS = (("split", "breakdown"), ("share", "share"))
_FIELD_OF_ENTRY = re.compile(r"\$\.[a-z]+\[[0-9]+\]\.[a-z]+")


def migrate(tree: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return a document of version 1 as one of version 2, and for each path that changed the one in version 1.

    A "note" is "notes" now. A claim of kind "split" is of kind "breakdown"; its field "counts" is "exact", and so is
    that of a "share".
    """
    migrated, old_paths = dict(tree), dict[str, str]()
    for name in _NOTED:
        entries = tree.get(name)
        if isinstance(entries, list):
            migrated[name] = [
                _migrated_entry(entry, name, f"$.{name}[{index}]", old_paths) if isinstance(entry, dict) else entry
                for index, entry in enumerate(entries)
            ]
    return migrated, old_paths


def _migrated_entry(entry: dict[str, Any], name: str, path: str, old_paths: dict[str, str]) -> dict[str, Any]:
    """Return an entry of one of the lists with the names of version 2."""
    migrated, renamed = dict(entry), {"note": "notes"}
    for old_kind, kind in _KINDS:
        if name == "claims" and entry.get("kind") == old_kind:
            migrated["kind"] = kind
            renamed["counts"] = "exact"
    for old, new in renamed.items():
        if old in migrated and new not in migrated:
            migrated[new] = migrated.pop(old)
            old_paths[f"{path}.{new}"] = f"{path}.{old}"
    return migrated


def path_in_version_1(path: str, old_paths: dict[str, str]) -> str:
    """Return where in the document of version 1 stands what is at a path in the migrated one."""
    return _FIELD_OF_ENTRY.sub(lambda field: old_paths.get(field[0], field[0]), path, count=1)
