"""Boxes 3 and 5 of the plan of Zhuzhou, read from the document, against the built-in data made from them by hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from attrs import evolve

import civicplan as cp
from civicplan.model import CountClaim, Delegated, Indicator, Relative, Target, VerdictClaim
from civicplan.reading import Reading
from civicplan.zh.indicators.indicator_tables import IndicatorTable, read_indicator_tables

from .seeds import seed_text

#: For each box the built-in data, and the year to whose end it is assessed.
BOXES = {"3": ("zhuzhou-13fyp", 2020), "5": ("zhuzhou-14fyp", 2025)}


@cache
def reading() -> Reading[tuple[IndicatorTable, ...]]:
    return read_indicator_tables(seed_text("004"), document="plan.txt")


def read(box: str) -> IndicatorTable:
    return next(table for table in reading().value if table.box == box)


def pairs(box: str) -> Iterator[tuple[Indicator, Indicator]]:
    """Each row as it is read, and the one of the same line in the built-in data."""
    by_line = {row.source.line: row for row in cp.datasets.load(BOXES[box][0]) if row.source}
    for row in read(box).indicators:
        assert row.source is not None
        yield row, by_line.pop(row.source.line)
    assert not by_line


@pytest.mark.parametrize("box", BOXES)
class TestEachRowIsThatOfTheBuiltInData:
    def test_its_words(self, box: str) -> None:
        for row, known in pairs(box):
            for name in ("number", "unit", "nature", "direction", "marks", "measure"):
                assert getattr(row, name) == getattr(known, name), (row.id, name)
            for name in ("name", "group", "category"):
                ours, theirs = getattr(row, name), getattr(known, name)
                assert (ours is None) == (theirs is None), row.id
                if ours is not None:
                    assert plain(str(ours)) == plain(theirs.in_language("zh")), row.id

    def test_its_figures_as_printed(self, box: str) -> None:
        for row, known in pairs(box):
            assert str(row.baseline) == str(known.baseline), row.id
            assert list(map(str, row.observations)) == list(map(str, known.observations)), row.id

    def test_its_targets(self, box: str) -> None:
        ids = {known.id: row.id for row, known in pairs(box)}
        for row, known in pairs(box):
            assert row.targets == tuple(in_words_of_the_table(target, ids) for target in known.targets), row.id


@pytest.mark.parametrize("box", BOXES)
def test_the_assessment_is_that_of_the_built_in_data(box: str) -> None:
    name, year = BOXES[box]
    ours, theirs = cp.assess(read(box).to_plan(id="plan"), as_of=year), cp.assess(cp.datasets.load(name), as_of=year)
    ids = {row.id: known.id for row, known in pairs(box)}
    assert len(ours) == len(theirs) == len(ids)
    for row in ours:
        known = theirs[ids[row.indicator.id]]
        assert (row.verdict, row.standing, row.caveats) == (known.verdict, known.standing, known.caveats), (
            row.indicator.id
        )
        assert len(row.outcomes) == len(known.outcomes)
        for outcome, expected in zip(row.outcomes, known.outcomes, strict=True):
            assert outcome.verdict is expected.verdict
            assert str(outcome.attainment) == str(expected.attainment)
            assert str(outcome.progress) == str(expected.progress)


def test_the_document_has_these_two_tables() -> None:
    assert [(table.box, table.title, len(table.indicators)) for table in reading().value] == [
        ("3", "“十三五”规划主要指标完成情况", 38),
        ("5", "“十四五”经济社会发展主要指标", 28),
    ]


def test_what_was_assumed_is_noted_and_only_a_name_of_no_row_is_left_out() -> None:
    assert [said.code for said in reading().diagnostics if said.left_out] == ["unknown-subject"]
    messages = {said.message for said in reading().diagnostics}
    for row in (row for table in reading().value for row in table.indicators):
        assert row.notes is not None
        assert row.notes.languages == ("en", "zh")
        assert any(message in str(row.notes) for message in messages), row.id


def test_cells_that_had_moved_say_so() -> None:
    moved = {row.source.line for row in read("3").indicators if row.source and "had moved" in str(row.notes)}
    assert moved == {175, 180, 182, 205}


class TestTheNotes:
    def test_what_the_marks_mean(self) -> None:
        assert [(one.mark, one.meaning) for one in read("3").explained] == [("[]", "五年累计数")]
        assert {one.mark for one in read("5").explained} == {"[]", "☆", "△", "*"}

    def test_counts_are_those_of_the_built_in_data(self) -> None:
        counts = [claim for claim in read("3").claims if isinstance(claim, CountClaim)]
        known = [claim for claim in cp.datasets.load("zhuzhou-13fyp").claims if isinstance(claim, CountClaim)]
        assert [(claim.count, claim.nature, claim.verdict) for claim in counts] == [
            (claim.count, claim.nature, claim.verdict) for claim in known
        ]

    def test_the_indicators_that_fell_short_are_the_rows_of_these_names(self) -> None:
        # One of the eight names is that of no row; the built-in data has the row that is meant.
        ids = {row.id: known.id for row, known in pairs("3")}
        (claim,) = [claim for claim in read("3").claims if isinstance(claim, VerdictClaim)]
        (known,) = [claim for claim in cp.datasets.load("zhuzhou-13fyp").claims if isinstance(claim, VerdictClaim)]
        assert {ids[subject] for subject in claim.subjects} == {*known.subjects} - {"revenue"}
        assert claim.verdict is known.verdict
        assert not claim.exhaustive
        assert claim.notes is not None


def in_words_of_the_table(target: Target, ids: dict[str, str]) -> Target:
    """A target of the built-in data with the ids and the words of the table."""
    if isinstance(target, Relative):
        return evolve(target, reference=ids[target.reference])
    if isinstance(target, Delegated):
        return evolve(target, authority={"zh": target.authority.in_language("zh")})
    return target


def plain(name: str) -> str:
    """A name with brackets of one width."""
    return name.replace("（", "(").replace("）", ")")
