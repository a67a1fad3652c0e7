"""The table behind a chart: what it says of each row, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from civicplan.render.languages import Language
from civicplan.render.message import said, to_message

#: How the fields of a chart's data begin that only its tooltips say.
HIDDEN = "said"
#: What ends a script, or begins what hides its end; an invisible mark that joins words goes between.
_MARKUP = re.compile("<(?=[/!A-Za-z])")

if TYPE_CHECKING:
    import altair as alt

#: What is said of one row, by the headings of its columns.
Row: TypeAlias = Mapping[str, object]


def said_rows(rows: Iterable[Row], language: Language) -> list[dict[str, str]]:
    """Return rows in words of a language, headings included.

    >>> said_rows([{"verdict": "met"}], "en")
    [{'verdict': 'met'}]
    """
    return [{said(to_message(name), language): said(cell, language) for name, cell in row.items()} for row in rows]


def hidden_fields(row: Row, language: Language) -> dict[str, str]:
    """Return what a row says as fields of a chart's data, for tooltips."""
    return {f"{HIDDEN}{place}": without_markup(said(cell, language)) for place, cell in enumerate(row.values())}


def without_markup(text: str) -> str:
    """Return text that ends no script of the page into which a notebook writes it; it looks the same.

    What charts are given as data stands within a script there, as it is.

    >>> len(without_markup("</script>")), without_markup("GDP < 5")
    (10, 'GDP < 5')
    """
    return _MARKUP.sub("<\u2060", text)


def tooltips(rows: Sequence[Row], language: Language) -> list[alt.Tooltip]:
    """Return the tooltips of rows, one line for each heading."""
    import altair as alt

    headings = list(rows[0]) if rows else []
    return [
        alt.Tooltip(f"{HIDDEN}{place}:N", title=said(to_message(heading), language))
        for place, heading in enumerate(headings)
    ]
