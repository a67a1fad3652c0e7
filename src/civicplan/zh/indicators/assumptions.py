"""Assumptions by which a row was read: each is said once, and stands in the notes of what is read from it."""

from __future__ import annotations

from attrs import define, field, frozen

from civicplan.reading import Diagnostic
from civicplan.render.languages import BETWEEN_SENTENCES, SOURCE
from civicplan.render.message import fill, in_all_languages, joined
from civicplan.values import Text
from civicplan.zh.notices import Notice


@frozen(kw_only=True)
class Assumption:
    """An assumption: one code, one sentence in the words of the library, with named places in braces.

    Attributes:
        code: The stable name, in kebab case.
        sentence: What was assumed, and by which word.
    """

    code: str
    sentence: str


@define
class Notes:
    """What is to be known of one line: diagnostics for the reading, and notes for the part that is read from it.

    Attributes:
        line: The line.
        noticed: The diagnostics.
    """

    line: int
    noticed: list[Diagnostic]
    _notes: dict[Text, None] = field(factory=dict, init=False)

    def say(self, notice: Notice, text: str, **words: object) -> None:
        """Say what is noticed of the line."""
        self.noticed.append(notice.at(self.line, text, **words))

    def assume(self, assumption: Assumption, text: str, **words: object) -> None:
        """Note an assumption, once however many figures it is made for."""
        message = fill(assumption.sentence, **words)
        note = in_all_languages(message)
        if note not in self._notes:
            self.note(note)
            self.noticed.append(Notice(assumption.code, "{said}", left_out=False).at(self.line, text, said=message))

    def note(self, note: Text) -> None:
        """Note what is said already."""
        self._notes[note] = None

    @property
    def text(self) -> Text | None:
        """The notes in English and in Chinese; None where there are none.

        >>> notes = Notes(7, [])
        >>> notes.assume(Assumption(code="x", sentence="Read as {what}."), "[18]", what="total")
        >>> str(notes.text), len(notes.noticed)
        ('Read as total.', 1)
        """
        if not self._notes:
            return None
        return in_all_languages(joined(BETWEEN_SENTENCES[SOURCE], self._notes))
