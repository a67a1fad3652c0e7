"""The one place where text becomes a Decimal, and the contexts under which Decimals are computed."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import (
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)
from functools import cache, wraps
from typing import ParamSpec

from civicplan.errors import InvalidTypeError, InvalidValueError, Reason, UndefinedMeasureError, describe

_P = ParamSpec("_P")

MOST_DIGITS = 30
LARGEST_EXPONENT = 30

_TRAPS = [InvalidOperation, DivisionByZero]
#: For quotients, roots and logarithms: guard digits let an exact root such as 1.61051^(1/5) come out exact.
WORKING = Context(
    prec=50, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, traps=[*_TRAPS, Overflow], capitals=1, clamp=0
)
#: For sums and products of printed figures. Those of two are never rounded: 30 digits at exponents within ±30 need at
#: most 92. Chains of them may be, for which an `Interval` gives way outwards; what is beyond every number is infinite.
EXACT = Context(prec=120, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, traps=_TRAPS, capitals=1, clamp=0)

_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
#: A number in plain digits, with an exponent where it has one.
NUMBER = _PLAIN.pattern + r"(?:[eE][+-]?[0-9]{1,3})?"
#: Commas that can only part thousands: two groups or more, or a point after them; 1,234 alone may be 1.234.
_GROUPED = r"-?[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|,[0-9]{3}\.[0-9]+)"
_LONGEST_NUMBER = 80
_MOST_READABLE_DIGITS = 20
_ZERO, _ONE = Decimal(0), Decimal(1)
RESULT_DIGITS = 28
_LARGEST_EXPONENT_OF_FLOATS = 300
_PARTS_OF_LOGARITHM = 64
_BRIEF_DIGITS = 6
_EXPECTED_NUMBER = "a number in plain digits, such as 95.0"
_EXPECTED_SIZE = f"at most {MOST_DIGITS} digits and an exponent within ±{LARGEST_EXPONENT}"


def library_context(compute: Callable[_P, Decimal]) -> Callable[_P, Decimal]:
    """Run a computation under the library's own context, whatever the caller's is, and round its result once."""

    @wraps(compute)
    def under_own_context(*args: _P.args, **kwargs: _P.kwargs) -> Decimal:
        try:
            with localcontext(WORKING):
                return _without_exponent(round_result(compute(*args, **kwargs)))
        except (DivisionByZero, InvalidOperation, Overflow):
            raise UndefinedMeasureError(Reason.TOO_EXTREME) from None

    return under_own_context


def round_result(value: Decimal, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """Return the number with the 28 digits that a result carries; one with fewer stays as it is."""
    return keeping(RESULT_DIGITS, rounding).plus(value) if value else value


@cache
def keeping(digits: int, rounding: str) -> Context:
    """Return the context that keeps so many digits of a result."""
    return Context(prec=digits, rounding=rounding, Emin=-999999, Emax=999999, traps=_TRAPS, capitals=1, clamp=0)


def _without_exponent(result: Decimal) -> Decimal:
    """Return the number without an exponent where it needs none: 0 and 100, not 0E-49 and 1.0E+2."""
    if not result.is_finite():
        raise UndefinedMeasureError(Reason.TOO_EXTREME)
    if not result:
        return _ZERO
    is_readable = result.adjusted() < _MOST_READABLE_DIGITS
    return result.quantize(_ONE, context=EXACT) if _exponent(result) > 0 and is_readable else result


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int), "only finite numbers get here"
    return exponent


def root(value: Decimal, degree: Decimal | int) -> Decimal:
    """Return the positive root of a number that is not negative, to 48 digits; of zero, zero.

    A float only places the first guess, within some 1E-15 of the root. Each step of Halley's method cubes that error,
    so that no digit of the result comes from the float. A Decimal power with a fraction for its exponent takes ten
    times as long, and is left to degrees that are no whole numbers and to values beyond every float.
    """
    if value == 0:
        return value
    if degree != int(degree) or abs(value.adjusted()) > _LARGEST_EXPONENT_OF_FLOATS:
        return WORKING.power(value, WORKING.divide(_ONE, Decimal(degree)))
    whole = int(degree)
    guess = WORKING.create_decimal_from_float(float(value) ** (1 / whole))
    for _ in range(2):
        guess = _closer_root(guess, value, whole)
    return guess


def _closer_root(guess: Decimal, value: Decimal, degree: int) -> Decimal:
    """One step of Halley's method from a guess towards the root."""
    power = WORKING.power(guess, degree)
    more, less = Decimal(degree + 1), Decimal(degree - 1)
    above = WORKING.add(WORKING.multiply(less, power), WORKING.multiply(more, value))
    below = WORKING.add(WORKING.multiply(more, power), WORKING.multiply(less, value))
    return WORKING.divide(WORKING.multiply(guess, above), below)


