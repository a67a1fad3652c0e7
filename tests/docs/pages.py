"""The pages of the project as readers see them, and the blocks of code that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"

_FENCE = re.compile(r"^(?P<fence>```+)(?P<info>[^\n]*)\n(?P<code>.*?)^(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE)
#: ```{code-block} toml is a block of TOML; other directives are no code.
_DIRECTIVE = re.compile(r"\{(?:code-block|code|sourcecode)\}\s*(\w*)")


@frozen(kw_only=True)
class Block:
    """A fenced block of a page."""

    #: What the fence says of it; empty where it says nothing, None for a directive that is not code.
    language: str | None
    #: Its lines.
    code: str
    #: The line of the page that it starts on, counted from 1.
    line: int

    @property
    def needs_spark(self) -> bool:
        """Whether its code runs on Spark, which needs a package and a JVM that not everybody has."""
        return "import SparkSession" in self.code


def pages() -> tuple[Path, ...]:
    """The README and every page of the documentation, without what was built."""
    built = {"_build", "notebooks", "jupyter_execute"}
    written = (path for path in DOCS.rglob("*.md") if not built & set(path.relative_to(DOCS).parts))
    return (README, *sorted(written))


def name_of(path: Path) -> str:
    """The page's place in the project."""
    return path.relative_to(ROOT).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start("code")) + 1
        yield Block(language=_language(found["info"].strip()), code=found["code"], line=line)


def _language(info: str) -> str | None:
    if not info.startswith("{"):
        return info.partition(" ")[0]
    directive = _DIRECTIVE.match(info)
    return directive[1] if directive else None
