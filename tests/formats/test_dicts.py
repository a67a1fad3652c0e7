"""Dicts are read as strictly as files: every fault has its place, and a result that was changed is refused."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

import civicplan as cp
from civicplan.assessment import (
    DeliverableOutcome,
    IndicatorAssessment,
    Outcome,
    PlanAssessment,
    TaskAssessment,
    Timeline,
)
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
        assert row["explanation"] == ASSESSMENT["pension"].explain(language="en")

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

    def test_keys_that_are_no_text_are_fields_that_there_are_not(self) -> None:
        data = {**cp.to_dict(COVERAGE), 1: "x", None: 5, "colour": "red"}
        assert paths_of(data, cp.Indicator) == ["$['1']", "$.None", "$.colour"]
        assert set(paths_of({**ASSESSMENT.to_dict(), 1: "x", None: 5}, PlanAssessment)) == {"$['1']", "$.None"}
        changed = ASSESSMENT.to_dict()
        changed["counts"][5] = 5
        assert paths_of(changed, PlanAssessment) == ["$.counts['5']"]

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


def _compared() -> cp.Plan:
    """A plan in which the income is to grow in step with the output."""
    figures = {"2015": "100", "2020": "140"}
    output = cp.Indicator(id="output", name="output", unit="t", targets=("≥130",), observations=figures)
    target = cp.Relative(reference="output", relation="in_step", tolerance="1", period="2016/2020")
    income = cp.Indicator(id="income", name="income", unit="t", targets=(target,), observations=figures)
    return cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(income, output))


_ASKED = ("indicator", "references", "period", "as_of", "tolerance", "vintage", "path")
#: Entries in words, which another version may word otherwise.
WORDS = ("sentence", "explanation", "headline", "target_text", "actual_text", "formula", "detail", "places")


class TestAResultThatWasChanged:
    def test_the_row_of_an_indicator_is_computed_anew(self) -> None:
        row = cp.assess(_compared(), as_of=2020)["income"]
        written = row.to_dict()
        assert [reference["id"] for reference in written["references"]] == ["output"]
        assert cp.from_dict(written, IndicatorAssessment) == row
        for path, data in changed({name: entry for name, entry in written.items() if name not in _ASKED}):
            if not path.endswith(WORDS):
                asked = {name: written[name] for name in _ASKED}
                assert faults_of({**data, **asked}, IndicatorAssessment), path

    def test_a_row_is_one_of_a_plan_that_there_could_be(self) -> None:
        written = cp.assess(_compared(), as_of=2020)["income"].to_dict()
        assert paths_of({**written, "references": []}, IndicatorAssessment) == ["$.indicator.targets[0].reference"]
        assert paths_of({**written, "tolerance": "-1"}, IndicatorAssessment) == ["$.tolerance"]
        twice = written["references"] * 2
        assert paths_of({**written, "references": twice}, IndicatorAssessment) == ["$.references[1].id"]
        assert "$.indicator.targets[0].period" in paths_of({**written, "period": "2030"}, IndicatorAssessment)

    def test_a_task_is_computed_anew(self) -> None:
        for task in cp.assess(cp.datasets.load("shangyu-2024-q2"), as_of="2024").tasks[:3]:
            written = task.to_dict()
            assert cp.from_dict(written, TaskAssessment) == task
            asked = ("task", "period", "as_of", "tolerance")
            for path, data in changed({name: entry for name, entry in written.items() if name not in asked}):
                if not path.endswith(WORDS):
                    assert faults_of({**data, **{name: written[name] for name in asked}}, TaskAssessment), path
            assert paths_of({**written, "tolerance": "2"}, TaskAssessment) == ["$.tolerance"]

    def test_a_task_runs_when_it_says(self) -> None:
        plan = cp.Plan(id="p", title="p", period="2024", tasks=(cp.Task(id="t", title="t", period="2024-H1"),))
        written = cp.assess(plan, as_of="2024").tasks[0].to_dict()
        assert paths_of({**written, "period": "2024"}, TaskAssessment) == ["$.period"]

    def test_the_verdict_on_an_outcome_follows_from_its_target_and_actual(self) -> None:
        written = ASSESSMENT["pension"].outcomes[0].to_dict()
        met = {**written["target"], "bound": "≥95"}
        digits = [{"code": "digits", "sentence": ""}]
        actual = written["actual"]
        reason = {"code": "hedged", "sentence": ""}
        changes: dict[str, Any] = {"verdict": "met", "caveats": [], "bound": "≥95", "due": None, "reason": reason}
        for entry, value in changes.items():
            assert paths_of({**written, entry: value}, Outcome) == [f"$.{entry}"]
        assert paths_of({**written, "verdict": "not_assessable"}, Outcome) == ["$.reason"]
        assert paths_of({**written, "target": met, "bound": "≥95"}, Outcome) == ["$.verdict"]
        undefined = {"undefined": "missing_observation", "sentence": ""}
        without = {**written, **dict.fromkeys(("actual", "progress", "progress_interval"), undefined)}
        assert paths_of(without, Outcome) == ["$.verdict"]
        assert paths_of({**without, "verdict": "not_due", "progress": "0.5"}, Outcome) == ["$.progress"]
        assert paths_of({**written, "caveats": digits, "actual": {**actual, "value": "96"}}, Outcome) == [
            "$.actual.value"
        ]
        assert paths_of({**written, "actual": {**actual, "places": 10**6}}, Outcome) == ["$.actual.places"]
        assert paths_of({**written, "actual": {**actual, "inputs": []}}, Outcome) == ["$.actual.inputs"]

    def test_a_lead_is_over_the_indicator_that_its_target_names(self) -> None:
        one, other = (
            cp.Indicator(id=id, name=id, baseline=("2015", "100"), observations={"2020": figure})
            for id, figure in (("a", "150"), ("b", "120"))
        )
        lead = cp.Relative(reference="b", relation="above")
        plan = cp.Plan(id="p", title="p", period="2016/2020", indicators=(evolve(one, targets=(lead,)), other))
        (outcome,) = cp.assess(plan, as_of="2020")["a"].outcomes
        written = outcome.to_dict()
        assert outcome.reference == other
        assert cp.from_dict(written, Outcome) == outcome
        assert paths_of({**written, "reference": {**written["reference"], "id": "c"}}, Outcome) == ["$.reference"]

    def test_so_does_that_on_an_amount(self) -> None:
        books = cp.Deliverable(subject="books", planned="≥100", accumulates=True)
        report = cp.ProgressReport(period="2024", delivered=(cp.Delivered(subject="books", figure="90"),))
        task = cp.Task(id="t", title="t", deliverables=(books,), reports=(report,))
        plan = cp.Plan(id="p", title="p", period="2024", tasks=(task,))
        written = cp.assess(plan, as_of="2024").tasks[0].deliverables[0].to_dict()
        undefined = {"undefined": "not_reported", "sentence": ""}
        assert written["verdict"] == "not_met"
        assert paths_of({**written, "verdict": "met"}, DeliverableOutcome) == ["$.verdict"]
        assert paths_of({**written, "interval": undefined}, DeliverableOutcome) == ["$.interval"]
        assert paths_of({**written, "delivered": undefined}, DeliverableOutcome) == ["$.interval"]

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

    def test_pairs_are_of_two_and_lists_are_lists(self) -> None:
        group = RATED.overall
        assert paths_of({**group.to_dict(), "labels": [["A1"]]}, type(group)) == ["$.labels[0]"]
        assert paths_of({**group.to_dict(), "labels": [["A1", "1"]]}, type(group)) == ["$.labels[0][1]"]
        timeline = cp.over_time(PLAN, [2018, 2020])
        assert paths_of({**timeline.to_dict(), "assessments": "none"}, Timeline) == ["$.assessments"]
        assert paths_of({**timeline.to_dict(), "assessments": [5]}, Timeline) == ["$.assessments[0]"]

    def test_a_finding_keeps_its_law(self) -> None:
        finding = Finding(code="x-y", subject="a", message="One.", innocent=("Two.",), claimed="1", computed="2")
        data = finding.to_dict()
        assert data["message"] == "One. Two."
        assert paths_of({**data, "severity": "contradiction"}, Finding) == ["$.innocent"]
        assert paths_of({**data, "message": "One."}, Finding) == ["$.message"]
        found = Findings([finding])
        assert paths_of({**found.to_dict(), "counts": {"doubt": 2}}, Findings) == ["$.counts.doubt"]

    def test_findings_read_back_are_english_in_every_word(self) -> None:
        found = cp.audit(cp.datasets.load("zhuzhou-13fyp"))
        again = cp.from_dict(found.to_dict(), Findings)
        assert again == found
        assert str(again) == found.to_text(language="en")
        assert str(again) != str(found)


def test_the_name_of_a_class_is_told_to_be_the_class() -> None:
    name: Any
    for name in ("Plan", "PlanAssessment"):
        with pytest.raises(
            InvalidTypeError, match=r"^cls: expected a class .*; write the class itself, without quotes$"
        ):
            cp.from_dict({}, name)


def test_a_plan_is_read_where_no_class_is_named() -> None:
    assert cp.from_dict(cp.to_dict(PLAN)) == PLAN
    with pytest.raises(cp.PlanFormatError, match="the data of a Plan"):
        cp.from_dict({})


def test_an_assessment_in_the_place_of_a_plan_is_one_fault_with_what_to_write() -> None:
    assessment = cp.assess(PLAN, as_of=2020)
    message = (
        "this is an assessment, not a plan; read it with from_dict(data, PlanAssessment), "
        'which "from civicplan.assessment import PlanAssessment" imports'
    )
    with pytest.raises(cp.PlanFormatError) as caught:
        cp.loads(assessment.to_json())
    for faults in (caught.value.faults, faults_of(assessment.to_dict(), cp.Plan)):
        assert [(fault.path, fault.message) for fault in faults] == [("$", message)]


def test_an_outcome_that_depends_on_digits_reads_back_alone() -> None:
    row = cp.Indicator(id="a", name="a", targets=("≥75",), observations={"2020": "75"})
    plan = cp.Plan(id="p", title="A plan", period="2016/2020", indicators=(row,))
    (outcome,) = cp.assess(plan, as_of="2020")["a"].outcomes
    written = outcome.to_dict()
    assert cp.from_dict(written, type(outcome)) == outcome
    with pytest.raises(cp.PlanFormatError, match="digits among them"):
        cp.from_dict({**written, "caveats": [], "decisive": True}, type(outcome))
