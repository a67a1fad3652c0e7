"""The house: imports run one way, files and functions stay short, the core stays light."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import civicplan as cp

SOURCE = Path(cp.__file__).parent
PACKAGES = (
    "errors",
    "values",
    "render",
    "model",
    "measure",
    "formats",
    "datasets",
    "evidence",
    "assessment",
    "trajectory",
    "methods",
    "rating",
    "auditing",
    "files",
    "testing",
)
FILES = sorted(SOURCE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def package_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, at its top or later, but not for type checkers only."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in hidden:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports relatively"
            module = node.module or ""
            yield from ((f"{module}.{alias.name}" for alias in node.names) if module == "civicplan" else (module,))


def test_every_package_is_on_the_list() -> None:
    assert {package_of(path) for path in FILES} - {"__init__"} == set(PACKAGES)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_run_one_way(path: Path) -> None:
    if package_of(path) == "__init__":
        return
    floor = PACKAGES.index(package_of(path))
    for module in imports(path):
        package, _, rest = module.partition(".")
        if package == "civicplan":
            assert PACKAGES.index(rest.partition(".")[0]) <= floor, f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_values_know_the_calendar(path: Path) -> None:
    if package_of(path) != "values":
        assert "pendulum" not in {module.partition(".")[0] for module in imports(path)}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_and_functions_stay_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            body = [
                part for part in node.body if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))
            ]
            if body:
                assert (node.end_lineno or 0) - body[0].lineno < 40, f"{name_of(path)}: {node.name}"


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


def test_every_public_name_is_there_and_listed() -> None:
    for name in cp.__all__:
        assert getattr(cp, name) is not None
    assert set(cp.__all__) <= set(dir(cp))
    with pytest.raises(AttributeError, match="no attribute 'gpd'"):
        _ = cp.gpd
