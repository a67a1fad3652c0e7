"""How templates are filled: the one place where words of a plan or a file enter a text that people read."""

from __future__ import annotations

import re

from civicplan.errors import visible

_LINE_BREAKS = re.compile(r"[ \t]*[\t\r\n]+[ \t]*")


def one_line(text: str) -> str:
    r"""Return the text on one line, with everything in it visible that would act on a terminal or a page unseen.

    A name that is broken over two lines of a table is put on one. Escape sequences, NUL and marks that turn the
    reading direction are shown as escapes; they come with hostile or damaged files.

    >>> one_line("basic pension\n insurance"), one_line("gdp\x1b[2J")
    ('basic pension insurance', 'gdp\\x1b[2J')
    """
    # Most texts have nothing of the kind, and are looked at once.
    return text if text.isprintable() else visible(_LINE_BREAKS.sub(" ", text))


def fill(template: str, **places: object) -> str:
    """Return the template with its named places filled, each on one line and visible.

    >>> fill("{row}: the target is {target}.", row="jobs", target="≥25.3")
    'jobs: the target is ≥25.3.'
    """
    return template.format_map({name: one_line(str(value)) for name, value in places.items()})
