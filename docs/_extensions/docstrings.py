"""Google docstrings and short annotations, in the way this library writes them."""

import ast
import inspect
import re
from functools import reduce
from importlib import import_module
from textwrap import dedent
from types import UnionType
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.napoleon import Config, GoogleDocstring
from sphinx.util.typing import stringify_annotation

import civicplan.measure
import civicplan.methods
import civicplan.model
import civicplan.values

#: Methods state their limits label by label; what is returned is a sentence, since the annotation gives the type.
STYLE = Config(napoleon_custom_sections=[("Thresholds", "params_style"), "Returns"])

#: The absolute value of what stands between; reStructuredText would take it for a substitution.
BARS = re.compile(r"\|([^|`]+)\|")

#: The section of a class's docstring that says what its attributes are; each has an entry of its own.
ATTRIBUTES = re.compile(r"^Attributes:\n(?: {4}.*\n|\n(?= {4}))*", re.MULTILINE)
ENTRY = r"^ {{4}}{}: (.+(?:\n {{8}}.+)*)"

#: The packages whose aliases stand in annotations without their package: attrs takes them over from converters.
PACKAGES = (civicplan.values, civicplan.model, civicplan.measure, civicplan.methods.track)

#: What an alias stands for, as Sphinx writes it, and its name; the longest first, since one may contain another.
ALIASES = sorted(
    (
        (stringify_annotation(value, "smart"), f"~{package.__name__}.{name}")
        for package in PACKAGES
        for name, value in vars(package).items()
        if name.endswith("Like")
    ),
    key=lambda pair: -len(pair[0]),
)


def in_sections(app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Read the sections of a docstring; a field's sentence is left alone, since a colon in it marks no type."""
    if isinstance(obj, UnionType):
        lines.clear()  # what Python says of unions at large, not of this one
    if what == "attribute" and (not any(lines) or lines[0].startswith("Alias for field number")):
        lines[:] = of_attribute(name)
    if what in ("attribute", "data"):
        return
    if what in ("class", "exception"):
        lines[:] = ATTRIBUTES.sub("", "\n".join(lines)).splitlines()
    kind = "method" if what == "property" else what
    prose = [line if ">>>" in line else BARS.sub(r"\\|\1\\|", line) for line in lines]
    lines[:] = GoogleDocstring(prose, STYLE, app, kind, name, obj, options).lines()


def of_attribute(name: str) -> list[str]:
    """Return the sentence of an attribute: from the section of its class, or the docstring of a cached property.

    A slotted class of attrs keeps no docstring of a cached property, so that is read from the source.
    """
    owner, _, attribute = name.rpartition(".")
    package, _, short = owner.rpartition(".")
    cls = getattr(import_module(package), short, None)
    if not inspect.isclass(cls):
        return []
    for base in cls.__mro__:
        section = ATTRIBUTES.search(f"{inspect.cleandoc(base.__doc__ or '')}\n")
        entry = re.search(ENTRY.format(attribute), section[0], re.MULTILINE) if section else None
        if entry:
            return [" ".join(entry[1].split())]
    if issubclass(cls, str | int):
        return []
    body = ast.parse(dedent(inspect.getsource(cls))).body[0]
    defined = [node for node in ast.walk(body) if isinstance(node, ast.FunctionDef) and node.name == attribute]
    return (ast.get_docstring(defined[0]) or "").splitlines() if defined else []


def alias(
    app: Sphinx, env: BuildEnvironment, node: nodes.Element, content: nodes.TextElement
) -> nodes.reference | None:
    """Return the page of an alias such as FigureLike, of which the annotation has only the name."""
    short = node.get("reftarget", "")
    package = next((package for package in PACKAGES if hasattr(package, short)), None)
    if package is None:
        return None
    domain = env.domains.python_domain
    return domain.resolve_xref(env, node["refdoc"], app.builder, "obj", f"{package.__name__}.{short}", node, content)


def with_aliases(app: Sphinx, what: str, name: str, obj: Any, options: Any, *signature: str | None) -> tuple[Any, Any]:
    """Return the signature and what it returns with FigureLike and the like in place of what they stand for."""
    arguments, returned = (
        text and reduce(lambda short, pair: short.replace(*pair), ALIASES, text) for text in signature
    )
    return arguments, returned


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the functions."""
    app.connect("autodoc-process-docstring", in_sections)
    app.connect("autodoc-process-signature", with_aliases)
    app.connect("missing-reference", alias)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
