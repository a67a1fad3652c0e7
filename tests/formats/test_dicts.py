"""Dicts are read as strictly as files: every fault has its place, and a result that was changed is refused."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

import civicplan as cp
from civicplan.assessment import IndicatorAssessment, Outcome, PlanAssessment
from civicplan.auditing import Finding, Findings
from civicplan.errors import Fault, InvalidTypeError
from civicplan.rating import PlanRating
from civicplan.values import Interval

COVERAGE = cp.Indicator(
    id="pension",
    name={"zh": "养老保险参保率", "en": "pension coverage"},
    unit="%",
    baseline=("2015", "90.0"),
    targets=(">95", "≥2"),
    observations={"2018": "93.1", "2020": "95.0"},
)
PLAN = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(COVERAGE, cp.Indicator(id="b", name="b")))
ASSESSMENT = cp.assess(PLAN, as_of=2020)
RATED = cp.rate(ASSESSMENT, "global-fund")


def faults_of(data: Any, cls: type) -> tuple[Fault, ...]:
    with pytest.raises(cp.PlanFormatError) as caught:
        cp.from_dict(data, cls)
    return caught.value.faults


def paths_of(data: Any, cls: type) -> list[str]:
    return [fault.path for fault in faults_of(data, cls)]


class TestWhatIsWritten:
    def test_of_a_verdict_its_caveats_with_sentences_and_its_numbers_as_text(self) -> None:
        row = ASSESSMENT.to_dict()["indicators"][0]
        assert (row["id"], row["name"], row["verdict"], row["decisive"]) == (
            "pension",
            "养老保险参保率",
            "not_met",
            False,
        )
        assert row["caveats"] == [{"code": "digits", "sentence": cp.Caveat.DIGITS.sentence}]
        assert row["attainment"] == str(ASSESSMENT["pension"].attainment) == "1.0"
        assert row["attainment_interval"]["high"].startswith("1.0005")
        assert row["outcomes"][0]["target_text"] == ">95"
        assert row["outcomes"][0]["actual_text"] == "95.0"
        assert row["explanation"] == ASSESSMENT["pension"].explain()

    def test_of_what_is_undefined_why_it_is(self) -> None:
        row = ASSESSMENT.to_dict()["indicators"][1]
        no_target = {"undefined": "no_target", "sentence": "there is no target"}
        assert row["attainment"] == row["target"] == row["standing"] == no_target
        assert row["reason"] == {"code": "no_target", "sentence": "there is no target"}

    def test_what_the_whole_has_its_parts_do_not_repeat(self) -> None:
        written = ASSESSMENT.to_dict()
        assert {"indicator", "as_of", "vintage"}.isdisjoint(written["indicators"][0])
        assert "indicator" not in written["indicators"][0]["outcomes"][0]
        own = ASSESSMENT["pension"].to_dict()
        assert own["indicator"] == written["plan"]["indicators"][0]
        assert {name: entry for name, entry in own.items() if name in written["indicators"][0]} == written[
            "indicators"
        ][0]

    def test_the_chosen_outcomes_as_their_places(self) -> None:
        row = cp.assess(PLAN, as_of=2018)["pension"]
        written = row.to_dict()
        assert isinstance(row.target, Outcome)
        assert row.outcomes[written["target"]] == row.target
        assert row.outcomes[written["next_target"]] == row.next_target

    def test_several_parts_as_a_list_and_words_as_themselves(self) -> None:
        assert cp.to_dict(PLAN.indicators) == [cp.to_dict(part) for part in PLAN.indicators]
        assert cp.to_dict([cp.Verdict.MET, "met", None, 5, True]) == ["met", "met", None, 5, True]

    @pytest.mark.parametrize("value", [0.5, object(), {1, 2}, b"x", cp.Plan, {"a": 0.5}])
    def test_nothing_else(self, value: object) -> None:
        with pytest.raises(InvalidTypeError, match="a part of a plan, a value or a result"):
            cp.to_dict(value)

    def test_json_in_one_line_or_indented(self) -> None:
        assert "\n" not in ASSESSMENT.to_json()
        assert json.loads(ASSESSMENT.to_json(indent=2)) == json.loads(ASSESSMENT.to_json())
        assert "养老保险参保率" in ASSESSMENT.to_json()


class TestWhatIsReadStrictly:
    def test_every_fault_of_a_part_has_its_place(self) -> None:
        data = {"id": "a b", "name": "x", "nature": "bindng", "observations": [{"period": "2020", "figure": 95.0}]}
        assert paths_of(data, cp.Indicator) == ["$.id", "$.nature", "$.observations[0].figure"]

    def test_a_float_has_lost_its_digits(self) -> None:
        fault = faults_of({"period": "2020", "figure": 95.0}, cp.Observation)[0]
        assert (
            fault.message == 'expected text, an int or a Decimal, got the float 95.0; write "95.0" or Decimal("95.0")'
        )

    def test_a_decimal_has_not(self) -> None:
        read = cp.from_dict({"period": "2020", "figure": Decimal("95.0")}, cp.Observation)
        assert str(read.figure) == "95.0"

    def test_a_plan_states_its_version_as_its_file_does(self) -> None:
        data = cp.to_dict(PLAN)
        assert paths_of({name: entry for name, entry in data.items() if name != "schema_version"}, cp.Plan) == [
            "$.schema_version"
        ]
        assert cp.from_dict({**data, "schema_version": 1}, cp.Plan) == PLAN

    def test_faults_between_the_parts_of_a_plan_are_found(self) -> None:
        data = cp.to_dict(PLAN)
        data["indicators"].append(data["indicators"][0])
        assert len(faults_of(data, cp.Plan)) == 1

    def test_a_target_and_a_claim_say_of_which_kind_they_are(self) -> None:
        data = cp.to_dict(COVERAGE.targets[0])
        assert data == {"kind": "threshold", "bound": ">95"}
        assert paths_of(data, cp.Relative) == ["$.kind"]
        assert paths_of({"bound": ">95"}, cp.Threshold) == ["$"]

    @pytest.mark.parametrize("cls", [int, dict, object, list[cp.Plan], "Plan", None, PLAN])
    def test_a_class_of_something_else_is_refused(self, cls: Any) -> None:
        with pytest.raises(InvalidTypeError, match="a class of this library"):
            cp.from_dict({}, cls)

    @pytest.mark.parametrize("data", [None, 5, "x", [], [{}], {"as_of": "2020"}, {"plan": {}}, {"plan": 5}])
    @pytest.mark.parametrize("cls", [PlanAssessment, IndicatorAssessment, Outcome, Findings, PlanRating, cp.Plan])
    def test_what_is_no_such_thing_is_refused_with_a_place(self, data: Any, cls: type) -> None:
        assert all(path.startswith("$") for path in paths_of(data, cls))

    def test_data_nested_without_end_are_refused(self) -> None:
        section: dict[str, Any] = {"level": "part", "title": "t"}
        section["sections"] = [section]
        assert paths_of(section, cp.Section) == ["$"]

    def test_the_codes_of_a_vocabulary(self) -> None:
        assert cp.from_dict("met", cp.Verdict) is cp.Verdict.MET
        assert paths_of("mett", cp.Verdict) == ["$"]
        assert paths_of({"code": "digit"}, cp.Caveat) == ["$.code"]
        assert paths_of("digits", cp.Caveat) == ["$"]
        assert paths_of({"undefined": "no_targt"}, cp.NotAssessable) == ["$.undefined"]

    @pytest.mark.parametrize("low", ["1,5", "NaN", "Infinity", "", " 1", "1" * 200, 5, 0.5, True, "²"])
    def test_an_interval_has_numbers_as_text(self, low: Any) -> None:
        data = {"low": low, "high": None, "includes_low": True, "includes_high": True}
        assert paths_of(data, Interval) == ["$.low"]

    def test_an_interval_has_all_its_entries_and_no_other(self) -> None:
        data = {"low": "1", "high": "2", "includes_low": True, "includes_high": 1, "middle": "1.5"}
        assert paths_of(data, Interval) == ["$.includes_high"]
        assert paths_of({**data, "includes_high": True}, Interval) == ["$.middle"]
        assert paths_of({"low": "1"}, Interval) == ["$.high", "$.includes_low", "$.includes_high"]


def changed(written: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The dict with each single entry changed in turn, wherever it stands, and its path; sentences are left alone."""

    def walk(tree: Any, path: str) -> Iterator[tuple[str, list[Any]]]:
        entries = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for name, entry in entries:
            here = f"{path}.{name}" if isinstance(name, str) else f"{path}[{name}]"
            if isinstance(entry, dict | list) and entry:
                yield from ((at, [name, *steps]) for at, steps in walk(entry, here))
            else:
                yield here, [name]

    for path, steps in list(walk(written, "$")):
        other = copy.deepcopy(written)
        holder: Any = other
        for step in steps[:-1]:
            holder = holder[step]
        holder[steps[-1]] = "changed" if holder[steps[-1]] != "changed" else "again"
        yield path, other


