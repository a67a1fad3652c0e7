"""Numbers with the separators that people write: each as the figure it means, or as what it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

from attrs import frozen

from civicplan.errors import InvalidValueError, describe

DecimalMark: TypeAlias = Literal[".", ","]

POINT: DecimalMark = "."
COMMA: DecimalMark = ","
#: A number with whatever separators, in uniform signs.
BODY = r"[+-]?[.,]?[0-9](?:[.,' ]?[0-9])*(?:e[+-]?[0-9]{1,3})?"


def check_decimal(decimal: object) -> None:
    """Refuse what is no decimal mark; None leaves open which it is.

    Raises:
        InvalidValueError: It is neither a point nor a comma.
    """
    if decimal not in (None, POINT, COMMA):
        raise InvalidValueError("decimal", "a point or a comma", describe(decimal), 'write decimal="." or decimal=","')


def _pattern(decimal: str, group: str) -> re.Pattern[str]:
    """A number with this decimal mark, in which blanks, apostrophes or the other mark may part thousands."""
    thousands = rf"[1-9][0-9]{{0,2}}(?P<separator>[{group} '])[0-9]{{3}}(?:(?P=separator)[0-9]{{3}})*"
    indian = r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}" if group == COMMA else "(?!)"
    return re.compile(
        rf"(?P<sign>[+-]?)(?P<whole>0|[1-9][0-9]*|{thousands}|{indian}|(?=[{decimal}]))"
        rf"(?:[{decimal}](?P<fraction>[0-9]+))?(?P<exponent>e[+-]?[0-9]{{1,3}})?"
    )


_PATTERNS = {POINT: _pattern(POINT, COMMA), COMMA: _pattern(COMMA, POINT)}


@frozen
class Marks:
    """What the cells of one table prove about its decimal mark: each field is a number that only that mark explains.

    A proof decides no figure. It makes ``1.006`` ambiguous in a table that has commas, and it tells the reader of a
    diagnostic which `decimal=` fits.

    Attributes:
        point: The first number that only a decimal point explains, such as 1,006.2; None where there is none.
        comma: The first number that only a decimal comma explains, such as 12,5; None where there is none.
        doubtful: The first number whose point may part thousands, such as 1.006; None where there is none.
    """

    point: str | None = None
    comma: str | None = None
    doubtful: str | None = None

    @property
    def decimal(self) -> DecimalMark | None:
        """The mark that is proven; None where neither is, or both are.

        >>> Marks(comma="12,5").decimal
        ','
        """
        if (self.point is None) == (self.comma is None):
            return None
        return POINT if self.comma is None else COMMA


NO_MARKS = Marks()


def plain_digits(body: str, decimal: DecimalMark) -> str | None:
    """Return the number in plain digits, as figures are written; None where it is none with this decimal mark.

    >>> plain_digits("1,006.20", "."), plain_digits("1.006,20", ","), plain_digits("12,5", ".")
    ('1006.20', '1006.20', None)
    """
    number = _PATTERNS[decimal].fullmatch(body)
    if number is None:
        return None
    whole = "".join(filter(str.isdigit, number["whole"])) or "0"
    fraction = f".{number['fraction']}" if number["fraction"] else ""
    return f"{number['sign'].replace('+', '')}{whole}{fraction}{number['exponent'] or ''}"


def meanings(body: str, decimal: DecimalMark | None, marks: Marks = NO_MARKS) -> tuple[str, ...]:
    """Return the figures that a number may mean, in plain digits: one where it is clear, none where it is no number.

    A point is taken for a decimal point, unless the table has commas for decimals.

    >>> meanings("1,006", None), meanings("1.006", None), meanings("1.006", None, Marks(comma="12,5"))
    (('1006', '1.006'), ('1.006',), ('1.006', '1006'))
    """
    if decimal is not None:
        return _distinct((plain_digits(body, decimal),))
    with_point = plain_digits(body, POINT)
    if with_point is not None and COMMA not in body and marks.comma is None:
        return (with_point,)
    return _distinct((with_point, plain_digits(body, COMMA)))


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value is not None))


def proven_marks(bodies: Sequence[str]) -> Marks:
    """Return what the numbers of a table prove about its decimal mark.

    >>> proven_marks(["95", "1,006", "12,5"])
    Marks(point=None, comma='12,5', doubtful=None)
    """
    proofs: dict[DecimalMark, str] = {}
    for body in bodies:
        for decimal in _only_explained_by(body):
            proofs.setdefault(decimal, body)
    return Marks(proofs.get(POINT), proofs.get(COMMA), next(filter(_has_doubtful_point, bodies), None))


def _only_explained_by(body: str) -> Iterator[DecimalMark]:
    with_point, with_comma = plain_digits(body, POINT), plain_digits(body, COMMA)
    if with_point is not None and with_comma is None:
        yield POINT
    if with_comma is not None and with_point is None:
        yield COMMA


def _has_doubtful_point(body: str) -> bool:
    return COMMA not in body and len(meanings(body, None, Marks(comma=body))) > 1
