"""Whether the system has a font for what a picture says."""

from __future__ import annotations

from functools import cache

from civicplan.errors import CivicPlanError
from civicplan.show.theme import FONT

_CHINESE_LETTERS, _CHINESE_FONTS = "国中", "fonts-noto-cjk"


class MissingFontError(CivicPlanError, RuntimeError):
    """A picture that would have empty boxes for letters, as no font of the system has them.

    Attributes:
        script: The script whose letters are missing.
        package: The package that has a font for them, as Debian and Ubuntu name it.

    >>> print(MissingFontError("Chinese", "fonts-noto-cjk"))
    no font of this system has Chinese letters; install one, such as that of the package fonts-noto-cjk
    """

    def __init__(self, script: str, package: str) -> None:
        super().__init__(script, package)
        self.script = script
        self.package = package

    def __str__(self) -> str:
        package = f"such as that of the package {self.package}"
        return f"no font of this system has {self.script} letters; install one, {package}"


def check_letters(text: str, letters: str = _CHINESE_LETTERS) -> None:
    """Refuse a text with Chinese letters where no font has any.

    Args:
        text: The text.
        letters: Two letters that look different in every font that has them.

    Raises:
        MissingFontError: No font has them.
    """
    if any("\u3400" <= letter <= "\u9fff" for letter in text) and not _are_known(letters):
        raise MissingFontError("Chinese", _CHINESE_FONTS)


@cache
def _are_known(letters: str) -> bool:
    """Return whether a font has these letters: without one, all of them look the same."""
    return len(set(map(_picture, letters))) == len(letters)


def _picture(letter: str) -> bytes:
    import vl_convert

    text = f'<text y="20" font-size="20" font-family="{FONT}">{letter}</text>'
    return bytes(vl_convert.svg_to_png(f'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">{text}</svg>'))