#: Entries in words, which another version may word otherwise.
WORDS = ("sentence", "explanation", "headline", "target_text", "actual_text", "formula", "detail", "places")


class TestAResultThatWasChanged:
    def test_no_entry_of_the_answer_may_differ(self) -> None:
        written = ASSESSMENT.to_dict()
        tried = 0
        for path, data in changed({name: entry for name, entry in written.items() if name != "plan"}):
            if path.endswith(WORDS):
                continue
            tried += 1
            assert faults_of({**data, "plan": written["plan"]}, PlanAssessment), path
        assert tried > 100

    def test_it_is_told_where(self) -> None:
        data = ASSESSMENT.to_dict()
        data["indicators"][0]["outcomes"][0]["verdict"] = "met"
        (fault,) = faults_of(data, PlanAssessment)
        assert fault.path == "$.indicators[0].outcomes[0].verdict"
        assert fault.message == "expected 'not_met', which follows from the other entries, got 'met'"
        assert fault.raw == "met"

    def test_other_figures_in_the_plan_do_not_give_the_answer(self) -> None:
        data = ASSESSMENT.to_dict()
        data["plan"]["indicators"][0]["observations"][1]["figure"] = "95.1"
        assert "$.indicators[0].verdict" in paths_of(data, PlanAssessment)

    def test_other_words_for_the_same_are_no_change(self) -> None:
        data = ASSESSMENT.to_dict()
        data["indicators"][0]["explanation"] = data["indicators"][0]["caveats"][0]["sentence"] = "other words"
        assert cp.from_dict(data, PlanAssessment) == ASSESSMENT

    def test_what_is_left_out_of_the_answer_is_computed(self) -> None:
        data = {name: ASSESSMENT.to_dict()[name] for name in ("plan", "as_of", "tolerance", "vintage", "path")}
        assert cp.from_dict(data, PlanAssessment) == ASSESSMENT

    @pytest.mark.parametrize(
        "result", [ASSESSMENT["pension"], ASSESSMENT["pension"].outcomes[0]], ids=["row", "outcome"]
    )
    def test_of_other_results_every_field_is_needed(self, result: IndicatorAssessment | Outcome) -> None:
        data = result.to_dict()
        for name in type(result)._kinds():
            without = {other: entry for other, entry in data.items() if other != name}
            assert paths_of(without, type(result)) == [f"$.{name}"]

    def test_what_follows_from_the_fields_may_not_differ(self) -> None:
        data = ASSESSMENT["pension"].to_dict()
        for name, entry in {"verdict": "met", "decisive": True, "growth": "3", "id": "b"}.items():
            assert paths_of({**data, name: entry}, IndicatorAssessment) == [f"$.{name}"]
        assert paths_of({**data, "verdit": "met"}, IndicatorAssessment) == ["$.verdit"]

    def test_a_target_is_one_of_the_outcomes(self) -> None:
        data = ASSESSMENT["pension"].to_dict()
        for place in (2, -1):
            assert paths_of({**data, "target": place}, IndicatorAssessment) == ["$.target"]
        assert paths_of({**data, "target": True}, IndicatorAssessment) == ["$.target"]

    def test_a_faulty_indicator_is_told_once(self) -> None:
        data = ASSESSMENT["pension"].to_dict()
        data["indicator"]["unit"] = 5
        assert paths_of(data, IndicatorAssessment) == ["$.indicator.unit"]

    def test_a_tolerance_is_a_share(self) -> None:
        assert paths_of({**ASSESSMENT.to_dict(), "tolerance": "5"}, PlanAssessment) == ["$.tolerance"]

    def test_a_rating_belongs_to_the_plan_and_to_a_published_method(self) -> None:
        data = RATED.to_dict()
        assert cp.from_dict(data, PlanRating) == RATED
        data["ratings"].reverse()
        assert "$.ratings[0].id" in paths_of(data, PlanRating)
        data["ratings"].pop()
        assert paths_of(data, PlanRating) == ["$.ratings"]
        assert paths_of({**RATED.to_dict(), "method": {"name": "global fund"}}, PlanRating) == ["$.method"]
        assert paths_of({**RATED.to_dict(), "method": "global-fund"}, PlanRating) == ["$.method"]

    def test_a_finding_keeps_its_law(self) -> None:
        finding = Finding(code="x-y", subject="a", message="One.", innocent=("Two.",), claimed="1", computed="2")
        data = finding.to_dict()
        assert data["message"] == "One. Two."
        assert paths_of({**data, "severity": "contradiction"}, Finding) == ["$.innocent"]
        assert paths_of({**data, "message": "One."}, Finding) == ["$.message"]
        found = Findings([finding])
        assert paths_of({**found.to_dict(), "counts": {"doubt": 2}}, Findings) == ["$.counts.doubt"]
