"""The house: imports run one way, files and functions stay short, the core stays light."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import version
from pathlib import Path

import attrs
import pytest

import civicplan as cp

SOURCE = Path(cp.__file__).parent
PACKAGES = (
    "describing",
    "errors",
    "disk",
    "values",
    "render",
    "reading",
    "model",
    "measure",
    "formats",
    "tables",
    "zh",
    "datasets",
    "evidence",
    "assessment",
    "trajectory",
    "methods",
    "rating",
    "panel",
    "auditing",
    "show",
    "files",
    "testing",
)
#: The readers of Chinese documents have an order of their own; `notices` and `document` stand before all of them.
READERS = (
    *("notices", "document", "words", "text", "language", "layout", "indicators", "tasks", "plans"),
    *("evaluations", "replies", "kinds", "locating"),
)
FILES = sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def package_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path, *, for_types: bool = False) -> Iterator[str]:
    """The modules that a file imports, at its top or later; those for type checkers only where they are asked for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in hidden and not for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names]
            yield from (name if file_of(name) else module for name in names)


def file_of(module: str) -> Path | None:
    """The file of a module of the library; None for names within modules and for other libraries."""
    place = SOURCE.parent.joinpath(*module.split("."))
    return next((file for file in (place.with_suffix(".py"), place / "__init__.py") if file in FILES), None)


def test_every_package_is_on_the_list() -> None:
    assert {package_of(path) for path in FILES} - {"__init__"} == set(PACKAGES)


def test_packages_import_those_above_them_only() -> None:
    for path in FILES:
        for module in imports(path):
            package, _, rest = module.partition(".")
            if package == "civicplan" and package_of(path) != "__init__":
                own, other = PACKAGES.index(package_of(path)), PACKAGES.index(rest.partition(".")[0])
                assert other <= own, f"{name_of(path)} imports {module}"


def test_readers_of_chinese_documents_import_those_above_them_only() -> None:
    for path in FILES:
        own = path.relative_to(SOURCE).parts
        for module in imports(path):
            parts = module.split(".")
            if own[0] == "zh" and own[1] != "__init__.py" and parts[:2] == ["civicplan", "zh"]:
                here, there = READERS.index(own[1].removesuffix(".py")), READERS.index(parts[2])
                assert there <= here, f"{name_of(path)} imports {module}"


def test_no_files_import_each_other() -> None:
    files = {path: {file_of(module) for module in imports(path, for_types=True)} - {None} for path in FILES}
    try:
        TopologicalSorter(files).prepare()
    except CycleError as error:
        pytest.fail(f"a cycle of imports: {' ← '.join(map(name_of, error.args[1]))}")


def test_only_values_know_the_calendar() -> None:
    for path in FILES:
        libraries = {module.partition(".")[0] for module in imports(path)}
        assert package_of(path) == "values" or "pendulum" not in libraries, name_of(path)


def test_files_and_functions_stay_short() -> None:
    for path in FILES:
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 400, name_of(path)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
                assert (node.end_lineno or 0) - first.lineno < 40, f"{name_of(path)}: {node.name}"


def test_classes_of_more_than_three_fields_take_them_by_name() -> None:
    for path in FILES:
        module = importlib.import_module(".".join(("civicplan", *path.relative_to(SOURCE).with_suffix("").parts)))
        for kind in vars(module).values():
            if isinstance(kind, type) and kind.__module__ == module.__name__ and attrs.has(kind):
                in_order = [field.name for field in attrs.fields(kind) if field.init and not field.kw_only]
                # What is asked of evidence is asked in one order everywhere.
                assert len(in_order) <= 3 or kind.__name__ == "Evidence", f"{kind.__name__} takes {in_order} in order"


def test_importing_the_library_imports_no_converter_and_no_dataframe_library() -> None:
    heavy = (
        "cattrs",
        "narwhals",
        "pandas",
        "polars",
        "pyarrow",
        "numpy",
        "json",
        "tomllib",
        "hypothesis",
        "pendulum.locales.en",
    )
    code = f"import sys, civicplan; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_audit_is_a_name_of_the_library_before_anything_was_audited() -> None:
    code = "import civicplan as cp; print(cp.auditing.audit_evaluation(()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert "auditing" in cp.__all__


def test_the_version_is_that_of_the_installed_package() -> None:
    assert cp.__version__ == version("civicplan")


def test_every_public_name_is_there_and_listed() -> None:
    for name in cp.__all__:
        assert getattr(cp, name) is not None
    assert set(dir(cp)) == {*cp.__all__, "__version__"}
    assert set(dir(cp.zh)) == set(cp.zh.__all__)
    misspelt = "gpd"
    with pytest.raises(AttributeError, match="no attribute 'gpd'"):
        getattr(cp, misspelt)


def test_a_misspelt_name_is_told_by_the_nearest() -> None:
    for misspelt, meant in (("assses", "assess"), ("zh.read_plans", "read_plan"), ("show.atainment", "attainment")):
        done = subprocess.run(
            [sys.executable, "-c", f"import civicplan; civicplan.{misspelt}"],
            capture_output=True,
            text=True,
            check=False,
        )
        assert f"Did you mean: '{meant}'?" in done.stderr
