"""What holds of every built-in plan, whatever document it was read from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import civicplan as cp
from civicplan.values import Text

NAMES = ("shangyu-2024-q2", "zhuzhou-13fyp", "zhuzhou-14fyp")


def _printed(part: object) -> Iterator[str]:
    """Every figure and bound in the part, as it is printed: figures that are equal may be printed differently."""
    if isinstance(part, cp.Figure | cp.Bound):
        yield str(part)
    elif isinstance(part, tuple):
        for each in part:
            yield from _printed(each)
    else:
        for field in getattr(type(part), "__attrs_attrs__", ()):
            yield from _printed(getattr(part, field.name))


def _texts(part: object) -> Iterator[Text]:
    """Every text in the part: names, titles, subjects and notes."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)
    else:
        for field in getattr(type(part), "__attrs_attrs__", ()):
            yield from _texts(getattr(part, field.name))


def test_the_built_in_plans_are_these_three() -> None:
    assert cp.datasets.names() == NAMES


@pytest.mark.parametrize("format", ["json", "toml"])
@pytest.mark.parametrize("name", NAMES)
class TestWhatIsWrittenReadsBackEqual:
    def test_the_plan_is_equal(self, name: str, format: str) -> None:
        plan = cp.datasets.load(name)
        assert cp.loads(cp.dumps(plan, format=format), format=format) == plan

    def test_the_figures_are_printed_alike(self, name: str, format: str) -> None:
        plan = cp.datasets.load(name)
        back = cp.loads(cp.dumps(plan, format=format), format=format)
        printed = list(_printed(plan))
        assert len(printed) > 19
        assert list(_printed(back)) == printed


@pytest.mark.parametrize("name", NAMES)
class TestEveryPartCanBeFoundInTheDocument:
    def test_every_row_and_task_names_its_line(self, name: str) -> None:
        plan = cp.datasets.load(name)
        sources = [part.source for part in (*plan.indicators, *plan.tasks, *plan.claims, *plan.boxes)]
        sources += [report.source for task in plan.tasks for report in task.reports]
        assert plan.source is not None
        assert {source.document if source else None for source in sources} == {plan.source.document}
        assert all(source is not None and source.line is not None for source in sources)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_title_and_note_is_given_in_chinese_and_english(name: str) -> None:
    words = list(_texts(cp.datasets.load(name)))
    assert len(words) > 19
    assert {text.languages for text in words} == {("zh", "en")}
