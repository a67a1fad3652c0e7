"""The table of sheets: one for each noun of a plan, and how its rows belong to those of another."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from attrs import evolve, field, frozen

from civicplan.formats._kinds import UNIONS
from civicplan.formats._raw import SCHEMA_VERSION, VERSION_KEY
from civicplan.model import (
    Box,
    Claim,
    Deliverable,
    Delivered,
    Goal,
    Indicator,
    Milestone,
    Observation,
    Plan,
    ProgressReport,
    Section,
    Target,
    Task,
)
from civicplan.tables.workbook.columns import ALWAYS, Column, Content, columns_of, merged_columns

DEPTH = "depth"
_ID = "an id"
_OF_REPORT = (
    "The number of the report among those of its task, or any other word; amounts in the sheet delivered belong to the "
    "report of the same task with the same word."
)
_OF_HEADING = (
    "1 for a heading at the top of the outline, 2 for one under it, and so on; it belongs to the nearest heading above "
    "it with a lower number."
)
#: The columns that tie a row to another.
_OWNERS = {
    column.heading: column
    for column in (
        Column(
            path=("indicator",), holds=_ID, needed=ALWAYS, meaning="The id of the indicator that the row belongs to."
        ),
        Column(path=("task",), holds=_ID, needed=ALWAYS, meaning="The id of the task that the row belongs to."),
        Column(path=("report",), holds="a number or a word", needed=ALWAYS, meaning=_OF_REPORT),
        Column(path=(DEPTH,), holds=Content.COUNT.value, needed=ALWAYS, meaning=_OF_HEADING),
    )
}
_VERSION = Column(
    path=(VERSION_KEY,),
    content=Content.COUNT,
    holds=str(SCHEMA_VERSION),
    needed=ALWAYS,
    meaning=f"The version of the layout of these sheets, which is {SCHEMA_VERSION}.",
)


@frozen(kw_only=True)
class PlanSheet:
    """A sheet: which list of a plan its rows are, and in which columns.

    Attributes:
        name: The name of the sheet, and of its file in a folder.
        row: What one row of it is.
        of: The class of its rows, or the union of their classes.
        within: The name of the sheet whose rows have this list; empty for the plan.
        listed_as: The name of the list there.
        owners: The headings that tie a row to the one that has the list.
    """

    name: str
    row: str
    of: Any = field(repr=False)
    within: str = "plan"
    listed_as: str = ""
    owners: tuple[str, ...] = ()

    @property
    def kinds(self) -> dict[str, type]:
        """The classes of its rows by their names, where there are several."""
        return UNIONS.get(self.of, {})

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are fields of the model, in their order."""
        if not self.kinds:
            own = tuple(columns_of(self.of))
            return (_VERSION, *own) if self.of is Plan else own
        meanings = [f"{kind}: {(cls.__doc__ or '').partition(chr(10))[0]}" for kind, cls in self.kinds.items()]
        holds = f"one of {', '.join(self.kinds)}"
        kind = Column(path=("kind",), words=tuple(self.kinds), holds=holds, needed=ALWAYS, meaning=" ".join(meanings))
        return (kind, *merged_columns({kind: list(columns_of(cls)) for kind, cls in self.kinds.items()}))

    @cached_property
    def owner_columns(self) -> tuple[Column, ...]:
        """The columns that tie a row to another; the number of a report may be left out where no amount needs it."""
        return tuple(
            evolve(_OWNERS[name], needed="where amounts belong to it") if name == self.row else _OWNERS[name]
            for name in self.owners
        )


def _sheet(name: str, row: str, of: Any, *owners: str, within: str = "plan") -> PlanSheet:
    return PlanSheet(name=name, row=row, of=of, within=within, listed_as=name, owners=owners)


#: Every sheet, each after the one that its rows belong to.
SHEETS = (
    PlanSheet(name="plan", row="plan", of=Plan, within=""),
    _sheet("indicators", "indicator", Indicator),
    _sheet("targets", "target", Target, "indicator", within="indicators"),
    _sheet("observations", "observation", Observation, "indicator", within="indicators"),
    _sheet("goals", "goal", Goal),
    _sheet("tasks", "task", Task),
    _sheet("milestones", "milestone", Milestone, "task", within="tasks"),
    _sheet("deliverables", "deliverable", Deliverable, "task", within="tasks"),
    _sheet("reports", "report", ProgressReport, "task", "report", within="tasks"),
    _sheet("delivered", "amount", Delivered, "task", "report", within="reports"),
    _sheet("claims", "claim", Claim),
    _sheet("sections", "heading", Section, DEPTH),
    _sheet("boxes", "box", Box),
)
#: The sheet that explains the others; what stands in it is not read.
ABOUT = "about"
BY_NAME = {sheet.name: sheet for sheet in SHEETS}
