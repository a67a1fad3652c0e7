"""Read and write plans: the format is chosen by suffix."""

from civicplan.files.plan_files import read, write

__all__ = ["read", "write"]
