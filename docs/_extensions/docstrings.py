"""Google docstrings and short annotations, read as this library writes them."""

import ast
import inspect
import re
from importlib import import_module
from textwrap import dedent
from types import UnionType
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.napoleon import Config, GoogleDocstring

import civicplan.model
import civicplan.values

#: Methods state their limits label by label; what is returned is a sentence, since the annotation gives the type.
STYLE = Config(napoleon_custom_sections=[("Thresholds", "params_style"), "Returns"])

#: The absolute value of what stands between; reStructuredText would take it for a substitution.
BARS = re.compile(r"\|([^|`]+)\|")

#: The rooms whose aliases stand in annotations without their room: attrs takes them over from converters.
ROOMS = (civicplan.values, civicplan.model)


def in_sections(app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Read the sections of a docstring; a field's sentence is left alone, since a colon in it marks no type."""
    if isinstance(obj, UnionType):
        lines.clear()  # what Python says of unions at large, not of this one
    if what == "attribute" and not any(lines):
        lines[:] = of_cached_property(name)
    if what in ("attribute", "data"):
        return
    kind = "method" if what == "property" else what
    prose = [line if ">>>" in line else BARS.sub(r"\\|\1\\|", line) for line in lines]
    lines[:] = GoogleDocstring(prose, STYLE, app, kind, name, obj, options).lines()


def of_cached_property(name: str) -> list[str]:
    """The docstring of a cached property, read from the source: a slotted class of attrs keeps none."""
    owner, _, attribute = name.rpartition(".")
    room, _, short = owner.rpartition(".")
    cls = getattr(import_module(room), short, None)
    if not inspect.isclass(cls) or issubclass(cls, str | int):
        return []
    body = ast.parse(dedent(inspect.getsource(cls))).body[0]
    found = [node for node in ast.walk(body) if isinstance(node, ast.FunctionDef) and node.name == attribute]
    return (ast.get_docstring(found[0]) or "").splitlines() if found else []


def alias(
    app: Sphinx, env: BuildEnvironment, node: nodes.Element, content: nodes.TextElement
) -> nodes.reference | None:
    """The page of an alias such as FigureLike, where the annotation gives its name alone."""
    short = node.get("reftarget", "")
    room = next((room for room in ROOMS if short in room.__all__), None)
    if room is None:
        return None
    domain = env.domains.python_domain
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", f"{room.__name__}.{short}", node, content)


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx."""
    app.connect("autodoc-process-docstring", in_sections)
    app.connect("missing-reference", alias)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
