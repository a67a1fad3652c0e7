"""Every check of the project as a session: `nox` runs all of them, `nox -s types` one.

The first four run in the environment that nox was started from, which has the extra dev. The others are about
environments, so each makes its own.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import nox

PROJECT = tomllib.loads((Path(__file__).parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
OLDEST, *NEWER = "3.11", "3.12", "3.13", "3.14"
#: The packages in which no line and no branch may be left without a test.
PROVED = ("values", "measure", "evidence", "assessment")
#: What development needs and the tests do without.
TOOLS = (
    *("basedpyright", "build", "lxml-stubs", "mypy", "nox", "pandas-stubs", "pre-commit", "pytest-cov", "ruff"),
    *("types-jsonschema", "types-openpyxl", "types-tqdm"),
)
PYTEST = ("python", "-m", "pytest", "-q", "-p", "no:cacheprovider")
#: The laws were tried on many examples by the session `tests`; another environment is about what is installed.
FEW_EXAMPLES = "--hypothesis-profile=civicplan-quick"
#: What opens pages, finds what keeps people out of them (axe-core), and reads what was printed.
BROWSER = ("axe-playwright-python>=0.1.6", "playwright>=1.50", "pypdf>=6.0")
#: Debian's packages of the browser, and of a font that has Chinese letters.
CHROMIUM, CHINESE = ("chromium", "chromium-browser", "google-chrome"), "fonts-noto-cjk"
#: What the wheel has to do without any other file of the project.
USE = "import civicplan as cp; print(repr(cp.assess(cp.datasets.load('zhuzhou-13fyp'), as_of='2020')))"
#: The pages are built, and their types checked, on the oldest interpreter alone.
WITHOUT_DOCS = ("--ignore=tests/docs", "--ignore=tests/typing")

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "venv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False
nox.options.stop_on_first_error = True


@nox.session(venv_backend="none")
def style(session: nox.Session) -> None:
    """Check the style and the layout of the code."""
    session.run(sys.executable, "-m", "ruff", "check", ".")
    session.run(sys.executable, "-m", "ruff", "format", "--check", ".")


@nox.session(venv_backend="none")
def types(session: nox.Session) -> None:
    """Check the types of the code and the tests; those of the pages are checked by a test."""
    session.run(sys.executable, "-m", "mypy")


@nox.session(venv_backend="none")
def tests(session: nox.Session) -> None:
    """Run the tests and check how much of the code they reach: of some packages all, of the whole most."""
    session.run(sys.executable, *PYTEST[1:], "--cov", "--cov-report=", *session.posargs)
    _check_coverage(session)


@nox.session(venv_backend="none", default=False)
def coverage(session: nox.Session) -> None:
    """Check how much of the code the last run of the tests reached, where they ran with --cov."""
    _check_coverage(session)


def _check_coverage(session: nox.Session) -> None:
    session.run(sys.executable, "-m", "coverage", "report")
    proved = ",".join(f"*/civicplan/{package}/*" for package in PROVED)
    session.run(sys.executable, "-m", "coverage", "report", "--fail-under=100", f"--include={proved}")


@nox.session(venv_backend="none")
def docs(session: nox.Session) -> None:
    """Build the documentation into docs/_build/html; a reference that leads nowhere is an error."""
    session.run(sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "docs", "docs/_build/html")


@nox.session
def wheel(session: nox.Session) -> None:
    """Use the wheel in an environment that has nothing else; run the published cases from the source distribution."""
    built = Path(session.create_tmp())
    shutil.rmtree(built)
    session.run(sys.executable, "-m", "build", "--quiet", "--outdir", str(built), external=True)
    [source], [package] = built.glob("*.tar.gz"), built.glob("*.whl")
    session.install(str(package))
    shutil.unpack_archive(source, built)
    session.chdir(built / source.name.removesuffix(".tar.gz"))
    session.run("python", "-W", "error", "-c", USE)
    session.install(f"{package}[toml]", "pytest", "pytest-xdist", "hypothesis")
    session.run(
        "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/cases", "tests/datasets", "tests/methods"
    )


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the tests with the lowest version that the project allows of everything it names, on the oldest Python."""
    if sys.version_info[:2] != tuple(map(int, OLDEST.split("."))):
        session.skip(f"the lowest versions are for Python {OLDEST}")
    constraints = Path(session.create_tmp()) / "lowest.txt"
    constraints.write_text("\n".join(_lowest_versions()), encoding="utf-8")
    session.install("-e", ".[dev]", "-c", str(constraints))
    session.run(*PYTEST, FEW_EXAMPLES, *session.posargs)


@nox.session(python=NEWER)
def newer(session: nox.Session) -> None:
    """Run all tests but those of the documentation on a newer interpreter."""
    needed = [line for line in EXTRAS["dev"] if not line.startswith((*TOOLS, "civicplan"))]
    session.install("-e", ".[charts,docs,frames,progress,testing,toml,xlsx,zh]", *needed)
    session.run(*PYTEST, FEW_EXAMPLES, *WITHOUT_DOCS, *session.posargs)


@nox.session
def spark(session: nox.Session) -> None:
    """Run what the pages show of Spark, which is too large for the extra dev; it needs a JVM as well."""
    session.install("-e", ".[dev]", "pyspark>=4.0")
    session.run(*PYTEST, "-rs", "tests/docs/test_code_of_the_pages.py", "-k", "spark", *session.posargs)


@nox.session
def browser(session: nox.Session) -> None:
    """Open reports, charts and the pages in Chromium: wide and narrow, light and dark, and on paper."""
    if not _has_chromium():
        _install_chromium(session)
    if not _has_chromium():
        session.skip("Chromium is not found here and cannot be installed; nothing was opened in a browser")
    session.install("-e", ".[charts,docs,testing,toml,zh]", "pytest", "pytest-xdist", *BROWSER)
    if not Path("docs/_build/html/index.html").exists():
        session.run("python", "-m", "sphinx", "-q", "docs", "docs/_build/html")
    session.run(*PYTEST, "tests/browser", *session.posargs)


def _has_chromium() -> bool:
    return "CHROMIUM" in os.environ or any(map(shutil.which, CHROMIUM))


def _install_chromium(session: nox.Session) -> None:
    """Try to install it where that takes no password: as root on Debian or one of its kin."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        session.run("apt-get", "update", "-qq", external=True, success_codes=range(256))
        packages = (CHROMIUM[0], CHINESE)
        session.run("apt-get", "install", "-y", "-qq", *packages, external=True, success_codes=range(256))


def _lowest_versions() -> Iterator[str]:
    for line in chain(PROJECT["dependencies"], *EXTRAS.values()):
        if bound := re.match(r"([\w.-]+)(?:\[\w+\])?>=([\w.]+)", line):
            yield f"{bound[1]}=={bound[2]}"
