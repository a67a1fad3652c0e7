"""What is asked of a measure over columns: its rule, and the arguments as the caller gave them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from numbers import Real
from typing import Any, NamedTuple, TypeAlias

from civicplan.errors import InvalidTypeError, Reason, describe
from civicplan.measure._numbers import number
from civicplan.panel.problems import Problem
from civicplan.panel.rules import Rule, by_direction
from civicplan.values import Figure

#: For each direction the rows whose word it is, and the rows that have no word.
Says: TypeAlias = "tuple[Mapping[str, Any], Any]"


class Input(NamedTuple):
    """One argument that holds numbers.

    Attributes:
        name: What it is called.
        given: What the caller gave: a column or one number.
        absent: Why a row without it has no value, or the number that stands for it there.
    """

    name: str
    given: Any
    absent: Reason | Problem | float


class Asked(NamedTuple):
    """A measure and its arguments, of whatever kind they are.

    Attributes:
        measure: The name of the measure, which its column bears.
        rules: The rule for each direction; under no name where the measure has no direction.
        inputs: The numbers, in the order in which the rule takes them.
        direction: The direction of all rows, or a column of words.
    """

    measure: str
    rules: Mapping[str, Rule]
    inputs: tuple[Input, ...]
    direction: Any = ""

    @property
    def has_one_rule(self) -> bool:
        """Whether the same rule holds for all rows."""
        return isinstance(self.direction, str) and self.direction in self.rules

    def rule(self, read: Callable[[Any], Says]) -> Rule:
        """Return the rule of all rows, or the one that asks each row for its direction."""
        return self.rules[self.direction] if self.has_one_rule else by_direction(self.rules, *read(self.direction))

    @property
    def reason_name(self) -> str:
        """The name of the column of reasons."""
        return f"{self.measure}_reason"

    @property
    def columns(self) -> tuple[tuple[str, Any], ...]:
        """What is given for each row, with the names of the arguments."""
        numbers = [(name, given) for name, given, _ in self.inputs if not is_number(given)]
        return tuple(numbers if self.has_one_rule else [*numbers, ("direction", self.direction)])

    def over(self, columns: Iterable[Any]) -> Asked:
        """Return the same question over other columns, in the order of these."""
        left = iter(columns)
        inputs = tuple(one if is_number(one.given) else one._replace(given=next(left)) for one in self.inputs)
        return self._replace(inputs=inputs, direction=next(left, self.direction))


def is_number(given: Any) -> bool:
    """Return whether something is one number, which holds for all rows."""
    return isinstance(given, Real | Decimal | Figure)


def one_number(given: Any, name: str) -> float:
    """Return the number that holds for all rows.

    Raises:
        InvalidValueError: It is not finite, or out of all proportion.
        InvalidTypeError: It is no number, such as True.
    """
    return float(number(given, name))


def no_column(name: str, given: Any) -> InvalidTypeError:
    """Return the error about an argument that is nothing a measure can take."""
    expected = "a Series, an array of one dimension, a name, an expression or one number"
    of_others = "on other frames use names: narwhals.from_native(frame).with_columns(...)"
    advice = "make a Series of it" if isinstance(given, list | tuple | range | set) else of_others
    return InvalidTypeError(name, expected, describe(given), advice)
