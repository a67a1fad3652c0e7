"""TOML: read by the standard library, written by tomli-w."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from civicplan.errors import Fault, MissingExtraError, PlanFormatError
from civicplan.formats._raw import Number

#: A dotted key of more parts than any plan has levels. It is looked for only where a word or a quotation starts, so
#: that the time grows with the text and not with its square.
_DEEP_KEY = r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}"""


def decode(text: str, document: str) -> tuple[Any, Iterator[Fault]]:
    """Return the tree that the TOML text states; a key that stands twice ends the reading."""
    try:
        if re.search(_DEEP_KEY, text):
            raise RecursionError  # the standard library would take hours over it
        return tomllib.loads(text, parse_float=Number), iter(())
    except tomllib.TOMLDecodeError as error:
        problem = str(error)
    except ValueError:
        problem = "a whole number of too many digits"
    raise PlanFormatError(document, (Fault("$", f"not TOML: {problem}"),))


def encode(tree: dict[str, Any]) -> str:
    """Return the tree as TOML text."""
    try:
        import tomli_w
    except ModuleNotFoundError:
        raise MissingExtraError("writing TOML", "civicplan[toml]") from None
    return tomli_w.dumps(tree)
