"""Files: one file per format, chosen from a table."""

from civicplan.formats.files import FORMATS, SCHEMA_VERSION, dumps, loads, read, write

__all__ = ["FORMATS", "SCHEMA_VERSION", "dumps", "loads", "read", "write"]
