"""Text in uniform signs: one width, one dash, one blank, small letters."""

from __future__ import annotations

_DASHES = "‐‑‒–—―−﹘﹣"
_TILDES = "〜∼˜"
_APOSTROPHES = "’‘ʼ`´"
_OPENING, _CLOSING = "【〔〖", "】〕〗"
#: They show nothing on a page: blanks of no width, the byte order mark, a hyphen at which a word may be broken.
_INVISIBLE = "\u200b\u2060\ufeff\u00ad"

_UNIFORM: dict[int, str] = {
    **{wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(map(ord, _TILDES), "~"),
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _OPENING), "["),
    **dict.fromkeys(map(ord, _CLOSING), "]"),
    **dict.fromkeys(map(ord, _INVISIBLE), ""),
}

#: Those that are one sign for one sign, so that nothing moves.
_IN_PLACE = {sign: plain for sign, plain in _UNIFORM.items() if plain}


def in_place(text: str) -> str:
    """Return the text with signs of one width and one kind of dash, each where it stands: no sign is lost or added.

    >>> in_place("－２．５　％")
    '-2.5　%'
    """
    return text.translate(_IN_PLACE)


def with_uniform_signs(text: str) -> str:
    """Return the text on one line with signs of one width, one kind of dash and single blanks.

    >>> with_uniform_signs("  －２．５　％ – Plan A ")
    '-2.5 % - Plan A'
    """
    return " ".join(text.translate(_UNIFORM).split())


def uniform(text: str) -> str:
    r"""Return the text in uniform signs and small letters, as words are looked up.

    >>> uniform("At\nLEAST　９５")
    'at least 95'
    """
    return with_uniform_signs(text).lower()