def ln(value: Decimal) -> Decimal:
    """Return the natural logarithm of a number above zero, to 30 digits.

    As for a `root`, a float only places the first guess, and a step of Halley's method cubes its error. A Decimal
    exponential is the faster the smaller its exponent, so that a part of the guess is raised to its number of parts.
    All this takes a quarter of the time of a Decimal logarithm, which is left to values beyond every float.
    """
    if abs(value.adjusted()) > _LARGEST_EXPONENT_OF_FLOATS:
        return WORKING.ln(value)
    guess = WORKING.create_decimal_from_float(math.log(value))
    power = WORKING.power(WORKING.exp(WORKING.divide(guess, _PARTS_OF_LOGARITHM)), _PARTS_OF_LOGARITHM)
    step = WORKING.divide(WORKING.subtract(value, power), WORKING.add(value, power))
    return WORKING.add(guess, WORKING.add(step, step))


def to_decimal(value: str | int | Decimal) -> Decimal:
    """Return a Decimal that is exactly what was written; a float is refused, because its printed digits are lost."""
    if isinstance(value, str):
        return _from_text(value)
    if isinstance(value, Decimal):
        return _from_decimal(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _from_integer(value)
    digits = plain_digits(str(value)) if isinstance(value, float) else ""
    advice = f'write "{digits}" or Decimal("{digits}")' if digits else 'write text such as "95.0"'
    raise InvalidTypeError("", "text, an int or a Decimal", describe(value), advice)


def _from_text(text: str) -> Decimal:
    if len(text) <= MOST_DIGITS and _PLAIN.fullmatch(text):
        return Decimal(text)
    if not _is_number(text):
        raise InvalidValueError("", _EXPECTED_NUMBER, describe(text), _advice(text))
    number = Decimal(text)
    if not _has_size_of_figures(number):
        raise InvalidValueError("", _EXPECTED_SIZE, describe(text))
    return number


def _from_decimal(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise InvalidValueError("", _EXPECTED_NUMBER, describe(str(number)))
    if not _has_size_of_figures(number):
        raise InvalidValueError("", _EXPECTED_SIZE, describe(str(number)))
    return number


def _from_integer(value: int) -> Decimal:
    if value.bit_length() > 4 * MOST_DIGITS:
        raise InvalidValueError("", f"at most {MOST_DIGITS} digits", f"an int of {value.bit_length()} bits")
    return _from_decimal(Decimal(value))


def _is_number(text: str) -> bool:
    return len(text) <= _LONGEST_NUMBER and re.fullmatch(NUMBER, text) is not None


def _has_size_of_figures(number: Decimal) -> bool:
    return len(number.as_tuple().digits) <= MOST_DIGITS and abs(_exponent(number)) <= LARGEST_EXPONENT


def _advice(text: str) -> str:
    if digits := plain_digits(text):
        return f"write {digits}"
    return "write it without commas, with a point before decimals" if "," in text else ""


def plain_digits(text: str) -> str:
    """Return the number that a text means in plain digits, as figures are written; nothing where it is not plain.

    A sign of its own for minus, a percent sign and commas that can only part thousands are understood.
    """
    if len(text) > _LONGEST_NUMBER:
        return ""
    digits = text.strip().replace("−", "-").removesuffix("%").strip()
    if re.fullmatch(_GROUPED, digits):
        digits = digits.replace(",", "")
    return digits if _is_number(digits) and _has_size_of_figures(Decimal(digits)) else ""


def decimal_text(value: Decimal, places: int) -> str:
    """Return the number with so many decimal places, rounded half away from zero; beyond 20 digits with an exponent."""
    if value.adjusted() >= _MOST_READABLE_DIGITS:
        return EXACT.to_sci_string(keeping(_BRIEF_DIGITS, ROUND_HALF_UP).plus(value))
    last_place = _ONE.scaleb(-places, EXACT)
    rounded = value.quantize(last_place, rounding=ROUND_HALF_UP, context=EXACT)
    return format(rounded if rounded else rounded.copy_abs(), "f")
