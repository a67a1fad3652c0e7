"""Files: the kind is recognised, the reader chosen, and `cp.read` gives the plan or says which reader to ask."""

from __future__ import annotations

import shutil
import warnings
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import civicplan as cp
from civicplan.errors import InvalidInputError, InvalidValueError, PlanFileError
from civicplan.reading import ReadingError, ReadingWarning
from civicplan.zh.kinds.kinds import Kind
from civicplan.zh.locating.located import LocationStatus
from tests.zh.test_docx import cell, docx, paragraph
from tests.zh.test_kinds import ANSWER, INDICATORS, OF_EACH_KIND, TASKS

SAMPLES = Path(__file__).parent / "samples"
PLAN = OF_EACH_KIND[Kind.PLAN]


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_file_of_any_name_is_read_by_the_reader_of_its_kind(tmp_path: Path) -> None:
    plan = cp.zh.read(written(tmp_path, "答复.txt", PLAN)).value
    assert isinstance(plan, cp.Plan)
    assert (plan.id, str(plan.period), len(plan)) == ("答复", "2021/2025", 1)
    rows = cp.zh.read(written(tmp_path, "plan.txt", OF_EACH_KIND[Kind.EVALUATION])).value
    assert isinstance(rows, tuple)
    assert [str(row.name) for row in rows] == ["办展数量"]


def test_text_is_read_in_every_encoding_and_a_page_as_well(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        plan = cp.zh.read(written(tmp_path, "plan.txt", PLAN, encoding)).value
        assert isinstance(plan, cp.Plan)
        assert str(plan.title) == "临江区“十四五”发展规划"
    assert len(_quietly(SAMPLES / "plan-page.html")) == 2


def test_a_file_of_a_word_processor_is_read_as_its_page(tmp_path: Path) -> None:
    rows = "".join(f"<w:tr>{''.join(map(cell, row.split()))}</w:tr>" for row in INDICATORS.splitlines())
    body = paragraph("临江区“十四五”发展规划") + paragraph("第一章 目标") + f"<w:tbl>{rows}</w:tbl>"
    path = tmp_path / "plan.docx"
    path.write_bytes(docx(body))
    plan = _quietly(path)
    assert [str(section.title) for section in plan.sections] == ["第一章 目标"]
    assert str(plan["森林覆盖率"].baseline) == "41.2 (2020)"
    assert len(_quietly(shutil.copy(path, tmp_path / "plan.bin"), "docx")) == 1
    with pytest.raises(ReadingError, match="zip file"):
        cp.read(tmp_path / "plan.bin", format="txt")


def test_the_samples_of_every_kind_are_read_and_their_figures_found() -> None:
    kinds = set()
    for path in sorted(SAMPLES.glob("*.*")):
        if path.name != "README.md":
            value = cp.zh.read(path, year=2025).value
            kinds.add(type(value).__name__)
            found = cp.zh.locate(value, path.read_text(encoding="utf-8")) if isinstance(value, cp.Plan) else ()
            statuses = {located.status for located in found}
            assert not statuses & {LocationStatus.NOT_PRINTED, LocationStatus.OTHER_PLACE}, path.name
    assert kinds == {"Plan", "Reply", "tuple"}


def test_cp_read_gives_the_plan_and_warns_of_what_there_is_to_know(tmp_path: Path) -> None:
    path = written(tmp_path, "plan.txt", PLAN)
    with pytest.warns(ReadingWarning) as warned:
        plan = cp.read(path)
    assert plan == cp.zh.read(path).value
    (warning,) = warned
    assert isinstance(warning.message, ReadingWarning)
    assert warning.message.diagnostics == cp.zh.read(path).diagnostics
    copied = _quietly(shutil.copy(path, tmp_path / "plan.bin"), "txt")
    assert copied.indicators[0].targets == plan.indicators[0].targets


def _quietly(path: str | Path, format: str | None = None) -> cp.Plan:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ReadingWarning)
        return cp.read(path, format=format)


def test_cp_read_names_the_reader_of_what_is_no_plan(tmp_path: Path) -> None:
    for kind in (Kind.REPLY, Kind.EVALUATION):
        path = written(tmp_path, "a.txt", OF_EACH_KIND[kind])
        with pytest.raises(ReadingError, match=f"It is {kind.in_words}, and no plan.*{kind.reader}"):
            cp.read(path)


def test_the_kind_can_be_said_where_several_fit(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", f"{INDICATORS}\n任务分工如下。\n\n{TASKS}")
    with pytest.raises(ReadingError, match="kind="):
        cp.zh.read(path)
    plan = cp.zh.read(path, kind="plan").value
    assert isinstance(plan, cp.Plan)
    assert len(plan) == 1
    with pytest.raises(InvalidInputError, match="kind: expected"):
        cp.zh.read(path, kind="law")


def test_the_years_of_a_plan_can_be_said(tmp_path: Path) -> None:
    path = written(tmp_path, "plan.txt", "临湖县主要指标\n指标\t基期值\t目标值\n森林覆盖率(%)\t41.2\t≥43")
    with pytest.raises(ReadingError, match='say period="2021/2025"'):
        cp.zh.read(path, kind="plan")
    plan = cp.zh.read(path, kind="plan", period="2016/2020").value
    assert (str(plan.period), len(plan.indicators)) == ("2016/2020", 1)
    with pytest.raises(InvalidInputError, match="period"):
        cp.zh.read(path, period="soon")


def test_what_is_no_text_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"%PDF-1.7\n...")
    for read in (cp.zh.read, cp.read):
        with pytest.raises(ReadingError, match="PDF is not read"):
            read(path)
    with pytest.raises(PlanFileError):
        cp.zh.read(tmp_path / "none.txt")
    with pytest.raises(InvalidInputError, match="path"):
        cp.zh.read(3)  # type: ignore[arg-type]


def test_cp_read_says_what_to_do_with_a_pdf_and_a_doc(tmp_path: Path) -> None:
    for name, content in {"plan.pdf": b"%PDF-1.7", "plan.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ReadingError, match=f"{name}: .+Save .+ as [.]"):
            cp.read(tmp_path / name)


def test_strict_raises_what_there_is_to_know(tmp_path: Path) -> None:
    with pytest.raises(ReadingError):
        cp.zh.read(written(tmp_path, "plan.txt", PLAN), strict=True)


def test_documents_are_read_and_not_written(tmp_path: Path) -> None:
    plan = _quietly(written(tmp_path, "plan.txt", PLAN))
    for name in ("copy.txt", "copy.html", "copy.htm", "copy.docx", "copy.md"):
        with pytest.raises(InvalidValueError, match="documents are read and not written"):
            cp.write(plan, tmp_path / name)
    cp.write(plan, tmp_path / "copy.json")
    assert cp.read(tmp_path / "copy.json") == plan


@given(content=st.binary(max_size=200) | st.text(max_size=100).map(str.encode) | st.just(ANSWER.encode("gb18030")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_a_reading_or_an_error_that_says_why(tmp_path: Path, content: bytes) -> None:
    for name in ("a.txt", "a.html", "a.docx"):
        path = tmp_path / name
        path.write_bytes(content)
        try:
            event(type(_quietly(path)).__name__)
        except ReadingError as error:
            event(error.diagnostics[0].code)
