"""Junk in any cell of a plan gives its faults with places in the document, and nothing else."""

from __future__ import annotations

import csv
import re
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan.formats.plans import plan_tree
from civicplan.tables.workbook.folder import csv_files, plan_of_csv_files
from civicplan.testing import plans

_PLACE = re.compile(r"(?P<file>[a-z]+\.csv)(?:, row (?P<row>[0-9]+))?(?:, column .+)?", re.DOTALL)
_FILES = {name: csv_files(plan_tree(cp.datasets.load(name))) for name in cp.datasets.names()}
_WORDS = r"-1,0,2,99999999999999999999,1.5,true,,x,gdp,gpd,gdp; gdp,;,\,$,2020,2016/2020,≥5,75,met,growth,=1,'=1,id"
_JUNK = st.sampled_from((*_WORDS.split(","), "threshold", "name [zh]", "name (2)", " "))


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode().removeprefix("\ufeff"), newline="")))


def with_junk(content: bytes, data: st.DataObject) -> bytes:
    """The file with junk in one of its cells, or without one of its rows."""
    rows = rows_of(content)
    row = data.draw(st.integers(0, len(rows) - 1))
    if data.draw(st.integers(0, 9)) == 0:
        del rows[row]
    else:
        rows[row][data.draw(st.integers(0, len(rows[row]) - 1))] = data.draw(_JUNK)
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


@settings(max_examples=200)
@given(st.sampled_from(sorted(_FILES)), st.data())
def test_a_folder_with_junk_reads_as_a_plan_or_has_faults_with_places_in_it(name: str, data: st.DataObject) -> None:
    files = _FILES[name]
    changed = data.draw(st.lists(st.sampled_from(sorted(files)), min_size=1, max_size=3, unique=True))
    junk = {**files, **{file: with_junk(files[file], data) for file in changed}}
    faults = []
    try:
        plan = plan_of_csv_files(junk, "folder")
        assert plan_of_csv_files(csv_files(plan_tree(plan)), "folder") == plan
    except cp.PlanFormatError as error:
        faults = [_PLACE.fullmatch(fault.path) for fault in error.faults]
        assert faults
    for place in faults:
        assert place
        assert place["file"] in files
        # A plan without a row is asked to fill in the first one.
        assert 1 <= int(place["row"] or 1) <= max(len(rows_of(junk[place["file"]])), 2)


@given(plans())
def test_what_is_written_does_not_change_by_reading_and_writing_it_again(plan: cp.Plan) -> None:
    files = csv_files(plan_tree(plan))
    assert csv_files(plan_tree(plan_of_csv_files(files, "folder"))) == files
