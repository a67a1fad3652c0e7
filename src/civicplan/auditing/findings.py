"""Findings: what an audit returns, a sequence that filters and prints itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Self, SupportsIndex, overload

from civicplan.auditing.finding import Finding, Severity, to_severity
from civicplan.auditing.render import summary, to_html, to_text
from civicplan.errors import InvalidTypeError, UnknownIdError, describe
from civicplan.formats.result import Result
from civicplan.render.frames import frame
from civicplan.render.html import MOST_ROWS
from civicplan.render.languages import SOURCE, Language, language_or_none, to_language
from civicplan.render.rows import Rows


class Findings(Result, Rows[Finding]):
    """All that an audit found: a tuple of findings, of which any part is one as well.

    >>> from civicplan import datasets
    >>> from civicplan.auditing import audit
    >>> findings = audit(datasets.load("zhuzhou-13fyp"))
    >>> findings
    <findings: 2 contradictions, 7 doubts>
    >>> [finding.subject for finding in findings.contradictions]
    ['productivity', 'schooling']
    >>> findings.only(severity="doubt", subject="gdp")
    <findings: 2 doubts>
    """

    _columns = ("severity", "code", "subject", "name", "message", "innocent", "claimed", "computed", "places", "note")
    _codes: tuple[str, ...]

    #: The language in which they show themselves: the one of the plan that was audited.
    language: Language

    def __new__(
        cls, findings: Iterable[Finding] = (), *, codes: Iterable[str] = (), language: Language = SOURCE
    ) -> Self:
        """Return the findings in their order.

        Args:
            findings: The findings.
            codes: The codes of the rules that were applied.
            language: The language in which they show themselves: the one of the plan that was audited.

        Raises:
            InvalidTypeError: One of them is something else. It is a TypeError.
        """
        if not isinstance(findings, Iterable):
            raise InvalidTypeError("findings", "several findings", describe(findings))
        self = super().__new__(cls, findings)
        for finding in self:
            if not isinstance(finding, Finding):
                raise InvalidTypeError("findings", "findings only", describe(finding))
        self._codes = tuple(dict.fromkeys((*codes, *(finding.code for finding in self))))
        self.language = to_language(language)
        return self

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the rules that were applied, whether or not they found something."""
        return self._codes

    @overload
    def __getitem__(self, place: SupportsIndex) -> Finding: ...
    @overload
    def __getitem__(self, place: slice) -> Findings: ...
    def __getitem__(self, place: SupportsIndex | slice) -> Finding | Findings:
        """Return one finding, or a run of them."""
        found = super().__getitem__(place)
        return found if isinstance(found, Finding) else Findings(found, codes=self.codes, language=self.language)

    def only(
        self,
        *,
        severity: Severity | str | Iterable[Severity | str] | None = None,
        code: str | Iterable[str] | None = None,
        subject: str | Iterable[str] | None = None,
    ) -> Findings:
        """Return the findings of these severities, rules and subjects, in their order; None takes all.

        Args:
            severity: One severity or several.
            code: The code of one rule or of several.
            subject: The id of one part of the plan or of several; where nothing was found about it, nothing is left.

        Raises:
            UnknownIdError: No rule of that code was applied; the error names the nearest.
            InvalidValueError: There is no such severity.
            InvalidTypeError: What is asked for is not text. It is a TypeError.

        >>> from civicplan import datasets
        >>> from civicplan.auditing import audit
        >>> findings = audit(datasets.load("zhuzhou-13fyp"))
        >>> [finding.subject for finding in findings.only(code=("growth-disagrees", "undecided-verdict"))]
        ['pension', 'gdp', 'retail', 'trade']
        """
        severities = None if severity is None else set(map(to_severity, _several(severity, "severity")))
        codes = None if code is None else set(map(self._to_code, _several(code, "code")))
        subjects = None if subject is None else set(_several(subject, "subject"))
        kept = (
            finding
            for finding in self
            if (severities is None or finding.severity in severities)
            and (codes is None or finding.code in codes)
            and (subjects is None or finding.subject in subjects)
        )
        return Findings(kept, codes=self.codes, language=self.language)

    def _to_code(self, code: str) -> str:
        if code not in self.codes:
            raise UnknownIdError(code, self.codes, "the list of rules of this audit")
        return code

    @property
    def contradictions(self) -> Findings:
        """Those that leave no innocent reading."""
        return self.only(severity=Severity.CONTRADICTION)

    @property
    def doubts(self) -> Findings:
        """Those that name an innocent reading."""
        return self.only(severity=Severity.DOUBT)

    @property
    def notes(self) -> Findings:
        """Those that are legal and worth knowing."""
        return self.only(severity=Severity.NOTE)

    def _entries(self) -> dict[str, object]:
        counts = {severity: len(self.only(severity=severity)) for severity in Severity}
        return {"counts": counts, "codes": self.codes, "findings": tuple(self)}

    @classmethod
    def _shape(cls) -> dict[str, Any]:
        return {"counts": dict[Severity, int], **cls._kinds()}

    @classmethod
    def _kinds(cls) -> dict[str, Any]:
        return {"codes": tuple[str, ...], "findings": tuple[Finding, ...]}

    @classmethod
    def _made_of(cls, stored: Mapping[str, Any]) -> Result:
        return cls(stored["findings"], codes=stored["codes"])

    def to_rows(self, *, language: str | None = None) -> list[dict[str, Any]]:
        """Return one plain dict for each finding.

        Args:
            language: The language of all words, "en" or "zh"; None leaves codes as codes, and is English else.
        """
        return [finding.to_row(language=language) for finding in self]

    def to_frame(self, backend: str | None = None, *, language: str | None = None) -> Any:
        """Return the rows as a dataframe.

        Args:
            backend: The library, such as "polars"; None takes the first one installed of pandas, polars and pyarrow.
            language: The language of all words, as in `to_rows`.

        Raises:
            MissingExtraError: That library, or narwhals, is not installed.
        """
        return frame(self.to_rows(language=language), backend, columns=self._columns)

    def to_text(self, *, language: str | None = None) -> str:
        """Return a paragraph for each finding, and a last line that counts them.

        Args:
            language: The language, "en" or "zh"; None takes that of the plan.
        """
        return to_text(self, self.spoken(language))

    def to_html(self, *, language: str | None = None) -> str:
        """Return a table of HTML that loads nothing from elsewhere.

        Args:
            language: The language, "en" or "zh"; None takes that of the plan.
        """
        return to_html(self, self.spoken(language))

    def spoken(self, asked: str | None) -> Language:
        """Return the language that is asked for, else that of the plan."""
        return language_or_none(asked) or self.language

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"<findings: {summary(self)}>"

    def _repr_html_(self) -> str:
        return to_html(self, self.language, most=MOST_ROWS)


def _several(values: str | Iterable[str], place: str) -> tuple[str, ...]:
    """The values, or a single one, as text."""
    several = (values,) if isinstance(values, str) or not isinstance(values, Iterable) else tuple(values)
    for value in several:
        if not isinstance(value, str):
            raise InvalidTypeError(place, "text, or several texts", describe(value))
    return several
