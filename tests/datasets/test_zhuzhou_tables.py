"""Both boxes of the five-year plan, cell by cell against the document."""

from __future__ import annotations

import re

import pytest

import civicplan as cp
from civicplan import Measure
from civicplan.model import Relation, Target
from civicplan.values import BoundKind

from ._documents import FIVE_YEAR_PLAN, Document

_BLANK = {"", "—"}
_BARE_KINDS = {BoundKind.AT_LEAST, BoundKind.AT_MOST}
_FRAMES = {Measure.LEVEL: "{}", Measure.GROWTH: "{}%", Measure.TOTAL: "[{}]", Measure.REDUCTION: "[{}]"}
_HALF_WIDTH = str.maketrans("（）", "()")
_NATURES = {"约束性": cp.Nature.BINDING, "预期性": cp.Nature.EXPECTED}
_FIRST_14, _LAST_14 = 340, 367

_ROWS_13 = cp.datasets.load("zhuzhou-13fyp").indicators
_ROWS_14 = cp.datasets.load("zhuzhou-14fyp").indicators


@pytest.fixture(scope="module")
def outline() -> Document:
    return Document(FIVE_YEAR_PLAN)


def _line_of(part: cp.Indicator | cp.CountClaim | cp.Box) -> int:
    assert part.source is not None
    assert part.source.line is not None
    return part.source.line


def _columns(row: cp.Indicator, outline: Document) -> list[str]:
    """The row's cells after its name: baseline, two for targets, and in box 3 two for actuals."""
    cells = outline.line(_line_of(row)).translate(_HALF_WIDTH).split("\t")
    at = next(index for index, cell in enumerate(cells) if cell.startswith(str(row.name).translate(_HALF_WIDTH)))
    columns = cells[at + 1 :]
    # Where other rows have names of sub-rows, the table leaves cells empty between a name and its figures.
    while columns[0] == "":
        columns = columns[1:]
    return [*columns, "", ""][:5]


def _as_printed(target: Target) -> set[str]:
    """What the cell may hold: the bound with its sign, and for at least and at most also the bare figure."""
    match target:
        case cp.Threshold(measure=measure, bound=bound):
            bare = {_FRAMES[measure].format(bound.figure)} if bound.kind in _BARE_KINDS else set()
            return {_FRAMES[measure].format(bound)} | bare
        case cp.Relative(relation=Relation.ABOVE):
            return {"高于GDP增长"}
        case cp.Relative(relation=Relation.IN_STEP):
            return {"与 GDP 增长基本同步"}
        case cp.Delegated(authority=authority):
            return {f"完成{authority}下达任务"}
        case _:
            pytest.fail(f"the boxes print no such target: {target}")


class TestEveryFigureStandsOnItsSourceLine:
    def test_the_baseline_is_the_first_column(self, outline: Document) -> None:
        for row in (*_ROWS_13, *_ROWS_14):
            cell = _columns(row, outline)[0]
            # Growth in box 5 and falls in box 3 are printed without their sign or brackets here.
            assert cell.strip("[]") == (str(row.baseline.figure) if row.baseline else "—"), row.id

    def test_the_targets_are_the_next_two(self, outline: Document) -> None:
        for row in (*_ROWS_13, *_ROWS_14):
            cells = [cell for cell in _columns(row, outline)[1:3] if cell not in _BLANK]
            assert len(cells) == len(row.targets), row.id
            for target, cell in zip(row.targets, cells, strict=True):
                assert cell in _as_printed(target), row.id

    def test_a_bare_target_is_a_lower_bound_unless_lower_is_better(self) -> None:
        for row in (*_ROWS_13, *_ROWS_14):
            for target in row.targets:
                if isinstance(target, cp.Threshold) and target.measure is not Measure.REDUCTION:
                    assert target.bound.is_upper_bound == (row.direction is cp.Direction.LOWER), row.id
                elif isinstance(target, cp.Threshold):
                    assert target.bound.is_lower_bound, row.id

    def test_the_unit_stands_beside_the_name(self, outline: Document) -> None:
        for rows in (_ROWS_13, _ROWS_14):
            for row in rows:
                same_number = [outline.line(_line_of(other)) for other in rows if other.number == row.number]
                assert f"({row.unit})" in "".join(same_number).translate(_HALF_WIDTH), row.id

    def test_the_actuals_of_box_3_are_its_last_two_columns(self, outline: Document) -> None:
        for row in _ROWS_13:
            cells = [cell for cell in _columns(row, outline)[3:5] if cell not in _BLANK]
            assert cells == [_FRAMES[seen.measure].format(seen.figure) for seen in row.observations], row.id


