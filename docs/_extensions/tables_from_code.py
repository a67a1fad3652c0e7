"""Tables that are read from the library when the pages are built, so that they cannot differ from it."""

import inspect
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any, get_args

import tables_of_chinese
import tables_of_panels
import tables_of_words
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import civicplan
from civicplan import measure, methods
from civicplan.auditing import EVALUATION_RULES, RULES, Rule
from civicplan.errors import Reason
from civicplan.evidence.derivations import FROM_LEVELS, FROM_PARTS, IN_POINTS
from civicplan.model import Measure, unit_lists
from civicplan.tables.workbook.about import sheet_rows
from civicplan.tables.workbook.sheets import SHEETS

#: Where a public name has its entry in the reference, the first that has it.
PACKAGES = (
    "errors",
    "values",
    "model",
    "model.reply",
    "measure",
    "assessment",
    "rating",
    "formats",
    "methods",
    "auditing",
    "evidence",
    "files",
    "tables",
    "reading",
    "trajectory",
)

Line = tuple[str, ...]


def reasons() -> Iterator[Line]:
    """Return every reason and what it says."""
    yield "In code, and in files and frames", "In words"
    for reason in Reason:
        yield f"`Reason.{reason.name}`<br>`{reason.value}`", reason.sentence


def names() -> Iterator[Line]:
    """Return every public name of the package, where it is described, and its first sentence."""
    yield "Name", "What it is"
    for name in sorted(civicplan.__all__, key=str.lower):
        yield f"{{py:obj}}`{name} <{entry(name)}>`", first_sentence(getattr(civicplan, name))


def entry(name: str) -> str:
    """Return the full name under which the reference describes a public name."""
    value = getattr(civicplan, name)
    if isinstance(value, ModuleType):
        return value.__name__
    for package in map(import_module, (f"civicplan.{package}" for package in PACKAGES)):
        own = name in getattr(package, "__all__", ()) or getattr(value, "__module__", "") == package.__name__
        if own and getattr(package, name, None) is value:
            return f"{package.__name__}.{name}"
    raise LookupError(f"no package of the reference has {name}")


def first_sentence(value: Any) -> str:
    """Return the first sentence of a docstring; for a union, its members."""
    members = ", ".join(f"`{member.__name__}`" for member in get_args(value) if isinstance(member, type))
    sentence = (
        f"One of {members}." if members else (inspect.getdoc(value) or "").partition("\n\n")[0].replace("\n", " ")
    )
    return sentence.replace("|", r"\|")


def published_methods() -> Iterator[Line]:
    """Return every rating method, its version and source, and whether its rule was read there."""
    yield "Name", "What it is, its version and its source", "Rule"
    for method in map(methods.get, methods.names()):
        rule = "read in its source" if method.confirmed else "as we understand it"
        yield f"`{method.name}`", f"{method.title}, {method.version}<br>{method.source}", rule


def recalled_methods() -> Iterator[Line]:
    """Return every rating method whose rule was not read in its source."""
    yield "Name", "What it is"
    for method in map(methods.get, methods.names()):
        if not method.confirmed:
            yield f"`{method.name}`", method.title


def functions() -> Iterator[Line]:
    """Return every function of the measures and what it gives."""
    yield "Function", "What it gives"
    for name in measure.__all__:
        function = getattr(measure, name)
        if inspect.isfunction(function):
            yield f"{{py:obj}}`{name} <{measure.__name__}.{name}>`", first_sentence(function)


def derivations() -> Iterator[Line]:
    """Return what each measure is derived as, from published parts and from published levels."""
    yield "Measure", "From parts", "From levels", "In points"
    for kind in Measure:
        ways = (table.get(kind) for table in (FROM_PARTS, FROM_LEVELS, IN_POINTS))
        yield f"`{kind}`", *("—" if way is None else way.words for way in ways)


def audit_rules() -> Iterator[Line]:
    """Return every rule of the audit, the law that it checks, its tolerance and its innocent readings."""
    yield "Code", "The law it checks", "Tolerance", "Innocent readings"
    yield from map(line_of_rule, RULES)


def evaluation_rules() -> Iterator[Line]:
    """Return every rule for self-evaluations, with the same of each."""
    yield "Code", "The law it checks", "Tolerance", "Innocent readings"
    yield from map(line_of_rule, EVALUATION_RULES)


def line_of_rule(rule: Rule) -> Line:
    """Return the code of a rule, its law, its tolerance and its innocent readings."""
    return f"`{rule.code}`", rule.law, rule.tolerance, "<br>".join(rule.innocent) or "none"


def physical_units() -> Iterator[Line]:
    """Return every physical unit in its spellings, by what is measured."""
    yield "Measured", "Units"
    yield from map(line_of_units, unit_lists.PHYSICAL_UNITS.items())


def count_units() -> Iterator[Line]:
    """Return every unit in which whole things are counted in its spellings, by the kind of thing."""
    yield "Counted", "Units"
    yield from map(line_of_units, unit_lists.COUNT_UNITS.items())


def line_of_units(group: tuple[str, tuple[unit_lists.Spellings, ...]]) -> Line:
    """Return what the units have in common, then the units one below the other, each with what it is also called."""
    name, units = group
    return name, "<br>".join(" = ".join(map(as_code, spellings)) for spellings in units)


def multiples() -> Iterator[Line]:
    """Return every multiple that may stand before a unit of the lists."""
    yield "Size", "Multiples"
    for size, spellings in unit_lists.MULTIPLES.items():
        yield f"{size:,}", ", ".join(map(as_code, spellings))
    for prefix, size in unit_lists.PREFIXES.items():
        symbols = ", ".join(as_code(f"{prefix}{symbol}") for symbol in sorted(unit_lists.PREFIXED_SYMBOLS))
        yield f"{size:,}", f"{as_code(prefix)} in {symbols} and before words of four letters or more"


def sheets() -> Iterator[Line]:
    """Return every column of the sheets of a plan, when it is needed, what a cell of it holds and means."""
    yield "Sheet", "Column", "Needed", "Holds", "Meaning"
    for sheet in SHEETS:
        for name, column, needed, holds, meaning in sheet_rows(sheet):
            yield as_code(name), as_code(column), needed, holds, meaning


def as_code(spelling: str) -> str:
    """Return the text as it stands."""
    return f"`{spelling}`"


TABLES = {
    "reasons": reasons,
    "names": names,
    "methods": published_methods,
    "recalled-methods": recalled_methods,
    "functions": functions,
    "derivations": derivations,
    "rules": audit_rules,
    "evaluation-rules": evaluation_rules,
    "physical-units": physical_units,
    "count-units": count_units,
    "multiples": multiples,
    "sheets": sheets,
    **tables_of_panels.TABLES,
    **tables_of_words.TABLES,
    **tables_of_chinese.TABLES,
}


class TableFromCode(SphinxDirective):
    """One of the tables, by its name."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table as a part of the page."""
        heading, *lines = TABLES[self.arguments[0]]()
        rule = ("---",) * len(heading)
        return self.parse_text_to_nodes("\n".join(f"| {' | '.join(line)} |" for line in (heading, rule, *lines)))


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx of the directive."""
    app.add_directive("table-from-code", TableFromCode)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
