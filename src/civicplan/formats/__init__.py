"""JSON, TOML and the schema: text to plans and back, one small file per format."""

from civicplan.formats._raw import SCHEMA_VERSION
from civicplan.formats.plans import dumps, get, loads, names
from civicplan.formats.schema import json_schema

__all__ = ["SCHEMA_VERSION", "dumps", "get", "json_schema", "loads", "names"]
