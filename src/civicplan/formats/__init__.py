"""JSON, TOML and the schema: text to plans and back, one small file per format."""

from civicplan.formats._raw import SCHEMA_VERSION
from civicplan.formats.plans import FORMATS, dumps, loads
from civicplan.formats.schema import json_schema

__all__ = ["FORMATS", "SCHEMA_VERSION", "dumps", "json_schema", "loads"]
