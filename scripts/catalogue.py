"""Bring the catalogues up to date with what the library says: `python scripts/catalogue.py`.

Adds messages that are new, leaves out what is said no more, and compiles. A translation is written by hand into the
file `civicplan.po` of its language.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import TypeAlias

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from civicplan import methods, model
from civicplan.assessment import rows
from civicplan.assessment.caveat import Caveat
from civicplan.assessment.completion import Basis
from civicplan.auditing import Severity
from civicplan.auditing.table import EVALUATION_RULES, RULES
from civicplan.errors import Reason
from civicplan.render import charts, details, explanations, findings, phrases, reading_notes, report_words
from civicplan.render.languages import CATALOGUES, DOMAIN, LANGUAGES, SOURCE, Language
from civicplan.values.vocabulary import Direction

WORDS = (phrases, explanations, findings, details, report_words, charts, reading_notes)
SENTENCES = (Reason, Caveat)
CODES: tuple[type[StrEnum], ...] = (
    *(model.Verdict, model.Standing, model.Grade, model.ReportedStatus, model.Nature, model.Measure, model.Prices),
    *(model.ObservationStatus, Direction, Severity, Basis, Caveat, model.Side, model.Counted),
)

#: A message for one or for any number; a message for one and one for several.
Id: TypeAlias = "str | tuple[str, str]"


def messages() -> Iterator[tuple[Id, str]]:
    """Everything that the library says to people, with where it stands."""
    for module in WORDS:
        for name, value in vars(module).items():
            if name.isupper() and not name.startswith("ROUND_"):
                yield from ((id, f"{_short(module)}.{name}") for id in _ids(value))
    for sentences in SENTENCES:
        yield from ((member.sentence, f"{sentences.__name__}.{member.name}") for member in sentences)
    for codes in CODES:
        yield from ((str(member.value).replace("_", " "), f"{codes.__name__}.{member.name}") for member in codes)
    for name in methods.names():
        method = methods.get(name)
        yield method.title, name
        yield from ((label.replace("_", " "), name) for label in (*method.labels, *filter(None, (method.unrated,))))
    yield from ((rule.code, "rules") for rule in (*RULES, *EVALUATION_RULES))
    yield from ((name, "columns") for name in (*rows._MEASURES, *rows._TASK_MEASURES))


def _short(module: ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _ids(value: object) -> Iterator[Id]:
    """The messages in a constant; two texts with a number in both are the singular and the plural of one."""
    match value:
        case str():
            yield value
        case (str(one), str(several)) if "{count}" in one and "{count}" in several:
            yield one, several
        case tuple() | list():
            for part in value:
                yield from _ids(part)
        case dict():
            for part in value.values():
                yield from _ids(part)


def known(language: Language) -> Catalog:
    """What is translated into a language."""
    path = _folder(language) / f"{DOMAIN}.po"
    if not path.exists():
        return Catalog(locale=language)
    return read_po(io.BytesIO(path.read_bytes()), locale=language, abort_invalid=True)


def updated(language: Language) -> Catalog:
    """The catalogue of a language with all that the library says, and nothing else."""
    old = known(language)
    new = Catalog(locale=language, project="civicplan", fuzzy=False, charset="utf-8")
    for id, place in messages():
        if id not in ("", ("", "")):
            before = old.get(id[0] if isinstance(id, tuple) else id)
            new.add(id, before.string if before else None, auto_comments=[place])
    return new


def written(catalogue: Catalog) -> bytes:
    """The text of a catalogue, which does not depend on when it is written."""
    text = io.BytesIO()
    write_po(text, catalogue, width=0, omit_header=False)
    lines = text.getvalue().splitlines(keepends=True)
    return b"".join(
        line for line in lines if not line.startswith((b'"POT-Creation', b'"PO-Revision', b'"Generated-By'))
    )


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the library reads it."""
    found = io.BytesIO()
    write_mo(found, catalogue)
    return found.getvalue()


def _folder(language: Language) -> Path:
    return CATALOGUES / language / "LC_MESSAGES"


def main() -> None:
    """Write the catalogues of all languages but English, which is the one of the code."""
    for language in LANGUAGES:
        if language != SOURCE:
            catalogue = updated(language)
            folder = _folder(language)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{DOMAIN}.po").write_bytes(written(catalogue))
            (folder / f"{DOMAIN}.mo").write_bytes(compiled(catalogue))
            missing = sum(not message.string or not all(message.string) for message in catalogue if message.id)
            print(f"{language}: {len(catalogue)} messages, {missing} without a translation")


if __name__ == "__main__":
    main()
