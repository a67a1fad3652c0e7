"""JSON, TOML, dicts and the schemas: text to plans and back, one small file per format."""

from civicplan.formats._raw import SCHEMA_VERSION
from civicplan.formats.dicts import from_dict, to_dict
from civicplan.formats.plans import dumps, get, loads, names
from civicplan.formats.result import Result
from civicplan.formats.schema import json_schema

__all__ = ["SCHEMA_VERSION", "Result", "dumps", "from_dict", "get", "json_schema", "loads", "names", "to_dict"]