def test_box_3_has_29_indicators_in_38_rows(outline: Document) -> None:
    assert [int(number) for number in dict.fromkeys(row.number or "" for row in _ROWS_13)] == list(range(1, 30))
    assert len(_ROWS_13) == 38
    table = {line for line in range(165, 206) if re.search(r"\d\t", outline.line(line) + "\t")}
    headings = {line for line in table if "年均增速" in outline.line(line) or "序号" in outline.line(line)}
    assert {_line_of(row) for row in _ROWS_13} == table - headings


def test_the_numbers_of_the_claims_of_box_3_stand_in_its_note(outline: Document) -> None:
    claims = [claim for claim in cp.datasets.load("zhuzhou-13fyp").claims if isinstance(claim, cp.CountClaim)]
    assert [claim.count for claim in claims] == [29, 12, 8]
    for claim in claims:
        assert str(claim.count) in re.findall(r"\d+", outline.line(_line_of(claim)))


def test_the_natures_and_verdicts_of_the_claims_are_those_of_the_note(outline: Document) -> None:
    _, met, missed = (claim for claim in cp.datasets.load("zhuzhou-13fyp").claims if isinstance(claim, cp.CountClaim))
    note = outline.line(_line_of(met))
    assert (met.nature, met.verdict) == (cp.Nature.BINDING, cp.Verdict.MET)
    assert f"{met.count}项约束性指标全面完成" in note
    assert (missed.nature, missed.verdict) == (cp.Nature.EXPECTED, cp.Verdict.NOT_MET)
    assert f"{missed.count}个预期性指标没有达到预期" in note


class TestABaselineIsReadInTheMeasureThatItsRowCallsFor:
    def test_box_3_prints_sums_in_brackets_and_falls_under_their_own_heading(self, outline: Document) -> None:
        for row in _ROWS_13:
            if row.baseline is None:
                continue
            bracketed = _columns(row, outline)[0].startswith("[")
            falls = row.group is not None and str(row.group) == "主要污染物排放总量减少"
            measure = Measure.TOTAL if bracketed else Measure.REDUCTION if falls else Measure.LEVEL
            assert row.baseline.measure is measure
            assert str(row.baseline.period) == ("2015" if measure is Measure.LEVEL else "2011/2015")

    def test_box_5_prints_growth_where_the_name_says_growth(self) -> None:
        for row in _ROWS_14:
            if row.baseline is not None:
                growth = str(row.name).endswith("增长")
                assert row.baseline.measure is (Measure.GROWTH if growth else Measure.LEVEL)
                assert str(row.baseline.period) == "2020"


def test_box_5_has_28_rows_and_each_has_its_line() -> None:
    assert [int(row.number or "") for row in _ROWS_14] == list(range(1, 29))
    assert [_line_of(row) for row in _ROWS_14] == list(range(_FIRST_14, _LAST_14 + 1))


class TestTheLabelsOfBox5AreThoseOfTheTable:
    def test_number_name_unit_and_mark(self, outline: Document) -> None:
        for row in _ROWS_14:
            cells = outline.line(_line_of(row)).split("\t")
            assert cells[1] == row.number
            assert cells[2] == f"{row.name} ({row.unit}) {' '.join(row.marks)}"

    def test_categories(self, outline: Document) -> None:
        heading = ""
        for row in _ROWS_14:
            heading = outline.line(_line_of(row)).split("\t")[0] or heading
            assert str(row.category) == heading

    def test_natures(self, outline: Document) -> None:
        lines = outline.lines(_FIRST_14, _LAST_14)
        assert [row.nature for row in _ROWS_14] == [_NATURES[line.split("\t")[-1]] for line in lines]
        binding = sum(row.nature is cp.Nature.BINDING for row in _ROWS_14)
        assert (binding, len(_ROWS_14) - binding) == (
            sum("约束性" in line for line in lines),
            sum("预期性" in line for line in lines),
        )


@pytest.mark.parametrize("name", ["zhuzhou-13fyp", "zhuzhou-14fyp"])
def test_the_box_lists_every_row_in_order_and_its_heading_stands_on_its_line(name: str, outline: Document) -> None:
    plan = cp.datasets.load(name)
    (box,) = plan.boxes
    assert box.source == plan.source
    assert box.indicators == tuple(row.id for row in plan.indicators)
    assert outline.line(_line_of(box)).replace(" ", "") == f"专栏{box.number}{box.title}"


def test_the_two_readings_that_lean_on_the_running_text_have_it_behind_them(outline: Document) -> None:
    # A floor for grain is named again in the text, and unemployment is held there as a level, not as a rate of change.
    assert "总产 145 万吨以上" in outline.line(834)
    assert "城镇调查失业率控制在 5.5% 以内" in outline.line(1358)
