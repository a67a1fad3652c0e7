"""Measures as expressions, of narwhals or of polars, which speak the same words."""

from __future__ import annotations

from typing import Any

from civicplan.errors import Reason
from civicplan.panel.asked import Asked, Says, is_number, one_number
from civicplan.panel.problems import Problem
from civicplan.panel.rules import TOO_LARGE, Numbers, Rule
from civicplan.values.vocabulary import Direction


class Expressing:
    """Builds expressions; no row is worked out but where its condition holds.

    Attributes:
        library: The module whose expressions they are: narwhals or polars.
    """

    def __init__(self, library: Any) -> None:
        self.library = library

    def values(self, asked: Asked) -> Any:
        """Return the expression of a measure; null where it has no value."""
        value, _ = self._worked_out(asked)
        return self._known(value).alias(asked.measure)

    def reasons(self, asked: Asked) -> Any:
        """Return the expression of the reasons why a measure has no value; null where it has one."""
        value, cases = self._worked_out(asked)
        words = self.library.when(self._flag(value.is_finite())).then(self._no(self.library.String))
        words = words.otherwise(self.library.lit(str(Reason.TOO_EXTREME)))
        for condition, reason in reversed(cases):
            words = self.where(condition, str(reason), words)
        return words.alias(asked.reason_name)

    def where(self, condition: Any, then: Numbers, otherwise: Numbers) -> Numbers:
        """Return one where the condition holds, else another; one of plain numbers is decided at once."""
        if isinstance(condition, bool):
            return then if condition else otherwise
        return self.library.when(condition).then(self._expression(then)).otherwise(self._expression(otherwise))

    def only(self, condition: Any, number: Numbers) -> Numbers:
        """Return the number where the condition holds, else none."""
        return self.where(condition, number, self._no(self.library.Float64))

    def kept(self, expression: Any) -> Any:
        """Return an expression that is used more than once."""
        return expression

    def root(self, value: Numbers, degree: Numbers) -> Numbers:
        """Return the positive root of a number that is not negative; of zero, zero."""
        value = self.kept(value)
        positive = self.only(value > 0, value)
        return self.where(value == 0, 0.0, (positive.log() / degree).exp())

    def ln(self, value: Numbers) -> Numbers:
        """Return the natural logarithm of a number above zero."""
        return value.log()

    def _worked_out(self, asked: Asked) -> tuple[Any, list[tuple[Any, Reason | Problem]]]:
        """Return the measure where none of the cases holds, and the cases."""
        numbers: list[Any] = []
        missing: list[tuple[Any, Reason | Problem]] = []
        too_large: list[tuple[Any, Reason | Problem]] = []
        for name, given, absent in asked.inputs:
            if is_number(given):
                numbers.append(one_number(given, name))
                continue
            number = self._expression_of(given).cast(self.library.Float64)
            is_known = self.kept(self._flag(number.is_finite()))
            numbers.append(self.kept(self.where(is_known, number, absent if isinstance(absent, float) else 0.0)))
            if not isinstance(absent, float):
                missing.append((~is_known, absent))
                too_large.append((numbers[-1].abs() >= TOO_LARGE, Reason.TOO_EXTREME))
        rule = asked.rule(self._says)
        cases = [*missing, *too_large, *rule.cases(*numbers)]
        return self._guarded(rule, cases, numbers), cases

    def _guarded(self, rule: Rule, cases: list[tuple[Any, Reason | Problem]], numbers: list[Any]) -> Any:
        has_value: Any = True
        for condition, _ in reversed(cases):
            has_value = self.where(condition, False, has_value)
        has_value = self.kept(has_value)
        guarded = [self.kept(self.only(has_value, number)) for number in numbers]
        return self.kept(self.only(has_value, rule.value(self, *guarded)))

    def _says(self, given: Any) -> Says:
        words = self._expression_of(given).cast(self.library.String)
        return {str(word): self.kept(self._flag(words == str(word))) for word in Direction}, words.is_null()

    def _expression_of(self, given: Any) -> Any:
        return self.library.col(given) if isinstance(given, str) else given

    def _expression(self, value: Any) -> Any:
        return self.library.lit(value) if isinstance(value, str | int | float) else value

    def _no(self, kind: Any) -> Any:
        return self.library.lit(None, dtype=kind)

    def _flag(self, condition: Any) -> Any:
        """Return true where the condition holds, else false; never null."""
        return self.where(condition, True, False)

    def _known(self, value: Any) -> Any:
        return self.only(value.is_finite(), value)


class Staging(Expressing):
    """Builds expressions over one frame, in which what is used more than once is worked out once.

    Attributes:
        library: The module whose expressions they are.
        frame: The frame, with a column for each expression that was kept.
    """

    def __init__(self, library: Any, frame: Any) -> None:
        super().__init__(library)
        self.frame = frame
        self._count = 0

    def kept(self, expression: Any) -> Any:
        """Return the column that holds an expression from now on."""
        self._count += 1
        name = f"kept_{self._count}"
        self.frame = self.frame.with_columns(expression.alias(name))
        return self.library.col(name)
