"""Whatever a file holds, reading it gives a plan or a CivicPlanError that names the place; never anything else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import civicplan as cp

PLAN: dict[str, Any] = {
    "schema_version": 2,
    "id": "p",
    "title": "A plan",
    "period": "2016/2020",
    "indicators": [
        {
            "id": "gdp",
            "name": {"zh": "地区生产总值", "en": "GDP"},
            "unit": "亿元",
            "baseline": {"period": 2015, "figure": 2335.1},
            "targets": [{"kind": "threshold", "bound": "≥3800"}],
            "observations": [{"period": "2020", "figure": "3105.80"}],
        }
    ],
    "tasks": [{"id": "t", "title": "a task"}],
}


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    tree = json.loads(json.dumps(PLAN))
    change(tree)
    return json.dumps(tree, ensure_ascii=False)


def faults(text: str, format: str = "json") -> dict[str, str]:
    with pytest.raises(cp.PlanFormatError) as caught:
        cp.loads(text, format=format)
    assert len(str(caught.value)) < 20_000
    return {fault.path: fault.message for fault in caught.value.faults}


def test_the_plan_that_the_faults_are_put_into_is_sound() -> None:
    plan = cp.loads(json.dumps(PLAN))
    assert str(plan.indicators[0].baseline.figure if plan.indicators[0].baseline else None) == "2335.1"
    assert str(plan.indicators[0].observations[0].figure) == "3105.80"


@pytest.mark.parametrize(
    ("change", "path", "word"),
    [
        (lambda tree: tree["indicators"][0].update(unit=5), "$.indicators[0].unit", "5"),
        (lambda tree: tree["indicators"][0].update(unit=None, name=None), "$.indicators[0].name", "null"),
        (lambda tree: tree["indicators"][0].update(nature="obliging"), "$.indicators[0].nature", "binding"),
        (lambda tree: tree["indicators"][0].update(units="%"), "$.indicators[0].units", "no such field"),
        (lambda tree: tree["indicators"][0].pop("name"), "$.indicators[0].name", "missing"),
        (lambda tree: tree["indicators"][0].update(observations={}), "$.indicators[0].observations", "array"),
        (lambda tree: tree["indicators"][0].update(marks={}), "$.indicators[0].marks", "array"),
        (lambda tree: tree["indicators"][0].update(observations="x"), "$.indicators[0].observations", "array"),
        (lambda tree: tree["indicators"][0].update(name={}), "$.indicators[0].name", "text"),
        (lambda tree: tree["indicators"][0].update(name=""), "$.indicators[0].name", "characters"),
        (lambda tree: tree["indicators"][0].update(name="x" * 10_000_000), "$.indicators[0].name", "10000000"),
        (lambda tree: tree["indicators"][0].update(id="a b"), "$.indicators[0].id", "white space"),
        (
            lambda tree: tree["indicators"][0]["baseline"].update(figure=True),
            "$.indicators[0].baseline.figure",
            "text, got true",
        ),
        (
            lambda tree: tree["indicators"][0]["baseline"].update(figure="1,006.20"),
            "$.indicators[0].baseline.figure",
            "write 1006.20",
        ),
        (
            lambda tree: tree["indicators"][0]["baseline"].update(period="soon"),
            "$.indicators[0].baseline.period",
            "2020",
        ),
        (lambda tree: tree["indicators"][0]["baseline"].update(period=20.5), "$.indicators[0].baseline.period", "20.5"),
        (
            lambda tree: tree["indicators"][0]["targets"][0].update(bound="3800"),
            "$.indicators[0].targets[0].bound",
            "≥",
        ),
        (lambda tree: tree["indicators"][0]["targets"][0].pop("kind"), "$.indicators[0].targets[0]", "kind"),
        (
            lambda tree: tree["indicators"][0]["targets"][0].update(kind="wish"),
            "$.indicators[0].targets[0].kind",
            "threshold",
        ),
        (lambda tree: tree["indicators"][0]["targets"][0].update(kind=[]), "$.indicators[0].targets[0].kind", "array"),
        (lambda tree: tree.update(schema_version=3), "$.schema_version", "reads 1 and 2"),
        (lambda tree: tree.update(schema_version=True), "$.schema_version", "reads 1"),
        (lambda tree: tree.update(schema_version=1.0), "$.schema_version", "reads 1"),
        (lambda tree: tree.pop("schema_version"), "$.schema_version", "missing"),
        (lambda tree: tree["tasks"][0].update(id="gdp"), "$.tasks[0].id", "used already"),
        (lambda tree: tree["tasks"][0].update(responsibility=None), "$.tasks[0].responsibility", "object"),
        (lambda tree: tree.update(indicators=tree["indicators"] * 2), "$.indicators[1].id", "used already"),
        (
            lambda tree: tree["indicators"][0].update(source={"document": "d", "line": "7"}),
            "$.indicators[0].source.line",
            "'7'",
        ),
        (
            lambda tree: tree["indicators"][0]["targets"].append(
                {"kind": "relative", "reference": "retail", "relation": "above", "tolerance": "1"}
            ),
            "$.indicators[0].targets[1].tolerance",
            "in_step",
        ),
        (
            lambda tree: tree["indicators"][0]["targets"].append(
                {"kind": "relative", "reference": "gdp", "relation": "above"}
            ),
            "$.indicators[0].targets",
            "compares 'gdp' with itself",
        ),
        (
            lambda tree: tree["indicators"][0]["targets"].append(
                {"kind": "threshold", "bound": "≥1", "period": "2021"}
            ),
            "$.indicators[0].targets[1].period",
            "ends outside the plan period",
        ),
        (
            lambda tree: tree.update(goals=[{"id": "g", "title": "g", "indicators": ["gpd"]}]),
            "$.goals[0].indicators[0]",
            "gpd",
        ),
    ],
)
def test_a_fault_is_named_with_its_path(change: Callable[[dict[str, Any]], object], path: str, word: str) -> None:
    found = faults(changed(change))
    assert path in found
    assert word in found[path]


def test_all_faults_are_reported_at_once() -> None:
    def change(tree: dict[str, Any]) -> None:
        tree["indicators"][0].update(unit=5, nature="obliging", units="%")
        tree["indicators"][0]["baseline"].update(figure="a lot")
        tree["tasks"][0].pop("title")

    assert set(faults(changed(change))) == {
        "$.indicators[0].unit",
        "$.indicators[0].nature",
        "$.indicators[0].units",
        "$.indicators[0].baseline.figure",
        "$.tasks[0].title",
    }


def test_the_raw_text_of_a_faulty_value_is_kept() -> None:
    with pytest.raises(cp.PlanFormatError) as caught:
        cp.loads(json.dumps(PLAN).replace("2335.1", '"2,335.10"'))
    assert "2,335.10" in caught.value.faults[0].raw


@pytest.mark.parametrize(
    "number",
    ["NaN", "Infinity", "-Infinity", "1e400", "1e-400", "-" + "9" * 1_000_000_00, "0." + "1" * 100, "9" * 5000],
)
def test_what_is_no_number_of_a_public_plan_is_refused(number: str) -> None:
    assert faults(json.dumps(PLAN).replace("2335.1", number))


@pytest.mark.parametrize("number", ["1e2", "1E+2", "2.50", "-0", "0", "-3.10", "12345678901234567890.5"])
def test_a_json_number_keeps_its_digits(number: str) -> None:
    plan = cp.loads(json.dumps(PLAN).replace("2335.1", number))
    baseline = plan.indicators[0].baseline
    assert baseline is not None
    assert baseline.figure == cp.Figure(number)
    assert str(baseline.figure) == str(cp.Figure(number))


@pytest.mark.parametrize(
    "text",
    ["", " ", "null", "[]", "5", '"a plan"', "{", '{"id": ', json.dumps(PLAN)[:-20], "{]", "{'id': 1}", "\x00", "{}x"],
)
def test_what_is_no_plan_at_all_is_refused(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize(
    "text", ["= 1", "a = nan", "[a", "schema_version = 2\nschema_version = 2", "", "a = 1979-05-27"]
)
def test_what_is_no_plan_in_toml_is_refused(text: str) -> None:
    assert faults(text, "toml")


@pytest.mark.parametrize("format", ["json", "toml"])
def test_ten_thousand_levels_are_refused(format: str) -> None:
    deep = "[" * 10_000 + "]" * 10_000
    assert faults(deep if format == "json" else f"a = {deep}", format)
    sections = '{"level": "part", "title": "t", "sections": [' * 10_000 + "]}" * 10_000
    assert faults(json.dumps(PLAN)[:-1] + f', "sections": [{sections}]}}')


def test_a_key_that_stands_twice_is_refused_with_its_path() -> None:
    text = json.dumps(PLAN).replace('"unit":', '"unit": "%", "unit":')
    assert "$.indicators[0].unit" in faults(text)


@pytest.mark.parametrize("content", [b"\xff\xfe{\x00}\x00", "{}".encode("utf-16"), b"\x80", "标题".encode("gb18030")])
def test_a_file_in_another_encoding_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(content)
    with pytest.raises(cp.PlanFormatError, match="UTF-8"):
        cp.read(file)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(PLAN).encode())
    assert cp.read(file).id == "p"


def test_a_directory_a_missing_file_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.json", "a\x00b.json"):
        with pytest.raises(cp.CivicPlanError):
            cp.read(path, format="json")
    with pytest.raises(OSError, match=r"none\.json"):
        cp.read(tmp_path / "none.json")


def test_an_unknown_format_is_refused_with_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "plan.jsn").touch()
    with pytest.raises(cp.UnknownIdError, match="json"):
        cp.read(tmp_path / "plan.jsn")
    with pytest.raises(cp.UnknownIdError, match="toml"):
        cp.write(cp.loads(json.dumps(PLAN)), tmp_path / "plan.xml")


def test_one_refused_value_does_not_hide_the_next() -> None:
    indicator = {
        "id": "a b",
        "name": {"zh": "n", "en": 5, "EN": "n"},
        "number": "",
        "unit": " ",
        "weight": "-1",
        "nature": "biding",
        "marks": ["ok", " ", ""],
        "source": {"document": "", "line": 0},
        "observations": [{"period": "soon", "figure": "x"}, {"period": "2020", "figure": "1"}],
        "targets": [{"kind": "treshold", "bound": "≥1"}, {"kind": "relative", "relation": "over"}],
        "colour": "red",
    }
    goal = {"id": "g", "title": "g", "indicators": ["ok", "a b"]}
    tree = {"id": "p", "title": " ", "period": "2020", "indicators": [indicator], "goals": [goal]}
    row = "$.indicators[0]"
    assert set(faults(json.dumps(tree))) == {
        "$.schema_version",
        "$.title",
        f"{row}.id",
        f"{row}.name.en",
        f"{row}.name.EN",
        f"{row}.number",
        f"{row}.unit",
        f"{row}.weight",
        f"{row}.nature",
        f"{row}.marks[1]",
        f"{row}.marks[2]",
        f"{row}.source.document",
        f"{row}.source.line",
        f"{row}.observations[0].period",
        f"{row}.observations[0].figure",
        f"{row}.targets[0].kind",
        f"{row}.targets[1].relation",
        f"{row}.targets[1].reference",
        f"{row}.colour",
        "$.goals[0].indicators[1]",
    }


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_told_with_its_path_and_hides_nothing(number: str) -> None:
    found = faults(changed(lambda tree: tree.update(title=5)).replace("2335.1", number))
    assert found["$.indicators[0].baseline.figure"].endswith("leave the value out where there is none")
    assert "$.title" in found


def test_repeated_keys_hide_nothing() -> None:
    text = changed(lambda tree: tree.update(title=5)).replace('"unit":', '"unit": "%", "unit":')
    assert set(faults(text)) == {"$.indicators[0].unit", "$.title"}


@pytest.mark.parametrize("key", ["\\ud800", "\\u001b[31m", "k" * 1_000_000, "two words", ""])
def test_a_key_that_is_no_name_is_quoted_and_cut_short(key: str) -> None:
    text = json.dumps(PLAN)[:-1] + f', "{key}": {{"d": 1, "d": 2}}}}'
    for path, message in faults(text).items():
        assert len(path) < 200
        assert f"{path}{message}".isprintable()
        assert path.startswith("$[")


def test_repeated_keys_below_long_keys_are_found_in_no_time() -> None:
    repeated = ", ".join(f'"a{number}": 1, "a{number}": 2' for number in range(500))
    text = json.dumps(PLAN)[:-1] + f', "{"k" * 1_000_000}": {{{repeated}}}, "d": [{"0, " * 20_000}0]}}'
    with pytest.raises(cp.PlanFormatError) as caught:
        cp.loads(text)
    assert (len(caught.value.faults), caught.value.unlisted) == (100, 402)
    assert len(str(caught.value)) < 200_000


@pytest.mark.parametrize(
    ("change", "path", "advice"),
    [
        (lambda tree: tree["indicators"][0].update(target=[]), "$.indicators[0].target", "write targets"),
        (lambda tree: tree["indicators"][0].update(direction="hihger"), "$.indicators[0].direction", "write higher"),
        (
            lambda tree: tree["indicators"][0]["targets"][0].update(kind="treshold"),
            "$.indicators[0].targets[0].kind",
            "write threshold",
        ),
    ],
)
def test_a_near_word_is_proposed(change: Callable[[dict[str, Any]], object], path: str, advice: str) -> None:
    assert faults(changed(change))[path].endswith(advice)


@pytest.mark.parametrize("end", ['"unit"', '": "', "5}", "}}"])
def test_a_text_that_ends_early_is_said_to(end: str) -> None:
    text = json.dumps(PLAN) + "\n"
    cut = text[: text.index(end) + 2] if end in text else text[:-2]
    assert "ends before it is complete" in next(iter(faults(cut).values()))


def test_a_byte_order_mark_in_a_text_is_no_fault() -> None:
    assert cp.loads("\ufeff" + json.dumps(PLAN)).id == "p"


_TOML = 'schema_version = 2\nid = "p"\ntitle = "t"\n'


@pytest.mark.parametrize(
    "text",
    [
        _TOML + 'period = "2020"\nx = ' + "1" * 5000,
        'id = "p"\nschema_version = 0x' + "f" * 5000,
        _TOML + ".".join(["a"] * 40_000) + " = 1",
        _TOML + ".".join(['"a"'] * 40_000) + " = 1",
        _TOML + "[" + " . ".join(["a"] * 40_000) + "]",
        _TOML + "period = 2021-04-21T23:59:59+08:00",
        _TOML + "period = 2021-04-21T23:59:59",
        _TOML + 'period = "2020"\nschema_version = 2',
    ],
)
def test_whatever_toml_holds_it_is_refused_in_our_words(text: str) -> None:
    assert faults(text, "toml")


def test_a_day_of_toml_is_a_day() -> None:
    assert str(cp.loads(_TOML + "period = 2021-04-21", format="toml").period) == "2021-04-21"


@pytest.mark.parametrize("version", ['"1"', "1.0", "true", "null", "[1]"])
def test_the_version_is_a_whole_number(version: str) -> None:
    assert "$.schema_version" in faults(json.dumps(PLAN).replace('"schema_version": 2', f'"schema_version": {version}'))


@pytest.mark.parametrize(
    ("field", "value", "raw"),
    [
        ("unit", 5, "5"),
        ("unit", " ", " "),
        ("nature", "biding", "biding"),
        ("weight", -1.50, "-1.5"),
        ("direction", True, "true"),
    ],
)
def test_a_fault_keeps_what_stood_there(field: str, value: object, raw: str) -> None:
    with pytest.raises(cp.PlanFormatError) as caught:
        cp.loads(changed(lambda tree: tree["indicators"][0].update({field: value})))
    assert [fault.raw for fault in caught.value.faults] == [raw]


def test_very_many_unknown_names_are_told_in_no_time() -> None:
    with pytest.raises(cp.PlanFormatError) as caught:
        cp.loads(json.dumps({**PLAN, **{f"name{number}": 1 for number in range(20_000)}}))
    assert (len(caught.value.faults), caught.value.unlisted) == (100, 19_900)
    assert "at least 100 faults; 19900 further places are not listed" in str(caught.value)
