"""Files: one file per format, chosen from a table."""

from civicplan.formats._raw import SCHEMA_VERSION
from civicplan.formats.files import FORMATS, dumps, loads, read, write
from civicplan.formats.schema import json_schema

__all__ = ["FORMATS", "SCHEMA_VERSION", "dumps", "json_schema", "loads", "read", "write"]
