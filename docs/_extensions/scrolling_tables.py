"""Tables that are wider than a narrow screen scroll on their own; here they get the focus, to be scrolled by key.

Those that a notebook shows have it already.
"""

import re
from typing import Any

from sphinx.application import Sphinx

#: What holds a table of a page.
HOLDERS = re.compile(r'<div class="table-wrapper[^"]*"')


def let_in(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: object) -> None:
    """Make what holds a table a stop of the tab key."""
    if "body" in context:
        context["body"] = HOLDERS.sub(r'\g<0> tabindex="0"', context["body"])


def setup(app: Sphinx) -> dict[str, bool]:
    """Have every page pass by."""
    app.connect("html-page-context", let_in)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
